"""The year at a token: named in digits or in words, or referred to.

«2022 года», «в 2021-м», «двадцать третьем году»      named
«в 2019 предприятия», «ЭКСПО-2024»                    a count, a name: no year
«прошлого года», «т.г.», «прошлого, 2024 года»        referred to
"""

from __future__ import annotations

from kzcoop.mentions.period_text import DASHES, PAST, Period, PeriodText, Year
from kzcoop.mentions.period_told import year_narrated

_ORDINAL_SUFFIX = frozenset("й го м му ый ом ого ому ой".split())
_BEFORE_YEAR = frozenset("в за на с по от со во из против чем и к ко до ( год г".split())
_AFTER_YEAR = frozenset(". , ; : ) – — ! ? » в за на с по от со во из против чем и к до".split())
# «с 1994 более 9 млрд долларов»
_HEDGED_AFTER = frozenset("более менее около порядка почти примерно свыше $ €".split())
_ROWS = frozenset(": , ; ( и".split())
_IN = frozenset({"в", "за"})
_IN_OR_SINCE = frozenset({"в", "за", "с"})
_YEARS = frozenset("годов годы годами годам годах".split())
# what a count is never followed by: «в 2019 экспорт вырос»
_SUBJECTS = frozenset(
    "будет ввоз вывоз казахстан китай мы объем оборот он она они планируется поставки республика "
    "россия страна страны товарооборот транзит узбекистан экспорт импорт эта этот".split()
)
_NOT_A_YEAR = frozenset("№#$€₸₽")
# «в прошлом же году» stresses, «в том же году» refers
_STRESSED = frozenset({"-2", "-1", "1"})
# references that do without «году»: «за четыре месяца прошлого», and nouns that they belong to
_BARE_REF = ("0", "-1", "-2", "prev", "1")
_BARE_NOUNS = tuple("сезон век столет десятилет созыв показател уровн рекорд поколен".split())
_ADJECTIVES = ("календарн", "финансов", "полн", "юбилейн", "ковидн", "пандемийн", "кризисн")
_RUNNING = 10  # months of a year after which a report may be of the next
_TOLD = 4  # tokens from «на следующий год» to «вырос»
_CENTURY = {"20": 2000, "30": 2000, "40": 2000, "70": 1900, "80": 1900, "90": 1900}


def year_at(text: PeriodText, index: int, loose: bool = False) -> Year | None:
    """A year in digits or words; a bare number counts only where it stands as a year."""
    if index >= text.end:
        return None
    if text.kind[index] != "n":
        return _worded(text, index) if index in text.numerals or text.is_ten(index) else None
    digits = text.low[index]
    if len(digits) != 4 or not digits.isdecimal():
        return None
    year, last, suffixed = int(digits), index + 1, False
    if index and (text.low[index - 1] in _NOT_A_YEAR or _of_a_name(text, index)):
        return None
    if text.word(last) == "-" and text.word(last + 1) in _ORDINAL_SUFFIX:
        last, suffixed = last + 2, True
    if text.hit(last, "year"):
        last = _after_year(text, last)
        return Year(year, last, True) if 1800 <= year <= 2100 else None
    if not 1985 <= year <= 2069:
        return None
    if suffixed or (loose and not text.measured(last)):
        return Year(year, last, True)
    if text.word(last) in DASHES and _heads_row(text, index, last):
        return Year(year, last, True)
    if (
        text.word(last) == ":"
        and index
        and text.low[index - 1] == ","
        and text.kind[index - 2] == "w"
    ):
        return Year(year, last, True)  # «Экспорт в Грузию, 2023: 40 млн долларов»
    if index and text.low[index - 1] in _BEFORE_YEAR:
        following = text.word(last) or "."
        if following in _HEDGED_AFTER and text.low[index - 1] in _IN_OR_SINCE:
            return Year(year, last, True)
        if following in _AFTER_YEAR and not (text.measured(last) or _ranged(text, year, last)):
            return Year(year, last, True)
        alone = text.low[index - 1] in _IN and text.kind[last] == "w"
        if alone and (following in _SUBJECTS or PAST.match(following)):
            return Year(year, last, True)  # «а в 2019 объём экспорта составит»
    return None


