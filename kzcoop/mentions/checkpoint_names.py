"""Names of checkpoints in all cases and spellings, made from the register.

The names are in no dictionary («Калжат», «Қарасу»), so their forms are made from the ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kzcoop.lexicon.loader import Entry, fold, read_table
from kzcoop.reference.source import rows

BRACKETS = re.compile(r"\s*\([^)]*\)")
_CYRILLIC = re.compile(r"[а-яқғңөұүһәі]")
_KAZAKH = str.maketrans("қғңөұүһәі", "кгноуухаи")
_CONSONANTS = "бвгджзклмнпрстфхцчшщқғңһ"
_ROAD_WORDS = ("автомобильн", "автодорожн")
_RAIL_WORDS = ("железнодорожн",)
# names that say too little to stand in the table of posts
_NO_NAMES = frozenset({"каракалпакстан", "каспийское море", "ташкент", "алашань"})


def forms(word: str) -> tuple[str, ...]:
    """Return the case forms of one word of a name, folded, the nominative first.

    >>> forms("Кордай")
    ('кордай', 'кордая', 'кордаю', 'кордаем', 'кордае')
    >>> forms("Нур Жолы"), forms("Озинки")[2], forms("Целинный")[1], forms("Бахты")[1]
    (('нур жолы',), 'озинкам', 'целинного', 'бахтов')
    """
    word = fold(word)
    for ending, others in (
        ("ый", "ого ому ым ом"), ("ий", "ого ему им ем"), ("ая", "ой ую ою"),
        ("ое", "ого ому ым ом"), ("ки", "ок кам ками ках"), ("ово", "ова ову овом ове"),
        ("ты", "тов там тами тах"),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            return (word, *(stem + other for other in others.split()))
    if word.endswith("й"):
        return (word, *(word[:-1] + ending for ending in "я ю ем е".split()))
    if word.endswith("ь"):
        return (word, *(word[:-1] + ending for ending in "я ю ем е и ью".split()))
    if word.endswith("я"):
        return (word, *(word[:-1] + ending for ending in "и е ю ей".split()))
    if word.endswith("а") and len(word) > 3:
        return (word, *(word[:-1] + ending for ending in "ы и е у ой".split()))
    if word[-1:] and word[-1] in _CONSONANTS and len(word) > 2:
        return (word, *(word + ending for ending in "а у ом ем е".split()))
    return (word,)


def _name_patterns(name: str) -> set[str]:
    """Patterns of a name: its words spaced, hyphened and joined, the last of them in every case.

    The first of «Айша-Биби» has cases too, as its last has none: «на «Айше-Биби»».
    """
    spaced = re.sub(r"\.", " . ", name).replace("-", " ").split()
    variants = {tuple(fold(word) for word in spaced)}
    variants |= {tuple(word.translate(_KAZAKH) for word in words) for words in variants}
    patterns: set[str] = set()
    for words in variants:
        first = forms(words[0]) if len(words) > 1 and words[0].endswith(("ый", "ое")) else ()
        if len(words) > 1 and words[0].endswith("а") and len(forms(words[-1])) == 1:
            heads = (words[0][:-1] + ending for ending in "и е у ей".split())
            patterns |= {f"{head}{mark}{words[-1]}" for head in heads for mark in "- "}
        for last in forms(words[-1]):
            whole = (*words[:-1], last)
            patterns.add(" ".join(whole))
            if len(whole) > 1 and "." not in whole:
                patterns |= {"-".join(whole), "".join(whole)}
        patterns |= _custom_houses(spaced)
    for head in first:  # «Малиновом Озере»
        patterns |= {f"{head} {last}" for last in forms(words[-1])}
    return patterns


def _custom_houses(words: list[str]) -> set[str]:
    """Patterns of a custom house named after a place: «Хоргосская таможня»."""
    name = fold(words[-1])
    if len(words) > 1 or len(name) < 5 or name[-1] not in _CONSONANTS + "й":
        return set()
    return {f"{name}ск* таможн*"}


@dataclass(frozen=True, slots=True)
class _Name:
    name: str
    side: str
    row: dict[str, str]


def _names() -> Iterator[_Name]:
    """The names of the register, each with the side of the border that it belongs to."""
    away_names = words_of("away")
    for row in rows("checkpoints"):
        own = [BRACKETS.sub("", row["name_ru"]), row["name_kk"].strip("«» ")]
        others = row["alternatives"].split("|")
        across = BRACKETS.sub("", row["neighbour_side_name_ru"])
        for name in dict.fromkeys([*own, across, *others]):
            if not _CYRILLIC.search(fold(name)) or "«" in name:
                continue
            if fold(name).startswith(("мцпс ", "им. ")):
                continue  # the word before a name, which is read by itself
            home = name != across and (name in own or fold(name) not in away_names)
            yield _Name(name.strip(), "home" if home else "away", row)


def _pair_entries(home: _Name, away: _Name) -> Iterator[tuple[Entry, str]]:
    """«Достык-Алашанькоу» and «Гулистан-Атамекен», which are one token each."""
    for one, other in ((home, away), (away, home)):
        entry = _entry(f"{one.name} – {other.name}", one.side, one.row, "pair")
        yield entry, f"{fold(one.name)}-{fold(other.name)}"


def _entry(name: str, side: str, row: dict[str, str], kind: str = "") -> Entry:
    extra = {"country": row["neighbour"], "register": row["id"], "mode": row["kind"], "form": kind}
    return Entry("checkpoints", f"{row['id']}.{fold(name)}.{kind}", side, name, extra)


@cache
def checkpoint_entries() -> tuple[tuple[Entry, str], ...]:
    """Return patterns for the names of the register, in all cases and spellings.

    A name of several posts (road and rail) is one entry, of the road; pairs in one token
    («Достык-Алашанькоу») are entries of their own.
    """
    found: dict[str, tuple[Entry, set[str]]] = {}
    pairs: list[tuple[Entry, str]] = []
    by_row: dict[str, list[_Name]] = {}
    for one in _names():
        by_row.setdefault(one.row["id"], []).append(one)
        key = fold(one.name).replace("-", " ")
        if key in _NO_NAMES:
            continue  # only in pairs: «Ташкент-Казыгурт»
        known = found.get(key)
        if known is None or (known[0].kind == "away" and one.side == "home"):
            found[key] = (_entry(one.name, one.side, one.row), _name_patterns(one.name))
        if " " not in one.name and one.row["kind"] in ("road", "rail"):
            for word in _ROAD_WORDS if one.row["kind"] == "road" else _RAIL_WORDS:
                entry = _entry(f"{one.name}-{word}ый", one.side, one.row)
                pairs.append((entry, f"{fold(one.name)}-{word}*"))
                if "-" in one.name:  # «Актилек-автодорожный»
                    joined = one.name.replace("-", "").capitalize()
                    entry = _entry(f"{joined}-{word}ый", one.side, one.row)
                    pairs.append((entry, f"{fold(joined)}-{word}*"))
    for names in by_row.values():
        for home in (one for one in names if one.side == "home"):
            for away in (one for one in names if one.side == "away"):
                pairs += _pair_entries(home, away)
    nominatives = {fold(entry.value) for entry, _ in found.values()}
    return (
        *(
            # «Дулаты» is a name of its own, and no case of «Дулата»
            (
                entry,
                "|".join(sorted(p for p in patterns if p not in nominatives - {fold(entry.value)})),
            )
            for entry, patterns in found.values()
        ),
        *pairs,
    )


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the names of one kind of the table: alone, common or away; folded."""
    table = read_table("checkpoint_words")
    return frozenset(
        fold(word) for row in table if row["kind"] == kind for word in row["pattern"].split("|")
    )
