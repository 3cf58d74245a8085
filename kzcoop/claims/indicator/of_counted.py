"""Percentages of firms, projects or jobs that were counted right before.

«насчитали 28 тыс. юрлиц с иностранным участием – на 14% больше»   how much more
«6,1 тыс. (11,4%)»                                                 in brackets, what part
«Почти 35% из них – с китайским капиталом», «их стало на 9% больше»   after the count's sentence
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.measure.measure_change import OF_COUNTED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.topic.topic import Topic
from kzcoop.language.stems import Stems, Words

_COUNTS = frozenset({"enterprises_count", "jobs", "projects_count"})
_MORE = frozenset({"больше", "меньше", "выше", "ниже"})
_HEDGES = frozenset("более менее почти примерно около порядка свыше чуть сразу".split())
_OPENS = frozenset({",", "–", "—", "-", "это", "что", "их", ";"})
_THEM = Words("их", "них")
_SHARES = Stems("долей", "доли", "доля", "приход")
_WEIGHTS = ("долей", "доли", "доля")
_BESIDE = 5  # tokens of «, доля в секторе –»
_AMONG = frozenset({"из", "среди"})
_OWNED = ("капитал", "участи")
_LED = 4  # tokens of «их за год стало»


def compared_with_count(one: Draft, last: Draft) -> bool:
    """«насчитали 28 тыс. юрлиц с иностранным участием – на 14% больше, чем годом ранее»."""
    sentence, low = one.sentence, one.sentence.low
    led = low[max(last.last, one.quantity.lead - _LED) : one.quantity.lead]
    if not {"что", "их"}.isdisjoint(low[max(sentence.first, one.at - _LED) : one.at]):
        return True  # «… фирм с таджикским участием, что на 9% больше», «их стало вдвое больше»
    while led and (led[-1] in _HEDGES or led[-1] == "на"):
        led = led[:-1]
    if not led or led[-1] not in _OPENS or last.indicator not in _COUNTS:
        return False
    return not any(
        last.last <= hit.first < one.at and hit.entry.value not in _COUNTS
        for hit in sentence.indicators
    )


def _is_part_beside(one: Draft, last: Draft) -> bool:
    """«Китай – 6,1 тыс. (11,4%)», «стало 1,7 тыс., доля – 6,1%»: a part beside its count."""
    low = one.sentence.low
    if one.kind != "percent" or last.indicator not in _COUNTS:
        return False
    between = low[last.last : one.quantity.lead]
    if between == ["("]:
        return low[one.last : one.last + 1] == [")"]
    at = next((at for at, word in enumerate(between) if word.startswith(_WEIGHTS)), 0)
    return at > 0 and between[at - 1] == "," and len(between) - at <= _BESIDE


def of_those_counted(one: Draft, done: Sequence[Draft], topic: Topic) -> str | None:
    """Return what a percentage is of where the sentence before counted it: «35% из них»."""
    told, sentence = topic.told.claim, one.sentence
    if done and _is_part_beside(one, done[-1]):
        one.note(OF_COUNTED)
        return done[-1].indicator
    if told not in _COUNTS or topic.sides_sentence != sentence.number - 1:
        return None
    if not (sentence.holds(_THEM) or (sentence.begins(_SHARES) and sentence.abroad)):
        return None
    low = one.sentence.low
    if any(
        hit.entry.value not in _COUNTS and not low[hit.first].startswith(_OWNED)
        for hit in sentence.indicators
    ):
        return None  # «Совместных предприятий 300. Их экспорт вырос на 12%»
    if done:  # «Треть из них – с российским капиталом, 15% – с турецким»
        again = done[-1].measure == "share_pct" and done[-1].indicator == told
        return told if again and low[one.first] != "на" else None
    compared = sentence.word_at(one.last) in _MORE
    if sentence.begins(_SHARES) and not compared and low[one.first] != "на":
        one.note(OF_COUNTED)  # «На турецкие приходится 15%», «Доля турецких – 15%»
        return told
    for at in sentence.where(_THEM):
        if low[at] == "них" and low[at - 1] in _AMONG and not compared:
            one.note(OF_COUNTED)
            return told
        if low[at] == "их" and at < one.at and (compared or low[at + 1].startswith("стал")):
            return told
    return None
