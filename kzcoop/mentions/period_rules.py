"""Days, months, quarters and seasons by name."""

from __future__ import annotations

from kzcoop.mentions.calendar import Months, interval, iso, quarter
from kzcoop.mentions.period_season import in_season
from kzcoop.mentions.period_text import DASHES, PAST, UNTIL, Period, PeriodText
from kzcoop.mentions.period_year_at import year_at, year_meant
from kzcoop.mentions.period_years import marketing_year

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2, "ііі": 3, "іv": 4}
# «1 кв. метр» is no quarter
_AREA = ("м", "км", "метр", "километр", "фут")
_BEFORE_NEXT = frozenset("в во за , ; и а".split())
_IN_SEASON = frozenset("зимой весной летом осенью".split())
_AHEAD_REACH, _AHEAD_NEAR = 14, 8
_FIRST_DAYS = 7
_COMPARING = frozenset("больше выше к меньше ниже против".split())
# «февральский экспорт»
_FLOWS = (
    "ввоз", "вывоз", "закупк", "импорт", "объем", "отгрузк", "поставк", "показател",
    "товарооборот", "экспорт",
)  # fmt: skip
_LAST = ("последн", "заключительн", "финальн")


# -- days -----------------------------------------------------------------------------------


def full_date(text: PeriodText, index: int) -> Period | None:
    """«12.05.2024», «1.1.25 г.»."""
    day, month, year = (int(part) for part in text.low[index].split("."))
    year += 2000 if year < 100 else 0
    if not 1 <= day <= 31 or not 1 <= month <= 12:
        return None
    last = index + 1
    if text.hit(last, "year"):
        last = text.abbreviation(last + 1) if text.low[last] == "г" else last + 1
    return Period(index, last, "date", iso(year, (month, month)), year, (month, month), True)


def day_month(text: PeriodText, index: int) -> Period | None:
    """«26 июня», «8–11 ноября», «с 1 по 15 мая», «4 августа 2025 года»."""
    if not _is_day(text.low[index]):
        return None
    at, role = _past_suffix(text, index + 1), "date"
    if text.word(at) in UNTIL or text.word(at) in ("и", ","):
        second = text.word(at + 1)
        if _is_day(second):
            # «с 1 по 25 сентября отправили»: days of a figure
            role = "at" if text.word(at) == "по" and text.word(index - 1) == "с" else role
            at = _past_suffix(text, at + 2)
    month = text.hit(at, "month", "monthabbr")
    if month is None:
        return None
    last = text.abbreviation(month.last) if month.entry.kind == "monthabbr" else month.last
    if text.word(index - 1) in ("с", "со") and (between := _days(text, index, last)) is not None:
        return between
    return _in_year(text, index, last, (int(month.entry.value),) * 2, role)


def _days(text: PeriodText, index: int, last: int) -> Period | None:
    """«с 1 сентября по 20 декабря», «с 10 октября 2023 года по 3 марта»: months of a flow.

    The month of which only its first days are told does not count.
    """
    start = year_meant(text, last)
    at = start.last if start is not None else last
    if text.word(at) not in ("по", "до") or not _is_day(text.word(at + 1)):
        return None
    first, day = text.hit(last - 1, "month"), int(text.word(at + 1))
    second = text.hit(_past_suffix(text, at + 2), "month")
    if first is None or second is None:
        return None
    begun, ended = int(first.entry.value), int(second.entry.value)
    end = _in_year(text, index, second.last, (ended, ended), "date")
    if end.year is None:
        return None
    until, since = end.year, end.year - (begun > ended)
    since = start.year if start is not None and start.year is not None else since
    if day <= _FIRST_DAYS and (since, begun) < (until, ended):
        until, ended = (until, ended - 1) if ended > 1 else (until - 1, 12)
    value = interval((since, begun), (until, ended))
    months = (begun, ended) if until - since <= 1 else None
    return Period(index, end.last, "at", value, until, months, end.named)


def _is_day(word: str) -> bool:
    return len(word) <= 2 and word.isdigit() and 1 <= int(word) <= 31


def _past_suffix(text: PeriodText, at: int) -> int:
    """The token after «-го», «-е»."""
    return at + 2 if text.word(at) == "-" and text.word(at + 1) in ("го", "е", "му", "м") else at


# -- months ---------------------------------------------------------------------------------


