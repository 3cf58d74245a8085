"""Whose statistics a text cites: the other country's, until it turns to Kazakhstan's again.

«Бакинские таможенники насчитали», «узбекский комитет по статистике обнародовал»   the other's
«Поставки узбекских товаров достигли 1,6 млрд», a sentence later                    the other's
«Казахстанское бюро оценивает», «уточнили в Комитете госдоходов РК»                Kazakhstan's
"""

from __future__ import annotations

from kzcoop.claims.partner_place import HOME
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems, Words
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
    "зафиксирова",
)  # fmt: skip
# Kazakhstan's, whatever stands beside: «по данным БНС», «Бюро национальной статистики»
_AT_HOME = Words("бнс", "кгд")
_NATIONAL = frozenset({"национальной", "нацстатистики"})
_REACH = 4  # tokens between a body and whose it is
_OWNERS = frozenset({"adjective", "country", "region"})


def data_owner(sentence: Sentence) -> str | None:
    """Return the country whose statistics a sentence cites, KAZ included; None where none."""
    low = sentence.low
    if sentence.holds(_AT_HOME) or any(
        low[i] == "бюро" and low[i + 1] in _NATIONAL
        for i in range(sentence.first, sentence.last - 1)
    ):
        return HOME
    if not (sentence.begins(_BODIES) and sentence.begins(_COUNTED)):
        return None
    bodies = [i for i in range(sentence.first, sentence.last) if low[i].startswith(_BODIES)]
    for place in sentence.places:
        if place.kind not in _OWNERS or len(place.codes) != 1:
            continue
        for at in bodies:
            if _owns(low, place, at):
                return place.codes[0]
    return None


def _owns(low: list[str], place: Place, at: int) -> bool:
    """«бакинские таможенники», «комитет Узбекистана по статистике», not «в Узбекистан, таможня»."""
    between = low[place.last : at] if place.first < at else low[at + 1 : place.first]
    if len(between) > _REACH or not all(word.isalpha() for word in between):
        return False
    if place.kind == "adjective":
        return place.last <= at
    return at < place.first and low[place.first - 1] not in ("в", "во", "из", "на", "с", "со")


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
