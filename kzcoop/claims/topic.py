"""What the text has been about up to a sentence, and what of it stays in reach."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kzcoop.claims.base_period import month_of
from kzcoop.claims.data_owner import data_owner, turned
from kzcoop.claims.deliveries import flow_of
from kzcoop.claims.draft import Draft
from kzcoop.claims.frame import divides, wholes
from kzcoop.claims.partner_named import SENDER_NOTE
from kzcoop.claims.partner_place import HOME, foreign, is_partner, is_people, of_border, ranks_one
from kzcoop.claims.partner_union import bloc_of
from kzcoop.claims.production import tells_of_output
from kzcoop.claims.region import country_of
from kzcoop.claims.report_region import NOWHERE, Home
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.mentions.calendar import bounds
from kzcoop.mentions.place import Place

# indicators that a text goes on about
_FLOWS = frozenset("export freight import investment projects_value transit turnover".split())
# «планка торговли», «задача – 10 млрд»
_GOALS = Stems("задач", "ориентир", "планк", "рубеж", "цел")
_PARTNERS = Stems("партнер")
_WAYS = Stems("коридор", "маршрут")
# what the text turns to from a corridor
_PLACES = Stems("водн", "морск", "погран", "порт", "станци")
_RESULTS = Stems("итог", "рекорд")
_YEARS = re.compile(r"\d{4}/\d{4}$")  # «за последние пять лет» dates its own figure only
_OF_WHAT = frozenset({"закупок", "поставок"})  # «программа поставок» tells of no flow
_ANY_YEAR = 2000
_OUTSIDE = frozenset({"ввп", "население", "экономика"})  # «ВВП Франции» names no partner
_COMPARED = ["для", "сравнения"]
# whose country what follows is of: «турецкая компания»
_FIRMS = ("инвестор", "компани", "консорциум", "концерн", "корпораци", "фирм", "холдинг")
_OPENING = frozenset({"«", '"', "“"})
_INFLOW = Stems("приток")
_FOREIGN = Stems("внешн")
_LEAD = 2  # sentences, the title among them
_LISTED = 3  # countries in one sentence without a figure


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
    named: str | None = None
    lead: str | None = None  # the first flow of the report
    flow: str | None = None
    claim: str | None = None


@dataclass(slots=True)
class Topic:
    """What the text has been about up to a sentence."""

    told: Told = field(default_factory=Told)
    last_status: str = "actual"
    partner: tuple[str, ...] = ()
    partner_paragraph: int = -1
    firm: tuple[str, ...] = ()  # whose firm the paragraph told of last
    firm_paragraph: int = -1
    bloc: tuple[str, ...] = ()  # the members of the union that the text named last
    named_last: tuple[str, ...] = ()  # the country that the text named last: «эта страна»
    total: bool = False
    wholes: set[str] = field(default_factory=set)  # flows of which the whole was told
    divided: bool = False  # the partner is that of a part of them
    sender: tuple[str, ...] = ()
    corridor: bool = False
    had_corridor: bool = False
    way: tuple[str, ...] = ()
    goal_paragraph: int = -1
    vehicle_sentence: int = -9
    post_sentence: int = -9
    pieces_sentence: int = -9
    out_sentence: int = -9  # of which all is out of scope
    made_sentence: int = -9  # and which tells of prices or output
    out_paragraph: int = -1
    commodity: str | None = None
    trader: str | None = None
    trader_home: bool = False
    trader_region: str | None = None  # the region abroad whose own trade the report tells
    # the other country whose firms with foreign capital are counted
    host: str | None = None
    sides: tuple[str, tuple[str, ...]] = (HOME, ())  # who traded with whom, of the last claim
    sides_sentence: int = -9
    trader_bloc: tuple[str, ...] = ()
    sure: bool = False
    titled: bool = False
    opened: bool | None = None  # whether the first flow told has a partner
    titled_flow: str | None = None  # «Импорт бензина упал»: which way deliveries go
    seen: set[str] = field(default_factory=set)
    home: Home = NOWHERE
    city_paragraph: int = -1
    region: str | None = None
    region_paragraph: int = -1
    period: str | None = None
    outer: str | None = None  # the months of the report, where the period was told aside
    # the other country whose statistics the text cites, and whether its lead does
    data: str | None = None
    data_lead: bool = False
    data_at: int = -9
    bases: dict[str, str] = field(default_factory=dict)
    last_period: str | None = None
    period_paragraph: int = -1
    period_sentence: int = -9
    # the indicator, besides those of trade, that goes on with it: «приток за I квартал»
    period_of: str | None = None
    sentence: int = -9
    paragraph: int = -1


def turn(sentence: Sentence, topic: Topic, region: str | None) -> None:
    """Forget, before a sentence is read, what a new paragraph or a new partner makes stale.

    ``region`` is the one that the sentences after may be about.
    """
    paragraph = sentence.mentions.tokens.paragraph[sentence.number]
    owner = data_owner(sentence)
    topic.data = turned(owner, topic.data, topic.data_lead, paragraph != topic.paragraph)
    if owner is not None:
        topic.data_at = sentence.number
        topic.data_lead = sentence.number < _LEAD
    if paragraph != topic.paragraph:
        topic.paragraph = paragraph
        topic.told.paragraph = None
    if (
        topic.region is not None
        and country_of(topic.region) != HOME
        and topic.partner
        and sentence.places
    ):
        named = [p.codes for p in sentence.places if foreign(p) and p.kind != "adjective"]
        if named and all(set(topic.partner).isdisjoint(codes) for codes in named):
            topic.region = None
    if region is not None:
        topic.region = region
    for place in sentence.places:
        topic.seen.update(foreign(place))
    if topic.trader is not None and any(place.codes == (HOME,) for place in sentence.places):
        others = [p for p in sentence.places if foreign(p) and topic.trader not in p.codes]
        topic.trader_home = topic.trader_home or not (others or sentence.quantities)
    _enter_corridor(sentence, topic)


def _enter_corridor(sentence: Sentence, topic: Topic) -> None:
    """Keep whether the text speaks of a corridor: until a country or a port is named."""
    places = sentence.places
    if not (places or topic.had_corridor):
        return
    ways = [place for place in places if place.kind == "corridor"]
    if ways:
        topic.way = foreign(ways[0])
    posts = any(place.kind == "checkpoint" for place in places)  # «поезда Китай – Европа»
    if ways and not posts and any(not way.codes for way in ways):
        topic.corridor = topic.had_corridor = True
    elif topic.had_corridor and sentence.begins(_WAYS):
        topic.corridor = True  # «маршрутом воспользовались 733 тыс. тонн»
    elif topic.corridor and (
        any(place.kind == "country" and foreign(place) for place in places)
        or sentence.begins(_PLACES)
    ):
        topic.corridor = False


def remember(
    sentence: Sentence, done: Sequence[Draft], topic: Topic, aside: Sequence[Draft] = ()
) -> None:
    """Keep, after a sentence is read, what the sentences after may refer to.

    ``aside`` are its figures of other countries' trade, which date what follows.
    """
    if not (done or aside or sentence.indicators or sentence.periods or sentence.cues):
        _remember_partner(sentence, done, done, topic)
        return
    flows = [one for one in done if one.indicator in _FLOWS]
    spoken = [
        flow_of(sentence, hit)
        for hit in sentence.indicators
        if hit.entry.value in _FLOWS and sentence.low[hit.first] not in _OF_WHAT
    ]
    if not done and sentence.quantities and tells_of_output(sentence):
        # «выпустили на 43 млрд тенге. Больше всего – в Шымкенте: 7 млрд»
        topic.told.sentence = topic.told.paragraph = topic.told.flow = None
        spoken = []
    if not spoken and _heads_list(sentence) and sentence.begins(_PARTNERS):
        spoken = ["turnover"]  # «Топ-5 торговых партнёров:»
    indicator = flows[0].indicator if flows else (spoken[0] if spoken else None)
    if indicator is not None:
        topic.told.sentence = indicator
        topic.sentence = sentence.number
        topic.told.paragraph = topic.told.paragraph or indicator
        topic.told.lead = topic.told.lead or indicator
    if done:
        topic.sides = done[-1].reporter, done[-1].partner
        topic.sides_sentence = sentence.number
    if any(one.indicator == "turnover" and one.partner for one in done):
        topic.corridor = False  # «товарооборот – 190 млн. Из них 117 пришлось на экспорт»
    _remember_period(sentence, done, flows or aside, topic)
    if sentence.begins(_GOALS) and any(
        cue.entry.kind == "goal" and sentence.low[cue.first].startswith(_GOALS)
        for cue in sentence.cues
    ):
        topic.goal_paragraph = topic.paragraph
    if spoken:
        topic.told.named = spoken[-1]
    if done:
        _remember_figures(sentence, done, flows, topic)
    elif spoken_last := [value for value in spoken if value != "projects_value"]:
        topic.told.claim = spoken_last[-1]
    if aside and not done:
        return  # «Ещё 400 тыс. тонн туда продал Узбекистан»: no partner of what follows
    _remember_partner(sentence, done, flows, topic)
    if not done and _opens_whole(sentence):
        topic.total, topic.partner = True, ()


def _opens_whole(sentence: Sentence) -> bool:
    """«Подвели итоги внешней торговли области за квартал.», with the whole to follow."""
    low = sentence.low
    return (
        sentence.begins(_FOREIGN)
        and not sentence.quantities
        and not any(foreign(place) for place in sentence.places)
        and any(
            low[i].startswith(_FOREIGN) and low[i + 1].startswith("торгов")
            for i in range(sentence.first, sentence.last - 1)
        )
    )


def _remember_figures(
    sentence: Sentence, done: Sequence[Draft], flows: Sequence[Draft], topic: Topic
) -> None:
    """Keep what the figures of a sentence count, of which goods, and how they were meant."""
    if any(one.kind == "vehicle" for one in done):
        topic.vehicle_sentence = sentence.number
    if any(one.kind == "pieces" for one in done):
        topic.pieces_sentence = sentence.number
    if any(one.indicator == "checkpoints_count" for one in done):
        topic.post_sentence = sentence.number
    goods = [one.commodity for one in flows if one.commodity is not None]
    if goods or any(one.unit != "tonne" for one in flows):
        topic.commodity = goods[-1] if goods else None
    topic.told.claim, topic.last_status = done[-1].indicator, done[-1].status
    if flows:
        topic.told.flow = flows[-1].indicator
        if topic.opened is None:
            topic.opened = bool(flows[0].partner)


def _remember_period(
    sentence: Sentence, done: Sequence[Draft], flows: Sequence[Draft], topic: Topic
) -> None:
    """Keep the period that figures after may be of, and what it was compared with."""
    for one in flows:
        if one.period and one.base_period and len(one.period) == len(one.base_period):
            topic.bases[one.period] = one.base_period
    for base, one in pairwise(flows):
        if base.is_base and base.period and one.period and len(base.period) == len(one.period):
            topic.bases[one.period] = base.period
    actual = [one for one in flows if one.status == "actual" and one.period and not one.is_base]
    if actual:
        topic.last_period = actual[-1].period
    elif flows and flows[-1].status == "actual" and flows[-1].indicator == "investment":
        topic.last_period = None  # of a stock: «Из них 5 млрд – прямые инвестиции»
    if actual and not _YEARS.match(actual[0].period or "") and not _looks_back(actual, topic):
        latest = _latest([one.period or "" for one in actual])
        latest = max(latest, _then(sentence) or "", key=lambda told: told[:4])
        outer = topic.outer or topic.period
        topic.outer = outer if _told_aside(latest, outer) else None
        topic.period = latest
        if sentence.begins(_INFLOW):
            topic.period_of = "investment"
        elif actual[-1].indicator != "investment":
            topic.period_of = None
        topic.period_paragraph, topic.period_sentence = topic.paragraph, sentence.number
    elif not done and (
        sentence.begins(_RESULTS)
        or tells_of_output(sentence)
        or _tells_growth(sentence)
        or _heads_list(sentence)
        or _asks(sentence)
    ):
        # «Подведены итоги работы железных дорог за 2023 год.», «Выпуск сахара за прошлый год
        # вырос на 89%.» date what follows
        told = [period for period in sentence.periods if period.role == "at" and period.value]
        # not «рекордные показатели, хотя максимумы января 2022 года были близки»
        if told and (told[0].value or "")[:4] >= (topic.period or "")[:4]:
            topic.period, topic.period_paragraph = told[0].value, topic.paragraph
            topic.period_sentence = sentence.number
    elif topic.period and any(one.is_base or one.period == topic.period for one in flows):
        topic.period_paragraph, topic.period_sentence = topic.paragraph, sentence.number


def _asks(sentence: Sentence) -> bool:
    """«Каким стал для торговли прошлый год?», with the figures in the answer."""
    return sentence.low[sentence.last - 1] == "?" and not sentence.quantities


def _heads_list(sentence: Sentence) -> bool:
    """«Крупнейшие покупатели муки за 2024 год:», with the figures to follow."""
    told = any(q.kind != "name" for q in sentence.quantities)  # «Топ-5» tells nothing
    return not told and sentence.low[sentence.last - 1] == ":"


def _tells_growth(sentence: Sentence) -> bool:
    """«Казахстан в 2023 году нарастил поставки угля», with the figures to follow."""
    if sentence.quantities or not any(period.named for period in sentence.periods):
        return False
    flow = any(hit.entry.value in _FLOWS for hit in sentence.indicators)
    # «обнародовал структуру импорта за январь–февраль 2022 года»
    over = any(sentence.word_before(p.first) == "за" for p in sentence.periods if p.role == "at")
    return flow and (over or any(cue.entry.kind in ("up", "down") for cue in sentence.cues))


def _then(sentence: Sentence) -> str | None:
    """«Если в 2022 году завезли 26 тыс., то за девять месяцев нынешнего – почти 80»: the latter."""
    if sentence.low[sentence.first] != "если":
        return None
    told = [p.value for p in sentence.periods if p.role == "at" and p.value]
    return told[-1] if len(told) > 1 else None


def _looks_back(actual: Sequence[Draft], topic: Topic) -> bool:
    """«По итогам 2022 года он превысил 1,6 млрд» after 2023 was told: no new period."""
    told = [one.period or "" for one in actual]
    back = all(len(period) == 4 and period < (topic.period or "") for period in told)
    return back and topic.period_paragraph == topic.paragraph and len(topic.period or "") == 4


def _told_aside(period: str, outer: str | None) -> bool:
    """Whether a period is told beside the months of the report: a month of them, or earlier ones.

    «В сентябре – 4 тыс. тонн», «в апреле–мае прошлого года» after «за январь–сентябрь»; not
    «за полугодие» after «за январь–сентябрь», which the text goes on with.
    """
    if outer is None or len(outer) == len("2025"):
        return False
    if period[:4] < outer[:4]:
        return True
    if len(period) == len("2025"):
        return False
    inner, whole = bounds(period), bounds(outer)
    return inner is not None and whole is not None and whole[0] < inner[0] <= inner[1] <= whole[1]


def _latest(periods: Sequence[str]) -> str:
    """The period that a sentence leads to: the latest of the same months of several years.

    «в первом полугодии 2021 года вывезли на 1,6 млрд, в этом – на 3,1 млрд»
    """
    months = month_of(periods[0], _ANY_YEAR)
    last = periods[-1]
    opens = last[4:].startswith(("-01", "-H1", "-Q1"))
    if opens and len(periods[0]) == len("2023") and periods[0] < last[:4]:
        return last  # «за 2023 год – 552 млн, за восемь месяцев 2024-го – 300»
    return max(periods, key=lambda told: (month_of(told, _ANY_YEAR) == months, told[:4]))


def _remember_partner(
    sentence: Sentence, done: Sequence[Draft], flows: Sequence[Draft], topic: Topic
) -> None:
    """Keep the partner that figures after may be of, and whether they are of all partners."""
    if not (sentence.places or done):
        topic.total = False
        return
    topic.bloc = bloc_of(sentence.places) or topic.bloc
    countries = [foreign(p) for p in sentence.places if p.kind == "country" and foreign(p)]
    topic.named_last = countries[-1] if countries else topic.named_last
    if sentence.low[sentence.first : sentence.first + 2] == _COMPARED:
        return  # «Для сравнения: с Китаем – 41 млрд», and then on with the partner told of
    for one in done:
        if one.indicator == "transit" and one.partner != topic.sender:
            topic.sender = one.partner if SENDER_NOTE in one.trace else ()
    topic.wholes |= wholes(done)
    if done and _remember_partner_of(sentence, done, topic):
        topic.total, topic.divided = False, divides(sentence, done)
        return
    if not done and ranks_one(sentence):
        return
    abroad = [
        (foreign(p), p)
        for p in sentence.places
        if foreign(p) and sentence.word_before(p.first) not in _OUTSIDE
    ]
    named = {codes for codes, p in abroad if is_partner(sentence, p) or is_people(sentence, p)}
    named = named or {codes for codes, p in abroad if of_border(sentence, p)}
    firms = {codes for codes, p in abroad if _of_firm(sentence, p)}
    if len(firms) == 1 and not named:
        topic.firm, topic.firm_paragraph = firms.pop(), topic.paragraph
    if len(named) == 1:
        topic.partner, topic.partner_paragraph = named.pop(), topic.paragraph
        topic.divided = False
    elif len(named) > _LISTED:
        topic.partner = ()  # a list of guests is no partner
    topic.total = (bool(flows) and not named) or (not named and _opens_whole(sentence))
    if topic.total and any("whole" in note for one in flows for note in one.trace):
        topic.partner = ()


def _of_firm(sentence: Sentence, place: Place) -> bool:
    """«катарская компания начала строительство», «российская «Бейкерс» запускает …»."""
    after = sentence.word_at(place.last)
    return place.kind == "adjective" and (after.startswith(_FIRMS) or after in _OPENING)


def _remember_partner_of(sentence: Sentence, done: Sequence[Draft], topic: Topic) -> bool:
    """Keep the partner of the last figure of a sentence; whether its figures have any."""
    shares = {one.partner for one in done if one.measure == "share_pct" and one.partner}
    if len(shares) > 1:
        topic.partner = ()  # «на Китай приходится 38%, на Узбекистан – 21%»: of the whole
        return True
    ways = {foreign(p) for p in sentence.places if p.kind == "corridor" and len(foreign(p)) > 1}
    ways |= {topic.way} if len(topic.way) > 1 else set()
    partners = [
        (one.reporter,) if one.partner == (HOME,) else one.partner
        for one in done
        if one.partner and one.partner not in ways  # a way is no partner of what follows
    ]
    if topic.partner and partners and all(one.indicator == "transit" for one in done):
        return True  # «из России дальше на юг проследовало 10 млн тонн»: who sends what passes
    if len(set(partners)) > _LISTED - 1:
        topic.partner = ()  # «на российском участке – 30, на узбекском – 8, на китайском – 5»
    elif partners:
        topic.partner, topic.partner_paragraph = partners[-1], topic.paragraph
    return bool(partners)
