"""Countries, blocs, regions, checkpoints and corridors.

«Узбекистан», «узбекский», «Ташкент»      UZB
«казахстанско-узбекский»                  UZB; «российско-китайский» RUS and CHN
«Оренбуржье», «Алматинская область»       a region and its country
«Жамбылской и Алматинской областях»       two regions that share a word
«Достык – Алашанькоу»                     two posts of one crossing
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Entry, Hit, entries, fold
from kzcoop.mentions.checkpoint import read_checkpoints
from kzcoop.mentions.checkpoint_names import checkpoint_entries
from kzcoop.mentions.place_text import HOME, Place

__all__ = ["Place", "oblast_of_word", "place_entries", "read_places"]

_REMEMBERED = 20_000  # words
_RANK = {"corridor": 0, "initiative": 0, "checkpoint": 1, "region": 2, "other": 3, "country": 4}
_AREA = re.compile(r"област|обл$|кра[йяею]|краев|краях|велаят|вилоят")
_AREA_STEM = re.compile(r"(?:ск|цк)[а-я]{2,3}$")
_TOWN_END = re.compile(r"(?:(?:ск|цк)[а-я]{2,3}|[аеуы]|ой|ом)$")
_GENERIC = re.compile(r"[а-яқғңөұүһәі-]+(?:ск|цк)(?:ая|ой|ую|ою)$")
_SHARING = re.compile(r"[а-яқғңөұүһәі-]+(?:ск|цк)(?:ая|ой|ую|ою|ий|ого|ому|им|ом)$")
_ADJECTIVE = re.compile(r"[а-яқғңөұүһәі-]+(?:ск|цк)(?:ий|ая|ое|ие|ого|ой|ому|им|их|ими|ом|ую|ою)$")
_PEOPLE = re.compile(r"(?:ц|ич)(?:ы|ев|ей|ам|ами|ах|и)$|ец$")
_MONEY = ("доллар", "долл", "$")
_UNION = ("стран", "государств", "рамк", "член", "территори", "границ", "внутри", "пространств")


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
        (Entry("pairs", "pair", "adjective", ""), lambda word: bool(_countries_of(word))),
        (Entry("areas", "area", "region", ""), lambda word: _AREA.match(word) is not None),
    )


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
        if lower or _capital(tokens, hit):
            found.append(Place(hit.first, hit.last, "region", (hit.entry.kind,), hit.entry.value))
    currencies = hits.get("units", {})
    pairs = {index: _countries_of(tokens.low[index]) for index in hits.get("pairs", ())}
    found += [Place(index, index + 1, "adjective", codes) for index, codes in pairs.items()]
    for hit in hits.get("countries", {}).values():
        place = _country(tokens, hit, currencies)
        if place is not None and hit.first not in pairs:
            found.append(place)
    if areas := hits.get("areas"):
        found += _sharing_regions(tokens, list(areas), found, hits.get("numerals", {}))
    kept = _longest([*found, *read_checkpoints(tokens, hits)])
    return [place for place in kept if place.kind != "other"]


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


def _capital(tokens: Tokens, hit: Hit) -> bool:
    """Whether some word of a name is written with a capital letter: «область Абай»."""
    at, last, clean, start = hit.first, hit.last, tokens.clean, tokens.start
    while at < last and not clean[start[at]].isupper():
        at += 1
    return at < last


# -- countries ------------------------------------------------------------------------------


def _country(tokens: Tokens, hit: Hit, currencies: Mapping[int, Hit]) -> Place | None:
    kind, codes = hit.entry.kind, _codes(hit.entry.value)
    if kind == "adjective":
        following = tokens.low[hit.last : hit.last + 1]
        money = hit.first in currencies or hit.last in currencies
        if money or (following and following[0].startswith("язык")):
            return None  # «китайских юаней», «на русском языке»
        return Place(hit.first, hit.last, kind, codes)
    surface = tokens.clean[tokens.start[hit.first] : tokens.end[hit.first]]
    if hit.entry.extra.get("case") == "upper":
        if not surface[:2].isupper() or not _stands_for_it(tokens, hit):
            return None
    elif kind != "bloc" and not _capital(tokens, hit):
        return None
    return Place(hit.first, hit.last, kind, codes)


@cache
def _codes(value: str) -> tuple[str, ...]:
    """The codes in a row of the table of countries."""
    return tuple(value.split(";"))


def _stands_for_it(tokens: Tokens, hit: Hit) -> bool:
    """Whether an abbreviation names a country: «доллар США» and «2 тыс. ТС» do not."""
    before = tokens.low[max(0, hit.first - 2) : hit.first]
    if before[-1:] == [","]:
        return True  # «Нидерланды – 2,1 млрд долларов, США – 1,9 млрд»
    if tokens.low[hit.first] == "сша":
        return not any(word.startswith(_MONEY) for word in before)
    if hit.entry.id == "cu.abbr":  # «ТС» is mostly a vehicle
        return any(word.startswith(_UNION) for word in before)
    return True


@cache
def _adjectives() -> tuple[tuple[str, str], ...]:
    """Beginnings of adjectives and parts of compounds with their codes, the longest first."""
    found: dict[str, str] = {}
    for entry, pattern in entries("countries"):
        if entry.kind == "adjective" and ";" not in entry.value:
            alternatives = [*pattern.split("|"), *entry.extra.get("compound", "").split("|")]
            found.update((fold(word).rstrip("*"), entry.value) for word in alternatives if word)
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))


@lru_cache(maxsize=_REMEMBERED)
def _countries_of(word: str) -> tuple[str, ...]:
    """The countries of «казахстанско-узбекский»: the others where Kazakhstan is one of them."""
    codes: list[str] = []
    if "о-" not in word:
        return ()
    for part in word.split("-"):
        code = next((code for stem, code in _adjectives() if part.startswith(stem)), None)
        if code is None:
            return ()
        codes.append(code)
    abroad = tuple(dict.fromkeys(code for code in codes if code != HOME))
    return abroad or (HOME,)


# -- regions --------------------------------------------------------------------------------


@cache
def _regions_by_adjective() -> dict[str, tuple[str, str]]:
    """Name and country of regions by the stem of their adjective: «жамбыл»."""
    found = {}
    for entry, _ in entries("regions"):
        words = entry.value.split()
        if len(words) == 2 and _AREA_STEM.search(fold(words[0])):
            found[_AREA_STEM.sub("", fold(words[0]))] = (entry.value, entry.kind)
    return found


@lru_cache(maxsize=_REMEMBERED)
def oblast_of_word(word: str) -> str | None:
    """The oblast of Kazakhstan by its town: «костанайские», «в Павлодаре»; else None."""
    stem, known = _TOWN_END.sub("", word), _regions_by_adjective()
    name, country = known.get(stem) or known.get(stem + "й", ("", ""))  # «в Костанае»
    return name if country == HOME else None


def _sharing_regions(
    tokens: Tokens, areas: Sequence[int], found: Sequence[Place], numerals: Mapping[int, Hit]
) -> list[Place]:
    """Regions that share their word («Омской и Томской областей») or that no table has."""
    taken = {index for place in found for index in range(place.first, place.last)}
    known = _regions_by_adjective()
    more: list[Place] = []
    for index in areas:
        word = tokens.low[index]
        if not index:
            continue
        at = index - 1
        if at not in taken and _named(tokens, at, _GENERIC) and word.startswith("обл"):
            more.append(_region(tokens, at, index + 1, known))
        elif at not in taken:
            continue
        sentence = tokens.sentence[index]
        while at >= 2 and tokens.low[at - 1] in (",", "и") and tokens.sentence[at - 2] == sentence:
            at -= 2
            if at in taken or not _named(tokens, at, _SHARING):
                break
            if _AREA_STEM.sub("", tokens.low[at]) not in known:
                break
            more.append(_region(tokens, at, at + 1, known))
    more += _regions_after(tokens, areas, taken, numerals)
    return more


def _regions_after(
    tokens: Tokens, areas: Sequence[int], taken: set[int], numerals: Mapping[int, Hit]
) -> list[Place]:
    """«В Алматинской области возводят девять заводов, в Жамбылской – два»: the word told once."""
    known = _regions_by_adjective()
    found: dict[int, Place] = {}
    for index in areas:
        last = tokens.bounds[tokens.sentence[index]][1]
        for at in tokens.capitals[bisect_right(tokens.capitals, index) :]:
            if at >= last - 1:
                break
            counts = tokens.kind[at + 1] != "w" or at + 1 in numerals
            if not counts or at in taken or not _named(tokens, at, _SHARING):
                continue
            if tokens.low[at + 1] != "-" and _AREA_STEM.sub("", tokens.low[at]) in known:
                found[at] = _region(tokens, at, at + 1, known)
    return list(found.values())


def _named(tokens: Tokens, index: int, pattern: re.Pattern[str]) -> bool:
    return (
        tokens.clean[tokens.start[index]].isupper() and pattern.match(tokens.low[index]) is not None
    )


def _region(tokens: Tokens, first: int, last: int, known: Mapping[str, tuple[str, str]]) -> Place:
    stem = _AREA_STEM.sub("", tokens.low[first])
    if stem in known:
        name, country = known[stem]
        return Place(first, last, "region", (country,), name)
    surface = tokens.clean[tokens.start[first] : tokens.end[first]]
    return Place(first, last, "region", (), re.sub(r"(?:ой|ую|ою|ая)$", "ая", surface) + " область")
