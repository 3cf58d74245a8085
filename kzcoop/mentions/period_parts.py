"""Parts of a year: quarters, halves and seasons.

«I–III кварталы», «в первом полугодии», «во второй половине года»   by number
«по итогам полугодия», «в прошлом квартале»                         from the publication
«летом 2024 года», «зимой 2022/23», «осенью»                        seasons
"""

from __future__ import annotations

from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.calendar import Months, iso, quarter, shifted
from kzcoop.mentions.period_months import in_year, told_ahead
from kzcoop.mentions.period_season import in_season
from kzcoop.mentions.period_text import DASHES, PAST, Period, PeriodText
from kzcoop.mentions.period_told import year_beside
from kzcoop.mentions.period_year_at import year_at, year_meant
from kzcoop.mentions.period_years import marketing_year

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2, "ііі": 3, "іv": 4}
# «1 кв. метр» is no quarter
_AREA = ("м", "км", "метр", "километр", "фут")
# before «третьем» without its noun: «во втором квартале – на 8%, в третьем – на 6%»
_BEFORE_NEXT = frozenset("в во за , ; и а".split())
_BROUGHT = frozenset("дал дала дало принес принесла принесло добавила добавило".split())
_CENTURIES = ("19", "20")  # with which a year in digits begins
_IN_SEASON = frozenset("зимой весной летом осенью".split())
# a fourth quarter: «в последнем квартале»
_LAST = ("последн", "заключительн", "финальн")
_ONLY = frozenset({"всего", "лишь", "одно", "только", "целое"})
_HALF = 6  # months


def part_of_year(text: PeriodText, index: int) -> Period | None:
    """«I квартал 2025 года», «в первом полугодии», «I–III кварталы», «во второй половине года»."""
    first_of, dash, last_of = text.word(index).partition("-")
    if dash and first_of in _ROMAN and last_of in _ROMAN:  # «I-III» is one token
        number, upto, at = _ROMAN[first_of], _ROMAN[last_of], index + 1
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
    return in_year(text, index, last, span, "at")


def _next_quarter(text: PeriodText, index: int, at: int, number: int) -> Period | None:
    """«во втором квартале – на 8%, в третьем – на 6%»: the noun is that of the quarter before."""
    told = text.last
    if told is None or told.months is None or not text.together(told.first, index):
        return None
    led, following = text.word(index - 1), text.word(at)
    alone = led in _BEFORE_NEXT and following in (*DASHES, "(")
    alone = alone or (led in ("в", "во") and following in (",", ".", ""))
    # «во втором сократили закупки», «второй принёс 25 тыс. тонн»
    alone = alone or (led in _BEFORE_NEXT and PAST.match(following) is not None)
    if alone and number == 2 and told.months == (1, 6):
        # «В первом полугодии ввоз вырос на 5%, во втором – на 8%»
        return Period(index, at, "at", iso(told.year, (7, 12)), told.year, (7, 12), told.named)
    if text.word(index).endswith(("ое", "ая")):
        return None  # «во II квартале отправили на 9 млн, получили на 4: первое выросло»
    if not alone or told.months not in [quarter(n) for n in range(1, 5) if n != number]:
        return None
    span = quarter(number)
    return Period(index, at, "at", iso(told.year, span), told.year, span, told.named)


def _half_of(text: PeriodText, index: int, last: int, span: Months) -> Period | None:
    """«первая половина 2024 года», «во второй половине года», «в первой половине мая»."""
    reference = year_meant(text, last, loose=True)
    if reference is not None:
        return reference.in_months(index, span)
    if text.word(last) == "года":
        return in_year(text, index, last + 1, span, "at")
    month = text.hit(last, "month")
    if month is not None:
        return in_year(text, index, month.last, (int(month.entry.value),) * 2, "at")
    return None


def _ordinal(text: PeriodText, index: int) -> tuple[int, int] | None:
    """A small ordinal («первом», «I», «1-м», «1», «последнем») and the token after it."""
    token = text.word(index)
    if token in _ROMAN:
        return _ROMAN[token], text.past_suffix(index + 1)
    if token.startswith(_LAST) and text.hit(index + 1, "quarter"):
        return 4, index + 1
    number = text.number(index)
    if number is None or number.scale != 1 or number.form not in ("ordinal", "digits"):
        return None
    if number.value != int(number.value) or not 1 <= number.value <= 4:
        return None
    return int(number.value), number.last


