"""Which way goods go that are bought or brought in: export or import, by who buys whose.

«Афганистан купил», «закупили в Турции»       by where the buyer or the seller is
«он купил у нас», «закупил у них машин»       by whom it was bought from
«больше всех закупили афганцы»                by who stands after the verb
«купили казахстанской пшеницы»                by whose goods they are
«ввоз нашей пшеницы»                          what another country imports of Kazakhstan's
"""

from __future__ import annotations

from kzcoop.claims.place.partner_place import HOME, foreign, is_people, is_subject, led_by
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_TRADING = frozenset({"adjective", "bloc", "country", "region"})
OTHERS = frozenset(
    "государства иностранцы королевство покупатели рынки сосед соседи страны султанат эмират"
    " эмираты".split()
)
_LATTER = ("последние", "последний", "последняя")
_BUYERS = ("зарубежн", "иностранн")
NEAR = 6  # tokens from the seller to the verb
DASHES = frozenset("–—-")
_THEM = frozenset({"нее", "него", "неё", "ней", "них"})
_WHO = frozenset({"кто", "он", "она", "они"})
_PASSIVE = ("ено", "ены", "ена", "ен")  # «закуплено», with no word of who bought
_GOODS = 3  # tokens from «казахстанскую» past its goods to the verb
_IMPORTED = Stems("ввез", "ввоз", "завоз", "импорт")
_OUR = frozenset({"наш", "нашего", "нашей", "наших", "нашу"})
_OUR_GOODS = ("казахстанск", "нашего", "нашей", "наших", "отечествен")
_FIRMS = ("бизнес", "компани", "корпораци", "потребител", "предприят", "рынк", "стран", "фирм")
_PEOPLE_OF = ("импортер", "инвестор", "област", "партнер", "поставщик", "покупател", "сторон")
_THERE = "тамошн"
_WARES = ("издели", "оборудован", "продукци", "товар")
_OF_GOODS = ("их", "ого", "ой", "ую")  # not «узбекские мукомолы купили»
_DID = ("ил", "ила", "или")  # «нарастили», «сократил»: a verb of change
_THEY_BUY = ("ли", "ают", "яют")
_LINKS = frozenset({"и", "как", "прежде", "всего", "также"})
_BRINGS_IN = ("ввез", "ввози", "ввозя", "завез", "завози", "завозя", "импортир")
_OBJECT = 8  # tokens from «купили» past a figure to whose goods they were


def _buyers(sentence: Sentence, first: int, last: int) -> bool:
    """Whether those who bought are listed after «купили почти все:»."""
    return sentence.low[last - 1] == ":" and last - first <= NEAR


def _they_buy(low: list[str], verb: int) -> bool:
    """«соседняя страна закупила», «Последние сократили закупки»: others than ours."""
    if low[verb - 2].startswith("соседн") and low[verb - 1] in ("государство", "страна"):
        return True
    return any(word in _LATTER for word in low[verb - 2 : verb])


def _moved_by(sentence: Sentence, first: int, last: int) -> bool:
    """Whether those who buy stand after a verb of change: «Закупки сократили и Китай, и Иран»."""
    low = sentence.low
    verb = next((i for i in range(first, min(first + 2, last)) if low[i].endswith(_DID)), None)
    return verb is not None and all(low[i] in _LINKS for i in range(verb + 1, last))


def _takes(sentence: Sentence, hit: Hit, place: Place) -> bool:
    """«больше всех закупили афганцы – …», «лидер по закупкам муки – Афганистан»: who buys."""
    if place.kind == "adjective":
        kind = sentence.mentions.tokens.kind
        return place.first == hit.last and place.last < sentence.last and kind[place.last] != "w"
    named = place.kind == "country" and sentence.low[place.first - 1] in DASHES
    return named and sentence.word_before(hit.first) == "по"


