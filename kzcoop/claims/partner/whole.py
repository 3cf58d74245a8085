"""Figures of no one partner: the whole of a trade, as the words of its sentence tell it.

«при общем объёме экспорта муки 2 млн тонн»            a sum of all flows
«страна экспортирует 15 тысяч тонн»                    the country, and no partner beside
«Из 9 млн тонн зерна 3 млн пришлось на Узбекистан»     what the sentence divides
«95% всех поставок картофеля (108 тыс. тонн)»          what a share is of
"""

from __future__ import annotations

from kzcoop.claims.partner.beside import LISTED
from kzcoop.claims.partner.buyers import buys_ours, of_all_buyers, of_all_there_is
from kzcoop.claims.partner.invested import (
    of_a_bank,
    of_a_divided_whole,
    of_all_abroad,
    of_capital,
    of_foreign_capital,
    of_foreign_investors,
    of_the_region,
)
from kzcoop.claims.partner.meant import OF_CONTINENT
from kzcoop.claims.partner.moved import (
    TRADED,
    at_all_borders,
    of_home_port,
    on_the_network,
    through_port,
    to_ports,
    within_country,
)
from kzcoop.claims.partner.rest import REST_NOTE, of_the_rest
from kzcoop.claims.partner.total import of_all_first
from kzcoop.claims.place.partner_place import is_subject
from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import Rules, needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words

WHOLE_NOTE = "the whole of the trade: no one partner"
SCALE_NOTE = "all that the country trades, for scale: no one partner"
DIVIDED_NOTE = "the whole of what the sentence divides: no one partner"
_FLOWING = ("вывоз", "импорт", "экспорт")
_SUM = Stems("общая", "общего", "общем", "общий")
_ALL = Words("все", "всем", "всему", "страны-партнеры")
_EVERYWHERE = frozenset({"адреса", "концы", "направления", "рынки", "стороны", "страны"})
_WORLD = frozenset({"мире", "миру", "направлениям", "рынкам", "странам"})
_CLIENTS = ("импортер", "клиент", "покупател", "потребител", "партнер", "рынк", "стран")
_FOREIGN = ("внешн", "зарубежн", "иностранн", *_CLIENTS)
_SUBJECT = Words("страна", "республика")
_OUT_OF = Words("из")
_EVERY = Stems("всего", "всей", "всех", "общ", "совокуп")
_OUR = Words("нам", "нами", "нас", "наш", "нашего", "нашей", "наши", "нашу")
# where it goes or comes from: «Оттуда республика ввезла товаров на …»
_THERE = Words("ей", "ему", "нее", "него", "оттуда", "туда")
_BESIDE = frozenset({"в", "из", "с", "у"})
_WHOLE_WORDS = Words("весь", "всем")
_SCALE = Stems("масштаб", "наглядност", "оценить", "понимани", "представлени", "сравнени")
_SOON = 4  # tokens of «Чтобы понять масштаб»
_OF_HOME = ("казахстан", "республик", "рк", "стран")
_HOME_NEAR = 7  # tokens from «весь экспорт» to «республики»
_SUM_REACH = 14  # tokens from «общий экспорт» to its figure
_SUM_AFTER = 3  # and past it, where a partner may stand


def whole_of_sentence(one: Draft) -> bool:
    """Whether the sentence tells that a figure is of no one partner; the draft notes why."""
    for tells in _RULES.of(one.sentence):
        if tells(one):
            one.note(_TELLING[tells])
            return True
    return False


@needs(_SUM, _ALL)
def _is_sum(one: Draft) -> bool:
    """«при общем объёме экспорта муки 2 млн тонн», «экспорт во все страны – 880 тыс. тонн»."""
    sentence, low = one.sentence, one.sentence.low
    start = max(sentence.first, one.at - _SUM_REACH)
    begun = next((i for i in range(one.at - 1, start - 1, -1) if _tells_sum(low, i)), None)
    if begun is None or any(
        begun < q.number_first < one.at and low[q.last : one.quantity.lead] != ["на"]
        for q in sentence.quantities
    ):
        return False  # «общий экспорт картофеля – 107 тыс. тонн на 17 млн долларов» is one whole
    return not any(
        begun < p.first < one.last + _SUM_AFTER for p in sentence.abroad
    ) and not speaks_of_pair(sentence)


def _tells_sum(low: list[str], index: int) -> bool:
    if low[index] == "страны-партнеры":
        return low[index - 1] == "в"
    if low[index] == "все" and low[index + 1].startswith(_FOREIGN):
        # «Все иностранные клиенты вместе взяли 219 тыс. тонн»
        return any(word.startswith(_CLIENTS) for word in low[index + 1 : index + 3])
    if low[index] in _ALL:
        if low[index] == "все":  # «вывезла во все концы»
            return low[index - 1] in ("во", "на") and low[index + 1] in _EVERYWHERE
        # «Во всём мире у казахстанской нефти нашлось покупателей на …»
        return low[index - 1] in ("во", "по") and low[index + 1] in _WORLD
    if not low[index].startswith(_SUM):
        return False
    # «Общий объём экспорта составил …» of a pair told before is theirs
    of_home = any(w.startswith("казахстан") or w == "рк" for w in low[index + 1 : index + 7])
    flow = any(word.startswith(_FLOWING) for word in low[index + 1 : index + 3])
    return flow and (of_home or low[index - 1] == "при")


