"""Short mentions: a surname, initials and a surname, an office alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from kzcoop.language.names import is_eastern, is_surname, lemmas, name_words, nominative_name
from kzcoop.lexicon.loader import fold
from kzcoop.mentions.official import Official, officials
from kzcoop.mentions.person_office import HOME_KINDS, Office, country_of, in_office, office_before
from kzcoop.mentions.person_text import HOME, Person, PersonText
from kzcoop.mentions.role import Head

# offices that a report names without the name again: «министр отметил»
_ALONE = HOME_KINDS | {"regional_head", "ambassador", "secretary", "spokesperson", "head"}
_REMEMBERED = 20_000  # words
_ADJECTIVES = ("ой", "ая", "ий", "ого")


def by_word(persons: Iterable[Person]) -> dict[str, list[Person]]:
    """Return persons by the words that may stand for them alone, each name once a word."""
    found: dict[str, dict[str, Person]] = {}
    for person in persons:
        words = person.name.split()
        for key in {fold(words[-1]), fold(words[0])}:
            if len(key) > 2:
                found.setdefault(key, {}).setdefault(person.name, person)
    return {key: list(known.values()) for key, known in found.items()}


def short_person(
    text: PersonText, first: int, last: int, known: dict[str, list[Person]]
) -> Person | None:
    """Return whom a surname, a given name, or initials and a surname mean, or None."""
    if last - first > 1:
        if not _leads(text, first):
            return None
        first = last - 1
    word = text.surface(first)
    alone, names = _meanings(word)
    if not alone and known.keys().isdisjoint(names):
        return None
    return _person_of(text, first, word, names, known)


@lru_cache(maxsize=_REMEMBERED)
def _meanings(word: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a word may mean a person whom the text does not name, and the names it may be."""
    if len(word) < 2 or fold(word) in name_words("stop"):
        return False, ()
    names = lemmas(word)
    return is_surname(word) or not officials().keys().isdisjoint(names), names


def _person_of(
    text: PersonText,
    first: int,
    word: str,
    names: Sequence[str],
    known: dict[str, list[Person]],
) -> Person | None:
    """Whom a word that may be a name means at its token, or None."""
    last = first + 1
    keys = [key for key in names if key in known or key in officials()]
    initials, begin = _initials(text, first)
    if text.quoted(first, last) or text.quoted(begin, last) or _is_eponym(text, begin):
        return None
    by = "initials" if initials else "surname"
    cases = nominative_name((word,)).cases
    office = office_before(text, begin, cases)
    candidates = [person for key in keys for person in known.get(key, ())]
    if initials:
        candidates = [p for p in candidates if fold(p.name).startswith(initials[0])] or candidates
    if candidates:
        meant = _of_office(candidates, office)
        base = _again(meant, begin, last, by, cases)
        return _add_office(text, base, office, begin)
    named = _official(text, keys, initials, office)
    if named is not None:
        base = Person(begin, last, named.name, None, (), named.country, by, cases)
        return _add_office(text, base, office, begin)
    if not _may_stand_alone(text, begin, last, word, office, initials):
        return None
    hint = office[0][0].cases if office else text.hint(first)
    name = nominative_name((word,), hint)
    full = f"{initials.upper()} {name.text}" if initials else name.text
    base = Person(begin, last, full, None, (), None, by, name.cases)
    return _add_office(text, base, office, begin)


def _again(person: Person, first: int, last: int, by: str, cases: str) -> Person:
    """The same person at another place of the text."""
    return Person(first, last, person.name, person.role, person.kinds, person.country, by, cases)


def _leads(text: PersonText, first: int) -> bool:
    """«Также Смаилов»: the first word of the sentence is none of the name."""
    return fold(text.surface(first)) in name_words("stop") or text.opens(first)


def _is_eponym(text: PersonText, begin: int) -> bool:
    """«станция имени Б. Конысбаева»."""
    return begin > 0 and (text.low[begin - 1] in ("имени", "им") or text.low[begin - 2] == "им")


def _may_stand_alone(
    text: PersonText, begin: int, last: int, word: str, office: Office | None, initials: str
) -> bool:
    """Whether an unknown surname names a person: after an office or initials, beside speech."""
    if not is_surname(word):
        return False
    if office is not None and text.low[begin - 1] not in ("«", '"'):
        if not word.endswith(_ADJECTIVES) or last >= len(text.low) or text.tokens.kind[last] != "w":
            return True
        return not text.surface(last).islower()  # «начальник Урумчийской железной дороги»
    return bool(initials) or (text.beside_speech(begin, last) and not text.opens(begin))


