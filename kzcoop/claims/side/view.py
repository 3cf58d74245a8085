"""Reports of another country's trade with Kazakhstan, told from there: whose figures go on.

«Экспорт Молдавии в Казахстан – 24 млн. Импорт из Казахстана вырос на треть»    Moldova's both
«Оборот Пензенской области с Казахстаном … В регион ввезли на 30 млн»           the region's
«… Взаимный товарооборот достиг 90 млн», «Казахстан закупил …»                  told from here

A flow, a place or a share that a sentence tells as the other side's opens the view; it holds to the
end of the paragraph, or of the report where the first sentences open it.
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import OTHER_SIDE, TRADE
from kzcoop.claims.place.partner_place import HOME, PREPOSITIONS, is_subject, led_by
from kzcoop.claims.place.region import country_of
from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.place.voice import speaks_from_here
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.side.cited import CITED, turn_flow
from kzcoop.claims.side.our_data import by_our_data
from kzcoop.claims.side.reporter import BY_ITS_DATA
from kzcoop.claims.topic.topic import LEAD, Topic
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

_NOTE = "told from the other side, as the figures before"
_STATISTICS = frozenset({BY_ITS_DATA, CITED})
_CAPITAL = ("бизнес", "капитал", "участи")
_SENT = ("поставк", "товар")
_AKIMS = Stems("аким")
# of a region abroad: its offices, and itself
_LOCAL = Stems("губернатор", "краев", "областн", "провинциальн", "региональн")
_LAND = Words("края", "области", "провинции", "региона", "регионом")
_AHEAD = frozenset({"planned", "potential", "target"})
_PLACED = frozenset({"rank", "share_pct"})
_TRADED_WITH = frozenset({"в", "во", "из", "с", "со"})
_WHOLES = (
    "импорт", "инвестор", "оборот", "партнер", "покупател", "поставщик", "торговл", "экспорт",
)  # fmt: skip
_BALANCE = Stems("дефицит", "профицит", "сальдо")
_THOSE = Words("их", "них", "таких", "этих")
_REPUBLIC = Words("республика")


def tell_from_there(one: Draft, topic: Topic) -> None:
    """Turn a figure of trade round where the report tells the other side's own."""
    firms = one.indicator == "enterprises_count" and (
        _is_owned_from_here(one) or _counts_those(one, topic)
    )
    balance = one.indicator == "other" and one.kind == "money" and one.sentence.begins(_BALANCE)
    if one.reporter != HOME or not (balance or firms or one.indicator in TRADE):
        return
    near = topic.view_lead or topic.paragraph == topic.view_paragraph
    code = (topic.view if near else None) or _of_region(one, topic)
    code = code or (topic.data if balance else None)
    if code is None:
        return
    if one.partner not in ((), (code,)) or one.status in _AHEAD:
        return
    if not firms and told_from_here(one, topic):
        return
    one.reporter, one.partner = code, (HOME,)
    if _is_sent_from_here(one):
        one.indicator = OTHER_SIDE.get(one.indicator or "", one.indicator)
    elif one.sentence.abroad:
        turn_flow(one)
    one.note(_NOTE)


def remember_view(sentence: Sentence, done: Sequence[Draft], topic: Topic) -> None:
    """Keep from whose side the text tells of trade, after a sentence is read."""
    if topic.view is not None and not topic.view_lead and topic.paragraph != topic.view_paragraph:
        topic.view = None
    told = [one for one in done if one.indicator in TRADE and one.status not in _AHEAD]
    if not told:
        return
    ours = [one for one in told if one.reporter == HOME]
    if ours and (topic.view is None or any(one.partner in ((), (topic.view,)) for one in ours)):
        topic.from_here = True  # «Товарооборот Казахстана и Китая достиг …»
        topic.view = None
        return
    lead = sentence.number < LEAD
    region = all(one.region is not None and country_of(one.region) != HOME for one in told)
    if topic.view is None and not region:
        if topic.from_here:
            return  # «… 545 млн. Афганское министерство сообщает о 640»: the two compared
        if not lead:
            told = [one for one in told if one.measure not in _PLACED]
    if topic.view is None:  # what statistics a text cites, and how long, is known already
        told = [one for one in told if _STATISTICS.isdisjoint(one.trace)]
    theirs = {one.reporter for one in told if one.partner == (HOME,)}
    if len(theirs) == 1:
        topic.view_lead = topic.view_lead or lead
        topic.view, topic.view_paragraph = theirs.pop(), topic.paragraph
        # what it trades with others is no claim
        if lead and topic.data is None and told[0].region is None:
            topic.data = topic.data_kept = topic.view
            topic.data_at = sentence.number
            topic.data_lead = topic.data_opens = topic.data_viewed = True


