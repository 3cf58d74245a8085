"""Days: the day of a month, and the days that a flow began and ended on.

«12.05.2024», «26 июня», «8–11 ноября»         days
«с 1 по 25 сентября отправили»                 the month of a figure
«с 1 сентября по 20 декабря»                   months, without one of a few days
"""

from __future__ import annotations

from kzcoop.mentions.calendar import interval, iso
from kzcoop.mentions.period_months import in_year
from kzcoop.mentions.period_text import PAST, UNTIL, Period, PeriodText
from kzcoop.mentions.period_year_at import year_meant

_TOLD = 6  # tokens from days to what was then
_FIRST_DAYS = 7  # a month of which no more is told does not count


def full_date(text: PeriodText, index: int) -> Period | None:
    """«12.05.2024», «1.1.25 г.»."""
    day, month, year = (int(part) for part in text.low[index].split("."))
    year += 2000 if year < 100 else 0
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return None
    last = index + 1
    if text.hit(last, "year"):
        last = text.abbreviation(last + 1) if text.low[last] == "г" else last + 1
    return Period(index, last, "date", iso(year, (month, month)), year, (month, month), True)


def day_month(text: PeriodText, index: int) -> Period | None:
    """«26 июня», «8–11 ноября», «с 1 по 15 мая», «4 августа 2025 года»."""
    if not _is_day(text.low[index]):
        return None
    at, role = text.past_suffix(index + 1), "date"
    if text.word(at) in UNTIL or text.word(at) in ("и", ","):
        second = text.word(at + 1)
        if _is_day(second):
            # «с 1 по 25 сентября отправили»: days of a figure
            role = "at" if text.word(at) == "по" and text.word(index - 1) == "с" else role
            at = text.past_suffix(at + 2)
    month = text.hit(at, "month", "monthabbr")
    if month is None:
        return None
    last = text.abbreviation(month.last) if month.entry.kind == "monthabbr" else month.last
    if text.word(index - 1) in ("с", "со") and (between := _days(text, index, last)) is not None:
        return between
    found = in_year(text, index, last, (int(month.entry.value),) * 2, role)
    if role == "date" and found.assumed and _is_over(text, found):
        year = text.clock.nearest(int(month.entry.value))
        return found._replace(value=iso(year, found.months), year=year)
    return found


def _is_over(text: PeriodText, day: Period) -> bool:
    """«с конца 2025 года – 900, однако 2–5 декабря проезжало 480», in December of 2024."""
    dct, months = text.clock.dct, day.months
    if dct is None or months is None or (day.year or 0) <= dct.year:
        return False
    end = min(text.end, day.last + _TOLD)
    return any(PAST.match(text.low[at]) for at in range(day.last, end))


def _days(text: PeriodText, index: int, last: int) -> Period | None:
    """«с 1 сентября по 20 декабря», «с 10 октября 2023 года по 3 марта»: months of a flow.

    The month of which only its first days are told does not count.
    """
    start = year_meant(text, last)
    at = start.last if start is not None else last
    if text.word(at) not in ("по", "до") or not _is_day(text.word(at + 1)):
        return None
    first, day = text.hit(last - 1, "month"), int(text.word(at + 1))
    second = text.hit(text.past_suffix(at + 2), "month")
    if first is None or second is None:
        return None
    begun, ended = int(first.entry.value), int(second.entry.value)
    end = in_year(text, index, second.last, (ended, ended), "date")
    if end.year is None:
        return None
    until, since = end.year, end.year - (begun > ended)
    since = start.year if start is not None and start.year is not None else since
    if day <= _FIRST_DAYS and (since, begun) < (until, ended):
        until, ended = (until, ended - 1) if ended > 1 else (until - 1, 12)
    value = interval((since, begun), (until, ended))
    months = (begun, ended) if until - since <= 1 else None
    return Period(index, end.last, "at", value, until, months, end.named)


def _is_day(word: str) -> bool:
    return len(word) <= 2 and word.isdigit() and 1 <= int(word) <= 31
