"""The term of a plan is that of the posts that it counts.

«План принят на 2025–2028 годы, в нём семь постов»      seven, planned, by 2028
«обновлены два, до остальных шести …»                   no term of the whole
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import BUILDS
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems

# what says that posts are in a plan
_TAKES_IN = Stems(
    "включ", "внесен", "вошел", "вошл", "карта", "карте", "охват", "охвач", "перечн", "план",
    "подпад", "подпал", "попал", "программ", "списк", "список",
)  # fmt: skip


def date_counts(found: Sequence[Found], counts: Sequence[Draft]) -> None:
    """Give the one count of a sentence the term of the programme that its posts are in.

    Of a whole that is divided into parts the term is of some of them.
    """
    if len(counts) != 1:
        return
    one = counts[0]
    for each in found:
        whole = each.total == one.value and each.done is None and each.remaining is None
        if not whole or one.period is not None or each.past:
            continue
        if each.kind in BUILDS and one.sentence.begins(_TAKES_IN):
            one.status = "planned"  # «под обновление попали восемь постов»
        if each.deadline:
            if one.deadline is None:
                one.note("the term of the plan that takes the posts in")
            one.status, one.deadline = "planned", one.deadline or each.deadline
