"""Declared corrections: the only way in which a figure changes.

``data/corrections.yml`` names a figure by document, quote and occurrence, says what it expects
to find there and what the analysis shall use instead. The text is never touched; both values
reach the tables. An entry that does not meet its text any more stops the run.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzcoop.checks.finding import Finding
from kzcoop.checks.messages import amount, finding
from kzcoop.claims.claim import Claim
from kzcoop.errors import CorrectionError, InputError

if TYPE_CHECKING:
    from kzcoop.reading.document import Document

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


@dataclass(frozen=True, slots=True)
class Corrected:
    """A claim whose value a correction changes: as printed, and as the analysis uses it."""

    claim_id: str
    doc_id: str
    correction_id: str
    field: str
    printed: Decimal
    corrected: Decimal
    unit: str
    reason: str
    basis: str
    evidence_url: str


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


def apply(
    claims: Sequence[Claim], corrections: Sequence[Correction], documents: Sequence[Document]
) -> list[Corrected]:
    """Return what the applied corrections change; the claims themselves stay as they are.

    Entries for documents that are not in the corpus are passed over. Proposed entries are held
    against their text as well, but change nothing.

    Raises
    ------
    CorrectionError
        The quote is not in the text, no claim reads it, or its value or unit is not the expected
        one.
    """
    return [
        Corrected(
            claim_id=claim.claim_id,
            doc_id=claim.doc_id,
            correction_id=correction.correction_id,
            field=correction.field,
            printed=claim.value,
            corrected=correction.corrected,
            unit=claim.unit,
            reason=correction.reason,
            basis=correction.basis,
            evidence_url=correction.evidence_url,
        )
        for correction, claim in _pairs(claims, corrections, documents)
        if correction.status == APPLIED
    ]


def correction_findings(
    claims: Sequence[Claim], corrections: Sequence[Correction], documents: Sequence[Document]
) -> list[Finding]:
    """Return a finding for each entry that meets its text: what was corrected, what is proposed."""
    return [
        finding(
            f"correction.{correction.status}",
            [claim],
            {
                "printed": amount(float(claim.value), claim.unit),
                "suggested": amount(float(correction.corrected), claim.unit),
                "reason": correction.reason,
                "basis": correction.basis,
                "reason_ru": correction.reason_ru,
                "basis_ru": correction.basis_ru,
                "url": correction.evidence_url,
            },
            printed=float(claim.value),
            suggested=float(correction.corrected),
        )
        for correction, claim in _pairs(claims, corrections, documents)
    ]


def _pairs(
    claims: Sequence[Claim], corrections: Sequence[Correction], documents: Sequence[Document]
) -> list[tuple[Correction, Claim]]:
    texts = {document.doc_id: document.text for document in documents}
    return [
        (correction, _claim(correction, texts[correction.doc_id], claims))
        for correction in corrections
        if correction.doc_id in texts
    ]


def _claim(correction: Correction, text: str, claims: Sequence[Claim]) -> Claim:
    """The claim that reads the corrected figure; refuses where the text is another."""

    def refuse(problem: str) -> CorrectionError:
        return CorrectionError(correction.path, correction.correction_id, problem)

    start = _place(correction, text)
    if start is None:
        where = f"occurrence {correction.occurrence} of " if correction.occurrence > 1 else ""
        raise refuse(f"{where}«{correction.quote}» is not in document {correction.doc_id}")
    end = start + len(correction.quote)
    found = [
        claim
        for claim in claims
        if claim.doc_id == correction.doc_id and claim.start < end and start < claim.end
    ]
    if not found:
        raise refuse(f"no claim of document {correction.doc_id} reads «{correction.quote}»")
    fitting = [claim for claim in found if claim.unit == correction.unit]
    if not fitting:
        units = ", ".join(sorted({claim.unit for claim in found}))
        raise refuse(f"expects {correction.unit}, but «{correction.quote}» is read in {units}")
    for claim in fitting:
        if claim.value == correction.expect:
            return claim
    raise refuse(
        f"expects {correction.expect:f} {correction.unit}, but «{correction.quote}» is read as "
        f"{fitting[0].value:f}"
    )


def _place(correction: Correction, text: str) -> int | None:
    if correction.start is not None:
        is_there = text.startswith(correction.quote, correction.start)
        return correction.start if is_there else None
    start = -1
    for _ in range(correction.occurrence):
        start = text.find(correction.quote, start + 1)
        if start < 0:
            return None
    return start


def _entry(path: Path, number: int, entry: Any) -> Correction:
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
    return Correction(
        correction_id=name,
        doc_id=entry["doc_id"],
        quote=entry["quote"],
        occurrence=occurrence,
        start=start,
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


def _number(path: Path, name: str, field: str, value: Any) -> Decimal:
    if isinstance(value, bool):
        raise CorrectionError(path, name, f"{field} must be a number")
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise CorrectionError(path, name, f"{field} must be a number, not {value!r}") from None
    if not number.is_finite():
        raise CorrectionError(path, name, f"{field} must be a number, not {value!r}")
    return number
