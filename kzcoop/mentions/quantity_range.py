"""Where a quantity has an upper end, and where words only repeat its figure.

«2–3 млрд», «от 3 до 5 тыс.», «$900 млн – $1 млрд»    ranges
«с 1 до 2 млрд»                                       two quantities
«15 (пятнадцать) постов»                              one figure, told twice
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kzcoop.language.numeral import Number, NumberReader
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit

_DASHES = frozenset("–—-−")
_GREW = ("вырос", "выросл", "дорос", "прибавил", "поднял", "увеличил", "упал", "снизил", "сократил")
_GROWN = 5  # tokens from the verb to «от 31 до 310»


class RangeReader:
    """Finds the upper ends of the numbers of one text; ``end`` is where a sentence ends."""

    def __init__(
        self,
        tokens: Tokens,
        numbers: NumberReader,
        units: Mapping[int, Hit],
        counted: Mapping[int, Hit],
        taken: set[int],
    ) -> None:
        self.tokens, self.low = tokens, tokens.low
        self.number, self.units, self.counted, self.taken = numbers, units, counted, taken

    def upper(self, number: Number, symbol: Hit | None, end: int) -> Number | None:
        """The upper end of a range: «2–3 млрд», «от 3 до 5 тыс.», «$900 млн – $1 млрд»."""
        low, at = self.low, number.last
        if at >= end:
            return None
        percent = self.units.get(at)
        if percent is not None and percent.entry.kind == "percent" and percent.last < end:
            at = percent.last  # «от 5% до 7%»
        else:
            percent = None
        if at + 1 >= end or (low[at] not in _DASHES and low[at] != "до"):
            return None
        again = self.units.get(at + 1) if symbol is not None else None
        if again is not None and again.entry.value == (symbol and symbol.entry.value):
            upper_at = again.last
        else:
            upper_at, again = at + 1, None
        if upper_at >= end or upper_at in self.taken:
            return None
        upper = self.number.read(upper_at)
        if upper is None or upper.form not in ("digits", "words"):
            return None
        unit = self.units.get(upper.last)
        same = unit is not None and unit.entry.kind in ("percent", "times")
        if percent is not None and not (same and unit is not None and unit.entry.kind == "percent"):
            return None
        if low[at] == "до":
            start = number.first if symbol is None else symbol.first
            led = low[max(0, start - 2) : start]
            return upper if "от" in led and not self._grew(start) else None
        if self.tokens.is_tight(at) or again is not None or same:
            return upper
        if upper.scale != 1:
            return upper if number.scale != 1 or number.form == "digits" else None
        # «5 – 10 проектов»; «всего 5 – 40 проектов отложено» are two numbers
        counted = upper.last in self.units or upper.last in self.counted
        near = 1 < number.value < upper.value <= 3 * number.value
        return upper if counted and near and number.form == upper.form else None

    def _grew(self, start: int) -> bool:
        """«вырос вдесятеро: от 31 до 310 тыс.»: two levels, of before and after."""
        led = self.low[max(0, start - _GROWN) : start]
        return any(word.startswith(_GREW) for word in led)

    def upper_times(self, number: Number, end: int) -> Number | None:
        """The upper end of «вдвое-втрое»."""
        at = number.last
        if at + 1 < end and self.low[at] in _DASHES and self.tokens.is_tight(at):
            upper = self.number.read(at + 1)
            if upper is not None and upper.form == "times" and upper.value > number.value:
                return upper
        return None

    def past_words(self, last: int, value: Decimal, end: int) -> int:
        """The token after «(пятнадцать)» where it repeats the figure: «15 (пятнадцать) постов»."""
        if self.tokens.word(last) != "(" or last + 1 >= end:
            return last
        again = self.number.read(last + 1)
        if again is None or again.value != value or self.tokens.word(again.last) != ")":
            return last
        return again.last + 1
