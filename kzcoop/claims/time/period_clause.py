"""Periods of a participle, a relative clause or of works, beside a figure of the whole.

«Китай, открывший рынок в начале лета, закупил 6 тыс. тонн»     of a participle
«До ремонта, который завершился в мае, принимал …»              of a relative clause
«Реконструкция стоимостью 9 млрд началась осенью»               of works
"""

from __future__ import annotations

import re

from kzcoop.claims.claim import STOCK
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.period import Period

_PARTICIPLE = re.compile(
    r"[а-я]{3,}(?:нн|вш|дш|ыт|ят|ат)(?:ой|ый|ого|ому|ым|ом|ая|ую|ые|ых|ыми|ем|ее|ий|ей|его|им|их|ие)$"
)
_ACTIVE = re.compile(r"[а-я]{3,}(?:нн|вш|дш)(?:ий|ый|ая|ое|ее|ие|ые)(?:ся)?$")
_MEASURED = ("максим", "миним", "объем", "показател", "результат", "рекорд", "уровень")
_MARKS = frozenset(", ; : ( ) – — -".split())
_LAUNCHED = (
    "введ", "ввел", "заверш", "запуст", "запущ", "основ", "открыт", "открыл", "постро", "сдал",
    "сдан", "созда", "учред",
)  # fmt: skip
_RENEWED = ("законч", "обнов", "отремонт", "реконстру")
_CAME_IN = (
    "вложен", "инвестирован", "накоп", "осевш", "поступ", "привлеч", "пришед", "сделан", "скоп",
)  # fmt: skip
_BEGUN = Stems("начал", "начат", "старт")
RELATIVE = Stems("где", "котор", "куда", "чей")
_REASONS = Words("ведь", "поскольку", "потому", "хотя")
_MEANT = frozenset({"виду", "лишь", "речь", "только"})
_OF_CLAUSE = 9  # tokens from the beginning of a relative clause to its period


def of_participle(one: Draft, period: Period) -> bool:
    """Return whether a period is a participle's: «В парке, открытом в прошлом году, … 9 фирм»."""
    low, sentence = one.sentence.low, one.sentence
    at = period.first - 1
    if at > sentence.first and low[at] in ("в", "во", "с"):
        at -= 1
    led = at > sentence.first and low[at - 1] == "," and _PARTICIPLE.search(low[at]) is not None
    if _of_capital(one, period):
        return False
    if led:
        return "," in low[period.last : one.at]
    return _in_phrase(one, period)


def _of_capital(one: Draft, period: Period) -> bool:
    """«Капитал, поступивший оттуда с 2005 года, немного не дотянул до 212 млн»: of its inflow."""
    if one.indicator != "investment" or period.role not in ("since", "span"):
        return False
    return one.measure == "level" and any(
        word.startswith(_CAME_IN)
        for word in one.sentence.low[max(one.sentence.first, period.first - 5) : period.first]
    )


def _in_phrase(one: Draft, period: Period) -> bool:
    """«Китай, открывший рынок для говядины в начале лета, закупил 6 тыс. тонн»."""
    low, sentence = one.sentence.low, one.sentence
    if low[period.last : period.last + 1] != [","] or period.last >= one.at:
        return False
    start = max(sentence.first, period.first - _OF_CLAUSE)
    opened = next((i for i in range(period.first - 1, start - 1, -1) if low[i] in _MARKS), None)
    if opened is None or low[opened] != "," or not _ACTIVE.search(low[opened + 1]):
        return False
    if any(word.startswith(_MEASURED) for word in low[max(sentence.first, opened - 5) : opened]):
        return False  # «Прежний рекорд, поставленный на дорогой нефти в 2012 году, – …»
    return not any(opened < q.first < period.last for q in sentence.quantities)


