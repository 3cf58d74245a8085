"""Which verbs take posts: «закончат «Аят»», «Аят» введут», «следующим возьмутся за «Аят»»."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_GOVERNED = 4  # tokens from a verb to its posts
_LED = 5  # tokens of «к пунктам пропуска «»
_BOTH = frozenset({"оба", "обе", "эти"})
_ASIDES = frozenset('« » " еще все только лишь уже пока и там здесь же'.split())
_MARKS = frozenset({"«", '"'})
_OPENING = frozenset(". , ; : а и но".split())
_LIST = frozenset('«»",и')


def governs_posts(sentence: Sentence, hit: Hit) -> bool:
    """Whether posts follow a verb at once: «закончат «Аят»», «завершить семь пунктов»."""
    posts = {p.first for p in sentence.posts}
    posts |= {q.lead for q in sentence.quantities if q.noun and q.noun.id == "checkpoint"}
    for at in range(hit.last, min(sentence.last, hit.last + _GOVERNED)):
        if at in posts:
            return True
        if sentence.low[at] not in _ASIDES:
            break
    return _governs_before(sentence, hit)


def _governs_before(sentence: Sentence, hit: Hit) -> bool:
    """«Аят», напротив, введут в июле»: a name before a verb, which no preposition leads."""
    low = sentence.low
    if is_post(low[hit.first - 1]) and low[hit.first - 2] in _BOTH:
        return True  # «Оба поста введут до конца года»
    before = [p for p in sentence.posts if p.last <= hit.first]
    if not before or low[hit.first].endswith("ти"):
        return False
    post = before[-1]
    between = [word for word in low[post.last : hit.first] if word not in _ASIDES]
    put_in = between[:1] == [","] == between[-1:] and 2 < len(between) <= _GOVERNED
    post = _first_of_list(before, low)
    lead = post.first - 1 - (low[post.first - 1] in _MARKS)
    while lead >= sentence.first and (is_post(low[lead]) or low[lead] == "пропуска"):
        lead -= 1
    led = low[lead] if lead >= sentence.first else "."
    return (put_in or not between) and led in _OPENING


def _first_of_list(posts: Sequence[Place], low: Sequence[str]) -> Place:
    """The first of the names that stand in one list with the last: «на «Аяте» и «Косаке»»."""
    first = posts[-1]
    for post in reversed(posts[:-1]):
        if not _LIST.issuperset(low[post.last : first.first]):
            break
        first = post
    return first


def of_posts_at_once(sentence: Sentence, hit: Hit) -> bool:
    """Whether a post follows a word: «очередь «Аята»», «черёд поста «Аят»»."""
    posts = [p.first for p in sentence.posts]
    return any(hit.last <= first <= hit.last + _GOVERNED for first in posts)


def tackles_posts(sentence: Sentence, hit: Hit) -> bool:
    """Whether a verb takes posts with «за»: «примутся за «Аят»», «за «Аят» возьмутся летом»."""
    low = sentence.low
    for post in sentence.places:
        near = -_GOVERNED <= post.first - hit.last <= _GOVERNED or (
            0 <= hit.first - post.last <= _GOVERNED
        )
        led = low[max(sentence.first, post.first - _LED) : post.first]
        to = "к" in led and low[hit.first].startswith("приступ")  # «приступим к постам «Аят» и …»
        if post.kind == "checkpoint" and near and ("за" in led[-3:] or to):
            return True
    return False
