"""Numbers in digits and in words.

«66 500», «24 млрд», «полтора миллиарда», «20-ти», «2/3»; «ЭКСПО-2024» and «5G» are names, «8-й»
an ordinal. A comma or a full stop before fewer or more than three digits is a decimal mark;
repeated groups of three are thousands. Nothing is guessed from the count of digits: «2.500»
without a multiplier stays unread.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kzcoop.language.digits import parse_digits
from kzcoop.language.morphology import is_genitive_plural
from kzcoop.language.scaled import (
    MULTIPLIERS,
    ROUGH,
    Number,
    Part,
    ScaledReader,
    amount,
)
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit

__all__ = ["Number", "NumberReader"]

_ONE = Decimal(1)
_ZERO = Decimal(0)
# «миллиард долларов» is one billion; «миллиарды долларов» is no number
_BARE = frozenset(
    "тысяча тысячу тысячей тысяче миллион миллиона миллиону миллионом миллионе миллиард миллиарда"
    " миллиарду миллиардом миллиарде триллион триллиона триллиону триллионом сотня сотню сотней"
    " десяток десятком дюжина дюжину".split()
)
# «миллионов двести долларов»; «десятки миллионов» are no number
_SCALES = frozenset({"миллиардов", "миллионов", "триллионов", "тысяч"})
_BETWEEN = frozenset({"в", "до", "на", "с"})
_UNCOUNTED = frozenset("десятки десятков много несколько сотен сотни сколько столько".split())
_THOUSAND = Decimal(1000)
_POSTS, _POSTS_NEAR = ("автопереход", "переход", "погран", "пост", "пункт"), 4
# «более тысячи машин», but «тысячи машин»
_BARE_GENITIVE = frozenset("тысячи сотни десятка дюжины".split())
_BEFORE_GENITIVE = frozenset(
    "более больше свыше сверх около порядка менее меньше чем до от с из почти выше ниже".split()
)
# after a digit: «20-ти», «2-х» are cardinals, «2-го», «8-й» ordinals
_CARDINAL_ENDINGS = frozenset("ти и х ми мя ю тью ух ех ем ум".split())
_FEMININE = ("у", "ю", ".", ",", ";")
_ADJECTIVES = (("миллиардн", 10**9), ("триллионн", 10**12), ("миллионн", 10**6), ("тысячн", 1000))
# «30-миллионный рубеж» is an amount, «30-миллионный пассажир» is not
_MARKS = ("рубеж", "отметк", "планк", "порог", "барьер", "товарооборот", "оборот", "контракт")
_THEM = frozenset({"которых", "них"})
_POSTS_TOLD = 25  # tokens from posts to «один из них»
_CODES = frozenset("usd eur kzt rub cny rmb gbp aed us teu teus bn mln mlrd".split())


class NumberReader(ScaledReader):
    """Reads the numbers of one text, each once; none reaches across the end of a sentence.

    ``digits`` are the tokens that are numbers in digits.

    Parameters
    ----------
    tokens
        The text.
    numerals
        Hits of the table ``numerals`` by first token.
    """

    def __init__(self, tokens: Tokens, numerals: Mapping[int, Hit]) -> None:
        super().__init__(tokens, numerals)
        self.digits = {index for index in tokens.figures if self.kind[index] == "n"}
        self._known: dict[int, Number | None] = {}

    def read(self, index: int) -> Number | None:
        """The number that begins at a token, the longest reading, or None."""
        known = self._known
        if index not in known:
            known[index] = self._read(index)
        return known[index]

    def _read(self, index: int) -> Number | None:
        self.end = self.tokens.bounds[self.tokens.sentence[index]][1]
        if self.kind[index] == "n":
            return self._digits(index)
        hit = self.numerals.get(index)
        if hit is None:
            return None
        kind = hit.entry.kind
        if kind == "idiom":
            some = self.word(hit.last - 1) == "из" and self._of_posts(hit.last)
            return Number(index, index + 1, _ONE, _ONE, "words") if some else None
        if kind == "group":
            if not is_genitive_plural(self.word(hit.last)):
                return None  # «вошёл в тройку»
            return Number(index, hit.last, amount(hit.entry.value), _ONE, "words")
        if kind in MULTIPLIERS:
            word = self.low[index]
            if word in _BARE or (
                word in _BARE_GENITIVE and index and self.low[index - 1] in _BEFORE_GENITIVE
            ):
                return self.scaled(index, Part(_ONE, index, False, 2))
            return self._inverted(index, hit)
        if kind in ("times", "timesverb", "percent", "fraction"):
            return Number(index, hit.last, amount(hit.entry.value), _ONE, kind)
        if kind == "ordinal":
            return self.ordinal(index, index, hit, _ZERO)
        if kind == "vulgar":
            return Number(index, hit.last, amount(hit.entry.value), _ONE, "fraction")
        if kind == "halfmult":
            value = amount(hit.entry.value)
            return Number(index, hit.last, value, value * 2, "words")
        if kind == "adjective":
            return self._adjective(index, hit.last, _ONE, amount(hit.entry.value))
        part = self.part(index)
        return self.scaled(index, part) if part is not None else None

    def _of_posts(self, index: int) -> bool:
        """Whether posts are counted after «один из»: «на одном из семи пунктов пропуска».

        Or before it: «семь постов, техника пришла только на один из них».
        """
        if self.word(index) in _THEM:
            told = self.low[max(0, index - _POSTS_TOLD) : index]
            return any(word.startswith(_POSTS) for word in told)
        if self.kind[min(index, self.end - 1)] != "n" and self.hit(index) is None:
            return False
        near = range(index + 1, min(index + _POSTS_NEAR, self.end))
        return any(self.low[i].startswith(_POSTS) for i in near)

    def _inverted(self, index: int, hit: Hit) -> Number | None:
        """«миллионов двести», «тысяч на триста»: the scale first makes a rough figure."""
        if self.low[index] not in _SCALES or self.word(index - 1) in _UNCOUNTED:
            return None
        at = hit.last + (self.word(hit.last) in _BETWEEN)
        part = self.part(at) if self.kind[min(at, self.end - 1)] == "w" else None
        if part is None or part.value >= _THOUSAND or self.hit(part.last) is not None:
            return None
        times = amount(hit.entry.value)
        return Number(index, part.last, part.value * times, times, "words", ROUGH)

    def _tight(self, index: int) -> bool:
        """Whether a token stands right after the one before."""
        return 0 < index < len(self.low) and self.tokens.start[index] == self.tokens.end[index - 1]

    def _digits(self, index: int) -> Number:
        before, after = self._tight(index), self._tight(index + 1)
        text = self.low[index]
        if text[0] in "+(" or "-" in text:
            return Number(index, index + 1, _ZERO, _ONE, "compound")  # a telephone
        if before and self._names(index):
            return Number(index, index + 1, _ZERO, _ONE, "compound")
        if after:
            following = self.low[index + 1]
            if following in ("-", "/") and self._tight(index + 2):
                if following == "/" and self.kind[index + 2] == "n":
                    return self._slash(index)
                if following == "-" and self.kind[index + 2] == "w":
                    return self._hyphen(index, self.low[index + 2])
            dot = following == "." and self._tight(index + 2)
            if self._is_latin(index + 1) or (dot and self._is_latin(index + 2)):
                return Number(index, index + 1, _ZERO, _ONE, "compound")  # «5G», «24.kz»
        return self._cardinal(index)

    def _cardinal(self, index: int) -> Number:
        part = self.part(index) or Part(_ZERO, index + 1, True, 0)
        return self.scaled(index, part)

    def _is_latin(self, index: int) -> bool:
        word = self.low[index]
        return word.isascii() and word.isalpha() and word not in _CODES

    def _names(self, index: int) -> bool:
        """Whether what digits are glued to is a name: «ЭКСПО-2024», «МТЗ-82», «G20», «М36»."""
        tokens, low = self.tokens, self.low
        before = tokens.clean[tokens.start[index - 1] : tokens.end[index - 1]]
        if before == "-":
            if not (index > 1 and self._tight(index - 1) and self.kind[index - 2] == "w"):
                return False
            # «импорт-310,9 млн»: a dash without its blanks
            following = self.hit(index + 1)
            scaled = following is not None and following.entry.kind == "multiplier"
            return not (scaled or self.word(index + 1) == "%" or "," in low[index])
        if self.kind[index - 1] != "w" or low[index - 1] in _CODES:
            return False
        return before.isascii() or (before.isupper() and len(before) <= 3)

    def _slash(self, index: int) -> Number:
        """«2/3 экспорта»; «24/7» and «1520/1435» are names."""
        upper, lower, last = self.low[index], self.low[index + 2], index + 3
        if upper.isdecimal() and lower.isdecimal() and len(upper) <= 2 and len(lower) <= 2:
            share, whole = int(upper), int(lower)
            chained = self._tight(last) and self.low[last] == "/"
            if 0 < share < whole <= 10 and not chained and not self.word(last).startswith("финал"):
                value = (Decimal(share) / whole).quantize(Decimal("1e-10"))
                return Number(index, last, value, _ONE, "fraction")
        return Number(index, last, _ZERO, _ONE, "compound")

    def _hyphen(self, index: int, word: str) -> Number:
        """«20-ти», «8-й», «5-летний», «20-процентный», «30-миллиардный», «1,5-кратный»."""
        last, value = index + 3, parse_digits(self.low[index])
        if value is None:
            return Number(index, last, _ZERO, _ONE, "unread")
        ranked = word == "ю" and self.word(last).endswith(_FEMININE)  # «12-ю строчку», not «5-ю»
        if word in _CARDINAL_ENDINGS and not ranked and not (1900 <= value <= 2100):
            hit = self.hit(last)
            if hit is not None and hit.entry.kind == "adjective":
                return self._adjective(index, hit.last, value, amount(hit.entry.value))
            return self.scaled(index, Part(value, last, True, 2))
        if word.startswith("процентн"):
            return Number(index, last, value, _ONE, "percent")
        if word.startswith("кратн"):
            return Number(index, last, value, _ONE, "times")
        for stem, scale in _ADJECTIVES:
            if word.startswith(stem):
                return self._adjective(index, last, value, Decimal(scale))
        return Number(index, last, value, _ONE, "ordinal" if len(word) <= 3 else "compound")

    def _adjective(self, index: int, last: int, value: Decimal, scale: Decimal) -> Number:
        """«30-миллиардный рубеж»: an amount; «миллионный пассажир»: the last of so many."""
        if scale >= 10**9 or self.word(last).startswith(_MARKS):
            unit = Decimal(10) ** (scale.adjusted() // 3 * 3)
            form = "digits" if self.kind[index] == "n" else "words"
            return Number(index, last, value * scale, unit, form)
        return Number(index, last, value * scale, _ONE, "ordinal")
