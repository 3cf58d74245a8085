"""Amounts in digits, and what their points and commas mean.

«66 500»                   five hundred after a blank
«1.234.567», «1.234,5»     marks that group, and one that divides
«500.000»                  no decimal has three zeros
«2.500»                    two and a half, or two thousand five hundred: left open
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_GROUPED = re.compile(r"\d{1,3}(?:[ '’]?\d{3})+(?:[.,]\d+)?$")
_SEPARATED = re.compile(r"[ '’]")
_REPEATED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?$")
_TWO_MARKS = re.compile(r"\d{1,3}(?:(?:\.\d{3})+,|(?:,\d{3})+\.)\d+$")  # «1.234,5», «1,234.5»
_OPEN = re.compile(r"[1-9]\d{0,2}\.\d{3}$")  # «2.500»: two and a half, or two thousand five hundred
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]000$")  # «500.000»: no decimal has three zeros
_REMEMBERED = 20_000  # numbers
_LONGEST = 24  # characters: what is longer is a code or an account, not an amount


@lru_cache(maxsize=_REMEMBERED)
def parse_digits(text: str) -> Decimal | None:
    """Return the value of a number in digits, or None where the marks leave it open.

    >>> parse_digits("66 500"), parse_digits("26,125"), parse_digits("1.234.567")
    (Decimal('66500'), Decimal('26.125'), Decimal('1234567'))
    """
    if len(text) > _LONGEST:
        return None
    if _PLAIN.match(text) and not _THOUSANDS.match(text):
        return Decimal(text.replace(",", "."))
    if _GROUPED.match(text):
        return Decimal(_SEPARATED.sub("", text).replace(",", "."))
    if _REPEATED.match(text) or _THOUSANDS.match(text):
        return Decimal(re.sub(r"[.,]", "", text))
    if _TWO_MARKS.match(text):
        whole, _, rest = text.replace(",", ".").rpartition(".")
        return Decimal(f"{whole.replace('.', '')}.{rest}")
    return None


def is_open(text: str) -> bool:
    """Return whether only a multiplier settles the value of digits: «2.500 млн», not «500.000»."""
    return _OPEN.match(text) is not None and not _THOUSANDS.match(text)
