"""Periods told by an adjective: of months, of parts of a year, of the year before.

«февральский экспорт», «мартовские данные»                      a month of a flow, of figures
«январско-майский вывоз»                                        from month to month
«на 18% выше сентябрьского», «вместо июльских 30»               a base
«полугодовой оборот», «итоги девятимесячной торговли»           from January on
«прошлогодний экспорт», «против прошлогодних 250 тысяч»         the year before
"""

from __future__ import annotations

from functools import cache

from kzcoop.lexicon.loader import entries
from kzcoop.mentions.calendar import Months, iso
from kzcoop.mentions.hedge import ADJECTIVE_ENDINGS
from kzcoop.mentions.period_parts import span_of
from kzcoop.mentions.period_text import DASHES, MEASURED, Period, PeriodText
from kzcoop.mentions.period_told import year_beside
from kzcoop.mentions.period_year_at import year_meant

_COMPARING = frozenset(
    "выше ниже больше меньше лучше хуже слабее скромнее сильнее успешнее быстрее медленнее против "
    "чем к ко с со от относительно вместо до при".split()
)
# «половина прошлогоднего объёма»
_FRACTIONS = frozenset(
    "% половина половину половины процентов треть трети четверть четверти".split()
)
# what an adjective of time dates: a flow, or what an office publishes; and no visit, no accord
_FLOWS = (
    "ввоз", "вывоз", "выручк", "грузопоток", "закупк", "импорт", "объем", "оборот", "отгрузк",
    "перевалк", "перевоз", "поставк", "показател", "покупк", "приток", "продаж", "товарооборот",
    "товарообмен", "торговл", "транзит", "экспорт",
)  # fmt: skip
_FIGURES = (
    "баланс", "данны", "дефицит", "динамик", "итог", "отчет", "профицит", "результат", "сальдо",
    "сведени", "сводк", "статистик", "таблиц", "цифр",
)  # fmt: skip
_DATED = (*_FLOWS, *_FIGURES)
# what an adjective of two months dates by itself: «за январско-майский отрезок»
_STRETCHES = ("интервал", "отрез", "период", "промежут", "срок", "уровен", "уровн")
_LEVELS = ("объем", "показател")  # what others are compared with
_FLOWED = (*_FLOWS, "итог", "результат")
_OF_SHARE = frozenset({"%", "процент", "процента", "процентов"})
_OUTDONE = 5  # tokens from «опередив» to «прошлогодние»
_MODIFIERS = 2  # adjectives between: «сентябрьский железнодорожный экспорт»


def month(text: PeriodText, index: int) -> Period | None:
    """Read «на 18% выше сентябрьского», «февральский экспорт», «вместо июльских 30»."""
    hit = text.hit(index, "monthadj")
    if hit is None:
        return None
    span = _months(text.low[index], int(hit.entry.value))
    base = _compared(text.word(index - 1))
    if span[0] != span[1] and (noun := _noun(text, hit.last, _STRETCHES)) is not None:
        year = year_meant(text, noun)  # «за январско-майский отрезок 2022 года»
        if year is not None:
            return year.in_months(index, span, "base" if base else "at")
        return _of(
            text, index, noun, span, "base" if base else "at", year_beside(text, index, span)
        )
    if text.number(hit.last) is not None:
        # «в Узбекистан ушло 40 тыс. тонн вместо сентябрьских 30»
        return _of(text, index, hit.last, span, "base") if base else None
    noun = _noun(text, hit.last)
    if noun is not None:
        reference = year_meant(text, noun)
        if reference is not None and reference.named:
            return reference.in_months(index, span, "base" if base else "at")
        beside = year_beside(text, index, span)
        return _of(text, index, hit.last, span, "base" if base else "at", beside)
    told = text.last
    if told is not None and told.months is not None:
        if text.together(told.first, index) and text.word(hit.last) in DASHES:
            # «Мартовский импорт – 5 млрд долларов, февральский – 4,7 млрд»
            return _of(text, index, hit.last, span, "at")
        one = told.months[0] == told.months[1]
        if one and text.near(told.first, index) and text.opens(index):
            # «Июльские поставки – 410 тыс. тонн. Августовские скромнее: 350 тыс.»
            return _of(text, index, hit.last, span, "at")
    return _of(text, index, hit.last, span, "base") if base else None


