"""Targets exceeded, and deadlines over, before they were announced."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from kzcoop.checks import periods, words
from kzcoop.checks.corpus import Corpus, flow, subject
from kzcoop.checks.finding import Finding
from kzcoop.checks.messages import amount, amount_of, finding
from kzcoop.checks.values import interval
from kzcoop.claims.claim import Claim
from kzcoop.reference import trade

# A target is exceeded when the level is above it by more than rounding.
TOLERANCE = 0.02
# A «target» far below the level is an increase that the sentence speaks of, not a level.
LOWEST = 1 / 3
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def target_exceeded(corpus: Corpus) -> Iterator[Finding]:
    """Yield targets of trade that had been exceeded before they were announced.

    Compared with the latest official annual figure that was over before the earliest possible
    day of publication, and with whole years that the same text states. A target that the text
    only recalls is left alone.
    """
    for target in corpus.claims:
        goods = flow(target)
        if (
            target.measure != "target"
            or goods is None
            or target.unit != "USD"
            or target.region
            or target.commodity
            or _is_recalled(corpus, target)
        ):
            continue
        result = _by_official(corpus, target, goods.partners, goods.indicator)
        result = result or _by_text(corpus, target)
        if result is not None:
            yield result


def _is_recalled(corpus: Corpus, claim: Claim) -> bool:
    """Whether a plan is told as something of the past: «тогда собирались», «в 2018 году»."""
    if words.has("past_plan", claim.sentence):
        return True
    earliest = corpus.bounds(claim.doc_id).earliest
    if earliest is None:
        return False
    return any(int(year) < earliest.year - 1 for year in _YEAR.findall(claim.sentence))


def _by_official(
    corpus: Corpus, target: Claim, partners: tuple[str, ...], indicator: str
) -> Finding | None:
    earliest = corpus.bounds(target.doc_id).earliest
    if earliest is None or len(partners) > 1:
        return None
    before = [
        figure
        for year, figure in trade.preferred_years(partners[0], indicator).items()
        if year < earliest.year
    ]
    if not before or before[-1].year < earliest.year - 2:
        return None
    figure = before[-1]
    if not _is_exceeded(target, figure.value_usd):
        return None
    details = {
        "target": amount_of(target),
        "level": amount(figure.value_usd, "USD"),
        "year": str(figure.year),
        "source": figure.source_name,
        "url": figure.source_url,
    }
    return finding("target.exceeded", [target], details, printed=float(target.value))


def _by_text(corpus: Corpus, target: Claim) -> Finding | None:
    for level in corpus.neighbours(target):
        span = periods.parse(level.period)
        if (
            level.measure == "level"
            and level.status == "actual"
            and level.unit == target.unit
            and subject(level) == subject(target)
            and span is not None
            and span.months <= 12
            and _is_exceeded(target, float(level.value))
        ):
            details = {"target": amount_of(target), "level": amount_of(level)}
            details["year"] = level.period or ""
            return finding(
                "target.exceeded_text", [target, level], details, printed=float(target.value)
            )
    return None


def _is_exceeded(target: Claim, level: float) -> bool:
    return level > interval(target)[1] * (1 + TOLERANCE) and float(target.value) >= level * LOWEST


def deadline_past(corpus: Corpus) -> Iterator[Finding]:
    """Yield deadlines that were over before the document can have been published.

    A plan that the text tells in the past («планировалось») is a remark, any other a warning.
    """
    for claim in corpus.claims:
        if claim.status != "actual" and claim.deadline:
            is_told = words.has("past_plan", claim.sentence)
            yield from _deadline(corpus, claim.doc_id, claim.deadline, [claim], is_told=is_told)
    for programme in corpus.programmes:
        if programme.deadline and not programme.done:
            is_told = words.has("past_plan", programme.quote)
            yield from _deadline(corpus, programme.doc_id, programme.deadline, [], is_told=is_told)


def _deadline(
    corpus: Corpus, doc_id: str, deadline: str, claims: list[Claim], *, is_told: bool
) -> Iterator[Finding]:
    last, earliest = _last_day(deadline), corpus.bounds(doc_id).earliest
    if last is None or earliest is None or last >= earliest:
        return
    details = {"deadline": deadline, "published": earliest.isoformat()}
    yield finding("deadline.retold" if is_told else "deadline.past", claims, details, doc_id=doc_id)


def _last_day(deadline: str) -> date | None:
    if _DAY.fullmatch(deadline):
        return date.fromisoformat(deadline)
    span = periods.parse(deadline)
    if span is None:
        return None
    year, month = divmod(span.last, 12)
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])
