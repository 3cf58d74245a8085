"""The partner that a figure's own sentence names: the nearest place that can be one.

«экспорт в Узбекистан – 2 млн тонн»               a partner, with those it is listed with
«на втором месте Россия»                          who holds a rank, right after it
«90 тыс. тонн, …: Турция (84 тыс.), Иран (…)»     none: they have parts of it
«поставки в обход России»                         none
"""

from __future__ import annotations

from kzcoop.claims.claim import OTHER_SIDE
from kzcoop.claims.partner.beside import away, past_contrast
from kzcoop.claims.partner.city import city_beside, city_of
from kzcoop.claims.partner.flow import flow_of_home
from kzcoop.claims.partner.list import coordinated
from kzcoop.claims.partner.part import of_part, takes_share
from kzcoop.claims.partner.possible import SENDER_NOTE, fitting, in_reach, told_partners
from kzcoop.claims.partner.total import FOREIGN_TRADE, tells_owner
from kzcoop.claims.partner.whole import DIVIDED_NOTE
from kzcoop.claims.place.partner_place import HOME, foreign, is_subject
from kzcoop.claims.place.partner_way import beyond_border, is_shared_way
from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

_ROUND = Words("минуя", "обход")
_POSTS = Stems("границ", "переход", "пункт", "станци", "стык")
_PLACED = 2  # tokens of «месте –» from a rank to who holds it
_HELD = ("источник", "мест", "партнер", "позици", "покупател", "поставщик", "строч")


def named_partner(one: Draft) -> tuple[str, ...] | None:
    """The partner that the sentence names nearest, with those that it is listed with."""
    sentence = one.sentence
    if town := city_beside(one):
        return town
    places = told_partners(one)
    if not places:
        return city_of(one) or None
    places = in_reach(one, places)
    if not places:  # «Через Узбекистан и Афганистан в порт Карачи»
        return city_of(one) or None
    if places and sentence.holds(_ROUND):
        places = [p for p in places if sentence.word_before(p.first) not in _ROUND]
        if not places:
            one.note("goes round a country, and to no one partner")
            return ()
    places = fitting(one, places)
    if not places:
        return None
    if one.kind == "rank" and (holder := [p for p in places if _holds_rank(one, p)]):
        one.note("who holds the rank")
        return foreign(holder[0])
    parts = [place for place in places if of_part(one, place)]
    if len(parts) == len(places) and one.indicator == "enterprises_count" and _inside_home(one):
        return None  # «предприятий в Казахстане три тысячи, в Узбекистане – тысяча»
    places = [place for place in places if place not in parts and not past_contrast(one, place)]
    if not places and all(
        past_contrast(one, place) and ";" not in sentence.low[one.last : place.first]
        for place in parts
    ):
        return None  # «взаимная торговля достигла 700 млн, тогда как с Катаром – 29»
    if not (places or parts):
        return None
    if not places:
        return _divided(one, parts)
    best = min(places, key=lambda place: away(one, place)) if len(places) > 1 else places[0]
    codes = coordinated(sentence, best)
    if beyond_border(one, codes):
        return None
    if is_shared_way(one, codes):
        one.note("a way of several countries: no one partner")
        return ()
    if one.indicator == "transit" and sentence.word_before(best.first) == "из":
        one.note(SENDER_NOTE)  # «Из Китая через нашу сеть в Среднюю Азию проследовало …»
    surface = sentence.mentions.tokens.surface(best.first, best.last)
    one.note(f"partner {';'.join(codes)} from «{surface}»")
    return codes


def _divided(one: Draft, parts: list[Place]) -> tuple[str, ...] | None:
    """The partner where all that are named have parts of a figure: the one of them, or none."""
    sentence = one.sentence
    turnover = one.indicator == "turnover" and not sentence.begins(FOREIGN_TRADE)
    pair = turnover and not any(takes_share(one, place) for place in parts)
    pair = pair or speaks_of_pair(sentence)  # «продала соседям на 90 млн; на Грузию пришлась …»
    if len({foreign(place) for place in parts}) == 1 and pair:
        return None  # «торговый обмен не превысил 3 млн, из которых 1,3 млн – экспорт»
    if all(_of_other_flow(one, place) for place in parts) and not tells_owner(one):
        return None  # «Наш вывоз – 80 млн, плюс 44%; ввоз из Кыргызстана – 19»
    if len(parts) == 1 and (_from_home(one) or _answers(one, parts[0])):
        return foreign(parts[0])  # «из Казахстана – 316 млн, из Туркменистана – 199 млн»
    if "из них" in " ".join(sentence.low[sentence.first : one.last + 2]):
        return None  # «На территории Казахстана из них – 29, в Узбекистане – 13»
    if one.indicator == "freight" and sentence.begins(_POSTS):
        return None  # «через станцию прошло 900 поездов: 300 – в Россию, …»
    one.note(DIVIDED_NOTE)
    return ()


def _of_other_flow(one: Draft, place: Place) -> bool:
    """Whether a partner past a semicolon is named with the flow that goes the other way."""
    sentence = one.sentence
    return (
        one.indicator in OTHER_SIDE
        and ";" in sentence.low[one.last : place.first]
        and any(
            hit.entry.value == OTHER_SIDE[one.indicator or ""]
            and one.last <= hit.first < place.first
            for hit in sentence.indicators
        )
    )


def _inside_home(one: Draft) -> bool:
    """Whether «в Казахстане» leads to a figure."""
    sentence = one.sentence
    return any(
        place.codes == (HOME,)
        and place.last == one.quantity.lead
        and sentence.word_before(place.first) in ("в", "во")
        for place in sentence.places
    )


def _from_home(one: Draft) -> bool:
    """Whether a figure is of what comes out of Kazakhstan, by the words right before it."""
    low = one.sentence.low
    return any(
        place.codes == (HOME,) and low[place.first - 1] in ("из", "в") and place.first < one.at
        and not any(place.last <= q.first < one.first for q in one.sentence.quantities)
        for place in one.sentence.places
    )  # fmt: skip


def _answers(one: Draft, place: Place) -> bool:
    """«Казахстан поставил товаров на 470 млн, Вьетнам – на 360 млн»: the two sides of one pair."""
    sentence, low = one.sentence, one.sentence.low
    if low[one.last] != "," or place.first != one.last + 1:
        return False
    if flow_of_home(one.sentence) and sentence.word_at(place.last) in ("–", "—"):
        return True  # «Экспорт Казахстана – 4 млрд, Узбекистана – 1»
    if not is_subject(sentence, place):
        return False
    return any(
        home.codes == (HOME,) and home.first < one.at and is_subject(sentence, home)
        for home in sentence.places
    )


def _holds_rank(one: Draft, place: Place) -> bool:
    """«на втором месте Россия», «на третьем – Китай»: who stands there, right after."""
    words = one.sentence.low[one.last : place.first]
    return 0 <= place.first - one.last <= _PLACED and all(
        word in ("–", "—", "-") or word.startswith(_HELD) for word in words
    )
