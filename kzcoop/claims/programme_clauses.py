"""Clauses of a sentence that tell of posts of their own, and those that leave out their work.

«Аят» обновят к лету; «Убаган» – в 2028 году           a programme for each
«…, на «Кегене» – к концу 2027-го»                     the work of the clause before
«… на пяти постах с КНР, а к осени её распространят на семь узбекских»
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kzcoop.claims.partner_place import foreign
from kzcoop.claims.programme_found import Found
from kzcoop.claims.programme_items import month_after
from kzcoop.claims.programme_kind import WORKS
from kzcoop.claims.programme_names import names_of
from kzcoop.claims.programme_term import ending
from kzcoop.claims.sentence import Sentence
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions

_DASHES = frozenset("–—-")
_CLOSES = frozenset({"»", '"', "”"})
_START = 4  # tokens from a comma to a post


def clauses_of(sentence: Sentence, words: Sequence[Hit]) -> list[Sentence]:
    """Return the clauses of a sentence between semicolons, where each tells of posts of its own."""
    low = sentence.low
    tail = _tail(sentence, words)
    if tail is None:
        tail = _contrast(sentence, words)
    if tail is None:
        tail = _capacity(sentence, words)
    if tail is not None:
        rest = _pieces(_part(sentence, tail + 1, sentence.last))
        return [_part(sentence, sentence.first, tail), *rest]
    cuts = [i for i in range(sentence.first, sentence.last - 1) if low[i] == ";"]
    if not cuts or len(words) < len(cuts):
        return [sentence]
    bounds = [sentence.first, *(cut + 1 for cut in cuts), sentence.last]
    parts = [_part(sentence, a, b) for a, b in pairwise(bounds)]
    found: list[Sentence] = []
    for part in parts:
        own = any(p.kind == "checkpoint" for p in part.places) or bool(part.quantities)
        worked = any(part.first <= hit.first < part.last for hit in words)
        if own != worked:
            return [sentence]
        goes_on = all(
            hit.entry.kind == WORKS for hit in words if part.first <= hit.first < part.last
        )
        counted = found and found[-1].quantities and part.quantities
        if found and (not own or (counted and goes_on)):
            # «…; срок – декабрь 2027 года», «обновляют девять; сдано два»
            found[-1] = _part(sentence, found[-1].first, part.last)
        else:
            found.append(part)
    return found


def elliptic(mentions: Mentions, part: Sentence, known: Found) -> Found | None:
    """Return the programme of a clause that leaves out its work: «…, на «Кегене» – к 2027 году»."""
    posts = [p for p in part.places if p.kind == "checkpoint"]
    codes = tuple(sorted({code for p in part.places for code in foreign(p)}))
    by = next((ending(p.value) for p in part.periods if p.value), None)
    if by and known.deadline and by < known.deadline and not by.isdigit():
        by = month_after(known.deadline, by)
    if by is None and "позже" in part.low[part.first : part.last] and known.deadline:
        by = str(int(known.deadline[:4]) + 1)  # «…, «Аксая» – годом позже»
    counts = [] if posts else [q for q in part.quantities if q.kind in ("bare", "count")]
    if not (posts or counts):
        return None
    total = int(counts[0].value) if counts else None
    names, register = names_of(mentions, posts)
    return Found(
        part.first, part.last, known.kind, codes or known.border, total, None, None,
        by or (known.deadline if total else None), names, register,
    )  # fmt: skip


def _contrast(sentence: Sentence, words: Sequence[Hit]) -> int | None:
    """The comma of «действует на пяти постах с КНР, а к осени её распространят на узбекские»."""
    low = sentence.low
    for at in range(sentence.first + 1, sentence.last - 1):
        if low[at] != "," or low[at + 1] != "а":
            continue
        left, right = (
            _part(sentence, sentence.first, at),
            _part(sentence, at + 1, sentence.last),
        )
        told = words and all(hit.first < at for hit in words)
        borders = [{c for p in part.places for c in foreign(p)} for part in (left, right)]
        counts = all(
            any(q.kind in ("bare", "count") for q in part.quantities) for part in (left, right)
        )
        if told and counts and all(borders) and borders[0] != borders[1]:
            return at
    return None


def _tail(sentence: Sentence, words: Sequence[Hit]) -> int | None:
    """The comma before a clause that names a post or a border, a dash, and a term or a number."""
    low = sentence.low
    if not words:
        return None
    for place in sentence.places:
        if place.kind not in ("checkpoint", "adjective") or not foreign(place):
            continue
        at = place.last
        while at < sentence.last and low[at] in _CLOSES:
            at += 1
        if at >= sentence.last or low[at] not in _DASHES:
            continue
        follows = {i for p in sentence.periods for i in (p.first, p.first - 1)}
        follows |= {i for i in range(at, sentence.last) if low[i : i + 2] == ["годом", "позже"]}
        follows |= {q.lead for q in sentence.quantities if place.kind == "adjective"}
        comma = next((i for i in range(place.first, sentence.first, -1) if low[i] == ","), None)
        near = comma is not None and place.first - comma <= _START
        told = any(hit.first < place.first for hit in words)
        if near and told and at + 1 in follows and not any(hit.first > at for hit in words):
            return comma
    return None


def _capacity(sentence: Sentence, words: Sequence[Hit]) -> int | None:
    """The comma of «… модернизированы, а на «Аяте» пропускная способность доведена до 300»."""
    low = sentence.low
    able = next((hit for hit in words if hit.entry.id == "capacity"), None)
    if able is None or all(hit.entry.id == "capacity" for hit in words):
        return None
    comma = next((i for i in range(able.first, sentence.first, -1) if low[i] == ","), None)
    if comma is None or low[comma + 1] != "а":
        return None
    posts = [p for p in sentence.places if p.kind == "checkpoint"]
    here = any(comma < p.first for p in posts) and any(p.first < comma for p in posts)
    worked = any(hit.first < comma for hit in words)
    return comma if here and worked and not any(hit.first > able.last for hit in words) else None


def _pieces(rest: Sentence) -> list[Sentence]:
    """The clauses of «на кыргызском – семь, на узбекском – четыре»."""
    commas = [i for i in range(rest.first, rest.last - 1) if rest.low[i] == ","]
    bounds = [rest.first, *(comma + 1 for comma in commas), rest.last]
    pieces = [_part(rest, a, b) for a, b in pairwise(bounds)]
    whole = all(one.places and (one.quantities or one.periods) for one in pieces)
    return pieces if whole else [rest]


def _part(sentence: Sentence, first: int, last: int) -> Sentence:
    """A clause with what stands in it."""
    return replace(
        sentence,
        first=first,
        last=last,
        quantities=tuple(q for q in sentence.quantities if first <= q.lead < last),
        periods=tuple(p for p in sentence.periods if first <= p.first < last),
        places=tuple(p for p in sentence.places if first <= p.first < last),
        cues=tuple(c for c in sentence.cues if first <= c.first < last),
    )
