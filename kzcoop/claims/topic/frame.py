"""What a note on statistics keeps to: the whole of a flow, which lists of partners divide.

«Экспорт муки – 1,9 млн тонн. Из них 1,2 млн купил Афганистан. Экспорт ячменя вырос на 40%»

The partner of a part is none of the whole that is told next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kzcoop.claims.claim import SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words

_OPENING = 8  # tokens in which a sentence says that it lists the chief ones
_OBLAST = Stems("област", "регион")  # «Хлопка область вывезла …»
_CHIEF = ("ведущ", "главн", "ключев", "крупнейш", "основн")
_TRADERS = ("импортер", "покупател", "поставщик", "страна", "странами", "страны-", "рынк")
_DIVIDED = frozenset({*SIDES, "freight", "investment", "turnover"})
# who is one of several: «основной покупатель», «далее идут», «на третьем месте»
_RANKED = Stems(
    "ведущ", "главн", "ключев", "крупнейш", "лидер", "мест", "основн", "пятерк", "следу", "строк",
    "тройк", "топ-",
)  # fmt: skip
_MOST = Words("больше")
_PART = Words("далее", "доля", "затем", "них", "которых", "следом", "топ", "числе")
_FLOWS = (
    "ввез", "ввоз", "вывез", "вывоз", "завез", "импорт", "оборот", "отгру", "отправ", "поставк",
    "товарооборот", "торговл", "экспорт",
)  # fmt: skip
_EARNED = Stems("выруч", "заработал")
# where investment went
_BRANCHES = Stems(
    "горнодобы", "добыч", "металлург", "обрабат", "отрасл", "промышленност", "сектор", "энергетик"
)  # fmt: skip
_WORTH = Stems("выручк", "денежн", "стоил", "стоимост")
_SUMS = Stems("весь", "общ", "совокупн", "суммарн")
_FLOWN = (*_FLOWS, "вложени", "инвестици", "объем", "поток", "приток", "сумм")
_TO_THEM = Words("оттуда", "туда", "эта", "этой", "эту", "них", "ним", "него", "ней")


def divides(sentence: Sentence, done: Sequence[Draft]) -> bool:
    """Whether the figures of a sentence are parts of a whole, by partner."""
    parts = {one.partner for one in done if one.indicator in _DIVIDED and one.partner}
    if len(parts) > 1:
        return True
    if not parts:
        return False
    if wholes(done) & {one.indicator for one in done if one.partner}:
        return True  # «экспорт баранины – 24 тыс. тонн; 8 тыс. досталось Ирану»
    named = {place.abroad for place in sentence.abroad}
    if any(one.measure == "share_pct" and one.indicator in SIDES and one.partner in named
           and one.at <= sentence.first + _OPENING for one in done):  # fmt: skip
        return True  # «Больше половины досталось Ирану»
    return sentence.begins(_RANKED) or sentence.holds(_PART) or _most(sentence)


def _most(sentence: Sentence) -> bool:
    """«больше всего закупил Иран», not «на 12% больше»."""
    low = sentence.low
    return sentence.holds(_MOST) and any(
        low[i] in _MOST and low[i + 1] in ("всего", "всех")
        for i in range(sentence.first, sentence.last - 1)
    )


def wholes(done: Iterable[Draft]) -> set[str]:
    """The flows of which a sentence tells the whole: those without a partner."""
    return {
        one.indicator
        for one in done
        if one.indicator in _DIVIDED and not one.partner and one.measure != "rank"
    }


def lists_next(one: Draft) -> bool:
    """«Экспорт масла из Казахстана вырос на 40%. Основными импортёрами стали Китай и Иран».

    Whether the next sentence divides a flow that comes from or goes to Kazakhstan by partners.
    """
    sentence, mentions = one.sentence, one.sentence.mentions
    if one.indicator not in SIDES or not (sentence.homes or sentence.begins(_OBLAST)):
        return False
    bounds, low = mentions.tokens.bounds, mentions.tokens.low
    if sentence.number + 1 >= len(bounds):
        return False
    first, last = bounds[sentence.number + 1]
    words = low[first : min(last, first + _OPENING)]
    chief = any(word.startswith(_CHIEF) for word in words)
    if not (chief and any(word.startswith(_TRADERS) for word in words)):
        return False
    abroad = {p.codes for p in mentions.places if first <= p.first < last and p.abroad}
    return len(abroad) > 1


def back_to_whole(one: Draft, told: set[str]) -> bool:
    """Whether a figure without a partner is of a whole again, after a list of partners.

    ``told`` are the flows of which the text has told the whole.
    """
    sentence = one.sentence
    # «Рыбу везут из Норвегии и Китая. Экспорт же упал»: the other side of trade is no part of it
    turned = one.indicator in SIDES and not told.isdisjoint(SIDES)
    if not (one.indicator in told or turned) or sentence.holds(_TO_THEM):
        return False
    if sentence.begins(_WORTH):
        return True  # «Выручка составила 118 млн долларов»
    if one.indicator == "investment" and sentence.begins(_BRANCHES):
        return True  # «Больше всего, 9 млрд, получила добыча», past a list of investors
    return any(
        sentence.low[hit.first].startswith(_FLOWS) and hit.first < one.at
        for hit in sentence.indicators
    )


def earned(one: Draft, whole: Draft) -> bool:
    """«ушло 160 тыс. тонн, половина – в Россию; экспортёры выручили 30 млн»: for all of it."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "money" or whole.kind == "money" or not sentence.begins(_EARNED):
        return False
    return any(low[i].startswith(_EARNED) for i in range(whole.last, one.at))


def tells_sum(one: Draft) -> bool:
    """«Общий приток достиг 13 млрд долларов»: a sum, told after a list of partners."""
    sentence, low = one.sentence, one.sentence.low
    return sentence.begins(_SUMS) and any(
        low[i].startswith(_SUMS) and low[i + 1].startswith(_FLOWN)
        for i in range(sentence.first, one.at)
    )
