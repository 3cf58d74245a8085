"""Countries by where they lie: «северный сосед», «торговля с южным соседом».

Told from Kazakhstan the northern neighbour is Russia, the eastern China, the southern the one of
three that the text names. Told from abroad it is Kazakhstan: «Кыргызские фирмы продали северному
соседу …».
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place_text import HOME, Place

NEIGHBOUR = "neighbour"  # the kind of their rows in the table of countries
# from where Kazakhstan is that neighbour
_FROM_ABROAD = {
    "near.north": {"AFG", "KGZ", "TJK", "TKM", "UZB"},
    "near.south": {"RUS"},
    "near.west": {"CHN"},
    "near.east": {"AZE"},
}


def neighbours(tokens: Tokens, hits: Mapping[int, Hit], found: Sequence[Place]) -> list[Place]:
    """Return the neighbours that a text names by where they lie, by what else it names."""
    named = {code for place in found for code in place.codes}
    told: list[Place] = []
    for hit in hits.values():
        if hit.entry.kind != NEIGHBOUR:
            continue
        sentence = tokens.sentence[hit.first]
        before = {
            code
            for place in found
            if place.first < hit.first and tokens.sentence[place.first] == sentence
            for code in place.codes
        }
        if before & _FROM_ABROAD[hit.entry.id]:
            told.append(Place(hit.first, hit.last, "country", (HOME,)))
            continue
        lie_there = {code for code in hit.entry.value.split(";") if code}
        meant = lie_there & named
        if not meant and not named & _FROM_ABROAD[hit.entry.id]:
            meant = lie_there  # «северный сосед» of a report that never says «Россия»
        if len(meant) == 1:
            told.append(Place(hit.first, hit.last, "country", (meant.pop(),)))
    return told
