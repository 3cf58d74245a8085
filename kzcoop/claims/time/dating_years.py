"""What the years that a text names say about when it was written.

A period that is over puts the text after its end («за четыре месяца 2022 года»), one that lies
ahead puts it before («до конца 2027 года»). An event with its year in the name dates the report of
it, and a line of its own with a date near the top is the date itself.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import compress, repeat

from kzcoop.claims.scene.sentence import tense
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.period import Period

_FUTURE = frozenset({"planned", "target", "potential"})
_WHOLE = frozenset("за итогам итоги весь полный полного всего".split())
_AHEAD = frozenset({"на", "к", "до"})
_TOLD = ("at", "span", "since", "date", "same", "base")
_EVENT = re.compile(r"[А-ЯЁ][А-Яа-яЁё]{2,}[-–](20\d\d)\b")
_OVER = ("прошедш", "состоявш", "прошел", "прошла", "прошли", "состоял")
_THIS = ("текущ", "нынешн", "этого", "этом", "этот", "начала")
_WILL = (
    "пройдет", "пройдут", "состоится", "состоятся", "проведут", "проведет", "заработает",
    "завершат", "завершит", "откроют", "откроет", "начнет", "начнут", "построят", "введут",
    "введет", "запустят", "запустит", "появится", "появятся", "сдадут", "построит", "получат",
    "станет", "станут", "будет", "будут",
)  # fmt: skip
_MONTHS = (
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр",
    "ноябр", "декабр",
)  # fmt: skip
_TIME = r"(?:[0-2]?\d:[0-5]\d(?::\d\d)?)?"
_LINE = re.compile(
    rf"^[^\S\n]*{_TIME}[,|\s]*(?:(?P<d>\d{{1,2}})[.](?P<m>\d{{1,2}})[.](?P<y>20\d\d)"
    rf"|(?P<d2>\d{{1,2}}) (?P<m2>[а-яё]{{3,9}}),? (?P<y2>20\d\d)"
    rf"|(?P<m3>[а-яё]{{3,9}}) (?P<d3>\d{{1,2}}), (?P<y3>20\d\d))"
    rf"(?: ?г(?:ода|\.)?)?[,|\s]*{_TIME}[^\S\n]*$",
    re.I | re.M,
)
_TOP = 700  # characters in which a line of its own with a date is the date of publication
_HEAD = 400  # characters in which the name of an event with its year dates the report
_AROUND = 60  # tokens of a clause that tell the tense of a period in it


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day before which a text was written.

    ``firm`` where no past tense stands beside it, as in «прогноз на 2016 год не удалось выполнить».
    """

    day: date
    firm: bool


def year_evidence(mentions: Mentions) -> tuple[list[date], list[Ahead]]:
    """Return the days after which, and the days before which, the years named put a text."""
    after: list[date] = []
    before: list[Ahead] = []
    for period in mentions.periods:
        if period.year is None or not period.named:
            continue
        if period.role == "same" and (until := _months_of_now(period, mentions)) is not None:
            after.append(until)
            before.append(Ahead(date(until.year, 12, 31), True))
        elif _lies_ahead(period, mentions):
            firm = not _in_past_tense(period, mentions)
            before.append(Ahead(_end(period, period.year), firm))
        elif period.role in _TOLD:
            day = _reached(period, period.year, mentions)
            after += [day] if day is not None else []
    event = _EVENT.search(mentions.tokens.clean, 0, _HEAD)
    if event is not None:
        year = int(event[1])
        after.append(_event_day(mentions, year) or date(year, 1, 1))
        if _says_this_year(mentions):
            before.append(Ahead(date(year, 12, 31), True))
    return after, before


def _months_of_now(same: Period, mentions: Mentions) -> date | None:
    """«за 7 месяцев текущего года, по сравнению с аналогичным периодом 2023 года»: of 2024.

    The last day of those months in the year after the one that they are compared with.
    """
    tokens, year = mentions.tokens, (same.year or 0) + 1
    for now in mentions.periods:
        if now.first >= same.first:
            return None
        here = tokens.sentence[now.first] == tokens.sentence[same.first]
        if here and now.role == "at" and now.months is not None and now.year in (None, year):
            words = tokens.low[now.first : now.last]
            if now.shift == 0 and any(word.startswith(_THIS) for word in words):
                return _end(now, year)
    return None


