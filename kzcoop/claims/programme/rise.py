"""Capacity that is to grow, where its word stands elsewhere or there is none.

«Пропускная способность ветки – 9 млн тонн. К 2031 году её следует удвоить»     a pronoun
«Средний коридор к 2028 году сможет принимать 11 млн тонн»                      what it will take
«Мощность перехода поднимут: там строят второй парк»                            the works explain it
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.names import corridor_name, names_of
from kzcoop.claims.programme.term import deadline_of
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions

RAISING = Stems(
    "возраст", "вырас", "довед", "довест", "нараст", "повыс", "подн", "рост", "увелич",
    "удво",
)  # fmt: skip
TIMES = Stems("удво", "утро")
_GROWS = ("довед", "довест", "нараст", "подн", "повыс", "удво", "увелич", "утро")
_CAN = Stems("вмест", "мощне", "мощност", "расшир", "пропуск", "сможет", "смогут")
_ABLE = Words("мощнее", "сможет", "смогут")
_AHEAD = ("будет", "должен", "должн", "станет", "хот", "готов")
_PASS = ("вмест", "вмещ", "пропуск", "пропуст", "приним", "принят")
_THIS = frozenset({"этот", "эту"})
_IT = Words("ее", "его", *_THIS)
_FIGURE = ("величин", "значен", "показател", "цифр")
_IS_TO = Words(
    "будет", "должен", "должна", "осилит", "примет", "пропустит", "сможет", "станет",
)  # fmt: skip
_TAKES, _AT = (
    ("осилит", "примет", "пропустит"),
    frozenset({"в", "до", "к", "на", "от", "с", "у", "через"}),
)
_NEAR = 4  # tokens from a verb of growth to its pronoun


def rise_of_it(sentence: Sentence, way: str | None) -> Found | None:
    """Return the programme of the capacity that the sentence before told, which is to grow.

    «Пропускная способность ветки – 10 млн тонн. К 2030 году её следует удвоить»
    """
    if not sentence.holds(_IT) or not (sentence.begins(RAISING) or sentence.begins(TIMES)):
        return None
    by, low = deadline_of(sentence), sentence.low
    verb = next(
        (i for i in range(sentence.first, sentence.last) if low[i].startswith(_GROWS)), None
    )
    if by is None or verb is None or tense(low[verb]) == "past":
        return None
    near = low[max(sentence.first, verb - _NEAR) : verb + _NEAR]
    at = next((i for i, word in enumerate(near) if word in _IT), None)
    if at is None or (near[at] in _THIS and not near[at + 1].startswith(_FIGURE)):
        return None
    names = (way,) if way else ()
    return Found(verb, verb + 1, "capacity", (), None, None, None, by, names, ())


def takes_by(mentions: Mentions, sentence: Sentence, _words: Sequence[Hit] = ()) -> Found | None:
    """«Средний коридор к 2027 году сможет принимать 10 млн тонн вместо шести»."""
    if not sentence.begins(_CAN) or not _tells_amount(sentence) or not _will_take(sentence):
        return None
    way = next((p for p in sentence.places if p.kind == "corridor"), None)
    by = deadline_of(sentence)
    if way is None or by is None:
        return None
    names = (corridor_name(mentions, way),)
    return Found(way.first, way.last, "capacity", (), None, None, None, by, names, ())


def post_takes(mentions: Mentions, sentence: Sentence) -> Found | None:
    """«Новый «Жана Жол» по проекту должен принимать до 1,5 тыс. машин в сутки»: no work beside."""
    if not (sentence.posts and sentence.holds(_IS_TO)):
        return None
    low = sentence.low
    posts = sentence.posts
    if len({post.register for post in posts}) != 1 or low[posts[0].first - 1 - 1] in _AT:
        return None
    for at in sentence.where(_IS_TO):
        verbs = low[at + 1 : at + _NEAR]
        takes = low[at].startswith(_TAKES) or any(word.startswith(_PASS) for word in verbs)
        days = [q for q in sentence.quantities if q.kind == "vehicle" and q.first > at]
        if takes and days and posts[-1].last <= at and low[sentence.first] != "сколько":
            names, register = names_of(mentions, posts)
            border = tuple(sorted({code for post in posts for code in post.codes}))
            by = deadline_of(sentence)
            return Found(
                posts[0].first, days[0].last, "capacity", border, None, None, None, by, names,
                register,
            )  # fmt: skip
    return None


def _will_take(sentence: Sentence) -> bool:
    """«сможет принимать», «должен пропускать», «станет мощнее»: what a way is to take."""
    if sentence.holds(_ABLE):
        return True
    words = sentence.low[sentence.first : sentence.last]
    if any(
        word.startswith(_GROWS) and after.startswith("мощност") for word, after in pairwise(words)
    ):
        return True  # «коридор «Север – Юг» нарастит мощность»
    if any(word == "расширить" and "до" in words[i : i + 4] for i, word in enumerate(words)):
        return True  # «предусмотрено расширить его до 15 миллионов»
    return any(
        word.startswith(_PASS) and any(led.startswith(_AHEAD) for led in words[max(0, i - 4) : i])
        for i, word in enumerate(words)
    )


def explained(sentence: Sentence, able: Sequence[Hit], work: Sequence[Hit]) -> bool:
    """Return whether works only tell how capacity will grow.

    «Мощность перехода «Достык» поднимут до 25 млн тонн: там строят второй парк»
    """
    if not (able and work) or not is_to_grow(sentence):
        return False
    between = sentence.low[able[-1].last : work[0].first]
    return able[-1].last <= work[0].first and ":" in between


def is_to_grow(sentence: Sentence) -> bool:
    """Return whether a sentence tells of a rise, or of what a way will take by a term."""
    return sentence.begins(RAISING) or sentence.begins(TIMES) or sentence.has("planned", "goal")


def _tells_amount(sentence: Sentence) -> bool:
    return any(q.kind in ("teu", "tonne") for q in sentence.quantities)
