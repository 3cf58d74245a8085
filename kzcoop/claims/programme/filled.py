"""A whole whose posts the next sentences name, a few at a time, until all are told.

«Обновят пять постов. Сданы «Аят» и «Косак». До мая закончат «Орду», «Убаган» и «Сырым»»   one
«Обновят три поста. Сдан «Аят», до мая закончат «Орду», к осени – «Косак»»                each
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import BUILDS

_SEVERAL, _LIST = 3, 2
_REACH = 4  # statements in which the names of a whole are told


def filled(found: Sequence[Found]) -> list[Found]:
    """Return programmes, those that together name all posts of a whole before them put into it."""
    kept = list(found)
    at = 0
    while at < len(kept):
        parts = _parts(kept, at)
        if parts:
            whole = _joined(kept[at], [kept[i] for i in parts])
            kept = [each for i, each in enumerate(kept) if i not in parts]
            kept[at] = whole
        at += 1
    return kept


def _parts(found: Sequence[Found], at: int) -> list[int]:
    """The statements after a whole that name its posts, where they name all of them."""
    whole = found[at]
    if (whole.total or 0) < _SEVERAL or whole.kind not in BUILDS or whole.names:
        return []
    told, parts = set(whole.register), []
    for index in range(at + 1, min(len(found), at + 1 + _REACH)):
        each = found[index]
        same = each.kind == whole.kind and each.total is None and not each.paid
        if not same or len(each.register) < _LIST or told & set(each.register):
            continue  # a post with a work of its own is told singly
        if whole.border and not set(each.border) <= set(whole.border):
            continue
        told |= set(each.register)
        parts.append(index)
        if len(told) == whole.total:
            terms = {found[i].deadline for i in parts} - {None}
            return parts if len(terms) < _LIST else []
    return []


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
