"""Whether a term is that of a figure: by the clauses and the figures between them.

«три завода в 2024 году, ещё два – до конца 2026-го»        of the next figure
«2 млрд к 2030 году и 3 млрд в перспективе»                 of the one before
«начнут обновлять в 2026 году»                              of no end
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.time.nearest_period import DASHED
from kzcoop.language.stems import Stems
from kzcoop.mentions.period import Period

_OF_WHICH = ("котор", "чей", "чья", "чье", "чьи")
_OF_WHOM = 4  # tokens of «проектов саудовских инвесторов, которые»
_SOME_DAY = Stems("впоследств", "дальнейш", "затем", "перспектив", "позднее", "позже", "потом")
BEGUN = Stems("начал", "начат", "начина", "начн", "старт")  # of works: no term of theirs
_THEM = frozenset({"их", "которые"})
_STOPS = frozenset({",", ";", ":", "("})


def is_finished(one: Draft, own: Period) -> bool:
    """«в 2026 году обновят ещё 15 пунктов», not «начнут обновлять в 2026 году»."""
    sentence = one.sentence
    left, right = min(own.last, one.last), max(own.first, one.quantity.lead)
    if sentence.begins(BEGUN) or not _STOPS.isdisjoint(sentence.low[left:right]):
        return False
    if sentence.word_before(one.quantity.lead) in ("по", "через"):
        return False  # «увеличить в 2026 году грузооборот по двум переходам»
    return not any(one.last <= q.first < own.first for q in sentence.quantities)


_LAUNCH = ("ввод", "завершени", "запуск", "пуск", "сдач", "старт")
_LAUNCHED = 4  # tokens from «, запуск» to its term


def of_them(one: Draft, by: Period) -> bool:
    """«13 проектов стоимостью 3,7 млрд, их рассчитывают запустить до 2028 года».

    Also «…, старт – до 2028 года», «…, запуск ждут до 2030 года».
    """
    low = one.sentence.low
    if not _THEM.isdisjoint(low[one.last : by.first]):
        return True
    opened = max(one.last, by.first - _LAUNCHED)
    return one.indicator in ("projects_count", "projects_value") and any(
        low[i].startswith(_LAUNCH) and low[i - 1] in (",", "с")
        for i in range(max(opened, one.last + 1), by.first)
    )


def of_next_goal(one: Draft, own: Period, by: Period) -> bool:
    """«довести в 2026 году до 5 млрд и удвоить за пять лет»: the later term is of what follows."""
    sentence = one.sentence
    return (
        own.role == "at"
        and own.last <= one.at < by.first
        and sentence.between(own.first, one.at) == 0
        and any(
            one.last <= cue.first < by.first and cue.entry.kind in ("goal", "up", "down")
            for cue in sentence.cues
        )
    )


def in_own_clause(one: Draft, own: Period, by: Period, dct: date | None) -> bool:
    """«до конца года – 300 мест, в 2027-м – 700»: a year ahead in the figure's own clause."""
    sentence = one.sentence
    return (
        own.role == "at"
        and own.value is not None
        and dct is not None
        and (own.year or 0) > dct.year
        and _STOPS.isdisjoint(sentence.low[own.last : one.at] or sentence.low[one.last : own.first])
        and sentence.between(own.first, one.at) < sentence.between(by.first, one.at)
        and not any(
            min(one.last, own.last) <= q.first < max(one.first, own.first)
            for q in sentence.quantities
        )
    )


def of_goal_before(one: Draft, by: Period) -> bool:
    """«5 млрд к концу 2024 года мы не отменяем, а 10 млрд – цель»: of the goal right before it."""
    sentence = one.sentence
    before = any(0 <= by.first - q.last <= 1 for q in sentence.quantities)
    if not before or by.first > one.at:
        return False
    clause = sentence.clause(one.at)
    return sentence.between(by.first, one.at) > 0 and any(
        cue.entry.kind == "goal" and abs(sentence.clause(cue.first) - clause) <= 1
        and cue.first > one.last
        for cue in sentence.cues
    )  # fmt: skip


