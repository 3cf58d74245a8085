"""Firms counted at a day: those that the text goes on to divide stand at the same day.

«На 1 апреля 2023 года числилось 28 тыс. предприятий … Компаний с китайским капиталом – 1,6 тыс.»
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.base_period import earlier
from kzcoop.mentions.period import Period

_FIRMS = "enterprises_count"
_REACH = 5  # sentences
_ONE_MONTH = len("2023-04")
_YEAR_BEFORE = Period(0, 0, "base", None, shift=-1)


def date_stocks(drafts: Sequence[Draft]) -> None:
    """Give firms and what became of their number the day at which the first were counted."""
    day: str | None = None
    number = 0
    for one in drafts:
        if one.indicator != _FIRMS or one.status != "actual" or one.is_base:
            continue
        near = one.sentence.number - number <= _REACH
        if one.period is not None:
            # a month alone is that of a day: «на конец марта», «на 1 апреля»
            day = one.period if _is_day(one.period) else None
            number = one.sentence.number
        elif day is not None and near and not one.sentence.has("now"):
            one.period = day
            one.note("counted at the day told before")
            number = one.sentence.number
            if one.base_period is None and any(p.role == "base" for p in one.sentence.periods):
                one.base_period = earlier(day, _YEAR_BEFORE)


def _is_day(period: str) -> bool:
    return len(period) == _ONE_MONTH and period[5:].isdigit()
