"""Fits the table of confidence on annotated reports.

    python -m kzcoop.evaluate.calibrate GOLD ... --docs DOCS ...

The points are those of a logistic regression of "the record is right" on how its fields were
decided, held back by a penalty as reports are few. The steps are isotonic: claims are ordered by
points that their own report had no part in, neighbours are pooled until shares rise, and each
share is drawn a little towards that of all. The same input gives the same table.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from kzcoop.claims.confidence import FITTED, STEP, TABLE, evidence
from kzcoop.claims.extract import extract, read
from kzcoop.errors import InputError, KzcoopError
from kzcoop.evaluate.agreement import RECORD_FIELDS, agrees
from kzcoop.evaluate.annotated import AnnotatedReport
from kzcoop.evaluate.gold import load_gold
from kzcoop.evaluate.logistic import isotonic, ridge
from kzcoop.evaluate.run import pair
from kzcoop.reading.document import read_documents

_FOLDS = 6
_LEAST = 40  # claims a step
_PRIOR = 8.0  # claims of the overall share that each step's own share is drawn towards
_DECIMALS = 2
_HIGHEST = 0.99  # no annotation is so large that nothing could fail
COLUMNS = ("feature", "level", "claims", "right", "value")


@dataclass(frozen=True, slots=True)
class Case:
    """An extracted claim of an annotated report: its evidence, and whether its record is right."""

    doc_id: str
    evidence: Mapping[str, str]
    right: bool


def cases(gold: Path, docs: Path) -> list[Case]:
    """Return a case for each claim that is read from the annotated reports of a folder."""
    documents = {document.doc_id: document for document in read_documents([docs])}
    found = []
    for entry in load_gold(gold):
        document = documents.get(entry.doc_id)
        if document is None:
            raise InputError(
                entry.path, f"no report has the id {entry.doc_id!r}", "Name its folder"
            )
        rows = [{**asdict(c), "value": float(c.value)} for c in extract(document).claims]
        drafts = [one for one in read(document).drafts if not one.rejected]
        report = AnnotatedReport(entry, document.text)
        spans = [report.spans(claim.quote, claim.start) for claim in entry.claims]
        right = {
            c
            for g, c in pair(entry.claims, spans, rows)
            if all(agrees(entry.claims[g], rows[c], name) for name in RECORD_FIELDS)
        }
        found += [
            Case(entry.doc_id, evidence(one), number in right) for number, one in enumerate(drafts)
        ]
    return found


def fit(known: Sequence[Case]) -> list[dict[str, str]]:
    """Return the rows of the table, columns ``COLUMNS``."""
    known = sorted(known, key=lambda case: (case.doc_id, sorted(case.evidence.items()), case.right))
    points = _points(known)
    reports = sorted({case.doc_id for case in known})
    fold = {doc_id: number % _FOLDS for number, doc_id in enumerate(reports)}
    others = [_points([c for c in known if fold[c.doc_id] != f]) for f in range(_FOLDS)]
    placed = [(_sum(others[fold[case.doc_id]], case.evidence), case.right) for case in known]
    total, right = len(known), sum(case.right for case in known)
    rows = [_row(FITTED, f"{len(reports)} reports", total, right, right / total)]
    for (feature, level), value in sorted(points.items()):
        here = [case for case in known if case.evidence[feature] == level]
        rows.append(_row(feature, level, len(here), sum(c.right for c in here), value))
    for step in isotonic(placed, _LEAST, _PRIOR, _DECIMALS):
        share = min(step.share, _HIGHEST)
        rows.append(_row(STEP, f"{step.low:.2f}", step.count, step.right, share))
    return rows


def _row(feature: str, level: str, claims: int, right: int, value: float) -> dict[str, str]:
    figure = f"{value:.{_DECIMALS}f}"
    return dict(zip(COLUMNS, (feature, level, str(claims), str(right), figure), strict=True))


def _points(known: Sequence[Case]) -> dict[tuple[str, str], float]:
    """Points by feature and level, rounded as they are written."""
    levels = sorted({item for case in known for item in case.evidence.items()})
    column = {item: number for number, item in enumerate(levels)}
    design = [[column[item] for item in sorted(case.evidence.items())] for case in known]
    weights = ridge(design, [case.right for case in known], len(levels))
    return {item: round(weights[number], _DECIMALS) for item, number in column.items()}


def _sum(points: Mapping[tuple[str, str], float], found: Mapping[str, str]) -> float:
    return round(sum(points.get(item, 0.0) for item in found.items()), 6)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit on the folders given, in pairs, and write the table."""
    parser = argparse.ArgumentParser(prog="calibrate", description="Fit the table of confidence.")
    parser.add_argument("gold", nargs="+", type=Path, help="folders of annotated reports")
    parser.add_argument("--docs", nargs="+", required=True, type=Path, help="their reports")
    parser.add_argument("--out", type=Path, default=TABLE, help="default: the package's table")
    options = parser.parse_args(arguments)
    if len(options.gold) != len(options.docs):
        parser.error("as many folders of reports as of gold, in the same order")
    try:
        pairs = zip(options.gold, options.docs, strict=True)
        known = [case for gold, docs in pairs for case in cases(gold, docs)]
    except KzcoopError as error:
        print(f"calibrate: {error}", file=sys.stderr)
        return 1
    with options.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(fit(known))
    right = sum(case.right for case in known)
    print(f"{len(known)} claims, {right} right -> {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
