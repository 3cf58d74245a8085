"""Charts of trade: official turnover with what was announced on it, and growth by partner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import seaborn as sns

from kzcoop.analysis import agreement, growth, official
from kzcoop.analysis.inputs import ALL, Tables, each, number, text
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
    no_chart,
    shapes,
    style,
    whole_years,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def trade(tables: Tables, partner: str, as_of: str, language: str = "en") -> Chart | NoChart:
    """Draw official trade with a partner and the announced levels; growth by partner for ALL."""
    if partner == ALL:
        return growth_by_partner(as_of, language)
    table = official.by_year(partner, as_of)
    said = agreement.levels(tables, partner, as_of)
    said = said[(said["indicator"] == "turnover") & (said["partner"] == partner)]
    if table.empty:
        return no_chart("no_series", language, country=labels.country(partner, language))
    mirror = growth.mirror_gap(partner, as_of)
    with style():
        figure, (above, below) = canvas(2, 5.6, (2.1, 1))
        _turnover(above, table, partner, language)
        partner_figures(above, mirror, language)
        _announced(above, said, language)
        dollars(above, language)
        above.legend(loc="upper left", handlelength=1.6, framealpha=0.85, frameon=True,
                     edgecolor="none")  # fmt: skip
        _flows(below, table, partner, language)
        dollars(below, language)
        last = int(table["year"].iloc[-1])
        whole_years(below, int(table["year"].iloc[0]), last)
        below.set_xlim(int(table["year"].iloc[0]) - 0.4, last + 1.5)
        return finish(
            figure,
            _title(partner, as_of, language),
            labels.label("chart.trade.subtitle", language),
            labels.label("chart.trade.footer", language),
            [*_numbers(table, language), *partner_lines(mirror, language),
             *_said_lines(said, language)],
        )  # fmt: skip


def _title(partner: str, as_of: str, language: str) -> str:
    rates = growth.rates(partner, as_of).iloc[0]
    five = number(rates["growth_5y_pct"])
    key = "chart.trade.title" if five is not None else "chart.trade.title_short"
    return labels.label(
        key, language, country=labels.country(partner, language), year=int(rates["year"]),
        value=labels.money(float(rates["value_usd_bn"]), language),
        growth="" if five is None else labels.percent(five, language),
    )  # fmt: skip


def _turnover(axes: Axes, table: pd.DataFrame, partner: str, language: str) -> None:
    sns.lineplot(
        data=table, x="year", y="turnover_usd_bn", ax=axes, color=colour(partner), linewidth=2,
        marker=MARKERS["actual"], markersize=5, markeredgecolor="white", errorbar=None,
        label=labels.label("chart.official", language),
    )  # fmt: skip
    last = table.iloc[-1]
    beside(axes, last["year"], last["turnover_usd_bn"],
           labels.decimal(last["turnover_usd_bn"], 2, language))  # fmt: skip
    axes.set(xlabel="", ylabel=labels.label("chart.trade.turnover", language))


def partner_figures(axes: Axes, mirror: pd.DataFrame, language: str) -> None:
    """Set the partner's own statistics beside the line; worked-out ones have another shape."""
    implied = mirror["is_implied"].astype(bool)
    for chosen, mark, key in (
        (~implied, MARKERS["partner"], "chart.partner"),
        (implied, MARKERS["implied"], "chart.implied"),
    ):
        part = mirror[chosen]
        if len(part):
            axes.plot(part["year"], part["partner_usd_bn"], linestyle="none", marker=mark,
                      markersize=6, color=QUIET, label=labels.label(key, language))  # fmt: skip


def _announced(axes: Axes, said: pd.DataFrame, language: str) -> None:
    """Set announced levels on the years they are about; the shape tells the hedge."""
    seen: set[str] = set()
    for row in each(said):
        hedge = str(row.qualifier)
        name = labels.label("chart.announced", language)
        word = labels.code("qualifier", hedge, language)
        shown = name if not word else f"{name}: {word}"
        axes.plot(
            [row.year], [row.announced_usd_bn], linestyle="none", marker=MARKERS[hedge],
            markersize=8, markerfacecolor="white" if row.year_basis != "stated" else INK,
            markeredgecolor=INK, markeredgewidth=1.2, zorder=3,
            label="_" if shown in seen else shown,
        )  # fmt: skip
        seen.add(shown)


