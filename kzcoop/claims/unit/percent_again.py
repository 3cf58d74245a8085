"""Whether the sign of per cent that a figure before has is left out of a number.

«импорт вырос на 36%, экспорт – на 12»           of what grew
«Достык прибавил 4%, Алтынколь – сразу 22»       by whose turn it is
«доля в обороте: Китай – 21,4%; Россия – 19,6»   of a list of shares
«металлов – в 3 раза, зерна – в 1,5»              the same of «раз»
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.brackets import closed_before
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import sold_on
from kzcoop.claims.unit.shared_unit import OWN_SCALE, take_unit

_DASHES = frozenset("–—-")
_WHOLE = frozenset({"всего", "всей", "всех"})
_MAKES_UP = ("дал", "держ", "занима", "заня", "обеспеч", "состав")
_TAKES = (*_MAKES_UP, "берет", "взял", "достал", "забира", "забрал", "получ", "приход", "пришл")
_AGAINST = (["против"], ["вместо"])
_ALL = frozenset({"аж", "все", "всего", "лишь", "ровно", "сразу", "только", "целых"})
_ASIDE = ("в", "вшись", "я", "ясь")  # «взял 61 тыс., прибавив 3%, Афганистан – 29»: tonnes
_HUNDRED = 100
_TIMES = 30
_ENDS = frozenset({",", ".", ";", "а", "и", "соответственно"})
_SIGNS = frozenset({"минус", "плюс"})
_SUBJECT = 5  # tokens of «, а станция «Алтынколь»»
_WAYS_ON = frozenset({"down", "up"})


def percent_again(one: Draft, other: Draft) -> bool:
    """Whether a number without a unit has that of the figure before it, a percentage."""
    return other.kind == "percent" and (_percent_again(one, other) or _share_again(one, other))


def _percent_again(one: Draft, other: Draft) -> bool:
    """«импорт вырос на 36%, экспорт – на 12»: the sign stands once, before."""
    sentence = one.sentence
    after = sentence.low[one.last] if one.last < sentence.last else "."
    if sentence.low[other.last : one.quantity.lead] in _AGAINST:
        return True  # «плюс 22% против 10»
    goods = sentence.mentions.hits["commodities"]
    named = any(other.last <= hit.first < one.at for hit in sentence.indicators) or any(
        at in goods for at in range(other.last, one.at)
    )  # «Нефти отгружено на 18% меньше, зерна – на 40»
    lead = one.quantity.lead
    lead -= sentence.word_before(lead) in _ALL  # «вывоз – на все двенадцать»
    led = sentence.word_before(lead) == "на"
    # «экспорт в Китай вырос на 12%, в Иран – на все 30»
    named = named or (sentence.word_before(other.at) == "на" and _dashed_on(one, lead))
    if after not in (".", ",", ";", ")") or (led and sold_on(one)):
        return False
    if sentence.word_before(other.at) in _SIGNS:
        return False  # «в Италию – 9 млрд, минус 11%; в Китай – 8»
    if closed_before(other, one) or one.value > _HUNDRED:
        return False
    joined = sentence.word_before(lead) in ("–", "—", "-") and any(
        place.last == lead - 1
        and (sentence.word_before(place.first) in ("в", "на") or sentence.has("share"))
        for place in sentence.places
    )  # «на страны СНГ приходится 17%, на Евросоюз – 14,7»
    # «Ташкентская область получила 40 процентов всей муки, Самаркандская – 14»
    joined = joined or (
        (sentence.word_at(other.last) in _WHOLE or other.quantity.kind == "bare")
        and any(place.last == lead - 1 for place in sentence.places)
    )
    # «Уголь занял 41%, руда – 14»
    goods_last = {hit.last for hit in goods.values()}
    joined = joined or (
        sentence.word_before(other.quantity.lead).startswith(_MAKES_UP)
        and sentence.word_before(lead) in _DASHES
        and lead - 1 in goods_last
    )
    # «Китай держит 9%, Иран – 4»
    joined = joined or (
        sentence.word_before(other.quantity.lead).startswith((*_TAKES, *_MAKES_UP))
        and sentence.word_before(lead) in _DASHES
        and any(place.last == lead - 1 for place in sentence.places)
    )
    # «На Россию приходится 41% вывоза, Узбекистан забирает 27»
    joined = joined or (
        sentence.has("share")
        and sentence.word_before(lead).startswith(_TAKES)
        and "на" not in (sentence.word_before(other.quantity.lead), sentence.low[other.first])
        and any(other.last <= place.first < lead for place in sentence.places)
    )
    return joined or (led and named) or _changes_again(one, other, lead)


def _share_again(one: Draft, other: Draft) -> bool:
    """«доля в обороте: Китай – 21,4%; Россия – 19,6; Италия – 11,2%»: the sign once left out."""
    if one.value > _HUNDRED:
        return False
    sentence, low = one.sentence, one.sentence.low
    if sentence.word_before(other.at) in _SIGNS:
        return False
    place = next((p for p in sentence.places if p.last == one.quantity.lead - 1), None)
    listed = (
        low[other.last : other.last + 1] in ([";"], [","]) and low[one.quantity.lead - 1] in "–—-"
    ) and not closed_before(other, one)
    return listed and place is not None and sentence.has("share")


def _dashed_on(one: Draft, lead: int) -> bool:
    """«– на все 30»: a dash before what leads to a number."""
    return one.sentence.low[lead - 2] in _DASHES


def _changes_again(one: Draft, other: Draft, lead: int) -> bool:
    """«Достык прибавил 4%, Алтынколь – сразу 22», «первый – 4%, второй – 22»."""
    sentence, low = one.sentence, one.sentence.low
    grew = any(
        0 <= other.quantity.lead - cue.last <= 1 and cue.entry.kind in _WAYS_ON
        and not low[cue.first].endswith(_ASIDE)
        for cue in sentence.cues
    )  # fmt: skip
    subject = low[other.last : lead - 1]
    return (
        grew
        and low[lead - 1] in _DASHES
        and 2 <= len(subject) <= _SUBJECT
        and subject[0] in (",", ";")
        and not any(at in sentence.mentions.hits["counted"] for at in range(other.last, lead))
    )


def times_again(one: Draft, before: Sequence[Draft]) -> bool:
    """«по легковым машинам – в 3 раза, по грузовым в 1,5»: times, whose noun stands once."""
    last = before[-1] if before else None
    low, lead = one.sentence.low, one.quantity.lead
    if last is None or last.kind != "ratio" or last.rejected or low[last.first] != "в":
        return False
    if low[lead - 1] != "в" or one.quantity.scale != OWN_SCALE or one.value > _TIMES:
        return False
    if one.last < one.sentence.last and low[one.last] not in _ENDS:
        return False
    one.first = lead - 1
    return take_unit(one, last)
