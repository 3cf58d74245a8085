"""The word tables and the matcher that finds their rows in tokens.

A table is a CSV beside this module. Its column ``pattern`` holds alternatives divided by ``|``;
an alternative is one or more words. A word ending in ``*`` matches every word that begins so; one
ending in ``~`` a noun in any case, and no adjective made of it («регион~»: регионов, not
региональных):

    id,pattern,kind,value,example,source
    rub,рубл~|руб .|руб|российск* рубл~,currency,RUB,10 млрд рублей,ISO 4217

Words are compared in lower case with «ё» as «е». Every row's ``example`` must fire the row: a
test holds the tables to it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kzcoop.errors import LexiconError

_FOLDER = Path(__file__).parent
_MIN_STEM = 2
# what may follow the stem of a noun: the cases of all declensions, «ё» as «е»
_CASES = frozenset(
    " а у ом ем е ы и ов ев ей ам ям ами ями ах ях я ю ь ью ой ою ею о й"
    " ие ия ию ием ии ий иям иями иях ией ье ья ьем ьев ьям ьями ьях".split(" ")
)
_NESTED = frozenset({"hedges", "cues", "modality"})  # tables whose rows may stand inside each other


def fold(word: str) -> str:
    """Return a word in the form in which tables and tokens are compared."""
    return word.lower().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a word table: ``table`` and ``id`` name it, ``kind`` and ``value`` say what."""

    table: str
    id: str
    kind: str
    value: str
    extra: dict[str, str] = field(compare=False, hash=False, default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """A row found at tokens [first, last)."""

    entry: Entry
    first: int
    last: int


class Matcher:
    """Finds the rows of many tables in a token list in one pass.

    Tokens are resolved once: the rows that can begin with a word are kept by word, so a text of
    known words costs one dictionary look-up a token.
    """

    def __init__(self, entries: Iterable[tuple[Entry, str]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._stems: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._nouns: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        for entry, pattern in entries:
            for alternative in pattern.split("|"):
                words = tuple(fold(word) for word in alternative.split())
                if not words:
                    raise LexiconError(entry.table, entry.id, "an empty alternative in pattern")
                head, rest = words[0], words[1:]
                if head[-1] in "*~" and len(head) > 1:
                    if len(head) <= _MIN_STEM:
                        raise LexiconError(entry.table, entry.id, f"stem {head!r} is too short")
                    stems = self._stems if head[-1] == "*" else self._nouns
                    stems.setdefault(head[:-1], []).append((rest, entry))
                else:
                    self._exact.setdefault(head, []).append((rest, entry))
        self._lengths = sorted({len(stem) for stem in (*self._stems, *self._nouns)}, reverse=True)
        self._known: dict[str, tuple[tuple[tuple[str, ...], Entry], ...]] = {}

    def _rows(self, token: str) -> tuple[tuple[tuple[str, ...], Entry], ...]:
        """The rows that can begin with a token, those with the longer first word first."""
        rows = list(self._exact.get(token, ()))
        for length in self._lengths:
            if length <= len(token):
                rows += self._stems.get(token[:length], ())
                if token[length:] in _CASES:
                    rows += self._nouns.get(token[:length], ())
        found = tuple(rows)
        if len(self._known) < 200_000:  # a bound, so that endless odd input cannot fill the memory
            self._known[token] = found
        return found

    def find(self, tokens: Sequence[str]) -> list[Hit]:
        """Return all hits in order of their first token; of one table's rows the longest only."""
        hits: list[Hit] = []
        known, total = self._known, len(tokens)
        reach: dict[str, int] = {}  # by table, the end of the last row of several words
        for index, token in enumerate(tokens):
            rows = known.get(token)
            if rows is None:
                rows = self._rows(token)
            if not rows:
                continue
            best: dict[str, tuple[int, Entry]] = {}
            for rest, entry in rows:
                size = len(rest)
                if size and not _follows(tokens, index + 1, rest, total):
                    continue
                kept = best.get(entry.table)
                if kept is None or kept[0] < size:
                    best[entry.table] = (size, entry)
            for size, entry in best.values():
                # «встречные поставки» is one row; «поставки» inside it is not another
                if index < reach.get(entry.table, 0) and entry.table not in _NESTED:
                    continue
                if size:
                    reach[entry.table] = index + 1 + size
                hits.append(Hit(entry, index, index + 1 + size))
        return hits


def _follows(tokens: Sequence[str], at: int, words: tuple[str, ...], total: int) -> bool:
    """Whether the tokens from ``at`` match the remaining words of a pattern."""
    if at + len(words) > total:
        return False
    for offset, word in enumerate(words):
        token = tokens[at + offset]
        if word[-1] == "*":
            if not token.startswith(word[:-1]):
                return False
        elif word[-1] == "~":
            if not (token.startswith(word[:-1]) and token[len(word) - 1 :] in _CASES):
                return False
        elif token != word:
            return False
    return True


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a word table, for example ``hedges``.

    Raises
    ------
    LexiconError
        A row without id or pattern, or an id that stands twice.
    """
    path = _FOLDER / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        table = tuple(csv.DictReader(file))
    seen: set[str] = set()
    for row in table:
        if not row.get("id") or not row.get("pattern"):
            raise LexiconError(path.name, str(row.get("id")), "has no id or no pattern")
        if row["id"] in seen:
            raise LexiconError(path.name, row["id"], "the id stands twice")
        seen.add(row["id"])
    return table


def entries(name: str) -> list[tuple[Entry, str]]:
    """Return a table as entries with their patterns, ready for a :class:`Matcher`."""
    return [
        (Entry(name, row["id"], row.get("kind", ""), row.get("value", ""), row), row["pattern"])
        for row in read_table(name)
    ]