def _flows(axes: Axes, table: pd.DataFrame, partner: str, language: str) -> None:
    for flow, tone, marker in (("export", colour(partner), "o"), ("import", QUIET, "d")):
        column = f"{flow}_usd_bn"
        axes.plot(table["year"], table[column], color=tone, marker=marker, markersize=4,
                  linewidth=1.6, markeredgecolor="white")  # fmt: skip
        last = table.iloc[-1]
        other = last["import_usd_bn" if flow == "export" else "export_usd_bn"]
        near = (
            abs(last[column] - other) < 0.12 * table[["export_usd_bn", "import_usd_bn"]].max().max()
        )
        shift = 0 if not near else 6 if last[column] >= other else -6
        beside(axes, last["year"], last[column], labels.label(f"chart.{flow}", language), dy=shift)
    axes.fill_between(table["year"], table["export_usd_bn"], table["import_usd_bn"],
                      color=LINE, alpha=0.35, linewidth=0)  # fmt: skip
    axes.set(xlabel="", ylabel=labels.label("chart.trade.flows", language))


def _numbers(table: pd.DataFrame, language: str) -> list[str]:
    return [
        labels.label("chart.trade.line", language, year=int(row.year),
                     turnover=labels.decimal(row.turnover_usd_bn, 2, language),
                     exports=labels.decimal(row.export_usd_bn, 2, language),
                     imports=labels.decimal(row.import_usd_bn, 2, language))
        for row in each(table)
    ]  # fmt: skip


def partner_lines(mirror: pd.DataFrame, language: str) -> list[str]:
    """Return the partner's own figures as lines of a chart's text."""
    return [
        f"{labels.label('chart.implied' if row.is_implied else 'chart.partner', language)}: "
        f"{int(row.year)} {labels.decimal(row.partner_usd_bn, 2, language)}"
        for row in each(mirror)
    ]


def _said_lines(said: pd.DataFrame, language: str) -> list[str]:
    lines = []
    for row in each(said):
        hedge = labels.code("qualifier", str(row.qualifier), language)
        basis = f" ({labels.word(str(row.year_basis), language)})"
        value = labels.decimal(row.announced_usd_bn, 2, language)
        name = labels.label("chart.announced", language)
        lines.append(f"{name}: {int(row.year)} {f'{hedge} ' if hedge else ''}{value}{basis}")
    return lines


def growth_by_partner(as_of: str, language: str = "en") -> Chart | NoChart:
    """Draw growth over one year and over five, a row a partner, largest turnover on top."""
    table = growth.ranking(as_of)
    if table.empty:
        return no_chart("no_series", language, country=labels.country(ALL, language))
    table = table.iloc[::-1].reset_index(drop=True)
    names = [labels.country(code, language) for code in table["partner"]]
    with style():
        figure, axes = canvas(1, 0.30 * len(table) + 0.9)
        axes.axvline(0, color=QUIET, linewidth=1)
        one, five = table["growth_1y_pct"], table["growth_5y_pct"]
        axes.hlines(range(len(table)), one, five, color=LINE, linewidth=2, zorder=1)
        tones = [colour(code) for code in table["partner"]]
        sns.scatterplot(x=five, y=range(len(table)), ax=axes, s=62, marker="o", color=INK,
                        edgecolor="white", zorder=3, legend=False)  # fmt: skip
        axes.collections[-1].set_facecolor(tones)
        axes.scatter(one, range(len(table)), s=46, marker="D", facecolor="white",
                     edgecolor=tones, linewidth=1.4, zorder=3)  # fmt: skip
        axes.set_yticks(range(len(table)), names)
        axes.grid(axis="x")
        axes.grid(visible=False, axis="y")
        axes.xaxis.set_major_formatter(
            lambda value, _: labels.decimal(value, 0, language, sign=True)
        )
        axes.set(xlabel=labels.label("chart.growth.axis", language), ylabel="")
        handles = shapes(
            actual=labels.label("chart.five", language), target_=labels.label("chart.one", language)
        )
        axes.legend(handles=handles, loc="upper center", bbox_to_anchor=(0.42, 1.09), ncols=2)
        best = table.iloc[int(five.argmax())]
        title = labels.label(
            "chart.growth.title", language, rising=int((five > 0).sum()), partners=len(table),
            country=labels.country(best["partner"], language),
            growth=labels.percent(float(best["growth_5y_pct"]), language),
        )  # fmt: skip
        return finish(
            figure, title, labels.label("chart.growth.subtitle", language),
            labels.label("chart.trade.footer", language),
            [_growth_line(row, language) for row in each(table.iloc[::-1])],
        )  # fmt: skip


def _growth_line(row: Any, language: str) -> str:
    shown = [
        labels.label(key, language) + " "
        + ("–" if text(value) is None else labels.percent(float(value), language))
        for key, value in (("chart.one", row.growth_1y_pct), ("chart.five", row.growth_5y_pct))
    ]  # fmt: skip
    name = labels.country(row.partner, language)
    return f"{name} ({int(row.year)}): {labels.money(row.turnover_usd_bn, language)}; " + "; ".join(
        shown
    )
