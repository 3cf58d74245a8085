"""Gives bare numbers the unit and scale that their neighbours state once for several.

«экспорт – 13,2, импорт – 310,9 млн долларов»    forward: 13.2 million dollars
«прошло 6,2 млн тонн, через Алтынколь – 5,2»     backward: 5.2 million tonnes
«составил 3,8 млн»                               the unit named before in the document
«ещё 14 стоимостью 1,4 млрд»                     a counted noun left out
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kzcoop.claims.count.counted_people import of_workers
from kzcoop.claims.scene.asked import counts_asked
from kzcoop.claims.scene.brackets import signed_again
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.unit.counted_before import (
    by_capital,
    how_many,
    number_of_them,
    of_them,
    of_those,
    of_units,
    past_clause,
    so_many,
)
from kzcoop.claims.unit.counted_part import change_of_count, part_of_projects, part_of_vehicles
from kzcoop.claims.unit.echo import echoes
from kzcoop.claims.unit.ellipsis import counted
from kzcoop.claims.unit.ellipsis_form import may_count
from kzcoop.claims.unit.ellipsis_noun import labelled, of_another, of_pronoun, opened
from kzcoop.claims.unit.heading_unit import passes_daily, told_over
from kzcoop.claims.unit.list_noun import listed
from kzcoop.claims.unit.named_noun import containers, headed, wagons
from kzcoop.claims.unit.named_unit import inherited
from kzcoop.claims.unit.percent_again import times_again
from kzcoop.claims.unit.rows import aligned, in_brackets
from kzcoop.claims.unit.shared_unit import COUNTED, MILLION, OWN_SCALE, take_unit
from kzcoop.claims.unit.unit_after import scale_after, unit_after
from kzcoop.claims.unit.unit_before import unit_before, whole_of_amount
from kzcoop.claims.unit.unit_word import currency_before, in_tonnes

_MINUS = frozenset("-–−")
_AFTER_OUT = 9  # tokens from what is out of scope to how much of it there was
_AT_FIRST = frozenset({"было", "вместо", "стало"})
_JOINED = (["до"], ["и"])
_RECENT = 6  # figures back to the change told with its sign of per cent


def settle(drafts: Sequence[Draft], previous: Sequence[Draft]) -> None:
    """Resolve the bare numbers of one sentence.

    Parameters
    ----------
    drafts
        The drafts of the sentence, in order.
    previous
        The drafts of the sentences before that were kept, in order.
    """
    for one in drafts:
        if one.kind == "vehicles":
            of_units(one)
        if one.sentence.posts:
            passes_daily(one)
    for one, other in pairwise(drafts):
        scale_after(one, other)
    if "bare" not in [one.kind for one in drafts]:
        return
    for index, one in enumerate(drafts):
        if one.kind == "bare":
            _ = (
                of_workers(one)
                or currency_before(one)
                or in_tonnes(one)
                or whole_of_amount(drafts, index)
                or told_over(one)
                or (one.scale >= MILLION and aligned(one, drafts[:index], previous))
                or headed(one)
                or by_capital(one)
                or listed(one)
                or (may_count(one) and counts_asked(one))
                or so_many(one)
                or how_many(one)
                or past_clause(one)
                or of_them(one)
                or (may_count(one) and of_pronoun(one))
                or number_of_them(one, drafts[:index] or previous)
                or of_those(one, drafts[:index])
                or times_again(one, drafts[:index])
                or _change_again(one, drafts[:index], previous)
                or aligned(one, drafts[:index], previous)
                or in_brackets(one, drafts[:index])
            )
    _each_forward(drafts)
    for index, one in enumerate(drafts):
        if one.kind == "bare" and not _counts_other(drafts, index) and not _waits(drafts, index):
            _ = (
                containers(one)
                or wagons(one)
                or part_of_vehicles(drafts, index)
                or change_of_count(drafts, index)
                or part_of_projects(drafts, index, previous)
                or unit_before(drafts, index)
                or inherited(drafts, index, previous)
            )
    _each_forward(drafts)  # «с 30 до 39,7 тыс.»: the second has its unit only now
    for index, (one, other) in enumerate(pairwise(drafts)):
        # «удвоив способность – с 300 до шестисот»: both of what is counted before
        raised = one.kind == other.kind == "bare"
        raised = raised and one.sentence.low[one.last : other.quantity.lead] == ["до"]
        if raised and counted(drafts, index + 1, previous):
            unit_after(drafts, index)
    for index, one in enumerate(drafts):
        if (
            one.kind == "bare"
            and not counted(drafts, index, previous)
            and not echoes(one, drafts[:index], previous)
        ):
            one.reject("unread" if one.quantity.scale != OWN_SCALE else "out_of_scope")


def _counts_other(drafts: Sequence[Draft], index: int) -> bool:
    """«Полос станет десять, было четыре»: of what is out of scope, and no amounts."""
    one = drafts[index]
    if _was_out(one):
        return True
    if one.quantity.scale != OWN_SCALE:
        if labelled(one):
            return True  # «визовых анкет – 40 тысяч»
        return one.quantity.scale < MILLION and opened(one)  # «Пасек в стране 3,5 тысячи»
    if of_another(one):
        return True
    low = one.sentence.low
    if low[one.quantity.lead - 1] == "до" and any(
        q.kind == "out" and q.last == one.quantity.lead - 1 for q in one.sentence.quantities
    ):
        return True  # «стоянка сократилась с четырёх суток до полутора»
    again = one.sentence.word_before(one.quantity.lead) in _AT_FIRST
    if again and any(
        q.kind == "out" and 0 < one.quantity.lead - q.last <= 1 for q in one.sentence.quantities
    ):
        return True  # «14 полос вместо шести»
    return (
        again
        and index > 0
        and drafts[index - 1].kind == "bare"
        and _counts_other(drafts, index - 1)
    )


def _was_out(one: Draft) -> bool:
    """«продали 2,5 млрд киловатт-часов, а в 2009 году было около 800 млн»: of what is outside."""
    low, lead = one.sentence.low, one.quantity.lead
    return "было" in low[max(one.sentence.first, lead - 3) : lead] and any(
        q.kind == "out" and q.noun is not None and q.noun.id == "physical"
        and 0 < lead - q.last <= _AFTER_OUT
        for q in one.sentence.quantities
    )  # fmt: skip


def _waits(drafts: Sequence[Draft], index: int) -> bool:
    """«с 814,3 до 705,2 млн»: a number whose scale the next one tells."""
    one = drafts[index]
    if index + 1 == len(drafts) or one.quantity.scale != OWN_SCALE:
        return False
    following = drafts[index + 1]
    # also «2,4 и 1,6 млрд соответственно»
    joined = one.sentence.low[one.last : following.quantity.lead] in _JOINED
    return joined and following.kind == "bare" and following.quantity.scale != OWN_SCALE


def _change_again(one: Draft, before: Sequence[Draft], previous: Sequence[Draft]) -> bool:
    """«экспорт – 11 млн тонн (минус 4%), импорт – 6 (плюс 12)»: the sign stands once."""
    if one.quantity.scale != OWN_SCALE or (before and before[-1].kind in COUNTED):
        return False  # «число фирм достигло 340 (+14)»
    told = signed_again(one, (*previous[-_RECENT:], *before))
    if told is None:
        return False
    if one.sentence.low[one.at - 1] in _MINUS:
        one.quantity = replace(one.quantity, sign=-1)
    return take_unit(one, told)


def _each_forward(drafts: Sequence[Draft]) -> None:
    for index in range(len(drafts) - 1, -1, -1):
        if drafts[index].kind == "bare":
            unit_after(drafts, index)
