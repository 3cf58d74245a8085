"""Periods that the time told before, or the tense, gives a figure: «то сейчас уже 52%»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kzcoop.claims.claim import MOVED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.claims.time.base_period import month_of, opens_with_base
from kzcoop.claims.time.nearest_period import CHANGES
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.period import Period

_NOW = Words("ныне", "сегодня", "сейчас", "теперь")
_SINCE = Words("пор")
_UPHEAVALS = Words("войны", "карантина", "ковида", "кризиса", "пандемии", "санкций")
_OTHERWISE = Stems("иная", "иначе", "наоборот", "обратн", "противополож")


def to_year_told(one: Draft, own: Period, recent: str, dct: date | None) -> str | None:
    """«За 2023 год – 3,4 млн тонн. С 2014 года объём вырос вчетверо», early in 2024: to 2023."""
    value = own.value or ""
    until = next((p for p in one.sentence.periods if p.first > own.last and _to_it(one, p)), None)
    if own.role == "since" and one.measure in CHANGES and until is not None and value:
        return f"{value[:4]}/{until.year}"  # «вырос с 2019 года (760 тыс. тонн) к 2025-му»
    if dct is None or own.role != "since" or one.measure not in CHANGES:
        return None
    late = recent == str(dct.year - 1) and value == f"{value[:4]}/{dct.year}" and value[:4] < recent
    return f"{value[:4]}/{recent}" if late and one.indicator in MOVED else None


def _to_it(one: Draft, until: Period) -> bool:
    """Whether «к» leads to a year, with nothing but «с 2019 года (760 тыс. тонн)» before it."""
    low, at = one.sentence.low, until.first - (one.sentence.low[until.first] != "к")
    if low[at] != "к" or until.year is None or until.months is not None:
        return False
    return low[at - 1] == ")" or any(p.last == at for p in one.sentence.periods)


def what_it_became(one: Draft, last: Draft, recent: str | None) -> str | None:
    """«в 2023-м было 270 млн, стало 217»: of the time told, after a level of the year before."""
    if not (last.is_base and last.period) or one.sentence.word_before(one.quantity.lead) != "стало":
        return None
    return recent if recent and recent > last.period else None


def stands_against(one: Draft, own: Period, recent: str) -> bool:
    """«За полугодие – 900 млн. К первой половине 2023 года счёт вырос на 56%»: against those.

    Whether a term that «к» tells is over: the same months, or the whole year, before the ones told.
    """
    if one.sentence.low[own.first] != "к" or own.value is None or own.year is None:
        return False
    if not one.sentence.has("up", "down"):
        return False  # «Прошлым летом к этому сроку успели перевезти 430 тыс.»
    year = recent[:4]
    return year == str(own.year + 1) and month_of(recent, own.year) == own.value


def by_now(one: Draft, own: Period, recent: str) -> bool:
    """«Если в первом полугодии 2023 года – треть, то сейчас уже 52%»: now is when the text is."""
    sentence, low = one.sentence, one.sentence.low
    if (
        not sentence.holds(_NOW)
        or one.indicator not in MOVED
        or not sentence.between(own.last, one.at)
    ):
        return False
    told = any(low[i] in _NOW for i in range(own.last, one.quantity.lead)) and own.first < one.at
    return told and own.role == "at" and (own.value or recent) < recent


def changed_then(one: Draft) -> bool:
    """Whether a sentence opens with «год назад», its one period, and tells how it was then."""
    sentence = one.sentence
    if len(sentence.periods) != 1 or not opens_with_base(sentence):
        return False
    if not (sentence.begins(_OTHERWISE) and ":" in sentence.low[sentence.first : one.at]):
        return False  # of another year, as far as «год назад» alone tells
    base, low = sentence.periods[0], sentence.low
    if base.value is not None or base.shift >= 0 or base.months is not None:
        return False
    return any(map(is_past, low[base.last : one.last + 2])) and "чем" not in low[base.last : one.at]


def of_level_before(one: Draft, last: Draft) -> bool:
    """«… и это в 1,3 раза выше»: of the level before, whatever period stands between."""
    low, lead = one.sentence.low, one.quantity.lead
    return (
        "это" in low[max(last.last, lead - 2) : lead]
        and last.measure == "level"
        and last.period is not None
        and not last.is_base
    )


def since_told(
    one: Draft, before: Sequence[Draft], recent: str | None, dct: date | None
) -> str | None:
    """«в 2010-м было 5 млн тонн, и с тех пор поток вырос вчетверо»: since that year."""
    low, sentence = one.sentence.low, one.sentence
    told = next((d.period for d in reversed(before) if d.period), recent)
    if one.measure not in CHANGES or not sentence.holds(_SINCE) or told is None:
        return None
    if not any(low[i : i + 3] == ["с", "тех", "пор"] for i in range(sentence.first, one.at)):
        return None
    last = max(recent or "", str(dct.year) if dct is not None and recent == told else "")[:4]
    return f"{told[:4]}/{last}" if last > told[:4] else None


def lies_ahead(own: Period, dct: date) -> bool:
    """Whether a period begins after the publication, so that nothing was in it."""
    if own.year is None or own.role not in ("at", "since"):
        return False
    first, last = own.months or (1, 12)
    return (own.year - (first > last), first) > (dct.year, dct.month)


def tells_past(one: Draft, own: Period) -> bool:
    """«За девять месяцев 2024-го он превысил 1,2 млрд»: that year, whatever the report's date."""
    sentence = one.sentence
    told = own.named and not sentence.between(own.first, one.at)
    return told and any(map(is_past, sentence.low[own.last : one.at]))


def with_open_years(one: Draft) -> bool:
    """Return whether a level is of today: «560 млн: за последние четыре года вырос», undated."""
    return one.measure == "level" and any(
        p.role == "span" and p.value is None and p.shift < 0 and p.first > one.at
        for p in one.sentence.periods
    )


@needs(_UPHEAVALS)
def before_upheaval(one: Draft) -> bool:
    """«До пандемии возили туда по 500 тонн в год»: of no year that is told."""
    sentence, low = one.sentence, one.sentence.low
    if any(p.role != "base" for p in sentence.periods) or one.indicator not in MOVED:
        return False
    return any(
        low[i - 1] == "до" and i < one.at and sentence.between(i, one.at) <= 1
        for i in sentence.where(_UPHEAVALS)
    )
