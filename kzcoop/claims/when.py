"""When: period, base of comparison and deadline of a figure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from kzcoop.claims.base_level import base_level
from kzcoop.claims.base_period import base_of, base_told, month_of
from kzcoop.claims.deadline import NEVER, STOCK, assign_deadline
from kzcoop.claims.draft import Draft
from kzcoop.claims.nearest_period import CHANGES, nearest, spoken
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.period import Period, iso

# flows of trade
MOVED = frozenset({"export", "freight", "import", "transit", "turnover"})
_SAME_SPAN = (["тот", "же", "период"], ["то", "же", "время"], ["этот", "же", "период"])
_THIS_SPAN = (["отчетный", "период"], ["указанный", "период"], ["этот", "период"])
_SINCE_START = ["с", "начала"]
_FIRST_WEEK = 7
_EDGES = frozenset({"конец", "начало"})  # of a month, «на конец сентября»
_CAME = Stems(
    "возрос", "вырос", "держ", "дош", "достиг", "поднял", "превы", "прибав", "сниз", "сократ",
    "состав", "увелич", "упал",
)  # fmt: skip
_ENDED = ("-11", "-12", "-Q4", "-H2")
_MET = re.compile(r"(достигнут|выполнен)[аоы]?$")
_UNFINISHED = 10  # months of a year after which its report may be of the next
# «Обычно покупатели выбирают за год около миллиона тонн»
_VALUED = 5  # tokens between projects and what they are worth
_ACCUMULATED = Stems("накоплен", "совокупн")
_TIME, _OPENED = Words("раз"), Words("(")
_HABIT = Words("ежегодно", "обычно", "стабильно", "традиционно")


def _met_in(one: Draft) -> str | None:
    """The year in which a goal was met: «задача в 1 млрд была достигнута уже в 2021 году»."""
    sentence, low = one.sentence, one.sentence.low
    met = next((i for i in range(one.last, sentence.last) if _MET.match(low[i])), None)
    if met is None or sentence.between(one.at, met) or low[met - 1] in ("будет", "быть", "не"):
        return None
    return next((p.value for p in sentence.periods if p.role == "at" and p.first > met), None)


def assign_time(
    one: Draft,
    before: Sequence[Draft],
    recent: str | None,
    bases: Mapping[str, str],
    dct: date | None,
) -> None:
    """Set period, base_period and deadline of a draft whose measure and status are known.

    Parameters
    ----------
    one
        The draft.
    before
        The drafts of the same sentence before it.
    recent
        The period that the sentence before was about.
    bases
        What periods were compared with in the text before.
    dct
        The document's date, or None.
    """
    if one.is_base and one.status == "actual":
        return  # «с нынешних 10 млн до 15 млн тонн»
    if one.status != "actual":
        if one.measure == "target" and (met := _met_in(one)) is not None:
            one.period = met  # «задача в 1 млрд была достигнута в 2021 году»
            return
        last = before[-1] if before else None
        if last is not None and last.deadline and _is_value_of(one, last):
            one.deadline = last.deadline  # «в этом году ожидается запуск 6 проектов на 400 млн»
            return
        if one.deadline is None:
            assign_deadline(one, dct)
        if (
            one.measure in ("target", "change_pct", "change_ratio")
            or one.indicator in STOCK
            or one.kind == "money"
        ):
            return
    if one.sentence.holds(_HABIT) and not _HABIT.isdisjoint(
        one.sentence.low[one.sentence.first : one.at]
    ):
        return  # «Обычно покупатели выбирают за год около миллиона тонн»
    own = _by_contrast(one, _own(one, dct), recent)
    if one.measure in CHANGES:
        one.base_period = base_told(one, own)
    compared = base_level(one, own, before, recent, bases)
    if compared is not None:
        one.period, one.is_base = compared, True
        return
    vague = own is not None and own.value is None and own.role == "at" and own.months is None
    if vague and dct is None and recent:
        own = None  # «С начала года» of an undated report: the months told before
    elif own is not None and recent is not None and _told_before(one, own, recent, dct):
        own = None
    if own is not None and not _elsewhere(one, own):
        one.period = _this_time(one, own) or _value(one, own)
        one.is_base = _bracketed(one, own)
        if one.measure in CHANGES and own.role == "span" and own.value and one.base_period is None:
            one.base_period = own.value.split("/")[0]
        return
    if (
        one.kind == "rank"
        or one.indicator in NEVER
        or any(spoken(one, p) for p in one.sentence.periods)
    ):
        return
    _take_over(one, before, recent)
    if one.period is None and dct is not None and one.indicator in MOVED:
        one.period = _year_after_base(one, dct)
    if one.measure in CHANGES and one.base_period is None and one.period is not None:
        one.base_period = base_of(one, one.period)


def _year_after_base(one: Draft, dct: date) -> str | None:
    """«По сравнению с январём–маем 2023 года экспорт упал на 9%»: those months a year later."""
    for period in one.sentence.periods:
        if period.role != "base" or period.first > one.at or not period.named:
            continue
        if period.value is None or period.months is None or period.year is None:
            continue
        if (period.year + 1, period.months[1]) <= (dct.year, dct.month):
            return month_of(period.value, period.year + 1)
    return None


def _by_contrast(one: Draft, own: Period | None, recent: str | None) -> Period | None:
    """«в прошлом году – 4 млрд, а за восемь месяцев 2025 года – 3 млрд»: the year before 2025.

    The months of a year that is not over yet name the year in which an undated text was written.
    """
    if own is None or own.value is not None or own.months is not None or own.role != "at":
        return own
    sentence = one.sentence
    word = sentence.low[own.first]
    if not word.startswith(("прошл", "минувш", "прошедш")):
        return own
    for period in sentence.periods:
        months = period.months
        if not period.named or period.role != "at" or period.year is None or months is None:
            continue
        if months[0] == 1 and 1 < months[1] <= _UNFINISHED:
            year = period.year - 1
            return own._replace(value=str(year), year=year)
    if recent is not None and recent[4:5] == "-" and not recent.endswith(_ENDED):
        year = int(recent[:4]) - 1  # after «за пять месяцев 2023 года»
        return own._replace(value=str(year), year=year)
    return own


def _take_over(one: Draft, before: Sequence[Draft], recent: str | None) -> None:
    """Give a flow the period of the figure before it, or of the sentence before."""
    if _stock(one):
        return
    for other in reversed(before):
        if other.period is not None and other.status == "actual" and not other.is_base:
            one.period = other.period
            return
    if recent is not None and not _present(one):
        one.period = recent
        one.note("period of the sentence before")


def _own(one: Draft, dct: date | None) -> Period | None:
    """The period of a figure: named as such, or by whose end something was reached."""
    own = _since_january(one, nearest(one, ("at", "span", "since")))
    by = nearest(one, ("by",), clauses=1)
    if one.status != "actual" or by is None or by.year is None or dct is None:
        return own
    if by.months is not None:
        # «К концу сентября товарооборот составил …»: since January
        whole = by.value is not None and len(by.value) == 7
        if whole and (by.year, by.months[1]) <= (dct.year, dct.month):
            return by._replace(role="at", value=iso(by.year, (1, by.months[1])))
        return own
    # «а к 2019-му усох до 302 млн»: a year by which something was, not a deadline
    later = own is None or own.first < by.first
    return by if by.year < dct.year and by.first < one.at and later else own


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
    if day in _EDGES and before == "на" and not _accumulated(one):
        month -= day == "начало"  # «на конец сентября»
    elif day.isdecimal() and before == "на":
        month -= int(day) <= _FIRST_WEEK
    else:
        return own
    if month == 0:
        return own._replace(value=str(own.year - 1), year=own.year - 1)
    return own._replace(value=iso(own.year, (1, month)))


def _this_time(one: Draft, own: Period) -> str | None:
    """«Если за полгода прошлого года – 1,2 млрд, то на этот раз – 2,9 млрд»: a year later."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.holds(_TIME):
        return None
    for i in range(sentence.first, one.at):
        if low[i : i + 3] == ["на", "этот", "раз"] and own.value and own.year:
            return month_of(own.value, own.year + 1)
    return None


