"""The levels that a change joins: the one it leads to and the one it starts from."""

from __future__ import annotations

from kzcoop.checks import periods
from kzcoop.checks.corpus import Corpus, same_sentence, subject
from kzcoop.claims.claim import Claim


def current_and_base(corpus: Corpus, change: Claim) -> tuple[Claim | None, Claim | None]:
    """Return the level that a change leads to and the one it starts from, where stated.

    The base is a level of the change's base period (without one: of the same months a year
    before), the current level one of its own period and of the base's unit; the same sentence
    goes before the rest of the document.
    """
    end = end_of(change)
    before = base_span(change)
    levels = [
        claim
        for claim in corpus.neighbours(change)
        if claim.measure == "level"
        and claim.status == "actual"
        and subject(claim) == subject(change)
    ]
    levels.sort(key=lambda claim: not same_sentence(claim, change))
    base = next(
        (level for level in levels if before and periods.parse(level.period) == before), None
    )
    for level in levels:
        if (base is not None and level.unit != base.unit) or level is base:
            continue
        span = periods.parse(level.period)
        if span == end if end else span is None and same_sentence(level, change):
            return level, base
    return None, base


def end_of(change: Claim) -> periods.Span | None:
    """Return the period that a change leads to: the last year of a run of years."""
    span = periods.parse(change.period)
    if span is None or "/" not in (change.period or "") or span.months <= 12:
        return span
    return periods.year_span(span.last_year)


def base_span(change: Claim) -> periods.Span | None:
    """Return what a change is measured against: as stated, else the same months a year before."""
    base, span = periods.parse(change.base_period), periods.parse(change.period)
    if base is not None:
        return base
    if span is None:
        return None
    end = end_of(change)
    return periods.year_span(span.first_year) if end != span else span.shifted(-1)
