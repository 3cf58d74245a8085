"""What one sentence tells of programmes: one for each clause with its own work and posts.

«обновят восемь постов, однако работы начали на одном»               the works of a sentence
«взялись обновить посты … Документ охватывает восемь»                a count, the work told before
«нужно записаться в электронную очередь», «создание «зелёных» коридоров»    nothing
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.place.partner_place import third_border
from kzcoop.claims.programme.capacity import capacity
from kzcoop.claims.programme.cues import (
    after_plan_of_posts,
    covers,
    covers_all,
    is_announced,
    is_detour,
    is_figure,
    is_in_plan,
    is_nearby,
    is_of_posts,
    of_a_border,
    of_border_itself,
)
from kzcoop.claims.programme.done import stands_by_done
from kzcoop.claims.programme.found import Found, border_of, found_in
from kzcoop.claims.programme.kind import BUILDS, WORKS, kind_ahead
from kzcoop.claims.programme.left import left_over
from kzcoop.claims.programme.names import unlisted_names
from kzcoop.claims.programme.numbers import opens_with_whole
from kzcoop.claims.programme.paid import of_their_own, pays
from kzcoop.claims.programme.parts import (
    BESIDES,
    belongs,
    groups_of,
    of_main_clause,
    one_total,
    with_ends,
    with_reasons,
)
from kzcoop.claims.programme.reference import by_pronoun, means_all, one_meant, told_before
from kzcoop.claims.programme.rise import explained
from kzcoop.claims.programme.scene import Scene
from kzcoop.claims.programme.term import deadline_of
from kzcoop.claims.programme.told import Told
from kzcoop.claims.programme.track import is_line_end
from kzcoop.claims.programme.work import of_stock, read_work
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import speaks_of_posts
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

# verbs that bring in an electronic queue
_INTRODUCES = Stems(
    "ввел", "введ", "ввест", "ввод", "внедр", "действ", "заработ", "запус", "запущ", "начал",
    "откро", "откры", "охват", "оформля", "подключ", "появ", "придет", "принима", "пропускал",
    "пропускаю", "пускаю", "работа", "распростран", "расшир", "стартов",
)  # fmt: skip
# «договорились раздвинуть «зелёный коридор»»
_AGREED = Stems("договоренност", "договорил", "решен", "решил", "согласил", "соглашен", "условил")
_LAST = Stems("последн")
_THIS = Stems("этой", "этого", "этому")
# verbs that put a green corridor to work
_ACTIVE = Stems(
    "ввел", "введ", "ввест", "внедр", "действ", "заработ", "организ", "запус", "запущ", "откры",
    "продл", "работа", "распростран", "расшир", "сдела", "созда", "старт", "шир",
)  # fmt: skip


def read_sentence(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    counts: Sequence[Draft],
    headline: tuple[str, ...],
    scene: Scene,
    before: str | None = None,
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
    before
        The kind of work that the clause before told, if any.
    """
    posts: Sequence[Place] = sentence.posts
    named = posts
    if words and third_border(sentence):
        return []
    if words and posts:
        # «строят возле поста «Сырым», напротив российского «Маштаково»»: by both sides of it
        near = {p.register for p in posts if is_nearby(sentence, p) or is_line_end(sentence, p)}
        posts = [p for p in posts if p.register not in near and not is_detour(sentence, p, posts)]
        if counts and posts and sentence.low[sentence.first] in BESIDES:
            # «Кроме «Аята», обновят ещё два поста: «Орду» и «Убаган»»
            first = posts[0]
            beside = "," in sentence.low[first.last : first.last + 2]
            posts = posts[1:] if beside else posts
    if not words:
        return _taken_in(mentions, sentence, posts, counts, headline, scene)
    green = any(hit.entry.kind == "green_corridor" for hit in words)
    work = [hit for hit in words if hit.entry.id != "capacity"]
    pointed = sentence.begins(_THIS)  # «мощность этого маршрута»
    route = scene.last_corridor if pointed else scene.corridor
    told = scene.told_shortly_before(sentence) and scene.told_kind != "capacity"
    able = [hit for hit in words if hit.entry.id == "capacity"]
    if not work or explained(sentence, able, work):
        words = able or words
        return capacity(mentions, sentence, words, route, scene.posts, headline, told)
    again: list[Place] = []
    paid = pays(sentence, work)
    theirs = paid and of_their_own(sentence)
    if not posts and not counts and not theirs and not of_a_border(sentence):
        again = told_before(sentence, scene.posts, work) or list(scene.head)
        again = again or one_meant(sentence, scene.sole)
    spoken = speaks_of_posts(sentence)
    agreed = sentence.begins(_ACTIVE) or sentence.begins(_AGREED)
    acting = agreed and (spoken or posts or not is_figure(sentence, work))
    queue = any(hit.entry.id == "queue" for hit in words)
    if queue and not sentence.begins(_INTRODUCES):
        return []  # «нужно записаться в электронную очередь»
    unlisted = () if named or again else unlisted_names(mentions, sentence)
    general = (
        not green
        and (spoken or queue or any(of_border_itself(sentence, hit) for hit in work))
        and (bool(unlisted) or _is_general(sentence, work, headline))
    )
    posts = posts or by_pronoun(sentence, work, named)
    if scene.stock is not None and not (posts or again or counts):
        general = general or means_all(sentence, work)
    if not (posts or again or counts or (green and acting) or (paid and spoken) or general):
        # «строят вторые пути участка, его пропускная способность вырастет впятеро»
        return capacity(mentions, sentence, able, None, (), (), told) if able else []
    told_here = Told(
        mentions, sentence, scene, headline, counts, posts, named, again,
        _works(sentence, work, posts, counts, green, scene.stock),
        green, paid, queue, spoken, general, unlisted,
    )  # fmt: skip
    found: list[Found] = []
    last: Sequence[Hit] = ()
    for group in told_here.groups:
        each = read_work(told_here, group, found[-1].kind if found else before)
        if each is not None and found and _reopens(each, found[-1]):
            by = each.deadline or found[-1].deadline
            # «обновили в марте: его открыли после реконструкции»
            opened = each.past and all(sentence.low[h.first].startswith("обнов") for h in last)
            kind = each.kind if opened else found[-1].kind
            found[-1] = replace(
                found[-1], kind=kind, last=max(found[-1].last, each.last), deadline=by
            )
        elif each is not None:
            found.append(each)
            last = group
    return found


