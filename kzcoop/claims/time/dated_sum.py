"""Sides of trade that make up a total told before: they are of its period.

«За 2023 год оборот – 530 млн, за полугодие 2024-го – 280. Экспорт достиг 456, импорт – 74»
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from kzcoop.claims.claim import OTHER_SIDE, SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.base_period import earlier
from kzcoop.claims.time.nearest_period import CHANGES
from kzcoop.mentions.period import Period

_AFTER = 12  # figures after a total in which its sides are looked for
_CLOSE = Decimal("0.01")  # of the total, by which its rounded sides may miss it
_DIGITS = 3  # of a total, at the least
_YEAR_BEFORE = Period(0, 0, "base", None, shift=-1)


def date_sums(drafts: Sequence[Draft]) -> None:
    """Give an export and an import that add up to a total its period, with all told beside them.

    Not those whose sentence names the period that they have.
    """
    for index, total in enumerate(drafts):
        if total.indicator != "turnover" or total.measure != "level" or total.period is None:
            continue
        if total.is_base or total.kind != "money" or not _is_exact(total):
            continue
        sides = _sides(total, drafts[index + 1 : index + 1 + _AFTER])
        for one in sides:
            if one.period != total.period and not _names_its_own(one):
                _redate(one, drafts, total.period)


def _is_exact(total: Draft) -> bool:
    """Whether a total has so many digits that no two flows add up to it by chance: «529,4 млн»."""
    return len(str(int(total.value)).rstrip("0")) >= _DIGITS


def _sides(total: Draft, after: Sequence[Draft]) -> list[Draft]:
    """The first export and import after a total that make it up; none where none do."""
    levels = [
        one
        for one in after
        if one.measure == "level" and one.indicator in SIDES and one.kind == "money"
        and one.unit == total.unit and one.partner == total.partner and not one.is_base
    ]  # fmt: skip
    pairs = [
        (abs(left.value + right.value - total.value), at, left, right)
        for at, left in enumerate(levels)
        for right in levels
        if left.indicator == "export" and right.indicator == OTHER_SIDE["export"]
    ]
    if not pairs:
        return []
    missed, _, left, right = min(pairs, key=lambda pair: pair[:2])
    return [left, right] if missed <= _CLOSE * total.value else []


def _names_its_own(one: Draft) -> bool:
    """Whether its sentence names the period that a figure has."""
    return one.period is not None and any(
        period.value == one.period for period in one.sentence.periods
    )


def _rose_from(base: Draft, one: Draft) -> bool:
    """«с 59,9 до 62,4 млн»: the level that a side came from."""
    led = base.sentence.word_before(base.quantity.lead)
    return base.measure == "level" and base.at < one.at and led in ("с", "со")


def _redate(one: Draft, drafts: Sequence[Draft], period: str) -> None:
    """Give a side and the changes and bases of it in its sentence another period."""
    wrong = one.period
    for other in drafts:
        if other.sentence is not one.sentence or other.indicator != one.indicator:
            continue
        if other is one or (other.measure in CHANGES and other.period == wrong):
            other.period = period
        elif other.period == wrong and _rose_from(other, one):
            other.period, other.is_base = earlier(period, _YEAR_BEFORE), True
        elif other.is_base and wrong is not None and other.period == earlier(wrong, _YEAR_BEFORE):
            other.period = earlier(period, _YEAR_BEFORE)
    one.note("a side of a total told before: of its period")


def date_shares(drafts: Sequence[Draft]) -> None:
    """«половину оборота, 9,4 из 19,2 млрд долларов за 2024 год»: the part is of the whole's year.

    So is the share that the two are told after.
    """
    for index, (one, whole) in enumerate(pairwise(drafts)):
        if one.sentence is not whole.sentence or one.period or not whole.period:
            continue
        low = one.sentence.low
        if low[one.last : whole.quantity.lead] != ["из"] or one.unit != whole.unit:
            continue
        one.period = whole.period
        share = drafts[index - 1] if index else one
        if share.sentence is one.sentence and share.measure == "share_pct" and not share.period:
            share.period = whole.period
