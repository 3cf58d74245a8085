"""The level of before, told by words and not by its period.

«больше прежнего (было 21,9)», «достиг 60 млн, а был всего 22»     what it was
«предыдущий результат составлял 18,6 млн»                          the result before this one
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words, either

_WAS = Words("был", "была", "были", "было")
_FORMER = Stems("предыдущ", "прежн", "прошлогодн")
FORMERLY = either(_WAS, _FORMER)
_RESULTS = (
    "величин", "выручк", "значени", "итог", "объем", "отметк", "показател", "результат", "стоимост",
    "сумм", "уровен", "цифр",
)  # fmt: skip
_SUBJECT = ("ий", "ый", "ая", "яя", "ее", "ое", "ие")  # ends of an adjective that is the subject
_SMALL = frozenset("всего едва лишь менее около почти порядка только чуть".split())
_BEFORE = (["(", "до", "этого"], ["(", "до", "того"], ["(", "раньше"], ["(", "прежде"], ["("],
           [",", "а", "раньше"], [",", "а", "прежде"], [",", "а", "до", "этого"], [",", "а"],
           [",", "ведь", "раньше"], [",", "ведь", "прежде"], ["–", "раньше"], [";", "раньше"],
           [",", "раньше"], [",", "прежде"])  # fmt: skip
_ALIKE = 12  # part of a figure by which the same may differ
_REACH = 9  # tokens from «предыдущий результат» to its figure
_MARKS = frozenset(", ; : ( ) – —".split())


def is_former(one: Draft, before: Sequence[Draft]) -> bool:
    """Return whether a level is told as the one of before, and by no period of its own."""
    sentence = one.sentence
    first = before[-1].last if before else sentence.first
    if any(first <= p.first for p in sentence.periods if p.role in ("at", "by", "since", "span")):
        return False
    told = any(other.unit == one.unit and not other.is_base for other in before)
    return (told and _was(one, before)) or _of_result_before(one, first)


def _was(one: Draft, before: Sequence[Draft]) -> bool:
    """«(было 21,9)», «, а был всего 22 млн»."""
    low, at = one.sentence.low, one.quantity.lead - 1
    while low[at] in _SMALL:
        at -= 1
    if low[at] not in _WAS:
        return False
    if low[at - 1] == "," and any(
        # not «перешагнули два миллиона, было 2,08»
        other.last == at - 1 and abs(other.value - one.value) * _ALIKE > other.value
        for other in before
    ):
        return True  # «Муки – на 27 млн долларов, было 9»
    return any(low[at - len(words) : at] == words for words in _BEFORE)


def _of_result_before(one: Draft, first: int) -> bool:
    """«предыдущий результат составлял 18,6 млн», «прошлогодняя выручка – 9 млн»."""
    low = one.sentence.low
    start = max(first, one.at - _REACH)
    for index in range(one.quantity.lead - 2, start - 1, -1):
        if low[index].startswith(_FORMER) and low[index].endswith(_SUBJECT):
            words = low[index + 1 : one.quantity.lead]
            inner = words[1:-1] if words[-1] in ("–", "—") else words[1:]
            return words[0].startswith(_RESULTS) and _MARKS.isdisjoint(inner)
    return False
