"""Months by name, and the year that they lie in where they do not say it.

«январь–апрель», «в январе и феврале», «с сентября 2024 года по июнь 2025-го»   months
«в сентябре планируется», «в сентябре вырос»                    of this year, the last that was
"""

from __future__ import annotations

from kzcoop.mentions.calendar import Months, interval, iso
from kzcoop.mentions.period_season import in_season
from kzcoop.mentions.period_text import DASHES, PAST, UNTIL, Period, PeriodText
from kzcoop.mentions.period_told import year_beside, years_back
from kzcoop.mentions.period_year_at import year_at, year_meant

_YEAR_EARLIER = (["год", "назад"], ["годом", "прежде"], ["годом", "ранее"], ["годом", "раньше"])
_AHEAD_REACH, _AHEAD_NEAR = 14, 8  # tokens from «планируется» to its month, and on to it


def months(text: PeriodText, index: int) -> Period | None:
    """«в октябре 2024 года», «январь–апрель», «с января по май», «в январе и феврале».

    «Июль 11, 2022» as sites print it is a day.
    """
    first = _month(text, index)
    if first is None:
        return None
    number, at = first
    day = text.word(at)
    if (
        day.isdigit()
        and int(day) <= 31
        and text.word(at + 1) == ","
        and (year := year_at(text, at + 2, True))
    ):
        return Period(
            index, year.last, "date", iso(year.year, (number,) * 2), year.year, (number,) * 2, True
        )
    own = year_at(text, at)  # «с сентября 2024 года по июнь 2025-го»
    if own is None and text.hit(at, "ref"):
        own = year_meant(text, at, loose=True)  # «с сентября прошлого по июнь текущего года»
        own = own if own is not None and text.word(own.last) in UNTIL else None
    if own is None and (alone := year_at(text, at, True)) is not None:
        # «июль 2024 – июнь 2025 года»
        ahead = text.word(alone.last) in UNTIL and _month(text, alone.last + 1)
        own = alone if ahead else None
    joint = own.last if own else at
    if text.word(joint) in ("и", ",") and text.word(joint + 1) in ("до", "по"):
        joint += 1  # «с сентября 2023-го и до конца мая 2024-го»
    listed = [number]
    last = at
    # «с сентября по конец января»
    edge = text.word(joint) in ("по", "до") and text.hit(joint + 1, "edge") is not None
    if text.word(joint) in UNTIL and (second := _month(text, joint + 1 + edge)) is not None:
        listed, last = [number, second[0]], second[1]
        reference = year_meant(text, last, loose=True)
        if own is not None and own.year is not None:
            if reference is not None and reference.year is not None:
                if (reference.year, second[0]) <= (own.year, number):
                    return None
                value = interval((own.year, number), (reference.year, second[0]))
                span = (number, second[0]) if reference.year - own.year <= 1 else None
                return Period(index, reference.last, "at", value, reference.year, span, True)
            if second[0] > number:  # «с января 2024 года по май»
                span = (number, second[0])
                return Period(index, last, "at", iso(own.year, span), own.year, span, True)
            return None
    elif own is None:
        while text.word(last) in (",", "и") and (following := _month(text, last + 1)) is not None:
            if following[0] != listed[-1] + 1:
                break
            closing = text.word(last) == "и"
            listed.append(following[0])
            last = following[1]
            if closing:
                break
        else:
            listed, last = [number], at  # a list that does not end with «и» is single months
        if len(listed) > 1 and text.word(last - 2) != "и":
            listed, last = [number], at
    span = (listed[0], listed[-1])
    if len(listed) == 1 and (begun := _from_start(text, index, last, number)) is not None:
        return begun
    return in_season(text, index, last, span) or in_year(text, index, last, span, "at")


