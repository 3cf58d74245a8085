"""Who met whom, where and when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.person import Person, persons_in, read_persons
from kzcoop.reading.document import Document

_IN = frozenset("в во на".split())
_VISITED = ("посетил", "посещ")
_RECALLS = ("минувш", "прошл", "ранее", "тогда")
_LEAD = 3  # sentences that may tell where talks were without naming who was there
_OPENING = 4  # tokens within which a period opens a sentence
# a body that meets by itself meets nobody: «на заседании правительства»
_BODIES = (
    "правительств", "кабинет", "мажилис", "сенат", "палат", "парламент", "маслихат", "коллеги",
)  # fmt: skip
_FUTURE = Stems("предсто", "планир", "намеч", "ожида", "будущ")
_TOLD = Stems("договоренност", "поручени", "решени", "заявлени")  # of others, at another time
UNIONS = frozenset({"EU"})  # whose officials are of no one country
_DAY = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One who took part in a meeting, or came on a visit.

    ``date`` is ISO (a day, or a month) where the text gives it with its year; ``place`` a city in
    the nominative, or a country where no city is named; ``role`` the office in the nominative;
    ``country`` ISO 3166 alpha-3. None where the text does not say.
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
    """Return those who met, one row a person, in the order in which the text names them.

    Parameters
    ----------
    document, mentions, sentences
        The report, its mentions and its sentences.
    persons
        Its persons, read here where they are not given.
    """
    if not mentions.hits["meetings"]:
        return []
    persons = read_persons(mentions) if persons is None else persons
    if not persons:
        return []
    hits: dict[int, list[Hit]] = {}
    for hit in mentions.hits["meetings"].values():
        if not (_is_session(mentions, hit) or _is_ahead(mentions, hit)):
            hits.setdefault(mentions.tokens.sentence[hit.first], []).append(hit)
    offices = _offices(persons)
    rows: dict[str, Meeting] = {}
    city: str | None = None
    for sentence in sentences:
        here = hits.get(sentence.number)
        if not here or _is_long_past(sentence, document):
            continue
        present = _present(sentence, here, persons)
        is_visit = any(hit.entry.kind == "visit" for hit in here)
        if not present and not is_visit:
            continue
        town, country = _place(sentence)
        if present or sentence.number < _LEAD:
            city = city or town
        place = town or (country if is_visit else None)
        for person in present:
            if person.name not in rows:
                rows[person.name] = Meeting(
                    document.doc_id, _date(sentence), place, person.name, offices[person.name],
                    None if person.country in UNIONS else person.country,
                )  # fmt: skip
    return [row if row.place else replace(row, place=city) for row in rows.values()]


def _offices(persons: Sequence[Person]) -> dict[str, str | None]:
    """The office of each person, the fullest that the text gives."""
    found: dict[str, str | None] = {}
    for person in persons:
        known = found.setdefault(person.name, None)
        if person.role and not person.former and len(person.role) > len(known or ""):
            found[person.name] = person.role
    return found


def _is_session(mentions: Mentions, hit: Hit) -> bool:
    after = mentions.tokens.low[hit.last : hit.last + 1]
    session = mentions.tokens.low[hit.first].startswith("заседани")
    return session and bool(after) and after[0].startswith(_BODIES)


def _is_ahead(mentions: Mentions, hit: Hit) -> bool:
    """«До начала переговоров журналисты расспросили министра»: the talks are still to come."""
    before = mentions.tokens.low[hit.first - 2 if hit.first > 2 else 0 : hit.first]
    return before == ["до", "начала"] or before[-1:] == ["перед"] or before == ["в", "преддверии"]


def _is_long_past(sentence: Sentence, document: Document) -> bool:
    """Whether a sentence recalls an earlier meeting: «Летом 2024-го, …», «Прошлой осенью …»."""
    if sentence.low[sentence.first].startswith(_RECALLS):
        return True
    if document.published is None or not sentence.periods:
        return False
    period = sentence.periods[0]
    if period.first - sentence.first > _OPENING or not period.named or period.year is None:
        return False
    return period.year < document.published.year


def _present(sentence: Sentence, hits: Sequence[Hit], persons: Sequence[Person]) -> list[Person]:
    """Those who, by a sentence about a meeting, were there."""
    inside = persons_in(persons, sentence.first, sentence.last)
    found = [person for person in inside if _took_part(person, sentence, hits)]
    if sentence.low[sentence.first] in ("он", "она"):
        before = persons_in(persons, max(0, sentence.first - 200), sentence.first)
        found += [person for person in before if "n" in person.cases][-1:]
    return found


def _took_part(person: Person, sentence: Sentence, hits: Sequence[Hit]) -> bool:
    if person.former:
        return False
    first, _ = person.span
    low, start = sentence.low, sentence.first
    if sentence.word_before(first) in ("от", "имени", "поручению"):
        return False  # «передал приветствие от главы государства»
    if sentence.begins(_FUTURE) and any(
        word.startswith(_FUTURE) for word in low[max(start, first - 6) : first]
    ):
        return False
    if "n" in person.cases:
        return True
    if "накануне" in low[max(start, first - 4) : first]:
        return False  # «накануне визита российского президента»: it has not taken place
    if sentence.begins(_TOLD) and any(
        word.startswith(_TOLD) for word in low[max(start, first - 14) : first]
    ):
        return False  # «договорённостей между президентами»
    at = bisect_left(hits, first, key=lambda hit: hit.first)
    nearest = min(hits[max(0, at - 1) : at + 1], key=lambda hit: abs(hit.first - first))
    if nearest.entry.kind != "visit" or 0 <= first - nearest.last <= _OPENING:
        return True  # «визит Сердара Бердымухамедова»
    return any(word.startswith("приглашен") for word in low[max(start, first - 3) : first])


def _place(sentence: Sentence) -> tuple[str | None, str | None]:
    """The first city and the first country of a sentence in which something may take place."""
    city = country = None
    for hit in sentence.rows("cities"):
        before = sentence.word_before(hit.first)
        if before in _IN or before.startswith(_VISITED):
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
