"""Which period figures after a sentence may be of, and what that period was compared with.

«За январь–сентябрь … В сентябре – 4 тыс. тонн … ¶ Кроме России, …»   the report's months again
«Четыре года назад картина была иной.»                                that year dates what follows
«Подведены итоги работы железных дорог за 2023 год.»                  dates what follows
«Крупнейшие покупатели муки за 2024 год:»                             dates its list
«По итогам 2022 года он превысил 1,6 млрд», after 2023 was told       no new period
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.production import tells_of_output
from kzcoop.claims.time.base_period import month_of
from kzcoop.claims.topic.topic import FLOWS, Topic
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.calendar import bounds
from kzcoop.mentions.hedge import ADJECTIVE_ENDINGS

_RESULTS = Stems("итог", "рекорд", "черту")
# what opens a note on trade: «Китай в первом квартале остался крупнейшим покупателем»
_TRADERS = Stems("внешн", "импортер", "покупател", "поставщик", "торгов", "экспортер")
_YEARS = re.compile(r"\d{4}/\d{4}$")  # «за последние пять лет» dates its own figure only
# what an office publishes for some months
_FIGURES = Stems("данны", "отчет", "показател", "сведени", "сводк", "статистик", "таблиц", "цифр")
# how a market goes, told without a figure: «Зимой рынок ожил.»
_MARKET = Stems(
    "ввоз", "вывоз", "грузопоток", "динамик", "закупк", "импорт", "картин", "объем", "отгрузк",
    "оборот", "перелом", "поставк", "поток", "продаж", "рост", "рынк", "рынок", "ситуаци",
    "снижени", "спад", "спрос", "темп", "товарооборот", "торговл", "транзит", "тренд", "экспорт",
)  # fmt: skip
# a month that is told for itself: «Рекорд поставлен в октябре»
_ASIDE = Stems("впроч", "лучш", "максим", "наибол", "пик", "правда", "рекорд", "худш")
_REPORTING = Stems("аким", "глава", "глав", "министр")
_REPORTED = Stems("долож", "отчет", "отчит", "рассказ")
_OPENED = 2  # the last sentence that opens a report
_SEASONS = frozenset({"весной", "зимой", "летом", "осенью"})
_SEASON, _CLOSED = Stems("маркетинг", "сезон"), Stems("заверш", "законч", "закры", "подвел")
# what tells that it was not so then: «Ещё в 2018-м всё выглядело иначе.»
_UNLIKE = Words(
    "другая", "другим", "другими", "другой", "другие", "другое", "иначе", "иная", "иной", "иным",
    "иными", "иные", "наоборот", "скромнее", "хуже", "лучше", "слабее",
)  # fmt: skip
_RECKONED = Stems("длит", "длящ", "отсчит", "счита")
_ANY_YEAR = 2000
_MONTH = 6  # characters: a value that is longer is a part of a year
_LOOKS = ("видит", "выгляд", "запомн", "сложил")  # «так выглядит октябрь»
_HEADING = 8  # tokens of «Импорт, январь – август»
_INFLOW = Stems("приток")


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
    elif flows and flows[-1].status == "actual" and flows[-1].indicator == "investment":
        topic.last_period = None  # of a stock: «Из них 5 млрд – прямые инвестиции»
    # «за пять лет вырос втрое и в 2025 году достиг …»: the year goes on, the span does not
    begun = any(base.is_base and base.period for base in flows) and any(
        p.role == "since" and _YEARS.match(p.value or "") for p in sentence.periods
    )  # «с 2016 года нарастил вложения с 2,9 до 7,8 млрд»
    if actual and (begun or _YEARS.match(actual[0].period or "")):
        named = {period.value for period in sentence.periods if period.role == "at"}
        actual = [one for one in actual if one.period in named]
    if actual and not _looks_back(actual, topic) and not _stands_out(sentence, actual, topic):
        latest = _latest([one.period or "" for one in actual])
        latest = max(latest, _then(sentence) or "", key=lambda told: told[:4])
        outer = topic.outer or topic.period
        # «А предыдущий год был удачным. В 2024-м … Импорт рос быстрее»: the year goes on
        stays = topic.outer is not None and latest == topic.period and len(latest) == len("2024")
        topic.outer = outer if _told_aside(latest, outer) and not stays else None
        if topic.period and any(p.role == "by" and p.value == latest for p in sentence.periods):
            topic.bases[latest] = topic.period  # «В 2018 году … К 2024-му он поднялся до …»
        topic.period = latest
        if sentence.begins(_INFLOW):
            topic.period_of = "investment"
        elif actual[-1].indicator != "investment":
            topic.period_of = None
        topic.period_paragraph, topic.period_sentence = topic.paragraph, sentence.number
    elif not done and (ago := _years_ago(sentence)) is not None:
        if topic.outer is None and topic.period and ago < topic.period:
            topic.outer = topic.period
        topic.period, topic.period_paragraph = ago, topic.paragraph
        topic.period_sentence = sentence.number
    elif not done and (
        sentence.begins(_RESULTS)
        or tells_of_output(sentence)
        or _tells_growth(sentence)
        or heads_list(sentence)
        or _asks(sentence)
        or _contrasts(sentence)
        or _opens(sentence)
        or _sets_scene(sentence)
        or _publishes(sentence)
        or _closes_season(sentence)
        or _is_reported(sentence)
    ):
        # «Подведены итоги работы железных дорог за 2023 год.», «Выпуск сахара за прошлый год
        # вырос на 89%.» date what follows
        told = [p.value for p in sentence.periods if p.role == "at" and p.value]
        if len(told) > 1 and sentence.begins(_RECKONED):
            told = told[1:]  # «сезон 2023/24, который считают с сентября по август»
        unlike = _contrasts(sentence)
        # not «рекордные показатели, хотя максимумы января 2022 года были близки»
        asks = _asks(sentence)
        if told and (asks or unlike or _ends(told[0]) >= _ends(topic.period or "")):
            outer = topic.outer or topic.period if not asks else None  # the answer is of it
            topic.outer = outer if _told_aside(told[0], outer) else None
            topic.period, topic.period_paragraph = told[0], topic.paragraph
            topic.period_sentence = sentence.number
    elif topic.period and any(one.is_base or one.period == topic.period for one in flows):
        topic.period_paragraph, topic.period_sentence = topic.paragraph, sentence.number


def _inflow_aside(actual: Sequence[Draft], topic: Topic) -> bool:
    """«приток за девять месяцев 2024 года» amid a year's trade: it dates nothing after it."""
    year = topic.period or ""
    return len(year) == len("2024") and all(
        one.indicator == "investment" and (one.period or "").startswith(f"{year}-")
        for one in actual
    )


