"""When an undated report was written: bounds from what it names.

A report that names the figures of «четыре месяца 2022 года» was written after April 2022; one in
which an official holds an office, after the term began and, where nothing says that it looks back,
before it ended; one that plans something «до конца 2027 года», before that. Bounds are meant to be
true rather than narrow: what contradicts the rest bounds nothing.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kzcoop.claims.sentence import tense
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.period import Period
from kzcoop.mentions.person import Person
from kzcoop.mentions.role import kind_of
from kzcoop.reading.document import Document
from kzcoop.reference.officials import Term, terms

FRONT_MATTER = "front matter"
LINE = "date line of the text"
YEAR = "year named in the text"
TERM = "term of office of {}"
_FUTURE = frozenset({"planned", "target", "potential"})
_WHOLE = frozenset("за итогам итоги весь полный полного всего".split())
_AHEAD = frozenset({"на", "к", "до"})
_EVENT = re.compile(r"[А-ЯЁ][А-Яа-яЁё]{2,}[-–](20\d\d)\b")
_OVER = ("прошедш", "состоявш", "прошел", "прошла", "прошли", "состоял")
_WILL = (
    "пройдет", "пройдут", "состоится", "состоятся", "проведут", "проведет", "заработает", "завершат",
    "завершит", "откроют", "откроет", "начнет", "начнут", "построят", "введут", "введет", "запустят",
    "запустит", "появится", "появятся", "сдадут", "построит", "получат", "станет", "станут", "будет",
    "будут",
)  # fmt: skip
_MONTHS = (
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
)  # fmt: skip
_TIME = r"(?:[0-2]?\d:[0-5]\d(?::\d\d)?)?"
_LINE = re.compile(
    rf"^[^\S\n]*{_TIME}[,|\s]*(?:(?P<d>\d{{1,2}})[.](?P<m>\d{{1,2}})[.](?P<y>20\d\d)"
    rf"|(?P<d2>\d{{1,2}}) (?P<m2>[а-яё]{{3,9}}),? (?P<y2>20\d\d)"
    rf"|(?P<m3>[а-яё]{{3,9}}) (?P<d3>\d{{1,2}}), (?P<y3>20\d\d))(?: ?г(?:ода|\.)?)?[,|\s]*{_TIME}[^\S\n]*$",
    re.I | re.M,
)
_THIS = ("текущ", "нынешн", "этого", "этом", "этот", "начала")
_TOP = 700  # characters in which a line of its own with a date is the date of publication
_HEAD = 400  # characters in which the name of an event with its year dates the report
_OPENING = 5  # tokens within which a year opens a sentence


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
    line = _date_line(document.text)
    if line is not None:
        return Bounds(line, line, LINE)
    named, ahead = _years(mentions)
    starts, ends = _in_office(mentions, persons)
    earliest, by_earliest = _latest_of([*((day, YEAR) for day in named), *starts])
    floor = earliest or date.min
    open_ = [(day, firm) for day, firm in ahead if day >= floor]
    firm_days = [day for day, firm in open_ if firm] or [max((day for day, _ in open_), default=date.max)]
    limits = [(day, YEAR) for day in firm_days if day < date.max]
    if all(day >= floor for day, _ in ends):
        limits += ends
    latest, by_latest = min(limits, key=lambda limit: limit[0], default=(None, None))
    how = [by for by in dict.fromkeys((by_latest, by_earliest)) if by is not None]
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


def _latest_of(limits: Sequence[tuple[date, str]]) -> tuple[date | None, str | None]:
    return max(limits, key=lambda limit: limit[0], default=(None, None))


# -- years that the text names --------------------------------------------------------------------


def _years(mentions: Mentions) -> tuple[list[date], list[tuple[date, bool]]]:
    """Days after which, and days before which, the years named put the text.

    The latter with whether it is firm: no past tense beside it, as in «прогноз на 2016 год
    выполнить не удалось».
    """
    after: list[date] = []
    before: list[tuple[date, bool]] = []
    for period in mentions.periods:
        if period.year is None or not period.named:
            continue
        past = _in_past_tense(period, mentions)
        if _lies_ahead(period, mentions):
            before.append((_end(period), not past))
        elif period.role in ("at", "span", "since", "date", "same", "base"):
            day = _reached(period, mentions, past)
            after += [day] if day is not None else []
    event = _EVENT.search(mentions.tokens.clean, 0, _HEAD)
    if event is not None:
        year = int(event[1])
        after.append(_event_day(mentions, year) or date(year, 1, 1))
        if _says_this_year(mentions):
            before.append((date(year, 12, 31), True))
    return after, before


def _lies_ahead(period: Period, mentions: Mentions) -> bool:
    """Whether a period was in the future: a deadline, «на 2024 год», «запустят в 2026 году»."""
    if period.role == "by":
        return True
    tokens, clause = mentions.tokens, mentions.clause
    left = period.first - 1
    if left >= 0 and tokens.low[left] in _AHEAD and period.months is None and period.role != "same":
        return True
    if left > 0 and tense(tokens.low[left - 1]) == "infinitive":
        return True  # «решили выполнить работы в 2026–2027 годах»
    own = clause[period.first]
    first, last = tokens.bounds[tokens.sentence[period.first]]
    for index in range(first, last):
        if clause[index] != own:
            continue
        hit = mentions.hits["modality"].get(index)
        if hit is not None and hit.entry.value in _FUTURE and tense(tokens.low[index]) != "past":
            return True
        if tokens.low[index].startswith(_WILL):
            return True
    return False


def _in_past_tense(period: Period, mentions: Mentions) -> bool:
    tokens = mentions.tokens
    first, last = tokens.bounds[tokens.sentence[period.first]]
    return any(tokens.kind[i] == "w" and tense(tokens.low[i]) == "past" for i in range(first, last))


def _end(period: Period) -> date:
    """The last day of a period, or of its year."""
    assert period.year is not None
    month = period.months[1] if period.months and 1 <= period.months[1] <= 12 else 12
    if period.value and re.fullmatch(r"\d{4}-\d{2}", period.value):
        month = int(period.value[-2:])
    return date(period.year, month, calendar.monthrange(period.year, month)[1])


def _reached(period: Period, mentions: Mentions, past: bool) -> date | None:
    """The first day on which a text could speak of a period as it does; None where it may be ahead."""
    assert period.year is not None
    if period.role in ("same", "base") and period.months is None:
        return date(period.year + 1, 1, 1)  # «по сравнению с 2021 годом»: a later year is at hand
    low = mentions.tokens.low
    whole = any(word in _WHOLE for word in low[max(0, period.first - 2) : period.first])
    months = period.months
    if months is None or not 1 <= months[1] <= 12:
        if not (whole or past):
            return None
        return date(period.year + 1, 1, 1) if whole else date(period.year, 1, 1)
    if period.role == "date":
        return _day(low[period.first], period.year, months[0])
    if months[0] != months[1] or whole:
        return _end(period) + timedelta(days=1)
    return date(period.year, months[0], 1)


def _day(token: str, year: int, month: int) -> date:
    day = int(token.split(".")[0]) if token[:1].isdigit() else 1
    return date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))


def _event_day(mentions: Mentions, year: int) -> date | None:
    """The day of the event that dates the report: «форум «Урумчи-2024», прошедший 26 июня»."""
    tokens = mentions.tokens
    for period in mentions.periods:
        if period.role != "date" or period.named or period.months is None:
            continue
        first, last = tokens.bounds[tokens.sentence[period.first]]
        words = tokens.low[first:last]
        if str(year) in words and any(word.startswith(_OVER) for word in words):
            return _day(tokens.low[period.first], year, period.months[0])
    return None


def _says_this_year(mentions: Mentions) -> bool:
    """Whether the text speaks of «текущий год»."""
    low = mentions.tokens.low
    return any(
        word.startswith("год") and low[index - 1].startswith(_THIS)
        for index, word in enumerate(low[1:], start=1)
    )


def _date_line(text: str) -> date | None:
    """The date that stands on a line of its own near the top: «20:35, 15 мая 2019»."""
    match = _LINE.search(text, 0, _TOP)
    if match is None:
        return None
    day = int(match["d"] or match["d2"] or match["d3"])
    year = int(match["y"] or match["y2"] or match["y3"])
    if match["m"]:
        month = int(match["m"])
    else:
        word = (match["m2"] or match["m3"]).lower()
        found = [n for n, stem in enumerate(_MONTHS, start=1) if word.startswith(stem) and len(word) - len(stem) < 3]
        month = found[-1] if found else 0
    try:
        return date(year, month, day)
    except ValueError:
        return None


# -- terms of office ------------------------------------------------------------------------------


def _in_office(
    mentions: Mentions, persons: Sequence[Person]
) -> tuple[list[tuple[date, str]], list[tuple[date, str]]]:
    """Starts and ends of the terms in which the text shows its officials."""
    starts: dict[str, date] = {}
    ends: dict[str, date] = {}
    for person in persons:
        if person.by == "role" or person.former or not person.role or not person.kinds:
            continue
        term = _term(person)
        if term is None:
            continue
        if term.start is not None:
            starts[person.name] = max(starts.get(person.name, date.min), term.start)
        if term.end is not None and not _recalled(person, mentions):
            ends[person.name] = min(ends.get(person.name, date.max), term.end)
    return (
        [(day, TERM.format(name)) for name, day in starts.items()],
        [(day, TERM.format(name)) for name, day in ends.items()],
    )


def _term(person: Person) -> Term | None:
    """The one term of a person in the office that the text gives, or the hull of several."""
    fitting = [
        term for term in terms()
        if term.name == person.name and (term.start or term.end) and _fits(term, person)
    ]  # fmt: skip
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
        if "deputy_head_of_government" not in person.kinds or ("перв" in term.role.casefold()) != ("перв" in role):
            return False
        return "министр " not in term.role.casefold().split("–")[-1] or "министр " in role
    if kind not in person.kinds:
        return False
    if kind == "minister":
        field = [word[:6] for word in re.findall(r"\w{5,}", term.role.casefold())[1:3]]
        return all(stem in role for stem in field)
    return True


def _recalled(person: Person, mentions: Mentions) -> bool:
    """Whether a sentence that opens with a past year shows an official: «В 2022 году премьер …»."""
    tokens = mentions.tokens
    sentence = tokens.sentence[person.first]
    first = tokens.bounds[sentence][0]
    return any(
        period.named and period.year is not None and first <= period.first <= first + _OPENING
        and period.first < person.first
        for period in mentions.periods
        if tokens.sentence[period.first] == sentence
    )  # fmt: skip
