"""Kazakhstan's part in another country's statistics; all else in them is no claim.

«Внешнеторговый оборот Узбекистана …: Казахстан (6,1%)»   a figure of its trade with Kazakhstan
«Кыргызстан со странами СНГ – 5 млрд»             with a bloc that has Kazakhstan in it
«предприятия с иностранным капиталом: Россия (2335), Казахстан (1056)»   firms in it
"""

from __future__ import annotations

from kzcoop.claims.claim import SIDES, TRADE
from kzcoop.claims.flow.deliveries import NEUTRAL
from kzcoop.claims.partner.beside import away
from kzcoop.claims.partner.part import of_part
from kzcoop.claims.place.bloc import bloc_with_home
from kzcoop.claims.place.partner_place import (
    HOME,
    PREPOSITIONS,
    foreign,
    home_places,
    is_subject,
    led_by,
)
from kzcoop.claims.place.region import country_of
from kzcoop.claims.place.region_flow import is_recipient
from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.side.foreign_flow import trade_words
from kzcoop.claims.side.our_data import by_our_data
from kzcoop.claims.side.trader import trade_owner
from kzcoop.claims.topic.topic import Topic
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

_FROM_ABROAD = Stems("зарубежн", "иностранн")
_LISTED = frozenset("( – — - :".split())
_WITH_THEM = Stems("ним", "ней")
_NOWHERE = 99.0  # farther than any place stands from a figure
_LANDS = frozenset({"края", "области", "региона", "республики", "страны"})
_REPUBLIC = Words("республикой")
_SHE = Words("республика")
_INTO_US = Words("республику")
_SENT = ("отгруж", "отгруз", "отправ", "постав", "прода")
_BROUGHT = ("ввез", "ввоз", "закуп", "купи", "приобре")
_OUTWARD = ("вывоз", "экспорт")
_THIS = frozenset({"данный", "это", "эта", "этот"})
_WORD = 6  # tokens from a figure to the word of trade after it


def of_trader(one: Draft, topic: Topic) -> bool:
    """Turn a figure of the trader's trade with Kazakhstan round; whether it is of its other trade.

    Parameters
    ----------
    one
        The draft, whose partner is the nearest that is named.
    topic
        What the text is about; keeps whether the trader's partner was Kazakhstan last.
    """
    trader = topic.trader
    if trader is None or one.indicator not in TRADE:
        return False
    sentence = one.sentence
    if one.partner == (HOME,):  # by its place in a list
        one.reporter = trader
        sent = bool(one.candidates) and one.candidates[0].word.startswith(NEUTRAL)
        one.indicator = "export" if sent else one.indicator
        return False
    if (
        not sentence.places
        and topic.sides == (HOME, (trader,))
        and (topic.sides_sentence == sentence.number - 1)
    ):
        one.partner = (trader,)
        return False  # «Павлодарская область наторговала с Россией … Из этой суммы экспорт – …»
    if _region_of_home(sentence, trader) or _goes_on_at_home(sentence, topic, trader):
        return False  # «аким области оценил торговлю своего региона с Россией в 700 млн»
    if by_our_data(one):
        one.partner = (trader,)  # «В казахстанских декларациях таких товаров на 91 млн»
        return False
    if _home_trades(one) or _sold_to_trader(one, trader):
        topic.trader_home = True
        one.partner = one.partner if one.partner not in ((), (HOME,)) else (trader,)
        return False
    ours = one.kind == "rank" or (one.measure == "share_pct" and _falls_to_home(sentence))
    if sentence.places:
        topic.trader_bloc = () if ours or _home_nearer(one) else bloc_with_home(sentence)
    if topic.trader_bloc and (one.partner == topic.trader_bloc or not sentence.places):
        one.reporter = trader
        one.partner = tuple(sorted({*topic.trader_bloc, HOME} - {trader}))
        one.note("a bloc with Kazakhstan in it, in the other country's trade")
        return False
    homes = home_places(sentence)
    others = [
        p
        for p in sentence.places
        if p.kind in ("adjective", "bloc", "country") and foreign(p) and trader not in p.codes
        and not (ours and p.kind == "bloc")
    ]  # fmt: skip
    if one.kind == "rank" and not homes and topic.trader_home and sentence.holds(_SHE):
        others = []  # «Среди стран СНГ республика занимает вторую строчку после России»
    if homes or others:
        near = min((away(one, p) for p in homes if not of_part(one, p)), default=_NOWHERE)
        topic.trader_home = near < _NOWHERE and near <= min(
            (away(one, p) for p in others), default=_NOWHERE
        )
    elif _with_republic(sentence):
        topic.trader_home = True
    elif topic.trader_home and speaks_of_pair(sentence):
        pass  # «взаимный оборот провинции достиг …»: with the country told of last
    elif topic.trader_home and not sentence.begins(_WITH_THEM) and trade_owner(sentence) == trader:
        topic.trader_home = False  # «объём внешней торговли Узбекистана составил …»: with all
    elif topic.trader_home and _of_all(sentence, trader):
        topic.trader_home = False  # «Белоруссия подняла общий экспорт на 59%»
    elif topic.trader_home and _of_land(sentence) and not _this_share(one):
        topic.trader_home = False
    if not topic.trader_home or (not homes and sentence.low[sentence.first] == "всего"):
        return True
    one.reporter, one.partner = trader, (HOME,)
    one.note("Kazakhstan in the other country's trade")
    word = one.candidates[0].word if one.indicator in SIDES and one.candidates else ""
    if not homes and word.startswith((*_SENT, *_BROUGHT)) and _is_subject(sentence, trader):
        # «Узбекистан отправил в соседнюю республику товаров на 800 млн, а ввёз – на 2 млрд»
        one.indicator = "export" if word.startswith(_SENT) else "import"
    elif word.startswith(_SENT):
        one.indicator = _as_it_sees(sentence) or one.indicator
    return False


