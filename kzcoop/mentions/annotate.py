"""All mentions of a document, found once and handed to the claim stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from kzcoop.language.morphology import is_future
from kzcoop.language.numeral import NumberReader
from kzcoop.language.text import Tokens, tokenize
from kzcoop.lexicon.loader import Entry, Hit, Matcher, entries
from kzcoop.mentions.clause import clauses
from kzcoop.mentions.dateline import datelines
from kzcoop.mentions.period import ROMAN, Period, read_periods
from kzcoop.mentions.place import Place, place_entries, place_words, read_places
from kzcoop.mentions.quantity import Quantity, QuantityReader
from kzcoop.reference.blocs import members

_FUTURE = Entry("modality", "future", "planned", "planned")
_FUTURES = (Entry("futures", "future", "planned", "planned"), is_future)
TABLES = (
    "numerals", "units", "counted", "hedges", "periods", "countries", "regions", "checkpoint_words",
    "indicators", "cues", "modality", "commodities", "programmes", "roles", "topics", "talks",
    "meetings", "speech", "sources", "cities", "insertions",
)  # fmt: skip


@dataclass(slots=True)
class Mentions:
    """The mentions of one document.

    ``hits`` holds the rows found, by table and first token; ``numbers`` reads its numbers;
    ``clause`` is the number of the clause of each token, counted through the document.
    """

    tokens: Tokens
    hits: dict[str, dict[int, Hit]]
    numbers: NumberReader
    clause: list[int]
    periods: list[Period]
    quantities: list[Quantity]
    places: list[Place]


@cache
def matcher() -> Matcher:
    """Return the matcher over all word tables, built at its first use."""
    rows = [row for table in TABLES for row in entries(table)]
    return Matcher([*rows, *place_entries(), ROMAN], (_FUTURES, *place_words()))


def annotate(text: str, dct: date | None, this_year: int | None = None) -> Mentions:
    """Return all mentions of a text.

    Parameters
    ----------
    text
        The document's text as received.
    dct
        Its publication date, with which relative periods are resolved; None leaves them open.
    this_year
        The year that «текущий год» must be where there is no date, or None.
    """
    tokens = tokenize(text)
    hits = matcher().find(tokens.low)
    _add_futures(hits)
    numbers = NumberReader(tokens, hits["numerals"])
    periods = read_periods(tokens, hits, numbers, dct, this_year)
    quantities = _quantities(tokens, hits, numbers, periods)
    # «долларов США» names a currency and no country; «310 турецких компаний» names Turkey
    inside = {i for q in quantities if q.kind == "money" for i in range(q.number_last, q.last)}
    places = [place for place in read_places(tokens, hits) if place.first not in inside]
    ends = datelines(tokens, places, periods)
    places = [
        _as_of(place, dct) if place.kind == "bloc" else place
        for place in places
        if place.first not in ends
    ]
    clause = clauses(tokens, hits, places)
    periods = _outside(periods, places)
    return Mentions(tokens, hits, numbers, clause, periods, quantities, places)


def _outside(periods: Sequence[Period], places: Sequence[Place]) -> list[Period]:
    """The periods that stand in no name: «Семиглавый Мар – Озинки» tells of no March."""
    named = {index for place in places for index in range(place.first, place.last)}
    return [period for period in periods if period.first not in named]


def _as_of(place: Place, dct: date | None) -> Place:
    """A group that grew, as its members of the day: «со странами ШОС» had no Iran in 2022."""
    if len(place.codes) != 1:
        return place
    joined = members(place.codes[0], dct)
    return replace(place, codes=joined) if joined else place


def _add_futures(hits: dict[str, dict[int, Hit]]) -> None:
    """Take every verb in the future tense for a plan: «реконструкция затронет десять постов»."""
    if not hits["futures"]:
        return
    modality = hits["modality"]
    covered = {index for hit in modality.values() for index in range(hit.first, hit.last)}
    for index in hits["futures"]:
        if index not in covered:
            modality[index] = Hit(_FUTURE, index, index + 1)


def redate(mentions: Mentions, dct: date | None, this_year: int | None) -> Mentions:
    """Return mentions with their periods read anew, as of a date found in the text itself."""
    tokens, hits, numbers = mentions.tokens, mentions.hits, mentions.numbers
    periods = _outside(read_periods(tokens, hits, numbers, dct, this_year), mentions.places)
    quantities = mentions.quantities
    if _taken(periods) != _taken(mentions.periods):
        quantities = _quantities(tokens, hits, numbers, periods)
    return replace(mentions, periods=periods, quantities=quantities)


def _taken(periods: Sequence[Period]) -> set[int]:
    """The tokens of periods: no number among them is a quantity."""
    return {index for period in periods for index in range(period.first, period.last)}


def _quantities(
    tokens: Tokens,
    hits: dict[str, dict[int, Hit]],
    numbers: NumberReader,
    periods: Sequence[Period],
) -> list[Quantity]:
    """The quantities of a text outside its periods."""
    hedge_ends: dict[int, Hit] = {}
    for hit in hits["hedges"].values():
        known = hedge_ends.get(hit.last)
        if known is None or known.first > hit.first:
            hedge_ends[hit.last] = hit
    return QuantityReader(
        tokens, numbers, hits["units"], hits["counted"], hits["hedges"], hedge_ends,
        _taken(periods),
    ).read()  # fmt: skip
