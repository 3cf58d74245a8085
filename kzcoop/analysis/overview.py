"""All partners in one table: how far the target, how fast trade grows, how good the word is."""

from __future__ import annotations

from typing import Any

import pandas as pd

from kzcoop.analysis import agreement, growth, official, targets
from kzcoop.analysis.inputs import ALL, Tables, each, frame
from kzcoop.analysis.progress import Thresholds

COLUMNS = (
    "partner", "year", "turnover_usd_bn", "growth_1y_pct", "growth_5y_pct", "target_usd_bn",
    "deadline", "gap_usd_bn", "gap_pct", "required_pct", "observed_pct", "pace", "status",
    "targets_met", "targets_judged", "compared", "agree", "agree_pct", "claim_id", "evidence",
)  # fmt: skip


def overview(tables: Tables, as_of: str, thresholds: Thresholds | None = None) -> pd.DataFrame:
    """Return one row a partner that has a current target or official data, largest gap first.

    The gap, the growth required and observed and the status are those of the partner's current
    target (:func:`kzcoop.analysis.targets.gaps`); ``targets_met`` of ``targets_judged`` comes
    from its record, where a target counts that had a deadline; ``agree`` of ``compared`` from
    announced levels and growth that can be checked against official statistics
    (:func:`kzcoop.analysis.agreement.reliability`). Partners without a target come last, by
    turnover.
    """
    now = {
        row.partner: row
        for row in each(targets.current(targets.gaps(tables, ALL, as_of, thresholds)))
    }
    rates = {row.partner: row for row in each(growth.ranking(as_of))}
    word = {row.partner: row for row in each(agreement.reliability(tables, ALL, as_of))}
    judged = targets.record(tables, ALL, as_of)
    judged = judged[judged["outcome"].isin(["met", "missed"])]
    rows: list[dict[str, Any]] = []
    for code in sorted({*now, *rates}):
        row: dict[str, Any] = {"partner": code, "status": "no target"}
        for source in (rates.get(code), now.get(code), word.get(code)):
            if source is not None:
                row |= {k: v for k, v in source._asdict().items() if k in COLUMNS}
        if code in now and code not in rates:  # a group of partners
            row |= {"year": now[code].actual_year, "turnover_usd_bn": now[code].actual_usd_bn}
        own = judged[judged["partner"] == code]
        if len(own):
            row["targets_met"], row["targets_judged"] = (own["outcome"] == "met").sum(), len(own)
        rows.append(row)
    table = frame(rows, COLUMNS)
    whole = ("year", "targets_met", "targets_judged", "compared", "agree")
    table = table.astype(dict.fromkeys(whole, "Int64"))
    order = ["gap_usd_bn", "turnover_usd_bn", "partner"]
    return table.sort_values(order, ascending=[False, False, True], ignore_index=True)


def ranks(table: pd.DataFrame) -> pd.DataFrame:
    """Return the ranks of partners by gap, by pace and by agreement (1 is largest, best, best).

    Each rank counts only the partners for which the measure is known; others have none.
    """
    found = table[["partner"]].copy()
    for name in ("gap_usd_bn", "pace", "agree_pct"):
        values = pd.to_numeric(table[name])
        found[f"rank_{name}"] = values.rank(ascending=False, method="min").astype("Int64")
        found[name] = values
    return found.dropna(how="all", subset=["gap_usd_bn", "pace", "agree_pct"]).reset_index(
        drop=True
    )


def known_partners(tables: Tables, as_of: str) -> list[str]:
    """Return the partners for which a page has something to say, alpha-3, sorted."""
    return sorted({*official.partners_with_data(), *growth.single_partners(tables, ALL, as_of)})
