"""Periods that date something beside the figure: what was said, a paper, an event, a part.

«осенью сообщал о приросте в 3,6%»                          the speech
«дорожная карта на 2021–2024 годы», «урожая прошлого года»  a paper, a crop
«после визита в августе», «минимум с мая 2023 года»         an event, a record
«5 млрд, в том числе 1,3 млрд в 2025 году»                  a part
"""

from __future__ import annotations

from collections.abc import Callable

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import Rules, needs
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.claims.time.period_brackets import in_brackets, of_figure_before
from kzcoop.claims.time.period_meeting import TOLD_THERE, at_meeting
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.period import Period

_EVENTS = Stems("визит", "встреч", "переговор", "поездк", "саммит", "форум", "заседани")
# of which a period tells since when: «максимум с мая»
_RECORD = Stems("максим", "миним", "наивысш", "наибольш", "рекорд", "самы")
_FROM_EVENT = 8  # tokens
# what is drawn up for years: «дорожная карта на 2021–2024 годы»
_PAPERS = ("карт", "концепци", "план", "программ", "соглашени", "стратеги")
_SEASONS = frozenset({"весной", "зимой", "летом", "осенью"})
_OVER = frozenset({",", ":", ";", "за", "о", "об"})
# «назвал итог I квартала: 99 млн»: what is told, and not when
_RESULTS = ("данны", "динамик", "итог", "показател", "результат", "сведени", "статистик", "цифр")
_CROPS = Stems("урожа")
_FIRST_TIME = Words("впервые")
_DEEDS = frozenset({"done", "down", "reach", "up"})
_OF_THEM = Words("числе", "них")
_AGAIN = ([","], [",", "в"], [",", "еще", "в"])  # between «зимой» and «феврале»
_ADD = ("обнародовал", "опубликовал", "подбил", "подвел", "подводил", "подсчитал", "подытожил")
_ADDED = Stems(*_ADD)
# words of change that are nouns or value something: «о приросте», «оценив»
_VALUED = (
    "оценив", "паден", "подъем", "прибавк", "прирост", "рост", "снижени", "сокращени", "спад",
    "увеличени",
)  # fmt: skip


def tells_aside(one: Draft, period: Period) -> bool:
    """Return whether a period dates something beside the figure: a paper, a crop, an event, a part.

    «дорожная карта на 2021–2024 годы», «урожая прошлого года», «после визита в августе».
    """
    for rule in _ASIDE.of(one.sentence):  # noqa: SIM110 - asked of every period beside a figure
        if rule(one, period):
            return True
    return False


def spoken(one: Draft, period: Period) -> bool:
    """Return whether a period dates the speech and not the figure.

    «осенью сообщал о приросте в 3,6%», «В апреле, на заседании комиссии, насчитали …»
    """
    if one.sentence.words & TOLD_THERE.bit and at_meeting(one, period):
        return True
    if period.role != "at":
        return False
    if period.months is not None and (
        (period.last < one.at and _summed_up(one, period)) or _added_up(one.sentence, period)
    ):
        return True
    if not one.sentence.has("say"):
        return False
    if period.first > one.at:
        return _told_later(one, period)
    if period.months is None:
        return False
    if any(
        cue.entry.kind == "say"
        and 0 <= period.first - cue.last <= 2
        and _OVER.isdisjoint(one.sentence.low[cue.last : period.first])
        and not one.sentence.word_before(period.first).startswith(_RESULTS)
        for cue in one.sentence.cues
    ):
        return True  # «сообщалось в мае», not «отчитался за полугодие»
    if period.months[0] != period.months[1] and one.sentence.low[period.first] not in _SEASONS:
        return False
    said = [
        c for c in one.sentence.cues if c.entry.kind == "say" and period.last <= c.first < one.at
    ]
    if not said:
        return False
    led = one.sentence.low[said[0].first : one.at]
    if one.indicator == "checkpoints_count" and ":" in led:
        return False  # «В августе прошлого года министерство сообщало: действуют 39 постов»
    if "что" in led:
        return True  # «В сентябре посол говорил, что товарооборот превысил 28 млрд»
    reached = any(
        cue.entry.kind in ("up", "down", "reach") and period.last <= cue.first < one.at
        and not one.sentence.low[cue.first].startswith(_VALUED)
        for cue in one.sentence.cues
    )  # fmt: skip
    return not reached


def _summed_up(one: Draft, period: Period) -> bool:
    """«Летом 2021-го картину рисовал тогдашний премьер: 15 проектов сдано»: by an official.

    Not «В мае премьер открыл завод: 300 рабочих мест», where something was done.
    """
    sentence = one.sentence
    if period.months is None or one.indicator == "checkpoints_count":
        return False
    if period.months[0] != period.months[1] and sentence.low[period.first] not in _SEASONS:
        return False
    led = sentence.low[period.last : one.at]
    if ":" not in led:
        return False
    colon = period.last + led.index(":")
    if any(cue.entry.kind in _DEEDS and period.last <= cue.first < colon for cue in sentence.cues):
        return False
    office = any(period.last <= hit.first < colon for hit in sentence.rows("roles"))
    return office and not any(period.last <= q.first < colon for q in sentence.quantities)


