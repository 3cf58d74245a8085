"""By when: the deadline of a target or a plan."""

from __future__ import annotations

from datetime import date

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.time.deadline_clause import (
    BEGUN,
    dashed_to_another,
    in_own_clause,
    is_finished,
    left_open,
    of_another_lot,
    of_goal_before,
    of_next_goal,
    of_them,
    sets_another,
    year_before,
)
from kzcoop.claims.time.deadline_posts import of_the_rest, past_names
from kzcoop.claims.time.nearest_period import DASHED, nearest
from kzcoop.claims.time.period_aside import of_paper
from kzcoop.language.stems import Stems
from kzcoop.mentions.period import Period, iso

# what a project or a zone will have in a year: jobs, residents, projects
_GROWING = frozenset({"enterprises_count", "jobs", "projects_count"})
_LAUNCH = Stems(
    "ввест", "введ", "ввод", "завершат", "завершит", "запуск", "запуст", "открыт", "откро"
)  # fmt: skip
_SET_ASIDE = Stems("выделен", "выделят", "заложен", "предусмотрен")
_PAID = Stems("выделен", "заложен", "освоен", "отпущен", "потрач", "предусмотрен", "профинансир")
_DASHES = frozenset("–—-")
_STOPS = frozenset({",", ";", ":", "("})
_RAISED = 2  # tokens of «с декабря увеличить норму до 600»
_PLAIN = frozenset({"до", "и", "уже"})
# indicators of lists of goods, which no period dates
NEVER = frozenset({"export_potential", "goods_positions"})
# «в этом году главы государств поставили цель …»
_SAID = Stems(
    "высказ", "говори", "договори", "заяв", "назв", "обознач", "обсуди", "объяв", "озвуч",
    "определи", "отмет", "подтверд", "поручи", "постави", "предлож", "сказа", "сообщ", "условил",
)  # fmt: skip


_PLANNED_NEAR = 9  # tokens between a year and «рассчитывали»


def assign_deadline(one: Draft, dct: date | None) -> None:
    """Set the deadline of a target or plan, as far as stated."""
    if one.indicator in NEVER:
        return
    by = nearest(one, ("by",))
    if one.kind == "vehicle" and (starts := _starts(one, dct)) is not None:
        one.deadline = starts
        return
    here = nearest(one, ("at",), clauses=0)
    if (
        here is not None
        and dct is not None
        and here.year == dct.year
        and one.kind == "money"
        and one.measure != "target"
        and (by is None or one.sentence.between(by.first, one.at))
        and not (here.first > one.at and _is_whole(one, here))
        and not _dates_words(one, here)
    ):
        launched = one.indicator == "projects_value" and one.sentence.begins(_LAUNCH)
        if launched and not one.sentence.begins(_PAID):
            one.deadline = here.value  # «в этом году введут станции стоимостью 60 млрд»
        elif not one.sentence.begins(BEGUN) or one.sentence.begins(_PAID):
            one.period = here.value  # «9,9 млрд из них выделено в этом году»
        return
    if by is None and one.indicator == "projects_value" and one.sentence.begins(_SET_ASIDE):
        year = nearest(one, ("at",), clauses=0)
        if year is not None and year.months is None and year.value is not None:
            one.period = year.value  # «на нынешний год из них предусмотрено 6,8 млрд»
            return
    if by is None and one.kind in ("percent", "ratio"):
        span = nearest(one, ("span",), clauses=0)
        if span is not None and _ahead_of_goal(one, span) and dct is not None:
            one.deadline = str(dct.year - span.shift)  # «рассчитываем за три года удвоить»
            return
    if by is None and dct is not None:
        span = nearest(one, ("span",), clauses=1)
        ahead = span is not None and span.named and (span.year or 0) > dct.year
        if ahead and span is not None and one.at < span.first and year_before(one, dct):
            ahead = False  # «в 2025 году – восемь на 120 млрд, в 2026–2028 годах – 14»
        if span is not None and ahead and not of_paper(one, span):
            one.deadline = str(span.year)  # «С 2026 по 2029 год собираются вложить 11 млрд»
            return
    own = nearest(one, ("at", "date"), clauses=2)
    if own is not None and own.year is not None and one.measure == "target":
        beside = own.role == "at" and (
            0 <= own.first - one.last <= 1 or one.sentence.low[one.last : own.first] in DASHED
        )
        if beside and (dct is None or own.year >= dct.year):
            one.deadline = own.value  # «до 3 млрд в 2018 году и до 5 млрд к 2020-му»
            return
    beside = by is not None and one.sentence.low[one.last : by.first] in ([], ["уже"])
    another = by is not None and (sets_another(one, by) or _of_figure_between(one, by))
    another = another and by is not None and not of_them(one, by)
    if by is not None and by.first > one.at and not beside and another:
        by = None
    if by is not None and own is not None and of_the_rest(one, own, by):
        by = None
    if by is not None and own is not None and of_next_goal(one, own, by):
        by = None
    if by is not None and dashed_to_another(one, by):
        ahead = own is not None and (dct is None or (own.year or 0) >= dct.year)
        apart = own is not None and own.first < one.at and one.sentence.between(own.first, one.at)
        one.deadline = own.value if own is not None and not apart and ahead else None
        return  # «В 2024 году намерены запустить три завода, ещё два – до конца 2026-го»
    if by is not None and own is not None and in_own_clause(one, own, by, dct):
        one.deadline = own.value  # «до конца года откроют …, в 2027-м – вторую очередь за 80 млн»
        return
    if by is not None and (left_open(one, by) or of_goal_before(one, by)):
        return
    if by is not None and by.first < one.at and ";" in one.sentence.low[by.last : one.at]:
        by = None  # «…, их запустят до 2028 года; ещё четыре объекта предстоит достроить»
    if by is not None and by.first < one.at and of_another_lot(one):
        by = None  # «откроют до 2029 года, ещё три объекта строители сейчас доводят до ума»
    far = by is not None and (by.first < one.at or of_them(one, by) or _leaves_out(one, by))
    far = far or (by is not None and past_names(one, by))
    reach = 4 if far else 2
    if by is not None and one.sentence.between(by.first, one.at) <= reach:
        one.deadline = by.value
        return
    # «Прогноз на 2016 год» sets the year whenever it is told
    ahead = own is not None and one.sentence.word_before(own.first) == "на"
    if own is None or own.year is None or (_dates_words(one, own) and not ahead):
        return
    later = dct is not None and (
        own.year > dct.year
        or (
            own.year == dct.year
            and (own.months is None or own.months[1] + (one.kind in ("teu", "tonne")) > dct.month)
        )
    )
    if one.kind == "tonne" and one.measure == "target" and own.value and _once_planned(one, own):
        one.deadline = own.value  # «за 2019 год рассчитывали провезти 100 тыс. тонн»
        return
    sentence, change = one.sentence, one.measure in ("change_pct", "change_ratio", "increment")
    # «В этом году экспорт увеличится на 8%»
    this = change and dct is not None and own.year == dct.year and own.role == "at"
    # «число резидентов составит 60 в 2028 году»
    works = one.indicator == "checkpoints_count" and is_finished(one, own)
    stock = (one.indicator in _GROWING or works) and one.status != "actual" and own.role == "at"
    # «в 2018 году будет экспортировано 2,4 тыс. тонн», of an undated report
    named = own.named and own.role == "at" and one.status == "planned" and one.measure == "target"
    undated = own.role == "at" and own.months is None and not sentence.between(own.first, one.at)
    later = later or ((stock or named or undated) and dct is None)
    # «в 2027 году появится завод стоимостью 90 млн», not «строительство начнётся в 2027 году»
    built = one.kind == "money" and own.role == "at" and not one.sentence.begins(BEGUN)
    left, right = min(own.last, one.last), max(own.first, one.quantity.lead)
    beside = _STOPS.isdisjoint(one.sentence.low[left:right])  # «в 2026-м – ещё 70 млн»
    over = dct is not None and own.year == dct.year and own.months and own.months[1] < dct.month
    # not «весной называли 26 млрд, которые вложат», told of what is ahead of it
    stock = stock or (built and beside and one.status == "planned" and not over)
    if this or ((later or ahead) and (change or stock or one.measure == "target")):
        one.deadline = iso(own.year, own.months)


