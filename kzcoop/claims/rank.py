"""Ranks: «третье место среди торговых партнёров», and what they are of."""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import FLOWS
from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import foreign, home_places, is_subject
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems

# indicators of trade
# who or what is ranked, and by which flow, the first of equals
_RANK_OF = (
    ("поставщик", "import"), ("инвестор", "investment"), ("инвестиц", "investment"),
    ("импортер", "export"), ("покупател", "export"), ("партнер", "turnover"), ("экспорт", "export"),
    ("оборот", "turnover"), ("товарооборот", "turnover"), ("импорт", "import"),
    ("торговл", "turnover"),
)  # fmt: skip
# words of ranks in trade
_TRADED = frozenset({"export", "import", "turnover"})
_RANKED = Stems(
    "инвестор", "импортер", "партнер", "покупател", "поставщик", "рынк", "рынок", "торгующ",
    "экспортер",
)  # fmt: skip
_SELLERS = ("импортер", "инвестор", "покупател", "поставщик", "экспортер")
_BY_SIZE = frozenset("по величине значению важности объему".split())
_TO_SELLER = 5  # tokens from «шестым» to «поставщиком»
_STATES = Stems("государств", "стран")  # «первой среди 107 государств, с которыми торгует»
_ORDINALS = (
    "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят",
)  # fmt: skip
_NUMBER = ("числ", "количеств")
_BY = 4  # tokens from «второе место по» to what it is by
_NEAR = 5  # tokens from «по числу» to what is counted
_PLACES = (
    "мест",
    "показател",
    "позици",
    "результат",
    "строка",
    "строку",
    "строке",
    "строчк",
    "ступен",
)
# «стал вторым торговым партнёром»
_PREDICATES = frozenset(
    "второй вторым первой первый первым пятой пятым третий третьей третьим четвертой четвертым"
    " шестой шестым".split()
)
# «остаётся первым», «третьей стоит Корея»
_COPULAS = ("значит", "идет", "оказа", "оста", "стои", "шел", "шла")
_FOLLOWS = ("идет", "следу", "стои", "шел", "шла")
_PREDICATE_ENDS = ("ая", "ие", "ий", "им", "ой", "ый", "ым", "ые", "ье", "ьей", "ьи", "ья")
_ENDS = frozenset(". , : ; ( ) – —".split())
_TO_PARTNER = 14  # tokens from «первым в …» to «торговым партнером»
_TO_HOLDER = 4  # tokens from «третьей стоит» to who does
_PARTS = Stems("област", "регион", "субъект")  # of another country, ranked among themselves


def assign_rank(one: Draft) -> None:
    """Make a draft a rank where its sentence ranks in trade, and reject any other ordinal."""
    low, sentence = one.sentence.low, one.sentence
    after = low[one.last : one.last + 3]
    trade = sentence.begins(_RANKED) or any(hit.entry.value in FLOWS for hit in sentence.indicators)
    placed = bool(after) and after[0].startswith(_PLACES)
    if any(word.startswith("партнер") for word in after) and (
        low[one.first][0].isdigit()  # «Япония – 9-й торговый партнёр»
        or low[one.first].startswith(_ORDINALS)
    ):
        placed = True  # «первый торговый партнёр»
    placed = placed or _of_sellers(one) or _of_partners(one)
    if low[one.last : one.last + 1] == ["на"] and sentence.word_at(one.last + 2).startswith(
        _PLACES
    ):
        placed = True  # «поднялась с седьмого на пятое место»
    by = bool(after) and after[0] == "по" and trade
    among = sentence.begins(_RANKED) or (after[:1] == ["среди"] and sentence.begins(_STATES))
    told = low[one.first] in _PREDICATES or (
        _is_told(one) and "среди" in low[sentence.first : one.at]
    )
    predicate = trade and among and told
    if (
        _is_told(one)
        and after[:1] == ["в"]
        and {"списке", "рейтинге"} & set(low[one.last : one.last + 4])
    ):
        placed = trade = True  # «по этому показателю Париж пятый в общем списке»
    sides = any(hit.entry.value in _TRADED for hit in sentence.indicators)
    predicate = predicate or (sides and after[:1] == ["после"] and _is_told(one))
    placed = placed or low[one.first - 1] == "номер"  # «партнёр номер один»
    placed = placed or _second_place(one)
    trade = trade or (placed and (_by_number(one) is not None or _goes_on_ranking(one)))
    several = low[one.first] in ("первых", "первые")  # «три первых места занимают Китай и …»
    if several or _of_regions(one):
        one.reject("ordinal")
        return
    if _stands(one) and (trade or _after_flow(one)):
        placed = trade = True
    if (
        (placed and trade)
        or by
        or (predicate and (not after or after[0] in (".", ",", "по", "после", "среди", "»")))
    ):
        one.kind, one.unit = "rank", "rank"
        return
    one.reject("ordinal")


