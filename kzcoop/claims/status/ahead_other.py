"""Whether what a word tells to be ahead is another figure than the one asked about.

«завершили 30 проектов, на очереди ещё 40»               the 40
«1,8 млн тонн, план на 2024 год – 2,4 млн»               the 2.4
«в 2023 году прошло 2 млн тонн, к 2027-му хотят 15 млн»  the 15
«при плане в 114 тыс. вагонов было сдано 91 тыс.»        the 114
"""

from __future__ import annotations

from kzcoop.claims.claim import STAGED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.time.plan import PLAN, of_next
from kzcoop.lexicon.loader import Hit

_ADJECTIVE = ("ного", "ной", "ному", "ную", "ные", "ный", "ным", "ными", "ных")
_DASHES = frozenset("–—")
_PLANS = frozenset({"goal", "planned", "potential", "studied"})
_SPENT = frozenset({"investment", "projects_value"})
_NO_AMOUNTS = frozenset({"count", "ordinal", "out", "percent", "ratio"})
_IT = frozenset({"ее", "его", "он", "она", "оно", "показатель"})
# «торгуем на 150 млн, рассчитываем на 250», «покупаем сто тонн, можем и двести»
_TRADES = ("аем", "ает", "ают", "уем", "ует", "уют", "яем", "яет", "яют")


def of_other_figure(one: Draft, cue: Hit) -> bool:
    """Return whether what is ahead is another figure, or other things than those counted."""
    sentence, low, word = one.sentence, one.sentence.low, one.sentence.low[cue.first]
    if cue.first > one.at:
        if one.kind == "percent" and word.endswith("нных"):
            return True  # «55% всех запланированных проектов уже работает»
        if low[cue.last - 1] == "очереди" and not _closes_count(one, cue):
            return True  # «завершили 30 проектов, на очереди ещё 40»
        if one.indicator in STAGED and _of_later_count(one, cue):
            return True  # «40 проектов, по 12 идут переговоры»
        if word in PLAN and of_next(one, cue):
            return True  # «1,8 млн тонн, план на 2024 год – 2,4 млн»
        if _was_told(one, cue):
            return True  # «в 2023 году прошло 2 млн тонн, к 2027-му хотят 15 млн»
        flow = one.measure == "level" and one.indicator not in STAGED | _SPENT
        if flow and _has_own(one, cue):
            return True  # «Машин – 300 в сутки, осенью ждут до 600»
    if word.endswith(_ADJECTIVE) and any(
        q.lead == cue.last and q is not one.quantity for q in sentence.quantities
    ):
        return True  # «До обещанного миллиарда далеко: оборот – 92 млн»
    if sentence.word_before(cue.first) == "при" and any(
        cue.last <= q.first < one.first for q in sentence.quantities
    ):
        return True  # of the figure before: «при плане в 114 тыс. вагонов было сдано 91 тыс.»
    # «рост – 12%; прогноз на год – 400 тыс. ДФЭ»
    return ";" in (low[one.last : cue.first] or low[cue.last : one.first])


def _was_told(one: Draft, cue: Hit) -> bool:
    """Whether a clause with a past verb tells the figure, and a later one with a figure the cue."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.between(one.at, cue.first) or not any(
        q.kind not in ("ordinal", "out") and q.first >= cue.last for q in sentence.quantities
    ):
        return False
    own = sentence.clause(one.at)
    if any(
        sentence.clause(hit.first) == own and tense(low[hit.first]) == "past"
        for hit in (*sentence.cues, *sentence.indicators)
    ):
        return True
    if any(
        sentence.clause(hit.first) == own and low[hit.first].endswith(_TRADES)
        for hit in sentence.indicators
    ):
        return True
    if sentence.word_before(one.quantity.lead) in _DASHES and any(
        word in _IT for word in low[one.last : cue.first]
    ):
        return True  # «Объём транзита – 30 млн тонн, к 2035 году он должен вырасти до 50»
    # «около четырёх миллиардов в прошлом году, а президенты хотят десять»
    return any(
        period.role in ("at", "span") and sentence.clause(period.first) == own
        for period in sentence.periods
    )


def _has_own(one: Draft, cue: Hit) -> bool:
    """Whether a plan past a comma has a figure of its own after it, and none stands before."""
    sentence, low = one.sentence, one.sentence.low
    if (
        sentence.word_before(one.quantity.lead) in ("до", "к", "на")
        or "," not in (low[one.last : cue.first])
    ):
        return False
    if any(other.first < one.at and other.entry.kind in _PLANS for other in sentence.cues):
        return False
    own = [q for q in sentence.quantities if q.first >= cue.last and q.kind not in _NO_AMOUNTS]
    return bool(own) and not any(one.last <= q.first < cue.first for q in sentence.quantities)


def _of_later_count(one: Draft, cue: Hit) -> bool:
    """Whether a word past a figure is of another count, which stands in its clause."""
    sentence = one.sentence
    return sentence.between(one.at, cue.first) > 0 and any(
        one.last <= q.first < cue.first
        and q.kind in ("bare", "count")
        and q.scale == 1
        and not sentence.between(q.number_first, cue.first)
        for q in sentence.quantities
    )


def _closes_count(one: Draft, cue: Hit) -> bool:
    """«ещё 16 – на очереди»: the clause ends with it, and no other count stands between."""
    sentence = one.sentence
    return sentence.word_at(cue.last) in (".", ",", ";", "»") and not any(
        one.last <= q.first < cue.first and q.kind in ("bare", "count") and q.scale == 1
        for q in sentence.quantities
    )
