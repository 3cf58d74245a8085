"""Which ordinals are ranks in trade.

«третье место среди торговых партнёров»     a place, and who is ranked
«шестым крупнейшим поставщиком зерна»       a seller or a partner by its size
«мы третьи», «третьей стоит Корея»          who stands where, by the ordinal alone
«среди покупателей – 11-е»                  a place without its noun, after another
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import FLOWS
from kzcoop.claims.count.rank_again import goes_on
from kzcoop.claims.count.rank_of import PLACES, by_number
from kzcoop.claims.count.rank_told import stands_in_list
from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.morphology import is_adjective
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

# words of ranks in trade
_TRADED = frozenset({"export", "import", "turnover"})
_RANKED = Stems(
    "инвестор", "импортер", "источник", "партнер", "покупател", "поставщик", "продав", "рынк",
    "рынок", "торгующ", "экспортер",
)  # fmt: skip
_TRADERS = ("партнер", "покупател", "поставщик")
_SELLERS = (
    "импортер", "инвестор", "источник", "покупател", "поставщик", "продавец", "продавц",
    "экспортер",
)  # fmt: skip
_HOLDERS = frozenset(
    "импортер инвестор партнер покупатель поставщик рынок экспортер импортером инвестором партнером"
    " покупателем поставщиком рынком экспортером".split()
)
_HE = ("ий", "им", "ой", "ый", "ым")
_BY_SIZE = frozenset("по величине значению важности объему".split())
_TO_SELLER = 5  # tokens from «шестым» to «поставщиком»
_SIZED = Stems("площад", "населен", "протяженн", "территори")
_STATES = Stems("государств", "стран")  # «первой среди 107 государств, с которыми торгует»
_ORDINALS = (
    "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят",
)  # fmt: skip
# «стал вторым торговым партнёром»
_PREDICATES = frozenset(
    "второй вторым первой первый первым пятой пятым третий третьей третьим четвертой четвертым"
    " шестой шестым".split()
)
# «остаётся первым», «третьей стоит Корея»
_NOW = frozenset({"лишь", "только", "по-прежнему", "пока", "прежнему", "сейчас", "теперь", "уже"})
_COPULAS = ("была", "были", "был", "значит", "идет", "оказа", "оста", "стала", "стои", "шел", "шла")
_FOLLOWS = ("идет", "следу", "стои", "шел", "шла")
_PREDICATE_ENDS = ("ая", "ие", "ий", "им", "ой", "ый", "ым", "ые", "ье", "ьей", "ьи", "ья")
_ENDS = frozenset(". , : ; ( ) – —".split())
_TO_PARTNER = 14  # tokens from «первым в …» to «торговым партнером»
_TO_SHARE = 6  # tokens of «с 410 млн долларов» between a country and its place
_AMONG = Words("среди")
_TABLES = Words("перечне", "рейтинге", "ряду", "списке", "таблице", "числе")
_BACK = 2  # sentences
_TO_HOLDER = 4  # tokens from «третьей стоит» to who does
_BEYOND = frozenset({"выше", "ниже"})
_OURS = _ENDS | {"республики", "страны"}
_PARTS = Stems("област", "регион", "субъект")  # of another country, ranked among themselves


def assign_rank(one: Draft) -> None:
    """Make a draft a rank where its sentence ranks in trade, and reject any other ordinal."""
    low, sentence = one.sentence.low, one.sentence
    after = low[one.last : one.last + 3]
    if low[one.quantity.lead - 1] in _BEYOND or low[one.at - 1] in _BEYOND:
        one.reject("out_of_scope")  # «не опускается ниже десятого места»: no place is told
        return
    if sentence.begins(_SIZED) and any(word.startswith(_SIZED) for word in after):
        one.reject("out_of_scope")  # «третья по площади пашня», «пятое по величине население»
        return
    trade = sentence.begins(_RANKED) or any(hit.entry.value in FLOWS for hit in sentence.indicators)
    placed = bool(after) and after[0].startswith(PLACES)
    at = next((i for i, word in enumerate(after) if word.startswith("партнер")), None)
    # not «на первую очередь партнёры потратили 14 млрд тенге»
    if (
        at is not None
        and all(_modifies(word) for word in after[:at])
        and (
            low[one.first][0].isdigit()  # «Япония – 9-й торговый партнёр»
            or low[one.first].startswith(_ORDINALS)
        )
    ):
        placed = True  # «первый торговый партнёр»
    placed = placed or _of_sellers(one) or _of_partners(one)
    if low[one.last : one.last + 1] == ["на"] and sentence.word_at(one.last + 2).startswith(PLACES):
        placed = True  # «поднялась с седьмого на пятое место»
    by = bool(after) and after[0] == "по" and (trade or _comes_by(one))
    # «первый партнёр провинции и четвёртый в Азии по закупкам»
    by = by or (trade and _is_told(one) and after[:1] == ["в"] and after[2:] == ["по"])
    among = sentence.begins(_RANKED) or (after[:1] == ["среди"] and sentence.begins(_STATES))
    told = low[one.first] in _PREDICATES or (
        _is_told(one) and ("среди" in low[sentence.first : one.at] or _in_table(one))
    )
    predicate = trade and among and told
    if (
        _is_told(one)
        and after[:1] == ["в"]
        and {"списке", "рейтинге"} & set(low[one.last : one.last + 4])
        and (sentence.abroad or sentence.begins(_RANKED))  # not «терминал стоит первым в списке»
    ):
        placed = trade = True  # «по этому показателю Париж пятый в общем списке»
    sides = any(hit.entry.value in _TRADED for hit in sentence.indicators)
    predicate = predicate or (sides and after[:1] == ["после"] and _is_told(one))
    placed = placed or low[one.first - 1] == "номер"  # «партнёр номер один»
    placed = placed or goes_on(one)
    trade = trade or (placed and (by_number(one) is not None or _goes_on_ranking(one)))
    several = low[one.first] in ("первых", "первые")  # «три первых места занимают Китай и …»
    if several or _of_regions(one):
        one.reject("ordinal")
        return
    if (_stands(one) and (trade or _after_flow(one))) or stands_in_list(one):
        placed = trade = True
    if (
        (placed and trade)
        or by
        or (predicate and (not after or after[0] in (".", ",", "по", "после", "среди", "»")))
    ):
        one.kind, one.unit = "rank", "rank"
        return
    one.reject("ordinal")


def _modifies(word: str) -> bool:
    """Whether a word can stand between an ordinal and its noun: «второй по величине торговый»."""
    return word in _BY_SIZE or word.startswith("крупн") or is_adjective(word)


def _comes_by(one: Draft) -> bool:
    """«Третьим по лимонам идёт Египет», after who sold more of them."""
    sentence, low = one.sentence, one.sentence.low
    comes = range(one.last, min(one.last + _TO_HOLDER, sentence.last - 1))
    return _is_told(one) and _after_flow(one) and any(
        low[i].startswith(_FOLLOWS) and any(p.first == i + 1 for p in sentence.abroad)
        for i in comes
    )  # fmt: skip


def _stands(one: Draft) -> bool:
    """«Казахстан остаётся первым: 20 млрд», «мы третьи», «третьей стоит Корея»."""
    sentence, low = one.sentence, one.sentence.low
    if not low[one.first].endswith(_PREDICATE_ENDS):
        return False
    if _by_flow(one):
        return True
    if one.first == sentence.first and sentence.word_at(one.last) in ("–", "—"):
        # «Третья – Италия с 17 млрд», after who comes before
        return any(p.first == one.last + 1 for p in sentence.abroad)
    if one.last >= sentence.last or low[one.last] in _ENDS or low[one.last] == "после":
        led = sentence.word_before(one.first)
        if sentence.holds(_AMONG) and any(_leads_clause(one, p) for p in sentence.abroad):
            return True  # «Сербия среди продавцов третья – 7 тыс. тонн»
        # «Италия – третья», «в списке Корея теперь шестая»
        if low[sentence.first] == "по" and any(p.last == one.first for p in sentence.abroad):
            return True  # «По шоколаду Беларусь вторая после России»
        return led == "мы" or (
            (led.startswith((*_COPULAS, "–", "—")) or led in _NOW)
            and any(
                p.kind == "country" and (p.last == one.first - 1 or _leads_clause(one, p))
                for p in sentence.places
            )
        )
    if low[one.last] in _NOW and any(p.first == one.last + 1 for p in sentence.abroad):
        return True  # «Среди партнёров первая теперь Польша»
    return low[one.last].startswith(_FOLLOWS) and any(
        foreign(place) and 0 < place.first - one.last <= _TO_HOLDER for place in sentence.places
    )


def _in_table(one: Draft) -> bool:
    """«В списке партнёров Корея четвёртая»: who is ranked right before, of those of a list."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.holds(_TABLES) or not any(p.last == one.first for p in sentence.places):
        return False
    return any(low[i + 1].startswith(_RANKED) for i in sentence.where(_TABLES) if i < one.first)


