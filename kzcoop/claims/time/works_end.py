"""By when works end whose cost is told, and estimates of works that no year dates.

«Реконструкция завершится 30 ноября 2026 года, на неё уйдёт 14 млрд тенге»   by that month
«власти ещё в 2022 году посчитали, что на ремонт требуется 3 млрд рублей»    a plan of no year
«Весной депутаты исходили из 27 млрд тенге, ожидаемых от инвестора»          the same
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import STAGED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems
from kzcoop.mentions.period import iso

_WORKS = Stems(
    "капремонт", "модернизац", "обновлени", "работам", "работы", "реконструкц", "ремонт", "стройк",
    "строительств",
)  # fmt: skip
_ENDS = Stems("довед", "заверш", "законч", "окончани", "окончат", "продл", "сдад", "сдач", "срок")
_LED = 6  # tokens from «закончится» to its day
_ESTIMATED = Stems(
    "нужн", "определил", "оценил", "подсчитал", "понадоб", "посчитал", "потреб", "прикидывал",
    "прикинул", "требовал", "требует", "считал",
)  # fmt: skip
_SPENT = Stems("выдел", "израсход", "направил", "освоен", "освоил", "потрач", "уже")
# who tells of sums before a thing is built, and how they do
_HOUSES = Stems("депутат", "мажилис", "маслихат", "парламент", "сенат")
_TOLD = Stems(
    "говорил", "закладывал", "звуча", "исходил", "называл", "назвал", "объявил", "речь",
    "упоминал", "упомянул", "фигурирова",
)  # fmt: skip


def end_of_works(one: Draft, done: Sequence[Draft]) -> None:
    """Give the cost of works the month in which they end, told beside it."""
    if one.indicator != "projects_value" or one.kind != "money" or one.deadline or one.period:
        return
    if any(other.indicator == "projects_value" for other in done):
        return  # a part of it
    sentence = one.sentence
    if sentence.begins(_SPENT):
        return  # «из них освоено 18 млрд»
    end = _end_of(sentence, one.at) if sentence.begins(_WORKS) else None
    if end is not None:
        one.deadline, one.status = end, "planned"
        one.note("by when the works end")


def _end_of(sentence: Sentence, before: int) -> str | None:
    """The month in which works end, told before a token."""
    low = sentence.low
    for period in sentence.periods:
        if period.first >= before or period.year is None:
            continue
        led = low[max(sentence.first, period.first - _LED) : period.first + 1]
        closing = period.role == "by" or any(word.startswith(_ENDS) for word in led)
        if closing and period.role in ("at", "by", "date"):
            if period.role == "by":
                return period.value
            return iso(period.year, period.months and (period.months[1],) * 2)
    return None


def is_estimate(one: Draft) -> bool:
    """«ещё в 2022 году посчитали, что для реконструкции требуется 3 млрд рублей»: a plan."""
    sentence = one.sentence
    if one.indicator != "projects_value" or one.kind != "money" or one.status == "target":
        return False
    if not (sentence.begins(_WORKS) and sentence.begins(_ESTIMATED)) or sentence.begins(_SPENT):
        return False
    return any(tense(sentence.low[at]) == "past" for at in sentence.where(_ESTIMATED))


def is_spoken_of(one: Draft) -> bool:
    """«Весной депутаты исходили из 27 млрд тенге»: a sum told of before anything was built."""
    sentence = one.sentence
    if one.kind != "money" or one.indicator not in (*STAGED, "other"):
        return False
    if not (sentence.begins(_HOUSES) and sentence.begins(_TOLD)):
        return False
    return any(at < one.at for at in sentence.where(_TOLD))
