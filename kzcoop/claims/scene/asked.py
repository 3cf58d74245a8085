"""What a question sets for its answer: what is counted, and that it lies ahead.

«– Сколько фирм открыто? – Около девятисот»            what «сколько» asks for
«– А что с фурами? – 21 тысяча»                        the one noun of a short question
«– На что рассчитываете к 2030 году? – 50 миллионов»   a plan, and its year
"""

from __future__ import annotations

from datetime import date

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit

_BACK = 3  # sentences from a question to its answer
_HEAD = 6  # tokens before the figure of an answer
_NEAR = 5  # tokens from «сколько» to what is asked for
_SHORT = 8  # tokens of «– А что с фурами?»
_OPENS = frozenset({"а", "и", "что"})
_HIRED = Stems("ваканс", "наб", "найм", "нан", "понадоб", "потреб", "трудоустр")
_UNITS = frozenset({"teu", "wagon"})
_AHEAD = ("goal", "planned", "potential")
_WILL = Words("будет", "будут")
_DASHES = frozenset("–—-")
_NOW = frozenset({"at", "base", "same", "span"})


def question_before(sentence: Sentence) -> tuple[int, int] | None:
    """Return the tokens of the question that a sentence may answer, or None."""
    low, bounds = sentence.low, sentence.mentions.tokens.bounds
    for number in range(sentence.number - 1, max(sentence.number - _BACK, -1), -1):
        first, last = bounds[number]
        if "?" in low[max(first, last - 2) : last]:
            told = sentence.mentions.quantities  # between the two: it is answered already
            answered = any(last <= q.first < sentence.first for q in told)
            return None if answered else (first, last)
    return None


_DAILY = (["в", "день"], ["в", "сутки"], ["за", "сутки"])


def counts_asked(one: Draft) -> bool:
    """Let a bare number count what the question before asks for, and return whether it does."""
    sentence = one.sentence
    if one.at - sentence.first > _HEAD or sentence.quantities[0] is not one.quantity:
        return False
    asked = question_before(sentence)
    if asked is None or (noun := _noun(sentence, *asked)) is None:
        return False
    kind = noun.entry.kind
    if kind == "people" and not any(w.startswith(_HIRED) for w in sentence.low[slice(*asked)]):
        return False
    told = [hit for hit in sentence.indicators if hit.entry.kind != kind]
    if told and kind not in _UNITS:
        return False
    if kind in _UNITS:
        one.kind, one.unit = kind, noun.entry.value
    elif kind == "vehicles":
        one.kind, one.unit, one.indicator = "count", "count", "freight"
        if sentence.low[one.last : one.last + 2] in _DAILY:
            one.kind, one.unit = "vehicle", "vehicle/day"  # «говорит про 180–220 в сутки»
    else:
        one.kind, one.unit = "count", "count"
        one.indicator = "jobs" if kind == "people" else kind
    one.note(f"answers how many «{sentence.low[noun.first]}» there are")
    return True


def _noun(sentence: Sentence, first: int, last: int) -> Hit | None:
    """What a question asks the number of: right after «сколько», or its one noun."""
    low, hits = sentence.low, sentence.mentions.hits
    after = next(
        (i for i in range(first, last) if low[i] == "сколько" or low[i : i + 2] == ["много", "ли"]),
        None,
    )
    if after is not None:
        within = range(after + 1, min(after + _NEAR + 1, last))
    elif last - first <= _SHORT and _asks_number(low[first:last]):
        within = range(first, last)
    else:
        return None
    for index in within:
        for table in ("counted", "units"):
            hit = hits[table].get(index)
            if hit is not None and _may_be_asked(hit):
                return hit
    return None


def _asks_number(words: list[str]) -> bool:
    """«– А что с фурами?», «– Совместные предприятия есть?», not «– Где найти фирмы?»."""
    opens = words[1] if len(words) > 1 and words[0] in "–—-«" else words[0]
    return opens in _OPENS or "есть" in words[-3:]


def _may_be_asked(hit: Hit) -> bool:
    kind = hit.entry.kind
    return kind.endswith("_count") or kind in ("freight", "jobs", "people", "vehicles", *_UNITS)


def ahead_as_asked(one: Draft) -> str | None:
    """Return the status that a question about what is to come gives its answer, or None."""
    asked = _asked_ahead(one)
    if asked is None:
        return None
    kinds = _kinds(one.sentence, *asked)
    return "target" if "goal" in kinds else "planned"


def deadline_as_asked(one: Draft, dct: date | None) -> str | None:
    """Return by when an answer is, where its question says so: «к 2030 году», «в этом году»."""
    asked = _asked_ahead(one)
    if asked is None:
        return None
    told = [p for p in one.sentence.mentions.periods if asked[0] <= p.first < asked[1]]
    for period in told:
        if period.role == "by" and period.value:
            return period.value
        ahead = dct is None or (period.year or 0) >= dct.year
        if period.role == "at" and period.value and period.year and ahead:
            return period.value
    return None


def _asked_ahead(one: Draft) -> tuple[int, int] | None:
    """The question that a figure answers, where it asks for what is to come."""
    sentence = one.sentence
    if not sentence.number or sentence.quantities[0] is not one.quantity:
        return None
    asked = question_before(sentence)
    if asked is None or _tells_past(one):
        return None
    low = sentence.low[slice(*asked)]
    kinds = _kinds(sentence, *asked)
    by = any(asked[0] <= p.first < asked[1] and p.role == "by" for p in sentence.mentions.periods)
    if "now" in kinds:
        return None
    ahead = by or not kinds.isdisjoint(_AHEAD) or not _WILL.isdisjoint(low)
    return asked if ahead and not any(map(is_past, low)) else None


def _kinds(sentence: Sentence, first: int, last: int) -> set[str]:
    """The kinds of the cues of a question, verbs in the future among the plans."""
    hits = sentence.mentions.hits
    found = set()
    for table in ("cues", "modality"):
        for index in range(first, last):
            hit = hits[table].get(index)
            if hit is None:
                continue
            grows = hit.entry.kind in ("up", "down", "reach")
            future = grows and tense(sentence.low[index]) == "future"
            found.add("planned" if future else hit.entry.kind)
    return found


def _tells_past(one: Draft) -> bool:
    """Whether the clause of an answer tells what was: a verb in the past, a period."""
    sentence = one.sentence
    here = [
        i for i in range(sentence.first, sentence.last) if not sentence.between(i, one.at)
    ]  # fmt: skip
    if any(is_past(sentence.low[i]) for i in here):
        return True
    # also «торговля с Вьетнамом за 2024 год – 1,7 млн»
    return any(
        p.role in _NOW
        and sentence.between(p.first, one.at) <= (sentence.word_at(p.last) in _DASHES)
        for p in sentence.periods
    )
