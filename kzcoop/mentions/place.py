"""Countries, blocs, regions, checkpoints and corridors.

«Узбекистан», «узбекский», «Ташкент»      UZB
«Оренбуржье», «Алматинская область»       a region and its country
«Север – Юг», «Срединный коридор»         a corridor
«Достык – Алашанькоу»                     two posts of one crossing
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Entry, Hit, entries
from kzcoop.mentions.checkpoint import read_checkpoints
from kzcoop.mentions.checkpoint_names import checkpoint_entries
from kzcoop.mentions.place_country import countries_of, country_of, has_capital
from kzcoop.mentions.place_neighbour import NEIGHBOUR, neighbours
from kzcoop.mentions.place_region import sharing_regions
from kzcoop.mentions.place_text import Place

__all__ = ["Place", "place_entries", "place_words", "read_places"]

_RANK = {"corridor": 0, "initiative": 0, "checkpoint": 1, "region": 2, "other": 3, "country": 4}
_AREA = re.compile(r"област|обл$|кра[йяею]|краев|краях|велаят|вилоят")
_ADJECTIVE = re.compile(r"[а-яқғңөұүһәі-]+(?:ск|цк)(?:ий|ая|ое|ие|ого|ой|ому|им|их|ими|ом|ую|ою)$")
_PEOPLE = re.compile(r"(?:ц|ич|як)(?:ы|ев|ей|ам|ами|ах|и|ов)$|ец$|[чж]ан(?:е|ам|ами|ах)?$")


def place_entries() -> list[tuple[Entry, str]]:
    """Return patterns of places for a matcher: corridors with every dash, posts in all cases."""
    found = []
    for entry, pattern in entries("corridors"):
        more = [pattern.replace("–", dash) for dash in ("—", "-")]
        # «Север-Юг» is one token
        more += [p.replace(" – ", "-") for p in pattern.split("|") if " – " in p]
        found.append((entry, "|".join(dict.fromkeys("|".join([pattern, *more]).split("|")))))
    return [*found, *checkpoint_entries()]


def place_words() -> tuple[tuple[Entry, Callable[[str], bool]], ...]:
    """Return what tells words of places that no table lists: «индо-узбекский», «областей»."""
    return (
        (Entry("pairs", "pair", "adjective", ""), lambda word: bool(countries_of(word))),
        (Entry("areas", "area", "region", ""), lambda word: _AREA.match(word) is not None),
    )


_PIPES = ("водовод", "газопровод", "магистрал", "нефтепровод", "нитк", "теплотрасс", "трубопровод")
_IN_NAME = 4  # tokens of a name in guillemets, «Бейнеу – Бозой – Шымкент»


def read_places(tokens: Tokens, hits: Mapping[str, Mapping[int, Hit]]) -> list[Place]:
    """Return the places of a text in order; of overlapping ones the longest.

    Parameters
    ----------
    tokens
        The text.
    hits
        Hits by table (``countries``, ``regions``, ``pairs``, ``areas``, ``checkpoints``,
        ``checkpoint_words``, ``corridors``, ``units``) and first token.
    """
    found: list[Place] = []
    for hit in hits.get("corridors", {}).values():
        codes = tuple(code for code in hit.entry.extra.get("codes", "").split(";") if code)
        found.append(Place(hit.first, hit.last, hit.entry.kind, codes, hit.entry.value))
    for hit in hits.get("regions", {}).values():
        lower = _ADJECTIVE.match(tokens.low[hit.first]) or _PEOPLE.search(tokens.low[hit.first])
        if lower or has_capital(tokens, hit):
            found.append(Place(hit.first, hit.last, "region", (hit.entry.kind,), hit.entry.value))
    currencies = hits.get("units", {})
    pairs = {index: countries_of(tokens.low[index]) for index in hits.get("pairs", ())}
    found += [Place(index, index + 1, "adjective", codes) for index, codes in pairs.items()]
    countries, near = hits.get("countries", {}), False
    for hit in countries.values():
        place = country_of(tokens, hit, currencies)
        near = near or hit.entry.kind == NEIGHBOUR
        if place is not None and hit.first not in pairs:
            found.append(place)
    if near:
        found += neighbours(tokens, countries, found)
    if areas := hits.get("areas"):
        found += sharing_regions(tokens, list(areas), found, hits.get("numerals", {}))
    kept = _longest([*found, *read_checkpoints(tokens, hits)])
    kept = [place for place in kept if place.kind != "other"]
    if "«" not in tokens.low:
        return kept
    return [place for place in kept if not _names_pipe(tokens, place)]


def _names_pipe(tokens: Tokens, place: Place) -> bool:
    """«Водоводы «Астрахань – Мангышлак» и «Кигач – Атырау»»: a name of a pipe, and no place."""
    if place.kind not in ("country", "region"):
        return False
    low = tokens.low
    start = max(0, place.first - _IN_NAME)
    opened = next((i for i in range(place.first - 1, start - 1, -1) if low[i] in "«»"), None)
    if opened is None or low[opened] != "«" or "–" not in low[opened : place.last + 2]:
        return False
    if low[opened - 1] in (",", "и") and low[opened - 2] == "»":
        opened = next((i for i in range(opened - 2, 0, -1) if low[i] == "«"), opened)
    return any(word.startswith(_PIPES) for word in low[max(0, opened - 2) : opened])


def _longest(places: Sequence[Place]) -> list[Place]:
    """The places that are inside no longer one, in order; both posts of a pair in one token."""
    apart = sorted(places, key=_order)
    if all(one.last <= other.first for one, other in pairwise(apart)):
        return apart
    kept: list[Place] = []
    taken: dict[int, Place] = {}
    for place in sorted(places, key=lambda p: (p.first - p.last, _RANK.get(p.kind, 5), p.first)):
        over = {taken[index] for index in range(place.first, place.last) if index in taken}
        if any(
            (one.first, one.last, one.kind) != (place.first, place.last, "checkpoint")
            for one in over
        ):
            continue
        kept.append(place)
        for index in range(place.first, place.last):
            taken[index] = place
    return sorted(kept, key=_order)


def _order(place: Place) -> float:
    """Where a place stands among others; of two posts in one token that at home comes first."""
    return place.first if not place.side or place.side == "home" else place.first + 0.5
