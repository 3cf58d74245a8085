"""Whether the words around a figure tell what is, or what is wanted, planned or possible."""

from __future__ import annotations

import re

from kzcoop.claims.claim import SIDES
from kzcoop.claims.draft import Draft
from kzcoop.claims.governing import preposition_of
from kzcoop.claims.sentence import tense
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit

# «будет создано»
_WILL = frozenset({"будет", "будут", "должен", "должна", "должно", "должны"})
_BE = Stems("будет", "будут")
_PARTICIPLE = re.compile(r"([аеяо]н|[яиу]т)[аоы]?$")
_REACHED = frozenset(
    "достиг достигла достигли достигло перешагнул перешла превысил превысила".split()
)
_EITHER = ("импортируе", "импортирую", "экспортируе", "экспортирую")  # is, or will be
_HAS_BEEN = frozenset("показатель прирост результат рекорд рост".split())
_HEIGHT = ("максимум", "пик", "рекорд", "уров")  # «достигнут исторический максимум»
_RAISED = Stems("доведен", "довест")
_PLAN = Words("план", "прогноз")
_TAKEN = Stems("взял", "достигнут", "покорил", "преодоле")
_POSSIBLE = Stems("возможн", "потенциал")
_BUT = frozenset({"но", "однако", "хотя"})
_SOONEST = ["как", "можно"]
_NOUNS = ("зка", "вка", "пка")  # «ожидается отгрузка 60 тыс. тонн»
_FULFILLED = Stems("выполнен", "выполнил", "перевыполнен", "перевыполнил")
_BESIDE = 7  # tokens from «при плане» to its figure
_QUOTES = frozenset('«»"')
_NAME = 8  # tokens of a quoted name
_FAR = 26  # a word farther than this tells nothing
_NOWHERE = 99.0


def modality(one: Draft, form: str, verb: Hit | None) -> str:
    """Return actual, target, planned or potential, as the words around a figure tell.

    Parameters
    ----------
    one
        The draft.
    form, verb
        The tense of the verb that governs it, and the verb.
    """
    sentence, low = one.sentence, one.sentence.low
    now = sentence.near(one.quantity, "now", reach=2, clauses=1)
    if (
        now is not None
        and now.first < one.at
        and one.kind == "money"
        and not any(now.last <= q.first < one.first for q in sentence.quantities)
    ):
        return "actual"  # «пока 28 млрд»
    if fulfilled(one):
        return "actual"
    if one.kind == "vehicle" and _now(one):
        return "actual"  # «сейчас принимают до 650 машин»
    raised = sentence.begins(_RAISED) and any(
        low[c.first].startswith(_RAISED) and c.first < one.at for c in sentence.cues
    )
    if raised and (form in ("infinitive", "noun", "other") or verb is None):
        return "target"
    if _is_plan(one) or of_plan(one):
        return "planned"
    ahead, past = _ahead(one), _past(one)
    if ahead is None or ahead[0] > _FAR:
        return "actual"
    cost, kind = ahead
    if past <= cost and form != "infinitive":
        return "actual"
    return _of_trade(one, kind, form)


def fulfilled(one: Draft) -> bool:
    """«годовой план досрочно выполнен 2 декабря в объёме 26 млн тонн»: a plan that was met."""
    sentence, low = one.sentence, one.sentence.low
    if not (sentence.holds(_PLAN) and sentence.begins(_FULFILLED)):
        return False
    told = [i for i in range(sentence.first, one.at) if low[i].startswith(_FULFILLED)]
    if not told or any(told[-1] < q.first < one.first for q in sentence.quantities):
        return False
    planned = any(low[i].startswith("план") for i in range(sentence.first, told[-1]))
    return planned and low[told[-1] - 1] not in ("будет", "быть", "не")


def of_plan(one: Draft) -> bool:
    """«при плане ОСЖД в 114 тыс. вагонов»: what a plan told, beside what was done."""
    sentence, low = one.sentence, one.sentence.low
    before = [q.last for q in sentence.quantities if q.last <= one.quantity.lead]
    first = max(sentence.first, one.quantity.lead - _BESIDE, *before)
    return any(
        low[i] == "при" and low[i + 1].startswith("план")
        for i in range(first, one.quantity.lead - 1)
    )


def _now(one: Draft) -> bool:
    """Whether a word for the present opens the clause of a figure, and no plan follows it."""
    sentence, clause = one.sentence, one.sentence.clause(one.at)
    told = [
        cue for cue in sentence.cues if cue.first < one.at and sentence.clause(cue.first) == clause
    ]
    now = next((cue for cue in told if cue.entry.kind == "now"), None)
    return now is not None and not any(
        cue.entry.kind in ("goal", "planned", "potential") and cue.first > now.first for cue in told
    )


