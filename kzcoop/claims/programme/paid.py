"""Whether a sentence tells what works on posts cost, and whose posts they are.

«автопереход обновят за 4,5 млрд тенге»                          a crossing
«переустройство постов Алтайского края обойдётся в 6 млрд рублей»   the other side's
«реконструкция его постов», «обновление своих переходов»         not those told before
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.programme.kind import BUILDS
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Words
from kzcoop.lexicon.loader import Hit

_ITS = Words("его", "ее", "их")
_NEXT_DOOR = frozenset({"CNY", "KGS", "RUB", "TMT", "UZS"})
_ADJECTIVES = ("ых", "их", "ого", "его")
_OWN = ("своего", "своих", "свой", "собственн")  # «на реконструкцию своих пунктов пропуска»


def pays(sentence: Sentence, work: Sequence[Hit]) -> bool:
    """Return whether money is told of and a crossing: «автопереход обновят за 4,5 млрд тенге».

    In money of its own the other side pays for its posts, however they are called.
    """
    money = [q for q in sentence.quantities if q.kind == "money"]
    if not money:
        return False
    theirs = [hit for hit in work if hit.entry.kind in BUILDS and _is_of_posts(sentence, hit.last)]
    if theirs and any(q.unit in _NEXT_DOOR for q in money):
        return True  # «переустройство постов Алтайского края обойдётся в 6,8 млрд рублей»
    return any(
        "переход" in word or word.startswith(_OWN)
        for word in sentence.low[sentence.first : sentence.last]
    ) or (sentence.holds(_ITS) and _of_its_posts(sentence))


def _is_of_posts(sentence: Sentence, at: int) -> bool:
    """Whether posts follow a work, past an adjective: «контрольно-пропускных пунктов»."""
    after = sentence.word_at(at)
    return is_post(after) or (after.endswith(_ADJECTIVES) and is_post(sentence.word_at(at + 1)))


def of_their_own(sentence: Sentence) -> bool:
    """«обновление своих постов», «реконструкция его переходов»: and not those told before."""
    low = sentence.low
    return any(
        is_post(low[i]) and (low[i - 1].startswith(_OWN) or low[i - 1] in _ITS)
        for i in range(sentence.first + 1, sentence.last)
    )


def _of_its_posts(sentence: Sentence) -> bool:
    """«реконструкция его постов обойдётся в 7 млрд рублей»: those of the other side."""
    low = sentence.low
    money = any(q.kind == "money" for q in sentence.quantities)
    return money and any(
        low[i] in _ITS and is_post(low[i + 1]) for i in range(sentence.first, sentence.last - 1)
    )
