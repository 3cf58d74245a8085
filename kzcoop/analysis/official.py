"""Official trade as the analysis reads it: one preferred series a partner, the others beside it.

Values are in billion US dollars, goods, a calendar year. The series that is preferred is
Kazakhstan's own: World Bank WITS (reporter Kazakhstan) through 2019 and the Bureau of National
Statistics from 2020. The partner's statistics (mirror) are kept apart and never mixed in.
"""

from __future__ import annotations

from functools import cache

import pandas as pd

from kzcoop.analysis.inputs import ALL, BILLION, items
from kzcoop.analysis.periods import last_full_year
from kzcoop.reference import trade

FLOWS = ("turnover", "export", "import")
COLUMNS = (
    "year", "turnover_usd_bn", "export_usd_bn", "import_usd_bn", "balance_usd_bn",
    "export_share_pct", "source_name", "source_url",
)  # fmt: skip


@cache
def _rows() -> pd.DataFrame:
    table = trade.frame()
    table["value_usd_bn"] = table["value_usd"].astype(float) / BILLION
    return table


def partners_with_data() -> list[str]:
    """Return the partners that the official series knows, alpha-3, in alphabetical order."""
    rows = _rows()
    return sorted(rows.loc[rows["is_preferred"], "partner"].unique())


def members(partner: str, as_of: str) -> list[str]:
    """Return the single partners that a code stands for (``ALL``, ``KGZ;TJK``, ``CHN``).

    ``ALL`` is every partner with a value for the last year that was over by ``as_of``.
    """
    if partner != ALL:
        return list(items(partner))
    rows = _rows()
    known = rows[rows["is_preferred"] & (rows["year"] <= last_full_year(as_of))]
    return sorted(known.loc[known["year"] == known["year"].max(), "partner"].unique())


def by_year(partner: str, as_of: str) -> pd.DataFrame:
    """Return official turnover, export and import of Kazakhstan with a partner, year by year.

    Parameters
    ----------
    partner
        Alpha-3 code, several joined by ";", or ``ALL`` for the sum of the partners that have a
        value for the last year (:func:`members`; it is not all of Kazakhstan's trade). A year is
        summed only when every partner of the sum has it: fewer would look like a fall.
    as_of
        ISO date; years that were not over by then are left out. Values are those of today's
        edition, not of the edition that was out on that date.

    Returns
    -------
    pandas.DataFrame
        One row a year: billion US dollars; ``balance_usd_bn`` is export less import,
        ``export_share_pct`` export over turnover. No row where there are no data.
        Source: the rows' own ``source_name`` and ``source_url``.
    """
    rows = _rows()
    codes = members(partner, as_of)
    chosen = rows[
        rows["is_preferred"] & rows["partner"].isin(codes) & (rows["year"] <= last_full_year(as_of))
    ]
    if chosen.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    cells = chosen.groupby(["year", "indicator"])["value_usd_bn"].agg(["sum", "count"])
    whole = cells.loc[cells["count"] == len(codes), "sum"].unstack("indicator")
    table = whole.reindex(columns=list(FLOWS)).dropna().add_suffix("_usd_bn")
    table["balance_usd_bn"] = table["export_usd_bn"] - table["import_usd_bn"]
    table["export_share_pct"] = 100 * table["export_usd_bn"] / table["turnover_usd_bn"]
    first = chosen.drop_duplicates("year").set_index("year")
    table["source_name"], table["source_url"] = first["source_name"], first["source_url"]
    return table.rename_axis(columns=None).reset_index()[list(COLUMNS)]


def turnover(partner: str, as_of: str) -> pd.Series:
    """Return official turnover in billion US dollars, indexed by year (empty without data)."""
    table = by_year(partner, as_of)
    return pd.Series(
        table["turnover_usd_bn"].to_numpy(dtype=float), index=table["year"].astype(int)
    )


def value(partner: str, year: int, indicator: str) -> float | None:
    """Return one preferred official value in billion US dollars, ``None`` where there is none.

    Several partners joined by ";" are added up, and only when each of them has a value.
    """
    found = [trade.preferred(code, year, indicator) for code in items(partner)]
    known = [figure.value_usd for figure in found if figure is not None]
    return sum(known) / BILLION if known and len(known) == len(found) else None


def partner_value(partner: str, year: int, indicator: str) -> float | None:
    """Return one value of the partner's own statistics in billion US dollars, or ``None``."""
    figure = trade.mirror(partner, year, indicator)
    return None if figure is None else figure.value_usd / BILLION


def first_edition(partner: str, year: int, indicator: str) -> float | None:
    """Return what Kazakhstan's statistics first published, in billion US dollars, or ``None``.

    Figures are revised; an announcement soon after the year's end quotes the first edition.
    """
    rows = _rows()
    found = rows[
        (rows["reporter"] == trade.REPORTER)
        & (rows["vintage"] == "first")
        & (rows["excluded"] == "")
        & (rows["partner"] == partner)
        & (rows["year"] == year)
        & (rows["indicator"] == indicator)
    ]["value_usd_bn"]
    return float(found.iloc[0]) if len(found) else None


def partner_statistics(partner: str, as_of: str) -> pd.DataFrame:
    """Return what is known of the partner's own statistics (mirror), one row a source.

    ``is_implied`` is true where the level is worked out from another level and its growth.
    """
    rows = _rows()
    codes = partners_with_data() if partner == ALL else items(partner)
    found = rows[
        rows["is_mirror"]
        & (rows["excluded"] == "")
        & rows["partner"].isin(codes)
        & (rows["year"] <= last_full_year(as_of))
    ]
    columns = [
        "partner", "year", "indicator", "value_usd_bn", "is_implied", "is_rounded",
        "source_name", "source_url", "note",
    ]  # fmt: skip
    order = ["partner", "year", "is_implied"]
    return found[columns].sort_values(order, kind="stable").reset_index(drop=True)
