"""Charts of targets: the path so far, the path required, the range that past growth allows."""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import seaborn as sns

from kzcoop.analysis import fan as fans
from kzcoop.analysis import growth, official, targets
from kzcoop.analysis.inputs import ALL, Tables, each, number, text
from kzcoop.analysis.periods import last_day
from kzcoop.analysis.progress import Thresholds
from kzcoop.report import labels
from kzcoop.report.charts.base import (
    INK,
    LINE,
    MARKERS,
    QUIET,
    Chart,
    NoChart,
    beside,
    canvas,
    colour,
    dollars,
    finish,
    legend_below,
    no_chart,
    shapes,
    style,
    whole_years,
)
from kzcoop.report.charts.trade import partner_figures, partner_lines

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_AHEAD = 5  # years that an undated target's chart looks ahead


def target_paths(
    tables: Tables,
    partner: str,
    as_of: str,
    language: str = "en",
    draws: int = 2000,
    seed: int = 2026,
    thresholds: Thresholds | None = None,
) -> Chart | NoChart:
    """Draw turnover so far, each standing target, the required path and the fan; gaps for ALL."""
    if partner == ALL:
        return gaps_by_partner(tables, as_of, language, thresholds)
    table = targets.gaps(tables, partner, as_of, thresholds)
    table = table[table["partner"] == partner].reset_index(drop=True)
    series = official.turnover(partner, as_of)
    name = labels.country(partner, language)
    if table.empty:
        return no_chart("no_target", language, country=name)
    if series.empty:
        return no_chart("no_series", language, country=name)
    last = int(series.index.max())
    dues = [due.year for day in table["deadline"] if (due := last_day(text(day))) is not None]
    until = max([*dues, last + _AHEAD])
    spread = fans.fan(partner, as_of, until, draws, seed)
    with style():
        figure, axes = canvas(1, 4.4)
        tone = colour(partner)
        _fan(axes, spread, series, tone, language)
        sns.lineplot(x=series.index, y=series.to_numpy(), ax=axes, color=tone, linewidth=2,
                     marker=MARKERS["actual"], markersize=5, markeredgecolor="white",
                     errorbar=None, label=labels.label("chart.official", language))  # fmt: skip
        mirror = growth.mirror_gap(partner, as_of)
        partner_figures(axes, mirror, language)
        now = targets.current(table).iloc[0]
        _required(axes, now, language)
        _observed(axes, now, until, language)
        for row in each(table):
            _target(axes, row, last, until, language)
        axes.set(xlabel="", ylabel=labels.label("chart.trade.turnover", language))
        axes.set_ylim(0, _ceiling(series, table, spread))
        dollars(axes, language)
        whole_years(axes, int(series.index.min()), until)
        axes.set_xlim(int(series.index.min()) - 0.5, until + 1.6)
        legend_below(axes)
        subtitle = labels.label("chart.targets.subtitle", language, draws=draws, seed=seed)
        return finish(
            figure, _title(now, language), subtitle,
            labels.label("chart.targets.footer", language),
            [*_lines(series, table, spread, language), *partner_lines(mirror, language)],
        )  # fmt: skip


def _ceiling(series: pd.Series, table: pd.DataFrame, spread: pd.DataFrame) -> float:
    """Return the top of the chart; a very wide fan is cut there, not the targets."""
    known = table[["target_usd_bn", "partner_usd_bn"]].to_numpy(dtype=float)
    most = max(float(series.max()), float(np.nanmax(known)))
    widest = float(spread["p95_usd_bn"].max()) if len(spread) else 0.0
    return max(1.15 * most, min(1.03 * widest, 2.2 * most))


def _title(row: Any, language: str) -> str:
    """Return the finding: what is missing to the newest target, and the status word."""
    deadline = text(row["deadline"])
    key = "chart.targets.reached" if row["status"] == "reached" else "chart.targets.title"
    if key.endswith("title") and deadline is None:
        key = "chart.targets.title_no_deadline"
    return labels.label(
        key, language, country=labels.country(row["partner"], language),
        gap=labels.money(float(row["gap_usd_bn"]), language),
        target=labels.money(float(row["target_usd_bn"]), language),
        deadline=labels.period(deadline, language) if deadline else "",
        status=labels.word(row["status"], language),
    )  # fmt: skip


def _fan(axes: Axes, spread: pd.DataFrame, series: pd.Series, tone: str, language: str) -> None:
    if spread.empty:
        return
    years = [int(series.index.max()), *spread["year"]]
    start = float(series.iloc[-1])
    for low, high, alpha, key in (
        ("p05_usd_bn", "p95_usd_bn", 0.12, "chart.fan90"),
        ("p25_usd_bn", "p75_usd_bn", 0.22, "chart.fan50"),
    ):
        axes.fill_between(years, [start, *spread[low]], [start, *spread[high]], color=tone,
                          alpha=alpha, linewidth=0, label=labels.label(key, language))  # fmt: skip


def _required(axes: Axes, row: Any, language: str) -> None:
    required = number(row["required_pct"])
    due = last_day(text(row["deadline"]))
    if required is None or due is None:
        return
    years = range(int(row["actual_year"]), due.year + 1)
    path = [row["actual_usd_bn"] * (1 + required / 100) ** (y - years[0]) for y in years]
    axes.plot(years, path, color=INK, linestyle=(0, (4, 2)), linewidth=1.4,
              label=labels.label("chart.required", language,
                                 rate=labels.percent(required, language)))  # fmt: skip


def _observed(axes: Axes, row: Any, until: int, language: str) -> None:
    observed = number(row["observed_pct"])
    if observed is None:
        return
    years = range(int(row["actual_year"]), until + 1)
    path = [row["actual_usd_bn"] * (1 + observed / 100) ** (y - years[0]) for y in years]
    axes.plot(years, path, color=QUIET, linestyle=(0, (1, 1.6)), linewidth=1.6,
              label=labels.label("chart.observed", language,
                                 rate=labels.percent(observed, language)))  # fmt: skip


