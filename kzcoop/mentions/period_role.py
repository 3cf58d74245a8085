"""What the words before a period make of it: a deadline, a base of comparison, a beginning.

«к 2030 году», «не позднее мая 2026 года»       by
«105,4% к 2023 году», «против 2022-го»          base
«с 2019 года», «начиная с мая»                  since
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.mentions.calendar import interval, iso
from kzcoop.mentions.period_base import ABOUT, as_base, compares_with, is_average, is_base
from kzcoop.mentions.period_text import DASHES, Period, PeriodText
from kzcoop.mentions.period_told import year_beside

_WHOLE = frozenset({"весь", "всего", "целый"})
_STATES = frozenset({"данным", "информации", "состоянию"})
_THAN = 4  # tokens from «чем» to «к концу мая»
_CAME = (
    "вырос", "достиг", "дошел", "дошла", "набрал", "насчит", "превысил", "сократил", "снизил",
    "составил", "стал",
)  # fmt: skip
_FROM_BEGINNING = 12  # tokens from «с начала перевозок» to its year
_BEGINNINGS = frozenset("дня запуска начала момента открытия".split())
_RECKONED = ("отсчет", "отсчит", "считая", "считать")
_BEFORE = 7  # tokens that tell the role of a period
_MONTHS = (
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр",
    "декабр",
)  # fmt: skip
_TERMS = frozenset({"срок", "сроки", "дедлайн"})  # «срок – конец 2028 года»


def with_role(text: PeriodText, period: Period) -> Period:
    """Return a period with the role that the words before it give."""
    than = text.before(period.first, _THAN)
    if period.role == "by" and "чем" in than and ";" not in than:
        return period._replace(role="base")  # «на 36% больше, чем было к концу мая 2022-го»
    if period.role in ("base", "same", "by", "since"):
        return _since(text, period, 0) if period.role == "since" else period
    before = text.before(period.first, _BEFORE)
    last = before[-1] if before else ""
    if period.shift < 0 and is_average(before):
        return period._replace(role="date", value=None)
    if period.role in ("at", "span") and is_base(text, period, before):
        if last in _WHOLE:
            return period._replace(role="base", named=True)  # «обошла итог всего прошлого года»
        return as_base(period)
    if last in ("дню", "числу") and "к" in before and period.role == "at":
        return period._replace(role="date")  # «К последнему дню сентября»
    if last in ("к", "ко") and "чем" in before and ";" not in before and period.months:
        # «на 9% больше, чем успели перевезти к августу прошлого года»: till then
        first, end = period.months
        if first == end > 1 and text.low[period.first].startswith(_MONTHS):
            span = (1, end - 1)
            return period._replace(role="base", months=span, value=iso(period.year, span))
    if last in ("к", "ко"):
        if period.role in ("at", "span") and compares_with(text, period, before):
            return as_base(period)
        if len(before) > 1 and before[-2].startswith(ABOUT):
            return period
        return _by(text, period, 1)
    if last in ("под", "перед") and text.low[period.first].startswith("новы"):
        return _by(text, period, 1)  # «сдадут под Новый год»
    if last == "до" and period.role != "span":
        return _by(text, period, 1)
    if before[-2:] in (["не", "позднее"], ["не", "позже"]):
        return _by(text, period, 2)
    if last in DASHES and period.role == "at" and any(w in _TERMS for w in before):
        return _by(text, period, 0)
    if period.role == "date":
        return _on_day(text, period, before)
    led = text.before(period.first, _FROM_BEGINNING) if last in ("в", "во") else []
    if period.role == "at" and period.months is None and led and _begins(led):
        return _since(text, period, 0)
    if period.role == "at":
        words = text.low[period.first : period.last]
        closed = "по" in words or "до" in words
        then = text.low[period.last : period.last + 2] == [",", "когда"]
        if last == "после" and then:
            return period  # «после 2022 года, когда торговля удвоилась»: of that year
        of_it = last in ("с", "со") and text.low[period.last - 1] == "годом"
        if last in ("с", "со", "после") and not closed and not of_it:
            return _since(text, period, 1)  # not «С 2021 годом вышло так же»
        if last == "от" and any(word.startswith(_RECKONED) for word in before):
            return _since(text, period, 1)  # «если отсчитывать от 2017 года»
        if last == "от" and not closed:  # not «от сентября 2024-го по июнь 2025-го»
            return period._replace(role="date")
    return period


def _by(text: PeriodText, period: Period, back: int) -> Period:
    """A deadline: named without a year it lies ahead."""
    if period.assumed and period.months is not None and year_beside(text, period.first) is None:
        coming = text.clock.latest if was_over(text, period) else text.clock.coming
        year = coming(period.months)
        period = period._replace(year=year, value=iso(year, period.months))
    if period.role == "span":
        period = period._replace(value=str(period.year))
    return period._replace(role="by", first=period.first - back)


def _begins(before: list[str]) -> bool:
    """«С начала перевозок в 2016 году», «с момента запуска в 2011 году»: since that year.

    Not «с момента независимости – 122 млрд, в 2023-м – 5».
    """
    return any(
        word in ("с", "со") and after in _BEGINNINGS and "," not in before[index:]
        for index, (word, after) in enumerate(pairwise(before))
    )


def was_over(text: PeriodText, period: Period) -> bool:
    """Return whether a day is over: «К 1 декабря экспорт достиг 500 тыс. тонн»."""
    first, last = text.tokens.bounds[text.tokens.sentence[period.first]]
    if any(text.hit(at, "ahead") for at in range(first, last)):
        return False
    return any(text.low[at].startswith(_CAME) for at in range(period.last, last))


def _since(text: PeriodText, period: Period, back: int) -> Period:
    """A beginning: it runs to the publication, by year or by month as the text has it."""
    now, value = text.clock.month(), None
    if period.year is None:
        return period._replace(role="since", first=period.first - back)
    if period.months is None:
        year = text.clock.year
        if year is not None and year >= period.year:
            value = str(year) if year == period.year else f"{period.year}/{year}"
    elif now is not None:
        start = (period.year - (period.months[0] > period.months[1]), period.months[0])
        named = (
            year_beside(text, period.first) if period.assumed and period.months[0] == 1 else None
        )
        if named is not None and named < now[0]:
            value = str(named)  # «В 2021 году премьер рассказывал, что торговля с января выросла»
        elif start <= now:
            value = interval(start, now)
    return period._replace(role="since", first=period.first - back, value=value)


def _on_day(text: PeriodText, period: Period, before: list[str]) -> Period:
    """«на 1 января 2024 года», «по состоянию на 15 мая»: the day of a stock."""
    first_of_month = text.low[period.first] == "1" or text.low[period.first].startswith("01.")
    if before[-1:] != ["на"] or not (first_of_month or _STATES.intersection(before[-2:])):
        return period
    if period.assumed and period.months is not None:
        year = text.clock.latest(period.months)
        return period._replace(role="at", year=year, value=iso(year, period.months))
    return period._replace(role="at")
