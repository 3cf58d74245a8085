"""Programmes: checkpoints and corridors being opened, built, rebuilt or given a regime.

«на двух из пяти пунктов запущены «зелёные коридоры», на оставшихся трёх – …»  5 = 2 + 3
«до конца 2027 года реконструируют 29 пунктов пропуска из 30»                  30 by 2027-12
«строительство пунктов пропуска «Аухатты», «Сартобе» «Айша биби»»              names, a comma lost
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kzcoop.claims.claim import Programme
from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import foreign
from kzcoop.claims.sentence import Sentence
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place
from kzcoop.reading.document import Document

_POSTS = ("пункт", "погранпереход", "погранпост", "кпп", "переход", "автопереход", "пост")
_ACTIVE = ("запус", "запущ", "расшир", "откры", "действ", "введ", "продл", "созда", "работа")
_ANAPHORS = frozenset({"там", "здесь", "тут", "него", "нем"})
_WORKS = ("модерниз", "реконструк", "строительств", "открыти", "ремонт", "обновлени")
_PARTICIPLES = (
    "ный",
    "нный",
    "ного",
    "нного",
    "ные",
    "нные",
    "ных",
    "нных",
    "ной",
    "нной",
    "ную",
    "ном",
)
_DONE = ("уже", "завершен", "запущен", "отремонтирован", "введен", "открыт", "действова", "действуют", "функционир",
         "построен", "реконструирован", "модернизирован", "сда")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
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


def read_programmes(
    document: Document,
    mentions: Mentions,
    drafts: Sequence[Draft],
    sentences: Sequence[Sentence],
    headline: tuple[str, ...],
) -> list[Programme]:
    """Return the programmes of a document in order.

    Parameters
    ----------
    document, mentions, sentences
        The report, its mentions, and its sentences with them.
    drafts
        All drafts of its claims; counts of checkpoints are what a programme counts.
    headline
        The partner that the report is about: the border where none is named.
    """
    found: list[_Found] = []
    counts: dict[int, list[Draft]] = {}
    for one in drafts:
        if not one.rejected and one.indicator == "checkpoints_count":
            counts.setdefault(one.sentence.number, []).append(one)
    scene = _Scene()
    for sentence in sentences:
        read = _read(mentions, sentence, counts.get(sentence.number, []), headline, scene)
        if read:
            found += read
            unnamed = read[-1].total is not None and not read[-1].names
            scene.unnamed = len(found) - 1 if unnamed else None
            scene.unnamed_at = sentence.number
        elif scene.unnamed is not None:
            # «Модернизировать решили девять объектов. Строители сдали «Капланбек» …»
            found[scene.unnamed] = _named_after(mentions, sentence, found[scene.unnamed])
            if found[scene.unnamed].names or sentence.number > scene.unnamed_at + 2:
                scene.unnamed = None
        scene.remember(mentions, sentence)
    return [_programme(document, mentions, each) for each in _merged(found)]


@dataclass(slots=True)
class _Scene:
    """What the sentence before said: its posts, its kind of work, its corridor."""

    posts: tuple[Place, ...] = ()
    kind: str | None = None
    border: tuple[str, ...] = ()
    corridor: str | None = None
    paragraph: int = -1
    unnamed: int | None = None
    unnamed_at: int = -9

    def remember(self, mentions: Mentions, sentence: Sentence) -> None:
        """Keep what the next sentence may refer to."""
        self.posts = tuple(p for p in sentence.places if p.kind == "checkpoint")
        words = _triggers(mentions, sentence)
        paragraph = mentions.tokens.paragraph[sentence.number]
        spoken = any(
            sentence.low[i].startswith(_POSTS) for i in range(sentence.first, sentence.last)
        )
        self.kind = _kind(mentions, words) if words and spoken else None
        self.border = (
            tuple(code for p in sentence.places for code in foreign(p)) if self.kind else ()
        )
        for place in sentence.places:
            if place.kind == "corridor" and (self.corridor is None or paragraph != self.paragraph):
                self.corridor = place.name
                self.paragraph = paragraph


def _named_after(mentions: Mentions, sentence: Sentence, known: _Found) -> _Found:
    posts = [place for place in sentence.places if place.kind == "checkpoint"]
    if not posts:
        return known
    names, register = _names(mentions, posts)
    deadline = next((p.value for p in sentence.periods if p.role == "by"), None)
    return replace(known, names=names, register=register, deadline=known.deadline or deadline)


def _triggers(mentions: Mentions, sentence: Sentence) -> list[Hit]:
    hits = mentions.hits["programmes"]
    return [hits[i] for i in range(sentence.first, sentence.last) if i in hits]


def _kind(mentions: Mentions, words: Sequence[Hit]) -> str:
    """The kind that a sentence's words make: nouns and verbs before participles, the first first."""
    if any(hit.entry.kind == "green_corridor" for hit in words):
        return "green_corridor"
    low = mentions.tokens.low
    acting = [
        hit
        for hit in words
        if not low[hit.first].endswith(_PARTICIPLES) and hit.entry.id != "capacity"
    ]
    nouns = [hit for hit in acting if low[hit.first].startswith(_WORKS)]
    return (nouns or acting or list(words))[0].entry.kind


