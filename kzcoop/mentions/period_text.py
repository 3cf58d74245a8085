"""What the rules of periods read: the words of a text, its rows, and what was told before.

«мес.», «г.»                    an abbreviation with its full stop
«… в 2022 году … за июль»       the year that the sentence has named before
«… до 2030 года … к тому сроку» the last deadline
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kzcoop.language.numeral import Number, NumberReader
from kzcoop.language.record import Record
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.calendar import Clock, Months, iso

DASHES = frozenset("–—-−")
UNTIL = frozenset({"по", "до"}) | DASHES
# verbs in the past: «увеличилась», «перевезли»
PAST = re.compile(r"(?:[а-я]{3,}(?:л|ла|ло|ли)(?:ся|сь)?|(?:воз|вы|под)рос)$")
# «опередив прошлогодний результат», «уступил показателю 2023 года»
MEASURED = (
    "догна", "недотян", "обгон", "обогна", "обойд", "обош", "опереди", "опереж", "отста",
    "перекры", "повтор", "побил", "превзо", "превос", "превы", "улучш", "уступ",
)  # fmt: skip
AUTUMN = 10  # the last month in which a marketing year is begun
_ENDINGS = frozenset({"го", "е", "му", "м"})
_NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Period(Record):
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


@dataclass(slots=True)
class Year(Record):
    """A year as the text gives it, up to token ``last``: named, or ``shift`` years from now."""

    year: int | None
    last: int
    named: bool
    shift: int = 0

    def in_months(self, index: int, span: Months, role: str = "at") -> Period:
        """The period of some months of this year that begins at a token."""
        return Period(index, self.last, role, iso(self.year, span), self.year, span, self.named)


def crosses(months: Months) -> bool:
    """Whether months are those of a marketing year: «с сентября по март», and no winter."""
    return months[1] < months[0] <= AUTUMN


def _one_month(period: Period) -> bool:
    return period.months is not None and period.months[0] == period.months[1]


class PeriodText:
    """The tokens of a document with the rows found, the clock, and what was named before."""

    def __init__(
        self,
        tokens: Tokens,
        hits: Mapping[str, Mapping[int, Hit]],
        clock: Clock,
        numbers: NumberReader,
        crop: Months,
    ) -> None:
        self.low, self.kind, self.tokens = tokens.low, tokens.kind, tokens
        self.hits, self.numerals = hits.get("periods", {}), hits.get("numerals", {})
        self._measures = (hits.get("units", {}), hits.get("counted", {}))
        self.clock, self._numbers = clock, numbers
        self.end = len(self.low)
        self.kinds = _NONE  # of the rows in the sentence that is read
        kinds: dict[int, list[str]] = {}  # of the rows in a sentence
        for index, hit in self.hits.items():
            kinds.setdefault(tokens.sentence[index], []).append(hit.entry.kind)
        self._kinds = {number: frozenset(found) for number, found in kinds.items()}
        self.named: Period | None = None  # the last period whose year the text names
        self.last: Period | None = None  # the last period of a figure, however it was found
        self.spans: dict[Months, int] = {}  # the last year named of some months
        self.counted: dict[int, Period] = {}  # the last span of so many months
        self.singles: list[Period] = []  # the months told one by one
        self.reported: Period | None = None  # the last months of a flow
        self.earlier: Period | None = None  # and those before them
        self.season: Period | None = None  # the latest months told across the new year
        self.dated: Period | None = None  # the day named last, with its year
        self.crop = crop  # the months of a marketing year
        self.due: Period | None = None  # the last deadline
        self.told: Period | None = None  # the last of all, bases of comparison included
        self.whole: Period | None = None  # the last whole year of a figure
        self.left_open = -1  # where «прошлого года» stands last that no date resolves

    def enter(self, index: int) -> None:
        """Bound what is read to the sentence of a token."""
        number = self.tokens.sentence[index]
        self.end = self.tokens.bounds[number][1]
        self.kinds = self._kinds.get(number, _NONE)

    def note(self, period: Period) -> None:
        """Remember a period for those that refer back to it."""
        if period.role == "by":
            self.due = period
        if period.role == "date" and period.named:
            self.dated = period
        if period.role == "date" and period.named and period.months is None:
            self.told = period  # «счёт ведут от 2020 года. Тогда …»
        if period.year is None and period.role == "base" and period.months is None:
            self._look_back(period)
        now = self.clock.year
        over = period.role == "by" and period.months is not None and now is not None
        if over and period.named and now is not None and (period.year or now + 1) <= now:
            self.named = period  # «к концу апреля 2024 года, за четыре месяца, собрали …»
        if period.year is None and period.role == "at" and not period.assumed:
            self.left_open = period.first
        if period.year is None or period.role in ("by", "date"):
            return
        if period.role == "span" and not period.shift and not period.named:
            return  # «за годы независимости»
        if period.named and not (period.role == "base" and period.shift):
            self.named = period  # not «больше, чем за весь прошлый год»
        if period.months is not None and (period.named or self.clock.dct is None):
            self.spans[period.months] = period.year
        self.told = period
        if period.role in ("base", "same"):
            if period.value is None and self.last is not None:
                # «… чем за тот же отрезок 2021-го. Тогда …»
                span = self.last.months
                year = period.year if period.named else None
                self.told = period._replace(value=iso(year, span), year=year, months=span)
        else:
            self.last = period
            months = period.months
            if months is not None and period.role == "at" and months[0] == months[1]:
                self.singles.append(period)
            if months is not None and period.role == "at" and months[0] < months[1]:
                self.counted[months[1] - months[0] + 1] = period
            if months is None and period.role == "at" and period.named:
                self.whole = period
            latest = self.season.year or 0 if self.season is not None else 0
            if months is not None and crosses(months) and period.year >= latest:
                self.season = period
            if months not in (None, self.crop) and not _one_month(period):
                self.earlier, self.reported = self.reported, period

    def _look_back(self, base: Period) -> None:
        """«Год назад картина была иной. Тогда …»: the period told last, so many years before."""
        last = self.last
        if last is not None and last.year is not None and base.shift < 0:
            back = last.year + base.shift
            value = iso(back, last.months)
            self.told = base._replace(value=value, year=back, months=last.months)

    def word(self, index: int) -> str:
        """The token at an index of the same sentence, or an empty string."""
        return self.low[index] if 0 <= index < self.end else ""

    def before(self, index: int, count: int = 3) -> list[str]:
        """Up to ``count`` tokens before an index, within its sentence."""
        start = self.tokens.bounds[self.tokens.sentence[index]][0]
        return self.low[start if start > index - count else index - count : index]

    def hit(self, index: int, *kinds: str) -> Hit | None:
        """The row found at an index if it is of one of the kinds."""
        if index >= self.end:
            return None
        hit = self.hits.get(index)
        return hit if hit is not None and hit.entry.kind in kinds else None

    def is_ten(self, index: int) -> bool:
        """Whether a word for a round year stands at a token: «двадцатом году»."""
        hit = self.hits.get(index)
        return hit is not None and hit.entry.kind == "yearten"

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

    def past_suffix(self, at: int) -> int:
        """The token after the ending of a number: «-го», «-е»."""
        return at + 2 if self.word(at) == "-" and self.word(at + 1) in _ENDINGS else at

    def together(self, index: int, other: int) -> bool:
        """Whether two tokens stand in one sentence."""
        return self.tokens.sentence[index] == self.tokens.sentence[other]

    def paragraph(self, index: int) -> int:
        """The number of the paragraph of a token."""
        return self.tokens.paragraph[self.tokens.sentence[index]]

    def near(self, index: int, other: int) -> bool:
        """Whether a token stands in the sentence of another or in the one after it."""
        return 0 <= self.tokens.sentence[other] - self.tokens.sentence[index] <= 1

    def opens(self, index: int) -> bool:
        """Whether a token is the first of its sentence."""
        return self.tokens.bounds[self.tokens.sentence[index]][0] == index

    def measured(self, index: int) -> bool:
        """Whether a unit, a counted noun or a multiplier stands at a token: no year before it."""
        if index >= self.end:
            return False
        hit = self.numerals.get(index)
        if hit is not None and hit.entry.kind in ("multiplier", "hundreds", "halfmult"):
            return True
        return any(index in found for found in self._measures)