def _stands(one: Draft) -> bool:
    """«Казахстан остаётся первым: 20 млрд», «мы третьи», «третьей стоит Корея»."""
    sentence, low = one.sentence, one.sentence.low
    if not low[one.first].endswith(_PREDICATE_ENDS):
        return False
    if one.last >= sentence.last or low[one.last] in _ENDS:
        led = sentence.word_before(one.first)
        return led == "мы" or (
            led.startswith((*_COPULAS, "–", "—"))  # «Италия – третья»
            and any(p.kind == "country" and p.last == one.first - 1 for p in sentence.places)
        )
    return low[one.last].startswith(_FOLLOWS) and any(
        foreign(place) and 0 < place.first - one.last <= _TO_HOLDER for place in sentence.places
    )


def _goes_on_ranking(one: Draft) -> bool:
    """«На Россию приходится 64% оборота. Второе место за Китаем»: of the trade told before."""
    sentence, mentions = one.sentence, one.sentence.mentions
    if not any(foreign(place) for place in sentence.places) or not _after_flow(one):
        return False
    first, last = mentions.tokens.bounds[sentence.number - 1]
    return any(foreign(place) for place in mentions.places if first <= place.first < last)


def _after_flow(one: Draft) -> bool:
    """Whether the sentence before tells of a flow."""
    sentence = one.sentence
    if sentence.number == 0:
        return False
    first, last = sentence.mentions.tokens.bounds[sentence.number - 1]
    indicators = sentence.mentions.hits["indicators"]
    return any(
        at in indicators and indicators[at].entry.value in FLOWS for at in range(first, last)
    )


def _second_place(one: Draft) -> bool:
    """«среди продавцов занимает 14-е место, среди покупателей – 11-е»: a place without its noun.

    Also «первый партнёр в Евросоюзе и третий в мире».
    """
    sentence, low = one.sentence, one.sentence.low
    if low[one.first - 1] == "и" and sentence.word_at(one.last) == "в" and _is_told(one):
        return any(
            q.kind == "ordinal" and q.last < one.first and low[q.last].startswith("партнер")
            for q in sentence.quantities
        )
    after = sentence.low[one.last : one.last + 1]
    before = [q for q in sentence.quantities if q.kind == "ordinal" and q.last < one.first]
    if after in (["–"], ["—"]) and any(p.first == one.last + 1 for p in sentence.places):
        # «второе место занимает Россия, третье – Турция»
        return any(low[q.last].startswith(_PLACES) for q in before)
    if sentence.word_before(one.first) not in ("–", "—", "на"):
        return False
    before = [q for q in sentence.quantities if q.kind == "ordinal" and q.last < one.first]
    return any(low[q.last].startswith(_PLACES) for q in before) and (
        one.last >= sentence.last or low[one.last] in (".", ",", ";", "среди")
    )


def _home_is(sentence: Sentence) -> bool:
    """Whether Kazakhstan is who is ranked."""
    return any(is_subject(sentence, place) for place in home_places(sentence))