def _from_start(text: PeriodText, index: int, last: int, month: int) -> Period | None:
    """«В сезоне 2024/25 по январь включительно вывезли …»: from the first month of the season."""
    told = text.last
    led = text.word(index - 1) == "по" and text.word(last).startswith("включительно")
    season = text.season
    if not led or season is None or season.year is None or told is None:
        return None
    if not text.together(season.first, index) or season.months != text.crop:
        return None
    span = (text.crop[0], month)
    year = season.year - (span[0] <= month)
    return Period(index, last + 1, "at", iso(year, span), year, span, season.named)


def _month(text: PeriodText, index: int) -> tuple[int, int] | None:
    """A month and the token after it; abbreviations only where a full stop or a year follows."""
    hit = text.hit(index, "month")
    if hit is not None:
        return int(hit.entry.value), hit.last
    hit = text.hit(index, "monthabbr")
    if hit is None:
        return None
    last = text.abbreviation(hit.last)
    joined = text.word(last) in DASHES and text.hit(last + 1, "month", "monthabbr") is not None
    if last == hit.last and not (joined or year_at(text, last, loose=True)):
        return None  # «Семиглавый Мар – Озинки»
    return int(hit.entry.value), last


def in_year(text: PeriodText, index: int, last: int, span: Months, role: str) -> Period:
    """Months with the year that follows them, or that the sentence or the publication gives."""
    reference = year_meant(text, last, loose=True)
    if reference is not None:
        return reference.in_months(index, span, role)
    year = year_beside(text, index, span)
    if year is None and role == "date":
        year = text.clock.nearest(span[0])
    elif year is None:
        year = told_ahead(text, index, span) or text.clock.latest(span) or _told_in(text, span)
        year = year + years_back(text, index) if year is not None else None
    if year is not None and _again_earlier(text, last, year, span):
        # «В январе вывезли 30 тыс. тонн – больше, чем в январе годом ранее»
        return Period(index, last + 2, role, iso(year - 1, span), year - 1, span, False, 0, True)
    return Period(index, last, role, iso(year, span), year, span, False, 0, True)


def _again_earlier(text: PeriodText, last: int, year: int, span: Months) -> bool:
    """Whether «годом ранее» tells that months are not those told last, of the same name."""
    told = text.last
    if told is None or told.months != span or told.year != year or told.last > last:
        return False
    return text.low[last : last + 2] in _YEAR_EARLIER


def _told_in(text: PeriodText, span: Months) -> int | None:
    """The year of months that an undated text has told before, or of the season it opened with.

    «Сезон 2022/23 стартовал бодро. Июль – ноябрь дали 610 тыс. тонн»
    """
    if text.clock.dct is not None or span[0] == span[1]:
        return None
    told, season = text.spans.get(span), text.last
    day = text.dated
    if told is None and day is not None and text.together(day.first, text.end - 1):
        return day.year  # «начался 1 июля 2020 года, и за июль – август вывезли»
    if told is None and span[0] == text.crop[0] != 1 and text.season is not None:
        season = text.season  # «с сентября по январь» of the season told
        year = season.year or 0
        inside = season.months is not None and season.months[0] == span[0]
        return (year - (span[0] <= span[1]) or None) if inside else None
    if told is not None or season is None or season.months != text.crop or season.year is None:
        return told
    inside = season.months[0] <= span[0] or span[1] <= season.months[1]
    return season.year - (season.months[0] <= span[0] <= span[1]) if inside else None


def told_ahead(text: PeriodText, index: int, span: Months) -> int | None:
    """Return the year of months that the sentence tells as ahead: «в сентябре планируется»."""
    if text.clock.dct is None or span[1] <= text.clock.dct.month:
        return None
    start = text.tokens.bounds[text.tokens.sentence[index]][0]
    before = range(index - 1, max(start, index - _AHEAD_REACH) - 1, -1)
    after = range(index + 1, min(text.end, index + _AHEAD_NEAR))
    for reach in (after, before):
        for at in reach:
            if text.hit(at, "ahead"):
                return text.clock.dct.year
            if PAST.match(text.low[at]) or text.low[at] == ";":
                break
    return None
