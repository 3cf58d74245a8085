"""Figures of no period: habits, flows of any year, what a post could take before works.

«Обычно выбирают за год около миллиона тонн»            a habit
«Транзит в Китай составляет 7 млн тонн в год»           of any year
«За сезон соседи выбирают порядка 3 млн тонн»           of any season
«3 тыс. машин в сутки вместо 1 700»                     what it was before
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kzcoop.claims.claim import MOVED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import Rules, needs
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.time.nearest_period import nearest
from kzcoop.claims.time.standing_share import standing_share
from kzcoop.claims.time.told_time import before_upheaval
from kzcoop.language.stems import Stems, Words

_HABIT = Words(
    "ежегодно",
    "норма",
    "норме",
    "обыкновению",
    "обычно",
    "обычный",
    "обычном",
    "правило",
    "среднем",
    "стабильно",
    "традиционно",
)
_YEARLY = Stems("годов", "среднегодов")  # «оценивают годовой поток в 3 млн тонн»
_RATES = tuple(["в", span] for span in ("год", "день", "месяц", "неделю", "сутки"))
_EACH = Words("ежегодно", "ежедневно", "ежесуточно", "каждый", "каждые")
_RATE = Words("год", "день", "месяц", "неделю", "сутки")  # of _RATES
_BEFORE_WORKS, _CAPACITY = Words("вместо", "против"), Stems("мощност")
_PAUSES = frozenset(", ; – — ( )".split())
_SINCE, _TAKES = Words("пор", "поры"), Stems("обслужива", "оформля", "принима", "пропуска")
_SPANS = Words("год", "сезон")
_OVER, _PLAIN = frozenset({"в", "за"}), frozenset({"календарный", "маркетинговый", "один"})
_BOUGHT = 3  # tokens of «тонн муки ежегодно»
_RULES = frozenset({"правило", "среднем"})  # «как правило», «в среднем за год»
_PRESENT = ("ет", "ют", "ит", "ят", "ут", "ется", "ются", "утся")  # of verbs
_THROUGH = Words("через")
_SEASONS = Words("весной", "зимой", "летом", "осенью")
_DRIVES = re.compile(r"^(едет|едут|идет|идут|прин|прибы|приход|проезж|проход|пропуск|скапл|стека)")
_PASSED = frozenset({"freight", "transit"})
_GOES = Stems(
    "везут", "движ", "едет", "едут", "идет", "идут", "пересека", "принадлеж", "проезжа", "проход",
    "следует", "следуют", "приход",
)  # fmt: skip
_OVER_WHICH: tuple[list[str], ...] = ([], ["за"], ["в"])
_MEAN = 6  # tokens from «в среднем» to «за год»
_LED = 5  # tokens from «годовой» to its figure


def of_any_year(one: Draft) -> bool:
    """Return whether a figure is told of no period: a habit, a rate of a year, an old capacity."""
    return _TIMELESS.tell(one)


@needs(_SINCE)
def _is_since(one: Draft) -> bool:
    """«пост обновили в 2021 году, и с той поры он пропускает вдвое больше машин»."""
    return one.measure == "change_ratio" and one.sentence.begins(_TAKES)


@needs(_SPANS)
def _is_use(one: Draft) -> bool:
    """«За сезон соседи выбирают порядка 3 млн тонн», told in the present, and of no year named."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in MOVED or one.measure != "level":
        return False
    clause = [i for i in range(sentence.first, one.first) if not sentence.between(i, one.at)]
    over = [
        i
        for i in clause
        if low[i] in _SPANS
        and (low[i - 1] in _OVER or (low[i - 1] in _PLAIN and low[i - 2] in _OVER))
    ]
    if not over or any(
        p.role != "base" and low[p.last - 1] not in _SPANS and not sentence.between(p.first, one.at)
        for p in sentence.periods
    ):
        return False
    said = {cue.first for cue in sentence.cues if cue.entry.kind == "say"}
    verbs = [i for i in clause if low[i].endswith(_PRESENT) and i not in said]
    return bool(verbs) and not any(tense(low[i]) == "past" for i in clause)


