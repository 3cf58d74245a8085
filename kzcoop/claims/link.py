"""Links the mentions of a document into claims, sentence by sentence.

What is linked stays in reach: the partner of the headline, the topic and the period of the
sentence before. Nothing here knows a document; every decision is noted in the draft's trace.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kzcoop.claims.commodity import assign_commodity
from kzcoop.claims.deadline import plan_by_span
from kzcoop.claims.draft import Draft, draft
from kzcoop.claims.headline import foreign_trader, headline_is_sure
from kzcoop.claims.indicator import candidates, default_indicator
from kzcoop.claims.measure import assign_measure, assign_status
from kzcoop.claims.partner import partner_of
from kzcoop.claims.partner_place import HOME, foreign, is_partner, of_border
from kzcoop.claims.region import points_there, region_of, subject_region
from kzcoop.claims.reporter import assign_reporter
from kzcoop.claims.scope import assign_scope, count_indicator, rank_indicator
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.trade_pair import is_third_pair
from kzcoop.claims.units import settle
from kzcoop.claims.when import assign_time

_FLOWS = frozenset(
    {"turnover", "export", "import", "investment", "freight", "transit", "projects_value"}
)
_OUT = frozenset({"out", "name", "unread"})
_SIDES = frozenset({"export", "import"})
_MOVED = frozenset({"turnover", "export", "import", "freight", "transit"})
_PRONOUNS = frozenset({"он", "она", "оно", "они"})
_GOING_ON = (["из", "них"], ["причем", "из"])
_GOALS = ("цел", "планк", "ориентир", "рубеж", "задач")
_YEARS = re.compile(r"\d{4}/\d{4}$")  # «за последние пять лет» dates its own figure only
_LISTED = 3  # countries in one sentence without a figure
_STAYS = 3  # sentences through which a period stays past its paragraph
_REACH = 4  # sentences through which a topic stays
_MINIMUM = 0.8


@dataclass(slots=True)
class Topic:
    """What the text has been about up to a sentence."""

    indicator: str | None = None
    first_indicator: str | None = None
    last_indicator: str | None = None
    last_claim: str | None = None
    partner: tuple[str, ...] = ()
    partner_paragraph: int = -1
    total: bool = False
    corridor: bool = False
    had_corridor: bool = False
    goal_paragraph: int = -1
    kinds: frozenset[str] = frozenset()
    commodity: str | None = None
    trader: str | None = None
    sure: bool = False
    titled: bool = False
    seen: set[str] = field(default_factory=set)
    region: str | None = None
    region_paragraph: int = -1
    period: str | None = None
    period_paragraph: int = -1
    period_sentence: int = -9
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
    topic = Topic(
        sure=headline_is_sure(sentences, headline),
        titled=bool(set(headline) & set(named)),
        seen=set(named),
        trader=foreign_trader(sentences),
    )
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
            if _follows_rejected(one, drafts):
                one.reject("out_of_scope")
                continue
            _link_one(one, done, topic, headline, dct)
            if not one.rejected:
                done.append(one)
        _name_compared(done)
        _remember(sentence, done, topic)
        if subject_region(sentence) is not None or points_there(sentence):
            topic.region_paragraph = topic.paragraph
        kept += done
        everything += drafts
    return everything


def _follows_rejected(one: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a change belongs to a figure out of scope: «добыто 57,4 млн тонн, плюс 2,3%»."""
    if one.kind not in ("percent", "ratio") or one.sentence.indicators:
        return False
    before = [other for other in drafts if other.at < one.at and other.kind in ("tonne", "money")]
    return bool(before) and before[-1].rejected == "out_of_scope"


def _of_trader(one: Draft, topic: Topic) -> bool:
    """Turn round what another country trades with Kazakhstan; tell what it trades with others."""
    if topic.trader is None or one.indicator not in ("turnover", "export", "import"):
        return False
    sentence = one.sentence
    if any(place.codes == (HOME,) for place in sentence.places):
        one.reporter, one.partner = topic.trader, (HOME,)
        return False
    return bool(one.partner) and topic.trader not in one.partner


def _name_compared(done: Sequence[Draft]) -> None:
    """Give the two sides of a comparison their flows: «импорт вшестеро больше экспорта – 607 против 105»."""
    for index, one in enumerate(done[:-2]):
        if one.kind != "ratio" or one.indicator != "other":
            continue
        left, right = done[index + 1], done[index + 2]
        low, sentence = one.sentence.low, one.sentence
        if (
            left.kind != "money"
            or right.kind != "money"
            or "против" not in low[left.last : right.at]
        ):
            continue
        before = [
            h.entry.value
            for h in sentence.indicators
            if h.first < one.at and h.entry.value in _SIDES
        ]
        after = [
            h.entry.value
            for h in sentence.indicators
            if one.last <= h.first < left.at and h.entry.value in _SIDES
        ]
        if before and after:
            left.indicator, right.indicator = before[-1], after[0]


def _turn(sentence: Sentence, topic: Topic) -> None:
    """Forget what a new paragraph or a new partner makes stale."""
    paragraph = sentence.mentions.tokens.paragraph[sentence.number]
    named = {
        place.codes for place in sentence.places if foreign(place) and place.kind != "adjective"
    }
    if paragraph != topic.paragraph:
        topic.paragraph = paragraph
        topic.first_indicator = None
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
    elif any(place.kind == "country" and foreign(place) for place in sentence.places) or any(
        sentence.low[i].startswith(("порт", "морск", "станци", "погран"))
        for i in range(sentence.first, sentence.last)
    ):
        topic.corridor = False


