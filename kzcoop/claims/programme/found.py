"""One programme as a sentence tells it: its border, deadline and extent.

«до конца 2027 года обновят девять пунктов пропуска на границе с Китаем»
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kzcoop.claims.place.partner_place import NEIGHBOURS, foreign, is_included
from kzcoop.claims.programme.done import is_done
from kzcoop.claims.programme.names import names_of
from kzcoop.claims.programme.numbers import numbers
from kzcoop.claims.programme.term import ending
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import is_post, speaks_of_posts
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_SIDES = Stems("внешн", "внутренн")  # of the border of a union
_BORDER = Stems("границ", "направлени", "погран", "рубеж", "сторон", "участк", "участок")
_COUNTRIES = Stems("государств", "стран")
_THREE = frozenset("три трех трем тремя четыре четырех четырем пять пяти".split())
_OTHERS = Stems("остальн", "оставш", "прочи")
_BESIDE = 4  # tokens of «» – в этом году»
_FAR = 6  # tokens from a word of work to the word for posts


@dataclass(slots=True)
class Found:
    """A programme in one sentence: its tokens [first, last), and what they say of it.

    ``again``: its posts are not named there, and were told before. ``home``: how many of its
    names are on Kazakhstan's side; they come first. ``past``: what was done is told; ``closing``:
    posts are shut; ``rest``: the other posts are told of; ``line``: a railway is built;
    ``aside``: a participle tells it, «обновлённый «Кайрак»»; ``over``: what comes after its works
    is told, «после ремонта»; ``stage``: how far works are, of no kind; ``weak``: one only where
    nothing else is told.
    """

    first: int
    last: int
    kind: str
    border: tuple[str, ...]
    total: int | None
    done: int | None
    remaining: int | None
    deadline: str | None
    names: tuple[str, ...]
    register: tuple[str, ...]
    paid: bool = False
    again: bool = False
    home: int = 0
    past: bool = False
    closing: bool = False
    rest: bool = False
    line: bool = False
    weak: bool = False
    aside: bool = False
    over: bool = False
    stage: bool = False


def found_in(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    posts: Sequence[Place],
    counts: Sequence[Draft],
    kind: str,
    border: tuple[str, ...],
    deadline: str | None,
) -> Found:
    """Return the programme that words of work, posts and counts of a sentence make."""
    names, register = names_of(mentions, posts)
    total, done, remaining = numbers(sentence, counts)
    if any(period.first < sentence.last for d in counts for period in d.sentence.periods):
        # and no term of the clause after: «обновят восемь, ещё два сдадут в 2028 году»
        deadline = deadline or next((d.deadline for d in counts if d.deadline), None)
    deadline = _last_term(counts, deadline)
    parts = [one.value for one in counts[1:]]
    if total and deadline and parts and max(parts) < total and sentence.begins(_OTHERS):
        deadline = max(deadline, _term_of_others(sentence) or deadline)
    if deadline is None and total and not done and len(posts) > 1 and not is_done(sentence):
        deadline = _last_of_names(sentence, posts)
    first, last = _extent(sentence, words, posts, counts)
    home = sum(post.side == "home" for post in posts)
    return Found(
        first, last, kind, border, total, done, remaining, deadline, names, register,
        home=min(home, len(names)), past=is_done(sentence),
    )  # fmt: skip


def _last_term(counts: Sequence[Draft], term: str | None) -> str | None:
    """«семь постов, из которых в 2025 году завершат три, в 2026-м – ещё четыре»: the last term."""
    if len(counts) < 3 or term is None or counts[0].deadline is not None:
        return term
    terms = [one.deadline for one in counts[1:] if one.deadline]
    done = sum(one.value for one in counts[1:] if one.deadline is None)
    parts = sum(one.value for one in counts[1:] if one.deadline)
    whole = len(terms) > 1 and term in terms and parts + done == counts[0].value
    return max(terms) if whole else term


def _term_of_others(sentence: Sentence) -> str | None:
    """«Из 39 постов в этом году сдадут девять, остальные – в 2027-м»: the term of the rest."""
    at = next(i for i in range(sentence.first, sentence.last) if _OTHERS.fit(sentence.low[i]))
    terms = [p.value for p in sentence.periods if p.first > at and p.value and p.role != "date"]
    return ending(terms[0]) if terms else None


def _last_of_names(sentence: Sentence, posts: Sequence[Place]) -> str | None:
    """«обновят три поста: «Кордай» – в этом году, «Кеген» и «Сартобе» – в 2026-м»: the last."""
    ends = [p.last for p in posts]
    told = [
        ending(p.value)
        for p in sentence.periods
        if p.role == "at" and p.value and any(0 < p.first - end <= _BESIDE for end in ends)
    ]
    return max(told) if len(told) > 1 else None


def _extent(
    sentence: Sentence, words: Sequence[Hit], posts: Sequence[Place], counts: Sequence[Draft]
) -> tuple[int, int]:
    """The part of the sentence from its first to its last word on the programme."""
    here = [p for p in posts if sentence.first <= p.first < sentence.last]
    firsts = [hit.first for hit in words] + [p.first for p in here] + [d.first for d in counts]
    lasts = [hit.last for hit in words] + [p.last for p in here] + [d.last for d in counts]
    firsts += [p.first for p in sentence.periods if p.role == "by"]
    first, last = min(firsts, default=sentence.first), max(lasts, default=sentence.last)
    low = sentence.low
    if not here and not counts:
        first, last = _with_posts(sentence, first, last)
    if first > sentence.first and low[first - 1] in ("«", '"', "на", "до"):
        first -= 1
    while last < sentence.last and low[last] in ("»", '"'):
        last += 1
    return first, last


def _with_posts(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Tokens of a work with the word for what it is done to: «строительство пунктов пропуска»."""
    low = sentence.low
    for at in range(last, min(sentence.last, last + _FAR)):
        if is_post(low[at]):
            return first, min(sentence.last, at + 1 + (sentence.word_at(at + 1) == "пропуска"))
    for at in range(first - 1, max(sentence.first, first - 2 * _FAR) - 1, -1):
        if is_post(low[at]) and not low[at].startswith("пропуск"):
            return at, last
    return first, last


