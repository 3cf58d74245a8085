"""Which figures tell of the way back: of trade that goes the other way than told before.

«туда ушло товаров на 320 млн, обратно – на 130»        after a figure of its sentence
«отправили в Индию на 620 млн, индийцы нам – на 580»    by who sends it
«продали на 90 млн, купили у них на 40»                 by whom it was bought from
«Обратно мы получили товаров на миллиард»               after the sentence before
«Казахстан поставил на 38 млн, Армения – на 13»         by whose turn it is, the verb left out
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import SIDES
from kzcoop.claims.place.partner_place import HOME, PREPOSITIONS, foreign, is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

_THEM = frozenset({"них", "партнеров", "партнера", "соседа", "соседей"})
_US = Words("нам", "сюда")
_FROM_THEM = Words("него", "нее", "них")
_BACK = Words("взамен", "встречном", "навстречу", "обратно", "обратном", "обратную", "оттуда")
_OPENS = frozenset({",", ";", "а", "и"})
_DASHES = frozenset("–—-")
_PLURAL = ("ие", "ые")  # «казахстанские компании закупили»
_TURN = 3  # tokens of «, а мы»
_BOTH_WAYS = frozenset({"export", "turnover"})
# verbs of one who trades both ways
SELLS = (
    "вывез", "вывози", "отгруж", "отгрузи", "отправи", "отправл", "поставил", "поставля", "прода",
    "экспортир",
)  # fmt: skip
BUYS = (
    "берет", "ввез", "ввози", "завез", "закупа", "закупи", "закупл", "импортир", "купи", "куплен",
    "покупа", "получ", "приобре",
)  # fmt: skip
_COMES = frozenset(
    "везем везут везли едет едут завозим завозят идет идут поступает поступают шло шли".split()
)
_NEAR = 8  # tokens from «наш экспорт» to its figure
_EARLY = 5  # tokens in which the verb stands
OURS = ("вывоз", "поставк", "продукци", "сырь", "товар", "экспорт")
_FLOW = Stems(*OURS)
_OUR = frozenset({"наш", "наши"})


def bought_from_them(one: Draft, done: Sequence[Draft]) -> bool:
    """Whether «закупки у них», «купили у соседей» stands between the figure before and this one."""
    sentence, low = one.sentence, one.sentence.low
    opened = done[-1].last if done else sentence.first
    return any(
        hit.entry.kind == "purchase"
        and opened <= hit.first < one.at
        and sentence.word_at(hit.last) == "у"
        and low[hit.last + 1] in _THEM
        for hit in sentence.indicators
    )


def opens_back(one: Draft) -> bool:
    """Whether a sentence of goods opens with «обратно», «оттуда», «взамен»."""
    sentence = one.sentence
    opening = sentence.low[sentence.first : sentence.first + 2]
    return one.indicator in _BOTH_WAYS and sentence.holds(_BACK) and not _BACK.isdisjoint(opening)


def goes_back(sentence: Sentence) -> bool:
    """«Обратно везут тальк и изюм.»: a sentence without a figure, of what comes the other way."""
    opening = sentence.low[sentence.first : sentence.first + 2]
    if sentence.quantities or not sentence.holds(_BACK) or _BACK.isdisjoint(opening):
        return False
    return any(word in _COMES for word in sentence.low[sentence.first : sentence.first + _EARLY])


def turns(one: Draft, last: Draft) -> bool:
    """Whether a flow goes the other way than the one before in its sentence.

    «туда ушло товаров на 320 млн, обратно – на 130»
    «казахстанские поставки – 240 млн – выросли, польские (402 млн) – тоже»
    """
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in SIDES or one.sentence is not last.sentence:
        return False
    between = range(last.last, one.quantity.lead)
    if sentence.holds(_BACK) and any(low[i] in _BACK for i in between):
        return True
    to_us = last.indicator == "export" and one.indicator == "export"
    if to_us and sentence.holds(_US) and any(low[i] in _US for i in between):
        return True  # «отправили в Индию на 620 млн, индийцы нам – на 580»
    named = any(hit.first in between for hit in sentence.indicators)
    if not named and _takes_turn(one, last):
        return True
    if (
        sentence.holds(_FROM_THEM)
        and not named
        and last.kind != "rank"  # «Армения третья, у неё 5 тыс. тонн»
        and any(low[i] in _FROM_THEM and low[i - 1] == "у" for i in between)
    ):
        return True  # «купили у нас 90 тонн, а мы у них – 14»
    if low[last.candidates[0].first if last.candidates else 0].startswith("поставк") and any(
        p.kind == "adjective" and p.codes == ("KAZ",) and p.first in between
        and low[p.last] in ("(", "–", "—") and one.quantity.lead - p.last <= 2
        for p in sentence.places
    ):  # fmt: skip
        return last.indicator == "import"  # «Кыргызские поставки – на 24%, казахстанские – на 16»
    return sentence.begins(_FLOW) and _is_theirs(one, last) and _is_ours(last, one.quantity.lead)


def _is_ours(last: Draft, end: int) -> bool:
    """«казахстанский экспорт – 90 млн», «90 млн – наш экспорт»: whose flow a figure is."""
    sentence, low = last.sentence, last.sentence.low
    homes = {place.last for place in sentence.homes if place.kind == "adjective"}
    return any(
        low[i].startswith(OURS) and (i in homes or low[i - 1] in _OUR)
        and (i < last.at or not _DASHES.isdisjoint(low[last.last : i]))
        for i in sentence.where(_FLOW)
        if i < end and abs(i - last.at) <= _NEAR
    )  # fmt: skip


def _is_theirs(one: Draft, last: Draft) -> bool:
    """«польские (402 млн)», «грузинский в Казахстан – 40», «40 – грузинский»: the noun left out."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    for place in sentence.abroad:
        if place.kind != "adjective":
            continue
        if last.last <= place.first < lead:
            home = [p for p in sentence.homes if place.last < p.first]
            at = home[0].last if home and low[place.last] == "в" else place.last
            if at == lead - 1 and low[at] in ("(", "–", "—"):
                return True
        elif place.first == one.last + 1 and low[one.last] in _DASHES:
            return sentence.word_at(place.last) in ("", ".", ",", ";")
    return False


