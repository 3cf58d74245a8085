"""Whether a sentence without a figure turns from goods or money put in to the trade of two.

«Общая статистика радует меньше. 2014-й: почти миллиард»     not of the grain told before
«С товарами хуже. 2023 год закончили с двумя миллиардами»    not of the investment told before
"""

from __future__ import annotations

from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words, either

_WHOLE = Stems("общая", "общие", "общий", "общем", "общей")
_RECKONED = ("баланс", "итог", "картин", "статистик", "счет", "цифр")
_WITH = Words("с", "со")
_GOODS = ("товар", "торговл", "коммерц")
# how a market stands: «хуже», «скромнее», «иначе», «сложнее»
_STANDS = Words(
    "бледнее", "веселее", "грустнее", "иначе", "интереснее", "лучше", "печальнее", "скромнее",
    "скромно", "слабее", "сложнее", "труднее", "туго", "хуже",
)  # fmt: skip
_TURNS = either(_WHOLE, _STANDS)


def turns_to_trade(sentence: Sentence) -> bool:
    """Whether what follows is of the whole trade, as a sentence without a figure says."""
    if sentence.quantities or not sentence.begins(_TURNS):
        return False
    low, last = sentence.low, sentence.last - 1
    if sentence.begins(_WHOLE):
        return any(
            low[i].startswith(_WHOLE) and low[i + 1].startswith(_RECKONED)
            for i in range(sentence.first, last)
        )
    return any(
        low[i] in _WITH and low[i + 1].startswith(_GOODS) for i in range(sentence.first, last)
    )
