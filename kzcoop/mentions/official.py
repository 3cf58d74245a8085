"""Officials known beforehand, from ``lexicon/officials.csv``: whom «президент Токаев» names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kzcoop.language.names import is_eastern
from kzcoop.lexicon.loader import fold, read_table
from kzcoop.mentions.role import kind_of

_REMEMBERED = 20_000  # names


@dataclass(frozen=True, slots=True)
class Official:
    """A person of the table; ``kind`` is the kind of the office that the table gives."""

    name: str
    country: str
    kind: str | None


@cache
def officials() -> dict[str, tuple[Official, ...]]:
    """Return the officials by folded name and by folded surname."""
    found: dict[str, list[Official]] = {}
    for row in read_table("officials"):
        one = Official(row["value"], row["kind"], kind_of(row["role"]))
        for key in {fold(one.name), fold(family(one.name.split()))}:
            found.setdefault(key, []).append(one)
    return {key: tuple(known) for key, known in found.items()}


@lru_cache(maxsize=_REMEMBERED)
def official(name: str) -> Official | None:
    """Return the official of a full name in the nominative, or None."""
    known = officials().get(fold(name))
    return known[0] if known else None


def family(words: Sequence[str]) -> str:
    """Return the word of a name that is the family's: the first of a Chinese one."""
    return words[0] if is_eastern(tuple(words)) else words[-1]
