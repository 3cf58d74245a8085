"""A document's text with its claims, programmes and other numbers marked, as safe HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

# What no browser shows: control characters but tab and line feed, and halves of surrogate pairs.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ORDER = {"programme": 0, "claim": 1, "residue": 2}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span [start, end) of a text: its kind, anchor, hint, and what it links to."""

    kind: str
    start: int
    end: int
    anchor: str
    hint: str
    target: str


def highlighted(text: str, marks: Sequence[Mark]) -> str:
    """Return a text as HTML with its spans marked, spans inside and across each other included.

    A programme holds the claims of its sentence. Where two spans cross, the later one is cut in
    two; its anchor is on the first piece.

    >>> print(highlighted("<b> 24 млрд", [Mark("claim", 4, 11, "c4-11", "turnover", "row-1")]))
    &lt;b&gt; <mark class="claim" id="c4-11" title="turnover"><a href="#row-1">24 млрд</a></mark>
    """
    waiting = sorted(
        _first_of_each_anchor([m for m in marks if 0 <= m.start < m.end <= len(text)]),
        key=lambda m: (m.start, -m.end, _ORDER.get(m.kind, 9)),
    )
    edges = sorted({0, len(text), *(m.start for m in waiting), *(m.end for m in waiting)})
    pieces: list[str] = []
    stack: list[Mark] = []
    for start, end in pairwise(edges):
        while waiting and waiting[0].start == start:
            mark = waiting.pop(0)
            stack.append(mark)
            pieces.append(_opening(mark, first=True))
        shown = _visible(text[start:end])
        pieces.append(f'<a href="#{escape(stack[-1].target)}">{shown}</a>' if stack else shown)
        _close_until(end, stack, pieces)
    return "".join(pieces)


def _close_until(position: int, stack: list[Mark], pieces: list[str]) -> None:
    """Close the marks that end here; one that lies over them but goes on is opened again."""
    ending = [index for index, mark in enumerate(stack) if mark.end == position]
    if not ending:
        return
    above = stack[ending[0] :]
    pieces.extend("</mark>" for _ in above)
    going_on = [mark for mark in above if mark.end != position]
    del stack[ending[0] :]
    stack.extend(going_on)
    pieces.extend(_opening(mark, first=False) for mark in going_on)


def _opening(mark: Mark, first: bool) -> str:
    anchor = f' id="{escape(mark.anchor)}"' if first else ""
    hint = _visible(mark.hint).replace('"', "&quot;")
    return f'<mark class="{escape(mark.kind)}"{anchor} title="{hint}">'


def _first_of_each_anchor(marks: Sequence[Mark]) -> list[Mark]:
    seen: dict[str, Mark] = {}
    for mark in marks:
        seen.setdefault(mark.anchor, mark)
    return list(seen.values())


def _visible(text: str) -> str:
    return escape(_UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text), quote=False)
