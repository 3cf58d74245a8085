"""The way whose capacity is told, where an earlier clause or sentence names it.

«По ветке Тургунди – Герат прошло 210 тыс. тонн. Пропускную способность ветки увеличат …»
«Поможет Трансафганская дорога: её пропускную способность обещают довести до 15 млн тонн»
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.names import corridor_name
from kzcoop.claims.programme.rail import ends_of
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.morphology import is_adjective, nominative
from kzcoop.language.stems import Stems
from kzcoop.mentions.annotate import Mentions

_WAYS = Stems(
    "ветк", "ветви", "дорог", "коридор", "лини", "магистрал", "маршрут", "трасс", "участк", "шоссе",
)  # fmt: skip
_DASHES, _QUOTES = frozenset("–—-"), frozenset('«»"')
_REACH = 2  # sentences before in which a way is named
_NEAR = 3  # tokens from the word for a way to its ends
_NAMED = 3  # letters of the name of a place at the least


def with_way(
    mentions: Mentions, each: Found, sentence: Sentence, sentences: Sequence[Sentence]
) -> Found:
    """Return a programme of capacity with the way that was named last, where it names none."""
    bare = each.kind == "capacity" and not (each.names or each.border)
    if not bare or not sentence.begins(_WAYS):
        return each
    at = sentence.number
    paragraph = mentions.tokens.paragraph
    for before in reversed(sentences[max(0, at - _REACH) : at + 1]):
        if paragraph[before.number] != paragraph[at]:
            continue
        if before.begins(_WAYS) and (names := _named(mentions, before)):
            return replace(each, names=names)
        if before.corridors:  # «по коридору «Север – Юг» … Мощность восточной ветки поднимут»
            return replace(each, names=(corridor_name(mentions, before.corridors[-1]),))
    return each


def _named(mentions: Mentions, sentence: Sentence) -> tuple[str, ...]:
    """The last way that a sentence names: by its ends, or by an adjective with a capital."""
    for at in reversed(sentence.where(_WAYS)):
        if pair := _ends(mentions, sentence, at + 1):
            return (pair, *ends_of(pair))
        adjective = mentions.tokens.surface(at - 1, at) if at > sentence.first + 1 else ""
        if adjective[:1].isupper() and is_adjective(adjective):
            name = nominative(mentions.tokens.surface(at - 1, at + 1))
            return (name[:1].upper() + name[1:],)
    return ()


def _ends(mentions: Mentions, sentence: Sentence, after: int) -> str:
    """«Тургунди – Герат» of «ветке Тургунди – Герат», of «коридор «Торгунди – Герат»»."""
    low, tokens = sentence.low, mentions.tokens
    countries = {i for p in sentence.places if p.kind == "country" for i in range(p.first, p.last)}
    for at in range(after, min(after + _NEAR, sentence.last - 2)):
        if low[at] in _QUOTES:
            continue
        ends = tokens.surface(at, at + 1), tokens.surface(at + 2, at + 3)
        capital = all(end[:1].isupper() and len(end) >= _NAMED for end in ends)
        chain = low[at + 3 : at + 4] and low[at + 3] in _DASHES
        if low[at + 1] in _DASHES and capital and not chain and not {at, at + 2} & countries:
            return tokens.surface(at, at + 3)
        if not ends[0][:1].islower():
            break
    return ""
