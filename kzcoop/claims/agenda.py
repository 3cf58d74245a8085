"""What was discussed: the topics of talks, with whom.

A topic is on the agenda where the text says that the sides discussed it, agreed or signed on it,
or that one of them raised it. What the outlet reports besides is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kzcoop.claims.sentence import Sentence
from kzcoop.claims.where import HOME, foreign
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.person import Person, read_persons
from kzcoop.mentions.topic import read_topics
from kzcoop.reading.document import Document

_SIDES = frozenset(
    "стороны собеседники участники сторонами сторонами собеседниками лидеры президенты".split()
)
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
) -> list[AgendaItem]:
    """Return the agenda of the talks that a document reports, one row a partner and topic.

    Parameters
    ----------
    document, mentions, sentences
        The report, its mentions and its sentences.
    headline
        The partner that the report is about, as ``headline_partner`` gives it.
    persons
        Its persons, read here where they are not given.
    """
    if not mentions.hits["topics"] or not (mentions.hits["talks"] or mentions.hits["meetings"]):
        return []
    persons = read_persons(mentions) if persons is None else persons
    topics = read_topics(mentions, persons)
    tokens = mentions.tokens
    of_sentence: dict[int, list[int]] = {}
    for at, topic in enumerate(topics):
        of_sentence.setdefault(tokens.sentence[topic.first], []).append(at)
    rows: dict[tuple[str | None, str], AgendaItem] = {}
    reader = _Cues(mentions, persons)
    partners = _Partners(mentions, headline, persons)
    for sentence in sentences:
        partner = partners.of(sentence)
        reader.enter(sentence)
        for at in of_sentence.get(sentence.number, ()):
            topic = topics[at]
            if not reader.covers(topic.first):
                continue
            start, end = tokens.start[topic.first], tokens.end[topic.last - 1]
            rows.setdefault(
                (partner, topic.name), AgendaItem(document.doc_id, partner, topic.name, start, end)
            )
    return sorted(rows.values(), key=lambda item: (item.start, item.topic))


class _Cues:
    """Tells which words of a sentence are said to have been discussed."""

    def __init__(self, mentions: Mentions, persons: Sequence[Person]) -> None:
        self.tokens = mentions.tokens
        self.talks = sorted(mentions.hits["talks"].values(), key=lambda hit: hit.first)
        self.speech = [hit for hit in mentions.hits["speech"].values() if hit.entry.kind == "say"]
        self.meetings = sorted(mentions.hits["meetings"])
        self.speakers = {person.first: person for person in persons if "n" in person.cases}
        self.from_token: int | None = None

    def enter(self, sentence: Sentence) -> None:
        """Set the first word of a sentence from which on its topics count; None for none."""
        first, last = sentence.first, sentence.last
        starts: list[int] = []
        for hit in self.talks:
            if first <= hit.first < last:
                before = first if hit.entry.kind == "discuss" else max(first, hit.first - _NEAR)
                starts.append(before)
        if not starts and self.meetings and self.meetings[0] < last:
            starts = [
                hit.first
                for hit in self.speech
                if first <= hit.first < last and self._by_side(sentence)
            ]
        self.from_token = min(starts) if starts else None

    def covers(self, index: int) -> bool:
        """Whether a topic at a token is on the agenda."""
        return self.from_token is not None and index >= self.from_token

    def _by_side(self, sentence: Sentence) -> bool:
        """Whether it is a side of the talks that speaks: a person named, or «стороны»."""
        if any(word in _SIDES for word in self.tokens.low[sentence.first : sentence.last]):
            return True
        return any(
            sentence.first <= at < sentence.last and not person.former
            for at, person in self.speakers.items()
        )


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
