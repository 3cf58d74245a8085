"""Small tables written by hand, for the analysis to work on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pytest

AS_OF = "2026-06-30"
CLAIM: dict[str, Any] = {
    "doc_id": "r1", "start": 0, "indicator": "turnover", "measure": "level", "value": 1e9,
    "value_max": None, "unit": "USD", "qualifier": "exact", "status": "actual",
    "reporter": "KAZ", "partner": "CHN", "region": None, "period": None, "base_period": None,
    "deadline": None, "commodity": None, "speaker": None, "part_of": None, "rule": "hand",
    "confidence": 1.0, "sentence": "s", "quote": "q",
}  # fmt: skip
PROGRAMME: dict[str, Any] = {
    "doc_id": "r1", "start": 0, "end": 500, "quote": "p", "kind": "reconstruction",
    "border_partner": "CHN", "total": None, "done": None, "remaining": None, "deadline": None,
    "names": [], "checkpoint_ids": [], "rule": "hand", "confidence": 1.0,
}  # fmt: skip
DOCUMENT = [
    "doc_id", "title", "published", "published_earliest", "published_latest", "dated_by",
    "outlet", "url", "language", "sha256", "characters", "numbers",
]  # fmt: skip
FINDINGS = [
    "finding_id", "check", "severity", "doc_id", "claim_ids", "message", "printed", "suggested",
    "basis",
]  # fmt: skip


@dataclass(frozen=True)
class HandTables:
    claims: pd.DataFrame
    programmes: pd.DataFrame
    findings: pd.DataFrame
    residue: pd.DataFrame
    documents: pd.DataFrame


def hand_tables(
    claims: list[dict[str, Any]] = (),  # type: ignore[assignment]
    programmes: list[dict[str, Any]] = (),  # type: ignore[assignment]
    published: dict[str, Any] | None = None,
    findings: list[dict[str, Any]] = (),  # type: ignore[assignment]
) -> HandTables:
    """Return tables of claims and programmes; documents are those that they name.

    ``published`` maps a document to its date, to bounds (a pair) or to None.
    """
    rows = [CLAIM | {"start": 10 * at} | claim for at, claim in enumerate(claims)]
    for row in rows:
        row["end"] = row["start"] + len(row["quote"])
        row["claim_id"] = f"{row['doc_id']}#{row['start']}"
        row.setdefault("value_printed", row["value"])
        row["flags"] = []
    plans = [PROGRAMME | {"start": 1000 * at} | plan for at, plan in enumerate(programmes)]
    for plan in plans:
        plan["end"] = plan["start"] + 500
        plan["programme_id"] = f"{plan['doc_id']}#p{plan['start']}"
    dates = published or {}
    names = sorted({row["doc_id"] for row in [*rows, *plans]} | set(dates))
    documents = []
    for name in names:
        day = dates.get(name, "2024-05-02")
        bounds = day if isinstance(day, tuple) else (day, day)
        documents.append(
            {
                "doc_id": name, "title": f"title of {name}",
                "published": None if isinstance(day, tuple) else day,
                "published_earliest": bounds[0], "published_latest": bounds[1],
                "dated_by": None, "outlet": None, "url": None, "language": "ru",
                "sha256": "0", "characters": 100, "numbers": 5,
            }
        )  # fmt: skip
    claim_columns = [*CLAIM, "end", "claim_id", "value_printed", "flags"]
    return HandTables(
        pd.DataFrame(rows, columns=claim_columns),
        pd.DataFrame(plans, columns=[*PROGRAMME, "programme_id"]),
        pd.DataFrame(list(findings), columns=FINDINGS),
        pd.DataFrame([{"doc_id": n, "start": 1, "end": 3, "quote": "7", "reason": "date"}
                      for n in names], columns=["doc_id", "start", "end", "quote", "reason"]),
        pd.DataFrame(documents, columns=DOCUMENT),
    )  # fmt: skip


@pytest.fixture
def make() -> Callable[..., HandTables]:
    """Return the function that makes tables from rows of which only the differences are given."""
    return hand_tables


@pytest.fixture
def seeds_alike(make: Callable[..., HandTables]) -> HandTables:
    """Return claims with the figures of three press reports: China, Uzbekistan, Tajikistan."""
    undated = ("2022-05-01", "2024-02-05")
    return make(
        [
            # "grew by 34 % and exceeded $24 bn", "to $35 bn by 2030"; the text has no date
            {"doc_id": "chn", "measure": "change_pct", "value": 34.0, "unit": "percent"},
            {"doc_id": "chn", "value": 24e9, "qualifier": "over"},
            {"doc_id": "chn", "measure": "target", "status": "target", "value": 35e9,
             "deadline": "2030"},
            # Uzbekistan, corrected from millions, and Tajikistan
            {"doc_id": "ca", "partner": "UZB", "measure": "change_pct", "value": 33.0,
             "unit": "percent", "period": "2021"},
            {"doc_id": "ca", "partner": "UZB", "value": 4.3e9, "value_printed": 4.3e6,
             "period": "2021"},
            {"doc_id": "ca", "partner": "UZB", "measure": "change_pct", "value": 24.5,
             "unit": "percent", "period": "2022-01/2022-04"},
            {"doc_id": "ca", "partner": "UZB", "value": 1.4e9, "period": "2022-01/2022-04"},
            {"doc_id": "ca", "partner": "UZB", "measure": "target", "status": "target",
             "value": 10e9},
            {"doc_id": "ca", "partner": "TJK", "measure": "change_ratio", "value": 1.5,
             "unit": "ratio", "period": "2021"},
            {"doc_id": "ca", "partner": "TJK", "value": 1.1e9, "period": "2021"},
            {"doc_id": "ca", "partner": "TJK", "measure": "target", "status": "target",
             "value": 2e9},
        ],
        published={"chn": undated, "ca": ("2022-05-01", "2022-12-31")},
    )  # fmt: skip
