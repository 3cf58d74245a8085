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
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Entry, Hit
from kzcoop.mentions.hedge import HedgeReader
from kzcoop.mentions.label import is_label
from kzcoop.mentions.unit import KINDS, Unit, UnitReader

_DASHES = frozenset("–—-")
_MINUS = frozenset("−-–")
_OWN_UNITS = {"percent": "percent", "ratio": "ratio", "bare": None, "name": None}
# units that an editor adds in brackets, and the tokens that may close them: «(долларов – ред.)»
_ADDED = frozenset({"money", "tonne", "teu", "wagon"})
_NOTE = 5
_CHAMPIONS = ("чемпион", "обладател", "победител", "призер", "рекордсмен", "лауреат")
_PLACE = frozenset({"место", "месте", "местом"})
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
        self.units, self.counted = units, counted
        self.unit = UnitReader(tokens, self.numerals, units, counted, taken)
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
            self.floor = max(self.done, start)
            quantity = self._quantity(number)
            found.append(quantity)
            self.done = max(quantity.last, index + 1)
        return found

    def _quantity(self, number: Number) -> Quantity:
        form = number.form
        if self._word(number.first - 1) in ("№", "#", "n"):
            return self._built(number, "name", "name")
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

    def _word(self, index: int) -> str:
        return self.low[index] if 0 <= index < len(self.low) else ""

    def _tight(self, index: int) -> bool:
        """Whether a token stands right after the one before."""
        return index > 0 and self.tokens.start[index] == self.tokens.end[index - 1]

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
        if self._word(number.last).startswith(_CHAMPIONS):
            return self._built(number, "out", "<times word>")
        quantity = self._built(number, "ratio", "<times word>")
        at = number.last
        if at + 1 < self.end and self.low[at] in _DASHES and self._tight(at):
            upper = self.number.read(at + 1)
            if upper is not None and upper.form == "times" and upper.value > number.value:
                return replace(
                    quantity, value_max=upper.value, last=upper.last, number_last=upper.last
                )
        return quantity

    def _fraction(self, number: Number) -> Quantity:
        """«на треть», «две трети»; «две десятых процента» is 0.2%."""
        low, last = self.low, number.last
        following, before = self._word(last), self.numerals.get(number.first - 1)
        half = before is not None and before.entry.kind == "ordinal"
        if following.startswith(_OF_TIME) or half:
            # «четверть века», «во второй половине года»
            return self._built(number, "out", "<fraction> <time>")
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
        upper = self._upper(number, symbol)
        if upper is not None:
            low_end = value * upper.scale if number.scale == 1 else value
            if upper.value > low_end:
                value, value_max, last, scale = low_end, upper.value, upper.last, upper.scale
                if first > self.floor and self.low[first - 1] == "от":
                    first -= 1
            elif number.scale == 1 != upper.scale and (
                self._tight(number.last) or self._word(number.last) == "до"
            ):
                return self._built(number, "unread", "unread")  # «от 900 до 1,2 млрд»: of what?
        number_last = last = self._past_words(last, value_max or value)
        hedge = self.hedge.after(last, self.end)
        unit = self.unit.after(hedge.last if hedge is not None else last, number, scale, self.end)
        kind, last = unit.kind, unit.last
        if kind == "bare":
            last = number_last
            added = self._added(number_last, scale)
            if added is not None:
                factor, unit = added
                value, scale = value * factor, scale * factor
                value_max = None if value_max is None else value_max * factor
                kind, last = unit.kind, unit.last
        if symbol is not None and kind in ("bare", "out", "count", "people", "freight", "vehicles"):
            kind, last = "money", number_last
            unit = Unit(kind, symbol.entry.value, None, last, "<currency sign> <number>")
        sign, inverted = 1, False
        before = self.low[first - 1] if first > self.floor else ""
        if before:
            first, sign = self._sign(first, kind, before)
            first, kind, inverted = self._preposition(first, kind)
        plus = kind == "count" and first == number.first - 1 and self.low[first] == "+"
        plus = plus or (kind == "bare" and self._more_in_brackets(number))
        if kind in ("bare", "count") and not plus and is_label(self.tokens, number, self.end):
            kind = "name"
        if kind == "out" and self._word(number_last) in _PLACE and number.form == "digits":
            return self._built(number, "ordinal", "ordinal")  # «занимает 3 место»
        qualifier, lead = self.hedge.before(first, kind, self.done)
        if kind == "ratio" and self._is_frequency(number, first, lead):
            kind = "out"  # «более сорока раз в неделю»
        if hedge is None:
            hedge = self.hedge.after(last, self.end)
        if number.post or hedge is not None:
            qualifier = "over"
        elif inverted:
            qualifier = "about"
        final = _OWN_UNITS.get(kind, unit.unit)
        return Quantity(
            first, last, number.first, number_last, kind, value, value_max, final, scale,
            unit.noun, qualifier, sign, lead, number.form, unit.rule,
        )  # fmt: skip

    def _added(self, at: int, scale: Decimal) -> tuple[Decimal, Unit] | None:
        """What an editor added to words spoken: «достичь 30 миллиардов (долларов – ред.)».

        The factor, where the brackets hold it too («68 (млн тонн)»), and the unit to the bracket.
        """
        if self._word(at) != "(":
            return None
        inside, factor = at + 1, Decimal(1)
        more = self.numerals.get(inside)
        if more is not None and more.entry.kind == "multiplier" and scale == 1:
            inside, factor = more.last, Decimal(more.entry.value)
        hit = self.units.get(inside)
        if hit is None or KINDS.get(hit.entry.kind, hit.entry.kind) not in _ADDED:
            return None
        close = next((i for i in range(hit.last, hit.last + _NOTE) if self._word(i) == ")"), None)
        if close is None or close >= self.end:
            return None
        kind = KINDS.get(hit.entry.kind, hit.entry.kind)
        return factor, Unit(kind, hit.entry.value, None, close + 1, f"<number> (<{kind}>)")

    def _more_in_brackets(self, number: Number) -> bool:
        """«торговля (+123 фирмы), строительство (+34)»: how many more."""
        opened = self.low[max(self.floor, number.first - 2) : number.first]
        return opened == ["(", "+"] and self._word(number.last) == ")"

    def _past_words(self, last: int, value: Decimal) -> int:
        """The token after «(пятнадцать)» where it repeats the figure: «15 (пятнадцать) постов»."""
        if self._word(last) != "(" or last + 1 >= self.end:
            return last
        again = self.number.read(last + 1)
        if again is None or again.value != value or self._word(again.last) != ")":
            return last
        return again.last + 1

    def _upper(self, number: Number, symbol: Hit | None) -> Number | None:
        """The upper end of a range: «2–3 млрд», «от 3 до 5 тыс.», «$900 млн – $1 млрд»."""
        low, at = self.low, number.last
        if at >= self.end:
            return None
        percent = self.units.get(at)
        if percent is not None and percent.entry.kind == "percent" and percent.last < self.end:
            at = percent.last  # «от 5% до 7%»
        else:
            percent = None
        if at + 1 >= self.end or (low[at] not in _DASHES and low[at] != "до"):
            return None
        again = self.units.get(at + 1) if symbol is not None else None
        if again is not None and again.entry.value == (symbol and symbol.entry.value):
            upper_at = again.last
        else:
            upper_at, again = at + 1, None
        if upper_at >= self.end or upper_at in self.taken:
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
            return upper if "от" in low[max(0, start - 2) : start] else None
        if self._tight(at) or again is not None or same:
            return upper
        if upper.scale != 1:
            return upper if number.scale != 1 or number.form == "digits" else None
        # «5 – 10 проектов»; «всего 5 – 40 проектов отложено» are two numbers
        counted = upper.last in self.units or upper.last in self.counted
        near = 1 < number.value < upper.value <= 3 * number.value
        return upper if counted and near and number.form == upper.form else None

    def _sign(self, first: int, kind: str, before: str) -> tuple[int, int]:
        """First token with the sign, and the sign: «минус 12%», «(-12%)», «+12%»."""
        if before in ("+", "плюс"):
            return first - 1, 1
        if before == "минус" and kind in ("percent", "bare", "money", "tonne"):
            return first - 1, -1
        if before in _MINUS and kind in ("percent", "ratio") and self._tight(first):
            opened = first < 2 or self.low[first - 2] in ("(", ",", ";", ":")
            if not opened and self._is_name(first - 2):
                return first, 1  # «Казахстан -25%, Беларусь -9%»: a dash
            if opened or not self._tight(first - 1):
                return first - 1, -1
        return first, 1

    def _is_name(self, index: int) -> bool:
        """Whether a word has a capital that the beginning of a sentence does not explain."""
        tokens = self.tokens
        inner = index > 0 and tokens.sentence[index - 1] == tokens.sentence[index]
        return inner and tokens.clean[tokens.start[index]].isupper()

    def _preposition(self, first: int, kind: str) -> tuple[int, str, bool]:
        """First token with «на» or «в», kind, and whether the words are turned about.

        «раза в два», «процентов на 40»: the unit stands before, and the figure is a rough one.
        """
        before = self.low[first - 1] if first > self.floor else ""
        if kind == "percent":
            return first - (before in ("на", "в", "с")), kind, False
        if kind == "ratio":
            return first - (before == "в"), kind, False
        if kind == "bare" and before in ("на", "в") and first - 2 >= self.floor:
            named = self.units.get(first - 2)
            wanted = "percent" if before == "на" else "times"
            if named is not None and named.entry.kind == wanted and named.last == first - 1:
                return first - 2, KINDS.get(wanted, wanted), True
        return first, kind, False

    def _is_frequency(self, number: Number, first: int, lead: int) -> bool:
        """Whether no «в» makes a ratio of «раз»: «в почти 2 раза» is one, «сорок раз» is none."""
        if self.low[first] == "в" or first < number.first:
            return False
        if self._word(first - 1) in ("и", "или") and self._word(first - 3) == "в":
            return False  # «в 2,5 и 3 раза»
        return not (lead > self.done and self.low[lead - 1] == "в")
