"""Which way deliveries and purchases go: export or import, by who sells, buys or is named."""

from __future__ import annotations

from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import HOME, foreign, is_subject
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

# «Кыргызстан продал 175 тонн»
_SOLD = ("отгрузи", "отправи", "постави", "продаду", "продал", "продас")
_TRADING = frozenset({"adjective", "bloc", "country"})
_OTHERS = frozenset("государства иностранцы покупатели рынки соседи страны".split())
_BUYERS = ("зарубежн", "иностранн")
_TO_VERB = 2  # tokens from a market to the verb
_SUBJECT = 10  # tokens from «Латвия, например, за 2024 год увеличила» to «поставки»
_NEAR = 6  # tokens from the seller to the verb
# words of deliveries that go either way
_TO = frozenset({"в", "во", "на"})
_FROM = frozenset({"из", "от"})
_DASHES = frozenset("–—-")
_NEAR_US = 3  # tokens of «к нам они продали»
_TO_US = (["нам"], ["республике"])
_THEM = frozenset({"нее", "него", "неё", "ней", "них"})
_WHO = frozenset({"кто", "он", "она"})
_GOODS = 3  # tokens from «казахстанскую» past its goods to the verb
_IMPORTED = Stems("ввоз", "завоз", "импорт")
_OUR_GOODS = ("казахстанск", "нашего", "нашей", "наших", "отечествен")
_FIRMS = ("бизнес", "компани", "корпораци", "потребител", "предприят", "рынк", "стран", "фирм")
_OBJECT = 8  # tokens from «купили» past a figure to whose goods they were
_FALLS_TO = (["приходится"], ["пришлась"], ["пришлось"])
NEUTRAL = ("отгруз", "поставк", "поставлен", "поставля", "поставок", "продаж")


def sold(one: Draft, hit: Hit) -> str | None:
    """«Кыргызстан продал 175 тонн»: import where another country sells; None for any other verb."""
    sentence, low = one.sentence, one.sentence.low
    if not low[hit.first].startswith(_SOLD) or _ours(
        low[max(sentence.first, hit.first - 2) : hit.first]
    ):
        return None
    if _comes_home(sentence, hit):
        return "import"
    goals = [p for p in sentence.places if p.first >= hit.last and low[p.first - 1] in _TO]
    if goals and foreign(goals[0]):
        return None
    if any(
        foreign(p) and p.kind == "country" and p.last == hit.first and low[p.first - 1] == "из"
        for p in sentence.places
    ):
        return "import"  # «Из США поставили 17 тыс. тонн»
    if any(p.first == hit.last and p.codes == (HOME,) for p in sentence.places):
        return "import"  # «республика продала Казахстану 7,5 тыс. тонн»
    if (
        low[hit.last : hit.last + 1] in _TO_US
        or "нам" in low[max(sentence.first, hit.first - _NEAR_US) : hit.first]
    ):
        return "import"  # «компания отправит республике 40 тепловозов»
    if _this_country(sentence, hit):
        return "import"
    beside = [p for p in sentence.places if -_NEAR <= p.first - hit.first <= 1]
    sellers = [p for p in beside if is_subject(sentence, p)]
    return "import" if any(foreign(p) and p.codes != (HOME,) for p in sellers) else None


def _comes_home(sentence: Sentence, hit: Hit) -> bool:
    """«в Казахстан поставили 7 тыс. тонн», «поставила за год в страну»: not «в Казахстане»."""
    clause = sentence.clause(hit.first)
    home = any(
        place.codes == (HOME,)
        and place.kind == "country"
        and sentence.word_before(place.first) in ("в", "во")
        and not sentence.low[place.last - 1].endswith("е")
        and sentence.clause(place.first) == clause
        for place in sentence.places
    )
    return home and not any(
        foreign(place) and sentence.word_before(place.first) in ("в", "во")
        for place in sentence.places
    )


def _ours(before: list[str]) -> bool:
    """«наша страна поставила соседям», «мы продали»."""
    return "мы" in before or any(word.startswith(("наш", "отечествен")) for word in before)


def answered(one: Draft) -> str | None:
    """«поставки в Турцию – 2 млрд, из Турции – 1»: by the place that a dash joins to a figure."""
    sentence, at = one.sentence, one.quantity.lead - 1
    if at <= sentence.first or sentence.low[at] not in _DASHES:
        return None
    place = next((p for p in sentence.places if p.last == at), None)
    if place is None or place.kind != "country":
        return None
    home, before = place.codes == (HOME,), sentence.low[place.first - 1]
    if before in _FROM:
        return "export" if home else "import"
    return ("import" if home else "export") if before in _TO else None