def date_line(text: str) -> date | None:
    """Return the date that stands on a line of its own near the top, or None.

    >>> date_line("Поезда в Китай\\n20:35, 15 мая 2019\\nТекст")
    datetime.date(2019, 5, 15)
    """
    match = _LINE.search(text, 0, _TOP)
    if match is None:
        return None
    month = int(match["m"]) if match["m"] else _month((match["m2"] or match["m3"]).lower())
    try:
        return date(
            int(match["y"] or match["y2"] or match["y3"]), month,
            int(match["d"] or match["d2"] or match["d3"]),
        )  # fmt: skip
    except ValueError:
        return None


def _month(word: str) -> int:
    found = [n for n, stem in enumerate(_MONTHS, start=1) if word.startswith(stem)]
    return found[-1] if found and len(word) - len(_MONTHS[found[-1] - 1]) < 3 else 0


def _lies_ahead(period: Period, mentions: Mentions) -> bool:
    """Whether a period was in the future: a deadline, «на 2024 год», «запустят в 2026 году»."""
    if period.role == "by":
        return True
    tokens, left = mentions.tokens, period.first - 1
    if left >= 0 and tokens.low[left] in _AHEAD and period.months is None and period.role != "same":
        return True
    if left > 0 and tense(tokens.low[left - 1]) == "infinitive":
        return True  # «решили выполнить работы в 2026–2027 годах»
    for index in _beside(period, mentions):
        if mentions.clause[index] != mentions.clause[period.first]:
            continue
        hit = mentions.hits["modality"].get(index)
        if hit is not None and hit.entry.value in _FUTURE and tense(tokens.low[index]) != "past":
            return True
        if tokens.low[index].startswith(_WILL):
            return True
    return False


def _in_past_tense(period: Period, mentions: Mentions) -> bool:
    tokens = mentions.tokens
    return any(
        tokens.kind[index] == "w" and tense(tokens.low[index]) == "past"
        for index in _beside(period, mentions)
    )


def _beside(period: Period, mentions: Mentions) -> range:
    """The tokens of a period's sentence around it."""
    first, last = mentions.tokens.bounds[mentions.tokens.sentence[period.first]]
    return range(max(first, period.first - _AROUND), min(last, period.last + _AROUND))


def _end(period: Period, year: int) -> date:
    """The last day of a period, or of its year."""
    month = period.months[1] if period.months and 1 <= period.months[1] <= 12 else 12
    if period.value and re.fullmatch(r"\d{4}-\d{2}", period.value):
        month = int(period.value[-2:])
    return date(year, month, calendar.monthrange(year, month)[1])


def _reached(period: Period, year: int, mentions: Mentions) -> date | None:
    """The first day on which a text could speak so of a period; None where it may be ahead."""
    if period.role in ("same", "base") and period.months is None:
        return date(year + 1, 1, 1)  # «по сравнению с 2021 годом»: a later year is at hand
    low, months = mentions.tokens.low, period.months
    whole = any(word in _WHOLE for word in low[max(0, period.first - 2) : period.first])
    if months is None or not 1 <= months[0] <= months[1] <= 12:
        if whole:
            return date(year + 1, 1, 1)
        return date(year, 1, 1) if _in_past_tense(period, mentions) else None
    if period.role == "date":
        return _day(low[period.first], year, months[0])
    if months[0] != months[1] or whole:
        return _end(period, year) + timedelta(days=1)
    return date(year, months[0], 1)


def _day(token: str, year: int, month: int) -> date:
    day = int(token.split(".")[0]) if token[:1].isdigit() else 1
    return date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))


def _event_day(mentions: Mentions, year: int) -> date | None:
    """The day of the event that dates a report: «форум «Урумчи-2024», прошедший 26 июня»."""
    tokens = mentions.tokens
    for period in mentions.periods:
        if period.role != "date" or period.named or period.months is None:
            continue
        beside = _beside(period, mentions)
        words = tokens.low[beside.start : beside.stop]
        if str(year) in words and any(word.startswith(_OVER) for word in words):
            return _day(tokens.low[period.first], year, period.months[0])
    return None


def _says_this_year(mentions: Mentions) -> bool:
    """Whether the text speaks of «текущий год»."""
    low = mentions.tokens.low
    years = compress(range(len(low)), map(str.startswith, low, repeat("год")))
    return any(low[index - 1].startswith(_THIS) for index in years if index)
