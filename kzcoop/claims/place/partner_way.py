"""Countries that a sentence names as a way, and not as a partner.

«из Китая в Россию через Казахстан перевезли …»       who sends, not where it goes
«морем через порты России или стран Балтии»           where it is loaded
«через переход ушло 900 поездов в Россию и Беларусь»  goals beyond a border
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.place.partner_place import HOME, NEIGHBOURS
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

# indicators of what goes along a corridor
WAYS = frozenset({"freight", "other", "transit"})
_PORTS = Stems("порт")
_CROSSINGS = Stems("переход", "погранпереход", "пункт", "станци", "стык")
_THROUGH = Words("через")
_ROUTES = Stems("коридор", "маршрут")
_WITH = frozenset({"с", "со"})  # «через переходы с Китаем»
_INTO = frozenset({"в", "во"})
_TO_LANDS = (["в"], ["во"], ["в", "страны"], ["в", "государства"], ["в", "республики"])
_LOADED = frozenset({"в", "во", "из", "через"})
_CALLS = ("заход", "остановк", "перевалк")
_CALLING = 4  # tokens from «с остановкой» to «портах»
_INSIDE = frozenset({"в", "во", "на"})
_EVENTS = ("боев", "войн", "действий", "конфликт", "кризис", "операци", "событи")
_HELD = Stems(
    "встреч",
    "заседани",
    "комисси",
    "конференц",
    "переговор",
    "саммит",
    "собрани",
    "совещани",
    "форум",
)
_EVENT = 4  # tokens from «заседанию» to where it was held
_HARBOUR = 5  # tokens from «порты» to the last country that they are in
_CROSSED = 8  # tokens from «через» to the last of those that it leads through
_GROUND = ("порт", "территор")
_LAID = frozenset({"дорогам", "путям", "рельсам", "территории"})
_ROADS = ("дорог", "коридор", "маршрут", "путем", "пути")
_ENDS = frozenset({"в", "во", "из"})  # before where goods come from or go to
_MANY = 3  # countries from which on a corridor's capacity is no one's


def is_on_way(one: Draft, place: Place) -> bool:
    """Whether a place is only on the way of what a figure counts."""
    if one.indicator in WAYS and _is_goal(one.sentence, place):
        return True
    if _is_of_event(one.sentence, place):
        return True
    if one.indicator == "transit" and held_there(one.sentence, place):
        return True
    if _only_crossed(one, place):
        return True
    return place.first < one.at and not _row(one, place) and _has_ports(one.sentence, place)


def _row(one: Draft, place: Place) -> bool:
    """«в Баку – 700 тыс. тонн, в иранские порты – 300»: where the figure of a list goes."""
    led = one.sentence.low[place.last : one.quantity.lead]
    into = place.kind == "adjective" and one.sentence.low[place.first - 1] in _INTO
    return into and led[1:] in (["–"], ["—"])


def _is_goal(sentence: Sentence, place: Place) -> bool:
    """«из Китая в Россию», with neither of them Kazakhstan."""
    return any(
        right is place
        and sentence.word_before(left.first) == "из"
        and sentence.low[left.last : right.first] in _TO_LANDS
        and HOME not in left.codes
        and HOME not in right.codes
        for left, right in pairwise(sentence.places)
    )


def _has_ports(sentence: Sentence, place: Place) -> bool:
    """«через порты России или стран Балтии», where the sentence also says where to.

    Or where ships only call: «с остановкой в российских портах или странах Балтии».
    """
    if not sentence.begins(_PORTS):
        return False
    low = sentence.low
    start = max(sentence.first, place.first - _HARBOUR)
    near = range(min(place.last, sentence.last - 1), start, -1)
    led = next((i for i in near if low[i].startswith(_PORTS)), None)
    if led is None or any(led < q.number_first < place.first for q in sentence.quantities):
        return False
    before = low[max(sentence.first, led - _CALLING) : led]
    if _LOADED.isdisjoint(before):
        return False
    if any(word.startswith(_CALLS) for word in before):
        return True
    return any(
        other.first < led and other is not place and sentence.word_before(other.first) in _INTO
        for other in sentence.places
    )


def is_crossed(sentence: Sentence, place: Place) -> bool:
    """«Грузы идут через Омскую область и Алтай»: who is on the way, and no one to trade with."""
    return sentence.holds(_THROUGH) and _past_through(sentence, place)


def _past_through(sentence: Sentence, place: Place) -> bool:
    """Whether «через» stands before a place in its clause."""
    low, clause = sentence.low, sentence.clause(place.first)
    return any(
        low[i] == "через" and sentence.clause(i) == clause
        for i in range(max(sentence.first, place.first - _CROSSED), place.first)
    )


def _only_crossed(one: Draft, place: Place) -> bool:
    """«Ячменя, который идёт через Иран, …», «через территорию России – 612 тыс.»: on the way.

    What moves needs another place that it comes from or goes to.
    """
    sentence, low = one.sentence, one.sentence.low
    if low[place.first - 1] in _LAID and sentence.word_before(place.first - 1) == "по":
        return place.kind == "country"  # «по территории Азербайджана прошёл состав»
    return sentence.holds(_THROUGH) and _is_ground_crossed(one, place)


def _is_ground_crossed(one: Draft, place: Place) -> bool:
    """Whether «через» leads to a country, and what moves goes on to another place."""
    sentence, low = one.sentence, one.sentence.low
    ground = place.kind == "adjective" and sentence.word_at(place.last).startswith(_GROUND)
    if not (ground or place.kind == "country"):
        return False
    far = place.kind == "country" and NEIGHBOURS.isdisjoint(place.codes)
    if far and low[place.first - 1] == "через" and place.first < one.at:
        return True  # «Автомобилями через Афганистан доставили 40 тыс. тонн», of whoever gets them
    start = max(sentence.first, place.first - _CROSSED)
    led = next((i for i in range(place.first - 1, start - 1, -1) if low[i] == "через"), None)
    if led is None:
        return False
    between = low[led + 1 : place.first]
    own = {i for p in sentence.places for i in range(p.first, p.last)}
    if any(
        led + 1 + at not in own and word not in ("и", ",", "или") and not word.startswith(_GROUND)
        for at, word in enumerate(between)
    ):
        return False
    if any(led < home.first < place.last + 3 for home in sentence.homes):
        return False  # «ведёт из Китая через Казахстан, Азербайджан и Грузию»: a corridor
    ground = ground or any(word.startswith(_GROUND) for word in between)
    if one.indicator in WAYS and not ground:
        leads = sentence.word_before(led).startswith(_ROADS)
        ends = any(sentence.word_before(p.first) in _ENDS for p in sentence.abroad)
        return leads or ends or _goes_to_town(sentence)
    return True


def _goes_to_town(sentence: Sentence) -> bool:
    """«Через Узбекистан и Афганистан в порт Карачи проследовало …»: a town that it goes to."""
    return any(
        hit.entry.kind != HOME
        and (
            sentence.word_before(hit.first) in _INTO
            or (
                sentence.word_before(hit.first).startswith("порт")
                and sentence.word_before(hit.first - 1) in _INTO
            )
        )
        for hit in sentence.rows("cities")
    )


def _is_of_event(sentence: Sentence, place: Place) -> bool:
    """«после начала военной операции на Украине», «из-за кризиса в Иране»: where it happened."""
    if place.first < sentence.first + 2 or sentence.low[place.first - 1] not in _INSIDE:
        return False
    return sentence.low[place.first - 2].startswith(_EVENTS)


def held_there(sentence: Sentence, place: Place) -> bool:
    """«собрание ассоциации в Тбилиси», «к заседанию комиссии в Челябинске»: where it was held."""
    if not sentence.begins(_HELD) or sentence.word_before(place.first) not in _INTO:
        return False
    before = sentence.low[max(sentence.first, place.first - _EVENT) : place.first]
    return any(word.startswith(_HELD) for word in before)


def beyond_border(one: Draft, codes: tuple[str, ...]) -> bool:
    """«через переход прошло 900 поездов в Россию, Беларусь и Германию»: the border's figure."""
    sentence = one.sentence
    if one.indicator not in WAYS or len(codes) < _MANY or not sentence.begins(_CROSSINGS):
        return False
    led = {sentence.word_before(p.first) for p in sentence.places if HOME not in p.codes}
    return not led.isdisjoint(_INTO) and led.isdisjoint(_WITH)


def is_shared_way(one: Draft, codes: tuple[str, ...]) -> bool:
    """«вместе с Грузией, Турцией и Китаем поднять мощность коридора до 10 млн тонн»: no one's."""
    return one.indicator == "other" and len(codes) >= _MANY and one.sentence.begins(_ROUTES)
