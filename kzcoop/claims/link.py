"""Links the mentions of a document into claims, sentence by sentence: the order of the steps.

What is linked stays in reach: the partner of the headline, the topic and the period of the
sentence before. Nothing here knows a document; every decision is noted in the draft's trace.

«Экспорт вырос до 2 млрд, на 9%»: what it is about, scope, measure, status, sides, place, time
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kzcoop.claims.commodity import assign_commodity
from kzcoop.claims.flow.purchases import imports_more, imports_ours
from kzcoop.claims.headline import headline_is_sure
from kzcoop.claims.indicator.both_sides import name_compared
from kzcoop.claims.indicator.indicator import assign_indicator
from kzcoop.claims.indicator.relief import beside_pact, relief, relieved
from kzcoop.claims.indicator.sides_sum import name_sums
from kzcoop.claims.measure.measure import assign_measure
from kzcoop.claims.place.partner_place import HOME, foreign
from kzcoop.claims.place.region import (
    is_partners_region,
    of_both,
    points_there,
    region_of,
    subject_region,
)
from kzcoop.claims.place.region_flow import own_flow_abroad, sends, trades_with_us
from kzcoop.claims.place.report_region import (
    NOWHERE,
    Home,
    across_country,
    names_city,
    of_country,
    region_of_report,
)
from kzcoop.claims.scene.draft import Draft, draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.outside import (
    follows_rejected,
    goes_on_outside,
    lists_rejected,
    reject_by_kind,
    remember_outside,
)
from kzcoop.claims.scope.scope import assign_scope
from kzcoop.claims.side.opening import cite_next
from kzcoop.claims.side.region_trader import region_seller
from kzcoop.claims.side.sides import assign_sides
from kzcoop.claims.side.trader import foreign_trader
from kzcoop.claims.side.trader_cited import cited_trader
from kzcoop.claims.side.view import remember_view
from kzcoop.claims.status.planned_span import plan_by_span
from kzcoop.claims.status.portfolio import plan_portfolios
from kzcoop.claims.status.stage import goes_on
from kzcoop.claims.status.status import assign_status
from kzcoop.claims.time.change_between import date_changes
from kzcoop.claims.time.dated_change import date_bases
from kzcoop.claims.time.dated_stock import date_stocks
from kzcoop.claims.time.dated_sum import date_shares, date_sums
from kzcoop.claims.time.deadline_clause import share_term
from kzcoop.claims.time.plan_parts import date_parts
from kzcoop.claims.time.reach import date_before, period_in_reach
from kzcoop.claims.time.when import assign_time
from kzcoop.claims.time.works_end import (
    PRICED_OR_STAFFED,
    end_of_works,
    is_estimate,
    is_spoken_of,
    term_of_plan,
)
from kzcoop.claims.topic.topic import Topic, turn
from kzcoop.claims.topic_after import remember
from kzcoop.claims.unit.currency import settle_currency
from kzcoop.claims.unit.units import settle


def link(
    sentences: Sequence[Sentence],
    headline: tuple[str, ...],
    named: Sequence[str],
    dct: date | None,
    home: Home = NOWHERE,
    flow: str | None = None,
    bloc: tuple[str, ...] = (),
    envoy: str | None = None,
    period: str | None = None,
    trader: str | None = None,
    view: str | None = None,
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
    flow
        The side of trade that its title tells.
    bloc
        The members of the union that its title names.
    envoy
        The country whose envoy speaks in it.
    period
        The period that its title tells.
    trader
        The other country whose trade its title tells.
    view
        The other country whose trade with Kazakhstan its title tells.
    """
    seller = region_seller(sentences)
    told = foreign(seller)[0] if seller else foreign_trader(sentences)
    cited = cited_trader(sentences) if told is None else None
    topic = Topic(
        home=home,
        titled_flow=flow,
        sure=headline_is_sure(sentences, headline),
        titled=bool(set(headline) & set(named)),
        bloc=bloc,
        envoy=envoy,
        seen=set(named),
        trader=told or cited or trader,
        trader_home=cited is not None,
        trader_cited=cited is not None,
        trader_region=seller.name if seller else None,
        view=view,
        view_lead=view is not None,
        period=period,
        period_paragraph=0 if period else -1,
        period_sentence=0 if period else -9,
    )
    kept: list[Draft] = []
    units: list[Draft] = []  # those of other countries too, whose unit goes on
    everything: list[Draft] = []
    for sentence in sentences:
        places = sentence.places
        region = None
        if places:
            same = sentence.mentions.tokens.paragraph[sentence.number] == topic.region_paragraph
            before = topic.region if same else None
            region = subject_region(sentence, home.oblast is not None, before)
        turn(sentence, topic, region)
        if sentence.quantities and topic.data is None:
            cite_next(sentences, sentence.number, topic)
        if region is not None and region not in [place.name for place in places]:
            topic.region_paragraph = topic.paragraph  # «Жамбылские хозяйства обменялись …»
        if region is not None and sentence.homes and trades_with_us(sentence, region):
            topic.trading_paragraph = topic.paragraph
        done: list[Draft] = []
        aside: list[Draft] = []
        if sentence.quantities:
            drafts = [draft(quantity, sentence) for quantity in sentence.quantities]
            for one in _linked(drafts, kept, units, topic, headline, dct):
                (aside if one.aside else done).append(one)
                units.append(one)
            if not (done or aside):
                remember_outside(sentence, drafts, topic)
            everything += drafts
        if kept and not done and not aside:
            date_before(sentence, kept)
        remember(sentence, done, topic, aside)
        if done:
            remember_view(sentence, done, topic)
        if topic.home.city is not None and names_city(sentence, topic.home.city):
            topic.city_paragraph = topic.paragraph
        if topic.region is not None and (region is not None or points_there(sentence)):
            topic.region_paragraph = topic.paragraph
        for one in aside:
            one.reject("out_of_scope")
            if not done and one.indicator == "enterprises_count":
                kept.append(one)
        kept += done
    name_sums(kept)
    plan_portfolios(kept)
    date_sums(kept)
    date_shares(kept)
    date_stocks(kept)
    share_term(kept)
    date_parts(kept)
    date_changes(kept)
    date_bases(kept)
    return everything


