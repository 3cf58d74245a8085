"""Periods told by how far they are from now: the publication, or the year that the text is at.

«в прошлом году», «в т.г.», «в позапрошлом квартале»   back from the publication
«620 тыс. тонн в этом и 190 тыс. в прошлом году»       with the noun of another
«по итогам года», «план на год»                        the year that runs or is over
"""

from __future__ import annotations

from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.calendar import Months, iso, shifted
from kzcoop.mentions.period_parts import part_off, span_of
from kzcoop.mentions.period_same import same_again
from kzcoop.mentions.period_season import crop_year, in_season
from kzcoop.mentions.period_shared import (
    CROP,
    ENDS,
    INTENDED,
    STRESSED,
    WHOLE,
    shares_season,
    shares_year,
)
from kzcoop.mentions.period_text import DASHES, PAST, Period, PeriodText
from kzcoop.mentions.period_told import year_beside
from kzcoop.mentions.period_year_at import year_meant, year_off

_SET_ASIDE = ("выдел", "залож", "намеч", "отлож", "перен", "предусм", "приход", "придет", "приш")
_OF_SEASON = frozenset({"-2", "-1", "0", "prev"})
# the last months in which «итоги года» and «за весь год» are of the year before
_REVIEWED, _SETTLED = 5, 3
_OPENS = frozenset({",", ";", "а", "и", "но", "зато"})
_PAST_VERB = ("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "принес", "вырос")


def reference(text: PeriodText, index: int) -> Period | None:
    """«в прошлом году», «в прошлом месяце», «минувшей осенью», «за тот же период»."""
    hit = text.hit(index, "ref")
    if hit is None:
        return None
    year = year_meant(text, index)
    told = text.last
    if (
        year is not None and hit.entry.value == "same" and told is not None
        and told.months == text.crop and told.year == year.year and text.near(told.first, index)
    ):  # fmt: skip
        # «Прошлый сезон, 2021/22, был сухим. Но и в тот год Иран взял 900 тыс. тонн»
        return told._replace(first=index, last=year.last, role="at")
    if year is not None:
        return Period(
            index, year.last, "at", iso(year.year), year.year, None, year.named, year.shift
        )
    at, value = hit.last, hit.entry.value
    if text.word(at) == "же":
        at, value = at + 1, "same"
    number, count = text.number(at) if value in ("same", "0") else None, None
    if number is not None and text.hit(number.last, "months"):
        at, count = number.last, int(number.value)  # «за те же восемь месяцев»
    noun = text.hit(at, "months", "quarter", "half", "season", "period", "crop", "month")
    if noun is None:
        if text.word(at).startswith(CROP) and text.hit(at + 1, "year", "crop"):
            return crop_year(text, index, at + 2, value)
        told = text.told
        if (
            value in ("-1", "-2")
            and text.word(at) in DASHES
            and told is not None
            and told.role == "same"
            and text.together(told.first, index)
        ):
            year = year_off(text, value, at)  # «прошлого года – 24 тыс. тонн, позапрошлого – 25»
            return Period(index, at, "same", None, year.year, None, False, year.shift)
        if value in _OF_SEASON and shares_season(text, index, at):
            return crop_year(text, index, at, value)
        stressed = value in STRESSED or (value == "prev" and text.word(index - 1) in WHOLE)
        if value == "prev" and (before := _year_before(text, index, at)) is not None:
            return before
        if value in ("prev", "-2") and (before := _part_before(text, index, at)) is not None:
            return before
        if stressed and shares_year(text, index, at):
            year = year_off(text, value, at)
            return Period(index, at, "at", iso(year.year), year.year, None, False, year.shift)
        return _next_year(text, index, at, value)
    kind = noun.entry.kind
    plural = (kind == "months" and noun.first != hit.last) or text.word(noun.first) == "месяцы"
    if value == "same" and kind == "season":
        return season_again(text, noun)
    if kind == "period" or value == "same" or (value == "0" and plural):
        return same_again(text, index, noun.last, value, kind, count)
    if value == "prev" and kind not in ("months", "crop"):
        return None
    if kind == "months":
        told = text.last
        months = told.months if told is not None else None
        one = months is not None and months[0] == months[1]
        this = one and text.low[index].startswith("эт")
        if told is not None and this and text.near(told.first, index):
            # «вниз тянет июль: за один этот месяц ввоз упал на 7%»
            return told._replace(first=index, last=noun.last, role="at")
        return _month_off(text, index, noun.last, value)
    if kind == "crop":
        return crop_year(text, index, noun.last, value)
    if kind in ("quarter", "half"):
        return part_off(text, index, noun.last, int(value), 3 if kind == "quarter" else 6)
    if kind == "month":
        span = (int(noun.entry.value),) * 2
    else:
        span, index = span_of(noun), noun.first
    return _named_off(text, index, noun.last, span, int(value))


def _year_before(text: PeriodText, index: int, at: int) -> Period | None:
    """«6 200 вагонов за 2024 год и 4 900 за предыдущий»: the one before a year told whole."""
    told, led, following = text.last, text.word(index - 1), text.word(at)
    subject = led in _OPENS and text.low[index].endswith("ий")  # «…, а предшествующий – 1,2 млн»
    subject = subject and (
        following in DASHES
        or following.startswith("дал")
        or PAST.match(following) is not None
        or text.number(at) is not None
    )
    if not subject and (led not in ("в", "за") or following not in ENDS):
        return None
    if told is None or told.months not in (None, text.crop) or told.role != "at" or not told.year:
        return None
    if not (text.near(told.first, index) if subject else text.together(told.first, index)):
        return None
    year = told.year - 1
    return Period(index, at, "at", iso(year, told.months), year, told.months, told.named)


def _part_before(text: PeriodText, index: int, at: int) -> Period | None:
    """«В минувшем квартале – 900 млн. В предыдущем – 1,1 млрд»: the quarter or month before it."""
    told = text.last
    if told is None or told.months is None or told.year is None or told.role != "at":
        return None
    size = told.months[1] - told.months[0] + 1
    if size not in (1, 3) or text.word(index - 1) not in ("в", "во", "за"):
        return None
    if text.word(at) not in ENDS or not text.near(told.first, index):
        return None
    year, month = shifted(told.year, told.months[0], -size)
    span = (month, month + size - 1)
    return Period(index, at, "at", iso(year, span), year, span)


def season_again(text: PeriodText, noun: Hit) -> Period | None:
    """«за ту же осень прошлого сезона», «той же весной 2023 года»; alone it is the one told."""
    span = span_of(noun)
    found = in_season(text, noun.first, noun.last, span)
    if found is not None:
        return found
    year = year_meant(text, noun.last, loose=True)
    if year is not None:
        return year.in_months(noun.first, span)
    told = text.last
    if told is None or told.months != span:
        return None
    return Period(noun.first, noun.last, "at", told.value, told.year, span)


def this_year(text: PeriodText, index: int) -> Period | None:
    """«в т.г.», «с.г.»."""
    year = year_meant(text, index)
    return Period(index, year.last, "at", iso(year.year), year.year) if year else None


def _named_off(text: PeriodText, index: int, last: int, span: Months, value: int) -> Period:
    """«прошлой осенью», «нынешним летом», «в минувшем мае»."""
    dct = text.clock.dct
    year = None
    if dct is not None:
        crossing = span[0] > span[1]
        if value == 0:
            year = dct.year + (crossing and dct.month >= span[0])
        elif value < 0:
            year = dct.year - (span[1] >= dct.month) - (value < -1)
        else:
            year = dct.year + (span[1] <= dct.month or crossing)
    told = text.last
    again = told is not None and (told.year, told.months) == (year, span)
    if value < 0 and year is not None and again:
        year -= 1  # «В июле купили на 5 млн, в прошлом июле – на 23 млн долларов»
    return Period(index, last, "at", iso(year, span), year, span)


def _month_off(text: PeriodText, index: int, last: int, value: str) -> Period | None:
    if value == "prev":
        return Period(index, last, "base", None, None, (-1, -1), False, -1)
    found = text.clock.month(int(value))
    span = (found[1], found[1]) if found else None
    return Period(
        index, last, "at", iso(found[0], span) if found else None, found[0] if found else None, span
    )


def _next_year(text: PeriodText, index: int, at: int, value: str) -> Period | None:
    """«В 2014 году …, в следующем рухнул», «в этом году ждут 170 млн, в следующем – 190»."""
    if value != "1":
        return None
    told = text.last
    planned = text.word(at).startswith((*INTENDED, *_SET_ASIDE)) or text.word(at) in DASHES
    if told is not None and told.months is None and planned:
        ahead = told.year is not None and told.year == text.clock.year
        if ahead and text.near(told.first, index) and text.word(index - 1) in ("в", "на"):
            year = (told.year or 0) + 1
            return Period(index, at, "at", str(year), year)
    due = text.due
    year = (due.year or 0) + 1 if due is not None and due.year == text.clock.year else 0
    if year > 1 and due and planned and text.word(index - 1) == "в" and text.near(due.first, index):
        # «К концу года торговлю доведут до 500 млн, в следующем – до 700»
        return Period(index, at, "at", str(year), year)
    if text.named is None or text.named.year is None:
        return None
    subject = text.low[index].endswith("ий")
    subject = subject and (text.word(index - 1) in _OPENS or text.opens(index))
    if subject and text.word(at).endswith(_PAST_VERB) and text.named.months is None:
        # «2013 год дал 9 млрд, следующий оказался хуже»
        year = text.named.year + 1
        passed = text.clock.year is None or year <= text.clock.year
        near = text.near(text.named.first, index)
        return Period(index, at, "at", str(year), year) if passed and near else None
    if text.word(index - 1) != "в":
        return None
    listed = text.together(text.named.first, index) and text.word(at) in ENDS
    if not (text.word(at).endswith(_PAST_VERB) or listed):
        return None
    year = text.named.year + 1
    if text.clock.year is not None and year > text.clock.year:
        return None
    return Period(index, at, "at", str(year), year)


def whole_year(text: PeriodText, index: int) -> Period | None:
    """«по итогам года», «за весь год»: in its first quarter a year tells of the last one.

    «В 2021 году экспорт вырос на 9%. По итогам года …»: the year that was told right before.
    """
    hit = text.hit(index, "whole")
    if hit is None:
        return None
    year = year_beside(text, index)
    told = text.last
    if told is not None and told.months is None and text.together(told.first, index):
        year = told.year  # «в прошлом году за весь год ввезли»
    if year is None and (recent := text.named) is not None:
        number, paragraph = text.tokens.sentence, text.tokens.paragraph
        here, there = number[index], number[recent.first]
        near = here - there == 1 and paragraph[here] == paragraph[there]
        # «За первое полугодие 2023-го – 210 млн. По итогам же всего года …», later or undated
        over = recent.months is None or (recent.year or 0) < (text.clock.year or 9999)
        # not «перехода, который будет готов в 2027 году. По итогам года прошло 30 млн тонн»
        over = over and (recent.year or 0) <= (text.clock.year or 9999)
        year = recent.year if near and recent.role == "at" and over else None
    if year is None and text.clock.dct is not None:
        ended = any(word.startswith("итог") for word in text.low[index : hit.last])
        year = text.clock.dct.year - (text.clock.dct.month <= (_REVIEWED if ended else _SETTLED))
    return Period(index, hit.last, "at", iso(year), year)


def year_ahead(text: PeriodText, index: int) -> Period | None:
    """«план на год – 30 млн тонн», «прогноз на весь год»: the running year."""
    hit = text.hit(index, "planned")
    if hit is None or year_meant(text, hit.last) is not None or text.word(hit.last) == "на":
        return None
    year = year_beside(text, index) or text.clock.year
    return Period(hit.last - 1, hit.last, "by", iso(year), year)


def season_of(text: PeriodText, index: int) -> Period | None:
    """«на вегетационный период 2024 года»: a season of a year, and no period of a figure."""
    hit = text.hit(index, "seasonof")
    if hit is None:
        return None
    year = year_meant(text, hit.last)
    if year is None:
        return None
    return Period(index, year.last, "date", iso(year.year), year.year, None, year.named)
