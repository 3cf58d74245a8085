"""Which word tells that a figure is ahead: wanted, planned or possible, and how far it stands.

«будет перевезено 16 млн тонн»                a plan, told by a participle
«страны могут выйти на 1 млрд»                possible, and no plan
«достиг намеченного рубежа в 6 млрд»          none: the goal was met
«отправили за рубеж 300 тыс. тонн»            none: another sense
«на форуме «Регион – новые возможности»»      none: a name
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzcoop.claims.claim import STAGED
from kzcoop.claims.draft import Draft
from kzcoop.claims.plan import PLAN, of_next
from kzcoop.claims.sentence import tense
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit

_BE = Stems("будет", "будут")
_PARTICIPLE = re.compile(r"([аеяо]н|[яиу]т)[аоы]?$")
_REACHED = frozenset(
    "достиг достигла достигли достигло перешагнул перешла превысил превысила".split()
)
_HAS_BEEN = frozenset("показатель прирост результат рекорд рост".split())
_HEIGHT = ("максимум", "пик", "рекорд", "уров")  # «достигнут исторический максимум»
_TAKEN = Stems("взял", "достигнут", "покорил", "преодоле")
_BARS = ("планк", "рубеж", "цел")
_BUT = frozenset({"но", "однако", "хотя"})
_SOONEST = ["как", "можно"]
_WHICH = Stems("котор")
_QUOTES = frozenset('«»"')
_NAME = 8  # tokens of a quoted name
_TELLING = ("up", "down", "reach", "goal", "potential", "planned")
_AHEAD = frozenset({"goal", "planned", "potential", "studied"})
_OPEN = frozenset("бы будет будут речь оценен оценена назвал".split())
_ENDS = frozenset(",.;:()")
_BOTH = frozenset({"реализует", "реализуют"})
_READY = frozenset("готов готова готово готовы реально".split())
_TO_DO, _DOING = 7, 12  # tokens from «готовы» to what is to do, and from that to «готовы»


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
        if _in_other_sense(one, cue, kind) or _of_other_figure(one, cue):
            continue
        if _met(one, cue) or _opposed(one, cue) or _in_name(one, cue):
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
        first -= 1
    while last < end and low[last] not in _ENDS:
        last += 1
    if last - first == end - begin:
        return False
    if any(first <= c.first < last and c.entry.kind in _AHEAD for c in sentence.cues):
        return False
    here = low[first:last]
    related = sentence.word_at(last + 1) if sentence.word_at(last) == "," else ""
    if sentence.begins(_WHICH) and any(w.startswith(_WHICH) for w in (*here[:3], related)):
        return False  # «проект, который рассчитан на …», «69 проектов, которые должны …»
    if not _OPEN.isdisjoint(here):
        return False
    return any(map(is_past, here))


def dated_ahead(one: Draft, cue: Hit) -> bool:
    """«в этом году реализуют ещё восемь проектов»: a verb of two tenses, with the year it is for.

    «сейчас», «уже» and a year before it without one leave it to the present.
    """
    sentence = one.sentence
    if sentence.low[cue.first] not in _BOTH or sentence.has("now"):
        return False
    return any(period.role in ("at", "by", "span") for period in sentence.periods)


def _in_other_sense(one: Draft, cue: Hit, kind: str) -> bool:
    """Whether a word of goals, plans or chances tells another thing here."""
    sentence, low, word = one.sentence, one.sentence.low, one.sentence.low[cue.first]
    if kind == "goal" and word.startswith(_BARS) and sentence.begins(_TAKEN):
        return True  # «планку в два миллиарда взяли»
    if word.startswith("цел") and low[cue.first - 2] == "на":
        return True  # «на эти цели выделили 30 млн»
    if word.startswith("рубеж"):
        return low[cue.first - 1] in ("за", "из-за")  # «отправили за рубеж 300 тыс. тонн»
    if word == "выйти":
        # «страны могут выйти на 1 млрд»
        return any(
            c.entry.kind == "potential" and 0 < cue.first - c.first <= 3 for c in sentence.cues
        )
    if word == "может" and low[cue.last : cue.last + 2] == ["быть", ","]:
        return True  # a word put in: «может быть, не то, что накоплено 10 млрд»
    if word == "следует":
        # «по территории следует 85% товаров»: goes, and not ought
        return tense(sentence.word_at(cue.last)) != "infinitive"
    if word.startswith("возможност"):  # «порт увеличивает возможности с 14 до 23 млн тонн»
        return any(
            hit.entry.id == "capacity" and hit.first <= cue.first < hit.last
            for hit in sentence.indicators
        )
    if word in _READY:
        return is_ready(one, cue)
    if word == "достигнут":
        # «рост достигнут за счёт спроса»
        return bool(
            _HAS_BEEN.intersection(low[max(sentence.first, cue.first - 5) : cue.first])
        ) or any(w.startswith(_HEIGHT) for w in low[cue.last : cue.last + 3])
    return low[cue.first - 1 : cue.last] == _SOONEST


def is_ready(one: Draft, cue: Hit) -> bool:
    """Return whether things are ready: «готовы три поста», «реально работают 14 фирм»."""
    return one.sentence.low[cue.first] in _READY and not _to_do(one, cue)


def _to_do(one: Draft, cue: Hit) -> bool:
    """Whether there is something to do: «готовы к 10 млрд», «поставить страна готова 5 млн»."""
    sentence, low, clause = one.sentence, one.sentence.low, one.sentence.clause(cue.first)
    figures = {i for q in sentence.quantities for i in range(q.lead, q.last)}  # «семидесяти»
    return sentence.word_at(cue.last) in ("к", "ко") or any(
        sentence.clause(index) == clause
        and index not in figures
        and tense(low[index]) == "infinitive"
        for index in range(
            max(sentence.first, cue.first - _DOING), min(cue.last + _TO_DO, sentence.last)
        )
    )


def _of_other_figure(one: Draft, cue: Hit) -> bool:
    """Whether what is ahead is another figure, or other things than those counted."""
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
    return any(
        sentence.clause(hit.first) == own and tense(low[hit.first]) == "past"
        for hit in (*sentence.cues, *sentence.indicators)
    )


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


def _met(one: Draft, cue: Hit) -> bool:
    """«достиг намеченного рубежа в 6 млрд»: a goal that the verb before says was met."""
    low = one.sentence.low
    before = low[max(one.sentence.first, cue.first - 2) : cue.first]
    return cue.last <= one.at and any(word in _REACHED for word in before)


def _opposed(one: Draft, cue: Hit) -> bool:
    """«он стабилен – около 700 млн, но стороны могут больше»: «но» opens what could be."""
    low = one.sentence.low
    return cue.first > one.last and any(word in _BUT for word in low[one.last : cue.first])


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


def farness(one: Draft, cue: Hit) -> float:
    """Return how far a cue is from the figure, a clause counting as four tokens."""
    before = cue.first < one.at
    gap = one.at - cue.last if before else cue.first - one.last
    return max(gap, 0) + 4.0 * one.sentence.between(cue.first, one.at) + (0 if before else 4)
