"""What two documents or two speakers say of one thing, and whether both can be right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from kzcoop.checks import periods
from kzcoop.checks.corpus import Corpus, flow, is_money
from kzcoop.checks.finding import Finding
from kzcoop.checks.messages import finding
from kzcoop.checks.values import deviation, interval, meet
from kzcoop.claims.claim import Claim
from kzcoop.reference import trade

# Levels closer than this are one figure in two roundings or vintages.
TOLERANCE = 0.05
# Further apart than this they are not about one thing, or one of them is a slip of scale.
FURTHEST = 2.0
# How near to the partner's own annual figure months must be, scaled up to a year.
_MIRROR_TOLERANCE = 0.25
_MONTHS = 12


def conflicting_claims(corpus: Corpus) -> Iterator[Finding]:
    """Yield pairs of levels of one trade flow and period that cannot both be right.

    Compared are whole flows in money with the same partner, region, period and statistics, from
    two documents or two speakers. They conflict beyond rounding and 5%, up to twice.
    Where one fits the partner's own statistics and the other Kazakhstan's it is no conflict but
    two statistics.
    """
    groups: dict[tuple[str | None, ...], list[Claim]] = {}
    for claim in corpus.claims:
        is_level = claim.measure == "level" and claim.status == "actual"
        if is_level and claim.period and is_money(claim) and flow(claim) and not claim.commodity:
            key = (
                claim.indicator, claim.reporter, claim.partner, claim.region, claim.unit,
                claim.period,
            )  # fmt: skip
            groups.setdefault(key, []).append(claim)
    for claims in groups.values():
        told: set[str] = set()
        for one, other in combinations(_voices(claims), 2):
            is_told = one.claim_id in told and other.claim_id in told
            if not is_told and _is_another_voice(one, other) and _conflict(one, other):
                told |= {one.claim_id, other.claim_id}
                yield _finding(one, other)


def _voices(claims: list[Claim]) -> list[Claim]:
    """One claim for each value that was said, with another one where another speaker said it.

    A figure that a thousand reports repeat is one figure.
    """
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        first.setdefault((claim.value, claim.value_max, claim.qualifier, claim.speaker), claim)
    return list(first.values())


def _is_another_voice(one: Claim, other: Claim) -> bool:
    if one.doc_id != other.doc_id:
        return True
    return bool(one.speaker and other.speaker) and one.speaker != other.speaker


def _conflict(one: Claim, other: Claim) -> bool:
    if meet(interval(one), interval(other)):
        return False
    low, high = sorted((float(one.value), float(other.value)))
    return deviation(low, high) > TOLERANCE and high <= low * FURTHEST


def _finding(one: Claim, other: Claim) -> Finding:
    high, low = (one, other) if one.value >= other.value else (other, one)
    details = {
        "indicator": one.indicator,
        "partner": one.partner or "",
        "period": one.period or "",
        "tolerance": f"{TOLERANCE * 100:.0f}",
    }
    mirror = _mirror_of(high, low)
    if mirror is not None:
        details |= {"one": high.quote, "other": low.quote}
        details |= {"source": mirror.source_name, "url": mirror.source_url}
        return finding("conflict.mirror", [high, low], details, printed=float(high.value))
    details |= {"one": one.quote, "other": other.quote}
    details |= {"speaker": other.speaker or "–", "document": other.doc_id}
    return finding("conflict.levels", [one, other], details, printed=float(one.value))


def _mirror_of(high: Claim, low: Claim) -> trade.TradeFigure | None:
    """The partner's own figure, when one claim fits it and the other Kazakhstan's."""
    goods, span = flow(high), periods.parse(high.period)
    if goods is None or span is None or span.year is None:
        return None
    partner = goods.partners[0]
    mirror = trade.mirror(partner, span.year, goods.indicator)
    official = trade.preferred(partner, span.year, goods.indicator)
    if mirror is None or official is None:
        return None
    for theirs, ours in ((high, low), (low, high)):
        yearly = [float(claim.value) * _MONTHS / span.months for claim in (theirs, ours)]
        is_near = deviation(yearly[0], mirror.value_usd) <= _MIRROR_TOLERANCE
        is_ours = deviation(yearly[1], official.value_usd) <= _MIRROR_TOLERANCE
        closer = deviation(yearly[0], mirror.value_usd) < deviation(yearly[0], official.value_usd)
        if is_near and is_ours and closer:
            return mirror
    return None
