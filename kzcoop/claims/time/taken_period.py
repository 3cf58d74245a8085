"""Which figures without a period of their own take that of the figure or the sentence before.

«Экспорт в 2023 году вырос … Импорт увеличился на 53%»   a flow: the period before it
«сейчас здесь проезжает до 1 200 машин»                  what stands today: none
«проследовал первый состав – 15 вагонов»                 an event: none
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import MOVED, SIDES, STOCK, TRADE
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.nearest_period import CHANGES
from kzcoop.claims.time.other_clause import accumulated, told_now
from kzcoop.claims.time.period_clause import RELATIVE
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words

_RUNNING = ("нынешн", "текущ")  # «нынешний импорт» is the one told
# ends of verbs of passing in the past: «за сутки границу пересекало»
_PASSED = ("езжало", "секало", "ходило", "пускали", "пускал", "нимали", "нимал", "прошло", "ехало")
_STANDS = ("ают", "ает", "ются", "ется", "яют", "яет")
_SPENT, _SPENDING = 4, ("вкладывает", "вкладывают", "направляет", "направляют", "тратит", "тратят")
_ONCE = frozenset({"прежде", "раньше", "ранее"})
_LED = 8  # tokens from «куда» to what was put there
_INTO = frozenset({"него", "нее"})
_FIRST = Stems("перв", "пробн", "тестов", "очередн")
# projects that were finished, and what they gave
_FINISHED = frozenset({"jobs", "projects_count", "projects_value"})
_FINISHED_NOTE = "finished in the period of the sentence before"
_ENDED = Stems(
    "введен", "введены", "ввел", "вступил", "заверш", "запуст", "запущ", "открыл", "открыт",
    "появил", "пустил", "пущен", "реализов", "сдал", "сдан", "создан",
)  # fmt: skip
# what finished projects took or gave
_GAVE = Stems("дал", "дали", "обош", "появил", "получил", "потреб", "принес", "созда", "стоил")
_SHORT = ("ан", "ано", "ены", "ен", "ено", "аны", "рыт", "рыто", "рыты")
_PARTICIPLES = ("аны", "ены", "яты")  # «обновлены», and no «расположено»
_FIRST_TIME = Words("впервые")
_IF = Words("если")
_TRAIN = frozenset({"поезд", "рейс", "состав", "эшелон"})
_SIGNED, _CONTRACTS = Stems("заключ", "подпис"), Stems("договор", "контракт", "сделк", "соглашен")
_WORTH = 4  # tokens of «контракты стоимостью»
_SENT = ("контейнерн", "парти", "поезд", "рейс", "состав", "эшелон")


def take_over(one: Draft, before: Sequence[Draft], recent: str | None) -> None:
    """Give a flow the period of the figure before it, or of the sentence before."""
    if before and one.indicator == "checkpoints_count" and _as_of(one, before[0]):
        one.period = before[0].period
        return
    if recent is not None and one.indicator in _FINISHED and _was_finished(one):
        one.period = recent
        one.note(_FINISHED_NOTE)
        return
    if before and one.indicator in _FINISHED and _FINISHED_NOTE in before[-1].trace:
        one.period = before[-1].period  # «… введены 58 проектов, которые дали 8 тыс. мест»
        one.note(_FINISHED_NOTE)
        return
    if before and one.indicator in _FINISHED and _came_of(one, before[-1]):
        one.period = before[-1].period
        one.note(_FINISHED_NOTE)
        return
    against = one.sentence.holds(_IF) and _set_against(one)
    if _stock(one) or _is_first(one) or (told_now(one) and not against):
        return
    for other in reversed(before):
        if other.period is not None and other.status == "actual" and not other.is_base:
            one.period = other.period
            return
    if recent is not None and _is_signed(one):
        return  # «подписали контракты на 74 млн долларов»: at the meeting told of
    if recent is not None and not _present(one):
        one.period = recent
        one.note("period of the sentence before")


def _is_signed(one: Draft) -> bool:
    """Whether money is what contracts that were signed are worth: «контракты на 74 млн»."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "money" or not (sentence.begins(_SIGNED) and sentence.begins(_CONTRACTS)):
        return False
    led = low[max(sentence.first, one.quantity.lead - _WORTH) : one.quantity.lead]
    return any(word.startswith(_CONTRACTS) for word in led)


def _came_of(one: Draft, done: Draft) -> bool:
    """«В 2024 году ввели 36 проектов, благодаря которым появилось 3 тыс. мест»: in that year."""
    if done.indicator not in _FINISHED or not done.period:
        return False
    sentence, low = one.sentence, one.sentence.low
    if one.status != "actual" or not (sentence.begins(_ENDED) and sentence.begins(_GAVE)):
        return False
    words = low[done.last : one.at]
    return any(w.startswith(RELATIVE) for w in words) and any(
        w.startswith(_GAVE) and (is_past(w) or w.endswith(_SHORT)) for w in words
    )


def year_of_finished(done: Sequence[Draft]) -> str | None:
    """«За минувший год здесь ввели 36 проектов»: the year that an account goes on with."""
    if not done or not done[0].sentence.begins(_ENDED):
        return None
    years = [one.period for one in done if one.indicator in _FINISHED and one.status == "actual"]
    return years[0] if years and years[0] and "/" not in years[0] else None


def _was_finished(one: Draft) -> bool:
    """«За 2025 год вложено 1,4 млрд. Завершено 58 проектов на 340 млрд, создано 8 тыс. мест»."""
    sentence, low = one.sentence, one.sentence.low
    if one.status != "actual" or sentence.periods or not sentence.begins(_ENDED):
        return False
    if one.partner or sentence.has("now"):
        return False  # «Торговля с Ираном за 2024 год – … Реализовано 20 совместных проектов»
    ended = [i for i in sentence.where(_ENDED) if low[i].endswith(_SHORT) or is_past(low[i])]
    return any(sentence.between(i, one.at) <= 1 for i in ended)


