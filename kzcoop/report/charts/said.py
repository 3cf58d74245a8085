"""What reports say on one indicator, by year, with the official line where there is one."""

from __future__ import annotations

from typing import Any

import pandas as pd

from kzcoop.analysis import official
from kzcoop.analysis.inputs import ALL, Tables, each, text
from kzcoop.analysis.periods import months
from kzcoop.analysis.selection import chosen
from kzcoop.report import labels
from kzcoop.report.charts.base import (
    MARKERS,
    Chart,
    NoChart,
    canvas,
    colour,
    finish,
    legend_below,
    no_chart,
    style,
    whole_years,
)

_LEVELS = ("level", "target", "count")
_SIZES = ((1e12, "scale.tn"), (1e9, "scale.bn"), (1e6, "scale.mn"), (1e3, "scale.th"))


def claims(
    tables: Tables, partner: str, as_of: str, language: str = "en", indicator: str = "turnover",
    year: int | None = None, status: str | None = None,
) -> Chart | NoChart:  # fmt: skip
    """Draw the levels that reports give of an indicator, by the year that they are about.

    Claims of the most frequent unit; growth and shares are no levels and are left out. The shape
    of a marker tells a result from a target, a potential and a plan.
    """
    told = chosen(tables, partner, as_of, indicator, year, status)
    told = told[told["measure"].isin(_LEVELS) & told["year"].notna()]
    names = {
        "country": labels.country(partner, language),
        "indicator": labels.code("indicator", indicator, language),
    }
    if told.empty:
        return no_chart("said.none", language, **names)
    counts = told["unit"].value_counts()
    unit = min(counts.index, key=lambda name: (-counts[name], str(name)))
    told = told[told["unit"] == unit].sort_values(["year", "value", "claim_id"], kind="stable")
    largest = float(told["value"].abs().max())
    size, key = next(((s, k) for s, k in _SIZES if largest >= s), (1.0, ""))
    scale = f"{labels.label(key, language)} " if key else ""
    unit_name = f"{scale}{labels.code('unit', str(unit), language)}".strip() or names["indicator"]
    with style():
        figure, axes = canvas(1, 3.6)
        if unit == "USD" and partner != ALL:
            _official(axes, told, partner, as_of, indicator, size, language)
        _points(axes, told, size, partner, language)
        axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
        axes.yaxis.set_major_formatter(
            lambda value, _: f"{labels.decimal(value, 3, language).rstrip('0').rstrip('.,')}"
        )
        axes.set(xlabel="", ylabel=unit_name)
        first, last = int(told["year"].min()), int(told["year"].max())
        whole_years(axes, first, last)
        axes.set_xlim(first - 0.6, last + 0.6)
        legend_below(axes, columns=3, drop=0.3)
        latest = told.iloc[-1]
        title = labels.label(
            "chart.said.title", language, **names, count=len(told), year=int(latest["year"]),
            value=labels.quantity(float(latest["value"]), str(unit), language),
        )  # fmt: skip
        return finish(
            figure, title, labels.label("chart.said.subtitle", language, unit=unit_name),
            labels.label("chart.said.footer", language),
            [_line(row, language) for row in each(told)],
        )  # fmt: skip


def _official(
    axes: Any, told: pd.DataFrame, partner: str, as_of: str, indicator: str, size: float,
    language: str,
) -> None:  # fmt: skip
    """Draw the official series over the years of the claims, as a thin line behind them."""
    if indicator not in official.FLOWS:
        return
    table = official.by_year(partner, as_of)
    table = table[table["year"].between(told["year"].min(), told["year"].max())]
    if len(table):
        axes.plot(
            table["year"], table[f"{indicator}_usd_bn"] * 1e9 / size, color=colour(partner),
            linewidth=1.6, label=labels.label("chart.official", language), zorder=1,
        )  # fmt: skip


def _points(axes: Any, told: pd.DataFrame, size: float, partner: str, language: str) -> None:
    for status in ("actual", "target", "potential", "planned"):
        mine = told[told["status"] == status]
        named = False
        for row in each(mine):
            run = months(text(row.period) or text(row.deadline))
            is_part = run is not None and run.is_part_year
            axes.plot(
                [int(row.year)], [row.value / size], linestyle="none", marker=MARKERS[status],
                markersize=7, markeredgecolor=colour(partner), zorder=3,
                markerfacecolor="white" if is_part else colour(partner), alpha=0.85,
                label="_" if named else labels.code("status", status, language),
            )  # fmt: skip
            named = True


def _line(row: Any, language: str) -> str:
    hedge = labels.code("qualifier", str(row.qualifier), language)
    shown = labels.quantity(float(row.value), str(row.unit), language)
    return labels.label(
        "chart.said.line", language,
        year=labels.period(text(row.period) or text(row.deadline), language),
        value=f"{hedge} {shown}" if hedge else shown,
        status=labels.code("status", str(row.status), language),
    )  # fmt: skip
