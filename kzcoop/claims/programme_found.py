"""One programme as a sentence tells it: its border, names, deadline and extent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import NEIGHBOURS, foreign, is_included
from kzcoop.claims.programme_numbers import is_done, numbers
from kzcoop.claims.programme_object import is_post, speaks_of_posts
from kzcoop.claims.programme_term import deadline_of
from kzcoop.claims.sentence import Sentence, tense
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_LETTERS = 5  # of a name without marks at the least
_VILLAGES = frozenset("поселке селе села ауле".split())
# what stands before a name
_HEADS = re.compile(r"(пропуска|м?апп|кпп|(авто|погран)?переход[а-я]{0,2}|погранпункт[а-я]{0,2})$")
_FAR, _NEAR = 6, 4
_LISTED = frozenset('«»",и')
_RAISING = Stems("вырас", "довед", "довест", "нараст", "подн", "повыс", "рост", "удво", "увелич")
_WAY = Stems("артери", "коридор", "маршрут", "мтк")
# nouns of growth: «работы по повышению пропускной способности»
_STATIONS = ("стык", "станци", "переход")
_TIMES = Stems("удво", "утро")
_GROWTH = ("наращивани", "повышени", "расширени", "увеличени", "удвоени", "утроени")


@dataclass(frozen=True, slots=True)
class Found:
    """A programme in one sentence: its tokens [first, last), and what they say of it.

    ``again``: its posts are not named there, and were told before. ``home``: how many of its
    names are on Kazakhstan's side; they come first. ``past``: what was done is told; ``closing``:
    posts are shut; ``rest``: the other posts are told of.
    """

    first: int
    last: int
    kind: str
    border: tuple[str, ...]
    total: int | None
    done: int | None
    remaining: int | None
    deadline: str | None
    names: tuple[str, ...]
    register: tuple[str, ...]
    paid: bool = False
    again: bool = False
    home: int = 0
    past: bool = False
    closing: bool = False
    rest: bool = False


def found_in(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    posts: Sequence[Place],
    counts: Sequence[Draft],
    kind: str,
    border: tuple[str, ...],
    deadline: str | None,
) -> Found:
    """Return the programme that words of work, posts and counts of a sentence make."""
    names, register = names_of(mentions, posts)
    total, done, remaining = numbers(sentence, counts)
    deadline = deadline or next((d.deadline for d in counts if d.deadline), None)
    first, last = _extent(sentence, words, posts, counts)
    home = sum(post.side == "home" for post in posts)
    return Found(
        first, last, kind, border, total, done, remaining, deadline, names, register,
        home=min(home, len(names)), past=is_done(sentence),
    )  # fmt: skip


def capacity(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    of_scene: str | None,
    before: Sequence[Place] = (),
) -> list[Found]:
    """Return the programme of the capacity of a corridor, a line or a post.

    «увеличить мощность маршрута с 10 млн до 15 млн тонн к 2027 году»
    «пропускную способность «Нур Жолы» увеличат на треть»
    """
    if posts := _raised(sentence, words) or _station(sentence, words, before):
        names, register = names_of(mentions, posts)
        border = tuple(sorted({code for post in posts for code in post.codes}))
        here = [post for post in posts if sentence.first <= post.first < sentence.last]
        first = min([words[0].first, *(post.first for post in here)])
        last = max([words[-1].last, *(post.last for post in here)])
        by = deadline_of(sentence)
        if by is None and _will_grow(sentence):
            by = next((p.value for p in sentence.periods if p.role == "at"), None)
        return [Found(first, last, "capacity", border, None, None, None, by, names, register)]
    corridors = [place.name or "" for place in sentence.places if place.kind == "corridor"]
    if not corridors and of_scene and _route(sentence):
        corridors = [of_scene]
    raising = sentence.begins(_RAISING) or sentence.begins(_TIMES)
    kinds = ("percent", "ratio", "teu", "tonne") if raising else ("teu", "tonne")
    amounts = [q for q in sentence.quantities if q.kind in kinds]
    # «шаги для повышения пропускной способности коридора «Западная Европа – Западный Китай»»
    effort = any(sentence.low[hit.first - 1].startswith(_GROWTH) for hit in words)
    if not corridors and amounts and raising and (border := _between(sentence, words)):
        first = min([words[0].first, *(q.first for q in amounts)])
        last = max([words[-1].last, *(q.last for q in amounts)])
        deadline = deadline_of(sentence)
        return [Found(first, last, "capacity", border, None, None, None, deadline, (), ())]
    if not corridors or not (amounts or effort):
        return []
    deadline = next((p.value for p in reversed(sentence.periods) if p.role == "by"), None)
    deadline = deadline or deadline_of(sentence)
    first = min([words[0].first, *(q.first for q in amounts)])
    last = max([words[-1].last, *(q.last for q in amounts)])
    return [Found(first, last, "capacity", (), None, None, None, deadline, tuple(corridors), ())]


def _station(sentence: Sentence, words: Sequence[Hit], before: Sequence[Place]) -> list[Place]:
    """The station told before: «позволит увеличить мощность станции до 1,7 млн ДФЭ»."""
    named = any(place.kind in ("checkpoint", "corridor") for place in sentence.places)
    meant = any(
        sentence.word_at(i).startswith(_STATIONS)
        for hit in words
        for i in range(hit.first, hit.last + 1)
    )
    raised = any(q.kind in ("teu", "tonne", "vehicle") for q in sentence.quantities)
    return list(before) if meant and not named and raised and sentence.begins(_RAISING) else []


def _between(sentence: Sentence, words: Sequence[Hit]) -> tuple[str, ...]:
    """The border of «пропускную способность между Казахстаном и Китаем»."""
    low = sentence.low
    if not any("между" in low[hit.last : hit.last + 2] for hit in words):
        return ()
    codes = {code for place in sentence.places for code in foreign(place)}
    return tuple(codes) if len(codes) == 1 else ()


def _raised(sentence: Sentence, words: Sequence[Hit]) -> list[Place]:
    """The posts beside a word of capacity that is to grow: by a share, to a level, or by work."""
    low = sentence.low
    efforts = [
        hit
        for hit in words
        if low[hit.first - 1].startswith(_GROWTH) and low[hit.first - 2] == "по"
    ]
    if efforts:  # «на «Бахтах» идут работы по повышению пропускной способности»
        return [
            place
            for place in sentence.places
            if place.kind == "checkpoint" and place.first < efforts[0].first
        ]
    grows = any(q.kind in ("percent", "ratio") for q in sentence.quantities)
    raised = any(low[q.lead - 1] == "до" or low[q.lead] == "до" for q in sentence.quantities)
    if not (grows or raised or _will_grow(sentence)) or not sentence.begins(_RAISING):
        return []
    kept: list[Place] = []
    for place in sentence.places:
        if place.kind != "checkpoint":
            continue
        near = any(
            -1 <= place.first - hit.last <= _NEAR or 0 <= hit.first - place.last <= 1
            for hit in words
        )
        if near or (kept and _LISTED.issuperset(low[kept[-1].last : place.first])):
            kept.append(place)
    if not kept and _will_grow(sentence):  # «на «Бахтах» увеличат пропускную способность»
        kept = [place for place in sentence.places if place.kind == "checkpoint"]
    return kept


def _will_grow(sentence: Sentence) -> bool:
    """«в 2026 году пропускную способность постов увеличат»."""
    low = sentence.low
    return any(c.entry.kind == "up" and tense(low[c.first]) == "future" for c in sentence.cues)


def _route(sentence: Sentence) -> bool:
    return sentence.begins(_WAY)


def _extent(
    sentence: Sentence, words: Sequence[Hit], posts: Sequence[Place], counts: Sequence[Draft]
) -> tuple[int, int]:
    """The part of the sentence from its first to its last word on the programme."""
    here = [p for p in posts if sentence.first <= p.first < sentence.last]
    firsts = [hit.first for hit in words] + [p.first for p in here] + [d.first for d in counts]
    lasts = [hit.last for hit in words] + [p.last for p in here] + [d.last for d in counts]
    firsts += [p.first for p in sentence.periods if p.role == "by"]
    first, last = min(firsts), max(lasts)
    low = sentence.low
    if not here and not counts:
        first, last = _with_posts(sentence, first, last)
    if first > sentence.first and low[first - 1] in ("«", '"', "на", "до"):
        first -= 1
    while last < sentence.last and low[last] in ("»", '"'):
        last += 1
    return first, last


def _with_posts(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Tokens of a work with the word for what it is done to: «строительство пунктов пропуска»."""
    low = sentence.low
    for at in range(last, min(sentence.last, last + _FAR)):
        if is_post(low[at]):
            return first, min(sentence.last, at + 1 + (sentence.word_at(at + 1) == "пропуска"))
    for at in range(first - 1, max(sentence.first, first - 2 * _FAR) - 1, -1):
        if is_post(low[at]) and not low[at].startswith("пропуск"):
            return at, last
    return first, last


