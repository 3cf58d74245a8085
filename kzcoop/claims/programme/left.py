"""How many posts of a whole are left: those that wait, and the others.

«осталось подключить четыре»                        four wait
«до остальных шести», «оставшиеся два»              six, two are left
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems

# words of what is still to be done
_WAITS = Stems(
    "впереди", "дожида", "ждет", "ждут", "недоста", "осталос", "остал", "остае", "остаю", "оставш",
    "очередь", "предсто", "черед",
)  # fmt: skip
_LEFT = Stems("остал", "остаю", "оставш", "прочи")
_PARTS = frozenset(",;:.–—")
_FAR = 7


def is_waiting(sentence: Sentence, one: Draft) -> bool:
    """Return whether a clause tells that posts wait: «осталось подключить четыре»."""
    if not sentence.begins(_WAITS):
        return False
    low, first, last = sentence.low, one.quantity.lead, one.last
    while first > sentence.first and low[first - 1] not in _PARTS:
        first -= 1
    while last < sentence.last and low[last] not in _PARTS:
        last += 1
    return any(word.startswith(_WAITS) for word in low[first:last])


def left_over(sentence: Sentence) -> int | None:
    """Return how many are left: «до остальных шести», «оставшиеся два»."""
    if not sentence.begins(_LEFT):
        return None
    for quantity in sentence.quantities:
        beside = (sentence.word_before(quantity.lead), sentence.word_at(quantity.last))
        if any(word.startswith(_LEFT) for word in beside):
            if beside[1] == "в" and sentence.word_at(quantity.last + 1) == "работе":
                continue  # «остальные восемь в работе»: begun
            return int(quantity.value)
    return None


def remains(sentence: Sentence, one: Draft, counts: Sequence[Draft]) -> bool:
    """«на оставшихся трёх», «осталось запустить их ещё на пяти»."""
    if not sentence.begins(_LEFT):
        return False
    if sentence.word_at(one.last).startswith(_LEFT):
        return True  # «распространить его на четыре остальных»
    floor = max((other.last for other in counts if other.at < one.at), default=sentence.first)
    words = (*sentence.low[max(floor, one.at - _FAR) : one.at], sentence.word_at(one.last))
    return any(word.startswith(_LEFT) for word in words)
