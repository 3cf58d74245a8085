"""Parts of a plan that the sentences after it tell: they are due when the whole is.

«В 2025 году экспорт ожидается в 60 млн тонн. Из них 45 млн пойдёт по морю, 9 – по трубе»
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import MOVED
from kzcoop.claims.scene.draft import Draft

_REACH = 2  # sentences


def date_parts(drafts: Sequence[Draft]) -> None:
    """Give flows planned without a term that of the plan told right before, in its paragraph."""
    whole: Draft | None = None
    for one in drafts:
        if one.status != "planned" or one.indicator not in MOVED or one.measure != "target":
            if one.status != "planned":
                whole = None  # the text turns to what was
            continue
        if one.deadline is not None:
            # «30 млн тонн, в том числе на экспорт 12 млн, …»: a part leaves the whole in reach
            whole = whole if whole is not None and _is_part(one, whole) else one
        elif whole is not None and _goes_on(one, whole):
            one.deadline = whole.deadline
            one.note("due as the plan that it is a part of")


def _is_part(one: Draft, whole: Draft) -> bool:
    same = one.sentence is whole.sentence and one.unit == whole.unit
    return same and one.value < whole.value and one.deadline == whole.deadline


def _goes_on(one: Draft, whole: Draft) -> bool:
    """Whether a flow is told in the same unit, soon after a larger one, and of no other time."""
    paragraph = one.sentence.mentions.tokens.paragraph
    left, right = whole.sentence.number, one.sentence.number
    return (
        right - left <= _REACH
        and paragraph[left] == paragraph[right]
        and one.unit == whole.unit
        and one.value < whole.value
        and not any(
            p.role in ("at", "by") and p.first < one.at and p.value != whole.deadline
            for p in one.sentence.periods
        )
    )
