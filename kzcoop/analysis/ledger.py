"""The ledger of turnover targets: every announcement, from reports and from the register.

A newer target never erases an older one. Announcements of one amount with one deadline form a
:class:`kzcoop.analysis.standing.Target`; the ledger itself keeps every line.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from kzcoop.analysis.inputs import (
    BILLION,
    Tables,
    concerns,
    each,
    evidence_of,
    frame,
    known_claims,
    text,
)
from kzcoop.analysis.periods import last_day
from kzcoop.reference import targets as register

REPORT, REGISTER = "report", "register"
COLUMNS = (
    "partner", "announced", "target_usd_bn", "deadline", "step", "qualifier", "status", "origin",
    "who", "who_ru", "note", "quote", "is_verified", "claim_id", "evidence", "source_url",
)  # fmt: skip


def ledger(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return every announcement of a turnover target, oldest first.

    ``announced`` is an ISO date, month or year as far as known; for an undated report it is
    "earliest/latest" where the text bounds it, else missing. ``origin`` is "report" (a claim,
    with its evidence) or "register" (``data/reference/targets.csv``, with its address); the two
    are never merged into one line. ``target_usd_bn`` is missing where no amount was named
    ("double"). ``step`` says what the line did to the target before it of the same partner:
    first known, restated, raised, lowered, deadline set, deadline dropped, step on the way (a
    smaller amount in the same announcement), date unknown, no amount, not verified.
    """
    rows = [*_from_claims(tables, partner, as_of), *_from_register(partner, as_of)]
    rows.sort(key=_order)
    by_partner: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_partner.setdefault(row["partner"], []).append(row)
    for lines in by_partner.values():
        _mark_steps(lines)
    rows.sort(key=lambda row: (row["partner"], *_order(row)))
    return frame(rows, COLUMNS)


def sort_key(announced: str) -> str:
    """Return a date to sort by; one known to the year or month comes after the exact ones in it.

    >>> sorted(["2023", "2023-11", "2023-10-17", "2024-01-01"], key=sort_key)
    ['2023-10-17', '2023-11', '2023', '2024-01-01']
    """
    return announced.ljust(7, "~").ljust(10, "~")


def _order(row: dict[str, Any]) -> tuple[str, float, str, str]:
    announced = row["announced"]
    day = "9999" if announced is None or "/" in announced else sort_key(announced)
    return day, row["target_usd_bn"] or 0.0, row["origin"], row["claim_id"] or row["source_url"]


def _whole_year(deadline: str | None) -> str | None:
    """Return "2020" for "2020-12": the end of a year is that year's turnover.

    >>> _whole_year("2020-12"), _whole_year("2027-06"), _whole_year(None)
    ('2020', '2027-06', None)
    """
    day = last_day(deadline)
    return deadline if day is None or (day.month, day.day) != (12, 31) else str(day.year)


def _from_claims(tables: Tables, partner: str, as_of: str) -> list[dict[str, Any]]:
    claims = known_claims(tables, partner, as_of)
    found = claims[
        claims["ours"]
        & (claims["partner"] != "KAZ")
        & (claims["indicator"] == "turnover")
        & (claims["region"].isna())
        & (claims["commodity"].isna())
        & (
            ((claims["measure"] == "target") & (claims["unit"] == "USD"))
            | (
                claims["measure"].isin(["change_ratio", "change_pct"])
                & (claims["status"] == "target")
            )
        )
    ]
    rows: list[dict[str, Any]] = []
    for claim in each(found):
        if text(claim.partner) is None:
            continue
        earliest, latest = text(claim.published_earliest), text(claim.published_latest)
        bounds = f"{earliest}/{latest}" if earliest and latest else None
        announced = text(claim.published) or bounds
        rows.append(
            {
                "partner": claim.partner, "announced": announced,
                "target_usd_bn": claim.value / BILLION if claim.measure == "target" else None,
                "deadline": _whole_year(text(claim.deadline)), "qualifier": claim.qualifier,
                "status": claim.status, "origin": REPORT, "who": text(claim.speaker),
                "who_ru": text(claim.speaker), "note": None, "quote": claim.quote,
                "is_verified": True,
                "claim_id": claim.claim_id, "evidence": evidence_of(claim), "source_url": None,
            }
        )  # fmt: skip
    return rows


