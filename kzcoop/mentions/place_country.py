"""Which country a word stands for, if any.

«казахстанско-узбекский»                  UZB; «российско-китайский» RUS and CHN
«Нидерланды – 2,1 млрд долларов, США»     USA
«2 млрд долларов США», «китайских юаней»  money, and no country
«на русском языке»                        a language
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit, entries, fold
from kzcoop.mentions.place_neighbour import NEIGHBOUR
from kzcoop.mentions.place_text import HOME, Place

_REMEMBERED = 20_000  # words
_MONEY = ("доллар", "долл", "$")
_UNION = ("стран", "государств", "рамк", "член", "территори", "границ", "внутри", "пространств")


def has_capital(tokens: Tokens, hit: Hit) -> bool:
    """Return whether some word of a name is written with a capital letter: «область Абай»."""
    at, last, clean, start = hit.first, hit.last, tokens.clean, tokens.start
    while at < last and not clean[start[at]].isupper():
        at += 1
    return at < last


def country_of(tokens: Tokens, hit: Hit, currencies: Mapping[int, Hit]) -> Place | None:
    """Return the country, bloc or adjective that a row of the table finds, or None."""
    kind, codes = hit.entry.kind, _codes(hit.entry.value)
    if kind == "adjective":
        following = tokens.low[hit.last : hit.last + 1]
        money = hit.first in currencies or hit.last in currencies
        if money or (following and following[0].startswith("язык")):
            return None  # «китайских юаней», «на русском языке»
        return Place(hit.first, hit.last, kind, codes)
    if kind == NEIGHBOUR:
        return None  # «северный сосед»: as the text tells whose
    surface = tokens.clean[tokens.start[hit.first] : tokens.end[hit.first]]
    if hit.entry.extra.get("case") == "upper":
        if not surface[:2].isupper() or not _stands_for_it(tokens, hit):
            return None
    elif kind == "bloc" and _is_name(tokens, hit):
        return None  # «центр «Центральная Азия»»
    elif kind != "bloc" and not has_capital(tokens, hit):
        return None
    return Place(hit.first, hit.last, kind, codes)


def _is_name(tokens: Tokens, hit: Hit) -> bool:
    """Whether a bloc in guillemets alone is the name of something else."""
    low = tokens.low
    return low[hit.first - 1 : hit.first] == ["«"] and low[hit.last : hit.last + 1] == ["»"]


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
def countries_of(word: str) -> tuple[str, ...]:
    """Return the countries of «казахстанско-узбекский», less Kazakhstan where it is one."""
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
