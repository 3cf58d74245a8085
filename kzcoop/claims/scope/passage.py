"""Whether freight only passes through the country, by the ways, goods and countries of a sentence.

«через республику следует 70% турецких товаров»        through it
«По Среднему коридору из Китая проследовало 310 поездов»   by a corridor
«перевезли из Китая в Узбекистан 2 млн тонн»           from one other country to another
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import FLOWS
from kzcoop.claims.place.partner_place import HOME, foreign, led_by
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words

_DASHES = frozenset("–—-")
_MARKS = frozenset(",;:()")
_FROM = Words("из")
_EXPORTED = Stems("экспорт")  # «экспортных грузов через Казахстан в Китай», of their owner
_THROUGH = Words("через")
_BETWEEN = Words("между")
_COUNTRY = ("казахстан", "казахск", "наш", "республику", "территори")
_PASSING = Words("транзитные", "транзитный", "транзитных", "транзитом")
_WITHOUT = frozenset({"без", "кроме", "не"})
_CORRIDOR = Stems("коридор")
_WAYS = Stems("дорог", "коридор", "маршрут", "путем", "пути", "путям", "рельс", "территори")
_PASSES = Stems(
    "везут", "движется", "движутся", "едет", "едут", "идет", "идут", "пересека", "проезжа",
    "проход", "следует", "следуют",
)  # fmt: skip
_TWO = 2  # who sends and who gets what passes
_CROSSES = Stems("пересека")
_THIS = frozenset("этим этому этой этом".split())
_COUNTRIES = ("казахстан", "наш", "республик", "стран")
_NEAR_WAY = 4  # tokens from «по» to «коридору»


def is_transit(one: Draft) -> bool:
    """Return whether freight only passes through the country."""
    if _passes(one.sentence) or _on_way(one) or _in_transit(one) or _train_on(one):
        return True
    if one.kind == "percent" and one.sentence.holds(_BETWEEN) and _our_part(one.sentence):
        return True
    return one.kind == "percent" and one.sentence.begins(_WAYS) and _by_our_way(one.sentence)


def _our_part(sentence: Sentence) -> bool:
    """«На долю нашей страны приходится 85% перевозок между Китаем и Европой»."""
    low = sentence.low
    pair = any(
        low[left.first - 1] == "между" and low[left.last : right.first] == ["и"]
        for left, right in pairwise(sentence.places)
    )
    return pair and any(
        (low[i].startswith("дол") and low[i + 1].startswith(("казахстан", "нашей", "республики")))
        or (low[i] == "на" and low[i + 1] == "казахстан")
        for i in range(sentence.first, sentence.last - 1)
    )


def goes_our_way(one: Draft) -> bool:
    """«через республику следует 70% турецких товаров, которые везут в Узбекистан»: no flow named.

    Also «Из всего, что Китай шлёт Европе, 85% идёт казахстанской территорией».
    """
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "percent" or not sentence.begins(_PASSES):
        return False
    if sum(HOME not in place.codes for place in sentence.places) < _TWO:
        return False
    if any(
        hit.entry.value in FLOWS
        and hit.entry.value != "freight"
        and not _in_relative(sentence, hit.first)
        for hit in sentence.indicators
    ):
        return False
    through = sentence.holds(_THROUGH) and any(
        low[i] == "через" and low[i + 1].startswith(_COUNTRY)
        for i in range(sentence.first, sentence.last - 1)
    )
    crosses = sentence.begins(_CROSSES) and any(
        low[home.first - 1].startswith(_CROSSES) for home in sentence.homes
    )  # «каждый пятый контейнер из Кореи в Европу пересекает Казахстан»
    return through or crosses or (sentence.begins(_WAYS) and _by_our_way(sentence))


def _in_relative(sentence: Sentence, index: int) -> bool:
    """«Из грузов, которые Киргизия отправляет в Россию, 92% едут через …»: of what is carried."""
    low = sentence.low
    if low[index].endswith(("емые", "емый", "емых")):
        return True  # «грузов, отправляемых Россией в Среднюю Азию»
    opened = next((i for i in range(index, sentence.first, -1) if low[i] == ","), None)
    return opened is not None and low[opened + 1].startswith(("котор", "что"))


def _by_our_way(sentence: Sentence) -> bool:
    """«82% контейнеров из КНР в Европу едут казахстанскими рельсами», «идущих этим коридором»."""
    low = sentence.low
    if sentence.corridors:
        return any(
            low[i] in _THIS and low[i + 1].startswith(_WAYS)
            for i in range(sentence.first, sentence.last - 1)
        )
    ours = any(
        home.kind == "adjective" and sentence.word_at(home.last).startswith(_WAYS)
        for home in sentence.homes
    ) or any(
        low[i] == "по" and low[i + 1] == "территории" and low[i + 2].startswith(_COUNTRIES)
        for i in range(sentence.first, sentence.last - 2)
    )
    return ours and any(foreign(place) for place in sentence.places)


def _train_on(one: Draft) -> bool:
    """«По Среднему коридору из Китая проследовало 310 поездов»: by the corridor of the sentence."""
    sentence = one.sentence
    return one.kind == "count" and any(
        not way.codes and sentence.word_before(way.first) == "по" and way.first < one.at
        for way in sentence.corridors
    )  # fmt: skip


def _passes(sentence: Sentence) -> bool:
    """«из Китая в Узбекистан проследовало 2 млн тонн»: neither begins nor ends here.

    Also «через Казахстан в Узбекистан провезли …».
    """
    if sentence.holds(_FROM) and sentence.holds(_THROUGH) and _through_us(sentence):
        return True
    if sentence.holds(_THROUGH) and sentence.holds(_BETWEEN) and _between_others(sentence):
        return True
    if (
        sentence.holds(_THROUGH)
        and not sentence.begins(_EXPORTED)
        and any(
            HOME in place.codes and led_by(sentence, place) == "через" for place in sentence.places
        )
    ):
        return any(
            foreign(place) and led_by(sentence, place) in ("в", "во", "из")
            for place in sentence.places
        )
    return sentence.holds(_FROM) and any(
        foreign(left)
        and foreign(right)
        and led_by(sentence, left) == "из"
        and led_by(sentence, right) in ("в", "во")
        and right.first - left.last == 1
        for left, right in pairwise(sentence.places)
    )


def _between_others(sentence: Sentence) -> bool:
    """«Через страну проходит 80% перевозок между Китаем и Европой»: of others, through here."""
    low = sentence.low
    here = any(
        low[i] == "через" and low[i + 1].startswith(_COUNTRY)
        for i in range(sentence.first, sentence.last - 1)
    )
    return here and any(
        foreign(place)
        and sentence.word_before(place.first) == "между"
        and sentence.word_at(place.last) == "и"
        for place in sentence.places
    )


def _through_us(sentence: Sentence) -> bool:
    """«Из Хайфона через Казахстан в Европу проследовало 2 тыс. контейнеров»."""
    low = sentence.low
    way = next(
        (
            i
            for i in range(sentence.first, sentence.last - 1)
            if low[i] == "через" and low[i + 1].startswith(_COUNTRY)
        ),
        None,
    )
    if way is None:
        return False
    before, after = low[max(sentence.first, way - 4) : way], low[way + 2 : way + 6]
    return "из" in before and ("в" in after or "во" in after)


def _in_transit(one: Draft) -> bool:
    """«из них 1,8 млн тонн проследовало транзитом в Россию»."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.word_at(one.last) in _DASHES:
        # «перевезли 31 млн тонн, из которых 12 млн – транзит», «– транзитные»
        what = sentence.word_at(one.last + 1)
        if what == "транзит" or what in _PASSING:
            return True
    if one.kind not in ("teu", "tonne", "wagon") or not sentence.holds(_PASSING):
        return False
    if any(
        low[i] in _PASSING and not sentence.between(i, one.at)
        for i in range(one.last, min(one.last + 3, sentence.last))
    ):
        return True
    for index in range(one.quantity.lead - 1, sentence.first - 1, -1):
        if low[index] in _PASSING:  # «Из них транзитных – 42 тысячи», «транзитом прошло 24 млн»
            return low[index - 1] not in _WITHOUT
        if low[index] in _MARKS:
            break
    return False


def _on_way(one: Draft) -> bool:
    """«85% грузов перевозят по коридору «Западная Европа – Западный Китай»»: transit."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind not in ("percent", "tonne", "teu") or not sentence.begins(_CORRIDOR):
        return False
    stop = min([q.lead for q in sentence.quantities if q.lead >= one.last], default=sentence.last)
    return any(
        low[i].startswith(_CORRIDOR) and "по" in low[max(one.last, i - _NEAR_WAY) : i]
        for i in range(one.last, stop)
    )
