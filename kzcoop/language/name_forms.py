"""The forms of one word of a name: which nominatives a printed form may stand for.

Three declensions give them: surnames in -ов and -ин, surnames that are adjectives, and names
declined as nouns or not at all. Each reading has a cost; which one holds, the other words of the
name and its place decide (``language.names``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

ALL = "ngdail"  # nominative, genitive, dative, accusative, instrumental, locative
UNDECLINED = 2.0  # from this cost on a reading takes a name that has cases as one that has none
_CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщқғңһ")
_VOWELS = frozenset("аеёиоуыэюяәөұүі")
_HUSH = frozenset("жшщчц")
_SURNAME = re.compile(r"(.{2,}(?:ов|ев|ёв|ин|ын))(а|у|ым|е|ой|ою|)$")
_ADJECTIVE = re.compile(r"(.{2,}(?:ск|цк))(ий|ого|ому|им|ом|ая|ой|ую)$")
_NOT_KNOWN = 0.4


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word of a name: its nominative, the cases it may be in, gender, cost."""

    lemma: str
    cases: str
    gender: str
    cost: float


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Reading, ...]:
    """Return the readings of one word of a name, the likely ones first.

    >>> [reading.lemma for reading in readings("Ариповым")][:1]
    ['Арипов']
    """
    found: dict[tuple[str, str, str], Reading] = {}
    for reading in (*_surname(word), *_adjective(word), *_common(word)):
        known = found.setdefault((reading.lemma, reading.cases, reading.gender), reading)
        if reading.cost < known.cost:
            found[reading.lemma, reading.cases, reading.gender] = reading
    return tuple(sorted(found.values(), key=lambda reading: reading.cost))


def _surname(word: str) -> list[Reading]:
    """«Ариповым», «Бектенова»: the declension of surnames in -ов and -ин."""
    match = _SURNAME.match(word.lower())
    if match is None:
        return []
    stem, ending = word[: match.end(1)], match[2]
    man = {"": "n", "а": "ga", "у": "d", "ым": "i", "е": "l"}.get(ending)
    woman = {"а": "n", "у": "a", "ой": "gdil", "ою": "i"}.get(ending)
    found = [Reading(stem, man, "m", 0.0)] if man else []
    if woman:
        found.append(Reading(stem + "а", woman, "f", 0.3 if man else 0.0))
    return found


def _adjective(word: str) -> list[Reading]:
    """«Ушацкого», «Красовской»: surnames declined as adjectives."""
    match = _ADJECTIVE.match(word.lower())
    if match is None:
        return []
    stem, ending = word[: match.end(1)], match[2]
    man = {"ий": "n", "ого": "ga", "ому": "d", "им": "i", "ом": "l"}.get(ending)
    woman = {"ая": "n", "ую": "a", "ой": "gdil"}.get(ending)
    found = [Reading(stem + "ий", man, "m", 0.0)] if man else []
    return [*found, Reading(stem + "ая", woman, "f", 0.1)] if woman else found


def _common(word: str) -> list[Reading]:
    """Names declined as nouns, and those that are not declined."""
    low = word.lower()
    if len(low) < 2:
        return [Reading(word, ALL, "m", 0.0)]
    last, before = low[-1], low[-2]
    cut, cut2 = word[:-1], word[:-2]
    hard = before in _CONSONANTS and before != "й"
    found: list[Reading] = []

    def add(lemma: str, cases: str, gender: str, cost: float) -> None:
        if len(lemma) > 1:
            found.append(Reading(lemma, cases, gender, cost))

    def soft(stem: str, cases: str, cost: float) -> None:
        """A man's name in й or ь whose ending began with a soft vowel: «Синжуем», «Игорю»."""
        tail = stem[-1:].lower()
        if tail in _VOWELS:
            add(stem + "й", cases, "m", cost)
        elif tail in _HUSH:
            add(stem, cases, "m", cost)
        elif tail:
            add(stem + "ь", cases, "m", cost)

    if last in _CONSONANTS or last == "ь":
        add(word, "n", "m", 0.5 if len(low) > 4 and low.endswith(("ом", "ем", "ым")) else 0.0)
        add(word, ALL, "f", 1.2)  # «министра Мариам Квривишвили»
        add(word, ALL, "m", 2.0)  # «секретарём Ма Синжуй»
        if low.endswith("ом") and low[-3:-2] in _CONSONANTS:
            add(cut2, "i", "m", 0.1)
        elif low.endswith(("ем", "ём")) and len(low) > 3:
            soft(cut2, "i", 0.1)
        elif low.endswith("ой") and low[-3:-2] in _CONSONANTS:
            add(cut2 + "а", "i", "f", 0.6)
            add(cut2 + "а", "i", "m", 0.8)
        elif low.endswith(("ей", "ёй")) and len(low) > 3:
            tail = "а" if low[-3] in _HUSH else "я"
            add(cut2 + tail, "i", "f", 0.7)
            add(cut2 + tail, "i", "m", 0.9)
    elif last == "а":
        if hard:
            add(cut, "ga", "m", 0.1)
        add(word, "n", "f", 0.6)
        add(word, "n", "m", 0.9)
        add(word, ALL, "m", 2.2)
    elif last == "я":
        soft(cut, "ga", 0.1)
        add(word, "n", "f", 0.6)
        add(word, "n", "m", 0.9)
    elif last == "у":
        if hard:
            add(cut, "d", "m", 0.1)
            add(cut + "а", "a", "f", 0.7)
            add(cut + "а", "a", "m", 0.9)
        add(word, ALL, "m", 0.8)
    elif last == "ю":
        soft(cut, "d", 0.1)
        add(cut + "я", "a", "f", 0.7)
        add(cut + "я", "a", "m", 0.9)
    elif last == "е":
        if hard:
            add(cut, "l", "m", 0.4)
            add(cut + "а", "dl", "f", 0.7)
            add(cut + "а", "dl", "m", 0.9)
        soft(cut, "l", 0.6)
        add(cut + "я", "dl", "f", 0.9)
        add(word, ALL, "m", 0.6)
        add(word, ALL, "f", 0.8)
    elif last == "ы":
        add(cut + "а", "g", "f", 0.6)
        add(cut + "а", "g", "m", 0.7)
        add(word, ALL, "m", 0.7)
    elif last == "и":
        add(word, ALL, "m", 0.4)
        add(word, ALL, "f", 0.6)
        add(cut + ("а" if before in "гкх" else "я"), "g" if before in "гкх" else "gdl", "f", 0.8)
        add(cut + ("а" if before in "гкх" else "я"), "g" if before in "гкх" else "gdl", "m", 1.1)
        if hard and before not in "гкх":
            add(cut + "ь", "gdl", "f", 0.8)
        if before == "и":
            add(cut + "й", "l", "m", 0.6)
    else:
        add(word, ALL, "m", _NOT_KNOWN)
        add(word, ALL, "f", _NOT_KNOWN + 0.2)
    return found