def of_relative(one: Draft, period: Period) -> bool:
    """Return whether a period is a relative clause's: «До ремонта, который завершился в мае, …».

    The clause is over before the figure, and tells of none itself.
    """
    low, sentence = one.sentence.low, one.sentence
    if not sentence.begins(RELATIVE):
        return False
    start = max(sentence.first, period.first - _OF_CLAUSE)
    opened = next((i for i in range(period.first - 1, start - 1, -1) if low[i] in ",;–—("), None)
    if opened is None or low[opened] != ",":
        return False
    led = low[opened + 1 : opened + 3]
    if not any(word.startswith(RELATIVE) for word in led):
        return False
    if period.first > one.at:
        if period.role == "by" and one.indicator in STOCK:
            return False  # «11 проектов, которые намерены завершить до 2029 года»
        # «миллион тонн на терминале, который запустили в конце прошлого года»
        return opened >= one.last and any(
            low[i].startswith(_LAUNCHED) for i in range(opened, sentence.last)
        )
    closed = next((i for i in range(period.last, one.at) if low[i] == ","), None)
    if closed is None or any(tense(low[i]) == "future" for i in range(opened, closed)):
        return False  # «вторая очередь, которую сдадут в 2027 году, добавит 120 тысяч»
    return not any(opened < q.first < closed for q in sentence.quantities if q.kind != "ordinal")


def of_reason(one: Draft, period: Period) -> bool:
    """Return whether a period after a figure tells when something else was.

    «увеличились на 7,5%, хотя дорога зимой закрывалась», with no figure of its own.
    """
    sentence, low = one.sentence, one.sentence.low
    if not sentence.holds(_REASONS):
        return False
    opened = next((i for i in range(one.last, period.first) if low[i] in _REASONS), None)
    if opened is None or low[opened - 1] not in (",", "–", "—"):
        return False
    end = next((i for i in range(period.last, sentence.last) if low[i] in ";.,"), sentence.last)
    if any(opened < q.first < end for q in sentence.quantities):
        return False
    if not _MEANT.isdisjoint(low[opened:end]):
        return False  # «говорил о 260 млн, хотя имел в виду только семь месяцев 2022 года»
    return any(tense(low[i]) == "past" for i in range(opened + 1, end))


def of_launch(one: Draft, period: Period) -> bool:
    """Return whether a period is that of works of another clause than a capacity or a flow a day.

    «Терминал открыт в декабре, а пропускать пост обязан до 800 машин в сутки»
    """
    low, sentence = one.sentence.low, one.sentence
    if period.role != "at":
        return False
    if one.indicator in STOCK and one.measure != "count" and sentence.begins(_BEGUN):
        beside = low[max(sentence.first, period.first - 2) : period.first]
        if any(word.startswith(_BEGUN) for word in beside):
            return True  # «Реконструкция поста стоимостью 9 млрд началась осенью 2023-го»
    if one.indicator == "other" and one.measure in ("level", "target", "count"):
        # «терминал на 80 тысяч контейнеров сдан летом»
        beside = (
            low[max(sentence.first, period.first - 3) : period.first]
            + low[period.last : period.last + 1]
        )
        if any(word.startswith(_LAUNCHED) for word in beside):
            return True
    able = one.indicator == "other" and one.kind == "ratio"  # «летом пост сдали, … втрое больше»
    if not (able or one.kind == "vehicle") or period.first > one.at:
        return False
    clause = sentence.clause(period.first)
    if clause == sentence.clause(one.at):
        return False
    works = (*_LAUNCHED, *_RENEWED) if able else _LAUNCHED
    return any(
        low[i].startswith(works) and sentence.clause(i) == clause
        for i in range(sentence.first, one.at)
    )


def of_what_was_counted(one: Draft, period: Period) -> bool:
    """Return whether a period after a figure is of what was just counted.

    «1,3 млн тонн зерна, ушедшего в Казахстан за 9 месяцев, …»
    """
    low = one.sentence.low
    words = low[one.last : period.first]
    if words.count(",") != 1 or any(
        one.last <= q.first < period.first for q in one.sentence.quantities
    ):
        return False
    at = one.last + words.index(",") + 1
    return _PARTICIPLE.search(low[at]) is not None and low[period.last : period.last + 1] == [","]
