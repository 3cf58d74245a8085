"""Clauses of a sentence that tell of posts of their own, and those that leave out their work.

«Аят» обновят к лету; «Убаган» – в 2028 году           a programme for each
«…, на «Кегене» – к концу 2027-го»                     the work of the clause before
«… на пяти постах с КНР, а к осени её распространят на семь узбекских»
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.items import month_after
from kzcoop.claims.programme.kind import WORKS, is_participle
from kzcoop.claims.programme.names import names_of
from kzcoop.claims.programme.reference import ORDINALS, ordinal_parts, ordinal_posts
from kzcoop.claims.programme.regime import SPREADS, tells_again
from kzcoop.claims.programme.term import ending
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_COUNTS = frozenset({"bare", "count"})
_DASHES = frozenset("–—-")
_CLOSES = frozenset({"»", '"', "”"})
_START = 4  # tokens from a comma to a post
_OPENING = 3
_OPENS = frozenset({"«", '"', "“"})
_BESIDES, _FAR = frozenset({"кроме", "помимо"}), 6
_SOME = frozenset("лишь но однако пока причем только".split())
_CONTRASTS = frozenset({"а", "зато", "но"})
_LAST = ("остальн", "оставш", "последн")
_TURNS = ("очеред", "черед")
_LEFT = Stems("остал", "оставш")
_GOES_ON = frozenset("идет идут начнется начнутся продолжается продолжаются".split())
_SUBORDINATE = frozenset("где если из когда пока после что чтобы".split())
_TELLS = re.compile(r"(?:[аеиуюя]т(?:ся)?|л[аио]?(?:сь|ся)?|ен[аоы]|ть)$")
_PARTICIPLE = re.compile(r"(?:[аяую]щ|вш)(?:ий|ая|ое|ие|его|ую|их|ей)$")
_VERB = re.compile(r"[а-я]{3,}(?:[аеиуюя]т|[аеуюя]тся|л|ла|ли|ло|лись|лся|лась|ить|ать|ести)$")


def clauses_of(sentence: Sentence, words: Sequence[Hit]) -> list[Sentence]:
    """Return the clauses of a sentence where each tells of posts of its own.

    A clause begins at a comma or a semicolon where what stands before is told to its end, its posts
    and its work, and what comes after has both too, or leaves out no more than the work.
    """
    low = sentence.low
    if sentence.begins(ORDINALS):
        if parts := ordinal_parts(sentence, words):
            return parts
        # «Обновляют «Аят» и «Орду»: первый сдадут в августе, вторую – к концу года»
        colon = next((i for i in sentence.where(ORDINALS) if low[i - 1] == ":"), None)
        if colon is not None and sentence.posts:
            rest = sentence.part(colon, sentence.last)
            if parts := ordinal_parts(rest, [hit for hit in words if hit.first >= colon]):
                return [sentence.part(sentence.first, colon), *parts]
    if not sentence.places or not (words or sentence.begins(SPREADS)):
        return [sentence]
    commas = [
        i
        for i in range(sentence.first, sentence.last - 1)
        if low[i] in ",;" or (low[i] == "и" and _VERB.search(low[i + 1]))
    ]
    if not commas or sentence.places[-1].first < commas[0]:
        return [sentence]  # no clause after the first has posts or a border of its own
    bounds = [sentence.first]
    for at, stop in pairwise([*commas, sentence.last]):
        # past the names of «ещё три, «Аят», «Косак» и «Орда», – в 2027 году»
        end = sentence.last if low[at + 1] == "еще" else stop
        if not _in_list(sentence, at) or leaves_out(sentence.part(at + 1, end)):
            bounds.append(at + 1)
    bounds.append(sentence.last)
    found: list[Sentence] = []
    begin = sentence.first
    for first, last in pairwise(bounds[1:]):
        before = sentence.part(begin, first)
        told = bool(found) or _is_told(before, words)
        if not told and low[first] in _CONTRASTS:
            # «Построить склад обещают в мае, а «Аят» обновят к осени»
            told = _is_of_other(before) or not any(hit.first < first for hit in words)
        elif not told and low[first] in _OPENS:
            told = _is_of_other(before)  # «На «Аяте» полос станет восемь, «Убаган» обновят»
        strong = low[first - 1] == ";"
        if told and not strong and _is_put_in(before):
            continue  # ««Зелёный коридор», работающий на «Аяте», запустят и на «Орде»»
        part, rest = sentence.part(first, last), sentence.part(first, sentence.last)
        if told and _is_own(before, rest if more_by_a_term(rest) else part, words, strong):
            found.append(before)
            begin = first
    return [*found, sentence.part(begin, sentence.last)] if found else [sentence]


def _is_told(part: Sentence, words: Sequence[Hit]) -> bool:
    """Whether a clause names posts, or counts them, and what is done to them."""
    told = [hit for hit in words if part.first <= hit.first < part.last]
    # «четыре пункта, построенные заново, введены»: the verb is still to come
    worked = any(not is_participle(part.mentions, hit) for hit in told) or tells_again(part)
    counts = any(q.kind in ("bare", "count") for q in part.quantities)
    return worked and (counts or bool(part.posts))


def _is_put_in(before: Sentence) -> bool:
    """Whether what stands before a comma is a participle put in: «…, действующий на «Аяте»,»."""
    low = before.low
    comma = next((i for i in range(before.last - 2, before.first, -1) if low[i] == ","), None)
    return comma is not None and _PARTICIPLE.search(low[comma + 1]) is not None


def _is_of_other(part: Sentence) -> bool:
    """«на «Калжат» выводим до 250 фур, а …»: a clause on posts and no work on them."""
    named = {i for p in part.places for i in range(p.first, p.last)}
    spoken = any(_VERB.search(part.low[i]) for i in range(part.first, part.last) if i not in named)
    return spoken and bool(part.posts)


def _in_list(sentence: Sentence, comma: int) -> bool:
    """Whether a comma stands between two names: «Аят», «Убаган» и «Кайрак»."""
    low = sentence.low
    if low[comma] == ";":
        return False
    start = comma + 1 + (low[comma + 1] in _OPENS)
    end = comma - (low[comma - 1] in _CLOSES)
    posts = sentence.posts
    return any(p.first == start for p in posts) and any(p.last == end for p in posts)


def _is_own(before: Sentence, part: Sentence, words: Sequence[Hit], strong: bool) -> bool:
    """Whether a clause tells of posts of its own, after one that is told to its end."""
    low = part.low
    opening = low[part.first : part.first + _OPENING]
    if any(word in _SUBORDINATE or word.startswith("котор") for word in opening):
        return False
    if "причине" in low[part.first : part.last]:
        return False  # «…, и по той же причине закрыт «Капланбек»»
    if not _BESIDES.isdisjoint(low[max(before.first, part.first - _FAR) : part.first]):
        return False  # «к системе, кроме «Сырыма», подключены …»
    if low[part.first].startswith(_LAST) and before.quantities:
        return False  # «обновят шесть постов, готовы пять; последний, «Аят», сдадут к июню»
    wholes = [q for q in before.quantities if before.word_before(q.lead) == "из"]
    if wholes and part.quantities:
        return False  # «из семи постов, открытых в области, обновлены два»
    told = [hit for hit in words if part.first <= hit.first < part.last]
    posts = part.posts
    counted = any(q.kind in ("bare", "count") for q in part.quantities)
    if counted and part.begins(_LEFT):
        return False  # «на двух они открыты, осталось ввести их на трёх»
    if posts and told:
        if not part.periods and all(low[hit.last - 1].startswith(_TURNS) for hit in told):
            return False  # «закроют «Аят», следом придёт черёд «Убагана»»
        whole = any(q.kind in ("bare", "count") for q in before.quantities)
        # «обновят восемь постов, но работы завершены лишь на «Кордае»», «…, стройка идёт на одном»
        some = not _SOME.isdisjoint(low[part.first : part.last]) or _counts_fewer(before, part)
        return not (whole and some and all(hit.entry.kind == WORKS for hit in told))
    if leaves_out(part) or (posts and tells_again(part)):
        return True
    if strong and _is_of_other(part):
        return True  # «…; на «Карасу» меняют весы»: of something else
    green = [hit for hit in told if hit.entry.id == "green"]
    if green and not posts and any(p.kind in ("adjective", "country") for p in part.abroad):
        # «заработал «Аят», а о расширении «зелёного коридора» с Россией договорились»
        return not any(h.entry.id == "green" for h in words if h.first < part.first)
    if told and any(q.noun is not None and q.noun.id == "checkpoint" for q in part.quantities):
        return not wholes and low[part.first - 1] != ","
    if strong and told and counted and not (wholes or _counts_fewer(before, part)):
        return True  # «…; девять других завершают модернизацию»
    bordered = any(foreign(p) and p.kind == "adjective" for p in part.places)
    return counted and bordered and (bool(told) or low[part.first] == "а")


def _counts_fewer(before: Sentence, part: Sentence) -> bool:
    """Whether a clause without a term counts some of the posts of the one before."""
    whole = [q.value for q in before.quantities if q.kind in ("bare", "count")]
    some = [q.value for q in part.quantities if q.kind in ("bare", "count")]
    return bool(whole and some) and not part.periods and sum(some) <= max(whole)


def leaves_out(part: Sentence) -> bool:
    """Return whether a clause has no verb: «на «Кегене» – к 2027-му», «на узбекском – четыре»."""
    low = part.low
    if more_by_a_term(part):
        return True  # «ещё три, «Аят», «Косак» и «Орда», – в 2027 году»
    for place in part.abroad:
        if place.kind not in ("checkpoint", "adjective"):
            continue
        if any(0 < place.first - p.last < _START and low[p.last] in _DASHES for p in part.periods):
            return True  # «в феврале – на «Сартобе» и «Аухатты»»
        if place.first - part.first > _START:
            continue
        at = place.last
        while at < part.last and low[at] in _CLOSES:
            at += 1
        after: set[int] = set()
        if place.kind == "adjective":  # «на кыргызском – шесть», «на туркменском – «Темир-Баба»»
            posts = [p.first for p in part.posts]
            after = {q.lead for q in part.quantities}.union(posts, [i - 1 for i in posts])
            after |= {i - 1 for i in after if low[i - 1] in ("в", "на")}  # «– на пяти»
        if place.kind == "checkpoint" and _goes_on_there(part, at):
            return True  # «на «Аяте» модернизация закончена, на «Кайраке» идёт»
        if at < part.last and low[at] in _DASHES and (at + 1 in after or _dated_at(part, at + 1)):
            return True
        if place.kind == "checkpoint" and at < part.last and low[at] in _DASHES:
            # «туркменский «Гарабогаз» – соседи весной 2027 года»
            spoken = any(_TELLS.search(low[i]) for i in range(at, part.last))
            spoken = spoken or any(post.first - at in (1, 2) for post in part.posts)
            if part.periods and part.periods[-1].first > at and not spoken:
                return True
    return False


def more_by_a_term(part: Sentence) -> bool:
    """Return whether a clause has more posts and a term, and no verb: «ещё два – в 2028»."""
    if part.low[part.first] != "еще" or not part.periods:
        return False
    counts = [q for q in part.quantities if q.lead == part.first + 1 and q.kind in _COUNTS]
    named = {i for p in part.places for i in range(p.first, p.last)}
    spoken = any(_VERB.search(part.low[i]) for i in range(part.first, part.last) if i not in named)
    return bool(counts) and part.periods[0].first > counts[0].last and not spoken


def _goes_on_there(part: Sentence, at: int) -> bool:
    """Whether nothing but a verb of going on follows a name."""
    words = [word for word in part.low[at : part.last] if word.isalpha() and word not in _SOME]
    return len(words) == 1 and words[0] in _GOES_ON


def _dated_at(part: Sentence, at: int) -> bool:
    """Whether a term begins at a token, past a preposition at the most."""
    at += at < part.last and part.low[at] in _SOME  # «а «Казыгурт» – только в 2027 году»
    return any(p.first - at in (0, 1) for p in part.periods) or (
        part.low[at : at + 2] == ["годом", "позже"] and at < part.last
    )


def elliptic(
    mentions: Mentions, part: Sentence, known: Found, before: Sequence[Place] = ()
) -> Found | None:
    """Return the programme of a clause that leaves out its work: «…, на «Кегене» – к 2027 году».

    None where the clause tells of something else.
    """
    posts: Sequence[Place] = part.posts
    if posts and not leaves_out(part):
        return None
    posts = posts or ordinal_posts(part, before)  # «второй – в ноябре»
    codes = tuple(sorted({code for p in part.places for code in foreign(p)}))
    by = next((ending(p.value) for p in part.periods if p.value), None)
    if by and known.deadline and by < known.deadline and not by.isdigit():
        by = month_after(known.deadline, by)
    if by is None and "позже" in part.low[part.first : part.last] and known.deadline:
        by = str(int(known.deadline[:4]) + 1)  # «…, «Аксая» – годом позже»
    more = more_by_a_term(part)
    counts = [q for q in part.quantities if q.kind in ("bare", "count")]
    counts = counts if more or not posts else []
    if not (posts or counts):
        return None
    total = int(counts[0].value) if counts else None
    names, register = names_of(mentions, posts)
    return Found(
        part.first, part.last, known.kind, codes or known.border, total, None, None,
        by or (known.deadline if total else None), names, register,
    )  # fmt: skip


def across_too(mentions: Mentions, part: Sentence, known: Found) -> Found | None:
    """Return a programme with the posts of the other side that a clause without a verb adds.

    «обновят шесть постов: с казахстанской стороны «Кордай», с кыргызской – «Ак-Жол»»
    """
    posts = [p for p in part.places if p.kind == "checkpoint"]
    if not (posts and known.names and leaves_out(part)) or part.periods or part.quantities:
        return None
    same = {code for p in posts for code in p.codes} == set(known.border)
    if not same or any(post.side != "away" for post in posts):
        return None
    names, register = names_of(mentions, posts)
    more = tuple(name for name in names if name not in known.names)
    return replace(
        known, last=part.last, names=(*known.names, *more),
        register=tuple(dict.fromkeys((*known.register, *register))),
    )  # fmt: skip
