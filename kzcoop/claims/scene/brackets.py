"""Brackets as an aside of their own: what stands in them is told of the figure before them."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Words, either

_OPENED = Words("(")
_MAY_TELL = either(_OPENED, Words("минус", "плюс"))
_SIGNS = frozenset({"+", "-", "–", "−", "минус", "плюс"})
_CHANGES = frozenset({"down", "up"})
_OPENING = 5  # tokens from the bracket to the number


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


def signed_again(one: Draft, before: Sequence[Draft]) -> Draft | None:
    """Return the percentage whose sign of per cent a later change leaves out, or None.

    «экспорт – 11 млн тонн (минус 4%), импорт – 6 (плюс 12)», «(рост на 8%) … (падение на 6)»: as
    the change with a sign or in brackets before is one. ``before`` are the drafts before it.
    """
    if not one.sentence.begins(_MAY_TELL) or not _tells_change(one):
        return None
    near = (d for d in reversed(before) if d.sentence.number >= one.sentence.number - 1)
    told = next((d for d in near if _tells_change(d)), None)
    return told if told is not None and told.kind == "percent" else None


def _tells_change(one: Draft) -> bool:
    """Whether a sign leads a figure, or brackets open with a word of growth: «(рост на 8%)»."""
    sentence, low = one.sentence, one.sentence.low
    at = one.at - 1
    if low[at] in ("минус", "плюс"):
        return True
    signed = False
    while at >= sentence.first and low[at] != "(" and one.at - at <= _OPENING:
        signed = signed or low[at] in _SIGNS
        signed = signed or any(c.first == at and c.entry.kind in _CHANGES for c in sentence.cues)
        if not signed and low[at] != "на" and at < one.quantity.lead:
            return False
        at -= 1
    return signed and sentence.word_before(at + 1) == "("