def _is_plan(one: Draft) -> bool:
    """«План перевалки на 2024 год – 400 тыс. тонн», «план на год составлял 1,7 млн тонн»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.holds(_PLAN):
        return False
    for index in range(sentence.first, one.quantity.lead):
        if low[index] not in _PLAN or low[index - 1 : index] == ["на"]:
            continue
        words = low[index + 1 : one.quantity.lead]
        if any(index < q.number_first < one.at for q in sentence.quantities):
            continue
        opens = index == sentence.first or low[index - 1] in (",", "а", "и")
        told = words[-1:] in (["–"], ["—"], ["-"]) or any(w.startswith("состав") for w in words)
        if opens and told:
            return True
    return False


def _past(one: Draft) -> float:
    """How far the nearest word is that tells what was."""
    sentence, low = one.sentence, one.sentence.low
    planned = {cue.first for cue in one.sentence.cues if cue.entry.kind == "planned"}
    ahead = {cue.last for cue in one.sentence.cues if cue.entry.kind == "goal"}
    costs = [_NOWHERE]
    for cue in one.sentence.cues:
        kind, word = cue.entry.kind, low[cue.first]
        if word == "уже" and cue.first in ahead:
            continue  # «хотят видеть уже четыре миллиарда»
        if kind not in ("up", "down", "reach", "done") or cue.first in planned:
            continue  # «составит», «вырастет» are also plans
        if kind == "done" and {cue.first - 1, cue.first - 2} & planned and tense(word) == "noun":
            continue  # «планируется завершение ещё восьми проектов»
        if kind == "reach" and _of_potential(one, cue):
            continue
        if word == "уже" and any(
            other.first in planned and not sentence.between(other.first, cue.first)
            for other in sentence.cues
        ):
            continue  # «хотят видеть уже три миллиарда»
        told = kind == "done" or tense(word) == "past"
        told = told or (kind == "reach" and tense(word) != "future")
        told = told and not (planned and word.startswith(_EITHER) and tense(word) != "past")
        told = told and not _will_be(one, cue)
        told = told and not (planned and word.endswith(_NOUNS) and cue.first - 1 in planned)
        if told and not word.endswith(("ать", "еть", "ить", "ти")):
            costs.append(_cost(one, cue))
    return min(costs)


def _of_potential(one: Draft, cue: Hit) -> bool:
    """«потенциал торговли оценивается в 300 млн»: what could be, though it is told as it is."""
    low, sentence = one.sentence.low, one.sentence
    return tense(low[cue.first]) == "other" and any(
        low[index].startswith("потенциал") and not sentence.between(index, cue.first)
        for index in range(max(sentence.first, cue.first - 4), cue.first)
    )


def _ahead(one: Draft) -> tuple[float, str] | None:
    """The nearest word that tells what is wanted, planned or possible, and how far it is."""
    low, sentence = one.sentence.low, one.sentence
    planned = {cue.first for cue in sentence.cues if cue.entry.kind == "planned"}
    taken = sentence.begins(_TAKEN)
    best = _passive(one)
    for cue in sentence.cues:
        kind, word = cue.entry.kind, low[cue.first]
        if kind in ("up", "down", "reach"):
            if cue.first in planned or tense(word) != "future":
                continue
            kind = "planned"
        elif kind not in ("goal", "potential", "planned"):
            continue
        if kind == "goal" and taken and word.startswith(("планк", "рубеж", "цел")):
            continue  # «планку в два миллиарда взяли»
        if word == "выйти" and any(
            c.entry.kind == "potential" and 0 < cue.first - c.first <= 3 for c in sentence.cues
        ):
            continue  # «страны могут выйти на 1 млрд»
        if word == "может" and low[cue.last : cue.last + 2] == ["быть", ","]:
            continue  # a word put in: «может быть, не то, что накоплено 10 млрд»
        if one.kind == "percent" and cue.first > one.at and word.endswith("нных"):
            continue  # «55% всех запланированных проектов уже работает»
        ends = sentence.word_at(cue.last) in (".", ",", ";", "»")  # «ещё 16 – на очереди»
        ends = ends and not any(
            one.last <= q.first < cue.first and q.kind in ("bare", "count") and q.scale == 1
            for q in sentence.quantities
        )
        if low[cue.last - 1] == "очереди" and cue.first > one.at and not ends:
            continue  # «завершили 30 проектов, на очереди ещё 40»
        if word in _PLAN and cue.first > one.at and _of_next(one, cue):
            continue  # «1,8 млн тонн, план на 2024 год – 2,4 млн»
        if word.startswith("рубеж") and low[cue.first - 1] in ("за", "из-за"):
            continue  # «отправили за рубеж 300 тыс. тонн»
        if word == "следует" and tense(sentence.word_at(cue.last)) != "infinitive":
            continue  # «по территории следует 85% товаров»: goes, and not ought
        if sentence.word_before(cue.first) == "при" and any(
            cue.last <= q.first < one.first for q in sentence.quantities
        ):
            continue  # of the figure before: «при плане в 114 тыс. вагонов было сдано 91 тыс.»
        if word == "достигнут" and (
            _HAS_BEEN.intersection(low[max(sentence.first, cue.first - 5) : cue.first])
            or any(w.startswith(_HEIGHT) for w in low[cue.last : cue.last + 3])
        ):
            continue  # «рост достигнут за счёт спроса»
        if ";" in (low[one.last : cue.first] or low[cue.last : one.first]):
            continue  # «рост – 12%; прогноз на год – 400 тыс. ДФЭ»
        if _met(one, cue) or _opposed(one, cue) or low[cue.first - 1 : cue.last] == _SOONEST:
            continue
        if _in_name(one, cue):
            continue
        cost = _cost(one, cue)
        if best is None or cost < best[0]:
            best = (cost, "target" if kind == "goal" else kind)
    return best


def _of_next(one: Draft, cue: Hit) -> bool:
    """Whether a plan past a comma has a figure of its own after it."""
    sentence = one.sentence
    return sentence.word_before(cue.first) in (",", ";", "–", "(", "при") and any(
        0 <= q.first - cue.last <= _BESIDE for q in sentence.quantities
    )


def _in_name(one: Draft, cue: Hit) -> bool:
    """Whether a cue stands in quoted name: «на форуме «Регион – новые возможности»»."""
    sentence, low = one.sentence, one.sentence.low
    left = max(sentence.first, cue.first - _NAME)
    opened = next((i for i in range(cue.first - 1, left - 1, -1) if low[i] in _QUOTES), None)
    if opened is None or low[opened] == "»":
        return False
    if not sentence.mentions.tokens.surface(opened + 1, opened + 2)[0].isupper():
        return False  # «тридцать – «заветная цифра»»
    if low[opened] == '"' and low[sentence.first : opened].count('"') % 2:
        return False
    right = min(sentence.last, cue.last + _NAME)
    close = next((i for i in range(cue.last, right) if low[i] in _QUOTES), None)
    if close is None or opened < one.at < close:
        return False
    return low[close + 1 : close + 3] not in ([",", "–"], [",", "—"], [",", "-"])


def _passive(one: Draft) -> tuple[float, str] | None:
    """«будет перевезено 16 млн тонн»: a plan told by a participle, and how far it is."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_BE):
        return None
    costs = [
        max(one.at - index - 2, index - one.last + 4) + 4.0 * sentence.between(index, one.at)
        for index in range(sentence.first, sentence.last - 1)
        if low[index] in _BE and _PARTICIPLE.search(low[index + 1])
    ]
    return (min(costs), "planned") if costs else None