def _opens(sentence: Sentence) -> bool:
    """Whether the first sentence tells of trade in a quarter or some months, without a figure."""
    return (
        sentence.number <= 1
        and not sentence.quantities
        and sentence.begins(_TRADERS)
        and any(p.role == "at" and len(p.value or "") > _MONTH for p in sentence.periods)
    )


def _sets_scene(sentence: Sentence) -> bool:
    """Whether a sentence without a figure tells of when those are that follow.

    «В январе темпы снизились.», «Порт отчитался за 2023 год.», «Минувший год был для нас удачным.»
    """
    if not sentence.periods or sentence.has("goal", "planned", "potential"):
        return False
    if any(p.role == "at" and sentence.word_before(p.first) == "за" for p in sentence.periods):
        return True
    if any(
        p.role == "at" and sentence.word_before(p.first).startswith(_LOOKS) for p in sentence.periods
    ):
        return True  # «Рынок сжался на 9%: так выглядит октябрь для экспортёров.»
    if sentence.quantities:
        return False
    if _is_heading(sentence) or _tells_of(sentence):
        return True
    begins = sentence.periods[0].first - sentence.first
    subject = begins == 0 and sentence.low[sentence.first] not in _SEASONS
    return subject or (begins <= 1 and sentence.begins(_MARKET))  # past «в», «за»


