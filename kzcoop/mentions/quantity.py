"""Quantities: a number with its scale, unit, hedge and sign.

    «превысил $24 млрд»        money 24e9 USD over
    «на 34%»                   percent 34
    «почти в полтора раза»     ratio 1.5 under
    «11 тыс. рабочих мест»     count 11000 jobs
    «900 млн – 1 млрд»         a range; «с 1 до 2 млрд» are two numbers

A bare number («экспорт – 13,2») has no unit yet: the claim stage gives it one from its
neighbours or puts it into the residue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from kzcoop.language.numeral import Number, NumberReader
from kzcoop.language.scaled import ROUGH
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Entry, Hit
from kzcoop.mentions.hedge import HedgeReader
from kzcoop.mentions.label import is_label
from kzcoop.mentions.quantity_before import BeforeReader
from kzcoop.mentions.quantity_each import EachReader
from kzcoop.mentions.quantity_range import RangeReader
from kzcoop.mentions.unit import Unit, UnitReader

_HUNDRED = 100
_OWN_UNITS = {"percent": "percent", "ratio": "ratio", "bare": None, "name": None}
_CHAMPIONS = ("чемпион", "обладател", "победител", "призер", "рекордсмен", "лауреат")
_NUMBERED = frozenset({"№", "#", "n"})
_PLACE = frozenset({"место", "месте", "местом"})
_HOLDS = ("держ", "зан", "на", "удерж")  # «занимает 12 позицию», «поднялась на 8 строчку»
_LINE = frozenset({"позицию", "позицией", "строчку", "строчке", "строчкой"})
_OF_TIME = ("век", "час", "год", "дня", "пути", "финал", "столети", "срок", "суток", "месяц", "лет")


@dataclass(slots=True, eq=False)
class Quantity:
    """A quantity at tokens [first, last), with the number itself at [number_first, number_last).

    ``kind`` is money, percent, ratio, tonne, teu, wagon, vehicle (a day), count, people, freight
    (trains), vehicles, ordinal, bare, or out (what it counts is out of scope), name, unread.
    ``unit`` is None for a bare number. ``scale`` is the multiplier («млн»: 1e6). ``noun`` is the
    row of the counted noun. ``lead`` is the first token of its hedge. ``sign`` is -1 after
    «минус».
    """

    first: int
    last: int
    number_first: int
    number_last: int
    kind: str
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    scale: Decimal
    noun: Entry | None
    qualifier: str
    sign: int
    lead: int
    form: str
    rule: str


class QuantityReader:
    """Finds the quantities of one document outside its periods."""

    def __init__(
        self,
        tokens: Tokens,
        numbers: NumberReader,
        units: Mapping[int, Hit],
        counted: Mapping[int, Hit],
        hedges: Mapping[int, Hit],
        hedge_ends: Mapping[int, Hit],
        taken: set[int],
    ) -> None:
        self.tokens, self.low, self.kind = tokens, tokens.low, tokens.kind
        self.number, self.numerals = numbers, numbers.numerals
        self.units = units
        self.unit = UnitReader(tokens, self.numerals, units, counted, taken)
        self.range = RangeReader(tokens, numbers, units, counted, taken)
        self.before = BeforeReader(tokens, units)
        self.each = EachReader(tokens, numbers, counted)
        self.hedge = HedgeReader(tokens, units, hedges, hedge_ends)
        self.taken = taken
        self.done = 0  # the token after the last quantity found
        self.floor = 0  # the same, or where the sentence begins
        self.end = 0  # the token after the sentence

    def read(self) -> list[Quantity]:
        """Return the quantities in order; they do not overlap."""
        found: list[Quantity] = []
        taken, bounds, sentence = self.taken, self.tokens.bounds, self.tokens.sentence
        for index in sorted(self.number.digits.union(self.numerals)):
            if index < self.done or index in taken:
                continue
            number = self.number.read(index)
            if number is None:
                continue
            start, self.end = bounds[sentence[index]]
            self.floor = self.done if self.done > start else start
            quantity = self._quantity(number)
            found.append(quantity)
            self.done = quantity.last if quantity.last > index else index + 1
        return found

    def _quantity(self, number: Number) -> Quantity:
        form = number.form
        before = self.low[number.first - 1] if number.first else ""
        if before in _NUMBERED:
            return self._built(number, "name", "name")
        if self.each.is_whole(number):
            return self._built(number, "out", "<each so many>")
        number = self.each.part(number, self.end)
        form = number.form
        if before == "номер" and form == "words":
            return self._built(number, "ordinal", "ordinal")  # «партнёр номер один»
        if form == "timesverb":
            return self._built(number, "ratio", "<times verb>")
        if form == "times":
            return self._times(number)
        if form == "fraction":
            return self._fraction(number)
        if form == "percent":
            return self._built(number, "percent", "<percent adjective>")
        if form == "ordinal":
            return self._built(number, "ordinal", "ordinal")
        if form in ("compound", "unread"):
            kind = "name" if form == "compound" else "unread"
            return self._built(number, kind, kind)
        return self._measured(number)

    def _built(
        self,
        number: Number,
        kind: str,
        rule: str,
        value: Decimal | None = None,
        first: int | None = None,
        last: int | None = None,
    ) -> Quantity:
        """A quantity whose number says all; only figures have hedges."""
        unit = {"ratio": "ratio", "percent": "percent"}.get(kind)
        first = number.first if first is None else first
        qualifier, lead = "exact", first
        if unit is not None:
            qualifier, lead = self.hedge.before(first, kind, self.done)
        return Quantity(
            first, number.last if last is None else last, number.first, number.last, kind,
            number.value if value is None else value, None, unit, number.scale, None, qualifier, 1,
            lead, number.form, rule,
        )  # fmt: skip

    def _times(self, number: Number) -> Quantity:
        """«вдвое», «вдвое-втрое», «двукратный рост»; «двукратный чемпион» is no figure."""
        if self.tokens.word(number.last).startswith(_CHAMPIONS):
            return self._built(number, "out", "<times word>")
        quantity = self._built(number, "ratio", "<times word>")
        upper = self.range.upper_times(number, self.end)
        if upper is None:
            return quantity
        return replace(quantity, value_max=upper.value, last=upper.last, number_last=upper.last)

    def _fraction(self, number: Number) -> Quantity:
        """«на треть», «две трети»; «две десятых процента» is 0.2%."""
        low, last = self.low, number.last
        following, before = self.tokens.word(last), self.numerals.get(number.first - 1)
        half = before is not None and before.entry.kind == "ordinal"
        if following.startswith(_OF_TIME) or half:
            # «четверть века», «во второй половине года»
            return self._built(number, "out", "<fraction> <time>")
        scale = self.numerals.get(last)
        if scale is not None and scale.entry.kind == "multiplier" and scale.last <= self.end:
            # «четверть миллиарда долларов»
            times = Decimal(scale.entry.value)
            return self._measured(
                Number(number.first, scale.last, number.value * times, times, "words")
            )
        value = (number.value * 100).quantize(Decimal("0.0001")).normalize() + 0  # 50, not 5E+1
        percent = self.units.get(last) if last < self.end else None
        if percent is not None and percent.entry.kind == "percent":
            value, last = number.value, percent.last
        first = number.first
        if first > self.floor and low[first - 1] in ("на", "в"):
            first -= 1
        return self._built(number, "percent", "<fraction word>", value, first, last)

    # -- a number with its range, unit and sign --------------------------------------------------

    def _measured(self, number: Number) -> Quantity:
        symbol = self.unit.symbol_before(number.first, self.floor)
        first = number.first if symbol is None else symbol.first
        value, value_max = number.value, None
        last, scale = number.last, number.scale
        upper = self.range.upper(number, symbol, self.end)
        if upper is not None:
            low_end = value * upper.scale if number.scale == 1 else value
            if upper.value > low_end:
                value, value_max, last, scale = low_end, upper.value, upper.last, upper.scale
                if first > self.floor and self.low[first - 1] == "от":
                    first -= 1
            elif number.scale == 1 != upper.scale and (
                self.tokens.is_tight(number.last) or self.tokens.word(number.last) == "до"
            ):
                return self._built(number, "unread", "unread")  # «от 900 до 1,2 млрд»: of what?
        number_last = last = self.range.past_words(last, value_max or value, self.end)
        hedge = self.hedge.after(last, self.end)
        unit = self.unit.after(hedge.last if hedge is not None else last, number, scale, self.end)
        kind, last = unit.kind, unit.last
        if kind == "bare":
            last = number_last
            added = self.unit.added(number_last, scale, self.end)
            if added is not None:
                factor, unit = added
                value, scale = value * factor, scale * factor
                value_max = None if value_max is None else value_max * factor
                kind, last = unit.kind, unit.last
        if kind == "bare" and scale == _HUNDRED:
            scale = Decimal(1)  # «пока 43 млрд, зато впереди сотня»: of what the text measures
        if symbol is not None and kind in ("bare", "out", "count", "people", "freight", "vehicles"):
            kind, last = "money", number_last
            unit = Unit(kind, symbol.entry.value, None, last, "<currency sign> <number>")
        sign, inverted = 1, False
        if first > self.floor:
            first, sign = self.before.sign(first, kind, self.floor)
            first, kind, inverted = self.before.preposition(first, kind, self.floor)
        plus = kind == "count" and first == number.first - 1 and self.low[first] == "+"
        plus = plus or (kind == "bare" and self.before.more_in_brackets(number, self.floor))
        if kind in ("bare", "count") and not plus and is_label(self.tokens, number, self.end):
            kind = "name"
        if number.form == "digits":
            placed = self.tokens.word(number_last)
            # «занимает 3 место», «на 12 позицию»; «21 позицию» may count goods
            if (kind == "out" and placed in _PLACE) or (
                placed in _LINE
                and value % 10 != 1
                and self.tokens.word(number.first - 1).startswith(_HOLDS)
            ):
                return self._built(number, "ordinal", "ordinal")
        qualifier, lead = self.hedge.before(first, kind, self.done)
        if kind == "ratio" and self.before.is_frequency(number, first, lead, self.done):
            kind = "out"  # «более сорока раз в неделю»
        if hedge is None:
            hedge = self.hedge.after(last, self.end)
        if hedge is not None:
            qualifier = hedge.entry.value
        elif number.post == 1:
            qualifier = "over"
        elif inverted or number.post == ROUGH:
            qualifier = "about"
        final = _OWN_UNITS.get(kind, unit.unit)
        if kind == "tonne" and final is None:
            final = "tonne"  # «тонн восемьсот»
        return Quantity(
            first, last, number.first, number_last, kind, value, value_max, final, scale,
            unit.noun, qualifier, sign, lead, number.form, unit.rule,
        )  # fmt: skip
