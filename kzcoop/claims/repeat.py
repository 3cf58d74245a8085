"""Figures that a text tells twice: its headline, its lead, a quotation of what was said before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft

# measures of which the same value is hardly told of two things
_HEADING = 1  # the last sentence that may be a headline or what stands below it
_PLAIN = frozenset({"money", "percent", "ratio", "teu", "tonne"})
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


def adopt_headlines(drafts: Sequence[Draft]) -> None:
    """Let a figure of the headline that no word explains be what the text below says it is.

    «На пути к $1 млрд», «Показатель вырос на 11% за год»
    """
    for one in drafts:
        if one.sentence.number > _HEADING:
            return
        if one.rejected not in ("out_of_scope", "unread") or one.kind not in _PLAIN or one.aside:
            continue
        same = [
            other
            for other in drafts
            if other.sentence.number > one.sentence.number
            and (other.value, other.unit) == (one.value, one.unit)
        ]
        if not same or any(other.rejected for other in same) or len({_what(o) for o in same}) > 1:
            continue
        told = same[0]
        one.indicator, one.measure, one.status = told.indicator, told.measure, told.status
        one.reporter, one.partner, one.region = told.reporter, told.partner, told.region
        one.period, one.base_period = told.period, told.base_period
        one.deadline, one.commodity, one.rejected = told.deadline, told.commodity, None
        one.note("what the text below says of the same figure")


def _what(one: Draft) -> tuple[object, ...]:
    """What a figure tells besides its time."""
    return one.value, one.unit, one.indicator, one.measure, one.partner, one.region
