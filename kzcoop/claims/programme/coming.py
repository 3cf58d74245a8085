"""The term of a programme that is a month without a year: the month that is to come.

«сдадут к 1 октября», of a report of November: the year after
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kzcoop.claims.programme.found import Found
from kzcoop.claims.scene.sentence import Sentence, tense

_WE = frozenset("введем внедрим запустим начнем откроем переведем".split())


def to_come(each: Found, sentence: Sentence, published: date | None) -> Found:
    """Return a programme whose term is a month without a year, that which is to come."""
    by = each.deadline
    done = (each.past or each.done) and each.remaining is None
    if published is None or by is None or by.count("-") != 1:
        return each
    if done:  # «к 1 октября введены 16 из 40»
        over = each.done and by <= f"{published.year}-{published.month:02d}"
        return replace(each, deadline=None) if over else each
    year, month = by.split("-")
    if each.kind == "other" and not any(_is_coming(w) for w in _words(sentence)):
        return each  # «с 1 мая пост работает круглосуточно»
    named = any(word.isdigit() and len(word) == len(year) for word in _dating(sentence, by))
    if named or (int(year), int(month)) >= (published.year, published.month):
        return each
    ahead = int(month) >= published.month
    return replace(each, deadline=f"{published.year + (not ahead)}-{month}")


def _is_coming(word: str) -> bool:
    """«перейдёт», «перевести», «заработает»."""
    if word.endswith("ти") and not word.endswith(("вести", "йти")):
        return False  # «в области»
    if word in _WE:
        return True
    return tense(word) in ("future", "infinitive") or word.startswith("заработа")


def _dating(sentence: Sentence, by: str) -> Sequence[str]:
    """The words that tell a term; all, where it is nowhere told as it is.

    «закончить ремонт, начатый в 2023 году, и открыть его 25 декабря»: a day of no year
    """
    days = [p for p in sentence.periods if p.role == "date" and p.value == by]
    if len(days) != 1 or sentence.periods[0] is days[0]:
        return _words(sentence)
    return sentence.low[days[0].first : days[0].last]


def _words(sentence: Sentence) -> Sequence[str]:
    return sentence.low[sentence.first : sentence.last]
