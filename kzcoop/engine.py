"""Where the work runs: from reports to tables, in memory and on disk."""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzcoop.claims.claim import Claim, Programme, Residue
from kzcoop.claims.extract import Extraction, extract
from kzcoop.errors import InputError
from kzcoop.reading.document import Document, read_documents

if TYPE_CHECKING:
    from pandas import DataFrame

FORMATS = ("jsonl", "csv", "parquet")
_DOCUMENT_COLUMNS = (
    "doc_id", "title", "published", "published_earliest", "published_latest", "dated_by", "outlet",
    "url", "language", "sha256", "characters", "numbers",
)  # fmt: skip
_FINDING_COLUMNS = (
    "finding_id", "check", "severity", "doc_id", "claim_ids", "message", "printed", "suggested",
    "basis",
)  # fmt: skip
_LISTS = ("flags", "names", "checkpoint_ids", "claim_ids")


@dataclass(frozen=True)
class Tables:
    """The tables of a corpus as DataFrames; their columns are described in ``docs/tables.md``.

    ``claims.value`` is what the analysis uses; ``claims.value_printed`` is what the text says. The
    two differ only where ``data/corrections.yml`` has an entry.
    """

    claims: DataFrame
    programmes: DataFrame
    findings: DataFrame
    residue: DataFrame
    documents: DataFrame


def open_corpus(
    corpus: str | Path | Sequence[str | Path], corrections: str | Path | None = None
) -> Tables:
    """Read reports and return their tables.

    Parameters
    ----------
    corpus
        A folder, a file, or several of them.
    corrections
        The file of declared corrections; by default ``corrections.yml`` in the folder above the
        corpus, where there is one.

    Raises
    ------
    InputError, CorrectionError
        A report or a correction that cannot be used, with what to do about it.
    """
    inputs = [corpus] if isinstance(corpus, (str, Path)) else list(corpus)
    documents = read_documents(inputs)
    if corrections is None and len(inputs) == 1:
        beside = Path(inputs[0]).resolve().parent / "corrections.yml"
        corrections = beside if beside.is_file() else None
    return build_tables(documents, None if corrections is None else Path(corrections))


def build_tables(documents: Sequence[Document], corrections: Path | None = None) -> Tables:
    """Return the tables of documents that are in memory."""
    import pandas as pd

    extractions = [extract(document) for document in documents]
    claims = [claim for each in extractions for claim in each.claims]
    programmes = [programme for each in extractions for programme in each.programmes]
    findings = _findings(claims, programmes, documents)
    flagged: dict[str, list[str]] = {}
    for finding in findings:
        if finding.severity != "info":
            for claim_id in finding.claim_ids:
                flagged.setdefault(claim_id, []).append(finding.check)
    corrected = _corrected(claims, corrections, documents)
    claim_rows = []
    for claim in claims:
        row = asdict(claim)
        row["flags"] = sorted(set(flagged.get(claim.claim_id, [])))
        row["value_printed"] = claim.value
        row["value"] = corrected.get(claim.claim_id, claim.value)
        claim_rows.append(row)
    document_rows = [_document_row(each) for each in extractions]
    tables = Tables(
        _frame(claim_rows, _names(Claim, "value_printed"), pd),
        _frame([asdict(p) for p in programmes], _names(Programme), pd),
        _frame([_finding_row(f) for f in findings], _FINDING_COLUMNS, pd),
        _frame([asdict(r) for e in extractions for r in e.residue], _names(Residue), pd),
        _frame(document_rows, _DOCUMENT_COLUMNS, pd),
    )
    return _validated(tables)


def _names(record: type[Any], *more: str) -> tuple[str, ...]:
    return (*(field.name for field in fields(record)), *more)


def _findings(
    claims: Sequence[Claim], programmes: Sequence[Programme], documents: Sequence[Document]
) -> list[Any]:
    try:
        checks = importlib.import_module("kzcoop.checks.run")
    except ModuleNotFoundError:
        return []
    return list(checks.run_checks(claims, programmes, documents))


def _corrected(
    claims: Sequence[Claim], path: Path | None, documents: Sequence[Document]
) -> dict[str, Decimal]:
    if path is None:
        return {}
    try:
        corrections = importlib.import_module("kzcoop.checks.corrections")
    except ModuleNotFoundError:
        return {}
    applied = corrections.apply(claims, corrections.load_corrections(path), documents)
    return {each.claim_id: Decimal(str(each.corrected)) for each in applied}


def _validated(tables: Tables) -> Tables:
    try:
        schema = importlib.import_module("kzcoop.schema")
    except ModuleNotFoundError:
        return tables
    return Tables(
        *(schema.validate(field.name, getattr(tables, field.name)) for field in fields(tables))
    )


def _finding_row(finding: Any) -> dict[str, Any]:
    row = asdict(finding)
    return {name: row.get(name) for name in _FINDING_COLUMNS}


def _document_row(extraction: Extraction) -> dict[str, Any]:
    document = extraction.document
    day = document.published.isoformat() if document.published else None
    return {
        "doc_id": document.doc_id,
        "title": document.title,
        "published": day,
        "published_earliest": day,
        "published_latest": day,
        "dated_by": "front matter" if day else None,
        "outlet": document.outlet,
        "url": document.url,
        "language": document.language,
        "sha256": document.sha256,
        "characters": len(document.text),
        "numbers": extraction.numbers,
    }


def _frame(rows: Sequence[dict[str, Any]], columns: Sequence[str], pd: Any) -> DataFrame:
    """A table with its columns in order, figures as float64, lists as lists, text as strings."""
    frame = pd.DataFrame(
        {name: [_cell(row.get(name)) for row in rows] for name in columns}, columns=list(columns)
    )
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
        if name not in _LISTS and frame[name].dtype == object:
            frame[name] = frame[name].astype("string")
    return frame


def _cell(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, tuple):
        return list(value)
    return value


def write_tables(tables: Tables, out: str | Path, format: str = "parquet") -> list[Path]:
    """Write every table into a folder and return the files.

    In JSONL a list is a list and a missing value is null; in CSV a list is joined by ";".
    """
    if format not in FORMATS:
        raise InputError(out, f"unknown format {format!r}", f"Choose one of {', '.join(FORMATS)}")
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for field in fields(tables):
        frame: DataFrame = getattr(tables, field.name)
        path = folder / f"{field.name}.{format}"
        if format == "parquet":
            frame.to_parquet(path, index=False)
        elif format == "csv":
            flat = frame.copy()
            for name in set(_LISTS) & set(flat.columns):
                flat[name] = [";".join(value) for value in flat[name]]
            flat.to_csv(path, index=False, lineterminator="\n")
        else:
            path.write_text("".join(_json_lines(frame)), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _json_lines(frame: DataFrame) -> list[str]:
    columns = list(frame.columns)
    lists = [name in _LISTS for name in columns]
    data = [frame[name].tolist() for name in columns]
    lines = []
    for values in zip(*data, strict=True):
        row = {
            name: value if is_list else (None if _missing(value) else value)
            for name, value, is_list in zip(columns, values, lists, strict=True)
        }
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    return lines


def _missing(value: Any) -> bool:
    return value is None or type(value).__name__ in ("NAType", "NaTType") or value != value


def read_tables(folder: str | Path) -> Tables:
    """Return the tables that :func:`write_tables` wrote as Parquet."""
    import pandas as pd

    frames = []
    for field in fields(Tables):
        path = Path(folder) / f"{field.name}.parquet"
        if not path.is_file():
            raise InputError(path, "there is no such table", "Write it with kzcoop extract")
        frames.append(pd.read_parquet(path))
    return Tables(*frames)