@needs(_SUBJECT)
def _of_the_country(one: Draft) -> bool:
    """«При этом страна экспортирует 15 тысяч тонн», «Республика продала …»: to all the world."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in TRADED or sentence.abroad:
        return False
    if any(low[home.first - 1] in _BESIDE for home in sentence.homes) or buys_ours(sentence):
        return False  # «республика купила у Казахстана …»: the other one
    return any(
        low[hit.first - 1] in _SUBJECT
        and hit.first < one.at
        and low[hit.first - 2] not in ("эта", "данная", "соседняя")
        and not low[hit.first - 2].startswith(OF_CONTINENT)
        and not (sentence.holds(_OUR) or sentence.holds(_THERE))
        for hit in sentence.indicators
        if hit.first > sentence.first
    )


@needs(_WHOLE_WORDS, _SCALE)
def _of_all_it_sells(one: Draft) -> bool:
    """«Весь вывоз нефти из Казахстана – 17 млн тонн», «Для масштаба: Казахстан экспортировал …»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in TRADED or any(p.first > _scaled(sentence) for p in sentence.abroad):
        return False
    opening = low[sentence.first : min(sentence.first + _SOON, one.at)]
    if any(word.startswith(_SCALE) for word in opening) and (
        any(is_subject(sentence, home) for home in sentence.homes)
        or any(_tells_sum(low, i) for i in range(sentence.first + 1, one.at))
    ):
        return True  # «Чтобы понять масштаб: из Казахстана во все страны ушло …»
    return any(
        low[i] in _WHOLE_WORDS
        and any(word.startswith(_FLOWING) for word in low[i + 1 : i + 3])
        and any(word.startswith(_OF_HOME) for word in low[i + 1 : i + _HOME_NEAR])
        for i in range(sentence.first, one.at)
    )


def _scaled(sentence: Sentence) -> int:
    """«Чтобы оценить долю Франции: всего Казахстан вывез …»: where the scale ends."""
    low = sentence.low[sentence.first : sentence.last]
    if ":" not in low or not any(word.startswith(_SCALE) for word in low[:_SOON]):
        return sentence.first - 1
    return sentence.first + low.index(":")


@needs(_OUT_OF)
def _is_divided(one: Draft) -> bool:
    """«Из 9 млн тонн зерна 3 млн пришлось на Узбекистан»: a whole that opens its sentence."""
    sentence, lead = one.sentence, one.quantity.lead
    if one.indicator not in LISTED or lead != sentence.first + 1:
        return False
    return sentence.low[sentence.first] == "из" and any(
        q.kind in (one.kind, "bare", "percent") and q.first > one.last for q in sentence.quantities
    )


@needs(_EVERY)
def _is_base(one: Draft) -> bool:
    """«95% всех поставок картофеля (108 тыс. тонн)»: what the share is of."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in TRADED or one.kind == "percent" or low[one.quantity.lead - 1] != "(":
        return False
    shares = [q for q in sentence.quantities if q.kind == "percent" and q.last < one.quantity.lead]
    words = low[shares[-1].last : one.quantity.lead - 1] if shares else []
    # «треть всего риса – из Пакистана (9 тыс. тонн)» has the amount of the share
    return any(word.startswith(_EVERY) for word in words) and not {"–", "—"} & set(words[-3:-2])


# in this order, for the note is that of the first
_TELLING = {
    _of_all_it_sells: SCALE_NOTE,
    _is_sum: WHOLE_NOTE,
    of_all_buyers: WHOLE_NOTE,
    of_all_there_is: WHOLE_NOTE,
    of_all_abroad: "foreign, and of no one country",
    of_a_divided_whole: DIVIDED_NOTE,
    of_the_region: WHOLE_NOTE,
    of_all_first: WHOLE_NOTE,
    of_foreign_investors: WHOLE_NOTE,
    of_foreign_capital: WHOLE_NOTE,
    of_a_bank: "a bank's, of no one country",
    of_capital: "investment at home, whoever spent it",
    _of_the_country: "what the country trades: no one partner",
    _is_divided: DIVIDED_NOTE,
    _is_base: "what a share is of: no one partner",
    to_ports: "to ports: no partner that they stand for",
    of_home_port: "through a port at home: no one partner",
    within_country: "within the country: no partner",
    through_port: "through a port: no partner of another clause",
    of_the_rest: REST_NOTE,
    at_all_borders: "of all borders: no one partner",
    on_the_network: "on the network of the country: no one partner",
}
_RULES = Rules(_TELLING)