def _of_regions(one: Draft) -> bool:
    """«среди регионов Сибири область держит второе место»: of another country's regions."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_PARTS):
        return False
    among = any(
        low[i] == "среди" and low[i + 1].startswith(_PARTS)
        for i in range(sentence.first, sentence.last - 1)
    )
    return among and not any("KAZ" in place.codes for place in sentence.places)


def _is_told(one: Draft) -> bool:
    """«среди покупателей республика теперь восьмая»: an ordinal by itself, as the predicate."""
    endings = ("ая", "ий", "им", "ой", "ый", "ым", "ье", "ья")
    return one.sentence.low[one.first].endswith(endings)


def _of_partners(one: Draft) -> bool:
    """«является первым в Азии и вторым в СНГ по величине торговым партнером»."""
    words = one.sentence.low[one.last : one.last + _TO_PARTNER]
    return one.sentence.low[one.first].endswith("ым") and any(
        this == "торговым" and word.startswith("партнер") for this, word in pairwise(words)
    )


def _of_sellers(one: Draft) -> bool:
    """«шестым крупнейшим поставщиком зерна», «третий по величине экспортёр»."""
    low, words = one.sentence.low, one.sentence.low[one.last : one.last + _TO_SELLER]
    sellers = [at for at, word in enumerate(words) if word.startswith(_SELLERS)]
    if not sellers:
        return False
    between = words[: sellers[0]]
    named = low[one.first].endswith(("ий", "им", "ой", "ый", "ым"))  # not «до первого покупателя»
    return named and all(word in _BY_SIZE or word.startswith("крупн") for word in between)


def rank_indicator(one: Draft) -> str | None:
    """Return what a rank is of, by who is ranked: «восьмое место среди поставщиков»."""
    low, sentence = one.sentence.low, one.sentence
    counted = _by_number(one)
    if counted is not None:
        return counted
    at = one.last + low[one.last : one.last + 1][0].startswith(_PLACES) if low[one.last :] else 0
    if at and sentence.word_at(at) in ("по", "в"):
        # «первым среди партнёров по обороту и вторым по экспорту», «третье место в экспорте»
        told = [h for h in sentence.indicators if at < h.first <= at + _BY]
        if told and told[0].entry.value in FLOWS - {"export_potential"}:
            return told[0].entry.value
    best: tuple[int, str] | None = None
    last = _next_place(one)
    for index in range(sentence.first, last):
        for stem, indicator in _RANK_OF:
            if low[index].startswith(stem):
                if "-импорт" in low[index]:
                    indicator = "turnover"  # «по экспорту-импорту»
                gap = abs(index - one.at)
                if stem == "поставщик" and _home_is(sentence):
                    indicator = "export"  # «Казахстан – шестой поставщик зерна в мире»
                if best is None or gap < best[0]:
                    best = (gap, indicator)
    return best[1] if best is not None else None


def _next_place(one: Draft) -> int:
    """«занимает 8-е место, по импорту – 6-е»: where what the next place is of begins."""
    sentence = one.sentence
    for q in sentence.quantities:
        if q.kind == "ordinal" and q.first > one.last:
            commas = [i for i in range(one.last, q.first) if sentence.low[i] in (",", "а", ";")]
            return commas[0] if commas else sentence.last
    return sentence.last


def _by_number(one: Draft) -> str | None:
    """«по числу иностранных компаний Китай занимает пятое место»: what is counted.

    «4 тысячи компаний с китайским капиталом – второе место»: of the count before the dash.
    """
    low, sentence = one.sentence.low, one.sentence
    if sentence.word_before(one.first) in ("–", "—") and any(
        q.noun is not None and q.noun.kind == "enterprises_count" and q.last < one.first
        and not any(hit.first > q.last and hit.entry.value in FLOWS - {"investment"}
                    for hit in sentence.indicators if hit.first < one.first)
        for q in sentence.quantities
    ):  # fmt: skip
        return "enterprises_count"
    counted = sentence.mentions.hits["counted"]
    for index in range(sentence.first, sentence.last - 1):
        if low[index] != "по" or not low[index + 1].startswith(_NUMBER):
            continue
        for here in range(index + 2, min(index + 2 + _NEAR, sentence.last)):
            hit = counted.get(here)
            if hit is not None and hit.entry.kind == "enterprises_count":
                return hit.entry.kind
    return None