def bought(sentence: Sentence, hit: Hit) -> str:
    """What a purchase is to Kazakhstan: «Афганистан купил» export, «закупили в Турции» import."""
    before = [place for place in sentence.places if place.first < hit.first]
    low = sentence.low
    if any(
        word.startswith(_BUYERS) for word in low[max(sentence.first, hit.first - 3) : hit.first]
    ):
        # «Иностранные покупатели приобрели», «зарубежные клиенты вместе взяли»
        return "export"
    if _from_them(sentence, hit):
        return "import"
    if _own_goods(sentence, hit):
        return "export"
    if _into_home(sentence, hit):
        return "import"
    after = low[hit.last : hit.last + 2]
    if after == ["у", "нас"] or low[hit.first - 1] in OTHERS or _they_buy(low, hit.first):
        return "export"  # «В 2023 году он купил у нас муку», «зерна соседи взяли 900 тыс. тонн»
    if low[hit.first - 1] in _WHO:
        return "export"  # «Кто покупал: – Афганистан – …», «Он взял 190 тыс. тонн»
    if "мы" in low[max(sentence.first, hit.first - 2) : hit.first]:
        return "import"  # «киргизских овощей мы купили 200 тыс. тонн»
    then = next((place for place in sentence.places if place.first == hit.last), None)
    if then is not None and then.kind == "country" and foreign(then) and _is_new(sentence, hit):
        return "export"  # «ушло в Афганистан, 12% купил Таджикистан»
    if before and _their_goods(sentence, before[-1]):
        return "import"
    if before and "KAZ" not in before[-1].codes and before[-1].kind in _TRADING:
        # «Афганистан купил» is export, «в Узбекистане купили» import
        # also «в Египте и Иране закупили меньше»
        return "import" if _led(sentence, before[-1]) in ("в", "у", "из") else "export"
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
        and sentence.word_before(beside[0].first) not in ("в", "во", "из", "с")
        and (
            beside[0].first == hit.last
            or _buyers(sentence, hit.last, beside[0].first)
            or _moved_by(sentence, hit.last, beside[0].first)
        )
    ):
        return "export"  # «Больше всех взял Узбекистан», «купили почти все: Китай – …»
    if not sentence.places and sentence.word_at(hit.last) == ":":
        # «Больше всего нарастили закупки:», «Больше всего мёда купили:», with the buyers below
        verbs = (low[hit.first - 1], low[hit.last - 1])
        if verbs[0].endswith(_DID) or verbs[1].endswith(_THEY_BUY):
            return "export"
    changed = low[hit.last].endswith(_DID) and sentence.word_at(hit.last + 1) == ":"
    if changed and not sentence.places:
        return "export"  # «Закупки увеличили:»
    if beside and foreign(beside[0]) and _takes(sentence, hit, beside[0]):
        return "export"
    after = low[hit.last : hit.last + 3]
    whose = next((i for i, word in enumerate(after) if word.startswith("казахстанск")), None)
    if whose is not None:  # not «закупки сократили казахстанские импортёры»
        whom = sentence.word_at(hit.last + whose + 1)
        return "import" if whom.startswith((*_FIRMS, *_PEOPLE_OF)) else "export"
    own = [p for p in sentence.places if p.codes == (HOME,) and p.kind == "adjective"]
    if own and 0 < own[0].first - hit.last <= _OBJECT and _is_object(sentence, own[0]):
        return "export"  # «мельницы купили около 210 тыс. тонн казахстанской пшеницы»
    if sentence.word_at(hit.last).startswith(_THERE):
        return "export"  # «объём закупок тамошними предприятиями»
    if not OTHERS.isdisjoint(after[:2]):
        return "export"  # «половину забрали арабские страны», «берут соседи»
    return "export" if this_country(sentence, hit) else "import"


def _led(sentence: Sentence, place: Place) -> str:
    """The preposition of a place, past figures in brackets: «в Египте (90 тонн) и Иране (70)»."""
    led = led_by(sentence, place)
    if led not in ("и", ",") or sentence.word_before(place.first - 1) != ")":
        return led
    others = [p for p in sentence.places if p.first < place.first and p.kind == place.kind]
    return _led(sentence, others[-1]) if others else led


