"""Periods told by another: the same again, the like of it, a year before or after it.

«за тот же период», «за отчётный период»                   the months told before
«за аналогичный период прошлого года», «к тому же сроку»   those months a year back, the deadline
«годом ранее», «годом позже»                               a year back or on
«Тогда экспорт составлял …»                                the last period of all
"""

from __future__ import annotations

from kzcoop.mentions.calendar import iso, quarter, shifted
from kzcoop.mentions.period_text import DASHES, PAST, Period, PeriodText, Year
from kzcoop.mentions.period_told import year_beside, year_narrated
from kzcoop.mentions.period_year_at import year_meant, year_off
from kzcoop.mentions.period_years import marketing_year

_COMPARED = frozenset({"как", "к", "относительно", "против", "чем", "нежели"})
_SAID = ("говор", "докладыв", "назыв", "отмеча", "отчит", "призна", "рапорт", "рассказ", "сообщ")
_NOUNS = ("period", "months", "quarter", "half", "halfyear", "year", "month")


def same_again(
    text: PeriodText, index: int, last: int, value: str, kind: str, count: int | None = None
) -> Period | None:
    """«за тот же период», «за отчётный период»: that of the text before, or one to compare with.

    ``count`` is that of «за те же десять месяцев».
    """
    if value not in ("same", "0"):
        return None
    before = text.before(index, 4)
    ref = text.hit(last + (text.word(last) == "в"), "ref")  # «за этот же период в прошлом сезоне»
    of_a_year = year_meant(text, last, loose=True) is not None or (
        ref is not None and text.hit(ref.last, "crop") is not None
    )
    of_a_year = of_a_year or _season(text, last) is not None
    if of_a_year and value == "0":
        return _as_counted(text, index, last, count)
    if of_a_year:  # «+9% к тому же периоду прошлого года»
        return _same_of(text, index, last) if value == "same" else None
    if kind == "period" and before[-1:] == ["к"] and (due := _ahead(text, index)) is not None:
        # «к тому же сроку перевезут 30 млн тонн»
        return Period(index - 1, last, "by", due.value, due.year, due.months)
    recent, main = text.last, text.reported
    main = text.earlier if main is recent else main
    if kind == "period" and before[-1:] == ["к"] and recent is not None and main is not None:
        back = text.together(recent.first, index) and recent.year == (main.year or 0) - 1
        if back and recent.year is not None and main.months is not None:
            # «Прошлым летом к этому сроку успели только 430 тыс.»: the months of the report
            then = iso(recent.year, main.months)
            return Period(index - 1, last, "at", then, recent.year, main.months)
    compared = before[-1:] not in (["за"], ["в"], ["во"], ["на"]) or any(
        word in ("чем", "нежели", "против") or word.startswith("сравнени") for word in before
    )
    if compared:
        return _same_of(text, index, last) if value == "same" else None
    recent, main = text.last, text.reported
    if (again := _of_year_beside(text, index, last)) is not None:
        return again
    if main is not None and count is not None and _length(main) == count:
        recent = main  # «за те же десять месяцев», whatever was told between
    elif count is not None and (counted := text.counted.get(count)) is not None:
        recent = counted
    beside = value == "same" and recent is not None and text.together(recent.first, index)
    if beside and recent is not None and recent.role == "at" and recent.months is None:
        # «за 2021 год экспорт – 14 млрд, а таможенники за тот же срок …»
        return Period(index, last, "at", recent.value, recent.year, recent.months)
    if recent is not None and main is not None and kind == "period" and recent.months is None:
        # «За отчётный период» after the months of the report and «по итогам всего 2023 года»
        recent = main if (main.year or 0) > (recent.year or 0) else recent
    if recent is not None and main is not None and kind == "period" and _within(recent, main):
        recent = main  # «За квартал …, в том числе в марте – 7 тыс. За тот же период …»
    if recent is None or (kind in ("months", "month") and recent.months is None):
        return None
    return Period(index, last, "at", recent.value, recent.year, recent.months)


