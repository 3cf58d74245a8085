"""The month in which people met, beside a figure that they named: it dates the meeting.

«В апреле 2016-го, на заседании комиссии, оборот определили в 340 млн»    told at a meeting
«по подсчётам комиссии, заседавшей в ноябре 2018-го»                      by those who met then
«Прошлой весной, когда созывали комиссию, в перечне значилось 26 …»       when they came together
«Посол в октябре оценивал торговлю скромнее, в 1,7 млрд»                  when he spoke
"""

from __future__ import annotations

from kzcoop.claims.claim import TRADE
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.period import Period

_MEETINGS = Stems(
    "бизнес-форум", "визит", "встреч", "деловом", "заседани", "комисси", "консультаци",
    "конференци", "межправ", "переговор", "поездк", "саммит", "сесси", "совещани", "форум",
    but=("встречн", "комиссионн"),
)  # fmt: skip
_COUNCIL = Words("совет", "совета", "совете", "беседе", "приеме")
# those who came together, or speak
_MET = Stems(
    "выступавш", "выступая", "выступив", "гостивш", "заседавш", "собиравш", "собравш",
    "состоявш", "проходивш", "прошедш",
)  # fmt: skip
_CAME = Stems("бывал", "ездил", "навестил", "навещал", "побывал", "посетил", "посещал",
              "встретил", "встречал", "гостил", "заседал", "приезжал", "прилетал", "приехал",
              "прилетел", "принимал", "собирал", "собрал", "созвал", "созывал")  # fmt: skip
# how an official told of a figure: «в октябре посол был сдержаннее: 4,2 млрд»
_VALUED = Stems("определ", "осторож", "оценивал", "оценил", "поскромн", "сдержан", "скромн")
_WHEN = Words("когда")
TOLD_THERE = either(_MEETINGS, _COUNCIL, _MET, _CAME, _VALUED, _WHEN)
_LEADING = frozenset({"на", "в", "во", "перед", "накануне"})
_DURING = (["во", "время"], ["в", "ходе"], ["в", "рамках"], ["в", "дни"], ["по", "итогам"])
_MARKS = frozenset(", ; : ( ) – — - «".split())
_OF_TIME = frozenset({"в", "во", "еще"})
_OVER = frozenset({"за", "с", "по", "к", "до", "на"})
_NAMED = 5  # tokens from «на» to the meeting
_SEASONS = frozenset({"весной", "зимой", "летом", "осенью"})
_CLAUSE = 9  # tokens of «когда в Алматы собиралась комиссия»


def at_meeting(one: Draft, period: Period) -> bool:
    """Return whether a month or a season tells when people met who named a figure.

    Not of what was signed or done there: «В мае на форуме подписали 12 соглашений».
    """
    sentence = one.sentence
    if period.role != "at" or one.indicator == "other":
        return False
    months = period.months
    if months is None or (months[0] != months[1] and not _is_season(sentence, period)):
        return False
    start = period.first - (sentence.word_before(period.first) in _OF_TIME)
    if sentence.word_before(period.first) in _OVER:
        return False
    return not _done_there(one) and (
        _follows(sentence, period.last)
        or _leads(sentence, start)
        or _met_then(sentence, start, period.last)
        or _valued_then(one, period)
        or _opens_when(one, period)
    )


def _valued_then(one: Draft, period: Period) -> bool:
    """«Посол в октябре был сдержаннее: 4,2 млрд», «весной президент оценил оборот в 120 млн»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "turnover" or not sentence.begins(_VALUED) or period.last > one.first:
        return False
    valued = [i for i in sentence.where(_VALUED) if i < one.first]
    office = any(
        hit.first < one.first and not sentence.between(hit.first, period.first)
        for hit in sentence.rows("roles")
    )
    return bool(valued) and office and low[period.first - 1] not in _OVER


def _opens_when(one: Draft, period: Period) -> bool:
    """«Когда в мае 2019 года стороны впервые сверяли таблицы, оборот уместился в 2 млн»."""
    sentence, low = one.sentence, one.sentence.low
    if low[sentence.first] not in _WHEN or one.indicator not in TRADE:
        return False
    closed = next((i for i in range(period.last, sentence.last) if low[i] == ","), sentence.last)
    if not closed < one.first or any(q.first < closed for q in sentence.quantities):
        return False
    told = any(hit.first < closed for hit in sentence.indicators)
    return not told and any(map(is_past, low[sentence.first : closed]))


def _is_season(sentence: Sentence, period: Period) -> bool:
    return not _SEASONS.isdisjoint(sentence.low[period.first : period.last])


def _done_there(one: Draft) -> bool:
    """«На форуме в мае запустили семь проектов»: what was done then."""
    sentence = one.sentence
    return one.kind == "count" and any(
        cue.entry.kind == "done" and sentence.between(cue.first, one.at) == 0
        for cue in sentence.cues
    )


def _follows(sentence: Sentence, last: int) -> bool:
    """«В апреле 2016-го, на заседании комиссии», «летом, когда в Астану прилетал президент»."""
    low = sentence.low
    at = last + (sentence.word_at(last) == ",")
    if sentence.word_at(at) in _WHEN:
        words = low[at + 1 : min(at + _CLAUSE, sentence.last)]
        return any(_CAME.fit(word) for word in words)
    return _names_meeting(sentence, at)


def _names_meeting(sentence: Sentence, at: int) -> bool:
    """Whether «на заседании», «во время переговоров», «в ходе визита» stands at a token."""
    low = sentence.low
    if low[at : at + 2] in _DURING:
        at += 1
    elif sentence.word_at(at) not in _LEADING:
        return False
    for index in range(at + 1, min(at + 1 + _NAMED, sentence.last)):
        if low[index] in _MARKS:
            return False
        if _MEETINGS.fit(low[index]) or low[index] in _COUNCIL:
            return True
    return False


def _leads(sentence: Sentence, start: int) -> bool:
    """«На комиссии в сентябре 2016-го», «на форуме в Анкаре прошлой весной»."""
    low = sentence.low
    for index in range(start - 1, max(sentence.first, start - _CLAUSE) - 1, -1):
        if low[index] in _MARKS:
            return False
        if (_MEETINGS.fit(low[index]) or low[index] in _COUNCIL) and any(
            _names_meeting(sentence, at) for at in range(max(sentence.first, index - _NAMED), index)
        ):
            return True
    return False


def _met_then(sentence: Sentence, start: int, last: int) -> bool:
    """«комиссии, заседавшей в ноябре», «выступая в декабре», «Когда комиссия собиралась в мае»."""
    low = sentence.low
    if start > sentence.first and _MET.fit(low[start - 1]):
        return True
    opened = [i for i in range(max(sentence.first, start - _CLAUSE), start) if low[i] in _WHEN]
    return bool(opened) and any(_CAME.fit(word) for word in low[opened[-1] : start])
