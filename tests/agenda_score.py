"""Score agenda and meetings against ``tests/gold/agenda``: precision, recall, F1."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kzcoop.claims.talks.agenda import AgendaItem
from kzcoop.claims.talks.meeting import Meeting

GOLD = Path(__file__).parent / "gold" / "agenda"


@dataclass
class Score:
    """Counts of one kind of row, with what was missed and what was too much."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __post_init__(self) -> None:
        self.misses: list[str] = []

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0

    def __str__(self) -> str:
        p = self.right / self.found if self.found else 0.0
        r = self.right / self.wanted if self.wanted else 0.0
        counts = f"{self.right} right, {self.found} found, {self.wanted} wanted"
        return f"P {p:.3f}  R {r:.3f}  F1 {self.f1:.3f}  ({counts})"


def gold(doc_id: str) -> dict[str, Any]:
    with (GOLD / f"{doc_id}.json").open(encoding="utf-8") as file:
        return json.load(file)


def score_agenda(
    score: Score, doc_id: str, wanted: list[dict[str, Any]], found: list[AgendaItem]
) -> None:
    """Count a row as right where partner and topic agree and its span is one of those annotated."""
    required = {(row["partner"], row["topic"]) for row in wanted if not row.get("optional")}
    spans = [(row["partner"], row["topic"], a, b) for row in wanted for a, b in row["spans"]]
    allowed = {(row["partner"], row["topic"]) for row in wanted if row.get("optional")} - required
    hit = set()
    for item in found:
        key = (item.partner, item.topic)
        if key in allowed:
            continue
        score.found += 1
        if key in required and any(
            (p, t) == key and a < item.end and item.start < b for p, t, a, b in spans
        ):
            hit.add(key)
        else:
            score.misses.append(f"{doc_id} + {key[0]} {key[1]} at {item.start}")
    score.right += len(hit)
    score.wanted += len(required)
    score.misses += [f"{doc_id} - {key[0]} {key[1]}" for key in sorted(required - hit, key=str)]


def score_meetings(
    score: Score, doc_id: str, wanted: list[dict[str, Any]], found: list[Meeting]
) -> None:
    """Count a row as right where person, role, country and place agree."""

    def key(row: Any) -> tuple[str | None, ...]:
        get = row.get if isinstance(row, dict) else lambda name: getattr(row, name)
        return get("person"), (get("role") or "").casefold(), get("country"), get("place")

    allowed = {key(row)[0] for row in wanted if row.get("optional")}
    required = {key(row) for row in wanted if not row.get("optional")}
    got = {key(row) for row in found if row.person not in allowed}
    score.right += len(required & got)
    score.found += len(got)
    score.wanted += len(required)
    score.misses += [f"{doc_id} + {row}" for row in sorted(got - required, key=str)]
    score.misses += [f"{doc_id} - {row}" for row in sorted(required - got, key=str)]