def _is_object(sentence: Sentence, place: Place) -> bool:
    """«210 тыс. тонн казахстанского сырья»: what was bought, and no firms that buy it."""
    if place.last in sentence.mentions.hits["commodities"]:
        return True
    return sentence.low[place.last - 1].endswith(_OF_GOODS) and not sentence.word_at(
        place.last
    ).startswith((*_FIRMS, *_PEOPLE_OF))


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
    return bool(hits) and (_of_ours(sentence, hits[-1]) or _ours_by_verb(sentence, hits[-1]))


def imports_more(one: Draft) -> bool:
    """«Китай сократил импорт до 30 тыс. тонн», «покупатели, увеличившие ввоз»: by a verb of change.

    No seller is named, so that in a tale of what Kazakhstan sells it is sold by it.
    """
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "import" or sentence.homes or not sentence.begins(_IMPORTED):
        return False
    hits = [hit for hit in sentence.indicators if hit.entry.kind == "import" and hit.first < one.at]
    if not hits:
        return False
    hit, told = hits[-1], [p for p in sentence.abroad if p.kind == "country"]
    if not told or not all(is_subject(sentence, place) for place in told):
        return False
    if is_past(low[hit.first - 1]):
        return told[0].last < hit.first
    # «Импорт сократили Чехия и Литва»
    return sentence.word_at(hit.last).endswith(_DID) and told[0].first == hit.last + 1


def _ours_by_verb(sentence: Sentence, hit: Hit) -> bool:
    """«Узбекистан импортировал 3 млн тонн казахстанского зерна», by a country that is its subject.

    Also of the rows that follow: «…, Таджикистан – 1 млн».
    """
    if not sentence.low[hit.first].startswith(_BRINGS_IN):
        return False
    goods = sentence.mentions.hits["commodities"]
    ours = any(
        home.kind == "adjective" and 0 < home.first - hit.last <= _OBJECT and home.last in goods
        for home in sentence.homes
    )
    ours = ours or any(  # «Узбекистан завозит до 2 млн тонн нашего зерна»
        at in goods and sentence.low[at - 1].startswith("наш")
        for at in range(hit.last + 1, min(hit.last + _OBJECT, sentence.last))
    )
    if ours and sentence.low[hit.first].endswith("но"):
        return True  # «мельники довольны: ввезено 1,3 млн тонн казахстанской пшеницы»
    return ours and any(
        foreign(p) and p.first < hit.first and is_subject(sentence, p) for p in sentence.places
    )


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


def _into_home(sentence: Sentence, hit: Hit) -> bool:
    """«В Казахстан соседи везут мёд и одежду: одежды закуплено на …»: by those at home."""
    return sentence.low[hit.first].endswith(_PASSIVE) and any(
        home.kind == "country"
        and home.first < hit.first
        and sentence.word_before(home.first) in ("в", "во")
        and not sentence.low[home.last - 1].endswith("е")
        for home in sentence.homes
    )


def _own_goods(sentence: Sentence, hit: Hit) -> bool:
    """«Казахстанскую баранину покупают в Иране»: whose goods are bought."""
    goods, low = sentence.mentions.hits["commodities"], sentence.low
    ours = range(max(sentence.first, hit.first - _GOODS), hit.first - 1)
    if any(low[i] in _OUR and i + 1 in goods for i in ours):
        return True  # «Нашей чечевицы купили 2 тыс. тонн»
    return any(
        p.codes == (HOME,) and p.kind == "adjective" and 0 < hit.first - p.last <= _GOODS
        and any(at in goods for at in range(p.last, hit.first))
        for p in sentence.places
    )  # fmt: skip


def _their_goods(sentence: Sentence, place: Place) -> bool:
    """«Узбекских товаров республика купила на 1,1 млрд»: whose goods are bought, and by no one."""
    if place.kind != "adjective" or not foreign(place) or is_people(sentence, place):
        return False
    return sentence.low[place.last - 1].endswith(_OF_GOODS) and (
        place.last in sentence.mentions.hits["commodities"]
        or sentence.word_at(place.last).startswith(_WARES)
    )


def this_country(sentence: Sentence, hit: Hit) -> bool:
    """«Эта европейская страна приобрела 66 тыс. тонн»: the one told before."""
    subject = sentence.low[max(sentence.first, hit.first - NEAR) : hit.first]
    return "эта" in subject and any(word.startswith("стран") for word in subject)
