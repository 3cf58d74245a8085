"""Whether a period of its sentence belongs to another clause than a stock or a figure of today.

«За 2023 год открыто 12, там действуют 22 предприятия»    a stock of another clause
«Весной передавали 26 поездов в сутки, теперь – 31»       what stands today
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import STOCK
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.nearest_period import CHANGES, DASHED
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.period import Period

_NOW = frozenset({"ныне", "сегодня", "сейчас", "теперь"})
_BESIDE_NOW = 5  # tokens from «теперь» to what stands now
_SO_MUCH = Words("столько", "таков", "такова", "таковы", "это")
_PAUSES = frozenset({",", ";", "("})
_CLOSING = frozenset({"", ".", ",", ";", ")"})
_DASHES = frozenset("–—-")
_BESIDE = (["–"], ["—"], ["-"], [",", "–"], [",", "—"])  # «накопленные с 2005 года, – 212 млн»
_DONE = ("ено", "ены", "ано", "аны", "ыто", "ыты")  # ends of participles
# «там действуют 22 предприятия», «на её территории зарегистрировано 14»
_STANDS = ("действу", "зарегистрирован", "насчитыва", "работает", "работают", "функционир", "числ")
_STOOD = ("был", "действова", "имел", "насчитыва", "работал", "числил")
_APPOSED = 2  # tokens of «, в» between two words for one time
_SIGNED = ("заключ", "подпис", "принял", "принят")
_ACCUMULATED = Stems("накоплен", "совокупн")


def told_now(one: Draft) -> bool:
    """«Весной передавали 26 поездов в сутки, теперь – 31»: what stands today."""
    low, lead, sentence = one.sentence.low, one.quantity.lead, one.sentence
    if low[lead - 1] in _DASHES and sentence.word_before(lead - 1) in _NOW:
        return True
    stands = one.kind == "vehicle" or (one.indicator == "other" and one.measure == "count")
    if one.indicator not in STOCK and not stands:
        return False
    if one.sentence.word_at(one.last) in _NOW and one.sentence.word_at(one.last + 1) in _CLOSING:
        return True  # «шестьсот в 2017 году, свыше 3 100 теперь»
    # «фирм было 120 в 2016 году, теперь их 4,1 тысячи», «и теперь может принимать 500 машин»
    words = low[max(sentence.first, lead - _BESIDE_NOW) : lead]
    now = next((i for i, word in enumerate(words) if word in _NOW), None)
    return now is not None and _PAUSES.isdisjoint(words[now:])


def dates_another_clause(one: Draft, own: Period) -> bool:
    """Whether a period belongs to another clause than a stock or a figure of today."""
    divided = one.sentence.between(own.first, one.at)
    if told_now(one) and (divided or own.first < one.at):
        return True
    words = one.sentence.low[one.last : own.first]
    if words[1:2] == ["это"] and (words[0] == "," or words[0] in _DASHES):
        return False  # «привлёк 720 млн долларов, это итог 2023 года»
    if one.measure == "count" and one.indicator == "other" and _signed(words):
        return False  # «три соглашения, которые министерства подписали в ноябре 2023-го»
    # «семь – в этом», «14 из них – в прошлом году»
    dashed = words in DASHED or (words[:2] == ["из", "них"] and words[2:] in DASHED)
    stands = one.indicator in (*STOCK, "other", "investment") or one.kind == "vehicle"
    if stands and own.first > one.at and divided and not dashed and one.measure not in CHANGES:
        return True  # «мощность – 500 машин в сутки, и летом её не хватает»
    before = one.sentence.word_before(own.first)
    if own.role == "since" and one.measure == "share_pct" and before.startswith("накоплен"):
        return True  # «21 млн – почти треть накопленного с 2005 года»
    if one.indicator == "other" and own.first < one.at and _after_semicolon(one, own):
        return True  # «в 2023 году прошло 12 тыс. машин; мощность поста – 300 в сутки»
    spans = own.role in ("span", "since") and (divided or own.role == "since")
    if spans and one.indicator in STOCK and one.measure == "count" and not _was_done(one):
        return True  # «за 2020–2024 годы вложено 260 млн, реализуется 11 проектов»
    if one.indicator in ("enterprises_count", "checkpoints_count") and (
        (divided > 1 and not _was_there(one, own))
        or own.role in ("span", "since")
        or (divided and _is_there(one) and not _as_told(one, own))
        or (divided and one.indicator == "enterprises_count" and _past_money(one, own))
    ):
        return True
    now = one.sentence.near(one.quantity, "now", clauses=1)
    if words and words[0] in _DASHES and one.sentence.holds(_SO_MUCH):
        return False  # «Пока торгуют на 1,7 млрд – столько получилось за 2024 год»
    # not «770 млн – в первом полугодии нынешнего»
    if divided and own.first > one.at and now is not None and not own.first <= now.first < own.last:
        return True
    held = one.indicator == "investment" or one.indicator in STOCK
    if held and divided and one.measure in ("count", "level"):
        low = one.sentence.low[own.last : one.at]
        if any(word.startswith("котор") for word in low):
            return True  # «В первом квартале откроется комплекс, в который вложили 1,4 млрд»
    if one.indicator == "investment" and divided and one.measure == "level":
        beside = one.sentence.low[own.last : one.quantity.lead] in _BESIDE
        return accumulated(one) and not beside  # «за 15 лет – 5 млрд, за полугодие – 160 млн»
    return False


def _after_semicolon(one: Draft, own: Period) -> bool:
    """Whether a semicolon or «тогда как» parts a period from a capacity after it."""
    words = one.sentence.low[own.last : one.at]
    return one.kind in ("teu", "tonne", "vehicle") and (
        ";" in words or any(words[i : i + 2] == ["тогда", "как"] for i in range(len(words)))
    )


def _was_done(one: Draft) -> bool:
    """«за 2023–2024 годы реализовано 66 проектов»: a participle tells what was done."""
    low, sentence = one.sentence.low, one.sentence
    return any(
        cue.entry.kind == "done" and low[cue.first].endswith(_DONE)
        for cue in sentence.cues
        if sentence.between(cue.first, one.at) <= 1
    )


def _signed(words: Sequence[str]) -> bool:
    """Whether a clause that tells when papers were signed stands between them and its period."""
    return any(word.startswith(_SIGNED) for word in words) and not any(map(str.isdigit, words))


def _was_there(one: Draft, own: Period) -> bool:
    """«В 2023 году проезд, тот самый «коридор», действовал на четырёх»: past words put in.

    «Десять лет назад, в 2013-м, их насчитывалось 23», «В 2019 году, то есть пять лет назад, …»
    """
    sentence, low = one.sentence, one.sentence.low
    opens = [p for p in sentence.periods if p.first - sentence.first <= 1]
    if not opens or own.first - opens[0].last > _APPOSED:
        return False
    led = [i for i in range(own.last, one.first) if not sentence.between(i, one.at)]
    posts = one.indicator == "checkpoints_count"
    return any(is_past(low[i]) and (posts or low[i].startswith(_STOOD)) for i in led)


def _past_money(one: Draft, own: Period) -> bool:
    """«за прошлый год наторговала на 90 млн, под Таразом открыто 16 фирм»: past another figure."""
    return any(
        q.kind == "money" and own.last <= q.first < one.first for q in one.sentence.quantities
    )


def _is_there(one: Draft) -> bool:
    """«там действуют 22 предприятия»: a verb of its own in the present."""
    low, sentence = one.sentence.low, one.sentence
    return any(
        low[i].startswith(_STANDS) and sentence.between(i, one.at) == 0 and not is_past(low[i])
        for i in range(sentence.first, sentence.last)
    )


def _as_told(one: Draft, own: Period) -> bool:
    """«В августе министерство сообщало: действуют 39 постов»: as things stood when it was said."""
    words = one.sentence.low[own.last : one.at]
    return ":" in words and any(
        cue.entry.kind == "say" and own.last <= cue.first < own.last + words.index(":")
        for cue in one.sentence.cues
    )


def accumulated(one: Draft) -> bool:
    """«накопленный объём инвестиций»: all that came up to today."""
    return one.sentence.begins(_ACCUMULATED)
