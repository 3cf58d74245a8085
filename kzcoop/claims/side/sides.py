"""Who trades with whom in a claim, and what two other countries trade.

«Из Армении вывезли 700 тонн. 12% уходит в Казахстан»      Armenia with Kazakhstan
«Нацстатком Армении: с Казахстаном – 90 млн, с Ираном – 400»   the second is no claim
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import MOVED, OTHER_SIDE, SIDES
from kzcoop.claims.indicator.addressed import of_guest
from kzcoop.claims.partner.flow import goes_out
from kzcoop.claims.partner.own_flow import of_home_beside
from kzcoop.claims.partner.partner import partner_of
from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.place.trade_pair import is_third_pair
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.third_seller import sells_to_third
from kzcoop.claims.side.cited import of_third_there, turn_cited
from kzcoop.claims.side.foreign_flow import is_foreign_trade
from kzcoop.claims.side.our_data import by_our_data
from kzcoop.claims.side.reporter import BY_ITS_DATA, FLOWS_ABROAD, assign_reporter
from kzcoop.claims.side.trader_figure import of_host, of_trader
from kzcoop.claims.side.view import tell_from_there, told_from_here
from kzcoop.claims.topic.topic import ALONG, BALANCE, Topic
from kzcoop.language.stems import Stems

_READY = Stems("готов", "заинтересован", "намерен")
_FIGURES = Stems("показател", "цифр")
_SHIPS = Stems("паром", "нефтеперевоз")
_PORTS = Stems("порт")
_WAY = Stems("коридор", "маршрут")
_NETWORK = Stems("сети", "сеть")  # «по сети железных дорог перевезено»: not the corridor told of


def assign_sides(
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
    along = not one.partner or one.sentence.holds(ALONG)
    passes = topic.corridor and along and not one.sentence.begins(_NETWORK)
    if one.indicator == "freight" and passes and not _beside(one):
        one.indicator = "transit"  # what moves on a corridor
    if one.indicator == "other" and _balances(one, done, topic):
        one.reporter, one.partner = topic.sides
        return
    others = is_third_pair(one) or is_foreign_trade(one) or sells_to_third(one)
    others = others or of_guest(one) or _of_others(one, topic)
    there = topic.trader is None and not (topic.data_viewed and told_from_here(one, topic))
    if others or (there and of_third_there(one, topic)):
        one.note("trade of two other countries")
        one.aside = True
        return
    if one.partner == (HOME,) and one.reporter == HOME:
        # «экспорт составил 178 млн (рост в 2,1 раза)»: of the one who reports
        told = [other.reporter for other in done if other.partner == (HOME,)]
        one.reporter = told[-1] if told else HOME
        if told and (of_home_beside(one) or by_our_data(one)):
            one.reporter, one.partner = HOME, (told[-1],)
            return
    assign_reporter(one)
    if done and (
        _mirrors(one, done[-1])
        or (by_our_data(one) and one.reporter == HOME and _turns_side(one, done[-1]))
    ):
        one.indicator = OTHER_SIDE[one.indicator or ""]
    if not done and topic.sides[1] == (HOME,) and _answers(one, topic):
        one.indicator = OTHER_SIDE[one.indicator or ""]
    turn_cited(one, topic)
    if (
        one.indicator in MOVED
        and done
        and done[-1].reporter != HOME
        and one.partner == (done[-1].reporter,)
        and not (of_home_beside(one) or by_our_data(one) or goes_out(one, done[-1].last))
        and not _of_both(one, done[-1])
    ):
        # «узбекский экспорт … достиг 1,55 млрд, импорт – 3,4 млрд»
        one.reporter, one.partner = done[-1].reporter, done[-1].partner
    if topic.view is not None or topic.region is not None or topic.data is not None:
        tell_from_there(one, topic)
    if topic.trader_cited and one.indicator == "freight" and one.partner == (topic.trader,):
        one.reporter, one.partner = one.partner[0], (HOME,)  # «… прошло через пост, пишет таможня»
    goal = one.indicator == "turnover" and one.status in ("target", "potential")
    if goal and one.reporter != HOME and one.partner == (HOME,):
        one.reporter, one.partner = HOME, (one.reporter,)  # what the two aim at is of both
    if one.reporter != HOME and one.partner == (HOME,) and _offers(one):
        one.reporter, one.partner = HOME, (one.reporter,)
        one.indicator = OTHER_SIDE[one.indicator or ""]


def _balances(one: Draft, done: Sequence[Draft], topic: Topic) -> bool:
    """«Импорт Грузии – 90 млн. Положительное сальдо – 400»: of the flows told before."""
    if one.kind != "money" or topic.sides[1] != (HOME,) or done:
        return False
    near = topic.sides_sentence == one.sentence.number - 1
    return near and one.sentence.begins(BALANCE) and one.partner in ((), topic.sides[:1], (HOME,))


def _offers(one: Draft) -> bool:
    """«Иорданская сторона сообщила о готовности закупать 5 тыс. тонн нашей баранины»: no figures.

    What is to be bought of Kazakhstan's is its own export.
    """
    sentence = one.sentence
    ahead = one.status in ("potential", "planned") and one.indicator == "import"
    return ahead and BY_ITS_DATA in one.trace and sentence.begins(_READY) and bool(sentence.homes)


def _of_both(one: Draft, last: Draft) -> bool:
    """«вьетнамский экспорт в республику вырос на 27%, а весь оборот – до 900 млн»: of the pair."""
    return one.indicator == "turnover" and not FLOWS_ABROAD.isdisjoint(last.trace)


def _of_others(one: Draft, topic: Topic) -> bool:
    """Whether a figure is of the trade, or the firms, of other countries with each other."""
    if topic.trader is not None and of_trader(one, topic):
        return True
    return one.indicator == "enterprises_count" and of_host(one, topic)


def _turns_side(one: Draft, last: Draft) -> bool:
    """«Турция записала экспорт в Казахстан на 1,3 млрд, казахстанские таможенники – 980 млн»."""
    named = any(last.last <= hit.first < one.at for hit in one.sentence.indicators)
    return (
        one.indicator in OTHER_SIDE
        and last.indicator == one.indicator
        and one.partner == (last.reporter,)
        and not (named or of_home_beside(one))
        and one.sentence.word_at(one.last) != "по"  # «402 млн по казахстанским сводкам»: the same
    )


def _answers(one: Draft, topic: Topic) -> bool:
    """«вывезено в Казахстан на 236 млн. В казахстанских декларациях таких товаров на 91»: import.

    Where the flow is only that of the sentence before, the other country's.
    """
    return (
        one.indicator in OTHER_SIDE
        and topic.told.claim == one.indicator
        and (one.reporter, one.partner) == (HOME, topic.sides[:1])
        and topic.sides_paragraph == topic.paragraph
        and (not one.candidates or one.candidates[0].first < 0)
        and by_our_data(one)
    )


def _mirrors(one: Draft, last: Draft) -> bool:
    """«наша таможня показала вывоз во Францию на 3 млрд, французская – 4»: what France imports."""
    if BY_ITS_DATA not in one.trace or one.indicator not in OTHER_SIDE:
        return False
    named = any(last.last <= hit.first < one.at for hit in one.sentence.indicators)
    return (
        last.indicator == one.indicator
        and (last.reporter, one.partner) == (HOME, (HOME,))
        and last.partner == (one.reporter,)
        and not named
    )


def _goes_on(one: Draft, topic: Topic) -> bool:
    """«60% вывоза идёт в Казахстан. Это 5 тысяч тонн на 4 млн»: the figure before anew."""
    sentence = one.sentence
    return (
        topic.sides[0] != HOME
        and (
            sentence.low[sentence.first] == "это"
            or _this_figure(sentence, topic)
            or _other_side(sentence, topic)
        )
        and not sentence.places
        and one.indicator in MOVED
    )


def _this_figure(sentence: Sentence, topic: Topic) -> bool:
    """«По сравнению с прошлым годом данный показатель вырос на 39%»."""
    low = sentence.low
    if topic.sides_sentence != sentence.number - 1:
        return False
    return sentence.begins(_FIGURES) and any(
        low[i].startswith(("данн", "эт")) and low[i + 1].startswith(_FIGURES)
        for i in range(sentence.first, sentence.last - 1)
    )


def _other_side(sentence: Sentence, topic: Topic) -> bool:
    """«Экспорт Армении в Казахстан – 61 млн. Импорт достиг 24 млн»: Armenia's import."""
    return (
        topic.sides_sentence == sentence.number - 1
        and topic.sides[1] == (HOME,)
        and topic.told.claim in SIDES
        and topic.sides_paragraph == topic.paragraph
        and any(
            hit.entry.kind in SIDES and hit.first - sentence.first <= 1
            for hit in sentence.indicators
        )
    )


