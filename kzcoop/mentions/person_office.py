"""The office of a person: what stands before the name, or after it, and of which country it is."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.language.names import home_names
from kzcoop.lexicon.loader import fold
from kzcoop.mentions.official import official
from kzcoop.mentions.person_text import HOME, Person, PersonText
from kzcoop.mentions.place import Place
from kzcoop.mentions.role import Head, is_former, office_start, office_text

Office = tuple[list[Head], int]  # the heads, outermost first, and the token where it begins

HOME_KINDS = frozenset(
    {
        "minister", "deputy_minister", "head_of_government", "deputy_head_of_government",
        "deputy_of_parliament", "head_of_state",
    }
)  # fmt: skip
_NATIONAL = HOME_KINDS | {"regional_head", "deputy", "head"}
_REACH = 20  # tokens between an office's first word and the name
_AFTER = 14
_PLACES = ("country", "region", "adjective")
_ENDS = frozenset("с со у к ко о об от для до за между через из под без над и а но что".split())
_MARKS = frozenset(".,;:!?…")
_CLOSES = frozenset(",.;:)(»–—")


def office_before(text: PersonText, first: int, cases: str | None) -> Office | None:
    """Return the office that ends right before the name at a token, or None.

    The nearest head that agrees with the name is its office; one before it in the same case
    belongs to it too («заместителя премьер-министра», «председатель – руководитель»). ``cases``
    None asks only whether any office stands there.
    """
    low = text.low
    start = text.tokens.bounds[text.tokens.sentence[first]][0]
    bound = start if start > first - _REACH else first - _REACH
    before = low[first - 1] if first > bound else ""
    if not before or before in _ENDS or before in _MARKS:
        return None
    found = _heads(text, first, bound)
    if not found:
        return None
    if cases is None:
        return found[:1], found[0].first
    agreeing = [i for i, head in enumerate(found) if set(head.cases) & set(cases)]
    at = agreeing[0] if agreeing else len(found) - 1
    chosen = [found[at]]
    while agreeing and at + 1 < len(found):
        outer = found[at + 1]
        if not set(outer.cases) & set(cases) & set(found[at].cases):
            break
        if any(word in _ENDS for word in low[outer.last : found[at].first]):
            break
        at += 1
        chosen.insert(0, outer)
    return chosen, office_start(text.tokens, chosen[0])


def _heads(text: PersonText, first: int, bound: int) -> list[Head]:
    """The heads before a name, the nearest first, up to what ends an office."""
    found: list[Head] = []
    low, heads, speech, taken = text.low, text.heads, text.speech, text.taken
    meetings, talks = text.mentions.hits["meetings"], text.mentions.hits["talks"]
    for index in range(first - 1, bound - 1, -1):
        word = low[index]
        if word in _MARKS and not (word == "." and len(low[index - 1]) <= 2):
            break
        if index in speech or index in taken:
            break
        if index in heads:
            found.append(heads[index])
        elif (index in meetings or index in talks) and index + 1 < first and not (
            index in text.head_at or index in text.place_at
        ):  # fmt: skip
            break
    return found


def in_office(
    text: PersonText, person: Person, heads: Sequence[Head], begin: int, end: int
) -> Person:
    """Return a person with the office at tokens [begin, end)."""
    kinds = tuple(dict.fromkeys(head.kind for head in heads))
    inner = [text.heads[i].kind for i in range(begin, end) if i in text.heads]
    if kinds[0] == "deputy":
        kinds = (_deputy(inner),)
    elif kinds[0] == "acting" and inner[1:]:
        kinds = (inner[1],)
    role = office_text(text.tokens, begin, end, text.heads, text.place_at)
    country = country_of(text, begin, end, heads[0], person.name)
    former = is_former(text.tokens, begin)
    return Person(
        person.first, person.last, person.name, role or None, kinds, country, person.by,
        person.cases, former, begin, end,
    )  # fmt: skip


def _deputy(inner: Sequence[str]) -> str:
    if "head_of_government" in inner:
        return "deputy_head_of_government"
    return "deputy_minister" if "minister" in inner else "deputy"


def country_of(text: PersonText, begin: int, end: int, head: Head, name: str) -> str | None:
    """Return the country of an office at tokens [begin, end), by its words, then by the name."""
    for index in range(max(0, begin - 2), end):
        place = text.place_at.get(index)
        if place is None or place.first != index or place.kind not in _PLACES or not place.codes:
            continue  # a region that no table has names no country
        if index < begin and (place.kind != "adjective" or place.last > begin):
            continue
        if head.kind == "ambassador" and text.low[index - 1] in ("в", "во", "при"):
            return HOME  # «посол нашей страны в Сеуле»
        return place.codes[0]
    if head.country:
        return head.country
    known = official(name)
    if known is not None:
        return known.country
    if name and head.kind in _NATIONAL and fold(name.split()[0]) not in home_names():
        return _nearby(text, begin)
    return None


def _nearby(text: PersonText, begin: int) -> str | None:
    """The last foreign country or region that the sentences right before an office name."""
    tokens = text.tokens
    sentence = tokens.sentence[begin]
    paragraph = tokens.paragraph[sentence]
    for index in range(begin - 1, max(-1, begin - 200), -1):
        if tokens.paragraph[tokens.sentence[index]] != paragraph:
            return None
        place: Place | None = text.place_at.get(index)
        if place is not None and place.kind in _PLACES and place.codes[:1] not in ((), (HOME,)):
            return place.codes[0]
    return None


def role_after(text: PersonText, person: Person, names: set[int], offices: set[int]) -> Person:
    """Return a person with the office that follows the name after a comma, if one does.

    ``names`` and ``offices`` are the tokens at which names and the offices before them begin: of
    several persons in a row, the office after a comma is the next one's.
    """
    low, at = text.low, person.last
    if person.role is not None or at + 1 >= len(low) or low[at] not in (",", "(", "–", "—"):
        return person
    begin = at + 1
    while begin < len(low) and begin <= at + 3 and begin not in text.heads:
        begin += 1
    head = text.heads.get(begin)
    if head is None or not set(head.cases) & set(person.cases):
        return person
    end = begin
    limit = min(text.tokens.bounds[text.tokens.sentence[person.first]][1], begin + _AFTER)
    while end < limit and low[end] not in _CLOSES and not (end in text.speech and end > head.last):
        end += 1
    if not offices.isdisjoint(range(begin, end)) or not names.isdisjoint(range(begin, end + 1)):
        return person
    if low[at] in ("–", "—") and end < limit and low[end] not in (",", ".", ":"):
        return person
    return in_office(text, person, [head], office_start(text.tokens, head), end)