def _read(
    mentions: Mentions,
    sentence: Sentence,
    counts: Sequence[Draft],
    headline: tuple[str, ...],
    scene: _Scene,
) -> list[_Found]:
    """The programmes of one sentence: one for each clause that has its own work and its own posts."""
    low = sentence.low
    words = _triggers(mentions, sentence)
    posts = [place for place in sentence.places if place.kind == "checkpoint"]
    if not words:
        if counts and scene.kind and not scene.unnamed:
            # «взялись обновить пункты пропуска … Документ охватывает восемь постов»
            return [
                _found(mentions, sentence, [], posts, counts, scene.kind, scene.border or headline)
            ]
        return []
    range_ = range(sentence.first, sentence.last)
    green = any(hit.entry.kind == "green_corridor" for hit in words)
    work = [hit for hit in words if hit.entry.id != "capacity"]
    if not work:
        return _capacity(mentions, sentence, words, scene)
    if not posts and not counts and any(low[i] in _ANAPHORS for i in range_):
        posts = list(scene.posts)
    spoken = any(low[i].startswith(_POSTS) for i in range_)
    acting = any(low[i].startswith(_ACTIVE) for i in range_)
    paid = any("переход" in low[i] for i in range_) and any(
        q.kind == "money" for q in sentence.quantities
    )
    general = spoken and not green and _of_a_border(sentence)
    if not (posts or counts or (green and acting) or (paid and spoken) or general):
        return []
    groups = [work] if green or _one_total(counts) else _groups(sentence, work)
    found = []
    for group in groups:
        own_posts = [p for p in posts if _belongs(sentence, p.first, group, groups)]
        own_counts = [d for d in counts if _belongs(sentence, d.at, group, groups)]
        if len(groups) > 1 and not own_posts and not own_counts:
            continue
        if not (own_posts or own_counts or green or paid or general):
            continue
        kind = _kind(mentions, group)
        if kind == "construction" and not (spoken or own_counts):
            continue  # «завод в Хоргосе мы построили»
        border = _border(sentence, own_posts, headline)
        if own_counts and len(own_counts[0].partner) > 1:
            border = own_counts[0].partner  # posts on several borders
        each = _found(mentions, sentence, group, own_posts, own_counts, kind, border)
        found.append(replace(each, paid=paid))
    return found


def _of_a_border(sentence: Sentence) -> bool:
    """«модернизация пунктов пропуска на границе с Россией», «… до 2028 года»: no names, yet a programme."""
    low = sentence.low
    border = any(low[i].startswith("границ") for i in range(sentence.first, sentence.last))
    named = any(foreign(p) and p.kind in ("country", "adjective") for p in sentence.places)
    return border and named


