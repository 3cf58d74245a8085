"""Numbers in digits and in words.

    number = digits | words | half | fraction;  scaled = number [«с половиной»] multiplier ...

«24 миллиарда 500 миллионов», «триста сорок три с половиной миллиона», «18500 тысяч», «полтора
миллиарда», «полмиллиарда», «66 500». A comma or a full stop before fewer or more than three digits
is a decimal mark; repeated groups of three are thousands. Nothing is guessed from the count of
digits: «2.500» without a multiplier stays unread.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit

_GROUPED = re.compile(r"\d{1,3}(?:[ \x01]+\d{3})+(?:[.,]\d+)?$")
_REPEATED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?$")
_ORDER = {"hundred": 3, "ten": 2, "teen": 1, "unit": 1}
# «миллиард долларов» is one billion; «миллиарды долларов» is no number
_BARE = frozenset(
    "тысяча тысячу тысячей тысяче миллион миллиона миллиону миллионом миллионе миллиард миллиарда"
    " миллиарду миллиардом миллиарде триллион триллиона триллиону триллионом".split()
)
# after a digit: «20-ти», «2-х» are cardinals, «2-го», «8-й» ordinals
_CARDINAL_ENDINGS = frozenset("ти и х ми мя ю тью ух ех ём ем".split())


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens [first, last): its value, and ``scale`` the last multiplier or 1.

    ``form`` is digits, words, fraction, times («вдвое»), timesverb («удвоить»), ordinal, compound
    («5-летний», «ЭКСПО-2024») or unread («2.500»).
    """

    first: int
    last: int
    value: Decimal
    scale: Decimal
    form: str
    post: int = 0  # 1 where a hedge stood inside: «32 с лишним миллиона»


def parse_digits(text: str) -> Decimal | None:
    """Return the value of a number in digits, or None where the marks leave it open.

    >>> parse_digits("66 500"), parse_digits("26,125"), parse_digits("1.234.567")
    (Decimal('66500'), Decimal('26.125'), Decimal('1234567'))
    """
    if _GROUPED.match(text):
        return Decimal(re.sub(r"[ \x01]", "", text).replace(",", "."))
    if _REPEATED.match(text):
        return Decimal(re.sub(r"[.,]", "", text))
    if _PLAIN.match(text):
        return Decimal(text.replace(",", "."))
    return None


def read_number(tokens: Tokens, index: int, numerals: Mapping[int, Hit]) -> Number | None:
    """Return the number that begins at a token, the longest reading, or None.

    Parameters
    ----------
    tokens
        The text.
    index
        Token at which the number must begin.
    numerals
        Hits of the table ``numerals`` by first token.
    """
    if tokens.kind[index] == "n":
        return _read_digits(tokens, index, numerals)
    hit = numerals.get(index)
    if hit is None:
        return None
    kind, value = hit.entry.kind, Decimal(hit.entry.value)
    if kind in ("times", "timesverb", "ordinal"):
        return Number(index, hit.last, value, Decimal(1), kind)
    if kind == "fraction":
        return Number(index, hit.last, value, Decimal(1), "fraction")
    if kind == "halfmult":
        return Number(index, hit.last, value, value * 2, "words")
    if kind == "multiplier":
        if tokens.low[index] not in _BARE:
            return None
        return Number(index, hit.last, value, value, "words")
    if kind in ("denominator", "hundreds"):
        return None
    return _scaled(tokens, index, numerals)


