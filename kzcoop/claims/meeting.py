"""Who met whom, where and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kzcoop.claims.sentence import Sentence
from kzcoop.lexicon.loader import Hit, read_table
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.person import Person, read_persons
from kzcoop.reading.document import Document

_IN = frozenset("в во на".split())
# what stands before a person who is named at a meeting without being there
_ABSENT = frozenset("от по поручению согласно накануне имени".split())
_TAKES = frozenset("с со и к у".split())
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
        hits.setdefault(mentions.tokens.sentence[hit.first], []).append(hit)
    rows: dict[str, Meeting] = {}
    place: str | None = None
    for sentence in sentences:
        here = hits.get(sentence.number)
        if not here:
            continue
        spot = _city(sentence)
        place = place or spot
        for person in persons:
            if sentence.first <= person.first < sentence.last and _took_part(
                person, sentence, here, persons
            ):
                known = rows.get(person.name)
                if known is None or (known.role is None and person.role):
                    rows[person.name] = Meeting(
                        document.doc_id,
                        _date(sentence),
                        spot,
                        person.name,
                        person.role,
                        person.country,
                    )
    fallback = place or _country(sentences, hits)
    return [
        Meeting(row.doc_id, row.date, row.place or fallback, row.person, row.role, row.country)
        for row in rows.values()
    ]


def _took_part(
    person: Person, sentence: Sentence, hits: Sequence[Hit], persons: Sequence[Person]
) -> bool:
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


def _city(sentence: Sentence) -> str | None:
    """The city where a meeting was: the first one after a preposition of place."""
    for first, hit in sorted(sentence.mentions.hits["cities"].items()):
        if sentence.first <= first < sentence.last:
            if sentence.word_before(first) in _IN or _leads(sentence, first):
                return hit.entry.value
    return None


def _leads(sentence: Sentence, first: int) -> bool:
    """«посетил Бишкек»: a city right after a verb of visiting."""
    return sentence.word_before(first).startswith(("посетил", "посещ"))


def _country(sentences: Sequence[Sentence], hits: dict[int, list[Hit]]) -> str | None:
    """The country that a visit went to, where no city is named."""
    names = _country_names()
    for sentence in sentences:
        if not any(hit.entry.kind == "visit" for hit in hits.get(sentence.number, ())):
            continue
        for place in sentence.places:
            if (
                place.kind == "country"
                and sentence.word_before(place.first) in _IN
                and len(place.codes) == 1
            ):
                return names.get(place.codes[0])
    return None


def _country_names() -> dict[str, str]:
    return {
        row["value"]: row["example"].title()
        for row in read_table("countries")
        if row["kind"] == "country"
    }


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
