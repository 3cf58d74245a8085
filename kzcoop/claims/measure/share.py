"""Shares: a percentage that is a part of a whole and no growth.

«40% внешней торговли»          what follows is the whole
«доля – 40%»                    a word of shares governs it
«на 70% обеспечивается …»       what makes a whole up
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import distance
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit

# what a share is of: «40% внешней торговли», «треть экспорта»
_SHARE_AFTER = (
    "американск", "взаимн", "вложени", "внешней", "внешнеторгов", "всего",
    "годового", "всей", "всех", "груз",
    "зарубежных", "из", "импорт", "инвестиц", "казахстанск", "контейнер", "мирового", "несырьев",
    "оборота", "общего", "общей", "объема", "от", "перевоз", "поставок", "поступлений",
    "потреблени", "продукц",
    "республиканск", "рынка", "совокупн", "товарн", "товарооборот", "товаров", "торговли",
    "транзит", "экспорт", "этого", "этой", "этих",
)  # fmt: skip
_MADE_UP = (
    "обеспечен", "обеспечив", "обеспечил", "обусловлен", "складыва", "состоит", "состоят",
    "состоял", "сформиров", "формиру",
)  # fmt: skip
_IT = frozenset("ее его их он она оно они".split())
_ITS, _DASHES = frozenset({"его", "ее", "их"}), frozenset("–—-")
_USED = Stems(
    "зависел", "зависит", "выбира", "загружен", "использу", "исчерпан", "задействован", "заполнен",
    "обеспечен", "укомплектован",
)  # fmt: skip
WEIGHTS = ("вес", "долей", "доли", "долю", "доля")  # not «долларов»
_SHARES = Stems("долей", "доли", "долю", "доля")
_DASHES = frozenset("–—-")
_IN_WHOLE = (["в", "общем"], ["в", "структуре"])  # «15% в общем объёме торговли»
_NEAR = 8  # tokens from «загружен» to the percentage


def of_whole(one: Draft) -> bool:
    """Whether the word after the percentage is what it is a share of: «40% внешней торговли»."""
    after = one.sentence.low[one.last : one.last + 1]
    word = after[0] if after else ""
    if one.sentence.low[one.last - 1] == "." and after and _capital(one):
        return False  # «рост 12 проц. Контейнеры: …»
    if one.sentence.low[one.last : one.last + 2] in _IN_WHOLE and not prefixed(one):
        return True
    if word in _ITS and one.sentence.word_at(one.last + 1) in _DASHES and not prefixed(one):
        return True  # «Экспорт вырос до 640 млн; 48% его – руда»
    good = one.last in one.sentence.mentions.hits["commodities"]
    share = good or names_whole(word)
    return share and not prefixed(one) and word != "из"


def names_whole(word: str) -> bool:
    """Whether a word after a percentage is what it is a share of: «внешней», «экспорта»."""
    return word.startswith(_SHARE_AFTER)


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
    sentence, after = one.sentence, one.sentence.low[one.last : one.last + 2]
    told = sentence.low[max(sentence.first, one.first - _NEAR) : one.first]
    if sentence.begins(_USED) and any(word.startswith(_USED) for word in told):
        return True  # «терминал задействован на 69%», «мощность используется лишь на треть»
    if after and after[0] in _IT:
        after = after[1:]  # «на 92% его сформировал экспорт», «на треть он состоит из зерна»
    return bool(after) and after[0].startswith(_MADE_UP)


def dashed_share(one: Draft) -> bool:
    """«доля таких платежей, отмечал в ноябре советник, – 90%»: past words put in, by a dash."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_SHARES):
        return False
    # «Доля нацвалют, сказал в ноябре советник, достигла почти 90 процентов»
    opens = low[sentence.first] == "доля" and low[one.at - 1] not in ("на", "до")
    if low[one.quantity.lead - 1] not in _DASHES and not opens:
        return False
    told = [at for at in sentence.where(_SHARES) if at < one.at]
    return bool(told) and not one.crossed(told[-1], one.at)


def share_told(one: Draft, growth: Hit | None) -> bool:
    """Whether a word of shares governs the percentage, nearer than a word of growth."""
    share = one.sentence.near(one.quantity, "share", reach=14, clauses=2)
    if share is None:
        return growth is None and dashed_share(one)
    if growth is None or distance(one, share) <= distance(one, growth):
        return True
    if preposition(one).startswith(("достиг", "состав")) and share.entry.value == "share":
        return True  # «доля снизилась на 2% и составила 33%»
    # «доля выросла с 5 до 12%»
    return preposition(one) in ("до", "с", "со") and share.entry.value == "share"


def side_named(one: Draft) -> Hit | None:
    """«94% – экспорт», «около 80% – это транзит», «87 процентов, – это импорт»: what it is."""
    sentence, after = one.sentence, one.last
    after += sentence.word_at(after) == ","
    if sentence.word_at(after) not in _DASHES:
        return None
    side = after + 1 + (sentence.word_at(after + 1) == "это")
    return next((hit for hit in sentence.indicators if hit.first == side), None)
