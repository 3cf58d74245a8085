"""How far a portfolio is whose parts its report tells one by one: all are planned if one is.

«Проекты потянут на 11 млрд долларов, … почти двенадцать. Станциям отводится 5 млрд, портам – 3;
завод потребует 1,8»
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kzcoop.claims.scene.draft import Draft

_PARTS = 2  # at the least
_APART = 2  # sentences between two figures of one portfolio
_OVER = 1.02  # of the whole, to which its parts may add up
_ROUND = 0.12  # of the whole, by which it may be rounded when it is told again


def plan_portfolios(drafts: Sequence[Draft]) -> None:
    """Take the whole and the other parts of a portfolio for planned where one of its parts is.

    Not what is done already, nor projects that are counted: how far those are is told of each.
    """
    for group in _groups(drafts):
        whole = group[0]
        total = float(whole.value)
        parts = [one for one in group[1:] if abs(float(one.value) - total) > _ROUND * total]
        added = sum(float(one.value) for one in parts)
        if len(parts) < _PARTS or added > _OVER * total:
            continue
        if not any(one.status == "planned" for one in parts):
            continue
        for one in group:
            if one.status == "actual":
                one.status = "planned"
                one.note("of a portfolio that is planned")


def _groups(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """Yield the runs of figures of projects' worth that one portfolio may be told in."""
    group: list[Draft] = []
    for one in drafts:
        if _is_worth(one) and (not group or _goes_on(group[-1], one)):
            group.append(one)
            continue
        if len(group) > _PARTS:
            yield group
        group = [one] if _is_worth(one) else []
    if len(group) > _PARTS:
        yield group


def _is_worth(one: Draft) -> bool:
    return (
        one.indicator == "projects_value"
        and one.measure == "level"
        and one.period is None
        and not one.sentence.has("done")
    )


def _goes_on(last: Draft, one: Draft) -> bool:
    near = one.sentence.number - last.sentence.number <= _APART
    return near and one.unit == last.unit and one.partner == last.partner
