"""The period beside a figure: the nearest of some roles that dates it and nothing else."""

from __future__ import annotations

import re

from kzcoop.claims.draft import Draft
from kzcoop.mentions.period import Period

# measures of a change
CHANGES = frozenset({"change_pct", "change_ratio", "increment"})
_EVENTS = ("визит", "встреч", "переговор", "поездк", "саммит", "форум", "заседани")
_RECORD = ("максим", "миним", "наивысш", "наибольш", "рекорд", "самы")
_FROM_EVENT = 8  # tokens
_PAPERS = ("карт", "концепци", "план", "программ", "соглашени", "стратеги")
_LISTING = frozenset({"и", ",", ";", "а"})
_SMALL = frozenset("в весь все за итогам на по полный целый".split())
_DASHED = (["–"], ["—"], ["–", "в"], ["—", "в"], ["–", "за"], ["—", "за"])
_PARTICIPLE = re.compile(
    r"[а-я]{3,}(?:нн|вш|дш|ыт|ят)(?:ой|ый|ого|ому|ым|ом|ая|ую|ые|ых|ыми|ем|ее|ий|ей|его|им|их|ие)$"
)
_SEASONS = frozenset({"весной", "зимой", "летом", "осенью"})


def nearest(one: Draft, roles: tuple[str, ...], clauses: int = 9) -> Period | None:
    """Return the period of some roles that dates a figure, or None.

    Parameters
    ----------
    one
        The draft.
    roles
        The roles of periods that are looked at.
    clauses
        How many clause boundaries may stand between at the most.
    """
    best: tuple[float, Period] | None = None
    sentence = one.sentence
    for period in sentence.periods:
        if period.role not in roles or spoken(one, period) or _of_document(one, period):
            continue
        if (
            _of_crop(one, period)
            or _in_brackets(one, period)
            or _of_part(one, period)
            or _of_event(one, period)
        ):
            continue
        divided = sentence.between(period.first, one.at)
        if divided and _of_aside(one, period):
            continue
        if divided > clauses or _of_first(one, period):
            continue
        before_it = period.first < one.at
        if not before_it and divided and _dates_another(one, period):
            continue
        if not before_it and _opens_next(one, period):
            continue
        if not before_it and any(
            one.at < q.first and 0 <= period.first - q.last <= 1 and q.kind != "ordinal"
            for q in sentence.quantities
        ):
            continue  # «59,4 тыс. против 51,4 тыс. в 2024 году», not «за первые пять месяцев»
        gap = one.at - period.last if before_it else period.first - one.last
        left, right = min(period.first, one.at), max(period.first, one.at)
        crossed = sum(
            q is not one.quantity and q.kind != "ordinal" and left < q.first < right
            for q in sentence.quantities
        )
        # a period after the next figure belongs to that figure; one before may govern several
        cost = 0.25 * max(gap, 0) + 1.5 * min(divided, 6)
        cost += (0.3 * crossed) if before_it else (4.0 + 5.0 * crossed)
        if not before_it and not divided and gap - _led(one, period) <= 1:
            cost = 0.2  # «5 млрд в 2023 году»: beside the figure
        elif not before_it and sentence.low[one.last : period.first] in _DASHED:
            cost = 0.2  # «60 тысяч – в 2032-м»
        if best is None or cost < best[0]:
            best = (cost, period)
    return best[1] if best else None


def _of_crop(one: Draft, period: Period) -> bool:
    """«за апрель – 76 тыс. тонн урожая прошлого года»: which crop, where months stand too."""
    sentence = one.sentence
    return sentence.word_before(period.first).startswith("урожа") and any(
        other is not period and other.role == period.role and other.last <= one.at
        for other in sentence.periods
    )


def _of_event(one: Draft, period: Period) -> bool:
    """«После визита президента в августе товарооборот вырос», «впервые за восемь лет»."""
    low, sentence = one.sentence.low, one.sentence
    before = low[max(sentence.first, period.first - _FROM_EVENT) : period.first]
    last = before[-1:] and before[-1].startswith("последн")
    # «в августе экспорт вышел на максимум с начала года»
    last = last or low[period.first : period.first + 2] == ["с", "начала"]
    if "впервые" in before[-3:] or (last and any(w.startswith(_RECORD) for w in before)):
        return True  # «самый высокий за последние четыре месяца»
    if period.role in ("since", "span") and any(w.startswith(_RECORD) for w in before[-2:]):
        return True  # «3,3 млрд – минимум с мая 2023 года»
    if (
        period.role == "span"
        and before[-1:] == ["за"]
        and any(word.startswith(_RECORD) for word in before[-4:])
    ):
        return True  # «стал рекордным за 12 лет – 2,4 млн тонн»
    if period.role != "at" or period.months is None or period.first > one.at:
        return False
    if period.months[0] != period.months[1]:
        return False
    start = max(sentence.first, period.first - _FROM_EVENT)
    return any(
        low[i].startswith(_EVENTS) and sentence.between(i, period.first) == 0
        and low[max(sentence.first, i - 2) : i].count("после")
        for i in range(start, period.first)
    )  # fmt: skip


def _in_brackets(one: Draft, period: Period) -> bool:
    """Whether a period dates a figure in brackets of its own: «на 21% (2022 г. – 1,1 млрд)»."""
    low, sentence = one.sentence.low, one.sentence
    opened = next(
        (i for i in range(period.first, max(sentence.first, period.first - 9) - 1, -1)
         if low[i] in ("(", ")")), -1,
    )  # fmt: skip
    if opened < 0 or low[opened] != "(":
        return False
    closed = next((i for i in range(period.last, sentence.last) if low[i] == ")"), sentence.last)
    if opened < one.at < closed:
        return False
    kind = sentence.mentions.tokens.kind
    words = [
        i for i in range(opened + 1, closed)
        if kind[i] == "w" and not period.first <= i < period.last and low[i] not in _SMALL
    ]  # fmt: skip
    if len(words) > 1:
        return True  # «через Курык – 21 тыс. вагонов (порт открыт в марте 2017 года)»
    held = [q for q in sentence.quantities if opened < q.first < closed]
    if opened == one.last and period.first - opened <= 2:  # «1,6 млрд (2018 год, рост 25%)»
        return any(q.kind not in ("percent", "ratio") for q in held)
    return bool(held)


