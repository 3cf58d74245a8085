"""What came of claims when a report was read for the first time.

Rules learn from every annotated report, so that what they make of it later says little about the
next report. The outcomes of the first reading are therefore written down, before anyone looks at a
miss, and kept: how each field was decided, and whether the record was right. No sentence is kept.

    python -m kzcoop.evaluate.first_reading GOLD ... --docs DOCS ...
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from kzcoop.claims.confidence import evidence
from kzcoop.claims.extract import read, tabulate
from kzcoop.errors import InputError, KzcoopError
from kzcoop.evaluate.agreement import RECORD_FIELDS, agrees
from kzcoop.evaluate.annotated import AnnotatedReport
from kzcoop.evaluate.gold import load_gold
from kzcoop.evaluate.run import pair
from kzcoop.reading.document import read_documents

KEPT = Path(__file__).with_name("first_reading.csv")
_REPORT, _RIGHT = "report", "right"
_ANSWERS = {"no": False, "yes": True}


@dataclass(frozen=True, slots=True)
class Case:
    """An extracted claim of an annotated report: its evidence, and whether its record is right."""

    doc_id: str
    evidence: Mapping[str, str]
    right: bool


def cases(gold: Path, docs: Path) -> list[Case]:
    """Return a case for each claim that is read from the annotated reports of a folder.

    Raises
    ------
    InputError
        A report that the gold names is not among the documents.
    """
    documents = {document.doc_id: document for document in read_documents([docs])}
    found = []
    for entry in load_gold(gold):
        document = documents.get(entry.doc_id)
        if document is None:
            raise InputError(
                entry.path, f"no report has the id {entry.doc_id!r}", "Name its folder"
            )
        linked = read(document)
        claims = tabulate(document, linked).claims
        rows = [{**asdict(claim), "value": float(claim.value)} for claim in claims]
        drafts = [one for one in linked.drafts if not one.rejected]
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


def add_folders(parser: argparse.ArgumentParser) -> None:
    """Let a command take folders of annotated reports and, in the same order, of their texts."""
    parser.add_argument("gold", nargs="+", type=Path, help="folders of annotated reports")
    parser.add_argument("--docs", nargs="+", required=True, type=Path, help="their reports")


def cases_of(parser: argparse.ArgumentParser, options: argparse.Namespace) -> list[Case]:
    """Return the cases of the folders that a command was given; see :func:`cases`."""
    if len(options.gold) != len(options.docs):
        parser.error("as many folders of reports as of gold, in the same order")
    pairs = zip(options.gold, options.docs, strict=True)
    return [case for gold, docs in pairs for case in cases(gold, docs)]


def load(path: Path = KEPT) -> list[Case]:
    """Return the cases that a table of first readings keeps.

    Raises
    ------
    InputError
        The table lacks a column, or an answer is neither yes nor no.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = []
    for row in rows:
        if row.get(_REPORT) is None or row.get(_RIGHT) not in _ANSWERS:
            raise InputError(
                path, f"a row without {_REPORT!r}, or {_RIGHT!r} neither yes nor no", "Mend the row"
            )
        told = {name: level for name, level in row.items() if name not in (_REPORT, _RIGHT)}
        found.append(Case(row[_REPORT], told, _ANSWERS[row[_RIGHT]]))
    return found


def keep(known: Sequence[Case], path: Path = KEPT) -> None:
    """Write cases to a table, columns report, those of the evidence, and right."""
    features = sorted({name for case in known for name in case.evidence})
    answers = {truth: word for word, truth in _ANSWERS.items()}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [_REPORT, *features, _RIGHT], lineterminator="\n")
        writer.writeheader()
        for case in known:
            writer.writerow({_REPORT: case.doc_id, **case.evidence, _RIGHT: answers[case.right]})


def main(arguments: Sequence[str] | None = None) -> int:
    """Add the outcomes of reports, given in pairs of folders, to the table."""
    parser = argparse.ArgumentParser(
        prog="first_reading", description="Keep what a first reading of reports gave."
    )
    add_folders(parser)
    parser.add_argument("--table", type=Path, default=KEPT, help="default: the package's table")
    options = parser.parse_args(arguments)
    try:
        before = load(options.table) if options.table.exists() else []
        new = cases_of(parser, options)
    except KzcoopError as error:
        print(f"first_reading: {error}", file=sys.stderr)
        return 1
    again = {case.doc_id for case in before} & {case.doc_id for case in new}
    if again:
        names = ", ".join(sorted(again))
        print(f"first_reading: read before, and left out: {names}", file=sys.stderr)
    new = [case for case in new if case.doc_id not in again]
    keep([*before, *new], options.table)
    print(f"{len(new)} claims, {sum(c.right for c in new)} right, added to {options.table.name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
