"""What the sentences before leave in reach of the next programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.programme.cues import is_detour
from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import BUILDS, WORKS, kind_of
from kzcoop.claims.programme.names import corridor_name
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import speaks_of_posts
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_TOWARDS = frozenset({"до", "к"})
_WAYS = Stems("автодорог", "дорог", "доехать", "ехать", "километр", "км", "подъезд", "трасс")
_BORDER = ("госграниц", "границ", "погранич", "приграничн")
# «обновления российского участка», «ремонта на западном участке границы»
_SECTIONS = ("контур", "направлени", "рубеж", "участк")
_REGIMES = frozenset({"green", "queue", "regime"})
_CLOSES = ("закр", "приостан")
_REACH = 2  # sentences after which nothing more is told of a programme
_STAYS = 2  # sentences through which «данный пункт» may mean a post


@dataclass(slots=True)
class Scene:
    """What the sentences before said: posts, how many, their kind of work, a corridor.

    ``kind`` is that of the sentence before, ``last_kind`` that of any; ``told_at`` is the
    sentence in which a programme was told or went on; ``regime`` is the kind of a green corridor,
    a queue or an order of work, and ``regime_at`` the last sentence that told of it.
    """

    posts: Sequence[Place] = ()
    posts_at: int = -9
    stock: Draft | None = None
    kind: str | None = None
    last_kind: str | None = None
    border: tuple[str, ...] = ()
    corridor: str | None = None
    last_corridor: str | None = None
    paragraph: int = -1
    told_at: int = -9
    told_border: tuple[str, ...] = ()
    told_kind: str | None = None
    head: Sequence[Place] = ()
    head_paragraph: int = -1
    last_build: str | None = None
    first_build: str | None = None
    sole: Sequence[Place] = ()
    regime: str | None = None
    regime_at: int = -9
    capacity_at: int = -9
    way_at: int = -9

    def told_shortly_before(self, sentence: Sentence) -> bool:
        """Whether a programme was told or went on right before a sentence."""
        return sentence.number <= self.told_at + _REACH

    def tells_regime(self, sentence: Sentence) -> bool:
        """Whether a regime was told of not long before a sentence."""
        return self.regime is not None and sentence.number <= self.regime_at + _REACH + 1

    def way_told(self, sentence: Sentence) -> bool:
        """Whether a corridor was named not long before a sentence, and no post since."""
        return sentence.number <= self.way_at + _REACH and self.way_at >= self.posts_at

    def take(self, each: Found, sentence: Sentence) -> None:
        """Keep what a clause told for the next clauses of its sentence."""
        if self.last_kind is None:
            self.last_kind = each.kind
        if each.kind in ("green_corridor", "other") and not each.closing:
            self.regime, self.regime_at = each.kind, sentence.number

    def remember(
        self,
        mentions: Mentions,
        sentence: Sentence,
        words: Sequence[Hit],
        counts: Sequence[Draft],
    ) -> None:
        """Keep what the next sentence may refer to."""
        low, paragraph = sentence.low, mentions.tokens.paragraph[sentence.number]
        posts = _told_of(sentence) if sentence.posts else []
        if posts:  # «пост закрыли, машины ушли на «Карасу»»
            posts = _direct(sentence, posts) or list(self.posts) or posts
        if posts and _only_names(sentence, posts):
            self.head = posts  # «2. «Аят». Строительство терминала завершено»
        elif posts or paragraph != self.head_paragraph:
            self.head = ()
        self.head_paragraph = paragraph
        if posts or sentence.number > self.posts_at + _STAYS:
            self.posts, self.posts_at = posts, sentence.number
        self.stock = counts[0] if len(counts) == 1 else None
        self.kind, self.border = None, ()
        for hit in words:
            if hit.entry.id == "capacity":
                self.capacity_at = sentence.number
            if hit.entry.id in _REGIMES and not low[hit.first].startswith(_CLOSES):
                self.regime, self.regime_at = hit.entry.kind, sentence.number
        if words and (posts or speaks_of_posts(sentence) or _of_the_border(sentence, words)):
            self._take_kind(kind_of(mentions, words), sentence)
        for way in sentence.corridors:
            self.last_corridor, self.way_at = corridor_name(mentions, way), sentence.number
            if self.corridor is None or paragraph != self.paragraph:
                self.corridor = self.last_corridor
                self.paragraph = paragraph

    def _take_kind(self, kind: str, sentence: Sentence) -> None:
        """Keep the kind of work that a sentence tells, and where; capacity is no work."""
        if kind == "capacity":
            return
        self.kind = self.last_kind if kind == WORKS else kind
        self.last_kind = self.kind
        if kind in BUILDS:
            self.last_build = kind
            self.first_build = self.first_build or kind
        if self.kind:
            self.border = tuple(sorted({code for p in sentence.places for code in foreign(p)}))


def _told_of(sentence: Sentence) -> list[Place]:
    """The posts of a sentence, but «дорога до поста «Кеген»», where the road is told of."""
    if not sentence.begins(_WAYS):
        return list(sentence.posts)
    low, first = sentence.low, sentence.first
    return [
        post
        for post in sentence.posts
        if _TOWARDS.isdisjoint(low[max(first, post.first - 3) : post.first])
    ]


def _direct(sentence: Sentence, posts: Sequence[Place]) -> list[Place]:
    """The posts that are no detour."""
    return [post for post in posts if not is_detour(sentence, post, posts)]


def _of_the_border(sentence: Sentence, words: Sequence[Hit]) -> bool:
    """«программа обновления границы», «обустройство приграничной инфраструктуры»."""
    return any(
        hit.entry.kind in BUILDS
        and (
            sentence.word_at(hit.last).startswith(_BORDER)
            or any(w.startswith(_SECTIONS) for w in sentence.low[hit.last + 1 : hit.last + 3])
        )
        for hit in words
    )


def _only_names(sentence: Sentence, posts: Sequence[Place]) -> bool:
    """Whether a sentence is the name of a post and no more: «2. «Аят»»."""
    named = {i for post in posts for i in range(post.first, post.last)}
    return not any(
        sentence.low[i].isalpha() and i not in named for i in range(sentence.first, sentence.last)
    )
