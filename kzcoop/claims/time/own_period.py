"""Which period of its sentence dates a figure, if any.

«а к 2019-му усох до 302 млн»                     a year by which something was
«на 2 декабря 2023 года перевезено 26 млн тонн»   a flow up to a day: January to November
"""

from __future__ import annotations

import re
from datetime import date

from kzcoop.claims.claim import MOVED, STOCK
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.time.base_period import month_of
from kzcoop.claims.time.nearest_period import CHANGES, nearest
from kzcoop.claims.time.other_clause import accumulated
from kzcoop.claims.time.own_days import on_days, since_day, since_when
from kzcoop.claims.time.result import of_result
from kzcoop.language.stems import Words
from kzcoop.mentions.period import Period, iso

_SAME_SPAN = (
    ["тот", "же", "период"],
    ["тот", "же", "срок"],
    ["то", "же", "время"],
    ["этот", "же", "период"],
)
_THIS_SPAN = (["отчетный", "период"], ["указанный", "период"], ["этот", "период"])
_LASTED = re.compile(r"(?:ля|ша|гра|ста|мещ)л[аои]?$|(?:вал|ржал|вня|ял)(?:ся|ась|ось|ись)$")
_SINCE_THEN = (["это", "время"], ["этот", "период"])
_SINCE_START = ["с", "начала"]
_BESIDE = 2  # tokens of «в 2022-м за тот же срок»
_OTHERS = frozenset({"марту", "маю", "августу"})
_FIRST_WEEK = 7
_EDGES = frozenset({"конец", "начало"})  # of a month, «на конец сентября»
_OPENED = Words("(")
_THEN = Words("бывший", "прежний", "тогда", "тогдашний", "экс-премьер")


def own_period(one: Draft, dct: date | None) -> Period | None:
    """The period of a figure: named as such, or by whose end something was reached."""
    if (told := on_days(one) or since_when(one)) is not None:
        return told
    if one.sentence.words & _THEN.bit and (told := _of_year_then(one, dct)) is not None:
        return told
    own = of_result(one) or _since_january(one, nearest(one, ("at", "span", "since")))
    begun = own is not None and own.role == "since" and own.months == (1, 1)
    this = own is not None and dct is not None and own.year == dct.year and dct.month > 1
    done = one.indicator in MOVED or (one.indicator in STOCK and one.sentence.has("done"))
    if own is not None and dct is not None and begun and this and done:
        # «С января проследовало 41 тыс. ДФЭ»: from the beginning of the year
        span = (1, dct.month - 1)
        own = own._replace(role="at", value=iso(dct.year, span), months=span)
    if own is None and dct is not None and one.status == "actual":
        own = since_day(one, dct)
    by = nearest(one, ("by",), clauses=1)
    if one.status != "actual" or by is None or by.year is None:
        return own
    if own is not None and own.role == "since" and own.last == by.first:
        return own  # «С 2011 года до конца марта этого года прошло 30 тыс. поездов»
    if own is not None and own.role == "at" and by.last <= own.first < one.at:
        return own  # «К середине лета перевалил за 60 тыс. тонн; за весь прошлый год – 110»
    before = one.sentence.low[by.first] == "до" and by.months is None
    if before and not _rose(one, by, lasted=False):
        return own  # «До 2022 года оборот не превышал 20 млн»
    if dct is None:
        # «В 2005 году не превышал 8 млрд, а к 2024-му достиг 94»: of two years the later
        if by.months is not None or not by.first < one.at:
            return own
        if own is None:
            return by if _rose(one, by) else None  # «К 2024-му он поднялся до 7,7 млрд»
        return by if own.year and own.last <= by.first and by.year > own.year else own
    ahead = not by.named and by.shift == 0 and (by.year or 0) > dct.year
    if ahead and by.months and one.measure not in CHANGES:  # not «прибавив к сентябрю 3%»
        # «К концу июня оборот перевалил за 10 млрд», in October: of the June that was
        by = by._replace(year=dct.year, value=iso(dct.year, by.months))
    if by.months is not None and one.indicator in STOCK:
        # «к концу апреля фирм стало 704»
        over = by.value is not None and (by.year, by.months[1]) <= (dct.year, dct.month)
        return by._replace(role="at") if over and by.first < one.at else own
    if by.months is not None and by.months[0] != by.months[1] and one.indicator == "investment":
        # «К осени 2011 года вложения достигли …»: of a stock, by the month in which it begins
        start = by.months[0]
        over = (by.year, start) <= (dct.year, dct.month)
        return by._replace(role="at", value=iso(by.year, (start, start))) if over else own
    if by.months is not None:
        # «К концу сентября товарооборот составил …»: since January
        whole = by.value is not None and len(by.value) == 7
        if whole and (by.year, by.months[1]) <= (dct.year, dct.month):
            day = one.sentence.low[by.first + 1]
            early = day.isdecimal() and int(day) <= _FIRST_WEEK  # «К 1 декабря»: to November
            early = early or _is_month(day)  # «К декабрю»: to November
            month = by.months[1] - (early and by.months[1] > 1)
            return by._replace(role="at", value=iso(by.year, (1, month)))
        return own
    # «а к 2019-му усох до 302 млн»: a year by which something was, not a deadline
    later = own is None or own.first < by.first
    return by if (by.year or 0) < dct.year and by.first < one.at and later else own


def _is_month(word: str) -> bool:
    """Whether a word is a month in the dative: «к ноябрю»."""
    return word.endswith(("брю", "варю", "ралю", "релю", "июню", "июлю")) or word in _OTHERS


