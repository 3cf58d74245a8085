"""Counted periods: «за пять месяцев», «за последние три года», «через два года».

What the count means stands beside it: «первые» counts from January, «последние» back from the
publication, «ближайшие» and «через» ahead of it, «назад» and «ранее» compare.
"""

from __future__ import annotations

from kzcoop.mentions.calendar import interval, iso, shifted
from kzcoop.mentions.period_season import in_season, months_from_start
from kzcoop.mentions.period_text import DASHES, PAST, Period, PeriodText
from kzcoop.mentions.period_year_at import year_at, year_meant

_INFINITIVE = ("ть", "ти", "чь", "ться", "тись")
_BESIDE = 4  # tokens from «рассчитываем» to «за три года»
_AHEAD = ("ближайш", "следующ", "предстоящ", "будущ", "грядущ")
_LAST = ("последн", "крайн")
_OVER = ("прошедш", "минувш", "истекш", "прошл", "полн", "неполн", "календарн")
_LICENCE = frozenset("за итогам итоги результатам".split())
_BARRED = ("кажд", "сроком", "протяжени", "течени", "дольш", "спуст", "предыдущ", "предшеств")
_AFTER = frozenset("назад подряд спустя лишения после до кряду тому".split())
_RUNNING = frozenset({"кряду", "подряд"})
_EARLIER = frozenset({"ранее", "раньше", "прежде"})
_MAX_YEARS = 60
# rows of what is counted
COUNTED = frozenset("year years months quarter half halfyear decade independence".split())


def counted(text: PeriodText, index: int) -> Period | None:
    """Return a counted period that begins at a token, or None."""
    count, at = 1, index
    pair = text.hit(index, "numberpair")
    if pair is not None:
        count, at = int(pair.entry.value), pair.last
    elif text.hit(index, "halfyear", "decade") is None:
        number = text.number(index)
        if number is None or number.scale != 1 or number.form not in ("digits", "words"):
            return None
        at = number.last
        if text.word(at) in DASHES and (upper := text.number(at + 1)) is not None:
            number, at = upper, upper.last  # «в ближайшие два-три года»
        if number.value != int(number.value) or not 1 <= number.value <= 99:
            return None
        count = int(number.value)
    inner = text.word(at) if text.word(at).startswith((*_LAST, *_AHEAD, *_OVER, "перв")) else ""
    at += bool(inner)
    unit = text.hit(at, *COUNTED)
    if unit is None or unit.entry.id == "quarter.abbr":
        return None
    around = [*text.before(index, 4), inner]
    last = text.abbreviation(unit.last) if text.low[at] in ("мес", "г") else unit.last
    kind = unit.entry.kind
    if kind == "independence":
        return independence(text, index, last)
    if kind in ("year", "years", "decade"):
        years = count * int(unit.entry.value) if kind == "decade" else count
        return _years(text, index, last, years, around)
    months = count * {"months": 1, "quarter": 3}.get(kind, 6)
    return _months(text, index, last, months, around)


def independence(text: PeriodText, index: int, last: int) -> Period:
    """«за годы независимости»: from 1991 to the year of publication."""
    now = text.clock.year
    value = f"1991/{now}" if now and now > 1991 else None
    return Period(index, last, "span", value, now, None, False, 0)


def _years(text: PeriodText, index: int, last: int, count: int, around: list[str]) -> Period | None:
    now, following = _counted_from(text, index), text.word(last)
    if count > _MAX_YEARS:
        return None
    if following == "назад" or following in _EARLIER or (following == "тому"):
        ago = text.clock.year if following not in _EARLIER else None
        return Period(
            index,
            last + 1 + (following == "тому"),
            "base",
            None,
            ago - count if ago else None,  # «пять лет назад»: from the publication
            None,
            False,
            -count,
        )
    if around[-2:-1] == ["через"] or any(word.startswith(_AHEAD) for word in around):
        year = now + count if now else None
        return Period(index, last, "by", iso(year), year)
    if following in _RUNNING and count > 1:  # «два года подряд»: the last full ones
        span = f"{now - count}/{now - 1}" if now else None
        return Period(index, last + 1, "span", span, now - 1 if now else None)
    if (around[-2:-1] == ["течение"] and count > 1 and _told_ahead(text, index)) or (
        around[-2:-1] == ["за"] and _hoped(text, index, last)
    ):
        year = now + count if now else None
        return Period(index, last, "by", iso(year), year)
    back = any(word.startswith((*_LAST, *_OVER)) for word in around)
    if not back and "за" not in around[-3:]:
        return None
    if following in _AFTER:
        return None
    reference = year_at(text, last + 1) if following == "с" else None
    if reference is not None and reference.year:  # «за пять лет с 2015 года»
        value = f"{reference.year}/{reference.year + count}"
        return Period(
            index, reference.last, "span", value, reference.year + count, None, True, -count
        )
    if count == 1:  # «за один год торговля выросла вдвое»
        return Period(index, last, "base", None, None, None, False, -1)
    begun = text.named
    if (
        not back
        and begun is not None
        and begun.year is not None
        and begun.role == "at"
        and begun.months is None
        and text.together(begun.first, index)
        and text.clock.year is not None
        and begun.year + count <= text.clock.year
    ):  # «В 2017 году провезли 12 млн тонн, а за шесть лет поток вырос вдвое»
        end = begun.year + count
        return Period(index, last, "span", f"{begun.year}/{end}", end)
    span = f"{now - count}/{now}" if now else None
    return Period(index, last, "span", span, now, None, False, -count)


