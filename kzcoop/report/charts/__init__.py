"""Charts of the report: each function returns one drawing with its text alternative."""

from __future__ import annotations

from kzcoop.report.charts.base import COUNTRY_COLOURS, MARKERS, Chart, NoChart, colour
from kzcoop.report.charts.trade import growth_by_partner, trade

__all__ = [
    "COUNTRY_COLOURS", "MARKERS", "Chart", "NoChart", "colour", "growth_by_partner", "trade",
]  # fmt: skip
