"""Period, base of comparison and deadline of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kzcoop.claims.draft import Draft
from kzcoop.mentions.period import Period, iso

_STOCK = frozenset({"projects_count", "projects_value", "jobs", "enterprises_count", "goods_positions",
                    "export_potential", "checkpoints_count"})  # fmt: skip
_CHANGES = frozenset({"change_pct", "change_ratio", "increment"})


def assign_time(one: Draft, before: Sequence[Draft], recent: str | None, dct: date | None) -> None:
    """Set period, base_period and deadline of a draft whose measure and status are known."""
    sentence = one.sentence
    now = dct.year if dct else None
    own = _nearest(one, ("at", "span", "since"))
    by = _nearest(one, ("by",))
    future = one.status != "actual"
    if future:
        if by is not None:
            one.deadline = by.value
        elif own is not None and own.year is not None and now is not None and own.role == "at":
            if own.year > now or (own.year == now and own.months and dct and own.months[1] > dct.month):
                one.deadline = iso(own.year, own.months)
        elif own is not None and own.year is not None and now is None and one.measure == "target":
            one.deadline = iso(own.year, own.months) if own.role == "at" and own.first > one.last else None
        if one.measure == "target" or one.indicator in _STOCK or one.kind in ("percent", "ratio", "money"):
            return
    if one.measure in _CHANGES:
        one.base_period = _base(one, own)
    if own is not None:
        if own.role == "span" and own.value is None:
            one.period = None
            return
        one.period = _of_pair(one, own, before)
        if own.role == "since" and one.indicator in ("turnover", "export", "import"):
            one.period = own.value
        if one.measure in _CHANGES and own.role == "span" and own.value and one.base_period is None:
            one.base_period = own.value.split("/")[0]
        return
    base = _nearest(one, ("base",), clauses=1)
    if base is not None and base.value is not None and one.measure == "level" and base.last <= one.at + 99:
        one.period = base.value
        return
    for other in reversed(before):
        if other.period is not None and other.status == "actual" and _flow(other) and _flow(one):
            one.period = other.period
            return
    if recent is not None and _flow(one) and not _present(one):
        one.period = recent
        one.note("period of the sentence before")


def _flow(one: Draft) -> bool:
    return one.indicator not in _STOCK and one.indicator != "other" or one.measure in _CHANGES


def _present(one: Draft) -> bool:
    """Whether a stock of today is meant: «сейчас здесь проезжает до 1 200 машин»."""
    return one.sentence.near(one.quantity, "now", clauses=3) is not None or one.kind == "vehicle"


def _nearest(one: Draft, roles: tuple[str, ...], clauses: int = 9) -> Period | None:
    best: tuple[float, Period] | None = None
    sentence = one.sentence
    for period in sentence.periods:
        if period.role not in roles:
            continue
        before_it = period.first < one.at
        gap = one.at - period.last if before_it else period.first - one.last
        divided = sentence.between(period.first, one.at)
        if divided > clauses:
            continue
        crossed = sum(
            1 for q in sentence.quantities
            if q is not one.quantity and min(period.first, one.at) < q.first < max(period.first, one.at)
        )  # fmt: skip
        cost = 0.4 * max(gap, 0) + 2.5 * min(divided, 6) + (0 if before_it else 3.0)
        cost += (3.0 if not before_it else 0.8) * crossed
        if best is None or cost < best[0]:
            best = (cost, period)
    return best[1] if best else None


def _base(one: Draft, own: Period | None) -> str | None:
    same = _nearest(one, ("same",))
    if same is not None and same.year is not None:
        if own is not None and own.months is not None:
            return iso(same.year, own.months)
        return iso(same.year) if own is None or own.months is None else None
    base = _nearest(one, ("base",))
    if base is None:
        return None
    if base.value is not None:
        return base.value
    if own is not None and own.year is not None and base.shift:
        if base.months == (-1, -1) and own.months:
            return iso(own.year, (own.months[0] - 1, own.months[0] - 1))
        return iso(own.year + base.shift, own.months)
    return None


def _of_pair(one: Draft, own: Period, before: Sequence[Draft]) -> str | None:
    """The value of a period for this figure: of «с X до Y» the first is for the base."""
    low, sentence = one.sentence.low, one.sentence
    word = sentence.word_before(one.quantity.lead)
    if word in ("с", "со") and low[one.last : one.last + 1] == ["до"] and own.year is not None:
        if own.role == "span" and own.value:
            return own.value.split("/")[0]
        return iso(own.year - 1, own.months)
    if own.role == "span" and own.value and "/" in own.value and one.measure == "level":
        first, last = own.value.split("/")
        if len(first) == 4 and one.kind in ("money", "tonne") and one.indicator != "investment":
            return last
    earlier = _nearest(one, ("base",), clauses=1)
    if earlier is not None and one.measure == "level" and one.status == "actual" and earlier.last > one.last:
        if earlier.value is not None:
            return earlier.value
        if own.year is not None and earlier.shift:
            return iso(own.year + earlier.shift, own.months)
    return own.value
