"""Bare numbers that count what a figure or a noun before has counted already.

«фирм стало больше на 300 единиц»                       units of the noun before
«их число достигло 7,1 тысячи»                          the number of those
«29 предприятий, пятью больше, чем год назад»           the same as the figure before
«4 700 предприятий; в 2018-м их не набиралось и 1 200»  and those by «их»
«обменялись документами, всего их 18»                   a noun without a number, by «их»
«первое число – 4 тысячи: примерно столько их фирм …»   a noun that follows «столько»
«Предприятий, где есть их доля, теперь порядка 770»      a noun past a clause about it
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.unit.named_noun import (
    AFTER,
    COUNTS,
    HOW_MANY,
    MODIFIERS,
    PLURALS,
    count_noun,
)
from kzcoop.claims.unit.shared_unit import MILLION
from kzcoop.language.stems import Stems, Words

_THEM, _SO_MANY = Words("их"), Words("столько")
_JOINS = ([":"], [","], ["–"], ["—"], ["-"])
_ABBREVIATED = 2  # «в 2015-м их было шестьсот»: no metres
_WHICH = Stems("где", "котор", "куда", "чей", "чьи")
_HOW_MANY = Words("сколько")
_TELLS = frozenset({":", "–", "—", "-"})
_VAGUE = frozenset({"time", "state"})  # «за год», «две страны» stand between
_CAPITAL = Stems("капиталом", "участием")
_STANDS = ("был", "действ", "зарегистр", "насчит", "работа", "числи")
_OF_WHOM = 3  # tokens of «с турецким участием»
_NEAR = 6  # tokens from «их число» to its figure
_MANY = 10  # vehicles a day from which on a bare number is one
_VEHICLES = Stems("автомоб", "большегруз", "грузовик", "машин", "фур")
_OTHERS = Stems("вагон", "людей", "пассажир", "пар", "поезд", "состав", "тонн", "человек")


def of_units(one: Draft) -> bool:
    """Let «единиц» count the firms or jobs named before: «фирм стало больше на 300 единиц»."""
    low, sentence = one.sentence.low, one.sentence
    if one.kind != "vehicles" or not low[one.last - 1].startswith("единиц"):
        return False
    counted = sentence.mentions.hits["counted"]
    for index in range(one.quantity.lead - 1, sentence.first - 1, -1):
        hit = counted.get(index)
        if hit is None or hit.entry.kind == "out":
            continue
        told = low[hit.last - 1].endswith(PLURALS) or low[hit.last] == "с"
        if not hit.entry.kind.endswith(COUNTS) or not told:
            return False  # «из них компании с турецким капиталом: 4,2 тыс. единиц»
        one.kind, one.unit, one.indicator = "count", "count", hit.entry.kind
        one.note(f"counts «{low[index]}», named before")
        return True
    return False


def number_of_them(one: Draft, before: Sequence[Draft]) -> bool:
    """«… стало больше на 300, их число достигло 7,1 тысячи»: of what was counted."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.begins(HOW_MANY):
        return False
    for index in range(max(sentence.first, one.at - _NEAR), one.at - 1):
        if low[index] != "их" or not low[index + 1].startswith(HOW_MANY):
            continue
        whole = next((other for other in reversed(before) if not other.rejected), None)
        if whole is None or whole.indicator is None or not whole.indicator.endswith(COUNTS):
            return False
        one.kind, one.unit, one.indicator = "count", "count", whole.indicator
        one.note("the number of those counted before")
        return True
    return False


def of_them(one: Draft) -> bool:
    """«обменялись документами, всего их 18», «наладить рейсы: их два в неделю»: of that noun."""
    low, sentence, lead = one.sentence.low, one.sentence, one.quantity.lead
    if not sentence.holds(_THEM) or "их" not in low[max(sentence.first, lead - 2) : lead]:
        return False
    counted = sentence.mentions.hits["counted"]
    for index in range(lead - 2, max(sentence.first, lead - _NEAR - 1) - 1, -1):
        if sentence.mentions.tokens.kind[index] == "n":
            return False
        hit = counted.get(index)
        if hit is not None and hit.entry.id not in _VAGUE and len(low[index]) > _ABBREVIATED:
            return count_noun(one, index)
    return False


