"""What a rank is of: the flow or the count by which the ranked stand in order.

«восьмое место среди поставщиков»                         by who is ranked
«первым среди партнёров по обороту и вторым по экспорту»  by the flow right after
«по числу иностранных компаний – пятое место»             by what is counted
"""

from __future__ import annotations

from kzcoop.claims.claim import FLOWS
from kzcoop.claims.place.partner_place import home_places, is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems

# who or what is ranked, and by which flow, the first of equals
_RANK_OF = (
    ("поставщик", "import"), ("продавец", "import"), ("продавц", "import"), ("источник", "import"),
    ("инвестор", "investment"), ("инвестиц", "investment"),
    ("импортер", "export"), ("покупател", "export"), ("партнер", "turnover"), ("экспорт", "export"),
    ("оборот", "turnover"), ("товарооборот", "turnover"), ("импорт", "import"),
    ("торговл", "turnover"),
)  # fmt: skip
_COUNTS = Stems("количеств", "счет", "числу")
_NUMBER = ("числ", "количеств")
_BY = 4  # tokens from «второе место по» to what it is by
_NEAR = 5  # tokens from «по числу» to what is counted
_BUYERS = Stems("покупател")
_CALLED = ("назва", "назыв", "призна", "счита")  # «вторым поставщиком назвал Казахстан губернатор»
_WHO = {"покупает": "export", "продает": "import"}
_BOTH = {"покупа", "постав"}
PLACES = (
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


def _home_is(sentence: Sentence) -> bool:
    """Whether Kazakhstan is who is ranked, and not called so by another."""
    return any(
        is_subject(sentence, place) and not sentence.word_before(place.first).startswith(_CALLED)
        for place in home_places(sentence)
    )


def rank_indicator(one: Draft) -> str | None:
    """Return what a rank is of, by who is ranked: «восьмое место среди поставщиков»."""
    low, sentence = one.sentence.low, one.sentence
    counted = by_number(one)
    if counted is not None:
        return counted
    if _both_traders(sentence):
        return "turnover"
    at = one.last + low[one.last : one.last + 1][0].startswith(PLACES) if low[one.last :] else 0
    if at and sentence.word_at(at) in ("по", "в"):
        # «первым среди партнёров по обороту и вторым по экспорту», «третье место в экспорте»
        told = [h for h in sentence.indicators if at < h.first <= at + _BY]
        if told and told[0].entry.value in FLOWS - {"export_potential"}:
            return told[0].entry.value
    if at and sentence.word_at(at) == "среди" and not _home_is(sentence):
        # «третье среди инвесторов и восьмое среди торговых партнёров»
        for word in low[at + 1 : min(at + 1 + _BY, sentence.last)]:
            for stem, indicator in _RANK_OF:
                if word.startswith(stem):
                    return indicator
    best: tuple[int, str] | None = None
    last = _next_place(one)
    for index in range(sentence.first, last):
        if index < one.at and low[index] in _WHO and "кто" in low[index - 3 : index]:
            # «среди тех, кто покупает у них, область первая, среди тех, кто продаёт, – третья»
            best = (abs(index - one.at), _WHO[low[index]])
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


def _both_traders(sentence: Sentence) -> bool:
    """«пятая строка в таблице покупателей и поставщиков»: of those who trade both ways."""
    low = sentence.low
    if not sentence.begins(_BUYERS):
        return False
    return any(
        low[i + 1] == "и" and {low[i][:6], low[i + 2][:6]} == _BOTH
        for i in range(sentence.first, sentence.last - 2)
    )


def _next_place(one: Draft) -> int:
    """«занимает 8-е место, по импорту – 6-е»: where what the next place is of begins."""
    sentence = one.sentence
    for q in sentence.quantities:
        if q.kind == "ordinal" and q.first > one.last:
            commas = [i for i in range(one.last, q.first) if sentence.low[i] in (",", "а", ";")]
            return commas[0] if commas else sentence.last
    return sentence.last


def by_number(one: Draft) -> str | None:
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
    if sentence.begins(_COUNTS) and _by_count_before(sentence):
        return "enterprises_count"
    for index in range(sentence.first, sentence.last - 1):
        if low[index] != "по" or not low[index + 1].startswith(_NUMBER):
            continue
        for here in range(index + 2, min(index + 2 + _NEAR, sentence.last)):
            hit = counted.get(here)
            if hit is not None and hit.entry.kind == "enterprises_count":
                return hit.entry.kind
    return None


def _by_count_before(sentence: Sentence) -> bool:
    """«Предприятий с её капиталом 3 700. По этому счёту Турция вторая»: by those firms."""
    low, first = sentence.low, sentence.first
    opened = low[first] == "по" and low[first + 1] in ("данному", "их", "этому")
    if not (opened and low[first + 2].startswith(_COUNTS)) or not sentence.number:
        return False
    start, end = sentence.mentions.tokens.bounds[sentence.number - 1]
    counted = sentence.mentions.hits["counted"]
    told = [counted[i].entry.kind for i in range(start, end) if i in counted]
    return "enterprises_count" in told