def _months(word: str, first: int) -> Months:
    """The months of «январский», or of «январско-майский»."""
    head, joint, tail = word.partition("-")
    if not (joint and head.endswith("о")):
        return first, first
    last = next((number for stem, number in _month_stems() if tail.startswith(stem)), first)
    return first, last


@cache
def _month_stems() -> tuple[tuple[str, int], ...]:
    """Beginnings of adjectives of months: «январск»."""
    return tuple(
        (pattern.rstrip("*"), int(entry.value))
        for entry, pattern in entries("periods")
        if entry.kind == "monthadj"
    )


def part(text: PeriodText, index: int) -> Period | None:
    """Read «полугодовой оборот», «девятимесячный экспорт»: from January on."""
    hit = text.hit(index, "partadj")
    noun = None if hit is None else _noun(text, hit.last, _FLOWED)
    if hit is None or noun is None:
        return None  # «полугодовой отчёт» is one that comes twice a year
    span = span_of(hit)
    if (told := year_meant(text, noun)) is not None:
        return told.in_months(index, span)  # «семимесячный оборот этого года»
    return _of(text, index, hit.last, span, "at", year_beside(text, index, span))


def year_before(text: PeriodText, index: int) -> Period | None:
    """Read «против прошлогодних 250 тысяч», «прошлогодний экспорт»."""
    hit = text.hit(index, "earlieradj")
    if hit is None:
        return None
    led = text.word(index - 1)
    # «против июньских 5,5 млрд и прошлогодних 6,2 млрд»
    again = led == "и" and text.number(hit.last) is not None
    # «опередив на 9% прошлогодние показатели»
    outdone = led in _OF_SHARE and any(
        word.startswith(MEASURED) for word in text.before(index, _OUTDONE)
    )
    if again or outdone or _compared(led):
        return Period(index, hit.last, "base", None, None, None, False, -1)
    months = text.hit(hit.last, "month")
    if months is not None and text.clock.year is not None:  # «Прошлогодний июнь дал 8 тыс. тонн»
        span, before = (int(months.entry.value),) * 2, text.clock.year - 1
        return Period(index, months.last, "at", iso(before, span), before, span)
    noun = text.word(hit.last)
    share = led in _FRACTIONS and noun.startswith("объем")
    if not share and (noun.startswith(_LEVELS) or _noun(text, hit.last) is None):
        return None  # «прошлогодняя справка», «опередив на 9% прошлогодние показатели»
    year = text.clock.year - 1 if text.clock.year is not None else None
    return Period(index, hit.last, "at", iso(year), year)  # «прошлогодний итог»


def _compared(led: str) -> bool:
    """Whether a word leads to what a figure is compared with: «против», «превышает»."""
    return led in _COMPARING or led.startswith(MEASURED)


def _noun(text: PeriodText, at: int, dated: tuple[str, ...] = _DATED) -> int | None:
    """The token after the noun that an adjective of time dates, past other adjectives."""
    last = at + _MODIFIERS
    while at < last and text.word(at).endswith(ADJECTIVE_ENDINGS):
        if text.word(at).startswith(dated):
            break
        at += 1
    return at + 1 if text.word(at).startswith(dated) else None


def _of(
    text: PeriodText, first: int, last: int, span: Months, role: str, year: int | None = None
) -> Period:
    """Months of a year that the text has named, or of the latest that has them."""
    year = year or text.clock.latest(span)
    return Period(first, last, role, iso(year, span), year, span, False, 0, True)