def _one_total(counts: Sequence[Draft]) -> bool:
    """Whether the first count is the whole of the others: «39 постов, отремонтированы два, на десяти …»."""
    values = [one.value for one in counts]
    return len(values) > 2 and values[0] >= sum(values[1:])


def _groups(sentence: Sentence, words: Sequence[Hit]) -> list[list[Hit]]:
    """Words of work by the part of the sentence that they stand in."""
    groups: list[list[Hit]] = []
    for hit in words:
        if groups and _part(sentence, groups[-1][-1].first) == _part(sentence, hit.first):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _part(sentence: Sentence, index: int) -> int:
    """The part of the sentence that a token is in: commas divide, save within a list of names."""
    low, part = sentence.low, 0
    for at in range(sentence.first, index):
        if low[at] in ",;:–—" and at + 1 < sentence.last and low[at + 1] not in ("«", '"'):
            listed = any(p.first == at + 1 and p.kind == "checkpoint" for p in sentence.places)
            if not listed:
                part += 1
    return part


def _belongs(
    sentence: Sentence, index: int, group: Sequence[Hit], groups: Sequence[Sequence[Hit]]
) -> bool:
    """Whether a post or a count belongs to a group of words: to the nearest part, not one past."""
    here = _part(sentence, index)
    parts = [_part(sentence, each[0].first) for each in groups]
    own = _part(sentence, group[0].first)
    if len(groups) == 1:
        return here >= own or index > group[0].first or _counted(sentence, index)
    return min(parts, key=lambda part: (abs(part - here), part)) == own


def _counted(sentence: Sentence, index: int) -> bool:
    return any(q.number_first == index for q in sentence.quantities)


def _found(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    posts: Sequence[Place],
    counts: Sequence[Draft],
    kind: str,
    border: tuple[str, ...],
) -> _Found:
    low = sentence.low
    names, register = _names(mentions, posts)
    total, done, remaining = _numbers(sentence, counts)
    deadline = next((p.value for p in sentence.periods if p.role == "by"), None)
    deadline = deadline or next((d.deadline for d in counts if d.deadline), None)
    if deadline is None and any(low[hit.first].startswith("откро") for hit in words):
        deadline = next((p.value for p in sentence.periods if p.role == "date"), None)
    first, last = _extent(sentence, words, posts, counts)
    return _Found(first, last, kind, border, total, done, remaining, deadline, names, register)


def _capacity(
    mentions: Mentions, sentence: Sentence, words: Sequence[Hit], scene: _Scene
) -> list[_Found]:
    """«увеличить мощность маршрута с 10 млн до 15 млн тонн к 2027 году»: of a corridor only."""
    corridors = [place.name or "" for place in sentence.places if place.kind == "corridor"]
    if not corridors and scene.corridor and _route(sentence):
        corridors = [scene.corridor]
    amounts = [q for q in sentence.quantities if q.kind in ("tonne", "teu")]
    if not corridors or not amounts:
        return []
    deadline = next((p.value for p in sentence.periods if p.role == "by"), None)
    first, last = words[0].first, max([words[-1].last, *(q.last for q in amounts)])
    return [_Found(first, last, "capacity", (), None, None, None, deadline, tuple(corridors), ())]


def _route(sentence: Sentence) -> bool:
    return any(
        sentence.low[i].startswith(("маршрут", "коридор"))
        for i in range(sentence.first, sentence.last)
    )


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
    if first > sentence.first and low[first - 1] in ("«", '"', "на", "до"):
        first -= 1
    while last < sentence.last and low[last] in ("»", '"'):
        last += 1
    return first, last


