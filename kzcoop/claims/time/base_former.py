"""The level of before, told by words and not by its period.

«больше прежнего (было 21,9)», «достиг 60 млн, а был всего 22»     what it was
«предыдущий результат составлял 18,6 млн»                          the result before this one
«было 22,9 млн, осталось 9,8», «уже не на 5,2, а на 12,6 млн»      before what it has become
«купили 40 тыс. тонн, а раньше брали 12»                           by an adverb
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words, either

_WAS = Words("был", "была", "были", "было")
_FORMER = Stems("предыдущ", "прежн", "прошлогодн")
_ONCE = Words("прежде", "раньше", "уже")
FORMERLY = either(_WAS, _FORMER, _ONCE)
_BECAME = ("осталось", "стало", "теперь")
_OPENS = frozenset({"а", "ведь", "но", "хотя"})
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
_CLAUSE = 4  # tokens of «а раньше брали около»
_AHEAD = 4  # tokens of «млн долларов, а стало»
_REACH = 9  # tokens from «предыдущий результат» to its figure
_MARKS = frozenset(", ; : ( ) – —".split())


def is_former(one: Draft, before: Sequence[Draft]) -> bool:
    """Return whether a level is told as the one of before, and by no period of its own."""
    sentence = one.sentence
    first = before[-1].last if before else sentence.first
    if any(first <= p.first for p in sentence.periods if p.role in ("at", "by", "since", "span")):
        return False
    if became(one):
        return True
    told = any(other.unit == one.unit and not other.is_base for other in before)
    return (told and (_was(one, before) or _once(one))) or _of_result_before(one, first)


def became(one: Draft) -> bool:
    """«было 22,9 млн долларов, осталось 9,8», «продали уже не на 5,2, а на 12,6 млн»."""
    low, ahead = one.sentence.low, one.sentence.low[one.last : one.last + _AHEAD]
    at = one.quantity.lead - 1
    at -= low[at] in ("на", "в")
    while low[at] in _SMALL:
        at -= 1
    if low[at] in _WAS:
        return any(word in ahead for word in _BECAME)
    return low[at - 1 : at + 1] == ["уже", "не"] and ahead[:2] == [",", "а"]


def _once(one: Draft) -> bool:
    """«купили 40 тыс. тонн, а раньше брали 12 тыс.»: an adverb that opens the figure's clause."""
    low, lead = one.sentence.low, one.quantity.lead
    if one.kind == "vehicle":
        return False  # «принимает до 550 машин в сутки, раньше не больше 120»
    start = next((i for i in range(lead - 1, lead - 1 - _CLAUSE, -1) if low[i] in _MARKS), None)
    if start is None:
        return False
    start += 1 + (low[start + 1] in _OPENS)
    return low[start] in _ONCE and low[start] != "уже" and lead - start <= _CLAUSE


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