def _added_up(sentence: Sentence, period: Period) -> bool:
    """«Итог 2023-го подвели в феврале – 812 млн»: when, and not of which months."""
    if not sentence.begins(_ADDED):
        return False
    led = sentence.low[max(sentence.first, period.first - 2) : period.first]
    of_year = any(
        p.role == "at" and p.months is None and p.last < period.first for p in sentence.periods
    )  # «подвели зимой» too
    return of_year and led[-1:] != ["за"] and any(word.startswith(_ADD) for word in led)


def _told_later(one: Draft, period: Period) -> bool:
    """«об этом говорил и министр: по итогам 2024 года он сообщал …»: a clause of its own."""
    sentence = one.sentence
    start = period.first
    for other in sentence.periods:
        if sentence.low[other.last : start] in _AGAIN:
            start = other.first  # «обмолвился зимой, в феврале, министр»
    if period.months is not None and any(
        cue.entry.kind == "say"
        and one.last <= cue.first
        and 0 <= start - cue.last <= 1
        and tense(sentence.low[cue.first]) == "past"
        and not sentence.low[cue.first].startswith("добав")  # «ещё 60 млн добавили девять месяцев»
        for cue in sentence.cues
    ):
        return True  # «О росте на 4,8% доложил минувшей весной вице-премьер»
    if (
        sentence.word_before(period.first).startswith("итог")
        and ":" not in (sentence.low[one.last : period.first])
    ):
        return False  # «О росте на 32%, до 3 млрд, по итогам 2025 года сообщило министерство»
    return sentence.between(one.at, period.first) > 0 and any(
        cue.entry.kind == "say"
        and 0 <= cue.first - period.last <= 1
        and "," not in sentence.low[period.last : cue.first]
        for cue in sentence.cues
    )


def _of_document(one: Draft, period: Period) -> bool:
    """«дорожная карта на 2021–2024 годы переломить картину не смогла»: a span of a paper."""
    if not one.sentence.between(period.first, one.at):
        return False
    named = period.role == "span" and period.first > one.at  # «планы 2017–2019 годов сулили …»
    named = named and one.sentence.word_before(period.first).startswith(_PAPERS)
    return named or of_paper(one, period)


def of_paper(one: Draft, period: Period) -> bool:
    """Return whether a paper is drawn up for a period: «стратегия на 2022–2026 годы»."""
    sentence = one.sentence
    if sentence.word_before(period.first) != "на":
        return False
    before = sentence.low[max(sentence.first, period.first - 4) : period.first - 1]
    if any(word.startswith("план") for word in before[-2:]) and period.role in ("at", "by"):
        return False  # «План на июнь – 7 млн тонн»
    return any(word.startswith(_PAPERS) for word in before)


@needs(_CROPS)
def _of_crop(one: Draft, period: Period) -> bool:
    """«за апрель – 76 тыс. тонн урожая прошлого года»: which crop, where months stand too."""
    sentence = one.sentence
    return sentence.word_before(period.first).startswith(_CROPS) and any(
        other is not period and other.role == period.role and other.last <= one.at
        for other in sentence.periods
    )


@needs(_OF_THEM)
def _of_part(one: Draft, period: Period) -> bool:
    """«5 млрд, в том числе 1,3 млрд в 2025 году»: the period of a part."""
    between = one.sentence.low[one.last : period.first]
    if not any(one.last <= q.first < period.first for q in one.sentence.quantities):
        return False
    return any(between[i : i + 3] == ["в", "том", "числе"] for i in range(len(between))) or any(
        between[i : i + 2] == ["из", "них"] for i in range(len(between))
    )


@needs(_EVENTS, _FIRST_TIME, _RECORD)
def _of_event(one: Draft, period: Period) -> bool:
    """«После визита президента в августе товарооборот вырос», «впервые за восемь лет»."""
    low, sentence = one.sentence.low, one.sentence
    start = max(sentence.first, period.first - _FROM_EVENT)
    if sentence.holds(_FIRST_TIME) and "впервые" in low[start : period.first][-3:]:
        return True
    if sentence.begins(_RECORD) and _of_record(period, low, low[start : period.first]):
        return True
    if not sentence.begins(_EVENTS) or period.role != "at" or period.months is None:
        return False
    if period.first > one.at or period.months[0] != period.months[1]:
        return False
    return any(
        low[i].startswith(_EVENTS) and sentence.between(i, period.first) == 0
        and "после" in low[max(sentence.first, i - 2) : i]
        for i in range(start, period.first)
    )  # fmt: skip


def _of_record(period: Period, low: list[str], before: list[str]) -> bool:
    """«самый высокий за последние четыре месяца», «3,3 млрд – минимум с мая 2023 года»."""
    last = before[-1:] and before[-1].startswith("последн")
    # «в августе экспорт вышел на максимум с начала года»
    last = last or low[period.first : period.first + 2] == ["с", "начала"]
    if last and any(word.startswith(_RECORD) for word in before):
        return True
    if period.role not in ("since", "span"):
        return False
    # «стал рекордным за 12 лет – 2,4 млн тонн»
    reach = 4 if period.role == "span" and before[-1:] == ["за"] else 2
    return any(word.startswith(_RECORD) for word in before[-reach:])


_ASIDE: Rules[Callable[[Draft, Period], bool]] = Rules(
    [spoken, _of_document, _of_crop, in_brackets, of_figure_before, _of_part, _of_event]
)
