"""The countries along a way that a sentence tells in full: all of them, and no one alone.

«по маршруту Казахстан – Узбекистан – Афганистан»               a chain of names
«коридора, по которому грузы идут из России в Иран через …»     from one end to the other
«в афганском направлении по линии Казахстан – …»                the one that it leads to
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.place.partner_way import WAYS
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

_LINES = Stems(
    "артери", "ветк", "веток", "дорог", "коридор", "лини", "магистрал", "маршрут", "путь", "пути"
)
_DASHES = (["–"], ["—"], ["-"])
_INTO = (["в"], ["во"])
_ON = Words("далее", "дальше")
_LED = 5  # tokens of «ветка, ведущая через»
_THREE = 3  # names of a chain
_LINKED = (["и"], [","])


def along(one: Draft) -> tuple[str, ...]:
    """Return the countries of the way that a figure before or after them is of, or none."""
    sentence = one.sentence
    if one.indicator not in WAYS:
        return ()
    places = [p for p in sentence.places if p.kind == "country"]
    chain = _farther(sentence, places)
    if sentence.begins(_LINES):
        named = _chain(sentence, places) or _ends(sentence, places) if sentence.homes else []
        chain = named or chain or _branch(sentence, places)
    codes = {code for place in chain for code in place.abroad}
    if not codes or not chain[0].first < one.at:
        return ()
    towards = [
        p.abroad
        for p in sentence.abroad
        if p.kind == "adjective" and sentence.word_at(p.last).startswith("направлени")
    ]
    one.note("the countries along the way")
    return towards[0] if towards else tuple(sorted(codes))


def _chain(sentence: Sentence, places: list[Place]) -> list[Place]:
    """«Казахстан – Узбекистан – Афганистан»: three names at the least."""
    found: list[Place] = []
    for left, right in pairwise(places):
        if sentence.low[left.last : right.first] not in _DASHES:
            if len(found) >= _THREE:
                break
            found = []
            continue
        found = [*found, right] if found else [left, right]
    return found if len(found) >= _THREE else []


def _branch(sentence: Sentence, places: list[Place]) -> list[Place]:
    """«ветка через Туркменистан в Иран», «линия, ведущая через Узбекистан в Афганистан»."""
    for left, right in pairwise(places):
        if HOME in (*left.codes, *right.codes):
            continue
        led = sentence.low[max(sentence.first, left.first - _LED) : left.first]
        onward = led[-1:] == ["через"] and sentence.low[left.last : right.first] in _INTO
        if onward and any(word.startswith(_LINES) for word in led):
            return [left, right]
    return []


def _farther(sentence: Sentence, places: list[Place]) -> list[Place]:
    """«в Таджикистан и дальше, в Афганистан»: where goods go, and where they go on to."""
    if not sentence.holds(_ON):
        return []
    for left, right in pairwise(places):
        between = sentence.low[left.last : right.first]
        if between[-1:] in _INTO and not _ON.isdisjoint(between) and len(between) <= _LED:
            return [left, right] if HOME not in (*left.codes, *right.codes) else []
    return []


def _ends(sentence: Sentence, places: list[Place]) -> list[Place]:
    """«из России в Иран через Казахстан и Туркменистан»."""
    led = [sentence.word_before(place.first) for place in places]
    for at in range(len(places) - 2):
        if led[at] == "из" and led[at + 1] in ("в", "во") and led[at + 2] == "через":
            found = places[at : at + 3]
            for left, right in pairwise(places[at + 2 :]):
                if sentence.low[left.last : right.first] not in _LINKED:
                    break
                found.append(right)
            return found if any(HOME in place.codes for place in found) else []
    return []