def of_host(one: Draft, topic: Topic) -> bool:
    """Whether a count of firms is of others' in another country.

    «В Узбекистане 13 тысяч предприятий с иностранным капиталом. Впереди Россия (2335), Казахстан
    (1056)»: only the last is of Kazakhstan's cooperation, told by the host.
    """
    if one.indicator != "enterprises_count":
        return False
    sentence = one.sentence
    homes = home_places(sentence)
    if sentence.begins(_FROM_ABROAD) and not homes:
        inside = [p for p in sentence.places if p.kind == "country" and _inside(sentence, p)]
        topic.host = inside[0].codes[0] if len(inside) == 1 else topic.host
    if any(_inside(sentence, home) for home in homes):
        topic.host = None
    if topic.host is None:
        return False
    if not any(
        0 < one.first - home.last <= 1 and sentence.low[home.last] in _LISTED for home in homes
    ):
        return not homes or one.partner != (topic.host,)
    one.reporter, one.partner = topic.host, (HOME,)
    one.note("Kazakhstan's firms in the other country")
    return False


def _home_trades(one: Draft) -> bool:
    """«Казахстан вывез на немецкий рынок», «казахстанские импортёры нарастили закупки»."""
    if one.measure in ("share_pct", "rank"):
        return False
    sentence = one.sentence
    for place in home_places(sentence):
        if place.first > one.at or sentence.between(place.first, one.at) > 2:
            continue
        subject = place.kind == "adjective" or is_subject(sentence, place)
        if not subject or sentence.word_before(place.first) in PREPOSITIONS:
            continue
        if any(place.first < hit.first < one.at + _WORD for hit in trade_words(sentence)):
            return True
    return False


def _sold_to_trader(one: Draft, trader: str) -> bool:
    """«экспорт томатов из Казахстана в Россию», «экспорт огурцов в Россию»: told from here."""
    sentence = one.sentence
    exports = [h.last for h in sentence.indicators if sentence.low[h.first].startswith(_OUTWARD)]
    if not exports or one.indicator != "export":
        return False
    return any(
        trader in p.codes
        and p.kind == "country"
        and exports[0] <= p.first < one.at
        and led_by(sentence, p) in ("в", "во")
        and not sentence.between(p.first, exports[0])
        for p in sentence.abroad
    )


