"""Links the mentions of a document into claims, sentence by sentence.

What is linked stays in reach: the partner of the headline, the topic and the period of the
sentence before. Nothing here knows a document; every decision is noted in the draft's trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kzcoop.claims.draft import Draft, draft
from kzcoop.claims.indicator import candidates, default_indicator
from kzcoop.claims.measure import assign_measure, assign_status
from kzcoop.claims.scope import assign_scope, count_indicator
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.units import settle
from kzcoop.claims.when import assign_time, plan_by_span
from kzcoop.claims.where import assign_reporter, foreign, is_partner, partner_of, points_there, region_of, subject_region

_FLOWS = frozenset(
    {"turnover", "export", "import", "investment", "freight", "transit", "projects_value"}
)
_OUT = frozenset({"out", "name", "unread"})
_GOALS = ("цел", "планк", "ориентир", "рубеж", "задач")
_REACH = 4  # sentences through which a topic stays
_MINIMUM = 0.8


@dataclass(slots=True)
class Topic:
    """What the text has been about up to a sentence."""

    indicator: str | None = None
    first_indicator: str | None = None
    partner: tuple[str, ...] = ()
    corridor: bool = False
    had_corridor: bool = False
    goal_paragraph: int = -1
    kinds: frozenset[str] = frozenset()
    seen: set[str] = field(default_factory=set)
    region: str | None = None
    region_paragraph: int = -1
    period: str | None = None
    period_paragraph: int = -1
    commodity: str | None = None
    sentence: int = -9
    paragraph: int = -1


def link(
    sentences: Sequence[Sentence],
    headline: tuple[str, ...],
    named: Sequence[str],
    dct: date | None,
) -> list[Draft]:
    """Return a draft for every quantity of a document, those out of scope marked as rejected.

    Parameters
    ----------
    sentences
        The document's sentences with their mentions.
    headline
        The partner that the report is about.
    named
        The partner codes that its title names.
    dct
        Its date, or None.
    """
    topic = Topic(seen=set(named))
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
        _remember(sentence, done, topic)
        if subject_region(sentence) is not None or points_there(sentence):
            topic.region_paragraph = topic.paragraph
        kept += done
        everything += drafts
    return everything


def _turn(sentence: Sentence, topic: Topic) -> None:
    """Forget what a new paragraph or a new partner makes stale."""
    paragraph = sentence.mentions.tokens.paragraph[sentence.number]
    named = {
        place.codes for place in sentence.places if foreign(place) and place.kind != "adjective"
    }
    if paragraph != topic.paragraph:
        topic.paragraph = paragraph
        topic.first_indicator = None
        topic.commodity = None
    if named and topic.partner and not any(set(topic.partner) & set(codes) for codes in named):
        topic.region = None
    region = subject_region(sentence)
    if region is not None:
        topic.region = region
    topic.seen.update(code for place in sentence.places for code in foreign(place))
    if any(place.kind == "corridor" and not place.codes for place in sentence.places):
        topic.corridor = topic.had_corridor = True
    elif topic.had_corridor and any(
        sentence.low[i].startswith(("маршрут", "коридор"))
        for i in range(sentence.first, sentence.last)
    ):
        topic.corridor = True  # «маршрутом воспользовались 733 тыс. тонн»
    elif any(place.kind == "country" and foreign(place) for place in sentence.places):
        topic.corridor = False


def _link_one(
    one: Draft, done: Sequence[Draft], topic: Topic, headline: tuple[str, ...], dct: date | None
) -> None:
    count_indicator(one, done, "vehicle" in topic.kinds)
    if one.rejected:
        return
    if one.indicator is None:
        fresh = topic.indicator if one.sentence.number - topic.sentence <= _REACH else None
        ranked = candidates(one, done, topic.first_indicator or fresh)
        if not ranked or ranked[0].score < _MINIMUM:
            one.indicator = default_indicator(one)
            if one.indicator is None:
                one.reject("out_of_scope")
                return
        else:
            one.indicator = ranked[0].indicator
        for candidate in ranked[:3]:
            features = ", ".join(f"{name} {amount:g}" for name, amount in candidate.features)
            one.note(
                f"indicator {candidate.indicator} {candidate.score:.2f} «{candidate.word}»: {features}"
            )
    assign_scope(one)
    if one.rejected:
        return
    assign_measure(one)
    assign_status(one, done, topic.goal_paragraph == topic.paragraph)
    plan_by_span(one, dct)
    one.partner = partner_of(one, done, topic, headline)
    assign_reporter(one)
    near = topic.region_paragraph == topic.paragraph or points_there(one.sentence)
    one.region = region_of(one, topic.region if near else None)
    recent = None
    if topic.period_paragraph == topic.paragraph or (
        topic.period_paragraph == topic.paragraph - 1
        and one.indicator in _FLOWS
        and one.sentence.number - topic.sentence <= 2
    ):
        recent = topic.period
    assign_time(one, done, recent, dct)


def _remember(sentence: Sentence, done: Sequence[Draft], topic: Topic) -> None:
    """Keep what the sentences after may refer to."""
    flows = [one for one in done if one.indicator in _FLOWS]
    spoken = [hit.entry.value for hit in sentence.indicators if hit.entry.value in _FLOWS]
    indicator = flows[0].indicator if flows else (spoken[0] if spoken else None)
    if indicator is not None:
        topic.indicator = indicator
        topic.sentence = sentence.number
        topic.first_indicator = topic.first_indicator or indicator
    actual = [one for one in flows if one.status == "actual" and one.period and not one.is_base]
    if actual:
        topic.period = actual[0].period
        topic.period_paragraph = topic.paragraph
    if any(
        cue.entry.kind == "goal" and sentence.low[cue.first].startswith(_GOALS)
        for cue in sentence.cues
    ):
        topic.goal_paragraph = topic.paragraph
    topic.kinds = frozenset(one.kind for one in done)
    partners = [one.partner for one in done if one.partner]
    if partners:
        topic.partner = partners[-1]
    else:
        named = [place for place in sentence.places if foreign(place) and is_partner(sentence, place)]
        if named:
            topic.partner = foreign(named[0])
