"""Where an agency writes from: «ТАШКЕНТ, 15 ноября – Sputnik», which names no partner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kzcoop.language.text import Tokens
from kzcoop.mentions.period import Period
from kzcoop.mentions.place import Place

_HEADS = 4  # sentences, for a headline or a caption may stand before
_AFTER = frozenset("/(–—-.,")  # what parts a date from the agency or the report


def datelines(tokens: Tokens, places: Sequence[Place], periods: Sequence[Period]) -> frozenset[int]:
    """Return the first tokens of the places that datelines name.

    A dateline opens a sentence at the head of a report with nothing but places and the day, or
    with places and the agency in slashes: «Баку/Trend/».
    """
    if not places:
        return frozenset()
    at = {place.first: place for place in places[: 2 * _HEADS]}
    days = {period.first: period for period in periods[: 2 * _HEADS]}
    found: list[int] = []
    for first, _ in tokens.bounds[:_HEADS]:
        if first in at:
            found += _named(tokens, at, days, first)
    return frozenset(found)


def _named(
    tokens: Tokens, places: Mapping[int, Place], days: Mapping[int, Period], first: int
) -> list[int]:
    """The places of one dateline, none where the sentence goes on otherwise."""
    low, index, found = tokens.low, first, []
    while index < len(low):
        if index in places:
            found.append(index)
            index = places[index].last
        elif low[index] in (",", "."):
            index += 1
        else:
            break
    if index >= len(low):
        return []
    if low[index] == "/":
        return found
    day = days.get(index)
    if day is None or not low[index].isdecimal() or day.last >= len(low):
        return []
    if day.months is None:
        return []  # «Япония. 2021 год – 3 млн долларов.» opens an entry
    after = day.last - 1 if low[day.last - 1] == "." else day.last
    return found if low[after] in _AFTER else []