def months(text: PeriodText, index: int) -> Period | None:
    """«в октябре 2024 года», «январь–апрель», «с января по май», «в январе и феврале».

    «Июль 11, 2022» as sites print it is a day.
    """
    first = _month(text, index)
    if first is None:
        return None
    number, at = first
    day = text.word(at)
    if (
        day.isdigit()
        and int(day) <= 31
        and text.word(at + 1) == ","
        and (year := year_at(text, at + 2, True))
    ):
        return Period(
            index, year.last, "date", iso(year.year, (number,) * 2), year.year, (number,) * 2, True
        )
    own = year_at(text, at)  # «с сентября 2024 года по июнь 2025-го»
    if own is None and text.hit(at, "ref"):
        own = year_meant(text, at, loose=True)  # «с сентября прошлого по июнь текущего года»
        own = own if own is not None and text.word(own.last) in UNTIL else None
    if own is None and (alone := year_at(text, at, True)) is not None:
        # «июль 2024 – июнь 2025 года»
        ahead = text.word(alone.last) in UNTIL and _month(text, alone.last + 1)
        own = alone if ahead else None
    joint = own.last if own else at
    listed = [number]
    last = at
    # «с сентября по конец января»
    edge = text.word(joint) in ("по", "до") and text.hit(joint + 1, "edge") is not None
    if text.word(joint) in UNTIL and (second := _month(text, joint + 1 + edge)) is not None:
        listed, last = [number, second[0]], second[1]
        reference = year_meant(text, last, loose=True)
        if own is not None and own.year is not None:
            if reference is not None and reference.year is not None:
                if (reference.year, second[0]) <= (own.year, number):
                    return None
                value = interval((own.year, number), (reference.year, second[0]))
                span = (number, second[0]) if reference.year - own.year <= 1 else None
                return Period(index, reference.last, "at", value, reference.year, span, True)
            if second[0] > number:  # «с января 2024 года по май»
                span = (number, second[0])
                return Period(index, last, "at", iso(own.year, span), own.year, span, True)
            return None
    elif own is None:
        while text.word(last) in (",", "и") and (following := _month(text, last + 1)) is not None:
            if following[0] != listed[-1] + 1:
                break
            closing = text.word(last) == "и"
            listed.append(following[0])
            last = following[1]
            if closing:
                break
        else:
            listed, last = [number], at  # a list that does not end with «и» is single months
        if len(listed) > 1 and text.word(last - 2) != "и":
            listed, last = [number], at
    span = (listed[0], listed[-1])
    return in_season(text, index, last, span) or _in_year(text, index, last, span, "at")


def _month(text: PeriodText, index: int) -> tuple[int, int] | None:
    """A month and the token after it; abbreviations only where a full stop or a year follows."""
    hit = text.hit(index, "month")
    if hit is not None:
        return int(hit.entry.value), hit.last
    hit = text.hit(index, "monthabbr")
    if hit is None:
        return None
    last = text.abbreviation(hit.last)
    if last == hit.last and not (text.word(last) in DASHES or year_at(text, last, loose=True)):
        return None
    return int(hit.entry.value), last


def _in_year(text: PeriodText, index: int, last: int, span: Months, role: str) -> Period:
    """Months with the year that follows them, or that the sentence or the publication gives."""
    reference = year_meant(text, last, loose=True)
    if reference is not None:
        return reference.in_months(index, span, role)
    year = text.beside(index, span)
    if year is None and role == "date":
        year = text.clock.nearest(span[0])
    elif year is None:
        year = _ahead(text, index, span) or text.clock.latest(span)
    return Period(index, last, role, iso(year, span), year, span, False, 0, True)


def _ahead(text: PeriodText, index: int, span: Months) -> int | None:
    """The year of months that the sentence tells as ahead: «в сентябре планируется»."""
    if text.clock.dct is None or span[1] <= text.clock.dct.month:
        return None
    start = text.tokens.bounds[text.tokens.sentence[index]][0]
    before = range(index - 1, max(start, index - _AHEAD_REACH) - 1, -1)
    after = range(index + 1, min(text.end, index + _AHEAD_NEAR))
    for reach in (after, before):
        for at in reach:
            if text.hit(at, "ahead"):
                return text.clock.dct.year
            if PAST.match(text.low[at]) or text.low[at] == ";":
                break
    return None


def month_adjective(text: PeriodText, index: int) -> Period | None:
    """«на 18% выше сентябрьского», «февральский экспорт»: where it compares, or dates a flow."""
    hit = text.hit(index, "monthadj")
    if hit is not None and text.word(hit.last).startswith(_FLOWS):
        span = (int(hit.entry.value),) * 2
        compared = text.word(index - 1) in _COMPARING
        year = text.beside(index, span) or text.clock.latest(span)
        role = "base" if compared else "at"
        return Period(index, hit.last, role, iso(year, span), year, span, False, 0, True)
    told = text.last
    listed = told is not None and told.months is not None and text.together(told.first, index)
    if hit is not None and listed and text.word(hit.last) in DASHES:
        # «Мартовский импорт – 5 млрд долларов, февральский – 4,7 млрд»
        span = (int(hit.entry.value),) * 2
        year = text.clock.latest(span)
        return Period(index, hit.last, "at", iso(year, span), year, span, False, 0, True)
    if hit is None or text.word(index - 1) not in _COMPARING:
        return None
    span = (int(hit.entry.value),) * 2
    year = text.clock.latest(span)
    return Period(index, hit.last, "base", iso(year, span), year, span, False, 0, True)


# -- quarters and halves --------------------------------------------------------------------


