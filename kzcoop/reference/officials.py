"""Terms of office, and what they say about when an undated report was published.

«Премьер-министр Алихан Смаилов» was written between 11 January 2022 and 5 February 2024. Only
rows of ``data/reference/officials.csv`` with a source are used.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from kzcoop.reference.source import rows

# How far from a name its office may stand, in characters.
_BEFORE, _AFTER = 120, 40
_FORMER = re.compile(r"(?:тогдашн|бывш|прежн|экс-)\w*[^.]{0,40}$", re.I)
_STEM = 6  # letters of a word of an office that stay in every case
_ENDING = r"[а-яё]{0,3}"


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


@dataclass(frozen=True, slots=True)
class TermBounds:
    """The days between which a text was written, by the offices it names, and by whose.

    ``latest`` None: the youngest office named had not ended when the table was made.
    """

    earliest: date | None
    latest: date | None
    names: tuple[str, ...]


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


def term_bounds(text: str) -> TermBounds:
    """Return the days between which a text was written, as the offices it names bound them.

    A mention counts where the office stands near the name and no «тогдашний» or «бывший» before
    it; of several offices of one person the longest that fits. Bounds that contradict each other
    (a text about two times) bound nothing.

    >>> term_bounds("Глава кабмина, премьер-министр Алихан Смаилов").earliest
    datetime.date(2022, 1, 11)
    """
    earliest: date | None = None
    latest: date | None = None
    names: list[str] = []
    lowered = text.casefold()
    for name in dict.fromkeys(term.name for term in terms()):
        for term in _named(name, text, lowered):
            earliest = max((day for day in (earliest, term.start) if day), default=None)
            latest = min((day for day in (latest, term.end) if day), default=None)
            names.append(name)
    if earliest and latest and earliest > latest:
        return TermBounds(None, None, ())
    return TermBounds(earliest, latest, tuple(dict.fromkeys(names)))


def _named(name: str, text: str, lowered: str) -> list[Term]:
    """The terms of a person that the text names, one a mention of name with office."""
    surname = name.split()[-1]
    if surname.casefold()[:-1] not in lowered:
        return []
    mine = [term for term in terms() if term.name == name and (term.start or term.end)]
    mine.sort(key=lambda term: -len(term.role))
    pattern = re.compile(rf"\b{re.escape(surname.rstrip('аяйь'))}{_ENDING}\b")
    found: list[Term] = []
    for match in pattern.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        around = (before + text[match.end() : match.end() + _AFTER]).casefold()
        if _FORMER.search(before):
            continue
        fitting = [term for term in mine if all(stem in around for stem in _stems(term.role))]
        found += fitting[:1]
    return found


def _stems(role: str) -> list[str]:
    words = re.findall(r"\w{4,}", role.split("(")[0].casefold())
    return [word[:_STEM] for word in words]


def _day(text: str, *, is_end: bool) -> date | None:
    if not text:
        return None
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if not is_end:
        return date(year, month or 1, day or 1)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])
