"""What was discussed: the topics of talks, with whom.

A topic is on the agenda where the text says that the sides discussed it, agreed or signed on it,
or that one of them raised it. What the outlet reports besides is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kzcoop.claims.meeting import read_meetings
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.speaker import Speakers
from kzcoop.claims.where import HOME, foreign
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.person import Person, read_persons
from kzcoop.mentions.topic import read_topics
from kzcoop.reading.document import Document

_SIDES = frozenset("стороны собеседники участники сторонами собеседниками сторона стороной".split())
_NEAR = 8  # tokens by which a topic may stand before «обсудили» or «подписаны»


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
) -> list[AgendaItem]:
    """Return the agenda of the talks that a document reports, one row a partner and topic.

    Parameters
    ----------
    document, mentions, sentences
        The report, its mentions and its sentences.
    headline
        The partner that the report is about, as ``headline_partner`` gives it.
    persons, speakers
        Its persons and who says what, read here where they are not given.
    """
    if not mentions.hits["topics"] or not (mentions.hits["talks"] or mentions.hits["meetings"]):
        return []
    persons = read_persons(mentions) if persons is None else persons
    topics = read_topics(mentions, persons)
    speakers = Speakers(sentences, persons) if speakers is None else speakers
    begun = False
    sides = {row.person for row in read_meetings(document, mentions, sentences, persons)}
    tokens = mentions.tokens
    of_sentence: dict[int, list[int]] = {}
    for at, topic in enumerate(topics):
        of_sentence.setdefault(tokens.sentence[topic.first], []).append(at)
    rows: dict[tuple[str | None, str], AgendaItem] = {}
    cues = _Cues(mentions)
    partners = _Partners(mentions, headline, persons)
    for sentence in sentences:
        partner = partners.of(sentence)
        from_token = cues.from_token(sentence)
        begun = begun or _present(sentence, persons, sides)
        for at in of_sentence.get(sentence.number, ()):
            topic = topics[at]
            if topic.first < from_token and not (
                begun and speakers.at(topic.first, sentence.number) in sides
            ):
                continue
            start, end = tokens.start[topic.first], tokens.end[topic.last - 1]
            rows.setdefault(
                (partner, topic.name), AgendaItem(document.doc_id, partner, topic.name, start, end)
            )
    return sorted(rows.values(), key=lambda item: (item.start, item.topic))


def _present(sentence: Sentence, persons: Sequence[Person], sides: set[str]) -> bool:
    """Whether a sentence tells of the meeting itself: a word for it and one who was there."""
    meetings = sentence.mentions.hits["meetings"]
    if not any(index in meetings for index in range(sentence.first, sentence.last)):
        return False
    return any(sentence.first <= p.first < sentence.last and p.name in sides for p in persons)


class _Cues:
    """Tells which words of a sentence are said to have been discussed."""

    def __init__(self, mentions: Mentions) -> None:
        self.low = mentions.tokens.low
        self.talks = sorted(mentions.hits["talks"].values(), key=lambda hit: hit.first)

    def from_token(self, sentence: Sentence) -> int:
        """The token from which on a sentence's topics were discussed; its end where none were."""
        start = sentence.last
        for hit in self.talks:
            if sentence.first <= hit.first < sentence.last:
                discussed = hit.entry.kind == "discuss"
                start = min(start, sentence.first if discussed else max(sentence.first, hit.first - _NEAR))
        if start > sentence.first and not _SIDES.isdisjoint(self.low[sentence.first : sentence.last]):
            return sentence.first
        return start


class _Partners:
    """Tells with whom the talks of a sentence are."""

    def __init__(
        self, mentions: Mentions, headline: tuple[str, ...], persons: Sequence[Person]
    ) -> None:
        self.mentions, self.headline = mentions, headline
        self.foreign = [p for p in persons if p.country and p.country != HOME and not p.former]
        self.current: tuple[str, ...] = headline
        self.paragraph = -1

    def of(self, sentence: Sentence) -> str | None:
        """The partner of a sentence: a foreign official in it, the headline's, what it names."""
        of_persons = [
            p.country
            for p in self.foreign
            if sentence.first <= p.first < sentence.last and p.country is not None
        ]
        named = list(dict.fromkeys(
            code for place in sentence.places if place.kind in ("country", "region") for code in foreign(place)
        ))  # fmt: skip
        if of_persons:
            self.current = tuple(dict.fromkeys(of_persons))
        elif self.headline and (not named or set(named) & set(self.headline)):
            self.current = self.headline
        elif len(named) == 1 and (not self.headline or self._with(sentence, named[0])):
            self.current = (named[0],)
        elif not self.current and named:
            self.current = tuple(named)
        return ";".join(self.current) or None

    def _with(self, sentence: Sentence, code: str) -> bool:
        """Whether a sentence speaks of talks with a country other than the headline's."""
        return any(
            (place.kind == "country"
            and code in place.codes
            and place.first == sentence.first)
            or sentence.word_before(place.first) in ("с", "со", "и")
            for place in sentence.places
        )
