"""What a report's own figures say about its target, before any official statistics.

A report that names a target often gives the level reached and its growth as well. The gap, the
growth required and the years at the rate that it names follow from these alone.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from kzcoop.analysis.announced import trade_claims
from kzcoop.analysis.growth import compound_growth_pct
from kzcoop.analysis.inputs import BILLION, Tables, each, evidence_of, frame, text
from kzcoop.analysis.ledger import REPORT, ledger
from kzcoop.analysis.periods import last_day, months
from kzcoop.analysis.progress import required_growth_pct, years_to_reach

COLUMNS = (
    "partner", "published", "level_usd_bn", "level_year", "year_basis", "qualifier",
    "target_usd_bn", "deadline", "gap_usd_bn", "required_pct", "growth_said_pct",
    "growth_period", "years_at_said", "why", "claim_id", "evidence",
)  # fmt: skip


def own_gaps(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return, for each target in a report, what the report's own level and growth imply.

    One row a target and growth rate said beside it (one row with an empty rate where none was).
    ``level_usd_bn`` is the report's newest turnover of a full year, or a level without a period;
    ``year_basis`` tells a stated year from one inferred by fit with official statistics.
    ``required_pct`` needs a deadline and a year of the level. A growth rate may be that of a
    part of a year (``growth_period``): taking it for every year to come is arithmetic, not a
    forecast. Growth over several years is turned into compound growth a year.
    """
    claims = trade_claims(tables, partner, as_of)
    claims = claims[
        (claims["indicator"] == "turnover") & claims["region"].isna() & claims["commodity"].isna()
    ]
    book = ledger(tables, partner, as_of)
    book = book[(book["origin"] == REPORT) & book["target_usd_bn"].notna()]
    rows: list[dict[str, Any]] = []
    for line in each(book):
        doc_id = line.evidence[0].doc_id
        same = claims[(claims["doc_id"] == doc_id) & (claims["partner"] == line.partner)]
        level = _level(same)
        if level is None:
            continue
        growths = each(same[same["measure"].isin(["change_pct", "change_ratio"])]) or [None]
        rows += [_row(line, level, growth) for growth in growths]
    return frame(rows, COLUMNS)


def _level(claims: pd.DataFrame) -> Any | None:
    """Return the newest level that may stand for a year; parts of a year may not."""
    levels = claims[(claims["measure"] == "level") & (claims["unit"] == "USD")]
    whole = [
        claim
        for claim in each(levels)
        if (run := months(text(claim.period))) is None or run.is_year
    ]
    return max(whole, key=lambda claim: (_year(claim) or 0, -claim.start), default=None)


def _year(claim: Any) -> int | None:
    return None if text(claim.year) is None else int(claim.year)


def _yearly_pct(growth: Any) -> float | None:
    """Return a growth claim in per cent a year."""
    ratio = float(growth.value)
    if growth.measure == "change_pct":
        ratio = 1 + ratio / 100
    period, base = months(text(growth.period)), months(text(growth.base_period))
    years = 1
    if period is not None:
        years = period.last_year - (period.year if base is None else base.year)
    return compound_growth_pct(1, ratio, max(years, 1))


def _row(line: Any, level: Any, growth: Any | None) -> dict[str, Any]:
    value, goal = float(level.value) / BILLION, float(line.target_usd_bn)
    due, year = last_day(text(line.deadline)), _year(level)
    rate = None if growth is None else _yearly_pct(growth)
    why = [] if due else ["no deadline"]
    required = None
    if value >= goal:
        why.append("already exceeded when announced")
    elif due is not None and year is None:
        why.append("year of the level not stated")
    elif due is not None and year is not None:
        required = required_growth_pct(value, goal, due.year - year)
    parts = [level, *([] if growth is None else [growth])]
    return {
        "partner": line.partner, "published": text(level.published), "level_usd_bn": value,
        "level_year": year, "year_basis": text(level.year_basis), "qualifier": level.qualifier,
        "target_usd_bn": goal, "deadline": text(line.deadline), "gap_usd_bn": goal - value,
        "required_pct": required, "growth_said_pct": rate,
        "growth_period": None if growth is None else text(growth.period),
        "years_at_said": None if rate is None else years_to_reach(value, goal, rate),
        "why": "; ".join(why), "claim_id": line.claim_id,
        "evidence": (*line.evidence, *evidence_of(*parts)),
    }  # fmt: skip
