"""What stands right before a number and changes how it is read: signs and prepositions.

«минус 12%», «(-12%)»    a fall; «Казахстан -25%»: a dash
«раза в два»             about twice; «сорок раз в неделю»: how often
«(+34)»                  how many more
"""

from __future__ import annotations

from collections.abc import Mapping

from kzcoop.language.numeral import Number
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.unit import KINDS

# «процентов десять», «тонн восемьсот»
_ROUGH = frozenset({"процентов", "тонн"})
_SOME = frozenset({"много", "несколько", "сколько", "столько"})
_MINUS = frozenset("−-–")
# between growth and by how many times: «разница – 1,4 раза»
_JOINED = [["–"], ["—"], ["составил"], ["составила"], ["составит"], ["достиг"], ["достигла"]]
_GROWTH = frozenset("увеличение разница рост роста прирост скачок подъем".split())


class BeforeReader:
    """Reads what stands before the numbers of one text.

    ``floor`` is the token after the quantity before, or where the sentence begins.
    """

    def __init__(self, tokens: Tokens, units: Mapping[int, Hit]) -> None:
        self.tokens, self.low, self.units = tokens, tokens.low, units

    def sign(self, first: int, kind: str, floor: int) -> tuple[int, int]:
        """First token with the sign, and the sign: «минус 12%», «(-12%)», «+12%»."""
        before = self.low[first - 1] if first > floor else ""
        if before in ("+", "плюс"):
            return first - 1, 1
        if before == "минус" and kind in ("percent", "bare", "money", "tonne"):
            return first - 1, -1
        if before in _MINUS and kind in ("percent", "ratio") and self.tokens.is_tight(first):
            opened = first < 2 or self.low[first - 2] in ("(", ",", ";", ":")
            if not opened and self._is_name(first - 2):
                return first, 1  # «Казахстан -25%, Беларусь -9%»: a dash
            if opened or not self.tokens.is_tight(first - 1):
                return first - 1, -1
        return first, 1

    def preposition(self, first: int, kind: str, floor: int) -> tuple[int, str, bool]:
        """First token with «на» or «в», kind, and whether the words are turned about.

        «раза в два», «процентов на 40»: the unit stands before, and the figure is a rough one.
        """
        before = self.low[first - 1] if first > floor else ""
        if kind == "percent":
            return first - (before in ("на", "в", "с")), kind, False
        if kind == "ratio":
            return first - (before == "в"), kind, False
        if kind == "bare" and before in ("на", "в") and first - 2 >= floor:
            named = self.units.get(first - 2)
            wanted = "percent" if before == "на" else "times"
            if named is not None and named.entry.kind == wanted and named.last == first - 1:
                return first - 2, KINDS.get(wanted, wanted), True
        if kind == "bare" and before in _ROUGH and self.low[first] not in _ROUGH:
            named = self.units.get(first - 1)
            if named is not None and self.tokens.word(first - 2) not in _SOME:
                return first - 1, KINDS.get(named.entry.kind, named.entry.kind), True
        return first, kind, False

    def is_frequency(self, number: Number, first: int, lead: int, done: int) -> bool:
        """Whether no «в» makes a ratio of «раз»: «в почти 2 раза» is one, «сорок раз» is none.

        ``lead`` is the first token of its hedge, ``done`` the token after the quantity before.
        """
        if self.low[first] == "в" or first < number.first:
            return False
        if self.tokens.word(first - 1) in ("и", "или") and self.tokens.word(first - 3) == "в":
            return False  # «в 2,5 и 3 раза»
        led = self.low[max(done, first - 8) : first]
        if led[-1:] in _JOINED and not _GROWTH.isdisjoint(led):
            return False  # «рост к предыдущему году – 1,4 раза», «рост составил 2,5 раза»
        return not (lead > done and self.low[lead - 1] == "в")

    def more_in_brackets(self, number: Number, floor: int) -> bool:
        """«торговля (+123 фирмы), строительство (+34)»: how many more."""
        opened = self.low[max(floor, number.first - 2) : number.first]
        return opened == ["(", "+"] and self.tokens.word(number.last) == ")"

    def _is_name(self, index: int) -> bool:
        """Whether a word has a capital that the beginning of a sentence does not explain."""
        tokens = self.tokens
        inner = index > 0 and tokens.sentence[index - 1] == tokens.sentence[index]
        return inner and tokens.clean[tokens.start[index]].isupper()