def _of_year_then(one: Draft, dct: date | None) -> Period | None:
    """«с начала 2021 года оборот поднялся втрое, докладывал тогдашний премьер»: of that year."""
    sentence, low = one.sentence, one.sentence.low
    if dct is None or not sentence.has("say"):
        return None
    for period in sentence.periods:
        begun = period.role == "span" and low[period.first : period.first + 2] == _SINCE_START
        if begun and period.named and period.value and int(period.value[:4]) < dct.year:
            year = period.value[:4]
            return period._replace(role="at", value=year, year=int(year), shift=0)
    return None


def _rose(one: Draft, by: Period, lasted: bool = True) -> bool:
    """Whether a past verb of change or of reaching stands between a year and its figure.

    Unless ``lasted``, none of what went on counts: «составлял», «не превышал».
    """
    return any(
        cue.entry.kind in ("up", "down", "reach")
        and by.last <= cue.first < one.at
        and tense(one.sentence.low[cue.first]) == "past"
        and (lasted or not _LASTED.search(one.sentence.low[cue.first]))
        for cue in one.sentence.cues
    )


def _since_january(one: Draft, own: Period | None) -> Period | None:
    """«по состоянию на 2 декабря 2023 года перевезено 26 млн тонн»: from January to November.

    A flow up to a day in the first week of a month is that of the months before.
    """
    if own is None or own.year is None or own.months is None or one.indicator not in MOVED:
        return own
    sentence, month = one.sentence, own.months[1]
    day, before = sentence.low[own.first], sentence.word_before(own.first)
    if own.months[0] != month:
        return own
    if day in _EDGES and before == "на" and not accumulated(one):
        month -= day == "начало"  # «на конец сентября»
    elif day.isdecimal() and before == "на":
        month -= int(day) <= _FIRST_WEEK
    else:
        return own
    if month == 0:
        return own._replace(value=str(own.year - 1), year=own.year - 1)
    return own._replace(value=iso(own.year, (1, month)))


def told_before(one: Draft, own: Period, recent: str, dct: date | None) -> bool:
    """Whether a relative period is the one that the text before has dated.

    «В этом году их доставили 6,7 тыс. тонн» after «за десять месяцев этого года»; «за первые пять
    месяцев этого года» of an undated report after those months of a year.
    """
    if own.named or own.role != "at":
        return False
    low = one.sentence.low
    if (
        own.months is None
        and own.year
        and any(
            p.role == "at" and p.months and p.year == own.year - 1 and p.last <= own.first
            for p in one.sentence.periods
        )
    ):
        return False  # «Если в январе–мае прошлого года – 3 тыс., то в этом году – 9»
    if low[own.first : own.first + 2] in _THIS_SPAN and own.value:
        # «За отчётный период» after a level compared with that of the year before
        return own.value < recent and month_of(recent, int(own.value[:4])) == own.value
    if low[own.first : own.first + 3] in _SAME_SPAN and own.value and "/" in recent:
        if any(
            p.role == "at" and p.value == own.value and p.first < own.first
            for p in one.sentence.periods
        ):
            return False  # «за 2021 год экспорт – 14 млрд, а ввоз за тот же срок – 8»
        if len(own.value) == len("2024"):
            return True  # the year was that of a level compared with
        if len(own.value) == len("2024-01") and own.value[:4] == recent[:4]:
            return True  # «за десять месяцев …; в октябре – 42 поезда. За тот же период …»
    if low[own.first : own.first + 2] == _SINCE_START and own.value and "/" in own.value:
        # «С начала года» after «за январь–октябрь этого года»: the same months
        return "/" in recent and recent[:7] == own.value[:7]
    if own.value is not None and own.value[5:7] == "07" and own.value[-2:] == "06":
        # «в нынешнем сезоне» after «за июль–февраль»
        return "/" in recent and recent[:7] == own.value[:7]
    if own.value is None:
        return own.months is not None and month_of(recent, 2000) == iso(2000, own.months)
    return dct is not None and own.value == str(dct.year) and recent.startswith(f"{dct.year}-")


def from_start(one: Draft, own: Period) -> bool:
    """«9 тыс. с начала года при 6 тыс. годом ранее»: a period that runs from the year's begin."""
    return one.sentence.low[own.first : own.first + 2] == _SINCE_START


def same_months(one: Draft, own: Period, recent: str) -> str | None:
    """«В 2022-м за тот же срок – 1,1 тыс. тонн»: the months told before, of the year named."""
    low = one.sentence.low
    if low[own.first : own.first + 3] not in _SAME_SPAN or "/" not in recent:
        return None
    for period in one.sentence.periods:
        beside = 0 < own.first - period.last + 1 <= _BESIDE
        if period is not own and period.named and period.months is None and beside:
            return month_of(recent, period.year) if period.year is not None else None
    return None


def since_then(one: Draft, own: Period) -> bool:
    """«За это время импорт удвоился», after levels of two years."""
    return one.sentence.low[own.first : own.first + 2] in _SINCE_THEN and len(own.value or "") == 4


def in_brackets(one: Draft, own: Period) -> bool:
    """«258 тыс. тонн (в 2024 году – 155 тыс.)»: a figure beside the one that the text goes on."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.holds(_OPENED):
        return False
    opened = next((i for i in range(one.at, sentence.first, -1) if low[i] in "()"), one.at)
    if low[opened] != "(" or not opened < own.first < one.at:
        return False
    kinds = (one.kind, one.quantity.kind)  # «1,9 млрд» is bare where its currency is left out
    return any(q.kind in kinds and q.first < opened for q in sentence.quantities)
