"""Goods on a way that crosses the country, where no word of transit or haulage stands.

«Срединный коридор начинал с 0,8 млн тонн и возит теперь 4,5»          a corridor that carries
«Коридор «Север – Юг» прибавил 18%»                                    one that grows
«Маршрут из Китая к Чёрному морю через Казахстан вырос вчетверо»       a way told by its countries
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words

_AMOUNTS = frozenset({"teu", "tonne", "wagon"})
_CHANGES = frozenset({"percent", "ratio"})
_WAYS = Stems("ветк", "ветв", "дорог", "коридор", "магистрал", "маршрут", "путь", "линия", "трасс")
_CAN = Stems(
    "мощност", "пропускн", "способн", "рассчитан", "дешевле", "дорож", "быстрее", "короче",
    "срок", "тариф", "ставк", "скидк", "длин", "протяж",
)  # fmt: skip
_GREW = Stems(
    "вырос", "выраст", "прибав", "подрос", "увелич", "расшир", "сократ", "упал", "сниз", "просел",
    "удво", "утро", "ускор", "ожил", "больше", "меньше",
)  # fmt: skip
_OVER = Words("по", "через")
_REACH = 3  # tokens from «по землям» to «Казахстана»


def on_our_way(one: Draft) -> bool:
    """Whether a figure without its indicator tells what a way across the country carries."""
    sentence = one.sentence
    if one.kind not in _AMOUNTS and (one.kind not in _CHANGES or not sentence.begins(_GREW)):
        return False
    if sentence.begins(_CAN) or sentence.rows("commodities"):
        return False
    if any(way.first < one.at for way in sentence.corridors):
        return True
    return _crosses(one)


def _crosses(one: Draft) -> bool:
    """«проложенный по землям Казахстана и Грузии», «через Казахстан», of a way named before."""
    sentence = one.sentence
    if not sentence.begins(_WAYS) or not sentence.holds(_OVER) or not sentence.abroad:
        return False
    way = sentence.where(_WAYS)[0]
    over = sentence.where(_OVER)
    return way < one.at and any(
        way < home.first < one.at and any(0 < home.first - i <= _REACH for i in over)
        for home in sentence.homes
    )