def of_another_lot(one: Draft) -> bool:
    """«…, ещё три объекта сейчас доводят до ума», «ещё два завода на стадии обсуждения».

    More projects than those that have a term, of which their own clause tells how far they are.
    """
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "projects_count" or low[one.quantity.lead - 1] != "еще":
        return False
    last = next((i for i in range(one.last, sentence.last) if low[i] in _STOPS), sentence.last)
    return any(
        cue.entry.kind in ("done", "now", "studied") and one.last <= cue.first < last
        for cue in sentence.cues
    )


def share_term(drafts: Sequence[Draft]) -> None:
    """Give a count and its cost one term: «Девять, которые стоят 2 млрд, откроют до 2029-го».

    The cost stands in a relative clause, so that the term is past it, or before both.
    """
    for count, cost in pairwise(drafts):
        if (count.indicator, cost.indicator) != ("projects_count", "projects_value"):
            continue
        if count.sentence is not cost.sentence or count.status != "planned":
            continue
        if cost.status != "planned" or bool(count.deadline) == bool(cost.deadline):
            continue
        words = count.sentence.low[count.last : cost.first]
        opened = words.index(",") if "," in words[:_OF_WHOM] else len(words)
        if any(word.startswith(_OF_WHICH) for word in words[opened + 1 : opened + 3]):
            count.deadline = cost.deadline = count.deadline or cost.deadline
            cost.note("the term of what was counted")


def left_open(one: Draft, by: Period) -> bool:
    """«2 млрд к 2030 году и 3 млрд в перспективе»: some day, past the term of another figure."""
    sentence, low = one.sentence, one.sentence.low
    if by.first > one.at or not sentence.begins(_SOME_DAY):
        return False
    figures = [q.first for q in sentence.quantities if q.kind != "ordinal"]
    return any(at < one.first for at in figures) and any(
        low[i].startswith(_SOME_DAY)
        and sentence.between(i, one.at) <= (i < one.at)  # «, а затем – до 3 млрд»
        and not any(min(i, one.last) < at < max(i, one.first) for at in figures)
        and (sentence.between(by.first, i) or any(by.last <= at < i for at in figures))
        for i in range(by.last, sentence.last)
    )


def dashed_to_another(one: Draft, by: Period) -> bool:
    """Whether a dash joins a term to a later figure: «три, ещё два – до конца 2026-го»."""
    low, sentence = one.sentence.low, one.sentence
    return any(
        one.last < q.first
        and low[q.last : by.first] in DASHED
        and sentence.between(q.first, one.at)
        for q in sentence.quantities
        if q.kind != "ordinal"
    )


def year_before(one: Draft, dct: date) -> bool:
    """Return whether a year ahead leads to a figure: «в 2025 году – ещё восемь на 120 млрд, …»."""
    return any(
        p.role == "at" and p.last <= one.at and (p.year or 0) > dct.year
        and not any(
            p.last < q.first < one.first and q.kind == one.kind for q in one.sentence.quantities
        )
        for p in one.sentence.periods
    )  # fmt: skip


_YET = frozenset({"притом", "хотя"})


def sets_another(one: Draft, by: Period) -> bool:
    """Whether a later deadline stands before a later figure: «800 машин и к концу года до 1000»."""
    low = one.sentence.low
    verb = low[by.first - 1]
    told = tense(verb) == "future" or verb.endswith(("ают", "уют", "яют"))
    if one.sentence.word_at(by.last) == "," and told and one.sentence.between(one.at, by.first):
        return False  # «Два, «Аят» и «Убаган», сдадут до конца 2025 года, пять – до 2028-го»
    if one.sentence.word_at(by.last) == "," and not one.sentence.between(one.at, by.first):
        return False  # «74 проекта стоят в плане до 2029 года, работу получат 11 тысяч человек»
    if (
        not _YET.isdisjoint(low[one.last : by.first])
        and one.sentence.quantities[-1].first >= by.last
    ):
        return True  # «об обороте в 10 млрд, притом что к концу апреля собрали 1,6»
    return any(
        0 <= q.first - by.last <= 6
        and q.kind
        not in (
            ("money", "ordinal", "out") if one.kind == "count" else ("ordinal", "out")
        )  # «…, которую поставили главы двух государств»
        and ";" not in low[by.last : q.first]
        for q in one.sentence.quantities
    )
