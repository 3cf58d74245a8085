"""The ISO periods of claims as months, so that they can be compared.

2022, 2022-01/2022-04, 2022-Q1, 2022-H1, 2015/2018, 2027-12.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(?:(0[1-9]|1[0-2])(?:-\d{2})?|Q([1-4])|H([12])))?")
_YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A closed run of months, each counted from the year 0: 2022-01 is 2022 * 12."""

    first: int
    last: int

    @property
    def months(self) -> int:
        """How many months it has."""
        return self.last - self.first + 1

    @property
    def year(self) -> int | None:
        """The calendar year that it lies in, None where it lies in several."""
        return self.first // _YEAR if self.first // _YEAR == self.last // _YEAR else None

    @property
    def first_year(self) -> int:
        """The year of its first month."""
        return self.first // _YEAR

    @property
    def last_year(self) -> int:
        """The year of its last month."""
        return self.last // _YEAR

    @property
    def is_year(self) -> bool:
        """Whether it is one whole calendar year."""
        return self.months == _YEAR and self.first % _YEAR == 0

    def shifted(self, years: int) -> Span:
        """Return the same months so many years later."""
        return Span(self.first + years * _YEAR, self.last + years * _YEAR)

    def is_inside(self, other: Span) -> bool:
        """Whether it is a part of the other, and less than all of it."""
        return other.first <= self.first and self.last <= other.last and self != other


@lru_cache(maxsize=20_000)
def parse(label: str | None) -> Span | None:
    """Return the months of a period, None where there is none or it cannot be read.

    >>> parse("2022-01/2022-04").months, parse("2022-H1").months, parse("2022").is_year
    (4, 6, True)
    """
    if not label:
        return None
    ends = [_point(part) for part in label.split("/")]
    if any(end is None for end in ends):
        return None
    spans = [end for end in ends if end is not None]
    span = Span(spans[0].first, spans[-1].last)
    return span if span.first <= span.last else None


def year_span(year: int) -> Span:
    """Return the months of a calendar year."""
    return Span(year * _YEAR, year * _YEAR + _YEAR - 1)


def _point(text: str) -> Span | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    start = int(match[1]) * _YEAR
    if match[2]:
        return Span(start + int(match[2]) - 1, start + int(match[2]) - 1)
    if match[3]:
        return Span(start + 3 * (int(match[3]) - 1), start + 3 * int(match[3]) - 1)
    if match[4]:
        return Span(start + 6 * (int(match[4]) - 1), start + 6 * int(match[4]) - 1)
    return Span(start, start + _YEAR - 1)
