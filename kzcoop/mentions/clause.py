"""Clause numbers by punctuation and conjunctions: rough, and enough to count what divides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, compress, pairwise

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_MARKS = frozenset(',;:–—()«»"')
_WORDS = frozenset("а но однако причем тогда зато который которая которые которое".split())
_DIVIDING = _MARKS | _WORDS
_SHORT_QUOTE = 6
_SHORT_INSERTION = 14  # tokens
_FROM = (["с"], ["до"], ["от"], ["на"])
_OPENS = frozenset(",–—")
_DASHES = frozenset("–—")
_GUILLEMETS = frozenset("«»")
_MONTHS = (
    "январ", "феврал", "март", "апрел", "май", "мая", "мае", "июн", "июл", "август", "сентябр",
    "октябр", "ноябр", "декабр",
)  # fmt: skip
# what follows an insertion and begins a clause of its own: «, сообщил министр, что …»
_BEGINS = frozenset("что чтобы где когда если хотя".split())


def clauses(
    tokens: Tokens,
    hits: Mapping[str, Mapping[int, Hit]],
    places: Sequence[Place],
) -> list[int]:
    """Return the number of the clause of each token, counted through the document."""
    dividing = list(compress(range(len(tokens.low)), map(_DIVIDING.__contains__, tokens.low)))
    dashes = [index for index in dividing if tokens.low[index] in _DASHES]
    whole = _undivided(tokens, dividing, dashes, places)
    whole |= _insertions(tokens, hits) | _spans(tokens, dashes) | _months(tokens, dashes)
    begins = [0] * len(tokens.low)
    for first, _ in tokens.bounds:
        begins[first] = 1
    for index in dividing:
        if index not in whole:
            begins[index] = 1
    return list(accumulate(begins))


def _undivided(
    tokens: Tokens, marks: Sequence[int], dashes: Sequence[int], places: Sequence[Place]
) -> set[int]:
    """The marks around and between names: «Достык – Алашанькоу» и «Калжат – Дулаты»."""
    found: set[int] = set()
    for place in places:
        if place.kind in ("checkpoint", "corridor", "initiative"):
            found.update(
                i
                for i in range(place.first - 1, min(place.last + 1, len(tokens.low)))
                if tokens.low[i] != ","
            )
    opened, low = -1, tokens.low
    for index in [index for index in marks if low[index] in _GUILLEMETS]:
        if low[index] == "«":
            opened = index
        else:
            if 0 <= index - opened <= _SHORT_QUOTE:
                found.update((opened, index))  # «зелёный коридор» is a name, no speech
            opened = -1
    found.update(index for index in dashes if _joins_names(tokens, index))
    return found | _listed(tokens, places)


def _listed(tokens: Tokens, places: Sequence[Place]) -> set[int]:
    """The commas of «шёл в Россию, Иран, ОАЭ в общем объёме 895 тонн»: between countries."""
    found = set()
    for left, right in pairwise(places):
        if left.kind == right.kind == "country" and right.first - left.last == 1:
            found.add(left.last)
    return {index for index in found if tokens.low[index] == ","}


def _joins_names(tokens: Tokens, index: int) -> bool:
    """«по маршруту Актау – Баку – Поти»: a dash between two names, the first opening nothing."""
    start, clean, number = tokens.start, tokens.clean, tokens.sentence
    if not 1 < index < len(start) - 1:
        return False
    if number[index - 2] != number[index] or number[index] != number[index + 1]:
        return False
    return clean[start[index - 1]].isupper() and clean[start[index + 1]].isupper()


def _insertions(tokens: Tokens, hits: Mapping[str, Mapping[int, Hit]]) -> set[int]:
    """The marks around what is only put in: «вырос, по данным ведомства, на 7%»."""
    low, number = tokens.low, tokens.sentence
    found: set[int] = set()
    for table in ("speech", "insertions"):
        for first in hits[table]:
            if not first or low[first - 1] not in _OPENS or number[first - 1] != number[first]:
                continue
            if first > 1 and number[first - 2] != number[first]:
                continue  # «– По данным …»: a dash that opens direct speech
            end = _end(tokens, first)
            if end:
                found.update((first - 1, end))
    return found


def _spans(tokens: Tokens, dashes: Sequence[int]) -> set[int]:
    """The dashes of «увеличить вдвое – с 2 до 4 млрд в год – товарооборот»."""
    low, number = tokens.low, tokens.sentence
    found: set[int] = set()
    for index in dashes:
        if low[index + 1 : index + 2] not in _FROM:
            continue
        for end in range(index + 2, min(index + _SHORT_INSERTION, len(low))):
            if number[end] != number[index]:
                break
            if low[end] in _OPENS:
                if low[end] != ",":
                    found.update((index, end))
                break
    return found


def _months(tokens: Tokens, dashes: Sequence[int]) -> set[int]:
    """The dashes of «за январь–май», «в июле — ноябре»."""
    low = tokens.low
    return {
        index
        for index in dashes
        if 0 < index < len(low) - 1
        and low[index - 1].startswith(_MONTHS)
        and low[index + 1].startswith(_MONTHS)
    }


def _end(tokens: Tokens, first: int) -> int:
    """The mark that closes an insertion; 0 where none does or where it holds a figure."""
    low, number, kind = tokens.low, tokens.sentence, tokens.kind
    for index in range(first, min(first + _SHORT_INSERTION, len(low) - 1)):
        if number[index] != number[first] or kind[index] == "n":
            return 0
        if low[index] in _OPENS:
            after = low[index + 1]
            return 0 if number[index + 1] != number[first] or after in _BEGINS else index
        if low[index] in _MARKS and low[index] not in '«»"':
            return 0
    return 0
