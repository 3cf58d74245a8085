"""ISO period labels as they stand in the claims, and what can be compared with what.

Labels: 2022, 2022-01/2022-04, 2022-Q1, 2022-H1, 2015/2018, 2027-12, 2025-12-25.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_POINT = re.compile(r"^(\d{4})(?:-(?:(0[1-9]|1[0-2])(?:-(\d\d))?|Q([1-4])|H([12])))?$")


@dataclass(frozen=True, slots=True)
class Months:
    """A closed run of months; a whole year is months 1 to 12 of one year."""

    year: int
    month: int
    last_year: int
    last_month: int

    @property
    def is_year(self) -> bool:
        """Say whether this is one full calendar year."""
        return self.year == self.last_year and (self.month, self.last_month) == (1, 12)

    @property
    def is_part_year(self) -> bool:
        """Say whether these are some months of one calendar year."""
        return self.year == self.last_year and not self.is_year

    @property
    def label(self) -> str:
        """The months without their year: ``01-04``; part-years compare only within one label."""
        return f"{self.month:02d}-{self.last_month:02d}"


def _point(label: str) -> Months | None:
    found = _POINT.match(label)
    if found is None:
        return None
    year = int(found[1])
    if found[2]:
        return Months(year, int(found[2]), year, int(found[2]))
    if found[4]:
        return Months(year, 3 * int(found[4]) - 2, year, 3 * int(found[4]))
    if found[5]:
        return Months(year, 6 * int(found[5]) - 5, year, 6 * int(found[5]))
    return Months(year, 1, year, 12)


def months(label: str | None) -> Months | None:
    """Return the months of a label, ``None`` where it is missing or not one.

    >>> months("2022-01/2022-04")
    Months(year=2022, month=1, last_year=2022, last_month=4)
    >>> months("2022-Q3").label, months("2022").is_year, months("soon")
    ('07-09', True, None)
    """
    if not label:
        return None
    first, _, last = label.partition("/")
    start, end = _point(first), _point(last or first)
    if start is None or end is None:
        return None
    return Months(start.year, start.month, end.last_year, end.last_month)


def full_year(label: str | None) -> int | None:
    """Return the year when the label is one full calendar year, else ``None``.

    >>> full_year("2022"), full_year("2022-01/2022-12"), full_year("2022-01/2022-04")
    (2022, 2022, None)
    """
    found = months(label)
    return found.year if found is not None and found.is_year else None


def last_day(label: str | None) -> date | None:
    """Return the last day of a period or deadline.

    >>> last_day("2027-12"), last_day("2030"), last_day("2025-12-25"), last_day(None)
    (datetime.date(2027, 12, 31), datetime.date(2030, 12, 31), datetime.date(2025, 12, 25), None)
    """
    found = months(label)
    if found is None or label is None:
        return None
    exact = _POINT.match(label.rpartition("/")[2])
    if exact is not None and exact[3]:
        return date(int(exact[1]), int(exact[2]), int(exact[3]))
    days = calendar.monthrange(found.last_year, found.last_month)[1]
    return date(found.last_year, found.last_month, days)


def last_full_year(as_of: str) -> int:
    """Return the last calendar year that was over on a date.

    >>> last_full_year("2026-06-30"), last_full_year("2025-12-31")
    (2025, 2024)
    """
    return date.fromisoformat(as_of).year - 1