def _as_counted(text: PeriodText, index: int, last: int, count: int | None) -> Period | None:
    """«за эти пять месяцев 2022 года», «за эти месяцы 2022 года», after July to November."""
    year = year_meant(text, last, loose=True)
    for told in (text.last, text.reported):
        if told is None or year is None or told.months is None:
            continue
        if count is not None and _length(told) != count:
            continue
        if told.year == year.year and told.months[0] <= told.months[1]:
            return told._replace(first=index, last=year.last, role="at", named=year.named)
    return None


def _within(month: Period, main: Period) -> bool:
    """Whether a period is one month of another."""
    whole, here = main.months, month.months
    if whole is None or here is None or here[0] != here[1] or whole[0] == whole[1]:
        return False
    if month.role != "at" or None in (month.year, main.year):
        return False
    if whole[0] <= whole[1]:
        return month.year == main.year and whole[0] <= here[0] <= whole[1]
    year = (main.year or 0) - (here[0] >= whole[0])
    return month.year == year and (here[0] >= whole[0] or here[0] <= whole[1])


def _ahead(text: PeriodText, index: int) -> Period | None:
    """The last deadline, or a later year told right before: «Совет соберётся в 2027 году. К …»."""
    last, due = text.last, text.due
    if last is None or text.clock.year is None or not text.near(last.first, index):
        return due
    later = due is None or due.first < last.first
    return last if later and (last.year or 0) > text.clock.year else due


def _of_year_beside(text: PeriodText, index: int, last: int) -> Period | None:
    """«в прошлом году за тот же срок», «в прошлом сезоне за эти месяцы», «в 2024-м за такой же»."""
    recent, main = text.last, text.reported
    if recent is None or main is None or not main.months or recent.months not in (None, text.crop):
        return None
    beside = recent.role in ("at", "base") and index - 1 <= recent.last <= index
    if not beside or not recent.year or not text.together(recent.first, index):
        return None
    autumn = recent.months == text.crop and text.crop[1] < main.months[0] <= main.months[1]
    year = recent.year - autumn
    return Period(index, last, "at", iso(year, main.months), year, main.months)


def _length(period: Period) -> int:
    """How many months a part of a year has, 0 for a whole one."""
    months = period.months
    return (months[1] - months[0]) % 12 + 1 if months is not None else 0


def similar(text: PeriodText, index: int) -> Period | None:
    """«за аналогичный период прошлого года», «к соответствующему месяцу 2023 года»."""
    hit = text.hit(index, "similar")
    if hit is None:
        return None
    at = hit.last
    if text.word(at) == "же":
        at += 1
    noun = text.hit(at, *_NOUNS)
    if noun is None:
        if not text.word(at).startswith("показател"):
            return None
        return _same_of(text, index, at + 1)
    if noun.entry.kind == "year" and year_meant(text, at + 1) is None:
        return None
    return (
        _of_year_beside(text, index, noun.last)
        or _opens_year(text, index, noun.last)
        or _same_of(text, index, noun.last)
    )


def _opens_year(text: PeriodText, index: int, last: int) -> Period | None:
    """«С Сербией за такой же срок 2022 года торговля прибавила 4%»: the months, of that year.

    Before any figure of its sentence, and compared with nothing.
    """
    year, main = _season(text, last) or year_meant(text, last, loose=True), text.reported
    if year is None or not year.named or main is None or main.months is None:
        return None
    start = text.tokens.bounds[text.tokens.sentence[index]][0]
    if text.word(index - 1) != "за" or main.first >= start:
        return None
    before = text.low[start : index - 1]
    if any(text.kind[at] == "n" for at in range(start, index)) or _COMPARED.intersection(before):
        return None
    if any(word.startswith(("сравн", "больш", "меньш", "выше", "ниже")) for word in before):
        return None
    return year.in_months(index, main.months)._replace(last=year.last)


def _same_of(text: PeriodText, index: int, last: int) -> Period:
    """A period like the figure's own, of the year before or of the year that follows."""
    year = marketing_year(text, last) or _season(text, last)
    year = year or year_meant(text, last, loose=True)
    at = last + (text.word(last) == "в")
    if year is None and (ref := text.hit(at, "ref")) and text.hit(ref.last, "crop"):
        year = year_off(text, ref.entry.value, ref.last + 1)  # «… предыдущего сезона»
    if year is not None:
        named = year.named
        return Period(index, year.last, "same", None, year.year, None, named, 0 if named else -1)
    if text.hit(last, "earlier"):
        last += 2
    base = year_beside(text, index) or text.clock.year
    return Period(index, last, "same", None, base - 1 if base else None, None, False, -1)


