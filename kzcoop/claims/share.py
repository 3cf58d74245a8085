"""Shares: a percentage that is a part of a whole and no growth.

«40% внешней торговли»          what follows is the whole
«доля – 40%»                    a word of shares governs it
«Китай – 63%, Турция (31%)»     a partner, a level or a share before it is what it is the part of
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.draft import Draft
from kzcoop.claims.governing import distance
from kzcoop.claims.partner_place import foreign
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place
from kzcoop.mentions.quantity import Quantity

# what a share is of: «40% внешней торговли», «треть экспорта»
_SHARE_AFTER = (
    "американск", "взаимн", "вложени", "внешней", "внешнеторгов", "всего", "всей", "всех", "груз",
    "зарубежных", "из", "импорт", "инвестиц", "казахстанск", "контейнер", "мирового", "несырьев",
    "оборота", "общего", "общей", "объема", "от", "перевоз", "поставок", "потреблени", "продукц",
    "рынка", "совокупн", "товарн", "товарооборот", "товаров", "торговли", "транзит", "экспорт",
    "этого", "этой",
)  # fmt: skip
_MADE_UP = ("обеспечива", "обеспечен", "обусловлен", "состоит", "состоят", "формиру")
_USED = (
    "зависел",
    "зависит",
    "выбира",
    "загружен",
    "использу",
    "исчерпан",
    "задействован",
    "заполнен",
    "обеспечен",
    "укомплектован",
)
WEIGHTS = ("вес", "долей", "доли", "долю", "доля")  # not «долларов»
OF_THEM = (["из", "которых"], ["из", "них"])
_TOTAL = Stems("общего", "совокупн")
_IN_WHOLE = (["в", "общем"], ["в", "структуре"])  # «15% в общем объёме торговли»
_PARTS = ("больш", "дол", "част")  # «львиная доля (72%)», «большинство (61%)»
_DASHES = frozenset("–—-")
# between a partner's dash and its share: «Китай – лишь 8%», «в Иране – до 70%»
_SMALL = frozenset("более всего где-то до еще лишь менее около порядка почти примерно".split())
_LIST = frozenset({",", ";", "и"})
_ITEM = 8  # tokens between two shares of a list at the most


def of_whole(one: Draft) -> bool:
    """Whether the word after the percentage is what it is a share of: «40% внешней торговли»."""
    after = one.sentence.low[one.last : one.last + 1]
    word = after[0] if after else ""
    if one.sentence.low[one.last - 1] == "." and after and _capital(one):
        return False  # «рост 12 проц. Контейнеры: …»
    if one.sentence.low[one.last : one.last + 2] in _IN_WHOLE and not prefixed(one):
        return True
    good = one.last in one.sentence.mentions.hits["commodities"]
    share = good or word.startswith(_SHARE_AFTER)
    return share and not prefixed(one) and word != "из"


def _capital(one: Draft) -> bool:
    """Whether the word after a figure opens a sentence."""
    return one.sentence.mentions.tokens.surface(one.last, one.last + 1)[:1].isupper()


def prefixed(one: Draft) -> bool:
    """Whether the quantity itself begins with its preposition: «на 4%», not «с долей в 4%»."""
    if one.sentence.low[one.first] not in ("на", "в") or one.first == one.at:
        return False
    return not one.sentence.word_before(one.first).startswith(WEIGHTS)


def preposition(one: Draft) -> str:
    """The word that a percentage is quoted with, or the one before it: «с 52,6%», «до 57%»."""
    if one.first != one.at and one.sentence.low[one.first] in ("в", "на", "с", "со"):
        return one.sentence.low[one.first]
    return one.sentence.word_before(one.quantity.lead)


def share_by_verb(one: Draft) -> bool:
    """«на 70% обеспечивается за счёт торговли регионов»: what makes a whole up."""
    sentence, after = one.sentence, one.sentence.low[one.last : one.last + 1]
    told = sentence.low[max(sentence.first, one.first - _ITEM) : one.first]
    if any(word.startswith(_USED) for word in told):
        return True  # «терминал задействован на 69%», «мощность используется лишь на треть»
    return bool(after) and after[0].startswith(_MADE_UP)


def share_told(one: Draft, growth: Hit | None) -> bool:
    """Whether a word of shares governs the percentage, nearer than a word of growth."""
    share = one.sentence.near(one.quantity, "share", reach=14, clauses=2)
    if share is None:
        return False
    if growth is None or distance(one, share) <= distance(one, growth):
        return True
    if preposition(one).startswith("состав") and share.entry.value == "share":
        return True  # «доля снизилась на 2% и составила 33%»
    # «доля выросла с 5 до 12%»
    return preposition(one) in ("до", "с", "со") and share.entry.value == "share"


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
        or _goes_on(one, before)
        or _leads_on(one)
        or _bracketed_again(one, before)
        or _of_good(one)
        or sentence.low[one.quantity.lead - 2 : one.quantity.lead] in OF_THEM
        or _of_part(one)
        or _is_side(one)
        or _in_list(one)
    )


def _is_side(one: Draft) -> bool:
    """«оборот – 5 млрд, 94% – экспорт»: a side of the trade told before."""
    sentence = one.sentence
    return sentence.word_at(one.last) in _DASHES and any(
        hit.first == one.last + 1 for hit in sentence.indicators
    )


def _in_list(one: Draft) -> bool:
    """«следом идут медь (5%), уран (4%) и ферросплавы (3%)»: what a whole is made up of."""
    low = one.sentence.low

    def enclosed(quantity: Quantity) -> bool:
        return low[quantity.first - 1] == "(" and low[quantity.last : quantity.last + 1] == [")"]

    return enclosed(one.quantity) and any(
        other.kind == "percent" and other is not one.quantity and enclosed(other)
        for other in one.sentence.quantities
    )


def _of_part(one: Draft) -> bool:
    """«значительная часть (около 80%) поставок»: how large the part is."""
    low, lead = one.sentence.low, one.quantity.lead
    if low[lead - 1] == "," and low[one.last : one.last + 1] == [","]:
        # «основу экспорта, около 60%, составляют прокат и трубы»
        before = range(max(one.sentence.first, lead - _ITEM), lead)
        return any(low[i].startswith("основ") for i in before) and any(
            hit.first in before for hit in one.sentence.indicators
        )
    opened = low[lead - 1] == "(" and low[one.last : one.last + 1] == [")"]
    return opened and any(word.startswith(_PARTS) for word in low[max(0, lead - 4) : lead - 1])


def _beside(one: Draft, place: Place) -> bool:
    """«Китай (63%)», «Латвия – 57%», «в Иране – до 70%», «57% – с российским участием»."""
    low, lead = one.sentence.low, one.quantity.lead
    if place.last == one.first - 1 and low[one.first - 1] == "(":
        return True
    if place.kind not in ("adjective", "bloc", "country") or not foreign(place):
        return False
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


def _goes_on(one: Draft, before: Sequence[Draft]) -> bool:
    """«уран (16%), серебро (12%) и ферросплавы (9,5%)»: after a share."""
    low = one.sentence.low
    if len(before) > 1 and before[-1].measure == "level" and low[before[-1].last] == ")":
        # «половина (1,1 млрд) – металлы, ещё 26% – медь»: the level of the share before
        inside = low[before[-1].quantity.lead - 1] == "("
        before = before[:-1] if inside else before
    if not before or before[-1].measure != "share_pct":
        return False
    words = low[before[-1].last : one.quantity.lead]
    if words[-1:] == ["еще"]:
        return True
    if any(word.startswith(("остальн", "показател")) for word in words):
        return True  # «остальные 95,2%», «эти показатели были 13 и 15%»
    if any(word.startswith(("был", "составил", "составля")) for word in words):
        return True  # «приблизилась к 45%, тогда как в 2023 году составляла 31%»
    dated = any(before[-1].last <= p.first < one.at for p in one.sentence.periods)
    if dated and len(words) <= _ITEM:
        return True  # «Доля Китая – 61% (год назад – 34%)»
    return _LIST.issuperset(words[-1:]) or _itemised(words)


def _of_good(one: Draft) -> bool:
    """«основу экспорта составляет нефть – 97%»."""
    low, lead = one.sentence.low, one.quantity.lead
    good = low[lead - 1] in _DASHES and lead - 2 in one.sentence.mentions.hits["commodities"]
    return good and any(word.startswith("основ") for word in low[one.sentence.first : lead])


def _bracketed_again(one: Draft, before: Sequence[Draft]) -> bool:
    """«Узбекистан – 1,1 млн тонн (47% объёма), Таджикистан – 560 тыс. (24%)»."""
    low = one.sentence.low
    if low[one.quantity.lead - 1] != "(":
        return False
    if any(
        other.measure == "share_pct" and low[other.quantity.lead - 1] == "(" for other in before
    ):
        return True
    # «– Китай – 14,7 (18,7%);»: an item on a line of its own
    amount = before[-1] if before else None
    return (
        amount is not None
        and amount.kind in ("money", "tonne")
        and amount.last == one.quantity.lead - 1
        and one.sentence.word_at(one.last) == ")"
        and any(
            foreign(place) and place.last < amount.at and low[place.last] in _DASHES
            and place.last + 1 == amount.quantity.lead
            for place in one.sentence.places
        )
    )  # fmt: skip


def _leads_on(one: Draft) -> bool:
    """«мясо – 12%, рыба – 4% экспорта»: the last share of the list names the whole."""
    low, sentence = one.sentence.low, one.sentence
    listed: Quantity = one.quantity
    for other in sentence.quantities:
        if other.number_first <= listed.number_first or other.kind != "percent":
            continue
        if not _itemised(low[listed.last : other.lead]):
            return False
        if low[other.last : other.last + 1] and low[other.last].startswith(_SHARE_AFTER):
            return True
        listed = other
    return False


def _itemised(words: Sequence[str]) -> bool:
    """Whether words lead from one item of a list to the next: «, рыба –», «) и титан («»."""
    if not 2 <= len(words) <= _ITEM or words[-1] not in _DASHES | {"("}:
        return False
    return any(word in _LIST for word in words[:3])
