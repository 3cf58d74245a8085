"""Which side of trade a part of a turnover is, by the goods or deliveries that it is told to be.

«оборот – 1,5 млрд, из них 1,3 – казахстанские поставки»      export
«470 млн из них пришлись на казахстанскую нефть»               export
«870 млн, причём 790 из них – поставки вьетнамских товаров»    import
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words, either

_THEM, _SUM = Words("них", "которых"), Stems("сумм")
PARTED = either(_THEM, _SUM)
_OURS = ("казахстанск", "наш", "отечественн")
_SOLD = ("вывоз", "отгруз", "отправ", "экспорт")
_BOUGHT = ("ввоз", "закуп", "импорт", "покуп")
_DELIVERED = ("поставк", "продаж")
_FALLS = ("занима", "отвед", "отвод", "приход", "пришел", "пришл", "состав")
_DASHES = frozenset("–—-")
_OF_THEM = (["из", "них"], ["из", "которых"], ["в", "этой", "сумме"], ["из", "этой", "суммы"])
_ENDS = frozenset(", ; : . ( )".split())
_LED, _TAIL = 4, 9  # tokens before a part, and after it


def side_of_part(one: Draft, done: Sequence[Draft]) -> str | None:
    """Return the side that a part of a sum is; None where its words tell none.

    For a figure of trade in a sentence with a word of ``PARTED``; ``done`` are the figures of the
    sentence before it.
    """
    sentence, low = one.sentence, one.sentence.low
    led = low[max(sentence.first, one.quantity.lead - _LED) : one.quantity.lead]
    parted = any(led[i : i + len(told)] == told for told in _OF_THEM for i in range(len(led)))
    at = one.last
    for told in _OF_THEM:
        if low[at : at + len(told)] == told:
            at, parted = at + len(told), True
            break
    if not parted:
        return None
    words = []
    for word in low[at : min(at + _TAIL, sentence.last)]:
        if word in _ENDS:
            break
        words.append(word)
    if not words or not (words[0] in _DASHES or words[0].startswith(_FALLS)):
        return None
    side = _side(words[1:])
    if done and done[-1].reporter not in (None, HOME) and side == "import" and _here(words):
        return "export"  # as the other side counts: «поставки вьетнамских товаров в Казахстан»
    return side


def _here(words: list[str]) -> bool:
    return words[-1].startswith("казахстан") and words[-2] == "в"


def _side(words: list[str]) -> str | None:
    """The side that the first telling word is of: «на казахстанскую нефть», «закупки пшеницы»."""
    for index, word in enumerate(words[:4]):
        if word.startswith(_SOLD) or word.startswith(_OURS):
            rest = words[index + 1 : index + 2]
            bought = word.startswith(_OURS) and rest and rest[0].startswith(_BOUGHT)
            return "import" if bought else "export"
        if word.startswith(_BOUGHT):
            return "import"
        if word.startswith(_DELIVERED):
            after = words[index + 1 :]
            if any(w.startswith("казахстан") and not w.startswith(_OURS) for w in after):
                return "import" if "в" in after else "export"
            return None
    return None
