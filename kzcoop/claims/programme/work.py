"""One work of a sentence as a programme: its posts, kind, border and term, or that it is none.

«На «Аяте» работы закончат в мае, «Убаган» реконструируют позже»    two works, each with its posts
«с мая начнёт действовать зелёный коридор»                          by May
«четыре пункта закрыли в 2010 году», «завод в Хоргосе построили»    none
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.programme.cues import is_closing, is_first_stage, is_over, is_past
from kzcoop.claims.programme.done import is_done, stands_by_done
from kzcoop.claims.programme.found import Found, found_in
from kzcoop.claims.programme.kind import BUILDS, is_participle
from kzcoop.claims.programme.left import left_over
from kzcoop.claims.programme.names import PORTS, border_of_name
from kzcoop.claims.programme.parts import belongs, dated, day_of, has_own_border, listed_after
from kzcoop.claims.programme.reference import by_pronoun, means_all
from kzcoop.claims.programme.some import of_them
from kzcoop.claims.programme.term import deadline_of, since
from kzcoop.claims.programme.told import Told, border_of_work, posts_of
from kzcoop.claims.programme.work_kind import kind_of_work
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import of_terminal
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_OTHERS = Stems("остальн", "оставш")
_HANDED = Stems("сдач")
_GOVERNED = 3  # tokens from a work to the count that it governs
_STAGES = frozenset({"progress", "works"})
_SOME = Stems("большинств", "некотор", "половин", "ряд", "част")


def read_work(told: Told, group: Sequence[Hit], before: str | None) -> Found | None:
    """Return the programme that a group of words of work makes, or None.

    ``before`` is the kind of the programme that the same sentence told before it, if any.
    """
    mentions, sentence, groups = told.mentions, told.sentence, told.groups
    aside = all(is_participle(mentions, hit) for hit in group)
    if told.again and aside and not (sentence.begins(_HANDED) and deadline_of(sentence)):
        return None  # «обновлённый пункт пропускает больше машин», not «сдачу … сдвинули на март»
    meant = by_pronoun(sentence, group, told.named)
    posts = posts_of(told, group, meant)
    counts = [d for d in told.counts if belongs(sentence, d.at, group, groups)]
    if len(counts) == 1 and not posts and listed_after(sentence, counts[0], told.posts):
        posts = told.posts
    if len(groups) > 1:
        of_posts = bool(posts or counts) or has_own_border(sentence, group, groups)
    else:
        of_posts = bool(posts or counts) or told.green or told.paid or told.general
    if not of_posts:
        return None
    whole = told.scene.stock if not (posts or counts) and means_all(sentence, group) else None
    kind = kind_of_work(told, group, posts, counts, before)
    if kind is None or _is_none(told, group, posts, counts, kind):
        return None
    border = border_of_work(told, group, posts, counts)
    own_dates = dated(sentence, group, groups, (*told.posts, *told.counts))
    by = deadline_of(own_dates)
    if kind == "other":  # «с 1 февраля перейдёт на круглосуточный режим»
        shut = all(is_closing(sentence, hit) for hit in group)  # «закрыт с весны» has no term
        by = by if shut else since(own_dates) or by
    elif kind == "green_corridor" and by is None and not is_done(sentence):
        by = since(own_dates)  # «с мая начнёт действовать зелёный коридор»
    by = by or day_of(sentence, kind, group, groups)
    each = found_in(mentions, sentence, group, posts, counts, kind, border, by)
    if whole is not None and whole.value > 1 and each.kind in BUILDS:
        # «На границе семь пунктов. Их реконструируют до 2027 года»
        border = border if sentence.abroad else tuple(whole.partner)
        each = replace(each, total=int(whole.value), border=border)
    stock = int(told.scene.stock.value) if told.scene.stock is not None else 0
    if stock and of_stock(sentence, counts, stock):
        # «В плане шесть постов. Готов один – «Аят», на двух работы идут»
        done = int(counts[0].value)
        each = replace(each, total=stock, done=done, remaining=left_over(sentence))
        if told.scene.stock is not None and not sentence.abroad:  # of the borders told with it
            each = replace(each, border=tuple(told.scene.stock.partner))
    untold = not told.scene.told_shortly_before(sentence)
    if untold and each.total is None and each.remaining and stock > each.remaining:
        each = replace(each, total=stock)  # «В работе девять постов. …, остальные пять обновят»
    them = bool(counts) and sentence.word_at(counts[0].last) == "из"
    if of_them(sentence) and them and stock > counts[0].value:
        # «… 39 постов. На двух из них …, до остальных 37 руки не дошли»
        some = int(counts[0].value) if is_done(sentence) else None
        # «30 постов. До 2028 года обновят 13 из них»: of those that are taken in
        taken = some is None and each.deadline is not None and kind in BUILDS
        of_all = int(counts[0].value) if taken else stock
        each = replace(each, total=of_all, done=some, remaining=left_over(sentence))
    if each.total is None and each.remaining == len(each.register) > 1:
        each = replace(each, total=each.remaining)  # «остальных четырёх – «Аят», «Косак», … – …»
    # «в Курыке обновят два из трёх постов»: a port has several
    port = not set(told.unlisted).isdisjoint(PORTS)
    if told.unlisted and len(groups) == 1 and (port or not counts) and not each.names:
        border = each.border or border_of_name(told.unlisted[0])
        border = border or (told.scene.told_border if not untold else ())
        each = replace(each, names=told.unlisted, border=() if port else border)
    return replace(
        each,
        paid=told.paid,
        again=bool(told.again),
        closing=all(is_closing(sentence, hit) for hit in group),
        rest=(sentence.begins(_OTHERS) and not told.counts) or is_first_stage(sentence),
        aside=aside and len(group) == 1,
        over=_after_works(sentence, group),
        stage=all(hit.entry.id in _STAGES for hit in group) and not is_done(sentence),
        # «Посты получат новые павильоны»: those told of, each of them
        weak=not (posts or counts) and sentence.low[group[0].first].startswith("получ"),
    )


def _after_works(sentence: Sentence, group: Sequence[Hit]) -> bool:
    """«После ремонта его пропускная способность удвоится»: not how many cars it will take."""
    over = len(group) == 1 and sentence.word_before(group[0].first) == "после"
    return over and not any(q.kind in ("bare", "vehicle") for q in sentence.quantities)


def of_stock(sentence: Sentence, counts: Sequence[Draft], stock: int) -> bool:
    """Return whether bare numbers count some of the posts told before, those done first."""
    bare = all(one.quantity.noun is None for one in counts)
    if not bare or len(counts) < 2 or sum(one.value for one in counts) > stock:
        return False
    return stands_by_done(sentence, counts[0])


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


def _of_some(sentence: Sentence, count: Draft, group: Sequence[Hit]) -> bool:
    """«работают восемь постов, на части из них идёт ремонт»: not on how many."""
    return sentence.begins(_SOME) and any(
        word.startswith(_SOME)
        for word in sentence.low[count.last : max(count.last, group[-1].first)]
    )
