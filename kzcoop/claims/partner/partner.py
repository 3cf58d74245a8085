"""With whom: the partner of a figure, by what tells it first.

«экспорт в Узбекистан и Кыргызстан – 31 и 12 млн соответственно»    its place in a list
«новым британским компаниям. Сейчас их 480»                         the country of the noun meant
«транзит зерна – 2 млн тонн: в Иран – 300 тыс.»                     who sends it
«Взаимный товарооборот составил …»                                  the partner of the text before
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.partner.chain import along
from kzcoop.claims.partner.invested import by_owners
from kzcoop.claims.partner.list import respectively
from kzcoop.claims.partner.meant import in_order, of_goods, with_him
from kzcoop.claims.partner.named import named_partner
from kzcoop.claims.partner.passing_share import sender_of_share
from kzcoop.claims.partner.possible import SENDER_NOTE
from kzcoop.claims.partner.rest import GROUP_NOTE, group_of
from kzcoop.claims.partner.text import Reach, of_text
from kzcoop.claims.partner.whole import DIVIDED_NOTE, WHOLE_NOTE, whole_of_sentence
from kzcoop.claims.place.bloc import UNION
from kzcoop.claims.place.partner_place import led_by
from kzcoop.claims.place.partner_union import members_told
from kzcoop.claims.place.partner_way import WAYS
from kzcoop.claims.place.post_borders import (
    ALL_NOTE,
    after_borders,
    borders,
    of_no_neighbour,
    of_region,
    outgrows,
)
from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.topic.frame import earned
from kzcoop.claims.unit.ellipsis_noun import OF_SENTENCE_BEFORE

_SEVERAL = 2  # borders
_OTHERS = ("других", "другие", "остальн", "прочи")
_CARRIED = frozenset({"freight", "other", "transit"})


def partner_of(
    one: Draft, before: Sequence[Draft], reach: Reach, headline: tuple[str, ...]
) -> tuple[str, ...]:
    """The partner of a figure.

    Parameters
    ----------
    one
        The draft.
    before
        The drafts of the same sentence before it.
    reach
        The partner of the text so far, all partners it has named, and whether it speaks of a
        corridor, which belongs to no one partner.
    headline
        The partner that the report is about.
    """
    if one.indicator == "checkpoints_count" and (own := borders(one)) is not None:
        # «9 постов … Введены два: «Кольжат» …»: of the borders that the whole is on
        return reach.partner if own and set(own) <= set(reach.partner) else own
    if one.indicator == "checkpoints_count" and one.sentence.places and (code := of_region(one)):
        return code
    if one.indicator == "checkpoints_count" and not before and _more_posts(one, reach):
        one.note("more posts, after those of several borders")
        return ()
    if one.indicator == "checkpoints_count" and (whole := _some_of_posts(one, before, reach)):
        one.note("some of those of several borders")
        return whole
    if (of_noun := _of_noun_before(one)) is not None:
        return of_noun
    if one.indicator == "transit" and (sender := sender_of_share(one, headline)) is not None:
        one.note("who sends what passes, of which a part is told")
        return sender
    if one.indicator == "transit" and before and _goes_on_from(one, before[-1]):
        one.note(SENDER_NOTE)
        return before[-1].partner
    in_turn = respectively(one)
    if in_turn is not None:
        one.note("«соответственно»: the partner in the same place of its list")
        return in_turn
    if (nth := in_order(one)) is not None:
        return nth
    if way := along(one):
        return way
    firms = one.indicator == "enterprises_count"
    if firms and (whose := by_owners(one)) is not None:
        return whose
    if whole_of_sentence(one):
        return ()
    if goods := of_goods(one, reach.goods_of, reach.goods_sentence):
        one.note("whose goods the sentence before tells of")
        return goods
    if him := with_him(one, reach.named_last, reach.recent):
        one.note("«с ним», «с обеими»: the country named last, or those told")
        return him
    if before and one.kind == "money" and _in_money(one, before[-1]):
        return before[-1].partner
    grouped = one.indicator not in WAYS and one.kind != "rank"
    group = group_of(one) if grouped else None
    if group is not None and not speaks_of_pair(one.sentence):
        one.note(GROUP_NOTE)
        # «в Европу» after «в страны ЕС»
        told = next((one for one in (reach.partner, reach.bloc) if len(one) >= UNION), ())
        return told if "EUROPE" in group.codes else ()
    if members := members_told(one, reach.bloc):
        return members
    if before and not before[0].partner and earned(one, before[0]):
        one.note(f"{WHOLE_NOTE}, in money")
        return ()
    named = named_partner(one)
    if named == () and one.trace[-1:] == [DIVIDED_NOTE] and _parts_of(one, reach.partner):
        one.note("the whole of what went to the bloc told before")
        return reach.partner
    if named is not None:
        return named
    for other in reversed(before):
        if other.partner:
            return other.partner
    if before and WHOLE_NOTE in before[-1].trace:
        one.note(WHOLE_NOTE)
        return ()  # «общий экспорт – 107 тыс. тонн, из них за апрель – 76»
    if before and ALL_NOTE in before[-1].trace:
        return ()  # «рассчитана на 39 постов и 95 млрд тенге»
    if line := _of_line(one):
        return line
    if after_borders(one):
        return ()
    told = of_text(one, reach, headline)
    if outgrows(one, told):
        one.note(ALL_NOTE)
        return ()
    if of_no_neighbour(one, told):
        one.note("Kazakhstan has no border with the country of the report")
        return ()
    return told


def _some_of_posts(one: Draft, before: Sequence[Draft], reach: Reach) -> tuple[str, ...]:
    """«14 постов на границах с Китаем и Туркменистаном. Пять из них обновлены, на двух …»."""
    value, borders = reach.post_whole
    sentence = one.sentence
    if len(borders) < _SEVERAL or sentence.number - reach.post_sentence != 1 or sentence.abroad:
        return ()
    more = sentence.low[max(sentence.first, one.quantity.lead - 2) : one.quantity.lead]
    others = "еще" in more or sentence.word_at(one.last).startswith(_OTHERS)
    if others and not before:
        return ()
    told = sum(d.value for d in before if d.indicator == "checkpoints_count")
    bare = one.quantity.noun is None and float(told + one.value) <= value
    return borders if bare else ()


def _more_posts(one: Draft, reach: Reach) -> bool:
    """«… два на границе с Китаем и два – с Узбекистаном. Обновляют ещё девять, …»: of any border.

    Also «девяти других», «девять прочих».
    """
    sentence = one.sentence
    if reach.borders < _SEVERAL or sentence.number - reach.post_sentence != 1:
        return False
    more = sentence.word_before(one.quantity.lead) == "еще"
    more = more or sentence.word_at(one.last).startswith(_OTHERS)
    named = any(place.first < one.at for place in sentence.abroad)
    return more and one.quantity.noun is None and not named


def _in_money(one: Draft, last: Draft) -> bool:
    """«Катар дал пятую часть арабских вложений, это 900 млн»: a share, and then its amount."""
    if last.measure != "share_pct" or not last.partner:
        return False
    return one.sentence.low[one.quantity.lead - 1] in ("это", "или")


def _of_line(one: Draft) -> tuple[str, ...]:
    """The neighbour that a line leads to: «ветка Дарбаза – Мактаарал рассчитана на 9 млн тонн»."""
    if one.indicator not in _CARRIED:
        return ()
    for hit in one.sentence.rows("programmes"):
        if hit.entry.kind == "line" and hit.entry.value and hit.first < one.at:
            one.note(f"where the line «{hit.entry.value}» leads")
            return (hit.entry.value,)
    return ()


def _goes_on_from(one: Draft, last: Draft) -> bool:
    """«Транзит российского зерна – 2 млн тонн: в Узбекистан – 900 тыс., в Иран – 300»."""
    sentence = one.sentence
    return SENDER_NOTE in last.trace and all(
        led_by(sentence, place) in ("в", "во")
        for place in sentence.places
        if last.last <= place.first < one.at
    )


def _of_noun_before(one: Draft) -> tuple[str, ...] | None:
    """«… новым британским компаниям. Сейчас их 480»: the country of the noun meant."""
    sentence = one.sentence
    if sentence.abroad or not one.trace:
        return None
    if not any(note.endswith(OF_SENTENCE_BEFORE) for note in one.trace):
        return None
    return _described_before(sentence)


def _described_before(sentence: Sentence) -> tuple[str, ...] | None:
    """The one country whose adjective stands in the sentence before: «британским компаниям»."""
    first, last = sentence.mentions.tokens.bounds[sentence.number - 1]
    codes = {
        place.abroad for place in sentence.mentions.places
        if first <= place.first < last and place.kind == "adjective"
    } - {()}  # fmt: skip
    return codes.pop() if len(codes) == 1 else None


def _parts_of(one: Draft, bloc: tuple[str, ...]) -> bool:
    """Whether all partners that a sentence names are members of a bloc told before."""
    after = [place for place in one.sentence.abroad if place.first > one.at]
    return {code for place in after for code in place.abroad} < set(bloc)
