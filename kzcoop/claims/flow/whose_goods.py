"""Goods sold on both sides, told by whose they are: export or import.

«Казахстанских товаров реализовано на 410 млн, сербских – на 85»     the word stands once
«Белорусской продукции продано на 640 млн»                          import, though «продано»
«Наша таможня оформила итальянской мебели на 60 млн»                 import, as it counts it
"""

from __future__ import annotations

from kzcoop.claims.claim import TRADE
from kzcoop.claims.place.partner_place import HOME, foreign, is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, either
from kzcoop.mentions.place import Place

WHOSE_GOODS = "whose goods"  # the word of such a candidate
_GOODS = Stems("издели", "продукци", "сырь", "товар")
# verbs that tell that goods changed hands, and not which way they went
_PLACED = Stems(
    "было", "дает", "дали", "дало", "дают", "занима", "набрал", "отправ", "поступило", "поступили",
    "пошл", "привез",
    "принес", "приход", "пришл", "продал", "продан", "разошл", "разошел", "реализ", "сбыт",
    "состав", "ушло",
)  # fmt: skip
# what an office does with goods: «Наша таможня оформила итальянских товаров на 600 млн»
_COUNTED = Stems(
    "видит", "видят", "декларац", "задеклар", "записа", "зарегистр", "значит", "насчит", "отразил",
    "отчет", "оформ", "подсчит", "посчит", "увидел", "учел", "учл",
)  # fmt: skip
# «Китай потратил на казахстанскую медь 1,5 млрд долларов»
_SPENT = Stems("выложил", "заплатил", "израсходовал", "потратил", "потрачен")
_TELLING = either(_GOODS, _COUNTED, _SPENT)
_HAPPENED = either(_PLACED, _COUNTED)
# between whose they are and the figure, where the goods are left out
_JOINTS = frozenset("– — - а в всего и лишь на нас около почти порядка примерно только у".split())
_MADE = ("происхожд", "производ")  # «товары казахстанского производства»
_ENDINGS = ("ая", "ие", "их", "ого", "ой", "ую")
_NOMINATIVE = ("ая", "ие", "ые")
_DEARER = Stems("дорож", "дешев", "подешев", "подорож")
_CHANGED = frozenset({"money", "percent", "ratio"})
_FAR = 12  # tokens from the goods to their figure


def side_of_goods(one: Draft) -> str | None:
    """Return the flow of a figure that is told by whose the goods are; None where it is not.

    Parameters
    ----------
    one
        A draft whose kind is known.
    """
    sentence = one.sentence
    if not sentence.begins(_TELLING):
        return None
    if one.kind in _CHANGED and (goods := _goods_that_changed(one)) is not None:
        return "export" if goods.codes == (HOME,) else "import"
    if one.kind != "money":
        return None
    if sentence.begins(_SPENT) and (side := _spent_on(sentence)) is not None:
        return side
    owner = _owner(one) if sentence.begins(_HAPPENED) or _dashed(one) else None
    if owner is None:
        return None
    if owner.codes == (HOME,):
        return "export"
    return "import" if foreign(owner) and not _sent_on(one, owner) else None


def _spent_on(sentence: Sentence) -> str | None:
    """«Россия потратила 14 млн долларов на казахстанские бобовые»: who paid for whose goods."""
    payers = [p for p in sentence.places if is_subject(sentence, p)]
    for place in sentence.places:
        on = place.kind == "adjective" and sentence.word_before(place.first) in ("за", "на")
        whose = sentence.low[place.last - 1].endswith((*_ENDINGS, "ое", "ые", "ий", "ый"))
        if not on or not whose or not payers:
            continue
        if place.codes == (HOME,):
            return "export" if foreign(payers[0]) else None
        if foreign(place) and payers[0].codes == (HOME,):
            return "import"
    return None


def _goods_that_changed(one: Draft) -> Place | None:
    """«Сербские товары потеряли на нашем рынке 5,1%: 35 против 37 млн»: whose they are.

    The goods are the subject, and no word of trade stands before the figure.
    """
    sentence = one.sentence
    if not sentence.has("up", "down") or sentence.begins(_DEARER):
        return None
    if any(hit.entry.value in TRADE and hit.first < one.at for hit in sentence.indicators):
        return None
    for place in sentence.places:
        if place.first - sentence.first > 1 or not _with_goods(sentence, place):
            continue
        if sentence.low[place.last - 1].endswith(_NOMINATIVE) and not _sent_on(one, place):
            return place if place.codes == (HOME,) or foreign(place) else None
    return None


def _dashed(one: Draft) -> bool:
    """«Вывоз из Казахстана – 3,1 млрд, узбекские товары – 1,1»: goods that a dash joins to it."""
    low, dash = one.sentence.low, one.quantity.lead - 1
    return low[dash] in ("–", "—") and low[dash - 1].startswith(_GOODS)


def _owner(one: Draft) -> Place | None:
    """The adjective of a country that says whose the goods of a figure are."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    opened = max((q.last for q in sentence.quantities if q.last <= one.first), default=0)
    for place in reversed(sentence.places):
        between = max(opened, sentence.first) <= place.first < lead
        if between and _come_from(sentence, place) and sentence.begins(_COUNTED):
            return place if lead - place.last <= _FAR else None
        if not between or not _says_whose(sentence, place):
            continue
        if _with_goods(sentence, place):
            return place if lead - place.last <= _FAR else None
        named = {i for p in sentence.places for i in range(p.first, p.last)}
        left_out = opened and all(
            low[i] in _JOINTS or i in named for i in range(place.last, lead)
        )  # «таджикских в Казахстане – на 80»
        if left_out and any(_with_goods(sentence, other) for other in sentence.places):
            return place
    return None


def _come_from(sentence: Sentence, place: Place) -> bool:
    """«таможня оформила товаров из Китая на 5 млрд долларов»."""
    low, at = sentence.low, place.first
    return place.kind == "country" and low[at - 1] == "из" and low[at - 2].startswith(_GOODS)


def _says_whose(sentence: Sentence, place: Place) -> bool:
    """Whether a place is an adjective, and no people: not «продали россиянам товаров»."""
    return place.kind == "adjective" and sentence.low[place.last - 1].endswith(_ENDINGS)


def _with_goods(sentence: Sentence, place: Place) -> bool:
    """Whether goods follow the adjective of a country, or stand before it."""
    if not _says_whose(sentence, place):
        return False
    after, before = sentence.word_at(place.last), sentence.word_before(place.first)
    if place.last in sentence.mentions.hits["commodities"] and sentence.begins(_COUNTED):
        return True  # «Турки насчитали казахстанской меди на 1,1 млрд»
    return after.startswith(_GOODS) or (after.startswith(_MADE) and before.startswith(_GOODS))


def _sent_on(one: Draft, owner: Place) -> bool:
    """«российских товаров реализовано в Узбекистане»: on a third country's market."""
    return any(
        foreign(place)
        and place.kind == "country"
        and place.codes != owner.codes
        and owner.first < place.first < one.at
        for place in one.sentence.places
    )