def _bracketed(one: Draft, own: Period) -> bool:
    """«258 тыс. тонн (в 2024 году – 155 тыс.)»: a figure beside the one that the text goes on."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.holds(_OPENED):
        return False
    opened = next((i for i in range(one.at, sentence.first, -1) if low[i] in "()"), one.at)
    if low[opened] != "(" or not opened < own.first < one.at:
        return False
    return any(q.kind == one.kind and q.first < opened for q in sentence.quantities)


def _told_before(one: Draft, own: Period, recent: str, dct: date | None) -> bool:
    """Whether a relative period is the one that the text before has dated.

    «В этом году их доставили 6,7 тыс. тонн» after «за десять месяцев этого года»; «за первые пять
    месяцев этого года» of an undated report after those months of a year.
    """
    if own.named or own.role != "at":
        return False
    low = one.sentence.low
    if low[own.first : own.first + 2] in _THIS_SPAN and own.value:
        # «За отчётный период» after a level compared with that of the year before
        return own.value < recent and month_of(recent, int(own.value[:4])) == own.value
    if low[own.first : own.first + 3] in _SAME_SPAN and len(own.value or "") == len("2024"):
        return "/" in recent  # the year was that of a level compared with
    if low[own.first : own.first + 2] == _SINCE_START and own.value and "/" in own.value:
        # «С начала года» after «за январь–октябрь этого года»: the same months
        return "/" in recent and recent[:7] == own.value[:7]
    if own.value is None:
        return own.months is not None and month_of(recent, 2000) == iso(2000, own.months)
    return dct is not None and own.value == str(dct.year) and recent.startswith(f"{dct.year}-")


def _value(one: Draft, own: Period) -> str | None:
    """What a period means for this figure."""
    if own.role == "at" and not own.named and own.months is None and own.year is not None:
        for period in one.sentence.periods:
            ended = period.months is not None and period.months[1] < _UNFINISHED + 1
            if period.role == "at" and period.year == own.year - 1 and ended and period.named:
                # «в январе–мае 2023 года – 210 тыс. тонн, в этом году – лишь 112»
                return iso(own.year, period.months)
    if own.value is None or "/" not in own.value:
        return own.value
    first, last = own.value.split("/")
    if one.measure not in ("level", "share_pct"):
        return own.value
    if _of_years(one, own):
        return own.value
    if one.sentence.word_before(one.quantity.lead) == "до" and len(first) == len(last) == 4:
        return last  # «За последние пять лет экспорт муки вырос с 20 до 45 тыс. тонн»
    if (
        own.role == "span"
        and len(first) == 4
        and one.indicator != "investment"
        and (own.shift == 0 or one.indicator in ("transit", "freight", "turnover"))
        and one.sentence.begins(_CAME)  # not «За 30 лет провезли 350 млн тонн»
    ):
        return last  # «с 2020 по 2024 год поток вырос и достиг 32 млн»: reached in 2024
    if own.role == "since" and one.indicator not in ("investment", "export", "import"):
        return None
    return own.value


def _of_years(one: Draft, own: Period) -> bool:
    """«экспорт урожаев 2015–2017 годов», «всего за 2020–2022 годы»: the years together."""
    sentence, low = one.sentence, one.sentence.low
    before = sentence.word_before(own.first)
    whole = before == "за" and any(low[i] == "всего" for i in range(sentence.first, one.at))
    return whole or before in ("урожаев", "урожая")


def _is_value_of(one: Draft, count: Draft) -> bool:
    """Whether money is the value of the planned projects counted right before it."""
    counted = count.indicator == "projects_count" and count.status == one.status == "planned"
    words = one.sentence.low[count.last : one.quantity.lead]
    return (
        counted and one.indicator == "projects_value" and len(words) <= _VALUED and "," not in words
    )


def _elsewhere(one: Draft, own: Period) -> bool:
    """Whether a period belongs to another clause than a stock or a figure of today."""
    divided = one.sentence.between(own.first, one.at)
    if one.indicator in STOCK and own.first > one.at and divided:
        return True
    if one.indicator in ("enterprises_count", "checkpoints_count") and (
        divided > 1 or own.role in ("span", "since") or (divided and _is_there(one))
    ):
        return True
    if (
        divided
        and own.first > one.at
        and one.sentence.near(one.quantity, "now", clauses=1) is not None
    ):
        return True
    stands = one.indicator == "investment" or one.indicator in STOCK
    if stands and divided and one.measure in ("count", "level"):
        low = one.sentence.low[own.last : one.at]
        if any(word.startswith("котор") for word in low):
            return True  # «В первом квартале откроется комплекс, в который вложили 1,4 млрд»
    if one.indicator == "investment" and divided and one.measure == "level":
        beside = one.sentence.low[own.last : one.quantity.lead] in (["–"], ["—"], ["-"])
        return _accumulated(one) and not beside  # «за 15 лет – 5 млрд, за полугодие – 160 млн»
    return False


def _is_there(one: Draft) -> bool:
    """«там действуют 22 предприятия»: a verb of its own in the present."""
    low, sentence = one.sentence.low, one.sentence
    return any(
        low[i].startswith(("действу", "работает", "работают", "функционир", "насчитыва"))
        and sentence.between(i, one.at) == 0
        for i in range(sentence.first, one.at)
    )


def _stock(one: Draft) -> bool:
    """Whether a figure counts what stands; the balance of trade is a flow."""
    if (
        one.indicator == "other"
        and one.kind == "money"
        and any(hit.entry.id == "balance" for hit in one.sentence.indicators)
    ):
        return False
    return one.indicator in STOCK or (one.indicator == "other" and one.measure not in CHANGES)


def _accumulated(one: Draft) -> bool:
    """«накопленный объём инвестиций»: all that came up to today."""
    return one.sentence.begins(_ACCUMULATED)


def _present(one: Draft) -> bool:
    """Whether a stock of today is meant: «сейчас здесь проезжает до 1 200 машин»."""
    low, sentence = one.sentence.low, one.sentence
    if one.indicator == "investment" and _accumulated(one):
        return True
    if one.indicator == "investment" and any(
        low[cue.first].endswith(("ают", "ает", "ются", "ется", "яют", "яет"))
        and cue.entry.kind == "reach"
        for cue in sentence.cues
    ):
        return True  # «вложения в которые превышают $50 млрд»
    return one.sentence.near(one.quantity, "now", clauses=3) is not None or one.kind == "vehicle"
