"""The good or sector that a figure of trade is about."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import MOVED, SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.lexicon.loader import Hit

_AND = frozenset({"и", ",", "а", "также"})
_PARTS = frozenset({",", ";", "и"})
_FAR = 14.0  # a good that stands further away is another figure's


def assign_commodity(one: Draft, before: Sequence[Draft], recent: str | None) -> None:
    """Set the commodity of a draft whose indicator is known, where its clause names one.

    A change without a good of its own is of the good of the level before it in the sentence:
    «вывоз ячменя – 1,2 млн тонн, рост на 8%». Tonnes without a good are of that which the
    sentences before told of, ``recent``.
    """
    if one.indicator not in MOVED or one.kind in ("count", "rank"):
        return
    hits = one.sentence.rows("commodities")
    if hits:
        cost, _, nearest = min([(_cost(one, hit), hit.first, hit) for hit in hits])
        if cost < _FAR:
            one.commodity = _listed(one, nearest, hits)
            return
    is_change = one.measure in ("change_pct", "change_ratio", "increment")
    for other in reversed(before):
        if other.indicator == one.indicator:
            if is_change or one.unit == other.unit == "tonne":
                one.commodity = other.commodity
            return
    if one.unit == "tonne" and one.indicator in SIDES:
        one.commodity = recent


def _cost(one: Draft, hit: Hit) -> float:
    sentence = one.sentence
    before_it = hit.first < one.at
    gap = one.at - hit.last if before_it else hit.first - one.last
    if gap <= 0 or (not before_it and gap <= 1 and sentence.low[one.last] not in _PARTS):
        return 0.1  # «180 тыс. тонн зерна», not «пшеницы вывезено 300 тыс. тонн, ячменя – 40»
    lower, upper = min(hit.first, one.at), max(hit.first, one.at)
    crossed = sum(
        lower < other.first < upper for other in sentence.quantities if other is not one.quantity
    )
    # a good after the next figure is that figure's; one before may govern several
    return (
        0.5 * gap
        + 3.0 * sentence.between(hit.first, one.at)
        + (1.0 * crossed if before_it else 2.0 + 8.0 * crossed)
    )


def _listed(one: Draft, best: Hit, hits: Sequence[Hit]) -> str:
    """The names of goods told together: «зерна и муки»."""
    low = one.sentence.low
    chain = [best]
    for hit in sorted(hits, key=lambda hit: hit.first):
        if hit.first >= chain[-1].last and hit is not best:
            between = low[chain[-1].last : hit.first]
            if 0 < len(between) <= 2 and _AND.issuperset(between):
                chain.append(hit)
    for hit in sorted(hits, key=lambda hit: -hit.first):
        if hit.last <= chain[0].first:
            between = low[hit.last : chain[0].first]
            if 0 < len(between) <= 2 and _AND.issuperset(between):
                chain.insert(0, hit)
    names = list(dict.fromkeys(hit.entry.value for hit in chain))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} и {names[-1]}"
