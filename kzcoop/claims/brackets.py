"""Brackets as an aside of their own: what stands in them is told of the figure before them."""

from __future__ import annotations

from kzcoop.claims.draft import Draft
from kzcoop.language.stems import Words

_OPENED = Words("(")


def alone(one: Draft) -> bool:
    """Whether brackets hold a figure and nothing else: «(14 тыс.)», «(2,4 млн тонн)»."""
    sentence = one.sentence
    if not sentence.holds(_OPENED):
        return False
    opened = sentence.word_before(one.quantity.lead) == "("
    return opened and sentence.word_at(one.last) == ")"


def closed_before(other: Draft, one: Draft) -> bool:
    """Whether a figure stands in brackets that close before a later one of its sentence.

    «Шесть проектов работают (84 млрд тенге, 1 100 рабочих мест), два – на бумаге»: two projects.
    """
    between = one.sentence.low[other.last : one.first]
    if ")" not in between:
        return False
    return "(" not in between[: between.index(")")]
