"""Figures of partners that are not told one by one: the rest of a list, a part of the world.

«Иран – 310 тыс. тонн, прочие страны – 95 тыс.»    a row of the list
«На остальные государства пришлось 42 тыс. тонн»   a sentence of its own
«42 тыс. тонн ушло в другие страны»                after its figure
«в страны Африки – 12 тыс. тонн»                   a group without members of its own
"""

from __future__ import annotations

from kzcoop.claims.partner.beside import away
from kzcoop.claims.place.bloc import is_group, is_member_list
from kzcoop.claims.place.partner_place import foreign, is_partner
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.language.stems import Stems
from kzcoop.mentions.place import Place

GROUP_NOTE = "of a part of the world: no one partner"
REST_NOTE = "of all other partners: no one of them"
_REST = Stems("друг", "иные", "иных", "остальн", "проч")
_WHO = Stems("государств", "направлени", "партнер", "покупател", "поставщик", "рынк", "стран")
# «Прочим – 310 тысяч»
_ALL_OTHERS = frozenset({"остальные", "остальным", "прочие", "прочим"})
_DASHES = frozenset("–—-")
_LED = 8  # tokens from such words to their figure
_PAST = 6  # and back to it


@needs(_REST)
def of_the_rest(one: Draft) -> bool:
    """Whether a figure is of «остальные страны», as far as no partner stands nearer."""
    sentence, low = one.sentence, one.sentence.low
    if low[one.quantity.lead - 2] in _ALL_OTHERS and low[one.quantity.lead - 1] in _DASHES:
        return True
    if not sentence.begins(_WHO):
        return False
    named = [place for place in sentence.places if foreign(place)]
    for at in range(sentence.first, sentence.last - 1):
        if not (low[at].startswith(_REST) and low[at + 1].startswith(_WHO)) or "-" in low[at + 1]:
            continue  # «другие страны-участницы» are members of a union
        last = at + 2
        if any(0 <= place.first - last <= 1 for place in named):
            continue  # «остальные страны Центральной Азии», «другие страны: Иран …»
        if 0 <= one.quantity.lead - last <= _LED:
            left, right = last, one.quantity.lead
        elif 0 <= at - one.last <= _PAST:
            left, right = one.last, at
        else:
            continue
        between = any(left <= place.first < right for place in named)
        other = any(left <= q.first < right and q is not one.quantity for q in sentence.quantities)
        if not (between or other):
            return right != at or not _has_own(one, last)
    return False


def _has_own(one: Draft, last: int) -> bool:
    """«Иран – 310 тыс. тонн, прочие страны – 95»: whether the words lead a figure of their own."""
    return any(0 <= q.lead - last <= 1 for q in one.sentence.quantities)


# «африканская страна»: one of them, that the text has named
_ONE_LAND = frozenset({"страна", "стране", "страной", "страну"})


def group_of(one: Draft) -> Place | None:
    """Return the part of the world that a figure is of, where no partner stands nearer."""
    sentence = one.sentence
    groups = [
        p for p in sentence.places
        if is_group(p) and is_member_list(sentence, p) and sentence.low[p.last - 1] not in _ONE_LAND
    ]  # fmt: skip
    if not groups:
        return None
    named = [
        p for p in sentence.places if foreign(p) and (p.kind != "bloc" or is_partner(sentence, p))
    ]
    best = min((*groups, *named), key=lambda place: away(one, place))
    return best if is_group(best) else None
