"""What a bare percentage is the part of, by what stands beside it.

«Китай – 63%, Турция (31%)»             a partner
«84 тыс. тонн, или 89%»                 a level
«значительная часть (около 80%)»        a word of parts
«оборот – 5 млрд, 94% – экспорт»        a side of the trade
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.measure.share import side_named
from kzcoop.claims.measure.share_list import is_listed
from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems
from kzcoop.mentions.place import Place
from kzcoop.mentions.quantity import Quantity

OF_THEM = (["из", "которых"], ["из", "них"])
_TOTAL = Stems("общего", "совокупн")
_EVERY = Stems("всего", "всей", "всех")
_BASIS = Stems("основ")
_PARTS = ("больш", "дол", "част")  # «львиная доля (72%)», «большинство (61%)»
_DASHES = frozenset("–—-")
# between a partner's dash and its share: «Китай – лишь 8%», «в Иране – до 70%»
_SMALL = frozenset("более всего где-то до еще лишь менее около порядка почти примерно".split())
_WITH = frozenset({"с", "со", *_SMALL})
_NEAR = 8  # tokens from «основу» to the figure


def names_its_part(one: Draft, before: Sequence[Draft]) -> bool:
    """Whether what stands with a bare percentage tells what it is the part of.

    Parameters
    ----------
    one
        A draft in percent that no word of growth or of shares governs.
    before
        The drafts of the same sentence before it.
    """
    sentence = one.sentence
    return (
        any(sentence.between(hit.first, one.at) == 0 for hit in sentence.indicators)
        or any(_beside(one, place) for place in sentence.places)
        or _of_level(one)
        or is_listed(one, before)
        or _of_good(one)
        or _of_heading(one)
        or _of_settlements(one)
        or sentence.low[one.quantity.lead - 2 : one.quantity.lead] in OF_THEM
        or _of_part(one)
        or _is_side(one)
        or (sentence.begins(_EVERY) and _of_every(one))
    )


def _of_every(one: Draft) -> bool:
    """«Из всех контейнеров, что идут маршрутом, туркам принадлежит 30%»: of what opens it."""
    low, first = one.sentence.low, one.sentence.first
    return low[first] == "из" and low[first + 1].startswith(_EVERY)


def _is_side(one: Draft) -> bool:
    """«оборот – 5 млрд, 94% – экспорт»: a side of the trade told before."""
    return side_named(one) is not None


_MARKS = frozenset({",", "–", "—"})
_NEARLY = frozenset({"почти", "практически"})
_WHOLE = ("весь", "все", "вся", "всю")


def _of_part(one: Draft) -> bool:
    """«значительная часть (около 80%) поставок»: how large the part is."""
    low, lead = one.sentence.low, one.quantity.lead
    if low[lead - 1] in _MARKS and low[one.last : one.last + 1] and low[one.last] in _MARKS:
        led = low[max(one.sentence.first, lead - _NEAR) : lead - 1]
        if any(a in _NEARLY and b.startswith(_WHOLE) for a, b in pairwise(led)):
            return True  # «Почти весь объём, 91%, забрал Китай»
    if low[lead - 1] == "," and low[one.last : one.last + 1] == [","]:
        if not one.sentence.begins(_BASIS):
            return False
        # «основу экспорта, около 60%, составляют прокат и трубы»
        before = range(max(one.sentence.first, lead - _NEAR), lead)
        return any(low[i].startswith(_BASIS) for i in before) and any(
            hit.first in before for hit in one.sentence.indicators
        )
    opened = low[lead - 1] == "(" and low[one.last : one.last + 1] == [")"]
    return opened and any(word.startswith(_PARTS) for word in low[max(0, lead - 4) : lead - 1])


def _of_good(one: Draft) -> bool:
    """«основу экспорта составляет нефть – 97%»."""
    if not one.sentence.begins(_BASIS):
        return False
    low, lead = one.sentence.low, one.quantity.lead
    good = low[lead - 1] in _DASHES and lead - 2 in one.sentence.mentions.hits["commodities"]
    return good and any(word.startswith(_BASIS) for word in low[one.sentence.first : lead])


def _of_heading(one: Draft) -> bool:
    """«Структура вывоза: металлы – 24%, зерно – 19%»: of the flow that a colon opens into parts."""
    sentence, low = one.sentence, one.sentence.low
    if one.sentence.word_before(one.quantity.lead) not in _DASHES or sentence.has("up", "down"):
        return False
    colon = next((i for i in range(sentence.first, one.at) if low[i] == ":"), None)
    return colon is not None and any(hit.first < colon for hit in sentence.indicators)


def _of_settlements(one: Draft) -> bool:
    """«Расчёты в национальных валютах – более 80%»: of all that is paid."""
    sentence = one.sentence
    return sentence.word_before(one.quantity.lead) in _DASHES and any(
        hit.entry.id == "settlements" and 0 < one.quantity.lead - hit.last <= _NEAR
        for hit in sentence.indicators
    )


def _beside(one: Draft, place: Place) -> bool:
    """«Китай (63%)», «Латвия – 57%», «в Иране – до 70%», «57% – с российским участием»."""
    low, lead = one.sentence.low, one.quantity.lead
    if place.last == one.first - 1 and low[one.first - 1] == "(":
        return True
    if place.kind not in ("adjective", "bloc", "country") or not foreign(place):
        return False
    led = low[place.last : one.at]
    if led and _WITH.issuperset(led):
        return True  # «за Китаем с 17%»
    if not led and one.sentence.word_before(place.first) == "у":
        return True  # «у Германии 3%»
    if place.last < lead and low[place.last] in _DASHES:
        return _SMALL.issuperset(low[place.last + 1 : lead])
    return one.sentence.word_at(one.last) in _DASHES and one.last < place.first <= one.last + 2


def _of_level(one: Draft) -> bool:
    """«84 тыс. тонн, или 89%», «7% (2,5 тыс. тонн)»: the part of a flow, as a level beside."""
    low = one.sentence.low
    for other in one.sentence.quantities:
        if _both_bracketed(one, other):
            return True
        if other.kind not in ("money", "tonne", "teu", "wagon"):
            continue
        if low[other.last : one.quantity.lead] in (["или"], [",", "или"]):
            return True
        if low[one.last : other.lead] == ["("]:
            return True
        if low[other.last : one.first] == ["("] and low[one.last : one.last + 1] == [")"]:
            # «Из общего объёма 6 тыс. вагонов (13%) ушли …», «– Китай – 14,7 млрд (18,7%);»
            return one.sentence.begins(_TOTAL) or _of_item(one, other)
    return False


def _of_item(one: Draft, level: Quantity) -> bool:
    """Whether a line names a partner, its level and nothing else."""
    sentence, low = one.sentence, one.sentence.low
    named = any(
        place.last == level.lead - 1 and low[place.last] in _DASHES for place in sentence.places
    )
    return named and not sentence.has("up", "down")


def _both_bracketed(one: Draft, other: Quantity) -> bool:
    """«медь (2,4 млрд, 17%)»: the level and its share."""
    low = one.sentence.low
    if other.kind not in ("bare", "money", "tonne"):
        return False
    joined = low[other.last : one.first] == [","] and low[one.last : one.last + 1] == [")"]
    return joined and low[other.lead - 1] == "("
