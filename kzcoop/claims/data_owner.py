"""Whose statistics a text cites: the other country's, until it turns to Kazakhstan's again.

«Бакинские таможенники насчитали», «узбекский комитет по статистике обнародовал»   the other's
«Поставки узбекских товаров достигли 1,6 млрд», a sentence later                    the other's
«Казахстанское бюро оценивает», «уточнили в Комитете госдоходов РК»                Kazakhstan's
"""

from __future__ import annotations

from kzcoop.claims.partner_place import HOME
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.place import Place

# bodies that count trade
_BODIES = Stems(
    "бюро", "ведомств", "госкомстат", "комитет", "министерств", "минторг", "минэконом",
    "нацстатком", "статкомитет", "статистик", "статистическ", "таможенник", "таможн",
)  # fmt: skip
# what they do with their figures, and how they are cited
_COUNTED = Stems(
    "данн", "насчита", "обнародова", "опубликова", "оценива", "оценил", "подвел", "подсчет",
    "подсчита", "показыва", "показал", "приводит", "сведени", "уточнил", "учл", "фиксиру",
    "зафиксирова", "видит", "видят", "считает", "считают", "называет", "отчита",
    "посчита", "привел", "свел", "сообщ",
)  # fmt: skip
# Kazakhstan's, whatever stands beside: «по данным БНС», «Бюро национальной статистики»
_AT_HOME = Words("бнс", "кгд")
_NATIONAL = frozenset({"национальной", "нацстатистики"})
_REACH = 4  # tokens between a body and whose it is
_BUREAU = Words("бюро")
_CITED = either(_AT_HOME, _BUREAU, _BODIES)
_ELSEWHERE = frozenset({"в", "во", "из", "на", "с", "со"})
_OWNERS = frozenset({"adjective", "country", "region"})


def data_owner(sentence: Sentence) -> str | None:
    """Return the country whose statistics a sentence cites, KAZ included; None where none."""
    if not sentence.begins(_CITED):
        return None
    low = sentence.low
    if sentence.holds(_AT_HOME) or (
        sentence.holds(_BUREAU)
        and any(
            low[i] in _BUREAU and low[i + 1] in _NATIONAL
            for i in range(sentence.first, sentence.last - 1)
        )
    ):
        return HOME
    if not (sentence.begins(_BODIES) and sentence.begins(_COUNTED)):
        return None
    owners = [p for p in sentence.places if p.kind in _OWNERS and len(p.codes) == 1]
    if not owners:
        return None
    bodies = [i for i in range(sentence.first, sentence.last) if low[i].startswith(_BODIES)]
    return next((p.codes[0] for p in owners if any(_owns(low, p, at) for at in bodies)), None)


def _owns(low: list[str], place: Place, at: int) -> bool:
    """«бакинские таможенники», «комитет Узбекистана по статистике», not «в Узбекистан, таможня»."""
    before = place.last <= at
    start, end = (place.last, at) if before else (at + 1, place.first)
    if not 0 <= end - start <= _REACH or (place.kind == "adjective" and not before):
        return False
    if not before and low[place.first - 1] in _ELSEWHERE:
        return False
    return start == end or "".join(low[start:end]).isalpha()


def turned(owner: str | None, known: str | None, lead: bool, new_paragraph: bool) -> str | None:
    """Return whose statistics the text goes on with; None for Kazakhstan's or nobody's.

    Parameters
    ----------
    owner
        Whose the sentence cites, or None.
    known
        Whose the text has cited so far.
    lead
        Whether ``known`` was told in the lead, which holds for the paragraphs after.
    new_paragraph
        Whether the sentence opens a paragraph.
    """
    if owner is not None:
        return None if owner == HOME else owner
    return known if lead or not new_paragraph else None
