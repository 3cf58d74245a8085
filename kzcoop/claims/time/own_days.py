"""Days that date a figure: those of a count, and one from which a flow is told.

«однако 9–12 июля пропускали 310–340»                    the month of those days
«С 1 января 2012 года отгружено 2,5 млн тонн»            from that month on
«С 2014 года, когда прошло 870 тыс. тонн, объём …»       the year of that clause
"""

from __future__ import annotations

from datetime import date

from kzcoop.claims.claim import MOVED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.time.nearest_period import nearest
from kzcoop.mentions.calendar import interval
from kzcoop.mentions.period import Period, iso

_FROM = frozenset({"с", "со"})
_MARKS = frozenset(", : ; (".split())
_WHEN = [",", "когда"]
_LED = 3  # tokens of «, до»
_FIRST_DAY = frozenset({"1", "01"})


def on_days(one: Draft) -> Period | None:
    """Return the month of the days of «обещали 450 машин, однако 9–12 июля пропускали 310»."""
    if one.kind != "vehicle" or one.status != "actual":
        return None
    day = nearest(one, ("date",), clauses=1)
    if day is None or day.value is None or day.months is None or day.first > one.at:
        return None
    low, sentence = one.sentence.low, one.sentence
    before = low[max(sentence.first, day.first - _LED) : day.first]  # «Вышло за 9–12 июля 310»
    words = low[day.last : one.at]
    if words[:1] == [","] and sentence.word_before(day.first) == ",":
        words = words[1:]  # «Пока же, 14–20 октября, пропускала …»
    words = [*before, *words] if _MARKS.isdisjoint(before) else words
    did = _MARKS.isdisjoint(words) and any(tense(word) == "past" for word in words)
    return day._replace(role="at") if did else None


def since_when(one: Draft) -> Period | None:
    """Return the year of «С 2014 года, когда прошло 870 тыс. тонн, объём вырос вчетверо»."""
    low = one.sentence.low
    for period in one.sentence.periods:
        if period.role != "since" or period.last >= one.at or not period.value:
            continue
        opened = period.last + len(_WHEN)
        closed = one.sentence.word_at(one.last) == ")"
        bracket = closed and low[period.last : one.quantity.lead] == ["("]
        if bracket or (low[period.last : opened] == _WHEN and "," not in low[opened : one.at]):
            year = period.value.split("/")[0]
            return period._replace(role="at", value=year, year=int(year[:4]))
    return None


def since_day(one: Draft, dct: date) -> Period | None:
    """Return the months of «С 1 января 2012 года отгружено 2,5 млн тонн»: to the last full one."""
    day = nearest(one, ("date",), clauses=0)
    if day is None or day.year is None or day.months is None or one.indicator not in MOVED:
        return None
    low, sentence = one.sentence.low, one.sentence
    if sentence.word_before(day.first) not in _FROM or low[day.first] not in _FIRST_DAY:
        return None
    month = day.months[0]
    year = day.year - (not day.named and (day.year, month) >= (dct.year, dct.month))
    last = (dct.year, dct.month - 1) if dct.month > 1 else (dct.year - 1, 12)
    moved = any(
        tense(low[hit.first]) == "past" or low[hit.first].endswith(("ено", "ано"))
        for hit in (*sentence.cues, *sentence.indicators)
    )
    if not moved or not (year, month) <= last or last[0] - year > 1:
        return None
    months = (month, last[1])
    value = iso(year, months) if year == last[0] else interval((year, month), last)
    return day._replace(role="at", value=value, year=last[0], months=months)
