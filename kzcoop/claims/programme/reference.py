"""Posts that a sentence means without their names: told before, or earlier in the sentence.

«Там начнут ремонт», «этому пункту нужна реконструкция»      the posts of the sentence before
«Пункт пропуска обновят к 2027 году»                          a post in the singular, unnamed
«переход «Калжат», где идёт реконструкция»                    a pronoun in a later clause
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.programme.going import tells_on
from kzcoop.claims.scene.programme_object import is_post, of_terminal
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

# words that point to the posts of the sentence before
_THIS = re.compile(
    r"(данн|указанн|названн|упомянут)(ый|ого|ому|ым|ом|ые|ых|ыми)$|эт(от|ого|ому|им|ом|и|их|ими)$"
)
_THIS_ONE = frozenset({"данную", "эта", "этой", "эту"})
_PLURAL = ("ые", "ых", "ыми", "эти", "этих", "этими")
_BOTH = frozenset({"оба", "обе", "обеих", "обоих"})
_ANAPHORS = frozenset({"здесь", "него", "нем", "там", "тут"})
_NUMBERS = {"три": 3, "четыре": 4, "пять": 5, "шесть": 6}
_HIM = frozenset({"него", "нем"})
_POSSESSIVES = frozenset({"его", "ее", "их"})
_WHICH = frozenset("который которая которое которые которого которой которых котором".split())
_SEVERAL_POSTS = frozenset(
    "каждого каждом каждый пункты пунктов посты постов переходы переходов".split()
)
_OUTCOMES = ("итог", "плод", "результат")
_SINCE = frozenset({"в", "до", "к", "с"})
_SUBJECTS = frozenset({"его", "он", "они", "их"})
_SEVERAL = frozenset({"их", "которые", "которых", "ними", "них", "они"})
_PRONOUNS = (
    _POSSESSIVES | _WHICH | frozenset("где ему здесь него нем ней них он она они там".split())
)
# one post: «пункт», «переходу», «КПП»
_ONE = re.compile(r"((погран)?(пункт|пост|переход)(а|у|ом|е)?|объект(а|у|ом|е)?|кпп|апп|мапп)$")
# what makes it another post than that told: «новый пункт», «третий переход»
_OTHER = re.compile(
    r"(нов|друг|врем|втор|трет|соседн|кажд|люб|населен|ближайш|перв|последн|один|одн|еще)"
)
_NAMED = frozenset({"«", '"', "(", "назначения"})
_TOWARDS = frozenset({"до", "к"})
_CLAUSE = frozenset(",;:–—")
_NO_NOUNS = frozenset(". , ; в до к на с не лишь только уже".split())
_DASHES = frozenset("–—-")
_ALL_OF_THEM, _LED = (("все", "они"), ("все", "эти")), 5
_MARKS, _JOINTS = frozenset('«»"'), frozenset('«»"–—-,и')
_ORDER = {"перв": 0, "втор": 1, "трет": 2, "последн": -1}
ORDINALS = Stems("первый", "первом", "второ", "трет", "последн")
_PASSIVES = (
    "должн",
    "подрядчик",
    "рабоч",
    "строител",
    "модерниз",
    "намер",
    "обнов",
    "откры",
    "отремонт",
    "перевед",
    "реконстр",
    "сдан",
)
_VERB = re.compile(r"([ая]т|[еиую]т|али|или)(ся)?$")  # «его обещают», «их планируют»


def told_before(
    sentence: Sentence, posts: Sequence[Place], work: Sequence[Hit] = ()
) -> list[Place]:
    """Return the posts told before that a sentence without names means; empty for none."""
    low, first, last = sentence.low, sentence.first, sentence.last
    if not posts:
        return []
    if work and sentence.begins(ORDINALS) and (one := _by_order(sentence, posts, work[0])):
        return one
    for hit in work:
        before = sentence.word_before(hit.first)
        if before in _POSSESSIVES:
            return list(posts) if before == "их" else nearest_crossing(low, posts)
        him, after = sentence.word_at(hit.last), sentence.word_at(hit.last + 1)
        if him in _POSSESSIVES and (after in _NO_NOUNS or _VERB.search(after)):
            # «Открыть его обещают к ноябрю», «сдать их к лету»
            return list(posts) if him == "их" else nearest_crossing(low, posts)
    if work and work[0].entry.id == "opening" and low[first].startswith("движен"):
        return nearest_crossing(low, posts)  # «Движение откроют в декабре»
    if work and "он" in low[first + 1 : first + 5] and low[first] in _SINCE:
        return nearest_crossing(low, posts)  # «С июля он переведён на круглосуточную работу»
    if low[first] in _SUBJECTS:  # «Его обещают открыть летом»
        return list(posts) if low[first] in _SEVERAL else nearest_crossing(low, posts)
    if work and tells_on(sentence, work[0]):
        return nearest_crossing(low, posts)
    if work and sentence.word_before(work[0].first).startswith(_OUTCOMES):
        return nearest_crossing(low, posts)  # «Таков итог реконструкции»
    if low[first] == "после" and work and work[0].first - first in (1, 2):
        if not _SEVERAL_POSTS.isdisjoint(low[first:last]):
            return []  # «После ремонта посты будут пропускать втрое больше машин»
        return nearest_crossing(low, posts)  # «После модернизации полос стало десять»
    for index in range(first, last - 1):
        if low[index] in _ANAPHORS:
            return nearest_crossing(low, posts) if low[index] in _HIM else list(posts)
        if low[index] == "все" and _NUMBERS.get(low[index + 1]) == len({p.register for p in posts}):
            return list(posts)  # «Все три обещают сдать до конца года»
        if low[index] in _BOTH and (is_post(low[index + 1]) or index == first):
            return list(posts)
        if low[index] in _THIS_ONE and low[index + 1].startswith("станци"):
            return nearest_crossing(low, posts)  # «Эту станцию решено реконструировать»
        if _THIS.match(low[index]) and is_post(low[index + 1]):
            several = low[index].endswith(_PLURAL)
            return list(posts) if several else nearest_crossing(low, posts)
    if any(hit.entry.id == "construction" and of_terminal(sentence, hit) for hit in work):
        # «Через станцию Достык … На станции построят вторую контейнерную площадку»
        here = any(low[i : i + 2] == ["на", "станции"] for i in range(first, last - 1))
        return nearest_crossing(low, posts) if here else one_meant(sentence, posts)
    return one_meant(sentence, posts)


def means_all(sentence: Sentence, work: Sequence[Hit]) -> bool:
    """Return whether a work is done to all that the sentence before counts.

    «семь пунктов пропуска. До 2027 года все они будут реконструированы», «Их реконструируют …»
    """
    low = sentence.low
    if low[sentence.first] in ("их", "они"):
        return True
    for hit in work:
        if sentence.word_before(hit.first) == "их":
            return True
        led = low[max(sentence.first, hit.first - _LED) : hit.first]
        if any(pair in _ALL_OF_THEM for pair in pairwise(led)):
            return True
    return False


def opening_ordinal(sentence: Sentence, posts: Sequence[Place], work: Hit) -> list[Place]:
    """Return the crossing that an ordinal before a clause put in means.

    «Первый, напротив него стоит «Аят», обновят; второй, пара «Косака», подождёт»
    """
    if not sentence.begins(ORDINALS):
        return []
    low = sentence.low
    start = next((i + 1 for i in range(work.first, sentence.first, -1) if low[i] == ";"), None)
    at = sentence.first if start is None else start
    order = next((n for stem, n in _ORDER.items() if low[at].startswith(stem)), None)
    crossings = list(dict.fromkeys(post.register for post in posts))
    if order is None or low[at + 1] != "," or order >= len(crossings) or len(crossings) < 2:
        return []
    return [post for post in posts if post.register == crossings[order]]


def _by_order(sentence: Sentence, posts: Sequence[Place], work: Hit) -> list[Place]:
    """The first or the last of the crossings told before: «Первый обновили, второй закроют»."""
    crossings = list(dict.fromkeys(post.register for post in posts))
    low = sentence.low
    start = next((i for i in range(work.first, sentence.first, -1) if low[i] in ",;"), 0)
    for at in range(max(start, sentence.first), work.first):
        order = next((n for stem, n in _ORDER.items() if low[at].startswith(stem)), None)
        if order is None or len(crossings) < 2 or not _alone(sentence, at):
            continue
        if order < len(crossings):
            meant = {crossings[order], *_left_out(sentence, crossings, work)}
            return [post for post in posts if post.register in meant]
    return []


def _left_out(sentence: Sentence, crossings: Sequence[str | None], work: Hit) -> list[str | None]:
    """«Первый закроют на ремонт в марте, второй – через год»: of the same work."""
    low = sentence.low
    return [
        crossings[order]
        for at in range(work.last, sentence.last - 1)
        for stem, order in _ORDER.items()
        if low[at].startswith(stem)
        and low[at + 1] in _DASHES
        and order < len(crossings)
        and not _dated(sentence.part(at, sentence.last))
    ]


def ordinal_parts(sentence: Sentence, words: Sequence[Hit]) -> list[Sentence]:
    """Return the clauses of a sentence that open with ordinals, each with a work of its own.

    «Оба вошли в программу; первый сдадут в декабре, второй обещают закончить позже»
    """
    low = sentence.low
    cuts = [
        at + 1
        for at in range(sentence.first, sentence.last - 1)
        if low[at] in ",;" and _order_of(low[at + 1]) is not None
    ]
    bounds = [sentence.first, *cuts, sentence.last]
    parts = [sentence.part(first, last) for first, last in pairwise(bounds)]
    worked = [any(p.first <= hit.first < p.last for hit in words) for p in parts]
    # «Первый сдадут в сентябре, второй – в ноябре»
    told = all(w or _dated(p) for w, p in zip(worked, parts, strict=True)) and worked[0]
    return parts if cuts and not sentence.posts and told else []


def _order_of(word: str) -> int | None:
    """Which crossing of those told an ordinal means; none by «последние», which are several."""
    if word.endswith(("ие", "ые", "их", "ых")):
        return None
    return next((n for stem, n in _ORDER.items() if word.startswith(stem)), None)


def _dated(part: Sentence) -> bool:
    """«второй – в ноябре»: an ordinal, a dash and a term."""
    return part.word_at(part.first + 1) in _DASHES and any(
        period.value and "через" not in part.low[period.first - 1 : period.last]
        for period in part.periods
    )  # «второй – через год» is told of the first


def ordinal_posts(part: Sentence, posts: Sequence[Place]) -> list[Place]:
    """Return the crossing that the ordinal of a clause means, of those told before."""
    crossings = list(dict.fromkeys(post.register for post in posts))
    low = part.low[part.first]
    order = _order_of(low)
    if order is None or order >= len(crossings) or not _dated(part):
        return []
    return [post for post in posts if post.register == crossings[order]]


def _alone(sentence: Sentence, at: int) -> bool:
    """Whether an ordinal has no noun after it: «второй переведут», not «второй этап»."""
    after = sentence.word_at(at + 1)
    return after in _NO_NOUNS or _VERB.search(after) is not None or after.startswith(_PASSIVES)


def one_meant(sentence: Sentence, posts: Sequence[Place]) -> list[Place]:
    """Return the last of some posts where a sentence means one without its name: «пост»."""
    return nearest_crossing(sentence.low, posts) if _unnamed(sentence) else []


def by_pronoun(sentence: Sentence, group: Sequence[Hit], posts: Sequence[Place]) -> list[Place]:
    """Return the posts of an earlier clause that a pronoun beside a work stands for."""
    low, at = sentence.low, group[0].first
    start = next((i for i in range(at - 1, sentence.first, -1) if low[i] in _CLAUSE), None)
    if start is None:
        return []
    beside = (*low[start + 1 : at], *low[group[0].last : min(group[0].last + 3, sentence.last)])
    if _PRONOUNS.isdisjoint(beside):
        return []
    here = [
        post
        for post in posts
        # «дорога до поста «Кеген», там …»: the road is told of
        if post.last <= start + 1
        and _TOWARDS.isdisjoint(low[max(sentence.first, post.first - 3) : post.first])
    ]
    if "где" in beside and low[start + 1] == "где":
        return _list_before(low, here, start)  # «… – «Калжат» и «Бахты», где откроют …»
    return here if _SEVERAL.intersection(beside) else nearest_crossing(low, here)


def _list_before(low: Sequence[str], posts: Sequence[Place], comma: int) -> list[Place]:
    """The posts of the list that ends at a comma; the last crossing, where there is none."""
    if not posts or not _MARKS.issuperset(low[posts[-1].last : comma]):
        return nearest_crossing(low, posts)
    found = [posts[-1]]
    for post in reversed(posts[:-1]):
        if not _JOINTS.issuperset(low[post.last : found[0].first]):
            break
        found.insert(0, post)
    return found if "и" in low[found[0].first : comma] else nearest_crossing(low, posts)


def is_possessed(sentence: Sentence, group: Sequence[Hit]) -> bool:
    """Return whether a pronoun stands right before a work: «его реконструкцию»."""
    return sentence.word_before(group[0].first) in _POSSESSIVES


def of_which(sentence: Sentence, group: Sequence[Hit]) -> bool:
    """Return whether a work is of one post before it: «пост «Бахты», ремонт которого»."""
    return sentence.word_at(group[0].last) in _WHICH


def nearest_crossing(low: Sequence[str], posts: Sequence[Place]) -> list[Place]:
    """Return the last of some posts, with what a dash joins to it: «Бахты» – «Покиту»."""
    if not posts:
        return []
    found = [posts[-1]]
    for post in reversed(posts[:-1]):
        between = [w for w in low[post.last : found[0].first] if w not in ("«", "»", '"')]
        # «Озинки» (казахстанская «Таскала»)
        across = "(" in between and post.register == found[0].register
        if not across and (len(between) != 1 or between[0] not in ("–", "-", "—")):
            break
        found.insert(0, post)
    return found


def _unnamed(sentence: Sentence) -> bool:
    """Whether one post is meant that is neither named nor new: «переход закрыт»."""
    low = sentence.low
    for index in range(sentence.first, sentence.last - 1):
        if not _ONE.match(low[index]):
            continue
        after = sentence.word_at(index + 1 + (low[index + 1] == "пропуска"))
        before = low[max(sentence.first, index - 3) : index]
        return after not in _NAMED and not any(_OTHER.match(word) for word in before)
    return False
