"""A change told a second time: in money after per cent, or as what two levels are apart.

«прибавила 21%, или 230 млн, и достигла 1,3 млрд»      the change again
«309 млн против 239 годом раньше, разница – 70»        what they are apart
«экспорт – 25 млрд, импорт – 19, разница – 6»          a balance
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems

_AGAIN = ([",", "или"], ["или"], [",", "то", "есть"])
_DIFFERENCE = Stems("прибав", "прирост", "разниц")
_PAIR = 2  # levels that a difference is of
_ROUNDED = 20  # part of it by which rounding may change it
_ADDED = frozenset({"еще", "минус", "плюс"})
_NEAR = 5  # tokens from «разница» to the figure


def is_same_change(one: Draft, before: Sequence[Draft]) -> bool:
    """Return whether a change is told again, and set its sign: «прибавила 21%, или 230 млн».

    Also «309 млн против 239 годом раньше, разница – 70».
    """
    if not before or one.kind in ("percent", "ratio"):
        return False
    if one.sentence.begins(_DIFFERENCE) and _is_difference(one, before):
        return True
    if before[-1].measure != "change_pct":
        return False
    words = one.sentence.low[before[-1].last : one.quantity.lead + 1]
    if words[:3] == ["за", "год", ","]:
        words = words[2:]  # «плюс 28% за год, или 6 млн долларов сверху»
    in_money = "деньгах" in words and not _ADDED.isdisjoint(words)
    if words[:-1] not in _AGAIN and not in_money:
        return False  # «поднялась на 42%, в деньгах это ещё 13 миллионов»
    one.value *= -1 if before[-1].value < 0 else 1
    return True


def _is_difference(one: Draft, before: Sequence[Draft]) -> bool:
    """Whether a figure is what the two levels before it are apart; its sign is set here."""
    low = one.sentence.low
    led = low[max(before[-1].last, one.quantity.lead - _NEAR) : one.quantity.lead]
    levels = [d for d in before if d.measure == "level" and d.unit == one.unit]
    if len(levels) < _PAIR or not any(word.startswith(_DIFFERENCE) for word in led):
        return False
    then, now = levels[-1], levels[-2]
    if now.period and then.period and now.period < then.period:
        then, now = now, then
    apart = now.value - then.value
    if abs(abs(apart) - one.value) * _ROUNDED > one.value:
        return False
    if {then.indicator, now.indicator} == SIDES:
        one.indicator = "other"  # «экспорт – 25 млрд, импорт – 19, разница – 6»: a balance
        return False
    one.value *= -1 if apart < 0 else 1
    return True