def _met(one: Draft, cue: Hit) -> bool:
    """«достиг намеченного рубежа в 6 млрд»: a goal that the verb before says was met."""
    low = one.sentence.low
    before = low[max(one.sentence.first, cue.first - 2) : cue.first]
    return cue.last <= one.at and any(word in _REACHED for word in before)


def _opposed(one: Draft, cue: Hit) -> bool:
    """«он стабилен – около 700 млн, но стороны могут больше»: «но» opens what could be."""
    low = one.sentence.low
    return cue.first > one.last and any(word in _BUT for word in low[one.last : cue.first])


def _will_be(one: Draft, cue: Hit) -> bool:
    """«будет создано»."""
    before = one.sentence.low[max(one.sentence.first, cue.first - 2) : cue.first]
    return any(word in _WILL for word in before)


def _cost(one: Draft, cue: Hit) -> float:
    """How far a cue is from the figure, a clause counting as four tokens."""
    before = cue.first < one.at
    gap = one.at - cue.last if before else cue.first - one.last
    return max(gap, 0) + 4.0 * one.sentence.between(cue.first, one.at) + (0 if before else 4)


def _of_trade(one: Draft, kind: str, form: str) -> str:
    """What a plan or a potential of trade comes to: «нарастить товарооборот» sets a target."""
    sentence = one.sentence
    if form == "infinitive" and kind == "planned" and one.indicator in SIDES:
        return "target" if sentence.near(one.quantity, "goal") is not None else "planned"
    if one.indicator != "turnover":
        return kind
    if kind == "planned":
        deadline = any(period.role == "by" for period in sentence.periods)
        return "target" if deadline or form == "infinitive" else kind
    if kind == "potential" and preposition_of(one) == "до" and form in ("noun", "infinitive"):
        return "potential" if sentence.begins(_POSSIBLE) else "target"
    return kind
