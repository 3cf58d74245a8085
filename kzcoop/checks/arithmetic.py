"""Do the parts make the whole: exports and imports the turnover, a list its total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from kzcoop.checks.corpus import Corpus, is_money, same_sentence
from kzcoop.checks.finding import Finding
from kzcoop.checks.messages import amount, amount_of, finding
from kzcoop.checks.values import Interval, interval, meet
from kzcoop.claims.claim import Claim

# A list of parts is looked for among so many figures after the whole.
_LONGEST_LIST = 4
_SHORTEST_LIST = 2


def sum_of_parts(corpus: Corpus) -> Iterator[Finding]:
    """Yield whether exports and imports make the turnover, and whether lists make their total.

    Formula: whole = sum of parts, where both are the intervals that the printed figures can
    mean. Exports, imports and turnover are compared when they stand in one paragraph and are
    about the same partner, region, period, good and unit; a disagreement is a warning. A list is
    a figure followed by two to four of the same kind: it is only ever confirmed, because nothing
    says that figures which do not add up were meant to.
    Source: design of the checks; 13,2 + 310,9 = 324,1 in the report on Almaty region.
    """
    for claims in corpus.by_document.values():
        told: set[str] = set()
        for whole in claims:
            if whole.measure not in ("level", "count") or whole.status == "potential":
                continue
            result = _turnover(corpus, whole) or _listed(corpus, whole)
            if result is not None and not told & set(result.claim_ids[1:]):
                told.update(result.claim_ids[1:])
                yield result


def _turnover(corpus: Corpus, whole: Claim) -> Finding | None:
    """Turnover against the nearest export and import of the same paragraph."""
    if whole.indicator != "turnover" or not is_money(whole):
        return None
    export, import_ = (_nearest(corpus, whole, name) for name in ("export", "import"))
    if export is None or import_ is None:
        return None
    key = "parts.confirmed" if meet(_sum([export, import_]), interval(whole)) else "parts.off"
    if key == "parts.off" and not same_sentence(export, import_):
        return None
    return _result(key, whole, [export, import_])


def _nearest(corpus: Corpus, whole: Claim, indicator: str) -> Claim | None:
    for other in corpus.neighbours(whole):
        if (
            other.indicator == indicator
            and other.measure == "level"
            and _like(other) == _like(whole)
            and other.period == whole.period
            and corpus.same_paragraph(other, whole)
        ):
            return other
    return None


def _like(claim: Claim) -> tuple[str | None, ...]:
    return claim.reporter, claim.partner, claim.region, claim.commodity, claim.unit


def _listed(corpus: Corpus, whole: Claim) -> Finding | None:
    """A figure followed by parts of the same kind that make it, exactly as printed."""
    kind = (whole.indicator, whole.measure, whole.unit, whole.reporter, whole.period)
    near = (
        claim
        for claim in corpus.neighbours(whole)
        if claim.start > whole.start
        and (claim.indicator, claim.measure, claim.unit, claim.reporter, claim.period) == kind
        and corpus.same_paragraph(claim, whole)
    )
    after = list(islice(near, _LONGEST_LIST))  # the nearest, and so in order
    for size in range(_SHORTEST_LIST, _LONGEST_LIST + 1):
        parts = after[:size]
        if len(parts) == size and sum(part.value for part in parts) == whole.value:
            return _result("parts.confirmed", whole, parts)
    return None


def _result(key: str, whole: Claim, parts: Sequence[Claim]) -> Finding:
    total = float(sum(part.value for part in parts))
    return finding(
        key,
        [whole, *parts],
        {
            "parts": ";".join(amount_of(part) for part in parts),
            "whole": amount_of(whole),
            "sum": amount(total, whole.unit),
        },
        printed=float(whole.value),
        suggested=None if key == "parts.confirmed" else total,
    )


def _sum(parts: Sequence[Claim]) -> Interval:
    intervals = [interval(part) for part in parts]
    return sum(low for low, _ in intervals), sum(high for _, high in intervals)
