"""Brackets as an aside of their own: what stands in them is told of the figure before them."""

from __future__ import annotations

from kzcoop.claims.draft import Draft


def closed_before(other: Draft, one: Draft) -> bool:
    """Whether a figure stands in brackets that close before a later one of its sentence.

    «Шесть проектов работают (84 млрд тенге, 1 100 рабочих мест), два – на бумаге»: two projects.
    """
    between = one.sentence.low[other.last : one.first]
    if ")" not in between:
        return False
    return "(" not in between[: between.index(")")]
