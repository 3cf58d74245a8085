"""Where the work runs: from reports to tables, in memory and on disk."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzcoop.claims.claim import Claim, Programme, Residue
from kzcoop.claims.extract import Extraction, extract
from kzcoop.claims.talks.agenda import AgendaItem
from kzcoop.claims.talks.meeting import Meeting
from kzcoop.corpus import Corpus, Tables
from kzcoop.errors import InputError
from kzcoop.reading.document import Document, read_documents
from kzcoop.report.formats import FORMATS, LISTS, table_bytes
from kzcoop.report.frames import TABLES
from kzcoop.report.shared import made_once

if TYPE_CHECKING:
    from pandas import DataFrame

    from kzcoop.checks.finding import Finding

_PLAIN = frozenset({bool, float, int, type(None)})
_TEXT = frozenset({str, type(None)})
_HALVES = re.compile("[\ud800-\udfff]")
_DOCUMENT_COLUMNS = (
    "doc_id", "title", "published", "published_earliest", "published_latest", "dated_by", "outlet",
    "url", "language", "sha256", "characters", "numbers",
)  # fmt: skip
_FINDING_COLUMNS = (
    "finding_id", "check", "severity", "doc_id", "claim_ids", "message", "printed", "suggested",
    "basis", "message_ru", "basis_ru",
)  # fmt: skip


def open_corpus(
    corpus: str | Path | Sequence[str | Path], corrections: str | Path | None = None
) -> Corpus:
    """Read reports and return their tables, with the reports themselves.

    Parameters
    ----------
    corpus
        A folder, a file, or several of them: Markdown with front matter, text, JSON Lines.
    corrections
        The file of declared corrections; by default ``corrections.yml`` in the folder above the
        corpus, where there is one.

    Raises
    ------
    InputError, CorrectionError
        A report or a correction that cannot be used, with what to do about it.

    Examples
    --------
    >>> corpus = open_corpus("data/corpus")
    >>> corpus.claims[["quote", "indicator", "value", "unit", "partner"]].shape[1]
    5
    >>> china = corpus.partner("CHN", as_of="2026-06-30")
    >>> china.chart_trade()  # the drawing in a notebook, its numbers in a terminal
    China: turnover of $...
    """
    inputs = [corpus] if isinstance(corpus, (str, Path)) else list(corpus)
    documents = read_documents(inputs)
    if corrections is None and len(inputs) == 1:
        beside = Path(inputs[0]).resolve().parent / "corrections.yml"
        corrections = beside if beside.is_file() else None
    declared = None if corrections is None else Path(corrections)
    return made_once(
        lambda: build_tables(documents, declared),
        [astuple(document) for document in documents],
        declared and declared.is_file() and declared.read_bytes(),
    )


def build_tables(documents: Sequence[Document], corrections: Path | None = None) -> Corpus:
    """Return the tables of documents that are in memory.

    Examples
    --------
    >>> report = Document("mine", "Товарооборот Казахстана с Китаем превысил 24 млрд долларов.")
    >>> build_tables([report]).claims.quote.tolist()
    ['24 млрд долларов']
    """
    from kzcoop.checks.correction_entries import load_corrections
    from kzcoop.checks.corrections import apply, correction_findings
    from kzcoop.checks.run import flags, run_checks

    with _collector_paused():
        extractions = [extract(document) for document in documents]
    claims = [claim for each in extractions for claim in each.claims]
    programmes = [programme for each in extractions for programme in each.programmes]
    residue = [left for each in extractions for left in each.residue]
    agenda = [item for each in extractions for item in each.agenda]
    meetings = [meeting for each in extractions for meeting in each.meetings]
    declared = () if corrections is None else load_corrections(corrections)
    findings = [
        *run_checks(
            claims, programmes, documents, {e.document.doc_id: e.bounds for e in extractions}
        ),
        *correction_findings(claims, declared, documents),
    ]
    corrected = {each.claim_id: each.corrected for each in apply(claims, declared, documents)}
    flagged = flags(findings)
    claim_columns = _columns(claims, Claim)
    claim_columns["value_printed"] = claim_columns["value"]
    claim_columns["value"] = [corrected.get(claim.claim_id, claim.value) for claim in claims]
    claim_columns["flags"] = [flagged.get(claim.claim_id, ()) for claim in claims]
    tables = {
        "claims": _frame(claim_columns, _names(Claim, "value_printed")),
        "programmes": _frame(_columns(programmes, Programme), _names(Programme)),
        "findings": _frame(_finding_columns(findings), _FINDING_COLUMNS),
        "residue": _frame(_columns(residue, Residue), _names(Residue)),
        "documents": _frame(_document_columns(extractions), _DOCUMENT_COLUMNS),
        "agenda": _frame(_columns(agenda, AgendaItem), _names(AgendaItem)),
        "meetings": _frame(_columns(meetings, Meeting), _names(Meeting)),
    }
    reports = {document.doc_id: document for document in documents}
    return Corpus(**_ready(tables), reports=reports)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Spare the garbage collector reports that are read one after the other.

    Nothing that is read refers to itself, so there is nothing for it to find; and it would walk
    again and again through the lexicon and all that was read so far.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _names(record: type[Any], *more: str) -> tuple[str, ...]:
    return (*(field.name for field in fields(record)), *more)


def _ready(tables: dict[str, DataFrame]) -> dict[str, Any]:
    """Return tables whose contract was checked, those with sentences ready to show them."""
    from kzcoop.report.display.frames import shown_with_evidence
    from kzcoop.schema import validate

    found: dict[str, Any] = {name: validate(name, frame) for name, frame in tables.items()}
    found["findings"] = shown_with_evidence(found["findings"], found["claims"])
    found["claims"] = shown_with_evidence(found["claims"])
    return found


def _columns(records: Sequence[Any], kind: type[Any]) -> dict[str, list[Any]]:
    """The fields of records, a list each."""
    return {name: [getattr(record, name) for record in records] for name in _names(kind)}


def _finding_columns(findings: Sequence[Finding]) -> dict[str, list[Any]]:
    from kzcoop.checks.finding import Finding
    from kzcoop.checks.messages import said

    russian = [said(found, "ru") for found in findings]
    return _columns(findings, Finding) | {
        "message_ru": [message for message, _ in russian],
        "basis_ru": [basis for _, basis in russian],
    }


def _document_columns(extractions: Sequence[Extraction]) -> dict[str, list[Any]]:
    documents = [each.document for each in extractions]
    dated = [each.bounds for each in extractions]
    return _columns(documents, Document) | {
        "published": [_iso(document.published) for document in documents],
        "published_earliest": [_iso(bounds.earliest) for bounds in dated],
        "published_latest": [_iso(bounds.latest) for bounds in dated],
        "dated_by": [bounds.dated_by for bounds in dated],
        "sha256": [document.sha256 for document in documents],
        "characters": [len(document.text) for document in documents],
        "numbers": [each.numbers for each in extractions],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _frame(cells: Mapping[str, list[Any]], columns: Sequence[str]) -> DataFrame:
    """A table with its columns in order, figures as float64, lists as lists, text as strings."""
    import pandas as pd

    frame = pd.DataFrame({name: _cells(cells[name]) for name in columns}, columns=list(columns))
    for name in ("value", "value_max", "value_printed", "printed", "suggested", "confidence"):
        if name in frame:
            frame[name] = frame[name].astype("float64")
    for name in ("total", "done", "remaining"):
        if name in frame:
            frame[name] = frame[name].astype("Int64")
    for name in ("start", "end", "characters", "numbers"):
        if name in frame:
            frame[name] = frame[name].astype("int64")
    for name in frame.columns:
        if name not in LISTS and frame[name].dtype == object:
            frame[name] = frame[name].astype("string")
    return frame


def _cells(values: list[Any]) -> list[Any]:
    """The values of a column as a table holds them; numbers and missing ones stay."""
    kinds = set(map(type, values))
    if kinds <= _PLAIN or (kinds <= _TEXT and _is_whole("".join(filter(None, values)))):
        return values
    return [value if type(value) in _PLAIN else _cell(value) for value in values]


def _cell(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, tuple):
        return [_cell(each) for each in value]
    return _written(value) if isinstance(value, str) else value


def _written(text: str) -> str:
    """Text that a table can hold: half a surrogate pair can come from JSON, and offsets stay."""
    return text if _is_whole(text) else _HALVES.sub("\ufffd", text)


def _is_whole(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def write_tables(tables: Tables, out: str | Path, format: str = "parquet") -> list[Path]:
    """Write every table into a folder and return the files.

    Parameters
    ----------
    format : {"parquet", "csv", "jsonl", "xlsx"}
        In Parquet and JSON Lines a list is a list and a missing value null; in CSV and XLSX a list
        is joined by ";".
    """
    if format not in FORMATS:
        raise InputError(out, f"unknown format {format!r}", f"Choose one of {', '.join(FORMATS)}")
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in TABLES:
        path = folder / f"{name}.{format}"
        path.write_bytes(table_bytes(getattr(tables, name), name, format))
        written.append(path)
    return written


def read_tables(folder: str | Path) -> Tables:
    """Return the tables that :func:`write_tables` wrote as Parquet."""
    import pandas as pd

    frames = {}
    for name in TABLES:
        path = Path(folder) / f"{name}.parquet"
        if not path.is_file():
            raise InputError(path, "there is no such table", "Write it with kzcoop extract")
        frames[name] = pd.read_parquet(path)
    return Tables(**_ready(frames))