def part_of_year(text: PeriodText, index: int) -> Period | None:
    """«I квартал 2025 года», «в первом полугодии», «I–III кварталы», «во второй половине года»."""
    pair = text.word(index).split("-")
    if len(pair) == 2 and pair[0] in _ROMAN and pair[1] in _ROMAN:  # «I-III» is one token
        number, upto, at = _ROMAN[pair[0]], _ROMAN[pair[1]], index + 1
    elif (first := _ordinal(text, index)) is not None:
        number, at = first
        upto = number
    else:
        return None
    if text.word(at) in DASHES or text.word(at) in ("и", "по"):
        second = _ordinal(text, at + 1)
        if second is not None and second[0] > number:
            upto, at = second
    at += text.word(at) == "же"  # «за первое же полугодие»
    hit = text.hit(at, "quarter", "half", "halfpart")
    if hit is None:
        return _next_quarter(text, index, at, number)
    last = hit.last
    if hit.entry.id == "quarter.abbr":
        if text.word(last).startswith(_AREA) or text.word(last + 1).startswith(_AREA):
            return None
        last = text.abbreviation(last)
    if hit.entry.kind == "quarter":
        span = (quarter(number)[0], quarter(upto)[1])
    elif upto > 2:
        return None
    else:
        span = (1, 6) if number == 1 else (7, 12)
        if upto > number:
            span = (1, 12)
    if hit.entry.kind == "halfpart":
        return _half_of(text, index, last, span)
    return _in_year(text, index, last, span, "at")


def _next_quarter(text: PeriodText, index: int, at: int, number: int) -> Period | None:
    """«во втором квартале – на 8%, в третьем – на 6%»: the noun is that of the quarter before."""
    told = text.last
    if told is None or told.months is None or not text.together(told.first, index):
        return None
    led, following = text.word(index - 1), text.word(at)
    alone = led in _BEFORE_NEXT and following in (*DASHES, "(")
    alone = alone or (led in ("в", "во") and following in (",", ".", ""))
    if alone and number == 2 and told.months == (1, 6):
        # «В первом полугодии ввоз вырос на 5%, во втором – на 8%»
        return Period(index, at, "at", iso(told.year, (7, 12)), told.year, (7, 12), told.named)
    if not alone or told.months not in [quarter(n) for n in range(1, 5) if n != number]:
        return None
    span = quarter(number)
    return Period(index, at, "at", iso(told.year, span), told.year, span, told.named)


def _half_of(text: PeriodText, index: int, last: int, span: Months) -> Period | None:
    """«первая половина 2024 года», «во второй половине года», «в первой половине мая»."""
    reference = year_meant(text, last)
    if reference is not None:
        return reference.in_months(index, span)
    if text.word(last) == "года":
        return _in_year(text, index, last + 1, span, "at")
    month = text.hit(last, "month")
    if month is not None:
        return _in_year(text, index, month.last, (int(month.entry.value),) * 2, "at")
    return None


def _ordinal(text: PeriodText, index: int) -> tuple[int, int] | None:
    """A small ordinal («первом», «I», «1-м», «1», «последнем») and the token after it."""
    token = text.word(index)
    if token in _ROMAN:
        return _ROMAN[token], _past_suffix(text, index + 1)
    if token.startswith(_LAST) and text.hit(index + 1, "quarter"):
        return 4, index + 1
    number = text.number(index)
    if number is None or number.scale != 1 or number.form not in ("ordinal", "digits"):
        return None
    if number.value != int(number.value) or not 1 <= number.value <= 4:
        return None
    return int(number.value), number.last


# -- seasons --------------------------------------------------------------------------------


def season(text: PeriodText, index: int) -> Period | None:
    """«летом 2024 года», «зимой 2022/23», «осенью», «до весны 2026 года»."""
    hit = text.hit(index, "season")
    if hit is None:
        return None
    first, last_month = (int(part) for part in hit.entry.value.split("/"))
    span = (first, last_month)
    crossing = marketing_year(text, index + 1)
    if crossing is not None and first > last_month:
        year = crossing.year
        return Period(index, crossing.last, "at", iso(year, span), year, span, True)
    reference = year_meant(text, index + 1)
    if (
        reference is None
        and text.low[index] not in _IN_SEASON
        and text.word(index - 1) not in ("к", "до", "с", "за")
    ):
        return None  # «весна» alone is no date
    if reference is not None:
        if first > last_month:
            span = (1, last_month)  # the months of winter that certainly lie in the year
        return reference.in_months(index, span)
    year = text.beside(index, span) or _latest_season(text, span)
    return Period(index, index + 1, "at", iso(year, span), year, span, False, 0, True)


def _latest_season(text: PeriodText, span: Months) -> int | None:
    """The year in which the last season of this name ended or will end, once it has begun."""
    dct = text.clock.dct
    if dct is None:
        return None
    if span[0] > span[1]:
        return dct.year + (dct.month >= span[0])
    return dct.year - (dct.month < span[0])
