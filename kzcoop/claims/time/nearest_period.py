"""The period beside a figure: the nearest of some roles that dates it and no other figure.

«5 млрд в 2023 году», «60 тысяч – в 2032-м»      beside it
«1,8 млн; в 2020-м было 700 тыс.»                of the next figure
«со 183 млн в 2011-м до 345 млн»                 of the first of a pair
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.period_aside import spoken, tells_aside
from kzcoop.claims.time.period_brackets import enclosed_alone
from kzcoop.claims.time.period_clause import (
    of_launch,
    of_participle,
    of_reason,
    of_relative,
    of_what_was_counted,
)
from kzcoop.claims.time.period_pair import COMPARED, LEADING, of_base, of_compared, of_first
from kzcoop.mentions.period import Period
from kzcoop.mentions.quantity import Quantity

# measures of a change
CHANGES = frozenset({"change_pct", "change_ratio", "increment"})
_ROUGH = (["с", "лишним"], ["с", "небольшим"])
_LISTED = ([","], ["и"])  # «529 и 151 млн долларов за прошлый год»
_BOUNDS = frozenset(", ; : ( – — а и".split())
_LISTING = frozenset({"и", ",", ";", "а"})
_DASHES, _ENDED = frozenset("–—-"), frozenset({"итогам", "результатам"})
_ENDS = frozenset(["", *", . ; ! » )".split()])
_MARKS = frozenset({",", ";", ":", "и", "а", "(", ")"})
_CHANGED = frozenset({"percent", "ratio", "share"})
_NARROWING = _DASHES | set(
    ", всего год за и лишь неполный один одна одно одни причем притом только это".split()
)
_AFTERWARDS = frozenset("дальнейшем затем перспективе позднее позже потом сегодня сейчас".split())
DASHED = (["–"], ["—"], ["–", "в"], ["—", "в"], ["–", "за"], ["—", "за"])


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
    return _nearest(one, roles, clauses) if one.sentence.periods else None


def _before_speech(one: Draft, period: Period) -> bool:
    """«За 2019 год торговля дала 5 млн, а летом посол говорил о прибавке в 8%»: of the 5 alone."""
    sentence = one.sentence
    return any(
        other.first > period.last
        and other.last <= one.at
        and spoken(one, other)
        and sentence.between(period.first, other.first) > 0
        and any(period.last <= q.first < other.first for q in sentence.quantities)
        for other in sentence.periods
    )


def _of_whole(one: Draft, period: Period) -> bool:
    """«пришло 9 млн, почти половина суммы с 2005 года»: since when the whole has gathered."""
    if one.indicator != "investment" or period.role != "since" or period.first < one.at:
        return False
    if one.measure == "share_pct":
        return not one.sentence.between(one.at, period.first)
    return any(
        q.kind == "percent" and one.last <= q.first < period.first for q in one.sentence.quantities
    )


def _nearest(one: Draft, roles: tuple[str, ...], clauses: int) -> Period | None:
    best: tuple[float, Period] | None = None
    sentence = one.sentence
    several = len(sentence.periods) > 1 and "say" in sentence.kinds
    for period in sentence.periods:
        if period.role not in roles or tells_aside(one, period):
            continue
        if several and period.last < one.at and _before_speech(one, period):
            continue
        divided = sentence.between(period.first, one.at)
        if _of_whole(one, period):
            continue
        if of_participle(one, period) or of_launch(one, period):
            continue
        if divided and of_relative(one, period):
            continue
        if divided and one.last <= period.first and of_reason(one, period):
            continue
        if one.measure in CHANGES and of_compared(one, period):
            continue
        if period.first < one.at and sentence.holds(COMPARED) and of_base(one, period):
            continue
        if divided > clauses or of_first(one, period):
            continue
        before_it = period.first < one.at
        closes = not before_it and _closes_item(one, period)
        if (
            not before_it
            and divided
            and not closes
            and _dates_another(one, period)
            and not _narrowed(one, period)
        ):
            continue
        if not before_it and _opens_next(one, period):
            continue
        if (
            not before_it
            and any(
                one.at < q.first
                and 0 <= period.first - q.last <= 3
                and q.kind != "ordinal"
                and not (q.kind == "bare" and q.value == 1)  # «причём за один январь – июль»
                and sentence.low[one.last : q.first] not in _LISTED
                and LEADING.issuperset(sentence.low[q.last : period.first])
                and not _term_of_both(one, q, period)
                for q in sentence.quantities
            )
        ):
            continue  # «59,4 тыс. против 51,4 тыс. за первые пять месяцев 2024 года»
        gap = one.at - period.last if before_it else period.first - one.last
        left, right = (period.first, one.at) if before_it else (one.at, period.first)
        crossed = one.crossed(left, right)
        # a period after the next figure belongs to that figure; one before may govern several
        cost = 0.25 * (gap if gap > 0 else 0) + 1.5 * (divided if divided < 6 else 6)
        cost += (0.3 * crossed) if before_it else (4.0 + 5.0 * crossed)
        if not before_it and not divided and gap - _led(one, period) <= 1:
            cost = 0.2  # «5 млрд в 2023 году»: beside the figure
        elif not before_it and _narrowed(one, period):
            cost = 0.1  # «в 2023-м называл 46 млн – и это только за восемь месяцев»
        elif not before_it and enclosed_alone(one, period) == one.last:
            cost = 0.1  # «1,4 млн тонн (2024), 1,3 млн (2023)»
        elif closes or (not before_it and sentence.low[one.last : period.first] in DASHED):
            cost = 0.2  # «60 тысяч – в 2032-м»
        if best is None or cost < best[0]:
            best = (cost, period)
    return best[1] if best else None


def _narrowed(one: Draft, period: Period) -> bool:
    """«говорил о 21 млн, причём всего за девять месяцев»: months that a figure is told to be of."""
    words = one.sentence.low[one.last : period.first]
    if words[-1:] != ["за"] or words[0] not in (",", *_DASHES):
        return False
    ends = one.sentence.word_at(period.last) in _ENDS
    return ends and len(words) > len([",", "за"]) and _NARROWING.issuperset(words)


def _closes_item(one: Draft, period: Period) -> bool:
    """«640 млн – в 2015-м, 300 млн – в 2019-м», «640 млн – на треть меньше – в 2015-м;».

    Past a dash, and the end of what a list tells of one figure and of how it changed.
    """
    sentence, low = one.sentence, one.sentence.low
    led = period.first - _led(one, period)
    if period.role != "at" or sentence.word_before(led) not in _DASHES:
        return False
    if sentence.word_at(period.last) not in _ENDS or not _MARKS.isdisjoint(low[one.last : led]):
        return False
    beside = [q for q in sentence.quantities if one.last <= q.first < led]
    return all(q.kind in _CHANGED for q in beside)


def _term_of_both(one: Draft, other: Quantity, period: Period) -> bool:
    """«довести экспорт до 3 млрд, импорт – до 1 млрд к 2030 году»: a term that ends a list."""
    if period.role != "by" or one.status == "actual" or other.kind not in (one.kind, "bare"):
        return False
    low, sentence = one.sentence.low, one.sentence
    words = low[one.last : other.first]
    return (
        words[-1:] == ["до"]
        and words[0] in (",", "и")
        and _AFTERWARDS.isdisjoint(words)
        and not any(one.last <= cue.first < other.lead for cue in sentence.cues)
        and not any(one.last <= p.first < other.first for p in sentence.periods)
    )


def _led(one: Draft, period: Period) -> int:
    """How many small words lead to a period: «за весь 2022-й»."""
    led = 0
    while one.sentence.word_before(period.first - led) in LEADING:
        led += 1
    if one.sentence.low[one.last : period.first - led] in _ROUGH:
        led += 2  # «миллиард с лишним за весь предыдущий год»
    return led


def _dates_another(one: Draft, period: Period) -> bool:
    """Whether a period opens a later figure's clause: «1,8 млн; в 2020-м было 700 тыс.»."""
    sentence = one.sentence
    if of_what_was_counted(one, period):
        return False
    if sentence.word_at(one.last) == "(" and period.first - one.last <= 2:
        return False  # «1,6 млрд долларов (2018 год, рост 25%)»
    led = sentence.low[period.first - (2 if period.role != "by" else 1) : period.first]
    ends = sentence.word_at(period.last) == "," and ";" not in sentence.low[one.last : period.first]
    if ends and _BOUNDS.isdisjoint(led):
        return False  # «девять начнут работать в этом году, что даст 200 рабочих мест»
    return any(
        q.first > period.first
        and sentence.between(period.first, q.number_first) <= 1
        and ";" not in sentence.low[period.last : q.first]
        for q in sentence.quantities
        if q is not one.quantity and q.kind != "out"
    )


def _opens_next(one: Draft, period: Period) -> bool:
    """«составляла 160 млн долларов и в 2018 году – 86 млн»: of the next figure."""
    low, sentence = one.sentence.low, one.sentence
    led = period.first - one.last - (low[period.first - 1] in _ENDED)
    if low[one.last] not in _LISTING or led > 2:
        return False  # «и по итогам прошлого года превысил 550 млн»
    if low[period.last : period.last + 1] not in (["–"], ["—"], ["-"]):
        # «увеличился втрое и в 2023 году превысил 550 млн»
        return low[one.last] == "и" and any(
            cue.entry.kind in ("up", "down", "reach")
            and 0 <= cue.first - period.last <= 1
            and any(cue.last <= q.first for q in sentence.quantities)
            for cue in sentence.cues
        )
    return any(0 <= q.lead - period.last <= 2 for q in sentence.quantities)
