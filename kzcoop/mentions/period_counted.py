"""Counted periods: «за пять месяцев», «за последние три года», «через два года».

What the count means stands beside it: «первые» counts from January, «последние» back from the
publication, «ближайшие» and «через» ahead of it, «назад» and «ранее» compare.
"""

from __future__ import annotations

from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.calendar import Months, interval, iso, shifted
from kzcoop.mentions.period_counted_years import (
    AFTER,
    AHEAD,
    BEFORE,
    EARLIER,
    LAST,
    OVER,
    counted_years,
    independence,
)
from kzcoop.mentions.period_months import in_year
from kzcoop.mentions.period_season import in_season, months_from_start
from kzcoop.mentions.period_text import DASHES, Period, PeriodText
from kzcoop.mentions.period_told import year_beside, years_back
from kzcoop.mentions.period_year_at import year_meant

_SEASONS = {"весен": 3, "зимни": 12, "летни": 6, "осенн": 9}  # the first month of each
_PAIR = 2  # months
_SEASON, _WINTER, _YEAR = 3, 12, 12
_ROUGH_YEARS = frozenset({"года", "лет"})  # before their number
_APPOSED = frozenset({",", "за", "первые", "то", "есть"})
_LICENCE = frozenset("за итогам итогами итоги результатам результатами результаты".split())
_BARRED = ("кажд", "сроком", "протяжени", "течени", "дольш", "спуст", "предыдущ", "предшеств")
_ONLY = frozenset("лишь одни одних только уже".split())
_INNER = (*LAST, *AHEAD, *OVER, *BEFORE, "перв")  # «пять последних месяцев»
# rows of what is counted
COUNTED = frozenset("year years months quarter half halfyear decade independence".split())


def counted(text: PeriodText, index: int) -> Period | None:
    """Return a counted period that begins at a token, or None."""
    count, at = 1, index
    row = text.hit(index, "numberpair", "halfyear", "decade")
    if row is None:
        number = text.number(index)
        if number is None or number.scale != 1 or number.form not in ("digits", "words"):
            return None
        at = number.last
        if text.word(at) in DASHES and (upper := text.number(at + 1)) is not None:
            number, at = upper, upper.last  # «в ближайшие два-три года»
        if number.value != int(number.value) or not 1 <= number.value <= 99:
            return None
        count = int(number.value)
    elif row.entry.kind == "numberpair":
        count, at = int(row.entry.value), row.last
    inner = text.word(at) if text.word(at).startswith(_INNER) else ""
    at += bool(inner)
    start = _SEASONS.get(text.word(at)[:5]) if text.word(at)[-1:] in ("х", "м", "й") else None
    at += start is not None
    unit = text.hit(at, *COUNTED)
    if unit is None and row is None and index and text.low[index - 1] in _ROUGH_YEARS:
        # «года два назад», «лет пять тому назад»: about so many
        ago = text.word(at) in ("назад", "тому")
        return counted_years(text, index - 1, at, count, text.before(index, 4)) if ago else None
    if unit is None or unit.entry.id == "quarter.abbr":
        return None
    if start is not None:
        return _of_season(text, index, unit, start, count)
    around = [*text.before(index, 4), inner]
    last = text.abbreviation(unit.last) if text.low[at] in ("мес", "г") else unit.last
    kind = unit.entry.kind
    if kind == "independence":
        return independence(text, index, last)
    if kind in ("year", "years", "decade"):
        years = count * int(unit.entry.value) if kind == "decade" else count
        return counted_years(text, index, last, years, around)
    months = count * {"months": 1, "quarter": 3}.get(kind, 6)
    return _months(text, index, last, months, around)


def _of_season(text: PeriodText, index: int, unit: Hit, start: int, count: int) -> Period | None:
    """«за два зимних месяца нынешнего года», «за три летних месяца»."""
    if unit.entry.kind != "months" or count > _SEASON:
        return None
    whole = count == _SEASON
    first = start if whole or start != _WINTER else 1  # «два зимних месяца года» are its first
    span = (first, (first + count - 2) % 12 + 1)
    if not whole and start != _WINTER:
        return None
    return in_year(text, index, unit.last, span, "at")


