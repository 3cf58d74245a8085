"""The words that rules ask for, each word of a text looked up once.

A rule declares what can trigger it, and a sentence tells with one test of a bit whether it holds
such a word, before anything is searched:

    _WAYS = Stems("дорог", "трасс")          words that begin so; serves ``str.startswith`` too
    _POSTS = Stems("пост", but=("постав",))   the same without some; only for sentences
    _PAIR = Words("двух", "обеих")           these words; a set
    _TOLD = either(_WAYS, _PAIR)             a word of any of several groups; only for sentences

    if not sentence.begins(_POSTS): ...
    if not sentence.holds(_PAIR): ...

Groups of other kinds are not needed: what a pattern tells of a word is remembered by word where
the pattern stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

_REMEMBERED = 100_000  # words


class _Known(dict[str, int]):
    """The groups of a word, a bit each; learned when the word is met."""

    def __init__(self) -> None:
        super().__init__()
        self.groups = 0
        self.words: dict[str, int] = {}
        self.stems: dict[str, int] = {}
        self.barred: dict[str, int] = {}
        self.lengths: list[int] = []  # of stems and exceptions

    def enter(self, table: dict[str, int], members: Iterable[str], bit: int = 0) -> int:
        """Take members of a group, a new one where it has no bit yet, into a table."""
        if not bit:
            bit = 1 << self.groups
            self.groups += 1
        for member in members:
            table[member] = table.get(member, 0) | bit
            if table is not self.words and len(member) not in self.lengths:
                self.lengths = sorted((*self.lengths, len(member)))
        self.clear()  # what was learned before knows nothing of the new group
        return bit

    def __missing__(self, word: str) -> int:
        found, barred = self.words.get(word, 0), 0
        for length in self.lengths:
            found |= self.stems.get(word[:length], 0)
            barred |= self.barred.get(word[:length], 0)
        found &= ~barred
        if len(self) >= _REMEMBERED:  # endless odd input cannot fill the memory
            self.clear()
        self[word] = found
        return found


_known = _Known()


class Stems(tuple[str, ...]):
    """Beginnings of words; ``bit`` marks the words that have one of them and none of ``but``."""

    bit: int

    def __new__(cls, *stems: str, but: Iterable[str] = ()) -> Stems:
        """Declare a group, once, where the module that asks for it is imported."""
        group = super().__new__(cls, stems)
        group.bit = _known.enter(_known.stems, stems)
        _known.enter(_known.barred, but, group.bit)
        return group

    def fit(self, word: str) -> bool:
        """Whether a word has one of the beginnings, and is none of the exceptions."""
        return _known[word] & self.bit != 0


class Words(frozenset[str]):
    """Whole words; ``bit`` marks them."""

    __slots__ = ("bit",)
    bit: int

    def __new__(cls, *words: str) -> Words:
        """Declare a group, once, where the module that asks for it is imported."""
        group = super().__new__(cls, words)
        group.bit = _known.enter(_known.words, words)
        return group


class Either:
    """Groups of which one is enough; ``bit`` marks the words of any of them."""

    __slots__ = ("bit",)

    def __init__(self, bit: int) -> None:
        self.bit = bit


def either(*groups: Stems | Words | Either) -> Either:
    """Return several groups as one, for a rule that needs a word of any of them."""
    return Either(reduce(or_, [group.bit for group in groups]))


def marks(words: Iterable[str]) -> list[int]:
    """Return the groups of each of some folded words, as bits."""
    return list(map(_known.__getitem__, words))


def together(marked: Iterable[int]) -> int:
    """Return the groups that any of some words is in."""
    return reduce(or_, filter(None, marked), 0)
