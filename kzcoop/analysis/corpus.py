"""What was read: documents, numbers and where each went, findings, declared corrections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from kzcoop.analysis.checkpoints import programmes
from kzcoop.analysis.inputs import (
    ALL,
    Evidence,
    Tables,
    each,
    evidence_of,
    frame,
    items,
    known_claims,
    known_documents,
    number,
    text,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """How much a page rests on; ``first`` and ``last`` are dates of publication."""

    documents: int
    undated: int
    first: str | None
    last: str | None
    claims: int
    programmes: int


def documents(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return the reports that have a claim or programme about a partner, oldest first.

    ``published`` is missing for an undated report, whose earliest and latest possible dates are
    given where the text bounds them. ``claims`` and ``programmes`` count those about the partner.
    """
    known = known_documents(tables, as_of)
    claims = known_claims(tables, partner, as_of)["doc_id"].value_counts()
    mine = [item.doc_id for cell in programmes(tables, partner, as_of)["evidence"] for item in cell]
    rows: list[dict[str, Any]] = []
    for row in each(known):
        found = int(claims.get(row.doc_id, 0)), mine.count(row.doc_id)
        if partner != ALL and not any(found):
            continue
        rows.append(
            {
                "doc_id": row.doc_id, "title": text(row.title), "published": text(row.published),
                "published_earliest": text(row.published_earliest) if not row.dated else None,
                "published_latest": text(row.published_latest) if not row.dated else None,
                "outlet": text(row.outlet), "claims": found[0], "programmes": found[1],
                "numbers": number(row.numbers), "url": text(row.url),
                "evidence": (Evidence(str(row.doc_id), str(row.doc_id), -1, -1),),
            }
        )  # fmt: skip
    columns = (
        "doc_id", "title", "published", "published_earliest", "published_latest", "outlet",
        "claims", "programmes", "numbers", "url", "evidence",
    )  # fmt: skip
    table = frame(rows, columns).astype({"numbers": "Int64"})
    order = table.assign(day=table["published"].fillna("9999")).sort_values(["day", "doc_id"])
    return table.loc[order.index].reset_index(drop=True)


def scope(tables: Tables, partner: str, as_of: str) -> Scope:
    """Return how many reports, claims and programmes a page about a partner rests on."""
    found = documents(tables, partner, as_of)
    dates = sorted(day for day in found["published"] if text(day))
    return Scope(
        documents=len(found),
        undated=len(found) - len(dates),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        claims=int(found["claims"].sum()),
        programmes=int(found["programmes"].sum()),
    )


def accounting(tables: Tables, as_of: str) -> pd.DataFrame:
    """Return where every number of the known documents went.

    ``numbers`` adds up to the last row, all numbers of the texts: those inside a claim or a
    programme, and the residue by reason (a date, the number of an event, out of scope, …).
    """
    known = known_documents(tables, as_of)
    residue = tables.residue[tables.residue["doc_id"].isin(known["doc_id"])]
    total = int(pd.to_numeric(known["numbers"]).sum())
    reasons = residue["reason"].value_counts()
    rows = [("claims and programmes", total - len(residue))]
    rows += sorted(((f"residue: {reason}", int(n)) for reason, n in reasons.items()),
                   key=lambda row: (-row[1], row[0]))  # fmt: skip
    table = pd.DataFrame([*rows, ("all numbers", total)], columns=["place", "numbers"])
    table["share_pct"] = 100 * table["numbers"] / total if total else float("nan")
    return table


