"""How far each turnover target is, how fast trade must grow to meet it, and how fast it does.

An annual target is met by the turnover of the whole calendar year of its deadline. Formulas and
the rule of the status words are in :mod:`kzcoop.analysis.progress`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from kzcoop.analysis import official
from kzcoop.analysis.growth import RATE_COLUMNS, SPANS, growth_over
from kzcoop.analysis.inputs import Tables, each, frame
from kzcoop.analysis.progress import (
    CANNOT_SAY,
    MOVING_AWAY,
    REACHED,
    Thresholds,
    required_growth_pct,
    status_of,
    years_to_reach,
)
from kzcoop.analysis.standing import Target, standing

GAP_COLUMNS = (
    "partner", "target_usd_bn", "deadline", "is_current", "announced", "last_announced", "times",
    "actual_year", "actual_usd_bn", "gap_usd_bn", "gap_pct", "base_year", "base_usd_bn",
    "required_from_announcement_pct", "required_pct", *RATE_COLUMNS, "observed_pct", "pace",
    "years_at_observed", "partner_year", "partner_usd_bn",
    "partner_reached_year", "status", "why", "claim_id", "evidence", "source_url",
)  # fmt: skip


def gaps(
    tables: Tables, partner: str, as_of: str, thresholds: Thresholds | None = None
) -> pd.DataFrame:
    """Return one row a target: the gap, growth required and observed, and the status.

    Columns
    -------
    actual_year, actual_usd_bn
        Official turnover of the last year that was over by ``as_of`` and has data.
    gap_usd_bn, gap_pct
        Target less actual, and that over actual; negative once exceeded.
    required_from_announcement_pct
        From the last full year before the announcement (of the deadline), per cent a year.
    required_pct
        From the actual year, per cent a year; missing without a deadline, once reached, and
        once the deadline has passed.
    observed_pct
        Compound growth over ``thresholds.observed_years`` years that end with the actual year.
    pace, years_at_observed, status
        See :mod:`kzcoop.analysis.progress`.
    partner_year, partner_usd_bn, partner_reached_year
        The newest turnover by the partner's own statistics, where one is known (never a figure
        that is only implied), and the first year since the announcement in which it was at the
        target. An announcement may mean either country's figures.
    why
        What the status cannot say, in words: no deadline, no actual value, no observed growth,
        deadline passed, already exceeded when announced, far behind; joined by "; ".
    """
    rule = thresholds or Thresholds()
    rows = [_gap(target, as_of, rule) for target in standing(tables, partner, as_of)]
    return frame(rows, GAP_COLUMNS)


def _gap(target: Target, as_of: str, rule: Thresholds) -> dict[str, Any]:
    series = official.turnover(target.partner, as_of)
    row: dict[str, Any] = _by_partner(target, as_of) | {
        "partner": target.partner, "target_usd_bn": target.target_usd_bn,
        "deadline": target.deadline, "is_current": target.is_current,
        "announced": target.announced, "last_announced": target.last_announced,
        "times": target.times, "claim_id": ";".join(target.claim_ids) or None,
        "evidence": target.evidence, "source_url": target.source_url, "status": CANNOT_SAY,
    }  # fmt: skip
    why = [] if target.deadline else ["no deadline"]
    if series.empty:
        return row | {"why": "; ".join([*why, "no actual value"])}
    year, due = int(series.index.max()), target.deadline_year
    actual, goal = float(series[year]), target.target_usd_bn
    growth = [growth_over(series, span) for span in SPANS]
    observed = growth_over(series, rule.observed_years)
    base_year, base = _base(series, target.deadline_announced if due else target.announced)
    row |= dict(zip(RATE_COLUMNS, growth, strict=True))
    row |= {
        "actual_year": year, "actual_usd_bn": actual, "gap_usd_bn": goal - actual,
        "gap_pct": 100 * (goal - actual) / actual, "base_year": base_year, "base_usd_bn": base,
        "observed_pct": observed,
    }  # fmt: skip
    if base is not None and base >= goal:
        why.append("already exceeded when announced")
    elif base is not None and base_year is not None and due is not None:
        row["required_from_announcement_pct"] = required_growth_pct(base, goal, due - base_year)
    if actual >= goal:
        return row | {"status": REACHED, "why": "; ".join(why)}
    if observed is None:
        why.append("no observed growth")
    else:
        row["years_at_observed"] = years_to_reach(actual, goal, observed)
    if due is not None and due <= year:
        return row | {"why": "; ".join([*why, "deadline passed"])}
    required = required_growth_pct(actual, goal, due - year) if due is not None else None
    row["required_pct"] = required
    if observed is not None and required:
        row["pace"] = observed / required
        row["status"] = status_of(observed / required, rule)
        if rule.moving_away <= row["pace"] < rule.far_behind:
            why.append("far behind")
    elif observed is not None and observed < 0:
        row["status"] = MOVING_AWAY
    return row | {"why": "; ".join(why)}


def _by_partner(target: Target, as_of: str) -> dict[str, Any]:
    """Return the newest turnover in the partner's statistics and when it met the target."""
    if ";" in target.partner:  # the statistics of one of several partners say nothing of all
        return {}
    table = official.partner_statistics(target.partner, as_of)
    table = table[(table["indicator"] == "turnover") & ~table["is_implied"].astype(bool)]
    if table.empty:
        return {}
    said = int(target.announced[:4]) if target.announced else 0
    above = table["value_usd_bn"] > target.target_usd_bn
    at = (table["value_usd_bn"] == target.target_usd_bn) & ~table["is_rounded"].astype(bool)
    hits = table[(above | at) & (table["year"] >= said)]  # "almost 30" has not reached 30
    last = table[table["year"] == table["year"].max()]
    return {
        "partner_year": int(last["year"].iloc[0]),
        "partner_usd_bn": float(last["value_usd_bn"].iloc[0]),
        "partner_reached_year": int(hits["year"].min()) if len(hits) else None,
    }


