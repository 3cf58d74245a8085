"""Levels that an export and an import after them add up to: turnover, whatever was told before.

«Наша статистика даёт другое: 9,1 млрд. Экспорт по ней равен 4,4 млрд, импорт – 4,7»
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import SIDES
from kzcoop.claims.scene.draft import Draft

_NEXT = 4  # figures after a level among which its sides may stand
_CLOSE = 0.02  # of the level: what rounding its sides may leave


def name_sums(drafts: Sequence[Draft]) -> None:
    """Call a level turnover that took its flow from the text before and has two sides after it."""
    for index, one in enumerate(drafts):
        if one.indicator in SIDES and one.kind == "money" and _is_carried(one):
            after = [
                other
                for other in drafts[index + 1 : index + 1 + _NEXT]
                if other.sentence.number - one.sentence.number <= 1
            ]
            if _adds_up(one, after):
                one.indicator = "turnover"
                one.note("the sum of an export and an import after it")


def _is_carried(one: Draft) -> bool:
    return one.measure == "level" and bool(one.candidates) and one.candidates[0].first < 0


def _adds_up(one: Draft, after: Sequence[Draft]) -> bool:
    """Whether the first export and the first import after a level make it up."""
    sides: dict[str, float] = {}
    for other in after:
        if other.measure == "level" and other.unit == one.unit and other.indicator in SIDES:
            sides.setdefault(str(other.indicator), float(other.value))
    total = float(one.value)
    return len(sides) == len(SIDES) and abs(sum(sides.values()) - total) <= _CLOSE * total
