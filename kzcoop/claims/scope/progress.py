"""Percents of works and of time, which are no flow.

«реконструирован на 100 процентов», «Готовность объекта составляет 80%»   how far works are
«время прохождения сократили на 70%»                                      how long a passage takes
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.language.stems import Stems, Words

# progress of works: «реконструирован на 100 процентов»
_PROGRESS = Stems(
    "выполнен", "готов", "завершен", "исполнен", "обеспечен", "построен", "реконструирован",
)  # fmt: skip
_READINESS = Stems("готовност")
_INFINITIVES = ("ти", "ть", "ться", "чь")
_LOADED = Stems("загруж")
_PLANTS = Stems("завод", "комбинат", "мельниц", "переработ", "предприят", "фабрик", "цех")
_QUEUE = Words("очереди", "очередь")
_DURATION = Words(
    "ожидание",
    "ожидания",
    "простои",
    "простой",
    "простоя",
    "время",
    "времени",
    "длительность",
    "продолжительность",
    "скорости",
    "скорость",
    "срок",
    "сроки",
)
_FASTER = Words("быстрее", "дешевле", "дольше", "дороже", "короче")  # than by another way
_DURING = frozenset("в во до же за на с со то это".split())
_AGAIN = 4  # tokens of «, это почти»
_LONG = 14  # tokens from «время» to how much shorter it became


@needs(_PROGRESS, _LOADED, _READINESS)
def is_progress(one: Draft) -> bool:
    """«реконструирован на 100 процентов», «не исполнены и наполовину», «завод загружен на 60%».

    Also «Готовность объекта составляет 80%».
    """
    sentence = one.sentence
    if sentence.begins(_READINESS) and _is_readiness(one):
        return True
    lead = min(one.first, one.quantity.lead)
    before = sentence.word_before(lead - (sentence.word_before(lead) == "и"))
    busy = before.startswith(_LOADED) and sentence.begins(_PLANTS)
    return before.startswith(_PROGRESS) or busy


def _is_readiness(one: Draft) -> bool:
    """«Готовность объекта составляет 80%», «степень готовности терминала оценивают в 45%».

    Not «заявил о готовности нарастить экспорт на 20%».
    """
    sentence, low = one.sentence, one.sentence.low
    return any(
        0 < one.at - i <= _LONG
        and not sentence.between(i, one.at)
        and not any(i < q.first < one.first for q in sentence.quantities)
        and not any(low[k].endswith(_INFINITIVES) for k in range(i + 1, one.at))
        for i in sentence.where(_READINESS)
    )


@needs(_FASTER, _DURATION, _QUEUE)
def is_speed(one: Draft) -> bool:
    """«время прохождения сократили на 70%», «в 3–4 раза быстрее, чем морем»."""
    low, sentence = one.sentence.low, one.sentence
    if sentence.word_at(one.last) in _FASTER or sentence.word_before(one.first) in _FASTER:
        return not _is_worth_more(one)  # «продукция стала дороже на 13%»
    if sentence.low[sentence.first] in _QUEUE:
        return True  # «Очередь сократилась в три раза»
    return sentence.holds(_DURATION) and any(
        low[i] in _DURATION
        and sentence.word_before(i) not in _DURING
        and not low[i - 1].startswith(("настоящ", "последн"))
        and low[i + 1] != "как"
        and sentence.between(i, one.at) == 0
        for i in range(max(sentence.first, one.at - _LONG), one.at)
    )


def _is_worth_more(one: Draft) -> bool:
    """«прибыло винограда на 18 млн, это на 16% дороже, чем за те же месяцы»: all of it again."""
    sentence = one.sentence
    dearer = sentence.word_at(one.last) in ("дороже", "дешевле")
    return dearer and any(
        q.kind == "money" and 0 <= one.first - q.last <= _AGAIN for q in sentence.quantities
    )
