"""Regions where something happens or stands, and that no figure after is about.

«на форуме, который проходит в Костанайской области»    where people met
«В сентябре в Омске договорились оформлять …»           where they agreed
«опреснитель воды в Мангистау»                          where one thing is built
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.mentions.place import Place

# where people met: «форум прошёл в Оренбурге»
EVENTS = Stems(
    "бизнес-форум", "визит", "встреч", "выставк", "заседани", "конференц", "саммит", "форум"
)
# what people do where they meet
_AGREED = Stems(
    "договоренност", "договорил", "обеща", "обсудил", "подписа", "пообещ", "согласова", "сошлись",
    "условил",
)  # fmt: skip
_BEFORE = 2  # and of «договорённость в»
_TRIPS = ("вылет", "визит", "командировк", "поездк", "приезд", "прибы", "прилет")
_AGREE = 3  # tokens of «в Омске стороны наконец договорились»
# what stands in one place
_SITES = (
    "больниц", "ветропарк", "гэс", "завод", "комбинат", "комплекс", "опреснител", "парк", "склад",
    "станци", "теплиц", "терминал", "установк", "фабрик", "ферм", "хаб", "цех",
)  # fmt: skip
_SITE = 6  # tokens of «станцию на 1000 МВт в»
_VENUE = 11  # tokens from «форум, который проходит в» to its place


def is_site(sentence: Sentence, place: Place) -> bool:
    """«опреснитель воды в Мангистау»: where one thing is built, and not of what is told next."""
    if sentence.word_before(place.first) not in ("в", "во", "под"):
        return False
    before = sentence.low[max(sentence.first, place.first - _SITE) : place.first]
    return any(word.startswith(_SITES) for word in before)


def tells_of_it(one: Draft, place: Place) -> bool:
    """Whether a figure of the same kind stands between a site and a figure."""
    return any(
        place.last <= q.first < one.quantity.lead and q.kind == one.kind
        for q in one.sentence.quantities
    )


def lead_of(sentence: Sentence, place: Place) -> str:
    """The word before a place, or before the one that it is joined to: «на Уфу и Омск»."""
    led = sentence.word_before(place.first)
    return sentence.word_before(place.first - 2) if led in ("и", ",") else led


def is_venue(sentence: Sentence, place: Place) -> bool:
    """«на форуме, который проходит в Костанайской области, подписали»: where people met."""
    if sentence.word_before(place.first - 1).startswith(_TRIPS):
        return True  # «накануне поездки в Тяньцзинь»
    if sentence.begins(_AGREED) and _agreed_there(sentence, place):
        return True
    if not sentence.begins(EVENTS) or lead_of(sentence, place) not in ("в", "во"):
        return False
    before = sentence.low[max(sentence.first, place.first - _VENUE) : place.first]
    return any(word.startswith(EVENTS) for word in before)


def _agreed_there(sentence: Sentence, place: Place) -> bool:
    """«В сентябре в Омске договорились оформлять …», «по договорённости в Челябинске»."""
    if place.last - place.first > 1 or lead_of(sentence, place) not in ("в", "во"):
        return False
    near = range(
        max(sentence.first, place.first - _BEFORE), min(place.last + _AGREE, sentence.last)
    )
    return any(sentence.low[i].startswith(_AGREED) for i in near)