def _into_home(one: Draft, topic: Topic) -> bool:
    """«Из Армении вывезли 700 тонн. 12% уходит в Казахстан»: the same one's, to Kazakhstan."""
    sentence = one.sentence
    return (
        topic.sides[0] != HOME
        and one.indicator == "export"
        and bool(sentence.places)
        and len(sentence.homes) == len(sentence.places)
        and all(
            sentence.word_before(home.first) in ("в", "во")
            and home.kind == "country"  # not «В казахстанских декларациях таких товаров на …»
            and not sentence.low[home.last - 1].endswith("е")  # «В Астане говорят о 390 млн»
            for home in sentence.homes
        )
    )


def _beside(one: Draft) -> bool:
    """«через порт – 8 млн тонн, в том числе 4 по маршруту»: of which a part goes the way."""
    sentence = one.sentence
    ways = sentence.corridors
    if not ways and sentence.begins(_WAY):
        # «через порты – 8 млн тонн, в том числе 4 млн по маршруту»
        low, last = sentence.low, sentence.last
        way = next((i for i in range(one.last, last) if low[i].startswith(_WAY)), one.at)
        part = any(one.last <= q.first < way for q in sentence.quantities)
        return sentence.begins(_PORTS) and part
    if not ways:
        return sentence.begins(_SHIPS)
    return sentence.begins(_PORTS) and all(
        any(one.last <= q.first < place.first for q in sentence.quantities) for place in ways
    )
