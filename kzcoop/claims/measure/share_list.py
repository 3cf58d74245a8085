"""Shares in a list: a percentage that goes on after a share, or leads on to one.

«уран (16%), серебро (12%) и ферросплавы (9,5%)»                 after a share
«мясо – 12%, рыба – 4% экспорта»                                 before the one that names the whole
«Узбекистан – 1,1 млн тонн (47% объёма), … – 560 тыс. (24%)»     in brackets again
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.measure.share import names_whole
from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.scene.draft import Draft
from kzcoop.mentions.quantity import Quantity

_DASHES = frozenset("–—-")
_WITH = frozenset({"с", "со"})
_LIST = frozenset({",", ";", "и"})
_ITEM = 8  # tokens between two shares of a list at the most


def is_listed(one: Draft, before: Sequence[Draft]) -> bool:
    """Whether a percentage without a word of its own is one of the shares of a list."""
    return _goes_on(one, before) or _leads_on(one) or _bracketed_again(one, before) or _in_list(one)


def _in_list(one: Draft) -> bool:
    """«следом идут медь (5%), уран (4%) и ферросплавы (3%)»: what a whole is made up of."""
    low = one.sentence.low

    def enclosed(quantity: Quantity) -> bool:
        return low[quantity.first - 1] == "(" and low[quantity.last : quantity.last + 1] == [")"]

    return enclosed(one.quantity) and any(
        other.kind == "percent" and other is not one.quantity and enclosed(other)
        for other in one.sentence.quantities
    )


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
        if low[other.last : other.last + 1] and names_whole(low[other.last]):
            return True
        listed = other
    return False


def _itemised(words: Sequence[str]) -> bool:
    """Whether words lead from one item of a list to the next: «, рыба –», «) и титан («»."""
    if not 2 <= len(words) <= _ITEM or not any(word in _LIST for word in words[:3]):
        return False
    # «Россия с 64%, Китай с 18», «у Германии 3%»
    return words[-1] in _DASHES | _WITH | {"("} or "у" in words[:-1]
