"""Whether the words around a figure tell what is, or what is wanted, planned or possible.

«пока 28 млрд», «мощность сейчас 1,5 млн тонн»     what is
«потенциал торговли оценивается в 300 млн»         what could be, though it is told as it is
«довести товарооборот до 10 млрд»                  what is wanted
«планируется завершение ещё восьми проектов»       what is planned
"""

from __future__ import annotations

from kzcoop.claims.ahead import dated_ahead, farness, nearest_ahead
from kzcoop.claims.claim import SIDES, STAGED
from kzcoop.claims.draft import Draft
from kzcoop.claims.governing import preposition_of
from kzcoop.claims.plan import fulfilled, is_plan, of_plan
from kzcoop.claims.sentence import tense
from kzcoop.claims.stage import neutral
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit

# «будет создано»
_WILL = frozenset({"будет", "будут", "должен", "должна", "должно", "должны"})
_EITHER = ("импортируе", "импортирую", "экспортируе", "экспортирую")  # is, or will be
_RAISED = Stems("доведен", "довест")
_POSSIBLE = Stems("возможн", "потенциал")
_NOUNS = ("зка", "вка", "пка")  # «ожидается отгрузка 60 тыс. тонн»
_AHEAD = frozenset({"goal", "planned", "potential", "studied"})
_CHANGES = frozenset({"percent", "ratio"})
_ENDS = frozenset(",;:()")
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
    if is_now(one):
        return "actual"
    if fulfilled(one):
        return "actual"
    raised = sentence.begins(_RAISED) and any(
        low[c.first].startswith(_RAISED) and c.first < one.at for c in sentence.cues
    )
    if raised and (form in ("infinitive", "noun", "other") or verb is None):
        return "target"
    if is_plan(one) or of_plan(one):
        return "planned"
    ahead = nearest_ahead(one)
    if ahead is None or ahead[0] > _FAR:
        return "actual"
    far, kind = ahead
    if form != "infinitive" and _nearest_past(one) <= far:
        return "actual"
    return _of_trade(one, kind, form)


def is_now(one: Draft) -> bool:
    """Return whether a word for the present leads to a figure: «сможет тысячу, сейчас – 300».

    No mark but a dash, no plan and no other figure stands between: «с нынешних 6 до 10 млн».
    """
    sentence, low = one.sentence, one.sentence.low
    if not sentence.has("now"):
        return False
    cues = {cue.first: cue.entry.kind for cue in sentence.cues}
    figures = {q.last - 1 for q in sentence.quantities}
    for index in range(one.quantity.lead - 1, sentence.first - 1, -1):
        if low[index] in _ENDS or index in figures or cues.get(index) in _AHEAD:
            return False
        if cues.get(index) == "now":
            return one.kind not in _CHANGES
    return False


def _nearest_past(one: Draft) -> float:
    """How far the nearest word is that tells what was."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.has("up", "down", "reach", "done"):
        return _NOWHERE
    planned = {cue.first for cue in sentence.cues if cue.entry.kind == "planned"}
    ahead = {cue.last for cue in sentence.cues if cue.entry.kind == "goal"}
    found = [_NOWHERE]
    for cue in sentence.cues:
        kind, word = cue.entry.kind, low[cue.first]
        if word == "уже" and cue.first in ahead:
            continue  # «хотят видеть уже четыре миллиарда»
        if kind not in ("up", "down", "reach", "done") or cue.first in planned:
            continue  # «составит», «вырастет» are also plans
        if one.indicator in STAGED and dated_ahead(one, cue):
            continue
        if kind == "done" and {cue.first - 1, cue.first - 2} & planned and tense(word) == "noun":
            continue  # «планируется завершение ещё восьми проектов»
        if kind == "reach" and (_of_potential(one, cue) or neutral(one, word)):
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
            found.append(farness(one, cue))
    return min(found)


def _of_potential(one: Draft, cue: Hit) -> bool:
    """«потенциал торговли оценивается в 300 млн»: what could be, though it is told as it is."""
    low, sentence = one.sentence.low, one.sentence
    return tense(low[cue.first]) == "other" and any(
        low[index].startswith("потенциал") and not sentence.between(index, cue.first)
        for index in range(max(sentence.first, cue.first - 4), cue.first)
    )


def _will_be(one: Draft, cue: Hit) -> bool:
    """«будет создано»."""
    before = one.sentence.low[max(one.sentence.first, cue.first - 2) : cue.first]
    return any(word in _WILL for word in before)


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
