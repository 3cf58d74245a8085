"""Figures that a text tells twice: its headline, its lead, a quotation of what was said before."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.draft import Draft

# measures of which the same value is hardly told of two things
_TOLD = frozenset({"change_pct", "change_ratio", "level", "target"})


def fill_repeated(drafts: Sequence[Draft]) -> None:
    """Give a figure without a period that of the same figure of the same thing told elsewhere.

    «Экспорт вырос на 8,8%» as a headline, «В 2024 году экспорт … на 8,8%» below it.
    """
    for one in drafts:
        if one.period is not None or one.deadline is not None or one.measure not in _TOLD:
            continue
        for other in drafts:
            if other is not one and _same(one, other) and (other.period or other.deadline):
                one.period, one.deadline = other.period, other.deadline
                one.base_period = one.base_period or other.base_period
                one.note("period of the same figure elsewhere")
                break


def _same(one: Draft, other: Draft) -> bool:
    return (
        one.value == other.value
        and one.unit == other.unit
        and one.indicator == other.indicator
        and one.measure == other.measure
        and one.partner == other.partner
        and one.region == other.region
        and one.sentence is not other.sentence
    )
