"""Numbers with their multipliers: the part of the grammar that digits and words share.

    number = digits | words | half | fraction;  scaled = number [«с половиной»] multiplier ...

«24 миллиарда 500 миллионов», «триста сорок три с половиной миллиона», «18500 тысяч», «полтора
миллиарда», «две тысячи триста», «пять целых три десятых», «девять десятых».
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kzcoop.language.digits import is_open, parse_digits
from kzcoop.language.record import Record
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit

_AND = {
    "половиной": Decimal("0.5"),
    "третью": Decimal("0.3333"),
    "четвертью": Decimal("0.25"),
}
MULTIPLIERS = frozenset({"multiplier", "hundreds"})
_UNDOTTED = frozenset({"млн", "млрд", "трлн", "мрлд"})  # no full stop is part of these
_ORDER = {"hundred": 3, "ten": 2, "teen": 1, "unit": 1}
_FEMININE = ("ая", "ой", "ую", "ою", "тья", "тьей", "тью", "тьею")
_PLURAL = ("ых", "ые", "ыми", "ым", "тьих", "тьи", "тьими", "тьим")
_ONE_FEMININE = frozenset("одна одну одной одною".split())
_PARTS = frozenset("часть части частью доля доли долю долей".split())
_WHOLE = frozenset("целых целая целой целую целыми".split())
_THOUSAND = Decimal(1000)
ROUGH = 2
_HUNDRED = Decimal(100)
_CURRENCIES = ("доллар", "евро", "рубл", "тенге", "юан")
_ONE = Decimal(1)
_ZERO = Decimal(0)
_PLACES = Decimal("1e-10")


@dataclass(slots=True)
class Number(Record):
    """A number at tokens [first, last): its value, and ``scale`` its largest multiplier or 1.

    ``form`` is digits, words, fraction, percent («20-процентный»), times («вдвое»), timesverb
    («удвоить»), ordinal, compound («5-летний», «ЭКСПО-2024») or unread («2.500»). ``post`` is 1
    where a hedge stood inside: «32 с лишним миллиона», ``ROUGH`` after its scale or unit:
    «миллионов двести».
    """

    first: int
    last: int
    value: Decimal
    scale: Decimal
    form: str
    post: int = 0


@dataclass(slots=True)
class Part(Record):
    """One unscaled number: value, next token, whether in digits, and how sure its value is.

    ``sure`` is 2 for a plain number, 1 where a multiplier must settle it («2.500 млн»), 0 where
    its marks leave it open.
    """

    value: Decimal
    last: int
    digits: bool
    sure: int


@cache
def amount(value: str) -> Decimal:
    """Return the value of a row of the table as a number."""
    return Decimal(value)


class ScaledReader:
    """The grammar of scaled numbers over one text; ``end`` is where its sentence ends."""

    def __init__(self, tokens: Tokens, numerals: Mapping[int, Hit]) -> None:
        self.tokens, self.numerals = tokens, numerals
        self.low, self.kind = tokens.low, tokens.kind
        self.end = 0

    def hit(self, index: int) -> Hit | None:
        """The numeral at a token of the sentence, or None."""
        return self.numerals.get(index) if index < self.end else None

    def word(self, index: int) -> str:
        """The token of the sentence at an index, or an empty string."""
        return self.low[index] if 0 <= index < self.end else ""

    def part(self, index: int) -> Part | None:
        """The unscaled number at a token: «24,5», «триста сорок три», «полтора»."""
        if index >= self.end:
            return None
        if self.kind[index] == "n":
            text = self.low[index]
            value = parse_digits(text)
            if value is None:
                return Part(_ZERO, index + 1, True, 0)
            vulgar = self.hit(index + 1)
            if vulgar is not None and vulgar.entry.kind == "vulgar":
                return Part(value + amount(vulgar.entry.value), vulgar.last, True, 2)
            spaced = self._spaced_decimal(index)
            if spaced is not None:
                return spaced
            return Part(value, index + 1, True, 1 if is_open(text) else 2)
        hit = self.numerals.get(index)
        if hit is None:
            return None
        kind = hit.entry.kind
        if kind == "half":
            return Part(amount(hit.entry.value), hit.last, False, 2)
        if kind not in _ORDER:
            return None
        value, at, order = _ZERO, index, 4
        while (hit := self.hit(at)) is not None:
            step = _ORDER.get(hit.entry.kind, 9)
            if step >= order or (hit.entry.kind == "teen" and order == 2):
                break  # «двадцать десять» are two numbers
            value += amount(hit.entry.value)
            order, at = step, hit.last
        return Part(value, at, False, 2)

    def _spaced_decimal(self, index: int) -> Part | None:
        """«101, 9 млн»: a blank slipped in behind the decimal comma."""
        low, kind = self.low, self.kind
        if index + 3 >= self.end or low[index + 1] != "," or kind[index + 2] != "n":
            return None
        following = self.hit(index + 3)
        if following is None or following.entry.kind != "multiplier":
            return None
        whole, rest = low[index], low[index + 2]
        start, end = self.tokens.start, self.tokens.end
        if not (whole.isdecimal() and rest.isdecimal() and len(whole) <= 3 and len(rest) <= 2):
            return None
        listed = index and low[index - 1] in (",", "и", "с", "до")
        if listed or start[index + 1] != end[index]:
            return None  # «5, 7, 9 млн» is a list
        return Part(Decimal(f"{whole}.{rest}"), index + 3, True, 2)

    def scaled(self, index: int, part: Part) -> Number:
        """The number that begins with a part, with its multipliers, each smaller than the last."""
        value, at, digits, sure = part.value, part.last, part.digits, part.sure
        total, scale, top, post = _ZERO, _ONE, _ONE, 0  # of «9 млн 800 тыс.» millions are the top
        form = "digits" if self.kind[index] == "n" else "words"
        while True:
            word = self.word(at)
            if word == "с" and (more := self._and_part(at)):
                value, at = value + more, at + 2
                word = self.word(at)
            if scale == 1 and not digits:
                share = self._share(index, value, at)
                if share is not None:
                    return share
                if word in _WHOLE:
                    value, at = self._decimal(value, at)
                elif word == "и":  # «четыре и три десятых миллиарда»
                    tenths, last = self._decimal(value, at)
                    scaled = self.hit(last)
                    if last != at and scaled is not None and scaled.entry.kind == "multiplier":
                        value, at = tenths, last
            inner = at
            if word == "с" and self.word(at + 1) in ("лишним", "небольшим"):
                inner = at + 2
            factor, here = self._factor(inner)
            if factor == 1:
                total += value
                break
            post = max(post, int(inner != at))
            total, scale, at, sure = total + value * factor, factor, here, sure and 2
            top = max(top, factor)
            if self.word(at) == "с" and (quarter := _AND.get(self.word(at + 1))):
                total, at = total + scale * quarter, at + 2  # «миллиард с четвертью»
                break
            following = self.part(at)
            if following is None or following.sure < 2:
                break
            if self._multiplied_on(following, scale, total):
                # «шесть тысяч пятьсот миллионов»: 6,500 of them
                value, digits, at = total + following.value, following.digits, following.last
                total, scale, top = _ZERO, _ONE, _ONE
                continue
            if self._left_out(following, scale):
                # «миллиард семьсот»: hundreds of the scale below
                total, at = total + following.value * scale / _THOUSAND, following.last
                break
            if not self._continues(following, at, scale):
                break
            value, digits, at = following.value, following.digits, following.last
        return Number(index, at, total, top, form if sure > 1 else "unread", post)

    def _and_part(self, at: int) -> Decimal:
        """What «с половиной», «с четвертью миллиардов» adds to the number before, or zero."""
        if self.word(at + 1) == "половиной":
            return _AND["половиной"]
        scaled = self.hit(at + 2)
        if scaled is None or scaled.entry.kind != "multiplier":
            return _ZERO
        return _AND.get(self.word(at + 1), _ZERO)

    def _factor(self, at: int) -> tuple[Decimal, int]:
        """The product of the multipliers at a token, and the token after them."""
        factor, last_step = _ONE, _ONE
        while (hit := self.hit(at)) is not None and hit.entry.kind in MULTIPLIERS:
            step = amount(hit.entry.value)
            if step <= last_step:
                break  # «пять тысяч миллиардов» grows; «миллион миллион» is no number
            factor, last_step, at = factor * step, step, hit.last
        if (
            factor != 1
            and at == self.end
            and self.low[at - 1] == "."
            and (self.low[at - 2] in _UNDOTTED)
        ):
            at -= 1  # «… 24 млрд.»: the full stop ends the sentence
        return factor, at

    def _multiplied_on(self, part: Part, scale: Decimal, total: Decimal) -> bool:
        """Whether thousands so far and a part are counted in a multiplier above a thousand."""
        hit = self.hit(part.last)
        return (
            hit is not None
            and hit.entry.kind == "multiplier"
            and amount(hit.entry.value) > scale
            and scale == _THOUSAND
            and total % _THOUSAND == 0
            and part.value < _THOUSAND
            and part.value % 1 == 0
        )

    def _continues(self, part: Part, at: int, scale: Decimal) -> bool:
        """Whether a number goes on: «24 млрд 500 млн», «две тысячи триста», «250 тыс. 300»."""
        hit = self.hit(part.last)
        if hit is not None and hit.entry.kind == "multiplier":
            return amount(hit.entry.value) < scale
        if scale != 1000 or hit is not None or part.value >= 1000 or part.value % 1:
            return False
        if not part.digits:
            return True
        counted = part.last < self.end and self.kind[part.last] == "w"
        return counted and len(self.low[at]) in (2, 3)

    def _left_out(self, part: Part, scale: Decimal) -> bool:
        """«оборот – миллиард семьсот», «два миллиона триста долларов»: no thousands are said."""
        if part.digits or scale < _THOUSAND**2 or not _HUNDRED <= part.value < _THOUSAND:
            return False
        after = self.word(part.last)
        return not after[:1].isalpha() or after.startswith(_CURRENCIES)

    # -- ordinals and fractions ------------------------------------------------------------------

    def ordinal(self, first: int, index: int, hit: Hit, before: Decimal) -> Number:
        """«двадцать пятое заседание»; «пятую часть» is a fraction."""
        value, part = amount(hit.entry.value) + before, self.word(hit.last)
        # «в третьей части доклада» is a place
        placed = part == "части" and first > 0 and self.low[first - 1] in ("в", "во")
        feminine = part in _PARTS and self.low[index].endswith(_FEMININE)
        if before == 0 and value >= 3 and feminine and not placed:
            return Number(first, hit.last + 1, (1 / value).quantize(_PLACES), _ONE, "fraction")
        return Number(first, hit.last, value, _ONE, "ordinal")

    def _share(self, index: int, value: Decimal, at: int) -> Number | None:
        """«две трети», «девять десятых», «одну четвёртую часть»; else «двадцать пятый», or None."""
        hit = self.hit(at)
        if hit is None or hit.entry.kind not in ("fraction", "ordinal") or value % 1:
            return None
        one = value == 1 and self.low[index] in _ONE_FEMININE
        whole = amount(hit.entry.value)
        if hit.entry.kind == "fraction":
            if not (one or value > 1):
                return None
            share = value * whole
        elif (
            (one or 1 < value < 100)
            and value < whole
            and whole >= (2 if one else 3)
            and self.low[at].endswith(_FEMININE if one else _PLURAL)
        ):
            share = (value / whole).quantize(_PLACES).normalize()
        else:
            return self.ordinal(index, at, hit, value) if value and value % 10 == 0 else None
        last = hit.last + 1 if one and self.word(hit.last) in _PARTS else hit.last
        return Number(index, last, share, _ONE, "fraction")

    def _decimal(self, value: Decimal, at: int) -> tuple[Decimal, int]:
        """«пять целых (и) три десятых»: the value and the token after it."""
        part = self.part(at + 2 if self.word(at + 1) == "и" else at + 1)
        hit = self.hit(part.last) if part is not None else None
        if part is not None and hit is not None and hit.entry.kind == "ordinal":
            whole = amount(hit.entry.value)
            if whole in (10, 100, 1000) and part.value < whole:
                return value + part.value / whole, hit.last
        return value, at
