"""Regions that share their word with others, or that no table has by that form.

«Жамбылской и Алматинской областях»                         two regions that share a word
«В Алматинской области девять заводов, в Жамбылской – два»  the word told once
«костанайские», «в Павлодаре»                               an oblast by its town
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit, entries, fold
from kzcoop.mentions.place_text import HOME, Place

_REMEMBERED = 20_000  # words
_AREA_STEM = re.compile(r"(?:ск|цк)[а-я]{2,3}$")
_TOWN_END = re.compile(r"(?:(?:ск|цк)[а-я]{2,3}|[аеуы]|ой|ом)$")
_GENERIC = re.compile(r"[а-яқғңөұүһәі-]+(?:ск|цк)(?:ая|ой|ую|ою)$")
_SHARING = re.compile(r"[а-яқғңөұүһәі-]+(?:ск|цк)(?:ая|ой|ую|ою|ий|ого|ому|им|ом)$")


@cache
def _regions_by_adjective() -> dict[str, tuple[str, str]]:
    """Name and country of regions by the stem of their adjective: «жамбыл»."""
    found = {}
    for entry, _ in entries("regions"):
        words = entry.value.split()
        if len(words) == 2 and _AREA_STEM.search(fold(words[0])):
            found[_AREA_STEM.sub("", fold(words[0]))] = (entry.value, entry.kind)
    return found


@lru_cache(maxsize=_REMEMBERED)
def oblast_of_word(word: str) -> str | None:
    """Return the oblast of Kazakhstan by its town: «костанайские», «в Павлодаре»; else None."""
    stem, known = _TOWN_END.sub("", word), _regions_by_adjective()
    name, country = known.get(stem) or known.get(stem + "й", ("", ""))  # «в Костанае»
    return name if country == HOME else None


def sharing_regions(
    tokens: Tokens, areas: Sequence[int], found: Sequence[Place], numerals: Mapping[int, Hit]
) -> list[Place]:
    """Return regions that share their word («Омской и Томской областей») or that no table has."""
    taken = {index for place in found for index in range(place.first, place.last)}
    known = _regions_by_adjective()
    more: list[Place] = []
    for index in areas:
        word = tokens.low[index]
        if not index:
            continue
        at = index - 1
        if at not in taken and _named(tokens, at, _GENERIC) and word.startswith("обл"):
            more.append(_region(tokens, at, index + 1, known))
        elif at not in taken:
            continue
        sentence = tokens.sentence[index]
        while at >= 2 and tokens.low[at - 1] in (",", "и") and tokens.sentence[at - 2] == sentence:
            at -= 2
            if at in taken or not _named(tokens, at, _SHARING):
                break
            if _AREA_STEM.sub("", tokens.low[at]) not in known:
                break
            more.append(_region(tokens, at, at + 1, known))
    more += _regions_after(tokens, areas, taken, numerals)
    return more


def _regions_after(
    tokens: Tokens, areas: Sequence[int], taken: set[int], numerals: Mapping[int, Hit]
) -> list[Place]:
    """«В Алматинской области возводят девять заводов, в Жамбылской – два»: the word told once."""
    known = _regions_by_adjective()
    found: dict[int, Place] = {}
    for index in areas:
        last = tokens.bounds[tokens.sentence[index]][1]
        for at in tokens.capitals[bisect_right(tokens.capitals, index) :]:
            if at >= last - 1:
                break
            counts = tokens.kind[at + 1] != "w" or at + 1 in numerals
            if not counts or at in taken or not _named(tokens, at, _SHARING):
                continue
            if tokens.low[at + 1] != "-" and _AREA_STEM.sub("", tokens.low[at]) in known:
                found[at] = _region(tokens, at, at + 1, known)
    return list(found.values())


def _named(tokens: Tokens, index: int, pattern: re.Pattern[str]) -> bool:
    return (
        tokens.clean[tokens.start[index]].isupper() and pattern.match(tokens.low[index]) is not None
    )


def _region(tokens: Tokens, first: int, last: int, known: Mapping[str, tuple[str, str]]) -> Place:
    stem = _AREA_STEM.sub("", tokens.low[first])
    if stem in known:
        name, country = known[stem]
        return Place(first, last, "region", (country,), name)
    surface = tokens.clean[tokens.start[first] : tokens.end[first]]
    return Place(first, last, "region", (), re.sub(r"(?:ой|ую|ою|ая)$", "ая", surface) + " область")