def _link_one(
    one: Draft, done: Sequence[Draft], topic: Topic, headline: tuple[str, ...], dct: date | None
) -> None:
    count_indicator(one, done, "vehicle" in topic.kinds)
    if one.rejected:
        return
    if one.indicator is None:
        fresh = topic.indicator if one.sentence.number - topic.sentence <= _REACH else None
        told = topic.first_indicator or fresh
        if _PRONOUNS & set(one.sentence.low[one.sentence.first : one.sentence.first + 7]):
            told = topic.last_indicator or told  # «Товарооборот … Сегодня он превышает …»
        opening = one.sentence.low[one.sentence.first : one.sentence.first + 3]
        if opening in (["в", "том", "числе"], ["из", "них", ","]) or opening[:2] in _GOING_ON:
            told = topic.last_claim or told  # «В том числе 6,4 миллиарда …»
        ranked = candidates(one, done, told)
        one.candidates = tuple(ranked)
        if not ranked or ranked[0].score < _MINIMUM:
            one.indicator = default_indicator(one)
            if one.indicator is None:
                one.reject("out_of_scope")
                return
        else:
            one.indicator = ranked[0].indicator
            if topic.corridor and ranked[0].first < 0 and one.kind in ("tonne", "teu", "wagon"):
                one.indicator = "transit"  # «маршрутом воспользовались 733 тыс. тонн»
        for candidate in ranked[:3]:
            features = ", ".join(f"{name} {amount:g}" for name, amount in candidate.features)
            one.note(
                f"indicator {candidate.indicator} {candidate.score:.2f} «{candidate.word}»: {features}"
            )
    if one.kind == "rank":
        one.indicator = rank_indicator(one) or one.indicator
    if one.indicator == "export_potential" and one.kind in ("percent", "ratio"):
        one.indicator = "export"
    assign_scope(one)
    if one.rejected:
        return
    assign_measure(one)
    if one.rejected:
        return
    assign_status(one, done, topic.goal_paragraph == topic.paragraph)
    plan_by_span(one, dct)
    one.partner = partner_of(one, done, topic, headline)
    if one.indicator == "freight" and topic.corridor and not one.partner:
        one.indicator = "transit"  # what moves on a corridor
    if is_third_pair(one) or _of_trader(one, topic):
        if one.partner != (HOME,):
            one.reject("out_of_scope")
            return
    assign_reporter(one)
    if (
        one.indicator in _MOVED
        and done
        and done[-1].reporter != HOME
        and one.partner == (done[-1].reporter,)
    ):
        # «узбекский экспорт … достиг 1,55 млрд, импорт – 3,4 млрд»
        one.reporter, one.partner = done[-1].reporter, done[-1].partner
    near = topic.region_paragraph == topic.paragraph or points_there(one.sentence)
    listed = one.indicator in ("goods_positions", "export_potential")
    one.region = region_of(one, topic.region if near and not listed else None)
    recent = None
    if topic.period_paragraph == topic.paragraph or (
        one.indicator in _MOVED and one.sentence.number - topic.period_sentence <= _STAYS
    ):
        recent = topic.period
    assign_time(one, done, recent, dct)
    assign_commodity(one, done, topic.commodity)


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
    if actual and not _YEARS.match(actual[0].period or ""):
        topic.period = actual[0].period
        topic.period_paragraph, topic.period_sentence = topic.paragraph, sentence.number
    elif not done and any(
        sentence.low[i].startswith("итог") for i in range(sentence.first, sentence.last)
    ):
        # «Подведены итоги работы железных дорог за 2023 год.» dates what follows
        told = [period for period in sentence.periods if period.role == "at" and period.value]
        if told:
            topic.period, topic.period_paragraph = told[0].value, topic.paragraph
            topic.period_sentence = sentence.number
    elif topic.period and any(one.is_base or one.period == topic.period for one in flows):
        topic.period_paragraph, topic.period_sentence = topic.paragraph, sentence.number
    if any(
        cue.entry.kind == "goal" and sentence.low[cue.first].startswith(_GOALS)
        for cue in sentence.cues
    ):
        topic.goal_paragraph = topic.paragraph
    topic.kinds = frozenset(one.kind for one in done)
    goods = [one.commodity for one in flows if one.commodity is not None]
    if goods or any(one.unit != "tonne" for one in flows):
        topic.commodity = goods[-1] if goods else None
    if flows:
        topic.last_claim = flows[-1].indicator
    if spoken:
        topic.last_indicator = spoken[-1]
    partners = [
        (one.reporter,) if one.partner == (HOME,) else one.partner for one in done if one.partner
    ]
    named = {foreign(p) for p in sentence.places if foreign(p) and is_partner(sentence, p)}
    if not named:
        named = {foreign(p) for p in sentence.places if foreign(p) and of_border(sentence, p)}
    if partners:
        topic.partner, topic.partner_paragraph = partners[-1], topic.paragraph
    elif len(named) == 1:
        topic.partner, topic.partner_paragraph = named.pop(), topic.paragraph
    elif len(named) > _LISTED:
        topic.partner = ()  # a list of guests is no partner
    topic.total = bool(flows) and not partners and not named
    if topic.total and any("whole" in note for one in flows for note in one.trace):
        topic.partner = ()
