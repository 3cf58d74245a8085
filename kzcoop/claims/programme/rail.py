"""Railways across the border: a line that is being built to a neighbour.

«началось строительство железной дороги до границы с Китаем»  by the words
«строят линию Дарбаза – Мактаарал»                            by its ends, which the table knows
«Новая линия разгрузит станцию»                               a title tells of its start
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kzcoop.claims.place.partner_place import NEIGHBOURS, foreign, of_border
from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import triggers
from kzcoop.claims.programme.term import deadline_of
from kzcoop.claims.scene.sentence import Sentence, split
from kzcoop.language.morphology import nominative
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions, annotate

_BETWEEN = re.compile(r"\s*[–—-]\s*|\s+до\s+")
_UP_TO = re.compile(r"\s(до|к)\s")
_FAR = 12  # tokens between a work and its line, and from a line to where it leads
TALKS = Stems("обсу", "вопрос", "рассматр", "рассмотр", "речь", "тема", "теме", "темы")
_JOINS = ("свяж", "связ", "соедин")
_TO = frozenset({"в", "до", "к", "с", "со"})
_LOCATIVE = ("е", "и")  # «в Китае», and not «в Китай»
_POSSESSIVES = frozenset({"его", "ее"})
_NEAR = 3
_LINES = ("ветк", "дорог", "железн", "лини", "магистрал", "переход", "проект", "участк")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a sentence tells it: where it leads, and its two ends, where they are named."""

    border: tuple[str, ...]
    names: tuple[str, ...]


def titled_line(title: str | None) -> Line | None:
    """Return the line whose building a title tells of: «Дан старт строительству линии …»."""
    if not title:
        return None
    mentions = annotate(title, None)
    told = triggers(mentions)
    for sentence in split(mentions):
        for hit in told.get(sentence.number, []):
            if hit.entry.kind == "construction" and (line := line_of(mentions, sentence)):
                return line
    return None


def line_of(mentions: Mentions, sentence: Sentence) -> Line | None:
    """Return the line across the border that a sentence names."""
    lines = lines_of(sentence)
    for hit in lines:
        if hit.entry.value and _led_by_line(sentence, hit):
            pair = pair_of(mentions, hit)
            return Line((hit.entry.value,), (pair, *ends_of(pair)))
    if sentence.corridors:
        return None
    for hit in lines:
        if hit.entry.id == "railway" and (border := _leads_to(sentence, hit)):
            return Line(border, ())
    return None


def pair_of(mentions: Mentions, line: Hit) -> str:
    """Return the ends of a line of the table: «Бахты – Аягоз» of «от Бахтов до Аягоза»."""
    surface = mentions.tokens.surface(line.first, line.last)
    if not _UP_TO.search(surface):
        return surface
    posts = {p.first: p.name for p in mentions.places if p.kind == "checkpoint"}
    ends = [posts.get(at) for at in (line.first, line.last - 1)]
    words = (mentions.tokens.surface(at, at + 1) for at in (line.first, line.last - 1))
    return " – ".join(end or nominative(word) for end, word in zip(ends, words, strict=True))


def ends_of(line: str) -> list[str]:
    """Return the two ends of a line: «Аягоз» and «Бахты» of «Аягоз – Бахты»."""
    return [end for end in _BETWEEN.split(line) if end] if _BETWEEN.search(line) else []


def built_line(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    before: Line | None,
    titled: Line | None,
) -> Found | None:
    """Return the programme of a line that a sentence says is being built.

    Parameters
    ----------
    mentions, sentence
        The report's mentions and the sentence.
    words
        All its words of work.
    before
        The line of the sentence before, which «её строительство» means.
    titled
        The line of the title, which «новая линия» means.
    """
    works = [hit for hit in words if hit.entry.kind == "construction"]
    lines = lines_of(sentence)
    line = line_of(mentions, sentence)
    if not works:
        new = any(sentence.word_before(hit.first).startswith("нов") for hit in lines)
        return _found(sentence, lines, titled) if titled and new else None
    if sentence.begins(TALKS):
        return None  # «обсудили строительство железной дороги»
    for work in works:
        if before and sentence.word_before(work.first) in _POSSESSIVES:
            return _found(sentence, [work], before)
        if sentence.word_before(work.first) == "в":
            continue  # «сотрудничество в строительстве железной дороги»
        near = [hit for hit in lines if _apart(work, hit) <= _FAR]
        if near and line:
            return _found(sentence, [work, *near], line)
    return None


def lines_of(sentence: Sentence) -> list[Hit]:
    """Return the railways and lines that a sentence names."""
    return [hit for hit in sentence.rows("programmes") if hit.entry.kind == "line"]


def _led_by_line(sentence: Sentence, pair: Hit) -> bool:
    """«линия «Бахты – Аягоз», and not «участки (Достык – Мойынты, Бахты – Аягоз)»."""
    words = sentence.low[max(sentence.first, pair.first - _NEAR) : pair.first]
    return any(word.startswith(_LINES) for word in words)


def _apart(one: Hit, other: Hit) -> int:
    """Tokens between two hits."""
    return max(one.first, other.first) - min(one.last, other.last)


def _leads_to(sentence: Sentence, line: Hit) -> tuple[str, ...]:
    """The neighbour that a line leads to: «в Китай», «до границы с Китаем», «свяжет с Китаем»."""
    low = sentence.low
    for place in sentence.places:
        if not line.last <= place.first <= line.last + _FAR:
            continue
        codes = tuple(code for code in foreign(place) if code in NEIGHBOURS)
        if len(codes) != 1:
            continue
        if place.kind == "adjective" and of_border(sentence, place):
            return codes
        if place.kind != "country":
            continue
        between = low[line.last : place.first]
        led, locative = between[-1:], low[place.last - 1].endswith(_LOCATIVE)
        if any(word.startswith(_JOINS) for word in between) or "между" in between:
            return codes
        if led and led[0] in _TO and not (led[0] == "в" and locative):
            return codes
    return ()


def _found(sentence: Sentence, hits: Sequence[Hit], line: Line) -> Found:
    first, last = min(hit.first for hit in hits), max(hit.last for hit in hits)
    deadline = deadline_of(sentence)
    return Found(
        first, last, "construction", line.border, None, None, None, deadline, line.names, (),
        line=True,
    )  # fmt: skip
