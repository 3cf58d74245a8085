"""Who trades in what a guest says: «мы» is his country, «у вас» Kazakhstan.

«Мы готовы брать у вас полмиллиона тонн», «ваши поставки вырастут»   our export
«Наша страна закупает за рубежом 11 млн тонн. … у вас»               its own: no claim
"""

from __future__ import annotations

from kzcoop.claims.claim import SIDES
from kzcoop.claims.indicator.back import BUYS
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Words

_YOU = Words("вам", "вас", "ваш", "ваша", "ваше", "вашего", "вашей", "ваши", "ваших", "вашу")
_BUYING = (*BUYS, "брать", "возьмем", "покуп")
_OUT = ("вывоз", "поставк", "экспорт")
_IN = ("ввоз", "закуп", "импорт")
_NEAR = 4  # tokens from «у вас» to the verb
_PASSAGE = 60  # tokens of what one quotation holds
_OURS = Words("мы", "наш", "наша")
_ABROAD = frozenset({"мировом", "рубежом"})
_YEARLY = frozenset({"всего", "ежегодно", "год"})


def side_by_address(one: Draft) -> str | None:
    """Return the side of trade by whom a guest speaks to, where he says so."""
    sentence = one.sentence
    if one.indicator not in SIDES or not sentence.holds(_YOU):
        return None
    low = sentence.low
    for at in sentence.where(_YOU):
        after = sentence.word_at(at + 1)
        if low[at] == "вас" and sentence.word_before(at) == "у" and _buys_near(sentence, at):
            return "export"
        if low[at].startswith("ваш") and after.startswith(_OUT):
            return "export"
        if low[at].startswith("ваш") and after.startswith(_IN):
            return "import"
    return None


def of_guest(one: Draft) -> bool:
    """Whether a guest tells what his country buys in all the world: «Наша страна закупает …»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "import" or not sentence.holds(_OURS) or sentence.places:
        return False
    words = low[sentence.first : sentence.last]
    wholly = not _ABROAD.isdisjoint(words) or not _YEARLY.isdisjoint(words)
    return wholly and not sentence.holds(_YOU) and _speaks_to_us(sentence)


def _buys_near(sentence: Sentence, at: int) -> bool:
    near = range(max(sentence.first, at - _NEAR), min(sentence.last, at + _NEAR))
    return any(sentence.low[i].startswith(_BUYING) for i in near)


def _speaks_to_us(sentence: Sentence) -> bool:
    """Whether the quotation around a sentence says «у вас», «вашу пшеницу», «ваши цены»."""
    low, marked = sentence.low, sentence.marked
    first = sentence.first
    while first > max(0, sentence.first - _PASSAGE) and low[first] not in "«»":
        first -= 1
    if low[first] != "«":
        return False
    last = sentence.first + 1
    while last < min(len(marked), sentence.first + _PASSAGE) and low[last] != "»":
        last += 1
    return any(marked[i] & _YOU.bit for i in range(first, last))
