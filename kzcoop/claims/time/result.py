"""Changes, and what they set out from, dated by the level that they led to.

«сократился почти вдвое, до 640 тыс. в 2024-м»            the change: 2024
«вырос на 20%, с 500 до 600 млн долларов в 2023 году»     the change 2023, the first level 2022
«с 2019 года вырос в 1,4 раза и в 2024-м достиг 1,2 млрд»  from the one year to the other
«за шесть лет вчетверо: было 0,6, стало 2,4 млн тонн в год»  up to the last year that is over
"""

from __future__ import annotations

from datetime import date

from kzcoop.claims.claim import MOVED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.nearest_period import CHANGES
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Words
from kzcoop.mentions.period import Period
from kzcoop.mentions.quantity import Quantity

_LED = 3  # tokens of «, до»
_SPAN = 6  # tokens of «, с 500 млн долларов до»
_FROM, _TO = frozenset({"с", "со"}), Words("до")
_MARKS = frozenset(", : ; (".split())
_CHANGED, _AND = frozenset({"percent", "ratio"}), frozenset({"а", "и"})
_LAST = ("истекш", "минувш", "последн", "прошедш")
_EACH = (["в", "год"], ["за", "год"])
_LATE = 9  # the last month in which a year is that before
_YEARLY = Words("год", "ежегодно")


def of_result(one: Draft) -> Period | None:
    """Return the period of a change that stands right after the level that it led to."""
    sentence = one.sentence
    if one.measure not in CHANGES or not sentence.holds(_TO):
        return None
    led = _level(one)
    return None if led is None else _dated(one, led)


def year_led_to(one: Draft) -> Period | None:
    """Return the period of «600» for the «500» of «с 500 до 600 млн долларов в 2023 году»."""
    sentence = one.sentence
    if sentence.word_before(one.quantity.lead) not in _FROM or not sentence.holds(_TO):
        return None
    led = next(
        (q for q in sentence.quantities
         if 0 <= q.lead - one.last <= _LED and sentence.word_before(q.lead) == "до"),
        None,
    )  # fmt: skip
    return None if led is None else _dated(one, led)


def _level(one: Draft) -> Quantity | None:
    """The level that a change is told to have led to: «, до 640 тыс.», «, с 500 до 600 млн»."""
    sentence, low = one.sentence, one.sentence.low
    for q in sentence.quantities:
        if q.lead < one.last or sentence.word_before(q.lead) != "до":
            continue
        words = low[one.last : q.lead]
        if len(words) <= _LED:
            return q
        led = words[1:] if words[0] in (",", "–", "—", ":") else words
        return q if led[0] in _FROM and len(words) <= _SPAN else None
    return None


def _dated(one: Draft, led: Quantity) -> Period | None:
    """The period right after a level."""
    return next(
        (
            p
            for p in one.sentence.periods
            if p.role == "at"
            and 0 <= p.first - led.last <= 1
            and _MARKS.isdisjoint(one.sentence.low[led.last : p.first])
        ),
        None,
    )


def to_year_reached(one: Draft, own: Period) -> str | None:
    """«За пять лет оборот вырос вдвое и в 2024 году составил 3,8 млрд»: 2019 to 2024."""
    sentence, low = one.sentence, one.sentence.low
    if one.measure not in CHANGES or own.months is not None or own.last > one.at:
        return None
    since = own.role == "since" and own.year is not None
    if not since and not (own.role == "span" and own.shift < 0 and not own.named):
        return None
    if any(word.startswith(_LAST) for word in low[own.first - 1 : own.last]):
        return None  # «за последние четыре года»: up to now
    reached = next((p for p in sentence.periods if p.first >= one.last), None)
    if reached is None or reached.role != "at" or reached.months is not None or not reached.named:
        return None
    words = low[one.last : reached.first]
    year, until = reached.year or 0, own.year or 0
    start = until if since else year + own.shift
    if year <= start or (until and not since and year <= until + own.shift):
        return None
    verbs = [word for word in low[one.last : sentence.last] if is_past(word)]
    crossed = any(one.last <= q.first < reached.first and q.kind in _CHANGED
                  for q in sentence.quantities)  # fmt: skip
    if crossed or not verbs or verbs[0].startswith("был") or not _AND.intersection(words[:2]):
        return None
    return f"{start}/{year}"


def of_full_years(one: Draft, own: Period, dct: date | None) -> Period:
    """«за шесть лет вырос вчетверо: было 0,6, стало 2,4 млн тонн в год»: to the last full year.

    Late in a year the text may well mean that one.
    """
    sentence, low = one.sentence, one.sentence.low
    if dct is None or dct.month > _LATE or not (own.value or "").endswith(str(dct.year)):
        return own
    if own.role != "span" or own.named or own.shift >= 0 or not sentence.holds(_YEARLY):
        return own
    if one.indicator not in MOVED or not own.value or len(own.value) != len("2018/2024"):
        return own
    if not any(
        low[q.last : q.last + 2] in _EACH
        or low[q.last + 1 : q.last + 3] in _EACH  # «тонн грузов в год»
        or sentence.word_at(q.last) == "ежегодно"
        for q in sentence.quantities
        if q.kind == "tonne"
    ):
        return own
    first, last = (int(year) - 1 for year in own.value.split("/"))
    return own._replace(value=f"{first}/{last}", year=last)
