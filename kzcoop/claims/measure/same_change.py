"""A change told a second time, or of the next of a list: its verb stands once.

«прибавила 21%, или 230 млн, и достигла 1,3 млрд»      the change again
«309 млн против 239 годом раньше, разница – 70»        what they are apart
«с 0,4 до 0,9 млн, то есть на 0,5 млн»                 so too, without a name
«экспорт – 25 млрд, импорт – 19, разница – 6»          a balance
«вырос на 70 млн, меди – на 20, свинца – на 3 млн»      each of a list
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.morphology import is_past

_AGAIN = ([",", "или"], ["или"], [",", "то", "есть"])
_DIFFERENCE = (
    "добав", "дополнительн", "излиш", "лишн", "минус", "плюс", "потер", "прибав", "прирост",
    "разниц", "сверху",
)  # fmt: skip
_THAT_IS = (["то", "есть"], ["это"], ["или"])
_MARKS = frozenset(", ( : ; – —".split())
_CHANGES = frozenset({"change_pct", "change_ratio", "increment"})
_DASHES = frozenset("–—")
_ITEM = 8  # tokens of «, поставки меди в Иран –»
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
    if len(before) >= _PAIR and _is_difference(one, before):
        return True
    if before[-1].measure in _CHANGES and _is_next(one, before[-1]):
        return True
    if before[-1].measure != "change_pct":
        return False
    words = one.sentence.low[before[-1].last : one.quantity.lead + 1]
    if words[:3] == ["за", "год", ","]:
        words = words[2:]  # «плюс 28% за год, или 6 млн долларов сверху»
    in_money = "деньгах" in words and not _ADDED.isdisjoint(words)
    led = words[:-1]
    led = led[:-1] if led[-1:] == ["на"] else led  # «на 11%, или на 9 млн долларов»
    if led not in _AGAIN and not in_money:
        return False  # «поднялась на 42%, в деньгах это ещё 13 миллионов»
    one.value *= -1 if before[-1].value < 0 else 1
    return True


def _is_difference(one: Draft, before: Sequence[Draft]) -> bool:
    """Whether a figure is what the two levels before it are apart; its sign is set here."""
    low = one.sentence.low
    levels = [d for d in before if d.measure == "level" and d.unit == one.unit]
    if len(levels) < _PAIR:
        return False
    led = low[max(before[-1].last, one.quantity.lead - _NEAR) : one.quantity.lead + 1]
    if not any(word.startswith(_DIFFERENCE) for word in led) and not _says_again(led):
        return False
    then, now = levels[-1], levels[-2]
    if low[then.quantity.lead - 1] == "до":
        then, now = now, then  # «с 0,4 до 0,9 млн»
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


def _is_next(one: Draft, last: Draft) -> bool:
    """«угля – на 23 млн, цинка – на 4 млн», «прибавил 40 млн, цинк – 12»: of the next in a list."""
    low, lead = one.sentence.low, one.quantity.lead
    by = low[lead - 1] == "на"
    words = low[last.last : lead - by]
    if not words or words[-1] not in _DASHES or words[0] not in (",", "а", "и", ";"):
        return False
    if one.indicator != last.indicator or len(words) > _ITEM:
        return False
    if not by and (last.measure != "increment" or low[last.quantity.lead - 1] == "на"):
        return False
    if any(map(is_past, words)):
        return False
    one.value *= -1 if last.value < 0 else 1
    return True


def _says_again(led: Sequence[str]) -> bool:
    """Whether words lead to what two levels are apart: «, то есть на», «– на»."""
    words = [word for word in led if word not in _MARKS]
    if words[:-1] == ["на"]:
        return True
    return any(words[: len(told)] == told for told in _THAT_IS) and len(led) <= _NEAR
