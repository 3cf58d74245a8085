"""What the rules of periods read: words, years and references to years at a token."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from kzcoop.language.numeral import Number, NumberReader
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.calendar import Clock, Months, iso

DASHES = frozenset("–—-−")
_ORDINAL_SUFFIX = frozenset("й го м му ый ом ого ому ой".split())
_BEFORE_YEAR = frozenset("в за на с по от со во из против чем и к ко до ( год г".split())
_AFTER_YEAR = frozenset(". , ; : ) – — ! ? » в за на с по от со во из против чем и к до".split())
# «с 1994 более 9 млрд долларов»
_HEDGED_AFTER = frozenset("более менее около порядка почти примерно свыше $ €".split())
_ROWS = frozenset(": , ; ( и".split())
_IN = frozenset({"в", "за"})
# what a count is never followed by: «в 2019 экспорт вырос»
_SUBJECTS = frozenset(
    "будет ввоз вывоз казахстан китай мы объем оборот он она они планируется поставки республика "
    "россия страна страны товарооборот транзит узбекистан экспорт импорт эта этот".split()
)
_PAST = re.compile(r"[а-я]{3,}(?:л|ла|ло|ли)(?:ся|сь)?$")
_NOT_A_YEAR = frozenset("№#$€₸₽")
_NONE: frozenset[str] = frozenset()
_STRESSED = frozenset({"-2", "-1", "1"})
_BARE_REF = ("0", "-1", "-2", "prev", "1")
_BARE_NOUNS = (
    "сезон",
    "век",
    "столет",
    "десятилет",
    "созыв",
    "показател",
    "уровн",
    "рекорд",
    "поколен",
)
_ADJECTIVES = ("календарн", "финансов", "полн", "юбилейн", "ковидн", "пандемийн", "кризисн")
_CENTURY = {"20": 2000, "30": 2000, "40": 2000, "70": 1900, "80": 1900, "90": 1900}


class Period(NamedTuple):
    """A period at tokens [first, last).

    ``role`` is at, by (a deadline), since, span, base, date (a day), or same («аналогичный
    период», to be completed with the months of the claim's own period). ``value`` is ISO or None
    where the text leaves it open. ``year`` and ``months`` are its parts. ``named`` tells whether
    the text itself names the year, ``assumed`` that it says nothing about it. ``shift`` is the
    distance in years of a base from the figure's own period, or the length of a span.
    """

    first: int
    last: int
    role: str
    value: str | None
    year: int | None = None
    months: Months | None = None
    named: bool = False
    shift: int = 0
    assumed: bool = False


class Year(NamedTuple):
    """A year as the text gives it, up to token ``last``: named, or ``shift`` years from now."""

    year: int | None
    last: int
    named: bool
    shift: int = 0

    def in_months(self, index: int, span: Months, role: str = "at") -> Period:
        """The period of some months of this year that begins at a token."""
        return Period(index, self.last, role, iso(self.year, span), self.year, span, self.named)


class PeriodText:
    """The tokens of a document with the rows found, the clock, and what was named before."""

    def __init__(
        self,
        tokens: Tokens,
        hits: Mapping[str, Mapping[int, Hit]],
        clock: Clock,
        numbers: NumberReader,
    ) -> None:
        self.low, self.kind, self.tokens = tokens.low, tokens.kind, tokens
        self.hits, self.numerals = hits.get("periods", {}), hits.get("numerals", {})
        self._measures = (hits.get("units", {}), hits.get("counted", {}))
        self.clock, self._numbers = clock, numbers
        self.end = len(self.low)
        kinds: dict[int, list[str]] = {}  # of the rows in a sentence
        for index, hit in self.hits.items():
            kinds.setdefault(tokens.sentence[index], []).append(hit.entry.kind)
        self._kinds = {number: frozenset(found) for number, found in kinds.items()}
        self.named: Period | None = None  # the last period whose year the text names
        self.last: Period | None = None  # the last period of a figure, however it was found
        self.spans: dict[Months, int] = {}  # the last year named of some months
        self.reported: Period | None = None  # the last months of a flow
        self.due: Period | None = None  # the last deadline
        self.told: Period | None = None  # the last of all, bases of comparison included

    def enter(self, index: int) -> None:
        """Bound what is read to the sentence of a token."""
        self.end = self.tokens.bounds[self.tokens.sentence[index]][1]

    def kinds(self, index: int) -> frozenset[str]:
        """The kinds of rows that stand in the sentence of a token."""
        return self._kinds.get(self.tokens.sentence[index], _NONE)

    def note(self, period: Period) -> None:
        """Remember a period for those that refer back to it."""
        if period.role == "by":
            self.due = period
        if period.role == "date" and period.named and period.months is None:
            self.told = period  # «счёт ведут от 2020 года. Тогда …»
        if period.year is None or period.role in ("by", "date"):
            return
        if period.role == "span" and not period.shift and not period.named:
            return  # «за годы независимости»
        if period.named:
            self.named = period
            if period.months is not None:
                self.spans[period.months] = period.year
        self.told = period
        if period.role in ("base", "same"):
            if period.value is None and self.last is not None:
                # «… на 0,4% меньше, чем за тот же отрезок 2021-го. Тогда …»
                span = self.last.months
                year = period.year if period.named else None
                self.told = period._replace(value=iso(year, span), year=year, months=span)
        else:
            self.last = period
            if period.months is not None and period.months[0] < period.months[1]:
                self.reported = period

    # -- words ------------------------------------------------------------------------------

    def word(self, index: int) -> str:
        """The token at an index of the same sentence, or an empty string."""
        return self.low[index] if 0 <= index < self.end else ""

    def before(self, index: int, count: int = 3) -> list[str]:
        """Up to ``count`` tokens before an index, within its sentence."""
        start = self.tokens.bounds[self.tokens.sentence[index]][0]
        return self.low[max(start, index - count) : index]

    def hit(self, index: int, *kinds: str) -> Hit | None:
        """The row found at an index if it is of one of the kinds."""
        if index >= self.end:
            return None
        hit = self.hits.get(index)
        return hit if hit is not None and hit.entry.kind in kinds else None

    def number(self, index: int) -> Number | None:
        """The number at an index, or None."""
        if index >= self.end or (self.kind[index] != "n" and index not in self.numerals):
            return None
        return self._numbers.read(index)

    def glued(self, index: int) -> bool:
        """Whether no space stands before a token."""
        return index > 0 and self.tokens.start[index] == self.tokens.end[index - 1]

    def abbreviation(self, last: int) -> int:
        """The token after a full stop that ends an abbreviation: «мес.», «г.», «кв.»."""
        return last + 1 if self.word(last) == "." and self.glued(last) else last

    def together(self, index: int, other: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return self.tokens.sentence[index] == self.tokens.sentence[other]

    def near(self, index: int, other: int) -> bool:
        """Whether a token stands in the sentence of another or in the one after it."""
        return 0 <= self.tokens.sentence[other] - self.tokens.sentence[index] <= 1

    def opens(self, index: int) -> bool:
        """Whether a token is the first of its sentence."""
        return self.tokens.bounds[self.tokens.sentence[index]][0] == index

    # -- years ------------------------------------------------------------------------------

    def beside(self, index: int, span: Months | None = None) -> int | None:
        """The year that the same sentence has named before, for months of that year, or None."""
        named = self.named
        if named is None or named.year is None or not self.together(named.first, index):
            return None
        months = named.months
        if span and months and months[0] > months[1] and months[0] <= span[0] <= span[1]:
            return named.year - 1  # «в сезоне 2022/23, с июля по ноябрь»
        return named.year

    def year(self, index: int, loose: bool = False) -> Year | None:
        """A year in digits or words; a bare number counts only where it stands as a year."""
        if index >= self.end:
            return None
        if self.kind[index] != "n":
            return self._worded(index)
        digits = self.low[index]
        if len(digits) != 4 or not digits.isdecimal():
            return None
        year, last, suffixed = int(digits), index + 1, False
        if index and (self.low[index - 1] in _NOT_A_YEAR or self._of_a_name(index)):
            return None
        if self.word(last) == "-" and self.word(last + 1) in _ORDINAL_SUFFIX:
            last, suffixed = last + 2, True
        if self.hit(last, "year"):
            last = self._after_year(last)
            return Year(year, last, True) if 1800 <= year <= 2100 else None
        if not 1985 <= year <= 2069:
            return None
        if suffixed or (loose and not self._measured(last)):
            return Year(year, last, True)
        if self.word(last) in DASHES and self._heads_row(index, last):
            return Year(year, last, True)
        if index and self.low[index - 1] in _BEFORE_YEAR:
            following = self.word(last) or "."
            if following in _HEDGED_AFTER and self.low[index - 1] in ("в", "за", "с"):
                return Year(year, last, True)
            if following in _AFTER_YEAR and not (self._measured(last) or self._ranged(year, last)):
                return Year(year, last, True)
            alone = self.low[index - 1] in _IN and self.kind[last] == "w"
            if alone and (following in _SUBJECTS or _PAST.match(following)):
                return Year(year, last, True)  # «а в 2019 объём экспорта составит»
        return None

    def _heads_row(self, index: int, dash: int) -> bool:
        """«Экспорт меди: 2021 – 3,9 млрд долларов, 2022 – 4,1 млрд»: a row of years."""
        first, last = self.tokens.bounds[self.tokens.sentence[index]]
        if self.glued(dash) or dash + 1 >= last or self.kind[dash + 1] != "n":
            return False
        if index == first:
            return True
        rows = [
            at
            for at in range(first, last - 1)
            if self.low[at + 1] in DASHES and self.low[at].isdecimal() and len(self.low[at]) == 4
        ]
        return self.low[index - 1] in _ROWS and len(rows) > 1

    def _ranged(self, number: int, at: int) -> bool:
        """Whether a number here begins a range of quantities: «с 2000 до 2500 машин»."""
        if self.word(at) not in DASHES and self.word(at) not in ("до", "по", "и"):
            return False
        upper = self.word(at + 1)
        return (
            upper.isdecimal() and len(upper) < 9 and int(upper) > number and self._measured(at + 2)
        )

    def _after_year(self, at: int) -> int:
        """The token after «год», «г.», «гг.»."""
        return self.abbreviation(at + 1) if self.low[at] in ("г", "гг") else at + 1

    def _of_a_name(self, index: int) -> bool:
        """Whether a year is part of a name: «ЭКСПО-2024», «Казахстан-2050»."""
        return (
            index >= 2
            and self.low[index - 1] in DASHES
            and self.glued(index)
            and self.glued(index - 1)
            and self.kind[index - 2] == "w"
            and not self.hit(index - 2, "month", "year", "monthabbr")
            and self.low[index - 2] not in _ORDINAL_SUFFIX
        )

    def _measured(self, index: int) -> bool:
        """Whether a unit, a counted noun or a multiplier stands at a token: no year before it."""
        if index >= self.end:
            return False
        hit = self.numerals.get(index)
        if hit is not None and hit.entry.kind in ("multiplier", "hundreds", "halfmult"):
            return True
        return any(index in found for found in self._measures)

    def _worded(self, index: int) -> Year | None:
        """«двадцать третьем году», «две тысячи двадцать третьего года», «двадцатом году»."""
        at, base = index, 0
        first = self.numerals.get(at)
        thousand = self.numerals.get(at + 1)
        if first is not None and first.entry.value == "2" and thousand is not None:
            if thousand.entry.value != "1000":
                return None
            at, base = at + 2, 2000
        ten = self.hit(at, "yearten")
        if ten is not None and self.hit(at + 1, "year"):
            return Year(int(ten.entry.value), self._after_year(at + 1), True)
        decade, unit = self.numerals.get(at), self.numerals.get(at + 1)
        if decade is None or unit is None or not self.hit(at + 2, "year"):
            return None
        if decade.entry.kind != "ten" or unit.entry.kind != "ordinal":
            return None
        century = base or _CENTURY.get(decade.entry.value, 0)
        if not century or int(unit.entry.value) > 9:
            return None
        year = century + int(decade.entry.value) + int(unit.entry.value)
        return Year(year, self._after_year(at + 2), True)

    def yearref(self, index: int, loose: bool = False) -> Year | None:
        """A year named or referred to: «2022 года», «прошлого года», «т.г.», «прошлого, 2024 года».

        ``loose`` is for what stands after months: «за четыре месяца прошлого», «… в 2022 году».
        """
        if loose and self.word(index) in ("в", "за"):
            inner = self.year(index + 1)
            if inner is None and self.hit(index + 1, "ref"):
                inner = self.yearref(index + 1)  # «за такой же период в прошлом году»
            if inner is not None:
                return inner
        if loose and self.word(index) in (",", "("):
            inner = self.year(index + 1)
            if inner is not None and self.hit(inner.last - 1, "year"):
                closed = self.word(index) == "(" and self.word(inner.last) == ")"
                return Year(inner.year, inner.last + closed, True)
        named = self.year(index, loose)
        if named is not None:
            return named
        short = self.hit(index, "yearabbr")
        if short is not None:
            return self.relative("0", self.abbreviation(short.last))
        ref = self.hit(index, "ref")
        if ref is None:
            return None
        at, value = ref.last, ref.entry.value
        if self.word(at) == "же":
            # «в прошлом же году» stresses, «в том же году» refers
            at, value = at + 1, value if value in _STRESSED else "same"
        inner = self._said_twice(at)
        if inner is not None:
            return inner
        if self.word(at).startswith(_ADJECTIVES):
            at += 1
        if self.hit(at, "year") and self.low[at] not in (
            "годов",
            "годы",
            "годами",
            "годам",
            "годах",
        ):
            return self.relative(value, self._after_year(at))
        bare = (
            loose and at == ref.last and value in _BARE_REF and not self.low[index].startswith("эт")
        )
        if (
            bare
            and not self.word(at).startswith(_BARE_NOUNS)
            and not self.hit(at, "crop", "months")
        ):
            return self.relative(value, at)
        return None

    def _said_twice(self, at: int) -> Year | None:
        """The year after a reference: «прошлого, 2020 года», «прошлого 2020 г.», «(2020) года»."""
        if self.word(at) == "(" and self.word(at + 2) == ")" and self.hit(at + 3, "year"):
            inner = self.year(at + 1, loose=True)
            return inner and Year(inner.year, self._after_year(at + 3), True)
        inner = self.year(at + (self.word(at) == ","))
        if inner is not None and (
            self.hit(inner.last - 1, "year") or self.low[inner.last - 2] in ("г", "гг")
        ):
            return inner
        return None

    def relative(self, value: str, last: int) -> Year:
        """The year that a reference of the table («-1», «prev», «same») stands for."""
        if value == "same":
            return Year(self.last.year if self.last else None, last, False)
        if value == "prev":
            base = self.last.year if self.last and self.last.year else self.clock.year
            return Year(base - 1 if base else None, last, False, -1)
        shift = int(value)
        named = self.named
        if shift == 1 and self.clock.year is None and named is not None and named.year is not None:
            # «В 2020-м – 60 млн, а в следующем году – уже 110» of an undated report
            year = named.year + 1 if self.near(named.first, last - 1) else None
            return Year(year, last, False, shift)
        return Year(self.clock.year + shift if self.clock.year else None, last, False, shift)
