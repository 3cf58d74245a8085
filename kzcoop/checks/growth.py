"""The base that growth and level imply, against the base stated and the statistics."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import permutations

from kzcoop.checks.corpus import Corpus, flow, same_sentence
from kzcoop.checks.finding import Finding
from kzcoop.checks.levels import base_span, current_and_base, end_of
from kzcoop.checks.messages import amount, amount_of, finding
from kzcoop.checks.values import Interval, deviation, factor, half_unit, interval, meet, over
from kzcoop.claims.claim import Claim
from kzcoop.reference import rates, trade

# The implied base agrees with the official figure within the first, and does not beyond the
# second; between them nothing is said, because vintages differ by as much. A disagreement only
# counts where the level itself agrees: otherwise it is the level that is another.
OFFICIAL_TOLERANCE = 0.05
OFFICIAL_DISAGREEMENT = 0.15
# How far a level over a base may be from the stated growth: one unit of the last digit.
_SLACK = 0.02
# Hedges on both figures can meet far from what is printed: then nothing is said.
CONFIRMED = 0.10
# Other readings are looked for among so many levels of the paragraph.
_NEAR = 30
# «42%» for 4.2 times: the ratio over the percentage, in tens.
_TIMES_AS_PERCENT = 10.0
_TIMES_TOLERANCE = 0.05
CHANGES = ("change_pct", "change_ratio")


def implied_base(corpus: Corpus) -> Iterator[Finding]:
    """Yield whether growth and level imply the base that the text or the statistics have.

    Formula: base = level / (1 + growth / 100), or level / ratio. Against a base stated in the
    text the printed figures' intervals must meet; against the official annual figure the implied
    base agrees within 5% and disagrees beyond 15%. A growth without a period is tried for every
    year that the document's bounds allow, and only an agreement is reported then.
    Source: 34% and over $24 bn imply $17.9 bn for 2021 against the official 18.0.
    """
    for change in corpus.claims:
        if change.status in ("target", "potential", "planned"):
            continue
        if change.measure == "increment":
            result = _increment(corpus, change)
        elif change.measure in CHANGES:
            result = _against_text(corpus, change) or _against_official(corpus, change)
        else:
            continue
        if result is not None:
            yield result


def _against_text(corpus: Corpus, change: Claim) -> Finding | None:
    level, base = current_and_base(corpus, change)
    stated = factor(change)
    if level is None or base is None or stated is None or base.value <= 0:
        return None
    ratio = over(interval(level), interval(base))
    plain = float(level.value / base.value)
    loose = stated[0] * (1 - _SLACK), stated[1] * (1 + _SLACK)
    claims, details = [change, level, base], _details(change, level)
    details |= {"base": amount_of(base), "ratio": f"{plain:.15g}"}
    if meet(ratio, loose):
        is_near = deviation(plain, _plain_factor(change)) <= CONFIRMED
        return finding("growth.stated", claims, details) if is_near else None
    if not (same_sentence(level, change) and same_sentence(base, change)):
        return None  # figures from different sentences may be about different things
    percent = float(change.value)
    if (
        change.measure == "change_pct"
        and percent > 0
        and deviation(percent / _TIMES_AS_PERCENT, plain) <= _TIMES_TOLERANCE
    ):
        key = "growth.times_as_percent"
    elif _fits_another_pair(corpus, change, loose):
        return None
    else:
        key = "growth.stated_off"
    suggested = plain if change.measure == "change_ratio" else (plain - 1) * 100
    return finding(key, claims, details, printed=percent, suggested=round(suggested, 1))


def _fits_another_pair(corpus: Corpus, change: Claim, stated: Interval) -> bool:
    """Whether other levels of the paragraph have the stated ratio: then it may be theirs."""
    levels = [
        claim
        for claim in corpus.neighbours(change)
        if claim.measure == "level" and claim.value > 0 and corpus.same_paragraph(claim, change)
    ][:_NEAR]
    return any(
        one.unit == other.unit and meet(over(interval(one), interval(other)), stated)
        for one, other in permutations(levels, 2)
    )


def _is_another_difference(corpus: Corpus, change: Claim, slack: float) -> bool:
    """Whether other levels of the paragraph differ by the stated increase."""
    levels = [
        float(claim.value)
        for claim in corpus.neighbours(change)
        if claim.measure == "level"
        and claim.unit == change.unit
        and corpus.same_paragraph(claim, change)
    ][:_NEAR]
    stated = float(change.value)
    return any(abs(one - other - stated) <= slack for one, other in permutations(levels, 2))


def _against_official(corpus: Corpus, change: Claim) -> Finding | None:
    """The implied base against the statistics of each year that the base can be."""
    level, _ = current_and_base(corpus, change)
    stated, goods = factor(change), flow(change)
    if level is None or stated is None or goods is None or change.commodity:
        return None
    if level.unit != rates.DOLLAR:
        return None
    implied = over(interval(level), stated)
    plain = float(level.value) / _plain_factor(change)
    claims = [change, level]
    disagreement: Finding | None = None
    for year, steps in _base_years(corpus, change):
        official = _official(goods.partners, year, goods.indicator)
        if official is None:
            continue
        details = _details(change, level) | {"implied": amount(plain, rates.DOLLAR)}
        details |= {"indicator": goods.indicator, "partner": ";".join(goods.partners)}
        mirror = trade.mirror(goods.partners[0], year, goods.indicator)
        if not goods.is_mirror and _agree(implied, plain, official.value_usd):
            return finding("growth.official", claims, details | _source(official))
        if mirror is not None and _agree(implied, plain, mirror.value_usd):
            return finding("growth.mirror", claims, details | _source(mirror))
        if change.region:
            continue  # a region's trade may only agree: then the whole country's is meant
        is_far = min(deviation(end, official.value_usd) for end in implied) > OFFICIAL_DISAGREEMENT
        then = _official(goods.partners, year + steps, goods.indicator) if steps else None
        if not is_far or then is None or not same_sentence(level, change):
            continue
        if not _agree(interval(level), float(level.value), then.value_usd):
            continue
        for other in (year - 1, year + 1):
            beside = _official(goods.partners, other, goods.indicator)
            if beside is not None and _agree(implied, plain, beside.value_usd):
                details |= _source(beside) | {"base": str(year)}
                return finding("growth.other_year", claims, details, printed=plain)
        details |= _source(official)
        disagreement = finding("growth.official_off", claims, details, printed=plain)
    return disagreement


def _agree(values: Interval, plain: float, reference: float) -> bool:
    return values[0] <= reference <= values[1] or deviation(plain, reference) <= OFFICIAL_TOLERANCE


def _source(figure: trade.TradeFigure) -> dict[str, str]:
    return {
        "year": str(figure.year),
        "official": amount(figure.value_usd, rates.DOLLAR),
        "source": figure.source_name,
        "url": figure.source_url,
    }


def _base_years(corpus: Corpus, change: Claim) -> list[tuple[int, int]]:
    """The calendar years that the base can be, each with the years to the level.

    No years where only the bounds of the document say which base it is: then an agreement says
    something and a disagreement does not.
    """
    base, end = base_span(change), end_of(change)
    if base is not None:
        whole = base.is_year and (end is None or end.is_year)
        return [(base.first_year, end.last_year - base.first_year if end else 0)] if whole else []
    if change.period or change.base_period:
        return []
    return [(year - 1, 0) for year in corpus.statement_years(change)]


def _official(partners: tuple[str, ...], year: int, indicator: str) -> trade.TradeFigure | None:
    """The official figure, for several partners their sum; None where one is missing."""
    figures = [trade.preferred(partner, year, indicator) for partner in partners]
    known = [figure for figure in figures if figure is not None]
    if len(known) != len(figures):
        return None
    return dataclasses.replace(known[0], value_usd=sum(figure.value_usd for figure in known))


def _plain_factor(change: Claim) -> float:
    value = float(change.value)
    return 1 + value / 100 if change.measure == "change_pct" else value


def _details(change: Claim, level: Claim) -> dict[str, str]:
    unit = "ratio" if change.measure == "change_ratio" else "percent"
    return {"stated": amount(float(change.value), unit), "level": amount_of(level)}


def _increment(corpus: Corpus, change: Claim) -> Finding | None:
    """An absolute change against the two levels that the same sentence states."""
    level, base = current_and_base(corpus, change)
    if level is None or base is None or level.unit != change.unit:
        return None
    if not (same_sentence(level, change) and same_sentence(base, change)):
        return None
    difference = float(level.value - base.value)
    slack = sum(half_unit(claim) for claim in (level, base, change)) * (1 + _SLACK)
    is_right = abs(difference - float(change.value)) <= slack
    if not is_right and _is_another_difference(corpus, change, slack):
        return None
    return finding(
        "increment.stated" if is_right else "increment.off",
        [change, level, base],
        {
            "base": amount_of(base),
            "level": amount_of(level),
            "difference": amount(difference, change.unit),
            "stated": amount_of(change),
        },
        printed=float(change.value),
        suggested=None if is_right else difference,
    )
