"""Which period figures after a sentence may be of, and what that period was compared with.

«За январь–сентябрь … В сентябре – 4 тыс. тонн … ¶ Кроме России, …»   the report's months again
«Четыре года назад картина была иной.»                                that year dates what follows
«По итогам 2022 года он превысил 1,6 млрд», after 2023 was told       no new period

Which sentences without a figure date what follows is told by scene_period.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.time.base_period import month_of
from kzcoop.claims.time.scene_period import asks, contrasts, dates_what_follows, years_ago
from kzcoop.claims.time.taken_period import year_of_finished
from kzcoop.claims.topic.topic import Topic
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.calendar import bounds

_YEARS = re.compile(r"\d{4}/\d{4}$")  # «за последние пять лет» dates its own figure only
# a month that is told for itself: «Рекорд поставлен в октябре»
_ASIDE = Stems("впроч", "лучш", "максим", "наибол", "пик", "правда", "рекорд", "худш")
_RECKONED = Stems("длит", "длящ", "отсчит", "счита")
_ANY_YEAR = 2000
_INFLOW = Stems("приток")
_CAME_IN = Stems("поступил", "привлекл", "привлечен", "пришло")  # to the whole country
_WHOLE = Words("весь", "целый")
_DIRECT = Stems("иностранн", "прям")


def remember_period(
    sentence: Sentence, done: Sequence[Draft], flows: Sequence[Draft], topic: Topic
) -> None:
    """Keep the period that figures after may be of, and what it was compared with."""
    ahead = [one.deadline for one in flows if one.status == "planned" and one.deadline]
    topic.due = ahead[-1] if ahead and len(ahead) == len(flows) else None
    for one in flows:
        if one.period and one.base_period and len(one.period) == len(one.base_period):
            topic.bases[one.period] = one.base_period
    for base, one in pairwise(flows):
        if base.is_base and base.period and one.period and len(base.period) == len(one.period):
            topic.bases[one.period] = base.period
    actual = [
        one for one in flows
        if one.status == "actual" and one.period and not one.is_base
        and one.indicator != "projects_value"
    ]  # fmt: skip
    if actual and _inflow_aside(actual, topic):
        return
    if actual:
        topic.last_period = actual[-1].period
        whole = [one.period for one in actual if len(one.period or "") == len("2024")]
        topic.year = whole[-1] if whole else topic.year
    elif flows and flows[-1].status == "actual" and flows[-1].indicator == "investment":
        topic.last_period = None  # of a stock: «Из них 5 млрд – прямые инвестиции»
    if flows and flows[-1].period is None and _stays_open(sentence, flows):
        topic.period = topic.last_period = topic.outer = None
        return
    # «за пять лет вырос втрое и в 2025 году достиг …»: the year goes on, the span does not
    begun = any(base.is_base and base.period for base in flows) and any(
        p.role == "since" and _YEARS.match(p.value or "") for p in sentence.periods
    )  # «с 2016 года нарастил вложения с 2,9 до 7,8 млрд»
    if actual and (begun or _YEARS.match(actual[0].period or "")):
        named = {period.value for period in sentence.periods if period.role == "at"}
        actual = [one for one in actual if one.period in named]
    back = actual and (_looks_back(actual, topic) or _is_whole_before(sentence, actual, topic))
    if actual and not back and not _stands_out(sentence, actual, topic):
        latest = _latest([one.period or "" for one in actual])
        latest = max(latest, _then(sentence) or "", key=lambda told: told[:4])
        outer = topic.outer or topic.period
        # «А предыдущий год был удачным. В 2024-м … Импорт рос быстрее»: the year goes on
        stays = topic.outer is not None and latest == topic.period and len(latest) == len("2024")
        topic.outer = outer if _told_aside(latest, outer) and not stays else None
        if topic.period and any(p.role == "by" and p.value == latest for p in sentence.periods):
            topic.bases[latest] = topic.period  # «В 2018 году … К 2024-му он поднялся до …»
        topic.framed = topic.framed and topic.period == latest
        topic.period = latest
        if sentence.begins(_INFLOW) or _is_whole_inflow(sentence, actual):
            topic.period_of = "investment"
        elif actual[-1].indicator != "investment":
            topic.period_of = None
        topic.period_paragraph, topic.period_sentence = topic.paragraph, sentence.number
    elif not done and (ago := years_ago(sentence)) is not None:
        if topic.outer is None and topic.period and ago < topic.period:
            topic.outer = topic.period
        topic.period, topic.period_paragraph = ago, topic.paragraph
        topic.period_sentence = sentence.number
    elif not done and dates_what_follows(sentence):
        # «Подведены итоги работы железных дорог за 2023 год.», «Выпуск сахара за прошлый год
        # вырос на 89%.» date what follows
        unlike = contrasts(sentence)
        roles = ("at", "base") if unlike else ("at",)  # «Та же история с цифрами 2020 года»
        told = [p.value for p in sentence.periods if p.role in roles and p.value]
        if len(told) > 1 and sentence.begins(_RECKONED):
            told = told[1:]  # «сезон 2023/24, который считают с сентября по август»
        # not «рекордные показатели, хотя максимумы января 2022 года были близки»
        asked = asks(sentence)
        if told and (asked or unlike or _ends(told[0]) >= _ends(topic.period or "")):
            # the answer is of it, and so are the lines of a list
            beside = not asked and sentence.low[sentence.last - 1] != ":"
            outer = topic.outer or topic.period if beside else None
            topic.outer = outer if _told_aside(told[0], outer) else None
            topic.period, topic.period_paragraph = told[0], topic.paragraph
            topic.framed = True
            topic.period_sentence = sentence.number
    elif (year := year_of_finished(done)) is not None and not done[0].partner:
        # «За минувший год ввели 36 проектов. Приток инвестиций – 480 млн»
        topic.period, topic.period_paragraph, topic.framed = year, topic.paragraph, True
        topic.period_sentence = sentence.number
    elif topic.period and any(one.is_base or one.period == topic.period for one in flows):
        topic.period_paragraph, topic.period_sentence = topic.paragraph, sentence.number


def _is_whole_inflow(sentence: Sentence, actual: Sequence[Draft]) -> bool:
    """«За 2021 год в экономику пришло $23 млрд инвестиций»: of whom its parts are told next."""
    first = actual[0]
    if first.indicator != "investment" or first.partner or first.region:
        return False
    return first.kind == "money" and sentence.begins(_CAME_IN) and sentence.begins(_DIRECT)


def _stays_open(sentence: Sentence, flows: Sequence[Draft]) -> bool:
    """«в 2021 году – 130 млн, а прошлый год принёс 210», undated: the year that goes on is open.

    Also «За пять месяцев прошлого года оборот прибавил 9% и достиг 80 млн. Отметку в 200 млн взяли
    позже»: nothing dates the second sentence either.
    """
    open_ones = [one for one in flows if one.status == "actual" and one.period is None]
    return any(
        p.role == "at" and p.value is None and (p.shift < 0 or p.months) and p.first < one.at
        and not any(p.last <= other.first < one.first for other in flows)
        for p in sentence.periods
        for one in open_ones
    )  # fmt: skip


def _inflow_aside(actual: Sequence[Draft], topic: Topic) -> bool:
    """«приток за девять месяцев 2024 года» amid a year's trade: it dates nothing after it."""
    year = topic.period or ""
    return len(year) == len("2024") and all(
        one.indicator == "investment" and (one.period or "").startswith(f"{year}-")
        for one in actual
    )