def _names(mentions: Mentions, posts: Sequence[Place]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names in the nominative, Kazakhstan's side first, and their rows in the register."""
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


def _as_printed(mentions: Mentions, place: Place) -> str:
    """The name as printed where that is the nominative, else the register's form."""
    name = place.name or ""
    surface = mentions.tokens.surface(place.first, place.last)
    if surface.lower().replace("-", " ") == name.lower().replace("-", " "):
        return surface
    if len(surface.split()) > 1 and surface[-1].lower() == name[-1:].lower():
        return surface
    return name


def _numbers(
    sentence: Sentence, counts: Sequence[Draft]
) -> tuple[int | None, int | None, int | None]:
    """Total, done and remaining as far as the sentence states them."""
    if not counts:
        return None, None, None
    low = sentence.low
    values = [int(one.value) for one in counts]
    whole = part = None
    for index, one in enumerate(counts[:-1]):
        after = low[one.last : counts[index + 1].quantity.lead]
        if "из" in after and len(after) <= 4:
            part, whole = values[index], values[index + 1]
    remaining = next(
        (
            int(one.value)
            for one in counts
            if any(w.startswith(("остал", "оставш")) for w in low[max(0, one.at - 3) : one.at])
        ),
        None,
    )
    if whole is not None:
        done = part if remaining is not None or _is_done(sentence) else None
        return whole, done, remaining
    total = values[0]
    if len(values) == 1:
        return (
            total,
            (total if _is_done(sentence) and counts[0].status == "actual" else None),
            remaining,
        )
    if sum(values[1:]) == total:  # «четыре новых пункта введены: два … и два …»
        return total, (total if _is_done(sentence) else None), remaining
    return total, (values[1] if _is_done(sentence) else None), remaining


def _is_done(sentence: Sentence) -> bool:
    return any(sentence.low[i].startswith(_DONE) for i in range(sentence.first, sentence.last))


def _border(
    sentence: Sentence, posts: Sequence[Place], headline: tuple[str, ...]
) -> tuple[str, ...]:
    named = {
        code
        for p in sentence.places
        if p.kind in ("country", "adjective", "region")
        for code in foreign(p)
    }
    if named:
        return tuple(sorted(named))
    borders = {code for place in posts for code in place.codes}
    return tuple(sorted(borders)) or headline


def _merged(found: Sequence[_Found]) -> list[_Found]:
    """One programme told twice is one: the fuller statement stays."""
    kept: list[_Found] = []
    for each in found:
        for index, other in enumerate(kept):
            if each.kind != other.kind or each.border != other.border or each.paid or other.paid:
                continue
            fuller, other_one = (each, other) if _weight(each) > _weight(other) else (other, each)
            same_count = other_one.total in (None, fuller.total, fuller.remaining, fuller.done)
            same_names = not other_one.register or set(other_one.register) == set(fuller.register)
            if same_count and same_names:
                kept[index] = replace(fuller, deadline=fuller.deadline or other_one.deadline)
                break
        else:
            kept.append(each)
    # «работы по модернизации пунктов пропуска на границе» before what they are in figures
    full = {each.border for each in kept if _weight(each) or each.deadline}
    return [
        each
        for each in kept
        if _weight(each) or each.deadline or each.kind in ("green_corridor", "other")
        or each.paid or each.border not in full
    ]  # fmt: skip


def _weight(each: _Found) -> int:
    return len(each.names) + 2 * sum(v is not None for v in (each.total, each.done, each.remaining))


def _programme(document: Document, mentions: Mentions, each: _Found) -> Programme:
    start, end = mentions.tokens.start[each.first], mentions.tokens.end[each.last - 1]
    return Programme(
        f"{document.doc_id}#p{start}-{end}", document.doc_id, start, end, document.text[start:end], each.kind,
        each.border[0] if len(each.border) == 1 else None, each.total, each.done, each.remaining,
        each.deadline, each.names, each.register, f"<{each.kind}>", 0.8,
    )  # fmt: skip
