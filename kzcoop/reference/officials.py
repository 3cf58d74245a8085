"""Terms of office: the rows of ``data/reference/officials.csv`` that have a source.

What they say about when an undated report was published: :mod:`kzcoop.claims.time.dating`.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from kzcoop.reference.source import rows

_REMEMBERED = 5_000  # names


@dataclass(frozen=True, slots=True)
class Term:
    """A person's term in an office; ``start`` and ``end`` are None where they are not known.

    A month or a year in the table becomes its first day in ``start`` and its last in ``end``.
    """

    name: str
    role: str
    country: str
    start: date | None
    end: date | None
    source_url: str


@cache
def terms() -> tuple[Term, ...]:
    """Return the sourced terms of office in the order of the table."""
    return tuple(
        Term(
            name=row["name_ru"],
            role=row["role"],
            country=row["country"],
            start=_day(row["from"], is_end=False),
            end=_day(row["to"], is_end=True),
            source_url=row["source_url"],
        )
        for row in rows("officials")
        if row["source_url"]
    )


@lru_cache(maxsize=_REMEMBERED)
def terms_of(name: str) -> tuple[Term, ...]:
    """Return the terms of a person whose beginning or end is known."""
    return tuple(term for term in terms() if term.name == name and (term.start or term.end))


def _day(text: str, *, is_end: bool) -> date | None:
    if not text:
        return None
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if not is_end:
        return date(year, month or 1, day or 1)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])
