"""A whole whose posts are named around it, a few at a time, until all that it counts are named.

«Обновят пять постов. Сданы «Аят» и «Косак». До мая закончат «Орду», «Убаган» и «Сырым»»   one
«Обновят три поста. Сдан «Аят», до мая закончат «Орду», к осени – «Косак»»                each
«… всего обновят шесть постов. Готовы «Аят» и «Орда»», three named before      one more is wanting
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.items import is_item
from kzcoop.claims.programme.kind import BUILDS
from kzcoop.claims.programme.names import names_of
from kzcoop.claims.programme.term import deadline_of
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_SEVERAL, _LIST = 3, 2
_REACH = 4  # sentences in which the names of a whole are told
_MORE = frozenset({"еще", "других", "остальных", "прочих"})
_GAP = 2  # sentences from one with names to the next


def filled(
    mentions: Mentions, found: Sequence[Found], sentences: Sequence[Sentence]
) -> list[Found]:
    """Return programmes, those that list the posts of a whole beside them put into it."""
    kept = list(found)
    at = 0
    while at < len(kept):
        whole = kept[at]
        here = sentences[mentions.tokens.sentence[whole.first]].posts
        # and none that its own sentence names: «обновят пять из семи: «Аят», …»
        bare = not any(post.register in whole.register for post in here)
        if (whole.total or 0) >= _SEVERAL and bare and whole.kind in BUILDS:
            kept[at] = whole = _of_any_border(mentions, whole, sentences)
            told = _naming(mentions, whole, sentences, kept)
            if told:
                kept = _joined(mentions, kept, at, told)
            elif whole.done is None:
                kept = _listed(mentions, kept, at)
            # parts before it are gone; of two wholes at one place the later, so that this one ends
            same = (i for i, e in enumerate(kept) if e.first == whole.first and e.total)
            at = max(i for i in same if i <= at)
        elif (whole.total or 0) >= _SEVERAL and whole.kind in BUILDS and whole.names:
            kept[at] = _with_first(mentions, whole, sentences)
            kept = _with_last(kept, at)
        at += 1
    return kept


def _with_last(found: list[Found], at: int) -> list[Found]:
    """«Из шести постов закончен один, «Аят». «Орда», «Косак» сданы наполовину, на «…» и «…» …»."""
    whole, after = found[at], found[at + 1 : at + 2]
    wanting = (whole.total or 0) - len(whole.register)
    if not after or whole.done != len(whole.register) or len(after[0].register) != wanting:
        return found
    each = after[0]
    told = _is_list(each, each.register) and each.kind == whole.kind
    if not told or each.deadline or wanting <= _LIST or set(each.register) & set(whole.register):
        return found
    names, register = (*whole.names, *each.names), (*whole.register, *each.register)
    return [*found[:at], replace(whole, names=names, register=register), *found[at + 2 :]]


def _with_first(mentions: Mentions, whole: Found, sentences: Sequence[Sentence]) -> Found:
    """«На «Аяте» стройка. Следом обновят «Орду» и «Убаган», всего три»: one was named before."""
    wanting = (whole.total or 0) - len(whole.register)
    at = mentions.tokens.sentence[whole.first]
    for number in range(at - 1, max(-1, at - _REACH), -1):
        if mentions.tokens.paragraph[number] != mentions.tokens.paragraph[at] or wanting <= 0:
            break
        posts = [
            post
            for post in _of_border(sentences[number].posts, whole)
            if post.register not in whole.register
        ]
        rows = {post.register for post in posts}
        if rows and len(rows) != wanting:
            break
        if rows:
            names, register = names_of(mentions, posts)
            names, register = (*names, *whole.names), (*register, *whole.register)
            return replace(whole, names=names, register=register)
    return whole


def _naming(
    mentions: Mentions, whole: Found, sentences: Sequence[Sentence], found: Sequence[Found]
) -> list[Sentence]:
    """The sentences that name as many posts as a whole counts; empty where they do not."""
    number, paragraph = mentions.tokens.sentence, mentions.tokens.paragraph
    at = number[whole.first]
    # «Открылись три поста: … Реконструкцию шести других завершают»: none of those before
    more = _MORE.isdisjoint(mentions.tokens.low[whole.first : whole.last + 1])
    if whole.done == whole.total and any(_is_to_open(each, whole) for each in found):
        return []  # «обновлены три. «Аят» и «Орда» откроются 25 декабря»: three others
    for first in (at, at - 1) if more else (at,):
        if first < 0 or paragraph[first] != paragraph[at]:
            continue
        told: list[Sentence] = []
        rows: set[tuple[str | None, str | None]] = set()
        last = first
        for sentence in sentences[first : at + _REACH + 1]:
            if sentence.number > max(last, at) + _GAP:
                break
            if paragraph[sentence.number] != paragraph[at] and not is_item(sentence):
                break
            posts = _of_border(sentence.posts, whole)
            if not posts or sentence.number == at:
                continue
            rows |= _crossings(posts)
            told.append(sentence)
            last = sentence.number
            if len(rows) >= (whole.total or 0):
                break
        if len(rows) == whole.total:
            return told
    return []


def _of_any_border(mentions: Mentions, whole: Found, sentences: Sequence[Sentence]) -> Found:
    """«Перестроят пять переходов на юге. «Кеген», … – на Кыргызстан, … – на Узбекистан»: of both.

    A whole whose own sentence tells no border has none, where the next names its posts on several.
    """
    at = mentions.tokens.sentence[whole.first]
    if not whole.border or whole.names or any(foreign(p) for p in sentences[at].places):
        return whole
    after = sentences[at + 1 : at + 2]
    posts = [post for sentence in after for post in sentence.posts]
    codes = {post.codes for post in posts if post.side == "home"}
    several = len(codes) > 1 and len(_crossings(posts)) == whole.total
    return replace(whole, border=()) if several else whole


def _is_to_open(each: Found, whole: Found) -> bool:
    """Whether some posts told after a whole are to open by a term of their own."""
    ahead = each.kind == "opening" and bool(each.deadline) and not each.past
    return ahead and each.first > whole.first and bool(each.register)


def _listed(mentions: Mentions, found: Sequence[Found], at: int) -> list[Found]:
    """Programmes with a whole that has the names of two lists or more right after it."""
    whole, number = found[at], mentions.tokens.sentence
    rows, parts, last = dict.fromkeys(whole.register), [], number[whole.first]
    for each in found[at + 1 :]:
        fits = (
            _is_list(each, each.register)
            and (each.kind != "opening" or each.past)
            and (not whole.border or set(each.border) <= set(whole.border))
        )
        apart = mentions.tokens.paragraph[number[each.first]] != mentions.tokens.paragraph[last]
        fits = fits and not (apart and not whole.names)
        if not fits or number[each.first] > last + _GAP or rows.keys() & set(each.register):
            break
        if len(rows) + len(each.register) > (whole.total or 0):
            break
        rows |= dict.fromkeys(each.register)
        parts.append(each)
        last = number[each.first]
    lists = [each for each in parts if len(each.register) >= _LIST]
    terms = {each.deadline for each in parts if each.deadline}
    if whole.names and (len(whole.register) < _LIST or len(lists) < len(parts)):
        return list(found)
    wanted = _LIST - (len(whole.register) >= _LIST)  # a list that the whole took up already
    if not whole.names and whole.deadline is None and rows and 2 * len(rows) > (whole.total or 0):
        wanted = 1  # «… одиннадцать постов. С «Аята» и «Орды» строители ушли, …»: most of them
    if len(parts) < wanted or len(terms) >= _LIST or len(parts) - len(lists) > 1:
        return list(found)
    if len(rows) <= _SEVERAL:
        return list(found)
    names = tuple(dict.fromkeys(name for each in (whole, *parts) for name in each.names))
    by = whole.deadline or max(terms, default=None)
    joined = replace(whole, names=names, register=tuple(r for r in rows if r), deadline=by)
    kept = [each for each in found if not any(each is part for part in parts)]
    return [joined if each is whole else each for each in kept]


def _crossings(posts: Sequence[Place]) -> set[tuple[str | None, str | None]]:
    """The posts of a list; «Достык» and «Алаколь», of one row of the register, are two."""
    home = {post.register for post in posts if post.side == "home"}
    return {
        (post.register, post.name if post.side == "home" else None)
        for post in posts
        if post.side == "home" or post.register not in home
    }


def _of_border(posts: Sequence[Place], whole: Found) -> list[Place]:
    """The posts that stand on the border of a whole; all, where it has none."""
    return [p for p in posts if not whole.border or set(p.codes) & set(whole.border)]


def _joined(
    mentions: Mentions, found: Sequence[Found], at: int, told: Sequence[Sentence]
) -> list[Found]:
    """Programmes with a whole that has the names of some sentences, and their last term."""
    whole = found[at]
    posts = [post for sentence in told for post in _of_border(sentence.posts, whole)]
    names, register = names_of(mentions, posts)
    numbers = {sentence.number for sentence in told}
    parts = [
        each
        for each in found
        if each is not whole
        and mentions.tokens.sentence[each.first] in numbers
        and _is_list(each, register)
    ]
    terms = {each.deadline for each in parts} - {None}
    lists = [each for each in parts if len(each.register) >= _LIST]
    # a post with a work or a term of its own is told singly
    single = len(terms) >= _LIST or len(parts) - len(lists) > 1 or len(register) <= _SEVERAL
    kept = [e for e in found if single or not any(e is part for part in parts)]
    by = whole.deadline
    if by is None and not single:
        late = [each.deadline for each in parts if each.deadline]
        late += [term for sentence in told if (term := deadline_of(sentence))]
        by = max(late, default=None)
    joined = replace(whole, names=names, register=register, deadline=by)
    return [joined if each is whole else each for each in kept]


def _is_list(each: Found, register: Sequence[str]) -> bool:
    """Whether a statement names some posts of a whole and no more than that they are done."""
    if each.total is not None or each.paid or not each.register:
        return False
    ahead = each.kind == "opening" and bool(each.deadline) and not each.past
    done = each.kind in BUILDS or each.closing or (each.kind == "opening" and not ahead)
    return done and set(each.register) <= set(register)