def names_of(mentions: Mentions, posts: Sequence[Place]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return names in the nominative, Kazakhstan's side first, and their rows in the register."""
    home = [p for p in posts if p.side == "home"]
    away = [p for p in posts if p.side == "away"]
    names: list[str] = []
    register: list[str] = []
    for place in (*home, *away):
        name = _as_printed(mentions, place)
        if name not in names:
            names.append(name)
        if place.register not in register:
            register.append(place.register)
    return tuple(names), tuple(register)


def unlisted_name(mentions: Mentions, sentence: Sentence) -> str | None:
    """Return the name of a post that no register has, as printed.

    «пункт пропуска «Ак-Алтын»», «КПП Мактаарал», «строят пункт пропуска … в селе Тал-Булак»
    """
    low = sentence.low
    if speaks_of_posts(sentence):
        for at in range(sentence.first + 1, sentence.last - 1):
            if low[at] in _VILLAGES and low[at - 1] in ("в", "у"):
                name = mentions.tokens.surface(at + 1, at + 2)
                return name if name[:1].isupper() else None
    for at in range(sentence.first + 1, sentence.last - 3):
        if low[at] not in ("«", '"') or not _HEADS.match(low[at - 1]):
            continue
        closed = next((i for i in range(at + 2, min(sentence.last, at + 5)) if low[i] in '»"'), 0)
        if closed:
            name = mentions.tokens.surface(at + 1, closed)
            return name if name[0].isupper() else None
    named = {i for place in sentence.places for i in range(place.first, place.last)}
    for at in range(sentence.first + 1, sentence.last):
        if mentions.tokens.kind[at] != "w" or at in named or not _HEADS.match(low[at - 1]):
            continue
        name = mentions.tokens.surface(at, at + 1)
        if name[0].isupper() and name[1:].islower() and len(name) >= _LETTERS:
            return name  # «Пункт пропуска Мактаарал откроется»
    return None


def _as_printed(mentions: Mentions, place: Place) -> str:
    """The name as printed where that is the nominative, else the register's form."""
    name = place.name or ""
    surface = mentions.tokens.surface(place.first, place.last)
    low = mentions.tokens.low
    if low[place.last : place.last + 1] == ["("] and low[place.last + 2 : place.last + 4] == [
        ")",
        "»",
    ]:
        return mentions.tokens.surface(place.first, place.last + 3)  # «Павловка (Славгород)»
    joined = name.replace("-", "").replace(" ", "")
    if joined != name and surface.lower().startswith(joined.lower()):
        return surface[: len(joined)]  # «Гишткуприка» of «Гишт-Куприк»
    if surface.lower().replace("-", " ") == name.lower().replace("-", " "):
        return surface
    if len(surface.split()) > 1 and surface[-1].lower() == name[-1:].lower():
        return surface
    return name


def border_of(
    sentence: Sentence,
    places: Sequence[Place],
    posts: Sequence[Place],
    headline: tuple[str, ...],
) -> tuple[str, ...]:
    """Return the border: of the country named, else of the posts, else of the report.

    The outer or the inner border of the union belongs to no one country.
    """
    bordered = [p for p in places if p.kind in ("country", "adjective", "region")]
    own = [p for p in bordered if not is_included(sentence, p)]
    if not own and not posts and any(foreign(p) for p in bordered):
        return ()
    named = {code for p in own for code in foreign(p)}
    borders = {code for place in posts for code in place.codes}
    if borders:
        named &= NEIGHBOURS  # «граждан Таджикистана пускают через «Яллама»»
    if named and not (len(borders) == 1 and borders < named):
        return tuple(sorted(named))
    return tuple(sorted(borders)) or (() if _of_union(sentence) else headline)


def _of_union(sentence: Sentence) -> bool:
    """«37 пунктов внутренней границы», «на внешних границах»."""
    low = sentence.low
    return any(
        low[i].startswith(("внешн", "внутренн")) and low[i + 1].startswith("границ")
        for i in range(sentence.first, sentence.last - 1)
    )
