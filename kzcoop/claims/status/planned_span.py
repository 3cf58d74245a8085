"""Levels and stocks that are plans by their time alone: a term ahead, a span that ends ahead.

«до 240 тыс. TEU к концу 2026-го», «Через пять лет – 1,5 млн тонн»     a term
«на 2024–2027 годы, охватывает 8 постов»                                a span
«Программа простирается до 2027 года: 64 проекта на 1,7 трлн тенге»     a term, and no past
"""

from __future__ import annotations

from datetime import date

from kzcoop.claims.claim import AIMED, MOVED, STOCK
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.status.modality import told_in_clause
from kzcoop.claims.status.post_work import begun
from kzcoop.claims.time.deadline_clause import year_before
from kzcoop.claims.time.nearest_period import nearest
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.period import Period

# «Рассчитан он на 2024–2027 годы и охватывает …», of a plan named before
_PAPERS = Stems("документ", "карт", "перечен", "план", "программ", "рассчитан")
_TAKES_IN = (
    "включ", "вошл", "вошел", "входит", "входят", "должен", "должн", "затраг", "касает",
    "надлежа", "насчит", "ней", "нем", "обещал", "охват", "полага", "предсто", "предусм", "речь",
    "следовал",
)  # fmt: skip
_PROJECTS = frozenset({"jobs", "projects_count", "projects_value"})
_ALREADY = Words("пока", "уже")  # «начнут до 2029 года, а два объекта уже строятся»
_VALUED = (
    "добав", "доложил", "назв", "напомн", "определ", "отмет", "оцен", "рассказ", "сказал",
    "сообщ", "уточн",
)  # fmt: skip
_OVER = ("готов", "заверш", "отремонт", "обновлен", "сдал", "сдан")
_LINKS = frozenset({"–", "—", "-", "до", "уже"})
_TOLD = 5  # tokens from a term to its figure, past «речь идёт о»


def plan_by_span(one: Draft, dct: date | None) -> None:
    """Take a stock whose span ends ahead for a plan: «на 2024–2027 годы, охватывает 8 постов»."""
    if dct is not None and one.status == "planned" and one.deadline is None:
        one.deadline = _term_of_plan(one, dct)
    if one.status != "actual" or dct is None:
        return
    if one.indicator in AIMED and one.measure == "level":
        by = nearest(one, ("by",), clauses=1)
        ahead = by is not None and by.year is not None and by.year > dct.year
        ahead = ahead or (by is not None and one.kind == "vehicle" and _this_year(one, by, dct))
        if by is not None and ahead and (by.first == one.last or _led_by(one, by)):
            one.status, one.measure = "planned", "target"  # «до 240 тыс. TEU к концу 2026-го»
        elif by is not None and ahead and by.year == dct.year:
            one.status, one.measure = "planned", "target"
        here = nearest(one, ("at",), clauses=1)
        ahead = here is not None and here.months is None and (here.year or 0) > dct.year
        led = here is not None and (here.last <= one.first or _meant_for(one, here))
        if here is not None and ahead and one.indicator in MOVED and led:
            one.status, one.measure = "planned", "target"  # «в 2027 году – 75 млн тонн»
    if one.indicator in _PROJECTS and (term := _only_ahead(one, dct)) is not None:
        one.status, one.deadline = "planned", term
        return
    if one.indicator not in STOCK:
        return
    if one.indicator == "checkpoints_count" and begun(one):
        return
    if (term := _term_of_plan(one, dct)) is not None:
        one.status, one.deadline = "planned", term
        return
    span = nearest(one, ("span",), clauses=2)
    if span is None or span.year is None or span.year <= dct.year:
        return
    if one.at < span.first and year_before(one, dct):
        return
    if told_in_clause(one) != "actual" and not any(
        cue.entry.kind == "done" for cue in one.sentence.cues if abs(cue.first - one.at) <= 4
    ):
        one.status, one.deadline = "planned", str(span.year)