def _linked(
    drafts: Sequence[Draft],
    kept: Sequence[Draft],
    units: Sequence[Draft],
    topic: Topic,
    headline: tuple[str, ...],
    dct: date | None,
) -> list[Draft]:
    """Link the drafts of one sentence and return those in scope, and those set aside."""
    reject_by_kind(drafts)
    active = [one for one in drafts if not one.rejected]
    settle(active, units)
    if active and goes_on_outside(active, topic):
        for one in active:
            one.reject("out_of_scope")
        return []
    linked: list[Draft] = []
    for one in active:
        if one.rejected:
            continue
        if follows_rejected(one, drafts) or lists_rejected(one, drafts):
            one.reject("out_of_scope")
            continue
        _link_one(one, linked, kept, topic, headline, dct)
        if not one.rejected:
            linked.append(one)
    name_compared([one for one in linked if not one.aside])
    return linked


def _link_one(
    one: Draft,
    done: Sequence[Draft],
    kept: Sequence[Draft],
    topic: Topic,
    headline: tuple[str, ...],
    dct: date | None,
) -> None:
    """Fill a draft field by field, each from those before; a step may reject it."""
    if one.kind == "percent" and relieved(one):
        relief(one)
    else:
        _name_one(one, done, kept, topic, dct)
    if one.rejected:
        return
    assign_sides(one, done, topic, headline)
    if one.rejected:
        return
    if one.indicator == "goods_positions" and beside_pact(one, topic.partner or headline):
        one.partner = topic.partner or headline
    if one.reporter == HOME and (
        imports_ours(one) or (topic.told.claim == "export" and imports_more(one))
    ):
        one.indicator = "export"
    settle_currency(one)
    listed = one.indicator in ("goods_positions", "export_potential")
    near = topic.region is not None and not listed
    near = near and (topic.region_paragraph == topic.paragraph or points_there(one.sentence))
    near = near and not across_country(one.sentence)
    across = False
    one.region = region_of(one, topic.region if near else None)
    if one.region is None and not listed and not of_both(one):
        across = topic.country_paragraph == topic.paragraph
        in_city = topic.city_paragraph == topic.paragraph
        one.region = region_of_report(one, topic.home, in_city, across)
    if topic.home.oblast is not None:
        across = one.region is None and (across or of_country(one))
        topic.country_paragraph = topic.paragraph if across else -1
    if one.region is None and one.reporter == topic.trader and not _of_trader(one):
        one.region = topic.trader_region
    ours = topic.sides == (HOME, one.partner) and topic.told.claim == one.indicator
    trading = topic.trading_paragraph == topic.paragraph
    if not one.aside and own_flow_abroad(one, trading) and (one.sentence.places or not ours):
        one.reporter, one.partner = one.partner[0], (HOME,)
        one.note("the flow of a region abroad")
        if one.indicator == "import" and sends(one):
            one.indicator = "export"  # «мы поставили в Казахстан 7 тысяч тонн»
    if topic.home.oblast and one.reporter == HOME and is_partners_region(one):
        one.region = topic.home.oblast  # «поставки из области в Омск»
    estimate = is_estimate(one) or is_spoken_of(one)
    if estimate:
        one.status = "planned"
        if one.indicator == "other":
            one.indicator = "investment"  # «при ратификации соглашения депутаты называли 11 млрд»
        one.note("an estimate of no year")
    else:
        assign_time(one, done, period_in_reach(one, topic), topic.bases, dct)
        end_of_works(one, done)
        if one.indicator in PRICED_OR_STAFFED and not one.sentence.periods:
            term_of_plan(one, done, kept)
    assign_commodity(one, done, topic.commodity)


def _name_one(
    one: Draft, done: Sequence[Draft], kept: Sequence[Draft], topic: Topic, dct: date | None
) -> None:
    """Set indicator, measure and status of a draft; it may reject it."""
    assign_indicator(one, done, topic)
    if not one.rejected:
        assign_scope(one)
    if not one.rejected:
        assign_measure(one, done, kept[-1] if kept else None)
    if one.rejected:
        return
    before = done[-1].status if done else topic.last_status
    told = goes_on(one.sentence, topic.paragraph - topic.stage_paragraph)
    stage = topic.stage if told else "actual"
    assign_status(one, done, topic.goal_paragraph == topic.paragraph, before, stage)
    plan_by_span(one, dct)


def _of_trader(one: Draft) -> bool:
    """«Из России ушло 900 тыс. тонн»: of the whole country of the region that reports."""
    return any(p.kind == "country" and one.reporter in p.codes for p in one.sentence.places)