def _is_whole(one: Draft, here: Period) -> bool:
    """«из 17,8 млрд тенге 6,2 млрд выделены на этот год»: the year is that of the part."""
    return (
        one.crossed(one.at, here.first) > 0 or one.sentence.word_before(one.quantity.lead) == "из"
    )


def _starts(one: Draft, dct: date | None) -> str | None:
    """«должны оформлять 450 фур за сутки, а с декабря – 600»: from when on, right before it."""
    since = nearest(one, ("since",), clauses=1)
    if since is None or dct is None or since.months is None or one.measure != "target":
        return None
    words = one.sentence.low[since.last : one.quantity.lead]
    lead = [word for word in words if word not in _PLAIN]  # «а с декабря и 600», «– уже 600»
    month = since.months[0]
    year = since.year if since.named and since.year else dct.year + (month < dct.month)
    raised = bool(lead) and tense(lead[0]) == "infinitive" and len(lead) <= _RAISED
    if not (lead in (["–"], ["—"], []) or raised) or (year, month) <= (dct.year, dct.month):
        return None
    return iso(year, (month, month))


def _once_planned(one: Draft, own: Period) -> bool:
    """Whether a past verb of planning stands in the clause of a figure and of a year."""
    sentence, low = one.sentence, one.sentence.low
    if own.role != "at" or sentence.between(own.first, one.at) > 1:
        return False
    return any(
        cue.entry.kind == "planned"
        and tense(low[cue.first]) == "past"
        and abs(cue.first - own.first) <= _PLANNED_NEAR
        for cue in sentence.cues
    )


def _dates_words(one: Draft, own: Period) -> bool:
    """«В этом году президент дважды высказывался о намерении довести торговлю до 40 млрд»."""
    low = one.sentence.low
    return one.sentence.begins(_SAID) and any(
        low[i].startswith(_SAID) and tense(low[i]) == "past" for i in range(own.last, one.at)
    )


def _ahead_of_goal(one: Draft, span: Period) -> bool:
    """«рассчитываем за три года удвоить торговлю»: years to come, told with a verb of intent."""
    sentence, low = one.sentence, one.sentence.low
    if span.shift >= 0 or sentence.word_before(span.first) != "за":
        return False
    return any(
        tense(low[index]) == "infinitive"
        for index in range(span.last, min(one.last, span.last + 3))
    )


def _leaves_out(one: Draft, by: Period) -> bool:
    """«увеличить экспорт до 3 млрд, а импорт – до 1 млрд к 2030 году»: one verb, one term."""
    words = one.sentence.low[one.last : by.first]
    dashed = not _DASHES.isdisjoint(words)
    return dashed and all(tense(word) in ("noun", "other") for word in words)


def _of_figure_between(one: Draft, by: Period) -> bool:
    """«18 проектов, создано 2 300 мест, ещё 900 появится к 2028 году»: of the last of them."""
    sentence = one.sentence
    return sentence.between(one.at, by.first) > 0 and any(
        one.last <= q.first < by.first
        and q.kind not in ("ordinal", "out")
        and not sentence.between(q.first, by.first)
        and any(tense(word) == "future" for word in sentence.low[q.last : by.first])
        for q in sentence.quantities
    )
