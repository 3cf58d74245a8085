"""How far a portfolio is whose parts its report tells one by one: all are planned if one is.

«Проекты потянут на 11 млрд долларов, … почти двенадцать. Станциям отводится 5 млрд, портам – 3;
завод потребует 1,8»
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.period_meeting import TOLD_THERE
from kzcoop.language.stems import Stems, Words, either

_PARTS = 2  # at the least
_APART = 2  # sentences between two figures of one portfolio
_OVER = 1.02  # of the whole, to which its parts may add up
_ROUND = 0.12  # of the whole, by which it may be rounded when it is told again


# what projects of the future are told as
_LISTS = either(Stems("замысл", "перечень", "перечн", "списк", "список"), Words("речь"))
_SPOKE = Stems(
    "говорил", "доклад", "значил", "обещал", "оперир", "разговор", "сулил", "сулящ", "утверд",
    "фигурировал",
)  # fmt: skip
_PLANNED_AT = either(TOLD_THERE, _LISTS, _SPOKE)
_TOLD = 3  # figures before the jobs


def plan_portfolios(drafts: Sequence[Draft]) -> None:
    """Take the whole and the other parts of a portfolio for planned where one of its parts is.

    Not what is done already, nor projects that are counted: how far those are is told of each.
    """
    _plan_promised(drafts)
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


def _plan_promised(drafts: Sequence[Draft]) -> None:
    """«Тогда, на комиссии, в перечне значился 41 проект на 700 млн и 6 тыс. рабочих мест».

    A list of projects told at a meeting is a plan where the jobs that it promises are one.
    """
    for at, jobs in enumerate(drafts):
        if jobs.indicator != "jobs" or jobs.status != "planned" or jobs.rejected:
            continue
        sentence = jobs.sentence
        if sentence.has("done") or not sentence.begins(_PLANNED_AT):
            continue
        told = [one for one in drafts[max(0, at - _TOLD) : at] if one.sentence is sentence]
        whole = [one for one in drafts[:at] if one.sentence is sentence]
        if len([one for one in whole if one.indicator == "projects_count"]) > 1:
            continue  # «о 14 готовых почти на 120 млн и ещё 21, который строили»
        for one in told:
            worth = one.indicator in ("projects_count", "projects_value")
            if worth and one.status == "actual":
                one.status = "planned"
                one.note("promised with jobs")


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
