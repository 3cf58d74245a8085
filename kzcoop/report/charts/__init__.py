"""Charts of the report: each function returns one drawing with its text alternative."""

from __future__ import annotations

from kzcoop.report.charts.base import COUNTRY_COLOURS, MARKERS, Chart, NoChart, colour
from kzcoop.report.charts.border import border_map, posts
from kzcoop.report.charts.projects import claims_by_year, joint_projects
from kzcoop.report.charts.said import claims
from kzcoop.report.charts.targets import gaps_by_partner, target_paths
from kzcoop.report.charts.timeline import timeline
from kzcoop.report.charts.trade import growth_by_partner, trade

__all__ = [
    "COUNTRY_COLOURS", "MARKERS", "Chart", "NoChart", "border_map", "claims", "claims_by_year",
    "colour", "gaps_by_partner", "growth_by_partner", "joint_projects", "posts", "target_paths",
    "timeline", "trade",
]  # fmt: skip
