"""Programmes: checkpoints and corridors being opened, built, rebuilt or given a regime.

«на двух из пяти пунктов запущены «зелёные коридоры», на оставшихся трёх – …»  5 = 2 + 3
«до конца 2027 года реконструируют 29 пунктов пропуска из 30»                  30 by 2027-12
«строительство пунктов пропуска «Аухатты», «Сартобе» «Айша биби»»              names, a comma lost
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.claim import Programme
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
from kzcoop.claims.programme_follow import continued, ended, of_them
from kzcoop.claims.programme_found import Found, border_of, found_in
from kzcoop.claims.programme_items import clauses_of, heading_border, listed_item
from kzcoop.claims.programme_kind import WORKS, is_participle, kind_ahead, kind_of, triggers
from kzcoop.claims.programme_merge import gathered, merged
from kzcoop.claims.programme_names import unlisted_name
from kzcoop.claims.programme_numbers import is_done, left_over
from kzcoop.claims.programme_object import of_posts, of_terminal, speaks_of_posts
from kzcoop.claims.programme_parts import (
    belongs,
    day_of,
    groups_of,
    has_own_border,
    listed_after,
    one_total,
    places_of,
)
from kzcoop.claims.programme_rail import (
    built_line,
    line_of,
    new_corridor,
    titled_line,
    worked_corridor,
)
from kzcoop.claims.programme_reference import by_pronoun, is_possessed, of_which, told_before
from kzcoop.claims.programme_scene import Scene
from kzcoop.claims.programme_term import deadline_of, since
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place
from kzcoop.reading.document import Document

_REACH = 2  # sentences after which nothing more is told of a programme
_OTHERS = Stems("остальн", "оставш")
# verbs that bring in an electronic queue
_INTRODUCES = Stems(
    "ввел", "введ", "ввест", "ввод", "внедр", "действ", "заработ", "запус", "запущ", "начал",
    "охват", "подключ", "появ", "работа", "распростран", "расшир", "стартов",
)  # fmt: skip
_SOME = ("некотор", "ряд", "част")
_THIS = Stems("этой", "этого", "этому")
# verbs that put a green corridor to work
_ACTIVE = Stems(
    "ввел", "введ", "ввест", "внедр", "действ", "организ", "запус", "запущ", "откры", "продл",
    "работа", "распростран", "расшир", "созда",
)  # fmt: skip


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
    told, scene = triggers(mentions), Scene()
    number = mentions.tokens.sentence
    ways = {number[place.first] for place in mentions.places if place.kind == "corridor"}
    if not (mentions.hits["programmes"] or counts or ways):
        return []
    ways |= {
        number[hit.first]
        for hit in mentions.hits["programmes"].values()
        if hit.entry.kind in ("line", "corridor")
    }
    titled, rail = titled_line(document.title) if ways else None, None
    about, paragraph = headline, -1
    for sentence in sentences:
        read: list[Found] = []
        if (here := mentions.tokens.paragraph[sentence.number]) != paragraph:
            about, paragraph = heading_border(sentence) or headline, here
        own = counts.get(sentence.number, [])
        said = told.get(sentence.number, [])
        words = of_posts(mentions, sentence, said) if said else said
        more = None
        before = found[-1].deadline if found else None
        item = listed_item(mentions, sentence, words, scene.last_kind, about, before)
        if item is not None:
            read = [item]
        elif found and sentence.number <= scene.told_at + _REACH:
            more = continued(mentions, sentence, words, own, found[-1])
        elif found and not own and len({each.register for each in found}) == 1:
            more = ended(sentence, words, found[-1])
        if more is not None:
            found[-1] = more
        else:
            if item is None and (words or own):
                for part in clauses_of(sentence, words):
                    read += _read(
                        mentions, part, _inside(words, part), _counted_in(own, part),
                        about, scene,
                    )  # fmt: skip
                    if read and scene.last_kind is None:
                        scene.last_kind = read[-1].kind
            on_way = sentence.number in ways
            if (
                not read
                and (on_way or rail)
                and (line := built_line(mentions, sentence, said, rail, titled))
            ):
                read = [line]
            read = [each for each in read if not _known_regime(each, found)]
            for told_way in (new_corridor, worked_corridor) if on_way else ():
                if not read and (way := told_way(mentions, sentence, said)):
                    read = [way]
            found = gathered([*found, *read]) if found else read
        if more is not None or read:
            scene.told_at, scene.told_border = sentence.number, found[-1].border
            scene.told_kind = found[-1].kind
        elif found and words and sentence.low[sentence.last - 1] == ":":
            scene.told_at = sentence.number  # «Работы идут на следующих участках:»
        scene.remember(mentions, sentence, said, own)
        rail = line_of(mentions, sentence) if sentence.number in ways else None
    return [_programme(document, mentions, each) for each in merged(found)]


def _read(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    counts: Sequence[Draft],
    headline: tuple[str, ...],
    scene: Scene,
) -> list[Found]:
    """The programmes of one sentence: one for each clause with its own work and its own posts."""
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
        again = told_before(sentence, scene.posts, work)
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
    whole = green or one_total(counts) or not (posts or counts)
    groups = [work] if whole else groups_of(sentence, work)
    if len(groups) > 1 and counts and len(counts) == 1:
        # «обновят восемь постов, однако работы начали на одном»
        groups = [g for g in groups if any(hit.entry.kind != WORKS for hit in g)] or groups
    groups = _with_ends(sentence, groups, posts, counts)
    found: list[Found] = []
    for group in groups:
        own_posts = again or [p for p in posts if belongs(sentence, p.first, group, groups)]
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
        if not (own_posts or own_counts or green or paid or general or bordered):
            continue
        # «для модернизации границы предусмотрена реконструкция пяти постов»: what governs the count
        near = [
            hit for hit in group if own_counts and 0 <= own_counts[0].quantity.lead - hit.last < 3
        ]
        kind = kind_of(mentions, near[-1:] if near and not green and not queue else group)
        if kind == WORKS:
            beside = sentence.number <= scene.told_at + _REACH
            before = (scene.told_kind if beside else None) or scene.last_kind
            ahead = None if is_done(sentence) else kind_ahead(mentions, sentence.number)
            known = (found[-1].kind if found else None) or before or ahead
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
        dated = _dated(sentence, group, groups, (*posts, *counts))
        by = deadline_of(dated)
        if kind == "other":  # «с 1 февраля перейдёт на круглосуточный режим»
            by = since(dated) or by
        by = by or day_of(sentence, kind, group, groups)
        each = found_in(mentions, sentence, group, own_posts, own_counts, kind, border, by)
        if scene.stock is not None and of_them(sentence) and len(own_counts) == 1:
            # «… 39 постов. На двух из них …»
            each = replace(each, total=int(scene.stock.value), remaining=left_over(sentence))
        if unlisted and len(groups) == 1 and not own_counts and not each.names:
            each = replace(each, names=(unlisted,))
        rest = (sentence.begins(_OTHERS) and not counts) or is_first_stage(sentence)
        shut = all(is_closing(sentence, hit) for hit in group)
        found.append(replace(each, paid=paid, again=bool(again or meant), closing=shut, rest=rest))
    return found


def _dated(
    sentence: Sentence,
    group: Sequence[Hit],
    groups: Sequence[Sequence[Hit]],
    objects: Sequence[Place | Draft],
) -> Sentence:
    """A sentence with the periods of one of its works: «… завершены, а к лету обновят «Бахты»»."""
    at = [one.first if isinstance(one, Place) else one.at for one in objects]
    others = [each for each in groups if each is not group]
    if not any(belongs(sentence, index, each, groups) for each in others for index in at):
        return sentence
    own = tuple(p for p in sentence.periods if belongs(sentence, p.first, group, groups))
    return replace(sentence, periods=own)


def _with_ends(
    sentence: Sentence, groups: list[list[Hit]], posts: Sequence[Place], counts: Sequence[Draft]
) -> list[list[Hit]]:
    """Groups of words, the end of a work with its work: «обновляют «Аят», сдать намечено …»."""
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
        own = [p.first for p in posts] + [d.at for d in counts]
        if kept and ends and not any(belongs(sentence, at, group, groups) for at in own):
            kept[-1] = [*kept[-1], *group]
        else:
            kept.append(group)
    return kept


def _inside(words: Sequence[Hit], part: Sentence) -> list[Hit]:
    """The words of work in a part of a sentence."""
    return [hit for hit in words if part.first <= hit.first < part.last]


def _counted_in(counts: Sequence[Draft], part: Sentence) -> list[Draft]:
    """The counts in a part of a sentence."""
    return [one for one in counts if part.first <= one.quantity.lead < part.last]


def _known_regime(each: Found, found: Sequence[Found]) -> bool:
    """Whether a regime of no posts in particular was told of some: «очередь начали внедрять …»."""
    bare = each.kind == "other" and not each.names and each.total is None
    return bare and any(
        other.kind == "other" and other.border == each.border and (other.names or other.total)
        for other in found
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


def _programme(document: Document, mentions: Mentions, each: Found) -> Programme:
    start, end = mentions.tokens.start[each.first], mentions.tokens.end[each.last - 1]
    return Programme(
        f"{document.doc_id}#p{start}-{end}", document.doc_id, start, end,
        document.text[start:end], each.kind, each.border[0] if len(each.border) == 1 else None,
        each.total, each.done, each.remaining, each.deadline, each.names, each.register,
        f"<{each.kind}>", 0.8,
    )  # fmt: skip
