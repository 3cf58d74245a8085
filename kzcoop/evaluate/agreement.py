"""When an annotated claim and an extracted one say the same.

value       equal to 2 parts in 10,000; growth «в 1,5 раза» is also growth by 50%
time        the same months, however they are written; a deadline by its last month or its year
partner     the same countries in any order
region      the same name without «область» and the like
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from kzcoop.evaluate.gold import GoldClaim, GoldProgramme

RECORD_FIELDS = ("unit", "indicator", "measure", "partner", "time")
COMPLETE_FIELDS = (*RECORD_FIELDS, "qualifier", "status", "region")
_CLOSE = 2e-4
_CLOSE_PERCENT = 5e-3  # percent points for one percent, more for more
_CHANGES = frozenset({"change_pct", "change_ratio"})
_PART = re.compile(
    r"(?P<year>\d{4})(?:-?Q(?P<quarter>[1-4])|-?H(?P<half>[12])|-(?P<month>\d{2}).*)?$"
)
_REGION_TYPE = re.compile(r"\b(область|обл|край|город|г|провинция|округ|автономный|район)\b\.?")

Row = Mapping[str, Any]


def months(period: object) -> tuple[int, int] | None:
    """Return the first and last month of an ISO period, counted from year 0, or None.

    >>> months("2022-Q1") == months("2022-01/2022-03")
    True
    >>> months("2030"), months(None)
    ((24360, 24371), None)
    """
    if not period:
        return None
    first, _, last = str(period).strip().partition("/")
    low, high = _bounds(first), _bounds(last or first)
    return None if low is None or high is None else (low[0], high[1])


def _bounds(part: str) -> tuple[int, int] | None:
    match = _PART.match(part.strip())
    if match is None:
        return None
    first, size = 0, 12
    for name, length in (("quarter", 3), ("half", 6), ("month", 1)):
        if match[name]:
            first, size = (int(match[name]) - 1) * length, length
    start = int(match["year"]) * 12 + first
    return start, start + size - 1


def partners(value: object) -> frozenset[str]:
    """Return country codes as a set; ";", "," and spaces divide them in a string."""
    if not value:
        return frozenset()
    codes = re.split(r"[;,|\s]+", value) if isinstance(value, str) else value
    return frozenset(str(code) for code in codes if code)  # type: ignore[attr-defined]


def region(value: object) -> str:
    """Return a region's name without its type word, in lower case, «ё» as «е»."""
    text = str(value or "").lower().replace("ё", "е")
    return _REGION_TYPE.sub("", text).strip(' .«»"')


def same_value(gold: GoldClaim, claim: Row) -> bool:
    """Whether the figures are the same number, a ratio and its percentage included."""
    got = claim.get("value")
    if got is None:
        return False
    for wanted in gold.readings("value"):
        if wanted is None:
            continue
        if abs(wanted - got) <= _CLOSE * max(abs(wanted), abs(got)):
            return True
        have = _percent(claim.get("measure"), got)
        for measure in gold.readings("measure"):
            want = _percent(measure, wanted)
            if want is None or have is None:
                continue
            if abs(want - have) <= _CLOSE_PERCENT * max(1.0, abs(want)):
                return True
    return False


def _percent(measure: object, value: float) -> float | None:
    """A change in percent, however it is stored; None for what is no change."""
    if measure == "change_pct":
        return float(value)
    return (float(value) - 1) * 100 if measure == "change_ratio" else None


def agrees(gold: GoldClaim, claim: Row, name: str) -> bool:
    """Whether a field of an extracted claim is one of the accepted readings.

    ``name`` is a column, or ``time``: the deadline where gold has one, else the period.
    """
    if name == "time":
        return _same_time(gold, claim)
    if name == "partner":
        return partners(claim.get(name)) in [partners(v) for v in gold.readings(name)]
    if name == "region":
        return region(claim.get(name)) in [region(v) for v in gold.readings(name)]
    if name in ("measure", "unit") and {gold.measure, claim.get("measure")} <= _CHANGES:
        return True
    return claim.get(name) in gold.readings(name)


def _same_time(gold: GoldClaim, claim: Row) -> bool:
    have = months(claim.get("deadline"))
    for want in map(months, gold.readings("deadline")):
        if want is None:
            period = months(claim.get("period"))
            if have is None and period in [months(v) for v in gold.readings("period")]:
                return True
        elif have is not None and (want[1] == have[1] or want[1] // 12 == have[1] // 12):
            return True
    return False


def same_programme(gold: GoldProgramme, row: Row) -> bool:
    """Whether kind, border, stated numbers and the deadline's year agree, no named post missing."""
    if (gold.kind, gold.border_partner) != (row.get("kind"), row.get("border_partner")):
        return False
    for name in ("total", "done", "remaining"):
        wanted = getattr(gold, name)
        if wanted is not None and wanted != row.get(name):
            return False
    if gold.deadline is not None and str(row.get("deadline") or "")[:4] != gold.deadline[:4]:
        return False
    return _names(gold.names) <= _names(row.get("names") or ())


def _names(names: object) -> set[str]:
    folded = (str(name).lower().replace("ё", "е") for name in names)  # type: ignore[attr-defined]
    return {re.sub(r"[\s\-–—]+", " ", name).strip(" «»") for name in folded}
