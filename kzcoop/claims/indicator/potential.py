"""Which money is what exports could bring, and none that they brought.

«52 наименования. Это ещё 45 миллионов экспорта»          what a list of goods adds
«90 наименований, поставки которых могут вырасти на 250»  by how much the goods could grow
«поставки по 80 товарам на сумму до полумиллиарда»        what the list could come to
«перечень 45 продуктов; стоит этот перечень 320 млн»      what the list is worth
«Потенциал увеличения несырьевого экспорта»               by the word itself
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.language.stems import Stems

_ADDS = ("добав", "дополнит", "прибав", "прирост", "эффект")
_GIVES = ("дадут", "даст", "принес", "обеспечит", "обеспечат")
_MORE = ("вывоз", "отгруз", "поставк", "поставок", "продаж", "экспорт")
_POTENTIAL = Stems("потенциал")
_RESERVE = Stems("запас", "резерв")
_POSSIBLE = Stems("возможн")
_ADDED = Stems("прибавк", "добавк")
_LISTS = Stems("каталог", "номенклатур", "перечен", "перечн", "списк", "список")
_WORTH = ("оцен", "потян", "стоимост", "стоит", "сумм", "тян", "цен")
_SOON = 2  # tokens of «способен прибавить»
_GENITIVE = 3  # tokens of «резерв роста нашего экспорта»
_OF_GROWTH = ("наращ", "прирост", "роста", "увелич")


def could_bring(one: Draft, done: Sequence[Draft], told: str | None) -> bool:
    """Whether money, ``one``, is what exports could bring.

    Parameters
    ----------
    one
        A draft with an indicator.
    done
        The drafts of the same sentence that stand before it, linked already.
    told
        What the last claim of the text before is about, or None.
    """
    listed = one.indicator == "export" and told == "goods_positions" and _adds_to_list(one)
    return (
        listed
        or _grows_by_list(one, done)
        or _of_list(one, done, told)
        or _list_is_worth(one, done, told)
        or (bool(done) and one.indicator == "projects_value" and _goods_are_worth(one, done))
        or _is_potential(one)
    )


def _adds_to_list(one: Draft) -> bool:
    """«Это ещё 45 миллионов», «плюс», «дополнительно»: more than goes already."""
    before = one.sentence.low[max(one.sentence.first, one.quantity.lead - 4) : one.last]
    return any(word in ("еще", "плюс") or word.startswith(_ADDS) for word in before)


def _grows_by_list(one: Draft, done: Sequence[Draft]) -> bool:
    """«перечень из 90 наименований, поставки которых могут вырасти на 250 млн»."""
    if not done or done[-1].indicator != "goods_positions" or one.kind != "money":
        return False
    low, lead = one.sentence.low, one.quantity.lead
    of_them = any(word.startswith("котор") for word in low[done[-1].last : lead])
    if one.indicator in SIDES and _adds_to_list(one):
        return True  # «перечень из 80 товаров, это дало бы ещё 300 млн долларов экспорта»
    if one.indicator in SIDES and low[lead - 1].startswith(_GIVES):
        return True  # «обещали поставлять 60 видов продукции, что даст 300 млн экспорта»
    more = low[lead - 1] == "на" or one.sentence.has("potential")
    # «позиций, которыми готовы торговать, на 610 млн»
    traded = one.indicator in SIDES or one.indicator == "turnover"
    return traded and of_them and more and low[lead - 1] != "до"


def _of_list(one: Draft, done: Sequence[Draft], told: str | None) -> bool:
    """«поставки по 80 товарам на общую сумму до полумиллиарда»: what a list of goods could bring.

    «120 позиций, которые могут поставлять дополнительно. Сумма возможного экспорта – 250 млн»
    """
    sentence = one.sentence
    if one.kind != "money" or one.indicator != "export" or not sentence.has("potential"):
        return False
    here = any(d.indicator == "goods_positions" for d in done)
    return (here or (told == "goods_positions" and not done)) and not any(
        cue.entry.kind in ("down", "reach", "up")
        and tense(sentence.low[cue.first]) == "past"
        and cue.first < one.at
        for cue in sentence.cues
    )


def _list_is_worth(one: Draft, done: Sequence[Draft], told: str | None) -> bool:
    """«перечень 45 продуктов; стоит этот перечень 320 млн», «Список оценён в 610 млн долларов»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_LISTS):
        return False
    counted = [other for other in done if other.indicator == "goods_positions"]
    if not counted and told != "goods_positions":
        return False
    since = counted[-1].last if counted else sentence.first
    lists = [at for at in sentence.where(_LISTS) if since <= at < one.at]
    if not lists or any(lists[0] < hit.first < one.at for hit in sentence.indicators):
        return False
    words = low[max(since, lists[0] - 2) : one.quantity.lead]
    return any(word.startswith(_WORTH) for word in words) or words[-1] in ("–", "—", ":", "на")


