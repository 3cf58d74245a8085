"""What a plan told: a figure of the plan itself, or one with which it was met.

«План перевалки на 2024 год – 400 тыс. тонн»                  of the plan
«при плане в 114 тыс. вагонов было сдано 91 тыс.»             of the plan, and done under it
«годовой план выполнен 2 декабря в объёме 26 млн тонн»        met
«1,8 млн тонн, план на 2024 год – 2,4 млн»                    the plan is of the next figure
"""

from __future__ import annotations

from kzcoop.claims.claim import MOVED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.over import stands_over
from kzcoop.claims.scene.sentence import tense
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit

PLAN = Words("ориентир", "план", "планах", "планы", "прогноз")
_PLANS = Stems("план")
_FULFILLED = Stems("выполнен", "выполнил", "перевыполнен", "перевыполнил")
_UNDER = Words("при")
_BESIDE = 7  # tokens from «при плане» to its figure


def is_plan(one: Draft) -> bool:
    """«План перевалки на 2024 год – 400 тыс. тонн», «план на год составлял 1,7 млн тонн»."""
    return one.sentence.words & PLAN.bit != 0 and _names_plan(one)


def _names_plan(one: Draft) -> bool:
    """Whether a plan opens what leads to a figure, or is told to be so much."""
    sentence, low = one.sentence, one.sentence.low
    for index in range(sentence.first, one.quantity.lead):
        if low[index] not in PLAN or low[index - 1 : index] == ["на"]:
            continue
        words = low[index + 1 : one.quantity.lead]
        if any(index < q.number_first < one.at for q in sentence.quantities):
            continue
        led = index - (low[index - 1] == "в")  # «а в планах на нынешний – пять тысяч»
        opens = led <= sentence.first or low[led - 1] in (",", ":", "а", "и", ";")
        told = words[-1:] in (["–"], ["—"], ["-"]) or any(w.startswith("состав") for w in words)
        if opens and told:
            return True
    return False


def of_plan(one: Draft) -> bool:
    """«при плане ОСЖД в 114 тыс. вагонов»: what a plan told, beside what was done."""
    sentence = one.sentence
    return sentence.words & _UNDER.bit != 0 and sentence.begins(_PLANS) and _is_under_plan(one)


def _is_under_plan(one: Draft) -> bool:
    sentence, low = one.sentence, one.sentence.low
    before = [q.last for q in sentence.quantities if q.last <= one.quantity.lead]
    first = max(sentence.first, one.quantity.lead - _BESIDE, *before)
    return any(
        low[i] in _UNDER and low[i + 1].startswith(_PLANS)
        for i in range(first, one.quantity.lead - 1)
    )


def fulfilled(one: Draft) -> bool:
    """«годовой план досрочно выполнен 2 декабря в объёме 26 млн тонн»: a plan that was met."""
    sentence = one.sentence
    return sentence.words & PLAN.bit != 0 and sentence.begins(_FULFILLED) and _is_met(one)


def _is_met(one: Draft) -> bool:
    sentence, low = one.sentence, one.sentence.low
    told = [i for i in range(sentence.first, one.at) if low[i].startswith(_FULFILLED)]
    if not told or any(told[-1] < q.first < one.first for q in sentence.quantities):
        return False
    planned = any(low[i].startswith(_PLANS) for i in range(sentence.first, told[-1]))
    return planned and low[told[-1] - 1] not in ("будет", "быть", "не")


def of_next(one: Draft, cue: Hit) -> bool:
    """Whether a plan past a comma has a figure of its own after it."""
    sentence = one.sentence
    return sentence.word_before(cue.first) in (",", ";", "–", "(", "при") and any(
        0 <= q.first - cue.last <= _BESIDE for q in sentence.quantities
    )


def was_then(one: Draft) -> bool:
    """Return whether a flow is told of a year that is over, whatever stands in other clauses.

    «чуть больше 4 млрд в прошлом году, а президенты хотят десять», «задача – 10 млрд; в 2024 году
    он составил 4,1 млрд».
    """
    sentence = one.sentence
    if not sentence.periods or one.indicator not in MOVED:
        return False
    if one.measure == "level" and stands_over(one) and not is_plan(one):
        return True
    return sentence.has("goal", "planned", "potential") and _is_over(one)


def _is_over(one: Draft) -> bool:
    """Whether a period beside a figure is over, and no plan stands between."""
    sentence, low = one.sentence, one.sentence.low
    for period in sentence.periods:
        led = period.first - 2  # «и насчитало за январь – июнь 420 млн»
        beside = period.last == one.quantity.lead and low[period.first - 1] == "за"
        if period.role == "at" and beside and tense(low[led]) == "past":
            return True
        if period.role != "at" or not (period.named or period.shift < 0):
            continue
        if period.shift < 0 and 0 <= period.first - one.last <= 1:
            return sentence.between(one.at, period.first) == 0
        between = [cue for cue in sentence.cues if period.last <= cue.first < one.quantity.lead]
        if (
            period.last <= one.at
            and ";" not in low[period.last : one.at]
            and any(c.entry.kind == "reach" and tense(low[c.first]) == "past" for c in between)
            and not any(c.entry.kind in ("goal", "planned", "potential") for c in between)
            and not any(period.last <= q.first < one.first for q in sentence.quantities)
        ):
            return True
    return False


def is_part(one: Draft, whole: Draft) -> bool:
    """Return whether a flow is part of one planned: «8 млн тонн, в том числе 4 – на экспорт»."""
    words = one.sentence.low[whole.last : one.quantity.lead]
    told = words[:4] == [",", "в", "том", "числе"] or words[:3] == [",", "из", "них"]
    planned = one.status == whole.status == "planned" and one.indicator in MOVED
    return told and planned and one.kind == whole.kind
