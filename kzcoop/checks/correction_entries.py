"""The entries of ``data/corrections.yml``, each checked for its fields before any text is read.

A field that is missing, unknown or of the wrong type, or an id used twice, stops the run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from kzcoop.errors import CorrectionError, InputError

APPLIED, PROPOSED = "applied", "proposed"
_TEXTS = ("id", "doc_id", "quote", "field", "unit", "reason", "basis", "evidence_url", "status")
_NUMBERS = ("expect", "corrected")
_RUSSIAN = ("reason_ru", "basis_ru")
_OPTIONAL = ("occurrence", "start", *_RUSSIAN)


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the file.

    The figure is the ``occurrence``-th place (from 1) where ``quote`` stands in the document's
    text, or the one at character ``start`` where that is given. ``expect`` is the value read
    there, ``corrected`` the value to use, both in whole ``unit``. A status of ``proposed`` is
    shown and changes nothing. ``reason_ru`` and ``basis_ru`` say the same for Russian pages; an
    entry without them is quoted there as it is.
    """

    correction_id: str
    doc_id: str
    quote: str
    occurrence: int
    start: int | None
    field: str
    expect: Decimal
    corrected: Decimal
    unit: str
    reason: str
    basis: str
    reason_ru: str
    basis_ru: str
    evidence_url: str
    status: str
    path: Path


def load_corrections(path: str | Path) -> tuple[Correction, ...]:
    """Return the entries of a file of corrections, in its order.

    Raises
    ------
    InputError
        The file is not there or is no YAML list.
    CorrectionError
        An entry with a field missing, unknown or of the wrong type, or with an id used before.
    """
    import yaml

    file = Path(path)
    try:
        entries = yaml.safe_load(file.read_text("utf-8"))
    except OSError as error:
        raise InputError(file, "there is no such file of corrections") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(file, f"cannot be read as YAML ({error})") from error
    if entries is None:
        return ()
    if not isinstance(entries, list):
        raise InputError(file, "must be a list of entries", "Begin each entry with '- id:'")
    found: list[Correction] = []
    for number, entry in enumerate(entries, 1):
        correction = _entry(file, number, entry)
        if any(other.correction_id == correction.correction_id for other in found):
            raise CorrectionError(file, correction.correction_id, "the id is used twice")
        found.append(correction)
    return tuple(found)


def _entry(path: Path, number: int, entry: Any) -> Correction:
    """One entry of the list, the ``number``-th."""
    name = _checked(path, number, entry)
    return Correction(
        correction_id=name,
        doc_id=entry["doc_id"],
        quote=entry["quote"],
        occurrence=entry.get("occurrence", 1),
        start=entry.get("start"),
        field=entry["field"],
        expect=_number(path, name, "expect", entry["expect"]),
        corrected=_number(path, name, "corrected", entry["corrected"]),
        unit=entry["unit"],
        reason=entry["reason"],
        basis=entry["basis"],
        reason_ru=entry.get("reason_ru") or entry["reason"],
        basis_ru=entry.get("basis_ru") or entry["basis"],
        evidence_url=entry["evidence_url"],
        status=entry["status"],
        path=path,
    )


def _checked(path: Path, number: int, entry: Any) -> str:
    """The id of an entry whose fields are all there and fit; refuses any other."""
    if not isinstance(entry, Mapping):
        raise CorrectionError(path, str(number), "is not a mapping of fields")
    name = str(entry.get("id", number))
    needed, given = {*_TEXTS, *_NUMBERS}, set(entry)
    if missing := sorted(needed - given):
        raise CorrectionError(path, name, f"lacks {', '.join(missing)}")
    if unknown := sorted(map(str, given - needed - set(_OPTIONAL))):
        raise CorrectionError(path, name, f"has unknown fields: {', '.join(unknown)}")
    for field in _TEXTS:
        if not isinstance(entry[field], str) or not entry[field].strip():
            raise CorrectionError(path, name, f"{field} must be text")
    for field in _RUSSIAN:
        if not isinstance(entry.get(field, "–"), str):
            raise CorrectionError(path, name, f"{field} must be text")
    if entry["status"] not in (APPLIED, PROPOSED):
        raise CorrectionError(path, name, f"status must be {APPLIED} or {PROPOSED}")
    if entry["field"] != "value":
        raise CorrectionError(path, name, "only the field 'value' can be corrected")
    occurrence = entry.get("occurrence", 1)
    start = entry.get("start")
    if type(occurrence) is not int or occurrence < 1:
        raise CorrectionError(path, name, "occurrence must be a whole number from 1")
    if start is not None and (type(start) is not int or start < 0):
        raise CorrectionError(path, name, "start must be a whole number from 0")
    return name


def _number(path: Path, name: str, field: str, value: Any) -> Decimal:
    """A value of a field as the number that it is; refuses what is none."""
    if isinstance(value, bool):
        raise CorrectionError(path, name, f"{field} must be a number")
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise CorrectionError(path, name, f"{field} must be a number, not {value!r}") from None
    if not number.is_finite():
        raise CorrectionError(path, name, f"{field} must be a number, not {value!r}")
    return number
