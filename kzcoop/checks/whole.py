"""Parts against their wholes: months, goods, regions and shares."""

from __future__ import annotations

from collections.abc import Iterator

from kzcoop.checks import periods
from kzcoop.checks.corpus import Corpus, flow, same_sentence
from kzcoop.checks.finding import Finding
from kzcoop.checks.messages import amount, amount_of, finding
from kzcoop.checks.values import interval, meet, over
from kzcoop.claims.claim import Claim
from kzcoop.reference import trade

# Vintages and rounding: a part may be so much above its whole before anything is said.
TOLERANCE = 0.10
# More than this above, and it is a slip of scale or a figure of another thing.
FURTHEST = 2.0
# Months at more than so many times the year's pace are no months' figure (a target, a capacity).
PACE = 5.0
# Shares in percentage points: closer than this they agree whatever the rounding.
SHARE_SLACK = 1.5
_MONTHS = 12


def part_of_whole(corpus: Corpus) -> Iterator[Finding]:
    """Yield parts that are more than what they are a part of, by more than 10%.

    Months above their year: against the official year, or where there is none against the year
    that the same text states. A good or a region above the total of the same period, exports or
    imports above the turnover, in one sentence. No finding are months that fit the partner's own
    annual figure, exports or imports that are below the official turnover, and parts of more
    than twice the whole or five times its pace: slips of scale, or figures of another thing.
    """
    levels = [claim for claim in corpus.claims if _is_level(claim)]
    for part in levels:
        result = _months(corpus, part) or _official(corpus, part) or _total(corpus, part)
        if result is not None:
            yield result


def _is_level(claim: Claim) -> bool:
    return claim.measure == "level" and claim.status == "actual" and flow(claim) is not None


def _months(corpus: Corpus, part: Claim) -> Finding | None:
    span, goods = periods.parse(part.period), flow(part)
    if span is None or span.year is None or goods is None:
        return None
    if trade.preferred(goods.partners[0], span.year, goods.indicator) is not None:
        return None
    for whole in corpus.neighbours(part):
        other = periods.parse(whole.period)
        if (
            other is not None
            and span.is_inside(other)
            and other.is_year
            and _of(whole) == _of(part)
            and _is_level(whole)
            and float(part.value / whole.value) * _MONTHS / span.months <= PACE
            and _is_above(part, whole)
        ):
            return finding(
                "whole.months",
                [part, whole],
                {
                    "part": amount_of(part),
                    "period": part.period or "",
                    "whole": amount_of(whole),
                    "whole_period": whole.period or "",
                    "document": whole.doc_id,
                },
                printed=float(part.value),
            )
    return None


def _of(claim: Claim) -> tuple[str | None, ...]:
    return (
        claim.indicator, claim.reporter, claim.partner, claim.region, claim.commodity, claim.unit,
    )  # fmt: skip


def _is_above(part: Claim, whole: Claim) -> bool:
    low, high = interval(part)[0], interval(whole)[1]
    return high * (1 + TOLERANCE) < low <= high * FURTHEST


def _official(corpus: Corpus, part: Claim) -> Finding | None:
    """Months of one partner's trade above the official figure of the whole year."""
    goods, span = flow(part), periods.parse(part.period)
    if goods is None or goods.is_mirror or part.unit != "USD" or span is None or span.year is None:
        return None
    is_part = not span.is_year or part.commodity or part.region
    if not is_part or len(goods.partners) > 1 or _fits_mirror(part, span):
        return None
    figure = trade.preferred(goods.partners[0], span.year, goods.indicator)
    total = trade.preferred(goods.partners[0], span.year, "turnover")
    low = interval(part)[0]
    if figure is None or total is None or low <= figure.value_usd * (1 + TOLERANCE):
        return None
    pace = low / figure.value_usd * _MONTHS / span.months
    if low > figure.value_usd * FURTHEST or pace > PACE:
        return None
    if figure != total and low <= total.value_usd:
        return None
    return finding(
        "whole.official",
        [part],
        {
            "part": amount_of(part),
            "period": part.period or "",
            "whole": amount(figure.value_usd, "USD"),
            "year": str(span.year),
            "indicator": goods.indicator,
            "partner": goods.partners[0],
            "source": figure.source_name,
            "url": figure.source_url,
        },
        printed=float(part.value),
    )


