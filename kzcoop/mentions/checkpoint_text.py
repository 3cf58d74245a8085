"""What the rules for checkpoints share: the marks, words and heads around a name.

на посту «Кордай»                          the word right before it, past its mark
«30 пунктов: в Актюбинской – Алимбет»      «пунктов» heads what the colon opens
«Аксай» после ремонта открыли              work, told right after it
• «Кайрак» – сентябрь                      a line of its own
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit

_VERB = re.compile(r"(?:[аеиуюя]т(?:ся)?|л[аио]?(?:сь|ся)?|[её]н[аоы]?|т[аоы])$")
QUOTES = frozenset('«»"')
DASHES = frozenset("–—-−")
GAP = 8  # tokens from a name to what is told with it, or to the next of its list
_MARKS = ("«", '"')  # that may open before a name
_CLOSING = ("»", '"')
_REACH = 4  # tokens from a mark to a name past the first half of a pair, or from a word to it
_BULLETS = DASHES | {"•", "·", "*"}
_STOPS = frozenset(", и . » – — на через к у в способность способности".split())
_ITEMS = DASHES | {",", "и", "("}
_COLON = 8  # tokens from «пункты» to the colon before their names
_HEAD_REACH, _LIST_REACH, _NEAR = 25, 40, 4


def _parted(between: list[str]) -> bool:
    """«в программу модернизации внесены «Карасу» …»: a verb or a colon parts a name from it."""
    return any(word == ":" or _VERB.search(word) is not None for word in between)


class CheckpointText:
    """One document as the rules for checkpoints see it.

    ``names`` are the hits of the register in order, ``words`` those of ``checkpoint_words`` by
    their first token; ``heads`` of these such as «пункт пропуска», and ``known`` the tokens of
    countries, regions and posts.
    """

    def __init__(self, tokens: Tokens, hits: Mapping[str, Mapping[int, Hit]]) -> None:
        self.tokens, self.low, self.sentence = tokens, tokens.low, tokens.sentence
        self.names = sorted(hits.get("checkpoints", {}).values(), key=lambda hit: hit.first)
        self.words = hits.get("checkpoint_words", {})
        self.known = {
            index
            for table in ("countries", "regions", "checkpoints")
            for hit in hits.get(table, {}).values()
            for index in range(hit.first, hit.last)
        }
        self.heads = sorted(
            (hit for hit in self.words.values() if hit.entry.kind == "head"),
            key=lambda hit: hit.first,
        )

    def capital(self, index: int) -> bool:
        """Whether a token is a word with a capital letter."""
        tokens = self.tokens
        return tokens.kind[index] == "w" and tokens.clean[tokens.start[index]].isupper()

    def quote_before(self, hit: Hit) -> int | None:
        """Token of the mark that opens before a name, past the first half of a pair."""
        stop = hit.first - _REACH - 1 if hit.first > _REACH else -1
        for at in range(hit.first - 1, stop, -1):
            word = self.low[at]
            if word in _MARKS:
                return at
            if word not in DASHES and at not in self.known:
                return None
        return None

    def quote_after(self, hit: Hit) -> int:
        """Token past the mark that closes after a name, or past the name."""
        for at in range(hit.last, min(len(self.low), hit.last + _REACH + 1)):
            if self.low[at] in _CLOSING:
                return at + 1
        return hit.last

    def before(self, index: int, kind: str) -> Hit | None:
        """The word of a kind that ends right before a token, or before one adjective or name."""
        sentence = self.sentence[index if index < len(self.low) else -1]
        for at in range(index - 1, index - _REACH - 1 if index > _REACH else -1, -1):
            if self.sentence[at] != sentence:
                return None
            hit = self.words.get(at)
            if hit is None or hit.entry.kind != kind or hit.last > index:
                continue
            between = self.low[hit.last : index]
            # «на казахстанском участке: «Маштаково»» is no stretch of a line
            if _STOPS.isdisjoint(between) and not (kind == "not" and _parted(between)):
                return hit
        return None

    def headed(self, before: int) -> bool:
        """Whether «пункт пропуска» stands shortly before: a name of its own in marks or alone."""
        sentence, low = self.sentence[before], self.low
        reach = _HEAD_REACH if low[before] in _MARKS else _NEAR
        for head in self.heads:
            if head.first >= before:
                break
            if self.sentence[head.first] != sentence:
                continue
            if low[head.last] == ":" and before - head.last <= _LIST_REACH:
                return True  # «следующих пунктов: через границу с Китаем (Бахты, Достык)»
            colon = ":" in low[head.last : min(before, head.last + _COLON)]
            if colon and before - head.last <= 2 * _LIST_REACH and low[before - 1] in _ITEMS:
                return True  # «30 пунктов, из них многосторонние: в Актюбинской – Алимбет, Жайсан»
            if before - head.last <= reach:
                if reach == _NEAR and set(low[head.last : before]) & {",", "."}:
                    continue
                return True
        return False

    def head_after(self, last: int) -> bool:
        """«Тажен» – пункт пропуска …, Кордай, крупнейший пункт пропуска."""
        if last >= len(self.low) or self.low[last] not in (",", "–", "—", "("):
            return False
        sentence = self.sentence[last]
        return any(
            last < head.first <= last + _NEAR and self.sentence[head.first] == sentence
            for head in self.heads
        )

    def has_head(self, hit: Hit) -> bool:
        """Whether the sentence of a name or one beside it speaks of posts."""
        sentence = self.sentence[hit.first]
        return any(abs(sentence - self.sentence[head.first]) <= 1 for head in self.heads)

    def speaks_of_posts(self, hit: Hit) -> bool:
        """Whether the sentences around a name speak of posts."""
        sentence = self.sentence[hit.first]
        return any(abs(sentence - self.sentence[head.first]) <= _NEAR for head in self.heads)

    def opens_line(self, hit: Hit) -> bool:
        """Whether nothing but a bullet and a mark stands before a name in its sentence."""
        at, number = hit.first - 1, self.sentence
        while at >= 0 and number[at] == number[hit.first]:
            if self.low[at] not in QUOTES and self.low[at] not in _BULLETS:
                return False
            at -= 1
        return self.quote_before(hit) is not None

    def work_after(self, hit: Hit) -> bool:
        """Whether work is told right after a name in marks, or after another that it is with."""
        sentence = self.sentence[hit.first]
        return any(
            self.words[at].entry.kind == "work"
            for at in range(hit.last, min(len(self.low), hit.last + GAP))
            if at in self.words and self.sentence[at] == sentence
        )
