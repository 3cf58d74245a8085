"""Names of two words or more: where they stand in a text, and whether they name a person."""

from __future__ import annotations

from functools import lru_cache

from kzcoop.language.names import (
    is_eastern,
    is_given,
    is_patronymic,
    is_surname,
    name_words,
    nominative_name,
)
from kzcoop.lexicon.loader import fold
from kzcoop.mentions.official import officials
from kzcoop.mentions.person_office import in_office, office_before
from kzcoop.mentions.person_text import Person, PersonText

_LONGEST = 6
_REMEMBERED = 20_000  # runs of words
Run = tuple[int, int]  # tokens [first, last)


def runs(text: PersonText) -> list[Run]:
    """Return the runs of capitalised words that are no places, offices or organisations."""
    tokens, clean = text.tokens, text.tokens.clean
    start, kind, sentence, barred = tokens.start, tokens.kind, tokens.sentence, text.barred
    particles = name_words("particle")
    found: list[Run] = []
    index = 0
    for first in tokens.capitals:
        if first < index or first in barred or not _may_name(text, first):
            continue
        index, total = first + 1, tokens.bounds[sentence[first]][1]
        while index < total and kind[index] == "w":
            if clean[start[index]].isupper():
                if not _may_name(text, index):
                    break
            elif text.low[index] not in particles or not (
                index + 1 < total and clean[start[index + 1]].isupper()
            ):
                break
            index += 1
        found.append((first, index))
    return found


def _may_name(text: PersonText, index: int) -> bool:
    """Whether a capitalised word may be part of a name: no place, office, «КТЖ» or «Bank»."""
    word = text.low[index]
    if index in text.barred or word < "\u0400":
        return False
    if len(word) > 1:
        begin, clean = text.start[index], text.clean
        if not clean[begin + 1].islower() and text.surface(index).isupper():
            return False  # «КТЖ»
    place = text.place_at.get(index)
    if place is None:
        return True
    # «Абай Кунанбаев» is no region: a given name before a surname
    if index + 1 >= len(text.low) or not is_given(text.surface(index)):
        return False
    following = text.surface(index + 1)
    return following[:1].isupper() and is_surname(following)


def full_person(text: PersonText, first: int, last: int, rest: list[Run]) -> Person | None:
    """Return the person whom a run of words names in full, or None.

    Where the run holds two names side by side, what is left over is added to ``rest``.
    """
    words = tuple([text.surface(i) for i in range(first, last)])
    cut = _words_before(words)
    words, first = words[cut:], first + cut
    if not 2 <= len(words) <= _LONGEST:
        return None
    if not _is_name(text, first, last, words):
        return None
    if len(words) == 2 and _surname_first(words):
        words = (words[1], words[0])  # «Токаев Касым-Жомарт»
    if _are_two(text, first, words):
        rest.append((last - 1, last))
        last, words = last - 1, words[:-1]
    guess = text.guess(first, words)
    person = Person(first, last, full_name(guess.words), None, (), None, "name", guess.cases)
    office = office_before(text, first, guess.cases)
    if office is None:
        return person
    heads, begin = office
    name = nominative_name(words, heads[0].cases)
    if set(name.cases) & set(heads[0].cases):
        person = Person(first, last, full_name(name.words), None, (), None, "name", name.cases)
    return in_office(text, person, heads, begin, first)


@lru_cache(maxsize=_REMEMBERED)
def _words_before(words: tuple[str, ...]) -> int:
    """How many words of a run stand before the name: «Накануне Олжас Бектенов»."""
    if is_eastern(words):
        return 0
    stop = name_words("stop")
    given = [i for i, word in enumerate(words) if is_given(word) and fold(word) not in stop]
    if len(words) > 2 and given and 0 < given[0] < len(words) - 1:
        return given[0]
    return 1 if fold(words[0]) in stop else 0


def _are_two(text: PersonText, first: int, words: tuple[str, ...]) -> bool:
    """«председателя Жозе Мануэля Баррозу Идрисов назвал»: no case fits all of the words."""
    if len(words) < 3 or is_patronymic(words[-1]) or text.guess(first, words).agrees:
        return False
    return text.guess(first, words[:-1]).agrees


def _surname_first(words: tuple[str, ...]) -> bool:
    return not is_given(words[0]) and is_given(words[1]) and is_surname(words[0])


def _is_name(text: PersonText, first: int, last: int, words: tuple[str, ...]) -> bool:
    if is_eastern(words) or fold(" ".join(words)) in officials():
        return not text.quoted(first, last)
    if fold(words[0]) in name_words("stop") or text.quoted(first, last):
        return False
    if is_given(words[0]) or _surname_first(words):
        return True
    if office_before(text, first, None) is not None:
        return True
    if last < len(text.low) and text.low[last] == "," and {last + 1, last + 2} & text.heads.keys():
        return True  # «Имя Фамилия, посол …»
    return is_surname(words[-1]) and not text.opens(first)


def full_name(words: tuple[str, ...]) -> str:
    """Return given name and surname without a patronymic: «Касым-Жомарт Токаев»."""
    if len(words) < 3:
        return " ".join(words)
    return " ".join(word for i, word in enumerate(words) if not (i and is_patronymic(word)))
