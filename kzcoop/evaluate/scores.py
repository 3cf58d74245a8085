"""The figures of an evaluation, as plain records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

LEVELS = ("mention", "record", "complete")
_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right, found and wanted."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Right of those found; 0 where none were."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right of those wanted; 0 where none were."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Tally:
    """Claims of one group: wanted by gold, and how many of them are right at each level."""

    wanted: int = 0
    mention: int = 0
    record: int = 0
    complete: int = 0


@dataclass(frozen=True, slots=True)
class Bin:
    """Extracted claims of one range of confidence [low, high): the last one includes its end.

    ``confidence`` is their mean confidence, ``share`` the share whose record is right.
    """

    low: float
    high: float
    claims: int
    confidence: float
    share: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """Whether confidence means something.

    ``brier`` is the mean squared distance of confidence from right (1) or wrong (0), lower is
    better; ``base`` the same for one confidence for all; ``error`` the mean distance of a bin's
    confidence from its share, weighted by claims (expected calibration error).
    """

    bins: tuple[Bin, ...]
    brier: float
    base: float
    error: float


@dataclass(frozen=True, slots=True)
class Field:
    """A field that differs: what was read, and what gold has."""

    name: str
    got: object
    wanted: object


@dataclass(frozen=True, slots=True)
class Miss:
    """What is not right, in its sentence.

    ``kind`` is "not found", "extra" or "wrong"; ``record`` tells whether the record is lost by
    it; [start, end) is the quote in ``sentence``. ``what`` describes the claim in short.
    """

    doc_id: str
    kind: str
    record: bool
    quote: str
    sentence: str
    start: int
    end: int
    what: str
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All scores of a run. Groups map a name to its tally; ``fields`` to right and compared."""

    documents: int
    levels: Mapping[str, Score]
    programmes: Score
    fields: Mapping[str, float]
    by_indicator: Mapping[str, Tally]
    by_measure: Mapping[str, Tally]
    by_construction: Mapping[str, Tally]
    suspects: tuple[int, int]
    silent: tuple[int, int]
    reliability: Reliability
    misses: tuple[Miss, ...]
    programme_misses: tuple[Miss, ...]

    @property
    def silent_share(self) -> float:
        """Share of the claims found that hold the number and say another value or unit."""
        wrong, found = self.silent
        return wrong / found if found else 0.0


def reliability(pairs: Iterable[tuple[float, bool]]) -> Reliability:
    """Return the reliability of confidences, each with whether its claim was right."""
    known = sorted(pairs)
    total = len(known)
    if not total:
        return Reliability((), 0.0, 0.0, 0.0)
    bins = []
    for low, high in pairwise(_EDGES):
        inside = [p for p in known if low <= p[0] < high or (high == 1.0 and p[0] == 1.0)]
        if inside:
            bins.append(
                Bin(
                    low, high, len(inside), _mean(p[0] for p in inside), _mean(p[1] for p in inside)
                )
            )
    share = _mean(right for _, right in known)
    return Reliability(
        tuple(bins),
        _mean((confidence - right) ** 2 for confidence, right in known),
        share * (1 - share),
        sum(b.claims * abs(b.confidence - b.share) for b in bins) / total,
    )


def _mean(values: Iterable[float]) -> float:
    listed: Sequence[float] = list(values)
    # Rounded, so that the last digit does not hang on the Python version's way of adding.
    return round(sum(listed) / len(listed), 9)
