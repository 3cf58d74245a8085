"""Periods of one figure of a pair, which date nothing after it: what another is compared with.

«Китаю – 39 тыс. тонн против 30 тыс. в сентябре, Ирану – 12 тыс.»    of the 30 alone
«98 тыс. против 121 тыс. в 2024-м, то есть на 19% меньше»            no period of the change
«со 183 млн в 2011-м до 345 млн»                                     of the first of a pair
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.period_brackets import SMALL
from kzcoop.language.stems import Words
from kzcoop.mentions.period import Period

_AGAINST = Words("вместо", "против")
_FROM = Words("с", "со")
# before what a figure is compared with
COMPARED = Words("взамен", "вместо", "после", "при", "против", "с", "со")
LEADING = SMALL | {"во", "первые", "первых"}
_BOUNDS = frozenset(", ; : ( – — а и".split())
_CHANGES = frozenset({"change_pct", "change_ratio", "increment"})
_DATED, _NAMED = 2, 3  # tokens of «в», of «тонн муки»


def of_compared(one: Draft, period: Period) -> bool:
    """Return whether a period is of what another is compared with: «против 121 тыс. в 2024-м»."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.holds(_AGAINST) or period.first > one.at:
        return False
    return any(
        sentence.word_before(q.lead) in _AGAINST
        and 0 <= period.first - q.last <= 2
        and LEADING.issuperset(low[q.last : period.first])
        for q in sentence.quantities
    )


def of_base(one: Draft, period: Period) -> bool:
    """Return whether a period is the base's: «39 тыс. тонн против 30 тыс. в мае, Ирану – 12»."""
    sentence, figures = one.sentence, one.sentence.quantities
    for before, base in pairwise(figures):
        if not base.last <= period.first < one.first or period.first - base.last > _DATED:
            continue
        word, words = sentence.word_before(base.lead), sentence.low[before.last : base.lead - 1]
        if word not in COMPARED or len(words) > _NAMED or not _BOUNDS.isdisjoint(words):
            continue
        if word in _FROM and sentence.word_before(before.lead) != "до":
            continue  # but «до 81 млрд с 84 в 2023-м, импорт – до 60»
        return LEADING.issuperset(sentence.low[base.last : period.first])
    return False


def of_first(one: Draft, period: Period) -> bool:
    """Return whether a period dates the first of a pair: «со 183 млн в 2011-м до 345 млн»."""
    low, sentence = one.sentence.low, one.sentence
    if period.first > one.at or not sentence.holds(_FROM):
        return False
    if one.measure not in _CHANGES and "до" not in low[period.last : one.at]:
        return False
    return any(
        q.last <= period.first and period.first - q.last <= 2
        and sentence.word_before(q.lead) in _FROM
        for q in sentence.quantities
    )  # fmt: skip
