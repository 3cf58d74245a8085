"""Whether a bloc is the partner of a figure, or only what its country or its share is part of.

«57% торговли внутри ЕАЭС»                          none: the whole of which a share is
«Узбекистан – 57% торговли со странами ЕАЭС»        the same, with the country before it
«транзит из России в Среднюю Азию»                  none: where goods go
«из американских вложений в Центральную Азию»       none: where money goes
«Вьетнам и ЕАЭС заключили …»                        none: a union with Kazakhstan in it
«(государства ЕАЭС не учтены)»                      none: left out
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.place.bloc import is_member_list, is_own_union
from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.place.partner_way import WAYS
from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

_LEFT_OUT = Words("без", "исключая", "кроме", "не")
_TRADES = ("внешн", "оборот", "товарооборот", "торговл")
_SHARES = Stems("доля", "доли", "долю")
_REALMS = ("княжеств", "королевств", "султанат", "эмират")


def is_bloc_of(one: Draft, place: Place) -> bool:
    """Whether a bloc is the partner of a figure.

    Not what its trade is a part of («57% торговли внутри ЕАЭС»), nor where goods from a country go
    («транзит из России в Среднюю Азию»).
    """
    sentence = one.sentence
    if not is_member_list(sentence, place):
        return False
    led = sentence.word_before(place.first)
    if _is_left_out(sentence, place):
        return False
    if led == "внутри":
        return one.indicator == "turnover" and one.measure != "share_pct"
    if led not in ("в", "во"):
        return True
    if one.indicator == "investment":
        # «Из американских вложений в Центральную Азию доля Казахстана превышает 60%»
        return all(p.kind in ("bloc", "region") for p in sentence.abroad)
    senders = [
        p for p in sentence.places if p.kind == "country" and sentence.word_before(p.first) == "из"
    ]
    if one.indicator in WAYS:
        return not any(p.abroad for p in senders)
    return all(HOME in p.codes or place.first - p.last != 1 for p in senders)


def _is_left_out(sentence: Sentence, place: Place) -> bool:
    """«(государства ЕАЭС не учтены)»: left out of a count, in brackets."""
    low = sentence.low
    opened = next((i for i in range(place.first, sentence.first, -1) if low[i] in "()"), None)
    if opened is None or low[opened] != "(" or not sentence.holds(_LEFT_OUT):
        return False
    closed = next((i for i in range(place.last, sentence.last) if low[i] == ")"), place.last)
    return not _LEFT_OUT.isdisjoint(low[opened:closed])


def is_put_into(sentence: Sentence, place: Place) -> bool:
    """«инвестировали в Центральную Азию»: a bloc into which money goes, with Kazakhstan told."""
    return (
        place.kind == "bloc"
        and bool(sentence.homes)
        and sentence.word_before(place.first) in ("в", "во")
    )


def is_joined_union(sentence: Sentence, place: Place, places: Sequence[Place]) -> bool:
    """«Вьетнам и ЕАЭС заключили …»: a union with Kazakhstan in it, beside a country."""
    if not is_own_union(place):
        return False
    return any(
        other.kind == "country" and sentence.low[other.last : place.first] in (["и"], ["с"])
        for other in places
    )  # also «соглашение Монголии с ЕАЭС»


def is_measure(sentence: Sentence, place: Place, places: Sequence[Place]) -> bool:
    """Whether a bloc is what a country's share is of: «Узбекистан – 57% торговли со странами».

    Also «половина торговли с Балтией приходится на Литву», «на долю королевства приходится 18%
    торговли с Заливом», «Казахстан даёт 60% вьетнамской торговли с Азией».
    """
    if place.kind != "bloc":
        return False
    if speaks_of_pair(sentence):
        return True  # «Из торговли стран Средней Азии 57% даёт эта пара»
    low = sentence.low
    if {"с", "со"}.isdisjoint(low[max(sentence.first, place.first - 2) : place.first]):
        return False
    if any(other.kind == "country" and other.first < place.first for other in places):
        return True
    return any(
        (other.kind == "country" and low[other.first - 1] == "на")
        or (other.kind == "adjective" and low[other.last].startswith(_TRADES))
        for other in places
    ) or _has_share(sentence)


def _has_share(sentence: Sentence) -> bool:
    """«на долю королевства приходится», «доля эмирата в торговле»: of who was told before."""
    low = sentence.low
    return sentence.begins(_SHARES) and any(
        low[i + 1].startswith(_REALMS) for i in sentence.where(_SHARES) if i + 1 < sentence.last
    )