def indicators(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return how many claims there are by indicator and status, most first."""
    claims = known_claims(tables, partner, as_of)
    if claims.empty:
        return frame([], ("indicator", "actual", "target", "potential", "planned", "claims"))
    counts = claims.groupby(["indicator", "status"]).size().unstack(fill_value=0)
    counts = counts.reindex(columns=["actual", "target", "potential", "planned"], fill_value=0)
    table = counts.assign(claims=counts.sum(axis=1)).reset_index().rename_axis(columns=None)
    return table.sort_values(["claims", "indicator"], ascending=[False, True], ignore_index=True)


def claims_by_year(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return the number of claims by year of publication (0 is undated).

    ``row`` is the partner on the page of all partners, the indicator on that of one; a claim
    about several partners counts for each.
    """
    claims = known_claims(tables, partner, as_of)
    rows: list[dict[str, Any]] = []
    for claim in each(claims):
        year = int((text(claim.published) or "0")[:4])
        names = items(text(claim.partner)) if partner == ALL else (str(claim.indicator),)
        rows += [{"row": name, "year": year, "claims": 1} for name in names if name != "KAZ"]
    table = frame(rows, ("row", "year", "claims"))
    return table.groupby(["row", "year"])[["claims"]].sum().reset_index()


# Which indicators the findings of a page are about.
TOPICS = {
    "trade": ("turnover", "export", "import"),
    "border": ("checkpoints_count",),
    "projects": (
        "export_potential", "goods_positions", "investment", "projects_value", "projects_count",
        "jobs", "enterprises_count", "freight", "transit", "other",
    ),
}  # fmt: skip


def findings(tables: Tables, partner: str, as_of: str, topic: str | None = None) -> pd.DataFrame:
    """Return what the checks say about the claims of a page, errors first.

    ``topic`` (trade, border, projects) keeps the findings that are about a claim of that topic.
    ``printed`` and ``suggested`` are in the claim's own unit. Nothing is corrected by a finding.
    """
    claims = known_claims(tables, partner, as_of)
    if topic is not None:
        claims = claims[claims["indicator"].isin(TOPICS[topic])]
    spans = {row.claim_id: row for row in each(claims)}
    known = set() if topic else set(documents(tables, partner, as_of)["doc_id"])
    rows: list[dict[str, Any]] = []
    for row in each(tables.findings):
        about = [spans[claim_id] for claim_id in items(row.claim_ids) if claim_id in spans]
        if not about and (items(row.claim_ids) or row.doc_id not in known):
            continue
        rows.append(
            {
                "severity": row.severity, "check": row.check, "message": row.message,
                "printed": number(row.printed), "suggested": number(row.suggested),
                "unit": about[0].unit if about else None, "basis": text(row.basis),
                "message_ru": text(getattr(row, "message_ru", None)),
                "basis_ru": text(getattr(row, "basis_ru", None)),
                "claim_id": ";".join(claim.claim_id for claim in about) or None,
                "evidence": evidence_of(*about)
                or (Evidence(str(row.doc_id), str(row.doc_id), -1, -1),),
            }
        )  # fmt: skip
    columns = (
        "severity", "check", "message", "message_ru", "printed", "suggested", "unit", "basis",
        "basis_ru", "claim_id", "evidence",
    )  # fmt: skip
    table = frame(rows, columns).astype({"printed": float, "suggested": float})
    rank = table["severity"].map({"error": 0, "warning": 1, "info": 2}).fillna(3)
    order = table.assign(rank=rank).sort_values(["rank", "check", "claim_id"]).index
    return table.loc[order].reset_index(drop=True)


def corrections(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return the claims whose value a declared correction changed: as printed and as used."""
    claims = known_claims(tables, partner, as_of)
    if "value_printed" not in claims:
        claims = claims.assign(value_printed=claims["value"])
    changed = claims[claims["value_printed"].notna() & (claims["value_printed"] != claims["value"])]
    rows = [
        {
            "partner": text(claim.partner), "indicator": claim.indicator,
            "period": text(claim.period), "quote": claim.quote,
            "value_printed": float(claim.value_printed),
            "value": float(claim.value), "unit": claim.unit, "claim_id": claim.claim_id,
            "evidence": evidence_of(claim),
        }
        for claim in each(changed)
    ]  # fmt: skip
    columns = (
        "partner", "indicator", "period", "quote", "value_printed", "value", "unit", "claim_id",
        "evidence",
    )  # fmt: skip
    return frame(rows, columns)
