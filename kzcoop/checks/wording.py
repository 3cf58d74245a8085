"""Words against numbers: «доля» of volumes, «аналогичный период» of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzcoop.checks import periods, words
from kzcoop.checks.corpus import Corpus, same_sentence, subject
from kzcoop.checks.finding import Finding
from kzcoop.checks.growth import CHANGES
from kzcoop.checks.messages import amount_of, finding
from kzcoop.checks.values import factor, interval, meet, over
from kzcoop.claims.claim import Claim

# Between «доля» and the change that it governs no other clause may begin; «, как выразился
# аким,» may stand there.
_CLAUSE = re.compile(r"[;:()–—]|,\s+(?:а|но|и|зато|однако|тогда|причём|хотя|при)\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
# How far after «аналогичный период» its year may stand, in characters.
_REACH = 20


def share_or_volume(corpus: Corpus) -> Iterator[Finding]:
    """Yield changes of a «доля» that are changes of a volume.

    The sentence says that a share changed, but it has amounts and no share at all. Where the
    amounts give the stated ratio the finding says so.
    Source: a report whose exports, 13.2 million dollars against 6.2, are a «доля» that doubled.
    """
    for change in corpus.claims:
        if change.measure not in CHANGES or not _governed_by_share(change):
            continue
        near = [claim for claim in corpus.neighbours(change) if same_sentence(claim, change)]
        if any(claim.measure == "share_pct" for claim in near):
            continue
        amounts = [
            claim
            for claim in near
            if claim.measure == "level" and claim.indicator == change.indicator
        ]
        if not amounts:
            continue
        pair = _levels(corpus, change, amounts[0])
        ratio = f"{amount_text(pair[0])} / {amount_text(pair[1])}" if pair else ""
        yield finding(
            "share.volume",
            [change, *(pair or amounts[:1])],
            {"quote": change.quote, "level": amount_of(amounts[0]), "ratio": ratio},
            printed=float(change.value),
        )


def amount_text(claim: Claim) -> str:
    """Return a claim's figure as the text has it."""
    return " ".join(claim.quote.split())


def _governed_by_share(change: Claim) -> bool:
    at = change.sentence.find(change.quote)
    before = change.sentence[: max(at, 0)]
    found = list(words.pattern("share").finditer(before))
    return bool(found) and _CLAUSE.search(before[found[-1].end() :]) is None


def _levels(corpus: Corpus, change: Claim, base: Claim) -> list[Claim] | None:
    """The level and the base whose ratio is the stated change, if there are such."""
    stated = factor(change)
    for level in corpus.neighbours(change):
        if (
            level is not base
            and level.measure == "level"
            and subject(level) == subject(base)
            and level.unit == base.unit
            and base.value > 0
            and stated is not None
            and meet(over(interval(level), interval(base)), stated)
        ):
            return [level, base]
    return None


def comparison_year(corpus: Corpus) -> Iterator[Finding]:
    """Yield changes measured against another year than the one before.

    A warning where the text calls the base the same period of the year and yet it lies two or
    more years back; a remark where the text gives a run of years or names the base year. A base
    that the claim lacks is read after «аналогичный период». Where the change has no period, a
    later year of the sentence stands for it, or the earliest year in which the document can have
    been published, if the text speaks of this year.
    Source: design of the checks; January to April of 2024 against those of 2021.
    """
    for change in corpus.claims:
        if change.measure not in CHANGES or change.status == "target":
            continue
        base = _base(change)
        if base is None:
            continue
        dated, year = _year(corpus, change, base.last_year)
        if year is None or year - base.last_year < 2:
            continue
        is_run = "/" in (change.period or "") and words.has("span", change.sentence)
        is_same = words.has("same_period", change.sentence) and not is_run
        span = periods.parse(change.period)
        is_own = span is not None and span.last_year == year
        yield finding(
            "base.gap" if is_same else "base.long",
            [change],
            {
                "quote": change.quote,
                "period": (change.period if is_own else None) or str(year),
                "base": change.base_period or str(base.last_year),
                "years": str(year - base.last_year),
                "dated": dated,
            },
            printed=float(change.value),
        )


def _base(change: Claim) -> periods.Span | None:
    """The base period of a change: the claim's, else the year after «аналогичный период»."""
    base = periods.parse(change.base_period)
    if base is not None:
        return base
    for match in words.pattern("same_period").finditer(change.sentence):
        year = _YEAR.search(change.sentence, match.end(), match.end() + _REACH)
        if year is not None:
            return periods.year_span(int(year[0]))
    return None


def _year(corpus: Corpus, change: Claim, base: int) -> tuple[str, int | None]:
    """The year that a change leads to, and where it is known from."""
    span = periods.parse(change.period)
    if span is not None and span.last_year > base:
        return f"stated {change.period}", span.last_year
    named = [int(year) for year in _YEAR.findall(change.sentence) if int(year) > base]
    if named:
        return f"named {max(named)}", max(named)
    earliest = corpus.bounds(change.doc_id).earliest
    if earliest is None or not words.has("this_year", change.sentence):
        return "", None
    return f"published {earliest.isoformat()}", earliest.year
