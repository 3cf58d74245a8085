"""Which period told before is in reach of a figure without its own, and one told after it.

«За 2025 год вырос на 37%. … ¶ Мяса птицы ввезено 141 тыс. тонн»   the year of the report
«Торговля достигла 4 млн долларов. Таковы итоги полугодия.»        the half told after it
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import MOVED, OTHER_SIDE, SIDES
from kzcoop.claims.measure.share import preposition
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.claims.time.base_period import earlier, opens_with_base
from kzcoop.claims.time.nearest_period import CHANGES
from kzcoop.claims.time.standing_share import of_other_whole, of_trade_abroad
from kzcoop.claims.topic.entry import heads_entry
from kzcoop.claims.topic.topic import BALANCE, Topic
from kzcoop.claims.unit.heading_unit import is_line
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.period import Period

_YEAR_BEFORE = Period(0, 0, "base", None, shift=-1)
_PARTS = (["из", "них"], ["из", "этой"], ["из", "этого"], ["в", "том"])
_CLOSES = ("заверш", "законч", "закры")
_CLOSED = Stems(*_CLOSES)
# what an akim gives an account of
_ACCOUNTED = frozenset({"investment", "jobs", "projects_count", "projects_value"})
_OPENING = 4  # tokens of «Закончили же год»
# what a report of a year tells of besides trade: «Основное за 2024 год: запущен 31 проект»
_REPORTED = frozenset({"jobs", "projects_count", "projects_value"})
_CAME_IN = Stems("вложил", "поступ", "прибыл", "привлек", "привлеч", "приток", "пришл", "прямы")
_STAYS = 4  # sentences through which a period stays past its paragraph
_LASTS = 12  # and a whole year, for what was moved
_RUNNING = Stems("нынешн", "текущ")
_SUCH = Words("столько", "таков", "такова", "таковы", "такие", "такой", "это")
_SPOKEN = Words("данные", "речь", "цифры")
_TOLD_SO = either(_SUCH, _SPOKEN)
_ONCE = Words("был", "были", "было", "впервые", "последний", "раньше")
_RESULTS = Stems("данны", "итог", "показател", "результат", "статистик", "цифр")
_GIVEN = Stems("взят", "даны", "идет", "приведен", "указан")
_ABOUT = frozenset({"о", "об", "за", "–", "—"})
_AND = frozenset({"а", "и", "все", "причем"})
_ONLY = frozenset({"всего", "лишь", "один", "одного", "одно", "пока", "только"})


def period_in_reach(one: Draft, topic: Topic) -> str | None:
    """Return the period that the text before is about, as far as it reaches the figure."""
    sentence = one.sentence
    recent = None
    if one.measure == "share_pct" and (
        of_other_whole(one, topic.wholes) or of_trade_abroad(one, topic.sides)
    ):
        return None
    here = topic.period_paragraph == topic.paragraph
    flow = one.indicator in MOVED or one.indicator == topic.period_of or _in_list(one, topic)
    flow = flow or (topic.framed and _is_reported(one)) or _is_balance(one, topic)
    away = sentence.number - topic.period_sentence
    whole = len(topic.outer or topic.period or "") == len("2025")
    if here or (flow and (away <= _STAYS or (away <= _LASTS and _lasts(one, whole)))):
        recent = topic.period
        if topic.outer is not None and not here and not _answers(one, topic):
            recent = topic.outer
        if recent and topic.year and _compares_year(one, recent, topic.year):
            recent = topic.year
        if recent and sentence.low[sentence.first : sentence.first + 2] in _PARTS:
            recent = topic.last_period  # «Из них на экспорт приходится …»: of the last total
    if recent and sentence.begins(_CLOSED) and _closes_year(sentence):
        recent = recent[: len("2022")]  # «Год завершился на отметке 6,3 млрд», after its months
    if topic.entry_period and heads_entry(sentence):
        recent = topic.entry_period
    if recent is None and topic.at_home and one.indicator in _ACCOUNTED:
        recent = topic.account
    if topic.due and len(topic.due) == len("2025") and opens_with_base(sentence):
        return topic.due  # «В этом году планируют 400 тыс. тонн. Годом ранее было 250»
    return recent


def _closes_year(sentence: Sentence) -> bool:
    """«Год завершился на отметке …», «Закончили же год на 3,8 млрд»."""
    opening = sentence.low[sentence.first : min(sentence.first + _OPENING, sentence.last)]
    return "год" in opening and any(word.startswith(_CLOSES) for word in opening)


def _is_reported(one: Draft) -> bool:
    """«прямые инвестиции – $640 млн; запущен 31 проект», under a heading or after a question."""
    if one.indicator == "investment":
        return one.sentence.begins(_CAME_IN)
    return one.indicator in _REPORTED


def _answers(one: Draft, topic: Topic) -> bool:
    """«Экспорт, 2023 год: 456 млн. ¶ Импорт: 73 млн, годом ранее – 88»: of the same year."""
    return (
        one.sentence.number - topic.sides_sentence == 1
        and len(topic.period or "") == len("2023")
        and topic.told.claim in SIDES
        and one.indicator == OTHER_SIDE[topic.told.claim]
    )


def _compares_year(one: Draft, recent: str, year: str) -> bool:
    """«2023 год принёс 530 млн, полугодие – 281. Купил на 73 млн, ведь в 2022-м было 88».

    Whether the one period of a sentence is the year before the whole year told, where months of
    the year after were told last.
    """
    periods = one.sentence.periods
    return (
        recent[4:5] == "-"
        and int(recent[:4]) == int(year) + 1
        and len(periods) == 1
        and periods[0].first > one.at
        and periods[0].value == str(int(year) - 1)
    )


def _in_list(one: Draft, topic: Topic) -> bool:
    """«Вложено за год 12 млрд. По странам: Италия – 2 910; Россия – 1 640»: as what is divided.

    Also a line of a list of flows, «отрицательное сальдо – 4 млрд».
    """
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in ("investment", "other") or not sentence.number:
        return False
    first, last = sentence.mentions.tokens.bounds[sentence.number - 1]
    listed = low[last - 1] in (":", ";") or is_line(low[first:last])
    if not listed or not is_line(low[sentence.first : sentence.last], ends=(".", ";")):
        return False
    if one.indicator == "other":
        return sentence.begins(BALANCE) and topic.told.claim in MOVED
    return topic.told.claim == "investment" and topic.last_period is not None


def _is_balance(one: Draft, topic: Topic) -> bool:
    """«… ¶ Отрицательное сальдо сжалось до 2 млрд долларов»: of the flows told before."""
    if one.indicator != "other" or one.kind != "money" or topic.told.claim not in MOVED:
        return False
    return one.sentence.begins(BALANCE)


def _was_moved(one: Draft) -> bool:
    """Whether a flow is told in the past, with no period of its sentence but a base."""
    sentence, low = one.sentence, one.sentence.low
    if one.measure not in ("level", *CHANGES) or one.status != "actual":
        return False
    if any(p.role not in ("base", "same") for p in sentence.periods):
        return False  # not «Труб продали на 52 млн против 18 годом ранее»
    return any(
        tense(low[hit.first]) == "past" or low[hit.first].endswith(("ено", "ано"))
        for hit in (*sentence.cues, *sentence.indicators)
        if sentence.between(hit.first, one.at) <= 1
    )


def _lasts(one: Draft, whole: bool) -> bool:
    """Whether a figure is of the period of the report, far past it.

    A flow that was, where the period is a whole year, and «объёмы нынешнего импорта выше на 12%».
    """
    if whole and _was_moved(one):
        return True
    return one.measure in CHANGES and one.status == "actual" and one.sentence.begins(_RUNNING)


def date_before(sentence: Sentence, kept: Sequence[Draft]) -> None:
    """Date the figures of the sentence before: «Таковы итоги первого полугодия 2025 года.»."""
    if not (sentence.periods and sentence.begins(_TOLD_SO) and _tells_when(sentence)):
        return
    told = next((p.value for p in sentence.periods if p.role == "at" and p.value), None)
    for one in reversed(kept):
        if told is None or sentence.number - one.sentence.number != 1:
            return
        undated = one.period is None or not one.sentence.periods  # or dated by the text before
        if undated and one.status == "actual" and one.indicator in MOVED:
            back = preposition(one) in ("вместо", "против")  # «190 тыс. тонн вместо 380»
            one.period = earlier(told, _YEAR_BEFORE) if back else told
            one.note("period of the sentence after")


def _tells_when(sentence: Sentence) -> bool:
    """«Таковы итоги полугодия», «И это только за первые пять месяцев», «Речь о январе–мае»."""
    low, at = sentence.low, sentence.first
    while low[at] in _AND and at + 1 < sentence.last:
        at += 1
    opens = low[at]
    if opens == "столько":
        return True  # «Столько получилось за 2024 год.» needs no noun
    if opens in _SPOKEN:
        return sentence.begins(_GIVEN) or sentence.word_at(at + 1) in _ABOUT
    if opens not in _SUCH:
        return False
    if sentence.begins(_RESULTS):
        return not sentence.holds(_ONCE)  # not «Такие показатели были в 2021 году»
    at += 1
    while low[at] in _ONLY and at + 1 < sentence.last:
        at += 1
    return low[at] == "за" and sentence.periods[0].first - at in (1, 2)  # «за первые пять месяцев»
