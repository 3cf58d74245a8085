"""Personal names: the nominative of a name that stands in any case.

«Абдуллой Ариповым» is Абдулла Арипов, «Ма Синжуем» Ма Синжуй, «Касым-Жомарта Токаева»
Касым-Жомарт Токаев. Dictionaries of Russian know few of these names, so the endings decide: each
word has a few readings, and the reading of the name is the one in which its words agree in case
and gender. A list of given names (``lexicon/names.csv``) only tips the scales.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from kzcoop.lexicon.loader import fold, read_table

ALL = "ngdail"  # nominative, genitive, dative, accusative, instrumental, locative
_CONSONANTS = frozenset("бвгджзйклмнпрстфхцчшщқғңһ")
_VOWELS = frozenset("аеёиоуыэюяәөұүі")
_HUSH = frozenset("жшщчц")
_SURNAME = re.compile(r"(.{2,}(?:ов|ев|ёв|ин|ын))(а|у|ым|е|ой|ою|)$")
_ADJECTIVE = re.compile(r"(.{2,}(?:ск|цк))(ий|ого|ому|им|ом|ая|ой|ую)$")
_SURNAME_LIKE = re.compile(
    r"(?:ов|ев|ёв|ова|ева|ёва|ин|ина|ын|ына|ский|ская|цкий|цкая|бай|бек|хан|улы|ұлы|оглы|зода|заде|дзе|швили|ян|янц"
    r"|енко|чук|юк|ич|али|оев|оева)$"
)
_SLAVIC = re.compile(r"(?:ов|ев|ёв|ова|ева|ёва|ский|ская)$")
_PATRONYMIC = re.compile(r"(?:ович|евич|ильич|овна|евна|ична|улы|ұлы|кызы|гызы|оглы|оглу)$")
_NOT_KNOWN = 0.4
_UNDECLINED = 2.0  # from this cost on a reading takes a name that has cases as one that has none
_TOLERANCE = 0.75  # readings this much dearer than the cheapest still lend their cases


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word of a name: its nominative, the cases it may be in, gender, cost."""

    lemma: str
    cases: str
    gender: str
    cost: float


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the nominative; ``cases`` are those that the words as printed may stand in.

    ``agrees`` is False where no case fits all of the words: they may be two names.
    """

    words: tuple[str, ...]
    cases: str
    gender: str
    agrees: bool

    @property
    def text(self) -> str:
        """The words with a space between."""
        return " ".join(self.words)


@cache
def given_names() -> dict[str, frozenset[str]]:
    """Return the genders (m, f) of each given name of the table, folded."""
    genders: dict[str, set[str]] = {}
    for row in read_table("names"):
        if row["kind"] in ("m", "f"):
            for name in row["pattern"].split("|"):
                genders.setdefault(fold(name), set()).add(row["kind"])
    return {name: frozenset(found) for name, found in genders.items()}


@cache
def official_surnames() -> frozenset[str]:
    """Return the last words of the names of known officials, folded."""
    return frozenset(fold(row["value"].split()[-1]) for row in read_table("officials"))


@cache
def home_names() -> frozenset[str]:
    """Return the given names usual in Kazakhstan, folded."""
    return frozenset(
        fold(name)
        for row in read_table("names")
        if row["id"].startswith("kazakh.")
        for name in row["pattern"].split("|")
    )


@cache
def name_words(kind: str) -> frozenset[str]:
    """Return the words of one kind of the table: east (family names), particle or stop."""
    return frozenset(
        word for row in read_table("names") if row["kind"] == kind for word in row["pattern"].split("|")
    )


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


@lru_cache(maxsize=50_000)
def is_given(word: str) -> bool:
    """Whether a word, in any case, is a given name of the table."""
    known = given_names()
    return any(fold(reading.lemma) in known and reading.gender in known[fold(reading.lemma)]
               for reading in readings(word))  # fmt: skip


@lru_cache(maxsize=50_000)
def is_surname(word: str) -> bool:
    """Whether a word, in some case, ends as surnames of the region do: «Ариповым», «Расулзоды»."""
    return any(_SURNAME_LIKE.search(reading.lemma.lower()) and reading.cost < 1 for reading in readings(word))


def is_patronymic(word: str) -> bool:
    """Whether a nominative is a patronymic: «Кемелевич», «Абаевич»."""
    return _PATRONYMIC.search(word.lower()) is not None


@lru_cache(maxsize=50_000)
def is_eastern(words: tuple[str, ...]) -> bool:
    """Whether a name is a Chinese or Korean one, of which the last word alone is declined."""
    if len(words) < 2 or fold(words[0]) not in name_words("east"):
        return False
    return not any(_SLAVIC.search(reading.lemma.lower()) for reading in readings(words[-1]))


@lru_cache(maxsize=50_000)
def nominative_name(words: tuple[str, ...], hint: str = "") -> Name:
    """Return a name of one or more words in the nominative.

    Parameters
    ----------
    words
        The words as printed, without patronymic signs or initials.
    hint
        Cases that the context asks for (letters of ``ALL``), for example those of the office
        before the name; empty where it says nothing.

    >>> nominative_name(("Касым-Жомарта", "Токаева")).text
    'Касым-Жомарт Токаев'
    >>> nominative_name(("Ма", "Синжуем")).text
    'Ма Синжуй'
    """
    if is_eastern(words):
        fixed = [(Reading(word, ALL, "m", 0.0),) for word in words[:-1]]
        own = tuple(reading for reading in readings(words[-1]) if reading.gender == "m")
        choices: list[tuple[Reading, ...]] = [*fixed, own]
    else:
        choices = [_particle(word) or readings(word) for word in words]
    known = given_names()
    scored: list[tuple[float, str, bool, tuple[Reading, ...]]] = []
    for chosen in product(*choices):
        cost = sum(reading.cost for reading in chosen)
        cases = "".join(c for c in ALL if all(c in reading.cases for reading in chosen))
        agrees = bool(cases) and all(reading.cost < _UNDECLINED for reading in chosen)
        if not cases:
            cost += 3
            cases = chosen[-1].cases
        genders = {reading.gender for reading in chosen}
        if len(genders) > 1:
            cost += 2
        for reading in chosen:
            gender = known.get(fold(reading.lemma))
            if gender is not None:
                cost += -2 if reading.gender in gender else 1
        if fold(chosen[-1].lemma) in official_surnames():
            cost -= 1.5
        elif _SURNAME_LIKE.search(chosen[-1].lemma.lower()):
            cost -= 0.3
        if hint:
            cost += -1.5 if any(c in hint for c in cases) else 1.0
        if "n" in cases:
            cost -= 0.2
        scored.append((cost, cases, agrees, chosen))
    scored.sort(key=lambda one: one[0])
    best, _, agrees, chosen = scored[0]
    near = {c for cost, cases, _, _ in scored if cost <= best + _TOLERANCE for c in cases}
    return Name(
        tuple(reading.lemma for reading in chosen),
        "".join(c for c in ALL if c in near),
        chosen[-1].gender,
        agrees,
    )


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> tuple[str, ...]:
    """Return the nominatives that a surname standing alone may have, folded."""
    return tuple(dict.fromkeys(fold(reading.lemma) for reading in readings(word)))


def _particle(word: str) -> tuple[Reading, ...]:
    return (Reading(word, ALL, "m", 0.0),) if fold(word) in name_words("particle") else ()


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
