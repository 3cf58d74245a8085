"""Capacity that a figure of the text aims at: what a corridor, a line or a crossing is to take.

«Коридор рассчитан на 9 млн тонн. Расширить его до 14 миллионов условились к 2029-му»
«Алтынколь – Хоргос должен к 2028 году пропускать 25 миллионов тонн»

The claim stage tells which figures are a capacity due by a term; whatever verb says so, a
programme comes with them, but for a terminal, a port or a warehouse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.names import corridor_name, names_of
from kzcoop.claims.programme.rail import ends_of, lines_of
from kzcoop.claims.programme.scene import Scene
from kzcoop.claims.programme.track import line_ends
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

# what stores, loads or makes, and lets nothing pass
_PLANTS = Stems(
    "завод", "комплекс", "мукомол", "павильон", "площадк", "порт", "резервуар", "склад", "судн",
    "терминал", "хаб", "холдинг", "хранилищ", "центр", "элеватор", but=("портал", "портит"),
)  # fmt: skip


def is_aim(one: Draft) -> bool:
    """Return whether a figure is a capacity that something is to have by a term."""
    if one.indicator != "other" or one.deadline is None:
        return False
    # «мощность «Север – Юга» к 2028 году вырастет на треть»
    grows = one.measure.startswith("change") and one.status != "actual" and one.value > 0
    return (one.measure == "target" and one.unit == "tonne") or (
        grows and bool(one.sentence.corridors)
    )


def aimed(
    mentions: Mentions, sentence: Sentence, aims: Sequence[Draft], scene: Scene
) -> Found | None:
    """Return the programme of the capacity that a figure of a sentence aims at, or None.

    Where the sentence names neither a way nor a crossing, it is of those told right before.
    """
    if sentence.begins(_PLANTS):
        return None
    one = aims[-1]
    posts: Sequence[Place] = [] if sentence.corridors else sentence.posts
    names: tuple[str, ...] = ()
    border: tuple[str, ...] = ()
    if sentence.corridors:
        names = (corridor_name(mentions, sentence.corridors[0]),)
    elif posts or (scene.posts and not scene.way_told(sentence) and not lines_of(sentence)):
        posts = posts or scene.posts
        names, _ = names_of(mentions, posts)
        border = tuple(sorted({code for post in posts for code in post.codes}))
    elif lines := lines_of(sentence):
        pair = next((ends for hit in lines if (ends := line_ends(mentions, hit))), "")
        names = (pair, *ends_of(pair)) if pair else ()
    elif scene.way_told(sentence) and scene.last_corridor:
        names = (scene.last_corridor,)
    else:
        return None
    first = min([one.first, *(p.first for p in posts if p.first >= sentence.first)])
    return Found(first, one.last, "capacity", border, None, None, None, one.deadline, names, ())


def with_aim(found: Sequence[Found], aims: Sequence[Draft]) -> list[Found]:
    """Return programmes of capacity with the term that a figure of their sentence has."""
    by = aims[-1].deadline
    return [
        replace(each, deadline=by) if each.kind == "capacity" and not each.deadline else each
        for each in found
    ]
