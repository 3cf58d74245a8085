"""One work of a sentence as a programme: its posts, kind, border and term, or that it is none.

«На «Аяте» работы закончат в мае, «Убаган» реконструируют позже»    two works, each with its posts
«на пяти постах начаты работы»                                      of the kind told around it
«сдадут новый пункт пропуска»                                       a construction
«четыре пункта закрыли в 2010 году», «завод в Хоргосе построили»    none
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import foreign
from kzcoop.claims.post_count import MOST
from kzcoop.claims.programme_cues import is_closing, is_first_stage, is_over, is_past
from kzcoop.claims.programme_found import Found, border_of, found_in
from kzcoop.claims.programme_kind import BUILDS, WORKS, is_participle, kind_ahead, kind_of
from kzcoop.claims.programme_names import PORTS
from kzcoop.claims.programme_numbers import is_done, left_over
from kzcoop.claims.programme_object import is_post, of_terminal
from kzcoop.claims.programme_parts import (
    belongs,
    dated,
    day_of,
    has_own_border,
    listed_after,
    places_of,
)
from kzcoop.claims.programme_reference import by_pronoun, is_possessed, of_which
from kzcoop.claims.programme_scene import Scene
from kzcoop.claims.programme_some import of_them
from kzcoop.claims.programme_term import deadline_of, since
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_OTHERS = Stems("остальн", "оставш")
_NEW = 4  # tokens of «новый современный пункт»
_GOVERNED = 3  # tokens from a work to the count that it governs
_LED = 8  # tokens of «после того, как соседняя сторона закончит работы»
_PUT_IN = ("ввест", "ввод", "введ", "войд")
_SOME = Stems("некотор", "ряд", "част")


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What a sentence tells before its works are taken one by one.

    ``posts`` are those that a work may be done to, ``named`` all, ``again`` those told before;
    ``groups`` the words of each work. ``green``: a corridor for cars; ``paid``: money is told of;
    ``spoken``: posts are spoken of; ``general``: a work of no posts in particular counts too;
    ``unlisted``: the name of a post that no table has.
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
    unlisted: str | None


def read_work(told: Told, group: Sequence[Hit], before: str | None) -> Found | None:
    """Return the programme that a group of words of work makes, or None.

    ``before`` is the kind of the programme that the same sentence told before it, if any.
    """
    mentions, sentence, groups = told.mentions, told.sentence, told.groups
    aside = all(is_participle(mentions, hit) for hit in group)
    if told.again and aside:
        return None  # «обновлённый пункт пропускает больше машин»
    meant = by_pronoun(sentence, group, told.named)
    posts = _posts_of(told, group, meant)
    counts = [d for d in told.counts if belongs(sentence, d.at, group, groups)]
    if len(counts) == 1 and not posts and listed_after(sentence, counts[0], told.posts):
        posts = told.posts
    if len(groups) > 1:
        of_posts = bool(posts or counts) or has_own_border(sentence, group, groups)
    else:
        of_posts = bool(posts or counts) or told.green or told.paid or told.general
    if not of_posts:
        return None
    kind = _kind_of(told, group, posts, counts, before)
    if kind is None or _is_none(told, group, posts, counts, kind):
        return None
    border = _border_of(told, group, posts, counts)
    own_dates = dated(sentence, group, groups, (*told.posts, *told.counts))
    by = deadline_of(own_dates)
    if kind == "other":  # «с 1 февраля перейдёт на круглосуточный режим»
        by = since(own_dates) or by
    elif kind == "green_corridor" and by is None and not is_done(sentence):
        by = since(own_dates)  # «с мая начнёт действовать зелёный коридор»
    by = by or day_of(sentence, kind, group, groups)
    each = found_in(mentions, sentence, group, posts, counts, kind, border, by)
    stock = int(told.scene.stock.value) if told.scene.stock is not None else 0
    them = bool(counts) and sentence.word_at(counts[0].last) == "из"
    if of_them(sentence) and them and stock > counts[0].value:
        # «… 39 постов. На двух из них …, до остальных 37 руки не дошли»
        some = int(counts[0].value) if is_done(sentence) else None
        each = replace(each, total=stock, done=some, remaining=left_over(sentence))
    if told.unlisted and len(groups) == 1 and not counts and not each.names:
        border = () if told.unlisted in PORTS else each.border
        each = replace(each, names=(told.unlisted,), border=border)
    return replace(
        each,
        paid=told.paid,
        again=bool(told.again),
        closing=all(is_closing(sentence, hit) for hit in group),
        rest=(sentence.begins(_OTHERS) and not told.counts) or is_first_stage(sentence),
        aside=aside and len(group) == 1,
    )


def _posts_of(told: Told, group: Sequence[Hit], meant: list[Place]) -> Sequence[Place]:
    """The posts of a work: those told before, those beside it, those that a pronoun means."""
    sentence, groups = told.sentence, told.groups
    posts = told.again or [p for p in told.posts if belongs(sentence, p.first, group, groups)]
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
    return posts


def _kind_of(
    told: Told,
    group: Sequence[Hit],
    posts: Sequence[Place],
    counts: Sequence[Draft],
    before: str | None,
) -> str | None:
    """The kind of a work; for bare works that told around them, or None."""
    mentions, sentence = told.mentions, told.sentence
    # «для модернизации границы предусмотрена реконструкция пяти постов»: what governs the count
    near = [h for h in group if counts and 0 <= counts[0].quantity.lead - h.last < _GOVERNED]
    ruled = told.green or told.queue or any(hit.entry.id == "regime" for hit in group)
    kind = kind_of(mentions, near[-1:] if near and not ruled else group)
    if kind == "opening" and _commissions(told, group, before):
        return before if before in BUILDS else told.scene.last_build
    if kind != WORKS:
        return kind
    if all(sentence.low[hit.first].startswith("ввод") for hit in group) and not _at_work(told):
        return "opening"
    if any(_hands_over_new(sentence, hit) for hit in group):
        return "construction"
    if not (posts or counts) or _is_reason(sentence, group[0]):
        return None
    scene = told.scene
    shortly = scene.told_kind if scene.told_shortly_before(sentence) else None
    kinds = (before, shortly, scene.last_kind)
    # «введены два поста, ещё шесть сдадут в июле»: of the modernisation told before
    known = next((kind for kind in (*kinds, scene.last_build) if kind in BUILDS), None)
    known = known or next((kind for kind in kinds if kind), None)
    if known is not None:
        return known
    if is_done(sentence):  # «Аят» сдали в мае, «Желкуар» модернизируют»
        return kind_ahead(mentions, sentence.number, 1)
    return kind_ahead(mentions, sentence.number) or next(
        (hit.entry.kind for each in told.groups for hit in each if hit.entry.kind in BUILDS), None
    )  # «Работы на «Аяте» закончат в мае, «Убаган» реконструируют позже»


def _commissions(told: Told, group: Sequence[Hit], before: str | None) -> bool:
    """«идёт реконструкция … На трёх ввод в эксплуатацию намечен на июль»: the end of works."""
    low, scene = told.sentence.low, told.scene
    put_in = all(low[hit.first].startswith(_PUT_IN) for hit in group)
    shortly = before in BUILDS or (
        scene.told_kind in BUILDS and scene.told_shortly_before(told.sentence)
    )
    known = bool(told.counts) or not (told.posts or told.unlisted)
    return put_in and shortly and known and not is_done(told.sentence)


def _at_work(told: Told) -> bool:
    """Whether works were told of before, of which «ввод» is the end."""
    return told.scene.last_build is not None


def _is_reason(sentence: Sentence, hit: Hit) -> bool:
    """«откроют после того, как соседи закончат работы»."""
    return "после" in sentence.low[max(sentence.first, hit.first - _LED) : hit.first]


def _is_none(
    told: Told,
    group: Sequence[Hit],
    posts: Sequence[Place],
    counts: Sequence[Draft],
    kind: str,
) -> bool:
    """Whether a work is none of posts, or long over: «четыре пункта закрыли в 2010 году»."""
    sentence = told.sentence
    if kind == "other" and not posts and is_past(sentence, group):
        return True
    if is_over(sentence, group):
        return True
    if kind == "construction":
        at_station = posts and any(of_terminal(sentence, hit) for hit in group)
        at_station = at_station or any(
            0 <= post.first - hit.last <= 1 or 0 < hit.first - post.last < _GOVERNED
            for post in posts
            for hit in group
        )  # «достроить «Жибек жолы»», «парный «Каркыра» достроят»
        nearby = told.named and not (told.posts or counts)  # «построят вблизи поста»
        if nearby or not (told.spoken or counts or at_station):
            return True  # «завод в Хоргосе мы построили»
    return bool(counts) and _of_some(sentence, counts[-1], group)


def _border_of(
    told: Told, group: Sequence[Hit], posts: Sequence[Place], counts: Sequence[Draft]
) -> tuple[str, ...]:
    """The border of a work: of the posts that it counts, or of what stands in its part."""
    if counts and len(counts[0].partner) > 1:
        return counts[0].partner  # posts on several borders
    if counts and _others(counts[0], told.scene):
        return told.scene.told_border  # «модернизация девяти других»
    sentence = told.sentence
    named = any(p.kind in ("adjective", "country") for p in sentence.abroad)
    if counts and counts[0].value > MOST and not named:
        return ()  # «обновят 38 постов по периметру страны»
    return border_of(sentence, places_of(sentence, group, told.groups), posts, told.headline)


def _hands_over_new(sentence: Sentence, hit: Hit) -> bool:
    """«сдадут новый пункт пропуска», «сдали новый терминал»."""
    low = sentence.low
    return (
        low[hit.first].startswith("сда")
        and sentence.word_at(hit.last).startswith("нов")
        and any(
            is_post(word) or word.startswith("терминал") for word in low[hit.last : hit.last + _NEW]
        )
    )


def _of_some(sentence: Sentence, count: Draft, group: Sequence[Hit]) -> bool:
    """«работают восемь постов, на части из них идёт ремонт»: not on how many."""
    return sentence.begins(_SOME) and any(
        word.startswith(_SOME)
        for word in sentence.low[count.last : max(count.last, group[-1].first)]
    )


def _others(count: Draft, scene: Scene) -> bool:
    """«девяти других», «ещё девяти»: the rest of posts on the borders that were named before."""
    sentence = count.sentence
    after = sentence.low[count.last : count.last + 1]
    if after and after[0].startswith(("друг", "остальн")):
        return True
    more = sentence.word_before(count.quantity.lead) == "еще" and len(scene.told_border) > 1
    return more and not any(foreign(place) for place in sentence.places)
