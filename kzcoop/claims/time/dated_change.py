"""Levels that a change joins: the older of the two is of the year before.

«Вывоз дошёл до 720 тыс. тонн, на 20% больше; прежний счёт – 600 тыс.»   600 · 1.2 = 720
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

from kzcoop.claims.claim import MOVED, SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.base_period import earlier
from kzcoop.claims.time.nearest_period import CHANGES
from kzcoop.mentions.period import Period

_YEAR_BEFORE = Period(0, 0, "base", None, shift=-1)
_HUNDRED, _ONE = Decimal(100), Decimal(1)
_LEAST = Decimal("0.04")  # a change below it joins any two levels that are close
_HALF = Decimal("0.55")  # of the last digit told, which rounding may leave
_ROUGH = Decimal("0.055")  # of times: «вдвое» joins more levels than it was said of
_THREE = 3  # figures: a change and the two levels that it joins


def date_bases(drafts: Sequence[Draft]) -> None:
    """Give the level that a change starts from the year before, where it has that of the other.

    The three figures stand side by side, and the change is what the levels make it to its last
    digit.
    """
    for first in range(len(drafts) - _THREE + 1):
        three = drafts[first : first + _THREE]
        changes = [one for one in three if one.measure in CHANGES]
        if len(changes) != 1 or not _of_one(three, changes[0]) or _of_sides(three):
            continue
        one = changes[0]
        told = one.value / _HUNDRED + _ONE if one.kind == "percent" else one.value
        if abs(told - _ONE) < _LEAST or told <= 0:
            continue
        left = _HALF * Decimal(10) ** int(one.value.as_tuple().exponent)
        left = left / _HUNDRED if one.kind == "percent" else min(left, _ROUGH)
        for new, old in permutations([other for other in three if other is not one]):
            if old.value > 0 and abs(new.value / old.value - told) <= left:
                _redate(old, new)


def _of_one(three: Sequence[Draft], change: Draft) -> bool:
    """Whether three figures tell of one flow in one unit, two of them as levels of one period."""
    levels = [one for one in three if one is not change]
    return (
        change.indicator in MOVED
        and change.kind in ("percent", "ratio")
        and all(
            one.measure == "level"
            and one.status == "actual"
            and (one.indicator, one.partner, one.reporter)
            == (change.indicator, change.partner, change.reporter)
            for one in levels
        )
        and levels[0].unit == levels[1].unit
        and levels[0].period == levels[1].period is not None
        and three[-1].sentence.number - three[0].sentence.number <= 1
    )


def _of_sides(three: Sequence[Draft]) -> bool:
    """«экспорт впятеро превосходил импорт: 516 против 104 млн»: side against side, of one year."""
    first, last = three[0], three[-1]
    if first.measure != "change_ratio" or last.sentence is not first.sentence:
        return False
    flows = {hit.entry.value for hit in first.sentence.indicators if hit.last <= three[1].at}
    return flows >= SIDES and "против" in first.sentence.low[three[1].last : last.first]


def _redate(old: Draft, new: Draft) -> None:
    """Take a level for that of the year before another."""
    if old.period == new.period and new.period is not None:
        old.period, old.is_base = earlier(new.period, _YEAR_BEFORE), True
        old.note("what a change beside it started from")
