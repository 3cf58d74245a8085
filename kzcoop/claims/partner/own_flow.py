"""Whose flow a word of trade tells, by whose it is said to be.

«киргизский экспорт в Казахстан», «Польский экспорт – 470 млн»      its own
«Наш экспорт вырос на 12%, казахстанский – на 20%», says a guest    his, then ours
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import SIDES
from kzcoop.claims.partner.flow import (
    FLOWN,
    FLOWS,
    FLOWS_OUT,
    INTO,
    OUR,
    OURS,
    entered,
    flow_of_home,
    goes_out,
)
from kzcoop.claims.place.partner_place import foreign, is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Words
from kzcoop.mentions.place import Place

_ITS = Words("ее", "его", "их")
_GOODS = ("продукци", "товар")
_OWN = 3  # tokens from «киргизский» to the flow
_HOMEWARD = 5  # and to Kazakhstan


@needs(FLOWS, OURS)
def its_flow(one: Draft, code: str) -> bool:
    """«киргизский экспорт в Казахстан», «российский импорт из Казахстана»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in SIDES:
        return False
    if _ours_of_guest(one) or _of_country(one, code) or _of_owner(one, code):
        return True
    if not sentence.begins(FLOWS):
        return False
    if sentence.holds(_ITS) and _of_it(one):
        return True
    for place in sentence.places:
        if place.kind != "adjective" or code not in place.codes or place.first > one.at:
            continue
        if goes_out(one, place.last):
            continue  # «Белорусский экспорт к нам – 790 млн, казахстанский в Беларусь – 140»
        following = low[place.last : place.last + _OWN]
        flow = next((word for word in following if word.startswith(FLOWS)), "")
        if (
            flow
            and not flow.startswith(FLOWS_OUT)
            and (
                _into_us(sentence, place.last)
                or any(
                    entered(sentence, home) and place.last <= home.first <= place.last + _HOMEWARD
                    for home in sentence.homes
                )
            )
        ):
            continue  # «Вьетнамский импорт в Казахстан», «Грузинский ввоз в республику»: ours
        home_after = _homeward(sentence, place.last, place.last + _HOMEWARD)
        exported = flow.startswith(FLOWS_OUT)
        if following[:1] == ["экспорт"] and one.indicator == "export" and _plain(one, place):
            return True  # «Польский экспорт – 470 млн»
        if _of_its_goods(one, place):
            return True
        if flow and exported == (one.indicator == "export") and home_after:
            return True
    return False


def _of_its_goods(one: Draft, place: Place) -> bool:
    """«Экспорт белорусских товаров достиг 530 млн»: whose goods are sold, and no place to."""
    sentence = one.sentence
    return (
        one.indicator == "export"
        and sentence.word_before(place.first) == "экспорт"
        and sentence.word_at(place.last).startswith(_GOODS)
        and not sentence.between(place.first, one.at)
    )


def _of_it(one: Draft) -> bool:
    """«Грузия продала меньше: её экспорт к нам сжался на 8%»: by a pronoun."""
    sentence, low = one.sentence, one.sentence.low
    out = one.indicator == "export"
    return any(
        low[i + 1].startswith(FLOWS)
        and low[i + 1].startswith(FLOWS_OUT) == out
        and low[i + 2] == ("из" if not out else "к" if low[i + 3] == "нам" else "в")
        and _homeward(sentence, i + 2, i + 2 + _OWN)
        for i in sentence.where(_ITS)
        if i + 1 < one.at
    )


def _homeward(sentence: Sentence, first: int, last: int) -> bool:
    """«в Казахстан», «из Казахстана», «к нам», «в нашу страну», beside another's flow."""
    if any(first <= home.first <= last for home in sentence.homes):
        return True
    words = sentence.low[first : min(last + 1, sentence.last)]
    return any(
        (left, right) == ("к", "нам")
        or (left in ("в", "нашу") and right in ("республику", "страну"))
        for left, right in pairwise(words)
    )


def _into_us(sentence: Sentence, first: int) -> bool:
    """«ввоз в республику», «импорт в нашу страну»: where what is bought comes."""
    words = sentence.low[first : min(first + _HOMEWARD, sentence.last)]
    return any(
        left in ("в", "нашу") and right in ("республику", "страну")
        for left, right in pairwise(words)
    )


def _of_owner(one: Draft, code: str) -> bool:
    """«Экспорт Афганистана в нашу страну составил …»: by whose flow goes to Kazakhstan."""
    sentence, low = one.sentence, one.sentence.low
    for place in sentence.abroad:
        flow = low[place.first - 1]
        if place.kind != "country" or code not in place.codes or place.first > one.at:
            continue
        if flow.startswith(FLOWS) and place.first > sentence.first:
            exported = flow.startswith(FLOWS_OUT)
            if exported != (one.indicator == "export"):
                continue
            if low[place.last] in ("в", "из", "к"):
                return _homeward(sentence, place.last, place.last + INTO)
            # «Экспорт Китая увеличился до 30 млрд», in a text on the two
            return exported and len(sentence.places) == 1 and not is_subject(sentence, place)
    return False


def _of_country(one: Draft, code: str) -> bool:
    """«Экспорт Казахстана – 4 млрд, Узбекистана – 1»: the other's, after Kazakhstan's."""
    sentence = one.sentence
    if one.measure == "share_pct" and sentence.has("share"):
        return False  # «В импорте Казахстана доля Китая составила 31%, России – 28%»
    return flow_of_home(sentence) and any(
        code in place.codes
        and place.kind == "country"
        and place.last + 1 == one.quantity.lead
        and sentence.word_before(place.first) in (",", "а")
        for place in sentence.abroad
    )


def _plain(one: Draft, place: Place) -> bool:
    """Whether a country's export stands as the subject, and no word of a third side with it."""
    sentence, low = one.sentence, one.sentence.low
    at = place.last + 1
    told = sentence.between(place.first, one.at) <= 1 and low[place.first].endswith(("ий", "ый"))
    into = low[at : at + 1] in (["в"], ["во"], ["на"])
    return told and not into and not any(place is not p and foreign(p) for p in sentence.places)


def _ours_of_guest(one: Draft) -> bool:
    """«Наш экспорт вырос на 12%, казахстанский – на 20%»: «our» is that of the other side."""
    whose = _whose(one)
    low = one.sentence.low
    return whose is not None and low[whose] in OUR and low[whose + 1].startswith(FLOWN)


def of_home_beside(one: Draft) -> bool:
    """Whether a figure is the «казахстанский – на 20%» beside the guest's own.

    Also «экспорт из области достиг 240 млн, казахстанские поставки – 50».
    """
    whose = _whose(one)
    if whose is not None and one.sentence.low[whose].startswith(OURS):
        return True
    return one.indicator == "export" and any(
        place.kind == "adjective"
        and place.last < one.at
        and one.sentence.low[place.last].startswith((*FLOWS_OUT, "поставк"))
        and not one.sentence.between(place.last, one.at) > 1
        for place in one.sentence.homes
    )


def _whose(one: Draft) -> int | None:
    """Where the last «наш» or «казахстанский» stands before a figure, if both are told."""
    sentence, low = one.sentence, one.sentence.low
    if not (sentence.begins(OURS) and sentence.holds(OUR)):
        return None
    before = range(one.at - 1, sentence.first - 1, -1)
    return next((i for i in before if low[i] in OUR or low[i].startswith(OURS)), None)
