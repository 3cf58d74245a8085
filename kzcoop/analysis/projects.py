"""Export lists, joint projects, investment, regional trade, freight and transit.

Nothing here is added up over reports: two reports may tell of the same portfolio. Stages are kept
apart, since a project that is studied is not one that is built.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from kzcoop.analysis import official
from kzcoop.analysis.inputs import (
    Tables,
    each,
    evidence_of,
    frame,
    known_claims,
    text,
    with_evidence,
)
from kzcoop.analysis.periods import last_full_year

MILLION = 1e6
# "by 135 kinds of goods for $1 bn": number and value stand this close together, in characters.
_NEAR = 160


def export_lists(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return export lists: goods, their value, dollars a good, against present exports.

    ``usd_mn_per_good = value / goods``, in million US dollars. ``increase_pct`` is the value
    over official exports to the partner in ``export_year`` (the last year over when the report
    appeared, or by ``as_of`` for an undated one), in per cent. A list without a value, or a
    value without a number of goods, keeps the other side empty.
    """
    claims = known_claims(tables, partner, as_of)
    goods = each(claims[claims["indicator"] == "goods_positions"])
    values = each(
        claims[
            (claims["indicator"] == "export_potential")
            & claims["measure"].isin(["increment", "level", "target"])
        ]
    )
    rows: list[dict[str, Any]] = []
    taken: set[str] = set()
    for good in (claim for claim in goods if claim.measure == "count"):
        near = [
            value
            for value in values
            if (value.doc_id, value.partner) == (good.doc_id, good.partner)
            and value.claim_id not in taken
            and _distance(good, value) <= _NEAR
        ]
        value = min(near, key=lambda other: _distance(good, other), default=None)
        taken.update([] if value is None else [value.claim_id])
        rows.append(_list_row(good, value, as_of))
    rows += [_list_row(None, value, as_of) for value in values if value.claim_id not in taken]
    rows = _merged(rows)
    columns = (
        "partner", "published", "goods", "qualifier", "value_usd_mn", "usd_mn_per_good",
        "commodity", "export_year", "present_export_usd_mn", "increase_pct", "quote", "claim_id",
        "evidence",
    )  # fmt: skip
    return frame(rows, columns).astype({"goods": "Int64", "export_year": "Int64"})