def _heads_row(text: PeriodText, index: int, dash: int) -> bool:
    """«Экспорт меди: 2021 – 3,9 млрд долларов, 2022 – 4,1 млрд»: a row of years."""
    first, last = text.tokens.bounds[text.tokens.sentence[index]]
    if text.glued(dash) or dash + 1 >= last or text.kind[dash + 1] != "n":
        return False
    if index == first:
        return True
    if text.low[index - 1] not in _ROWS:
        return False
    rows = [
        at
        for at in range(first, last - 1)
        if text.low[at + 1] in DASHES and text.low[at].isdecimal() and len(text.low[at]) == 4
    ]
    return len(rows) > 1


def _ranged(text: PeriodText, number: int, at: int) -> bool:
    """Whether a number here begins a range of quantities: «с 2000 до 2500 машин»."""
    if text.word(at) not in DASHES and text.word(at) not in ("до", "по", "и"):
        return False
    upper = text.word(at + 1)
    return upper.isdecimal() and len(upper) < 9 and int(upper) > number and text.measured(at + 2)


def _after_year(text: PeriodText, at: int) -> int:
    """The token after «год», «г.», «гг.»."""
    return text.abbreviation(at + 1) if text.low[at] in ("г", "гг") else at + 1


def _of_a_name(text: PeriodText, index: int) -> bool:
    """Whether a year is part of a name: «ЭКСПО-2024», «Казахстан-2050»."""
    return (
        index >= 2
        and text.low[index - 1] in DASHES
        and text.glued(index)
        and text.glued(index - 1)
        and text.kind[index - 2] == "w"
        and not text.hit(index - 2, "month", "year", "monthabbr")
        and text.low[index - 2] not in _ORDINAL_SUFFIX
    )


def _worded(text: PeriodText, index: int) -> Year | None:
    """«двадцать третьем году», «две тысячи двадцать третьего года», «двадцатом году»."""
    at, base = index, 0
    first = text.numerals.get(at)
    thousand = text.numerals.get(at + 1)
    if first is not None and first.entry.value == "2" and thousand is not None:
        if thousand.entry.value != "1000":
            return None
        at, base = at + 2, 2000
    ten = text.hit(at, "yearten")
    if ten is not None and text.hit(at + 1, "year"):
        return Year(int(ten.entry.value), _after_year(text, at + 1), True)
    decade, unit = text.numerals.get(at), text.numerals.get(at + 1)
    if decade is None or unit is None or not text.hit(at + 2, "year"):
        return None
    if decade.entry.kind != "ten" or unit.entry.kind != "ordinal":
        return None
    century = base or _CENTURY.get(decade.entry.value, 0)
    if not century or int(unit.entry.value) > 9:
        return None
    year = century + int(decade.entry.value) + int(unit.entry.value)
    return Year(year, _after_year(text, at + 2), True)


def year_meant(text: PeriodText, index: int, loose: bool = False) -> Year | None:
    """A year named or referred to: «2022 года», «прошлого года», «т.г.», «прошлого, 2024 года».

    ``loose`` is for what stands after months: «за четыре месяца прошлого», «… в 2022 году».
    """
    if loose and text.word(index) in _IN:
        inner = year_at(text, index + 1)
        if inner is None and text.hit(index + 1, "ref"):
            inner = year_meant(text, index + 1)  # «за такой же период в прошлом году»
        if inner is not None:
            return inner
    if loose and text.word(index) in (",", "("):
        inner = year_at(text, index + 1)
        if inner is not None and text.hit(inner.last - 1, "year"):
            closed = text.word(index) == "(" and text.word(inner.last) == ")"
            return Year(inner.year, inner.last + closed, True)
    named = year_at(text, index, loose)
    if named is not None:
        return named
    ref = text.hit(index, "ref", "yearabbr")
    if ref is None:
        return None
    if ref.entry.kind == "yearabbr":
        return year_off(text, "0", text.abbreviation(ref.last))
    at, value = ref.last, ref.entry.value
    if text.word(at) == "же":
        at, value = at + 1, value if value in _STRESSED else "same"
    inner = _said_twice(text, at)
    if inner is not None:
        return inner
    if text.word(at).startswith(_ADJECTIVES):
        at += 1
    if text.hit(at, "year") and text.low[at] not in _YEARS:
        return year_off(text, value, _after_year(text, at))
    bare = loose and at == ref.last and value in _BARE_REF and not text.low[index].startswith("эт")
    if bare and not text.word(at).startswith(_BARE_NOUNS) and not text.hit(at, "crop", "months"):
        return year_off(text, value, at)
    return None


