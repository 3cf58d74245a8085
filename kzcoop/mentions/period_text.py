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
_SEASON = (7, 6)  # the months of a marketing year
_CROPS = frozenset({"crop", "newcrop"})
OPENED = ("начав", "начал", "начин", "откры", "старт")
_BEGUN = (*OPENED, "перв")
_THEN = 14  # tokens from months to «тогда»
_OF_CROP = 6  # tokens between a season and what tells of its beginning
_OF_THEM = frozenset({"них", "которых", "числе"})
_OF_YEAR = frozenset({"-", "г", "го", "года"})
_AUTUMN = 10  # the last month in which a marketing year is begun
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


def _crosses(months: Months) -> bool:
    """Whether months are those of a marketing year: «с сентября по март», and no winter."""
    return months[1] < months[0] <= _AUTUMN


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
        self.reported: Period | None = None  # the last months of a flow
        self.earlier: Period | None = None  # and those before them
        self.season: Period | None = None  # the latest months told across the new year
        self.dated: Period | None = None  # the day named last, with its year
        self.crop = self._crop_year()  # the months of a marketing year
        self.due: Period | None = None  # the last deadline
        self.told: Period | None = None  # the last of all, bases of comparison included
        self.whole: Period | None = None  # the last whole year of a figure
        self.left_open = -1  # where «прошлого года» stands last that no date resolves

    def _crop_year(self) -> Months:
        """«За первые шесть месяцев сезона, с сентября по февраль»: a year from September on."""
        for index, hit in self.hits.items():
            if hit.entry.kind not in _CROPS:
                continue
            number = self.tokens.sentence[index]
            near = self.low[max(0, index - _OF_CROP) : index + _OF_CROP]
            counted = self.low[index - 1].startswith("месяц")  # «За четыре месяца сезона 2022/23»
            counted = counted and not any(word.startswith("последн") for word in near)
            if not counted and not any(word.startswith(_BEGUN) for word in near):
                continue
            if "month" in self._kinds[number]:
                start = self._start(number)
            else:  # «Сезон 2023/24 начался бодро. С сентября по декабрь купили …»
                following = self._kinds.get(number + 1, _NONE)
                opens = "month" in following and self.low[self.tokens.bounds[number + 1][0]] == "с"
                start = self._start(number + 1) if opens else None
            if start:
                return start, start - 1
        return _SEASON

    def _start(self, number: int) -> int | None:
        """The first month of a season that a sentence tells: «начался в сентябре»."""
        first, last = self.tokens.bounds[number]
        for index in range(first, last):
            hit = self.hits.get(index)
            if hit is None or hit.entry.kind != "month":
                continue
            after = hit.last
            while after < last and (self.low[after].isdecimal() or self.low[after] in _OF_YEAR):
                after += 1  # «с сентября 2022 года по февраль 2023-го»
            until = self.hits.get(after + 1) if after < last else None
            spans = until is not None and until.entry.kind == "month" and self.low[after] in UNTIL
            begins = (
                index > first + 1
                and self.low[index - 1] == "в"
                and self.low[index - 2].startswith(OPENED)
            )
            if (spans or begins) and _SEASON[0] < int(hit.entry.value) <= _AUTUMN:
                return int(hit.entry.value)
        return None

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
            if months is None and period.role == "at" and period.named:
                self.whole = period
            latest = self.season.year or 0 if self.season is not None else 0
            if months is not None and _crosses(months) and period.year >= latest:
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

    def back(self, index: int) -> int:
        """How many years back a sentence begins: «Год назад первые шесть месяцев …»."""
        start = self.tokens.bounds[self.tokens.sentence[index]][0]
        hit, told, now = self.hits.get(start), self.told, self.clock.year
        if ":" in self.low[max(start, index - 2) : index] and told is not None and told.shift < 0:
            # «В прошлом году всё было наоборот: за семь месяцев импорт вырос»
            whole = told.role == "at" and told.months is None and told.first >= start
            counted = any(self.kind[i] == "n" for i in range(told.last, index))
            return told.year - now if whole and not counted and told.year and now else 0
        if self.low[index - 2 : index - 1] == [","]:
            for back in range(max(start, index - 6), index - 2):
                told_back = self.hits.get(back)
                if told_back is not None and told_back.last == index - 2:
                    # «При этом годом ранее, в апреле и мае, …»
                    return -1 if told_back.entry.kind == "earlier" else 0
        if hit is None:
            return 0
        if hit.entry.kind == "then" and told is not None and told.year is not None:
            # «Тогда за шесть месяцев оборот удвоился»: of the year told of
            return min(told.year - now, 0) if now is not None and told.first <= index else 0
        return -1 if hit.entry.kind == "earlier" and self.low[start] != "за" else 0

    def narrated(self, index: int) -> int | None:
        """The year that a tale has come to: «через год удвоился, а ещё через год упал»."""
        last, named, by = self.last, self.named, self.due
        now = self.clock.year or 0
        if by is not None and last is not None and last.first < by.first and by.year:
            # «К 2010 году выросла до 1,2 млрд, ещё через восемь лет – до 3,7 млрд»
            last = by if by.year < now else last
        if last is not None and last.year and self.near(last.first, index):
            return last.year
        return named.year if named is not None else None

    def _then(self, index: int) -> int | None:
        """«… вспоминать весну 2011 года. За март – май тогда прошло 96 тыс. тонн»: of that year."""
        told, start = self.told, self.tokens.bounds[self.tokens.sentence[index]][0]
        if told is None or not told.named or told.first >= start:
            return None
        following = range(index, min(index + _THEN, self.end))
        return (
            told.year
            if any(self.hit(at, "then") and self.word(at + 1) != "как" for at in following)
            else None
        )

    def beside(self, index: int, span: Months | None = None) -> int | None:
        """The year that the same sentence has named before, for months of that year, or None."""
        if "then" in self.kinds and (then := self._then(index)) is not None:
            return then
        named = self.named
        if named is None or named.year is None or not self.together(named.first, index):
            return None
        months = named.months
        if span and months and months[0] > months[1] and months[0] <= span[0] <= span[1]:
            return named.year - 1  # «в сезоне 2022/23, с июля по ноябрь»
        if span and months and _crosses(span) and _SEASON[0] <= months[0] <= months[1]:
            return named.year + 1  # «За шесть месяцев сезона 2023/24, с сентября по февраль»
        if span and self._since_then(index, span, named):
            return named.year + 1
        return named.year

    def _since_then(self, index: int, span: Months, year: Period) -> bool:
        """«За 2024 год – 4 млрд, за первый квартал – 900 млн», in May: of the year that runs.

        Not «в 2024 году – 4 млрд, в том числе за первый квартал – 900 млн».
        """
        dct = self.clock.dct
        if dct is None or year.months is not None or year.role != "at":
            return False
        if year.year != dct.year - 1 or span[0] != 1 or not span[1] < dct.month:
            return False
        words = self.low[year.last : index]
        if not any(self.kind[at] == "n" for at in range(year.last, index)):
            return False
        if not _OF_THEM.isdisjoint(words):
            return False
        return words[-2:-1] in ([","], [";"], ["а"], ["и"], ["уже"]) and (
            words[-1] == "за" or (words[-1] == "в" and words[-2] in ("а", "уже"))
        )
