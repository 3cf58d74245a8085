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

from kzcoop.language.numeral import Number, read_number
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Entry, Hit

_DASHES = frozenset("–—-")
_BOUNDARY = frozenset(".;:!?»«()\"")
# «26 завершённых проектах»: what may stand between a number and what it counts
_MODIFIER_ENDINGS = (
    "ых", "их", "ого", "его", "ым", "им", "ыми", "ими", "ый", "ий", "ое", "ее", "ая", "яя", "ую",
    "юю", "ой", "ей", "ые", "ие", "ному", "ому", "ему", "ном", "щем", "ском", "вом",
)  # fmt: skip
_MODIFIERS = frozenset("ее его их из на с с/х сельхоз и единиц новых млн млрд".split())
_MAX_GAP = 5
_ADJECTIVE = ("ых", "ого", "ому", "ным", "ном", "ная", "ной", "ную", "ное", "ные", "ный", "ыми")
_COMPARISONS = frozenset({"больше", "меньше", "выше", "ниже"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at tokens [first, last), with the number itself at [number_first, number_last).

    ``kind`` is money, percent, ratio, tonne, teu, wagon, vehicle, count, rank, bare, or out (what
    it counts is out of scope), name, unread. ``unit`` is None for a bare number. ``scale`` is the
    multiplier («млн»: 1e6). ``noun`` is the row of the counted noun. ``lead`` is the first token
    of its hedge. ``sign`` is -1 after «минус».
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
        numerals: Mapping[int, Hit],
        units: Mapping[int, Hit],
        counted: Mapping[int, Hit],
        hedges: Mapping[int, Hit],
        hedge_ends: Mapping[int, Hit],
        taken: set[int],
    ) -> None:
        self.tokens, self.low, self.kind = tokens, tokens.low, tokens.kind
        self.numerals, self.units, self.counted = numerals, units, counted
        self.hedges, self.hedge_ends, self.taken = hedges, hedge_ends, taken

    def read(self) -> list[Quantity]:
        """Return the quantities in order; they do not overlap."""
        found: list[Quantity] = []
        index, total = 0, len(self.low)
        while index < total:
            if (self.kind[index] != "n" and index not in self.numerals) or index in self.taken:
                index += 1
                continue
            quantity = self._at(index)
            if quantity is None:
                index += 1
                continue
            found.append(quantity)
            index = max(quantity.last, index + 1)
        return found

    # -- the number, its range and unit --------------------------------------------------------

    def _at(self, index: int) -> Quantity | None:
        number = read_number(self.tokens, index, self.numerals)
        if number is None:
            return None
        if number.form in ("times", "timesverb"):
            return self._ratio(number)
        if number.form == "fraction":
            return self._fraction(number)
        if number.form == "ordinal":
            return self._plain(number, "ordinal", None)
        if number.form in ("compound", "unread"):
            return self._plain(number, "name" if number.form == "compound" else "unread", None)
        if index and self.low[index - 1] in ("№", "#", "n"):
            return self._plain(number, "name", None)
        return self._measured(number)

    def _plain(self, number: Number, kind: str, unit: str | None) -> Quantity:
        return Quantity(
            number.first, number.last, number.first, number.last, kind, number.value, None, unit,
            number.scale, None, "exact", 1, number.first, number.form, kind,
        )  # fmt: skip

    def _ratio(self, number: Number) -> Quantity:
        quantity = replace(self._plain(number, "ratio", "ratio"), rule="<times adverb>")
        return self._hedged(quantity)

    def _fraction(self, number: Number) -> Quantity:
        quantity = self._plain(number, "percent", "percent")
        value = (number.value * 100).quantize(Decimal("0.0001")).normalize()
        first = number.first
        if first and self.low[first - 1] in ("на", "в"):
            first -= 1
        quantity = replace(quantity, value=value, first=first, rule="<fraction word>")
        return self._hedged(quantity)

    def _measured(self, number: Number) -> Quantity | None:
        low = self.low
        value, value_max = number.value, None
        last, scale = number.last, number.scale
        upper = self._upper(number)
        if upper is not None:
            value_max = upper.value
            if number.scale == 1 and upper.scale != 1:
                value *= upper.scale
            last, scale = upper.last, upper.scale
            if value_max <= value:
                value_max, last, scale = None, number.last, number.scale
                value = number.value
        number_last = last
        hedge_after = self._post(last)
        unit_at = last if hedge_after is None else hedge_after.last
        if low[unit_at : unit_at + 1] == ["«"] and hedge_after is not None:
            unit_at += 1
        hit = self.units.get(unit_at)
        if hit is not None and self.tokens.sentence[unit_at] != self.tokens.sentence[number.first]:
            hit = None
        bracket = low[unit_at : unit_at + 1] == ["("] and False
        kind, unit, noun = "bare", None, None
        rule = "<number>"
        if hit is not None and hit.entry.kind != "sign" and not bracket:
            unit, last = hit.entry.value, hit.last
            kind = {"currency": "money", "times": "ratio"}.get(hit.entry.kind, hit.entry.kind)
            rule = f"<number> <{kind}>"
            if low[unit_at] in ("т", "м") and low[last : last + 1] == ["."] and scale == 1:
                kind, unit, last = "bare", None, number_last
        elif hit is not None and hit.entry.kind == "sign":
            # «24 млрд $»
            unit, last, kind, rule = hit.entry.value, hit.last, "money", "<number> <currency sign>"
        else:
            noun_hit = self._noun(unit_at, number)
            if noun_hit is not None:
                noun, last = noun_hit.entry, noun_hit.last
                kind = {"out": "out", "time": "out", "people": "people"}.get(noun.kind, "count")
                unit, rule = "count", f"<number> <{noun.id}>"
                if noun.kind == "freight" or noun.kind == "vehicles":
                    kind = noun.kind
        first = number.first
        sign = 1
        before = self.units.get(first - 1)
        if first and before is not None and before.entry.kind == "sign" and kind in ("bare", "out", "count", "people"):
            unit, kind, rule = before.entry.value, "money", "<currency sign> <number>"
            last, noun = (number_last, None)
            first -= 1
        elif first >= 2 and (pair := self.units.get(first - 2)) is not None and pair.last == first:
            if pair.entry.kind == "sign":  # «US$1,4 млрд»
                unit, kind, rule, first = pair.entry.value, "money", "<currency sign> <number>", first - 2
                last, noun = number_last, None
        if first and low[first - 1] in ("минус", "−", "-", "–") and kind in ("percent", "bare"):
            adjacent = self.tokens.start[first] == self.tokens.end[first - 1]
            if low[first - 1] == "минус":
                sign, first = -1, first - 1
            elif adjacent and kind == "percent" and (first < 2 or low[first - 2] in "(,;:" or self._gap(first - 1)):
                sign, first = -1, first - 1
        elif first and low[first - 1] == "+":
            first -= 1
        if kind == "ratio" and first and low[first - 1] == "в":
            first -= 1
        elif kind == "ratio" and low[first] != "в" and hit is not None and hit.entry.kind == "times":
            if self._hedged_in(first) is None:
                kind, unit = "out", None  # «более сорока раз в неделю»
        elif kind == "percent" and first and low[first - 1] in ("на", "в", "с"):
            first -= 1
        quantity = Quantity(
            first, last, number.first, number_last, kind, value, value_max, unit, scale, noun,
            "exact", sign, first, number.form, rule,
        )  # fmt: skip
        if number.post or hedge_after is not None:
            return replace(self._hedged(quantity), qualifier="over")
        return self._hedged(quantity)

    def _gap(self, index: int) -> bool:
        """Whether white space stands before a token."""
        return index == 0 or self.tokens.start[index] > self.tokens.end[index - 1]

    def _hedged_in(self, first: int) -> int | None:
        """Index of «в» before hedges: «в почти 2 раза»."""
        for back in range(first - 1, max(-1, first - 4), -1):
            if self.low[back] == "в":
                return back
        return None

    def _upper(self, number: Number) -> Number | None:
        """The upper end of a range: «2–3 млрд», «от 3 до 5 тыс.», «900 млн – 1 млрд»."""
        low, at = self.low, number.last
        if at + 1 >= len(low):
            return None
        if low[at] in _DASHES:
            tight = self.tokens.start[at] == self.tokens.end[at - 1]
            upper = read_number(self.tokens, at + 1, self.numerals)
            if upper is None or upper.form not in ("digits", "words") or at + 1 in self.taken:
                return None
            if tight or (upper.scale != 1 and (number.scale != 1 or number.form == "digits")):
                return upper
            return None
        if low[at] == "до":
            before = low[max(0, number.first - 2) : number.first]
            if "от" in before:
                upper = read_number(self.tokens, at + 1, self.numerals)
                if upper is not None and upper.form in ("digits", "words"):
                    return upper
        return None

    def _post(self, at: int) -> Hit | None:
        hit = self.hedges.get(at)
        if hit is None or hit.entry.kind != "post":
            return None
        following = hit.last
        if following < len(self.low) and (self.kind[following] == "n" or following in self.units):
            return None  # «$558 млн и более $351 млн»: the hedge of the next figure
        return hit

    def _noun(self, at: int, number: Number) -> Hit | None:
        """What a number counts, past up to five modifiers: «шестидесяти её компаний»."""
        low, total = self.low, len(self.low)
        sentence = self.tokens.sentence[number.first]
        for gap in range(_MAX_GAP):
            here = at + gap
            if here >= total or self.tokens.sentence[here] != sentence:
                return None
            hit = self.counted.get(here)
            if here in self.taken:
                return None
            if hit is not None and hit.last - here == 1 and low[here].endswith(_ADJECTIVE):
                hit = None  # «39 автомобильных пунктов» counts no cars
            if hit is not None and here not in self.numerals:
                ambiguous = low[here] in ("дом", "м", "пост", "ц")
                if not (ambiguous and number.scale != 1):
                    return hit
            token = low[here]
            if self.kind[here] != "w" or here in self.numerals:
                return None
            if not (token.endswith(_MODIFIER_ENDINGS) or token in _MODIFIERS):
                return None
        return None

    # -- the hedge ------------------------------------------------------------------------------

    def _hedged(self, quantity: Quantity) -> Quantity:
        """The quantity with the hedge that stands before it, past small words."""
        at, low = quantity.first, self.low
        sentence = self.tokens.sentence[quantity.number_first]
        qualifier, lead, skipped = quantity.qualifier, quantity.first, 0
        ends = self.hedge_ends
        while at > 0 and self.tokens.sentence[at - 1] == sentence and skipped < 4:
            hit = ends.get(at)
            if hit is None:
                sign = self.units.get(at - 1)
                if sign is not None and sign.entry.kind == "sign":
                    at -= 1
                    continue
                if low[at - 1] in _BOUNDARY or low[at - 1] == ",":
                    break
                token = low[at - 1]
                if self.kind[at - 1] == "w" and token.endswith(_MODIFIER_ENDINGS) and skipped < 2:
                    at, skipped = at - 1, skipped + 1
                    continue
                break
            kind = hit.entry.kind
            if kind == "filler":
                at, skipped = hit.first, skipped + 1
                continue
            if kind == "post":
                break
            if kind == "verb" and quantity.kind == "percent" and low[quantity.first] == "на":
                break  # «превысил на 5%»
            if hit.entry.value == "over" and low[hit.first] == "от":
                break
            if low[hit.first] in _COMPARISONS and quantity.kind in ("percent", "ratio"):
                break  # «меньше на 32%»
            if low[hit.first] in _COMPARISONS and hit.first and (
                low[hit.first - 1] == "%" or low[hit.first - 1].startswith(("процент", "раз", "проц"))
            ):
                break  # «на 31% больше прошлогодних 250 тыс.»
            qualifier, lead = hit.entry.value, hit.first
            break
        if qualifier == "exact" and quantity.kind in ("percent", "ratio") and lead == quantity.first:
            # «более чем на 34%», «на почти 34%» are met above; «на 8,1% меньше» is no hedge
            pass
        return replace(quantity, qualifier=qualifier, lead=lead)
