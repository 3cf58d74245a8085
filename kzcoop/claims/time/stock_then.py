"""Of when a stock is that stands beside today's: «работают 170 фирм, годом ранее их было 148»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kzcoop.claims.claim import STOCK
from kzcoop.claims.measure.share import preposition
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.base_beside import crossed, leads_to
from kzcoop.claims.time.base_period import earlier


def stock_then(one: Draft, before: Sequence[Draft], dct: date | None) -> str | None:
    """«работают 170 фирм, годом ранее их было 148»: the year before, of what stands today."""
    if one.measure != "count" or one.indicator not in STOCK or one.status != "actual":
        return None
    for period in one.sentence.periods:
        if period.role != "base" or period.months is not None or crossed(one, period):
            continue
        if not leads_to(one, period, preposition(one)):
            continue
        told = next((d.period for d in reversed(before) if d.period and not d.is_base), None)
        if period.value is not None:
            return period.value
        if told is not None or dct is None:
            return earlier(told, period) if told is not None else None
        return str(period.year or dct.year + period.shift)
    return None
