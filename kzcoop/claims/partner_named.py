"""The partner that a figure's own sentence names: the nearest place that can be one.

«экспорт в Узбекистан – 2 млн тонн»               a partner, with those it is listed with
«третье место после России», «в обход России»     none
«Узбекистан – 57% торговли со странами Азии»      the country, not the bloc its share is of
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_beside import away, of_next_sender, of_part, past_contrast, takes_share
from kzcoop.claims.partner_city import city_of
from kzcoop.claims.partner_list import coordinated
from kzcoop.claims.partner_place import (
    HOME,
    foreign,
    is_included,
    is_member_list,
    is_own_union,
    is_subject,
)
from kzcoop.claims.partner_way import WAYS, beyond_border, is_on_way, is_shared_way
from kzcoop.claims.partner_whole import DIVIDED_NOTE, FOREIGN_TRADE
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.trade_pair import speaks_of_pair
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

SENDER_NOTE = "who sends what passes through"
_SEMICOLON = Words(";")
_POSTS = Stems("границ", "переход", "пункт", "станци", "стык")
_MANY = 2  # countries from which on a corridor is no one partner
_ABOVE = Words("впереди", "выше")
_CLOSE = 5  # tokens from «выше только» to the last of those
_PLACED = 2  # tokens of «месте –» from a rank to who holds it
_RANKED = 14  # tokens from «после» to those who stand before in a ranking


def named_partner(one: Draft) -> tuple[str, ...] | None:
    """The partner that the sentence names nearest, with those that it is listed with."""
    sentence = one.sentence
    places = [
        place
        for place in sentence.places
        if foreign(place) and (place.kind != "bloc" or _is_bloc_of(one, place))
    ]
    if not places:
        return city_of(one) or None
    low = sentence.low
    # «с учётом реэкспорта через Белоруссию»: what is sent goes on from there
    places = [
        p
        for p in places
        if sentence.word_before(p.first) != "через"
        or not low[max(sentence.first, p.first - 2)].startswith("реэкспорт")
    ]
    if not places:
        return None
    places = [p for p in places if not (is_on_way(one, p) or of_next_sender(one, p))]
    places = [p for p in places if not _stands_above(sentence, p)]
    if not places:
        return None
    if sentence.holds(_SEMICOLON):
        # «достиг 1,3 млн тонн; 70 процентов составляет транзит в направлении Ирана»
        places = [
            p
            for p in places
            if p.kind == "adjective" or ";" not in low[one.last : p.first] or of_part(one, p)
        ]
        if not places:
            return None
    places = [p for p in places if sentence.word_before(p.first) not in ("обход", "минуя")]
    if not places:
        one.note("goes round a country, and to no one partner")
        return ()
    if one.indicator == "checkpoints_count":
        places = [p for p in places if p.first < one.at or not is_included(sentence, p)]
        if not places:
            return None
    if one.kind == "rank" or any(q.kind == "ordinal" for q in sentence.quantities):
        places = [p for p in places if not _outranks(one, p)]
        if not places:
            return None
    if one.indicator == "checkpoints_count" and _at_home(one):
        # «пять постов – на границе с Казахстаном, ещё 14 – с Монголией»
        places = [p for p in places if not sentence.between(p.first, one.at) or p.first < one.at]
        if not places:
            return None
    if one.measure == "share_pct":
        places = [p for p in places if not _is_measure(sentence, p, places)]
    if one.indicator not in WAYS:
        # «на дороге Казахстан – Туркменистан – Иран»: a way is no partner of trade
        places = [p for p in places if p.kind != "corridor" or len(foreign(p)) < _MANY]
    places = [p for p in places if not _joined_union(sentence, p, places)]
    if not places:
        return None
    if one.indicator == "transit":
        # «транзит китайских грузов в ЕС»: of who sends them
        senders = [p for p in places if p.kind == "adjective" and _of_goods(sentence, p)]
        if senders:
            places = senders
            one.note(SENDER_NOTE)
    if one.kind == "rank" and (holder := [p for p in places if _holds_rank(one, p)]):
        one.note("who holds the rank")
        return foreign(holder[0])
    parts = [place for place in places if of_part(one, place)]
    if len(parts) == len(places) and one.indicator == "enterprises_count" and _inside_home(one):
        return None  # «предприятий в Казахстане три тысячи, в Узбекистане – тысяча»
    places = [place for place in places if place not in parts and not past_contrast(one, place)]
    if not (places or parts):
        return None
    if not places:
        turnover = one.indicator == "turnover" and not sentence.begins(FOREIGN_TRADE)
        pair = turnover or speaks_of_pair(sentence)
        pair = pair and not any(takes_share(one, place) for place in parts)
        if len({foreign(place) for place in parts}) == 1 and pair:
            return None  # «торговый обмен не превысил 3 млн, из которых 1,3 млн – экспорт»
        if len(parts) == 1 and (_from_home(one) or _answers(one, parts[0])):
            return foreign(parts[0])  # «из Казахстана – 316 млн, из Туркменистана – 199 млн»
        if "из них" in " ".join(sentence.low[sentence.first : one.last + 2]):
            return None  # «На территории Казахстана из них – 29, в Узбекистане – 13»
        if one.indicator == "freight" and sentence.begins(_POSTS):
            return None  # «через станцию прошло 900 поездов: 300 – в Россию, …»
        one.note(DIVIDED_NOTE)
        return ()
    best = min(places, key=lambda place: away(one, place)) if len(places) > 1 else places[0]
    codes = coordinated(sentence, best)
    if beyond_border(one, codes):
        return None
    if is_shared_way(one, codes):
        one.note("a way of several countries: no one partner")
        return ()
    surface = sentence.mentions.tokens.surface(best.first, best.last)
    one.note(f"partner {';'.join(codes)} from «{surface}»")
    return codes


def _from_home(one: Draft) -> bool:
    """Whether a figure is of what comes out of Kazakhstan, by the words right before it."""
    low = one.sentence.low
    return any(
        place.codes == (HOME,) and low[place.first - 1] in ("из", "в") and place.first < one.at
        and not any(place.last <= q.first < one.first for q in one.sentence.quantities)
        for place in one.sentence.places
    )  # fmt: skip


def _answers(one: Draft, place: Place) -> bool:
    """«Казахстан поставил товаров на 470 млн, Вьетнам – на 360 млн»: the two sides of one pair."""
    sentence, low = one.sentence, one.sentence.low
    if low[one.last] != "," or place.first != one.last + 1 or not is_subject(sentence, place):
        return False
    return any(
        home.codes == (HOME,) and home.first < one.at and is_subject(sentence, home)
        for home in sentence.places
    )


def _is_bloc_of(one: Draft, place: Place) -> bool:
    """Whether a bloc is the partner of a figure.

    Not what its trade is a part of («57% торговли внутри ЕАЭС»), nor where goods from a country go
    («транзит из России в Среднюю Азию»).
    """
    sentence = one.sentence
    if not is_member_list(sentence, place):
        return False
    led = sentence.word_before(place.first)
    if led == "внутри":
        return one.indicator == "turnover" and one.measure != "share_pct"
    if led not in ("в", "во"):
        return True
    senders = [
        p for p in sentence.places if p.kind == "country" and sentence.word_before(p.first) == "из"
    ]
    if one.indicator in WAYS:
        return not senders
    return all(HOME in p.codes or place.first - p.last != 1 for p in senders)


def _holds_rank(one: Draft, place: Place) -> bool:
    """«на втором месте Россия», «на третьем – Китай»: who stands there, right after."""
    words = one.sentence.low[one.last : place.first]
    return 0 <= place.first - one.last <= _PLACED and all(
        word in ("–", "—", "-") or word.startswith(("мест", "позици", "строч")) for word in words
    )


def _stands_above(sentence: Sentence, place: Place) -> bool:
    """«это третий результат, выше только Китай и Россия»: none of those the figure is with."""
    low = sentence.low
    return sentence.holds(_ABOVE) and any(
        low[i] in _ABOVE and low[i + 1] in ("лишь", "только")
        for i in range(max(sentence.first, place.first - _CLOSE), place.first)
    )


def _outranks(one: Draft, place: Place) -> bool:
    """«занял после России и Японии третье место», «третий после России»: who stands before."""
    low, sentence = one.sentence.low, one.sentence
    start = max(sentence.first, place.first - _RANKED)
    after = next((i for i in range(place.first - 1, start - 1, -1) if low[i] == "после"), None)
    listed = low[place.first - 1] in ("после", ",", "и")
    if one.kind != "rank" and ":" not in low[place.last : one.at]:
        return False  # «третий партнёр после Италии и США: 8 млрд долларов оборота»
    return after is not None and listed and not any(
        after < cue.first < place.first for cue in sentence.cues
    )  # fmt: skip


def _inside_home(one: Draft) -> bool:
    """Whether «в Казахстане» leads to a figure."""
    sentence = one.sentence
    return any(
        place.codes == (HOME,)
        and place.last == one.quantity.lead
        and sentence.word_before(place.first) in ("в", "во")
        for place in sentence.places
    )


def _at_home(one: Draft) -> bool:
    """Whether the clause of a count names the border with Kazakhstan."""
    sentence = one.sentence
    return any(
        place.codes == (HOME,)
        and one.last <= place.first
        and not sentence.between(place.first, one.at)
        for place in sentence.places
    )


def _joined_union(sentence: Sentence, place: Place, places: Sequence[Place]) -> bool:
    """«Вьетнам и ЕАЭС заключили …»: a union with Kazakhstan in it, beside a country."""
    if not is_own_union(place):
        return False
    return any(
        other.kind == "country" and sentence.low[other.last : place.first] == ["и"]
        for other in places
    )


def _is_measure(sentence: Sentence, place: Place, places: Sequence[Place]) -> bool:
    """Whether a bloc is what a country's share is of: «Узбекистан – 57% торговли со странами»."""
    if place.kind != "bloc" or not any(
        other.kind == "country" and other.first < place.first for other in places
    ):
        return False
    before = sentence.low[max(sentence.first, place.first - 2) : place.first]
    return any(word in ("с", "со") for word in before)


def _of_goods(sentence: Sentence, place: Place) -> bool:
    return sentence.word_at(place.last).startswith("груз")