def _of_region(one: Draft, topic: Topic) -> str | None:
    """«По данным регионального министерства, оборот …», «первый партнёр области»: abroad."""
    region, sentence = topic.region, one.sentence
    if region is None or not (sentence.begins(_LOCAL) or sentence.holds(_LAND)):
        return None
    code = country_of(region)
    near = topic.region_paragraph == topic.paragraph or any(
        place.kind == "region" and place.name == region for place in sentence.abroad
    )
    return code if near and code != HOME and one.partner == (code,) else None


def told_from_here(one: Draft, topic: Topic) -> bool:
    """Whether the sentence tells a figure of both, or as Kazakhstan's."""
    sentence = one.sentence
    if speaks_of_pair(sentence) or by_our_data(one) or speaks_from_here(sentence):
        return True
    if sentence.begins(_AKIMS):
        return True
    placed = one.measure in _PLACED
    if placed and any(_is_whose(sentence, home) for home in sentence.homes):
        return True
    if one.measure == "rank" and any(is_subject(sentence, home) for home in sentence.homes):
        return False  # «Казахстан стал вторым покупателем автомобилей из Грузии»
    if not placed and (
        sentence.holds(_REPUBLIC) or any(_is_ours(one, home) for home in sentence.homes)
    ):
        return True
    region = topic.region
    at_home = region is not None and country_of(region) == HOME
    if at_home and topic.region_paragraph == topic.paragraph:
        return True
    return any(
        one.partner == p.abroad and p.kind in ("country", "region") and _is_traded_with(sentence, p)
        for p in sentence.abroad
    )


def _is_traded_with(sentence: Sentence, place: Place) -> bool:
    """«экспорт в Молдавию», «торгует со всей Молдавией»: the other side is whom with."""
    before, word = led_by(sentence, place), sentence.low[place.last - 1]
    if before in ("всей", "всем"):
        before = sentence.low[place.first - 2]
    if place.kind == "region" and (before == "из" or (before != "с" and word == "области")):
        return False  # «экспорт из Пензенской области», «в Пензенской области»
    return before in _TRADED_WITH and not word.endswith("е")


def _is_ours(one: Draft, home: Place) -> bool:
    """«Казахстан закупил», «экспорт Казахстана», «Павлодарская область»: whose a flow is.

    Not «Казахстан остаётся партнёром области, её оборот с ним вырос».
    """
    sentence = one.sentence
    if home.kind != "country":
        return home.kind == "region"
    before = led_by(sentence, home)
    if before in PREPOSITIONS or before.startswith("дол"):
        return False
    between = sentence.low[home.last : one.at] if home.last < one.at else []
    return not any(word.startswith("партнер") for word in between)


def _is_whose(sentence: Sentence, home: Place) -> bool:
    """«Для Казахстана Молдавия – девятая», «доля Молдавии в торговле Казахстана»."""
    before = led_by(sentence, home)
    return home.kind == "country" and (before == "для" or before.startswith(_WHOLES))


def _is_owned_from_here(one: Draft) -> bool:
    """«В регионе работает 150 компаний с казахстанским капиталом»."""
    sentence = one.sentence
    return any(
        home.kind == "adjective" and sentence.word_at(home.last).startswith(_CAPITAL)
        for home in sentence.homes
    ) and not any(led_by(sentence, home) in ("в", "во") for home in sentence.homes)


def _counts_those(one: Draft, topic: Topic) -> bool:
    """«С начала года их число выросло на 106», «больше всего таких компаний в торговле – 430»."""
    sentence = one.sentence
    again = topic.told.claim == "enterprises_count" and topic.sides == (topic.view, (HOME,))
    return again and not sentence.places and sentence.holds(_THOSE)


def _is_sent_from_here(one: Draft) -> bool:
    """«казахстанские поставки – 55 млн»: what the other side brings in."""
    sentence = one.sentence
    return one.indicator == "export" and any(
        home.kind == "adjective"
        and home.first < one.at
        and sentence.word_at(home.last).startswith(_SENT)
        and not one.crossed(home.last, one.at)
        for home in sentence.homes
    )
