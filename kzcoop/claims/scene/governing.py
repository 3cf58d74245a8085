"""What governs a figure: the verb and the preposition in front of it, and which way it points."""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.morphology import is_past
from kzcoop.lexicon.loader import Hit

_PREPOSITIONS = frozenset("до на с со от к о об в из за по".split())
_STOPS = frozenset(",;:.–—(»")
_GOVERNS = frozenset({"up", "down", "reach", "goal"})
_COMPARES = frozenset("выше ниже больше меньше + плюс минус".split())
_BUT = frozenset({"а", "зато", "но", "однако", "хотя"})
_AGREED = ("договорен", "обещани", "уговор")
_PACE = ("динамик", "прибавк", "прирост", "темп")
_GAINED = ("набежал", "набрал", "накапал", "наросл", "приплюсов")
_EXCEEDS = ("опереж", "превос", "превыс", "превыш")
_WEAKER = frozenset({"медленнее", "скромнее", "слабее"})


def governing(one: Draft) -> tuple[str, Hit | None]:
    """Return the verb that governs «до» or «на» before the figure: its tense and the cue.

    Tense is past, infinitive, noun, other, or none where no verb of growth or reaching precedes.
    """
    best: Hit | None = None
    if _GOVERNS.isdisjoint(one.sentence.kinds):
        return "none", None
    for cue in one.sentence.cues:
        if cue.entry.kind in _GOVERNS and cue.first < one.quantity.lead:
            word = one.sentence.low[cue.first]
            if cue.entry.kind == "goal" and not word.startswith(("довес", "довед", "удво")):
                continue
            if word in _COMPARES:
                continue
            if one.at - cue.first <= 34:
                best = cue
    if best is None:
        return "none", None
    return tense(one.sentence.low[best.first]), best


def preposition_of(one: Draft) -> str:
    """Return the preposition in front of the figure, past its hedges."""
    low, sentence = one.sentence.low, one.sentence
    index = one.first if one.first < one.at else one.at
    stop = index - 6 if index - 6 >= sentence.first else sentence.first - 1
    for back in range(index - 1, stop, -1):
        word = low[back]
        if word in _PREPOSITIONS:
            return word
        if back < one.quantity.lead and back < index - 1:
            break
        if word in _STOPS:
            break
    return ""


def agreed_on(one: Draft) -> bool:
    """«договорённость о двух миллиардах к 2030 году»: an amount that was agreed on, and no deal."""
    low, lead = one.sentence.low, one.quantity.lead
    return low[lead - 1] == "о" and low[lead - 2].startswith(_AGREED)


def direction(one: Draft, sentence: Sentence) -> int:
    """Return -1 where the words make the change a fall, else 1."""
    low = sentence.low
    after = low[one.last : one.last + 3]
    for word in after:
        if word in ("меньше", "ниже") or word.startswith(("меньш", "ниже", "дешевл")):
            return -1
        if word in ("больше", "выше") or word.startswith(("больш", "выше")):
            return 1
        if word.startswith("превыша") or low[one.last].startswith("превы"):
            return 1  # «на 12,8% превышает прошлогодний, но далеко отстаёт от рекорда»
        if word in ",;.":
            break
    cue = sentence.near(one.quantity, "up", "down", clauses=3)
    if cue is None:
        return 1
    if low[cue.first] in _WEAKER:  # «рост вышел скромнее – 17%»
        grown = [
            other for other in sentence.cues
            if other.entry.kind == "up" and other.last <= cue.first
            and sentence.clause(other.first) == sentence.clause(cue.first)
        ]  # fmt: skip
        if not grown and low[cue.first - 1].startswith(_PACE):
            return 1  # «здесь темп скромнее, 30,4%»
        cue = grown[-1] if grown else cue
    if cue.last <= one.first and _turns_up(one, cue):
        return 1
    if cue.first >= one.last and ":" in low[one.last : cue.first]:
        # «выручка подросла, но слабее, на 38%: цена литра упала»: why
        before = [
            other for other in sentence.cues
            if other.entry.kind in ("up", "down") and other.last <= one.first
        ]  # fmt: skip
        cue = before[-1] if before else cue
    elif cue.first >= one.last and sentence.between(cue.first, one.at):
        # «рост – в ОАЭ на 84%, Индию – на 22%, падение – в Нидерланды»: of the next figures
        before = [
            other for other in sentence.cues
            if other.entry.kind in ("up", "down") and other.last <= one.first
        ]  # fmt: skip
        cue = before[-1] if before else cue
    return -1 if cue.entry.kind == "down" else 1


def _turns_up(one: Draft, cue: Hit) -> bool:
    """«оборот сократился на 17%, однако в январе набежало 6,4%»: a verb of its own, after «but».

    «прежде цифры были ниже: нынешний ввоз превышает рекорд на 9%»: of what exceeds
    """
    low, lead = one.sentence.low, one.quantity.lead
    if cue.entry.kind != "down" or one.sentence.between(cue.first, one.at) == 0:
        return False
    between = low[cue.last : lead]
    if any(word.startswith(_EXCEEDS) for word in between):
        return True
    return not _BUT.isdisjoint(between) and low[lead - 1].startswith(_GAINED)


def distance(one: Draft, cue: Hit) -> int:
    """Return how far a cue is from the figure: in tokens, a clause counting as three."""
    if cue.last <= one.at:
        return one.at - cue.last + 3 * one.sentence.between(cue.first, one.at)
    return cue.first - one.last + 3 * one.sentence.between(cue.first, one.at)


def opposed(one: Draft, cue: Hit) -> bool:
    """Return whether a cue after a figure is of what is set against it.

    «он стабилен – около 700 млн, но стороны могут больше», «пока 31 млрд, сорок же – мечта»
    """
    between = one.sentence.low[one.last : cue.first]  # empty for a cue that stands before
    return any(word in _BUT for word in between) or "же" in between[1:]


def sold_on(one: Draft) -> bool:
    """«отправили на 47,9 млн, ввезли на 13,4»: what a verb of trade tells by «на» is no change."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if sentence.word_before(lead) != "на":
        return False
    return any(
        hit.last == lead - 1 and (is_past(low[hit.first]) or low[hit.first].endswith("вез"))
        for hit in sentence.indicators
    )