def _goods_are_worth(one: Draft, done: Sequence[Draft]) -> bool:
    """«48 товаров республика могла бы отгружать сверх нынешнего, что потянет на 250 млн»."""
    if done[-1].indicator != "goods_positions":
        return False
    return any(word.startswith(_WORTH) for word in one.sentence.low[done[-1].last : one.at])


def _is_potential(one: Draft) -> bool:
    """«Потенциал увеличения несырьевого экспорта оценивается в 100 млн»."""
    sentence, low = one.sentence, one.sentence.low
    after = low[one.last : one.last + 2]
    more = len(after) == 2 and after[0].startswith("дополнительн") and after[1].startswith(_MORE)
    if one.kind == "money" and one.indicator in SIDES and more:
        return True  # «товары, ёмкость которых – миллиард долларов дополнительных поставок»
    if one.kind != "money" or one.indicator != "export":
        return False
    if sentence.begins(_RESERVE) and _of_reserve(one):
        return True
    if sentence.has("potential") and _adds_up(one):
        return True
    if sentence.begins(_ADDED) and sentence.begins(_POSSIBLE) and _addition(one):
        return True
    if sentence.begins(_POSSIBLE) and any(
        low[i].startswith(_POSSIBLE) and low[i + 1].startswith(("прирост", "рост", "увелич"))
        for i in range(sentence.first, one.at)
    ):
        return True  # «Возможный прирост экспорта оценивал и премьер: 180 млн долларов»
    if not sentence.begins(_POTENTIAL):
        return False
    return _is_of_growth(one)


def _addition(one: Draft) -> bool:
    """«Прибавку к нашему экспорту считал возможной в размере 180 млн»: how much more could go."""
    sentence, low = one.sentence, one.sentence.low
    added = [i for i in sentence.where(_ADDED) if i < one.at]
    return bool(added) and low[added[0] + 1 : added[0] + 2] == ["к"]


def _adds_up(one: Draft) -> bool:
    """«способен прибавить в поставках – 250 млн», «дополнительные 1,2 млрд могли бы принести»."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if low[one.at - 1].startswith("дополнительн"):
        return True
    able = [cue for cue in sentence.cues if cue.entry.kind == "potential" and cue.last < lead]
    return (
        any(word == "прибавить" for cue in able[-1:] for word in low[cue.last : cue.last + _SOON])
        and "до" not in low[max(sentence.first, one.at - 2) : one.at]
    )


def _of_reserve(one: Draft) -> bool:
    """«видел резерв нашего вывоза в Венгрию: 700 млн долларов»: how much more could go."""
    sentence, low = one.sentence, one.sentence.low
    at = next((i for i in range(sentence.first, one.at) if low[i].startswith(_RESERVE)), None)
    return at is not None and any(
        word.startswith((*_MORE, *_OF_GROWTH)) for word in low[at + 1 : at + 1 + _GENITIVE]
    )


def _is_of_growth(one: Draft) -> bool:
    sentence, low = one.sentence, one.sentence.low
    return any(
        low[i].startswith(_POTENTIAL)
        and low[i + 1].startswith((*_OF_GROWTH, *_MORE))
        and i < one.at
        and not sentence.between(i, one.at)
        for i in range(sentence.first, sentence.last - 1)
    )
