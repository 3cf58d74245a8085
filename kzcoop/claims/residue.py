"""Accounts for every number of a text: what is in no claim and no programme, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from kzcoop.claims.claim import Claim, Programme, Residue
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.text import Tokens
from kzcoop.mentions.annotate import Mentions
from kzcoop.reading.document import Document

_ROMAN = frozenset(
    "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii i v x".split()
)
# kinds of number words in the lexicon
_WORDS = frozenset(
    "adjective denominator fraction half halfmult hundred hundreds ordinal percent teen ten times"
    " timesverb unit vulgar".split()
)


def number_tokens(mentions: Mentions) -> list[int]:
    """Return the tokens that are numbers: digits, number words, Roman numerals."""
    tokens = mentions.tokens
    numerals = mentions.hits["numerals"]
    found = set(tokens.figures)
    for index, hit in numerals.items():
        if hit.entry.kind in _WORDS or (
            hit.entry.kind == "multiplier"
            and not (index and (tokens.kind[index - 1] == "n" or index - 1 in numerals))
        ):
            found.add(index)
    found.update(
        index
        for index in tokens.capitals
        if tokens.low[index] in _ROMAN and _upper_latin(tokens, index)
    )
    return sorted(found)


def _upper_latin(tokens: Tokens, index: int) -> bool:
    surface = tokens.clean[tokens.start[index] : tokens.end[index]]
    return surface.isascii() and surface.isupper()


def account(
    document: Document,
    mentions: Mentions,
    drafts: Sequence[Draft],
    claims: Sequence[Claim],
    programmes: Sequence[Programme],
) -> tuple[list[Residue], int]:
    """Return the residue of a document and how many numbers the text holds."""
    tokens = mentions.tokens
    spans = [(claim.start, claim.end) for claim in claims]
    spans += [(programme.start, programme.end) for programme in programmes]
    spans.sort()
    starts = [left for left, _ in spans]
    reach = list(accumulate((right for _, right in spans), max, initial=-1))
    periods = {i: p for p in mentions.periods for i in range(p.first, p.last)}
    rejected = {i: one for one in drafts if one.rejected for i in range(one.first, one.last)}
    residue: list[Residue] = []
    numbers = number_tokens(mentions)
    last_end = -1
    for index in numbers:
        start, end = tokens.start[index], tokens.end[index]
        if end <= reach[bisect_right(starts, start)]:
            continue  # a span that begins before it ends after it
        if index in periods:
            period = periods[index]
            start, end, reason = tokens.start[period.first], tokens.end[period.last - 1], "date"
        elif index in rejected:
            one = rejected[index]
            start, end = tokens.start[one.first], tokens.end[one.last - 1]
            reason = one.rejected or "unread"
        else:
            reason = _reason(tokens, index)
        if start < last_end:
            continue
        last_end = end
        residue.append(Residue(document.doc_id, start, end, document.text[start:end], reason))
    return residue, len(numbers)


def _reason(tokens: Tokens, index: int) -> str:
    if tokens.kind[index] in "dt":
        return "date"
    if tokens.kind[index] == "w":
        return "ordinal" if _upper_latin(tokens, index) else "out_of_scope"
    before = tokens.clean[max(0, tokens.start[index] - 1) : tokens.start[index]]
    after = tokens.clean[tokens.end[index] : tokens.end[index] + 1]
    if before in "+(" and tokens.end[index] - tokens.start[index] >= 3 and after in "-)":
        return "contact"
    if before == "/" or after in ("/", ":"):
        return "name"
    return "unread"
