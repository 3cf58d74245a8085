"""Periods, deadlines and bases of comparison.

    «за четыре месяца 2022 года»   at     2022-01/2022-04
    «к 2030 году»                  by     2030
    «годом ранее»                  base   the year before that of the figure
    «с 2020 по 2024 год»           span   2020/2024

A relative period resolves with the document's own date; without one it stays open: ``value`` is
None and the mention still says what it is. The rules stand in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from kzcoop.language.numeral import NumberReader
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Entry, Hit
from kzcoop.mentions import period_adjective as adjectives
from kzcoop.mentions import period_days as days
from kzcoop.mentions import period_edges as edges
from kzcoop.mentions import period_months as months
from kzcoop.mentions import period_parts as parts
from kzcoop.mentions import period_relative as relative
from kzcoop.mentions import period_same as same
from kzcoop.mentions import period_season as marketing
from kzcoop.mentions.calendar import Clock, iso, quarter
from kzcoop.mentions.period_counted import COUNTED, counted
from kzcoop.mentions.period_counted_years import independence
from kzcoop.mentions.period_crop import crop_year
from kzcoop.mentions.period_role import with_role
from kzcoop.mentions.period_text import Period, PeriodText
from kzcoop.mentions.period_years import years

__all__ = ["ROMAN", "Period", "iso", "quarter", "read_periods"]

Rule = Callable[[PeriodText, int], Period | None]


def _independence(text: PeriodText, index: int) -> Period | None:
    hit = text.hit(index, "independence")
    return independence(text, index, hit.last) if hit else None


# what may begin with a number or a Roman numeral, the most specific first, with the kinds of rows
# of which one must stand in the sentence
_NUMBERS: tuple[tuple[Rule, frozenset[str]], ...] = (
    (days.day_month, frozenset({"month", "monthabbr"})),
    (parts.part_of_year, frozenset({"quarter", "half", "halfpart"})),
    (edges.month_of_season, frozenset({"months", "season"})),
    (counted, COUNTED),
)
_REMEMBERED = 1_000  # combinations of kinds
_BY_KIND: dict[str, tuple[Rule, ...]] = {
    "month": (months.months,),
    "monthabbr": (months.months,),
    "monthadj": (adjectives.month,),
    "partadj": (adjectives.part,),
    "season": (parts.season,),
    "ref": (parts.part_of_year, relative.reference),
    "similar": (same.similar,),
    "yearten": (years,),
    "yearabbr": (relative.this_year,),
    "lastpart": (parts.part_of_year, edges.month_of_season),
    "quarter": (parts.part,),
    "half": (parts.part,),
    "halfyear": (counted,),
    "numberpair": (counted,),
    "decade": (counted,),
    "period": (),
    "crop": (marketing.crop,),
    "newcrop": (marketing.new_crop,),
    "seasonof": (relative.season_of,),
    "edge": (edges.edge,),
    "ytd": (edges.year_to_date,),
    "whole": (relative.whole_year,),
    "planned": (relative.year_ahead,),
    "earlier": (same.earlier,),
    "earlieradj": (adjectives.year_before,),
    "earliermonth": (same.earlier,),
    "earlierquarter": (same.earlier,),
    "later": (same.later,),
    "then": (same.then,),
    "independence": (_independence,),
}
# Roman numerals of quarters and halves, alone and as spans, in Latin and Cyrillic letters
ROMAN = (
    Entry("roman", "quarter", "roman", ""),
    "i|ii|iii|iv|і|іі|ііі|іv|i-ii|i-iii|i-iv|ii-iii|ii-iv|iii-iv",
)


def read_periods(
    tokens: Tokens,
    hits: Mapping[str, Mapping[int, Hit]],
    numbers: NumberReader,
    dct: date | None,
    this_year: int | None = None,
) -> list[Period]:
    """Return the periods of a text in order; they do not overlap.

    Parameters
    ----------
    tokens
        The text.
    hits
        Rows found by table and first token; ``periods``, ``numerals`` and ``roman`` are read,
        ``units`` and ``counted`` tell a year from a count («2024 предприятия»).
    numbers
        The reader of its numbers.
    dct
        Date of publication, with which relative periods are resolved; None leaves them open.
    this_year
        The year that «текущий год» must be where there is no date, or None.
    """
    clock = Clock(dct, dct.year if dct else this_year)
    text = PeriodText(tokens, hits, clock, numbers, crop_year(tokens, hits.get("periods", {})))
    numeric = numbers.digits.union(text.numerals, hits.get("roman", ()))
    dates = _dates(tokens)
    found: list[Period] = []
    done = end = 0
    for index in sorted(numeric.union(dates, text.hits)):
        if index < done:
            continue
        if index >= end:
            text.enter(index)
            end = text.end
        chosen: tuple[Rule, ...] = ()
        hit = text.hits.get(index)
        if hit is not None:
            chosen = _BY_KIND.get(hit.entry.kind, ())
        if index in numeric:
            chosen += _of_numbers(text.kinds)
        elif index in dates:
            chosen = (days.full_date,)
        for rule in chosen:
            if (period := rule(text, index)) is not None:
                period = with_role(text, period)
                if (
                    found
                    and found[-1].role == "since"
                    and (span := edges.runs(text, found[-1], period))
                ):
                    period = span
                    found.pop()
                text.note(period)
                found.append(period)
                done = period.last
                break
    return found


def _dates(tokens: Tokens) -> set[int]:
    """The tokens that are a date in digits."""
    return {index for index in tokens.figures if tokens.kind[index] == "d"}


@lru_cache(maxsize=_REMEMBERED)
def _of_numbers(kinds: frozenset[str]) -> tuple[Rule, ...]:
    """The rules for a number in a sentence with rows of some kinds."""
    if not kinds:
        return (years,)
    return (*(rule for rule, needed in _NUMBERS if not needed.isdisjoint(kinds)), years)
