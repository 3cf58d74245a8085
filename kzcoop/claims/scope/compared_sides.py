"""Two flows that a figure compares: neither its level nor its growth.

«ввоз превысил вывоз на 3 млрд»                 money
«импорт был вшестеро больше экспорта»           a ratio
«экспорт перца превысил импорт в 51 раз, свёклы – в 33»
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import OTHER_SIDE, SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, either

_NEAR = 7  # tokens from the second flow to the figure, past its level in brackets
_BESIDE = 2  # tokens from «превышал» to the other flow
_APART = ("расход", "разня", "разош")
_AHEAD = Stems(
    "больше", "выше", "меньше", "ниже", "обогна", "опере", "превосход", "превыс", "превыш", "уступ",
)  # fmt: skip
_MORE = frozenset({"больше", "выше", "меньше", "ниже"})
# two flows in «импорт был вшестеро больше экспорта»
_COMPARED = ("ввоз", "вывоз", "импорт", "экспорт")
_OUTWARD, _INWARD = ("вывоз", "поставк", "продаж", "экспорт"), ("ввоз", "закуп", "импорт", "покуп")
_EXCEEDS = Stems("обогна", "опережа", "перевес", "превзош", "превосход", "превы", "уступ")
_OVERWEIGHT = Stems("перевес", "превосходств", "преимуществ")
_COMPARING = either(_AHEAD, _EXCEEDS, _OVERWEIGHT)
_SELLS = ("вывоз", "отправ", "поставл", "прода", "экспортир")
_BUYS = ("ввоз", "завоз", "закуп", "импортир", "куп", "покуп", "получа")
_THAN = [",", "чем"]


def compares_sides(one: Draft) -> bool:
    """Whether a figure in money or a ratio tells how far one flow is from the other."""
    words = one.sentence.words
    if one.kind == "ratio" and words & _COMPARING.bit:
        if _times_more(one) or _outdoes(one) or _told_more(one) or _outweighed(one):
            return True
    elif one.kind == "money" and words & _AHEAD.bit and _told_more(one):
        return True  # «страна продала на 7 млрд больше, чем купила»
    return one.kind in ("money", "ratio") and one.indicator in SIDES and _ahead(one)


def _times_more(one: Draft) -> bool:
    """«импорт был вшестеро больше экспорта», not «стал вдесятеро больше покупать»: growth."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.word_at(one.last) not in _MORE:
        return False
    following = (hit for hit in sentence.indicators if 1 <= hit.first - one.last <= 2)
    hit = next(following, None)
    return hit is not None and low[hit.first].startswith(_COMPARED)


def _outdoes(one: Draft) -> bool:
    """«экспорт перца превысил импорт в 51 раз, свёклы – в 33»: two flows, and no growth."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_EXCEEDS):
        return False
    # «втрое превышал импорт»
    told = range(sentence.first, min(one.last + 1, sentence.last))
    return any(low[i].startswith(_EXCEEDS) and _between_sides(one, i) for i in told)


def _between_sides(one: Draft, verb: int) -> bool:
    """Whether a verb stands between the nouns of both flows."""
    sentence, low = one.sentence, one.sentence.low
    before = {side_of(low[i]) for i in range(sentence.first, verb)}
    after = {side_of(low[i]) for i in range(verb + 1, min(verb + _BESIDE + 1, sentence.last))}
    return any(OTHER_SIDE.get(side) in before for side in after)


def side_of(word: str) -> str:
    """The side that a noun of one of two flows compared tells: «продажи», «покупкам»."""
    return "export" if word.startswith(_OUTWARD) else "import" if word.startswith(_INWARD) else ""


def _told_more(one: Draft) -> bool:
    """«продаёт впятеро больше, чем покупает»: a verb of either side."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.word_at(one.last) not in _MORE or low[one.last + 1 : one.last + 3] != _THAN:
        return False
    other = sentence.word_at(one.last + 3)
    before = low[sentence.first : one.at]
    return (other.startswith(_BUYS) and any(word.startswith(_SELLS) for word in before)) or (
        other.startswith(_SELLS) and any(word.startswith(_BUYS) for word in before)
    )


def _outweighed(one: Draft) -> bool:
    """«вывоз 471 млн, встречный поток 130, перевес больше чем трёхкратный»."""
    sentence = one.sentence
    led = sentence.low[max(sentence.first, one.quantity.lead - _BESIDE) : one.quantity.lead]
    return sentence.begins(_OVERWEIGHT) and any(word.startswith(_OVERWEIGHT) for word in led)


def _next(one: Draft, left: int, right: int) -> bool:
    """Whether one word, and levels in brackets, stand between two flows."""
    low = one.sentence.low
    if low[left] == "(" and ")" in low[left:right]:
        left += low[left:right].index(")") + 1  # «экспорт (66,9) превысил импорт (50,5) на 16»
    # «экспорт в Иран превысил импорт»
    named = {i for p in one.sentence.places for i in range(p.first - 1, p.last)}
    named |= {i for p in one.sentence.periods for i in range(p.first - 1, p.last)}
    return right - left - len(named.intersection(range(left, right))) == 1


def _parted(one: Draft) -> bool:
    """«по экспорту из КНР стороны разошлись на 12 млрд»: of two statistics."""
    sentence, low = one.sentence, one.sentence.low
    lead = one.quantity.lead
    return sentence.word_before(lead) == "на" and low[lead - 2].startswith(_APART)


def _ahead(one: Draft) -> bool:
    """«ввоз превысил вывоз на 3 млрд», «экспорт больше импорта в 2,5 раза»."""
    sentence, low = one.sentence, one.sentence.low
    if low[one.quantity.lead - 1] == "(":
        return False  # the level of the second flow
    if not sentence.begins(_AHEAD):
        return one.kind == "money" and _parted(one)
    sides = [hit for hit in sentence.indicators if hit.entry.kind in SIDES and hit.first < one.at]
    return any(
        _next(one, left.last, right.first)
        and low[right.first - 1].startswith(_AHEAD)
        and left.entry.kind != right.entry.kind
        and one.at - right.last <= _NEAR
        for left, right in pairwise(sides)
    )
