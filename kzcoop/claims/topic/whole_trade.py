"""Whether a sentence without a figure turns from money put in to the trade of two, or back.

«Общая статистика радует меньше. 2014-й: почти миллиард»     not of the grain told before
«С товарами хуже. 2023 год закончили с двумя миллиардами»    not of the investment told before
«С товаром хуже: 2023-й закончили с двумя миллиардами»       nor in the same sentence
«Вкладывать бельгийцы стали осторожнее. За 2022-й – 200 млн» not of the trade told before
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
# money that is put in, and words of trade beside it
_CAPITAL = Stems("вклад", "вложени", "деньг", "денег", "инвест", "капитал", but=("инвестпроект",))
_TRADE = Stems(
    "ввоз", "вывоз", "импорт", "коммерц", "оборот", "постав", "товар", "торг", "экспорт",
    but=("торгпред",),
)  # fmt: skip
_HEAD = 5  # tokens of «С товаром хуже:»


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


def turns_to_capital(sentence: Sentence) -> bool:
    """«Зато поток денег ослаб.», «С инвестициями веселее.»: of no trade any more."""
    if sentence.quantities or not sentence.begins(_CAPITAL) or sentence.begins(_TRADE):
        return False
    return not (sentence.posts or sentence.corridors)


def heads_trade(sentence: Sentence) -> bool:
    """«С товаром хуже: 2024-й закончили почти с двумя миллиардами»: before its figures."""
    low, first = sentence.low, sentence.first
    if not sentence.holds(_STANDS) or low[first] not in _WITH:
        return False
    return low[first + 1].startswith(_GOODS) and ":" in low[first : first + _HEAD]
