"""Links the mentions of a document into claims, sentence by sentence.

What is linked stays in reach: the partner of the headline, the topic and the period of the
sentence before. Nothing here knows a document; every decision is noted in the draft's trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kzcoop.claims.draft import Draft, draft
from kzcoop.claims.indicator import candidates
from kzcoop.claims.measure import assign_measure, assign_status
from kzcoop.claims.scope import assign_scope, count_indicator
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.units import settle
from kzcoop.claims.when import assign_time
from kzcoop.claims.where import foreign, headline_partner, partner_of, region_of
from kzcoop.mentions.place import Place

_FLOWS = frozenset({"turnover", "export", "import", "investment", "freight", "transit"})
_OUT = frozenset({"out", "name", "unread"})
_MINIMUM = 1.2


@dataclass(slots=True)
class Topic:
    """What the text has been about up to a sentence."""

    indicator: str | None = None
    partner: tuple[str, ...] = ()
    region: str | None = None
    period: str | None = None
    commodity: str | None = None
    sentence: int = -9
    paragraph: int = -1


def link(sentences: Sequence[Sentence], title: Sequence[Place], dct: date | None) -> list[Draft]:
    """Return a draft for every quantity of a document, those out of scope marked as rejected."""
    headline = headline_partner(sentences, title)
    topic = Topic()
    kept: list[Draft] = []
    everything: list[Draft] = []
    for sentence in sentences:
        _turn(sentence, topic)
        drafts = [draft(quantity, sentence) for quantity in sentence.quantities]
        for one in drafts:
            if one.kind in _OUT:
                one.reject({"out": "out_of_scope", "name": "name"}.get(one.kind, "unread"))
        active = [one for one in drafts if not one.rejected]
        settle(active, kept)
        done: list[Draft] = []
        for one in drafts:
            if one.rejected:
                continue
            _link_one(one, done, topic, headline, dct)
            if not one.rejected:
                done.append(one)
        for one in done:
            _remember(one, topic)
        kept += done
        everything += drafts
    return everything


def _turn(sentence: Sentence, topic: Topic) -> None:
    """Forget what a new paragraph or a new partner makes stale."""
    paragraph = sentence.mentions.tokens.paragraph[sentence.number]
    named = {place.codes for place in sentence.places if foreign(place) and place.kind != "adjective"}
    if named and topic.partner and not any(set(topic.partner) & set(codes) for codes in named):
        topic.region = None
        if len(named) == 1 and sentence.number > 0:
            topic.partner = ()
    if paragraph != topic.paragraph:
        topic.paragraph = paragraph
        topic.region = None if named else topic.region
        topic.commodity = None


def _link_one(
    one: Draft, done: Sequence[Draft], topic: Topic, headline: tuple[str, ...], dct: date | None
) -> None:
    count_indicator(one, done)
    if one.rejected:
        return
    if one.indicator is None:
        fresh = topic.indicator if one.sentence.number - topic.sentence <= 2 else None
        ranked = candidates(one, done, fresh)
        if not ranked or ranked[0].score < _MINIMUM:
            one.reject("out_of_scope")
            return
        one.indicator = ranked[0].indicator
        for candidate in ranked[:3]:
            features = ", ".join(f"{name} {amount:g}" for name, amount in candidate.features)
            one.note(f"indicator {candidate.indicator} {candidate.score:.2f} «{candidate.word}»: {features}")
    assign_scope(one, done)
    if one.rejected:
        return
    assign_measure(one)
    assign_status(one)
    one.partner = partner_of(one, done, topic.partner, headline)
    one.region = region_of(one, topic.region)
    recent = topic.period if one.sentence.number - topic.sentence <= 2 else None
    assign_time(one, done, recent, dct)


def _remember(one: Draft, topic: Topic) -> None:
    if one.indicator in _FLOWS:
        topic.indicator = one.indicator
        topic.sentence = one.sentence.number
        if one.status == "actual":
            topic.period = one.period or topic.period
    elif one.indicator is not None:
        topic.sentence = one.sentence.number
        topic.period = None
    if one.partner:
        topic.partner = one.partner
    if one.region:
        topic.region = one.region
