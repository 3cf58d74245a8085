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

_GROUPED = re.compile(r"\d{1,3}(?:[ '’]?\d{3})+(?:[.,]\d+)?$")
_SEPARATED = re.compile(r"[ '’]")
_REPEATED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+$")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?$")
_OPEN = re.compile(r"[1-9]\d{0,2}\.\d{3}$")  # «2.500»: two and a half, or two thousand five hundred
_LONGEST = 24  # characters: what is longer is a code or an account, not an amount
_MULTIPLIERS = frozenset({"multiplier", "hundreds"})
_ORDER = {"hundred": 3, "ten": 2, "teen": 1, "unit": 1}
# «миллиард долларов» is one billion; «миллиарды долларов» is no number
_BARE = frozenset(
    "тысяча тысячу тысячей тысяче миллион миллиона миллиону миллионом миллионе миллиард миллиарда"
    " миллиарду миллиардом миллиарде триллион триллиона триллиону триллионом сотня сотню сотней"
    " десяток десятком дюжина дюжину".split()
)
# «более тысячи машин», but «тысячи машин»
_BARE_GENITIVE = frozenset("тысячи сотни десятка дюжины".split())
_BEFORE_GENITIVE = frozenset(
    "более больше свыше сверх около порядка менее меньше чем до от с из почти выше ниже".split()
)
# after a digit: «20-ти», «2-х» are cardinals, «2-го», «8-й» ordinals
_CARDINAL_ENDINGS = frozenset("ти и х ми мя ю тью ух ех ем ум".split())
_ADJECTIVES = (("миллиардн", 10**9), ("триллионн", 10**12), ("миллионн", 10**6), ("тысячн", 1000))
# «30-миллионный рубеж» is an amount, «30-миллионный пассажир» is not
_MARKS = ("рубеж", "отметк", "планк", "порог", "барьер", "товарооборот", "оборот", "контракт")
_CODES = frozenset("usd eur kzt rub cny rmb gbp aed us teu teus bn mln mlrd".split())
_FEMININE = ("ая", "ой", "ую", "ою", "тья", "тьей", "тью", "тьею")
_PLURAL = ("ых", "ые", "ыми", "ым", "тьих", "тьи", "тьими", "тьим")
_ONE = frozenset("одна одну одной одною".split())
_PARTS = frozenset("часть части частью доля доли долю долей".split())
_WHOLE = frozenset("целых целая целой целую целыми".split())


