"""A fan of outcomes: what turnover would be if coming years were drawn from past ones.

Each path starts at the last official value and multiplies it, year by year, by annual growth
factors drawn with replacement from those of the past (an ordinary bootstrap). It says how wide
the range is that past swings allow; it knows nothing of new roads, sanctions or oil prices.

Caveats, printed with every result: few past years, independent draws (a bad year is as likely
after a bad one as after a good one), and the past as the only guide. Source: Efron and
Tibshirani, An Introduction to the Bootstrap, 1993.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from kzcoop.analysis import official
from kzcoop.analysis.inputs import Tables, frame
from kzcoop.analysis.standing import standing

LEAST_CHANGES = 8
QUANTILES = (0.05, 0.25, 0.50, 0.75, 0.95)
QUANTILE_COLUMNS = ("p05_usd_bn", "p25_usd_bn", "p50_usd_bn", "p75_usd_bn", "p95_usd_bn")
HORIZON_YEARS = 25


def past_factors(series: pd.Series) -> npt.NDArray[np.float64]:
    """Return turnover of each year over the year before, for neighbouring years only."""
    values = {int(year): float(value) for year, value in series.items()}  # type: ignore[call-overload]
    return np.array([values[y] / values[y - 1] for y in sorted(values) if y - 1 in values])


def paths(series: pd.Series, years: int, draws: int, seed: int) -> npt.NDArray[np.float64] | None:
    """Return simulated turnover, shape (draws, years), or ``None`` where the past is too short.

    Parameters
    ----------
    series
        Turnover by year, billion US dollars.
    years
        How many years to go beyond the last one.
    draws, seed
        Number of paths; seed of numpy's PCG64 generator. The same seed gives the same paths.
    """
    factors = past_factors(series)
    if len(factors) < LEAST_CHANGES or years < 1:
        return None
    chosen = np.random.Generator(np.random.PCG64(seed)).integers(
        0, len(factors), size=(draws, years)
    )
    return np.asarray(float(series.iloc[-1]) * np.cumprod(factors[chosen], axis=1))


def fan(partner: str, as_of: str, until: int, draws: int, seed: int) -> pd.DataFrame:
    """Return quantiles of simulated turnover, one row a year up to ``until``.

    Columns: year and the 5th, 25th, 50th, 75th and 95th percentile in billion US dollars; no row
    where there are fewer than eight past changes.
    """
    series = official.turnover(partner, as_of)
    columns = ("year", *QUANTILE_COLUMNS)
    if series.empty:
        return frame([], columns)
    last = int(series.index.max())
    simulated = paths(series, until - last, draws, seed)
    if simulated is None:
        return frame([], columns)
    levels = np.quantile(simulated, QUANTILES, axis=0)
    table = pd.DataFrame(levels.T, columns=list(QUANTILE_COLUMNS))
    table.insert(0, "year", range(last + 1, until + 1))
    return table


def chances(tables: Tables, partner: str, as_of: str, draws: int, seed: int) -> pd.DataFrame:
    """Return how often the drawn paths meet each standing target.

    Columns
    -------
    probability_pct
        Share of paths whose turnover in the year of the deadline is at the target or above;
        missing without a deadline, when it has passed, and where the past is too short.
    margin_pp
        Half of the 95 % interval that the number of draws leaves, in percentage points.
    median_year
        First year by whose end at least half of the paths have been at the target once; missing
        where that takes more than 25 years.
    changes
        Number of past annual changes that were drawn from.
    """
    rows: list[dict[str, Any]] = []
    for target in standing(tables, partner, as_of):
        series = official.turnover(target.partner, as_of)
        if series.empty or float(series.iloc[-1]) >= target.target_usd_bn:
            continue
        simulated = paths(series, HORIZON_YEARS, draws, seed)
        row: dict[str, Any] = {
            "partner": target.partner, "target_usd_bn": target.target_usd_bn,
            "deadline": target.deadline, "actual_usd_bn": float(series.iloc[-1]),
            "changes": len(past_factors(series)), "claim_id": ";".join(target.claim_ids) or None,
            "evidence": target.evidence, "source_url": target.source_url,
        }  # fmt: skip
        last = int(series.index.max())
        if simulated is not None:
            hit = simulated >= target.target_usd_bn
            ever = np.maximum.accumulate(hit, axis=1).mean(axis=0) >= 0.5
            row["median_year"] = last + 1 + int(ever.argmax()) if ever.any() else None
            ahead = 0 if target.deadline_year is None else target.deadline_year - last
            if 1 <= ahead <= HORIZON_YEARS:
                share = float(hit[:, ahead - 1].mean())
                row["probability_pct"] = 100 * share
                row["margin_pp"] = 196 * float(np.sqrt(share * (1 - share) / draws))
        rows.append(row)
    columns = (
        "partner", "actual_usd_bn", "target_usd_bn", "deadline", "probability_pct", "margin_pp",
        "median_year", "changes", "claim_id", "evidence", "source_url",
    )  # fmt: skip
    return frame(rows, columns)
