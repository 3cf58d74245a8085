"""Units of bare numbers that a word of the text names ahead of them: a currency, tonnes.

«составил в тенге 90 миллиардов»               the currency right before
«в тоннах экспорт достиг 390 тыс.»             tonnes, told before the verb
«(в долларах США): … – 910 млн»                over the list that the number stands in
«Акимат считает в долларах. …»                 the sentence before
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.unit.shared_unit import OWN_SCALE
from kzcoop.language.stems import Words

_TONNES = Words("тоннах", "тоннаже")
_WORTH = ("выруч", "денежн", "деньгах", "доллар", "стоимост")
_NEXT_BUT_ONE = 2  # sentences from a figure, with one between that turns to another currency
_LIST = 60  # tokens in which a list may stand whose currency is told over it


def currency_before(one: Draft) -> bool:
    """Give a number the currency before it, and return whether one is there.

    «составил в тенге 90 миллиардов, в рублях – 15»
    """
    low, sentence = one.sentence.low, one.sentence
    units = sentence.mentions.hits["units"]
    if one.quantity.scale == OWN_SCALE:
        return False
    for index in range(max(sentence.first + 1, one.quantity.lead - 2), one.quantity.lead):
        hit = units.get(index)
        if hit is not None and hit.entry.kind == "currency" and "в" in low[index - 1 : index + 1]:
            one.kind, one.unit = "money", hit.entry.value
            one.note("the currency stands before")
            return True
    return False


def turned_to(one: Draft, other: Draft) -> bool:
    """Give a number the currency that a sentence without figures turns to, after ``other``.

    «Оборот – 38 млрд рублей. Акимат считает в долларах. Торговля достигла 1,9 млрд»
    """
    if one.sentence.number - other.sentence.number < _NEXT_BUT_ONE:
        return False
    low, units = one.sentence.low, one.sentence.mentions.hits["units"]
    for index in range(one.sentence.first - 1, other.sentence.last, -1):
        hit = units.get(index)
        if hit is not None and hit.entry.kind == "currency" and "в" in low[index - 1 : index + 1]:
            one.kind, one.unit = "money", hit.entry.value
            one.note("the currency that the text turned to")
            return True
    return False


def in_tonnes(one: Draft) -> bool:
    """Give a number the tonnes before it: «в тоннах экспорт вырос на 3% и достиг 390 тыс.»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.holds(_TONNES) or one.quantity.scale == OWN_SCALE:
        return False
    at = next((i for i in range(one.at - 1, sentence.first, -1) if low[i] in _TONNES), None)
    if at is None or low[at - 1] != "в":
        return False
    if any(q.kind in ("money", "tonne") and at < q.first < one.first for q in sentence.quantities):
        return False
    if any(low[i].startswith(_WORTH) for i in range(at, one.at)):
        return False  # «в тоннах прирост – 4%, а стоимость дошла до 310 млн»
    one.kind, one.unit = "tonne", "tonne"
    one.note("the unit stands before: «в тоннах»")
    return True


def currency_of_list(one: Draft) -> bool:
    """«распределились следующим образом (в долларах США): … – 910 млн»: told over the list."""
    sentence = one.sentence
    low, units = sentence.low, sentence.mentions.hits["units"]
    for index in range(sentence.first - 1, max(1, sentence.first - _LIST), -1):
        hit = units.get(index)
        if hit is not None and hit.entry.value == "USD":
            opening = index - (low[index] != "в" and low[index - 1] == "в")
            return low[opening] == "в" and low[opening - 1] in ("(", ",")
    return False
