"""Which sentences without a figure date those that follow.

«Подведены итоги работы железных дорог за 2023 год.»     what a paper or a speech is of
«Крупнейшие покупатели муки за 2024 год:»                a heading of a list
«В январе темпы снизились.», «так выглядит октябрь»      how it went, and when
«Ещё в 2018-м всё выглядело иначе.»                      an earlier year
"""

from __future__ import annotations

from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.production import tells_of_output
from kzcoop.claims.topic.topic import FLOWS
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.hedge import ADJECTIVE_ENDINGS
from kzcoop.mentions.period import Period

_RESULTS = Stems("итог", "рекорд", "черту")
# what opens a note on trade: «Китай в первом квартале остался крупнейшим покупателем»
# what an office publishes for some months
_FIGURES = Stems("данны", "отчет", "показател", "сведени", "сводк", "статистик", "таблиц", "цифр")
# how a market goes, told without a figure: «Зимой рынок ожил.»
_MARKET = Stems(
    "ввоз", "вывоз", "грузопоток", "динамик", "закупк", "импорт", "картин", "объем", "отгрузк",
    "оборот", "перелом", "подъем", "поставк", "поставок", "поток", "прирост", "продаж", "рост",
    "рынк", "рынок", "ситуаци", "снижени", "спад", "спрос", "темп", "товарооборот", "торговл",
    "транзит", "тренд", "экспорт",
)  # fmt: skip
_REPORTING = Stems("аким", "глава", "глав", "министр")
_REPORTED = Stems("долож", "отчет", "отчит", "рассказ")
_OPENED = 2  # the last sentence that opens a report
_SEASONS = frozenset({"весной", "зимой", "летом", "осенью"})
_SEASON_WORDS = ("год", "зернов", "маркетингов", "сельхоз", "сезон")
_SEASON, _CLOSED = Stems("маркетинг", "сезон"), Stems("заверш", "законч", "закры", "подвел")
# what tells that it was not so then: «Ещё в 2018-м всё выглядело иначе.»
_UNLIKE = Words(
    "другая", "другим", "другими", "другой", "другие", "другое", "иначе", "иная", "иной", "иным",
    "иными", "иные", "наоборот", "скромнее", "хуже", "лучше", "слабее",
)  # fmt: skip
# what tells that it was so then too: «То же самое было с поставками за 2020 год.»
_ALIKE = Stems(
    "бывал", "история", "нестыков", "несовпад", "повторил", "похож", "разнобо", "случил",
    "подобн", "разошл", "расходил", "расхожд", "самое", "совпа", "сошл", "схож",
)  # fmt: skip
_THE_SAME = (["то", "же"], ["та", "же"], ["такая", "же"], ["такое", "же"], ["так", "же"])
_LOOKS = ("видит", "выгляд", "запомн", "сложил")  # «так выглядит октябрь»
# how and by whom a market was moved: «Рост экспорта в октябре произошёл за счёт двух стран»
_TURNED = Stems("измени", "обеспеч", "объясн", "помен", "произош", "пришелс", "пришлас", "пришлос")
_HEADING = 8  # tokens of «Импорт, январь – август»
_CITED = 9  # tokens from «сводке» past a name in guillemets to «за январь»
_NO_FIGURE = frozenset({"ordinal", "out"})  # «первые семь месяцев», «двух стран»


def dates_what_follows(sentence: Sentence) -> bool:
    """Whether a sentence of no figure tells of which period those are that follow."""
    return (
        sentence.begins(_RESULTS)
        or tells_of_output(sentence)
        or _tells_growth(sentence)
        or heads_list(sentence)
        or asks(sentence)
        or contrasts(sentence)
        or _opens(sentence)
        or _sets_scene(sentence)
        or _publishes(sentence)
        or _closes_season(sentence)
        or _is_reported(sentence)
    )


def asks(sentence: Sentence) -> bool:
    """«Каким стал для торговли прошлый год?», with the figures in the answer."""
    return sentence.low[sentence.last - 1] == "?" and all(
        q.kind == "out"
        for q in sentence.quantities  # «товарооборот двух стран»
    )


def contrasts(sentence: Sentence) -> bool:
    """«Ещё в 2018-м всё выглядело иначе.»: an earlier year, of which the text goes on to tell.

    Also one of which the same is told: «Не сошлись и данные о 2020-м», «Похожим был и 2020 год».
    """
    if sentence.quantities or len(sentence.periods) != 1:
        return False
    if sentence.holds(_UNLIKE):
        return True
    told = sentence.begins(_MARKET) or sentence.begins(_FIGURES) or sentence.begins(_RESULTS)
    told = told or sentence.word_before(sentence.periods[0].first) in ("и", "о", "об")
    told = told or sentence.low[sentence.first : sentence.first + 2] in _THE_SAME
    return told and sentence.begins(_ALIKE)  # not «Похожий документ подписали в 2019 году»