def _base(series: pd.Series, announced: str | None) -> tuple[int | None, float | None]:
    """Return the last full year before an announcement, with its turnover."""
    if announced is None:
        return None, None
    year = int(announced[:4]) - 1
    return (year, float(series[year])) if year in series.index else (None, None)


def record(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return the targets that can be judged: met, missed, or reached without a deadline.

    ``value_usd_bn`` is official turnover in the year of the deadline, ``shortfall_pct`` what
    was missing, in per cent of the target; ``reached_year`` the first year from the
    announcement on in which the amount was exceeded, whether in time or not.
    """
    rows: list[dict[str, Any]] = []
    for target in standing(tables, partner, as_of):
        series = official.turnover(target.partner, as_of)
        due, goal = target.deadline_year, target.target_usd_bn
        if series.empty or (due is not None and due > int(series.index.max())):
            continue
        since = int(target.announced[:4]) if target.announced else due
        hits = [int(y) for y in series.index if series[y] >= goal and (since or 0) <= y]
        reached = hits[0] if hits else None
        value = float(series[due]) if due is not None and due in series.index else None
        if due is None and reached is None:
            continue
        outcome = "reached, no deadline was given"
        if due is not None:
            outcome = CANNOT_SAY if value is None else "met" if value >= goal else "missed"
        rows.append(
            {
                "partner": target.partner, "target_usd_bn": goal, "deadline": target.deadline,
                "announced": target.announced, "value_usd_bn": value, "outcome": outcome,
                "shortfall_pct": None if value is None else max(0.0, 100 * (1 - value / goal)),
                "reached_year": reached, "times": target.times,
                "claim_id": ";".join(target.claim_ids) or None, "evidence": target.evidence,
                "source_url": target.source_url,
            }
        )  # fmt: skip
    columns = (
        "partner", "target_usd_bn", "deadline", "announced", "value_usd_bn", "outcome",
        "shortfall_pct", "reached_year", "times", "claim_id", "evidence", "source_url",
    )  # fmt: skip
    return frame(rows, columns).astype({"value_usd_bn": float, "shortfall_pct": float})


def by_partner_statistics(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return the rows of :func:`gaps` for which the partner's own turnover is known."""
    table = gaps(tables, partner, as_of)
    return table[table["partner_usd_bn"].notna()].reset_index(drop=True)


def current(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of :func:`gaps` that are the newest target of their partner."""
    return table[table["is_current"].astype(bool)].reset_index(drop=True)


def sensitivity(
    tables: Tables, partner: str, as_of: str, thresholds: Thresholds | None = None
) -> pd.DataFrame:
    """Return the status of each current target under other spans of observed growth.

    One row a target and span (1, 3, 5 and 10 years; one year is shown, not trusted). A status
    that changes with the span rests on the year at which the span begins.
    """
    rule = thresholds or Thresholds()
    rows: list[dict[str, Any]] = []
    columns = (
        "partner", "target_usd_bn", "deadline", "observed_years", "observed_pct",
        "required_pct", "pace", "years_at_observed", "status", "claim_id", "evidence",
    )  # fmt: skip
    for span in SPANS:
        table = current(gaps(tables, partner, as_of, replace(rule, observed_years=span)))
        for row in each(table[table["observed_pct"].notna()]):
            rows.append({name: getattr(row, name, span) for name in columns})
    return frame(rows, columns).sort_values(["partner", "observed_years"], ignore_index=True)
