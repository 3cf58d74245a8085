"""Of which year a text tells where months name none: the one that was told before.

«За 2022 год – 4 млрд, за июль – 300 млн»                   the year that the sentence has named
«Год назад картина была иной. Тогда за шесть месяцев …»     the year told back
«Год назад первые шесть месяцев были иными»                 so many years back
«через год удвоился, а ещё через год упал»                  the year that a tale has come to
"""

from __future__ import annotations

from kzcoop.mentions.calendar import Months
from kzcoop.mentions.period_crop import SEASON
from kzcoop.mentions.period_text import Period, PeriodText, crosses

_THEN = 14  # tokens from months to «тогда»
_OF_THEM = frozenset({"них", "которых", "числе"})


def years_back(text: PeriodText, index: int) -> int:
    """How many years back a sentence begins: «Год назад первые шесть месяцев …»."""
    start = text.tokens.bounds[text.tokens.sentence[index]][0]
    hit, told, now = text.hits.get(start), text.told, text.clock.year
    if ":" in text.low[max(start, index - 2) : index] and told is not None and told.shift < 0:
        # «В прошлом году всё было наоборот: за семь месяцев импорт вырос»
        whole = told.role == "at" and told.months is None and told.first >= start
        counted = any(text.kind[i] == "n" for i in range(told.last, index))
        return told.year - now if whole and not counted and told.year and now else 0
    if text.low[index - 2 : index - 1] == [","]:
        for back in range(max(start, index - 6), index - 2):
            told_back = text.hits.get(back)
            if told_back is not None and told_back.last == index - 2:
                # «При этом годом ранее, в апреле и мае, …»
                return -1 if told_back.entry.kind == "earlier" else 0
    if hit is None:
        return 0
    if hit.entry.kind == "then" and told is not None and told.year is not None:
        # «Тогда за шесть месяцев оборот удвоился»: of the year told of
        return min(told.year - now, 0) if now is not None and told.first <= index else 0
    return -1 if hit.entry.kind == "earlier" and text.low[start] != "за" else 0


def year_narrated(text: PeriodText, index: int) -> int | None:
    """The year that a tale has come to: «через год удвоился, а ещё через год упал»."""
    last, named, by = text.last, text.named, text.due
    now = text.clock.year or 0
    if by is not None and last is not None and last.first < by.first and by.year:
        # «К 2010 году выросла до 1,2 млрд, ещё через восемь лет – до 3,7 млрд»
        last = by if by.year < now else last
    if last is not None and last.year and text.near(last.first, index):
        return last.year
    return named.year if named is not None else None


def _then(text: PeriodText, index: int) -> int | None:
    """«… вспоминать весну 2011 года. За март – май тогда прошло 96 тыс. тонн»: of that year."""
    told, start = text.told, text.tokens.bounds[text.tokens.sentence[index]][0]
    if told is None or not told.named or told.first >= start:
        return None
    following = range(index, min(index + _THEN, text.end))
    return (
        told.year
        if any(text.hit(at, "then") and text.word(at + 1) != "как" for at in following)
        else None
    )


def year_beside(text: PeriodText, index: int, span: Months | None = None) -> int | None:
    """The year that the same sentence has named before, for months of that year, or None."""
    if "then" in text.kinds and (then := _then(text, index)) is not None:
        return then
    named = text.named
    if named is None or named.year is None or not text.together(named.first, index):
        return None
    months = named.months
    if span and months and months[0] > months[1] and months[0] <= span[0] <= span[1]:
        return named.year - 1  # «в сезоне 2022/23, с июля по ноябрь»
    if span and months and crosses(span) and SEASON[0] <= months[0] <= months[1]:
        return named.year + 1  # «За шесть месяцев сезона 2023/24, с сентября по февраль»
    if span and _since_then(text, index, span, named):
        return named.year + 1
    return named.year


def _since_then(text: PeriodText, index: int, span: Months, year: Period) -> bool:
    """«За 2024 год – 4 млрд, за первый квартал – 900 млн», in May: of the year that runs.

    Not «в 2024 году – 4 млрд, в том числе за первый квартал – 900 млн».
    """
    dct = text.clock.dct
    if dct is None or year.months is not None or year.role != "at":
        return False
    if year.year != dct.year - 1 or span[0] != 1 or not span[1] < dct.month:
        return False
    words = text.low[year.last : index]
    if not any(text.kind[at] == "n" for at in range(year.last, index)):
        return False
    if not _OF_THEM.isdisjoint(words):
        return False
    return words[-2:-1] in ([","], [";"], ["а"], ["и"], ["уже"]) and (
        words[-1] == "за" or (words[-1] == "в" and words[-2] in ("а", "уже"))
    )