def _fits_mirror(part: Claim, span: periods.Span) -> bool:
    """Whether months fit the year of the partner's own statistics."""
    goods = flow(part)
    if goods is None or span.year is None:
        return False
    figure = trade.mirror(goods.partners[0], span.year, goods.indicator)
    official = trade.preferred(goods.partners[0], span.year, goods.indicator)
    if figure is None or official is None or figure.value_usd <= official.value_usd:
        return False
    return official.value_usd < float(part.value) <= figure.value_usd * (1 + TOLERANCE)


def _total(corpus: Corpus, part: Claim) -> Finding | None:
    """A good, a region or a direction above the total, in one document and period."""
    for whole in corpus.neighbours(part):
        # what is cheap to ask first: a long text has very many pairs
        if whole.period != part.period or not same_sentence(part, whole):
            continue
        if _is_wider(whole, part) and _is_level(whole) and _is_above(part, whole):
            what = part.commodity or part.region or part.indicator
            details = {"part": amount_of(part), "what": what, "whole": amount_of(whole)}
            return finding("whole.total", [part, whole], details, printed=float(part.value))
    return None


def _is_wider(whole: Claim, part: Claim) -> bool:
    """Whether a claim is about the same trade as another, and about more of it."""
    return (
        (whole.partner, whole.reporter, whole.unit) == (part.partner, part.reporter, part.unit)
        and whole.indicator in (part.indicator, "turnover")
        and whole.commodity in (part.commodity, None)
        and whole.region in (part.region, None)
        and (whole.indicator, whole.commodity, whole.region)
        != (part.indicator, part.commodity, part.region)
    )


def share_of_parts(corpus: Corpus) -> Iterator[Finding]:
    """Yield whether a share fits the part and the whole that the same text states.

    Formula: share = 100 * part / whole, for figures of one unit and period; the part has the
    share's partner, region and good, the whole lacks one of them. Confirmed within rounding or
    1.5 percentage points; otherwise a warning, but only within one sentence.
    """
    for share in corpus.claims:
        if share.measure != "share_pct":
            continue
        pair = _parts(corpus, share)
        if pair is None:
            continue
        part, whole = pair
        low, high = over(interval(part), interval(whole))
        value = 100 * float(part.value / whole.value)
        stated = interval(share)
        agrees = meet((100 * low, 100 * high), (stated[0] - SHARE_SLACK, stated[1] + SHARE_SLACK))
        if not agrees and not (same_sentence(part, share) and same_sentence(whole, share)):
            continue
        yield finding(
            "share.confirmed" if agrees else "share.off",
            [share, part, whole],
            {
                "part": amount_of(part),
                "whole": amount_of(whole),
                "share": f"{value:.15g}",
                "stated": f"{float(share.value):.15g}",
            },
            printed=float(share.value),
            suggested=None if agrees else round(value, 1),
        )


def _parts(corpus: Corpus, share: Claim) -> tuple[Claim, Claim] | None:
    """The part and the whole of a share, the nearest ones in its paragraph."""
    near = [
        claim
        for claim in corpus.neighbours(share)
        if claim.measure in ("level", "count")
        and claim.value > 0
        and claim.indicator == share.indicator
        and claim.period == share.period
        and corpus.same_paragraph(claim, share)
    ]
    scope = (share.partner, share.region, share.commodity)
    for part in near:
        if (part.partner, part.region, part.commodity) != scope:
            continue
        for whole in near:
            wider = (whole.partner, whole.region, whole.commodity)
            is_wider = wider != scope and all(
                theirs in (mine, None) for theirs, mine in zip(wider, scope, strict=True)
            )
            if is_wider and whole.unit == part.unit and whole.value >= part.value:
                return part, whole
    return None
