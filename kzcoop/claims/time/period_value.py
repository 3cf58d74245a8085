"""What a period means for a figure: its dates, once the words around them are read.

«в прошлом году – 4 млрд, а за восемь месяцев 2025 года – 3 млрд»   2024, by the months beside it
«с 2020 по 2024 год поток вырос и достиг 32 млн»  reached in 2024
«По сравнению с январём–маем 2023 года упал»      those months a year later
"""

from __future__ import annotations

from datetime import date

from kzcoop.claims.claim import MOVED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.base_period import month_of
from kzcoop.claims.time.nearest_period import nearest
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.period import Period, iso

_CAME = Stems(
    "возрос", "вырос", "держ", "дош", "достиг", "перева", "перешаг", "поднял", "превы", "прибав",
    "сниз", "сократ", "состав", "увелич", "упал",
)  # fmt: skip
_ENDED = ("-11", "-12", "-Q4", "-H2")
_BACK = 2  # years to which a comparison with the year before goes back
_EARLY = 3  # months in which the last year told is the one before
_UNFINISHED = 10  # months of a year after which its report may be of the next
_THIS = ("нынешн", "текущ", "этого")
_WHOLE = frozenset({"весь", "целый"})
_EACH = (["в", "год"], ["за", "год"])
_TIME, _MONTH = Words("раз"), Words("месяц")


def period_value(one: Draft, own: Period, dct: date | None = None) -> str | None:
    """What a period means for this figure."""
    value = _value(one, own)
    early = dct is not None and dct.month <= _EARLY and value == str(dct.year)
    if early and dct is not None and own.role == "span" and not own.named and own.shift < 0:
        return str(dct.year - 1)  # «за три года вырос до 5 млн тонн», in February
    return value


def _value(one: Draft, own: Period) -> str | None:
    if own.role == "at" and not own.named and own.months is None and own.year is not None:
        for period in one.sentence.periods:
            ended = period.months is not None and period.months[1] < _UNFINISHED + 1
            told = period.named or period.first < own.first
            if period.role == "at" and period.year == own.year - 1 and ended and told:
                # «в январе–мае 2023 года – 210 тыс. тонн, в этом году – лишь 112»
                return iso(own.year, period.months)
    if own.value is None or "/" not in own.value:
        return own.value
    first, last = own.value.split("/")
    if one.measure not in ("level", "share_pct"):
        return own.value
    if _of_years(one, own):
        return own.value
    if one.sentence.low[one.last : one.last + 2] in _EACH and len(first) == len(last) == 4:
        return last  # «за семь лет выросла впятеро и возит 4,5 млн тонн за год»
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
    whole = before == "за" and "всего" in low[max(sentence.first, own.first - 3) : own.first]
    return whole or before in ("урожаев", "урожая")


def this_time(one: Draft, own: Period, dct: date | None) -> str | None:
    """«Если за полгода прошлого года – 1,2 млрд, то на этот раз – 2,9 млрд»: a year later."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.holds(_TIME):
        return None
    for i in range(sentence.first, one.at):
        if low[i : i + 3] == ["на", "этот", "раз"] and own.value and own.year:
            # not «За I квартал текущего – 413 млн, на этот раз плюс 9%»
            over = dct is None or own.year < dct.year
            return month_of(own.value, own.year + 1) if over else None
    return None


def by_contrast(one: Draft, own: Period | None, recent: str | None) -> Period | None:
    """«в прошлом году – 4 млрд, а за восемь месяцев 2025 года – 3 млрд»: the year before 2025.

    The months of a year that is not over yet name the year in which an undated text was written.
    """
    if own is None or own.value is not None or own.role != "at":
        return own
    sentence = one.sentence
    if own.months is not None:
        # «за четыре месяца этого года – на 24% больше, чем за январь–апрель 2023-го»: of 2024
        then = next(
            (p.year for p in sentence.periods
             if p.role == "base" and p.named and p.months == own.months and p.year),
            None,
        )  # fmt: skip
        words = sentence.low[own.first : own.last]
        if then is None or not any(word.startswith(_THIS) for word in words):
            return own
        return own._replace(value=iso(then + 1, own.months), year=then + 1)
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


def year_after_base(one: Draft, dct: date | None) -> str | None:
    """«По сравнению с январём–маем 2023 года экспорт упал на 9%»: those months a year later.

    A whole year, «в полтора раза больше, чем в 2024 году», tells it where the year after is over.
    """
    dated = any(period.role in ("at", "span", "since") for period in one.sentence.periods)
    for period in one.sentence.periods:
        if period.role != "base" or period.value is None or period.year is None:
            continue
        if period.months is None:
            if one.sentence.word_before(period.first) in _WHOLE or one.sentence.has("now"):
                return None  # «больше, чем за весь 2021 год»: part of the next one
            late = dct is None or dct.year - _BACK <= period.year + 1 < dct.year
            if period.named and not dated and late:
                return str(period.year + 1)
            continue
        over = dct is not None and (period.year + 1, period.months[1]) <= (dct.year, dct.month)
        if over:
            return month_of(period.value, period.year + 1)
    return None


def month_by_base(one: Draft, dct: date) -> str | None:
    """«за месяц отправили 214 тыс. тонн, в октябре прошлого года было 196»: that month, of now."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.holds(_MONTH) or one.indicator not in MOVED or one.is_base:
        return None
    told = next((p for p in sentence.periods if p.last <= one.at), None)
    if told is None or low[told.first : told.last] != ["за", "месяц"]:
        return None
    for then in sentence.periods:
        months, year = then.months, (then.year or 0) + 1
        if then.first > one.last and then.role == "at" and months and months[0] == months[1]:
            over = (dct.year - 1, dct.month) <= (year, months[0]) <= (dct.year, dct.month)
            return iso(year, months) if over else None
    return None


def months_after_base(one: Draft, period: str, dct: date | None) -> str:
    """«Прирост к маю – 6%, к пяти месяцам прошлого года – 4%»: the latter of five months."""
    base = nearest(one, ("base",))
    if dct is None or base is None or base.value is None or base.months is None or not base.year:
        return period
    first, last = base.months
    over = (base.year + 1, last) <= (dct.year, dct.month)
    if first != 1 or last == first or not over or month_of(period, base.year) == base.value:
        return period
    return month_of(base.value, base.year + 1) or period
