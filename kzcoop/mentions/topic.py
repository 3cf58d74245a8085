"""Topics of talks: trade, transit, checkpoints, water and forty more.

The taxonomy and its words are ``lexicon/topics.csv``; ``value`` is the topic's name in the tables
(two joined by ";" where one word names both: «водно-энергетическая сфера»), ``kind`` its group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kzcoop.language.record import Record
from kzcoop.lexicon.loader import read_table
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.person import Person


@dataclass(slots=True)
class Topic(Record):
    """A topic named at tokens [first, last)."""

    first: int
    last: int
    name: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic of the taxonomy: its name, group and labels."""

    name: str
    group: str
    label_en: str
    label_ru: str


@cache
def taxonomy() -> dict[str, Subject]:
    """Return the topics by name, in the order of the table."""
    return {
        row["value"]: Subject(row["value"], row["kind"], row["label_en"], row["label_ru"])
        for row in read_table("topics")
        if ";" not in row["value"]
    }


def read_topics(mentions: Mentions, persons: Sequence[Person] = ()) -> list[Topic]:
    """Return the topics that a text names, in order.

    What names an office or an organisation names no topic: «министр сельского хозяйства»,
    «сообщили в Минэнерго».
    """
    hits = mentions.hits["topics"]
    if not hits:
        return []
    taken: set[int] = set()
    for person in persons:
        taken.update(range(*person.span))
    for hit in mentions.hits["sources"].values():
        taken.update(range(hit.first, hit.last))
    return [
        Topic(first, hit.last, name)
        for first, hit in sorted(hits.items())
        if first not in taken
        for name in _names(hit.entry.value)
    ]


@cache
def _names(value: str) -> tuple[str, ...]:
    """The topics that a row of the table names."""
    return tuple(value.split(";"))
