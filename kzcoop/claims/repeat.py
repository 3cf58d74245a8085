"""Figures that a text tells twice: its headline, its lead, a quotation of what was said before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kzcoop.claims.draft import Draft

# measures of which the same value is hardly told of two things
_TOLD = frozenset({"change_pct", "change_ratio", "level", "target"})


def fill_repeated(drafts: Sequence[Draft]) -> None:
    """Give a figure without a period that of the same figure of the same thing told elsewhere.

    «Экспорт вырос на 8,8%» as a headline, «В 2024 году экспорт … на 8,8%» below it.
    """
    told: dict[object, list[Draft]] = defaultdict(list)
    for one in drafts:
        told[_what(one)].append(one)
    for one in drafts:
        if one.period is not None or one.deadline is not None or one.measure not in _TOLD:
            continue
        for other in told[_what(one)]:
            if other.sentence is not one.sentence and (other.period or other.deadline):
                one.period, one.deadline = other.period, other.deadline
                one.base_period = one.base_period or other.base_period
                one.note("period of the same figure elsewhere")
                break


def _what(one: Draft) -> tuple[object, ...]:
    """What a figure tells besides its time."""
    return one.value, one.unit, one.indicator, one.measure, one.partner, one.region
