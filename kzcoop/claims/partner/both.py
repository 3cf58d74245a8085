"""The partners that the text told of one after the other, meant together by a later sentence.

«С каждой из двух стран хотят дойти до 300 млн», «с обеими столицами»   with each of the two
«Обе столицы доведут торговлю с Казахстаном до миллиарда»               the two, and Kazakhstan
«Поставки в обе страны выросли на 12%»                                  where goods go
«На троих у этих партнёров 400 предприятий»                             of three

«Обе стороны» alone are Kazakhstan and its partner: ``speaks_of_pair``.
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Words

_EACH = Words("каждой", "каждым")
# «с двумя соседями», of those told one by one
_WITH_BOTH = Words("обеими", "обоими", "двумя")
_BOTH = Words("оба", "обе", "обеим", "обеих", "обоим", "обоих")
_BY_NUMBER = {"двоих": 2, "троих": 3, "четверых": 4}
_TOGETHER = Words(*_BY_NUMBER)
POINTS_TO_ALL = Words(*_EACH, *_WITH_BOTH, *_BOTH, *_TOGETHER)
_THEM = ("государств", "держав", "направлени", "них", "партнер", "республик", "сосед", "столиц",
         "стран")  # fmt: skip
_NEAR = 4  # tokens from «каждой» to «стран»: «каждой из этих двух стран»
_ONWARD = frozenset({"в", "из", "на", "со", "с"})
_BESIDE = frozenset({"в", "из", "с", "у"})  # before Kazakhstan, where it is the other side
_TWO = 2


def all_told(sentence: Sentence, at: int, recent: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the partners that a word before token ``at`` points back to together, or none.

    ``recent`` are the partners that the text has told figures of, the last of them last.
    """
    if len(recent) < _TWO or sentence.abroad:
        return ()  # «у троих 400 предприятий, из них 188 сингапурских»: too many to tell apart
    number = _number(sentence, at)
    single = [told for told in recent if len(told) == 1]
    if not number or len(single) < number:
        return ()
    return tuple(sorted({code for told in single[-number:] for code in told}))


def _number(sentence: Sentence, at: int) -> int:
    """How many partners a sentence points back to; 0 where it points to none."""
    low = sentence.low
    for i in range(sentence.first, at):
        word = low[i]
        if word in _BY_NUMBER and low[i - 1] == "на":
            return _BY_NUMBER[word]
        if low[i - 1] in ("с", "со") and (word in _WITH_BOTH or word in _EACH):
            if any(after.startswith(_THEM) for after in low[i + 1 : i + 1 + _NEAR]):
                return _TWO
        elif word in _BOTH and low[i + 1].startswith(_THEM) and _aside_of_home(sentence, i):
            return _TWO
    return 0


def _aside_of_home(sentence: Sentence, index: int) -> bool:
    """Whether «обе страны» leaves Kazakhstan out: it is named, or goods go there or come thence."""
    if index > sentence.first and sentence.low[index - 1] in _ONWARD:
        return sentence.low[index] in ("обе", "обеих", "оба", "обоих") and bool(sentence.indicators)
    return any(sentence.word_before(home.first) in _BESIDE for home in sentence.homes)
