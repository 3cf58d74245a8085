"""Figures that cannot be meant as printed: a thousand times too small or too large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kzcoop.checks import periods
from kzcoop.checks.corpus import Corpus, Flow, flow, is_money
from kzcoop.checks.finding import Finding
from kzcoop.checks.messages import amount, amount_of, finding
from kzcoop.claims.claim import Claim
from kzcoop.errors import ReferenceDataError
from kzcoop.reference import freight, rates, trade

# Further off than this and a figure of the whole trade is no longer a matter of statistics.
OUT_OF_RANGE = 30.0
# «миллион» for «миллиард» or the reverse.
SLIP = 1000.0
# A corrected figure must be within this factor of what is known. A small figure may be that of
# a good which the text named earlier, so what is multiplied must fit more closely, unless it is
# a target, which may be far above the level.
FIT_DIVIDED = 5.0
FIT_MULTIPLIED = 2.0
# A part beyond its whole by this factor is a slip of scale, not of statistics.
PART_SLIP = 10.0
# Tonnes of one partner in a year over what the railway carries with all of them.
FREIGHT_EXCESS = 1.5
# A yearly figure of another year stands in for a missing one so many years away.
_SHIFTS = (0, -1, 1, -2, 2)
_ALL_YEARS = range(2010, 2026)
_MONTHS = 12
_REMEMBERED = 5_000  # flows, each in some years


@dataclass(frozen=True, slots=True)
class _Known:
    """Official annual figures that a claim can be held against: lowest and highest."""

    low: trade.TradeFigure
    high: trade.TradeFigure
    low_usd: float
    high_usd: float


def magnitude(corpus: Corpus) -> Iterator[Finding]:
    """Yield figures that are about a thousand times too small or too large.

    A level of trade is held against the official annual figure (for part of a year, against that
    share of it): off by more than 30 times, and within 2 times once multiplied by a thousand or
    5 times once divided by it, is a slip of scale, and the value that fits is suggested. A part
    (one good, one region) is only held against it from above. Tonnes of freight with a partner
    are held against what the railway carries with all countries; a partner without official
    figures against the other claims about the same trade.
    Source: design of the checks; «4,3 миллиона долларов» of turnover with Uzbekistan in 2021.
    """
    for claim in corpus.claims:
        if claim.measure not in ("level", "target") or claim.value <= 0:
            continue
        if claim.indicator in ("freight", "transit"):
            result = _freight(corpus, claim)
        elif is_money(claim):
            goods = flow(claim)
            result = _trade(corpus, claim, goods) if goods is not None else None
        else:
            continue
        if result is not None:
            yield result


def _trade(corpus: Corpus, claim: Claim, goods: Flow) -> Finding | None:
    value = _in_dollars(corpus, claim)
    known = _known(corpus, claim, goods)
    if value is None:
        return None
    if known is None:
        return _against_claims(corpus, claim, goods)
    span = periods.parse(claim.period)
    share = min(1.0, span.months / _MONTHS) if span and claim.measure == "level" else 1.0
    low, high = known.low_usd * share, known.high_usd * share
    is_part = bool(claim.commodity or claim.region)
    if value > high:
        reference, limit = known.high, PART_SLIP if is_part else OUT_OF_RANGE
        times, corrected = value / high, value / SLIP
        fits = corrected <= high * FIT_DIVIDED and (is_part or corrected >= low / FIT_DIVIDED)
    elif value < low and not is_part:
        reference, limit = known.low, OUT_OF_RANGE
        times, corrected = low / value, value * SLIP
        fit = FIT_DIVIDED if claim.measure == "target" else FIT_MULTIPLIED
        fits = low / fit <= corrected <= high * fit
    else:
        return None
    if times < limit or (claim.measure == "target" and not fits) or _is_backed(corpus, claim):
        return None
    key = ("scale.part" if is_part else "scale.official") if fits else "range.official"
    suggested = float(claim.value) * corrected / value if fits else None
    details = _facts(claim, goods, reference, known) | {"times": f"{times:.2g}"}
    if suggested is not None:
        details["suggested"] = amount(suggested, claim.unit)
    return finding(key, [claim], details, printed=float(claim.value), suggested=suggested)


def _is_backed(corpus: Corpus, claim: Claim) -> bool:
    """Whether the paragraph has figures of the same size and kind: then the scale is meant.

    «Рыбы ввезли на 16 млн долларов» after 55 million of sausage is no slip for the imports of
    a whole country, whatever the reader made of the good.
    """
    return any(
        other.measure == "level"
        and other.unit == claim.unit
        and other.indicator == claim.indicator
        and other.value > 0
        and 1 / OUT_OF_RANGE < float(other.value / claim.value) < OUT_OF_RANGE
        and corpus.same_paragraph(other, claim)
        for other in corpus.neighbours(claim)
    )


def _facts(
    claim: Claim, goods: Flow, reference: trade.TradeFigure, known: _Known
) -> dict[str, str]:
    value = known.high_usd if reference is known.high else known.low_usd
    return {
        "printed": amount_of(claim),
        "indicator": goods.indicator,
        "partner": ";".join(goods.partners),
        "year": str(reference.year),
        "official": amount(value, "USD"),
        "source": reference.source_name,
        "url": reference.source_url,
    }


def _known(corpus: Corpus, claim: Claim, goods: Flow) -> _Known | None:
    """The official figures of the claim's year, or of all years that it can be about."""
    years = () if claim.measure == "target" else corpus.statement_years(claim)
    return _official(goods, years or tuple(_ALL_YEARS))


