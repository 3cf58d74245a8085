"""How sure a claim is: from how its fields were decided to a calibrated share.

What decided a field says how often it is right: an indicator in the figure's own clause is nearly
always right, one taken over from the paragraph less often. Each such fact has points in
``confidence.csv``; their sum falls into a step of the same table, and the step's value is the share
of annotated claims of that kind whose record was right. The table is data, fitted by

    python -m kzcoop.evaluate.calibrate GOLD ... --docs DOCS ...
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from pathlib import Path

from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.scene.draft import Draft

TABLE = Path(__file__).with_name("confidence.csv")
STEP = "step"
FITTED = "fitted on"
# of the evidence, in its order
FEATURES = ("indicator", "rival", "partner", "time", "unit", "status", "form")
_REMEMBERED = 5_000  # ways in which a claim was decided
_NEAR = 0.5  # a second indicator that comes this close could have been meant
_LOW = 1.5
_OWN = ("at", "span", "since")


@dataclass(frozen=True, slots=True)
class Table:
    """Points by feature and level; steps by their lower bounds in points, ascending."""

    points: Mapping[tuple[str, str], float]
    bounds: tuple[float, ...]
    values: tuple[float, ...]

    def confidence(self, found: Mapping[str, str]) -> float:
        """Return the value of the step in which the points of a claim's evidence lie."""
        return self.values[max(bisect_right(self.bounds, self.total(found)) - 1, 0)]

    def total(self, found: Mapping[str, str]) -> float:
        """Return the points of a claim's evidence; what the table does not know counts nothing."""
        return round(sum(map(self.points.get, found.items(), repeat(0.0))), 6)


def confidence_of(one: Draft) -> float:
    """Return the share, 0 to 1, of claims decided like this one whose record is right."""
    return _share(tuple(evidence(one).values()))


@lru_cache(maxsize=_REMEMBERED)
def _share(levels: tuple[str, ...]) -> float:
    """The share of claims that were decided in one way, of which there are few."""
    return table().confidence(dict(zip(FEATURES, levels, strict=True)))


@cache
def table() -> Table:
    """Return the table that the package carries."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    steps = [(float(row["level"]), float(row["value"])) for row in rows if row["feature"] == STEP]
    points = {
        (row["feature"], row["level"]): float(row["value"])
        for row in rows
        if row["feature"] not in (STEP, FITTED)
    }
    return Table(points, tuple(bound for bound, _ in steps), tuple(value for _, value in steps))


def evidence(one: Draft) -> dict[str, str]:
    """Return how each field of a finished draft was decided, by feature."""
    return {
        "indicator": _indicator(one),
        "rival": _rival(one),
        "partner": _partner(one),
        "time": _time(one),
        "unit": "inherited" if one.quantity.kind == "bare" else "own",
        "status": "actual" if one.status == "actual" else "ahead",
        "form": one.quantity.form if one.quantity.form in ("digits", "words") else "other",
    }


def _indicator(one: Draft) -> str:
    """Where the word stands that names the indicator."""
    if not one.candidates:
        return "counted noun" if one.quantity.noun is not None else "default"
    best = one.candidates[0]
    names = dict(best.features)
    if "topic" in names:
        return "topic"
    if "inherited" in names or "beside" in names:
        return "figure before"
    return "own clause" if "same_clause" in names else "sentence"


def _rival(one: Draft) -> str:
    """How far behind the best indicator the next other one is."""
    if not one.candidates:
        return "none"
    best = one.candidates[0]
    if best.score < _LOW:
        return "weak winner"
    other = next((c for c in one.candidates if c.indicator != best.indicator), None)
    if other is None:
        return "none"
    return "near" if best.score - other.score < _NEAR else "far"


def _partner(one: Draft) -> str:
    """Where the partner is named."""
    codes = {*one.partner, one.reporter} - {HOME}
    if not codes:
        return "none"
    abroad = one.sentence.abroad
    named = {code for place in abroad for code in place.abroad} if abroad else set()
    if codes <= named:
        return "sentence" if len(named) == len(codes) else "one of several"
    return "report" if "partner of the report" in one.trace else "text before"


def _time(one: Draft) -> str:
    """Where period or deadline come from."""
    if one.deadline is not None:
        return "deadline"
    periods = one.sentence.periods
    named = [period.value for period in periods if period.role in _OWN] if periods else []
    if one.period is None:
        return "named, not taken" if named else "none"
    if one.period in named:
        return "own"
    return "derived" if named else "text before"
