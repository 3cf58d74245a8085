"""Numbers that say which and not how many: «статья 14», «ул. Абая, 24», «Хабар 24», «1) …»."""

from __future__ import annotations

from kzcoop.language.numeral import Number
from kzcoop.language.text import Tokens

_NUMBERED = frozenset(
    "статья статьи статье статью статьей ст глава рис рисунок табл таблица таблице стр страница"
    " приложение приложения каб кабинет кв квартира офис оф км раздел лот корпус д дом пункт школа"
    " трасса ул формат п".split()
)
_JOINTS = frozenset("+:")


def is_label(tokens: Tokens, number: Number, end: int) -> bool:
    """Return whether a number without a unit names something.

    Parameters
    ----------
    tokens
        The text.
    number
        A number in it that no unit follows, or a noun only.
    end
        The token after its sentence.
    """
    if number.form != "digits" or number.scale != 1:
        return False
    low, first, last = tokens.low, number.first, number.last
    start = tokens.bounds[tokens.sentence[first]][0]
    before = low[first - 1] if first > start else ""
    after = low[last] if last < end else ""
    if before == "." and first - 1 > start:
        before = low[first - 2]  # «ст. 24», «каб. 204»
    if before in _NUMBERED:
        return True
    if number.value % 1:
        return False
    if _dials(low, last, end) or (before == "(" and _dials(low, first - 1, end)):
        return True
    if before == "," and "ул" in low[max(start, first - 5) : first]:
        return True
    if first == start and (after == ")" or low[last:end] == ["."]):
        return True  # «1) экспорт», «1. Экспорт»: a list
    quoted = after == "»" and "«" in low[max(start, first - 4) : max(start, first - 1)]
    if quoted and tokens.clean[tokens.start[first - 1]].isupper():
        return True  # «Хабар 24»
    tight = after and tokens.start[last] == tokens.end[last - 1]
    if after == ":" and last + 1 < end and tokens.start[last + 1] > tokens.end[last]:
        tight = False  # «сейчас 11: пять – …» goes on to a list
    glued = before and tokens.start[first] == tokens.end[first - 1]
    return bool((tight and after in _JOINTS) or (glued and before in _JOINTS))  # «5+1», «3:2»


def _dials(low: list[str], at: int, end: int) -> bool:
    """Whether a code in brackets and a telephone number follow: «8 (727) 311-20-45»."""
    code, number = low[at : at + 3], low[at + 3] if at + 3 < end else ""
    return (
        len(code) == len("(7)")
        and code[0] == "("
        and code[2] == ")"
        and code[1].isdecimal()
        and (number.count("-") > 1 or low[at + 4 : at + 5] == ["-"])
    )
