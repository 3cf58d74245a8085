"""Ordinals that tell who stands where in trade without the noun of a place.

«Из покупателей муки республика теперь вторая»     of whom
«Место области в списке партнёров – седьмое»       a place whose number comes after a dash
«по этому показателю страна третья в Европе»       by the figure told before
«Пятым номером среди партнёров идёт Германия»      a number in a list
«среди тех, кто покупает у нас, Польша первая»     whom a clause describes
"""

from __future__ import annotations

from kzcoop.claims.claim import FLOWS
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.language.stems import Stems, Words

_RANKED = Stems(
    "вкладчик", "импортер", "инвестор", "источник", "кредитор", "партнер", "покупа", "поставщик",
    "продав", "продает", "продают", "рынк", "торгов", "экспортер",
)  # fmt: skip
_AMONG = Words("из", "среди", "списке", "зачете", "перечне", "рейтинге", "таблице", "ряду", "числе")
_ENDINGS = ("ая", "ий", "ое", "ой", "ый", "ье", "ья", "ьей", "ым", "им")
_PLACE = Stems("место", "позиция", "номер", "строка", "строчка")
_SHOWN = Stems("показател")
_POINTS = ("нему", "ней", "эти", "этим", "этой", "этому")
_DASHES = ("–", "—", ":")
_ENDS = frozenset(". , : ; ! ? ( ) – — » после среди".split())
_WHERE = (
    "азии", "ближнем", "еаэс", "евразии", "европе", "евросоюзе", "ес", "мире", "регионе", "снг",
    "содружестве", "союзе",
)  # fmt: skip
_LED = frozenset("в во до за и к на с".split())
_COPULAS = ("был", "оказа", "оста", "стал", "шел", "шл")
_AMOUNTS = frozenset({"money", "tonne"})
_COUNTED = Stems("количеств", "показател", "счет", "числу")
_NEXT = 3  # tokens from «в общем списке» to the place
_REACH = 6  # tokens from «среди» to who is ranked there


def stands_in_list(one: Draft) -> bool:
    """Whether an ordinal tells a rank in trade by the words around it, no place being named."""
    sentence, low = one.sentence, one.sentence.low
    if not low[one.first].endswith(_ENDINGS):
        return False
    if sentence.word_at(one.last) == "номером":
        return sentence.begins(_RANKED)
    if not _ended(one):
        return False
    led = sentence.word_before(one.first)
    if led in _DASHES and sentence.begins(_PLACE) and _ranked_before(one):
        return any(i < one.first - 1 for i in sentence.where(_PLACE))
    if led in _LED:
        return False
    named = any(place.last == one.first for place in sentence.places)
    if tense(led) == "past" and not named and not led.startswith(_COPULAS):
        return False  # «из партнёров приехал второй», not «Сеул восьмой»
    if sentence.begins(_COUNTED) and _by_that_count(one):
        return True
    if sentence.holds(_AMONG) and (_ranked_before(one) or _in_whole_list(one)):
        return True
    return _by_that(one)


def _ended(one: Draft) -> bool:
    """Whether no noun follows: «республика третья», «страна вторая в Европе»."""
    sentence = one.sentence
    if one.last >= sentence.last or sentence.low[one.last] in _ENDS:
        return sentence.word_at(one.last + 1) != "тех"  # «седьмой среди тех, кто …»: whom it tells
    return sentence.low[one.last] in ("в", "во", "на") and any(
        sentence.word_at(one.last + at).startswith(_WHERE) for at in (1, 2)
    )


def _ranked_before(one: Draft) -> bool:
    """«Из покупателей», «среди тех, кто покупает», «в списке партнёров», in the same words."""
    sentence, low = one.sentence, one.sentence.low
    for at in sentence.where(_AMONG):
        if at > one.first:
            break
        words = range(at + 1, min(at + 1 + _REACH, one.first))
        if any(low[i].startswith(_RANKED) for i in words) and not any(
            q.kind == "ordinal" and at < q.first < one.first for q in sentence.quantities
        ):
            return True
    return False


def _by_that_count(one: Draft) -> bool:
    """«По этому счёту Турция вторая среди всех стран»: by what the sentence before counts."""
    sentence, low, first = one.sentence, one.sentence.low, one.sentence.first
    opened = low[first] == "по" and low[first + 1] in ("данному", "их", "этому")
    return opened and low[first + 2].startswith(_COUNTED) and bool(sentence.abroad)


def _in_whole_list(one: Draft) -> bool:
    """«В Азии Индия – партнёр номер один, в общем списке – десятый»: the list of those told."""
    sentence, low = one.sentence, one.sentence.low
    return sentence.begins(_RANKED) and any(
        low[at - 1].startswith(("мировом", "общем")) and 0 < one.first - at <= _NEXT
        for at in sentence.where(_AMONG)
    )


def _by_that(one: Draft) -> bool:
    """«вложили 19 млрд долларов, и по этому показателю Париж пятый»: by an amount of trade."""
    sentence, low = one.sentence, one.sentence.low
    told = [hit for hit in sentence.indicators if hit.entry.value in FLOWS and hit.first < one.at]
    amount = any(q.kind in _AMOUNTS and q.last < one.first for q in sentence.quantities)
    if not told:
        return False
    first = sentence.first
    if amount and any(
        low[i - 1].startswith(_POINTS) and low[i - 2] == "по"
        for i in sentence.where(_SHOWN)
        if first + 1 < i < one.first
    ):
        return True
    # «По накопленным инвестициям, 19 млрд долларов, его страна – пятая в мире»
    return low[first] == "по" and told[0].first <= first + 2
