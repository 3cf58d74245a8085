"""A candidate for what a figure is about, and the score that its features give it.

The weights stand in ``weights.csv``, one of each feature.
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from kzcoop.language.record import Record

_REMEMBERED = 5_000  # sets of features


@dataclass(slots=True)
class Candidate(Record):
    """One possible indicator of a figure with the features that speak for it."""

    indicator: str
    word: str
    features: tuple[tuple[str, float], ...]
    first: int
    score: float


def candidate(
    indicator: str, word: str, features: tuple[tuple[str, float], ...], first: int
) -> Candidate:
    """Return a candidate with its score, the sum of its features by weight."""
    return Candidate(indicator, word, features, first, _score(features))


@lru_cache(maxsize=_REMEMBERED)
def _score(features: tuple[tuple[str, float], ...]) -> float:
    """The sum of features by weight; few sets of features make most of a text."""
    table = weights()
    # Rounded, so that a tie is a tie: the built-in sum ends on another last digit from
    # Python 3.12 on, and the same report would give other claims there.
    return round(math.fsum([table[name] * amount for name, amount in features]), 9)


@cache
def weights() -> dict[str, float]:
    """Return the weight of each feature."""
    path = Path(__file__).with_name("weights.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}
