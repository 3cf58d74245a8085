"""The term of a plan is that of the posts that it counts.

«План принят на 2025–2028 годы, в нём семь постов»      seven, planned, by 2028
«обновлены два, до остальных шести …»                   no term of the whole
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import BUILDS
from kzcoop.claims.programme.numbers import ASKS
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems

# what says that posts are in a plan
_PLANNED = Stems("включает", "насчитыва", "охватыва", "рассчитан")
_TAKES_IN = Stems(
    "включат", "включен", "включил", "внесен", "вошел", "вошл", "карта", "карте", "охват",
    "охвач", "перечн", "план", "подпад", "подпал", "попал", "программ", "списк", "список",
)  # fmt: skip


def date_counts(found: Sequence[Found], counts: Sequence[Draft]) -> None:
    """Give the one count of a sentence the term of the programme that its posts are in.

    Of a whole that is divided into parts the term is of some of them.
    """
    for each in found:
        _ask(each, counts)
        inside = [one for one in counts if each.first <= one.first < each.last]
        if not inside or (len(inside) > 1 and not _is_taken_in(inside[0])):
            continue
        one = inside[0]
        whole = each.total == one.value and each.done is None and each.remaining is None
        if not whole or one.period is not None or each.past:
            continue
        if each.kind in BUILDS and one.sentence.begins(_TAKES_IN):
            one.status = "planned"  # «под обновление попали восемь постов»
        if not each.deadline:
            continue
        if one.deadline is None or _of_another(one, each):
            one.note("the term of the plan that takes the posts in")
            one.deadline = each.deadline
        one.status = "planned"


def _ask(each: Found, counts: Sequence[Draft]) -> None:
    """«на одном из семи, и Бишкек добивался того же ещё на двух»: those asked for are planned."""
    for one in counts if each.done and each.remaining else ():
        sentence = one.sentence
        if one.value != each.remaining or one.value == each.done or not sentence.begins(ASKS):
            continue
        if any(at < one.at for at in sentence.where(ASKS)) and one.status == "actual":
            one.note("asked for, and not there yet")
            one.status = "planned"


def _is_taken_in(one: Draft) -> bool:
    """«план рассчитан до 2028 года, включает шесть постов, но строители зашли на два»."""
    sentence = one.sentence
    of = sentence.word_before(one.quantity.lead) == "из" or sentence.word_at(one.last) == "из"
    return sentence.begins(_PLANNED) and not of


def _of_another(one: Draft, each: Found) -> bool:
    """«закончат к ноябрю, ещё три – в 2027 году»: a term that stands in another clause."""
    periods = [p for p in one.sentence.periods if p.value]
    own = any(each.first <= p.first < each.last and p.value == each.deadline for p in periods)
    return own and any(p.value == one.deadline and p.last <= each.first for p in periods)
