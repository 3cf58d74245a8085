"""Declared corrections: the only way in which a figure changes.

``data/corrections.yml`` names a figure by document, quote and occurrence, says what it expects
to find there and what the analysis shall use instead. The text is never touched; both values
reach the tables. An entry that does not meet its text any more stops the run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kzcoop.checks.correction_entries import APPLIED, Correction
from kzcoop.checks.finding import Finding
from kzcoop.checks.messages import amount, finding
from kzcoop.claims.claim import Claim
from kzcoop.errors import CorrectionError

if TYPE_CHECKING:
    from kzcoop.reading.document import Document


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
    """The entries for documents of the corpus, each with the claim that it corrects."""
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
    """Where the corrected figure stands in a text, None where it does not."""
    if correction.start is not None:
        is_there = text.startswith(correction.quote, correction.start)
        return correction.start if is_there else None
    start = -1
    for _ in range(correction.occurrence):
        start = text.find(correction.quote, start + 1)
        if start < 0:
            return None
    return start
