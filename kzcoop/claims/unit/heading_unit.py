"""The unit that a heading states for all numbers of its list, with or without a scale.

«Товарооборот за 9 месяцев (млрд долларов): Китай – 22,1, Россия – 19,5»
«Экспорт в 2023 году, тыс. тонн: Иран – 12,4»
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Words
from kzcoop.lexicon.loader import Hit

_LIST = 60  # tokens in which the list of a heading may stand
_LEADS = frozenset("– — - : (".split())
_LINES, _LONGEST = 16, 24  # lines under a heading, tokens of one
_TAIL = 6  # tokens from the unit to the end of its heading
_BEFORE_UNIT = frozenset("( , в –".split())
_DASHES = frozenset("–—-")
_OPENS = frozenset({"(", ","})
_CLOSES = frozenset({")", ":"})
_UNITS = frozenset({"currency", "tonne"})
_YEARS = range(1990, 2051)
_COUNTED = frozenset({"bare", "count", "pieces", "vehicles"})
_DAILY = ("ежедневн", "ежесуточн", "среднесуточн", "суточн")
_CARS = ("авто", "большегруз", "грузов", "машин", "транспорт", "фур")
_COLON = Words(":")


def told_over(one: Draft) -> bool:
    """Give a number of a list the unit and scale of its heading; whether there is one."""
    sentence = one.sentence
    low = sentence.low
    if (
        one.quantity.scale != 1
        or one.kind != "bare"
        or sentence.word_before(one.quantity.lead) not in _LEADS
    ):
        return False
    if one.value in _YEARS and low[one.last : one.last + 1] in (["–"], ["—"], ["-"], [":"]):
        return False  # «2022 – 4,1, 2023 – 3,9»
    if _over_lines(one):
        return True
    start = sentence.first
    if not sentence.holds(_COLON):
        start = max(0, start - _LIST)
        if ":" not in low[start : sentence.first]:
            return False
    for index in range(one.quantity.lead - 2, start, -1):
        if low[index] in _OPENS:
            found = _unit(one, index + 1)
            if found is not None:
                return _take(one, *found)
    return False


def passes_daily(one: Draft) -> bool:
    """Let a number beside a post count cars a day, where the heading of its list says so.

    «Среднесуточный поток грузового транспорта:» over the lines «Сырым» – 420 единиц»
    """
    sentence = one.sentence
    if one.kind not in _COUNTED or not sentence.posts or sentence.number == 0:
        return False
    low, bounds = sentence.low, sentence.mentions.tokens.bounds
    if _DASHES.isdisjoint(low[sentence.first : one.quantity.lead]):
        return False
    for number in range(sentence.number - 1, max(sentence.number - _LINES, -1), -1):
        first, last = bounds[number]
        words = low[first:last]
        if words[-1] == ":":
            daily = any(word.startswith(_DAILY) for word in words) or "сутки" in words
            if not (daily and any(word.startswith(_CARS) for word in words)):
                return False
            one.kind, one.unit = "vehicle", "vehicle/day"
            one.note("cars a day, as the heading says")
            return True
        if not is_line(words, ".;"):
            return False
    return False


def _take(one: Draft, scale: Decimal, unit: Hit) -> bool:
    """Give a number the unit and the scale of its heading."""
    one.value, one.scale = one.value * scale, scale
    one.kind = "money" if unit.entry.kind == "currency" else "tonne"
    one.unit = unit.entry.value
    one.note("the unit of the heading")
    return True


def _over_lines(one: Draft) -> bool:
    """«Внешняя торговля, I квартал, млн долларов» over the lines «Китай – 6 612,4 (рост 11%)»."""
    sentence, low, bounds = one.sentence, one.sentence.low, one.sentence.mentions.tokens.bounds
    if sentence.number == 0 or not is_line(low[sentence.first : sentence.last]):
        return False
    for number in range(sentence.number - 1, max(sentence.number - _LINES, -1), -1):
        first, last = bounds[number]
        for at in range(max(first + 1, last - _TAIL), last):
            if low[at - 1] in _BEFORE_UNIT and (found := _unit(one, at, last)) is not None:
                return _take(one, *found)
        if not is_line(low[first:last]):
            return False
    return False


def is_line(words: list[str], ends: Sequence[str] = ()) -> bool:
    """Whether a sentence is a line of a list: short, with a dash, and without a full stop.

    ``ends`` are marks that may close it all the same.
    """
    open_ended = words[-1] != "." or "." in ends
    return len(words) <= _LONGEST and open_ended and not _DASHES.isdisjoint(words)


def _unit(one: Draft, at: int, end: int = -1) -> tuple[Decimal, Hit] | None:
    """The scale and the unit that stand alone at a token: «(в млрд долл. США)»."""
    mentions, low = one.sentence.mentions, one.sentence.low
    at += low[at] == "в"
    scale = Decimal(1)
    multiplier = mentions.hits["numerals"].get(at)
    if multiplier is not None and multiplier.entry.kind == "multiplier":
        scale = Decimal(multiplier.entry.value)
        at = multiplier.last + (low[multiplier.last] == ".")
    unit = mentions.hits["units"].get(at)
    if unit is None or unit.entry.kind not in _UNITS:
        return None
    last = unit.last + (low[unit.last] == ".")
    return (scale, unit) if last == end or low[last] in _CLOSES else None
