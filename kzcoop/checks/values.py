"""How exactly a claim states its value.

A printed figure stands for an interval: «13,2 млн» for all that rounds to it, «более 24 млрд»
for what lies a little above, «вчетверо» for about four. Two figures agree where their intervals
meet.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kzcoop.claims.claim import Claim

# How far «более», «почти» and «около» reach, and how loosely words («вчетверо») are meant.
HEDGE = 0.10
WORDED = 0.12
_NUMBER = re.compile(r"\d(?:(?:[\s\u00a0\u202f]|&nbsp;)*\d)*(?:[.,]\d+)?")
_SCALED = frozenset({"percent", "ratio", "rank"})  # their numbers carry no «млрд»

Interval = tuple[float, float]


@lru_cache(maxsize=20_000)
def interval(claim: Claim) -> Interval:
    """Return the values that a claim can mean, (lowest, highest), in its own unit.

    >>> from kzcoop.checks.values import meet
    >>> meet((1.0, 2.0), (2.0, 3.0)), meet((1.0, 2.0), (2.1, 3.0))
    (True, False)
    """
    value = float(claim.value)
    top = float(claim.value_max) if claim.value_max is not None else value
    half = half_unit(claim)
    low, high = value - half, top + half
    if claim.qualifier == "over":
        return value, max(high, value + abs(value) * HEDGE)
    if claim.qualifier == "under":
        return min(low, value - abs(value) * HEDGE), top
    if claim.qualifier == "about":
        return min(low, value - abs(value) * HEDGE), max(high, top + abs(top) * HEDGE)
    if claim.qualifier == "upto":
        return min(0.0, low), high
    return low, high


def half_unit(claim: Claim) -> float:
    """Return half of the last printed digit's worth: 0.05 million for «13,2 млн».

    A value in words («треть», «пятнадцать миллиардов») is taken to be loose by ``WORDED``.
    """
    value = abs(float(claim.value))
    match = _NUMBER.search(claim.quote)
    if match is None:
        return value * WORDED
    digits = re.sub(r"(?:[\s\u00a0\u202f]|&nbsp;)", "", match[0]).replace(",", ".")
    number = float(digits)
    decimals = len(digits.partition(".")[2])
    scale = 1.0 if claim.unit in _SCALED or not number or not value else value / number
    return 0.5 * 10.0**-decimals * scale


def factor(claim: Claim) -> Interval | None:
    """Return what a change multiplies its base by, (lowest, highest); None for other measures.

    Growth by 34% and growth of 1.34 times are the same; a fall by 12% is 0.88.
    """
    low, high = interval(claim)
    if claim.measure == "change_pct":
        low, high = 1 + low / 100, 1 + high / 100
    elif claim.measure != "change_ratio":
        return None
    return (low, high) if low > 0 else None


def meet(one: Interval, other: Interval) -> bool:
    """Whether two intervals have a value in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def over(one: Interval, other: Interval) -> Interval:
    """Return the interval of quotients of two intervals of positive values."""
    return one[0] / other[1], one[1] / other[0]


def deviation(value: float, reference: float) -> float:
    """Return how far a value is from a reference, as a share of the reference."""
    return abs(value - reference) / abs(reference) if reference else float("inf")
