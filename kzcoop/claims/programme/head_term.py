"""A term at the head of a sentence is that of all its works.

«До конца года намечено открыть «Аят», построить «Орду» и обновить «Косак»»     each by then
«В этом году откроют «Аят», а «Орду» обновят в 2027-м»                          «Орду» by its own
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.programme.found import Found
from kzcoop.claims.scene.sentence import Sentence

_DIVIDES = frozenset(";:")
_APART = frozenset({"а", "зато", "но", "однако"})


def with_head_term(sentence: Sentence, read: Sequence[Found]) -> list[Found]:
    """Return the programmes of a sentence, those without a term with that which opens it."""
    by = read[0].deadline
    periods = [p for p in sentence.periods if p.role != "base" and p.value]
    if by is None or len(periods) != 1 or read[0].past:
        return list(read)
    head, first = periods[0], read[0]
    posts = [p.first for p in sentence.posts if p.first >= first.first]
    if not posts or head.first > posts[0]:
        return list(read)
    found = [first]
    for each in read[1:]:
        led = sentence.low[found[-1].last : each.last]
        apart = not _DIVIDES.isdisjoint(led) or not _APART.isdisjoint(led)
        if apart or each.past or each.deadline or (each.kind == "other" and each.closing):
            return [*found, *read[len(found) :]]
        found.append(replace(each, deadline=by))
    return found
