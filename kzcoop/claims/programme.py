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
from kzcoop.claims.programme_found import Found, border_of, capacity, found_in, names_of
from kzcoop.claims.programme_kind import kind_of, triggers
from kzcoop.claims.programme_merge import merged
from kzcoop.claims.programme_parts import belongs, groups_of, one_total
from kzcoop.claims.sentence import Sentence
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place
from kzcoop.reading.document import Document

# words for a checkpoint
_POSTS = ("автопереход", "кпп", "переход", "погранпереход", "погранпост", "пост", "пункт")
# verbs that put a green corridor to work
_ACTIVE = ("введ", "действ", "запус", "запущ", "откры", "продл", "работа", "расшир", "созда")
# words that point to the posts of the sentence before
_ANAPHORS = frozenset({"здесь", "него", "нем", "там", "тут"})


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
        words = triggers(mentions, sentence)
        paragraph = mentions.tokens.paragraph[sentence.number]
        self.kind = kind_of(mentions, words) if words and sentence.begins(*_POSTS) else None
        self.border = (
            tuple(code for p in sentence.places for code in foreign(p)) if self.kind else ()
        )
        for place in sentence.places:
            if place.kind == "corridor" and (self.corridor is None or paragraph != self.paragraph):
                self.corridor = place.name
                self.paragraph = paragraph


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
    found: list[Found] = []
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
    return [_programme(document, mentions, each) for each in merged(found)]


def _read(
    mentions: Mentions,
    sentence: Sentence,
    counts: Sequence[Draft],
    headline: tuple[str, ...],
    scene: _Scene,
) -> list[Found]:
    """The programmes of one sentence: one for each clause with its own work and its own posts."""
    words = triggers(mentions, sentence)
    posts = [place for place in sentence.places if place.kind == "checkpoint"]
    if not words:
        if counts and scene.kind and not scene.unnamed:
            # «взялись обновить пункты пропуска … Документ охватывает восемь постов»
            return [
                found_in(
                    mentions, sentence, [], posts, counts, scene.kind, scene.border or headline
                )
            ]
        return []
    green = any(hit.entry.kind == "green_corridor" for hit in words)
    work = [hit for hit in words if hit.entry.id != "capacity"]
    if not work:
        return capacity(sentence, words, scene.corridor)
    own = sentence.low[sentence.first : sentence.last]
    if not posts and not counts and not _ANAPHORS.isdisjoint(own):
        posts = list(scene.posts)
    spoken, acting = sentence.begins(*_POSTS), sentence.begins(*_ACTIVE)
    paid = "переход" in sentence.words and any(q.kind == "money" for q in sentence.quantities)
    general = spoken and not green and _of_a_border(sentence)
    if not (posts or counts or (green and acting) or (paid and spoken) or general):
        return []
    groups = [work] if green or one_total(counts) else groups_of(sentence, work)
    found = []
    for group in groups:
        own_posts = [p for p in posts if belongs(sentence, p.first, group, groups)]
        own_counts = [d for d in counts if belongs(sentence, d.at, group, groups)]
        if len(groups) > 1 and not own_posts and not own_counts:
            continue
        if not (own_posts or own_counts or green or paid or general):
            continue
        kind = kind_of(mentions, group)
        if kind == "construction" and not (spoken or own_counts):
            continue  # «завод в Хоргосе мы построили»
        border = border_of(sentence, own_posts, headline)
        if own_counts and len(own_counts[0].partner) > 1:
            border = own_counts[0].partner  # posts on several borders
        each = found_in(mentions, sentence, group, own_posts, own_counts, kind, border)
        found.append(replace(each, paid=paid))
    return found


def _of_a_border(sentence: Sentence) -> bool:
    """«модернизация пунктов пропуска на границе с Россией»: no names, yet a programme."""
    border = sentence.begins("границ")
    named = any(foreign(p) and p.kind in ("country", "adjective") for p in sentence.places)
    return border and named


def _named_after(mentions: Mentions, sentence: Sentence, known: Found) -> Found:
    """A programme told without names, with those that the sentence after gives."""
    posts = [place for place in sentence.places if place.kind == "checkpoint"]
    if not posts:
        return known
    names, register = names_of(mentions, posts)
    deadline = next((p.value for p in sentence.periods if p.role == "by"), None)
    return replace(known, names=names, register=register, deadline=known.deadline or deadline)


def _programme(document: Document, mentions: Mentions, each: Found) -> Programme:
    start, end = mentions.tokens.start[each.first], mentions.tokens.end[each.last - 1]
    return Programme(
        f"{document.doc_id}#p{start}-{end}", document.doc_id, start, end,
        document.text[start:end], each.kind, each.border[0] if len(each.border) == 1 else None,
        each.total, each.done, each.remaining, each.deadline, each.names, each.register,
        f"<{each.kind}>", 0.8,
    )  # fmt: skip
