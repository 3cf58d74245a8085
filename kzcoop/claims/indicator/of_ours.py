"""Tonnes of Kazakhstan's goods that somebody abroad took: an export, whatever the verb.

«завод под Констанцей принял без малого 5 млн тонн казахстанской нефти»
«бельгийцы выбирали 240 тыс. тонн казахстанского семени»
«Из 2,1 млн тонн казахстанской муки, которые ушли за рубеж»
"""

from __future__ import annotations

from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words, either

_TOOK = Stems(
    "брал", "взял", "выбир", "досталось", "доехал", "доста", "забир", "забра", "заказ", "закач",
    "получ", "получен", "потребл", "приня", "принял", "раскуп", "ушел", "ушл", "уход", "уезж",
)  # fmt: skip
_TAKING = Words("брать", "взять", "забрать", "получать", "получить", "принимать", "принять")
_OFFERS = Stems("предлага", "предложи")
_TOLD = either(_TOOK, _TAKING)
_GOODS = ("зерн", "семен", "семян", "сырь", "товар", "топлив")
_SUBJECTS = frozenset({"city", "region"})
_NEAR = 4  # tokens from the figure to whose goods they are


def taken_of_ours(one: Draft) -> bool:
    """Whether tonnes are of our goods that are taken: «получил 5 млн тонн казахстанской нефти»."""
    sentence = one.sentence
    if one.kind == "tonne" and sentence.begins(_OFFERS) and _offered(one):
        return True
    if one.kind != "tonne" or not sentence.words & _TOLD.bit:
        return False
    if not (_of_our_goods(one) or _from_us(one)):
        return False
    # «костанайский завод принял 300 тыс. тонн казахстанского зерна»: at home
    return not any(
        HOME in place.codes and place.kind in _SUBJECTS and place.first < one.at
        for place in sentence.places
    )


def _offered(one: Draft) -> bool:
    """«Казахстан предлагает Алжиру до 700 тыс. тонн твёрдой пшеницы»: what we could send."""
    sentence = one.sentence
    verb = sentence.where(_OFFERS)[0]
    ours = any(home.kind == "country" and home.last == verb for home in sentence.homes)
    goods = sentence.mentions.hits["commodities"]
    return ours and verb < one.at and any(i in goods for i in range(one.last, one.last + 2))


def _from_us(one: Draft) -> bool:
    """«республика получает из Казахстана 170 тыс. тонн»: from here, by the verb before it."""
    sentence = one.sentence
    took = [at for at in (*sentence.where(_TOOK), *sentence.where(_TAKING)) if at < one.at]
    return bool(took) and any(
        sentence.word_before(home.first) in ("из", "у")
        and home.first < one.at
        and not sentence.between(home.first, one.at)
        and not sentence.between(took[-1], one.at)
        for home in sentence.homes
    )


def _of_our_goods(one: Draft) -> bool:
    """«5 млн тонн казахстанской нефти», «казахстанской нефти – 5 млн тонн»."""
    sentence = one.sentence
    return any(
        home.kind == "adjective"
        and (0 <= home.first - one.last <= 1 or 0 < one.quantity.lead - home.last <= _NEAR)
        and not sentence.between(home.first, one.at)
        and _is_good(sentence, home.last)
        for home in sentence.homes
    )


def _is_good(sentence: Sentence, at: int) -> bool:
    """Whether goods are named at a token or after the adjective at it."""
    goods = sentence.mentions.hits["commodities"]
    return any(i in goods or sentence.word_at(i).startswith(_GOODS) for i in (at, at + 1))