def _with_republic(sentence: Sentence) -> bool:
    """«взаимный оборот провинции с республикой»: Kazakhstan, in a report of another's trade."""
    low = sentence.low
    return sentence.holds(_REPUBLIC) and any(
        low[i : i + 2] == ["с", "республикой"] for i in range(sentence.first, sentence.last)
    )


def _inside(sentence: Sentence, place: Place) -> bool:
    return led_by(sentence, place) in ("в", "во")


def _falls_to_home(sentence: Sentence) -> bool:
    """«На долю Казахстана приходится 12% торговли страны и 36% торговли с ЕАЭС»."""
    return any(sentence.word_before(p.first) in ("долю", "на") for p in sentence.homes)


def _this_share(one: Draft) -> bool:
    """«Этот показатель – 0,9% общего оборота страны»: what was told before, of the whole."""
    return one.measure == "share_pct" or one.sentence.low[one.sentence.first] in _THIS


def _of_land(sentence: Sentence) -> bool:
    """«Импорт области составил 400 млн», «экспорт страны»: with all."""
    low = sentence.low
    return any(
        low[hit.last : hit.last + 1] != [] and low[hit.last] in _LANDS
        for hit in trade_words(sentence)
    )


def _of_all(sentence: Sentence, trader: str) -> bool:
    """Whether the trader's whole trade is told: «Белоруссия подняла общий экспорт на 59%»."""
    low = sentence.low
    named = any(place.codes == (trader,) for place in sentence.places)
    return named and any(
        low[hit.first - 1].startswith(("весь", "общ", "совокуп")) for hit in sentence.indicators
    )


def _home_nearer(one: Draft) -> bool:
    """«с Центральной Азией – 90 млрд, из них 43 – с Казахстаном»: which figure is Kazakhstan's."""
    sentence = one.sentence
    homes = [p for p in home_places(sentence) if not of_part(one, p)]
    near = min((away(one, p) for p in homes), default=_NOWHERE)
    blocs = [away(one, p) for p in sentence.places if p.kind == "bloc"]
    return near < _NOWHERE and near <= min(blocs, default=_NOWHERE)


def _is_subject(sentence: Sentence, trader: str) -> bool:
    return any(trader in p.codes and is_subject(sentence, p) for p in sentence.abroad)


def _as_it_sees(sentence: Sentence) -> str | None:
    """«область отправила в Казахстан 2 тыс. тонн»: the trader's export, and not an import."""
    for home in home_places(sentence):
        before, word = led_by(sentence, home), sentence.low[home.last - 1]
        if home.kind == "country" and before in ("в", "во") and not word.endswith("е"):
            return "export"
        if home.kind == "country" and before == "из":
            return "import"
        if is_recipient(sentence, home):
            return "export"  # «фермы поставили казахстанским торговым сетям 3 тысячи тонн»
    low = sentence.low
    if any(low[at - 1].startswith(("в", "соседн")) for at in sentence.where(_INTO_US)):
        return "export"  # «отправил в соседнюю республику товаров на 80 млн»
    return None


def _region_of_home(sentence: Sentence, trader: str) -> bool:
    """Whether a region of Kazakhstan is told of, with the trader as whom it trades with."""
    regions = [p for p in sentence.places if p.kind == "region" and p.codes == (HOME,)]
    if any(led_by(sentence, p) == "из" for p in regions):
        return True  # «Из Туркестанской области в Новосибирск доставили …»
    return bool(regions) and _with_trader(sentence, trader)


def _goes_on_at_home(sentence: Sentence, topic: Topic, trader: str) -> bool:
    """«Актюбинская область уверена в себе. Она довела торговлю с Россией до …»: of that oblast."""
    region = topic.region
    if region is None or country_of(region) != HOME or topic.region_paragraph != topic.paragraph:
        return False
    return not sentence.homes and _with_trader(sentence, trader)


def _with_trader(sentence: Sentence, trader: str) -> bool:
    """«торговлю с Россией», «оборот с российскими регионами»."""
    return any(
        trader in p.codes
        and p.kind in ("adjective", "country")
        and led_by(sentence, p) in ("с", "со")
        for p in sentence.places
    )
