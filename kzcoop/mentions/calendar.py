"""Years and months as numbers: ISO forms, and what a date of publication makes of them.

Months are a pair (first, last). Where the first is the greater they begin in the year before:
the months (7, 6) of 2022 are July 2021 to June 2022.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Months = tuple[int, int]
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_SHORT = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2"}
_LONG = {name: months for months, name in _SHORT.items()}


def iso(year: int | None, months: Months | None = None) -> str | None:
    """Return the ISO form of months of a year, or None for an open or impossible one.

    >>> iso(2022), iso(2022, (5, 5)), iso(2022, (1, 4)), iso(2022, (4, 6)), iso(2022, (7, 6))
    ('2022', '2022-05', '2022-01/2022-04', '2022-Q2', '2021-07/2022-06')
    """
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if months is None or months == (1, 12):
        return str(year)
    if months in _SHORT:
        return f"{year}-{_SHORT[months]}"
    first, last = months
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return str(year)
    if first == last:
        return f"{year}-{first:02d}"
    return f"{year - (first > last)}-{first:02d}/{year}-{last:02d}"


def bounds(period: str) -> tuple[int, int] | None:
    """Return the first and the last month of an ISO period, counted from the year 0.

    >>> bounds("2024-Q2") == bounds("2024-04/2024-06"), bounds("2024-02")
    (True, (24289, 24289))
    """
    first, _, last = period.partition("/")
    ends = _ends(first), _ends(last or first)
    return None if ends[0] is None or ends[1] is None else (ends[0][0], ends[1][1])


def _ends(part: str) -> tuple[int, int] | None:
    """The first and the last month of a year, a half, a quarter or a month."""
    year, _, rest = part.partition("-")
    if not year.isdecimal():
        return None
    start = int(year) * 12
    if not rest:
        return start, start + 11
    if rest in _LONG:
        return start + _LONG[rest][0] - 1, start + _LONG[rest][1] - 1
    return (start + int(rest) - 1, start + int(rest) - 1) if rest.isdecimal() else None


def interval(first: tuple[int, int], last: tuple[int, int]) -> str:
    """Return the ISO interval between two months, each as (year, month).

    >>> interval((2024, 9), (2025, 6)), interval((2024, 5), (2024, 5))
    ('2024-09/2025-06', '2024-05')
    """
    if first == last:
        return f"{first[0]}-{first[1]:02d}"
    return f"{first[0]}-{first[1]:02d}/{last[0]}-{last[1]:02d}"


def quarter(number: int) -> Months:
    """Return the months of a quarter: 2 is April to June."""
    return 3 * number - 2, 3 * number


def shifted(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the year and month that lie ``by`` months later."""
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


@dataclass(frozen=True, slots=True)
class Clock:
    """The date of publication as far as it is known.

    ``dct`` is the date, or None; ``year`` the current year, which can be known without it.
    """

    dct: date | None
    year: int | None

    def latest(self, months: Months) -> int | None:
        """The year of months named without one: the last whose end was not ahead."""
        if self.dct is None:
            return None
        return self.dct.year - (months[1] > self.dct.month)

    def ended(self, months: Months) -> int | None:
        """The year in which these months were last over."""
        if self.dct is None:
            return None
        return self.dct.year - (months[1] >= self.dct.month)

    def coming(self, months: Months) -> int | None:
        """The year in which these months will next be over."""
        if self.dct is None:
            return None
        return self.dct.year + (months[1] < self.dct.month)

    def nearest(self, month: int) -> int | None:
        """The year of a day named without one: the nearest to the publication."""
        if self.dct is None:
            return None
        away = month - self.dct.month
        return self.dct.year + (away < -6) - (away > 6)

    def month(self, by: int = 0) -> tuple[int, int] | None:
        """Year and month of publication, moved by so many months."""
        return shifted(self.dct.year, self.dct.month, by) if self.dct else None
