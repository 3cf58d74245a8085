"""Gold annotations as claims, and claims written by hand, for the tests of the checks."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from kzcoop.checks.finding import Finding
from kzcoop.checks.run import run_checks
from kzcoop.claims.claim import Claim, Programme
from kzcoop.language.text import tokenize
from kzcoop.reading.document import Document, read_documents

ROOT = Path(__file__).resolve().parents[2]
DEVSET = ROOT / "tests" / "devset"
# The five real reports are not part of the project: the tests on them skip without them.
SHARED = ROOT.parent / "shared"

Reports = tuple[list[Claim], list[Programme], list[Document]]


def load(docs: Path, gold: Path) -> Reports:
    """Return the gold of a folder as the reader would give it."""
    claims: list[Claim] = []
    programmes: list[Programme] = []
    documents = read_documents([docs])
    for document in documents:
        notes = json.loads((gold / f"{document.doc_id}.json").read_text("utf-8"))
        sentences = spans(document.text)
        claims += [gold_claim(document, row, sentences) for row in notes["claims"]]
        programmes += [gold_programme(document, row) for row in notes.get("programmes", ())]
    return claims, programmes, documents


def spans(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a text as spans."""
    tokens = tokenize(text)
    return [tokens.span(number) for number in range(len(tokens.bounds))]


def gold_claim(document: Document, row: dict[str, Any], sentences: list[tuple[int, int]]) -> Claim:
    """Return one gold row as a claim."""
    start, end = row["start"], row["start"] + len(row["quote"])
    assert document.text[start:end] == row["quote"]
    first, last = next((s for s in sentences if s[0] <= start < s[1]), (start, end))
    partner = row["partner"]
    return Claim(
        claim_id=f"{document.doc_id}:{start}", doc_id=document.doc_id, start=start, end=end,
        quote=row["quote"], sentence=document.text[first:last], indicator=row["indicator"],
        measure=row["measure"], value=Decimal(str(row["value"])),
        value_max=None if row["value_max"] is None else Decimal(str(row["value_max"])),
        unit=row["unit"], qualifier=row["qualifier"], status=row["status"],
        reporter=row["reporter"],
        partner=";".join(partner) if isinstance(partner, list) else partner,
        region=row["region"], period=row["period"], base_period=row["base_period"],
        deadline=row["deadline"], commodity=row["commodity"], speaker=row["speaker"],
        part_of=None, rule="gold", confidence=1.0,
    )  # fmt: skip


def gold_programme(document: Document, row: dict[str, Any]) -> Programme:
    """Return one gold row as a programme; the register is left to the checks."""
    start = row["start"]
    return Programme(
        programme_id=f"{document.doc_id}:p{start}", doc_id=document.doc_id, start=start,
        end=start + len(row["quote"]), quote=row["quote"], kind=row["kind"],
        border_partner=row.get("border_partner"), total=row.get("total"), done=row.get("done"),
        remaining=row.get("remaining"), deadline=row.get("deadline"),
        names=tuple(row.get("names") or ()), checkpoint_ids=(), rule="gold", confidence=1.0,
    )  # fmt: skip


@pytest.fixture(scope="session")
def devset() -> Reports:
    """Return the development set's gold."""
    return load(DEVSET / "docs", DEVSET / "gold")


@pytest.fixture(scope="session")
def devset_suspects() -> set[str]:
    """Return the ids of the claims that the annotators call suspect."""
    found = set()
    for path in sorted((DEVSET / "gold").glob("*.json")):
        notes = json.loads(path.read_text("utf-8"))
        found |= {f"{path.stem}:{row['start']}" for row in notes["claims"] if row["suspect"]}
    return found


@pytest.fixture(scope="session")
def seeds() -> Reports:
    """Return the gold of the five real reports; skip where they are not at hand."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the real reports are not part of the project")
    return load(SHARED / "seeds", SHARED / "seeds_gold")


class Report:
    """A short text with its claims, written by hand: ``claim`` finds the quote in the text."""

    def __init__(self, text: str, *, doc_id: str = "r1", published: date | None = None) -> None:
        self.document = Document(doc_id, text, published=published)
        self.claims: list[Claim] = []
        self.programmes: list[Programme] = []
        self._sentences = spans(text)
        self._next: dict[str, int] = {}

    def claim(self, quote: str, value: float | str, **fields: Any) -> Report:
        """Add a claim; without fields it is an actual turnover of KAZ with UZB in dollars."""
        start = self.document.text.index(quote, self._next.get(quote, 0))
        self._next[quote] = start + 1
        row: dict[str, Any] = {
            "quote": quote, "start": start, "value": value, "value_max": None,
            "indicator": "turnover", "measure": "level", "unit": "USD", "reporter": "KAZ",
            "partner": "UZB", "region": None, "period": None, "base_period": None,
            "deadline": None, "qualifier": "exact", "status": "actual", "commodity": None,
            "speaker": None,
        }  # fmt: skip
        self.claims.append(gold_claim(self.document, row | fields, self._sentences))
        return self

    def programme(self, quote: str, **fields: Any) -> Report:
        """Add a programme, by default a reconstruction."""
        row = {"quote": quote, "start": self.document.text.index(quote), "kind": "reconstruction"}
        self.programmes.append(gold_programme(self.document, row | fields))
        return self

    def findings(self, *severities: str) -> list[Finding]:
        """Run all checks on this report alone."""
        return findings(self, severities=severities)


def findings(*reports: Report, severities: tuple[str, ...] = ()) -> list[Finding]:
    """Run all checks on reports together; of some severities only, where given."""
    found = run_checks(
        [claim for report in reports for claim in report.claims],
        [programme for report in reports for programme in report.programmes],
        [report.document for report in reports],
    )
    return [item for item in found if not severities or item.severity in severities]


@pytest.fixture
def report() -> type[Report]:
    """Return the class of hand-written reports."""
    return Report


@pytest.fixture
def check() -> Callable[..., list[Finding]]:
    """Return the function that runs all checks on several reports."""
    return findings
