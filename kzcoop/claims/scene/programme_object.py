"""What a word of work is done to: to posts, or to a road, a system, a plant beside them.

«модернизация трассы к пункту пропуска»        a road: no programme
«на посту запустят досмотровый комплекс»        a device
«электронную очередь запустят на 14 пунктах»    the object stands before its verb
"""

from __future__ import annotations

from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions

# words for a checkpoint
_POSTS = Stems(
    "автопереход", "кпп", "погран", "переход", "пост", "пункт", "мапп", "апп",
    but=("погранич", "постав", "построе", "постро", "постоян", "постепен", "постанов"),
)  # fmt: skip
_NEW_CLAUSE = frozenset({"а", "в", "и", "на", "но", "притом", "причем"})
_ENDS = frozenset(".;:!?")
_AFTER, _BEFORE = 7, 8
_STOPS = frozenset(", . ; : в к на".split())
_AT = frozenset({"в", "во", "на", "через"})
_NEAR = 5
_THINGS = frozenset({"line", "thing"})
_TO = frozenset({"до", "к"})
_BESIDE = frozenset({"близ", "вблизи", "возле", "рядом", "у"})
BUILDINGS = ("зал", "здани", "комплекс", "корпус", "павильон", "площадк", "терминал")
PRONOUNS = frozenset({"его", "ее", "их"})
# rows that need posts for their object
STRICT = frozenset({"furnishing", "joined", "resumed", "widening"})
_RULES = frozenset({"limit", "queue"})  # are brought in, and are no posts


def of_terminal(sentence: Sentence, hit: Hit) -> bool:
    """Return whether a terminal is what a word of work is done to: «строительство терминала»."""
    low = sentence.low
    for at in range(hit.first, min(sentence.last, hit.last + _AFTER)):
        if low[at].startswith(BUILDINGS):
            return _BESIDE.isdisjoint(low[at + 1 : at + _NEAR])  # not «комплекс у пункта»
        if low[at] in _ENDS or low[at] == "," or is_post(low[at]):
            return False
    return False


def is_post(word: str) -> bool:
    """Return whether a token is a word for a checkpoint."""
    return _POSTS.fit(word)


def speaks_of_posts(sentence: Sentence) -> bool:
    """Return whether a sentence has a word for a checkpoint."""
    return sentence.begins(_POSTS)


def object_of(mentions: Mentions, sentence: Sentence, hit: Hit) -> str | None:
    """Return what a word of work is done to, as the nearest noun after it tells, else before it."""
    low = mentions.tokens.low
    strict = hit.entry.id in STRICT
    beside = low[max(sentence.first, hit.first - 1) : hit.last + 1]
    if strict and PRONOUNS.intersection(beside):
        return "post"
    after = range(hit.last, min(sentence.last, hit.last + _AFTER))
    before = range(hit.first - 1, max(sentence.first, hit.first - _BEFORE) - 1, -1)
    posts = sentence.posts
    names = {at for place in posts for at in range(place.first, place.last)}
    found = None
    for steps in (after, before):
        for at in steps:
            word = low[at]
            if strict and word in _AT and sentence.word_at(at + 1).startswith("границ"):
                continue  # «пункт «Болашак» на границе с … расширят»
            if (word in _ENDS and at not in names) or (strict and word in _AT):
                break
            if word == "," and (steps is before or _opens_clause(sentence, at + 1)):
                break
            what = _what(mentions, at, names)
            if what == "post" and steps is before and _towards(low, at):
                continue  # «дорогу до поста «Аят» отремонтировали»
            if what == "post" and steps is before and _located(low, at):
                found = found or what  # «система на посту обновлена»: on a post
            elif what is not None:
                joined = what == "thing" and steps is after
                joined = joined and (_joins_post(sentence, at) or _part_of_post(sentence, at))
                joined = joined or _building_of(sentence, at)
                return "post" if joined else what
    return found


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """Whether a clause of its own begins after a comma: «…, перекрывать дорогу не станут»."""
    word = sentence.word_at(at)
    return word in _NEW_CLAUSE or tense(word) == "infinitive"


def _joins_post(sentence: Sentence, at: int) -> bool:
    """«строительство линии «Аягоз – Бахты» и нового погранперехода»: a post besides."""
    low, last = sentence.low, min(sentence.last, at + _BEFORE)
    joint = next((i for i in range(at, last) if low[i] == "и"), None)
    return joint is not None and any(is_post(w) for w in low[joint + 1 : joint + 3])


def _part_of_post(sentence: Sentence, at: int) -> bool:
    """«моста на КПП «Хоргос»», «моста между пунктами», «въездной зоны пункта пропуска»."""
    low, last = sentence.low, min(sentence.last, at + _BEFORE)
    if low[at].startswith("мост"):
        return any(is_post(low[i]) and low[i - 1] in ("на", "между") for i in range(at, last))
    post = next((i for i in range(at, last) if is_post(low[i])), at)
    return low[at].startswith("зон") and not _STOPS.intersection(low[at:post])


def _building_of(sentence: Sentence, at: int) -> bool:
    """«перегрузочный комплекс станции», «здание поста»: a part of what is told of."""
    after = sentence.word_at(at + 1)
    whole = is_post(after) or after.startswith("станци")
    return sentence.low[at].startswith(BUILDINGS) and whole


def _what(mentions: Mentions, at: int, names: set[int]) -> str | None:
    """Whether a token is a post, at one of ``names`` or by its word, or a thing that is none."""
    hit = mentions.hits["programmes"].get(at)
    if hit is not None and (hit.entry.kind in _THINGS or hit.entry.id in _RULES):
        return "thing"
    low = mentions.tokens.low
    if _POSTS.fit(low[at]):
        return "thing" if low[at - 1].startswith("населен") else "post"
    return "post" if at in names else None


def _towards(low: list[str], at: int) -> bool:
    """Whether a post is where a way leads."""
    return not _TO.isdisjoint(low[max(0, at - 3) : at])


def _located(low: list[str], at: int) -> bool:
    """Whether a name or a word for a post stands after «на» or «в»."""
    return bool(_AT.intersection(low[max(0, at - 2) : at]))
