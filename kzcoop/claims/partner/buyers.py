"""Figures of all who buy or sell, told beside one partner's: of no one of them.

Also of one who buys and is not named again: «республика купила 2 млн тонн казахстанской пшеницы».

«Всем покупателям Казахстан отгрузил 640 тыс. тонн»       whoever they are
«Все зарубежные клиенты вместе получили 640 тыс.»         the same as the subject
«Общий вывоз риса составил 152 тыс. тонн»                 after what one partner took of it
"""

from __future__ import annotations

from kzcoop.claims.partner.moved import TRADED
from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words

_ALL = Words("все", "всем", "всех", "всеми")
_WHO = Stems(
    "государств", "заказчик", "импортер", "клиент", "контрагент", "направлени", "партнер",
    "покупател", "потребител", "рынк", "стран",
)  # fmt: skip
_WHOLE = Words("весь", "всех", "общих")
_DESCRIBED = 3  # tokens from «все» to «клиенты»: «все остальные зарубежные клиенты»
_OF_SUM = Stems("весь", "общ", "совокуп", "суммарн")
_WEIGHT = ("вес", "масс")  # «общий вес кондитерских отправок»: of all goods
_FLOWN = ("вывоз", "импорт", "ввоз", "отгруз", "отправ", "постав", "прода", "экспорт")
_NOUNS = ("ввоз", "вывоз", "импорт", "экспорт")
_FAR = 3  # tokens from «общий» to «экспорт»
_LAND = Stems("республик", "стран", "государств")
_SUBJECTS = frozenset({"государство", "республика", "страна"})
_OURS = Stems("казахстанск")
_BUYS = Stems("ввез", "взял", "завез", "закуп", "импортир", "купил", "получил", "приобр", "потреб")
_TO_VERB = 4  # tokens between «республика» and «купила»


@needs(_ALL)
def of_all_buyers(one: Draft) -> bool:
    """«Всем покупателям, вместе взятым, отгрузили …», «Все страны вместе получили …»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in TRADED or not sentence.begins(_WHO):
        return False
    told = next((i for i in sentence.where(_ALL) if _tells_who(low, i)), None)
    if told is None or told > one.last:
        return False
    # «все страны Центральной Азии», «всех партнёров в ЕАЭС»: those of a bloc; «все 27 стран»
    near = min(told, one.first)
    return not any(near < p.first and p.kind != "adjective" for p in sentence.abroad)


def _tells_who(low: list[str], index: int) -> bool:
    """«всем покупателям», «все зарубежные клиенты», and no «все товары этой страны»."""
    for word in low[index + 1 : index + 1 + _DESCRIBED]:
        if word.startswith(_WHO):
            return True
        if not word.endswith(("ие", "ые", "им", "ым", "их", "ых")):
            return False
    return False


@needs(_WHOLE)
def of_all_there_is(one: Draft) -> bool:
    """«…, а весь вывоз муки дотянул до 1,7 млн тонн», «взял 900 тыс. тонн из общих 1,5 млн»."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if one.indicator not in TRADED or one.measure != "level":
        return False
    if low[lead - 1] in ("общих", "всех") and low[lead - 2] == "из":
        return any(q.last < lead and q.kind in (one.kind, "bare") for q in sentence.quantities)
    led = [i for i in sentence.where(_WHOLE) if low[i] == "весь" and i < one.at]
    if not led or not low[led[-1] + 1].startswith(_NOUNS) or not _names_good(sentence, led[-1]):
        return False
    between = range(led[-1], one.first)
    if any(q.first in between for q in sentence.quantities if q is not one.quantity):
        return False
    return not any(led[-1] < p.first < one.last + _FAR and p.abroad for p in sentence.places)


def of_all_of_good(one: Draft) -> bool:
    """«Общий вывоз риса – 152 тыс. тонн», where the text has told what one partner took."""
    sentence, low = one.sentence, one.sentence.low
    if one.measure != "level" or not sentence.begins(_OF_SUM):
        return False
    if sentence.abroad or one.indicator not in TRADED or speaks_of_pair(sentence):
        return False
    return any(
        low[i].startswith(_OF_SUM)
        # «за весь прошлый год отправили 900 тонн» is of what was told before
        and (low[i] != "весь" or any(w.startswith(_NOUNS) for w in low[i + 1 : i + _FAR]))
        and any(word.startswith(_FLOWN) for word in low[i + 1 : i + 1 + _FAR])
        and not low[i + 1].startswith(_WEIGHT)
        and (one.unit == "tonne" or _names_good(sentence, i))
        for i in range(sentence.first, one.at)
    )


def _names_good(sentence: Sentence, index: int) -> bool:
    """«Весь экспорт мяса принёс 150 млн долларов»: of one good, and no trade of two countries."""
    goods = sentence.mentions.hits["commodities"]
    return any(i in goods for i in range(index + 1, index + 1 + _FAR))


def buys_ours(sentence: Sentence) -> bool:
    """«В 2023 году республика купила 2 млн тонн казахстанской пшеницы»: another than ours."""
    if not (sentence.begins(_LAND) and sentence.begins(_OURS) and sentence.begins(_BUYS)):
        return False
    low = sentence.low
    bought = [i for i in sentence.where(_BUYS) if is_past(low[i]) or low[i].endswith("ет")]
    lands = [i for i in sentence.where(_LAND) if low[i] in _SUBJECTS]
    return any(
        0 < verb - land <= _TO_VERB or 0 < land - verb <= _TO_VERB
        for verb in bought
        for land in lands
    )
