"""What one sentence tells of programmes: one for each clause with its own work and posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import foreign, third_border
from kzcoop.claims.programme_capacity import capacity
from kzcoop.claims.programme_cues import (
    covers,
    covers_all,
    is_announced,
    is_closing,
    is_detour,
    is_figure,
    is_first_stage,
    is_nearby,
    is_of_posts,
    is_over,
    is_past,
    of_a_border,
    of_border_itself,
)
from kzcoop.claims.programme_follow import of_them
from kzcoop.claims.programme_found import Found, border_of, found_in
from kzcoop.claims.programme_kind import BUILDS, WORKS, is_participle, kind_ahead, kind_of
from kzcoop.claims.programme_names import unlisted_name
from kzcoop.claims.programme_numbers import is_done, left_over
from kzcoop.claims.programme_object import is_post, of_terminal, speaks_of_posts
from kzcoop.claims.programme_parts import (
    belongs,
    dated,
    day_of,
    groups_of,
    has_own_border,
    listed_after,
    of_main_clause,
    one_total,
    places_of,
    with_ends,
)
from kzcoop.claims.programme_reference import by_pronoun, is_possessed, of_which, told_before
from kzcoop.claims.programme_scene import Scene
from kzcoop.claims.programme_term import deadline_of, since
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_REACH = 2  # sentences after which nothing more is told of a programme
_OTHERS = Stems("остальн", "оставш")
# verbs that bring in an electronic queue
_INTRODUCES = Stems(
    "ввел", "введ", "ввест", "ввод", "внедр", "действ", "заработ", "запус", "запущ", "начал",
    "охват", "подключ", "появ", "придет", "работа", "распростран", "расшир", "стартов",
)  # fmt: skip
_NEW = 4  # tokens of «новый современный пункт»
_SOME = ("некотор", "ряд", "част")
_THIS = Stems("этой", "этого", "этому")
# verbs that put a green corridor to work
_ACTIVE = Stems(
    "ввел", "введ", "ввест", "внедр", "действ", "организ", "запус", "запущ", "откры", "продл",
    "работа", "распростран", "расшир", "созда",
)  # fmt: skip


def read_sentence(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    counts: Sequence[Draft],
    headline: tuple[str, ...],
    scene: Scene,
) -> list[Found]:
    """Return the programmes of one sentence.

    Parameters
    ----------
    mentions, sentence
        The report's mentions and the sentence.
    words, counts
        Its words of work and its counts of posts.
    headline
        The border where none is named.
    scene
        What the sentences before left in reach.
    """
    posts = named = [place for place in sentence.places if place.kind == "checkpoint"]
    if words and third_border(sentence):
        return []
    if words and posts:
        posts = [p for p in posts if not (is_detour(sentence, p, posts) or is_nearby(sentence, p))]
    if not words:
        if counts and scene.last_kind and covers(sentence, counts[0].quantity.lead):
            # «взялись обновить пункты пропуска … Документ охватывает восемь постов»
            return [
                found_in(
                    mentions,
                    sentence,
                    [],
                    posts,
                    counts,
                    scene.last_kind,
                    border_of(sentence, sentence.places, posts, scene.border or headline),
                    deadline_of(sentence),
                )
            ]
        return []
    green = any(hit.entry.kind == "green_corridor" for hit in words)
    work = [hit for hit in words if hit.entry.id != "capacity"]
    pointed = sentence.begins(_THIS)  # «мощность этого маршрута»
    route = scene.last_corridor if pointed else scene.corridor
    told = sentence.number <= scene.told_at + _REACH and scene.told_kind != "capacity"
    if not work:
        return capacity(mentions, sentence, words, route, scene.posts, headline, told)
    again: list[Place] = []
    if not posts and not counts and not of_a_border(sentence):
        again = told_before(sentence, scene.posts, work) or list(scene.head)
    every = covers_all(sentence)
    spoken = speaks_of_posts(sentence)
    acting = sentence.begins(_ACTIVE) and (spoken or posts or not is_figure(sentence, work))
    paid = _pays(sentence)
    unlisted = None if named or again else unlisted_name(mentions, sentence)
    queue = any(hit.entry.id == "queue" for hit in words)
    if queue and not sentence.begins(_INTRODUCES):
        return []  # «нужно записаться в электронную очередь»
    general = (
        (spoken or queue or any(of_border_itself(sentence, hit) for hit in work))
        and not green
        and (
            of_a_border(sentence)
            or every
            or (len(headline) == 1 and any(hit.entry.id == "traffic" for hit in work))
            or unlisted is not None
            or deadline_of(sentence) is not None
            or (
                len(headline) == 1
                and any(is_of_posts(sentence, hit) or is_announced(sentence, hit) for hit in work)
            )
        )
    )
    posts = posts or by_pronoun(sentence, work, named)
    if not (posts or again or counts or (green and acting) or (paid and spoken) or general):
        able = [hit for hit in words if hit.entry.id == "capacity"]
        # «строят вторые пути участка, его пропускная способность вырастет впятеро»
        return capacity(mentions, sentence, able, None, (), (), told) if able else []
    only_green = green and not any(hit.entry.kind in BUILDS for hit in work)
    whole = only_green or one_total(counts) or not (posts or counts)
    groups = [work] if whole else groups_of(sentence, work)
    if len(groups) > 1 and counts and len(counts) == 1:
        # «обновят восемь постов, однако работы начали на одном»
        groups = [
            group
            for group in groups
            if any(hit.entry.kind != WORKS for hit in group)
            or (
                group is groups[0] and any(belongs(sentence, p.first, group, groups) for p in posts)
            )
        ] or groups
    groups = with_ends(sentence, groups, posts, counts)
    groups = of_main_clause(sentence, groups)
    found: list[Found] = []
    for group in groups:
        own_posts = again or [p for p in posts if belongs(sentence, p.first, group, groups)]
        crossings = {post.register for post in own_posts}
        if len(groups) == 1:  # «На «Бахтах», напротив китайского «Покиту», строят …»
            across = [p for p in posts if p.register in crossings and p not in own_posts]
            own_posts = [*own_posts, *across]
        meant = by_pronoun(sentence, group, named)
        if meant and of_which(sentence, group):
            own_posts = meant
        elif meant and (not own_posts or is_possessed(sentence, group)):
            own_posts = meant + [p for p in own_posts if p not in meant]
        if again and all(is_participle(mentions, hit) for hit in group):
            continue  # «обновлённый пункт пропускает больше машин»
        own_counts = [d for d in counts if belongs(sentence, d.at, group, groups)]
        if len(own_counts) == 1 and not own_posts and listed_after(sentence, own_counts[0], posts):
            own_posts = posts
        bordered = len(groups) > 1 and has_own_border(sentence, group, groups)
        if len(groups) > 1 and not (own_posts or own_counts or bordered):
            continue
        aside = all(is_participle(mentions, hit) for hit in group)
        if not (own_posts or own_counts or green or paid or general or bordered):
            continue
        # «для модернизации границы предусмотрена реконструкция пяти постов»: what governs the count
        near = [
            hit for hit in group if own_counts and 0 <= own_counts[0].quantity.lead - hit.last < 3
        ]
        ruled = green or queue or any(hit.entry.id == "regime" for hit in group)
        kind = kind_of(mentions, near[-1:] if near and not ruled else group)
        if kind == WORKS and any(_hands_over_new(sentence, hit) for hit in group):
            kind = "construction"
        if kind == WORKS:
            beside = sentence.number <= scene.told_at + _REACH
            before = (scene.told_kind if beside else None) or scene.last_kind
            ahead = None if is_done(sentence) else kind_ahead(mentions, sentence.number)
            beside_it = next(
                (hit.entry.kind for each in groups for hit in each if hit.entry.kind in BUILDS),
                None,
            )  # «Работы на «Аяте» закончат в мае, «Убаган» реконструируют позже»
            beside_it = None if is_done(sentence) else beside_it
            known = (found[-1].kind if found else None) or before or ahead or beside_it
            if known is None or not (own_posts or own_counts):
                continue
            kind = known
        if kind == "other" and not own_posts and is_past(sentence, group):
            continue  # «четыре пункта закрыли в 2010 году»
        if is_over(sentence, group):
            continue
        at_station = own_posts and any(of_terminal(sentence, hit) for hit in group)
        beside = bool(named) and not (posts or own_counts)  # «построят вблизи поста»
        at_station = at_station or any(
            0 <= post.first - hit.last <= 1 for post in own_posts for hit in group
        )  # «достроить «Жибек жолы»»
        if kind == "construction" and (beside or not (spoken or own_counts or at_station)):
            continue  # «завод в Хоргосе мы построили»
        if own_counts and _of_some(sentence, own_counts[-1], group):
            continue
        border = border_of(sentence, places_of(sentence, group, groups), own_posts, headline)
        if own_counts and _others(own_counts[0], scene):
            border = scene.told_border  # «модернизация девяти других»
        if own_counts and len(own_counts[0].partner) > 1:
            border = own_counts[0].partner  # posts on several borders
        own_dates = dated(sentence, group, groups, (*posts, *counts))
        by = deadline_of(own_dates)
        if kind == "other":  # «с 1 февраля перейдёт на круглосуточный режим»
            by = since(own_dates) or by
        by = by or day_of(sentence, kind, group, groups)
        each = found_in(mentions, sentence, group, own_posts, own_counts, kind, border, by)
        stock = int(scene.stock.value) if scene.stock is not None else 0
        if of_them(sentence) and own_counts and stock > own_counts[0].value:
            # «… 39 постов. На двух из них …, до остальных 37 руки не дошли»
            some = int(own_counts[0].value) if is_done(sentence) else None
            each = replace(each, total=stock, done=some, remaining=left_over(sentence))
        if unlisted and len(groups) == 1 and not own_counts and not each.names:
            each = replace(each, names=(unlisted,))
        rest = (sentence.begins(_OTHERS) and not counts) or is_first_stage(sentence)
        shut = all(is_closing(sentence, hit) for hit in group)
        found.append(
            replace(
                each,
                paid=paid,
                again=bool(again or meant),
                closing=shut,
                rest=rest,
                aside=aside and len(group) == 1,
            )
        )
    return found


def _hands_over_new(sentence: Sentence, hit: Hit) -> bool:
    """«сдадут новый пункт пропуска», «сдали новый терминал»."""
    low = sentence.low
    handed = low[hit.first].startswith("сда") and sentence.word_at(hit.last).startswith("нов")
    return handed and any(
        is_post(word) or word.startswith("терминал") for word in low[hit.last : hit.last + _NEW]
    )


def _of_some(sentence: Sentence, count: Draft, group: Sequence[Hit]) -> bool:
    """«работают восемь постов, на части из них идёт ремонт»: not on how many."""
    between = sentence.low[count.last : max(count.last, group[-1].first)]
    return any(word.startswith(_SOME) for word in between)


def _pays(sentence: Sentence) -> bool:
    """Whether money is told of and a crossing: «автопереход обновят за 4,5 млрд тенге»."""
    return any(q.kind == "money" for q in sentence.quantities) and any(
        "переход" in word for word in sentence.low[sentence.first : sentence.last]
    )


def _others(count: Draft, scene: Scene) -> bool:
    """«девяти других», «ещё девяти»: the rest of posts on the borders that were named before."""
    sentence = count.sentence
    after = sentence.low[count.last : count.last + 1]
    if after and after[0].startswith(("друг", "остальн")):
        return True
    more = sentence.word_before(count.quantity.lead) == "еще" and len(scene.told_border) > 1
    return more and not any(foreign(place) for place in sentence.places)
