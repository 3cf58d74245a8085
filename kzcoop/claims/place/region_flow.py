"""What a region abroad trades with Kazakhstan, told as its own.

«экспорт области – 268 млн, импорт – 64»             its flows
«оборот Самарской области с республикой»             its turnover with us
«для нашего региона Казахстан второй по обороту»     our place in its trade
"""

from __future__ import annotations

from kzcoop.claims.claim import SIDES
from kzcoop.claims.place.partner_place import HOME, is_subject, led_by
from kzcoop.claims.place.region import country_of
from kzcoop.claims.place.venue import lead_of
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

_TOLD = (*SIDES, "turnover")
_SENT = ("вывез", "вывоз", "отгру", "отправ", "постав", "продал")
_INTO = frozenset({"в", "во", "на", "с", "со"})
_INTO_IT = frozenset({"край", "область", "провинцию", "район", "регион"})
_TRADE_OF = ("между", "партнер", "товарооборот", "торговл", "оборот")
_PAIRED = frozenset({"с", "со", "между", "и"})
_OF_REGION = Stems("губерни", "област", "регион")
_ITS = Words("ее", "его", "их")
_REPUBLIC = Words("республикой")
_TRADING = Stems("товарооборот", "торговл", "торгует", "торгуют")


def trades_with_us(sentence: Sentence, region: str) -> bool:
    """Whether a region abroad is told to trade: «Тверская область торгует с Казахстаном больше»."""
    if country_of(region) == HOME or not sentence.begins(_TRADING):
        return False
    named = [p for p in sentence.places if p.name == region]
    if not any(" ".join(sentence.low[p.first : p.last]) == region.lower() for p in named):
        return False
    return any(p.kind == "country" and lead_of(sentence, p) == "с" for p in sentence.homes)


def own_flow_abroad(one: Draft, trading: bool = False) -> bool:
    """Whether a figure is told as a region's abroad: «экспорт области – 268 млн, импорт – 64».

    What Kazakhstan sends into the region or takes from it is told from here. ``trading`` tells
    whether the paragraph said that the region trades with Kazakhstan.
    """
    if one.region is None or one.reporter != HOME or one.indicator not in _TOLD:
        return False
    if one.partner != (country_of(one.region),):
        return False
    if one.indicator != "turnover":
        return _is_of_it(one)
    return (trading and not one.sentence.places) or _own_turnover(one) or _first_of_it(one)


def _first_of_it(one: Draft) -> bool:
    """«мы остаёмся первым партнёром области», says a consul."""
    sentence, low = one.sentence, one.sentence.low
    return (
        one.measure == "rank"
        and not sentence.places
        and any(low[at - 1].startswith("партнер") for at in sentence.where(_OF_REGION))
    )


def _own_turnover(one: Draft) -> bool:
    """«оборот Самарской области с республикой», «для нашего региона Казахстан второй по обороту».

    Not «торговля Казахстана с Самарской областью», «между Казахстаном и областью».
    """
    sentence, low = one.sentence, one.sentence.low
    if one.status in ("potential", "target"):
        return False  # what the two aim at is of both
    homes = [p for p in sentence.homes if p.kind == "country"]
    with_us = sentence.holds(_REPUBLIC) and not (one.region or "").startswith("Республика")
    with_us = with_us and any(low[at - 1] == "с" for at in sentence.where(_REPUBLIC))
    if not (homes or with_us) or any(low[p.first - 1].startswith(_TRADE_OF) for p in homes):
        return False
    if any(HOME in p.codes and (p.kind == "region" or len(p.codes) > 1) for p in sentence.places):
        return False
    regions = [p for p in sentence.places if p.kind == "region"]
    if any(led_by(sentence, p) in _PAIRED for p in regions):
        return False
    # «За 2024 год её торговля с Казахстаном …»
    return with_us or bool(regions) or sentence.begins(_OF_REGION) or sentence.holds(_ITS)


def _is_of_it(one: Draft) -> bool:
    """Whether nothing in its sentence tells that a flow goes from here, or comes here."""
    sentence, low = one.sentence, one.sentence.low
    if any(
        (p.kind == "adjective" and not is_recipient(sentence, p))
        or low[p.first - 1] in ("из", "для")
        for p in sentence.homes
        if p.first < one.at or not sentence.between(one.at, p.first)
    ):
        return False
    led = [lead_of(sentence, p) for p in sentence.places if p.name == one.region]
    if "через" in led or (one.indicator == "import" and "из" in led):
        return False  # «импорт из СУАР», «отправлено через Санкт-Петербург»: from here
    if any(low[i] == "в" and low[i + 1] in _INTO_IT for i in range(sentence.first, one.at)):
        return False  # «экспорт в регион»
    if any(
        p.kind == "country" and p.abroad == one.partner and low[p.first - 1] in ("в", "во", "из")
        for p in sentence.abroad
    ):
        return False  # «область поставила в Россию на 1,3 млрд»
    return not any(
        p.kind == "region" and p.name == one.region and lead_of(sentence, p) in _INTO
        for p in sentence.places
    ) and not any(is_subject(sentence, p) for p in sentence.homes)


def is_recipient(sentence: Sentence, place: Place) -> bool:
    """«отгрузила казахстанским покупателям»: who gets goods, and no seller."""
    if place.kind != "adjective":
        return False
    plural = sentence.low[place.last - 1].endswith(("им", "ым"))
    after = (sentence.word_at(place.last), sentence.word_at(place.last + 1))
    return plural and any(word.endswith(("ам", "ям")) for word in after)


def sends(one: Draft) -> bool:
    """Whether a flow is told by a word of sending: «поставили в Казахстан»."""
    return bool(one.candidates) and one.candidates[0].word.startswith(_SENT)