def _of_office(candidates: Sequence[Person], office: Office | None) -> Person:
    """Of namesakes the one in the office before the name: «президент Жапаров»."""
    if office is not None:
        kinds = {head.kind for head in office[0]}
        same = [person for person in candidates if kinds & set(person.kinds)]
        candidates = same or candidates
    return candidates[0]


def _add_office(text: PersonText, base: Person, office: Office | None, end: int) -> Person:
    if office is None:
        return base
    own = in_office(text, base, office[0], office[1], end)
    longer = base.role if base.role and len(base.role) > len(own.role or "") else own.role
    kinds = tuple(dict.fromkeys((*base.kinds, *own.kinds)))
    return own._replace(role=longer, kinds=kinds, country=base.country or own.country)


def _initials(text: PersonText, first: int) -> tuple[str, int]:
    """The initials before a surname («О.А. Бектенов»), folded, and the token they begin at."""
    begin, found = first, ""
    while begin >= 2 and text.low[begin - 1] == "." and len(text.low[begin - 2]) == 1:
        if not text.surface(begin - 2).isupper() or len(found) > 4:
            break
        found = f"{text.low[begin - 2]}.{found}"
        begin -= 2
        if begin >= 1 and text.low[begin - 1] == "-":
            begin -= 1  # «К.-Ж. Токаев»
    return found, begin


def _official(
    text: PersonText, keys: Sequence[str], initials: str, office: Office | None
) -> Official | None:
    """The known official of a surname, told from namesakes by initials or office."""
    for key in keys:
        known = [one for one in officials().get(key, ()) if not _is_part(one.name, key)]
        if initials:
            known = [one for one in known if fold(one.name).startswith(initials[0])]
        if len(known) > 1 and office is not None:
            head = office[0][0]
            country = country_of(text, office[1], head.last + 6, head, "")
            known = [one for one in known if one.country == country]
        if len(known) == 1:
            return known[0]
    return None


def _is_part(name: str, key: str) -> bool:
    """Whether a word is the family name of a Chinese name («Ма»): too short to know by."""
    words = name.split()
    return fold(name) != key and is_eastern(tuple(words)) and fold(words[0]) == key


def offices_alone(text: PersonText, persons: Sequence[Person]) -> list[Person]:
    """Return the mentions by office alone: «глава региона», «министр», «премьер-министр РК»."""
    taken = {i for person in persons for i in range(*person.span)}
    holders: dict[str, dict[str, Person]] = {}  # by kind, each name at its first mention
    for person in persons:
        for kind in person.kinds:
            holders.setdefault(kind, {}).setdefault(person.name, person)
    without = {p.name: p for p in persons if p.role is None and not p.kinds}
    recent: dict[str, dict[str, Person]] = {}  # the same, the last named at the end
    passed = 0
    found: list[Person] = []
    for head in text.heads.values():
        while passed < len(persons) and persons[passed].first < head.first:
            person = persons[passed]
            for kind in person.kinds:
                recent.setdefault(kind, {}).pop(person.name, None)
                recent[kind][person.name] = person
            passed += 1
        if head.first in taken or head.kind not in _ALONE or not head.cases:
            continue
        end = head.last
        while _is_country(text, end):
            end += 1
        country = country_of(text, head.first, end, head, "")
        before = _of_country(recent.get(head.kind), country)
        fitting = before or _of_country(holders.get(head.kind), country)
        if not fitting and head.kind == "regional_head" and len(without) == 1:
            # «Губернатор области», and one name that has no office of its own
            fitting = list(without.values())
        if fitting:
            meant = _meant(head, fitting, bool(before))
            found.append(_again(meant, head.first, end, "role", head.cases))
    return found


def _of_country(persons: dict[str, Person] | None, country: str | None) -> list[Person]:
    known = persons.values() if persons else ()
    return [person for person in known if country is None or person.country in (country, None)]


def _is_country(text: PersonText, index: int) -> bool:
    place = text.place_at.get(index)
    if place is not None:
        return place.kind in ("country", "region")
    return index < len(text.low) and text.low[index] in ("республики", "российской")


def _meant(head: Head, fitting: Sequence[Person], before: bool) -> Person:
    """Whom an office alone means: the last one to come before, at home for «глава государства»."""
    home = [person for person in fitting if person.country == HOME]
    if home and (not before or head.nominative == "глава государства"):
        return home[-1] if before else home[0]
    return fitting[-1] if before else fitting[0]
