"""Countries that a sentence names as a way, and not as a partner.

«из Китая в Россию через Казахстан перевезли …»       who sends, not where it goes
«морем через порты России или стран Балтии»           where it is loaded
«через переход ушло 900 поездов в Россию и Беларусь»  goals beyond a border
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import HOME
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.mentions.place import Place

# indicators of what goes along a corridor
WAYS = frozenset({"freight", "other", "transit"})
_PORTS = Stems("порт")
_CROSSINGS = Stems("переход", "погранпереход", "пункт", "станци", "стык")
_ROUTES = Stems("коридор", "маршрут")
_WITH = frozenset({"с", "со"})  # «через переходы с Китаем»
_INTO = frozenset({"в", "во"})
_HARBOUR = 5  # tokens from «порты» to the last country that they are in
_MANY = 3  # countries from which on a corridor's capacity is no one's


def is_on_way(one: Draft, place: Place) -> bool:
    """Whether a place is only on the way of what a figure counts."""
    if one.indicator in WAYS and _is_goal(one.sentence, place):
        return True
    return place.first < one.at and _has_ports(one.sentence, place)


def _is_goal(sentence: Sentence, place: Place) -> bool:
    """«из Китая в Россию», with neither of them Kazakhstan."""
    return any(
        right is place
        and sentence.word_before(left.first) == "из"
        and sentence.low[left.last : right.first] in (["в"], ["во"])
        and HOME not in left.codes
        and HOME not in right.codes
        for left, right in pairwise(sentence.places)
    )


def _has_ports(sentence: Sentence, place: Place) -> bool:
    """«через порты России или стран Балтии», where the sentence also says where to."""
    if not sentence.begins(_PORTS):
        return False
    low = sentence.low
    start = max(sentence.first + 1, place.first - _HARBOUR)
    led = next((i for i in range(place.first - 1, start, -1) if low[i].startswith(_PORTS)), None)
    if led is None or low[led - 1] not in ("в", "во", "из", "через"):
        return False
    if any(led < q.number_first < place.first for q in sentence.quantities):
        return False
    return any(
        other.first < led and sentence.word_before(other.first) in _INTO
        for other in sentence.places
    )


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