def _leads_clause(one: Draft, place: Place) -> bool:
    """«Литва с 410 млн – вторая», «Сербия среди продавцов третья»: who opens its words."""
    sentence = one.sentence
    between = sentence.low[place.last : one.first - 1]
    return (
        0 < len(between) <= _TO_SHARE
        and between[0] in ("по", "с", "со", "среди")
        and not any(word in (",", ";", ":") for word in between)
    )


def _by_flow(one: Draft) -> bool:
    """«По экспорту республика была для области первой, по импорту – третьей»."""
    sentence, low = one.sentence, one.sentence.low
    if one.last < sentence.last and low[one.last] not in _ENDS:
        return False
    clause = sentence.clause(one.at)
    told = [
        hit for hit in sentence.indicators
        if hit.entry.value in _TRADED and hit.first < one.at
        and "по" in low[max(sentence.first, hit.first - 2) : hit.first]
    ]  # fmt: skip
    if not told:
        return False
    near = sentence.clause(told[-1].first) == clause or one.at - told[-1].last <= 1
    # «Турция у нас пятая, а Италия вторая»
    again = any(place.last == one.first and place.kind == "country" for place in sentence.places)
    return near or again


def _goes_on_ranking(one: Draft) -> bool:
    """«На Россию приходится 64% оборота. Второе место за Китаем»: of the trade told before."""
    sentence, mentions = one.sentence, one.sentence.mentions
    if not any(foreign(place) for place in sentence.places) or not _after_flow(one):
        return False
    if len({p.codes for p in sentence.abroad}) > 1:
        return True  # «На втором месте по чесноку после Китая значится Узбекистан»
    start = max(sentence.number - _BACK - 1, 0)
    while mentions.tokens.paragraph[start] != mentions.tokens.paragraph[sentence.number]:
        start += 1
    start = min(start, sentence.number - 1)
    first, last = mentions.tokens.bounds[start][0], sentence.first
    return any(foreign(place) for place in mentions.places if first <= place.first < last)