@dataclass(frozen=True, slots=True)
class Number:
    """A number at tokens [first, last): its value, and ``scale`` its last multiplier or 1.

    ``form`` is digits, words, fraction, percent («20-процентный»), times («вдвое»), timesverb
    («удвоить»), ordinal, compound («5-летний», «ЭКСПО-2024») or unread («2.500»).
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
    if len(text) > _LONGEST:
        return None
    if _PLAIN.match(text):
        return Decimal(text.replace(",", "."))
    if _GROUPED.match(text):
        return Decimal(_SEPARATED.sub("", text).replace(",", "."))
    if _REPEATED.match(text):
        return Decimal(re.sub(r"[.,]", "", text))
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
    return _Reader(tokens, numerals).read(index)


class _Reader:
    """The grammar over one text."""

    def __init__(self, tokens: Tokens, numerals: Mapping[int, Hit]) -> None:
        self.tokens, self.numerals = tokens, numerals
        self.low, self.kind = tokens.low, tokens.kind

    def read(self, index: int) -> Number | None:
        if self.kind[index] == "n":
            return self._digits(index)
        hit = self.numerals.get(index)
        if hit is None:
            return None
        kind, value = hit.entry.kind, Decimal(hit.entry.value)
        if kind in ("times", "timesverb", "percent", "fraction"):
            return Number(index, hit.last, value, Decimal(1), kind)
        if kind == "vulgar":
            return Number(index, hit.last, value, Decimal(1), "fraction")
        if kind == "ordinal":
            return self._ordinal(index, index, hit, Decimal(0))
        if kind == "halfmult":
            return Number(index, hit.last, value, value * 2, "words")
        if kind == "adjective":
            return self._adjective(index, hit.last, Decimal(1), value)
        if kind in _MULTIPLIERS:
            bare = self.low[index] in _BARE or (
                self.low[index] in _BARE_GENITIVE
                and index > 0
                and self.low[index - 1] in _BEFORE_GENITIVE
            )
            return self._scaled(index, (Decimal(1), index, False, True)) if bare else None
        part = self._part(index)
        return self._scaled(index, part) if part is not None else None

    # -- digits --------------------------------------------------------------------------------

    def _tight(self, index: int) -> bool:
        """Whether a token stands right after the one before."""
        return 0 < index < len(self.low) and self.tokens.start[index] == self.tokens.end[index - 1]

    def _digits(self, index: int) -> Number | None:
        low, kind, one = self.low, self.kind, Decimal(1)
        after = low[index + 1] if index + 1 < len(low) else ""
        if self._is_name(index, after):
            return Number(index, index + 1, Decimal(0), one, "compound")
        if after in ("-", "/") and self._tight(index + 1) and self._tight(index + 2):
            if after == "/":
                return self._slash(index) if kind[index + 2] == "n" else self._amount(index)
            if kind[index + 2] == "w":
                return self._hyphen(index, low[index + 2])
        return self._amount(index)

    def _amount(self, index: int) -> Number | None:
        part = self._part(index)
        return self._scaled(index, part) if part is not None else None

    def _is_name(self, index: int, after: str) -> bool:
        """Whether digits are part of a name: «МТЗ-82», «G20», «5G», «24.kz», a telephone."""
        tokens, low = self.tokens, self.low
        if low[index][0] in "+(" or "-" in low[index]:
            return True
        if self._tight(index):
            before = tokens.clean[tokens.start[index - 1] : tokens.end[index - 1]]
            if (
                before == "-"
                and index > 1
                and self._tight(index - 1)
                and self.kind[index - 2] == "w"
            ):
                # «ЭКСПО-2024», but «импорт-310,9 млн»: a dash without its blanks
                following = self.numerals.get(index + 1)
                scaled = following is not None and following.entry.kind == "multiplier"
                return not (scaled or after == "%" or "," in low[index])
            if (
                self.kind[index - 1] == "w"
                and low[index - 1] not in _CODES
                and (before.isascii() or (before.isupper() and len(before) <= 3))
            ):
                return True
        if self._tight(index + 1):
            if after.isascii() and after.isalpha() and after not in _CODES:
                return True
            if after == "." and self._tight(index + 2):
                return low[index + 2].isascii() and low[index + 2].isalpha()
        return False

    def _slash(self, index: int) -> Number:
        """«2/3 экспорта»; «24/7» and «1520/1435» are names."""
        upper, lower = self.low[index], self.low[index + 2]
        last = index + 3
        if upper.isdecimal() and lower.isdecimal() and len(upper) <= 2 and len(lower) <= 2:
            share, whole = int(upper), int(lower)
            chained = last < len(self.low) and self.low[last] == "/" and self._tight(last)
            final = last < len(self.low) and self.low[last].startswith("финал")
            if 0 < share < whole <= 10 and not chained and not final:
                value = (Decimal(share) / whole).quantize(Decimal("1e-10"))
                return Number(index, last, value, Decimal(1), "fraction")
        return Number(index, last, Decimal(0), Decimal(1), "compound")

    def _hyphen(self, index: int, word: str) -> Number | None:
        """«20-ти», «8-й», «5-летний», «20-процентный», «30-миллиардный», «1,5-кратный»."""
        one, last = Decimal(1), index + 3
        value = parse_digits(self.low[index])
        if value is None:
            return Number(index, last, Decimal(0), one, "unread")
        if word in _CARDINAL_ENDINGS and not (1900 <= value <= 2100):
            hit = self.numerals.get(last)
            if hit is not None and hit.entry.kind == "adjective":
                return self._adjective(index, hit.last, value, Decimal(hit.entry.value))
            return self._scaled(index, (value, last, True, True))
        if word.startswith("процентн"):
            return Number(index, last, value, one, "percent")
        if word.startswith("кратн"):
            return Number(index, last, value, one, "times")
        for stem, scale in _ADJECTIVES:
            if word.startswith(stem):
                return self._adjective(index, last, value, Decimal(scale))
        return Number(index, last, value, one, "ordinal" if len(word) <= 3 else "compound")

    def _adjective(self, index: int, last: int, value: Decimal, scale: Decimal) -> Number:
        """«30-миллиардный рубеж»: an amount; «миллионный пассажир»: the last of so many."""
        following = self.low[last] if last < len(self.low) else ""
        if scale >= 10**9 or following.startswith(_MARKS):
            unit = Decimal(10) ** (scale.adjusted() // 3 * 3)
            form = "digits" if self.kind[index] == "n" else "words"
            return Number(index, last, value * scale, unit, form)
        return Number(index, last, value * scale, Decimal(1), "ordinal")

    # -- words ---------------------------------------------------------------------------------

    def _part(self, index: int) -> tuple[Decimal, int, bool, bool] | None:
        """One unscaled number: value, next token, whether in digits, whether it was readable."""
        if index >= len(self.low):
            return None
        if self.kind[index] == "n":
            text = self.low[index]
            value = parse_digits(text)
            if value is None:
                return Decimal(0), index + 1, True, False
            vulgar = self.numerals.get(index + 1)
            if vulgar is not None and vulgar.entry.kind == "vulgar":
                return value + Decimal(vulgar.entry.value), vulgar.last, True, True
            return value, index + 1, True, not _OPEN.match(text)
        hit = self.numerals.get(index)
        if hit is None:
            return None
        kind = hit.entry.kind
        if kind == "half":
            return Decimal(hit.entry.value), hit.last, False, True
        if kind not in _ORDER:
            return None
        value, at, order = Decimal(0), index, 4
        while (hit := self.numerals.get(at)) is not None:
            step = _ORDER.get(hit.entry.kind, 9)
            if step >= order or (hit.entry.kind == "teen" and order == 2):
                break  # «двадцать десять» are two numbers
            value += Decimal(hit.entry.value)
            order, at = step, hit.last
        return value, at, False, True

    def _ordinal(self, first: int, index: int, hit: Hit, before: Decimal) -> Number:
        """«двадцать пятое заседание»; «пятую часть» is a fraction."""
        value, last = Decimal(hit.entry.value) + before, hit.last
        word = self.low[index]
        if before == 0 and value >= 3 and word.endswith(_FEMININE) and last < len(self.low):
            part = self.low[last]
            located = first > 0 and self.low[first - 1] in ("в", "во") and part == "части"
            if part in _PARTS and not located:
                share = (1 / value).quantize(Decimal("1e-10"))
                return Number(first, last + 1, share, Decimal(1), "fraction")
        return Number(first, last, value, Decimal(1), "ordinal")

    def _fraction(self, index: int, value: Decimal, at: int, digits: bool) -> Number | None:
        """«две трети», «девять десятых», «одну четвёртую часть»."""
        hit = self.numerals.get(at)
        if hit is None or digits or value != int(value) or not 0 < value < 100:
            return None
        one = value == 1 and self.low[index] in _ONE
        if hit.entry.kind == "fraction" and (one or value > 1):
            share = value * Decimal(hit.entry.value)
        elif hit.entry.kind == "ordinal":
            whole = Decimal(hit.entry.value)
            endings = _FEMININE if one else _PLURAL
            if not (self.low[at].endswith(endings) and value < whole and (one or value > 1)):
                return None
            if whole < (2 if one else 3):
                return None
            share = (value / whole).quantize(Decimal("1e-10")).normalize()
        else:
            return None
        last = hit.last
        if one and last < len(self.low) and self.low[last] in _PARTS:
            last += 1
        return Number(index, last, share, Decimal(1), "fraction")

    def _decimal_words(self, value: Decimal, at: int) -> tuple[Decimal, int] | None:
        """«пять целых (и) три десятых»."""
        if self.low[at : at + 1] and self.low[at] in _WHOLE:
            here = at + 2 if self.low[at + 1 : at + 2] == ["и"] else at + 1
            part = self._part(here)
            hit = self.numerals.get(part[1]) if part is not None else None
            if part is not None and hit is not None and hit.entry.kind == "ordinal":
                whole = Decimal(hit.entry.value)
                if whole in (10, 100, 1000) and part[0] < whole:
                    return value + part[0] / whole, hit.last
        return None

    def _scaled(self, index: int, part: tuple[Decimal, int, bool, bool]) -> Number | None:
        """A number with its multipliers, each smaller than the one before."""
        low, numerals, sentence = self.low, self.numerals, self.tokens.sentence
        value, at, digits, readable = part
        total, scale, post = Decimal(0), Decimal(1), 0
        form = "digits" if digits or self.kind[index] == "n" else "words"
        while True:
            if low[at : at + 2] == ["с", "половиной"]:
                value, at = value + Decimal("0.5"), at + 2
            if scale == 1:
                following = numerals.get(at)
                if following is not None and not digits and following.entry.kind == "ordinal":
                    fraction = self._fraction(index, value, at, digits)
                    if fraction is not None:
                        return fraction
                    if value % 10 == 0 and value:
                        return self._ordinal(index, at, following, value)
                elif following is not None:
                    fraction = self._fraction(index, value, at, digits)
                    if fraction is not None:
                        return fraction
                elif (words := self._decimal_words(value, at)) is not None:
                    value, at = words
            inner = at + 2 if low[at : at + 2] in (["с", "лишним"], ["с", "небольшим"]) else at
            factor, last_step, here = Decimal(1), Decimal(1), inner
            while (hit := numerals.get(here)) is not None and hit.entry.kind in _MULTIPLIERS:
                step = Decimal(hit.entry.value)
                if step <= last_step:
                    break  # «пять тысяч миллиардов» grows; «миллион миллион» is no number
                factor, last_step, here = factor * step, step, hit.last
            if factor == 1:
                total += value
                break
            post = max(post, int(inner != at))
            total, scale, at, readable = total + value * factor, factor, here, True
            following_part = self._part(at)
            if following_part is None or sentence[following_part[1] - 1] != sentence[index]:
                break
            value, after, digits, ok = following_part
            if not ok or not self._continues(value, at, after, scale, digits):
                break
            at = after
        return Number(index, at, total, scale, form if readable else "unread", post)

    def _continues(self, value: Decimal, at: int, after: int, scale: Decimal, digits: bool) -> bool:
        """Whether a number goes on: «24 млрд 500 млн», «две тысячи триста», «250 тыс. 300»."""
        hit = self.numerals.get(after)
        if hit is not None and hit.entry.kind == "multiplier":
            return Decimal(hit.entry.value) < scale
        if scale != 1000 or value >= 1000 or value != int(value):
            return False
        if not digits:
            return hit is None
        whole = after < len(self.low) and self.kind[after] == "w" and len(self.low[at]) == 3
        return whole and hit is None
