"""Russian word forms: the nominative of a phrase, all forms of a word, what is an adjective.

The dictionary (pymorphy3, OpenCorpora) is loaded at first use, and what was asked once is
remembered: a parse not seen before costs a hundred times one from memory. Proper names are not in
the dictionary (it makes of «Калжат» an adjective), so a word it does not know is left as it is;
personal names are for :mod:`kzcoop.language.names`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from kzcoop.lexicon.loader import fold

_RUSSIAN = re.compile(r"[а-яё]+(?:-[а-яё]+)*$", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_OF_A_PLACE = re.compile(
    r"(?:[^\W\d_]{2,}-)*[^\W\d_]{2,}[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$"
)
_FUTURE_ENDINGS = ("ет", "ит", "ут", "ют", "ат", "ят", "тся", "ем", "им")
_PAST_ENDINGS = (
    "л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "н", "но", "на", "ны", "т", "то", "та",
    "ты", "ос", "шел", "ес", "ез", "иг", "ог",
)  # fmt: skip
_REMEMBERED = 50_000
_SHORTEST = 3  # letters of a noun


@cache
def _analyzer() -> Any:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=_REMEMBERED)
def _parses(word: str) -> tuple[Any, ...]:
    """The readings that the dictionary holds of a word, the likeliest first."""
    if not _RUSSIAN.match(word):
        return ()
    parses = _analyzer().parse(word.lower())
    known = tuple(parse for parse in parses if parse.is_known)
    if not known and _OF_A_PLACE.match(word.lower()):
        # «Алматинской»: not in the dictionary, and its ending leaves no doubt
        return tuple(parse for parse in parses if parse.tag.POS == "ADJF")
    return known


@lru_cache(maxsize=_REMEMBERED)
def forms(word: str) -> frozenset[str]:
    """Return all forms of a word, folded («ё» as «е»); the word alone where it is not known.

    >>> sorted(forms("пост"))[:4]
    ['пост', 'поста', 'постам', 'постами']
    """
    found = {fold(word)}
    for parse in _parses(word)[:1]:
        found.update(fold(form.word) for form in parse.lexeme)
    return frozenset(found)


# «сахар завозится из России»: is carried, and not «will fuss about»
_CARRIES = ("завозит", "завозят")


@lru_cache(maxsize=_REMEMBERED)
def is_future(word: str) -> bool:
    """Return whether a word is a verb in the future tense, and can be nothing else.

    >>> is_future("затронет"), is_future("закупим"), is_future("составляет"), is_future("стали")
    (True, True, False, False)
    """
    if not word.endswith(_FUTURE_ENDINGS) or word.startswith(_CARRIES):
        return False
    tags = [parse.tag for parse in _parses(word)]
    # «закупим» also reads as «let us buy»
    return bool(tags) and all("futr" in tag or "incl" in tag for tag in tags)


@lru_cache(maxsize=_REMEMBERED)
def is_past(word: str) -> bool:
    """Return whether a word is a verb in the past or a short participle of what was done.

    >>> is_past("принял"), is_past("прокачано"), is_past("капитал"), is_past("ожидается")
    (True, True, False, False)
    """
    if not word.endswith(_PAST_ENDINGS):
        return False
    tags = [parse.tag for parse in _parses(word)[:1]]
    return any("past" in tag and ("VERB" in tag or "PRTS" in tag) for tag in tags)


@lru_cache(maxsize=_REMEMBERED)
def is_adjective(word: str) -> bool:
    """Whether a word is an adjective or participle in its full form.

    >>> is_adjective("приграничных"), is_adjective("граница"), is_adjective("завершённым")
    (True, False, True)
    """
    parses = _parses(word)
    return bool(parses) and parses[0].tag.POS in _ADJECTIVES


@lru_cache(maxsize=_REMEMBERED)
def is_noun(word: str) -> bool:
    """Whether a word is a noun first of all.

    >>> is_noun("семья"), is_noun("уходит"), is_noun("занято"), is_noun("российский")
    (True, False, False, False)
    """
    parses = _parses(word)
    return bool(parses) and parses[0].tag.POS == "NOUN"


@lru_cache(maxsize=_REMEMBERED)
def is_someone(word: str) -> bool:
    """Whether a word is one person first of all.

    >>> is_someone("сварщик"), is_someone("упаковщица"), is_someone("фермеры"), is_someone("цех")
    (True, True, False, False)
    """
    tags = [parse.tag for parse in _parses(word)[:1]]
    return any(tag.POS == "NOUN" and "anim" in tag and tag.number == "sing" for tag in tags)


@lru_cache(maxsize=_REMEMBERED)
def is_genitive_plural(word: str) -> bool:
    """Return whether a word is a noun that can be what a number counts: «шин», «таблеток».

    >>> is_genitive_plural("таблеток"), is_genitive_plural("шин"), is_genitive_plural("годом")
    (True, True, False)
    """
    if len(word) < _SHORTEST:
        return False  # «в», «по» are abbreviations too
    tags = [parse.tag for parse in _parses(word)[:1]]
    return any(tag.POS == "NOUN" and tag.case == "gent" and tag.number == "plur" for tag in tags)


@lru_cache(maxsize=_REMEMBERED)
def nominative(phrase: str) -> str:
    """Return a noun phrase in the nominative, its number and its attributes kept.

    Parameters
    ----------
    phrase
        Adjectives and a noun, then anything: «Алматинской области», «пунктах пропуска».

    Returns
    -------
    str
        The phrase with its first noun and the adjectives before it in the nominative; as it was
        where the dictionary does not know the noun, or no reading fits all of these words.

    >>> nominative("Алматинской области"), nominative("автомобильных пунктов пропуска")
    ('Алматинская область', 'автомобильные пункты пропуска')
    """
    words = list(_WORD.finditer(phrase))
    count = 1
    while count < len(words) and is_adjective(words[count - 1][0]):
        count += 1
    head = words[:count]
    changed = _agreeing([word[0] for word in head]) if head else None
    if changed is None:
        return phrase
    out, done = [], 0
    for word, new in zip(head, changed, strict=True):
        out += [phrase[done : word.start()], _cased(new, word[0])]
        done = word.end()
    return "".join(out) + phrase[done:]


def _agreeing(words: list[str]) -> list[str] | None:
    """The words in the nominative by the likeliest reading of the last that fits the others."""
    for noun in _parses(words[-1]):
        if noun.tag.POS != "NOUN" or noun.tag.case is None:
            continue
        chosen = [_matching(word, noun.tag) for word in words[:-1]]
        if any(parse is None for parse in chosen):
            continue
        target = {"nomn", noun.tag.number}
        inflected = [parse.inflect(_target(noun.tag)) for parse in chosen if parse is not None]
        inflected.append(noun.inflect(target))
        if all(form is not None for form in inflected):
            return [form.word for form in inflected if form is not None]
    return None


def _target(noun: Any) -> set[str]:
    """What an adjective must become beside a noun."""
    if noun.number == "plur" or noun.gender is None:
        return {"nomn", noun.number or "plur"}
    return {"nomn", "sing", noun.gender}


def _matching(word: str, noun: Any) -> Any | None:
    """The reading of an adjective that agrees with a noun in case, number and gender."""
    for parse in _parses(word):
        tag = parse.tag
        if tag.POS not in _ADJECTIVES or tag.case != noun.case or tag.number != noun.number:
            continue
        if tag.number == "plur" or noun.gender is None or tag.gender == noun.gender:
            return parse
    return None


def _cased(new: str, old: str) -> str:
    """``new`` with the capitals of ``old``."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    if "-" in old and old.count("-") == new.count("-"):
        return "-".join(map(_cased, new.split("-"), old.split("-")))
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
