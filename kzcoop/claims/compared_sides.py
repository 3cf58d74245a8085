"""Two flows that a figure compares: neither its level nor its growth.

«ввоз превысил вывоз на 3 млрд»                 money
«импорт был вшестеро больше экспорта»           a ratio
«экспорт перца превысил импорт в 51 раз, свёклы – в 33»
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import SIDES
from kzcoop.claims.draft import Draft
from kzcoop.language.stems import Stems

_NEAR = 4  # tokens from the second flow to the figure
_AHEAD = Stems(
    "больше", "выше", "меньше", "ниже", "обогна", "опере", "превыс", "превыш", "уступ",
)  # fmt: skip
_MORE = frozenset({"больше", "выше", "меньше", "ниже"})
# two flows in «импорт был вшестеро больше экспорта»
_COMPARED = ("ввоз", "вывоз", "импорт", "экспорт")
_EXCEEDS = Stems("превзош", "превы")


def compares_sides(one: Draft) -> bool:
    """Whether a figure in money or a ratio tells how far one flow is from the other."""
    if one.kind == "ratio" and (_times_more(one) or _outdoes(one)):
        return True
    return one.kind in ("money", "ratio") and one.indicator in SIDES and _ahead(one)


def _times_more(one: Draft) -> bool:
    """«импорт был вшестеро больше экспорта», not «стал вдесятеро больше покупать»: growth."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.word_at(one.last) not in _MORE:
        return False
    following = (hit for hit in sentence.indicators if 1 <= hit.first - one.last <= 2)
    hit = next(following, None)
    return hit is not None and low[hit.first].startswith(_COMPARED)


def _outdoes(one: Draft) -> bool:
    """«экспорт перца превысил импорт в 51 раз, свёклы – в 33»: two flows, and no growth."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_EXCEEDS):
        return False
    verb = next((i for i in range(sentence.first, one.at) if low[i].startswith(_EXCEEDS)), None)
    if verb is None:
        return False
    sides = [
        hit for hit in sentence.indicators
        if hit.first < one.at and low[hit.first].startswith(_COMPARED)
    ]  # fmt: skip
    before = {hit.entry.value for hit in sides if hit.first < verb}
    after = {hit.entry.value for hit in sides if verb < hit.first <= verb + 2}
    return bool(before and after and before != after)


def _ahead(one: Draft) -> bool:
    """«ввоз превысил вывоз на 3 млрд», «экспорт больше импорта в 2,5 раза»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_AHEAD):
        return False
    sides = [hit for hit in sentence.indicators if hit.entry.kind in SIDES and hit.first < one.at]
    return any(
        right.first - left.last == 1
        and low[left.last].startswith(_AHEAD)
        and left.entry.kind != right.entry.kind
        and one.at - right.last <= _NEAR
        for left, right in pairwise(sides)
    )
