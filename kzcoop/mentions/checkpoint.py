"""Checkpoints: names of the register where they name a post, and no town, street or pipeline.

    «Достык – Алашанькоу»                      both sides of one crossing
    на «Қордае», через Достык                  in every case, with and without marks
    «Аухатты», «Сартобе» «Айша биби»           a list, a comma lost
    газопровод «Бейнеу – Бозой», орден «Достық»   no posts

What may stand before a name, and which names are common words, says the table
``checkpoint_words``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit, fold
from kzcoop.mentions.checkpoint_names import BRACKETS, words_of
from kzcoop.mentions.place_text import Place
from kzcoop.reference.source import rows

_QUOTES = frozenset('«»"')
_DASHES = frozenset("–—-−")
_LISTED = _QUOTES | frozenset(
    ", ; и а также или да ( ) авто рк рф кр кнр республика казахстан киргизия китай кыргызстан"
    " россия туркменистан узбекистан".split()
)
_KINDS = ("автомобильн", "автодорожн", "железнодорожн")
_INSIDE = frozenset("в во из".split())  # «в Кордае» is the town
_ROUTE = frozenset("через на из".split())
_STOPS = frozenset(", и . » – — на через к у в способность способности".split())
_BULLETS = _DASHES | {"•", "·", "*"}
_LINES = 2  # sentences from one line of a list to the next
_ITEMS = _DASHES | {",", "и", "("}
_COLON = 8  # tokens from «пункты» to the colon before their names
_OIL = ("нефт", "транснефт", "трубопровод")
_HEAD_REACH, _LIST_REACH, _NEAR, _GAP = 25, 40, 4, 8


class CheckpointReader:
    """Tells the names that name a post from those that name something else."""

    def __init__(self, tokens: Tokens, hits: Mapping[str, Mapping[int, Hit]]) -> None:
        self.tokens, self.low = tokens, tokens.low
        self.names = sorted(hits.get("checkpoints", {}).values(), key=lambda hit: hit.first)
        self.words = hits.get("checkpoint_words", {})
        self.known = {
            index
            for table in ("countries", "regions", "checkpoints")
            for hit in hits.get(table, {}).values()
            for index in range(hit.first, hit.last)
        }
        self.heads = [
            hit
            for hit in sorted(self.words.values(), key=lambda h: h.first)
            if hit.entry.kind == "head"
        ]

    def read(self) -> list[Place]:
        """Return the posts in order."""
        if not self.names:
            return []
        names = [hit for hit in self.names if self._capital(hit.first)]
        state = {hit.first: self._judge(hit) for hit in names}
        for one, other in pairwise(names):  # «Таскала» (РК) – «Озинки» (РФ)
            if self._near(one, other) and _across(one, other):
                state[one.first] = state[other.first] = True
        for order in (names, names[::-1]):  # what is in a list with a post is a post
            for one, other in pairwise(order):
                left, right = sorted((one, other), key=lambda hit: hit.first)
                if state[one.first] and state[other.first] is None and self._chained(left, right):
                    state[other.first] = True
        for one, other in pairwise(names):  # a line of its own below that of another post
            if state[one.first] and state[other.first] is None and self._below(one, other):
                state[other.first] = True
        number = self.tokens.sentence
        posts = {number[hit.first] for hit in names if state[hit.first]}
        for hit in names:  # «Ремонт «Казыгурта» закончат к июню, «Атамекена» – к декабрю»
            if state[hit.first] is None and number[hit.first] in posts:
                state[hit.first] = True if self._quote_before(hit) is not None else None
        told = {hit.entry.extra["register"] for hit in names if state[hit.first]}
        for hit in names:  # «Сырым» of a crossing that the report calls a post elsewhere
            if state[hit.first] is None and hit.entry.extra["register"] in told:
                opened = self._quote_before(hit)
                state[hit.first] = opened is not None and self.low[opened - 1] not in _INSIDE
        kept = [hit for hit in names if state[hit.first]]
        return [place for hit in kept for place in self._places(hit, kept)]

    # -- one name -----------------------------------------------------------------------------

    def _judge(self, hit: Hit) -> bool | None:
        """True for a post, False for none, None where its neighbours must tell."""
        name = fold(hit.entry.value)
        if hit.last - hit.first > 1 and self.low[hit.last - 1].startswith("таможн"):
            return True  # «Хоргосская таможня»
        if name == "дружба" and self._of_oil(hit):
            return False
        opened = self._quote_before(hit)
        before = opened if opened is not None else hit.first
        closed = self._quote_after(hit) if opened is not None else None
        if hit.entry.extra["form"] == "pair":
            return self._before(before, "not") is None
        if self._named_after_someone(before):
            before -= 1 + (self.low[before - 1] == ".")
        head = self._before(before, "head")
        if head is not None and head.last == before:
            return True
        honours = before < hit.first and opened is None  # «школа имени Курмангазы»
        if honours or self._before(before, "not") is not None or self._goes_on(hit):
            return False
        pair = self._pair(hit)
        if pair is not None:
            return pair
        if self._headed(before, name):
            return True
        if self._head_after(closed if closed is not None else hit.last):
            return True
        if opened is not None:
            return self._quoted(hit, before, name)
        if self.low[max(0, before - 1)] in _INSIDE:
            return None
        if name in words_of("alone"):
            return True
        prepared = self.low[before - 1 : before] == ["на"] and name not in words_of("common")
        return True if prepared else None

    def _of_oil(self, hit: Hit) -> bool:
        """Whether a name is that of a pipeline: «100 тыс. тонн нефти через «Дружбу»»."""
        around = self.low[max(0, hit.first - _GAP) : hit.last + _GAP]
        return any(word.startswith(_OIL) for word in around)

    def _named_after_someone(self, index: int) -> bool:
        """«пункт пропуска имени Б. Конысбаева»."""
        before = self.low[max(0, index - 2) : index]
        return before[-1:] == ["имени"] or before == ["им", "."]

    def _quoted(self, hit: Hit, before: int, name: str) -> bool | None:
        """A name in marks: a post, unless it is a common word that nothing tells to be one."""
        if self.low[before - 1 : before] and self.low[before - 1] in _ROUTE:
            return True
        own = name not in words_of("common")
        led = self.low[before - 1 : before] == ["на"]
        if own and (hit.entry.kind == "home" or led or self._work_after(hit)):
            return True
        if self._before(before, "work") is not None:
            return True
        beside = self._work_after(hit) or self._opens_line(hit)
        if beside and self._speaks_of_posts(hit):
            return True  # «Аксай» после ремонта открыли», «• «Кайрак» – сентябрь»
        return True if self._sentence_has_head(hit) else None

    def _capital(self, index: int) -> bool:
        """Whether a token is a word with a capital letter."""
        return (
            self.tokens.kind[index] == "w" and self.tokens.clean[self.tokens.start[index]].isupper()
        )

    def _quote_before(self, hit: Hit) -> int | None:
        """Token of the mark that opens before a name, past the first half of a pair."""
        for at in range(hit.first - 1, max(-1, hit.first - 5), -1):
            word = self.low[at]
            if word in ("«", '"'):
                return at
            if word not in _DASHES and at not in self.known:
                return None
        return None

    def _quote_after(self, hit: Hit) -> int:
        for at in range(hit.last, min(len(self.low), hit.last + 5)):
            if self.low[at] in ("»", '"'):
                return at + 1
        return hit.last

    def _before(self, index: int, kind: str) -> Hit | None:
        """The word of a kind that ends right before a token, or before one adjective or name."""
        sentence = self.tokens.sentence[min(index, len(self.low) - 1)]
        for at in range(index - 1, max(-1, index - 5), -1):
            if self.tokens.sentence[at] != sentence:
                return None
            hit = self.words.get(at)
            if hit is not None and hit.entry.kind == kind and hit.last <= index:
                between = self.low[hit.last : index]
                if not _STOPS & set(between):
                    return hit
        return None

    def _headed(self, before: int, name: str) -> bool:
        """Whether «пункт пропуска» stands shortly before: a name of its own in marks or alone."""
        sentence = self.tokens.sentence[before]
        reach = _HEAD_REACH if self.low[before] in ("«", '"') else _NEAR
        for head in self.heads:
            if head.first >= before:
                break
            if self.tokens.sentence[head.first] != sentence:
                continue
            if self.low[head.last] == ":" and before - head.last <= _LIST_REACH:
                return True  # «следующих пунктов: через границу с Китаем (Бахты, Достык)»
            colon = ":" in self.low[head.last : min(before, head.last + _COLON)]
            if colon and before - head.last <= 2 * _LIST_REACH and self.low[before - 1] in _ITEMS:
                return True  # «30 пунктов, из них многосторонние: в Актюбинской – Алимбет, Жайсан»
            if before - head.last <= reach:
                if reach == _NEAR and set(self.low[head.last : before]) & {",", "."}:
                    continue
                return True
        return False

    def _head_after(self, last: int) -> bool:
        """«Тажен» – пункт пропуска …, Кордай, крупнейший пункт пропуска."""
        if last >= len(self.low) or self.low[last] not in (",", "–", "—", "("):
            return False
        sentence = self.tokens.sentence[last]
        return any(
            last < head.first <= last + _NEAR and self.tokens.sentence[head.first] == sentence
            for head in self.heads
        )

    def _sentence_has_head(self, hit: Hit) -> bool:
        """Whether the sentence or the one before speaks of posts."""
        sentence = self.tokens.sentence[hit.first]
        return any(0 <= sentence - self.tokens.sentence[head.first] <= 1 for head in self.heads)

    def _below(self, one: Hit, other: Hit) -> bool:
        """Whether two names open lines of a list: «• «Жайсан» (…) – … • «Шарбакты» (…) – …»."""
        number = self.tokens.sentence
        if number[other.first] - number[one.first] > _LINES:
            return False
        return self._opens_line(one) and self._opens_line(other)

    def _opens_line(self, hit: Hit) -> bool:
        """Whether nothing but a bullet and a mark stands before a name in its sentence."""
        at, number = hit.first - 1, self.tokens.sentence
        while at >= 0 and number[at] == number[hit.first]:
            if self.low[at] not in _QUOTES and self.low[at] not in _BULLETS:
                return False
            at -= 1
        return self._quote_before(hit) is not None

    def _work_after(self, hit: Hit) -> bool:
        """Whether work is told right after a name in marks, or after another that it is with."""
        sentence = self.tokens.sentence[hit.first]
        return any(
            self.words[at].entry.kind == "work"
            for at in range(hit.last, min(len(self.low), hit.last + _GAP))
            if at in self.words and self.tokens.sentence[at] == sentence
        )

    def _speaks_of_posts(self, hit: Hit) -> bool:
        """Whether the sentences around speak of posts."""
        sentence = self.tokens.sentence[hit.first]
        return any(abs(sentence - self.tokens.sentence[head.first]) <= _NEAR for head in self.heads)

    def _goes_on(self, hit: Hit) -> bool:
        """Whether a bare name is the first word of a longer one: «Сырым Датов», «Орда.kz»."""
        tokens, low, after = self.tokens, self.low, hit.last
        if after >= len(low) or tokens.sentence[after] != tokens.sentence[hit.first]:
            return False
        if low[after] == "." and after + 1 < len(low):
            return tokens.start[after + 1] == tokens.end[after] and low[after + 1].isascii()
        return self._capital(after) and after not in self.known

    # -- its neighbours -----------------------------------------------------------------------

    def _pair(self, hit: Hit) -> bool | None:
        """Whether a dash joins a name to the post across, or to a place that is none."""
        for step in (1, -1):
            at = hit.last if step > 0 else hit.first - 1
            marks = 0
            while 0 <= at < len(self.low) and self.low[at] in _QUOTES:
                at, marks = at + step, marks + 1
            if not (0 <= at < len(self.low) and self.low[at] in _DASHES):
                continue
            at += step
            while 0 <= at < len(self.low) and self.low[at] in _QUOTES:
                at, marks = at + step, marks + 1
            if (
                not 0 <= at < len(self.low)
                or self.tokens.sentence[at] != self.tokens.sentence[hit.first]
            ):
                continue
            other = self._name_at(at, step)
            if other is not None:
                return True
            if self.low[at].startswith(_KINDS) or self.low[at].endswith(("ской", "ском", "ская")):
                continue  # «Ак-Тилек – автодорожный», «в Актюбинской – Алимбет»
            if marks == 0 and self._capital(at) and at not in self.known:
                return False  # «Достык – Мойынты» is a railway
        return None

    def _name_at(self, at: int, step: int) -> Hit | None:
        for hit in self.names:
            if (hit.first == at if step > 0 else hit.last == at + 1) and self._capital(hit.first):
                return hit
        return None

    def _chained(self, left: Hit, right: Hit) -> bool:
        if right.first - left.last > _GAP:
            return False
        between = self.low[left.last : right.first]
        return all(word in _LISTED or word in _DASHES for word in between)

    # -- what it is ---------------------------------------------------------------------------

    def _places(self, hit: Hit, kept: list[Hit]) -> Iterator[Place]:
        extra = hit.entry.extra
        codes = (extra["country"],) if extra["country"] else ()
        if extra["form"] == "pair":
            sides = ("home", "away") if hit.entry.kind == "home" else ("away", "home")
            for name, side in zip(hit.entry.value.split(" – "), sides, strict=True):
                yield Place(hit.first, hit.last, "checkpoint", codes, name, side, extra["register"])
            return
        side, register = hit.entry.kind, extra["register"]
        if side == "away":
            partner = next((one for one in kept if one is not hit and self._near(one, hit)), None)
            if partner is not None and partner.entry.kind == "home":
                register = partner.entry.extra["register"]
        opened = self._quote_before(hit)
        head = self._before(opened if opened is not None else hit.first, "head")
        if head is not None and (own := _by_mode(hit.entry.value, head.entry.value)):
            register = own
            side = "home" if head.entry.value == "centre" else side
        yield Place(hit.first, hit.last, "checkpoint", codes, hit.entry.value, side, register)

    def _near(self, one: Hit, other: Hit) -> bool:
        left, right = sorted((one, other), key=lambda hit: hit.first)
        return self._chained(left, right) and bool(_DASHES & set(self.low[left.last : right.first]))


def _across(one: Hit, other: Hit) -> bool:
    """Whether two names are the two sides of one crossing."""
    same = one.entry.extra["register"] == other.entry.extra["register"]
    return same and one.entry.kind != other.entry.kind


@cache
def _by_mode(name: str, mode: str) -> str | None:
    """The row of a name for «станция Достык» (rail) or «МЦПС «Хоргос»» (centre)."""
    wanted = {"rail": "rail", "centre": "MCPS"}.get(mode)
    if wanted is None:
        return None
    for row in rows("checkpoints"):
        own = {
            BRACKETS.sub("", row["name_ru"]).removeprefix("МЦПС "),
            row["neighbour_side_name_ru"],
        }
        if row["kind"] == wanted and name in own:
            return row["id"]
    return None