def flow_of(sentence: Sentence, hit: Hit) -> str:
    """What a word of trade is about, by its direction where the sentence tells one."""
    if hit.entry.kind == "purchase":
        return bought(sentence, hit)
    if sentence.low[hit.first].startswith(NEUTRAL):
        return delivered(sentence, hit) or hit.entry.value
    return hit.entry.value


def directed(one: Draft) -> bool:
    """Whether the sentence says which way deliveries go."""
    return any(
        delivered(one.sentence, hit) is not None
        for hit in one.sentence.indicators
        if one.sentence.low[hit.first].startswith(NEUTRAL)
    )


def delivered(sentence: Sentence, hit: Hit) -> str | None:
    """Which way deliveries go: «поставки во Францию», «поставки из России»; None where not said."""
    low = sentence.low
    for place in sentence.places:
        after = hit.last < place.first <= hit.last + 5
        before_it = place.last == hit.first  # «в Казахстан поставлено 870 тонн»
        # «отгрузки яблок на казахстанский рынок», «на иранский рынок его отгрузили»
        market = place.kind == "adjective" and sentence.word_at(place.last).startswith("рын")
        if market and 0 <= hit.first - place.last <= _TO_VERB:
            before_it = True  # «на российский рынок его отгрузили»
        if (after or before_it) and (market or place.kind in ("country", "region")):
            home = place.codes == ("KAZ",)
            before = low[place.first - 1]
            fell = low[place.first - 2].startswith(("прих", "приш"))  # «71% поставок пришёлся на»
            if before == "на" and (fell or low[place.last : place.last + 1] in _FALLS_TO):
                continue  # «в общем весе поставок на Россию приходится 27%»
            if before in ("в", "во", "на"):
                return "import" if home else "export"
            if before in ("из", "от"):
                return "export" if home else "import"
    return None


def of_seller(sentence: Sentence, hit: Hit) -> str | None:
    """«турецкие поставки подросли: 450 млн долларов против 370»: import, by whose they are."""
    if not sentence.low[hit.first].startswith(("отгрузк", "поставк", "продаж")):
        return None  # «итальянцам отгрузили»
    sellers = [p for p in sentence.places if p.kind == "adjective" and p.last == hit.first]
    if sellers and foreign(sellers[0]) and hit.first - sentence.first <= 1:
        return "import"
    if any(
        place.kind == "country"
        and foreign(place)
        and 1 <= hit.first - place.last <= _SUBJECT
        and is_subject(sentence, place)
        and any(cue.last == hit.first and cue.entry.kind in ("up", "down") for cue in sentence.cues)
        for place in sentence.places
    ):
        return "import"  # «Латвия за 2024 год увеличила поставки шпрот»
    return None


def _buyers(sentence: Sentence, first: int, last: int) -> bool:
    """Whether those who bought are listed after «купили почти все:»."""
    return sentence.low[last - 1] == ":" and last - first <= _NEAR


def _takes(sentence: Sentence, hit: Hit, place: Place) -> bool:
    """«больше всех закупили афганцы – …», «лидер по закупкам муки – Афганистан»: who buys."""
    if place.kind == "adjective":
        kind = sentence.mentions.tokens.kind
        return place.first == hit.last and place.last < sentence.last and kind[place.last] != "w"
    named = place.kind == "country" and sentence.low[place.first - 1] in _DASHES
    return named and sentence.word_before(hit.first) == "по"