def _target(axes: Axes, row: Any, last: int, until: int, language: str) -> None:
    """Set a target at its deadline; without one it is a level line and says so."""
    value = float(row.target_usd_bn)
    amount = labels.money(value, language)
    due = last_day(text(row.deadline))
    face = INK if row.is_current else "white"
    if due is None:
        axes.hlines(value, last, until, color=INK, linewidth=1)
        axes.plot([until], [value], marker=MARKERS["target"], markersize=7, color=INK,
                  markerfacecolor=face)  # fmt: skip
        said = f"{amount}, {labels.label('missing.deadline', language)}"
        axes.annotate(said, (until, value), xytext=(-8, 4), textcoords="offset points", size=8.5,
                      color=INK, ha="right")  # fmt: skip
        return
    axes.plot([due.year], [value], marker=MARKERS["target"], markersize=8, color=INK,
              markerfacecolor=face, linestyle="none", zorder=4)  # fmt: skip
    beside(axes, due.year, value, amount, dx=8)


def _lines(
    series: pd.Series, table: pd.DataFrame, spread: pd.DataFrame, language: str
) -> list[str]:
    lines = [
        f"{year}: {labels.decimal(float(value), 2, language)}" for year, value in series.items()
    ]
    for row in each(table):
        none = labels.label("missing.deadline", language)
        lines.append(
            labels.label(
                "chart.targets.line", language,
                target=labels.decimal(row.target_usd_bn, 2, language),
                deadline=labels.period(row.deadline, language) if text(row.deadline) else none,
                status=labels.word(row.status, language),
            )
        )  # fmt: skip
    for row in each(spread):
        values = (row.p05_usd_bn, row.p25_usd_bn, row.p50_usd_bn, row.p75_usd_bn, row.p95_usd_bn)
        shown = " / ".join(labels.decimal(value, 1, language) for value in values)
        lines.append(labels.label("chart.fan_line", language, year=int(row.year), values=shown))
    return lines


def gaps_by_partner(
    tables: Tables, as_of: str, language: str = "en", thresholds: Thresholds | None = None
) -> Chart | NoChart:
    """Draw the way from actual turnover to the newest target, a row a partner, by gap."""
    table = targets.current(targets.gaps(tables, ALL, as_of, thresholds))
    table = table[table["gap_usd_bn"].notna()].sort_values(["gap_usd_bn", "partner"])
    table = table.reset_index(drop=True)
    if table.empty:
        return no_chart("no_target", language, country=labels.country(ALL, language))
    with style():
        figure, axes = canvas(1, 0.36 * len(table) + 1.0)
        at = range(len(table))
        actual, goal = table["actual_usd_bn"].astype(float), table["target_usd_bn"].astype(float)
        tones = [colour(code) for code in table["partner"]]
        axes.hlines(at, actual, goal, color=LINE, linewidth=2.4, zorder=1)
        axes.scatter(actual, at, s=52, marker=MARKERS["actual"], c=tones, zorder=3)
        axes.scatter(goal, at, s=46, marker=MARKERS["target"], facecolor="white",
                     edgecolor=tones, linewidth=1.4, zorder=3)  # fmt: skip
        for y, row in enumerate(each(table)):
            edge = max(row.actual_usd_bn, row.target_usd_bn)
            beside(axes, edge, y, _standing(row, language), dx=9)
        axes.set_xscale("log")
        low = 10 ** math.floor(math.log10(min(actual.min(), goal.min())))
        axes.set_xlim(max(low, float(actual.min()) * 0.7), float(goal.max()) * 5)
        ticks = [v for v in (0.1, 0.3, 1, 3, 10, 30) if v >= axes.get_xlim()[0]]
        axes.set_xticks(ticks, [labels.decimal(v, int(v < 1), language) for v in ticks])
        axes.minorticks_off()
        names = [labels.country(code, language) for code in table["partner"]]
        axes.set_yticks(at, [textwrap.fill(name, 26) for name in names])
        axes.grid(axis="x")
        axes.grid(visible=False, axis="y")
        axes.set(xlabel=labels.label("chart.gaps.axis", language), ylabel="")
        handles = shapes(
            actual=labels.label("chart.gaps.actual", language),
            target_=labels.label("chart.gaps.target", language),
        )
        axes.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.42, 1.09), ncols=2)
        counts = table["status"].value_counts()
        largest = table.iloc[-1]
        title = labels.label(
            "chart.gaps.title", language, targets=len(table),
            course=int(counts.get("on course", 0)), reached=int(counts.get("reached", 0)),
            country=labels.country(largest["partner"], language),
            gap=labels.money(float(largest["gap_usd_bn"]), language),
        )  # fmt: skip
        lines = [
            labels.label(
                "chart.gaps.line", language, country=labels.country(row.partner, language),
                actual=labels.money(row.actual_usd_bn, language),
                target=labels.money(row.target_usd_bn, language),
                status=_standing(row, language),
            )
            for row in reversed(each(table))
        ]  # fmt: skip
        subtitle = labels.label("chart.gaps.subtitle", language)
        return finish(
            figure, title, subtitle, labels.label("chart.targets.footer", language), lines
        )


def _standing(row: Any, language: str) -> str:
    """Return the deadline and the status, or why there is none to tell."""
    status = labels.word(row.status, language)
    if text(row.deadline):
        return f"{labels.period(row.deadline, language)}: {status}"
    none = labels.label("missing.deadline", language)
    return none if row.status == "cannot say" else f"{none}: {status}"
