"""Who reports: Kazakhstan, or the other country whose statistics, trade or flow a figure is.

«по данным китайской таможни»                       its statistics: ``data_source``
«киргизский экспорт в Казахстан»                    its flow: ``partner_flow``
«в торговле Киргизии Казахстан занимал 10,8%»       a part of its trade
«из Киргизии в страны ЕАЭС вывезли 9 тысяч тонн»    a member's, to all others
"""

from __future__ import annotations

from kzcoop.claims.claim import OTHER_SIDE
from kzcoop.claims.flow.whose_goods import WHOSE_GOODS
from kzcoop.claims.partner.flow import blocs_flow, its_deliveries, its_imports, sent_from
from kzcoop.claims.partner.own_flow import its_flow
from kzcoop.claims.place.partner_place import HOME, is_subject, led_by
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import Rules, needs
from kzcoop.claims.side.counted_there import counted_there
from kzcoop.claims.side.data_source import by_its_data
from kzcoop.claims.side.our_data import by_our_data
from kzcoop.claims.side.placed_there import TRADES, in_its_trade

BY_ITS_DATA = "the other country's statistics"
_DELIVERED = "the other country's deliveries to Kazakhstan"
_OWN_FLOW = "the other country's own flow"
# notes of a flow that is told as the other country's, by nobody's statistics
FLOWS_ABROAD = frozenset({_DELIVERED, _OWN_FLOW})
_TWO_SIDED = ("оборот", "товарооборот", "торговл")
_WITH_REACH = 6  # tokens of «Омской области за 2024 год с Казахстаном»
_SENT = ("отгруз", "отправ", "постав", "прода")
_SOLD_TO = 2  # tokens from «продано» to «в Казахстан»
_PURCHASED = ("ввез", "ввоз", "закуп", "купи", "купл", "приобре")


def assign_reporter(one: Draft) -> None:
    """Turn a figure round where it is the other country's: its statistics, its export.

    «по данным китайской таможни», «киргизский экспорт в Казахстан», «импорт Таджикистана из
    Казахстана».
    """
    if one.rejected or one.reporter != HOME:
        return
    if len(one.partner) != 1:
        if not blocs_flow(one):
            _from_member(one)
        return
    code = one.partner[0]
    if by_our_data(one):
        return
    for told in _RULES.of(one.sentence):
        if told in _CITED and one.status != "actual":
            continue  # «Турецкая сторона сообщила о готовности закупать до 5 тыс. тонн»
        if told(one, code):
            one.reporter, one.partner = code, (HOME,)
            one.note(_ITS[told])
            cited = told in _CITED
            if cited and one.indicator == "export" and _bought(one):
                one.indicator = "import"  # «по данным Destatis, ФРГ купила у Казахстана»
            if cited:
                _turn_round(one, code)
            return


def _turn_round(one: Draft, code: str) -> None:
    """«По белорусским данным, в Казахстан поставили …»: Belarus's export, and no import."""
    word = one.candidates[0].word if one.candidates else ""
    if word == WHOSE_GOODS:
        # «Турки насчитали казахстанской меди на 1,1 млрд»: what they bring in
        one.indicator = OTHER_SIDE.get(one.indicator or "", one.indicator)
        return
    if not word.startswith(_SENT) or one.indicator not in OTHER_SIDE:
        return
    verb = one.candidates[0].first
    subjects = [p for p in one.sentence.places if p.first < verb and is_subject(one.sentence, p)]
    home = next((p for p in one.sentence.homes if 0 <= p.first - verb <= _SOLD_TO), None)
    into = home is not None and led_by(one.sentence, home) == "в"
    if one.indicator == "export" and (into or (home is not None and word.startswith("продан"))):
        return  # «корейская таможня написала: продано Казахстану на 2,3 млрд»
    if subjects and code in subjects[-1].codes and not one.sentence.between(verb, one.at):
        one.indicator = "export"  # «Анкара купила у Казахстана …, а продала на 480 млн»
    else:
        one.indicator = OTHER_SIDE[one.indicator]


def _bought(one: Draft) -> bool:
    """«ФРГ купила у Казахстана», «Ввоз казахстанских товаров там оценили в 4 млрд»."""
    return bool(one.candidates) and one.candidates[0].word.startswith(_PURCHASED)


def _from_member(one: Draft) -> None:
    """«из Киргизии в страны ЕАЭС вывезли 9 тысяч тонн»: a member's, to all others."""
    if one.indicator != "export":
        return
    for place in one.sentence.places:
        if (
            place.kind == "country"
            and set(place.codes) < set(one.partner)
            and led_by(one.sentence, place) == "из"
        ):
            one.reporter = place.codes[0]
            one.partner = tuple(sorted({*one.partner, HOME} - {one.reporter}))
            return


@needs(TRADES)
def _with_us(one: Draft, code: str) -> bool:
    """«товарооборот Омской области с Казахстаном», «торговля Германии с нами»: as it counts it."""
    sentence = one.sentence
    if one.indicator != "turnover" or not sentence.homes:
        return False
    owners = [
        place
        for place in sentence.abroad
        if code in place.codes
        and place.kind in ("country", "region")
        and sentence.word_before(place.first).startswith(_TWO_SIDED)
        and not is_subject(sentence, place)
    ]
    return any(
        0 < home.first - owner.last <= _WITH_REACH
        and home.kind == "country"
        and led_by(sentence, home) in ("с", "со")
        and not any(owner.last <= place.first < home.first for place in sentence.abroad)
        for owner in owners
        for home in sentence.homes
    )


# in this order, for the note is that of the first
_ITS = {
    _with_us: "the other country's trade with Kazakhstan",
    in_its_trade: "Kazakhstan's share in the other country's trade",
    by_its_data: BY_ITS_DATA,
    counted_there: BY_ITS_DATA,
    its_deliveries: _DELIVERED,
    sent_from: "out of the other country to Kazakhstan",
    its_imports: "the other country's imports from Kazakhstan",
    its_flow: _OWN_FLOW,
}
_CITED = (by_its_data, counted_there)
_RULES = Rules(_ITS)