def _season(text: PeriodText, last: int) -> Year | None:
    """«за тот же отрезок сезона 2022/23»."""
    if text.hit(last, "crop") is None:
        return None
    return marketing_year(text, last + 1 + (text.word(last + 1) in DASHES))


def earlier(text: PeriodText, index: int) -> Period | None:
    """«годом ранее», «год к году», «месяцем раньше»."""
    hit = text.hit(index, "earlier", "earliermonth", "earlierquarter")
    if hit is None:
        return None
    if hit.entry.kind == "earlierquarter":
        recent = text.last
        if recent is None or recent.year is None or recent.months is None:
            return Period(index, hit.last, "base", None)
        year, month = shifted(recent.year, recent.months[0], -3)
        span = quarter((month + 2) // 3)
        return Period(index, hit.last, "base", iso(year, span), year, span)
    span_off = (-1, -1) if hit.entry.kind == "earliermonth" else None
    return Period(index, hit.last, "base", None, None, span_off, False, -1)


def later(text: PeriodText, index: int) -> Period | None:
    """«годом позже», «спустя ещё год»: the year after that of the text before."""
    hit = text.hit(index, "later")
    year = year_narrated(text, index)
    first, end = text.tokens.bounds[text.tokens.sentence[index]]
    now = text.clock.year
    if (
        hit is not None
        and text.low[index] == "через"
        and text.opens(index)
        and now is not None
        and any(text.hit(at, "ahead") for at in range(first, end))
    ):  # «Через год к границе должен подойти участок»: from the publication
        return Period(index, hit.last, "by", str(now + 1), now + 1)
    if hit is None or year is None or (text.clock.year is not None and year >= text.clock.year):
        return None
    return Period(index, hit.last, "at", str(year + 1), year + 1)


def then(text: PeriodText, index: int) -> Period | None:
    """«Тогда экспорт составлял …»: at the head of a sentence, after a period."""
    recent, hit = text.told, text.hit(index, "then")
    end = hit.last if hit is not None else index + 1
    at_head = index == 0 or text.tokens.sentence[index - 1] != text.tokens.sentence[index]
    again = not at_head and recent is not None and text.word(index + 1) == "же"
    if again and recent is not None and _then_done(text, index):
        # «реализовано тогда же 58 проектов», of the year told
        return Period(index, index + 2, "at", recent.value, recent.year, recent.months)
    at_head = at_head or text.word(index - 1) == "("  # «показателя тех же месяцев (тогда – 210)»
    at_head = at_head or _told_then(text, index, end)
    if not at_head or recent is None or recent.value is None or text.word(end) == "как":
        return None
    if recent.year is not None and recent.year > (text.clock.year or recent.year):
        return None  # «до планки на 2030-й не хватает двух. … Тогда обсуждали 9 проектов»
    part = recent.months is not None and recent.months[0] != recent.months[1]
    if part and text.word(index + 1) == "же":
        return None  # «Тогда же президенты запустили», after months
    return Period(index, end, "at", recent.value, recent.year, recent.months)


def _told_then(text: PeriodText, index: int, end: int) -> bool:
    """«Вспомнили 2018-й. Премьер тогда рассказывал, что …»: the year of the sentence before."""
    recent = text.told
    if recent is None or recent.role != "at" or recent.months is not None:
        return False
    number = text.tokens.sentence
    if number[index] - number[recent.first] != 1:
        return False
    beside = (text.word(end), text.low[index - 1])
    return any(word.startswith(_SAID) and PAST.match(word) for word in beside)


def _then_done(text: PeriodText, index: int) -> bool:
    """«реализовано тогда же»: after what was finished, or before it."""
    return any(
        text.word(at).endswith(("ано", "аны", "ено", "ены")) for at in (index - 1, index + 2)
    )
