"""Changes that two levels beside them work out to: they are from the one to the other.

«за пять лет вырос в шесть раз: с 0,8 млн тонн в 2020 году до 4,5 млн в 2024 году»     2020/2024
«если вспомнить 9,4 млн тонн 2010 года, прибавка почти втрое», after 27 млн of 2024    2010/2024
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from kzcoop.claims.scene.draft import Draft
from kzcoop.mentions.calendar import bounds

_CHANGES = frozenset({"change_pct", "change_ratio"})
_ROUNDED = Decimal("0.12")  # of a ratio: «в шесть раз» of 5.6
_EXACTLY = Decimal("0.02")
_ABOVE = Decimal("1.3")  # of what is told as a bound
_YEARS = "2022/2024"
_BEFORE = 4  # figures back to the levels that a change is told of
_YEAR = 12  # months


def date_changes(drafts: Sequence[Draft]) -> None:
    """Give a change the years of the two levels after it of which it tells.

    Only one without a period of its own, or over some years until now («за последние пять лет»).
    """
    for index, one in enumerate(drafts):
        if one.measure not in _CHANGES:
            continue
        if index and one.base_period is None and drafts[index - 1].sentence is one.sentence:
            _date_by_before(one, drafts[:index])
        if one.status != "actual" or not _is_open(one):
            continue
        after = [
            other
            for other in drafts[index + 1 : index + 4]
            if other.measure == "level" and other.period and _beside(one, other)
        ]
        for then, now in pairwise(after):
            if then.unit == now.unit and (span := _span(then, now)) and _tells(one, then, now):
                one.period, one.base_period = span, then.period
                one.note("a change from one level to the other: of their years")
                break
        else:
            if one.period is not None:
                _date_by_earlier(one, drafts[max(0, index - _BEFORE) : index])


def _date_by_before(one: Draft, before: Sequence[Draft]) -> None:
    """Date a change by the level before it in its sentence, and by one before that."""
    if len(before) > 1 and _is_of(one, before[-2]):
        _date_by_pair(one, before[-2], before[-1])
    if _is_of(one, before[-1]):
        _date_since(one, before[-1], before[:-1])


def _is_of(one: Draft, then: Draft) -> bool:
    """Whether a change follows a level of its sentence, and nothing dates it but that level."""
    return (
        one.sentence is then.sentence
        and then.measure == "level"
        and len(then.period or "") == len("2024")
        and one.period in (None, then.period)
        and one.base_period is None
        and one.deadline is None
    )


def _date_by_pair(one: Draft, then: Draft, now: Draft) -> None:
    """«В 2019 году – 5,6 млн тонн, к 2023-му – 7,8 млн, то есть в 1,4 раза больше»: of 2023."""
    levels = now.measure == "level" and now.sentence is one.sentence and now.unit == then.unit
    later = len(now.period or "") == len("2024") and (now.period or "") > (then.period or "")
    if levels and later and one.period == then.period and _works_out(one, then, now):
        one.period, one.base_period = now.period, then.period


def _date_since(one: Draft, then: Draft, before: Sequence[Draft]) -> None:
    """«За 2024 год – 27 млн тонн. … Если вспомнить 9,4 млн 2010 года, прибавка почти втрое».

    From the year of the level beside a change to that of a later one, told before it, where the
    two levels work out to the change.
    """
    later = [
        now
        for now in before
        if now.measure == "level"
        and now.status == "actual"
        and now.unit == then.unit
        and now.indicator in (then.indicator, one.indicator)
        and len(now.period or "") == len("2024")
        and (now.period or "") > (then.period or "")
    ]
    now = max(later, key=lambda told: told.period or "", default=None)
    if now is None or not _works_out(one, then, now):
        return
    start, end = int(then.period or 0), int(now.period or 0)
    one.period, one.base_period = f"{start}/{end}" if end > start + 1 else now.period, then.period
    one.status = "actual"  # «…, выйдет рост почти втрое»
    one.note("a change from a level beside it to one told before")


def _works_out(one: Draft, then: Draft, now: Draft) -> bool:
    """Whether two levels give a change: «более чем вчетверо» of 4.6."""
    if one.measure != "change_ratio":
        return _tells(one, then, now, _EXACTLY)
    if one.qualifier != "over" or not then.value:
        return _tells(one, then, now)
    return 1 <= now.value / then.value / one.value <= _ABOVE


def _date_by_earlier(one: Draft, before: Sequence[Draft]) -> None:
    """«В 2022 году – 1,1 млрд, в 2024-м – 1,8 млрд. За три года рост составил 64%»: 2022/2024."""
    levels = [
        other
        for other in before
        if one.sentence.number - other.sentence.number <= 1
        and other.measure == "level"
        and other.period
        and other.indicator == one.indicator
    ]
    first, last = map(int, (one.period or "").split("/"))
    for then, now in combinations(levels, 2):
        span = _span(then, now) if then.unit == now.unit else None
        if span is None or len(span) != len(_YEARS) or not _tells(one, then, now, _EXACTLY):
            continue
        start, end = map(int, span.split("/"))
        if last - first - 1 <= end - start <= last - first:
            one.period, one.base_period = span, then.period
            return


def _beside(one: Draft, other: Draft) -> bool:
    """Whether a level stands in the sentence of a change, or right after one that names no year."""
    if other.sentence is one.sentence:
        return True
    after = other.sentence.number - one.sentence.number == 1
    return after and not any(period.named for period in one.sentence.periods)


def _is_open(one: Draft) -> bool:
    """Whether a change has no period, or one over some years that no year of the text begins."""
    if one.period is None:
        return True
    first, _, last = one.period.partition("/")
    return len(first) == len(last) == len("2024")


def _span(then: Draft, now: Draft) -> str | None:
    """From the year of the one level to that of the other, where both are whole years."""
    start, end = bounds(then.period or ""), bounds(now.period or "")
    if start is None or end is None or then.indicator != now.indicator:
        return None
    if any(last - first + 1 != _YEAR for first, last in (start, end)):
        return None
    apart = (end[0] - start[0]) // _YEAR
    if apart < 1:
        return None
    if apart == 1:
        return now.period
    # of seasons from the first month to the last: 2020-07/2024-06
    return f"{(then.period or '').partition('/')[0]}/{(now.period or '').rpartition('/')[2]}"


def _tells(one: Draft, then: Draft, now: Draft, rounded: Decimal = _ROUNDED) -> bool:
    """Whether a change is that from one level to the other, rounded as it may be."""
    if not then.value:
        return False
    times = one.value if one.measure == "change_ratio" else 1 + one.value / 100
    return abs(now.value / then.value - times) <= rounded * times
