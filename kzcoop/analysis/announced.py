"""Announced facts on trade, each placed on a calendar year where that can be done."""

from __future__ import annotations

from typing import Any

import pandas as pd

from kzcoop.analysis import official
from kzcoop.analysis.inputs import Tables, each, items, known_claims, text
from kzcoop.analysis.periods import full_year, last_full_year, months
from kzcoop.analysis.tolerance import AGREES, Tolerance, band_verdict


def trade_claims(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return the announced facts on turnover, export and import, and why some do not compare.

    ``reason`` is empty where a claim can be compared with an official calendar year; else it
    says what stands in the way. ``year`` is that year; ``year_basis`` tells a year that the text
    states from one that is only inferred: where the text gives no period, the claim is placed if
    exactly one possible year has an official level (and growth, where the same sentence gives
    it) that fits. Such a placing is a reading aid, no evidence of agreement.
    """
    claims = known_claims(tables, partner, as_of)
    found = claims[claims["indicator"].isin(official.FLOWS) & (claims["status"] == "actual")]
    found = found.reset_index(drop=True)
    found["reason"] = [_obstacle(claim) for claim in each(found)]
    years = [full_year(text(period)) for period in found["period"]]
    found["year"] = pd.array(years, dtype="Int64")
    found["year_basis"] = found["year"].notna().map({True: "stated", False: None}).astype(object)
    undated = found[found["reason"] == "no period"]
    for _, group in undated.groupby(["doc_id", "sentence", "partner", "indicator"], sort=False):
        year = _only_year(group, as_of)
        if year is not None:
            found.loc[group.index, "year"] = year
            found.loc[group.index, "year_basis"] = "inferred"
            found.loc[group.index, "reason"] = ""
    known = found["year"].fillna(0) <= last_full_year(as_of)
    found.loc[(found["reason"] == "") & ~known, "reason"] = "year not over"
    return found


def _obstacle(claim: Any) -> str:
    partners = items(text(claim.partner))
    period = months(text(claim.period))
    if not claim.ours:
        return "two other countries"
    if claim.measure not in {"level", "change_pct", "change_ratio"}:
        return "share, rank or other measure"
    if text(claim.region):
        return "a region"
    if text(claim.commodity):
        return "one good"
    if not partners or partners == ("KAZ",):
        return "no single partner"
    if claim.measure == "level" and claim.unit != "USD":
        return "not US dollars"
    if period is None:
        return "no period"
    if period.is_part_year:
        return "part of a year"
    return "" if period.is_year else "several years"


def _only_year(group: pd.DataFrame, as_of: str) -> int | None:
    """Return the one year that fits the claims of a sentence, ``None`` where none or several."""
    first = each(group)[0]
    levels = group[group["measure"] == "level"]
    if levels.empty or len(levels) > 1 or first.mirror:
        return None
    earliest, latest = text(first.published_earliest), text(first.published_latest)
    low = int(earliest[:4]) - 2 if earliest else 0
    high = int(latest[:4]) - 1 if latest else last_full_year(as_of)
    band = Tolerance()
    fits: list[int] = []
    for year in range(max(low, 2000), min(high, last_full_year(as_of)) + 1):
        verdicts = [
            band_verdict(claim, official.value(str(first.partner), year, str(first.indicator)),
                         official.value(str(first.partner), year - 1, str(first.indicator)), band)
            for claim in each(group)
        ]  # fmt: skip
        if all(verdict == AGREES for verdict in verdicts):
            fits.append(year)
    return fits[0] if len(fits) == 1 else None