def _reopens(each: Found, work: Found) -> bool:
    """Whether posts open when their work ends: «закрыт на ремонт, откроют его к осени»."""
    same = set(each.register) == set(work.register) and each.total is None
    return each.kind == "opening" and work.kind in BUILDS and same


def _taken_in(
    mentions: Mentions,
    sentence: Sentence,
    posts: Sequence[Place],
    counts: Sequence[Draft],
    headline: tuple[str, ...],
    scene: Scene,
) -> list[Found]:
    """The posts that a plan takes in, whose work the sentences before told.

    «взялись обновить пункты пропуска … Документ охватывает восемь постов»
    """
    if not counts:
        return []
    lead = counts[0].quantity.lead
    kind = scene.last_kind
    noun = counts[0].quantity.noun
    of_posts = noun is not None and noun.id == "checkpoint"
    if kind is None and of_posts and is_in_plan(sentence, lead):
        kind = kind_ahead(mentions, sentence.number)  # «Программа берёт под крыло девять постов»
        kind = kind or ("modernisation" if after_plan_of_posts(sentence) else None)
    if kind is None:
        return []
    plan = (scene.kind or kind) in BUILDS and is_in_plan(sentence, lead)
    # «Посты обновляют по всей границе. Готовы 12 из 38»
    plan = plan or (
        scene.kind in BUILDS and len(counts) > 1 and stands_by_done(sentence, counts[0])
    )
    if not (plan or covers(sentence, lead)):
        return []
    told = scene.told_border if scene.told_shortly_before(sentence) else ()
    border = border_of(sentence, sentence.places, posts, scene.border or told or headline)
    by = deadline_of(sentence)
    return [found_in(mentions, sentence, [], posts, counts, kind, border, by)]


def _is_general(sentence: Sentence, work: Sequence[Hit], headline: tuple[str, ...]) -> bool:
    """Whether a work counts without posts of its own: by its border, its term, or all posts."""
    if of_a_border(sentence) or covers_all(sentence) or deadline_of(sentence) is not None:
        return True
    return len(headline) == 1 and any(
        hit.entry.id == "traffic" or is_of_posts(sentence, hit) or is_announced(sentence, hit)
        for hit in work
    )


def _works(
    sentence: Sentence,
    work: Sequence[Hit],
    posts: Sequence[Place],
    counts: Sequence[Draft],
    green: bool,
    stock: Draft | None,
) -> list[list[Hit]]:
    """The words of work of a sentence, those of one work together."""
    building = any(hit.entry.kind in BUILDS for hit in work)
    queue = any(hit.entry.id == "queue" for hit in work)
    # «электронная очередь введена на 19 постах из 30, на оставшихся 11 её запустят»
    only_rule = not building and (green or (queue and left_over(sentence) is not None))
    whole = only_rule or one_total(counts) or not (posts or counts)
    # «обновят шесть постов, готовы пять; последний, «Аят», сдадут к июню»
    last = len(counts) > 1 and sentence.begins(_LAST)
    whole = whole or last or opens_with_whole(sentence, counts) or _some_at_work(work, counts)
    # «Работают 22 поста. Модернизацию прошли семь, на четырёх идёт ремонт»
    whole = whole or (stock is not None and of_stock(sentence, counts, int(stock.value)))
    groups = [list(work)] if whole else groups_of(sentence, work)
    groups = with_reasons(sentence, groups, posts, counts)
    if len(groups) > 1 and len(counts) == 1:
        # «обновят восемь постов, однако работы начали на одном»
        groups = [
            group
            for group in groups
            if any(hit.entry.kind != WORKS for hit in group)
            or (
                # «ещё на шести стройка на финише, из них «Аят» заработает к маю»
                group is groups[0]
                and any(
                    belongs(sentence, at, group, groups)
                    for at in (*(p.first for p in posts), *(one.at for one in counts))
                )
            )
        ] or groups
    return of_main_clause(sentence, with_ends(sentence, groups, posts, counts))


def _some_at_work(work: Sequence[Hit], counts: Sequence[Draft]) -> bool:
    """«обновить предстоит шесть, пока же работы идут на двух»: some of those counted."""
    if len(counts) < 2 or sum(one.value for one in counts[1:]) >= counts[0].value:
        return False
    after = [hit for hit in work if hit.first >= counts[0].last]
    return bool(after) and all(hit.entry.kind == WORKS for hit in after)
