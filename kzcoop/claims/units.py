"""Gives bare numbers the unit and scale that their neighbours state once for several.

«экспорт – 13,2, импорт – 310,9 млн долларов»    forward: 13.2 million dollars
«прошло 6,2 млн тонн, через Алтынколь – 5,2»     backward: 5.2 million tonnes
«составил 3,8 млн»                               the unit named before in the document
«ещё 14 стоимостью 1,4 млрд»                     a counted noun left out
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kzcoop.claims.counted_part import change_of_count, part_of_vehicles
from kzcoop.claims.draft import Draft
from kzcoop.claims.ellipsis import counted
from kzcoop.claims.heading_unit import told_over
from kzcoop.claims.named_noun import containers, headed, number_of_them, of_those, of_units
from kzcoop.claims.named_unit import bracketed, currency_before, inherited
from kzcoop.claims.shared_unit import OWN_SCALE, take, take_unit
from kzcoop.language.stems import Stems

# kinds of quantities whose unit others share
_SHARED = frozenset({"money", "percent", "pieces", "ratio", "teu", "tonne", "vehicle", "wagon"})
_PLAIN = frozenset({"percent", "ratio"})  # units of which no number has a scale
# what is counted by a noun, which stands once: «с 24 до 36 поездов»
_COUNTED = frozenset({"count", "freight", "people", "vehicles"})
# between two numbers with one unit: «с 30 до 39,7 тыс.», «около 12 или почти 14 млн»
_JOINTS = frozenset("– — до и из или либо против с".split())
_JOINED = _JOINTS | frozenset(
    "более лишним менее небольшим около от почти порядка примерно свыше уже".split()
)
# before a number that takes unit and scale from one before: «5,2 против 4,8 млн»
_STRONG = frozenset("( – — вместо назад по против раньше ранее".split())
_WEAK = frozenset("а было до и из на с".split())
_GOOD = 3  # tokens of «нефти на» between tonnes and what they are worth
_LONGEST = 14  # words between two such numbers
# «принимал 640 машин при проектной норме 400», «хотя рассчитан он на девятьсот»
_BUILT_FOR = ("мощност", "норм", "построен", "проектир", "рассчитан", "спроектир")
_MANY = 10  # vehicles from which on a bare number is one
_FROM = frozenset("нынешних с со текущих".split())
_FELL = Stems("прих", "приш")
_REACHED = ("достиг", "перевал", "перешагн", "превыс", "состави")
_SMALL = 1_000  # of a currency, below which an amount of trade has a scale left out
_SAME_SCALE = 20  # times as large as the other, from which on a number has no scale of it


def settle(drafts: Sequence[Draft], previous: Sequence[Draft]) -> None:
    """Resolve the bare numbers of one sentence.

    Parameters
    ----------
    drafts
        The drafts of the sentence, in order.
    previous
        The drafts of the sentences before that were kept, in order.
    """
    for one in drafts:
        if one.kind == "vehicles":
            of_units(one)
    for one, other in pairwise(drafts):
        _scale_after(one, other)
    if not any(one.kind == "bare" for one in drafts):
        return
    for index, one in enumerate(drafts):
        if one.kind == "bare":
            _ = (
                told_over(one)
                or headed(one)
                or number_of_them(one, drafts[:index] or previous)
                or of_those(one, drafts[:index])
            )
    _each_forward(drafts)
    for index, one in enumerate(drafts):
        if one.kind == "bare":
            _ = (
                currency_before(one)
                or containers(one)
                or part_of_vehicles(drafts, index)
                or change_of_count(drafts, index)
                or _backward(drafts, index)
                or inherited(drafts, index, previous)
            )
    _each_forward(drafts)  # «с 30 до 39,7 тыс.»: the second has its unit only now
    for index, one in enumerate(drafts):
        if one.kind == "bare" and not counted(drafts, index, previous):
            one.reject("unread" if one.quantity.scale != OWN_SCALE else "out_of_scope")


def _scale_after(one: Draft, other: Draft) -> None:
    """«с $3,7 до $4,5 млрд»: the currency stands with both numbers, the scale with the second."""
    if one.kind != "money" or other.kind != "money" or one.unit != other.unit:
        return
    between = one.sentence.low[one.last : other.quantity.lead]
    joined = bool(between) and _JOINED.issuperset(between)
    near = one.value < _SMALL and one.value * _SAME_SCALE > other.value / other.scale
    if one.scale == OWN_SCALE != other.scale and joined and near:
        one.value, one.scale = one.value * other.scale, other.scale


def _each_forward(drafts: Sequence[Draft]) -> None:
    for index in range(len(drafts) - 1, -1, -1):
        if drafts[index].kind == "bare":
            _forward(drafts, index)


def _forward(drafts: Sequence[Draft], index: int) -> bool:
    """«13,2, импорт – 310,9 млн долларов», «5 и 24 процента», «с 239,7 до 309,9 млн»."""
    one = drafts[index]
    sentence = one.sentence
    following = drafts[index + 1 :]
    if len(following) > 1 and sentence.low[one.last : following[0].first] == ["("]:
        following = following[1:]  # «349 тысяч (-9%) и 66 тысяч тонн»
    if not following:
        return False
    other = following[0]
    if other.kind in _COUNTED:
        return _same_count(one, other)
    if other.kind not in _SHARED or other.quantity.form == "fraction":
        return False
    if one.sentence.word_before(one.quantity.lead) == "их":
        return False  # «обсудили проекты. Их 56, стоимость – 1,7 млрд»
    if one.quantity.form == "words" and one.value == 1:
        return False  # «цель у всех одна: довести до …»
    low = one.sentence.low
    between = low[one.last : other.quantity.lead]
    counts = index > 0 and drafts[index - 1].kind == "money" and drafts[0].kind == "count"
    if between == ["("] and counts and one.quantity.scale == OWN_SCALE:
        return False  # «логистика – восемь проектов (640 млн), хозяйство – шесть (210 млн)»
    if any(word.startswith("стоимост") for word in between):
        return False  # «строятся ещё 17, стоимостью 870 млн»
    if between[:1] == ["("] and ")" in between:
        between = between[between.index(")") + 1 :]
    both = sentence.word_before(one.quantity.lead) == "на" and between == ["и", "на"]
    if both and other.kind == "money" and one.quantity.scale == OWN_SCALE:
        return take(one, other, "stated once, after")  # «две заявки, на 300 и на 120 млн»
    if "на" in low[one.last : other.at] and other.kind not in _PLAIN:
        return False  # «ещё 25 – примерно на 500 млн»
    if other.kind in ("percent", "ratio"):
        # «торговля выросла до 5 млрд, на 4%» shares nothing
        if not between or not set(between) <= {"и", ",", "до", "–", "или", "на"}:
            return False
        return one.quantity.scale == OWN_SCALE and take(one, other, "stated once, after")
    joined = 0 < len(between) <= 3 and set(between) <= _JOINED and bool(set(between) & _JOINTS)
    if not joined and not _parallel(one, other, between):
        return False
    if one.quantity.scale == OWN_SCALE and other.scale == OWN_SCALE and other.kind == "money":
        return False
    return take(one, other, "stated once, after")


def _same_count(one: Draft, other: Draft) -> bool:
    """«с 24 до 36 пар поездов», «вместо 12 – 15 компаний»: the noun stands once, after both."""
    low, sentence = one.sentence.low, one.sentence
    between = low[one.last : other.quantity.lead]
    led = low[max(sentence.first, one.quantity.lead - 2) : one.quantity.lead]
    if led and led[-1].startswith(("нынешн", "текущ")):
        led = led[:-1]  # «с текущих 70 до 85 пар»
    raised = bool(led) and led[-1] in _FROM and "до" in between
    listed = len(between) == 2 and between[0].endswith(("ых", "их")) and between[1] in (",", "и")
    if listed:
        between = between[1:]  # «1 640 грузовых и 320 контейнерных поездов»
    elif not (raised or between == ["или"]) or not _JOINED.issuperset(between):
        return False
    if len(between) > 3:
        return False
    if one.quantity.form not in ("digits", "words") or one.value != int(one.value):
        return False
    one.quantity = replace(one.quantity, noun=other.quantity.noun)
    one.indicator = other.indicator
    if one.value > _SAME_SCALE * other.value / other.scale:
        return take_unit(one, other)  # «с 300 до 1,2 тыс. машин»
    return take(one, other, "stated once, after")


def _parallel(one: Draft, other: Draft, between: Sequence[str]) -> bool:
    """Items of a list that share a unit.

    «экспорт – 13,2, импорт – 310,9 млн», «было 0,8, стало 4,5»
    """
    if not between or len(between) > 7 or between[0] not in (",", ";", "и", "а"):
        return False
    if "было" in one.sentence.low[one.first - 1 : one.first] and "стало" in between:
        return True
    sentence = one.sentence
    if between[:2] == [",", "а"] and between[-1] == sentence.word_before(one.quantity.lead) == "до":
        return True  # «увеличить до 10, а в перспективе – до 15 млрд»
    named = [hit for hit in sentence.indicators if one.last <= hit.first < other.quantity.lead]
    # «пришли 40, товарооборот – 2 млрд»: what is no item itself shares nothing
    own = [
        hit for hit in sentence.indicators
        if hit.last <= one.at and sentence.between(hit.first, one.at) <= 1
    ]  # fmt: skip
    return bool(named and own) and sentence.word_before(one.quantity.lead) not in ("на", "в", "по")


def _backward(drafts: Sequence[Draft], index: int) -> bool:
    """«6,2 млн тонн, через «Алтынколь» – 5,2», «против 723 тыс.», «25 тыс. против шести»."""
    one = drafts[index]
    measured = [
        each
        for each in reversed(drafts[:index])
        if each.kind in _SHARED and each.kind not in _PLAIN and not each.rejected
    ]
    # «пшеница – 498 млн долл. (2,4 млн тонн); нефть – 163 млн»: dollars, as outside the brackets
    outside = [] if bracketed(one) else [each for each in measured if not bracketed(each)]
    other = next(iter(outside or measured), None)
    other = _in_pair(drafts, index) or other
    flow = drafts[index - 1] if index else None
    now = one.sentence.word_before(one.quantity.lead) in ("сейчас", "теперь", "стало")
    if flow is not None and flow.kind in ("vehicle", "vehicles") and _daily(one):
        take_unit(one, flow)  # «оформил 19 тыс. грузовиков, или в среднем 650 в сутки»
        one.kind, one.unit, one.indicator = "vehicle", "vehicle/day", flow.indicator or "freight"
        return True
    norm = one.sentence.low[max(one.sentence.first, one.quantity.lead - 3) : one.quantity.lead]
    now = now or any(word.startswith(_BUILT_FOR) for word in norm)
    if flow is not None and flow.kind in ("vehicle", "vehicles") and now and one.value >= _MANY:
        return take_unit(one, flow)  # «раньше за сутки пропускали 80 машин, сейчас – 450»
    if one.quantity.scale == OWN_SCALE and (
        _percent_again(drafts, index) or _share_again(drafts, index)
    ):
        return take_unit(one, drafts[index - 1])
    counted = next((each for each in reversed(drafts[:index]) if each.kind == "vehicles"), None)
    if other is None and counted is not None and one.quantity.scale == counted.quantity.scale:
        return take_unit(one, counted)  # «ввезли 60 тыс. машин: из Китая – 31 тыс.»
    if other is None or _of_count(drafts[index - 1], one) or _costs_beside(drafts, index):
        return False
    if one.quantity.scale != OWN_SCALE:
        return take(one, other, "stated before")
    plain_unit = other.kind in ("vehicle", "wagon", "teu") and other.quantity.scale == OWN_SCALE
    if plain_unit and one.value >= 10:
        return take_unit(one, other)
    return _shares_scale(one, other) and take(one, other, "and scale stated before")


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
            if told.kind in _SHARED:
                return told
    return None


def _daily(one: Draft) -> bool:
    """Whether «в сутки» follows a number."""
    return one.sentence.low[one.last : one.last + 2] in (["в", "сутки"], ["в", "день"])


def _share_again(drafts: Sequence[Draft], index: int) -> bool:
    """«доля в обороте: Китай – 21,4%; Россия – 19,6; Италия – 11,2%»: the sign once left out."""
    if not index or drafts[index - 1].kind != "percent":
        return False
    one, other = drafts[index], drafts[index - 1]
    sentence, low = one.sentence, one.sentence.low
    place = next((p for p in sentence.places if p.last == one.quantity.lead - 1), None)
    listed = (
        low[other.last : other.last + 1] in ([";"], [","]) and low[one.quantity.lead - 1] in "–—-"
    )
    return listed and place is not None and sentence.has("share")


def _percent_again(drafts: Sequence[Draft], index: int) -> bool:
    """«импорт вырос на 36%, экспорт – на 12»: the sign stands once, before."""
    if not index:
        return False
    one, other = drafts[index], drafts[index - 1]
    sentence = one.sentence
    after = sentence.low[one.last] if one.last < sentence.last else "."
    named = any(other.last <= hit.first < one.at for hit in sentence.indicators)
    lead = one.quantity.lead
    led = sentence.word_before(lead) == "на"
    if other.kind != "percent" or after not in (".", ",", ";", ")"):
        return False
    joined = sentence.word_before(lead) in ("–", "—", "-") and any(
        place.last == lead - 1
        and (sentence.word_before(place.first) in ("в", "на") or sentence.has("share"))
        for place in sentence.places
    )  # «на страны СНГ приходится 17%, на Евросоюз – 14,7»
    return joined or (led and named)


def _of_count(last: Draft, one: Draft) -> bool:
    """Whether a number in brackets goes with the count before: «63 фирмы (в стране – 800)»."""
    between = one.sentence.low[last.last : one.at]
    return last.kind in _COUNTED and "(" in between and ")" not in between


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


def _falls(one: Draft, other: Draft) -> bool:
    """«850 млн долларов, из них 140 пришлось на наш экспорт и 710 – на импорт»."""
    low, sentence = one.sentence.low, one.sentence
    plain = other.value / other.scale
    after = low[one.last : one.last + 2]
    if not after or not plain / 100 <= one.value <= plain * 10:
        return False
    fell = after[0].startswith(("прих", "приш")) and low[one.last + 1] == "на"
    side = after[0] in ("–", "—") and after[1:] == ["на"] and sentence.begins(_FELL)
    return fell or side


def _after_reach(one: Draft) -> bool:
    """«дотягивал до 20 млн, год спустя перевалил за 35, …»: a level reached, without its unit."""
    low, sentence = one.sentence.low, one.sentence
    after = low[one.last] if one.last < sentence.last else "."
    if after not in (",", ".", ";") or one.value >= _SMALL or one.quantity.form != "digits":
        return False
    hedged = low[one.quantity.lead].startswith(_REACHED)
    return hedged or sentence.word_before(one.quantity.lead).startswith(_REACHED)


def _shares_scale(one: Draft, other: Draft) -> bool:
    """Whether a number without a word of scale has that of the amount before it."""
    low, sentence = one.sentence.low, one.sentence
    lead = one.quantity.lead
    lead -= sentence.word_before(lead) in ("всего", "еще", "лишь", "только")  # «Армения – лишь 38»
    before = sentence.word_before(lead)
    decimal = one.value != int(one.value)
    after = low[one.last] if one.last < sentence.last else "."
    plain = other.value / other.scale
    if before == "и" and low[one.last : one.last + 2] in (["–", "на"], ["—", "на"]):
        return other.kind == "money"  # «140 пришлось на экспорт и 710 – на импорт»
    side = sentence.mentions.hits["indicators"].get(one.last + 1)
    if side is not None and after in ("–", "—") and side.entry.kind in ("export", "import"):
        # «540 млн долларов: 149 – экспорт, 392 – импорт»
        return other.kind == "money" and one.value <= plain * 10
    if after.startswith(("пришл", "приход")) and other.kind == "money":
        return plain / 50 <= one.value <= plain  # «850 млн, из них 140 пришлось на наш экспорт»
    gone = sentence.mentions.hits["indicators"].get(lead - 1)
    if gone is not None and before.endswith(("ло", "ли")) and after in (".", ",", ";"):
        return plain / 10 <= one.value <= plain * 10  # «ушло 640 тыс. тонн, обратно пришло 118»
    if before in ("будет", "станет") and low[one.last : one.last + 1] in ([], ["."], [","], [";"]):
        return other.value / other.scale / 5 <= one.value <= other.value / other.scale * 5
    verbs = any(hit.last == lead - 1 for hit in sentence.indicators)  # «завезли на 284»
    if before == "на" and (verbs or low[lead - 2] in ("–", "—", "-", "еще")):
        # «привезли на 230 млн, тогда как за те же месяцы прошлого года – на 140»
        plain, led = other.value / other.scale, sentence.word_before(other.quantity.lead)
        return led == "на" and plain / 10 <= one.value <= plain * 10
    if other.kind == "money" and (_after_reach(one) or _falls(one, other)):
        return True
    strong = before in _STRONG or (before == "до" and one.value < 1000)
    # «в 2023 году – 20 млн долларов, в 2024-м перевалил за 35»
    passed = low[one.at - 1] == "за" and low[one.at - 2].startswith("перевал")
    strong = strong or (passed and other.kind == "money")
    if strong or (decimal and before in _WEAK):
        return one.quantity.lead - other.last <= _LONGEST
    if decimal:
        return True
    # «пока 28 млрд, а тридцать – цель»
    plain = other.value / other.scale
    after = low[one.last] if one.last < sentence.last else ""
    return before in ("а", "и") and after in ("–", "—") and plain / 3 <= one.value <= plain * 3
