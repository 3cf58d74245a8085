"""Figures of both sides of trade: their sum, and how one compares with the other.

«продала соседям и купила у них товаров на 150 млн»    one figure of both
«С Ираном скромнее: 230 млн, из них 190 – экспорт»     a sum, a side of it after
«импорт вшестеро больше экспорта – 607 против 105»     in the order of the words
«отправили на 29, получили на 8: первое выросло на 12%»  by its place among the two told
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.claim import SIDES
from kzcoop.claims.indicator.back import BUYS, SELLS
from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.compared_sides import side_of
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems
from kzcoop.mentions.place import Place

PARTS = frozenset({("из", "них"), ("из", "которых"), ("том", "числе")})
_WITH = frozenset({"с", "со"})
_INSIDE = frozenset({"в", "во", "на", "с", "за", "по"})
_MEASURED = frozenset({"money", "percent", "ratio", "tonne"})
_AMOUNTS = frozenset({"bare", "money"})
_OUTWEIGHS = Stems(
    "больше", "меньше", "обогна", "обошел", "опере", "перевес", "превзош", "превосход", "превыс",
    "превыш", "уступ",
)  # fmt: skip
_ORDINALS = Stems("втор", "перв", "последн")
_ALONE = ("ая", "ое", "ой", "ый", "ий", "ом", "ую", "ее", "яя", "ей", "ого", "его", "ему", "ому")
_VERBS = ("дал", "пошл", "прин", "сост", "стал", "прирос", "прибав", "потер", "раст", "вырос")
_MARKS = frozenset("–—-")
_LEADS = _MARKS | {":"}
_BESIDE = 5  # tokens from a part to the word that names its side


def goes_both_ways(one: Draft) -> bool:
    """«продала соседям и купила у них товаров на 150 млн»: sold and bought, told by one figure."""
    sentence, low = one.sentence, one.sentence.low
    since = max((q.last for q in sentence.quantities if q.last <= one.first), default=0)
    span = range(max(sentence.first, since), one.quantity.lead)
    sold = [i for i in span if low[i].startswith(SELLS)]
    bought = [i for i in span if low[i].startswith(BUYS) and not low[i].startswith("покупател")]
    if not (sold and bought) or one.kind != "money":
        return False
    between = low[min(sold[0], bought[0]) + 1 : max(sold[0], bought[0])]
    return "и" in between and "," not in between


def has_sides(one: Draft) -> bool:
    """«С Ираном скромнее: 230 млн, из них 190 – экспорт»: whose part is a side, told after.

    Where no word of its own tells what the figure is, and its partner is led by «с».
    """
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "money" or any(hit.first < one.last for hit in sentence.indicators):
        return False
    if not any(foreign(p) and (low[p.first - 1] in _WITH or _falls_to(low, p)) and p.first < one.at
               for p in sentence.places):  # fmt: skip
        return False
    later = [q for q in sentence.quantities if q.first >= one.last and q.kind in _AMOUNTS]
    if not later:
        return False
    between = low[one.last : later[0].lead]
    divided = any(pair in PARTS for pair in pairwise(between)) or "(" in between
    return divided and any(
        hit.entry.value in SIDES and abs(hit.first - later[0].first) <= _BESIDE
        for hit in sentence.indicators
    )


def _falls_to(low: list[str], place: Place) -> bool:
    """«На страны Центральной Азии пришлось 1,3 млрд, из них экспорт – 960 млн»."""
    led = low[place.first - 2] if low[place.first - 1] == "страны" else low[place.first - 1]
    return led == "на" and any(
        word.startswith(("приход", "пришл")) for word in low[place.last : place.last + 4]
    )


def nth_flow(one: Draft, done: Sequence[Draft]) -> str | None:
    """Return the side that «первое», «второй» before a figure stand for, or None.

    Of the two told before it in its sentence, or in the one before: «Экспорт и импорт растут.
    Первый прибавил 4%, второй – 9%».
    """
    sentence = one.sentence
    if not sentence.begins(_ORDINALS) or one.kind not in _MEASURED:
        return None
    since = done[-1].last if done else sentence.first
    at = next((i for i in sentence.where(_ORDINALS) if since <= i < one.at), None)
    if at is None or not _stands_alone(one, at):
        return None
    two = _two_sides(sentence, sentence.first, at, done)
    if two is None and sentence.number:
        start = sentence.mentions.tokens.bounds[sentence.number - 1][0]
        two = _two_sides(sentence, start, sentence.first, ())
    if two is None:
        return None
    return two[0] if sentence.low[at].startswith("перв") else two[1]


def _stands_alone(one: Draft, at: int) -> bool:
    """Whether an ordinal has no noun: «первое выросло», «второй – на 9%», «последний прибавил»."""
    low, sentence = one.sentence.low, one.sentence
    if low[at - 1] in _INSIDE or not low[at].endswith(_ALONE):
        return False
    following = sentence.word_at(at + 1)
    return following in _MARKS or is_past(following) or following.startswith(_VERBS)


def _two_sides(
    sentence: Sentence, start: int, end: int, done: Sequence[Draft]
) -> tuple[str, str] | None:
    """The two flows told, in their order, by figures or else by words from ``start`` on."""
    figures = [one.indicator or "" for one in done if one.measure == "level"]
    for told in (figures, [side_of(word) for word in sentence.low[start:end]]):
        both = tuple(dict.fromkeys(side for side in told if side in SIDES))
        if len(both) == len(SIDES):
            return both[0], both[1]
    return None


def name_compared(done: Sequence[Draft]) -> None:
    """Give the two sides of a comparison their flows.

    «импорт вшестеро больше экспорта – 607 против 105», «экспорт перевесил импорт: 230 против 182»
    """
    # «превысил почти втрое: 98 млн долларов против 35»: of when the comparison is
    told = next((one.period for one in done if one.period and not one.is_base), None)
    for left, right in pairwise(done):
        if left.kind == right.kind == "money" and left.sentence.begins(_OUTWEIGHS):
            _name_outweighed(left, right, told)


def _name_outweighed(left: Draft, right: Draft, told: str | None) -> None:
    """«экспорт впервые перевесил импорт: 230 против 182 млн»: in the order of the words."""
    sentence, low = left.sentence, left.sentence.low
    between = low[left.last : right.quantity.lead]
    if "против" not in between and (between != ["и"] or low[left.quantity.lead - 1] not in _LEADS):
        return
    sides = [(i, side) for i in range(sentence.first, left.at) if (side := _side_told(low[i]))]
    for (first, more), (second, less) in pairwise(sides):
        verb = any(word.startswith(_OUTWEIGHS) for word in low[first + 1 : second])
        # «больше закупает у Сербии, чем продаёт ей: 60 против 15 млн»
        led = low[first - 1] in ("больше", "меньше") and "чем" in low[first + 1 : second]
        if (verb or led) and more != less:
            left.indicator, right.indicator = more, less
            left.period = left.period or told
            right.period, right.base_period = left.period, left.base_period


def _side_told(word: str) -> str:
    """The side of a noun or a verb of trade."""
    if word.startswith(SELLS):
        return "export"
    return "import" if word.startswith(BUYS) else side_of(word)


def respective(one: Draft, last: Draft) -> tuple[str, str] | None:
    """Return the sides of two figures joined by «и», in the order in which both are named.

    «экспорт и импорт составили 3,5 и 1,2 млрд», «ввоз и вывоз выросли на 3% и 5%»
    """
    sentence, low = one.sentence, one.sentence.low
    if low[last.last : one.quantity.lead] not in (["и"], ["и", "на"]) or last.kind != one.kind:
        return None
    for at in range(sentence.first, last.at - 2):
        if low[at + 1] == "и":
            first, second = _named_side(low[at]), _named_side(low[at + 2])
            if first and second and first != second:
                return first, second
    return None


def _named_side(word: str) -> str | None:
    if word.startswith(("экспорт", "вывоз")) and "-" not in word:
        return "export"
    return "import" if word.startswith(("импорт", "ввоз")) and "-" not in word else None
