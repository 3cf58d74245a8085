"""Entries of a survey: paragraphs that open with a country and its figure.

«Катар: 8 млн, рост в 1,4 раза. В проработке 11 проектов. ¶ Оман: 63 млн»   of what Катар's is
"""

from __future__ import annotations

from kzcoop.claims.scene.sentence import Sentence

_BULLETS = frozenset("–—-•·*▪️")
_CLOSES = frozenset(":.–—-")


def heads_entry(sentence: Sentence) -> bool:
    """Whether a sentence opens its paragraph with a country and a colon, a dash or a full stop."""
    if not sentence.abroad:
        return False
    paragraph, number = sentence.mentions.tokens.paragraph, sentence.number
    if number and paragraph[number - 1] == paragraph[number]:
        return False
    first = sentence.first + (sentence.low[sentence.first] in _BULLETS)
    place = sentence.abroad[0]
    return (
        place.first == first
        and place.kind in ("bloc", "country", "region")
        and sentence.word_at(place.last) in _CLOSES
    )
