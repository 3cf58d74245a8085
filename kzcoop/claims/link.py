"""Links the mentions of a document into claims, sentence by sentence.

What is linked stays in reach: the partner of the headline, the topic and the period of the
sentence before. Nothing here knows a document; every decision is noted in the draft's trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kzcoop.claims.claim import MOVED
from kzcoop.claims.commodity import assign_commodity
from kzcoop.claims.counted import of_trains
from kzcoop.claims.deadline import plan_by_span
from kzcoop.claims.draft import Draft, draft
from kzcoop.claims.foreign_flow import is_foreign_trade
from kzcoop.claims.headline import headline_is_sure
from kzcoop.claims.indicator import assign_indicator, name_compared
from kzcoop.claims.measure import assign_measure
from kzcoop.claims.partner import partner_of
from kzcoop.claims.partner_place import HOME
from kzcoop.claims.region import own_flow_abroad, points_there, region_of, subject_region
from kzcoop.claims.report_region import NOWHERE, Home, across_country, names_city, region_of_report
from kzcoop.claims.reporter import assign_reporter
from kzcoop.claims.scope import assign_scope
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.status import assign_status
from kzcoop.claims.topic import Topic, remember, turn
from kzcoop.claims.trade_pair import is_third_pair
from kzcoop.claims.trader import foreign_trader
from kzcoop.claims.trader_figure import of_host, of_trader
from kzcoop.claims.units import settle
from kzcoop.claims.when import assign_time
from kzcoop.language.stems import Stems

_OUT = frozenset({"out", "name", "unread"})
_PARTS = (["из", "них"], ["из", "этой"], ["из", "этого"], ["в", "том"])
_SHIPS = Stems("паром", "нефтеперевоз")
_PORTS = Stems("порт")
_WAY = Stems("коридор", "маршрут")
_AMOUNTS = frozenset({"money", "piece", "pieces", "tonne"})
_NOUN = 3  # tokens from a figure past its noun to a change of it
_STAYS = 4  # sentences through which a period stays past its paragraph


def link(
    sentences: Sequence[Sentence],
    headline: tuple[str, ...],
    named: Sequence[str],
    dct: date | None,
    home: Home = NOWHERE,
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
    home
        The oblast and the city that the report is about.
    """
    topic = Topic(
        home=home,
        sure=headline_is_sure(sentences, headline),
        titled=bool(set(headline) & set(named)),
        seen=set(named),
        trader=foreign_trader(sentences),
    )
    kept: list[Draft] = []
    everything: list[Draft] = []
    for sentence in sentences:
        region = subject_region(sentence)
        turn(sentence, topic, region)
        drafts: list[Draft] = []
        done: list[Draft] = []
        aside: list[Draft] = []
        if sentence.quantities:
            drafts = [draft(quantity, sentence) for quantity in sentence.quantities]
            for one in _linked(drafts, kept, topic, headline, dct):
                (aside if one.aside else done).append(one)
            if not (done or aside) and any(d.kind in _AMOUNTS for d in drafts):
                topic.out_sentence, topic.out_paragraph = sentence.number, topic.paragraph
        remember(sentence, done, topic, aside)
        if names_city(sentence, topic.home.city):
            topic.city_paragraph = topic.paragraph
        if region is not None or points_there(sentence):
            topic.region_paragraph = topic.paragraph
        for one in aside:
            one.reject("out_of_scope")
        kept += done or [one for one in aside if one.indicator == "enterprises_count"]
        everything += drafts
    return everything


def _linked(
    drafts: Sequence[Draft],
    kept: Sequence[Draft],
    topic: Topic,
    headline: tuple[str, ...],
    dct: date | None,
) -> list[Draft]:
    """Link the drafts of one sentence and return those in scope, and those set aside."""
    for one in drafts:
        if one.kind in _OUT and not of_trains(one):
            one.reject({"out": "out_of_scope", "name": "name"}.get(one.kind, "unread"))
    active = [one for one in drafts if not one.rejected]
    settle(active, kept)
    if active and _goes_on_outside(active, topic):
        for one in active:
            one.reject("out_of_scope")
        return []
    linked: list[Draft] = []
    for one in active:
        if one.rejected:
            continue
        if _follows_rejected(one, drafts) or _lists_rejected(one, drafts):
            one.reject("out_of_scope")
            continue
        _link_one(one, linked, topic, headline, dct)
        if not one.rejected:
            linked.append(one)
    name_compared([one for one in linked if not one.aside])
    return linked


def _link_one(
    one: Draft, done: Sequence[Draft], topic: Topic, headline: tuple[str, ...], dct: date | None
) -> None:
    """Fill a draft field by field, each from those before; a step may reject it."""
    assign_indicator(one, done, topic)
    if not one.rejected:
        assign_scope(one)
    if not one.rejected:
        assign_measure(one, done)
    if one.rejected:
        return
    before = done[-1].status if done else topic.last_status
    assign_status(one, done, topic.goal_paragraph == topic.paragraph, before)
    plan_by_span(one, dct)
    _assign_sides(one, done, topic, headline)
    if one.rejected:
        return
    near = topic.region_paragraph == topic.paragraph or points_there(one.sentence)
    near = near and not across_country(one.sentence)
    listed = one.indicator in ("goods_positions", "export_potential")
    one.region = region_of(one, topic.region if near and not listed else None)
    if one.region is None and not listed:
        one.region = region_of_report(one, topic.home, topic.city_paragraph == topic.paragraph)
    if own_flow_abroad(one):
        one.reporter, one.partner = one.partner[0], (HOME,)
        one.note("the flow of a region abroad")
    recent = None
    if topic.period_paragraph == topic.paragraph or (
        one.indicator in MOVED and one.sentence.number - topic.period_sentence <= _STAYS
    ):
        recent = topic.period
        if recent and one.sentence.low[one.sentence.first : one.sentence.first + 2] in _PARTS:
            recent = topic.last_period  # «Из них на экспорт приходится …»: of the last total
    assign_time(one, done, recent, topic.bases, dct)
    assign_commodity(one, done, topic.commodity)


