"""Which word tells that a figure is ahead: wanted, planned or possible, and how far it stands.

«будет перевезено 16 млн тонн»                a plan, told by a participle
«в этом году реализуют ещё восемь проектов»   ahead by its year
«достиг намеченного рубежа в 6 млрд»          none: the goal was met
«прокачали 1,4 млн тонн, собираются – 1,7»    the first was
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzcoop.claims.claim import STAGED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import opposed
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.status.ahead_other import of_other_figure
from kzcoop.claims.status.ahead_sense import in_name, in_other_sense
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit

_BE = Stems("будет", "будут")
_PARTICIPLE = re.compile(r"([аеяо]н|[яиу]т)[аоы]?$")
_REACHED = frozenset(
    "достиг достигла достигли достигло перешагнул перешла превысил превысила".split()
)
_WHICH = Stems("котор")
_TELLING = ("up", "down", "reach", "goal", "potential", "planned")
AHEAD = frozenset({"goal", "planned", "potential", "studied"})
_OPEN = frozenset("бы будет будут речь оценен оценена назвал".split())
_ENDS = frozenset(",.;:()")
_NOW_PASSES = frozenset(
    "едет едут обслуживает оформляет оформляют пересекает пересекают принимает принимают проезжает"
    " проезжают пропускает пропускают проходит проходят".split()
)
_BOTH = frozenset({"реализует", "реализуют"})


def nearest_ahead(one: Draft, among: Sequence[Hit] | None = None) -> tuple[float, str] | None:
    """Return how far the nearest word is that tells of what is ahead, and what it tells.

    ``among`` are the cues to choose from, all those of the sentence where it is left out.
    """
    sentence = one.sentence
    best = _passive(one)
    studied = one.indicator in STAGED
    if not sentence.has(*_TELLING) and not (studied and sentence.has("done", "studied")):
        return best
    planned = {cue.first for cue in sentence.cues if cue.entry.kind == "planned"}
    for cue in sentence.cues if among is None else among:
        kind = cue.entry.kind
        if kind in ("up", "down", "reach"):
            if cue.first in planned or tense(sentence.low[cue.first]) != "future":
                continue
            kind = "planned"
        elif studied and (kind == "studied" or dated_ahead(one, cue)):
            kind = "planned"  # «обсуждаются два проекта»
        elif kind not in ("goal", "potential", "planned"):
            continue
        if in_other_sense(one, cue, kind) or of_other_figure(one, cue):
            continue
        if _met(one, cue) or opposed(one, cue) or in_name(one, cue):
            continue
        far = farness(one, cue)
        if best is None or far < best[0]:
            best = (far, "target" if kind == "goal" else kind)
    return best


def told_apart(one: Draft) -> bool:
    """Return whether a verb in a figure's own clause tells that it was, and nothing there a plan.

    «прокачали 1,4 млн тонн, в этом году собираются – 1,7», «просят два миллиона, дали полтора»
    """
    sentence, low = one.sentence, one.sentence.low
    first, last, begin, end = one.quantity.lead, one.last, sentence.first, sentence.last
    while first > begin and low[first - 1] not in _ENDS:
        if low[first - 1] == "и" and first < one.quantity.lead and is_past(low[first]):
            break  # «мечтали об обороте в 150 млн и радовались 22,6 млн»
        first -= 1
    while last < end and low[last] not in _ENDS:
        last += 1
    if last - first == end - begin:
        return False
    if not AHEAD.isdisjoint(sentence.kinds) and any(
        first <= c.first < last and c.entry.kind in AHEAD for c in sentence.cues
    ):
        return False
    here = low[first:last]
    related = sentence.word_at(last + 1) if sentence.word_at(last) == "," else ""
    if sentence.begins(_WHICH) and any(w.startswith(_WHICH) for w in (*here[:3], related)):
        return False  # «проект, который рассчитан на …», «69 проектов, которые должны …»
    if not _OPEN.isdisjoint(here):
        return False
    return any(map(is_past, here)) or (one.kind == "vehicle" and _passes(one, first))


def _passes(one: Draft, first: int) -> bool:
    """«за сутки проходит 900 машин, после ремонта пост сможет 1 800»: what passes now."""
    low = one.sentence.low
    return not _NOW_PASSES.isdisjoint(low[first : one.at])


def dated_ahead(one: Draft, cue: Hit) -> bool:
    """«в этом году реализуют ещё восемь проектов»: a verb of two tenses, with the year it is for.

    «сейчас», «уже» and a year before it without one leave it to the present.
    """
    sentence = one.sentence
    if sentence.low[cue.first] not in _BOTH or sentence.has("now"):
        return False
    return any(period.role in ("at", "by", "span") for period in sentence.periods)


def _met(one: Draft, cue: Hit) -> bool:
    """«достиг намеченного рубежа в 6 млрд»: a goal that the verb before says was met."""
    low = one.sentence.low
    before = low[max(one.sentence.first, cue.first - 2) : cue.first]
    return cue.last <= one.at and any(word in _REACHED for word in before)


def _passive(one: Draft) -> tuple[float, str] | None:
    """«будет перевезено 16 млн тонн»: a plan told by a participle, and how far it is."""
    return _to_be(one) if one.sentence.begins(_BE) else None


def _to_be(one: Draft) -> tuple[float, str] | None:
    """The plan of «будет» and a participle after it, and how far it is."""
    sentence, low = one.sentence, one.sentence.low
    costs = [
        max(one.at - index - 2, index - one.last + 4) + 4.0 * sentence.between(index, one.at)
        for index in range(sentence.first, sentence.last - 1)
        if low[index] in _BE and _PARTICIPLE.search(low[index + 1])
    ]
    return (min(costs), "planned") if costs else None


def farness(one: Draft, cue: Hit) -> float:
    """Return how far a cue is from the figure, a clause counting as four tokens."""
    before = cue.first < one.at
    gap = one.at - cue.last if before else cue.first - one.last
    return max(gap, 0) + 4.0 * one.sentence.between(cue.first, one.at) + (0 if before else 4)