def _said_twice(text: PeriodText, at: int) -> Year | None:
    """The year after a reference: «прошлого, 2020 года», «прошлого 2020 г.», «(2020) года»."""
    if text.word(at) == "(" and text.word(at + 2) == ")" and text.hit(at + 3, "year"):
        inner = year_at(text, at + 1, loose=True)
        return inner and Year(inner.year, _after_year(text, at + 3), True)
    inner = year_at(text, at + (text.word(at) == ","))
    if inner is None:
        return None
    if text.hit(inner.last - 1, "year") or text.low[inner.last - 2] in ("г", "гг"):
        return inner
    # «за январь–март нынешнего, 2025-го, ещё на 52 млн»
    suffixed = text.word(at) == "," and text.low[inner.last - 1] in _ORDINAL_SUFFIX
    return inner if suffixed else None


def year_off(text: PeriodText, value: str, last: int) -> Year:
    """The year that a reference of the table («-1», «prev», «same») stands for."""
    if value == "same":
        if text.last is not None and text.last.first < text.left_open:
            # «в 2023 году – 40 млн. За восемь месяцев прошлого года … к концу того же года»
            return Year(None, last, False)
        if text.whole is not None and _of_whole(text, last):
            return Year(text.whole.year, last, False)
        return Year(text.last.year if text.last else None, last, False)
    if value == "prev":
        base = text.last.year if text.last and text.last.year else text.clock.year
        return Year(base - 1 if base else None, last, False, -1)
    shift = int(value)
    named = text.named
    if shift == 1 and text.clock.year is None and named is not None and named.year is not None:
        # «В 2020-м – 60 млн, а в следующем году – уже 110» of an undated report
        year = named.year + 1 if text.near(named.first, last - 1) else None
        return Year(year, last, False, shift)
    if shift == 0 and text.clock.year is None and named is not None and _runs(named):
        return Year(named.year, last, False, shift)
    told = year_narrated(text, last - 1) if shift == 1 and text.clock.year is not None else None
    if told is not None and told < (text.clock.year or 0) and _told_past(text, last):
        return Year(told + 1, last, False, shift)  # «На следующий год он вырос до 11 млрд»
    if shift == -1 and named is not None and named.year is not None and _as_said(text, last):
        # «в марте 2016 года посол сообщал, что в прошлом году …»
        return Year(named.year - 1, last, True)
    return Year(text.clock.year + shift if text.clock.year else None, last, False, shift)


def _runs(named: Period) -> bool:
    """«За семь месяцев 2024 года … В этом году планируется», undated: of the year told of last."""
    months = named.months
    return named.role == "at" and months is not None and months[0] == 1 < months[1] <= _RUNNING


def _of_whole(text: PeriodText, last: int) -> bool:
    """«за 2023 год – 476 млн, в январе нынешнего … Там насчитали за тот же год 1,3 млрд»: 2023."""
    told, whole = text.last, text.whole
    if told is None or whole is None or told.months is None or told.first < whole.first:
        return False
    return text.low[last - 4 : last - 3] == ["за"] and text.near(whole.first, told.first)


def _told_past(text: PeriodText, last: int) -> bool:
    """Whether a year that follows is one of a tale: a past verb after it, nothing ahead."""
    first, end = text.tokens.bounds[text.tokens.sentence[last - 1]]
    told = text.last if text.last is not None and text.last.year else text.named
    return (
        told is not None
        and text.near(told.first, last - 1)
        and any(PAST.match(text.low[at]) for at in range(last, min(end, last + _TOLD)))
        and not any(text.hit(at, "ahead") for at in range(first, end))
    )


def _as_said(text: PeriodText, last: int) -> bool:
    """Whether «, что» stands between a day or month named of an earlier year and «прошлом году»."""
    named, now = text.named, text.clock.year
    if named is None or named.year is None or named.months is None or now is None:
        return False
    if named.year >= now or not text.together(named.first, last - 1):
        return False
    words = text.low[named.last : last]
    return any(words[i : i + 2] == [",", "что"] for i in range(len(words)))