def _as_of(one: Draft, whole: Draft) -> bool:
    """«Летом прошлого года было 38 постов, обновлены три, ещё на восьми идут работы»: all then.

    Not «В прошлом году сдали девять постов, ещё на трёх работы идут».
    """
    sentence = one.sentence
    if whole.indicator != one.indicator or whole.value <= one.value or whole.is_base:
        return False
    told = [p for p in sentence.periods if p.role == "at" and p.last <= whole.at]
    if not told or whole.period != told[-1].value or one.quantity.noun is not None:
        return False
    words = sentence.low[told[-1].last : whole.at]
    words = words[words.index(":") :] if ":" in words else words
    return not any(
        word.endswith(_PARTICIPLES) or (is_past(word) and not word.startswith("был"))
        for word in words
    )


def _is_first(one: Draft) -> bool:
    """«проследовал первый состав – 15 вагонов»: an event, and no part of a period's flow."""
    sentence, low = one.sentence, one.sentence.low
    before = range(sentence.first, one.at - 1)
    if sentence.holds(_FIRST_TIME) and any(low[i] in _FIRST_TIME for i in before):
        # «Впервые в республику прошёл состав с зерном: 15 вагонов»
        return any(low[i] in _TRAIN for i in before)
    return sentence.begins(_FIRST) and any(
        low[i].startswith(_FIRST) and low[i + 1].startswith(_SENT) for i in before
    )


def _stock(one: Draft) -> bool:
    """Whether a figure counts what stands; the balance of trade is a flow."""
    if one.indicator == "other" and one.kind == "money":
        hits = one.sentence.indicators
        if any(hit.entry.id == "balance" for hit in hits):
            return False
        # «Экспорт (67 млрд) превысил импорт (50,5) на 16,5»
        if SIDES.issubset({hit.entry.value for hit in hits}):
            return False
    return one.indicator in STOCK or (one.indicator == "other" and one.measure not in CHANGES)


def _present(one: Draft) -> bool:
    """Whether a stock of today is meant: «сейчас здесь проезжает до 1 200 машин»."""
    low, sentence = one.sentence.low, one.sentence
    led = low[max(sentence.first, one.at - _LED) : one.at]
    into = any(word in _INTO or word.startswith(RELATIVE) for word in led)
    if one.indicator == "investment" and one.measure == "level" and into:
        return True  # «завода, куда корейцы вложили 200 млн», «на него потратили 80 млн»
    if one.indicator == "investment" and one.measure == "level":
        led = low[max(sentence.first, one.quantity.lead - _SPENT) : one.quantity.lead]
        if any(word.endswith(_SPENDING) for word in led):
            return True  # «узбекская компания тратит 20 млрд тенге»
    if one.indicator == "investment" and (
        accumulated(one) or low[max(sentence.first, one.at - 6) : one.at].count("общим")
    ):
        return True  # «шестое место среди инвесторов, с общим объёмом вложений в 19 млрд»
    if one.indicator == "investment" and any(
        low[cue.first].endswith(_STANDS) and cue.entry.kind == "reach" for cue in sentence.cues
    ):
        return True  # «вложения в которые превышают $50 млрд»
    now = sentence.near(one.quantity, "now", clauses=3)
    if now is not None and now.first > one.at and ";" in low[one.last : now.first]:
        now = None  # «достиг 410 тыс. ДФЭ; в нынешнем году рассчитывают на 450»
    if now is not None and low[now.first] == "теперь" and one.indicator in TRADE:
        grown = any(
            q.kind in ("percent", "ratio") and q.last <= now.first for q in sentence.quantities
        )
        once = (
            one.at < now.first and low[sentence.first] in _ONCE
        )  # «Раньше две трети забирал Ташкент, теперь …»
        if grown and not once and not sentence.periods:
            return False  # «Да, плюс 69%, теперь это 166 млн»: what the year has come to
    running = now is not None and low[now.first].startswith(_RUNNING)
    if now is not None and running and sentence.word_at(now.last).startswith("сезон"):
        return False  # «в нынешнем сезоне на Афганистан пришлось 66%»
    if now is not None and one.measure in CHANGES and (running or now.first >= one.last):
        return False  # «объёмы нынешнего импорта выше на 12%», «с приростом 73% теперь восьмая»
    if now is not None and sentence.holds(_IF) and _set_against(one):
        return False
    changed = one.measure in CHANGES and one.indicator in MOVED
    if now is not None and changed and sentence.between(now.first, one.at):
        return False  # «Да, плюс 69%, теперь это 166 млн»
    if one.kind == "vehicle" and now is None:
        # «В среднем за сутки границу пересекало свыше тысячи машин»
        return not any(
            low[i].endswith(_PASSED) and sentence.between(i, one.at) == 0
            for i in range(sentence.first, one.at)
        )
    return now is not None


def _set_against(one: Draft) -> bool:
    """«Если годом ранее продали 30 тыс. тонн, то теперь – 45»: of the months told before."""
    sentence = one.sentence
    return any(
        cue.entry.kind == "now"
        and cue.first < one.at
        and sentence.word_before(cue.first) == "то"
        and any(p.role == "base" and p.last < cue.first for p in sentence.periods)
        for cue in sentence.cues
    )


def over_a_year(one: Draft) -> bool:
    """Whether a flow is told «за год», and not its growth."""
    low = one.sentence.low
    return (
        (one.indicator in MOVED or (one.kind == "money" and not _stock(one)))
        and one.measure == "level"
        and any(
            period.role == "base" and low[period.first : period.last] == ["за", "год"]
            for period in one.sentence.periods
        )
    )
