"""What stands beside a number: a currency, a unit, a counted noun.

    «24 млрд долларов США», «$24 млрд», «800 машин в сутки», «60 её новых компаний»

Which nouns count, and which are out of scope, stands in the tables ``units`` and ``counted``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kzcoop.language.numeral import Number
from kzcoop.language.record import Record
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Entry, Hit
from kzcoop.mentions.hedge import ADJECTIVE_ENDINGS

SYMBOLS = frozenset({"sign", "code"})
_MODIFIERS = frozenset("ее его их из".split())
_ADVERBS = frozenset("вновь давно ныне недавно полностью ранее уже".split())
_BY_WHOM = ("ами", "ями")  # «37 построенных итальянцами производств»
_MAX_GAP = 5
_LONG_GAP = 9  # with a participle and its words between
_PARTICIPLE = re.compile(
    r"(?:[а-я]{3,}(?:нн|вш|ющ|ащ|ущ|ящ|им|ем|т)|совместн|общ)(?:ые|ие|ых|их)(?:ся)?$"
)
_PREPOSITIONS = frozenset("в во для за из к ко на по при с со у".split())
_AMBIGUOUS = frozenset("дом м пост ц".split())  # «5 м», but «5 млн м» is no length
_MILLION = 1_000_000  # from which on no states are counted: «планку в 6 млрд страны взяли»
# units that an adjective may part from the number: «5 тысяч грузовых вагонов»
_MODIFIED = frozenset({"currency", "tonne", "teu", "wagon"})
KINDS = {"currency": "money", "sign": "money", "code": "money", "times": "ratio"}
# units that an editor adds in brackets, and the tokens that may close them: «(долларов – ред.)»
_ADDED = frozenset({"money", "tonne", "teu", "wagon"})
_NOTE = 5
_OWN_KINDS = frozenset({"people", "freight", "vehicles", "pieces", "out"})
# «т.е.», «т.д.», «т.п.», «т.ч.», «т.к.», «т.н.», «т.о.»: no tonnes
_NOT_TONNES = frozenset("е д п ч к н о".split())


@dataclass(slots=True)
class Unit(Record):
    """What stands after a number: kind, unit, counted noun, next token, name of the rule."""

    kind: str
    unit: str | None
    noun: Entry | None
    last: int
    rule: str


class UnitReader:
    """Finds what the numbers of one text measure or count."""

    def __init__(
        self,
        tokens: Tokens,
        numerals: Mapping[int, Hit],
        units: Mapping[int, Hit],
        counted: Mapping[int, Hit],
        taken: set[int],
    ) -> None:
        self.low, self.kind = tokens.low, tokens.kind
        self.numerals, self.units, self.counted, self.taken = numerals, units, counted, taken

    def symbol_before(self, at: int, done: int) -> Hit | None:
        """A currency sign or code right before a number: «$24 млрд», «US$ 24», «USD 24»."""
        units = self.units
        for first in range(at - 1, at - 5 if at - 5 >= done else done - 1, -1):
            hit = units.get(first)
            if hit is not None and hit.last == at and hit.entry.kind in SYMBOLS:
                wider = units.get(first - 1)
                return wider if wider is not None and wider.last == at else hit
        return None

    def after(self, at: int, number: Number, scale: Decimal, end: int) -> Unit:
        """What a number measures or counts, past up to five modifiers: «60 её новых компаний»."""
        low, none = self.low, Unit("bare", None, None, at, "<number>")
        if scale != 1 and at + 1 < end and low[at] == "." and at + 1 in self.units:
            at += 1  # «665 миллиардов. тенге»
        inserted = self._participle(at, end)
        far = at + (_LONG_GAP if inserted else _MAX_GAP)
        for here in range(at, far if far < end else end):
            if here in self.taken:
                if inserted:
                    continue  # «15 построенных за год заводов»
                return none
            hit = self.units.get(here)
            if hit is not None and hit.last <= end:
                sort = hit.entry.kind
                if (here == at or sort in _MODIFIED) and sort != "perday":
                    if low[here] == "т" and self._abbreviates(hit.last):
                        return none
                    kind = KINDS.get(sort, sort)
                    last = self._per_day(hit.last, end) if sort == "wagon" else hit.last
                    return Unit(kind, hit.entry.value, None, last, f"<number> <{kind}>")
            counted = self.counted.get(here)
            if (
                counted is not None
                and here not in self.numerals
                and counted.last <= end
                and not (low[here] in _AMBIGUOUS and scale != 1)
                and not (counted.entry.id == "state" and scale >= _MILLION)
            ):
                return self._counted(counted, number, end)
            if self.kind[here] != "w" or here in self.numerals:
                return none
            if not (inserted or self._modifies(here, at)):
                return none
        return none

    def added(self, at: int, scale: Decimal, end: int) -> tuple[Decimal, Unit] | None:
        """What an editor added to words spoken: «достичь 30 миллиардов (долларов – ред.)».

        The factor, where the brackets hold it too («68 (млн тонн)»), and the unit to the bracket.
        """
        if self.low[at : at + 1] != ["("]:
            return None
        inside, factor = at + 1, Decimal(1)
        more = self.numerals.get(inside)
        if more is not None and more.entry.kind == "multiplier" and scale == 1:
            inside, factor = more.last, Decimal(more.entry.value)
        hit = self.units.get(inside)
        if hit is None or KINDS.get(hit.entry.kind, hit.entry.kind) not in _ADDED:
            return None
        close = next(
            (i for i in range(hit.last, hit.last + _NOTE) if self.low[i : i + 1] == [")"]), None
        )
        if close is None or close >= end:
            return None
        if any(self.kind[i] == "n" or i in self.numerals for i in range(hit.last, close)):
            return None  # «в работе 45 ($16 млрд)»: an amount of its own
        kind = KINDS.get(hit.entry.kind, hit.entry.kind)
        return factor, Unit(kind, hit.entry.value, None, close + 1, f"<number> (<{kind}>)")

    def _participle(self, at: int, end: int) -> bool:
        """Whether a participle with words of its own follows: «260 созданных с ним компаний»."""
        return (
            at + 1 < end
            and _PARTICIPLE.search(self.low[at]) is not None
            and (self.low[at + 1] in _PREPOSITIONS or self.low[at + 1].endswith(_BY_WHOM))
        )

    def _modifies(self, index: int, first: int) -> bool:
        """Whether a word may stand between a number and its noun, ``first`` being the first."""
        word = self.low[index]
        if word == "и":  # «45 перспективных и готовых проектов», not «два миллиарда и проекты»
            return index > first and self.low[index - 1].endswith(ADJECTIVE_ENDINGS)
        if word in _ADVERBS:  # «37 уже запущенных предприятий»
            return any(w.endswith(ADJECTIVE_ENDINGS) for w in self.low[index + 1 : index + 2])
        return word.endswith(ADJECTIVE_ENDINGS) or word in _MODIFIERS

    def _abbreviates(self, at: int) -> bool:
        """Whether «т» begins «т.д.», «т.ч.» and the like, the token after it being ``at``."""
        following = self.low[at : at + 2]
        return len(following) == 2 and following[0] == "." and following[1] in _NOT_TONNES

    def _counted(self, hit: Hit, number: Number, end: int) -> Unit:
        noun, rule = hit.entry, f"<number> <{hit.entry.id}>"
        if noun.kind in ("freight", "vehicles") and number.value == 1 and number.form == "words":
            return Unit("out", "count", noun, hit.last, rule)  # «одному поезду в неделю»
        if noun.kind == "freight":
            return Unit("freight", "count", noun, self._per_day(hit.last, end), rule)
        if noun.kind == "vehicles":
            last = self._per_day(hit.last, end)
            if last > hit.last:
                return Unit("vehicle", "vehicle/day", None, last, "<number> <vehicles a day>")
        kind = "out" if noun.kind == "time" else noun.kind if noun.kind in _OWN_KINDS else "count"
        return Unit(kind, "count", noun, hit.last, rule)

    def _per_day(self, at: int, end: int) -> int:
        hit = self.units.get(at)
        if hit is not None and hit.entry.kind == "perday" and hit.last <= end:
            return hit.last
        return at
