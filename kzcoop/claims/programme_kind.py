"""What is done to checkpoints: the words of work in a sentence and the kind they make."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.sentence import Sentence
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions

# nouns of work
_WORKS = ("модерниз", "обновлени", "открыти", "реконструк", "ремонт", "строительств")
# endings of participles: «модернизированный», «построенных»
_PARTICIPLES = ("ного", "ной", "ном", "ную", "ные", "ный", "ных")


def triggers(mentions: Mentions, sentence: Sentence) -> list[Hit]:
    """Return the words of work in a sentence."""
    hits, first, last = mentions.hits["programmes"], sentence.first, sentence.last
    return [hits[index] for index in sorted(hits) if first <= index < last]


def kind_of(mentions: Mentions, words: Sequence[Hit]) -> str:
    """Return the kind that words of work make: nouns and verbs count before participles."""
    if any(hit.entry.kind == "green_corridor" for hit in words):
        return "green_corridor"
    low = mentions.tokens.low
    acting = [
        hit
        for hit in words
        if not low[hit.first].endswith(_PARTICIPLES) and hit.entry.id != "capacity"
    ]
    nouns = [hit for hit in acting if low[hit.first].startswith(_WORKS)]
    return (nouns or acting or list(words))[0].entry.kind
