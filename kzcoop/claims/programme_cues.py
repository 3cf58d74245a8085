"""What a sentence says of a programme beside its words of work."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.partner_place import foreign
from kzcoop.claims.programme_object import is_post
from kzcoop.claims.sentence import Sentence
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

# verbs by which a plan takes in posts
_COVERS = (
    "включ", "вошл", "вход", "затрон", "затраг", "касает", "назва", "охват", "перечен", "предусм",
    "распростран", "список", "списк",
)  # fmt: skip
# words that point to the posts of the sentence before
_THIS = frozenset({"данного", "данном", "данный", "указанного", "этого", "этом", "этот"})
_ANAPHORS = frozenset({"здесь", "него", "нем", "там", "тут"})


def of_a_border(sentence: Sentence) -> bool:
    """Return whether a border is named: «модернизация пунктов пропуска на границе с Россией»."""
    border = sentence.begins("границ")
    named = any(foreign(p) and p.kind in ("country", "adjective") for p in sentence.places)
    return border and named


def is_past(sentence: Sentence, words: Sequence[Hit]) -> bool:
    """Return whether posts were closed in a year that is named."""
    closed = all(hit.entry.id == "regime" for hit in words)
    return closed and any(period.role == "at" for period in sentence.periods)


def points_back(sentence: Sentence) -> bool:
    """Return whether posts told before are meant: «там», «ремонт данного погранперехода»."""
    low, first, last = sentence.low, sentence.first, sentence.last
    if not _ANAPHORS.isdisjoint(low[first:last]):
        return True
    return any(low[i] in _THIS and is_post(low[i + 1]) for i in range(first, last - 1))


def led(sentence: Sentence, post: Place) -> list[str]:
    """Return the words right before a name."""
    return sentence.low[max(sentence.first, post.first - 3) : post.first]


def covers(sentence: Sentence) -> bool:
    """Return whether a plan takes in posts: «Документ охватывает восемь постов»."""
    return sentence.begins(*_COVERS)
