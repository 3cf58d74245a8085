"""Periods, deadlines and bases of comparison.

    «за четыре месяца 2022 года»   at     2022-01/2022-04
    «к 2030 году»                  by     2030
    «годом ранее»                  base   the year before
    «с 2020 по 2024 год»           span   2020/2024

A relative period resolves with the document's own date (``dct``); without one it stays open:
``value`` is None and the mention still says what it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kzcoop.language.numeral import read_number
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2}
_ORDINAL_SUFFIX = frozenset("й го м му ые ых е х ом ым ого ому ый".split())
_YEAR_WORDS = frozenset("год года году годом годе годы годов годах годам г гг гг. годами".split())
_DASHES = frozenset("–—-")
_BY = frozenset({"к", "до"})
_IN = frozenset({"в", "за", "на", "с", "по", "от", "со", "во", "из", "против", "чем", "и"})


@dataclass(frozen=True, slots=True)
class Period:
    """A period at tokens [first, last).

    ``role`` is at, by (a deadline), since, span, base, date (a day), or same («аналогичный
    период», to be completed with the months of the claim's own period). ``value`` is ISO or None
    where the text leaves it open. ``year`` and ``months`` are its parts. ``named`` tells whether
    the text itself names the year.
    """

    first: int
    last: int
    role: str
    value: str | None
    year: int | None = None
    months: tuple[int, int] | None = None
    named: bool = False
    shift: int = 0


def iso(year: int | None, months: tuple[int, int] | None = None) -> str | None:
    """Return the ISO form of months of a year: 2022, 2022-Q1, 2022-H1, 2022-05, 2022-01/2022-04."""
    if year is None:
        return None
    if months is None or months == (1, 12):
        return str(year)
    first, last = months
    if first == last:
        return f"{year}-{first:02d}"
    return f"{year}-{first:02d}/{year}-{last:02d}"


def quarter(number: int) -> tuple[int, int]:
    """Return the first and last month of a quarter."""
    return 3 * number - 2, 3 * number


class PeriodReader:
    """Finds the periods of one document; ``dct`` is its publication date or None."""

    def __init__(
        self,
        tokens: Tokens,
        hits: Mapping[int, Hit],
        numerals: Mapping[int, Hit],
        dct: date | None,
        this_year: int | None = None,
    ) -> None:
        self.tokens, self.hits, self.numerals, self.dct = tokens, hits, numerals, dct
        self.low, self.kind = tokens.low, tokens.kind
        self.now = dct.year if dct else this_year
        self.recent: int | None = None
        self.recent_named: int | None = None
        self.recent_sentence = -1

    def read(self) -> list[Period]:
        """Return the periods in order; they do not overlap."""
        found: list[Period] = []
        index, total = 0, len(self.low)
        while index < total:
            kind = self.kind[index]
            period = None
            if kind in "nd" or index in self.hits or index in self.numerals or (
                self.low[index] in _ROMAN
            ):
                period = self._at(index)
            if period is None:
                index += 1
                continue
            period = self._with_role(period)
            if period.year is not None and period.role not in ("by", "base", "same"):
                self.recent = period.year
            if period.year is not None and period.role != "by" and period.named:
                self.recent_named = period.year
                self.recent_sentence = self.tokens.sentence[period.first]
            found.append(period)
            index = period.last
        return found

    def _beside(self, index: int) -> int | None:
        """The year that the same sentence has named before, or None."""
        return self.recent_named if self.recent_sentence == self.tokens.sentence[index] else None

    # -- one mention ------------------------------------------------------------------------

    def _at(self, index: int) -> Period | None:
        for rule in (
            self._full_date, self._year_start, self._same, self._earlier, self._day_month,
            self._months_of, self._quarter, self._counted_months, self._month, self._season,
            self._last_years, self._year_range, self._year, self._reference,
        ):  # fmt: skip
            period = rule(index)
            if period is not None:
                return period
        return None

    def _hit(self, index: int, *kinds: str) -> Hit | None:
        hit = self.hits.get(index)
        return hit if hit is not None and hit.entry.kind in kinds else None

    def _year_token(self, index: int, loose: bool = False) -> tuple[int, int] | None:
        """A year and the token after it; a bare number counts only where it stands as a year."""
        if index >= len(self.low) or self.kind[index] != "n" or len(self.low[index]) != 4:
            return None
        if not self.low[index].isdigit():
            return None
        year = int(self.low[index])
        if not 1985 <= year <= 2069:
            return None
        last, suffixed = index + 1, False
        if self.low[last : last + 1] == ["-"] and self.low[last + 1 : last + 2]:
            if self.low[last + 1] in _ORDINAL_SUFFIX:
                last, suffixed = last + 2, True
        if last < len(self.low) and self.low[last] in _YEAR_WORDS:
            last += 1
            if self.low[last - 1] in ("г", "гг") and self.low[last : last + 1] == ["."]:
                last += 1
            return year, last
        if suffixed or loose:
            return year, last
        if index and self.low[index - 1] in (_IN | _BY | {"(", "год", "г"}):
            following = self.low[last] if last < len(self.low) else "."
            if following in ".,;:)–—!?»" or following in _IN:
                return year, last
        return None

    def _yearref(self, index: int) -> tuple[int | None, int, bool] | None:
        """A year named or referred to, from a token: year or None, next token, named."""
        named = self._year_token(index)
        if named is not None:
            return named[0], named[1], True
        hit = self._hit(index, "yearref", "yearbare")
        if hit is None:
            return None
        value = hit.entry.value
        if value == "same":
            return self.recent, hit.last, False
        if value == "prev":
            base = self.recent or self.now
            return (base - 1 if base else None), hit.last, False
        return (self.now + int(value) if self.now else None), hit.last, False

    def _loose_yearref(self, index: int) -> tuple[int | None, int, bool] | None:
        """A year after months: «четыре месяца 2022 года», «… (2022)», «… прошлого»."""
        if index < len(self.low) and self.low[index] in ("в", "за", "с"):
            inner = self._yearref(index + 1)
            if inner is not None and inner[2]:
                return inner
        return self._yearref(index) or self._loose_year(index)

    def _loose_year(self, index: int) -> tuple[int | None, int, bool] | None:
        year = self._year_token(index, loose=True)
        return (year[0], year[1], True) if year else None

    def _full_date(self, index: int) -> Period | None:
        if self.kind[index] != "d":
            return None
        day, month, year = (int(part) for part in self.low[index].split("."))
        year += 2000 if year < 100 else 0
        months = (month, month) if 1 <= month <= 12 else None
        last = index + 1
        if self.low[last : last + 1] in (["г"], ["года"]):
            last += 1
        return Period(index, last, "date", iso(year, months), year, months, True)

    def _year_start(self, index: int) -> Period | None:
        hit = self._hit(index, "ytd")
        if hit is None:
            if self.low[index] != "с" or self.low[index + 1 : index + 2] != ["начала"]:
                return None
            year = self._year_token(index + 2)
            if year is None:
                return None
            return self._ytd(index, year[1], year[0], True)
        beside = self._beside(index)
        if beside is not None and beside != self.now:
            # «В 2022 году говорили о росте … с начала года»: of the year that the sentence names
            return Period(index, hit.last, "at", str(beside), beside)
        return self._ytd(index, hit.last, self.now, False)

    def _ytd(self, index: int, last: int, year: int | None, named: bool) -> Period:
        # «с начала года» runs from January to the last full month before publication
        if year is None or self.dct is None or self.dct.year != year or self.dct.month == 1:
            return Period(index, last, "at", str(year) if year else None, year, None, named)
        months = (1, self.dct.month - 1)
        return Period(index, last, "at", iso(year, months), year, months, named)

    def _same(self, index: int) -> Period | None:
        hit = self._hit(index, "same")
        if hit is None:
            return None
        reference = self._loose_yearref(hit.last)
        if reference is None:
            year = self.now - 1 if self.now else None
            return Period(index, hit.last, "same", None, year, None, False, -1)
        shift = 0 if reference[2] else -1
        return Period(index, reference[1], "same", None, reference[0], None, reference[2], shift)

    def _earlier(self, index: int) -> Period | None:
        hit = self._hit(index, "earlier", "earliermonth", "monthbase")
        if hit is None:
            return None
        if hit.entry.kind == "monthbase":
            # «на 18% выше сентябрьского» compares, «октябрьская договорённость» does not
            if self.low[index - 1] not in ("выше", "ниже", "больше", "меньше", "против", "к"):
                return None
            return Period(index, hit.last, "base", None, None, (-1, -1), False, -1)
        months = (-1, -1) if hit.entry.kind == "earliermonth" else None
        return Period(index, hit.last, "base", None, None, months, False, -1)

    def _day_month(self, index: int) -> Period | None:
        """«26 июня», «8–11 ноября», «с 4 августа 2025 года»."""
        if self.kind[index] != "n" or not self.low[index].isdigit() or int(self.low[index]) > 31:
            return None
        at = index + 1
        if at + 1 < len(self.low) and self.low[at] in _DASHES and self.kind[at + 1] == "n":
            at += 2
        elif self.low[at : at + 1] == ["и"] and at + 1 < len(self.low) and self.kind[at + 1] == "n":
            at += 2
        if self.low[at : at + 1] == ["-"] and self.low[at + 1 : at + 2] in (["го"], ["е"]):
            at += 2
        month = self._hit(at, "month")
        if month is None:
            return None
        number = int(month.entry.value)
        reference = self._yearref(month.last) or self._loose_year(month.last)
        if reference is not None:
            year, last, named = reference
        else:
            year, last, named = self._recent_year(number), month.last, False
        return Period(index, last, "date", iso(year, (number, number)), year, (number, number), named)

    def _recent_year(self, month: int) -> int | None:
        """The year of a month named without one: the last that had begun at publication."""
        if self.dct is None:
            return None
        return self.dct.year if month <= self.dct.month else self.dct.year - 1

    def _months_of(self, index: int) -> Period | None:
        """«январь–апрель 2025 года», «в январе – мае», «с января по май», «июль – ноябрь»."""
        first = self._hit(index, "month")
        if first is None:
            return None
        at = first.last
        own_year = self._year_token(at)  # «с сентября 2024 года по июнь 2025-го»
        if own_year is not None:
            at = own_year[1]
        if at >= len(self.low) or not (self.low[at] in _DASHES or self.low[at] in ("по", "до", "и")):
            return None
        if self.low[at] == "и" and own_year is not None:
            return None
        second = self._hit(at + 1, "month")
        if second is None:
            return None
        months = (int(first.entry.value), int(second.entry.value))
        reference = self._loose_yearref(second.last)
        year: int | None
        if reference is not None:
            year, last, named = reference
        else:
            year, last, named = self._recent_year(months[1]), second.last, False
            beside = self._beside(index)
            if beside is not None:
                year = beside
            elif self.dct is None:
                year = self.recent
        if own_year is not None and year is not None:
            value = f"{own_year[0]}-{months[0]:02d}/{year}-{months[1]:02d}"
            return Period(index, last, "at", value, year, months, True)
        if months[0] > months[1]:
            return None
        return Period(index, last, "at", iso(year, months), year, months, named)

    def _ordinal(self, index: int, limit: int) -> tuple[int, int] | None:
        """A small ordinal («первом», «I», «1-м», «1») and the token after it."""
        token = self.low[index] if index < len(self.low) else ""
        if token in _ROMAN and _ROMAN[token] <= limit:
            return _ROMAN[token], index + 1
        number = read_number(self.tokens, index, self.numerals) if index < len(self.low) else None
        if number is None or number.form not in ("ordinal", "digits") or number.scale != 1:
            return None
        if number.value != int(number.value) or not 1 <= number.value <= limit:
            return None
        return int(number.value), number.last

    def _quarter(self, index: int) -> Period | None:
        """«I квартал 2025 года», «в первом полугодии», «три квартала»."""
        ordinal = self._ordinal(index, 4)
        if ordinal is None:
            return None
        number, at = ordinal
        if self.low[at : at + 1] in (["–"], ["-"]):
            second = self._ordinal(at + 1, 4)
            if second is not None:
                number_to, at = second
                hit = self._hit(at, "quarter")
                return self._finish(index, hit, (quarter(number)[0], quarter(number_to)[1])) if hit else None
        hit = self._hit(at, "quarter", "half")
        if hit is None:
            return None
        if hit.entry.kind == "half":
            return self._finish(index, hit, (1, 6) if number == 1 else (7, 12))
        return self._finish(index, hit, quarter(number))

    def _finish(self, index: int, hit: Hit, months: tuple[int, int]) -> Period:
        last = hit.last
        if self.low[last : last + 1] == ["."] and hit.entry.id == "quarter.abbr":
            last += 1
        reference = self._loose_yearref(last)
        if reference is not None:
            return Period(index, reference[1], "at", iso(reference[0], months), reference[0], months, reference[2])
        year = self._recent_year(months[1]) if self.dct else None
        if year is not None and self.dct is not None and months[1] == self.dct.month:
            year = self.dct.year
        return Period(index, last, "at", iso(year, months), year, months, False)

    def _counted_months(self, index: int) -> Period | None:
        """«за четыре месяца 2022 года», «за первые пять месяцев», «восемь месяцев нынешнего»."""
        number = read_number(self.tokens, index, self.numerals)
        if number is None or number.scale != 1 or number.form not in ("digits", "words"):
            return None
        at = number.last
        if self.low[at : at + 1] in (["полных"], ["неполных"], ["прошедших"], ["прошлых"]):
            at += 1
        hit = self._hit(at, "months", "quarter")
        if hit is None or number.value != int(number.value) or not 1 <= number.value <= 12:
            return None
        before = self.low[max(0, index - 3) : index]
        if "последние" in before or "последних" in before:
            return None
        if "ближайшие" in before or "каждые" in before or "через" in before:
            return None
        last = hit.last
        if self.low[last : last + 1] == ["."] and hit.entry.kind == "months" and self.low[hit.first] == "мес":
            last += 1
        upto = int(number.value) * (3 if hit.entry.kind == "quarter" else 1)
        reference = self._loose_yearref(last)
        months = (1, min(upto, 12))
        if reference is not None:
            year, last, named = reference
        else:
            year, named = self._recent_year(min(upto, 12)), False
            beside = self._beside(index)
            if beside is not None:
                year = beside
            elif self.dct is None:
                year = None
            elif self.recent is not None and self.recent == self.dct.year - 1 and upto >= self.dct.month:
                year = self.recent
        if any(word in self.low[max(0, index - 2) : index] for word in ("предыдущие", "предыдущих")):
            return None
        return Period(index, last, "at", iso(year, months), year, months, named)

    def _month(self, index: int) -> Period | None:
        """«в октябре 2024 года», «в сентябре»."""
        hit = self._hit(index, "month")
        if hit is None:
            return None
        number = int(hit.entry.value)
        reference = self._yearref(hit.last)
        if reference is not None:
            year, last, named = reference
        else:
            if number == 5 and self.low[index] == "мая" and self.kind[index - 1] != "n":
                pass
            year, last, named = self._recent_year(number), hit.last, False
        return Period(index, last, "at", iso(year, (number, number)), year, (number, number), named)

    def _season(self, index: int) -> Period | None:
        hit = self._hit(index, "season")
        if hit is None:
            return None
        first, last_month = (int(part) for part in hit.entry.value.split("/"))
        reference = self._yearref(index + 1)
        if reference is None:
            year = self._recent_year(last_month) if self.dct else None
            return Period(index, index + 1, "at", iso(year, (first, last_month)), year, (first, last_month))
        year, last, named = reference
        return Period(index, last, "at", iso(year, (first, last_month)), year, (first, last_month), named)

    def _last_years(self, index: int) -> Period | None:
        """«за последние пять лет», «за три года», «за последнее десятилетие», «за 18 лет»."""
        decade = self._hit(index, "decade")
        if decade is not None:
            count, last = int(decade.entry.value), decade.last
            if not {"за", "последнее", "минувшее", "прошедшее"} & set(self.low[max(0, index - 2) : index]):
                return None
        else:
            number = read_number(self.tokens, index, self.numerals)
            if number is None or number.scale != 1 or number.form not in ("digits", "words"):
                return None
            hit = self._hit(number.last, "years")
            if hit is None or number.value != int(number.value) or number.value > 60:
                return None
            count, last = int(number.value), hit.last
            before = self.low[max(0, index - 3) : index]
            if "ближайшие" in before or "ближайших" in before or "следующие" in before:
                return self._coming(index, last, count)
            if not {"за", "последние", "последних", "минувшие", "прошедшие"} & set(before):
                return None
        if self.now is None:
            return Period(index, last, "span", None, None, None, False, -count)
        return Period(index, last, "span", f"{self.now - count}/{self.now}", self.now, None, False, -count)

    def _coming(self, index: int, last: int, count: int) -> Period:
        value = str(self.now + count) if self.now else None
        return Period(index, last, "by", value, self.now + count if self.now else None)

    def _year_range(self, index: int) -> Period | None:
        """«2020–2024 годы», «с 2020 по 2024 год», «2022/23», «2021/22 маркетинговый год»."""
        if self.kind[index] != "n" or len(self.low[index]) != 4 or not self.low[index].isdigit():
            return None
        first = self._year_token(index, loose=True)
        if first is None or first[1] >= len(self.low):
            return None
        at = first[1]
        joint = self.low[at]
        if joint == "/" and self.kind[at + 1 : at + 2] == ["n"]:
            short = self.low[at + 1]
            if short.isdigit() and len(short) in (2, 4):
                # a marketing year of grain runs from July to June
                value = f"{first[0]}-07/{first[0] + 1}-06"
                last = at + 2
                if self.low[last : last + 1] in (["году"], ["год"], ["года"]):
                    last += 1
                return Period(index, last, "at", value, first[0], (7, 6), True)
        if joint in _DASHES or joint in ("по", "до", "и"):
            second = self._year_token(at + 1, loose=joint in _DASHES or joint == "по")
            if second is None or second[0] <= first[0]:
                return None
            if joint == "и" and self.low[second[1] - 1] not in _YEAR_WORDS:
                return None
            if joint in _DASHES and self.low[second[1] - 1] not in _YEAR_WORDS:
                if index and self.low[index - 1] not in _IN | _BY | {"("}:
                    return None
            return Period(index, second[1], "span", f"{first[0]}/{second[0]}", second[0], None, True)
        return None

    def _year(self, index: int) -> Period | None:
        year = self._year_token(index)
        if year is None:
            return None
        return Period(index, year[1], "at", str(year[0]), year[0], None, True)

    def _reference(self, index: int) -> Period | None:
        hit = self._hit(index, "yearref", "yearbare", "yearfollowing")
        if hit is None:
            return None
        if hit.entry.kind == "yearfollowing":
            # «В 2014 году …, в следующем рухнул»
            following = self.low[hit.last] if hit.last < len(self.low) else ""
            if self.recent is None or self.low[index - 1] != "в" or not following.endswith(("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись")):
                return None
            year = self.recent + 1
            return Period(index, hit.last, "at", str(year), year)
        if hit.entry.kind == "yearbare":
            # «прошлого» alone refers to a year only beside months, which other rules read
            return None
        reference = self._yearref(index)
        if reference is None:
            return None
        return Period(index, reference[1], "at", str(reference[0]) if reference[0] else None, reference[0])

    # -- what the words before it make of it --------------------------------------------------

    def _with_role(self, period: Period) -> Period:
        if period.role in ("base", "same"):
            return period
        before = self.low[max(0, period.first - 4) : period.first]
        last = before[-1] if before else ""
        role, value, first = period.role, period.value, period.first
        months = period.months
        head = before[-2:]
        end_of = {"конца": 12, "концу": 12, "середины": 6, "середине": 6, "начала": 1, "началу": 1}
        if len(head) == 2 and head[0] in _BY and head[1] in end_of:
            role, first = "by", first - 2
            if period.year and period.months is None:
                value = f"{period.year}-{end_of[head[1]]:02d}"
        elif last in _BY and not (last == "к" and self._compares(period, before)):
            role, first = "by", first - 1
        elif last == "с" and role == "at" and not (months and months[0] != months[1]):
            role, first = "since", first - 1
            if period.year and period.months is None:
                value = f"{period.year}/{self.now}" if self.now and self.now > period.year else None
        elif role == "at" and (
            last in ("чем", "против", "нежели")
            or head == ["чем", "за"] or head == ["чем", "в"] or head == ["чем", "по"]
            or ("чем" in before and before.index("чем") >= len(before) - 3)
            or (last in ("уровню", "показателю", "показателем", "показателей", "уровня", "итогам") and len(before) > 1
                and before[-2] in ("к", "с", "ниже", "выше", "от"))
            or (last == "к" and self._compares(period, before))
            or (len(before) >= 2 and before[-2:] == ["сравнению", "с"])
        ):  # fmt: skip
            role = "base"
        return Period(first, period.last, role, value, period.year, months, period.named, period.shift)

    def _compares(self, period: Period, before: list[str]) -> bool:
        """Whether «к» compares («105,4% к прошлому году») and sets no deadline («к 2030 году»)."""
        word = self.low[period.first]
        if word.startswith(("прошл", "предыдущ", "минувш", "январ", "соответств", "аналог")):
            return True
        previous = before[-2] if len(before) > 1 else ""
        if previous in ("%", "процента", "процентов", "процент", "проц") and period.year and self.now:
            return period.year < self.now
        return False