def _from_register(partner: str, as_of: str) -> list[dict[str, Any]]:
    return [
        {
            "partner": ";".join(target.partners), "announced": target.announced,
            "target_usd_bn": None if target.target_usd is None else target.target_usd / BILLION,
            "deadline": None if target.deadline_year is None else str(target.deadline_year),
            "qualifier": "exact", "status": "target", "origin": REGISTER, "who": target.who,
            "who_ru": target.who_ru, "note": target.note or None, "quote": None,
            "is_verified": target.is_verified,
            "claim_id": None, "evidence": (), "source_url": target.source_url,
        }
        for target in register.targets()
        if target.announced <= as_of
        and concerns(";".join(target.partners), partner)
    ]  # fmt: skip


def _mark_steps(lines: list[dict[str, Any]]) -> None:
    """Fill ``step`` of one partner's lines, which come oldest first."""
    top: dict[str, Any] | None = None  # the largest amount of the newest announcement
    for line in lines:
        amount, announced = line["target_usd_bn"], line["announced"]
        place = line["announced"], _page(line)
        peers = [
            other["target_usd_bn"]
            for other in lines
            if (other["announced"], _page(other)) == place and other["target_usd_bn"] is not None
        ]
        if not line["is_verified"]:
            line["step"] = "not verified"
        elif amount is None:
            line["step"] = "no amount"
        elif announced is None or "/" in announced:
            line["step"] = "date unknown"
        elif any(peer > amount for peer in peers):
            line["step"] = "step on the way"
        else:
            line["step"] = _step(top, line)
            top = line


def _page(line: dict[str, Any]) -> str:
    """Return what a line was read from: amounts that stand on one page are one announcement."""
    return str(line["evidence"][0].doc_id if line["evidence"] else line["source_url"])


def _step(before: dict[str, Any] | None, line: dict[str, Any]) -> str:
    if before is None:
        return "first known"
    if line["target_usd_bn"] != before["target_usd_bn"]:
        return "raised" if line["target_usd_bn"] > before["target_usd_bn"] else "lowered"
    if line["deadline"] == before["deadline"]:
        return "restated"
    if line["deadline"] is None:
        return "deadline dropped"
    return "deadline set" if before["deadline"] is None else "deadline moved"


def other_goals(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return announced goals that are not for turnover: exports, transit, capacity, posts.

    ``value`` in ``unit``; no gap is worked out, since there is no series of the same measure.
    """
    claims = known_claims(tables, partner, as_of)
    found = claims[
        (claims["measure"] == "target")
        & ~((claims["indicator"] == "turnover") & (claims["unit"] == "USD"))
    ]
    rows = [
        {
            "partner": text(claim.partner), "indicator": claim.indicator, "value": claim.value,
            "value_max": claim.value_max, "unit": claim.unit, "qualifier": claim.qualifier,
            "commodity": text(claim.commodity), "region": text(claim.region),
            "deadline": text(claim.deadline), "is_past": _is_past(text(claim.deadline), as_of),
            "status": claim.status, "quote": claim.quote, "published": claim.published,
            "claim_id": claim.claim_id, "evidence": evidence_of(claim),
        }
        for claim in each(found)
    ]  # fmt: skip
    columns = (
        "partner", "indicator", "value", "value_max", "unit", "qualifier", "commodity", "region",
        "deadline", "is_past", "status", "quote", "published", "claim_id", "evidence",
    )  # fmt: skip
    return frame(rows, columns)


def _is_past(deadline: str | None, as_of: str) -> bool:
    day = last_day(deadline)
    return day is not None and day.isoformat() < as_of
