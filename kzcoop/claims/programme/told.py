"""What a sentence tells around its works: the posts of each, and its border.

«На «Бахтах», напротив китайского «Покиту», строят …»               both posts of a crossing
«Напротив «Кайрака» стоит «Бугристое»: он на реконструкции»         those that a pronoun means
«модернизация девяти других», «обновят 38 постов по периметру»      the border told before; none
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.place.post_borders import MOST
from kzcoop.claims.programme.found import border_of
from kzcoop.claims.programme.parts import belongs, places_of
from kzcoop.claims.programme.reference import is_possessed, of_which, one_meant, opening_ordinal
from kzcoop.claims.programme.scene import Scene
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_OTHERS = ("друг", "остальн", "оставш", "проч")
_AT = frozenset({"на", "по", "у"})
_NEAR = 4  # tokens of «из четырёх морских»


@dataclass(slots=True, eq=False)
class Told:
    """What a sentence tells before its works are taken one by one.

    ``posts`` are those that a work may be done to, ``named`` all, ``again`` those told before;
    ``groups`` the words of each work. ``green``: a corridor for cars; ``paid``: money is told of;
    ``spoken``: posts are spoken of; ``general``: a work of no posts in particular counts too;
    ``unlisted``: the names of a post that no table has.
    """

    mentions: Mentions
    sentence: Sentence
    scene: Scene
    headline: tuple[str, ...]
    counts: Sequence[Draft]
    posts: Sequence[Place]
    named: Sequence[Place]
    again: Sequence[Place]
    groups: Sequence[Sequence[Hit]]
    green: bool
    paid: bool
    queue: bool
    spoken: bool
    general: bool
    unlisted: tuple[str, ...]


def posts_of(told: Told, group: Sequence[Hit], meant: list[Place]) -> Sequence[Place]:
    """Return the posts of a work: told before, beside it, or meant by a pronoun."""
    sentence, groups = told.sentence, told.groups
    nth = opening_ordinal(sentence, told.scene.posts, group[0])
    posts = told.again or nth + [p for p in told.posts if belongs(sentence, p.first, group, groups)]
    if len(groups) == 1:  # «На «Бахтах», напротив китайского «Покиту», строят …»
        crossings = {post.register for post in posts}
        across = [p for p in told.posts if p.register in crossings and p not in posts]
        posts = [*posts, *across]
    if meant and of_which(sentence, group):
        return meant
    if meant and all(post.first <= meant[-1].first for post in posts):
        return meant  # «Напротив «Кайрака» стоит «Бугристое»: он на реконструкции»
    if meant and (not posts or is_possessed(sentence, group)):
        return meant + [p for p in posts if p not in meant]
    if not posts and len(groups) == 1 and not told.counts:
        return one_meant(sentence, told.posts)  # «Через «Аят» поедут фуры: ремонт поста закончен»
    return posts


def border_of_work(
    told: Told, group: Sequence[Hit], posts: Sequence[Place], counts: Sequence[Draft]
) -> tuple[str, ...]:
    """Return the border of a work: of the posts that it counts, or of what stands in its part."""
    if counts and len(counts[0].partner) > 1:
        return counts[0].partner  # posts on several borders
    if counts and _others(counts[0], told.scene, posts) and (told.scene.told_border or not posts):
        return told.scene.told_border  # «модернизация девяти других»
    sentence = told.sentence
    if counts and _of_sea(sentence, counts[0]):
        return ()
    named = any(p.kind in ("adjective", "country") for p in sentence.abroad)
    if counts and counts[0].value > MOST and not named:
        return ()  # «обновят 38 постов по периметру страны»
    border = border_of(sentence, places_of(sentence, group, told.groups), posts, told.headline)
    own = counts and not (border or posts or sentence.abroad)
    own = own and any(place.kind == "region" for place in sentence.places)
    return counts[0].partner if own else border  # «шесть постов Западно-Казахстанской области»


def _of_sea(sentence: Sentence, count: Draft) -> bool:
    """«три из четырёх морских пунктов пропуска»: on no border."""
    after = sentence.low[count.at : min(sentence.last, count.last + _NEAR)]
    return any(word.startswith("морск") for word in after)


def _others(count: Draft, scene: Scene, posts: Sequence[Place]) -> bool:
    """«девяти других», «ещё девяти»: the rest of posts on the borders that were named before."""
    sentence = count.sentence
    lead = count.quantity.lead
    lead -= sentence.word_before(lead) in _AT  # «ещё по шести»
    beside = (sentence.word_before(lead), sentence.word_at(count.last))
    # a border named; «Реконструкция ещё шести продолжается, «Аят» сдадут в мае» names none
    named = any(foreign(place) for place in sentence.places if place.kind != "checkpoint")
    if any(word.startswith(_OTHERS) for word in beside):
        return not named or sentence.word_at(count.last).startswith(_OTHERS)
    # not «ещё пяти пунктам, в том числе «Аят» и «Косак»»
    more = beside[0] == "еще" and len(scene.told_border) > 1 and not posts
    return more and not named
