"""A regime that goes on being told of: the same order at other posts.

«На «Кордае» действует «зелёный коридор». С весны его распространят на «Кеген»»
«Такой же порядок введут на переходах с Узбекистаном: «Атамекене» и «Казыгурте»»
«Ускоренное оформление обеспечат «Капланбек» и «Казыгурт»»
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.programme.cues import covers_all
from kzcoop.claims.programme.done import is_done, tells_at_work
from kzcoop.claims.programme.found import Found, border_of, found_in
from kzcoop.claims.programme.left import is_waiting
from kzcoop.claims.programme.numbers import opens_with_whole
from kzcoop.claims.programme.scene import Scene
from kzcoop.claims.programme.term import deadline_of, since
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions

# what a regime is called when it is meant again
_ORDERS = Stems(
    "график", "дорожк", "канал", "коридор", "механизм", "модел", "оформлен", "очеред", "полос",
    "порядо", "порядк", "практик", "режим", "сервис", "систем", "схем",
)  # fmt: skip
_MEANT = (
    "аналогичн", "данн", "подобн", "таки", "тако", "тот", "того", "той", "ту", "тем", "эт", "те",
    "упрощенн", "ускоренн",
)  # fmt: skip
# «очередь введут на «Кегене»»
_BARE = frozenset({"коридор", "очередь", "сервис", "система", "систему"})
_PRONOUNS = Words("его", "ее", "ей", "им", "ими", "их", "ней", "ним", "нему", "он", "она", "они")
# what is done to bring a regime to posts
SPREADS = Stems(
    "был", "введ", "ввест", "ввод", "внедр", "действ", "добав", "есть", "ждут", "запус",
    "запущ", "заработа", "имее", "имел", "обеспеч", "откро", "откры", "охват", "охвач",
    "переве", "перейд", "перенес", "перенест", "подключ", "получ", "появ", "предлаг", "предлож",
    "применя", "присоедин", "работа", "распростран", "расшир", "сохран", "организ",
)  # fmt: skip
_IN_ALL = Stems("итог", "общ", "образом")
_NEAR = 3  # tokens of «того же режима», «такой же упрощённый порядок»
_OPENING = frozenset({"eased", "joined", "opening"})


def same_regime(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    counts: Sequence[Draft],
    headline: tuple[str, ...],
    scene: Scene,
) -> Found | None:
    """Return the programme of the regime told before, at the posts of a sentence, or None."""
    if scene.regime is None or not scene.tells_regime(sentence):
        return None
    posts = sentence.posts
    own = any(hit.entry.id not in _OPENING for hit in words)
    if own or not (posts or counts or covers_all(sentence)) or not tells_again(sentence):
        return None
    if counts and sentence.begins(_IN_ALL):
        return None  # «Таким образом, очередь будет действовать на 20 постах»
    by = deadline_of(sentence)
    if by is None and not is_done(sentence):
        by = since(sentence)
    border = border_of(sentence, sentence.places, posts, () if counts else headline)
    each = found_in(mentions, sentence, words, posts, counts, scene.regime, border, by)
    if len(counts) > 1 and each.total == counts[0].value and opens_with_whole(sentence, counts):
        each = replace(each, done=int(counts[1].value))  # «Из пяти постов он был на трёх»
    single = len(counts) == 1 and each.done is None and each.total == counts[0].value
    if single and by is None and tells_at_work(sentence) and not is_waiting(sentence, counts[0]):
        each = replace(each, done=each.total)  # «Она действует уже на девяти постах»
    return each


def tells_again(sentence: Sentence) -> bool:
    """Return whether a regime is brought on, which a pronoun or another name stands for."""
    if not sentence.begins(SPREADS):
        return False
    low = sentence.low
    for at in range(sentence.first, sentence.last):
        if low[at].startswith(_ORDERS):
            led = low[max(sentence.first, at - _NEAR) : at]
            if low[at] in _BARE or any(word.startswith(_MEANT) for word in led):
                return True
    if not sentence.holds(_PRONOUNS):
        return False
    first = next(i for i in range(sentence.first, sentence.last) if low[i] in _PRONOUNS)
    # «Из пяти постов он был на трёх»: the posts are no subject
    whole = sentence.low[sentence.first] == "из"
    return whole or not any(is_post(low[i]) for i in range(sentence.first, first))