def _merged(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Join rows in which one report says the same thing twice (in its headline and its text)."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        key = row["evidence"][0].doc_id, row["partner"], row["goods"], row["value_usd_mn"]
        if key in found:
            found[key]["evidence"] += row["evidence"]
            found[key]["claim_id"] += ";" + row["claim_id"]
        else:
            found[key] = row
    return list(found.values())


def _distance(one: Any, other: Any) -> int:
    return int(max(one.start, other.start) - min(one.end, other.end))


def _list_row(good: Any | None, value: Any | None, as_of: str) -> dict[str, Any]:
    parts = [claim for claim in (good, value) if claim is not None]
    first = parts[0]
    amount = None
    if value is not None and value.unit == "USD":
        amount = float(value.value) / MILLION
    number = None if good is None else int(good.value)
    year = last_full_year(text(first.published) or as_of)
    partner = text(first.partner) or ""
    present = official.value(partner, year, "export")
    present = None if present is None else 1000 * present
    return {
        "partner": partner or None, "published": text(first.published), "goods": number,
        "qualifier": first.qualifier, "value_usd_mn": amount,
        "usd_mn_per_good": amount / number if amount and number else None,
        "commodity": text(first.commodity),
        "export_year": None if present is None else year, "present_export_usd_mn": present,
        "increase_pct": 100 * amount / present if amount and present else None,
        "quote": " … ".join(claim.quote for claim in parts),
        "claim_id": ";".join(claim.claim_id for claim in parts), "evidence": evidence_of(*parts),
    }  # fmt: skip


def joint_projects(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return joint projects by stage: number, value, jobs, as one sentence tells them.

    ``stage`` is actual (existing or under construction), planned (studied, due) or potential.
    ``value_mn`` is in millions of ``currency``; currencies are not converted. Jobs that a
    sentence gives without a number of projects stand in a row of their own, since they may
    belong to several stages at once.
    """
    claims = known_claims(tables, partner, as_of)
    fields = {"projects_count": "projects", "projects_value": "value", "jobs": "jobs"}
    found = claims[claims["indicator"].isin(list(fields)) & (claims["measure"] != "share_pct")]
    rows: list[dict[str, Any]] = []
    for _, group in found.groupby(["doc_id", "sentence", "status"], sort=False):
        batch: dict[str, Any] = {}
        for claim in each(group):
            field = fields[claim.indicator]
            if field in batch:  # a second number of projects begins a second portfolio
                rows.append(_project_row(batch))
                batch = {}
            batch[field] = claim
        rows.append(_project_row(batch))
    columns = (
        "partner", "published", "stage", "region", "commodity", "projects", "value_mn",
        "currency", "value_mn_per_project", "jobs", "qualifier", "deadline", "quote", "claim_id",
        "evidence",
    )  # fmt: skip
    table = frame(rows, columns).astype({"projects": "Int64", "jobs": "Int64"})
    rank = table["stage"].map({"actual": 0, "planned": 1, "potential": 2}).fillna(3)
    order = table.assign(rank=rank).sort_values(["rank", "partner", "claim_id"]).index
    return table.loc[order].reset_index(drop=True)


def _project_row(batch: dict[str, Any]) -> dict[str, Any]:
    parts = sorted(batch.values(), key=lambda claim: claim.start)
    first, value = parts[0], batch.get("value")
    projects = None if "projects" not in batch else int(batch["projects"].value)
    amount = None if value is None else float(value.value) / MILLION
    return {
        "partner": text(first.partner), "published": text(first.published),
        "stage": first.status, "region": text(first.region), "commodity": text(first.commodity),
        "projects": projects, "value_mn": amount,
        "currency": None if value is None else value.unit,
        "value_mn_per_project": amount / projects if amount and projects else None,
        "jobs": int(batch["jobs"].value) if "jobs" in batch else None,
        "qualifier": (value or first).qualifier,
        "deadline": next((d for part in parts if (d := text(part.deadline))), None),
        "quote": " … ".join(part.quote for part in parts),
        "claim_id": ";".join(part.claim_id for part in parts), "evidence": evidence_of(*parts),
    }  # fmt: skip


def investment(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return announced investment and joint enterprises, one row a claim, in the claim's unit."""
    return _plain(tables, partner, as_of, ["investment", "enterprises_count"])


def freight(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return freight, transit and capacity figures, one row a claim, in the claim's unit.

    Freight crosses a border or is hauled; transit runs through on a corridor; capacity (of a
    corridor or a post) and other goals are told by ``measure`` and ``status``.
    """
    table = _plain(tables, partner, as_of, ["freight", "transit", "other"])
    physical = table["unit"].isin(["tonne", "TEU", "wagon", "vehicle/day"])
    return table[physical | (table["indicator"] != "other")].reset_index(drop=True)


def _plain(tables: Tables, partner: str, as_of: str, indicators: list[str]) -> pd.DataFrame:
    claims = known_claims(tables, partner, as_of)
    found = with_evidence(claims[claims["indicator"].isin(indicators)])
    columns = [
        "partner", "indicator", "measure", "value", "value_max", "unit", "qualifier", "status",
        "period", "deadline", "region", "commodity", "quote", "published", "claim_id", "evidence",
    ]  # fmt: skip
    order = ["indicator", "partner", "period", "claim_id"]
    return found[columns].sort_values(order, ignore_index=True)


def regional_trade(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return trade of regions, and whether export and import add up to turnover.

    One row a report, region, partner and period; million US dollars. ``identity`` compares the
    sum with the turnover that the text gives: holds (within half a unit of the last digit
    printed, taken as 0.05 million), does not hold, or not all three given.
    """
    claims = known_claims(tables, partner, as_of)
    found = claims[
        claims["indicator"].isin(official.FLOWS)
        & claims["region"].notna()
        & claims["commodity"].isna()
        & (claims["measure"] == "level")
        & (claims["unit"] == "USD")
    ]
    rows: list[dict[str, Any]] = []
    keys = ["doc_id", "region", "partner", "period"]
    for _, group in found.fillna({"period": "", "partner": ""}).groupby(keys, sort=False):
        parts = {claim.indicator: claim for claim in reversed(each(group))}
        value = {flow: float(claim.value) / MILLION for flow, claim in parts.items()}
        total = None
        if {"export", "import"} <= set(value):
            total = value["export"] + value["import"]
        first = each(group)[0]
        rows.append(
            {
                "region": first.region, "partner": text(first.partner),
                "period": text(first.period), "published": text(first.published),
                **{f"{flow}_usd_mn": value.get(flow) for flow in official.FLOWS},
                "sum_usd_mn": total, "identity": _identity(value.get("turnover"), total),
                "claim_id": ";".join(part.claim_id for part in parts.values()),
                "evidence": evidence_of(*sorted(parts.values(), key=lambda part: part.start)),
            }
        )  # fmt: skip
    columns = (
        "region", "partner", "period", "published", "turnover_usd_mn", "export_usd_mn",
        "import_usd_mn", "sum_usd_mn", "identity", "claim_id", "evidence",
    )  # fmt: skip
    money = {name: float for name in columns if name.endswith("_usd_mn")}
    return frame(rows, columns).astype(money)


def _identity(turnover: float | None, total: float | None) -> str:
    if turnover is None or total is None:
        return "not all three given"
    return "holds" if abs(turnover - total) < 0.051 else "does not hold"