def _meant_for(one: Draft, here: Period) -> bool:
    """«до 2 млн ДФЭ министерство думает добраться в 2027 году»: a verb of what is to be between."""
    sentence, low = one.sentence, one.sentence.low
    if one.crossed(one.last, here.first) or sentence.between(one.at, here.first):
        return False
    words = low[one.last : here.first]
    return any(tense(word) in ("infinitive", "future") for word in words) and not any(
        map(is_past, words)
    )


def _only_ahead(one: Draft, dct: date) -> str | None:
    """«До 2029 года очередь других, это девять проектов», «срок завершения – 2029 год».

    The one period of a sentence that tells of nothing done.
    """
    sentence, low = one.sentence, one.sentence.low
    if (
        len(sentence.periods) != 1
        or sentence.holds(_ALREADY)
        or any(
            cue.entry.kind == "now"
            or (cue.entry.kind == "done" and tense(low[cue.first]) != "noun")
            for cue in sentence.cues
        )
    ):
        return None  # but «срок завершения – 2029 год»
    term = sentence.periods[0]
    if term.role not in ("by", "at") or (term.year or 0) <= dct.year:
        return None
    words = low[sentence.first : sentence.last]
    past = any(is_past(word) and not word.startswith(_VALUED) for word in words)
    return None if past else term.value


def _term_of_plan(one: Draft, dct: date) -> str | None:
    """«Дорожная карта, рассчитанная до конца 2026-го, включает девять КПП»: their term."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "checkpoints_count" or not sentence.begins(_PAPERS):
        return None
    for period in sentence.periods:
        ahead = period.role in ("by", "span") and (period.year or 0) >= dct.year
        if ahead and period.value and _in_plan_after(one, period):
            return str(period.year) if period.role == "span" else period.value
        if not ahead or period.last > one.first or period.value is None:
            continue
        if any(period.last <= q.first < one.at and q.kind == "count" for q in sentence.quantities):
            continue  # «охватывает семь постов, подрядчики работают на трёх»
        paper = any(low[i].startswith(_PAPERS) for i in range(sentence.first, period.first))
        told = low[period.last : one.first]
        takes_in = any(word.startswith(_TAKES_IN) for word in told) or sentence.low[
            sentence.first : sentence.first + 1
        ] in (["в"], ["во"])
        if paper and takes_in and not any(map(_is_over, told)):
            return str(period.year) if period.role == "span" else period.value
    return None


def _this_year(one: Draft, by: Period, dct: date) -> bool:
    """«не менее 600 машин в сутки, а к ноябрю – уже 900», in September: a month ahead."""
    if by.months is None or (by.year, by.months[0]) <= (dct.year, dct.month):
        return False
    return by.first >= one.last or _LINKS.issuperset(one.sentence.low[by.last : one.quantity.lead])


def _is_over(word: str) -> bool:
    """«отремонтированы», and no «должны отремонтировать»."""
    return word.startswith(_OVER) and tense(word) != "infinitive"


def _in_plan_after(one: Draft, period: Period) -> bool:
    """«Из семнадцати пунктов, что значатся в плане на 2023–2026 годы, …»: in a clause of their own.

    Not of the posts counted next: «… построены на четырёх».
    """
    words = one.sentence.low[one.last : period.first]
    if words.count(",") != 1 or one.crossed(one.last, period.first):
        return False
    clause = words[words.index(",") + 1 :]
    led = clause[:1] and clause[0].startswith(("внесен", "значащ", "котор", "что"))
    return bool(led) and any(word.startswith(_PAPERS) for word in clause)


def _led_by(one: Draft, by: Period) -> bool:
    """«Через пять лет – до 1,5 млн тонн», «К 2030 году речь идёт о 10 млн»: a term, and no past."""
    sentence, low = one.sentence, one.sentence.low
    if by.last > one.first or by.first - sentence.first > 1:
        return False
    if low[by.last] in ("–", "—"):
        return not any(tense(low[cue.first]) == "past" for cue in sentence.cues)
    return (
        one.first - by.last <= _TOLD
        and not sentence.between(by.first, one.at)
        and not any(map(is_past, low[by.last : one.first]))
        and not any(by.last <= q.first < one.first for q in sentence.quantities)
    )
