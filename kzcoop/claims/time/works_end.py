"""By when works end whose cost is told, and estimates of works that no year dates.

«Реконструкция завершится 30 ноября 2026 года, на неё уйдёт 14 млрд тенге»   by that month
«власти ещё в 2022 году посчитали, что на ремонт требуется 3 млрд рублей»    a plan of no year
«Весной депутаты исходили из 27 млрд тенге, ожидаемых от инвестора»          the same
«До 2028 года сдадут 90 проектов. Цена вопроса – 2 трлн, занятость – 20 тыс.» by that year too
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import STAGED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.period import iso

_WORKS = Stems(
    "капремонт", "модернизац", "обновлени", "перестрои", "перестройк", "работам", "работы",
    "реконструкц", "ремонт", "стройк", "строительств",
)  # fmt: skip
_ENDS = Stems(
    "довед", "заверш", "законч", "конец", "окончани", "окончат", "продл", "сдад", "сдач", "срок"
)
_ON_WORKS = (
    "капремонт", "модерниз", "обновл", "перестр", "реконстру", "ремонт", "стройк", "строительств",
)  # fmt: skip
_IT = Words("ее", "его", "их")
_FINISHED = ("заверш", "закон", "окончил")
_PAID = ("затрат", "обошел", "обошл", "потрат", "потрач", "стоил", "ушл")
_TOTAL = Stems("общ", "суммарн", "совокупн")
_OTHER = Stems("строительств")
_BACK = 2  # sentences
_LED = 6  # tokens from «закончится» to its day
_ESTIMATED = Stems(
    "нужн", "определил", "оценил", "подсчитал", "понадоб", "посчитал", "потреб", "прикидывал",
    "прикинул", "требовал", "требует", "считал",
)  # fmt: skip
_BY_ESTIMATE = frozenset("оценке подсчетам прикидкам расчетам смете".split())
_SPENT = Stems("выдел", "израсход", "направил", "освоен", "освоил", "потрач", "уже")
# who tells of sums before a thing is built, and how they do
_HOUSES = Stems("депутат", "мажилис", "маслихат", "парламент", "сенат")
_TOLD = Stems(
    "говорил", "закладывал", "звуча", "исходил", "называл", "назвал", "объявил", "речь",
    "упоминал", "упомянул", "фигурирова",
)  # fmt: skip

PRICED_OR_STAFFED = frozenset({"jobs", "projects_value"})
_END_NOTE = "by when the works end"
_TERM_NOTE = "by the term of the projects told before"
_OPENING = 4  # tokens in which a sentence says that it goes on with the same projects
_THEY = frozenset("их им на них они это все".split()) - {"на"}
_COSTS = ("бюджет", "вложени", "занятост", "инвестиц", "работ", "смет", "стоимост", "цен")


def end_of_works(one: Draft, done: Sequence[Draft]) -> None:
    """Give the cost of works the month in which they end, told beside it."""
    if one.indicator != "projects_value" or one.kind != "money" or one.period:
        return
    sentence = one.sentence
    if one.deadline:
        if done and done[-1].trace[-1:] == [_END_NOTE] and _for_year(one):
            one.period, one.deadline = one.deadline, None
        return
    if any(other.indicator == "projects_value" for other in done):
        return  # a part of it
    if any(not sentence.between(at, one.at) for at in sentence.where(_SPENT)):
        return  # «из них освоено 18 млрд»
    on_works = sentence.begins(_WORKS) or (sentence.holds(_IT) and _follows_works(sentence))
    end = _end_of(one, sentence.first, one.at) if on_works else None
    if end is None and not done:
        end = _ended_before(one)
    if end is not None:
        one.deadline, one.status = end, "planned"
        one.note(_END_NOTE)


def term_of_plan(one: Draft, done: Sequence[Draft], kept: Sequence[Draft]) -> None:
    """Give what planned projects cost and employ the term told with their number before.

    For a figure of ``PRICED_OR_STAFFED`` in a sentence without a period, which the caller asks.
    """
    sentence = one.sentence
    if one.deadline or one.period:
        return
    if done and done[-1].trace[-1:] == [_TERM_NOTE]:
        told: Draft | None = done[-1]  # «Цена вопроса – 2 трлн, занятость – 20 тысяч»
    elif done or not _tells_on(sentence):
        return
    else:
        told = _planned_before(sentence, kept)
    if told is not None:
        one.deadline, one.status = told.deadline, "planned"
        one.note(_TERM_NOTE)


def _tells_on(sentence: Sentence) -> bool:
    """Whether a sentence opens with what projects cost, whom they employ, or with a pronoun."""
    opening = sentence.low[sentence.first : min(sentence.first + _OPENING, sentence.last)]
    return any(word in _THEY or word.startswith(_COSTS) for word in opening)


def _planned_before(sentence: Sentence, kept: Sequence[Draft]) -> Draft | None:
    """The planned projects that the sentence before counts by a term, if it tells but one."""
    paragraph = sentence.mentions.tokens.paragraph
    before = []
    for other in reversed(kept):
        if sentence.number - other.sentence.number != 1:
            break
        before.append(other)
    if not before or paragraph[sentence.number] != paragraph[sentence.number - 1]:
        return None
    if any(other.status != "planned" for other in before):
        return None
    terms = {other.deadline for other in before if other.indicator == "projects_count"}
    return before[0] if len(terms) == 1 and before[0].deadline in terms - {None} else None


def _follows_works(sentence: Sentence) -> bool:
    """«… уходит на реконструкцию. Закончить её рассчитывают 31 декабря 2026 года»."""
    if not sentence.number:
        return False
    first, last = sentence.mentions.tokens.bounds[sentence.number - 1]
    return any(word.startswith(_ON_WORKS) for word in sentence.low[first:last])


def _for_year(one: Draft) -> bool:
    """«Смета – 16 млрд тенге, на текущий год – 6»: what that year takes of it."""
    sentence = one.sentence
    return any(
        sentence.word_before(p.first) == "на"
        and p.months is None
        and not one.crossed(p.last, one.at)
        for p in sentence.periods
    )


def _ended_before(one: Draft) -> str | None:
    """«Реконструкцию закончат 30 ноября 2026 года. Работы обойдутся в 14 млрд»: told before.

    In the paragraph, at most two sentences back, past no other figure of works.
    """
    sentence, tokens = one.sentence, one.sentence.mentions.tokens
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - _BACK), -1):
        if tokens.paragraph[number] != tokens.paragraph[sentence.number]:
            return None
        first, last = tokens.bounds[number]
        if any(first <= q.first < last and q.kind == "money" for q in sentence.mentions.quantities):
            return None
        words = sentence.low[first:last]
        if any(word.startswith(_ON_WORKS) for word in words):
            done_then = [word for word in words if word.startswith((*_ON_WORKS, *_FINISHED))]
            if (
                any(map(is_past, done_then))
                or sentence.begins(_OTHER)
                or _of_many(one, first, last)
            ):
                return None  # «Пост ремонтировали до 2022 года. Строительство склада …»
            return _end_of(one, first, last)
    return None


def _of_many(one: Draft, first: int, last: int) -> bool:
    """«Сдать «Казыгурт» обещают к июню, «Атамекен» – к декабрю», «смета выросла с 8,8 …»."""
    sentence = one.sentence
    days = [p for p in sentence.mentions.periods if first <= p.first < last]
    ends = sum(p.role == "by" for p in days)
    if any(word.startswith(_PAID) for word in sentence.low[sentence.first : one.at]):
        return True  # «На «Каракоге» работы завершены, реконструкция обошлась в 6 млрд»
    return ends > 1 or sentence.begins(_TOTAL) or sentence.word_before(one.quantity.lead) == "с"


def _end_of(one: Draft, first: int, last: int) -> str | None:
    """The month in which works end, told between two tokens."""
    low = one.sentence.low
    for period in one.sentence.mentions.periods:
        if period.first >= last or period.first < first or period.year is None:
            continue
        led = low[max(first, period.first - _LED) : period.first + 1]
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
    if any(tense(sentence.low[at]) == "past" for at in sentence.where(_ESTIMATED)):
        return True
    # «на перестройку, по оценке 2023 года, требуется 10 млрд рублей»
    return any(sentence.word_before(p.first) in _BY_ESTIMATE for p in sentence.periods)


def is_spoken_of(one: Draft) -> bool:
    """«Весной депутаты исходили из 27 млрд тенге»: a sum told of before anything was built."""
    sentence = one.sentence
    if one.kind != "money" or one.indicator not in (*STAGED, "other"):
        return False
    if not (sentence.begins(_HOUSES) and sentence.begins(_TOLD)):
        return False
    return any(at < one.at for at in sentence.where(_TOLD))
