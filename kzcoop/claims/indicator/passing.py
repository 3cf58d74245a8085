"""Reports on transit: what moves in them passes through, until they turn to another flow.

«Сводка о транзите за год. По рельсам проследовало 27 млн тонн …»     transit
«Контейнеров стало больше: 1,4 млн ДФЭ», «каждый второй уходит на юг»  transit still
«Погрузка на экспорт составила 41 млн тонн», «Объём перевозок вырос»   no more
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.flow.deliveries import NEUTRAL
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.topic.topic import FLOWS, Topic
from kzcoop.language.stems import Stems, Words

_LEAD = 2  # sentences of which one says that the report is on transit
_MOVED = frozenset({"export", "freight"})
_CARRIED = frozenset({"percent", "ratio", "teu", "tonne", "wagon"})
_TRANSIT = Stems("транзит")
# how an opening tells what it reports on: «сводка о транзите», «транзит достиг рекорда»
_REPORTS = Stems(
    "данны",
    "итог",
    "подвел",
    "подсчит",
    "отчет",
    "отчит",
    "показател",
    "рекорд",
    "сводк",
    "статистик",
)
_TALKS = Stems("встреч", "групп", "заседан", "переговор", "саммит", "форум")
# what a port, a post or a railway does besides, in words that name a flow of their own
_OTHER = Stems(
    "автоперевоз", "внутрен", "грузооборот", "грузоперевоз", "импорт", "карьер", "кпп", "между",
    "общ", "перевал", "перевозк", "перевозок", "погруж", "погруз", "порт", "пост", "пункт",
    "разгруз", "станци", "стык", "терминал", "экспорт",
    but=("португ", "постав", "постеп", "постоян", "постро", "поступ"),
)  # fmt: skip
_ALL = Words("всего", "сети", "суммарно")
# words that tell where it goes, and no export
_LEFT = ("едет", "едут", "идет", "идут", "отправ", "уезжа", "ушел", "ушл", "уход", "уех")


def remember_passing(sentence: Sentence, done: Sequence[Draft], topic: Topic) -> None:
    """Keep whether the report, as its opening says, is on what passes through the country."""
    if sentence.number < _LEAD and sentence.begins(_TRANSIT):
        topic.passing = topic.passing or _opens_on_transit(sentence, done)
    elif topic.passing and (sentence.homes or not sentence.begins(_TRANSIT)):
        topic.passing = not _turns(sentence, done[0].at if done else None)


def _opens_on_transit(sentence: Sentence, done: Sequence[Draft]) -> bool:
    """«КТЖ обнародовало данные о транзите», «Транзит вырос на 9%»."""
    flows = {hit.entry.value for hit in sentence.indicators if hit.entry.value in FLOWS}
    if flows - {"transit", "freight"} or sentence.begins(_TALKS):
        return False
    if done:
        return all(one.indicator == "transit" and one.status == "actual" for one in done)
    told = sentence.has("up", "down") and not sentence.has("goal", "planned", "potential")
    return not sentence.quantities and (told or sentence.begins(_REPORTS))


def passes_on(one: Draft) -> bool:
    """Whether a figure of a report on transit is of it, though its sentence does not say so."""
    sentence = one.sentence
    if one.indicator not in _MOVED or one.kind not in _CARRIED:
        return False
    if _turns(sentence, one.at) or sentence.rows("commodities"):
        return False
    word = one.candidates[0].word if one.candidates else ""
    told = bool(one.candidates) and one.candidates[0].first < 0  # what the text before is of
    return one.indicator == "freight" or told or word.startswith((*NEUTRAL, *_LEFT))


def _turns(sentence: Sentence, at: int | None = None) -> bool:
    """«Погрузка на экспорт …», «Объём перевозок вырос», «Из Казахстана …»: no transit.

    In the clause of ``at``, or anywhere: «…, – поясняет аналитик рынка перевозок».
    """
    if sentence.begins(_OTHER) and not sentence.begins(_TRANSIT):
        others = sentence.where(_OTHER)
        if at is None or any(not sentence.between(i, at) for i in others):
            return True
    return sentence.holds(_ALL) or any(
        sentence.word_before(home.first) in ("в", "во", "из", "от") for home in sentence.homes
    )
