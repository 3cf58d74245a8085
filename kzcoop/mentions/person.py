"""Persons: name in the nominative, office and country.

«с премьер-министром Узбекистана Абдуллой Ариповым»   Абдулла Арипов, премьер-министр, UZB
«Смаилов отметил», «О. Бектенов»                      the full name, given elsewhere in the text
«Нургали Арыстанов, посол Казахстана в Южной Корее»   the office after the name
«глава региона»                                       whoever holds that office in the text
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from kzcoop.language.names import home_names
from kzcoop.lexicon.loader import fold
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.official import official
from kzcoop.mentions.person_full import Run, full_person, runs
from kzcoop.mentions.person_office import HOME_KINDS, role_after
from kzcoop.mentions.person_short import by_word, offices_alone, short_person
from kzcoop.mentions.person_text import HOME, Person, PersonText, persons_in

_first = attrgetter("first")
__all__ = ["Person", "persons_in", "read_persons"]


def read_persons(mentions: Mentions) -> list[Person]:
    """Return the persons of a document in the order of their mentions.

    Mentions by surname, initials or office alone carry the full name, office and country that
    the document, or the table of officials, gives to the person.

    Parameters
    ----------
    mentions
        The mentions of the document, as ``annotate`` gives them.
    """
    text = PersonText(mentions)
    found: list[Person] = []
    single: list[Run] = []
    for first, last in runs(text):
        person = full_person(text, first, last, single) if last - first > 1 else None
        if person is None:
            single.append((first, last))
        else:
            found.append(person)
            text.taken.update(range(person.first, person.last))
    names = {person.first for person in found}
    offices = {person.role_first for person in found if person.role is not None}
    found = _share([role_after(text, person, names, offices) for person in found])
    known = by_word(found)
    for first, last in single:
        person = short_person(text, first, last, known)
        if person is not None:
            found.append(person)
    found.sort(key=_first)
    found = _share(found)
    found += offices_alone(text, found)
    return sorted(found, key=_first)


def _share(persons: Sequence[Person]) -> list[Person]:
    """Give every mention of a person the office and country that any mention has."""
    holders: dict[str, Person] = {}
    for person in persons:
        if person.role is not None and not person.former:
            holders.setdefault(person.name, person)
    return [_completed(person, holders.get(person.name)) for person in persons]


def _completed(person: Person, holder: Person | None) -> Person:
    role, kinds, country = person.role, person.kinds, person.country
    if role is None and holder is not None:
        role, kinds, country = holder.role, holder.kinds, holder.country
    known = official(person.name)
    if known is not None and known.kind and not kinds:
        kinds = (known.kind,)
    if country is None and known is not None:
        country = known.country
    elif country is None and kinds and not HOME_KINDS.isdisjoint(kinds):
        country = HOME if fold(person.name.split()[0]) in home_names() else None
    if (role, kinds, country) == (person.role, person.kinds, person.country):
        return person
    return person._replace(role=role, kinds=kinds, country=country)