@lru_cache(maxsize=_REMEMBERED)
def _official(goods: Flow, years: tuple[int, ...]) -> _Known | None:
    """The official figures of a flow in some years, or in those near them."""
    found: dict[int, float] = {}
    for year in years:
        for shift in _SHIFTS:
            total = trade.preferred_sum(goods.partners, year + shift, goods.indicator)
            if total:
                found[year + shift] = total
                break
    if not found:
        return None
    low, high = min(found, key=found.__getitem__), max(found, key=found.__getitem__)
    return _Known(_figure(goods, low), _figure(goods, high), found[low], found[high])


def _figure(goods: Flow, year: int) -> trade.TradeFigure:
    """The figure that stands for a year: of several partners' the largest."""
    figures = [trade.preferred(partner, year, goods.indicator) for partner in goods.partners]
    return max((figure for figure in figures if figure), key=lambda figure: figure.value_usd)


def _in_dollars(corpus: Corpus, claim: Claim) -> float | None:
    if claim.unit == rates.DOLLAR:
        return float(claim.value)
    for year in corpus.statement_years(claim):
        try:
            return float(rates.to_usd(claim.value, claim.unit, year))
        except ReferenceDataError:
            continue
    return None


def _freight(corpus: Corpus, claim: Claim) -> Finding | None:
    if claim.unit != "tonne" or not claim.partner or claim.commodity:
        return None
    span = periods.parse(claim.period)
    yearly = float(claim.value) * (_MONTHS / span.months if span and span.months < _MONTHS else 1)
    transit, export = freight.rail_total("transit"), freight.rail_total("export")
    ceiling = transit.tonnes if claim.indicator == "transit" else transit.tonnes + export.tonnes
    if yearly <= ceiling * FREIGHT_EXCESS:
        return None
    suggested = float(claim.value) / SLIP
    return finding(
        "scale.freight",
        [claim],
        {
            "printed": amount_of(claim),
            "suggested": amount(suggested, claim.unit),
            "year": str(transit.year),
            "official": amount(ceiling, "tonne"),
            "source": transit.source_name,
            "url": transit.source_url,
        },
        printed=float(claim.value),
        suggested=suggested,
    )


def _against_claims(corpus: Corpus, claim: Claim, goods: Flow) -> Finding | None:
    """A partner of whom there are no official figures: the other claims about the same trade."""
    if claim.commodity or claim.region or claim.measure != "level":
        return None
    mine = _monthly(claim)
    others = [
        other
        for other in corpus.flows.get(goods, ())
        if other is not claim and other.unit == claim.unit
    ]
    # The nearest figure speaks: the same document first, then the others in their order.
    others = [other for other in others if other.doc_id == claim.doc_id] or others[:1]
    others.sort(key=lambda other: abs(other.start - claim.start))
    if not others or mine is None:
        return None
    other = others[0]
    theirs = _monthly(other)
    if theirs is None or not SLIP / FIT_DIVIDED <= theirs / mine <= SLIP * FIT_DIVIDED:
        return None
    suggested = float(claim.value) * SLIP
    return finding(
        "scale.claims",
        [claim, other],
        {
            "printed": amount_of(claim),
            "suggested": amount(suggested, claim.unit),
            "other": amount_of(other),
            "period": other.period or "",
            "times": f"{theirs / mine:.2g}",
            "document": other.doc_id,
        },
        printed=float(claim.value),
        suggested=suggested,
    )


def _monthly(claim: Claim) -> float | None:
    span = periods.parse(claim.period)
    months = span.months if span is not None else _MONTHS
    return float(claim.value) / months if claim.value > 0 else None
