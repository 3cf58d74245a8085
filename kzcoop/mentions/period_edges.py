"""The beginning, the middle and the end of a period: «к концу года», «с начала года»."""

from __future__ import annotations

from kzcoop.mentions.calendar import Months, iso
from kzcoop.mentions.period_months import months
from kzcoop.mentions.period_parts import part_of_year, part_off, span_of
from kzcoop.mentions.period_role import was_over
from kzcoop.mentions.period_season import season_to_date
from kzcoop.mentions.period_text import Period, PeriodText
from kzcoop.mentions.period_told import year_beside
from kzcoop.mentions.period_year_at import year_meant
from kzcoop.mentions.period_years import years

_MONTH = {"start": 1, "middle": 6, "end": 12}
_LONG = {"века": 100, "десятилетия": 10, "столетия": 100, "тысячелетия": 1000}  # years
_AHEAD = frozenset("к ко до позднее позже".split())
_OF_SEASON = frozenset("зимы весны лета осени".split())


def year_to_date(text: PeriodText, index: int) -> Period | None:
    """«с начала года»: from January to the last full month before publication."""
    hit = text.hit(index, "ytd")
    if hit is None:
        return None
    year = year_meant(text, hit.last)
    if year is not None:
        until = _until_month(text, index, year.last, year.year)
        return until or _to_date(text, index, year.last, year.year, year.named)
    season = season_to_date(text, index, hit.last)
    if season is not None:
        return season
    this = text.word(hit.last).startswith(("текущ", "нынешн"))
    if text.word(hit.last) == "года" or this:
        until = _until_month(text, index, hit.last + 1, text.clock.year)
        if until is not None:
            return until
        beside = year_beside(text, index) or _then(text, index)
        if not this and beside is not None and beside != text.clock.year:
            # «В 2022 году говорили о росте … с начала года»: of the year that the sentence names
            return Period(index, hit.last + 1, "at", str(beside), beside)
        return _to_date(text, index, hit.last + 1, text.clock.year, False)
    if (length := _LONG.get(text.word(hit.last))) is not None and text.clock.year is not None:
        now = text.clock.year  # «С начала десятилетия», «с начала века»
        start = now - now % length
        return Period(index, hit.last + 1, "since", f"{start}/{now}", start, None, True)
    decade = years(text, hit.last) if text.word(hit.last).isdigit() else None
    if decade is not None and decade.value and "/" in decade.value and text.clock.year is not None:
        start = int(decade.value[:4])  # «с начала 2010-х»
        return Period(index, decade.last, "since", None, start, None, True)
    month = months(text, hit.last)
    if month is not None and month.months is not None and month.months[0] == month.months[1]:
        dct, begun = text.clock.dct, month.months[0]
        if dct is not None and month.year == dct.year and begun < dct.month - 1:
            # «С начала сентября отправлено 3 млн тонн», in December: to November
            span = (begun, dct.month - 1)
            return Period(index, month.last, "at", iso(dct.year, span), dct.year, span)
        return Period(
            index, month.last, "since", month.value, month.year, month.months, month.named
        )
    return None


def _until_month(text: PeriodText, index: int, at: int, year: int | None) -> Period | None:
    """«с начала года по сентябрь»: from January on."""
    month = text.hit(at + 1, "month") if text.word(at) == "по" else None
    if month is None:
        return None
    span = (1, int(month.entry.value))
    return Period(index, month.last, "at", iso(year, span), year, span)


def _then(text: PeriodText, index: int) -> int | None:
    """«Взлёт пришёлся на 2022 год. Премьер, тогда Смаилов, отчитывался: с начала года …»."""
    told, tokens = text.told, text.tokens
    if told is None or not told.named or told.role != "at" or told.months is not None:
        return None
    number, at = tokens.sentence[index], tokens.sentence[told.first]
    if number - at != 1 or tokens.paragraph[number] != tokens.paragraph[at]:
        return None
    first, last = tokens.bounds[at]
    alone = sum(text.kind[i] == "n" for i in range(first, last)) <= 1
    return told.year if alone and "then" in text.kinds else None


def _to_date(text: PeriodText, index: int, last: int, year: int | None, named: bool) -> Period:
    dct = text.clock.dct
    if year is not None and dct is not None and year + 1 < dct.year:
        # «с начала 2022 года» two years later
        whole = f"{year}/{dct.year}"
        return Period(index, last, "span", whole, dct.year, None, named, year - dct.year)
    if year is None or dct is None or dct.year != year or dct.month == 1:
        return Period(index, last, "at", iso(year), year, None, named)
    span = (1, dct.month - 1)
    return Period(index, last, "at", iso(year, span), year, span, named)


def edge(text: PeriodText, index: int) -> Period | None:
    """«на начало 2024 года», «к концу года», «до конца июня»: the month that the words give."""
    hit = text.hit(index, "edge")
    if hit is None:
        return None
    inner = _edged(text, index, hit.last, hit.entry.value)
    if inner is None:
        return None
    before, edge_name = text.before(index, 3), hit.entry.value
    last_word = before[-1] if before else ""
    if last_word in ("в", "во", ""):
        return Period(index, inner.last, "at", inner.value, inner.year, inner.months, inner.named)
    month = _edge_month(edge_name, inner.months)
    value = iso(inner.year, (month, month))
    span = (month, month)
    if last_word in ("к", "ко", "до") or before[-2:] in (["не", "позднее"], ["не", "позже"]):
        first = index - (2 if last_word in ("позднее", "позже") else 1)
        return Period(
            first, inner.last, "by", value, inner.year, span if inner.months else None, inner.named
        )
    if last_word in ("с", "со"):
        return Period(index - 1, inner.last, "since", value, inner.year, span, inner.named)
    if last_word in ("на", "под"):
        return Period(index, inner.last, "at", value, inner.year, span, inner.named)
    return Period(index, inner.last, "at", inner.value, inner.year, inner.months, inner.named)