def _goes_on_outside(drafts: Sequence[Draft], topic: Topic) -> bool:
    """«На внутреннем рынке продали 86 тыс. тонн. Рост составил 2,7% (год назад – 83)»."""
    sentence = drafts[0].sentence
    return (
        topic.out_sentence == sentence.number - 1
        and topic.paragraph == topic.out_paragraph
        and drafts[0].kind in ("percent", "ratio")
        and not sentence.indicators
        and not sentence.places
    )


def _follows_rejected(one: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a change belongs to a figure out of scope: «добыто 57,4 млн тонн, плюс 2,3%»."""
    if one.kind not in ("percent", "ratio"):
        return False
    if _in_brackets(one):
        listed = [d for d in drafts if d.at < one.at and d.kind == one.kind]
        if listed and listed[-1].rejected == "out_of_scope" and _in_brackets(listed[-1]):
            return True  # «инвестиции в основной капитал (+19,8%), промышленность (+11,5%)»
    if _of_rejected(one, drafts):
        return True
    if one.sentence.indicators:
        return False
    before = [other for other in drafts if other.at < one.at and other.kind in ("tonne", "money")]
    return bool(before) and before[-1].rejected == "out_of_scope"


def _of_rejected(one: Draft, drafts: Sequence[Draft]) -> bool:
    """«на внутреннем рынке продали 1,1 млрд яиц, на 2% больше»: of the figure right before."""
    low = one.sentence.low
    last = next((other for other in reversed(drafts) if other.at < one.at), None)
    if last is None or last.rejected not in ("out_of_scope", "unread") or last.aside:
        return False
    between = low[last.last : one.first]
    more = low[one.last : one.last + 1] in (["больше"], ["меньше"], ["выше"], ["ниже"])
    return more and between[-1:] in ([","], ["–"], ["—"], ["("]) and len(between) <= _NOUN


def _in_brackets(one: Draft) -> bool:
    return one.sentence.word_before(one.first) == "("


def _lists_rejected(one: Draft, drafts: Sequence[Draft]) -> bool:
    """«производство росло, +15%, +6%, +13% в год»: the next of a list of changes out of scope."""
    if one.kind != "percent" or one is drafts[0]:
        return False
    last = next((other for other in reversed(drafts) if other.at < one.at), None)
    return (
        last is not None
        and last.kind == "percent"
        and last.rejected == "out_of_scope"
        and not last.aside
        and one.sentence.low[last.last : one.first] == [","]
    )


def _assign_sides(
    one: Draft, done: Sequence[Draft], topic: Topic, headline: tuple[str, ...]
) -> None:
    """Set who trades with whom; reject what two other countries trade."""
    if _goes_on(one, topic):
        one.reporter, one.partner = topic.sides
        one.note("«это»: who traded what is told before")
        return
    if _into_home(one, topic):
        one.reporter, one.partner = topic.sides[0], (HOME,)
        return
    one.partner = partner_of(one, done, topic, headline)
    if one.indicator == "freight" and topic.corridor and not one.partner and not _beside(one):
        one.indicator = "transit"  # what moves on a corridor
    if of_trader(one, topic) or of_host(one, topic) or is_third_pair(one) or is_foreign_trade(one):
        one.note("trade of two other countries")
        one.aside = True
        return
    if one.partner == (HOME,) and one.reporter == HOME:
        # «экспорт составил 178 млн (рост в 2,1 раза)»: of the one who reports
        told = [other.reporter for other in done if other.partner == (HOME,)]
        one.reporter = told[-1] if told else HOME
    assign_reporter(one)
    if (
        one.indicator in MOVED
        and done
        and done[-1].reporter != HOME
        and one.partner == (done[-1].reporter,)
    ):
        # «узбекский экспорт … достиг 1,55 млрд, импорт – 3,4 млрд»
        one.reporter, one.partner = done[-1].reporter, done[-1].partner


def _goes_on(one: Draft, topic: Topic) -> bool:
    """«84% вывоза уходит в Казахстан. Это 7,8 тысячи тонн на 6,5 млн»: the figure before anew."""
    sentence = one.sentence
    return (
        topic.sides[0] != HOME
        and sentence.low[sentence.first] == "это"
        and not sentence.places
        and one.indicator in MOVED
    )


def _into_home(one: Draft, topic: Topic) -> bool:
    """«Из Армении вывезли 700 тонн. 12% уходит в Казахстан»: the same one's, to Kazakhstan."""
    sentence = one.sentence
    return (
        topic.sides[0] != HOME
        and one.indicator == "export"
        and bool(sentence.places)
        and all(
            place.codes == (HOME,) and sentence.word_before(place.first) in ("в", "во")
            for place in sentence.places
        )
    )


def _beside(one: Draft) -> bool:
    """«через порт – 8 млн тонн, в том числе 4 по маршруту»: of which a part goes the way."""
    sentence = one.sentence
    ways = [place for place in sentence.places if place.kind == "corridor"]
    if not ways:
        return sentence.begins(_SHIPS) and not sentence.begins(_WAY)
    return sentence.begins(_PORTS) and all(
        any(one.last <= q.first < place.first for q in sentence.quantities) for place in ways
    )
