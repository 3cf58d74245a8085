"""How fast official trade grows: levels, growth over several spans, the partner's view, part-years.

Growth over n years is compound: ``100 * ((last / first) ** (1 / n) - 1)``, per cent a year (the
usual geometric mean of national accounts; one year's change is the case n = 1 and is never called
a trend). All levels are billion US dollars of Kazakhstan's official series, see
:mod:`kzcoop.analysis.official`.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from kzcoop.analysis import official
from kzcoop.analysis.inputs import (
    ALL,
    BILLION,
    Tables,
    concerns,
    each,
    evidence_of,
    frame,
    items,
    known_claims,
    number,
    text,
    with_evidence,
)
from kzcoop.analysis.periods import months

SPANS = (1, 3, 5, 10)
RATE_COLUMNS = ("growth_1y_pct", "growth_3y_pct", "growth_5y_pct", "growth_10y_pct")


def compound_growth_pct(first: float, last: float, years: float) -> float | None:
    """Return compound growth in per cent a year, ``None`` where it has no meaning.

    Source: geometric mean growth, ``(last / first) ** (1 / years) - 1``.

    >>> round(compound_growth_pct(24, 35, 8), 2)
    4.83
    >>> compound_growth_pct(0, 35, 8) is None
    True
    """
    if first <= 0 or last <= 0 or years <= 0:
        return None
    return 100 * float((last / first) ** (1 / years) - 1)


def growth_over(series: pd.Series, years: int, until: int | None = None) -> float | None:
    """Return compound growth over the ``years`` that end with ``until`` (the last, by default).

    Both end years must be there; a missing one is not replaced by its neighbour.
    """
    if series.empty:
        return None
    last = int(series.index.max()) if until is None else until
    if last not in series.index or last - years not in series.index:
        return None
    return compound_growth_pct(float(series[last - years]), float(series[last]), years)


def by_year(partner: str, as_of: str) -> pd.DataFrame:
    """Return official trade year by year with the change of turnover on the year before.

    Columns: year, turnover, export, import and balance (export less import) in billion US
    dollars, ``growth_1y_pct`` of turnover, export's share of turnover, source. Newest last.
    """
    table = official.by_year(partner, as_of)
    series = official.turnover(partner, as_of)
    growth = [growth_over(series, 1, int(year)) for year in table["year"]]
    table.insert(2, "growth_1y_pct", pd.Series(growth, dtype=float, index=table.index))
    return table


def rates(partner: str, as_of: str) -> pd.DataFrame:
    """Return growth of turnover, export and import over 1, 3, 5 and 10 years, per cent a year.

    One row a flow: ``year`` and ``value_usd_bn`` are the end of all spans; a span whose first
    year has no data is empty.
    """
    table = official.by_year(partner, as_of).set_index("year")
    rows: list[dict[str, Any]] = []
    for flow in official.FLOWS if len(table) else ():
        series = table[f"{flow}_usd_bn"].astype(float)
        growths = [growth_over(series, span) for span in SPANS]
        cells = dict(zip(RATE_COLUMNS, growths, strict=True))
        last = int(series.index.max())
        rows.append({"indicator": flow, "year": last, "value_usd_bn": series[last], **cells})
    return frame(rows, ("indicator", "year", "value_usd_bn", *RATE_COLUMNS))


def ranking(as_of: str) -> pd.DataFrame:
    """Return one row a partner with official data: turnover of its last year and its growth.

    ``share_pct`` is the partner's share of the sum over the partners listed, not of all of
    Kazakhstan's trade. Partners whose last year is older than the others' are in, with that year.
    Largest turnover first.
    """
    rows: list[dict[str, Any]] = []
    for code in official.partners_with_data():
        table = rates(code, as_of)
        if len(table):
            turnover = each(table)[0]._asdict()  # the first flow
            rows.append({"partner": code} | turnover)
    found = frame(rows, ("partner", "year", "value_usd_bn", *RATE_COLUMNS))
    found = found.rename(columns={"value_usd_bn": "turnover_usd_bn"})
    share = 100 * found["turnover_usd_bn"] / found["turnover_usd_bn"].sum()
    found.insert(3, "share_pct", share)
    return found.sort_values("turnover_usd_bn", ascending=False, ignore_index=True)


def mirror_gap(partner: str, as_of: str) -> pd.DataFrame:
    """Return turnover by the partner's statistics beside Kazakhstan's, one row a source.

    ``gap_usd_bn`` is the partner's figure less Kazakhstan's, ``ratio`` the first over the
    second. They differ for known reasons: goods that enter through third countries, the country
    of origin against the country of dispatch, insurance and freight in the price of imports.
    Source: UN Statistics Division, International Merchandise Trade Statistics: Compilers Manual,
    chapter on bilateral asymmetries.
    """
    table = official.partner_statistics(partner, as_of)
    table = table[table["indicator"] == "turnover"]
    same = ["partner", "year", "value_usd_bn"]  # one figure quoted by two pages is one figure
    table = table.drop_duplicates(same, ignore_index=True)
    ours = [
        official.value(code, int(year), "turnover")
        for code, year in zip(table["partner"], table["year"], strict=True)
    ]
    table["official_usd_bn"] = pd.Series(ours, dtype=float, index=table.index)
    table = table.rename(columns={"value_usd_bn": "partner_usd_bn"})
    table["gap_usd_bn"] = table["partner_usd_bn"] - table["official_usd_bn"]
    table["ratio"] = table["partner_usd_bn"] / table["official_usd_bn"]
    return table[
        ["partner", "year", "official_usd_bn", "partner_usd_bn", "is_implied", "gap_usd_bn",
         "ratio", "source_name", "source_url"]
    ]  # fmt: skip


def part_years(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return announced figures for parts of a year, which only compare with the same months.

    One row a level (US dollars, national, all goods): ``growth_said_pct`` is the change that
    the same document gives for the same months, ``growth_pct`` the one between this level and a
    level announced for the same months of the year before, where there is one. Nothing here is
    scaled up to a year: months are not alike.
    """
    claims = known_claims(tables, partner, as_of)
    plain = claims[
        claims["ours"]
        & claims["indicator"].isin(official.FLOWS)
        & (claims["status"] == "actual")
        & claims["region"].isna()
        & claims["commodity"].isna()
        & claims["period"].map(lambda p: (m := months(text(p))) is not None and m.is_part_year)
    ]
    levels = plain[(plain["measure"] == "level") & (plain["unit"] == "USD")]
    said = plain[plain["measure"] == "change_pct"]
    keys = ["partner", "mirror", "indicator"]
    rows: list[dict[str, Any]] = []
    for claim in each(levels):
        run = months(text(claim.period))
        if run is None or text(claim.partner) is None:
            continue
        same = [claim.partner, claim.mirror, claim.indicator]
        change = said[
            (said["doc_id"] == claim.doc_id)
            & (said["period"] == claim.period)
            & (said[keys] == same).all(axis=1)
        ]
        before = [
            float(other.value)
            for other in each(levels[(levels[keys] == same).all(axis=1)])
            if (was := months(text(other.period))) is not None
            and (was.label, was.year) == (run.label, run.year - 1)
        ]
        growth = compound_growth_pct(before[-1], float(claim.value), 1) if before else None
        growth_said = number(change["value"].iloc[0]) if len(change) else None
        rows.append(
            {
                "partner": claim.partner, "indicator": claim.indicator, "months": run.label,
                "year": run.year, "qualifier": claim.qualifier,
                "level_usd_bn": float(claim.value) / BILLION, "growth_said_pct": growth_said,
                "growth_pct": growth, "quote": claim.quote, "published": claim.published,
                "claim_id": claim.claim_id,
                "evidence": evidence_of(claim, *each(change)[:1]),
            }
        )  # fmt: skip
    columns = (
        "partner", "indicator", "months", "year", "qualifier", "level_usd_bn",
        "growth_said_pct", "growth_pct", "quote", "published", "claim_id", "evidence",
    )  # fmt: skip
    order = ["partner", "indicator", "months", "year", "claim_id"]
    numbers = {"growth_said_pct": float, "growth_pct": float}
    return frame(rows, columns).astype(numbers).sort_values(order, ignore_index=True)


def shares(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return announced shares of trade: which part, of which flow, for which period."""
    claims = known_claims(tables, partner, as_of)
    found = with_evidence(
        claims[
            claims["ours"]
            & (claims["measure"] == "share_pct")
            & claims["indicator"].isin(official.FLOWS)
        ]
    ).rename(columns={"value": "share_pct"})
    return found[
        ["partner", "indicator", "region", "commodity", "period", "qualifier", "share_pct",
         "quote", "published", "claim_id", "evidence"]
    ].reset_index(drop=True)  # fmt: skip


def single_partners(tables: Tables, partner: str, as_of: str) -> list[str]:
    """Return the partners that a page covers: the one asked for, or all with claims or data."""
    if partner != ALL:
        return [partner]
    named = {
        code
        for cell in known_claims(tables, ALL, as_of)["partner"]
        for code in items(text(cell))
        if concerns(cell, code)
    }
    return sorted((named | set(official.partners_with_data())) - {"KAZ"})
