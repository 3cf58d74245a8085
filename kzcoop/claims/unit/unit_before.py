"""What a bare number takes from the figures before it in its sentence: their unit, their scale.

«прошло 6,2 млн тонн, через «Алтынколь» – 5,2»                           of the amount before
«13 млн тонн на 7 млрд долларов, Нидерланды – 6 млн на 3»                by its place in a pair
«раньше за сутки пропускали 80 машин, сейчас – 450»                      of a flow
«импорт вырос на 36%, экспорт – на 12»                                   the sign of per cent
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.scene.brackets import alone
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.unit.counted_before import of_post
from kzcoop.claims.unit.named_unit import counts_own
from kzcoop.claims.unit.percent_again import percent_again
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
_PRICED = ("общ", "стоимост", "суммой", "ценой")
_PLAINLY = frozenset({"teu", "vehicle", "wagon"})  # counted one by one
_MANY = 10  # vehicles from which on a bare number is one
_DASHES = frozenset("–—-")
_HUNDRED = 100
_WORTH = 300  # times as much as the tonnes that an amount in brackets is no longer of
_AT_TIMES = frozenset({"ныне", "пока", "прежде", "раньше", "сегодня", "сейчас", "стало", "теперь"})
_AMOUNTS = frozenset({"money", "tonne"})
_GROWTH = frozenset({"money", "percent", "ratio"})


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
    last = next((each for each in reversed(drafts[:index]) if each.kind != "ordinal"), None)
    if one.quantity.scale == OWN_SCALE and last is not None and percent_again(one, last):
        return take_unit(one, last)
    if one.quantity.scale == OWN_SCALE and one.sentence.word_at(one.last).startswith(_PRICED):
        return False  # «18 проектов на 300 млн; ещё 42 стоимостью 2 млрд»
    counted = next((each for each in reversed(drafts[:index]) if each.kind == "vehicles"), None)
    if other is None and counted is not None and one.quantity.scale == counted.quantity.scale:
        return take_unit(one, counted)  # «ввезли 60 тыс. машин: из Китая – 31 тыс.»
    if other is None or _of_count(drafts[index - 1], one) or _costs_beside(drafts, index):
        # «30 проектов (3 млрд долларов), в работе 12 (900 млн)»
        worth = other is not None and other.kind == "money" and one.quantity.scale >= MILLION
        return bool(worth and other and alone(other) and take(one, other, "in brackets before"))
    if other.kind == "money" and _worth_of_count(drafts, index):
        return take(one, other, "and scale stated before")  # «одобрил две заявки на 45»
    led = one.sentence.word_before(one.quantity.lead) == "на"  # «12 тыс. тонн на 40 миллионов»
    led = led and one.sentence.word_at(one.last) not in ("больше", "меньше")
    led = led and one.sentence.between(other.at, one.at) == 0
    if other.kind == "tonne" and (alone(one) or led) and one.value > _WORTH * other.value:
        one.kind = "money"  # «меди вывезено 430 тыс. тонн (4 млрд)»
        one.unit = next((d.unit for d in drafts[:index] if d.kind == "money"), "USD")
        one.note("what the tonnes before are worth")
        return True
    if counts_own(one):
        return False  # «2 200 машин за сутки и 30 тысяч пешеходов»
    if one.quantity.scale != OWN_SCALE:
        if other.kind == "money" and other.scale >= MILLION and one.quantity.scale == _HUNDRED:
            one.scale = OWN_SCALE  # «590 миллионов – ввоз, и только сотня – встречный поток»
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
    after = one.sentence.low[one.last : min(one.last + 2, one.sentence.last)]
    return after in (["в", "сутки"], ["в", "день"])  # not «транзитом 4,3 тыс. В сутки …»


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
