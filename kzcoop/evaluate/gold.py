"""Annotated reports: what a careful reader finds in a text, a JSON file or a line of one a report.

The format is explained, with an example, in ``docs/annotation.md``. A file that breaks it is
refused with the field that is wrong: a misspelt name would otherwise count as a miss for ever.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from kzcoop.claims.claim import INDICATORS, MEASURES, PROGRAMME_KINDS, QUALIFIERS, STATUSES
from kzcoop.errors import InputError

_VOCABULARY = {
    "indicator": INDICATORS, "measure": MEASURES, "qualifier": QUALIFIERS, "status": STATUSES,
    "kind": PROGRAMME_KINDS,
}  # fmt: skip
_LINES = ".jsonl"
_SUFFIXES = (".json", _LINES)
_DOCUMENT_FIELDS = frozenset(
    {"id", "claims", "programmes", "not_claims", "published_bounds", "note"}
)


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim as annotated; ``alt`` holds, by field, further values that count as right."""

    quote: str
    indicator: str
    measure: str
    value: float
    unit: str
    qualifier: str
    status: str
    start: int | None = None
    value_max: float | None = None
    reporter: str | None = "KAZ"
    partner: str | Sequence[str] | None = None
    region: str | None = None
    period: str | None = None
    base_period: str | None = None
    deadline: str | None = None
    commodity: str | None = None
    speaker: str | None = None
    suspect: bool = False
    alt: Mapping[str, Any] = field(default_factory=dict)

    def readings(self, name: str) -> list[Any]:
        """Return every accepted value of a field: its own first, then the alternatives.

        A flat list of country codes among the alternatives of ``partner`` is also one value: all
        of them together.
        """
        own = getattr(self, name)
        other = self.alt.get(name, [])
        others = list(other) if isinstance(other, list) else [other]
        codes = isinstance(other, list) and other and all(isinstance(c, str) for c in other)
        if name == "partner" and codes:
            others.append(other)
        return [own, *others]


@dataclass(frozen=True, slots=True)
class GoldProgramme:
    """A programme as annotated; a number that is None is not stated and not compared."""

    quote: str
    kind: str
    start: int | None = None
    border_partner: str | None = None
    total: int | None = None
    done: int | None = None
    remaining: int | None = None
    deadline: str | None = None
    names: Sequence[str] = ()
    alt: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """What one report says."""

    doc_id: str
    path: Path
    claims: tuple[GoldClaim, ...]
    programmes: tuple[GoldProgramme, ...]


def load_gold(path: str | Path) -> list[GoldDocument]:
    """Return the annotated reports of a folder, its files in order, or of one file.

    A ``.json`` file holds one report, a ``.jsonl`` file one a line.

    Raises
    ------
    InputError
        No file, no JSON, an unknown or missing field, a word outside its vocabulary.
    """
    given = Path(path)
    files = [given]
    if given.is_dir():
        files = sorted(path for path in given.iterdir() if path.suffix in _SUFFIXES)
    if not files:
        raise InputError(given, "holds no annotated report", "Gold files end in .json or .jsonl")
    documents: dict[str, GoldDocument] = {}
    for file in files:
        for document in _documents(file):
            if document.doc_id in documents:
                known = documents[document.doc_id].path
                raise InputError(file, f"the id {document.doc_id!r} stands in {known} already")
            documents[document.doc_id] = document
    return list(documents.values())


def _documents(path: Path) -> list[GoldDocument]:
    """The report of a file, or those of its lines."""
    try:
        text = path.read_text(encoding="utf-8")
        parts = text.split("\n") if path.suffix == _LINES else [text]
        entries = [json.loads(part) for part in parts if part.strip() or path.suffix != _LINES]
    except OSError as error:
        raise InputError(path, f"cannot be opened ({error.strerror})", "Check the path") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise InputError(
            path, f"is no JSON ({error})", "Write it as docs/annotation.md says"
        ) from error
    return [_document(path, entry) for entry in entries]


def _document(path: Path, entry: Any) -> GoldDocument:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
        raise InputError(path, "has no field id", "Give it the id of its report")
    _known(path, "the report", entry, _DOCUMENT_FIELDS)
    claims = tuple(
        GoldClaim(**_checked(path, f"claim {number}", row, GoldClaim))
        for number, row in enumerate(_rows(path, entry, "claims"), start=1)
    )
    programmes = tuple(
        GoldProgramme(**_checked(path, f"programme {number}", row, GoldProgramme))
        for number, row in enumerate(_rows(path, entry, "programmes"), start=1)
    )
    return GoldDocument(entry["id"], path, claims, programmes)


def _rows(path: Path, entry: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    rows = entry.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(path, f"{name} is no list of objects")
    return rows


def _known(path: Path, where: str, row: Mapping[str, Any], names: Iterable[str]) -> None:
    unknown = sorted(set(row) - set(names))
    if unknown:
        raise InputError(
            path, f"{where} has the unknown field {unknown[0]!r}", "Check its spelling"
        )


def _checked(path: Path, where: str, row: dict[str, Any], record: type[Any]) -> dict[str, Any]:
    """The row, if its fields are known, none needed is missing, and its words are vocabulary."""
    names = {each.name for each in fields(record)}
    _known(path, where, row, names)
    needed = [n for n in ("quote", *_VOCABULARY, "value", "unit") if n in names]
    for name in needed:
        if row.get(name) is None or row[name] == "":
            raise InputError(path, f"{where} has no {name}", "Fill it in")
    for name, words in _VOCABULARY.items():
        if name in names and row[name] not in words:
            raise InputError(
                path, f"{where}: {name} {row[name]!r} is no {name}", "One of " + ", ".join(words)
            )
    numbers = [
        n for n in ("value", "value_max", "start", "total", "done", "remaining") if n in names
    ]
    for name in numbers:
        number = row.get(name)
        if isinstance(number, bool) or not isinstance(number, (int, float, type(None))):
            raise InputError(path, f"{where}: {name} {number!r} is no number")
    if not isinstance(row.get("alt", {}), dict):
        raise InputError(path, f"{where}: alt is no object", "Write {field: [values]}")
    _known(path, f"{where}, in alt,", row.get("alt", {}), names)
    return row
