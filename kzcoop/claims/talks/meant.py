"""Whom «он», «его» and «в министерстве» mean: persons and bodies that the text named before."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.language.text import Tokens
from kzcoop.mentions.person import Person, persons_in

_FAR = 400  # tokens in which a pronoun or «в министерстве» looks back


def person_meant(
    persons: Sequence[Person], tokens: Tokens, index: int, spoken_at: int, speaker: str | None
) -> str | None:
    """Return whom a pronoun means: the last one named since the last speaker, else that speaker.

    Parameters
    ----------
    persons
        The persons of the document in order.
    tokens
        Its tokens.
    index
        The token of the pronoun.
    spoken_at, speaker
        Where the last speech was attributed, and to whom; -1 and None where there was none.
    """
    number = tokens.sentence
    since = persons_in(persons, max(spoken_at, index - _FAR), index)
    before = [person for person in since if person.by != "role" or "n" in person.cases]
    if before:
        last = number[before[-1].first]
        near = [p for p in before if number[p.first] == last]
        return ([p for p in near if "n" in p.cases] or near)[-1].name
    if speaker is not None:
        return speaker
    return persons[0].name if persons else None


def ministry_meant(persons: Sequence[Person], index: int) -> str | None:
    """Return the body that «в министерстве» at a token means, by the last minister named."""
    for person in reversed(persons_in(persons, max(0, index - _FAR), index)):
        if person.role and person.role.startswith("министр "):
            return f"Министерство {person.role.split(' ', 1)[1]}"
    return None