def past_clause(one: Draft) -> bool:
    """«Предприятий, где есть их доля, теперь порядка 770»: of the noun that opens the sentence."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_WHICH) or one.value != int(one.value):
        return False
    after = low[one.last] if one.last < sentence.last else "."
    counted = sentence.mentions.hits["counted"]
    # «Историй всё больше: фирм, где есть их доля, …»
    at = next((i + 1 for i in range(one.at, sentence.first, -1) if low[i] == ":"), sentence.first)
    while at < one.at and at not in counted and low[at].endswith(MODIFIERS):
        at += 1
    hit = counted.get(at)
    if hit is None or after not in AFTER or not low[hit.last - 1].endswith(PLURALS):
        return False
    which = hit.last + 1 + (len(sentence.word_at(hit.last + 1)) <= _ABBREVIATED)
    if low[hit.last] != "," or not sentence.word_at(which).startswith(_WHICH):
        return False
    closed = [i for i in range(which, one.quantity.lead) if low[i] == ","]
    if len(closed) != 1 or one.quantity.lead - closed[0] > _NEAR:
        return False
    return not one.crossed(hit.first, one.at) and count_noun(one, at)


def so_many(one: Draft) -> bool:
    """«первое число – 4 тысячи: примерно столько турецких фирм работает»: of the noun after it."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.holds(_SO_MANY) or low[one.last : one.last + 1] not in _JOINS:
        return False
    after = range(one.last + 1, min(one.last + _NEAR, sentence.last))
    so = next((i for i in after if low[i] in _SO_MANY), None)
    if so is None:
        return False
    counted = sentence.mentions.hits["counted"]
    for index in range(so + 1, min(so + _NEAR, sentence.last)):
        hit = counted.get(index)
        if hit is not None and low[hit.last - 1].endswith(PLURALS):
            return count_noun(one, index)
    return False


def how_many(one: Draft) -> bool:
    """«Сколько фирм продаёт сюда товары, тоже известно: порядка девяноста»: of that noun."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.holds(_HOW_MANY) or low[one.quantity.lead - 1] not in _TELLS:
        return False
    asked = [i for i in sentence.where(_HOW_MANY) if i < one.at]
    counted = sentence.mentions.hits["counted"]
    if not asked or one.crossed(asked[0], one.at):
        return False
    for index in range(asked[0] + 1, min(asked[0] + _NEAR, one.at)):
        hit = counted.get(index)
        if hit is not None and hit.entry.id not in _VAGUE:
            return count_noun(one, index)
    return False


def of_those(one: Draft, before: Sequence[Draft]) -> bool:
    """Let a number count the same as the figure before it, and return whether it does.

    «зарегистрировано 4 700 предприятий; в 2018-м их не набиралось и 1 200», «29 предприятий, пятью
    больше, чем год назад»
    """
    low, sentence = one.sentence.low, one.sentence
    last = before[-1] if before else None
    if last is None or last.kind not in ("count", "freight") or one.quantity.scale >= MILLION:
        return False  # not «58 проектов, их стоимость – 33 миллиарда»
    noun = last.quantity.noun
    told = last.indicator or (noun.kind if noun is not None else None)
    more = low[one.last : one.last + 1] in (["больше"], ["меньше"]) and (
        low[one.last - 1].endswith(("мя", "ью")) or low[one.last - 2] == "на"
    )  # «поездов прошло 1 206, на 90 больше»
    those = "их" in low[max(sentence.first, last.last, one.at - _NEAR) : one.at]
    counts = told is not None and (told.endswith(COUNTS) or (more and told == "freight"))
    if told is None or not counts or not (more or those):
        return False
    one.kind, one.unit, one.indicator = "count", "count", told
    one.quantity = replace(one.quantity, noun=noun)
    one.note("counts what is counted before")
    return True


def of_post(one: Draft) -> bool:
    """Let so many a day be the vehicles of a post, and return whether they are.

    «пост «Кордай» работает на пределе: 900 в сутки», «грузовиков стало больше: 340 в день»
    """
    sentence = one.sentence
    if sentence.begins(_OTHERS) or one.value < _MANY:
        return False
    posts = any(place.kind == "checkpoint" for place in sentence.places)
    if not (posts or sentence.begins(_VEHICLES)):
        return False
    one.kind, one.unit = "vehicle", "vehicle/day"
    one.note("so many a day, of vehicles")
    return True


def by_capital(one: Draft) -> bool:
    """«В 2018-м с турецким участием было 1 800»: firms, by whose capital they have."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_CAPITAL):
        return False
    after = low[one.last] if one.last < sentence.last else "."
    plain = one.value == int(one.value) and one.quantity.scale < MILLION
    if (
        not plain
        or after not in AFTER
        or not sentence.word_before(one.quantity.lead).startswith(_STANDS)
    ):
        return False
    counted = sentence.mentions.hits["counted"]
    for at in sentence.where(_CAPITAL):
        led = low[max(sentence.first, at - _OF_WHOM) : at]
        between = range(at, one.quantity.lead)
        if at < one.at and ("с" in led or "со" in led) and not any(i in counted for i in between):
            one.kind, one.unit, one.indicator = "count", "count", "enterprises_count"
            one.note("firms, by whose capital they have")
            return True
    return False