def _takes_turn(one: Draft, last: Draft) -> bool:
    """«Казахстан поставил на 38 млн, Армения – на 13»: the other side does what this one did."""
    sentence, low = one.sentence, one.sentence.low
    verb = last.candidates[0] if last.candidates else None
    if verb is None or verb.first > last.at or not verb.word.startswith((*SELLS, *BUYS)):
        return False
    seconds = [
        place for place in sentence.places
        if last.last <= place.first < one.quantity.lead and is_subject(sentence, place)
    ]  # fmt: skip
    if not seconds:
        return last.indicator == "import" and _our_turn(one, last)
    if len(seconds) != 1 or low[seconds[0].first - 1] not in _OPENS:
        return False
    if _DASHES.isdisjoint(low[seconds[0].last : one.quantity.lead]):
        return False
    ours = seconds[0].codes == (HOME,)
    before = [place for place in sentence.places if place.first < last.at]
    if ours:
        # «Грузия поставила в Казахстан вина …»; not of a third one's goods: «Китай закупил его
        # на 400 млн, Казахстан – на 21»
        return any(place.codes == (HOME,) for place in before) and any(
            foreign(place) and is_subject(sentence, place) for place in before
        )
    if any(foreign(place) and place.codes != seconds[0].codes for place in before):
        return False  # «Казахстан отправил в Китай 40 тыс. тонн, Россия – 300»
    return any(place.codes == (HOME,) and _acts(sentence, place) for place in before)


def _our_turn(one: Draft, last: Draft) -> bool:
    """«белорусы поставили нам техники на 90 млн, мы им – металла на 60»."""
    low = one.sentence.low
    between = low[last.last : one.quantity.lead]
    return (
        len(between) > _TURN
        and between[0] in _OPENS
        and "мы" in between[:_TURN]
        and not _DASHES.isdisjoint(between)
    )


def _acts(sentence: Sentence, place: Place) -> bool:
    """«Казахстан поставил», «казахстанские компании закупили»."""
    if place.kind == "adjective" and sentence.low[place.last - 1].endswith(_PLURAL):
        return sentence.word_before(place.first) not in PREPOSITIONS
    return is_subject(sentence, place)
