"""How far from a figure the nearest word stands that tells what was.

«экспортировали 300 тыс. тонн»                     it was
«потенциал торговли оценивается в 300 млн»         what could be, though it is told as it is
«планируется завершение ещё восьми проектов»       what is planned
«будет создано 40 мест»                            what will be
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import STAGED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.status.ahead import dated_ahead, farness
from kzcoop.claims.status.stage import neutral
from kzcoop.lexicon.loader import Hit

# «будет создано»
_WILL = frozenset({"будет", "будут", "должен", "должна", "должно", "должны"})
_EQUAL = frozenset({"равной", "равную", "равным", "равными"})
_EITHER = ("импортируе", "импортирую", "экспортируе", "экспортирую")  # is, or will be
_NOUNS = ("зка", "вка", "пка")  # «ожидается отгрузка 60 тыс. тонн»
_CHANCES = ("возможност", "перспектив", "потенциал")
_VALUED = 8  # tokens from «перспективы торговли» to «оценили»
NOWHERE = 99.0  # farther than any word


def nearest_past(one: Draft, among: Sequence[Hit] | None = None) -> float:
    """Return how far the nearest word is that tells what was, ``NOWHERE`` where none does.

    ``among`` are the cues to choose from, all those of the sentence where it is left out.
    """
    sentence, low = one.sentence, one.sentence.low
    if not sentence.has("up", "down", "reach", "done"):
        return NOWHERE
    planned = {cue.first for cue in sentence.cues if cue.entry.kind == "planned"}
    ahead = {cue.last for cue in sentence.cues if cue.entry.kind == "goal"}
    found = [NOWHERE]
    for cue in sentence.cues if among is None else among:
        kind, word = cue.entry.kind, low[cue.first]
        if word == "уже" and cue.first in ahead:
            continue  # «хотят видеть уже четыре миллиарда»
        if kind not in ("up", "down", "reach", "done") or cue.first in planned:
            continue  # «составит», «вырастет» are also plans
        if one.indicator in STAGED and dated_ahead(one, cue):
            continue
        if kind == "done" and {cue.first - 1, cue.first - 2} & planned and tense(word) == "noun":
            continue  # «планируется завершение ещё восьми проектов»
        if word in _EQUAL:
            continue  # «хотят увидеть оборот равным 20 млрд»
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
        if told and tense(word) != "infinitive":
            found.append(farness(one, cue))
    return min(found)


def _of_potential(one: Draft, cue: Hit) -> bool:
    """«потенциал торговли оценивается в 300 млн»: what could be, though it is told as it is."""
    low, sentence = one.sentence.low, one.sentence
    valued = low[cue.first].startswith("оцен")
    if not valued and tense(low[cue.first]) != "other":
        return False
    return any(
        low[index].startswith(_CHANCES if valued else "потенциал")
        and not sentence.between(index, cue.first)
        for index in range(max(sentence.first, cue.first - (_VALUED if valued else 4)), cue.first)
    )


def _will_be(one: Draft, cue: Hit) -> bool:
    """«будет создано»."""
    before = one.sentence.low[max(one.sentence.first, cue.first - 2) : cue.first]
    return any(word in _WILL for word in before)
