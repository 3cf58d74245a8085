"""When an undated report was written: bounds from what it names.

A report that names the figures of «четыре месяца 2022 года» was written after April 2022; one in
which an official holds an office, after the term began and, where nothing says that it looks back,
before it ended; one that plans something «до конца 2027 года», before that. Bounds are meant to be
true rather than narrow: what contradicts the rest bounds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kzcoop.claims.time.dating_years import date_line, year_evidence
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.person import Person
from kzcoop.mentions.role import kind_of
from kzcoop.reading.document import Document
from kzcoop.reference.officials import Term, terms_of

FRONT_MATTER = "front matter"
LINE = "date line of the text"
YEAR = "year named in the text"
TERM = "term of office of {}"
_OPENING = 5  # tokens within which a year opens a sentence
Limit = tuple[date, str]  # a day, and what says so


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days between which a report was published; None where nothing bounds that side.

    ``dated_by`` says how: front matter, date line of the text, term of office of …, year named in
    the text, or several of these joined by "; "; None where there are no bounds.
    """

    earliest: date | None
    latest: date | None
    dated_by: str | None


def date_bounds(document: Document, mentions: Mentions, persons: Sequence[Person]) -> Bounds:
    """Return when a document was published, as far as it says.

    Parameters
    ----------
    document
        The report; a date in its front matter is both bounds.
    mentions
        Its mentions.
    persons
        Its persons, as ``read_persons`` gives them.
    """
    if document.published is not None:
        return Bounds(document.published, document.published, FRONT_MATTER)
    line = date_line(document.text)
    if line is not None:
        return Bounds(line, line, LINE)
    after, before = year_evidence(mentions)
    starts, ends = _in_office(mentions, persons)
    earliest, because = _last([*((day, YEAR) for day in after), *starts])
    floor = earliest or date.min
    ahead = [one for one in before if one.day >= floor]
    firm = [(one.day, YEAR) for one in ahead if one.firm]
    # «на 2016 год намечали» may be long past: of such dates the last one only
    limits = firm or [(max(one.day for one in ahead), YEAR)] if ahead else []
    if all(day >= floor for day, _ in ends):
        limits = [*limits, *ends]
    latest, because_latest = min(limits, key=lambda limit: limit[0], default=(None, None))
    how = [reason for reason in dict.fromkeys((because_latest, because)) if reason is not None]
    return Bounds(earliest, latest, "; ".join(how) or None)


def this_year(bounds: Bounds) -> int | None:
    """Return the one year that «текущий год» can be within the bounds, else None.

    >>> this_year(Bounds(date(2024, 6, 26), date(2024, 12, 31), YEAR))
    2024
    >>> this_year(Bounds(date(2022, 1, 11), date(2024, 2, 5), TERM)) is None
    True
    """
    if bounds.earliest is None or bounds.latest is None:
        return None
    return bounds.earliest.year if bounds.earliest.year == bounds.latest.year else None


def _last(limits: Sequence[Limit]) -> tuple[date | None, str | None]:
    return max(limits, key=lambda limit: limit[0], default=(None, None))


def _in_office(mentions: Mentions, persons: Sequence[Person]) -> tuple[list[Limit], list[Limit]]:
    """Starts and ends of the terms in which the text shows its officials."""
    starts: dict[str, date] = {}
    ends: dict[str, date] = {}
    recalling = _recalling(mentions)
    number = mentions.tokens.sentence
    for person in persons:
        if person.by == "role" or person.former or not person.role or not person.kinds:
            continue
        term = _term(person)
        if term is None:
            continue
        if term.start is not None:
            starts[person.name] = max(starts.get(person.name, date.min), term.start)
        if (
            term.end is not None
            and recalling.get(number[person.first], person.first) >= person.first
        ):
            ends[person.name] = min(ends.get(person.name, date.max), term.end)
    return (
        [(day, TERM.format(name)) for name, day in starts.items()],
        [(day, TERM.format(name)) for name, day in ends.items()],
    )


def _term(person: Person) -> Term | None:
    """The one term of a person in the office that the text gives, or the hull of several."""
    fitting = [term for term in terms_of(person.name) if _fits(term, person)]
    if not fitting:
        return None
    if len(fitting) == 1:
        return fitting[0]
    first = fitting[0]
    known = all(term.start for term in fitting)
    ended = all(term.end for term in fitting)
    return Term(
        first.name, first.role, first.country,
        min(term.start for term in fitting if term.start) if known else None,
        max(term.end for term in fitting if term.end) if ended else None,
        first.source_url,
    )  # fmt: skip


def _fits(term: Term, person: Person) -> bool:
    """Whether an office of the text is that of a term: its kind, and a minister's field."""
    kind = kind_of(term.role)
    role = (person.role or "").casefold()
    if kind == "deputy":
        if "deputy_head_of_government" not in person.kinds or ("перв" in term.role.casefold()) != (
            "перв" in role
        ):
            return False
        return "министр " not in term.role.casefold().split("–")[-1] or "министр " in role
    if kind not in person.kinds:
        return False
    if kind == "minister":
        field = [word[:6] for word in re.findall(r"\w{5,}", term.role.casefold())[1:3]]
        return all(stem in role for stem in field)
    return True


def _recalling(mentions: Mentions) -> dict[int, int]:
    """Sentences that open with a year named, «В 2022 году премьер …», and where it stands."""
    tokens = mentions.tokens
    found: dict[int, int] = {}
    for period in mentions.periods:
        sentence = tokens.sentence[period.first]
        if period.named and period.year and period.first <= tokens.bounds[sentence][0] + _OPENING:
            found.setdefault(sentence, period.first)
    return found
