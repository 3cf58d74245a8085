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
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import compress
from pathlib import Path
from typing import NamedTuple, TypeVar

from kzcoop.errors import LexiconError
from kzcoop.lexicon.patterns import CASES, Row, Several, by_second, longest

_FOLDER = Path(__file__).parent
_MIN_STEM = 2
_REMEMBERED = 200_000  # words
_FOLLOWING = 1_000  # words after one
_NESTED = frozenset({"hedges", "cues", "modality"})  # tables whose rows may stand inside each other


@lru_cache(maxsize=_REMEMBERED)
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


@dataclass(slots=True, eq=False)
class Hit:
    """A row found at tokens [first, last); never changed, and not frozen: there are hundreds."""

    entry: Entry
    first: int
    last: int


class _Rows(NamedTuple):
    """The rows that can begin with a word."""

    alone: tuple[Entry, ...]  # of one word, the first of each table
    after: _Learned[Several | None] | None  # of several words, by the second


_Found = TypeVar("_Found")


class _Learned(dict[str, _Found]):
    """What a word calls for, found when the word is met."""

    def __init__(self, find: Callable[[str], _Found], size: int) -> None:
        super().__init__()
        self.find, self.size = find, size

    def __missing__(self, word: str) -> _Found:
        found = self.find(word)
        if len(self) < self.size:  # endless odd input cannot fill the memory
            self[word] = found
        return found


class Matcher:
    """Finds the rows of many tables in a token list in one pass.

    Tokens are resolved once: the rows that can begin with a word are kept by word, so a text of
    known words costs one dictionary look-up a token.

    Parameters
    ----------
    entries
        Rows with their patterns.
    told
        Rows whose words no list holds, with what tells them: «every verb in the future tense».
    """

    def __init__(
        self,
        entries: Iterable[tuple[Entry, str]],
        told: Iterable[tuple[Entry, Callable[[str], bool]]] = (),
    ) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._stems: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._nouns: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        rows, self._told = list(entries), tuple(told)
        self._tables = tuple(dict.fromkeys(entry.table for entry, _ in (*rows, *self._told)))
        for entry, pattern in rows:
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
        self._known = _Learned(self._rows, _REMEMBERED)
        # word forms that begin the same rows share what was learned of the words after them
        self._after: dict[tuple[Row, ...], _Learned[Several | None]] = {}

    def _rows(self, token: str) -> _Rows | None:
        """The rows that can begin with a token, those with the longer first word first."""
        rows = list(self._exact.get(token, ()))
        for length in self._lengths:
            if length <= len(token):
                rows += self._stems.get(token[:length], ())
                if token[length:] in CASES:
                    rows += self._nouns.get(token[:length], ())
        rows += [((), entry) for entry, tells in self._told if tells(token)]
        if not rows:
            return None
        alone: dict[str, Entry] = {}
        for rest, entry in rows:
            if not rest:
                alone.setdefault(entry.table, entry)
        several = tuple(row for row in rows if row[0])
        if several and several not in self._after:
            self._after[several] = _Learned(by_second(several), _FOLLOWING)
        return _Rows(tuple(alone.values()), self._after.get(several))

    def find(self, tokens: Sequence[str]) -> dict[str, dict[int, Hit]]:
        """Return all hits by table and first token, in order; of a table's rows the longest only.

        Every table is there, whether it has hits or none.
        """
        hits: dict[str, dict[int, Hit]] = {table: {} for table in self._tables}
        total = len(tokens)
        reach: dict[str, int] = {}  # by table, the end of the last row of several words
        farthest = 0
        known, following = list(map(self._known.__getitem__, tokens)), [*tokens[1:], ""]
        for index in compress(range(total), known):
            alone, after = known[index]  # type: ignore[misc]
            several = after[following[index]] if after is not None else None
            at = index + 1
            if several is None and index >= farthest:
                for entry in alone:
                    hits[entry.table][index] = Hit(entry, index, at)
                continue
            fitting = longest(several, tokens, at + 1, total) if several is not None else {}
            for size, entry in fitting.values():
                # «встречные поставки» is one row; «поставки» inside it is not another
                if index >= reach.get(entry.table, 0) or entry.table in _NESTED:
                    last = reach[entry.table] = at + size
                    if last > farthest:
                        farthest = last
                    hits[entry.table][index] = Hit(entry, index, last)
            for entry in alone:
                table = entry.table
                free = index >= farthest or table in _NESTED or index >= reach.get(table, 0)
                if free and table not in fitting:
                    hits[table][index] = Hit(entry, index, at)
        return hits


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
