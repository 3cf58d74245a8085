"""What a bare number takes from the figure after it: unit and scale, told once for both.

«экспорт – 13,2, импорт – 310,9 млн долларов», «5 и 24 процента»    items that share a unit
«с 24 до 36 пар поездов», «вместо 12 – 15 компаний»                 a noun after both
«с $3,7 до $4,5 млрд»                                               the scale alone
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.claim import TRADE
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import sold_on
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.unit.shared_unit import (
    COUNTED,
    OWN_SCALE,
    PLAIN,
    SHARED,
    SMALL,
    of_them,
    take,
    take_unit,
)
from kzcoop.claims.unit.then_now import then_and_now
from kzcoop.language.stems import Stems

# between two numbers with one unit: «с 30 до 39,7 тыс.», «около 12 или почти 14 млн»
_JOINTS = frozenset("– — до и из или либо против с".split())
_RISE = ("от", "с", "со")
_JOINED = _JOINTS | frozenset(
    "более лишним менее небольшим около от почти порядка примерно свыше уже".split()
)
_FROM = frozenset("нынешних с со текущих".split())
_SIGNS = frozenset({"+", "минус", "плюс"})
_YEAR = 1990
_HUNDRED = 100
_CHANGE = 999  # per cent or times, above which no growth is
_DASHES = frozenset("–—")
_SHARES = Stems("доли", "доля", "структура", "удельн")
_BESIDE = 2  # tokens of «полос вместо»
_ROUGH = (["с", "лишним"], ["с", "небольшим"])
_YEARS_APART = 14  # tokens of «в 2019 году поток дошёл к 2024-му до»
_TURN = 6  # tokens of «, а второй – сразу»
_SAME_SCALE = 20  # times as large as the other, from which on a number has no scale of it


def scale_after(one: Draft, other: Draft) -> None:
    """«с $3,7 до $4,5 млрд»: the currency stands with both numbers, the scale with the second."""
    if one.kind != "money" or other.kind != "money" or one.unit != other.unit:
        return
    between = one.sentence.low[one.last : other.quantity.lead]
    joined = bool(between) and _JOINED.issuperset(between)
    near = one.value < SMALL and one.value * _SAME_SCALE > other.value / other.scale
    if one.scale == OWN_SCALE != other.scale and joined and near:
        one.value, one.scale = one.value * other.scale, other.scale


def unit_after(drafts: Sequence[Draft], index: int) -> bool:
    """«13,2, импорт – 310,9 млн долларов», «5 и 24 процента», «с 239,7 до 309,9 млн»."""
    one = drafts[index]
    sentence = one.sentence
    following = [each for each in drafts[index + 1 :] if each.kind != "ordinal"]
    if len(following) > 1 and sentence.low[one.last : following[0].first] == ["("]:
        following = following[1:]  # «349 тысяч (-9%) и 66 тысяч тонн»
    if not following:
        return False
    other = following[0]
    if other.kind in COUNTED:
        return _same_count(one, other)
    if other.kind not in SHARED or other.quantity.form == "fraction":
        return False
    if sentence.low[one.last : one.last + 2] == [",", "их"] and other.kind == "money":
        return False  # «приглядываются ещё к 25, их цена – порядка 500 млн долларов»
    if one.sentence.word_before(one.quantity.lead) == "их" or of_them(one):
        return False  # «обсудили проекты. Их 56, стоимость – 1,7 млрд»
    if one.quantity.form == "words" and one.value == 1 and not _from_one(one, other):
        return False  # «цель у всех одна: довести до …»
    if one.sentence.word_before(one.quantity.lead) == "вместо" and _of_noun_before(one):
        return False  # «восемь полос вместо четырёх, и пост пропустит до 2 тыс. машин»
    low = one.sentence.low
    between = low[one.last : other.quantity.lead]
    counts = index > 0 and drafts[index - 1].kind == "money" and drafts[0].kind == "count"
    if between == ["("] and counts and one.quantity.scale == OWN_SCALE:
        return False  # «логистика – восемь проектов (640 млн), хозяйство – шесть (210 млн)»
    if any(word.startswith("стоимост") for word in between) or between[:2] == [",", "их"]:
        return False  # «строятся ещё 17, стоимостью 870 млн», «ещё 25, их цена – 500 млн»
    if between[:1] == ["("] and ")" in between:
        between = between[between.index(")") + 1 :]
    both = sentence.word_before(one.quantity.lead) == "на" and between == ["и", "на"]
    if both and other.kind == "money" and one.quantity.scale == OWN_SCALE:
        return take(one, other, "stated once, after")  # «две заявки, на 300 и на 120 млн»
    if "на" in low[one.last : other.at] and other.kind not in PLAIN:
        return False  # «ещё 25 – примерно на 500 млн»
    if other.kind in PLAIN:
        if other.kind == "ratio" and other.last - other.at == 1:
            return False  # «9 тыс. против трёх, втрое больше»
        if one.value > _CHANGE:
            return False  # «25 тыс. тонн против 6 000, четырёхкратный рост»
        if low[other.at - 1] in _SIGNS and low[one.at - 1] not in _SIGNS:
            return False  # «в Китай – 8, плюс 3%»
        if between == [","] and sold_on(one):
            return False  # «отправили на 47,9 млн, ввезли на 13,4, на 2,3% больше»
        # «торговля выросла до 5 млрд, на 4%» shares nothing
        if between == [","] and low[other.first] == "на" != sentence.word_before(one.quantity.lead):
            return False  # «в 2024-м – лишь 3,5, почти на 15% меньше»
        if _shares(one, other, between):
            return take(one, other, "stated once, after a list of shares")
        if _turns(one, other, between):
            return take_unit(one, other)  # «первый прибавил 5, второй – сразу 24%»
        if not between or not set(between) <= {"и", ",", "до", "–", "или", "на"}:
            return False
        if "или" in between and low[other.at - 1] == "на" != sentence.word_before(
            one.quantity.lead
        ):
            return False  # «Таджикистану – 5,2, или на 12% больше»
        return one.quantity.scale == OWN_SCALE and take(one, other, "stated once, after")
    if other.kind == "money" and _wanted_then(one, other, between):
        return take(one, other, "stated once, after")
    if _rises_over_years(one, other, between):
        return take(one, other, "stated once, after")
    if between == ["к"] and sentence.word_before(one.quantity.lead) in _RISE:
        near = one.value * _SAME_SCALE > other.value / other.scale
        return near and take(one, other, "stated once, after")  # «от 0,9 к 2,7 млн тонн»
    joined = 0 < len(between) <= 3 and set(between) <= _JOINED and bool(set(between) & _JOINTS)
    if not joined and not _parallel(one, other, between):
        return False
    if one.quantity.scale == OWN_SCALE and other.scale == OWN_SCALE and other.kind == "money":
        return False
    return take(one, other, "stated once, after")


def _from_one(one: Draft, other: Draft) -> bool:
    """«с одного до трёх млрд долларов», «сначала до одного, а потом и до трёх млрд»."""
    low, lead = one.sentence.low, one.quantity.lead
    led = low[lead - 1] in _RISE or low[lead - 1] == "до"
    return led and low[one.at] == "одного" and low[other.quantity.lead - 1] == "до"


def _rises_over_years(one: Draft, other: Draft, between: list[str]) -> bool:
    """«С 0,6 в 2019 году поток дошёл к 2024-му до 2,4 млн тонн»: a year beside each."""
    if between[-1:] != ["до"] or len(between) > _YEARS_APART or other.kind in PLAIN:
        return False
    if one.sentence.word_before(one.quantity.lead) not in _RISE or one.value >= SMALL:
        return False
    beside = any(0 <= period.first - one.last <= 1 for period in one.sentence.periods)
    return beside and one.value * _SAME_SCALE > other.value / other.scale


def _turns(one: Draft, other: Draft, between: list[str]) -> bool:
    """«первый прибавил 5, второй – сразу 24%»: the same, by whose turn it is."""
    if one.quantity.scale != OWN_SCALE or one.value > _HUNDRED or not between:
        return False
    lead = one.quantity.lead
    lead -= one.sentence.word_before(lead) == "на"  # «увеличился на 6, второй – на 23%»
    grew = any(cue.last == lead and cue.entry.kind in ("down", "up") for cue in one.sentence.cues)
    dashed = not _DASHES.isdisjoint(between) and len(between) <= _TURN
    return grew and dashed and between[0] in (",", ";") and one.last <= other.quantity.lead


def _wanted_then(one: Draft, other: Draft, between: list[str]) -> bool:
    """«торгуем сегодня на четыре с лишним, а хотим десять миллиардов долларов»: what is, first."""
    words = between[2:] if between[:2] in _ROUGH else between
    near = one.value < SMALL and one.value * _SAME_SCALE > other.value / other.scale
    return (
        one.quantity.scale == OWN_SCALE != other.scale
        and near
        and words[:1] == [","]
        and len(words) <= _TURN
        and any(
            cue.entry.kind in ("goal", "planned") and one.last <= cue.first < other.at
            for cue in one.sentence.cues
        )
        and any(hit.entry.value in TRADE and hit.first < one.at for hit in one.sentence.indicators)
    )


def _shares(one: Draft, other: Draft, between: list[str]) -> bool:
    """«Доля экспорта – 42, импорта – 32, транзита – 26%»: the sign once, at the end."""
    sentence, low = one.sentence, one.sentence.low
    if one.quantity.scale != OWN_SCALE or one.value > _HUNDRED or not sentence.begins(_SHARES):
        return False
    item = len(between) in (3, 4) and between[0] in (",", ";") and between[-1] in _DASHES
    dashed = sentence.word_before(one.quantity.lead) in _DASHES
    return (
        item
        and dashed
        and any(low[i].startswith(_SHARES) for i in range(sentence.first, one.quantity.lead))
    )


def _of_noun_before(one: Draft) -> bool:
    """Whether a number stands for the noun of the figure right before it: «восемь полос вместо»."""
    return any(
        q.noun is not None and 0 < one.quantity.lead - q.last <= _BESIDE
        for q in one.sentence.quantities
    )


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
    elif between == ["и"] and other.quantity.noun is not None and _of_verb(one):
        pass  # «дадут 310 и 145 рабочих мест»
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


def _of_verb(one: Draft) -> bool:
    """Whether a verb or a dash leads a number that is no year."""
    led = one.sentence.word_before(one.quantity.lead)
    plain = one.quantity.scale == OWN_SCALE and one.value < _YEAR
    return plain and (led in ("–", "—", ":") or tense(led) in ("past", "future"))


def _parallel(one: Draft, other: Draft, between: Sequence[str]) -> bool:
    """Items of a list that share a unit.

    «экспорт – 13,2, импорт – 310,9 млн»
    """
    if not between or len(between) > 7 or between[0] not in (",", ";", "и", "а"):
        return False
    if then_and_now(one, other, between):
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
