"""Years by number: «2021-й», «2020–2024 годы», «2022/23», «в 2010-х»."""

from __future__ import annotations

from kzcoop.mentions.calendar import iso
from kzcoop.mentions.period_text import DASHES, UNTIL, Period, PeriodText, Year
from kzcoop.mentions.period_year_at import year_at

_DECADE = frozenset("е х ые ых".split())
_CROP_YEAR = ("маркетингов", "сельскохозяйственн", "сельхоз", "зернов", "хлопков", "мг")
_DIGITS = 4  # of a year
_PREPOSITIONS = frozenset("в за на с по от со во к до (".split())


def years(text: PeriodText, index: int) -> Period | None:
    """«2021-й», «2020–2024 годы», «с 2020 по 2024 год», «в 2022/23», «в 2020 и 2024 годах»."""
    round_ = text.low[index][-1] == "0"  # a decade may begin with it
    if text.kind[index] != "n":
        if "year" not in text.kinds:
            return None  # «двадцать третьем» of no year
    elif len(text.low[index]) != _DIGITS:
        return _decade(text, index) if round_ else None
    found = marketing_year(text, index)
    if found is not None and found.year is not None:
        school = text.word(found.last - 2).startswith("учебн")
        span, role = ((9, 8), "date") if school else (text.crop, "at")
        return Period(index, found.last, role, iso(found.year, span), found.year, span, True)
    if round_ and (decade := _decade(text, index)) is not None:
        return decade
    first = year_at(text, index, loose=True)
    if first is not None and first.year is not None:
        second = _second_year(text, index, first)
        if second is not None and second.year is not None:
            value = f"{first.year}/{second.year}"
            length = second.year - first.year if _whole(text, index) else 0
            return Period(index, second.last, "span", value, second.year, None, True, -length)
    year = year_at(text, index) or _listed_year(text, index)
    if year is None:
        return None
    return Period(index, year.last, "at", iso(year.year), year.year, None, True)


def _whole(text: PeriodText, index: int) -> bool:
    """Whether a span is meant as a whole: «за период с 2015 по 2018 год», «в 2022–2024 годах».

    «С 2020 по 2024 год вырос» tells where a growth began and ended.
    """
    before = text.word(index - 1)
    return before in ("в", "за", "на") or (
        before == "с" and text.word(index - 2).startswith("период")
    )


def _second_year(text: PeriodText, index: int, first: Year) -> Year | None:
    joint, at = text.word(first.last), first.last + 1
    if joint == "/":  # «2022/2024 годах», where the sum is no crop year
        second = year_at(text, at)
        later = second is not None and (second.year or 0) > (first.year or 0)
        return second if later else None
    if joint not in UNTIL and joint != "и":
        return None
    before = text.word(index - 1)
    if joint == "и" and not (before == "между" and first.year):
        return None
    second = year_at(text, at, loose=joint != "до")
    if second is None and joint in DASHES and first.year:
        short = text.word(at)  # «2024–25 годы»
        if short.isdigit() and len(short) == 2 and text.hit(at + 1, "year"):
            second = Year(first.year // 100 * 100 + int(short), text.abbreviation(at + 2), True)
    if second is None or not second.year or not first.year or second.year <= first.year:
        return None
    spelt = text.hit(second.last - 1, "year") or text.low[second.last - 1] == "."
    if joint in DASHES and not spelt and before not in _PREPOSITIONS:
        return None  # «2020–2024» alone may number anything
    return second


def _listed_year(text: PeriodText, index: int) -> Year | None:
    """The first years of «2021, 2022 и 2023 годы», which share the word."""
    first = year_at(text, index, loose=True)
    if first is None or first.last != index + 1:
        return None
    at = first.last
    while text.word(at) in (",", "и"):
        following = year_at(text, at + 1, loose=True)
        if following is None:
            return None
        if text.hit(following.last - 1, "year") or text.word(following.last - 2) == "гг":
            return first
        at = following.last
    return None


def _decade(text: PeriodText, index: int) -> Period | None:
    """«в 2010-х», «в 1990-е годы», «90-х годов»."""
    token = text.word(index)
    if not (token.endswith("0") and text.word(index + 1) == "-" and token.isdigit()):
        return None
    if text.word(index + 2) not in _DECADE:
        return None
    has_years = text.hit(index + 3, "year") is not None
    if len(token) == 4 and 1900 <= int(token) <= 2060:
        start = int(token)
    elif len(token) == 2 and has_years and int(token) >= 20:
        start = 1900 + int(token)
    else:
        return None
    last = index + 3 + has_years
    return Period(index, last, "at", f"{start}/{start + 9}", start + 9, None, True)


def marketing_year(text: PeriodText, index: int) -> Year | None:
    """«2022/23», «2021/22 маркетингового года»: the year in which it ends, and the token after."""
    joint = text.word(index + 1)
    if joint != "/" and joint not in DASHES:
        return None
    token, short = text.word(index), text.word(index + 2)
    if not (len(token) == 4 and token.isdigit() and 1985 <= int(token) <= 2069):
        return None
    year = int(token) + 1
    if not short.isdigit() or short not in (str(year), f"{year % 100:02d}"):
        return None
    last = index + 3
    named = text.word(last).startswith((*_CROP_YEAR, "учебн"))
    if named:
        last += 1
    if text.hit(last, "year"):
        last = text.abbreviation(last + 1) if text.low[last] in ("г", "гг") else last + 1
    winter = text.hit(index - 1, "season") is not None
    crop = text.hit(index - 1, "crop") is not None  # «в сезоне 2024–2025 годов»
    if joint != "/" and not (named or winter or crop):
        return None
    return Year(year, last, True)
