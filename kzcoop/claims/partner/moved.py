"""Figures of what moves past no one partner: through ports, at all borders, on the whole network.

«поставки через порт Актау выросли на 38%»        through a port
«в черноморские и балтийские порты»               on to whichever country
«внутренние перевозки прибавили 11%»              at home
«на всех границах страны оформлено …»             at all borders
«по железным дорогам республики перевезено …»     on the network of the country
"""

from __future__ import annotations

from kzcoop.claims.partner.city import city_of
from kzcoop.claims.place.partner_place import HOME, foreign, led_by
from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

TRADED = frozenset({"export", "import", "turnover", "freight", "investment"})
_PORTS = Stems("порт")
_ON = 4  # tokens from a figure to where it goes: «– паромами в Азербайджан»
_HANDLED = ("обработ", "перевал", "перераб", "принял", "пропуст")
_VERB = 9  # tokens from «порт Актау» to its verb
_LED = 4  # tokens from «в» to «порты»
_INNER = Stems("внутренн", "внутри")
_HOMELAND = frozenset({"казахстана", "республики", "рк", "страны"})
# «на всех границах», «через все посты»
_ALL_BORDERS = frozenset(
    {"границах", "границы", "переходах", "переходы", "постах", "посты", "пунктах", "пункты"}
)
_EACH = Words("все", "всем", "всех")
# «по железным дорогам», «по сети КТЖ», «всеми видами транспорта»
_NETWORK = Stems("дорогам", "магистралям", "сети", "транспорт")
_OWNED = Stems("казахстан", "ктж", "қтж", "отечествен", "республик", "рк", "страны")
_OWNER_REACH = 3  # tokens from «сети» to whose it is
_BORDERS = 6  # tokens from «всех» to «границах»


@needs(_PORTS)
def through_port(one: Draft) -> bool:
    """«на переходах с Китаем (52%), а поставки через порт Актау выросли на 38%»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in TRADED:
        return False
    clause = sentence.clause(one.at)
    ways = [
        i for i in range(sentence.first + 1, one.at)
        if low[i].startswith("порт") and low[i - 1] in ("через", "морской", "оба")
    ]  # fmt: skip
    abroad = [place for place in sentence.places if foreign(place)]
    if any(
        low[hit.first - 1].startswith("порт") and hit.entry.kind != HOME
        for hit in sentence.rows("cities")
    ):
        return False  # «Через порты Варна и Бургас прошло …»: of the country they are in
    if any(_goes_on_to(one, place) for place in abroad):
        return False  # «через порт – 2 млн тонн, из них 640 тыс. – паромами в Азербайджан»
    if sentence.first + 1 in ways and not any(place.first < one.at for place in abroad):
        return True  # «Через порты Актау и Курык – 5 млн»
    return (
        any(sentence.clause(i) == clause for i in ways)
        and any(q.first < one.at and q is not one.quantity for q in sentence.quantities)
        and not any(sentence.clause(place.first) == clause for place in abroad)
    )


@needs(_PORTS)
def of_home_port(one: Draft) -> bool:
    """«порт Актау за весь год перевалил 4 млн тонн»: whatever goes through a port at home."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in TRADED or any(foreign(place) for place in sentence.places):
        return False
    ports = [
        hit.last
        for hit in sentence.rows("cities")
        if hit.entry.kind == HOME and low[hit.first - 1] in ("порт", "порты")
        and not sentence.between(hit.first, one.at)
    ]  # fmt: skip
    return bool(ports) and any(
        low[i].startswith(_HANDLED) for i in range(ports[0], min(ports[0] + _VERB, one.at))
    )


def _goes_on_to(one: Draft, place: Place) -> bool:
    """Whether a figure is followed by where it goes, and by no other figure before that."""
    sentence = one.sentence
    return (
        one.last <= place.first <= one.last + _ON
        and led_by(sentence, place) in ("в", "во", "из")
        and not any(one.last <= q.number_first < place.first for q in sentence.quantities)
        and not any(word in (",", ";") for word in sentence.low[one.last : place.first])
    )


@needs(_PORTS)
def to_ports(one: Draft) -> bool:
    """«перевозки в черноморские и балтийские порты выросли на 49%»: on to whichever country."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in TRADED:
        return False
    clause = sentence.clause(one.at)
    to_port = any(
        low[i] == "порты" and sentence.clause(i) == clause
        and not {"в", "к"}.isdisjoint(low[max(sentence.first, i - _LED) : i])
        for i in range(sentence.first + 1, one.at)
    )  # fmt: skip
    return (
        to_port
        and not city_of(one)
        and not any(sentence.clause(p.first) == clause for p in sentence.places if p.codes)
    )


@needs(_INNER)
def within_country(one: Draft) -> bool:
    """«внутренние перевозки прибавили 11%», «внутри страны перевезли 2 млн тонн»: at home."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "freight":
        return False
    start = next((i for i in range(one.at, sentence.first, -1) if low[i] == ";"), sentence.first)
    return any(
        (low[i].startswith("внутренн") and low[i + 1].startswith(("перевоз", "сообщен", "груз")))
        or (low[i] == "внутри" and low[i + 1] in _HOMELAND)
        for i in range(start, one.at)
    ) and not any(start <= p.first < one.at and foreign(p) for p in sentence.places)


@needs(_EACH)
def at_all_borders(one: Draft) -> bool:
    """«на всех границах страны оформлено 1,1 млн машин», «через все посты прошло …»."""
    sentence, low = one.sentence, one.sentence.low
    return (
        not any(foreign(place) for place in sentence.places)
        and any(
            low[i] in _EACH
            and not low[i + 1].startswith("работ")  # «после всех работ посты пропустят»
            and not _ALL_BORDERS.isdisjoint(low[i + 1 : i + _BORDERS])
            for i in range(sentence.first, one.at)
        )
    )


@needs(_NETWORK)
def on_the_network(one: Draft) -> bool:
    """«по железным дорогам республики перевезли 80 млн тонн», «всеми видами транспорта – …»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "freight":
        return False
    if any(foreign(place) for place in sentence.places) or speaks_of_pair(sentence):
        return False
    return any(
        low[i].startswith(_NETWORK)
        and (
            low[i - 2 : i] == ["всеми", "видами"]
            or any(
                word.startswith(_OWNED)
                for word in (*low[i - 2 : i], *low[i + 1 : i + 1 + _OWNER_REACH])
            )
        )
        for i in range(sentence.first + 2, one.at)
    )
