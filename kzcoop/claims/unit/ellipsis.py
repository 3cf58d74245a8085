"""Counts whose noun is left out: «29 из 30 пунктов», «ещё 84», «на оставшихся трёх»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.count.counted_people import guests
from kzcoop.claims.count.post_count import POST_PARTS, of_kind
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.unit.echo import by_same_verb
from kzcoop.claims.unit.ellipsis_form import is_part, lacks_noun, may_count
from kzcoop.claims.unit.ellipsis_noun import (
    headed_by_another,
    noun_between,
    of_few,
    of_pronoun,
    source_of,
)
from kzcoop.claims.unit.named_noun import count_noun
from kzcoop.language.stems import Stems

_FLOWS = frozenset({"export", "import", "investment", "turnover"})
_CONTACTS = Stems("контактн", "подписчик", "просмотр", "телефон")


def counted(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> bool:
    """Let a bare number count what the text counts around it, and return whether it does.

    Parameters
    ----------
    drafts, index
        The drafts of the sentence, in order, and the place of the number among them.
    previous
        The drafts of the sentences before that were kept, in order.
    """
    one = drafts[index]
    if _is_of_posts(drafts, index, previous):
        return True
    if not may_count(one):
        return False
    if of_pronoun(one):
        return True
    if not lacks_noun(one) or one.sentence.begins(_CONTACTS):
        return False
    if of_few(one):
        return True
    if headed_by_another(one) and not is_part(one):
        return False
    source = source_of(drafts, index, previous)
    if source is None:
        return False
    if source.indicator == "checkpoints_count" and one.sentence.begins(POST_PARTS):
        return False  # «число полос выросло с 4 до 8»
    if source.sentence is one.sentence and guests(source):
        return False  # «приехали 15 польских компаний, от нашей стороны – 48»
    if source.sentence is not one.sentence:
        if _goes_on_with_money(one, previous):
            return False
        if index and by_same_verb(one, drafts[index - 1]):
            return False  # «инвестировали 740 млн, казахстанские вложили не более пяти»
        if (between := noun_between(one, source)) is not None:
            return count_noun(one, between)
    noun = source.quantity.noun
    if source.kind in ("vehicle", "vehicles"):
        one.kind, one.unit = source.kind, source.unit
        one.note("some of the vehicles before")
        return True
    one.kind, one.unit = source.kind, "count"
    if noun is not None and noun.id == "object" and source.sentence is one.sentence:
        one.quantity = replace(one.quantity, noun=noun)  # of posts or of projects, as they are
        one.note("counts the objects of the figure before")
        return True
    one.indicator = source.indicator or (noun.kind if noun and one.kind == "count" else None)
    surface = source.sentence.mentions.tokens.surface(source.first, source.last)
    one.note(f"counts what «{surface}» counts")
    return True


def _goes_on_with_money(one: Draft, previous: Sequence[Draft]) -> bool:
    """«… вложили 96 млн долларов. Встречный поток едва заметен, не больше семи»: an amount."""
    last, sentence = previous[-1] if previous else None, one.sentence
    if last is None or last.kind != "money" or sentence.number - last.sentence.number != 1:
        return False
    if any(q.last <= one.first for q in sentence.quantities):
        return False
    return any(hit.first < one.at and hit.entry.kind in _FLOWS for hit in sentence.indicators)


def _is_of_posts(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> bool:
    """Let a number count posts by their kind: «шесть автомобильных»."""
    one, source = drafts[index], of_kind(drafts, index, previous)
    if source is None:
        return False
    one.kind, one.unit, one.indicator = "count", "count", "checkpoints_count"
    one.note("counts posts of a kind")
    return True