def bought(sentence: Sentence, hit: Hit) -> str:
    """What a purchase is to Kazakhstan: «Афганистан купил» export, «закупили в Турции» import."""
    before = [place for place in sentence.places if place.first < hit.first]
    low = sentence.low
    if any(
        word.startswith(_BUYERS) for word in low[max(sentence.first, hit.first - 2) : hit.first]
    ):
        return "export"  # «Иностранные покупатели приобрели», «зарубежные страны закупили»
    if _from_them(sentence, hit):
        return "import"
    if _own_goods(sentence, hit):
        return "export"
    after = low[hit.last : hit.last + 2]
    if after == ["у", "нас"] or low[hit.first - 1] in _OTHERS:
        return "export"  # «В 2023 году он купил у нас муку», «зерна соседи взяли 900 тыс. тонн»
    if low[hit.first - 1] in _WHO:
        return "export"  # «Кто покупал: – Афганистан – …», «Он взял 190 тыс. тонн»
    if "мы" in low[max(sentence.first, hit.first - 2) : hit.first]:
        return "import"  # «киргизских овощей мы купили 200 тыс. тонн»
    then = next((place for place in sentence.places if place.first == hit.last), None)
    if then is not None and then.kind == "country" and foreign(then) and _is_new(sentence, hit):
        return "export"  # «ушло в Афганистан, 12% купил Таджикистан»
    if before and "KAZ" not in before[-1].codes and before[-1].kind in _TRADING:
        # «Афганистан купил» is export, «в Узбекистане купили» import
        return "import" if low[before[-1].first - 1] in ("в", "у", "из") else "export"
    ours = len(before) > 1 and before[-1].codes == (HOME,) and before[-1].kind == "adjective"
    if ours and any(foreign(p) and is_subject(sentence, p) for p in before[:-1]):
        return "export"  # «Узбекистан стал третьим по казахстанской нефти, приобретя …»
    payer = before and before[-1].kind == "country" and "KAZ" in before[-1].codes
    if payer and hit.first - before[-1].last <= 1:
        return "import"  # «Казахстан заплатил Узбекистану»
    beside = [place for place in sentence.places if place.first >= hit.last]
    if (
        beside
        and beside[0].kind in ("bloc", "country")
        and HOME not in beside[0].codes
        and (beside[0].first == hit.last or _buyers(sentence, hit.last, beside[0].first))
    ):
        return "export"  # «Больше всех взял Узбекистан», «купили почти все: Китай – …»
    if beside and foreign(beside[0]) and _takes(sentence, hit, beside[0]):
        return "export"
    after = low[hit.last : hit.last + 3]
    if any(word.startswith("казахстанск") for word in after):
        return "export"
    own = [p for p in sentence.places if p.codes == (HOME,) and p.kind == "adjective"]
    if (
        own
        and own[0].first - hit.last <= _OBJECT
        and own[0].last in sentence.mentions.hits["commodities"]
        and own[0].first > hit.last
    ):
        return "export"  # «мельницы купили около 210 тыс. тонн казахстанской пшеницы»
    if not _OTHERS.isdisjoint(after[:2]):
        return "export"  # «половину забрали арабские страны», «берут соседи»
    return "export" if _this_country(sentence, hit) else "import"


def _is_new(sentence: Sentence, hit: Hit) -> bool:
    """Whether the clause of a verb names no place before it."""
    clause = sentence.clause(hit.first)
    return not any(
        place.first < hit.first and sentence.clause(place.first) == clause
        for place in sentence.places
    )


def imports_ours(one: Draft) -> bool:
    """Return whether what another country brings in is Kazakhstan's: «ввоз нашей пшеницы»."""
    sentence = one.sentence
    if one.indicator != "import" or not sentence.begins(_IMPORTED):
        return False
    hits = [hit for hit in sentence.indicators if hit.entry.kind == "import" and hit.first < one.at]
    return bool(hits) and _of_ours(sentence, hits[-1])


def _of_ours(sentence: Sentence, hit: Hit) -> bool:
    """Whether the goods named after a word of import are Kazakhstan's."""
    whose = sentence.word_at(hit.last)
    if not whose.startswith(_OUR_GOODS) or whose.endswith(("ими", "ыми", "ая", "ий")):
        return False
    return not sentence.word_at(hit.last + 1).startswith(_FIRMS)


def _from_them(sentence: Sentence, hit: Hit) -> bool:
    """«Казахстан отправил итальянцам нефть, а закупил у них машин на …»: bought back."""
    after = sentence.low[hit.last : hit.last + 2]
    back = after[:1] == ["у"] and after[1:] != [] and after[1] in _THEM
    return back and any(
        p.codes == (HOME,) and p.first < hit.first and is_subject(sentence, p)
        for p in sentence.places
    )


def _own_goods(sentence: Sentence, hit: Hit) -> bool:
    """«Казахстанскую баранину покупают в Иране»: whose goods are bought."""
    goods = sentence.mentions.hits["commodities"]
    return any(
        p.codes == (HOME,) and p.kind == "adjective" and 0 < hit.first - p.last <= _GOODS
        and any(at in goods for at in range(p.last, hit.first))
        for p in sentence.places
    )  # fmt: skip


def _this_country(sentence: Sentence, hit: Hit) -> bool:
    """«Эта европейская страна приобрела 66 тыс. тонн»: the one told before."""
    subject = sentence.low[max(sentence.first, hit.first - _NEAR) : hit.first]
    return "эта" in subject and any(word.startswith("стран") for word in subject)
