"""Which posts and counts belong to which work: the parts of a sentence between its commas."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kzcoop.claims.place.partner_place import foreign, of_border
from kzcoop.claims.programme.kind import BUILDS, WORKS
from kzcoop.claims.programme.term import on_a_day
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import is_post, of_terminal
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_NEAR = 5  # tokens from a work to what it is done to
_CAUSES = frozenset({"ввиду", "из-за", "причине", "связи"})
_CAUSE = 4  # tokens of «в связи с плановым …»
BESIDES = frozenset({"кроме", "помимо"})
_ADJECTIVES = ("ого", "его", "ой", "ых", "их")
_CLOSED = ("тый", "того", "том", "тые", "тых")
_THIS = ("данн", "назван", "указан", "упомян", "эт")
_NOUNS = ("ии", "ию", "ия", "ие", "ства", "ство", "ству", "ремонт", "ремонта", "ремонту")
_REMEMBERED = 2  # sentences: that which is read
_QUOTES = frozenset({"«", '"'})
_LISTED = frozenset('«»",и')
_REASONS = frozenset(",;–—")  # between a closing and the work that it is for
_SHUT = ("закр", "приостан")
_ITS = frozenset({"ее", "их"})
_CONTRASTS = frozenset({"а", "но", "однако"})


def one_total(counts: Sequence[Draft]) -> bool:
    """Return whether the first count is the whole of the others.

    «39 постов, отремонтированы два, на десяти …»
    """
    values = [one.value for one in counts]
    return len(values) > 2 and values[0] >= sum(values[1:])


def groups_of(sentence: Sentence, words: Sequence[Hit]) -> list[list[Hit]]:
    """Return the words of work by the part of the sentence that they stand in."""
    groups: list[list[Hit]] = []
    for hit in words:
        last = groups[-1][-1] if groups else None
        # «…, и по той же причине закрыт «Капланбек»»
        # «в связи с ремонтом постов планируется закрытие «Калжата»»
        # «пост обновился – после реконструкции он просторнее»
        same = last is not None and (
            sentence.word_before(hit.first) == "после"
            or "причине" in sentence.low[last.last : hit.first]
            or not _CAUSES.isdisjoint(sentence.low[max(0, last.first - _CAUSE) : last.first])
        )
        if last and (same or _part(sentence, last.first) == _part(sentence, hit.first)):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def belongs(
    sentence: Sentence, index: int, group: Sequence[Hit], groups: Sequence[Sequence[Hit]]
) -> bool:
    """Return whether a post or a count belongs to a group of words, that of the nearest part."""
    if sentence.word_before(index) in BESIDES or (
        sentence.low[index - 1] in _QUOTES and sentence.low[index - 2] in BESIDES
    ):  # «к системе, кроме «Сырыма», подключены …»
        after = next((each for each in groups if each[0].first > index), groups[-1])
        return after[0].first == group[0].first
    here = _part(sentence, index)
    parts = [_part(sentence, each[0].first) for each in groups]
    own = _part(sentence, group[0].first)
    if len(groups) == 1:
        # not «работа «Хоргоса», планы по модернизации пунктов пропуска»
        return here >= own or index > group[0].first or not _has_object(sentence, group[-1])
    return min(parts, key=lambda part: (abs(part - here), part)) == own


def listed_after(sentence: Sentence, count: Draft, posts: Sequence[Place]) -> bool:
    """Return whether names follow a count at once: «на двух постах – «Калжат» и «Бахты» – …»."""
    after = [post for post in posts if post.first >= count.last]
    if not after:
        return False
    return not any(word.isalpha() for word in sentence.low[count.last : after[0].first])


def places_of(
    sentence: Sentence, group: Sequence[Hit], groups: Sequence[Sequence[Hit]]
) -> Sequence[Place]:
    """Return the places in a work's own part of the sentence; all, where that names no country."""
    if len(groups) < 2:
        return sentence.places
    own = [p for p in sentence.places if belongs(sentence, p.first, group, groups)]
    return own if any(foreign(p) and p.kind != "checkpoint" for p in own) else sentence.places


