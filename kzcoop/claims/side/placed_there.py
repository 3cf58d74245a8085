"""Ranks and shares of Kazakhstan in the other country's trade, of which that country reports.

«Казахстан – третий партнёр Узбекистана»                    whose the whole is
«Казахстан для нас – третий партнёр», says a guest          nobody is his own partner
«в структуре торговли Киргизии Казахстан занимал 10,8%»     a part of its trade
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.place.partner_place import HOME, is_subject, led_by
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

# words of trade with another country
TRADES = Stems("импорт", "оборот", "товарооборот", "торговл", "экспорт")
_HOLDS = Stems("занима", "занял", "обеспечи", "формирует", "формировал")
# before the one whose trade a place or a share is of
_WHOLES = ("импорт", "оборот", "партнер", "покупател", "поставщик", "товарооборот", "торговл",
           "экспорт")  # fmt: skip
_SHARES = Stems("доли", "долю", "доля")
_OUR = Words("наш", "нашим", "нас")
_DASHES = ("–", "—", "-")
_OUR_NEAR = 3  # tokens of «наш третий»
_PLACED = frozenset({"rank", "share_pct"})


def in_its_trade(one: Draft, code: str) -> bool:
    """«на Казахстан приходится 4% внешней торговли Узбекистана»."""
    if one.measure not in _PLACED or one.indicator in ("investment", "transit"):
        return False  # «на Казахстан приходится треть японских инвестиций»: who gets them
    if _stands_in(one, code) or _part_in(one, code):
        return True
    return one.measure == "share_pct" and _is_placed_here(one, code)


def _is_placed_here(one: Draft, code: str) -> bool:
    """Whether a share of another country's trade falls to Kazakhstan."""
    sentence, low = one.sentence, one.sentence.low
    on_home = any(
        p.kind == "country"
        and sentence.word_before(p.first) == "на"
        and low[p.last : p.last + 1] not in (["и"], [","])
        for p in sentence.homes
    )
    if on_home and any(code in p.codes for p in sentence.places):
        return True
    return _holds_in(one, code) or _is_share_of_republic(one, code)


def _is_share_of_republic(one: Draft, code: str) -> bool:
    """«на долю республики приходится 41% словацкой торговли с Центральной Азией»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_SHARES) or not any(
        low[i + 1] in ("нашей", "республики") for i in sentence.where(_SHARES)
    ):
        return False
    return any(
        p.kind == "adjective" and code in p.codes and sentence.word_at(p.last).startswith(TRADES)
        for p in sentence.abroad
    )


def _holds_in(one: Draft, code: str) -> bool:
    """«в структуре торговли Киргизии Казахстан занимал 10,8%»: a part of the other's trade."""
    sentence, low = one.sentence, one.sentence.low
    if not (sentence.begins(_HOLDS) and sentence.begins(TRADES)):
        return False
    whole = any(
        code in p.codes and p.kind == "country" and p.first < one.at
        and sentence.word_before(p.first).startswith(TRADES)
        for p in sentence.places
    )  # fmt: skip
    return whole and any(
        is_subject(sentence, p)
        and low[p.last : p.last + 1] and low[p.last].startswith(_HOLDS)
        for p in sentence.homes
    )  # fmt: skip


def _stands_in(one: Draft, code: str) -> bool:
    """«Казахстан – третий партнёр Узбекистана», «в торговле Киргизии Казахстан идёт третьим».

    Kazakhstan is the subject nearest to the figure, the other one the owner of the whole.
    """
    sentence = one.sentence
    homes = [p for p in sentence.homes if p.kind == "country"]
    if not homes or not any(is_subject(sentence, p) for p in homes):
        return False
    if one.kind == "rank" and sentence.holds(_OUR) and _is_our_partner(one, homes):
        return True
    sides = [p for p in (*homes, *sentence.abroad) if p.kind == "country" and p.first < one.at]
    subjects = [p for p in sides if is_subject(sentence, p)]
    if not subjects or max(subjects, key=lambda p: p.first).codes != (HOME,):
        return False
    if one.kind == "rank" and sentence.holds(_OUR) and _ranks_for_us(one):
        return True
    return any(
        code in p.codes and p.kind == "country" and _owns_trade(sentence, p)
        for p in sentence.abroad
    )


def _ranks_for_us(one: Draft) -> bool:
    """«Казахстан для нас – третий партнёр», «у нас на пятом месте», «наш второй покупатель».

    Who says so is the other side, for nobody is his own partner.
    """
    sentence, low = one.sentence, one.sentence.low
    for at in sentence.where(_OUR):
        if low[at] == "нас" and sentence.word_before(at) in ("для", "у"):
            return True
        if low[at].startswith("наш") and 0 < one.last - at <= _OUR_NEAR:
            return True
    return False


def _is_our_partner(one: Draft, homes: Sequence[Place]) -> bool:
    """«Наш третий партнёр по торговле – Казахстан»."""
    sentence, low = one.sentence, one.sentence.low
    if not any(low[at].startswith("наш") and at + 1 == one.first for at in sentence.where(_OUR)):
        return False
    return any(low[p.first - 1] in _DASHES and p.first >= one.last for p in homes)


def _part_in(one: Draft, code: str) -> bool:
    """«доля нашей республики во внешней торговле Ирана», «доля Казахстана в импорте Грузии»."""
    sentence, low = one.sentence, one.sentence.low
    if one.measure != "share_pct" or not sentence.begins(_SHARES):
        return False
    for at in sentence.where(_SHARES):
        whose = low[at + 1 : min(at + 4, sentence.last)]
        ours = whose[:1] in (["нашей"], ["казахстана"], ["казахстанских"])
        if ours and any(
            code in p.codes and p.kind == "country" and at < p.first and _owns_trade(sentence, p)
            for p in sentence.abroad
        ):
            return True
    return False


def _owns_trade(sentence: Sentence, place: Place) -> bool:
    """«партнёр Узбекистана», «в торговле Киргизии», «для России»: whose the whole is."""
    if is_subject(sentence, place):
        return False
    before = led_by(sentence, place)
    return before == "для" or before.startswith(_WHOLES)