def _years_ago(sentence: Sentence) -> str | None:
    """«Четыре года назад, впрочем, статистика была бойче.»: that year, without a figure."""
    first = sentence.periods[0] if sentence.periods else None
    if first is None or first.role != "base" or first.shift > -2 or first.year is None:
        return None
    if any(q.kind != "out" for q in sentence.quantities) or sentence.has("goal", "planned"):
        return None
    opens = first.first - sentence.first <= 1  # past «еще», «а»
    market = sentence.begins(_MARKET) or sentence.begins(_FIGURES)
    market = market or sentence.holds(_UNLIKE)
    return str(first.year) if opens and market and len(sentence.periods) == 1 else None


def _contrasts(sentence: Sentence) -> bool:
    """«Ещё в 2018-м всё выглядело иначе.»: an earlier year, of which the text goes on to tell."""
    return not sentence.quantities and len(sentence.periods) == 1 and sentence.holds(_UNLIKE)


def _is_heading(sentence: Sentence) -> bool:
    """«Импорт, январь – август.»: a flow and its period, and nothing else."""
    last = sentence.periods[-1]
    ends = sentence.low[last.last : sentence.last] in ([], ["."], [":"])
    opens = any(hit.first == sentence.first for hit in sentence.indicators)
    return last.role == "at" and ends and opens and last.last - sentence.first <= _HEADING


def _tells_of(sentence: Sentence) -> bool:
    """«Ассоциация подсчитала ноябрьские продажи.»: the month is an adjective of what is told."""
    return any(
        p.role == "at" and p.last - p.first == 1
        and sentence.low[p.first].endswith(ADJECTIVE_ENDINGS)
        and any(w.startswith((*_FIGURES, *_MARKET)) for w in sentence.low[p.last : p.last + 2])
        for p in sentence.periods
    )  # fmt: skip


def _closes_season(sentence: Sentence) -> bool:
    """«Союз закрыл маркетинговый год 2023/24.», with the figures to follow."""
    return not sentence.quantities and sentence.begins(_SEASON) and sentence.begins(_CLOSED)


def _is_reported(sentence: Sentence) -> bool:
    """«Аким рассказал президенту, чем жила в 2025 году область.», with the figures to follow."""
    if sentence.number > _OPENED or sentence.quantities or not sentence.begins(_REPORTED):
        return False
    return sentence.begins(_REPORTING)


def _publishes(sentence: Sentence) -> bool:
    """«Комитет обнародовал цифры за январь–июль.», with the figures to follow."""
    if sentence.quantities or not sentence.begins(_FIGURES):
        return False
    low = sentence.low
    return any(
        p.role == "at" and sentence.word_before(p.first) in ("за", "о", "об")
        and any(w.startswith(_FIGURES) for w in low[max(sentence.first, p.first - 4) : p.first])
        for p in sentence.periods
    )  # fmt: skip


def _asks(sentence: Sentence) -> bool:
    """«Каким стал для торговли прошлый год?», with the figures in the answer."""
    return sentence.low[sentence.last - 1] == "?" and all(
        q.kind == "out"
        for q in sentence.quantities  # «товарооборот двух стран»
    )


def heads_list(sentence: Sentence) -> bool:
    """«Крупнейшие покупатели муки за 2024 год:», with the figures to follow.

    Also «Внешняя торговля, 2024 год, млн долларов США», a heading that ends with their unit.
    """
    if sentence.low[sentence.last - 1] != ":" and not any(
        hit.last == sentence.last and hit.first - sentence.first > 1
        for hit in sentence.rows("units")
    ):
        return False
    return all(q.kind == "name" for q in sentence.quantities)  # «Топ-5» tells nothing


def _tells_growth(sentence: Sentence) -> bool:
    """«Казахстан в 2023 году нарастил поставки угля», with the figures to follow."""
    if sentence.quantities or not any(period.named for period in sentence.periods):
        return False
    flow = any(hit.entry.value in FLOWS for hit in sentence.indicators)
    # «обнародовал структуру импорта за январь–февраль 2022 года»
    over = any(sentence.word_before(p.first) == "за" for p in sentence.periods if p.role == "at")
    return flow and (over or any(cue.entry.kind in ("up", "down") for cue in sentence.cues))


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