def _of_part(one: Draft, period: Period) -> bool:
    """«5 млрд, в том числе 1,3 млрд в 2025 году»: the period of a part."""
    between = one.sentence.low[one.last : period.first]
    if not any(one.last <= q.first < period.first for q in one.sentence.quantities):
        return False
    return any(between[i : i + 3] == ["в", "том", "числе"] for i in range(len(between))) or any(
        between[i : i + 2] == ["из", "них"] for i in range(len(between))
    )


def _of_aside(one: Draft, period: Period) -> bool:
    """«В парке, открытом в прошлом году, работают 9 фирм»: a period of the participle's."""
    low, sentence = one.sentence.low, one.sentence
    at = period.first - 1
    if at > sentence.first and low[at] in ("в", "во", "с"):
        at -= 1
    led = at > sentence.first and low[at - 1] == "," and _PARTICIPLE.search(low[at]) is not None
    return led and "," in low[period.last : one.at]


def _of_document(one: Draft, period: Period) -> bool:
    """«дорожная карта на 2021–2024 годы переломить картину не смогла»: a span of a paper."""
    sentence = one.sentence
    if sentence.word_before(period.first) != "на" or not sentence.between(period.first, one.at):
        return False
    before = sentence.low[max(sentence.first, period.first - 4) : period.first - 1]
    if before and before[-1].startswith("план") and period.role in ("at", "by"):
        return False  # «План на июнь – 7 млн тонн»
    return any(word.startswith(_PAPERS) for word in before)


def _led(one: Draft, period: Period) -> int:
    """How many small words lead to a period: «за весь 2022-й»."""
    led = 0
    while one.sentence.word_before(period.first - led) in _SMALL:
        led += 1
    return led


def spoken(one: Draft, period: Period) -> bool:
    """Return whether a period dates the speech and not the figure.

    «осенью сообщал о приросте в 3,6%»
    """
    if period.role != "at" or period.months is None or period.first > one.at:
        return False
    if any(
        cue.entry.kind == "say"
        and 0 <= period.first - cue.last <= 2
        and "," not in one.sentence.low[cue.last : period.first]
        for cue in one.sentence.cues
    ):
        return True  # «сообщалось в мае»
    if period.months[0] != period.months[1] and one.sentence.low[period.first] not in _SEASONS:
        return False
    said = [
        c for c in one.sentence.cues if c.entry.kind == "say" and period.last <= c.first < one.at
    ]
    if not said:
        return False
    if "что" in one.sentence.low[said[0].first : one.at]:
        return True  # «В сентябре посол говорил, что товарооборот превысил 28 млрд»
    reached = any(
        cue.entry.kind in ("up", "down", "reach") and period.last <= cue.first < one.at
        and cue.first not in _nouns(one)
        for cue in one.sentence.cues
    )  # fmt: skip
    return not reached


def _nouns(one: Draft) -> set[int]:
    """Words of change that are nouns or value something: «о приросте», «оценив»."""
    return {
        c.first
        for c in one.sentence.cues
        if one.sentence.low[c.first].startswith(("рост", "прирост", "оценив"))
    }


def _dates_another(one: Draft, period: Period) -> bool:
    """Whether a period opens a later figure's clause: «1,8 млн; в 2020-м было 700 тыс.»."""
    sentence = one.sentence
    if _of_its_participle(one, period):
        return False
    if sentence.word_at(one.last) == "(" and period.first - one.last <= 2:
        return False  # «1,6 млрд долларов (2018 год, рост 25%)»
    return any(
        q.first > period.first
        and sentence.between(period.first, q.number_first) <= 1
        and ";" not in sentence.low[period.last : q.first]
        for q in sentence.quantities
        if q is not one.quantity and q.kind != "out"
    )


def _of_its_participle(one: Draft, period: Period) -> bool:
    """«1,3 млн тонн зерна, ушедшего в Казахстан за 9 месяцев, …»: of what was just counted."""
    low = one.sentence.low
    words = low[one.last : period.first]
    if words.count(",") != 1 or any(
        one.last <= q.first < period.first for q in one.sentence.quantities
    ):
        return False
    at = one.last + words.index(",") + 1
    return _PARTICIPLE.search(low[at]) is not None and low[period.last : period.last + 1] == [","]


def _opens_next(one: Draft, period: Period) -> bool:
    """«составляла 160 млн долларов и в 2018 году – 86 млн»: of the next figure."""
    low, sentence = one.sentence.low, one.sentence
    if low[one.last] not in _LISTING or period.first - one.last > 2:
        return False
    if low[period.last : period.last + 1] not in (["–"], ["—"], ["-"]):
        return False
    return any(0 <= q.lead - period.last <= 2 for q in sentence.quantities)


def _of_first(one: Draft, period: Period) -> bool:
    """Whether a period dates the first of a pair: «со 183 млн в 2011-м до 345 млн»."""
    low, sentence = one.sentence.low, one.sentence
    if period.first > one.at:
        return False
    if one.measure not in CHANGES and "до" not in low[period.last : one.at]:
        return False
    return any(
        q.last <= period.first and period.first - q.last <= 2
        and sentence.word_before(q.lead) in ("с", "со")
        for q in sentence.quantities
    )  # fmt: skip