@needs(_SEASONS)
def _each_season(one: Draft) -> bool:
    """«летом через пост проезжает до 1 500 машин в сутки»: of any summer, told in the present."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "vehicle":
        return False
    clause = [i for i in range(sentence.first, sentence.last) if not sentence.between(i, one.at)]
    if not any(low[i] in _SEASONS for i in clause):
        return False
    named = any(p.named or p.role != "at" for p in sentence.periods)
    return not named and any(
        low[i].endswith(_PRESENT) and low[i] not in _SEASONS and _DRIVES.search(low[i])
        for i in clause
    )


@needs(_GOES)
def _goes_now(one: Draft) -> bool:
    """«через республику следует 80% грузов»: a part of what passes, told in the present."""
    sentence, low = one.sentence, one.sentence.low
    if one.measure != "share_pct" or one.indicator not in _PASSED:
        return False
    if any(p.role in ("at", "since", "span") for p in sentence.periods):
        return False
    if not (sentence.homes or sentence.corridors or sentence.holds(_THROUGH)):
        return False  # «Половина транзитных машин идёт из Китая», of the year told before
    return any(low[i].endswith(_PRESENT) for i in sentence.where(_GOES))


@needs(_HABIT)
def _is_habit(one: Draft) -> bool:
    """«Обычно выбирают за год около миллиона тонн», and no period past the habit of another."""
    sentence, low = one.sentence, one.sentence.low
    after = low[one.last : one.last + _BOUGHT]
    if "ежегодно" in after and _PAUSES.isdisjoint(after[: after.index("ежегодно")]):
        return True  # «Вино давало 12 млн долларов ежегодно», «покупаем 40 тыс. тонн муки ежегодно»
    usual = [
        i
        for i in range(sentence.first, one.at)
        if low[i] in _HABIT and (low[i] not in _RULES or _tells_habit(low, i))
    ]
    if not usual or nearest(one, ("span",)) is not None or _past_colon(one, usual[-1]):
        return False
    # nor «Бананы традиционно покупают в Эквадоре: 46 тыс. тонн за полугодие»
    return not any(
        p.role == "at"
        and (
            usual[-1] < p.first < one.at
            or (p.first >= one.last and low[one.last : p.first] in _OVER_WHICH)
        )
        for p in sentence.periods
    )


def _past_colon(one: Draft, usual: int) -> bool:
    """«Первым традиционно остаётся Афганистан: на него пришлось 68%»: of what was, past a colon."""
    low = one.sentence.low
    words = low[usual : one.at]
    if ":" not in words:
        return False
    return any(tense(word) == "past" for word in low[usual + words.index(":") : one.at])


def _tells_habit(low: Sequence[str], at: int) -> bool:
    """«как правило», «в среднем за год»: and no mean of a day."""
    if low[at] == "правило":
        return low[at - 1] == "как"
    yearly = (["за", "год"], ["в", "год"])  # «в среднем соседи забирают за год»
    return any(list(low[i : i + 2]) in yearly for i in range(at + 1, at + _MEAN))


def _is_daily(one: Draft) -> bool:
    """«стык принимает до восьми поездов в сутки»: trains of any day, where none is named."""
    sentence = one.sentence
    low, others = sentence.low, sentence.quantities  # «при показателе 1995 года около 60»
    if one.kind not in ("count", "wagon") or any(
        p.role != "base"
        and not sentence.between(p.first, one.at)
        and not (p.first >= one.last and any(0 <= q.lead - p.last <= 1 for q in others))
        for p in sentence.periods
    ):
        return False  # «сдаёт 800 вагонов каждый день; тридцать лет назад – десять»
    day = one.kind == "wagon" and low[sentence.first] == "сутки"
    if day and not any(p.first < one.at for p in sentence.periods):
        return True  # «Сутки через станцию – это больше 1 100 вагонов»
    goes = one.kind == "wagon" and any(
        low[i].endswith(_PRESENT) and not sentence.between(i, one.at)
        for i in range(sentence.first, one.at)
    )
    goes = goes and not any(p.last <= one.at for p in sentence.periods)  # «Пять лет назад сдавали»
    if goes and any(low[i : i + 2] == ["за", "сутки"] for i in range(sentence.first, one.at)):
        return True  # «Станция отправляет за сутки более 600 вагонов»
    if low[one.last - 1] == "сутки" and (one.kind == "count" or goes):
        return True  # «передают ежесуточно не более шести поездов»
    return sentence.holds(_EACH) and _goes_each_day(one)


def _goes_each_day(one: Draft) -> bool:
    """«ежедневно проходят 20 поездов»: in a figure's own clause."""
    sentence, low = one.sentence, one.sentence.low
    clause = [i for i in range(sentence.first, sentence.last) if not sentence.between(i, one.at)]
    return any(low[i] in _EACH for i in clause) and any(low[i].endswith(_PRESENT) for i in clause)


@needs(_RATE)
def _is_rate(one: Draft) -> bool:
    """Whether a flow of a year is told in the present, and of no year."""
    low, sentence = one.sentence.low, one.sentence
    if low[one.last : one.last + 2] not in _RATES or one.indicator not in MOVED:
        return False
    led = range(sentence.first, one.quantity.lead)  # its hedge may end like a verb: «около»
    # not the verb of «разрешил ввоз нашей муки, но объёмы там смешные, 15 тыс. тонн в год»
    if not sentence.periods and not any(
        tense(low[i]) == "past" and sentence.between(i, one.at) <= 1 for i in led
    ):
        return True  # «Импорт стабилен, около 1,3 млрд долларов в год»
    return any(
        low[hit.first].endswith(_PRESENT) and hit.first < one.at
        for hit in (*sentence.cues, *sentence.indicators)
        if sentence.between(hit.first, one.at) == 0
    )


@needs(_YEARLY)
def _is_yearly(one: Draft) -> bool:
    """«оценивают годовой поток в 3,1 млн тонн»: a flow of any year, told in the present."""
    low, sentence = one.sentence.low, one.sentence
    if one.indicator not in MOVED or sentence.periods:
        return False
    led = range(max(sentence.first, one.at - _LED), one.at)
    return any(low[i].startswith(_YEARLY) for i in led) and any(
        low[cue.first].endswith(_PRESENT) and cue.first < one.at for cue in sentence.cues
    )


@needs(_BEFORE_WORKS, _CAPACITY)
def _was_capacity(one: Draft) -> bool:
    """«сможет обслуживать 3 тыс. машин в сутки вместо 1 700»: what it was before the works.

    «за полгода перевалил 43 тыс. контейнеров при мощности 90 тыс.»: what it can take.
    """
    sentence, lead = one.sentence, one.quantity.lead
    before = sentence.word_before(lead)
    if one.indicator != "other":
        return False
    if one.kind == "vehicle" and before in _BEFORE_WORKS:
        return True
    return before.startswith(_CAPACITY) and sentence.word_before(lead - 1) == "при"


def _stands(one: Draft) -> bool:
    return one.measure == "share_pct" and standing_share(one)


_TIMELESS: Rules[Callable[[Draft], bool]] = Rules(
    [
        _is_habit, _goes_now, _each_season, _stands, _is_since, _is_use, _is_rate, _was_capacity,
        _is_yearly, _is_daily, before_upheaval,
    ]
)  # fmt: skip