def _then(sentence: Sentence) -> str | None:
    """«Если в 2022 году завезли 26 тыс., то за девять месяцев нынешнего – почти 80»: the latter."""
    if sentence.low[sentence.first] != "если":
        return None
    told = [p.value for p in sentence.periods if p.role == "at" and p.value]
    return told[-1] if len(told) > 1 else None


def _stands_out(sentence: Sentence, actual: Sequence[Draft], topic: Topic) -> bool:
    """«Рекорд поставлен в октябре – 1,2 млн», «В ноябре, впрочем, …» amid the report's months."""
    main = topic.period
    if main is None or topic.period_paragraph != topic.paragraph or not sentence.begins(_ASIDE):
        return False
    return all(_told_aside(one.period or "", main) for one in actual)


def _looks_back(actual: Sequence[Draft], topic: Topic) -> bool:
    """«По итогам 2022 года он превысил 1,6 млрд» after 2023 was told: no new period."""
    told = [one.period or "" for one in actual]
    main = topic.period
    if main is None or topic.period_paragraph != topic.paragraph:
        return False
    # «В январе – 2,6 млн тонн. В январе прошлого года – 2,4 млн. Через Достык …»
    months = month_of(main, _ANY_YEAR)
    if len(main) == len("2025-01") and all(len(period) == len(main) for period in told):
        return all(period < main for period in told)  # «За сентябрь – 34 тыс. Август дал 31 тыс.»
    return all(month_of(period, _ANY_YEAR) == months and period < main for period in told)


def _is_whole_before(sentence: Sentence, actual: Sequence[Draft], topic: Topic) -> bool:
    """«За весь прошлый год он не дотянул и до 40 млн», amid the months of this one."""
    main = topic.period
    if main is None or main[4:5] != "-" or topic.period_paragraph != topic.paragraph:
        return False
    if not sentence.holds(_WHOLE) or len(sentence.quantities) > 1:
        return False  # a year of which more is told goes on
    return actual[0].period == str(int(main[:4]) - 1)


def _told_aside(period: str, outer: str | None) -> bool:
    """Whether a period is told beside the months of the report: a month of them, or earlier ones.

    «В сентябре – 4 тыс. тонн», «в апреле–мае прошлого года» after «за январь–сентябрь»; not
    «за полугодие» after «за январь–сентябрь», which the text goes on with.
    """
    if outer is None:
        return False
    if period[:4] < outer[:4]:
        return True
    if len(period) == len("2025"):
        return False
    inner, whole = bounds(period), bounds(outer)
    return inner is not None and whole is not None and whole[0] < inner[0] <= inner[1] <= whole[1]


def _ends(period: str) -> str:
    """The year in which a period ends."""
    return period.rpartition("/")[2][:4]


def _latest(periods: Sequence[str]) -> str:
    """The period that a sentence leads to: the latest of the same months of several years.

    «в первом полугодии 2021 года вывезли на 1,6 млрд, в этом – на 3,1 млрд»
    """
    months = month_of(periods[0], _ANY_YEAR)
    last = periods[-1]
    opens = last[4:].startswith(("-01", "-H1", "-Q1"))
    if opens and len(periods[0]) == len("2023") and periods[0] < last[:4]:
        return last  # «за 2023 год – 552 млн, за восемь месяцев 2024-го – 300»
    return max(periods, key=lambda told: (month_of(told, _ANY_YEAR) == months, told[:4]))
