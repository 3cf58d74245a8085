"""What others trade with a third country or all together: no trade of Kazakhstan's.

«Россия отправила в Афганистан 500 тонн»     by its verb
«около миллиона тонн туда продал Узбекистан»
«из Курганской области в Китай ушло 17 тыс. тонн»
«мировой экспорт пшеницы – 200 млн тонн»     nobody's in particular
«третье место вслед за Китаем (17%)»         who is ahead
«узбекская мука: её поставки в Иран»         by a pronoun
"""

from __future__ import annotations

from kzcoop.claims.claim import SIDES
from kzcoop.claims.place.partner_place import HOME, foreign, home_places, is_subject, led_by
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

_SELLS = (
    "вывез", "вывози", "отгруж", "отгрузи", "отправи", "отправл", "постави", "поставля", "прода",
    "уход", "ушл", "ушел", "экспортир",
)  # fmt: skip
_SELLING = Stems(*_SELLS)
_INTO = frozenset({"в", "во"})
_ABROAD = (["за", "рубеж"], ["за", "границу"], ["на", "экспорт"])
_PASSES = Stems("транзит", "через")
_BEFORE, _AFTER = 8, 2  # tokens from a seller to its verb, and from the verb to a seller after it
_REACH = 9  # tokens from the verb to where it sends
_WORLD = Stems("глобальн", "миров", "общемиров")
_WHOSE = Words("ее", "его", "их")
_FLOWS_OUT = ("вывоз", "отгрузк", "поставк", "продаж", "экспорт")
_ALL = Words("весь", "вся", "общий", "общая", "совокупный")
_EVERY_YEAR = Words("ежегодно", "год")
_CONSUMES = ("берет", "ввозит", "закупает", "импортирует", "покупает", "потребляет")
_DEMAND = Stems("спрос", but=("спросил",))
_WIDE = 4  # tokens from «весь» to the flow
_NOMINATIVE = ("ая", "ие", "ий", "ое", "ые", "ый")
_BEHIND = Words("вслед", "после", "уступая", "пропустив")
_RIVALS = 8  # tokens from «вслед за» to the last of who is ahead


def sells_to_third(one: Draft) -> bool:
    """Whether a figure is of what another country or its region sells to a third."""
    sentence = one.sentence
    if one.indicator not in SIDES:
        return False
    if (sentence.holds(_WHOSE) and _of_theirs(one)) or _of_their_goods(one):
        return True
    return sentence.begins(_SELLING) and not sentence.begins(_PASSES) and _sells(one)


def _sells(one: Draft) -> bool:
    """Whether a country or its region is who sells, and where to is a third one."""
    sentence, verb = one.sentence, _verb(one)
    if verb is None:
        return False
    seller = _seller(sentence, verb)
    if seller is None or _comes_home(one, verb):
        return False
    goals = [
        place
        for place in sentence.places
        if place.kind in ("bloc", "country") and led_by(sentence, place) in _INTO
        and abs(place.first - verb) <= _REACH
        and not set(place.codes) & set(seller.codes)
        and sentence.between(place.first, verb) == 0
    ]  # fmt: skip
    if (
        goals
        and one.kind == "percent"
        and any(
            sentence.word_before(home.first) == "на" and home.first < one.at
            for home in sentence.homes
        )
    ):
        return False  # «На Казахстан приходится 28% товаров, которые Грузия продаёт в …»
    if goals:
        return all(foreign(place) and HOME not in place.codes for place in goals)
    words = range(max(sentence.first, verb - _REACH), min(verb + _REACH, sentence.last - 1))
    if any(sentence.low[i : i + 2] in _ABROAD for i in words):
        return True
    there = any(sentence.low[i] == "туда" for i in words)
    return there and seller.first > verb


def _comes_home(one: Draft, verb: int) -> bool:
    """«Сербия отправила в Россию 8 тыс. тонн, поставки в Казахстан достигли 2»: the latter.

    Also «… и 2 тыс. тонн – в Казахстан».
    """
    sentence = one.sentence
    for home in sentence.homes:
        if led_by(sentence, home) not in _INTO:
            continue
        before = verb < home.first < one.at and sentence.between(verb, home.first) > 0
        if before and one.crossed(home.last, one.at) == 0:
            return True
        if 0 < home.first - one.last <= _AFTER:
            return True
    return False


def _of_theirs(one: Draft) -> bool:
    """«теснит узбекская мука: её поставки в Иран выросли»: of whose goods are told before."""
    sentence, low = one.sentence, one.sentence.low
    at = next(
        (i for i in sentence.where(_WHOSE) if sentence.word_at(i + 1).startswith(_FLOWS_OUT)), None
    )
    if at is None or at > one.at:
        return False
    before = [p for p in sentence.places if p.first < at]
    if not before or len(foreign(before[-1])) != 1:
        return False
    seller, word = before[-1], low[before[-1].last - 1]
    told = (
        word.endswith(_NOMINATIVE) if seller.kind == "adjective" else is_subject(sentence, seller)
    )
    goals = [
        p
        for p in sentence.places
        if at < p.first <= at + _REACH and led_by(sentence, p) in _INTO
        and p.kind in ("bloc", "country")
    ]  # fmt: skip
    return (
        told
        and bool(goals)
        and all(foreign(p) and set(p.codes).isdisjoint(seller.codes) for p in goals)
    )


