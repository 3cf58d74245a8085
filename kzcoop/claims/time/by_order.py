"""Figures that take their periods in the order in which both are listed.

«в 2021 и 2022 годах – 45 и 82 млн долларов»           the first of 2021, the second of 2022
«по сравнению с тем же периодом 2021 года (140 и 29 тыс. тонн соответственно)»   now, then
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Words
from kzcoop.mentions.period import Period, iso
from kzcoop.mentions.quantity import Quantity

_JOINTS = ([","], ["и"], [",", "и"], ["и", "в"], [",", "в"], [",", "а", "в"], ["а", "в"])
_IN_TURN = Words("соответственно")
_OPENED = Words("(")
_REACH = 2  # tokens between the second figure and «соответственно»


def period_in_order(one: Draft) -> str | None:
    """Return the period in the place of a list that the figure has in its own, or None."""
    sentence = one.sentence
    if len(sentence.periods) < 2 and not sentence.holds(_IN_TURN):
        return None
    figures = _figures(one)
    if len(figures) < 2:
        return None
    place = figures.index(one.quantity)
    for listed in _lists(sentence.periods, sentence.low):
        apart = listed[-1].last <= figures[0].first or figures[-1].last <= listed[0].first
        if len(listed) == len(figures) and apart:
            return listed[place].value
    if sentence.holds(_IN_TURN):
        for period in sentence.periods:
            months = period.months
            if period.role != "at" or months is None or "и" not in _words(one, period):
                continue
            if months[1] - months[0] + 1 == len(figures):  # «в мае и июне»
                return iso(period.year, (months[0] + place,) * 2)
    return None


def now_and_then(one: Draft) -> int | None:
    """Whether a figure is the first or the second of a pair «(140 и 29 тыс. тонн соответственно)».

    The first is of the present, the second of what it is compared with.
    """
    sentence = one.sentence
    if not sentence.holds(_OPENED):
        return None
    figures = _figures(one)
    if len(figures) != 2 or sentence.word_before(figures[0].lead) != "(":
        return None
    after = sentence.low[figures[1].last : figures[1].last + _REACH]
    return figures.index(one.quantity) if "соответственно" in after else None


def _words(one: Draft, period: Period) -> list[str]:
    return one.sentence.low[period.first : period.last]


def _figures(one: Draft) -> list[Quantity]:
    """The figures of one kind joined by commas and «и» to a list, this one among them."""
    low, found = one.sentence.low, [one.quantity]
    same = [q for q in one.sentence.quantities if q.kind in (one.quantity.kind, one.kind, "bare")]
    place = same.index(one.quantity) if one.quantity in same else -1
    if place < 0:
        return found
    for other in same[place + 1 :]:
        if low[found[-1].last : other.first] not in _JOINTS:
            break
        found.append(other)
    for other in reversed(same[:place]):
        if low[other.last : found[0].first] not in _JOINTS:
            break
        found.insert(0, other)
    return found


def _lists(periods: Sequence[Period], low: Sequence[str]) -> list[list[Period]]:
    """The periods joined by commas and «и» to lists."""
    lists: list[list[Period]] = []
    for period in periods:
        if period.role != "at" or period.value is None:
            continue
        if lists and low[lists[-1][-1].last : period.first] in _JOINTS:
            lists[-1].append(period)
        else:
            lists.append([period])
    return [listed for listed in lists if len(listed) > 1]
