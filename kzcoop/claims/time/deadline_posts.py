"""Terms of the posts that a figure counts, past names and beside those of the rest.

«три поста, «Аят», «Косак» и «Убаган», до 2027 года обновят»      names stand between
«12 завершат в 2027 году, остальные – до конца 2028-го»            of the rest, not of the twelve
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.mentions.period import Period

_REST = ("остальн", "оставш", "прочи")


def past_names(one: Draft, by: Period) -> bool:
    """Return whether no more than the names of the posts counted stands before a term."""
    if one.indicator != "checkpoints_count" or by.first < one.last:
        return False
    named = [post for post in one.sentence.posts if one.last <= post.first < by.first]
    between = any(one.last <= q.first < by.first for q in one.sentence.quantities)
    return len(named) == one.value and not between


def of_the_rest(one: Draft, own: Period, by: Period) -> bool:
    """Return whether a term is of those left: «12 завершат в 2027 году, остальные – в 2028-м»."""
    sentence, low = one.sentence, one.sentence.low
    if not one.last <= own.first < by.first or sentence.between(one.at, own.first):
        return False
    return any(word.startswith(_REST) for word in low[own.last : by.first])
