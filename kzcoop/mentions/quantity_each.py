"""A share told as so many out of each so many.

«семь тонн из каждых десяти»         70 percent
«девять из десяти легковушек»        90 percent
«из каждых ста долларов сорок»       40 percent; «каждых ста» counts nothing
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kzcoop.language.numeral import Number, NumberReader
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit

_EACH = frozenset({"каждых", "каждые", "каждой", "каждого"})
_ROUND = frozenset({"десяти", "ста"})
_WHOLES = _EACH | _ROUND
_LISTED = frozenset({"checkpoints_count", "people", "projects_count"})
_NOUN = 3  # tokens of «тонн угля» between a number and «из каждых»


class EachReader:
    """Finds the wholes of which the numbers of one text are a part."""

    def __init__(self, tokens: Tokens, number: NumberReader, counted: Mapping[int, Hit]) -> None:
        self.tokens, self.low, self.kind = tokens, tokens.low, tokens.kind
        self.number, self.counted = number, counted
        self.known = not _WHOLES.isdisjoint(tokens.low)
        self.whole: Decimal | None = None  # of «из каждых ста», until its part is told
        self.sentence = -1

    def part(self, number: Number, end: int) -> Number:
        """The fraction that a number tells with its whole, or the number itself."""
        if not self.known or number.form not in ("digits", "words"):
            return number
        if self._of_ten(number, end):
            whole = self.number.read(number.last + 1)
            if whole is not None and number.value < whole.value:
                return _fraction(number, whole.value, whole.last)
        for at in range(number.last, min(number.last + _NOUN, end - 2)):
            if at > number.last and self.low[at] == "из" and self.low[at + 1] in _ROUND:
                whole = self.number.read(at + 1)
                alone = whole is not None and self.kind[min(whole.last, end - 1)] != "w"
                if whole is not None and alone and number.value < whole.value:
                    return _fraction(number, whole.value, whole.last)  # «шесть тонн из десяти»
            if self.low[at] == "из" and self.low[at + 1] in _EACH:
                whole = self.number.read(at + 2)
                if whole is None or not number.value < whole.value:
                    return number
                return _fraction(number, whole.value, whole.last)
            if self.kind[at] != "w":
                break
        whole_before, told = self.whole, self.sentence == self.tokens.sentence[number.first]
        if whole_before is None or not told or number.scale != 1 or number.value >= whole_before:
            return number
        self.whole = None
        return _fraction(number, whole_before, number.last)

    def _of_ten(self, number: Number, end: int) -> bool:
        """«девять из десяти легковушек»: a share; «девять из десяти постов» is a count."""
        low, at = self.low, number.last
        if number.form != "words" or at + 1 >= end or low[at] != "из" or low[at + 1] not in _ROUND:
            return False
        if at + 2 >= end or self.kind[at + 2] != "w":
            return False
        hits = [self.counted.get(i) for i in range(at + 2, min(at + 2 + _NOUN, end))]
        return not any(hit is not None and hit.entry.kind in _LISTED for hit in hits)

    def is_whole(self, number: Number) -> bool:
        """Whether a number is that of «из каждых ста», and no figure."""
        first = number.first
        if not self.known or first < 2 or self.low[first - 1] not in _EACH:
            return False
        if self.low[first - 2] != "из":
            return False
        self.whole, self.sentence = number.value, self.tokens.sentence[first]
        return True


def _fraction(number: Number, whole: Decimal, last: int) -> Number:
    value = (number.value / whole).quantize(Decimal("1e-10"))
    return Number(number.first, last, value, Decimal(1), "fraction")
