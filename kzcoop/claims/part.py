"""Parts and their totals: which figure of the text another one is a part of.

«5 млрд долларов, из них 2 млрд – экспорт»     the text says so
«29 из 30 пунктов пропуска»                     the count after «из»
«товарооборот – 3 млрд: экспорт – 2,1, импорт – 0,9»    flows that add up to their turnover
«25 постов: два железнодорожных, 23 автомобильных»      items of a list that add up
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kzcoop.claims.claim import SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.nearest_period import CHANGES
from kzcoop.language.stems import Words

# of what was counted or summed before
_OPENINGS = (
    ("в", "т", ".", "ч"), ("в", "т", "ч"), ("в", "том", "числе"), ("включая",), ("из", "которых"),
    ("из", "них"), ("из", "общего"), ("из", "этого"), ("из", "этой"), ("среди", "них"),
)  # fmt: skip
_FIRST = Words(*(words[0] for words in _OPENINGS))
_WORDS = max(map(len, _OPENINGS))
# before the noun of what was summed before: «половина этой суммы»
_OF_THIS = frozenset("его ее их этих этого этой".split())
_CHANGES = CHANGES | {"rank"}
_LONGEST = 14  # tokens from «из них» to the first part
_SLACK = Decimal("0.02")  # of the total: figures are rounded
_REACH = 2  # sentences


def assign_parts(drafts: Sequence[Draft]) -> None:
    """Set ``part_of`` of the drafts that were kept, in the order of the text.

    A part has the unit of its total and is not above it, or is a share of it. A total is never a
    part of its own parts.
    """
    for index, one in enumerate(drafts):
        if one.measure in _CHANGES:
            continue
        whole = (
            _counted_from(drafts, index)
            or _taken_from(drafts, index)
            or _told(drafts, index)
            or _continued(drafts, index)
        )
        if whole is not None and whole is not one and whole.part_of is not one:
            one.part_of = whole
    for index, one in enumerate(drafts):
        if one.part_of is None and one.measure not in _CHANGES:
            _add_up(drafts, index)


def _counted_from(drafts: Sequence[Draft], index: int) -> Draft | None:
    """«29 из 30 пунктов»."""
    one = drafts[index]
    if one.sentence.low[one.last : one.last + 1] != ["из"] or index + 1 >= len(drafts):
        return None
    other = drafts[index + 1]
    if other.sentence is one.sentence and other.at - one.last <= 3 and _fits(one, other):
        return other
    return None


def _taken_from(drafts: Sequence[Draft], index: int) -> Draft | None:
    """«Из 900 предприятий … российский капитал имели 400»."""
    if not index:
        return None
    one, whole = drafts[index], drafts[index - 1]
    sentence, lead = one.sentence, whole.quantity.lead
    if whole.sentence is not sentence or sentence.word_before(lead) != "из":
        return None
    if index > 1 and drafts[index - 2].last == lead - 1:
        return None  # «29 из 30»: the thirty have their part already
    return whole if _fits(one, whole) else None


def _told(drafts: Sequence[Draft], index: int) -> Draft | None:
    """«из них 2 млрд – экспорт», «40% этого объёма»: of the last total before."""
    one = drafts[index]
    low, sentence = one.sentence.low, one.sentence
    after = low[one.last : one.last + 2]
    floor = drafts[index - 1].last if index else 0
    start = max(sentence.first, floor, one.at - _LONGEST)
    opened = after == ["из", "них"] or (
        sentence.holds(_FIRST)
        and any(start <= here < one.at and _opens(low, here) for here in sentence.where(_FIRST))
    )
    share = one.measure == "share_pct" and after[:1] and after[0] in _OF_THIS
    if not opened and not share:
        return None
    return _last_total(drafts, index)


def _opens(low: Sequence[str], here: int) -> bool:
    ahead = tuple(low[here : here + _WORDS])
    return True in [ahead[: len(words)] == words for words in _OPENINGS]


def _last_total(drafts: Sequence[Draft], index: int) -> Draft | None:
    """The figure before that another may be a part of: no part itself, in reach."""
    one = drafts[index]
    for other in reversed(drafts[:index]):
        if one.sentence.number - other.sentence.number >= _REACH:
            return None
        if other.part_of is None and not other.is_base and _fits(one, other):
            return other
    return None


def _continued(drafts: Sequence[Draft], index: int) -> Draft | None:
    """«из них 13 – с Китаем, 8 – с Узбекистаном»: the next item of the same list."""
    if not index:
        return None
    one, last = drafts[index], drafts[index - 1]
    whole = last.part_of
    if whole is None or last.sentence is not one.sentence or one.kind != last.kind:
        return None
    between = one.sentence.low[last.last : one.quantity.lead]
    listed = any(word in (",", ";", "и", "а") for word in between) and "." not in between
    if (
        not listed
        or last.sentence.low[last.last : last.last + 1] == ["из"]
        or not _fits(one, whole)
    ):
        return None
    summed = one.value + sum((d.value for d in drafts[:index] if d.part_of is whole), Decimal(0))
    return whole if summed <= whole.value * (1 + _SLACK) else None


def _add_up(drafts: Sequence[Draft], index: int) -> None:
    """Take figures after a total for its parts where they add up to it."""
    whole = drafts[index]
    parts: list[Draft] = []
    summed = Decimal(0)
    for other in drafts[index + 1 :]:
        if other.sentence.number - whole.sentence.number >= _REACH:
            return
        if other.measure in _CHANGES:
            continue
        if not _fits(other, whole) or other.part_of is not None or not _may_add(other, whole):
            if other.sentence is whole.sentence and other.measure != "share_pct":
                return
            continue
        parts.append(other)
        summed += other.value
        if summed > whole.value * (1 + _SLACK):
            return
        if len(parts) > 1 and _adds_to(summed, whole):
            for part in parts:
                part.part_of = whole
                part.note("adds up with others to the total before")
            return


def _may_add(one: Draft, whole: Draft) -> bool:
    """Whether figures are of one kind: flows of a turnover, or items of what was counted."""
    if one.measure == "share_pct" or one.status != whole.status:
        return False
    if whole.indicator == "turnover":
        same = one.partner == whole.partner and one.period in (whole.period, None)
        return one.indicator in SIDES and same
    return one.indicator == whole.indicator and one.period in (whole.period, None)


def _adds_to(summed: Decimal, whole: Draft) -> bool:
    slack = _SLACK if whole.indicator == "turnover" else Decimal(0)
    return abs(summed - whole.value) <= whole.value * slack


def _fits(one: Draft, whole: Draft) -> bool:
    """Whether a figure can be a part of another: a share of it, or of its unit and not above."""
    if whole.measure in _CHANGES or whole.measure == "share_pct":
        return False
    if one.measure == "share_pct":
        return whole.kind in ("money", "tonne", "count", "teu", "wagon")
    return one.unit == whole.unit and one.kind == whole.kind and one.value <= whole.value
