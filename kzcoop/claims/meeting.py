"""Who met whom, where and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kzcoop.claims.sentence import Sentence
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.person import Person, read_persons
from kzcoop.reading.document import Document

_IN = frozenset("в во на".split())
_BODIES = ("правительств", "кабинет", "мажилис", "сенат", "палат", "парламент", "маслихат", "коллеги")
_OPENING = 4  # tokens within which a period opens a sentence
_FUTURE = ("предсто", "планир", "намеч", "ожида", "будущ")
_PAST_TALK = ("договоренност", "поручени", "решени", "заявлени")
_DAY = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One who took part in a meeting, or came on a visit.

    ``date`` is ISO (a day, or a month) where the text gives it; ``place`` a city in the
    nominative, or a country where no city is named; ``role`` the office in the nominative.
    """

    doc_id: str
    date: str | None
    place: str | None
    person: str
    role: str | None
    country: str | None


def read_meetings(
    document: Document,
    mentions: Mentions,
    sentences: Sequence[Sentence],
    persons: Sequence[Person] | None = None,
) -> list[Meeting]:
    """Return those who met, one row a person, in the order in which the text names them."""
    meetings = mentions.hits["meetings"]
    if not meetings:
        return []
    persons = read_persons(mentions) if persons is None else persons
    if not persons:
        return []
    hits: dict[int, list[Hit]] = {}
    for hit in meetings.values():
        if _at_home(mentions, hit):
            continue
        hits.setdefault(mentions.tokens.sentence[hit.first], []).append(hit)
    offices = _offices(persons)
    rows: dict[str, Meeting] = {}
    city: str | None = None
    for sentence in sentences:
        here = hits.get(sentence.number)
        if not here or _long_past(sentence, document):
            continue
        present = [
            person for person in persons
            if sentence.first <= person.first < sentence.last and _took_part(person, sentence, here)
        ]  # fmt: skip
        if sentence.low[sentence.first] in ("он", "она"):
            present += [p for p in persons if p.first < sentence.first and "n" in p.cases][-1:]
        if not present and not any(hit.entry.kind == "visit" for hit in here):
            continue
        spot, country = _place(sentence)
        city = city or spot
        for person in present:
            if person.name not in rows:
                place = spot or (country if any(hit.entry.kind == "visit" for hit in here) else None)
                rows[person.name] = Meeting(
                    document.doc_id, _date(sentence), place, person.name, offices[person.name], person.country
                )
    return [replace(row, place=row.place or city) for row in rows.values()]


def _offices(persons: Sequence[Person]) -> dict[str, str | None]:
    """The office of each person, the fullest that the text gives."""
    found: dict[str, str | None] = {}
    for person in persons:
        known = found.setdefault(person.name, None)
        if person.role and not person.former and len(person.role) > len(known or ""):
            found[person.name] = person.role
    return found


def _long_past(sentence: Sentence, document: Document) -> bool:
    """Whether a sentence recalls a meeting of an earlier year: «Летом 2024-го, когда …»."""
    if document.published is None or not sentence.periods:
        return False
    period = sentence.periods[0]
    opens = period.first - sentence.first <= _OPENING
    return opens and period.named and period.year is not None and period.year < document.published.year


def _at_home(mentions: Mentions, hit: Hit) -> bool:
    """«На заседании правительства»: a body that meets by itself meets nobody."""
    after = mentions.tokens.low[hit.last : hit.last + 1]
    return mentions.tokens.low[hit.first].startswith("заседани") and bool(after) and after[0].startswith(_BODIES)


def _took_part(person: Person, sentence: Sentence, hits: Sequence[Hit]) -> bool:
    """Whether a person named in a sentence about a meeting was there."""
    if person.former:
        return False
    first, _ = person.span
    low = sentence.low
    before = low[max(sentence.first, first - 3) : first]
    if before and (
        before[-1] in ("от", "имени")
        or before[-2:] == ["по", "поручению"]
        or before[-1] == "поручению"
    ):
        return False
    if any(
        word.startswith(_PAST_TALK) for word in low[max(sentence.first, first - 14) : first]
    ) and ("n" not in person.cases):
        return False
    if any(word.startswith(_FUTURE) for word in low[max(sentence.first, first - 6) : first]):
        return False
    nearest = min(hits, key=lambda hit: abs(hit.first - first))
    if (
        nearest.entry.kind == "visit"
        and "n" not in person.cases
        and not _visitor(first, nearest, sentence)
    ):
        return False
    return True


def _visitor(first: int, hit: Hit, sentence: Sentence) -> bool:
    """«визит Сердара Бердымухамедова», «по приглашению Михаила Мишустина совершил визит»."""
    low = sentence.low
    if 0 <= first - hit.last <= 4:
        return True
    return any(word.startswith("приглашен") for word in low[max(sentence.first, first - 3) : first])


def _place(sentence: Sentence) -> tuple[str | None, str | None]:
    """The first city and the first country of a sentence in which something may take place."""
    city = country = None
    for first, hit in sorted(sentence.mentions.hits["cities"].items()):
        if not sentence.first <= first < sentence.last:
            continue
        before = sentence.word_before(first)
        if before in _IN or before.startswith(("посетил", "посещ")):
            if hit.entry.id.startswith("country."):
                country = country or hit.entry.value
            else:
                city = city or hit.entry.value
    return city, country


def _date(sentence: Sentence) -> str | None:
    """The day or month of a meeting where its sentence gives a date with its year."""
    for period in sentence.periods:
        if period.role != "date" or period.year is None or period.months is None:
            continue
        first = sentence.low[period.first]
        month = f"{period.year}-{period.months[0]:02d}"
        if sentence.mentions.tokens.kind[period.first] == "d":
            return f"{month}-{int(first.split('.')[0]):02d}"
        return f"{month}-{int(first):02d}" if _DAY.fullmatch(first) else month
    return None
