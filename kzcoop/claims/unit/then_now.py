"""Two values of one thing, then and now, whose unit stands once with the second.

«было 0,6, стало 2,4 млн тонн»                         by the verbs
«начинали с 0,9, теперь возят 2,7 млн тонн»            by an adverb
«год назад отправили 400, в этом году – 800 тыс. тонн» by the year
«начинал с 0,8 млн и возит теперь 4,5 млн тонн»        the scale with both
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.unit.shared_unit import OWN_SCALE, SMALL
from kzcoop.language.stems import Words

_JOINTS = frozenset({",", ";", ".", "и", "а", "–", "—"})
_THEN = (
    "была", "было", "были", "выходил", "когда-то", "назад", "начал", "начинал", "прежде", "прежн",
    "прошл", "раньше", "ранее", "сначала", "стартовал", "тогда",
)  # fmt: skip
_NOW = frozenset(
    "ныне нынче нынешнем нынешней нынешний сегодня сейчас стала стало стали текущем теперь уже"
    " этом этой".split()
)
_NOWS = Words(*_NOW)
_BACK = 6  # tokens in which a then is told before its number
_FAR = 8  # tokens from one number to the other
_SAME = 30  # times at the most that the two differ


def told_then(one: Draft) -> bool:
    """Return whether the figure after a level tells the same of now: «начинал с 0,8, возит 4,5»."""
    sentence = one.sentence
    if not sentence.holds(_NOWS):
        return False
    after = next((q for q in sentence.quantities if q.first >= one.last), None)
    if after is None or after.kind in ("percent", "ratio"):
        return False
    between = sentence.low[one.last : after.lead]
    led = sentence.low[max(sentence.first, one.quantity.lead - _BACK) : one.quantity.lead]
    return (
        0 < len(between) <= _FAR
        and between[0] in _JOINTS
        and not _NOW.isdisjoint(between)
        and any(word.startswith(_THEN) for word in led)
    )


def then_and_now(one: Draft, other: Draft, between: Sequence[str]) -> bool:
    """Return whether a number is what an amount after it was before."""
    sentence = one.sentence
    if len(between) > _FAR or between[0] not in _JOINTS or other.kind in ("percent", "ratio"):
        return False
    if one.quantity.scale != OWN_SCALE:
        near = one.value <= other.value <= one.value * _SAME or one.value <= other.value * _SAME
    else:
        plain = other.value / other.scale
        near = one.value < SMALL and plain / _SAME <= one.value <= plain * _SAME
    led = sentence.low[max(sentence.first, one.quantity.lead - _BACK) : one.quantity.lead]
    return near and any(word.startswith(_THEN) for word in led) and not _NOW.isdisjoint(between)