def _after_flow(one: Draft) -> bool:
    """Whether one of the two sentences before tells of a flow, or of who trades most."""
    sentence = one.sentence
    tokens, low = sentence.mentions.tokens, sentence.low
    indicators = sentence.mentions.hits["indicators"]
    for number in range(sentence.number - 1, max(sentence.number - _BACK, 0) - 1, -1):
        again = number == sentence.number - 1
        if not again and tokens.paragraph[number] != tokens.paragraph[sentence.number]:
            return False
        first, last = tokens.bounds[number]
        if any(
            (at in indicators and (indicators[at].entry.value in FLOWS or _came(indicators[at])))
            or low[at].startswith(_TRADERS)
            for at in range(first, last)
        ):
            return True
    return False


def _came(hit: Hit) -> bool:
    """«Имбиря пришло 2,4 тыс. тонн»: an arrival is a flow, whichever way."""
    return hit.entry.kind == "arrival"


def _of_regions(one: Draft) -> bool:
    """«среди регионов Сибири область держит второе место»: of another country's regions."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_PARTS):
        return False
    # not «это пятое место среди регионов» of an oblast at home, told before
    among = any(
        low[i] == "среди" and low[i + 1].startswith(_PARTS) and low[i + 2] not in _OURS
        for i in range(sentence.first, sentence.last - 1)
    )
    return among and not any("KAZ" in place.codes for place in sentence.places)


def _is_told(one: Draft) -> bool:
    """«среди покупателей республика теперь восьмая»: an ordinal by itself, as the predicate."""
    endings = ("ая", "ий", "им", "ой", "ый", "ым", "ье", "ья")
    return one.sentence.low[one.first].endswith(endings)


def _of_partners(one: Draft) -> bool:
    """«первым в Азии и вторым в СНГ по величине торговым партнером», «третий в ЕС инвестор»."""
    low, sentence = one.sentence.low, one.sentence
    words = low[one.last : min(one.last + _TO_PARTNER, sentence.last)]
    if low[one.first].endswith("ым") and any(
        this == "торговым" and word.startswith("партнер") for this, word in pairwise(words)
    ):
        return True
    if words[:1] not in (["в"], ["во"], ["на"]) or not low[one.first].endswith(_HE):
        return False
    held = next((at for at, word in enumerate(words[:_TO_SELLER]) if word in _HOLDERS), None)
    return held is not None and all(_modifies(word) for word in words[2:held])


def _of_sellers(one: Draft) -> bool:
    """«шестым крупнейшим поставщиком зерна», «третий по величине экспортёр»."""
    low, words = one.sentence.low, one.sentence.low[one.last : one.last + _TO_SELLER]
    sellers = [at for at, word in enumerate(words) if word.startswith(_SELLERS)]
    if not sellers:
        return False
    between = words[: sellers[0]]
    named = low[one.first].endswith(("ий", "им", "ой", "ый", "ым"))  # not «до первого покупателя»
    return named and all(word in _BY_SIZE or word.startswith("крупн") for word in between)