def has_own_border(
    sentence: Sentence, group: Sequence[Hit], groups: Sequence[Sequence[Hit]]
) -> bool:
    """Return whether a work's own part names posts of a border: «строительство перехода на …»."""
    bordered = any(
        foreign(p) and of_border(sentence, p) and belongs(sentence, p.first, group, groups)
        for p in sentence.places
        if p.kind == "adjective"
    )
    span = range(group[-1].last, min(sentence.last, group[-1].last + _NEAR))
    return bordered and any(is_post(sentence.low[i]) for i in span)


def day_of(
    sentence: Sentence, kind: str, group: Sequence[Hit], groups: Sequence[Sequence[Hit]]
) -> str | None:
    """Return the day on which posts will open or close: «25 декабря откроется «Тажен»»."""
    days = [p for p in sentence.periods if p.role == "date"]
    if not days or kind not in ("green_corridor", "opening", "other"):
        return None
    told = {i for hit in group for i in range(hit.first, hit.last)}
    if not any(
        on_a_day(sentence.low, i) or (i in told and tense(sentence.low[i]) == "future")
        for i in range(sentence.first, sentence.last)
    ):
        return None
    return next((p.value for p in days if belongs(sentence, p.first, group, groups)), None)


def dated(
    sentence: Sentence,
    group: Sequence[Hit],
    groups: Sequence[Sequence[Hit]],
    objects: Sequence[Place | Draft],
) -> Sentence:
    """Return a sentence with the periods of one work: «… завершены, а к лету обновят …»."""
    at = [one.first if isinstance(one, Place) else one.at for one in objects]
    others = [each for each in groups if each is not group]
    if not any(belongs(sentence, index, each, groups) for each in others for index in at):
        return sentence
    own = tuple(p for p in sentence.periods if belongs(sentence, p.first, group, groups))
    return replace(sentence, periods=own)


def with_ends(
    sentence: Sentence, groups: list[list[Hit]], posts: Sequence[Place], counts: Sequence[Draft]
) -> list[list[Hit]]:
    """Return groups of words, an end with its work: «обновляют «Аят», сдать намечено …»."""
    if len(groups) == 1:
        return groups
    groups = _with_pronouns(sentence, groups)
    if len(groups) == 1:
        return groups
    kept: list[list[Hit]] = []
    owners = {
        tuple(hit.first for hit in group)
        for group in groups
        for post in posts
        if belongs(sentence, post.first, group, groups)
    }
    bare = any(all(hit.entry.kind == WORKS for hit in group) for group in groups)
    if bare and len(owners) == 1 and not counts:
        return [[hit for group in groups for hit in group]]
    for group in groups:
        ends = all(hit.entry.kind == WORKS for hit in group)
        # «Обновят и «Аят», реконструкция позволит ему принимать …»
        renewed = kept and all(sentence.low[hit.first].startswith("обнов") for hit in kept[-1])
        ends = ends or bool(renewed and all(hit.entry.kind in BUILDS for hit in group))
        own = [p.first for p in posts] + [d.at for d in counts]
        if kept and ends and not any(belongs(sentence, at, group, groups) for at in own):
            kept[-1] = [*kept[-1], *group]
        else:
            kept.append(group)
    return kept


def _with_pronouns(sentence: Sentence, groups: list[list[Hit]]) -> list[list[Hit]]:
    """Groups, an end of works with those that its pronoun means: «…, закончить её хотят к маю»."""
    kept = [groups[0]]
    for group in groups[1:]:
        meant = sentence.word_at(group[-1].last) in _ITS
        if meant and all(hit.entry.kind == WORKS for hit in group):
            kept[-1] = [*kept[-1], *group]
        else:
            kept.append(group)
    return kept


