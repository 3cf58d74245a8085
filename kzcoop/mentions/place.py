"""Countries, regions, checkpoints and corridors.

    «Узбекистан», «узбекский», «Ташкент»      UZB
    «Оренбуржье», «Алматинская область»       a region and its country
    «Достык – Алашанькоу»                     two names of the register and the border
    «Ленинградской области»                   a region by its form, though no table has it
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Entry, Hit, fold
from kzcoop.reference.source import rows

_ABBREVIATION = 4
_VOWELS = "аеёиоуыэюяьйіө"
_CHECKPOINT_NOUNS = ("пункт", "погран", "пост", "кпп", "переход", "мцпс", "границ", "станци", "автопереход")
_LISTED = frozenset("на через в , и – — « » : сдали".split())
# names that are common words or towns elsewhere: only in guillemets or after «пункт пропуска»
_UNIQUE_LENGTH = 6
_GENERIC_REGION = re.compile(r"[а-я-]+(?:ск|цк)(?:ая|ой|ую|ою)$")


@dataclass(frozen=True, slots=True)
class Place:
    """A place at tokens [first, last).

    ``kind`` is country, adjective, bloc, region, checkpoint, corridor or initiative; ``codes``
    the ISO 3166 alpha-3 codes it stands for, ``name`` a region's or checkpoint's nominative,
    ``side`` of a checkpoint home or away, ``register`` its row in the register.
    """

    first: int
    last: int
    kind: str
    codes: tuple[str, ...]
    name: str | None = None
    side: str = ""
    register: str = ""


def _stem(word: str) -> str:
    """A pattern that matches a proper name in all cases: «Майкапчагай» as «майкапчага*»."""
    word = fold(word)
    if len(word) < 4:
        return word
    if word[-1] in _VOWELS:
        return word[:-1] + "*" if len(word) > 4 else word
    return word + "*"


@cache
def checkpoint_entries() -> tuple[tuple[Entry, str], ...]:
    """Return patterns for every name and alias in the register of checkpoints."""
    seen: dict[str, tuple[Entry, str]] = {}
    for number, row in enumerate(rows("checkpoints")):
        register = row.get("id") or str(number)
        home = [re.sub(r"\s*\([^)]*\)", "", row["name_ru"]), row.get("name_kk", "").strip("«» ")]
        away = re.sub(r"\s*\([^)]*\)", "", row.get("neighbour_side_name_ru", ""))
        names = [(name, "home") for name in home] + [(away, "away")]
        names += [(name, "home") for name in row.get("alternatives", "").split("|")]
        for name, side in names:
            words = [w for w in re.split(r"[\s.]+", name.strip().replace("-", " ")) if w]
            if not words or not re.search(r"[а-яёқғңөұүһәі]", fold(name)):
                continue
            if fold(name) in ("каракалпакстан", "каспийское море", "ташкент", "дружба", "алашань"):
                continue
            spaced = " ".join(_stem(w) for w in words)
            hyphened = _stem("-".join(words)) if len(words) > 1 else ""
            joined = _stem("".join(words)) if len(words) > 1 else ""
            pattern = "|".join(p for p in (spaced, hyphened, joined) if p)
            key = fold(name)
            if key not in seen or (seen[key][0].kind == "away" and side == "home"):
                extra = {"country": row["neighbour"], "register": register, "mode": row["kind"]}
                entry = Entry("checkpoints", f"{register}.{key}", side, name.strip(), extra)
                seen[key] = (entry, pattern)
    return tuple(seen.values())


def read_places(tokens: Tokens, hits: Mapping[str, Mapping[int, Hit]]) -> list[Place]:
    """Return the places of a text in order; of overlapping ones the longest.

    Parameters
    ----------
    tokens
        The text.
    hits
        Hits by table (``countries``, ``regions``, ``checkpoints``, ``corridors``) and first token.
    """
    found: list[Place] = []
    for hit in hits.get("corridors", {}).values():
        codes = ("IRN", "TKM") if hit.entry.id == "kti" else ()
        found.append(Place(hit.first, hit.last, hit.entry.kind, codes, hit.entry.value))
    for hit in hits.get("regions", {}).values():
        found.append(Place(hit.first, hit.last, "region", (hit.entry.kind,), hit.entry.value))
    for hit in hits.get("checkpoints", {}).values():
        if _is_checkpoint(tokens, hit):
            extra = hit.entry.extra
            codes = (extra["country"],) if extra["country"] else ()
            found.append(
                Place(hit.first, hit.last, "checkpoint", codes, hit.entry.value, hit.entry.kind, extra["register"])
            )
    for hit in hits.get("countries", {}).values():
        if _is_country(tokens, hit):
            codes = tuple(hit.entry.value.split(";"))
            found.append(Place(hit.first, hit.last, hit.entry.kind, codes))
    found += _generic_regions(tokens, {place.first for place in found})
    return _longest(found)


def _longest(places: Sequence[Place]) -> list[Place]:
    kept: list[Place] = []
    rank = {"corridor": 0, "initiative": 0, "checkpoint": 1, "region": 2, "country": 3, "bloc": 3, "adjective": 4}
    for place in sorted(places, key=lambda p: (-(p.last - p.first), rank[p.kind], p.first)):
        if all(place.last <= other.first or other.last <= place.first for other in kept):
            kept.append(place)
    return sorted(kept, key=lambda p: p.first)


def _is_country(tokens: Tokens, hit: Hit) -> bool:
    surface = tokens.clean[tokens.start[hit.first] : tokens.end[hit.first]]
    if hit.entry.kind == "adjective":
        return True
    if hit.last - hit.first == 1 and len(surface) <= _ABBREVIATION and tokens.low[hit.first] in (
        "рк", "кнр", "рф", "рузб", "руз", "фрг", "оаэ", "сша", "юар", "ес", "тс", "снг", "шос", "отг", "кр", "еаэс",
    ):
        return surface.isupper() or surface == "РУз"
    return surface[0].isupper()


def _is_checkpoint(tokens: Tokens, hit: Hit) -> bool:
    first, last = hit.first, hit.last
    surface = tokens.clean[tokens.start[first] : tokens.end[first]]
    if not surface[0].isupper():
        return False
    before = tokens.low[max(0, first - 6) : first]
    after = tokens.low[last : last + 2]
    if first > 1 and tokens.low[first - 1] in ("«", '"') and tokens.low[first - 2] in _LISTED:
        return True
    if any(word.startswith(_CHECKPOINT_NOUNS) for word in before):
        return True
    if before[-1:] and before[-1] in "–—-" and len(before) > 1 and "«" in before:
        return True
    if after[:1] and after[0] in "–—-" and "»" in tokens.low[last : last + 5]:
        return True
    return hit.entry.extra["country"] == "CHN" and len(hit.entry.value) >= _UNIQUE_LENGTH and hit.entry.kind == "home"


def _generic_regions(tokens: Tokens, taken: set[int]) -> list[Place]:
    """Regions that no table has, by their form: «Ленинградской области»."""
    found = []
    for index, word in enumerate(tokens.low[1:], start=1):
        if word.startswith("област") and index - 1 not in taken and index not in taken:
            adjective = tokens.low[index - 1]
            surface = tokens.clean[tokens.start[index - 1] : tokens.end[index - 1]]
            if surface[0].isupper() and _GENERIC_REGION.match(adjective):
                name = re.sub(r"(?:ой|ую|ою|ая)$", "ая", surface) + " область"
                found.append(Place(index - 1, index + 1, "region", (), name))
    return found
