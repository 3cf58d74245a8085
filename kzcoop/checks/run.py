"""All checks, in order, over claims, programmes and documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kzcoop.checks.arithmetic import sum_of_parts
from kzcoop.checks.conflict import conflicting_claims
from kzcoop.checks.corpus import Corpus
from kzcoop.checks.finding import SEVERITIES, Finding
from kzcoop.checks.growth import implied_base
from kzcoop.checks.magnitude import magnitude
from kzcoop.checks.plans import deadline_past, target_exceeded
from kzcoop.checks.posts import checkpoint_counts
from kzcoop.checks.whole import part_of_whole, share_of_parts
from kzcoop.checks.wording import comparison_year, share_or_volume
from kzcoop.claims.claim import Claim, Programme

if TYPE_CHECKING:
    from kzcoop.claims.time.dating import Bounds
    from kzcoop.reading.document import Document

# The first check goes alone: a figure that cannot be meant would set off the others as well.
SCALE = magnitude
# A claim that its reader is less sure of takes no part: a misreading is no finding.
MIN_CONFIDENCE = 0.5
CHECKS: tuple[Callable[[Corpus], Iterator[Finding]], ...] = (
    sum_of_parts,
    implied_base,
    part_of_whole,
    share_of_parts,
    share_or_volume,
    comparison_year,
    checkpoint_counts,
    conflicting_claims,
    target_exceeded,
    deadline_past,
)


def run_checks(
    claims: Sequence[Claim],
    programmes: Sequence[Programme],
    documents: Sequence[Document],
    dated: Mapping[str, Bounds] | None = None,
) -> list[Finding]:
    """Return the findings of all checks, in order of document, place and severity.

    ``dated`` are the days between which the documents were published, where they are known; else
    an undated document is read for them.

    The same input in any order gives the same findings with the same ids. A claim that cannot be
    meant as printed is reported once, by the check of magnitude, and takes no part in the others.
    """
    sure = [claim for claim in claims if claim.confidence >= MIN_CONFIDENCE]
    corpus = Corpus.of(sure, programmes, documents, dated)
    found = list(SCALE(corpus))
    impossible = frozenset(item.claim_ids[0] for item in found if item.severity == "error")
    rest = corpus.without(impossible)
    for check in CHECKS:
        found += check(rest)
    places = {claim.claim_id: claim.start for claim in claims}
    unique = {item.finding_id: item for item in found}
    return sorted(
        unique.values(),
        key=lambda item: (
            item.doc_id,
            min((places.get(claim_id, 0) for claim_id in item.claim_ids[:1]), default=0),
            SEVERITIES.index(item.severity),
            item.finding_id,
        ),
    )


def flags(findings: Sequence[Finding]) -> dict[str, tuple[str, ...]]:
    """Return the codes of the checks that warn about each claim, for the column ``flags``.

    The code is the finding's key (``scale.official``); confirmations and remarks are no flags.
    Only the claim that a finding is about is flagged, not what it was compared with.
    """
    found: dict[str, list[str]] = {}
    for item in findings:
        if item.severity != "info" and item.claim_ids:
            codes = found.setdefault(item.claim_ids[0], [])
            if item.key not in codes:
                codes.append(item.key)
    return {claim_id: tuple(sorted(codes)) for claim_id, codes in found.items()}