def _of_their_goods(one: Draft) -> bool:
    """«узбекский экспорт муки в Афганистан вырос до 600 тысяч тонн»: from one to another."""
    sentence = one.sentence
    if len(sentence.abroad) < 2 or sentence.homes:
        return False
    sellers = [
        p for p in sentence.abroad
        if p.kind == "adjective" and len(p.abroad) == 1 and p.first < one.at
        and sentence.word_at(p.last).startswith(_FLOWS_OUT)
        and not sentence.between(p.first, one.at)
    ]  # fmt: skip
    return any(
        goal.kind == "country" and 0 < goal.first - seller.last <= _REACH and goal.last <= one.at
        and led_by(sentence, goal) in _INTO and seller.abroad[0] not in goal.codes
        for seller in sellers
        for goal in sentence.abroad
    )  # fmt: skip


def _verb(one: Draft) -> int | None:
    """The verb of selling nearest to a figure, a clause counting as six tokens."""
    sentence, low = one.sentence, one.sentence.low
    best: tuple[int, int] | None = None
    for index in range(sentence.first, sentence.last):
        if low[index].startswith(_SELLS):
            cost = abs(index - one.at) + 6 * sentence.between(index, one.at)
            if best is None or cost < best[0]:
                best = (cost, index)
    return best[1] if best is not None else None


def _seller(sentence: Sentence, verb: int) -> Place | None:
    """The other country whose verb it is, or the region abroad where the goods come from."""
    homes = False
    found: Place | None = None
    for place in sentence.places:
        near = -_BEFORE <= place.first - verb <= _AFTER and sentence.between(place.first, verb) == 0
        if not near:
            continue
        if place.codes == (HOME,) and place.kind == "country" and is_subject(sentence, place):
            homes = True
        if len(foreign(place)) != 1:
            continue
        country = is_subject(sentence, place)
        region = place.kind == "region" and (led_by(sentence, place) == "из" or place.last == verb)
        if country or region:
            found = place
    return None if homes else found


@needs(_WORLD)
def of_world(one: Draft) -> bool:
    """«мировой экспорт пшеницы – 200 млн тонн»: nobody's in particular."""
    best = one.candidates[0] if one.candidates else None
    if best is None or best.first <= one.sentence.first or one.indicator not in SIDES:
        return False
    return one.sentence.low[best.first - 1].startswith(_WORLD)


@needs(_ALL)
def of_all_abroad(one: Draft) -> bool:
    """«весь египетский импорт пшеницы – 12 млн тонн»: what another country takes from all."""
    sentence, low = one.sentence, one.sentence.low
    best = one.candidates[0] if one.candidates else None
    if best is None or one.indicator not in SIDES or home_places(sentence):
        return False
    led = range(max(sentence.first, best.first - _WIDE), best.first)
    if not any(low[at] in _ALL and all(map(str.isalpha, low[at : best.first])) for at in led):
        return False  # not «за весь 2022 год Узбекистан импортировал»
    whose = any(low[at] in _WHOSE for at in led)
    return whose or any(
        foreign(place) and (place.first in led or 0 <= place.first - best.first <= 1)
        for place in sentence.places
    )


@needs(_EVERY_YEAR)
def of_market(one: Draft) -> bool:
    """«Саудовский рынок ежегодно закупает мяса на 5 миллиардов»: from all countries."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in SIDES or any(p.first < one.at for p in home_places(sentence)):
        return False
    return any(
        place.kind == "adjective" and foreign(place)
        and sentence.word_at(place.last).startswith("рын") and place.last < one.at
        and any(low[at].startswith(_CONSUMES) for at in range(place.last, one.at))
        for place in sentence.places
    )  # fmt: skip


@needs(_DEMAND)
def of_demand(one: Draft) -> bool:
    """«в Европе спрос на сырьё утроится», «спрос там вчетверо больше»: of no flow."""
    sentence = one.sentence
    if sentence.word_at(one.last) == "(":
        return False  # «за счёт спроса в Турции в два раза (с 6 до 13 тыс. тонн)»
    return any(
        0 < one.at - at <= _REACH and sentence.between(at, one.at) == 0
        for at in sentence.where(_DEMAND)
    )


@needs(_BEHIND)
def of_rivals(one: Draft) -> bool:
    """«в торговле Узбекистана занял третье место вслед за Китаем (17%) и Россией (15%)»."""
    sentence, low = one.sentence, one.sentence.low
    if low[one.first - 1] != "(" or one.kind != "percent":
        return False
    before = [p for p in sentence.places if p.last < one.first and p.kind == "country"]
    if not before or before[-1].last != one.first - 1 or not foreign(before[-1]):
        return False
    led = low[max(sentence.first, before[-1].first - _RIVALS) : before[-1].first]
    return any(word in _BEHIND for word in led) and any(
        is_subject(sentence, home) for home in home_places(sentence)
    )
