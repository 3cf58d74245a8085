"""How many of the posts of a programme a later sentence tells of, and their names.

«Обновят девять постов. Четыре из них уже сданы: …»     9, of them 4 done
«Остальные пять завершат к июлю»                        5 remain, by July
«обновлены два, до остальных шести дело не дошло»       2 done, 6 remain
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.programme.done import is_done, stands_by_done, tells_at_work
from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import WORKS
from kzcoop.claims.programme.left import is_waiting, left_over
from kzcoop.claims.programme.names import names_of
from kzcoop.claims.programme.term import deadline_of
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

# «из них», «из этих пунктов»
_THEM = Words("них", "этих", "указанных", "данных")
_QUOTES, _DASHES = frozenset({"«", '"'}), frozenset(":–—-")
_BEGUN = Stems("вышел", "вышли", "начали", "начались", "приступили", "развернули")
_OPENING = 3  # tokens in which a sentence says what it tells of


def of_them(sentence: Sentence) -> bool:
    """Return whether a sentence tells of some of those before: «на двух из них»."""
    low = sentence.low
    return sentence.holds(_THEM) and any(
        low[i] == "из" and low[i + 1] in _THEM for i in range(sentence.first, sentence.last - 1)
    )


def some_of_them(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    posts: Sequence[Place],
    counts: Sequence[Draft],
    known: Found,
) -> Found | None:
    """Return a programme with how many of it are done: «Четыре из них сданы»; None if not told."""
    value, total = int(counts[0].value), known.total or 0
    left = left_over(sentence)
    if len(counts) == 2 and known.done is None and (parts := _parts_of(sentence, counts, total)):
        more = with_names(mentions, sentence, posts, known)
        return replace(more, done=parts[0], remaining=parts[1])
    if left and value + left == total and is_done(sentence):
        # «обновлены два, до остальных шести дело не дошло»
        return replace(
            with_names(mentions, sentence, posts, known), done=known.done or value, remaining=left
        )
    if of_them(sentence) and value < total and len(counts) == 1:
        more = with_names(mentions, sentence, posts, known)
        if known.done is None and is_done(sentence):
            return replace(more, done=value)
        return more if words or posts else None
    going_on = bool(words) and all(
        hit.entry.kind == WORKS and (hit.entry.id != "turn" or not sentence.periods)
        for hit in words
    )
    # «К апрелю строители вышли на два поста»: by when they had
    ahead = deadline_of(sentence) is not None and not sentence.begins(_BEGUN)
    going_on = going_on and not (is_done(sentence) or ahead)
    if going_on and sum(one.value for one in counts) <= total and value < total:
        # «строители вышли на три объекта, к четырём другим приступят весной»
        return with_names(mentions, sentence, posts, known)
    listed = len(counts) == 1 and value < total and _names_listed(sentence, counts[0], posts)
    if listed and deadline_of(sentence) is None and all(h.entry.kind == WORKS for h in words):
        more = with_names(mentions, sentence, posts, known)  # «увидел рабочих на двух: «Аяте» …»
        over = known.done is None and stands_by_done(sentence, counts[0])
        return replace(more, done=value) if over else more  # «завершены на двух – «Аят» и «Орда»»
    named = {post.register for post in posts if post.first < counts[0].quantity.lead}
    if len(counts) == 1 and named and len(named) + value == total and known.done is None:
        # «Обновят девять … Сданы «Аят» и «Косак», на семи других закончат к ноябрю»
        more = with_names(mentions, sentence, posts, known)
        by = known.deadline or counts[0].deadline or more.deadline
        done = len(named) if is_done(sentence) else None
        return replace(more, done=done, remaining=value, deadline=by)
    opens = counts[0].quantity.lead - sentence.first < _OPENING
    done = opens or (stands_by_done(sentence, counts[0]) and not posts and not words[1:])
    if known.done is None and done and is_done(sentence) and value < total:
        # «Сданы 4, на пяти идут работы», «Сданы 8, на 12 идут работы, остальные 17 начнут позже»
        rest = left if left and value + left <= total else None
        # «Сданы пять, семь закончат к декабрю, остальные девять отложены на 2028 год»
        terms = [one.deadline for one in counts[1:] if one.deadline] if rest else []
        by = known.deadline or max(terms, default=None)
        return replace(known, done=value, remaining=known.remaining or rest, deadline=by)
    if known.done and left and sum(one.value for one in counts) == total - known.done:
        # «Обновили 12 из 37. В этом году сдадут ещё 9, в 2027-м – оставшиеся 16»
        terms = [one.deadline for one in counts if one.deadline]
        by = known.deadline or max(terms, default=None)
        return replace(with_names(mentions, sentence, posts, known), remaining=left, deadline=by)
    by = deadline_of(sentence) or counts[0].deadline
    rest = left == value == total - len(known.register) or (left == value and not known.register)
    if rest and by and not posts and known.done is known.remaining is None:
        # «Обновят девять постов. По «Аяту» готов проект. Оставшиеся семь завершат к 2028 году»
        return replace(known, remaining=left, deadline=max(by, known.deadline or by))
    if known.done and value == total - known.done and len(counts) == 1:
        return replace(
            with_names(mentions, sentence, posts, known),
            remaining=value,
            deadline=known.deadline or counts[0].deadline or deadline_of(sentence),
        )
    return None


def _names_listed(sentence: Sentence, count: Draft, posts: Sequence[Place]) -> bool:
    """Whether the posts of a sentence are the list that follows a count, and as many."""
    after = [post for post in posts if post.first >= count.last]
    rows = {post.register for post in after}
    if not after or len(after) != len(posts) or len(rows) != int(count.value):
        return False
    between = [word for word in sentence.low[count.last : after[0].first] if word not in _QUOTES]
    # «Завершены два, сказал сенатор, – «Аят» и «Орда»»: who says so stands between
    told = between[:1] == [","] and between[-1] in _DASHES
    # «На четырёх работы закончены: это «Аят», …»
    told = told or between[-1:] == [":"] or between[-2:] == [":", "это"]
    return told or not any(word.isalpha() and not is_post(word) for word in between)


def names_of_whole(
    mentions: Mentions, sentence: Sentence, counts: Sequence[Draft], found: Sequence[Found]
) -> list[Found] | None:
    """Return programmes, one before the last with its names: «… назвав три поста: «Аят», …».

    «Обновляют три поста. Позже обновят ещё пять. …, назвав первые три: «Аят», «Косак», «Орда»»
    """
    rows = {post.register for post in sentence.posts}
    if len(counts) != 1 or counts[0].value != len(rows) or found[-1].total == len(rows):
        return None
    at = next((i for i, each in enumerate(found) if each.total == len(rows)), None)
    if at is None or found[at].names or len(rows) < len(sentence.posts):
        return None
    named = with_names(mentions, sentence, sentence.posts, found[at])
    return [*found[:at], named, *found[at + 1 :]]


def enumerated(sentence: Sentence, read: Sequence[Found]) -> list[Found]:
    """Return the programmes of a sentence, a whole with the posts that its clauses go on to name.

    «Обновят шесть постов: для «Аята» нашли подрядчика, по «Убагану» и «Косаку» готовят проекты»
    """
    whole = read[0]
    if (
        whole.total is None
        or not whole.names
        or ":" not in sentence.low[whole.first : read[1].first]
    ):
        return list(read)
    if all_named := _all_named(read):
        return [all_named]
    for at, each in enumerate(read[1:], 1):
        stage = each.kind == whole.kind and each.total is None and each.deadline is None
        rows = (*whole.register, *each.register)
        if not (stage and each.names) or each.past or len(set(rows)) > (whole.total or 0):
            return [whole, *read[at:]]
        names = (*whole.names, *(name for name in each.names if name not in whole.names))
        whole = replace(whole, last=each.last, names=names, register=tuple(dict.fromkeys(rows)))
    return [whole]


def _all_named(read: Sequence[Found]) -> Found | None:
    """«обновят четыре поста: «Аят» и «Орду» – в этом году, «Косак» и «Убаган» – до 2028-го»."""
    whole = read[0]
    rows = [row for each in read for row in each.register]
    same = all(e.kind == whole.kind and e.total in (None, whole.total) for e in read[1:])
    lists = all(len(each.register) > 1 for each in read)
    if not (same and lists) or len(rows) != whole.total or len(set(rows)) < len(rows):
        return None
    names = tuple(name for each in read for name in each.names)
    by = max((each.deadline for each in read if each.deadline), default=None)
    return replace(whole, last=read[-1].last, names=names, register=tuple(rows), deadline=by)


def _parts_of(sentence: Sentence, counts: Sequence[Draft], total: int) -> tuple[int, int] | None:
    """«Есть она на 11; осталось подключить четыре»: how many are done and how many wait."""
    first, second = counts
    if first.value + second.value != total or any(c.quantity.noun is not None for c in counts):
        return None
    waits = [is_waiting(sentence, one) for one in counts]
    if waits[0] == waits[1] or not (is_done(sentence) or tells_at_work(sentence)):
        return None
    done, left = (second, first) if waits[0] else (first, second)
    return int(done.value), int(left.value)


def with_names(
    mentions: Mentions, sentence: Sentence, posts: Sequence[Place], known: Found
) -> Found:
    """Return a programme with the names of a later sentence."""
    names, register = names_of(mentions, posts)
    new = [name for name in names if name not in known.names]
    here = names_of(mentions, [post for post in posts if post.side == "home"])[0]
    home = [name for name in new if name in here]
    rest = [name for name in new if name not in home]
    return replace(
        known,
        names=(*known.names[: known.home], *home, *known.names[known.home :], *rest),
        home=known.home + len(home),
        register=(*known.register, *(row for row in register if row not in known.register)),
        deadline=known.deadline or deadline_of(sentence),
    )
