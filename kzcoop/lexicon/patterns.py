"""The words of a pattern after its first: which of them a text goes on with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kzcoop.lexicon.loader import Entry

# what may follow the stem of a noun: the cases of all declensions, «ё» as «е»
CASES = frozenset(
    " а у ом ем е ы и ов ев ей ам ям ами ями ах ях я ю ь ью ой ою ею о й"
    " ие ия ию ием ии ий иям иями иях ией ье ья ьем ьев ьям ьями ьях".split(" ")
)
Row = tuple[tuple[str, ...], "Entry"]  # the words after the first, the row


class Several(NamedTuple):
    """The rows that two words can begin."""

    whole: dict[str, tuple[int, Entry]]  # of no more words: by table, their words after the first
    longer: tuple[Row, ...]


def longest(
    several: Several, tokens: Sequence[str], at: int, total: int
) -> dict[str, tuple[int, Entry]]:
    """The longest row of each table whose words stand up to ``at`` and on."""
    whole, longer = several
    found = whole
    for rest, entry in longer:
        if _follows(tokens, at, rest[1:], total):
            if found is whole:
                found = dict(whole)
            kept = found.get(entry.table)
            if kept is None or kept[0] < len(rest):
                found[entry.table] = (len(rest), entry)
    return found


def by_second(rows: Iterable[Row]) -> Callable[[str], Several | None]:
    """What tells the rows of several words by the second; whole words come before stems."""
    whole: dict[str, tuple[Row, ...]] = {}
    stems: dict[str, tuple[Row, ...]] = {}  # by the first letter
    for row in rows:
        word = row[0][0]
        is_stem = word[-1] in "*~" and len(word) > 1
        table, key = (stems, word[0]) if is_stem else (whole, word)
        table[key] = (*table.get(key, ()), row)

    def second(word: str) -> Several | None:
        fitting = [row for row in stems.get(word[:1], ()) if _fits(word, row[0][0])]
        told = (*whole.get(word, ()), *fitting)
        if not told:
            return None
        of_two: dict[str, tuple[int, Entry]] = {}
        for rest, entry in told:
            if len(rest) == 1:
                of_two.setdefault(entry.table, (1, entry))
        return Several(of_two, tuple(row for row in told if len(row[0]) > 1))

    return second


def _follows(tokens: Sequence[str], at: int, words: tuple[str, ...], total: int) -> bool:
    """Whether the tokens from ``at`` match the remaining words of a pattern."""
    return at + len(words) <= total and all(map(_fits, tokens[at : at + len(words)], words))


def _fits(token: str, word: str) -> bool:
    """Whether a token matches a word of a pattern."""
    if word[-1] == "*":
        return token.startswith(word[:-1])
    if word[-1] == "~":
        return token.startswith(word[:-1]) and token[len(word) - 1 :] in CASES
    return token == word