def border_of(
    sentence: Sentence,
    places: Sequence[Place],
    posts: Sequence[Place],
    headline: tuple[str, ...],
) -> tuple[str, ...]:
    """Return the border: of the country named, else of the posts, else of the report.

    The outer or the inner border of the union belongs to no one country.
    """
    bordered = [p for p in places if p.kind in ("country", "adjective", "region")]
    own = [p for p in bordered if not is_included(sentence, p)]
    if not own and not posts and any(foreign(p) for p in bordered):
        return ()
    named = {code for p in own for code in foreign(p)}
    borders = {code for place in posts for code in place.codes}
    if borders:
        named &= NEIGHBOURS  # «граждан Таджикистана пускают через «Яллама»»
    if not named and _of_union(sentence):
        return ()
    if borders and not (named & borders or sentence.begins(_BORDER)):
        named = set()  # «едут через «Тажен» в Актау и дальше, в российскую Астрахань»
    if named and not (len(borders) == 1 and borders < named):
        return tuple(sorted(named))
    # a sea port is on no border: «морской пункт пропуска «Актау»»
    if borders or posts or _of_three(sentence):
        return tuple(sorted(borders))
    # posts told of after talks in Ankara are on no border; a green corridor with Baku may be
    near = len(headline) != 1 or headline[0] in NEIGHBOURS or not speaks_of_posts(sentence)
    return headline if near else ()


def _of_three(sentence: Sentence) -> bool:
    """«три страны договорились запустить «зелёный коридор»»: on no border of two."""
    low = sentence.low
    return sentence.begins(_COUNTRIES) and any(
        low[i - 1] in _THREE for i in sentence.where(_COUNTRIES) if i > sentence.first
    )


def _of_union(sentence: Sentence) -> bool:
    """«37 пунктов внутренней границы», «на внешних границах»."""
    low = sentence.low
    return sentence.begins(_SIDES) and any(
        low[i].startswith(_SIDES) and low[i + 1].startswith(("границ", "контур", "рубеж"))
        for i in range(sentence.first, sentence.last - 1)
    )
