"""What Kazakhstan's railway carries in a year, all partners together.

``data/reference/freight_totals.csv`` is a ceiling: what crosses the border with one partner
cannot be more than what leaves the country or passes through it altogether.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kzcoop.errors import ReferenceDataError
from kzcoop.reference.source import rows


@dataclass(frozen=True, slots=True)
class FreightTotal:
    """Tonnes that the railway carried in a year; ``flow`` is export, transit or all."""

    flow: str
    year: int
    tonnes: int
    source_name: str
    source_url: str


def rail_total(flow: str) -> FreightTotal:
    """Return the newest total of a flow.

    Raises
    ------
    ReferenceDataError
        No total of that flow.
    """
    found = [total for total in _totals() if total.flow == flow]
    if not found:
        raise ReferenceDataError(f"no total of {flow!r} in freight_totals.csv")
    return max(found, key=lambda total: total.year)


@cache
def _totals() -> tuple[FreightTotal, ...]:
    return tuple(
        FreightTotal(
            row["flow"],
            int(row["year"]),
            int(row["tonnes"]),
            row["source_name"],
            row["source_url"],
        )
        for row in rows("freight_totals")
    )