def years_ago(sentence: Sentence) -> str | None:
    """Return the year of «Четыре года назад, впрочем, статистика была бойче.», or None."""
    first = sentence.periods[0] if sentence.periods else None
    if first is None or first.role != "base" or first.shift > -2 or first.year is None:
        return None
    if any(q.kind != "out" for q in sentence.quantities) or sentence.has("goal", "planned"):
        return None
    opens = first.first - sentence.first <= 1  # past «еще», «а»
    market = sentence.begins(_MARKET) or sentence.begins(_FIGURES)
    market = market or sentence.holds(_UNLIKE)
    return str(first.year) if opens and market and len(sentence.periods) == 1 else None


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


def _opens(sentence: Sentence) -> bool:
    """Whether the first sentence tells of some months of a year, without a figure.

    «Железнодорожники закрыли первое полугодие.»; not «с апреля закрыт пост», of a month.
    """
    if sentence.number > 1 or any(q.kind not in _NO_FIGURE for q in sentence.quantities):
        return False
    months = [p.months for p in sentence.periods if p.role == "at" and p.months is not None]
    return any(first != last for first, last in months)


def _sets_scene(sentence: Sentence) -> bool:
    """Whether a sentence without a figure tells of when those are that follow.

    «В январе темпы снизились.», «Порт отчитался за 2023 год.», «Минувший год был для нас удачным.»
    """
    if not sentence.periods or sentence.has("goal", "planned", "potential"):
        return False
    if any(p.role == "at" and sentence.word_before(p.first) == "за" for p in sentence.periods):
        return True
    if any(
        p.role == "at" and sentence.word_before(p.first).startswith(_LOOKS)
        for p in sentence.periods
    ):
        return True  # «Рынок сжался на 9%: так выглядит октябрь для экспортёров.»
    begins = sentence.periods[0].first - sentence.first
    subject = begins == 0 and sentence.low[sentence.first] not in _SEASONS
    subject = subject or _names_season(sentence)
    if sentence.quantities:
        # «Маркетинговый год 2022/23 вышел дождливым, урожай упал на треть.»
        return subject and sentence.begins(_SEASON)
    if _is_heading(sentence) or _tells_of(sentence):
        return True
    return subject or (begins <= 1 and sentence.begins(_MARKET))  # past «в», «за»


def _names_season(sentence: Sentence) -> bool:
    """«Маркетинговый год 2022/23 …», «Сезон-2022/23 …»: past the words for it."""
    led = sentence.low[sentence.first : sentence.periods[0].first]
    return bool(led) and all(word == "-" or word.startswith(_SEASON_WORDS) for word in led)


def _closes_season(sentence: Sentence) -> bool:
    """«Союз закрыл маркетинговый год 2023/24.», with the figures to follow."""
    return not sentence.quantities and sentence.begins(_SEASON) and sentence.begins(_CLOSED)


def _is_reported(sentence: Sentence) -> bool:
    """«Аким рассказал президенту, чем жила в 2025 году область.», with the figures to follow."""
    if sentence.number > _OPENED or sentence.quantities or not sentence.begins(_REPORTED):
        return False
    return sentence.begins(_REPORTING)


def _publishes(sentence: Sentence) -> bool:
    """«Комитет обнародовал цифры за первые семь месяцев.», with the figures to follow."""
    if not sentence.begins(_FIGURES) or any(q.kind != "ordinal" for q in sentence.quantities):
        return False
    low = sentence.low
    return any(
        p.role == "at" and sentence.word_before(_opening(sentence, p)) in ("за", "о", "об")
        and any(w.startswith(_FIGURES) for w in low[max(sentence.first, p.first - _CITED):p.first])
        for p in sentence.periods
    )  # fmt: skip


def _opening(sentence: Sentence, period: Period) -> int:
    """Where a period begins, with «первые» before its months."""
    return period.first - sentence.word_before(period.first).startswith("перв")


def _tells_growth(sentence: Sentence) -> bool:
    """«Казахстан в 2023 году нарастил поставки угля», with the figures to follow.

    Also «Рост экспорта в октябре обеспечили две страны», «Картина изменилась в октябре».
    """
    if any(q.kind not in _NO_FIGURE for q in sentence.quantities):
        return False
    if any(p.role == "at" and p.value for p in sentence.periods) and _turns(sentence):
        return True
    if not any(period.named for period in sentence.periods):
        return False
    flow = any(hit.entry.value in FLOWS for hit in sentence.indicators)
    # «обнародовал структуру импорта за январь–февраль 2022 года»
    over = any(sentence.word_before(p.first) == "за" for p in sentence.periods if p.role == "at")
    return flow and (over or any(cue.entry.kind in ("up", "down") for cue in sentence.cues))


def _turns(sentence: Sentence) -> bool:
    """Whether a sentence tells how a market turned: «Основной рост пришёлся на октябрь»."""
    return sentence.begins(_MARKET) and sentence.begins(_TURNED)


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
