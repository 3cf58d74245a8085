"""What a bare number takes from the figures before it in its sentence: their unit, their scale.

«прошло 6,2 млн тонн, через «Алтынколь» – 5,2»                           of the amount before
«13 млн тонн на 7 млрд долларов, Нидерланды – 6 млн на 3»                by its place in a pair
«раньше за сутки пропускали 80 машин, сейчас – 450»                      of a flow
«импорт вырос на 36%, экспорт – на 12»                                   the sign of per cent
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.scene.brackets import alone, closed_before
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.unit.counted_before import of_post
from kzcoop.claims.unit.named_unit import counts_own
from kzcoop.claims.unit.scale_before import shares_scale
from kzcoop.claims.unit.shared_unit import (
    COUNTED,
    MILLION,
    OWN_SCALE,
    PLAIN,
    SHARED,
    SMALL,
    is_worth,
    of_them,
    take,
    take_unit,
)
from kzcoop.language.stems import Stems

_GOOD = 3  # tokens of «нефти на» between tonnes and what they are worth
# «принимал 640 машин при проектной норме 400», «хотя рассчитан он на девятьсот»
_BUILT_FOR = Stems(
    "мощност", "норм", "построен", "проектир", "проектом", "рассчитан", "способност",
    "спроектир", "строил",
)  # fmt: skip
_PLAINLY = frozenset({"teu", "vehicle", "wagon"})  # counted one by one
_MANY = 10  # vehicles from which on a bare number is one
_DASHES = frozenset("–—-")
_WHOLE = frozenset({"всего", "всей", "всех"})
_MAKES_UP = ("дал", "держ", "занима", "заня", "обеспеч", "состав")
_TAKES = (*_MAKES_UP, "берет", "взял", "достал", "забира", "забрал", "получ", "приход", "пришл")
_HUNDRED = 100
_WORTH = 300  # times as much as the tonnes that an amount in brackets is no longer of
_AT_TIMES = frozenset({"ныне", "пока", "прежде", "раньше", "сегодня", "сейчас", "стало", "теперь"})
_AMOUNTS = frozenset({"money", "tonne"})
_GROWTH = frozenset({"money", "percent", "ratio"})
_ALL = frozenset({"все", "лишь", "сразу", "только", "целых"})
_AGAINST = (["против"], ["вместо"])
_SIGNS = frozenset({"минус", "плюс"})


def whole_of_amount(drafts: Sequence[Draft], index: int) -> bool:
    """«потрачено 41 млрд тенге из 95»: of what a sum is the part, in its unit."""
    if not index:
        return False
    one, part = drafts[index], drafts[index - 1]
    between = one.sentence.low[part.last : one.quantity.lead]
    return between == ["из"] and part.kind in _AMOUNTS and take(one, part, "of the part before")


def unit_before(drafts: Sequence[Draft], index: int) -> bool:
    """«6,2 млн тонн, через «Алтынколь» – 5,2», «против 723 тыс.», «25 тыс. против шести»."""
    one = drafts[index]
    measured = [
        each
        for each in reversed(drafts[:index])
        if each.kind in SHARED
        and each.kind not in PLAIN
        and not each.rejected
        and not is_worth(one, each)
        and not (each.kind in _AMOUNTS and of_them(one))
    ]
    # «пшеница – 498 млн долл. (2,4 млн тонн); нефть – 163 млн»: dollars, as outside the brackets
    outside = [] if alone(one) else [each for each in measured if not alone(each)]
    other = next(iter(outside or measured), None)
    other = _in_pair(drafts, index) or other
    # «рассчитан на 850 машин в день; планку поднимут вдвое, до 1 800»: past how much it grows
    past = [each for each in drafts[:index] if each.kind not in _GROWTH]
    flow = past[-1] if past else None
    if flow is not None and flow.kind in ("vehicle", "vehicles"):
        if _daily(one):
            take_unit(one, flow)  # «оформил 19 тыс. грузовиков, или в среднем 650 в сутки»
            one.kind, one.unit = "vehicle", "vehicle/day"
            one.indicator = flow.indicator or "freight"
            return True
        if one.value >= _MANY and (_of_flow(one) or _at_post(one, flow)):
            return take_unit(one, flow)
    elif _daily(one) and of_post(one):
        return True
    if one.quantity.scale == OWN_SCALE and (
        _percent_again(drafts, index) or _share_again(drafts, index)
    ):
        return take_unit(one, drafts[index - 1])
    counted = next((each for each in reversed(drafts[:index]) if each.kind == "vehicles"), None)
    if other is None and counted is not None and one.quantity.scale == counted.quantity.scale:
        return take_unit(one, counted)  # «ввезли 60 тыс. машин: из Китая – 31 тыс.»
    if other is None or _of_count(drafts[index - 1], one) or _costs_beside(drafts, index):
        # «30 проектов (3 млрд долларов), в работе 12 (900 млн)»
        worth = other is not None and other.kind == "money" and one.quantity.scale >= MILLION
        return bool(worth and other and alone(other) and take(one, other, "in brackets before"))
    if other.kind == "money" and _worth_of_count(drafts, index):
        return take(one, other, "and scale stated before")  # «одобрил две заявки на 45»
    if other.kind == "tonne" and alone(one) and one.value > _WORTH * other.value:
        one.kind = "money"  # «меди вывезено 430 тыс. тонн (4 млрд)»
        one.unit = next((d.unit for d in drafts[:index] if d.kind == "money"), "USD")
        one.note("what the tonnes before are worth")
        return True
    if counts_own(one):
        return False  # «2 200 машин за сутки и 30 тысяч пешеходов»
    if one.quantity.scale != OWN_SCALE:
        return take(one, other, "stated before")
    plain_unit = other.kind in _PLAINLY and other.scale == OWN_SCALE
    if plain_unit and one.value >= 10:
        return take_unit(one, other)
    if one.value >= SMALL == other.quantity.scale and other.kind in _PLAINLY:
        return take_unit(one, other)  # «3 тыс. машин в сутки вместо 1 700»
    return shares_scale(one, other) and take(one, other, "and scale stated before")


def _in_pair(drafts: Sequence[Draft], index: int) -> Draft | None:
    """«7 млн тонн на 4 млрд долларов, Нидерланды – 6 млн на 3 млрд»: in the pairs before it.

    What has the unit that a number shares by its place in a pair joined by «на».
    """
    one = drafts[index]
    low = one.sentence.low
    ahead = drafts[index + 1] if index + 1 < len(drafts) else None
    first = ahead is not None and low[one.last : ahead.quantity.lead] == ["на"]
    second = index > 0 and low[drafts[index - 1].last : one.quantity.lead] == ["на"]
    if not (first or second):
        return None
    for left, right in pairwise(drafts[: index - second]):
        joined = low[left.last : right.quantity.lead]
        if left.kind != right.kind and joined[-1:] == ["на"] and len(joined) <= _GOOD:
            told = left if first else right
            if told.kind in SHARED:
                return told
    return None


def _of_flow(one: Draft) -> bool:
    """«раньше за сутки пропускали 80 машин, сейчас – 450», «при проектной норме 400»."""
    sentence, lead = one.sentence, one.quantity.lead
    told = lead - (sentence.word_before(lead) in _DASHES)  # «сейчас – около 300»
    if sentence.word_before(told) in _AT_TIMES:
        return True
    return sentence.begins(_BUILT_FOR) and any(
        word.startswith(_BUILT_FOR) for word in sentence.low[max(sentence.first, lead - 3) : lead]
    )


def _at_post(one: Draft, flow: Draft) -> bool:
    """«проходит до тысячи фур, через «Калжат» – ещё девяносто»: at another post."""
    sentence, lead = one.sentence, one.quantity.lead
    lead -= sentence.word_before(lead) == "еще"
    return sentence.word_before(lead) in _DASHES and any(
        flow.last <= post.first < one.at for post in sentence.posts
    )


def _daily(one: Draft) -> bool:
    """Whether «в сутки» follows a number."""
    return one.sentence.low[one.last : one.last + 2] in (["в", "сутки"], ["в", "день"])


def _share_again(drafts: Sequence[Draft], index: int) -> bool:
    """«доля в обороте: Китай – 21,4%; Россия – 19,6; Италия – 11,2%»: the sign once left out."""
    if not index or drafts[index - 1].kind != "percent" or drafts[index].value > _HUNDRED:
        return False
    one, other = drafts[index], drafts[index - 1]
    sentence, low = one.sentence, one.sentence.low
    if sentence.word_before(other.at) in _SIGNS:
        return False
    place = next((p for p in sentence.places if p.last == one.quantity.lead - 1), None)
    listed = (
        low[other.last : other.last + 1] in ([";"], [","]) and low[one.quantity.lead - 1] in "–—-"
    ) and not closed_before(other, one)
    return listed and place is not None and sentence.has("share")


def _percent_again(drafts: Sequence[Draft], index: int) -> bool:
    """«импорт вырос на 36%, экспорт – на 12»: the sign stands once, before."""
    if not index:
        return False
    one, other = drafts[index], drafts[index - 1]
    sentence = one.sentence
    after = sentence.low[one.last] if one.last < sentence.last else "."
    if other.kind == "percent" and sentence.low[other.last : one.quantity.lead] in _AGAINST:
        return True  # «плюс 22% против 10»
    goods = sentence.mentions.hits["commodities"]
    named = any(other.last <= hit.first < one.at for hit in sentence.indicators) or any(
        at in goods for at in range(other.last, one.at)
    )  # «Нефти отгружено на 18% меньше, зерна – на 40»
    lead = one.quantity.lead
    lead -= sentence.word_before(lead) in _ALL  # «вывоз – на все двенадцать»
    led = sentence.word_before(lead) == "на"
    if other.kind != "percent" or after not in (".", ",", ";", ")"):
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
    return joined or (led and named)


def _worth_of_count(drafts: Sequence[Draft], index: int) -> bool:
    """Whether «на» alone joins a number to a count of projects or papers."""
    one, last = drafts[index], drafts[index - 1]
    joined = one.sentence.low[last.last : one.quantity.lead] == ["на"]
    return joined and last.kind == "count" and one.quantity.scale == OWN_SCALE


def _of_count(last: Draft, one: Draft) -> bool:
    """Whether a number in brackets goes with the count before: «63 фирмы (в стране – 800)»."""
    between = one.sentence.low[last.last : one.at]
    return last.kind in COUNTED and "(" in between and ")" not in between


def _costs_beside(drafts: Sequence[Draft], index: int) -> bool:
    """«логистика – восемь проектов (640 млн), сельское хозяйство – шесть (210 млн)»: projects."""
    one = drafts[index]
    following = drafts[index + 1] if index + 1 < len(drafts) else None
    counted = any(
        each.kind == "count" and each.sentence.word_at(each.last) == "(" for each in drafts[:index]
    )
    return (
        counted
        and following is not None
        and one.sentence.low[one.last : following.quantity.lead] == ["("]
        and following.quantity.scale != OWN_SCALE
        and one.value == int(one.value)
    )
