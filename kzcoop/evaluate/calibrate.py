"""Fits the table of confidence on annotated reports.

    python -m kzcoop.evaluate.calibrate GOLD ... --docs DOCS ...

The points are those of a logistic regression of "the record is right" on how its fields were
decided, held back by a penalty as reports are few. The steps are isotonic: claims are ordered by
points that their own report had no part in, neighbours are pooled until shares rise, and each
share is drawn a little towards that of all. The steps are those of reports read for the first time
(``first_reading.csv``): of reports that rules were written from, more is right than of the next
one. The same input gives the same table.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from kzcoop.claims.confidence import FITTED, STEP, TABLE
from kzcoop.errors import KzcoopError
from kzcoop.evaluate.first_reading import KEPT, Case, add_folders, cases_of, load
from kzcoop.evaluate.logistic import isotonic, ridge

_FOLDS = 6
_LEAST = 40  # claims a step
_PRIOR = 8.0  # claims of the overall share that each step's own share is drawn towards
_DECIMALS = 2
_HIGHEST = 0.99  # no annotation is so large that nothing could fail
COLUMNS = ("feature", "level", "claims", "right", "value")


def fit(learnt: Sequence[Case], first: Sequence[Case] = ()) -> list[dict[str, str]]:
    """Return the rows of the table, columns ``COLUMNS``.

    Parameters
    ----------
    learnt
        Claims of reports that rules were written from.
    first
        Claims of reports as they were first read, on which the steps stand; without any they
        stand on those of ``learnt``.
    """
    learnt, first = _ordered(learnt), _ordered(first)
    known = [*learnt, *first]
    points = _points(known)
    reports = sorted({case.doc_id for case in known})
    fold = {doc_id: number % _FOLDS for number, doc_id in enumerate(reports)}
    others = [_points([c for c in known if fold[c.doc_id] != f]) for f in range(_FOLDS)]
    measured = first or learnt
    placed = [(_sum(others[fold[case.doc_id]], case.evidence), case.right) for case in measured]
    total, right = len(measured), sum(case.right for case in measured)
    count = len({case.doc_id for case in measured})
    rows = [_row(FITTED, f"{count} reports", total, right, right / total)]
    for (feature, level), value in sorted(points.items()):
        here = [case for case in known if case.evidence[feature] == level]
        rows.append(_row(feature, level, len(here), sum(c.right for c in here), value))
    for step in isotonic(placed, _LEAST, _PRIOR, _DECIMALS):
        share = min(step.share, _HIGHEST)
        rows.append(_row(STEP, f"{step.low:.2f}", step.count, step.right, share))
    return rows


def _ordered(cases: Sequence[Case]) -> list[Case]:
    return sorted(cases, key=lambda case: (case.doc_id, sorted(case.evidence.items()), case.right))


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
    add_folders(parser)
    parser.add_argument("--out", type=Path, default=TABLE, help="default: the package's table")
    parser.add_argument("--first", type=Path, default=KEPT, help="outcomes of first readings")
    options = parser.parse_args(arguments)
    try:
        known = cases_of(parser, options)
        first = load(options.first)
    except KzcoopError as error:
        print(f"calibrate: {error}", file=sys.stderr)
        return 1
    with options.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(fit(known, first))
    right = sum(case.right for case in known)
    print(f"{len(known)} claims, {right} right; {len(first)} first read -> {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
