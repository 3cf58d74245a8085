"""Corridors that are made or worked on, and railways of several countries.

«создать транспортный коридор Россия – Казахстан – Китай»       a corridor, of no one border
«церемония открытия магистрали Баку – Тбилиси – Карс»            a railway that is opened
«По коридору «…» до 2027 года завершается реконструкция»         with a term
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import BUILDS
from kzcoop.claims.programme.rail import TALKS, lines_of
from kzcoop.claims.programme.term import deadline_of
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions

_NEAR = 3
_HOME = "казахстан"
_QUOTES, _DASHES = frozenset({"«", '"'}), frozenset("–—-")
# railways of several countries that Kazakhstan's trade takes, by the names of corridors
_RAILWAYS = frozenset({"Баку – Тбилиси – Карс", "Казахстан – Туркменистан – Иран"})
_DESCRIBES = ("ая", "ого", "ой", "ом", "ую", "ые", "ый", "ых")
_LONG = 3  # spaces in a chain of three places
_WORK, _ENDS = Stems("работ"), Stems("заверш", "законч")
_SECOND = Stems("втор")
# what holds for all railways of a corridor, and how it is brought in
_COMMON, _BRINGS = (
    Stems("един", "общий", "общего", "общую", "общей"),
    Stems("введ", "ввест", "внедр", "запуст"),
)
_PAPERS, _FAR = ("деклараци", "накладн", "тариф"), 4
_BEGAN = Stems("начал")
_CREATES = Stems("запус", "откры", "созда", "сформир", "формир")


def new_corridor(mentions: Mentions, sentence: Sentence, _words: Sequence[Hit]) -> Found | None:
    """Return the programme of a corridor that is to be made: «сформировать новый коридор»."""
    if not sentence.begins(_CREATES):
        return None
    low = sentence.low
    for hit in sentence.rows("programmes"):
        if hit.entry.kind != "corridor":
            continue
        led = low[max(sentence.first, hit.first - _NEAR) : hit.first]
        name = _chain(mentions, sentence, hit.last)
        if any(word.startswith(_CREATES) for word in led) and name and _HOME in name.lower():
            last = hit.last + 1
            return Found(
                hit.first - 1, last, "opening", (), None, None, None, deadline_of(sentence),
                (name,), (),
            )  # fmt: skip
    return None


def of_railway(sentence: Sentence, words: Sequence[Hit]) -> bool:
    """Return whether a sentence tells of works on a railway of several countries."""
    ways = any(p.name in _RAILWAYS for p in sentence.corridors)
    return ways and any(hit.entry.kind in BUILDS for hit in words)


def worked_corridor(mentions: Mentions, sentence: Sentence, words: Sequence[Hit]) -> Found | None:
    """Return the programme of a railway of several countries that is built or opened.

    «проект строительства железной дороги Баку – Тбилиси – Карс», «церемония открытия БТК»
    """
    if sentence.begins(TALKS):
        return None
    ways = [p for p in sentence.corridors if p.name in _RAILWAYS]
    lines = [hit for hit in lines_of(sentence) if hit.entry.id == "railway"]
    chains = [hit for hit in lines if _chain(mentions, sentence, hit.last).count(" ") > _LONG]
    by = deadline_of(sentence)
    if by and _second_track(sentence) and sentence.begins(_ENDS):
        # «вторые пути на линии Достык – Мойынты закончат в 2027 году»
        return Found(
            sentence.first, sentence.last, "construction", (), None, None, None, by, (), (),
            line=True,
        )  # fmt: skip
    if road := _worked_road(mentions, sentence, words, by):
        return road
    if not (ways or chains):
        return None
    first = min([w.first for w in ways] + [hit.first for hit in chains])
    for hit in words:
        built = hit.entry.kind in BUILDS and not _long_ago(sentence, hit)
        opened = hit.entry.kind == "opening" and not _by_the_way(sentence, hit)
        if built or opened:
            start, end = min(first, hit.first), max(first + 1, hit.last)
            kind = hit.entry.kind
            names = tuple(way.name or "" for way in ways)
            return Found(start, end, kind, (), None, None, None, by, names, (), line=True)
    if by and ways and sentence.begins(_WORK) and sentence.begins(_ENDS):
        # «работы по проекту Баку – Тбилиси – Карс завершат в 2013 году»
        end = ways[-1].last
        return Found(first, end, "construction", (), None, None, None, by, (), (), line=True)
    return None


def common_rule(mentions: Mentions, sentence: Sentence) -> Found | None:
    """«железные дороги трёх стран введут на коридоре «Север – Юг» единый тариф»: a regime."""
    if not (sentence.begins(_COMMON) and sentence.begins(_BRINGS)):
        return None
    low = sentence.low
    for at in sentence.where(_COMMON):
        near = low[at + 1 : min(sentence.last, at + _NEAR)]
        beside = low[max(sentence.first, at - 2 * _FAR) : min(sentence.last, at + _FAR)]
        if not any(word.startswith(_PAPERS) for word in near):
            continue
        if any(word.startswith(_BRINGS) for word in beside):
            names = tuple(place.name or "" for place in sentence.corridors[:1])
            by = deadline_of(sentence)
            return Found(at, at + _NEAR - 1, "other", (), None, None, None, by, names, ())
    return None


def _worked_road(
    mentions: Mentions, sentence: Sentence, words: Sequence[Hit], by: str | None
) -> Found | None:
    """«По коридору «…» до 2027 года завершается реконструкция», «коридор «…», строительство»."""
    works = [hit for hit in words if hit.entry.kind in BUILDS]
    if not works:
        return None
    kind = works[0].entry.kind
    for place in sentence.places:
        if place.kind == "corridor" and by and place.name not in _RAILWAYS:
            first, last = min(place.first, works[0].first), max(place.last, works[0].last)
            names = (place.name or "",)
            return Found(first, last, kind, (), None, None, None, by, names, (), line=True)
    for hit in sentence.rows("programmes"):
        name = _chain(mentions, sentence, hit.last) if hit.entry.kind == "corridor" else ""
        if name and sentence.word_at(works[0].last).startswith("котор"):
            first, last = hit.first, works[0].last
            return Found(first, last, kind, (), None, None, None, by, (name,), (), line=True)
    return None


def _second_track(sentence: Sentence) -> bool:
    """«вторые пути», «второй путь»."""
    low = sentence.low
    return sentence.begins(_SECOND) and any(
        low[i].startswith(_SECOND) and low[i + 1].startswith("пут")
        for i in range(sentence.first, sentence.last - 1)
    )


def _long_ago(sentence: Sentence, hit: Hit) -> bool:
    """«построили», «строить начали в 2009 году»."""
    began = sentence.begins(_BEGAN) and any(p.role == "at" for p in sentence.periods)
    return began or tense(sentence.low[hit.first]) == "past"


def _by_the_way(sentence: Sentence, hit: Hit) -> bool:
    """«с вводом дороги», «после открытия», «открыли в 2014 году»: what else is told of."""
    before = sentence.word_before(hit.first)
    dated = any(p.role == "date" for p in sentence.periods)
    past = dated and tense(sentence.low[hit.first]) == "past"
    told = sentence.low[hit.first].endswith(_DESCRIBES)  # «железная дорога …, открытая в 2014 году»
    return past or told or before in ("с", "после", "благодаря")


def _chain(mentions: Mentions, sentence: Sentence, at: int) -> str:
    """The name of a way that is a chain of places: «Россия – Казахстан – Китай»."""
    first = at + (sentence.word_at(at) in _QUOTES)
    last = first + 1
    while last + 1 < sentence.last and sentence.low[last] in _DASHES:
        last += 2
    return mentions.tokens.surface(first, last) if last - first > 1 else ""