def _months(
    text: PeriodText, index: int, last: int, count: int, around: list[str]
) -> Period | None:
    clock, following, before = text.clock, text.word(last), around[:-1]
    if following == "назад" or following == "тому":
        found = clock.month(-count)
        value = interval(found, found) if found else None
        months = (found[1], found[1]) if found else None
        return Period(index, last + 1, "at", value, found[0] if found else None, months)
    if following in EARLIER:
        return _earlier(text, index, last + 1, count)
    if before[-1:] == ["через"] or any(word.startswith(AHEAD) for word in around):
        found = clock.month(count)
        months = (found[1], found[1]) if found else None
        return Period(index, last, "by", iso(*_pair(found)), found[0] if found else None, months)
    if any(word.startswith(LAST) for word in around):
        named = year_meant(text, last, loose=True)
        if named is not None and count < _YEAR:
            return named.in_months(index, (_YEAR + 1 - count, _YEAR))  # «последние месяцы 2023-го»
        return _back(text, index, last, count)
    if following in AFTER or count > 12:
        return None
    told = text.last
    between = text.low[told.last : index] if told is not None else []
    if told is not None and between[:1] == [","] and _APPOSED.issuperset(between):
        # «За сентябрь–ноябрь, первые три месяца сезона, …»
        length = (told.months[1] - told.months[0]) % 12 + 1 if told.months else 0
        if length == count and text.together(told.first, index):
            season = in_season(text, index, last, told.months or (1, count))
            if season is not None and told.value is None:
                return season
            return told._replace(first=index, last=season.last if season else last)
    span = months_from_start(count, text.crop[0])
    if text.season is not None and text.season.months is not None:
        # «за шесть месяцев прошлого сезона» after «в сентябре–марте 2023/24»
        span = _begun(text, count, text.season.months[0], span)
    season = in_season(text, index, last, span)
    if season is not None:  # «за первые пять месяцев сезона 2022/23»
        return season
    reference = year_meant(text, last, loose=True)
    if reference is None and (listed := _told_again(text, last)) is not None:
        # «За семь месяцев (январь–июль) 2023 года»
        reference = year_meant(text, listed, loose=True)
    if reference is None and (started := text.hit(last, "ytd")) is not None:
        reference = year_meant(text, started.last)  # «за три месяца с начала 2023 года»
        if reference is None and text.word(started.last) == "года":
            last = started.last + 1
    if reference is None and not _licensed(around):
        return None
    span = (1, count)
    if reference is not None:
        return reference.in_months(index, span)
    begun = text.last
    if begun is not None and begun.role == "since" and text.together(begun.first, index):
        # «с октября возобновил закупки: за два месяца ушло 2,9 тыс. тонн»
        since, until = begun.months or (0, 12)
        if since == until and since + count <= 13:
            span = (since, since + count - 1)
            return Period(index, last, "at", iso(begun.year, span), begun.year, span, begun.named)
    if (summed := _summed(text, index, count)) is not None:
        return summed._replace(last=last)
    for told in (text.last, text.reported):
        if told is not None and _as_long(text, index, told, count, around):
            # «В июне–августе продажи росли: за три месяца ушло 80 тыс. тонн»
            return told._replace(first=index, last=last, role="at")
    year = year_beside(text, index, span)
    if year is None and clock.dct is not None:
        year = (clock.latest(span) or 0) + years_back(text, index)
        recent = text.named.year if text.named and text.named.role == "at" else None
        if recent == clock.dct.year - 1 and count >= clock.dct.month:
            year = recent
    elif year is None:
        # the months of a report that only its year dates, or that the text has told
        year = clock.year or text.spans.get(span)
    return Period(index, last, "at", iso(year, span), year, span, False, 0, True)


def _summed(text: PeriodText, index: int, count: int) -> Period | None:
    """«За сентябрь – 700 тыс. тонн, за октябрь – 1,1 млн. Итого за два месяца …»: those told."""
    told = text.singles[-count:]
    if count < _PAIR or len(told) < count or not text.near(told[-1].first, index):
        return None
    year, first = told[0].year, (told[0].months or (0, 0))[0]
    for at, one in enumerate(told):
        if one.year != year or one.months != (first + at, first + at):
            return None
    span = (first, first + count - 1)
    return Period(index, index, "at", iso(year, span), year, span, told[-1].named)


def _begun(text: PeriodText, count: int, start: int, usual: Months) -> Months:
    """The first months of a season by its own start, where they are over."""
    found, dct = months_from_start(count, start), text.clock.dct
    running = dct is not None and text.season is not None and text.season.year == dct.year
    return usual if dct is not None and running and found[1] >= dct.month >= 1 else found


def _told_again(text: PeriodText, last: int) -> int | None:
    """The token after the months in brackets that a count is told again by."""
    if text.word(last) != "(" or text.hit(last + 1, "month") is None:
        return None
    return next((at + 1 for at in range(last + 2, last + 6) if text.word(at) == ")"), None)


def _as_long(text: PeriodText, index: int, told: Period, count: int, around: list[str]) -> bool:
    """Whether months were told right before, as many as are counted and not from January."""
    months = told.months
    if months is None or count == 1 or told.value is None or around[-1].startswith("перв"):
        return False
    length = (months[1] - months[0]) % 12 + 1
    near = text.near(told.first, index) or (months[0] > months[1] and count > 1)
    return months[0] != 1 and length == count and near


def _licensed(around: list[str]) -> bool:
    """Whether a count of months without a year is one from January: «за девять месяцев»."""
    before, inner = around[:-1], around[-1]
    if inner.startswith("перв"):
        return True
    if not before or before[-1] in (".", ":", "(", "•"):
        return True
    while before[1:] and before[-1] in _ONLY:
        before = before[:-1]  # «за одни только три квартала»
    if any(word.startswith(("нынешн", "перв")) for word in before[-2:]):
        return True
    if any(word.startswith(_BARRED) for word in before[-2:]):
        return False
    return bool(_LICENCE & set(before[-2:]))


def _pair(found: tuple[int, int] | None) -> tuple[int | None, tuple[int, int] | None]:
    return (found[0], (found[1], found[1])) if found else (None, None)


def _back(text: PeriodText, index: int, last: int, count: int) -> Period:
    """«за последние 12 месяцев»: up to the last full month before publication."""
    end = text.clock.month(-1)
    if end is None:
        return Period(index, last, "at", None)
    start = shifted(end[0], end[1], 1 - count)
    months = (start[1], end[1]) if start[0] >= end[0] - 1 and count < 12 else None
    if count == 12 and start[1] == 1:
        return Period(index, last, "at", str(end[0]), end[0])
    return Period(index, last, "at", interval(start, end), end[0], months)


def _earlier(text: PeriodText, index: int, last: int, count: int) -> Period:
    """«двумя месяцами ранее»: before the month that the text spoke of last."""
    recent = text.last
    if recent is None or recent.year is None or recent.months is None:
        return Period(index, last, "base", None)
    year, month = shifted(recent.year, recent.months[0], -count)
    return Period(index, last, "base", interval((year, month), (year, month)), year, (month, month))
