"""A whole whose posts the next sentences name, a few at a time.

«Обновят пять постов. Сданы «Аят» и «Косак». До мая закончат «Орду», «Убаган» и «Сырым»»   one
«Обновят три поста. Сдан «Аят», до мая закончат «Орду», к осени – «Косак»»                each
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import BUILDS

_SEVERAL, _LIST = 3, 2
_REACH = 2  # sentences in which the names of a whole are told


def filled(found: Sequence[Found], sentence: Sequence[int]) -> list[Found]:
    """Return programmes, those that list the posts of a whole before them put into it.

    ``sentence`` tells the number of the sentence of each token.
    """
    kept = list(found)
    at = 0
    while at < len(kept):
        parts = _parts(kept, at, sentence)
        if parts:
            whole = _joined(kept[at], [kept[i] for i in parts])
            kept = [each for i, each in enumerate(kept) if i not in parts]
            kept[at] = whole
        at += 1
    return kept


def _parts(found: Sequence[Found], at: int, sentence: Sequence[int]) -> list[int]:
    """The statements right after a whole that list its posts, with one term at the most."""
    whole = found[at]
    if (whole.total or 0) < _SEVERAL or whole.kind not in BUILDS:
        return []
    if whole.names or whole.done is not None:
        return []
    told, parts, last = set(whole.register), [], sentence[whole.first]
    for index in range(at + 1, len(found)):
        each = found[index]
        if sentence[each.first] > last + _REACH or not _is_list(each, whole):
            break
        if told & set(each.register) or len(told) + len(each.register) > (whole.total or 0):
            break
        told |= set(each.register)
        parts.append(index)
        last = sentence[each.first]
    terms = {found[i].deadline for i in parts} - {None}
    lists = [i for i in parts if len(found[i].register) >= _LIST]
    # a post with a work of its own is told singly
    fits = len(terms) < _LIST <= len(parts) and len(parts) - len(lists) < _LIST
    return parts if fits and len(told) > _SEVERAL else []


def _is_list(each: Found, whole: Found) -> bool:
    """Whether a statement names posts of a whole and no work of their own."""
    if each.total is not None or each.paid or not each.register:
        return False
    same = each.kind == whole.kind or (each.kind == "opening" and each.past)
    return same and (not whole.border or set(each.border) <= set(whole.border))


def _joined(whole: Found, parts: Sequence[Found]) -> Found:
    """A whole with the names of its parts, and the last of their terms."""
    names, register = list(whole.names), list(whole.register)
    for each in parts:
        names += [name for name in each.names if name not in names]
        register += [row for row in each.register if row not in register]
    terms = [each.deadline for each in parts if each.deadline]
    return replace(
        whole,
        names=tuple(names),
        register=tuple(register),
        deadline=whole.deadline or max(terms, default=None),
    )