def _told_ahead(text: PeriodText, index: int) -> bool:
    """«в течение пяти лет намерены нарастить»: whether the sentence looks ahead."""
    first, last = text.tokens.bounds[text.tokens.sentence[index]]
    past = any(PAST.match(text.low[at]) for at in range(first, last))
    return not past and any(text.hit(at, "ahead") for at in range(first, last))


def _hoped(text: PeriodText, index: int, last: int) -> bool:
    """«рассчитываем за три года удвоить торговлю»: a plan right before, an infinitive after."""
    planned = any(text.hit(at, "ahead") for at in range(max(0, index - _BESIDE), index))
    return planned and text.word(last).endswith(_INFINITIVE)


def _counted_from(text: PeriodText, index: int) -> int | None:
    """The year from which years are counted: the publication's, or one that the text has named.

    «в 2023 году достиг 310 млн, за пять лет вырос вдвое»: of the sentence, or of an undated report.
    """
    now, named = text.clock.year, text.named
    if named is None or named.role != "at" or named.months is not None or named.year is None:
        return now
    if now is None:
        return named.year
    return named.year if named.year == now - 1 and text.together(named.first, index) else now


def _months(
    text: PeriodText, index: int, last: int, count: int, around: list[str]
) -> Period | None:
    clock, following, before = text.clock, text.word(last), around[:-1]
    if following == "назад" or following == "тому":
        found = clock.month(-count)
        value = interval(found, found) if found else None
        months = (found[1], found[1]) if found else None
        return Period(index, last + 1, "at", value, found[0] if found else None, months)
    if following in _EARLIER:
        return _earlier(text, index, last + 1, count)
    if before[-1:] == ["через"] or any(word.startswith(_AHEAD) for word in around):
        found = clock.month(count)
        months = (found[1], found[1]) if found else None
        return Period(index, last, "by", iso(*_pair(found)), found[0] if found else None, months)
    if any(word.startswith(_LAST) for word in around):
        return _back(text, index, last, count)
    if following in _AFTER or count > 12:
        return None
    span = months_from_start(count)
    if text.season is not None and text.season.months is not None:
        # «за шесть месяцев прошлого сезона» after «в сентябре–марте 2023/24»
        span = months_from_start(count, text.season.months[0])
    season = in_season(text, index, last, span)
    if season is not None:  # «за первые пять месяцев сезона 2022/23»
        return season
    reference = year_meant(text, last, loose=True)
    if reference is None and (started := text.hit(last, "ytd")) is not None:
        reference = year_meant(text, started.last)  # «за три месяца с начала 2023 года»
        if reference is None and text.word(started.last) == "года":
            last = started.last + 1
    if reference is None and not _licensed(around):
        return None
    span = (1, count)
    if reference is not None:
        return reference.in_months(index, span)
    for told in (text.last, text.reported):
        if told is not None and _as_long(text, index, told, count, around):
            # «В июне–августе продажи росли: за три месяца ушло 80 тыс. тонн»
            return told._replace(first=index, last=last, role="at")
    year = text.beside(index, span)
    if year is None and clock.dct is not None:
        year = clock.latest(span)
        recent = text.named.year if text.named and text.named.role == "at" else None
        if recent == clock.dct.year - 1 and count >= clock.dct.month:
            year = recent
    elif year is None:
        # the months of a report that only its year dates, or that the text has told
        year = clock.year or text.spans.get(span)
    return Period(index, last, "at", iso(year, span), year, span, False, 0, True)


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
    if any(word.startswith("перв") for word in before[-2:]):
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
