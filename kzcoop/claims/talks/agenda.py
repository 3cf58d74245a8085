"""What was discussed: the topics of talks, with whom.

A topic is on the agenda where the text says that the sides discussed it, agreed or signed on it,
or that one of them raised it. What the outlet reports besides is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.talks.meeting import UNIONS, Meeting, read_meetings
from kzcoop.claims.talks.speaker import Speakers
from kzcoop.language.stems import Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.person import Person, persons_in, read_persons
from kzcoop.mentions.topic import Topic, read_topics
from kzcoop.reading.document import Document

_SIDES = Words(
    "стороны", "собеседники", "участники", "сторонами", "собеседниками", "сторона", "стороной"
)
_NEAR = 8  # tokens by which a topic may stand before «договорились» or «подписаны»


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A topic that was discussed with a partner.

    ``partner`` is ISO 3166 alpha-3, several joined by ";", or None where the text names none;
    ``topic`` a name of the taxonomy; ``start`` and ``end`` the characters that name it first.
    """

    doc_id: str
    partner: str | None
    topic: str
    start: int
    end: int


def read_agenda(
    document: Document,
    mentions: Mentions,
    sentences: Sequence[Sentence],
    headline: tuple[str, ...],
    persons: Sequence[Person] | None = None,
    speakers: Speakers | None = None,
    meetings: Sequence[Meeting] | None = None,
) -> list[AgendaItem]:
    """Return the agenda of the talks that a document reports, one row a partner and topic.

    Parameters
    ----------
    document, mentions, sentences
        The report, its mentions and its sentences.
    headline
        The partner that the report is about, as ``headline_partner`` gives it.
    persons, speakers, meetings
        Its persons, who says what, and who met; read here where they are not given.
    """
    hits = mentions.hits
    if not hits["topics"] or not (hits["talks"] or hits["meetings"]):
        return []
    persons = read_persons(mentions) if persons is None else persons
    if speakers is None:
        speakers = Speakers(sentences, persons)
    if meetings is None:
        meetings = read_meetings(document, mentions, sentences, persons)
    sides = {row.person for row in meetings}
    tokens = mentions.tokens
    topics = _by_sentence(read_topics(mentions, persons), mentions)
    talks = _talks(mentions)
    partners = _Partners(headline, persons)
    begun = False
    rows: dict[tuple[str | None, str], AgendaItem] = {}
    if not topics:
        return []
    for sentence in sentences[: max(topics) + 1]:
        partners.note(sentence)
        if not begun and sides:
            begun = _tells_of_meeting(sentence, persons, sides)
        here = topics.get(sentence.number)
        if here is None:
            continue
        partner = partners.current
        discussed = _discussed_from(sentence, talks.get(sentence.number, ()))
        for topic in here:
            if (partner, topic.name) in rows:
                continue
            if topic.first >= discussed or (
                begun and speakers.at(topic.first, sentence.number) in sides
            ):
                start, end = tokens.start[topic.first], tokens.end[topic.last - 1]
                item = AgendaItem(document.doc_id, partner, topic.name, start, end)
                rows[partner, topic.name] = item
    return sorted(rows.values(), key=lambda item: (item.start, item.topic))


def _by_sentence(topics: Sequence[Topic], mentions: Mentions) -> dict[int, list[Topic]]:
    found: dict[int, list[Topic]] = {}
    for topic in topics:
        found.setdefault(mentions.tokens.sentence[topic.first], []).append(topic)
    return found


def _talks(mentions: Mentions) -> dict[int, list[Hit]]:
    found: dict[int, list[Hit]] = {}
    for hit in mentions.hits["talks"].values():
        found.setdefault(mentions.tokens.sentence[hit.first], []).append(hit)
    return found


def _discussed_from(sentence: Sentence, talks: Sequence[Hit]) -> int:
    """The token from which on a sentence's topics were discussed; its end where none were."""
    if sentence.holds(_SIDES):
        return sentence.first
    if not talks:
        return sentence.last
    starts = [
        sentence.first if hit.entry.kind == "discuss" else max(sentence.first, hit.first - _NEAR)
        for hit in talks
    ]
    return min(starts)


def _tells_of_meeting(sentence: Sentence, persons: Sequence[Person], sides: set[str]) -> bool:
    """Whether a sentence tells of the meeting itself: a word for it and one who was there."""
    if not sentence.rows("meetings"):
        return False
    return any(p.name in sides for p in persons_in(persons, sentence.first, sentence.last))


def _named(sentence: Sentence) -> dict[str, None]:
    """The countries that a sentence names, each once."""
    return {
        code: None
        for place in sentence.abroad
        if place.kind in ("country", "region")
        for code in place.abroad
    }


class _Partners:
    """Tells with whom the talks of a sentence are; sentences must come in order."""

    def __init__(self, headline: tuple[str, ...], persons: Sequence[Person]) -> None:
        self.headline = headline
        ours = {None, HOME, *UNIONS}
        self.foreign = [p for p in persons if p.country not in ours and not p.former]
        self.reach = self.foreign[-1].first if self.foreign else -1
        self._codes: tuple[str, ...] = headline

    @property
    def current(self) -> str | None:
        """The partner of the sentence noted last."""
        return ";".join(self._codes) or None

    def note(self, sentence: Sentence) -> None:
        """Take the partner of a sentence: of a foreign official, of the headline, or named."""
        told = sentence.first <= self.reach
        if told and (officials := persons_in(self.foreign, sentence.first, sentence.last)):
            self._codes = tuple(dict.fromkeys(p.country for p in officials if p.country))
            return
        named = _named(sentence) if sentence.abroad else {}
        if self.headline and (not named or named.keys() & set(self.headline)):
            self._codes = self.headline
        elif named and (
            not self._codes or (len(named) == 1 and (not self.headline or self._is_side(sentence)))
        ):
            self._codes = tuple(named)

    def _is_side(self, sentence: Sentence) -> bool:
        """Whether a country other than the headline's takes part: «с Польшей», «Узбекистан …»."""
        return any(
            place.kind == "country"
            and (
                place.first == sentence.first
                or sentence.word_before(place.first) in ("с", "со", "и")
            )
            for place in sentence.abroad
        )
