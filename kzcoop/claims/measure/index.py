"""Percentages that are an index of the year before: «105,4% к прошлому году» is 5.4 more.

«98% от суммы 2023-го», «103,9% от 2022-го»        of another period
«достиг 101,7% уровня прошлого года»               of its level
«экспорт – 390 млн (116,6%)»                       in brackets beside its level
«3,1 млрд – 112% к прошлому году, с ним – 780 млн, или 96,4%»    «к» once for two
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.measure.share import prefixed
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit

_RATE, _RATE_NEAR = 80, 7  # percent from which a rate of growth is an index; tokens to it
_STANDARDS = ("показател", "прошлогодн", "результат", "суммы", "уровня")
_OF_THAT = ["от", "того"]  # «93,5% от того, что было в 2022-м»
_RATES = Stems("индекс", "темп")
_PLAN = Stems("план", "плану", "плане")
WHOLE, _MOST = 100, 1000
_FALLEN = 40  # percent to which a flow may have fallen that is told as an index
BRACKETED = "an index in brackets: no share is more than the whole"
INDEX = "an index: «к» after the percentage"
_SIGNS = frozenset({"плюс", "минус", "+", "-", "–"})
_LINKING = ("–", "—", "-", ":", "достиг", "равен", "состави")  # «прибавка – 44% к»
_DASHES = frozenset("–—-:")
_APART = 2  # figures before: a change and the level that is told anew


def is_bracketed_index(one: Draft, before: Sequence[Draft]) -> bool:
    """«экспорт – 390 млн (116,6%)»: of the year before; not «(рост на 110%)», «(+120%)»."""
    low, last = one.sentence.low, before[-1]
    least = _FALLEN if any(BRACKETED in other.trace for other in before) else WHOLE
    alone = low[one.first - 1] == "(" and low[one.last : one.last + 1] == [")"]
    level = last.measure == "level" and last.kind in ("money", "tonne", "teu", "wagon")
    signed = low[one.first] in _SIGNS or one.quantity.sign < 0
    beside = level and last.last == one.first - 1 and not signed
    return alone and beside and least < one.value <= 1000 and not one.sentence.begins(_PLAN)


def again_index(one: Draft, before: Sequence[Draft]) -> bool:
    """«3,1 млрд – 112% к прошлому году, с Таджикистаном – 780 млн, или 96,4%»: «к» stands once."""
    if one.value < _RATE or len(before) < _APART or before[-1].measure != "level":
        return False
    words = one.sentence.low[before[-1].last : one.quantity.lead]
    retold = words in ([",", "или"], ["или"], ["–"], ["("], [",", "это"])
    return retold and any(INDEX in other.trace for other in before[:-1])


def is_index(one: Draft) -> bool:
    """«105,4% к прошлому году», «98% от суммы 2023-го», «97% прошлогоднего»."""
    after = one.sentence.low[one.last : one.last + 4]
    signed = one.sentence.word_before(one.quantity.lead).startswith(
        ("минус", "плюс", "приба", "приро", "рост", "потерял", "сброси", "убав")
    )
    signed = signed or one.sentence.low[one.first] in _SIGNS  # «плюс 41% к октябрю»
    signed = signed or any(  # «прибавил 87% к январю – сентябрю»
        cue.entry.kind in ("up", "down")
        and not one.sentence.low[cue.first].startswith("достиг")  # «достиг 102% уровня»
        and (cue.last == one.quantity.lead or (one.value < _RATE and _joined(one, cue)))
        for cue in one.sentence.cues
    )
    told = bool(after) and (
        after[0] == "к"
        or (after[0].startswith("прошлогодн") and one.quantity.form != "fraction")
        or (after[0] == "от" and ("".join(after[1:2]).startswith(_STANDARDS) or _of_year(one)))
        or (after[0].startswith(_STANDARDS) and _dated(one))
        or (after[:2] == _OF_THAT and one.value >= _RATE)
        or ("".join(after[1:2]).startswith(_STANDARDS) and after[0].endswith(("ого", "его")))
    )
    told = (told or _against(one) or _in_relation(one)) and not prefixed(one) and not signed
    told = told or _of_rate(one)
    return told and 40 <= one.value <= 1000


def is_more_than_whole(one: Draft) -> bool:
    """«торговля достигла 101,7% июльского уровня»: no share, whatever it is told against."""
    return WHOLE < one.value <= _MOST and not one.sentence.begins(_PLAN)


def _against(one: Draft) -> bool:
    """«2022 год: 1 034 млн, к 2021-му 141,2%», «1,3 млрд, к прошлому году – 108%»."""
    low, lead = one.sentence.low, one.quantity.lead
    lead -= low[lead - 1] in _DASHES
    if one.value < _RATE or any(
        cue.entry.kind in ("up", "down") and lead - _RATE_NEAR <= cue.first < lead
        for cue in one.sentence.cues
    ):
        return False  # «прирост к 2019-му – 41%»
    return any(
        p.last == lead and "к" in (low[p.first], low[p.first - 1]) for p in one.sentence.periods
    ) and one.sentence.word_at(one.last) in (".", ",", ";", "", ")")


def _in_relation(one: Draft) -> bool:
    """«По отношению к январю – марту 2023-го она равна 97,9%», «достигла 104% от …»."""
    low, first = one.sentence.low, one.sentence.first
    led = one.sentence.word_before(one.quantity.lead)
    equals = led.startswith(("равн", "состав", "достиг")) or led in _DASHES
    return equals and any(
        low[i].startswith("отношени") and low[i + 1] == "к" and low[i - 1] == "по"
        for i in range(first + 1, one.at - 1)
    )


def _dated(one: Draft) -> bool:
    """«98% суммы семи месяцев 2024-го», «104% уровня 2023 года»: by the period that follows."""
    at = one.last + 1
    after = any(0 <= period.first - at <= 1 for period in one.sentence.periods)
    return after and one.quantity.form != "fraction"


def _of_year(one: Draft) -> bool:
    """«1 127 млн долларов, а это 103,9% от 2022-го»: of what the year before was."""
    at = one.last + 1
    return one.value >= _RATE and any(p.first == at for p in one.sentence.periods)


def _joined(one: Draft, growth: Hit) -> bool:
    """«прибавка – 44% к прежним 180 тыс.», «прирост составил 9% к январю»: of a noun of change."""
    words = one.sentence.low[growth.last : one.quantity.lead]
    return len(words) == 1 and words[0].startswith(_LINKING)


def _of_rate(one: Draft) -> bool:
    """«темп роста – 111,4%», «индекс экспорта составил 98,7%»; «темп роста – 12%» is none."""
    low, sentence = one.sentence.low, one.sentence
    if one.value < _RATE or not sentence.begins(_RATES):
        return False
    return (
        any(
            low[i].startswith("индекс") or (low[i].startswith("темп") and low[i + 1] == "роста")
            for i in range(max(sentence.first, one.at - _RATE_NEAR), one.at)
        )
        or any(  # «индекс к январю – ноябрю 2024-го – 106 процентов»
            low[p.first - 2 : p.first] == ["индекс", "к"] and p.last < one.at
            for p in sentence.periods
        )
    )