def _edged(text: PeriodText, index: int, at: int, name: str) -> Period | None:
    """The year, quarter or month whose beginning or end is meant."""
    year = year_meant(text, at)
    if year is not None:
        return Period(at, year.last, "at", iso(year.year), year.year, None, year.named)
    clock = text.clock
    at += text.word(at).startswith("календарн")
    if text.word(at) in ("года", "г"):
        # «семь – в первом полугодии 2027-го, пять – до конца года»
        beside = year_beside(text, index)
        later = clock.year is None or (beside is not None and beside > clock.year)
        now = beside if later else clock.year
        return Period(at, at + 1, "at", iso(now), now)
    if text.word(at) == "десятилетия" and name == "end":
        # «к концу десятилетия», in 2024
        decade = (clock.year + 9) // 10 * 10 if clock.year is not None else None
        return Period(at, at + 1, "at", iso(decade), decade)
    if text.word(at) in ("месяца", "квартала", "полугодия"):
        size = {"месяца": 1, "квартала": 3, "полугодия": 6}[text.low[at]]
        return part_off(text, at, at + 1, 0, size)
    if text.word(at) in _OF_SEASON and (hit := text.hit(at, "season")):
        span = span_of(hit)
        if text.word(index - 1) in ("в", "во"):
            # «в конце лета он упал», «в начале осени прошлого года»: a month of the season
            return _month_of(text, at, _edge_month(name, span))
        reference_year = year_meant(text, at + 1)
        if reference_year is not None:
            return reference_year.in_months(at, span)
        coming = clock.coming(span)
        return Period(at, at + 1, "at", iso(coming, span), coming, span)
    found = part_of_year(text, at) or months(text, at)
    if found is None or not found.assumed or found.months is None:
        return found
    if text.word(index - 1) not in _AHEAD or was_over(text, found):
        return found  # «к концу апреля их стало 700»
    year_ahead = clock.coming(found.months)  # «до конца июня» looks ahead
    return Period(
        found.first, found.last, "at", iso(year_ahead, found.months), year_ahead, found.months
    )


def month_of_season(text: PeriodText, index: int) -> Period | None:
    """«первый месяц осени минувшего года», «в последний месяц лета»."""
    number = text.number(index)
    if text.word(index).startswith("последн"):
        place, at = 3, index + 1
        if text.word(index + 2) == "года" or year_meant(text, index + 2) is not None:
            place = 12
    elif number is not None and number.form == "ordinal" and number.value in (1, 2, 3):
        place, at = int(number.value), number.last
    else:
        return None
    noun = text.hit(at, "months")
    if noun is not None and (found := _of_year(text, index, noun.last, place)) is not None:
        return found
    if noun is None or text.word(noun.last) not in _OF_SEASON:
        return None
    hit = text.hit(noun.last, "season")
    if hit is None:
        return None
    found = _month_of(text, noun.last, (span_of(hit)[0] + place - 2) % 12 + 1)
    return found._replace(first=index)


def _of_year(text: PeriodText, index: int, at: int, month: int) -> Period | None:
    """«В первый месяц года», «за первый месяц 2024 года»."""
    span = (month, month)
    year = year_meant(text, at)
    if year is not None:
        return year.in_months(index, span)
    if text.word(at) != "года":
        return None
    was = text.clock.latest(span)
    return Period(index, at + 1, "at", iso(was, span), was, span)


def _month_of(text: PeriodText, at: int, month: int) -> Period:
    """A month of the season at a token: of the year named after it, or the last that was."""
    span = (month, month)
    year = year_meant(text, at + 1)
    if year is not None:
        return year.in_months(at, span)
    was = year_beside(text, at, span) or text.clock.latest(span)
    return Period(at, at + 1, "at", iso(was, span), was, span)


def _edge_month(name: str, inner: Months | None) -> int:
    if inner is None:
        return _MONTH[name]
    if name == "start":
        return inner[0]
    if name == "end":
        return inner[1]
    width = (inner[1] - inner[0]) % 12 + 1
    return (inner[0] + (width - 1) // 2 - 1) % 12 + 1


def runs(text: PeriodText, since: Period, until: Period) -> Period | None:
    """«с 2008 года по первый квартал 2023 года»: from the one to the end of the other."""
    if until.first != since.last + 1 or text.low[since.last] != "по" or until.role != "at":
        return None
    begun, year, months = since.year, until.year, until.months
    if begun is None or year is None or months is None or year <= begun:
        return None
    start = str(begun) if since.months is None else f"{begun}-{since.months[0]:02d}"
    value = f"{start}/{year}-{months[1]:02d}"
    return Period(since.first, until.last, "span", value, year, None, True, begun - year)