def _read_digits(tokens: Tokens, index: int, numerals: Mapping[int, Hit]) -> Number | None:
    low, start, end = tokens.low, tokens.start, tokens.end
    total = len(low)
    one = Decimal(1)
    glued_before = (
        index >= 2
        and low[index - 1] == "-"
        and start[index] == end[index - 1]
        and start[index - 1] == end[index - 2]
        and tokens.kind[index - 2] == "w"
    )
    if glued_before:
        return Number(index, index + 1, Decimal(0), one, "compound")
    if index + 2 < total and low[index + 1] == "-" and start[index + 1] == end[index]:
        word = low[index + 2]
        if start[index + 2] == end[index + 1] and tokens.kind[index + 2] == "w":
            value = parse_digits(low[index])
            if value is None:
                return Number(index, index + 3, Decimal(0), one, "unread")
            if word in _CARDINAL_ENDINGS and not (1900 <= value <= 2100):
                return _scaled(tokens, index, numerals, after=index + 3)
            form = "ordinal" if len(word) <= 3 else "compound"
            return Number(index, index + 3, value, one, form)
    return _scaled(tokens, index, numerals)


def _part(
    tokens: Tokens, index: int, numerals: Mapping[int, Hit]
) -> tuple[Decimal, int, bool, bool] | None:
    """One unscaled number: value, next token, whether in digits, whether it was readable."""
    if index >= len(tokens.low):
        return None
    if tokens.kind[index] == "n":
        value = parse_digits(tokens.low[index])
        ambiguous = bool(re.fullmatch(r"\d{1,3}\.\d{3}", tokens.low[index]))
        if value is None:
            return Decimal(0), index + 1, True, False
        return value, index + 1, True, not ambiguous
    hit = numerals.get(index)
    if hit is None:
        return None
    kind = hit.entry.kind
    if kind == "half":
        return Decimal(hit.entry.value), hit.last, False, True
    if kind not in _ORDER:
        return None
    value, at, order = Decimal(0), index, 4
    while True:
        hit = numerals.get(at)
        if hit is None or _ORDER.get(hit.entry.kind, 9) >= order:
            break
        if hit.entry.kind == "teen" and order == 2:
            break  # «двадцать десять» are two numbers
        value += Decimal(hit.entry.value)
        order = _ORDER[hit.entry.kind]
        at = hit.last
    return value, at, False, True


def _scaled(
    tokens: Tokens, index: int, numerals: Mapping[int, Hit], after: int | None = None
) -> Number | None:
    part = _part(tokens, index, numerals)
    if part is None:
        return None
    value, at, digits, readable = part
    if after is not None:
        at = after
    low = tokens.low
    total, scale, bound, post = Decimal(0), Decimal(1), None, 0
    first_form = "digits" if digits else "words"
    while True:
        if low[at : at + 2] == ["с", "половиной"]:
            value, at = value + Decimal("0.5"), at + 2
        denominator = numerals.get(at)
        if denominator is not None and scale == 1 and value == int(value) and value < 20:
            kind = denominator.entry.kind
            if kind == "denominator" or (
                kind == "fraction" and value > 1 and not digits and total == 0
            ):
                share = value * Decimal(denominator.entry.value)
                return Number(index, denominator.last, share, Decimal(1), "fraction")
        inner = at + 2 if low[at : at + 2] in (["с", "лишним"], ["с", "небольшим"]) else at
        factor, here = Decimal(1), inner
        while (hit := numerals.get(here)) is not None and hit.entry.kind in ("multiplier", "hundreds"):
            factor *= Decimal(hit.entry.value)
            here = hit.last
        if factor == 1:
            if bound is not None:
                break  # «24 миллиарда 500»: the second number stands for itself
            total = value
            break
        if bound is not None and factor >= bound:
            break
        post = max(post, int(inner != at))
        total, scale, bound, at, readable = total + value * factor, factor, factor, here, True
        following = _part(tokens, at, numerals)
        if following is None or tokens.sentence[following[1] - 1] != tokens.sentence[index]:
            break
        value, after_part, digits, ok = following
        next_hit = numerals.get(after_part)
        if not ok or next_hit is None or next_hit.entry.kind != "multiplier":
            break
        if Decimal(next_hit.entry.value) >= bound:
            break
        at = after_part
    form = first_form if readable else "unread"
    return Number(index, at, total, scale, form, post)
