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

from kzcoop.language.name_forms import ALL, UNDECLINED, Reading, readings
from kzcoop.lexicon.loader import fold, read_table

_SURNAME_LIKE = re.compile(
    r"(?:ов|ев|ёв|ова|ева|ёва|ин|ина|ын|ына|ский|ская|цкий|цкая|бай|бек|хан|улы|ұлы|оглы|зода|заде|дзе|швили|ян|янц"
    r"|енко|чук|юк|ич|али|оев|оева)$"
)
_SLAVIC = re.compile(r"(?:ов|ев|ёв|ова|ева|ёва|ский|ская)$")
_PATRONYMIC = re.compile(r"(?:ович|евич|ильич|овна|евна|ична|улы|ұлы|кызы|гызы|оглы|оглу)$")
_TOLERANCE = 0.75  # readings this much dearer than the cheapest still lend their cases


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
        word
        for row in read_table("names")
        if row["kind"] == kind
        for word in row["pattern"].split("|")
    )


@lru_cache(maxsize=50_000)
def is_given(word: str) -> bool:
    """Whether a word, in any case, is a given name of the table."""
    known = given_names()
    return any(fold(reading.lemma) in known and reading.gender in known[fold(reading.lemma)]
               for reading in readings(word))  # fmt: skip


@lru_cache(maxsize=50_000)
def is_surname(word: str) -> bool:
    """Whether a word, in some case, ends as surnames of the region do: «Ариповым», «Расулзоды»."""
    return any(
        reading.cost < 1 and _SURNAME_LIKE.search(reading.lemma.lower())
        for reading in readings(word)
    )


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
        agrees = bool(cases) and all(reading.cost < UNDECLINED for reading in chosen)
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