def with_reasons(
    sentence: Sentence, groups: list[list[Hit]], posts: Sequence[Place], counts: Sequence[Draft]
) -> list[list[Hit]]:
    """Return groups, a work with the closing it explains: «закроют «Аят»: обновят».

    «Пост «Аят» закрыт с мая, идёт модернизация»
    """
    if len(groups) < 2 or counts:
        return groups
    low = sentence.low
    colon = next((i for i in range(sentence.first, sentence.last) if low[i] == ":"), None)
    if colon is None:
        at = groups[-1][0].first
        colon = next((i for i in range(at, sentence.first, -1) if low[i] in _REASONS), None)
        opening = low[colon + 1] if colon is not None else "котор"
        closed = all(low[hit.first].startswith(_SHUT) for hit in groups[-2])
        opened = all(hit.entry.kind == "opening" for hit in groups[-1])
        apart = opening in _CONTRASTS and not opened  # «закрыт с весны, а откроют его к июлю»
        if not closed or opening.startswith("котор") or apart:
            return groups
    if colon is None or any(p.first > colon for p in posts):
        return groups
    before = [group for group in groups if group[0].first < colon]
    after = [hit for group in groups if group[0].first > colon for hit in group]
    shut = before and all(hit.entry.id == "regime" for hit in before[-1])
    works = after and all(hit.entry.kind in BUILDS for hit in after)
    # «Пост закрыт с весны, возобновить работу обещают к июлю»
    works = works or all(hit.entry.kind == "opening" for hit in after)
    if not (shut and works):
        return groups
    return [*before[:-1], [*before[-1], *after]]


def of_main_clause(sentence: Sentence, groups: list[list[Hit]]) -> list[list[Hit]]:
    """Return groups without a clause put in: «пост, который закрыли, откроют»."""
    if len(groups) != 2 or groups[1][0].entry.kind not in ("opening", "other"):
        return groups
    if any(of_terminal(sentence, hit) for hit in groups[0]):
        return [[*groups[0], *groups[1]]]  # «строим новый терминал, его откроем в марте»
    low, at = sentence.low, groups[0][0].first
    led = low[max(sentence.first, at - 2) : at + 1]
    if any(word.startswith("закрыт") and word.endswith(_CLOSED) for word in led):
        return groups[1:]  # ««Аят», закрытый на ремонт с мая, возобновил работу»
    comma = next((i for i in range(at, sentence.first, -1) if low[i] == ","), None)
    after = sentence.low[groups[0][-1].last : groups[1][0].first]
    if comma is not None and low[comma + 1].startswith("котор") and "," in after:
        return groups[1:]
    return groups


def _part(sentence: Sentence, index: int) -> int:
    """The part of the sentence that a token is in: commas divide, save within a list of names."""
    return bisect_left(_divisions(sentence), index)


@lru_cache(maxsize=_REMEMBERED)
def _divisions(sentence: Sentence) -> list[int]:
    """The tokens that divide a sentence into parts."""
    low = sentence.low
    names = {place.first for place in sentence.posts}
    return [
        at
        for at in range(sentence.first, sentence.last - 1)
        if low[at] in ",;:–—"
        and ((low[at + 1] not in _QUOTES and at + 1 not in names) or _opens_clause(sentence, at))
    ]


def _opens_clause(sentence: Sentence, colon: int) -> bool:
    """«модернизация близка к концу: «Аят» и «Орда» впустят машины»: names, and what they do."""
    low = sentence.low
    if low[colon] != ":":
        return False
    named = {i for post in sentence.posts for i in range(post.first, post.last)}
    at = colon + 1
    while at < sentence.last and (at in named or low[at] in _LISTED):
        at += 1
    return at in {hit.first for hit in sentence.rows("programmes")} and tense(low[at]) == "future"


def _has_object(sentence: Sentence, hit: Hit) -> bool:
    """Whether a noun of work governs posts without a name: «модернизации пунктов пропуска»."""
    low = sentence.low
    after = range(hit.last, min(sentence.last, hit.last + _NEAR))
    at = next((i for i in after if not low[i].endswith(_ADJECTIVES)), hit.last)
    this = sentence.word_at(hit.last).startswith(_THIS)
    return not this and low[hit.first].endswith(_NOUNS) and is_post(sentence.word_at(at))
