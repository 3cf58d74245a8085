"""The parts of a count of posts that bare numbers after it add up to.

«восемь постов: к двум …, к шести …», «три введены – с Китаем два, с Ираном один; ещё пять …»
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from kzcoop.claims.scene.draft import Draft

_DASHES = frozenset("–—-")
_NEAR = 4


def part_of_posts(drafts: Sequence[Draft], index: int) -> Draft | None:
    """Return the count of posts to which the bare numbers after it add up, or None."""
    for whole in reversed(drafts[:index]):
        if not counts_posts(whole):
            continue
        after = [d for d in drafts if d.at > whole.at]
        sums = list(accumulate(d.value for d in after))
        if whole.value not in sums:
            continue
        parts = after[: sums.index(whole.value) + 1]
        if len(parts) < 2 or any(d.quantity.noun is not None for d in parts):
            continue
        listed = _opens_list(whole) or _led_by_mark(whole, parts[0])
        if listed and drafts[index] in parts:
            return whole
    return None


def _opens_list(one: Draft) -> bool:
    """Whether parts follow a count: «восемь:», «восемь, в том числе»."""
    after = one.sentence.low[one.last : min(one.sentence.last, one.last + _NEAR)]
    return after[:1] == [":"] or after == [",", "в", "том", "числе"]


def _led_by_mark(whole: Draft, one: Draft) -> bool:
    """«три поста построены: один на границе с Ираном …», «три введены – с Китаем два, …»."""
    between = one.sentence.low[whole.last : one.quantity.lead]
    return any(word in _DASHES or word == ":" for word in between)


def counts_posts(one: Draft) -> bool:
    """Return whether a draft counts checkpoints."""
    noun = one.quantity.noun
    return not one.rejected and (
        one.indicator == "checkpoints_count" or (noun is not None and noun.id == "checkpoint")
    )