def part(text: PeriodText, index: int) -> Period | None:
    """«по итогам полугодия», «за квартал»: the last that is over."""
    hit = text.hit(index, "quarter", "half")
    at = index - 1
    while text.word(at).startswith("календарн") or text.word(at) in _ONLY:
        at -= 1  # «за одно лишь полугодие»
    before = text.word(at)
    brought = hit is not None and text.opens(index) and text.word(hit.last).startswith(_DONE)
    if hit is None or not (before == "за" or before.startswith("итог") or brought):
        return None
    if hit.entry.id == "quarter.abbr":
        return None
    if (year := year_meant(text, hit.last)) is not None:
        # «за полугодие 2023-го»: the first, and no quarter of which nothing is said
        return year.in_months(index, (1, _HALF)) if hit.entry.kind == "half" else None
    told = text.last
    if told is not None and told.months is not None and hit.entry.kind == "quarter":
        # «январь – 6,1 млрд, февраль – 5,8, март – 6,4. Итого за квартал …»
        first, month = told.months
        if first == month and month % 3 == 0 and text.near(told.first, index):
            span = quarter(month // 3)
            return Period(index, hit.last, "at", iso(told.year, span), told.year, span)
    named = text.named
    if hit.entry.kind == "half" and named is not None and text.together(named.first, index):
        # «осенью 2021-го насчитал 310 млн за полугодие»: the half that was over then
        season = named.months
        if season is not None and season[0] > _HALF and named.year and named.last < index:
            span = (1, _HALF)
            return Period(index, hit.last, "at", iso(named.year, span), named.year, span)
    return part_off(text, index, hit.last, -1, 3 if hit.entry.kind == "quarter" else 6)


# «Полугодие закрыли с оборотом …», «Квартал принёс …»
_DONE = ("дал", "заверш", "закрыл", "законч", "оберн", "принес", "прошл")


def part_off(text: PeriodText, index: int, last: int, value: int, size: int) -> Period:
    """«в прошлом квартале», «в нынешнем полугодии»."""
    found = text.clock.month()
    if found is None:
        return Period(index, last, "at", None)
    year, month = shifted(found[0], found[1], value * size)
    first = (month - 1) // size * size + 1
    span = (first, first + size - 1)
    return Period(index, last, "at", iso(year, span), year, span)


def season(text: PeriodText, index: int) -> Period | None:
    """«летом 2024 года», «зимой 2022/23», «осенью», «до весны 2026 года», «к Новому году»."""
    hit = text.hit(index, "season")
    if hit is None:
        return None
    span = first, last_month = span_of(hit)
    crossing = marketing_year(text, hit.last)
    if crossing is not None and first > last_month:
        year = crossing.year
        return Period(index, crossing.last, "at", iso(year, span), year, span, True)
    if (of_crop := in_season(text, index, hit.last, span)) is not None:
        return of_crop  # «весной прошлого сезона»
    reference = year_meant(text, hit.last)
    if reference is None and text.word(hit.last).startswith(_CENTURIES):
        reference = year_at(text, hit.last, True)  # «ещё к осени 2011-го, когда …»
    if (
        reference is None
        and not _heads_figure(text, index)
        and text.low[index] not in _IN_SEASON
        and text.word(index - 1) not in ("к", "до", "с", "за", "на", "под", "перед")
    ):
        return None  # «весна» alone is no date
    if reference is not None:
        if first > last_month:
            span = (1, last_month)  # the months of winter that certainly lie in the year
        return reference.in_months(index, span)
    at = last = hit.last
    following = text.hit(at + 1, "season") if text.word(at) in ("и", *DASHES) else None
    if following is not None and text.low[at + 1] in _IN_SEASON:
        begins, ends = span_of(following)
        if begins == last_month % 12 + 1:
            span, last = (first, ends), following.last  # «весной и летом»
    coming = text.word(index - 1) == "на" or told_ahead(text, index, span)
    latest = text.clock.coming(span) if coming else _latest_season(text, span)
    year = year_beside(text, index, span) or latest  # «пуск запланирован на осень»
    return Period(index, last, "at", iso(year, span), year, span, False, 0, True)


def span_of(hit: Hit) -> Months:
    """Return the months of a season or a part of the year, as its row tells them."""
    first, last = hit.entry.value.split("/")
    return int(first), int(last)


def _heads_figure(text: PeriodText, index: int) -> bool:
    """«Весна дала 70 составов, лето – 112»: a season that brings a figure."""
    at = index + 1
    opens = text.word(index - 1) in ("", ",", "а", ";", ":") or text.opens(index)
    if not (opens and text.word(at) in DASHES) and text.word(at) not in _BROUGHT:
        return False
    at += text.word(at + 1) in ("еще", "лишь", "только", "уже", "почти", "около")
    return text.number(at + 1) is not None


def _latest_season(text: PeriodText, span: Months) -> int | None:
    """The year in which the last season of this name ended or will end, once it has begun."""
    dct = text.clock.dct
    if dct is None:
        return None
    if span[0] > span[1]:
        return dct.year + (dct.month >= span[0])
    return dct.year - (dct.month < span[0])
