"""What the text has been about up to a sentence: who trades with whom, what of, and when.

«С Китаем … Экспорт вырос»           the partner told of, the flow told of
«В России подсчитали: …»             whose statistics the text cites
«по Среднему коридору … маршрутом воспользовались 733 тыс. тонн»   the corridor it speaks of

A sentence leaves what stays in reach: topic_after.py; what it makes stale is forgotten here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kzcoop.claims.place.bloc import bloc_with_home
from kzcoop.claims.place.partner_place import HOME, foreign
from kzcoop.claims.place.region import country_of
from kzcoop.claims.place.report_region import NOWHERE, Home
from kzcoop.claims.place.voice import speaks_from_here
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.topic.data_owner import data_owner, turned
from kzcoop.claims.topic.envoy import by_our_figures
from kzcoop.claims.topic.own_business import of_account, own_business
from kzcoop.language.stems import Stems, Words

# indicators that a text goes on about
FLOWS = frozenset("export freight import investment projects_value transit turnover".split())
_WAYS = Stems("коридор", "маршрут")
# what trade ended with: «отрицательное сальдо»
BALANCE = Stems("дефицит", "перевес", "профицит", "сальдо")
ALONG = Words("нему")  # «Из Китая по нему проследовало 190 поездов»
# what the text turns to from a corridor
_PLACES = Stems("водн", "морск", "погран", "порт", "станци")
BULLETS = frozenset("–—-•·*▪")
LEAD = 2  # sentences, the title among them


@dataclass(slots=True)
class Told:
    """What was told, as indicators: each is what another way of going on refers to.

    ``sentence`` and ``paragraph`` are what the last sentence about flows, and the first one of
    the paragraph, began with: a figure without a word of its own goes on with them. ``named`` is
    the flow that the text named last, with or without a figure («он вырос на треть»). ``flow`` is
    what the last claim about a flow was about («в том числе 6,4 млрд»), ``claim`` the last claim
    about anything («этот показатель был вшестеро меньше»).
    """

    sentence: str | None = None
    paragraph: str | None = None
    counted: bool = False  # whether the paragraph told a figure of a flow
    named: str | None = None
    traded: bool = False  # whether the text has told of the whole trade
    flow: str | None = None
    claim: str | None = None
    entry: str | None = None  # what the first figure of the country's entry before is


@dataclass(slots=True)
class Topic:
    """What the text has been about up to a sentence."""

    told: Told = field(default_factory=Told)
    last_status: str = "actual"
    stage: str = "actual"  # how far the projects are that the text told of last
    stage_paragraph: int = -1
    partner: tuple[str, ...] = ()
    partner_paragraph: int = -1
    at_home: bool = False  # whether the text tells of what is no guest's business
    account: str | None = None  # the year of which an akim gives an account
    firm: tuple[str, ...] = ()  # whose firm the paragraph told of last
    firm_paragraph: int = -1
    bloc: tuple[str, ...] = ()  # the members of the union that the text named last
    goods_of: tuple[str, ...] = ()  # whose goods the sentence before tells of
    goods_sentence: int = -9
    named_last: tuple[str, ...] = ()  # the country that the text named last: «эта страна»
    recent: list[tuple[str, ...]] = field(default_factory=list)  # partners of figures, in order
    total: bool = False
    listed: set[tuple[str, ...]] = field(default_factory=set)  # partners of a long list
    wholes: set[str] = field(default_factory=set)  # flows of which the whole was told
    divided: bool = False  # the partner is that of a part of them
    headed: tuple[str, ...] = ()  # who the heading of a list names
    rows: set[tuple[str, ...]] = field(default_factory=set)  # who the lines of a list name
    sender: tuple[str, ...] = ()
    passed: tuple[str, ...] = ()  # with whom what passed last was told
    passed_paragraph: int = -1
    hauled: tuple[str, ...] = ()  # with whom what was hauled last was told
    hauled_sentence: int = -9
    corridor: bool = False
    had_corridor: bool = False
    way: tuple[str, ...] = ()
    passing: bool = False  # whether the report is on transit, as its opening says
    goal_paragraph: int = -1
    vehicle_sentence: int = -9
    post_sentence: int = -9
    borders: int = 0  # on how many the posts counted last lie
    post_whole: tuple[float, tuple[str, ...]] = (0, ())  # the first of them, and its borders
    pieces_sentence: int = -9
    out_sentence: int = -9  # of which all is out of scope
    made_sentence: int = -9  # and which tells of prices or output
    out_paragraph: int = -1
    commodity: str | None = None
    goods: dict[str, str] = field(default_factory=dict)  # which way each good goes
    trader: str | None = None
    trader_home: bool = False
    trader_cited: bool = False  # whether the report is said to be of its statistics
    view: str | None = None  # the other side, where it tells of its trade with Kazakhstan
    view_paragraph: int = -1
    from_here: bool = False  # whether a figure of trade was told as Kazakhstan's
    data_viewed: bool = False  # whether ``data`` is but whose trade the report tells
    view_lead: bool = False  # whether the first sentences told so
    trader_region: str | None = None  # the region abroad whose own trade the report tells
    # the other country whose firms with foreign capital are counted
    host: str | None = None
    sides: tuple[str, tuple[str, ...]] = (HOME, ())  # who traded with whom, of the last claim
    sides_sentence: int = -9
    sides_paragraph: int = -1
    trader_bloc: tuple[str, ...] = ()
    sure: bool = False
    titled: bool = False
    opened: bool | None = None  # whether the first flow told has a partner
    titled_flow: str | None = None  # «Импорт бензина упал»: which way deliveries go
    seen: set[str] = field(default_factory=set)
    home: Home = NOWHERE
    city_paragraph: int = -1
    country_paragraph: int = -1  # whose last figure was of the country, and not of its oblast
    region: str | None = None
    region_paragraph: int = -1
    trading_paragraph: int = -1  # where a region abroad was said to trade with Kazakhstan
    period: str | None = None
    year: str | None = None  # the whole year that was told last
    outer: str | None = None  # the months of the report, where the period was told aside
    # the other country whose statistics the text cites, and whether its lead does
    data: str | None = None
    data_lead: bool = False
    envoy: str | None = None  # whose envoy speaks: «по нашим данным»
    data_at: int = -9
    data_kept: str | None = None  # whose statistics go on past a figure cited aside
    data_opens: bool = False  # its paragraph opens with it
    bases: dict[str, str] = field(default_factory=dict)
    last_period: str | None = None
    entry_period: str | None = None  # of the first figure of the country's entry before
    due: str | None = None  # the year of the plan that the sentence before told
    period_paragraph: int = -1
    period_sentence: int = -9
    framed: bool = False  # whether a heading or a question gave the period, and no figure
    # the indicator, besides those of trade, that goes on with it: «приток за I квартал»
    period_of: str | None = None
    sentence: int = -9
    paragraph: int = -1


def turn(sentence: Sentence, topic: Topic, region: str | None) -> None:
    """Forget, before a sentence is read, what a new paragraph or a new partner makes stale.

    ``region`` is the one that the sentences after may be about.
    """
    paragraph = sentence.mentions.tokens.paragraph[sentence.number]
    # not the cost of works on posts, of one border
    topic.at_home = topic.post_sentence < 0 and own_business(sentence, topic.at_home)
    if not topic.at_home:
        topic.account = None
    elif topic.account is None:
        topic.account = of_account(sentence)
    owner = data_owner(sentence, topic.partner)
    if owner is None and topic.envoy is not None and by_our_figures(sentence):
        owner = topic.envoy
    if owner is None and topic.data is not None and speaks_from_here(sentence):
        owner = HOME  # «по узбекской статистике – 4 млрд. Шымкентский экономист считает: …»
    if owner == HOME and topic.trader is not None and topic.data == topic.trader:
        topic.trader = None  # «… по данным тех статистиков. Министерство торговли РК считает: …»
    known = topic.data_kept if topic.data_at == sentence.number - 1 else topic.data
    topic.data = turned(owner, known, topic.data_lead, paragraph != topic.paragraph)
    aside = paragraph == topic.paragraph and owner != HOME and not sentence.indicators
    # «Ашхабад называет другую цифру – 340 млн.», and then on with those told before
    topic.data_kept = known if aside and len(sentence.quantities) == 1 else topic.data
    if owner is not None:
        topic.data_at, topic.data_opens = sentence.number, paragraph != topic.paragraph
        topic.data_lead = sentence.number < LEAD
    if owner == HOME:
        topic.view = None  # «Казахстанское бюро насчитало 34 млрд»
    if owner is not None:
        topic.data_viewed = False
    if topic.headed and sentence.low[sentence.first] not in BULLETS:
        topic.headed = ()
    if paragraph != topic.paragraph:
        topic.paragraph = paragraph
        topic.told.paragraph, topic.told.counted = None, False
        if len(topic.rows) > 1 and sentence.low[sentence.first] not in BULLETS:
            topic.partner, topic.rows = (), set()  # past a list of partners, a line for each
    if topic.region is not None and topic.partner and _turns_abroad(sentence, topic):
        topic.region = None
    if region is not None:
        topic.region = region
    for place in sentence.abroad:
        topic.seen.update(place.abroad)
    if topic.trader is not None and sentence.homes and not topic.trader_home:
        topic.trader_home = not (sentence.quantities or _names_others(sentence, topic.trader))
    if topic.trader is not None and sentence.abroad and not sentence.quantities:
        # «Торговля Киргизии со странами ЕАЭС сократилась. В январе она составила …»
        topic.trader_bloc = bloc_with_home(sentence) or topic.trader_bloc
    if sentence.corridors or topic.had_corridor:
        _enter_corridor(sentence, topic)


def _turns_abroad(sentence: Sentence, topic: Topic) -> bool:
    """Whether a sentence names countries, none of them the partner that a region abroad is of."""
    if not sentence.abroad or topic.region is None or country_of(topic.region) == HOME:
        return False
    partner = set(topic.partner)
    named = [place.codes for place in sentence.abroad if place.kind != "adjective"]
    return bool(named) and all(partner.isdisjoint(codes) for codes in named)


def _names_others(sentence: Sentence, trader: str) -> bool:
    """Whether a sentence names other countries than that whose trade is told of."""
    return any(trader not in place.codes for place in sentence.abroad)


def _enter_corridor(sentence: Sentence, topic: Topic) -> None:
    """Keep whether the text speaks of a corridor: until a country or a port is named."""
    ways = sentence.corridors
    if ways:
        topic.way = foreign(ways[0])
    # «поезда Китай – Европа»
    if ways and not sentence.posts and any(not way.codes for way in ways):
        topic.corridor = topic.had_corridor = True
    elif topic.had_corridor and sentence.begins(_WAYS):
        topic.corridor = True  # «маршрутом воспользовались 733 тыс. тонн»
    elif (
        topic.corridor
        and not sentence.holds(ALONG)
        and (any(place.kind == "country" for place in sentence.abroad) or sentence.begins(_PLACES))
    ):
        topic.corridor = False
