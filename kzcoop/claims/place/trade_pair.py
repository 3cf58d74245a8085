"""Pairs of countries: the two named before, and two others without Kazakhstan."""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import TRADE
from kzcoop.claims.place.partner_place import HOME, NEIGHBOURS, is_subject, third_border
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.place import Place

# «взаимная торговля», «двусторонний товарооборот»
_PAIR = Stems("взаимн", "взаимо", "двусторонн")
# «торговля двух стран», «стороны договорились»
_PAIRED = Words(
    "дуэт", "дуэта", "нашими", "обе", "обеих", "соседей", "соседям", "соседями", "столицам",
    "столицами", "столицы", "сторон", "сторонам", "сторонами", "стороны", "тандем", "тандема",
)  # fmt: skip
# «нарастить экспорт в эти страны»
_THESE = Words("эти")
_THIS = Words("эта", "этой", "эту")
# «двух стран», not «двух миллиардов»
_TWO = Words("две", "двум", "двумя", "двух", "оба", "обоим", "обоими", "обоих")
_SIDES = (
    "государств", "держав", "народ", "правительств", "президент", "республик", "сосед", "столиц",
    "сторон", "стран", "экономик",
)  # fmt: skip
# after «между»
_BETWEEN = Words("государствами", "республиками", "странами")
_TRADING = ("наторгов", "торгова", "торгует")
_OF_PAIR = either(_PAIR, _PAIRED, _THESE, _THIS, _TWO, _BETWEEN)


def speaks_of_pair(sentence: Sentence) -> bool:
    """Whether a sentence is about two countries named before: «взаимный», «двух стран»."""
    if not sentence.begins(_OF_PAIR):
        return False
    if sentence.begins(_PAIR) or sentence.holds(_PAIRED):
        return True
    words = sentence.low[sentence.first : sentence.last]
    return any(
        (before == "между" and word in _BETWEEN)
        or (before in _TWO and word.startswith(_SIDES))
        or (before in _THESE and word.startswith(("государств", "стран")))
        or (before in _THIS and word in ("пара", "паре", "пары", "пару"))
        for before, word in pairwise(words)
    )


def is_third_pair(one: Draft) -> bool:
    """Whether a figure is of two other countries: «товарооборот Узбекистана с Кыргызстаном».

    Two foreign countries beside a word of trade, joined by «и» or «с», and Kazakhstan nowhere in
    the sentence.
    """
    if one.indicator in ("investment", "projects_value"):
        return _invests_abroad(one)
    if one.indicator == "checkpoints_count":
        return third_border(one.sentence) or (
            len(one.partner) == 1 and one.partner[0] not in NEIGHBOURS
        )
    if one.indicator not in TRADE:
        return False
    sentence, low = one.sentence, one.sentence.low
    if sentence.homes or any(HOME in place.codes for place in sentence.places):
        return False
    if speaks_of_pair(sentence):
        return False
    named = [p for p in sentence.abroad if p.kind == "country" and p.first < one.at]
    for left, right in pairwise(named):
        joint = low[left.last : right.first]
        before = sentence.word_before(left.first)
        if joint == ["с"] or joint == ["со"]:
            return True
        if joint[-1:] in (["с"], ["со"]) and joint[0].startswith(_TRADING):
            return is_subject(sentence, left)  # «Армения торгует больше всего с Россией»
        if joint == ["и"] and (before == "между" or before.startswith(("товарооборот", "торговл"))):
            return True
    return False


def _at_its_home(sentence: Sentence, named: list[Place]) -> bool:
    """«Азербайджан вложит в терминал в Аляте 90 млн»: one country, in a town of its own."""
    towns = {
        hit.entry.kind
        for hit in sentence.rows("cities")
        if sentence.word_before(hit.first) in ("в", "во")
    }
    return (
        len(towns) == 1
        and len({p.codes for p in named}) == 1
        and named[0].codes[0] in towns
        and is_subject(sentence, named[0])
    )


def _invests_abroad(one: Draft) -> bool:
    """«Узбекистан намерен вложить в экономику США 35 млрд»: Kazakhstan has no part in it."""
    sentence, low = one.sentence, one.sentence.low
    if any(HOME in place.codes for place in sentence.places) or speaks_of_pair(sentence):
        return False
    named = [p for p in sentence.abroad if p.kind == "country"]
    if _at_its_home(sentence, named):
        return True
    if not any(p.first - sentence.first <= 2 and p.first < one.at for p in named):
        return False
    return any(
        low[p.first - 2 : p.first] == ["в", "экономику"] or low[p.first - 1] == "экономику"
        for p in named
    )
