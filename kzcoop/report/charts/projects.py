"""Charts of what was read: projects by stage, and claims by partner and year."""

from __future__ import annotations

import seaborn as sns

from kzcoop.analysis import corpus
from kzcoop.analysis import projects as analysis
from kzcoop.analysis.inputs import ALL, Tables, each, text
from kzcoop.report import labels
from kzcoop.report.charts.base import (
    INK,
    Chart,
    NoChart,
    beside,
    canvas,
    colour,
    finish,
    no_chart,
    style,
)

_HATCHES = {"actual": "", "planned": "////", "potential": "...."}
_ROWS = 14


def joint_projects(
    tables: Tables, partner: str, as_of: str, language: str = "en"
) -> Chart | NoChart:
    """Draw the value of joint projects, one bar a statement; the hatch tells the stage.

    Only values in US dollars; where there are many, the largest. Bars are not to be added up.
    """
    table = analysis.joint_projects(tables, partner, as_of)
    table = table[(table["currency"] == "USD") & table["partner"].notna()]
    if table.empty:
        return no_chart("no_projects", language, country=labels.country(partner, language))
    table = table.nlargest(_ROWS, "value_mn").iloc[::-1].reset_index(drop=True)
    names = [_name(row, language) for row in each(table)]
    with style():
        figure, axes = canvas(1, 0.34 * len(table) + 0.7)
        for at, row in enumerate(each(table)):
            axes.barh(
                at, row.value_mn / 1000, height=0.62, edgecolor=colour(row.partner),
                facecolor="white" if _HATCHES.get(row.stage) else colour(row.partner),
                hatch=_HATCHES.get(row.stage, ""), linewidth=1.2,
            )  # fmt: skip
            beside(axes, row.value_mn / 1000, at, labels.money(row.value_mn / 1000, language))
        for stage, hatch in _HATCHES.items():
            if (table["stage"] == stage).any():
                axes.bar(0, 0, label=labels.label(f"stage.{stage}", language), hatch=hatch,
                         facecolor="white" if hatch else INK, edgecolor=INK)  # fmt: skip
        axes.set_yticks(range(len(table)), names, size=8.5)
        axes.set_xlim(0, float(table["value_mn"].max()) / 1000 * 1.18)
        axes.set_ylim(-0.6, len(table) - 0.4)
        axes.set(xlabel=labels.label("chart.projects.axis", language), ylabel="")
        axes.grid(axis="x")
        axes.grid(visible=False, axis="y")
        axes.legend(loc="lower right")
        best = table.iloc[-1]
        title = labels.label(
            "chart.projects.title", language, country=labels.country(best["partner"], language),
            value=labels.money(best["value_mn"] / 1000, language),
            stage=labels.label(f"stage.{best['stage']}", language),
        )  # fmt: skip
        lines = [
            f"{name}: {labels.money(row.value_mn / 1000, language)}, "
            f"{labels.label(f'stage.{row.stage}', language)}"
            for name, row in zip(names, each(table), strict=True)
        ]
        return finish(
            figure, title, labels.label("chart.projects.subtitle", language),
            labels.label("chart.reports.footer", language), lines[::-1],
        )  # fmt: skip


def _name(row: object, language: str) -> str:
    """Return whose projects they are, how many, and the year of the report."""
    record = row._asdict()  # type: ignore[attr-defined]
    year = (text(record["published"]) or "")[:4] or labels.label("missing.published", language)
    count = record["projects"]
    shown = "" if text(count) is None else f" ({int(count)})"
    return f"{labels.country(record['partner'], language)}{shown}, {year}"


def claims_by_year(
    tables: Tables, partner: str, as_of: str, language: str = "en"
) -> Chart | NoChart:
    """Draw the number of claims by year of publication, a row a partner or an indicator."""
    table = corpus.claims_by_year(tables, partner, as_of)
    if table.empty:
        return no_chart("no_claims", language, country=labels.country(partner, language))
    grid = table.pivot_table(index="row", columns="year", values="claims", fill_value=0)
    grid = grid.loc[grid.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    undated = labels.label("missing.published", language)
    heads = [undated if str(year) == "0" else str(year) for year in grid.columns]
    names = [
        labels.country(str(row), language) if partner == ALL
        else labels.code("indicator", str(row), language)
        for row in grid.index
    ]  # fmt: skip
    with style():
        figure, axes = canvas(1, 0.27 * len(grid) + 0.6)
        shown = grid.astype(int)
        sns.heatmap(
            shown, ax=axes, cmap="Greys", vmin=0, vmax=max(10, 2.4 * shown.to_numpy().max()),
            annot=shown.astype(str).replace("0", ""), fmt="", cbar=False, linewidths=2,
            linecolor="white", annot_kws={"size": 8.5, "color": INK},
        )  # fmt: skip
        for head, tick in zip(heads, axes.set_xticklabels(heads), strict=True):
            if head == undated:  # wider than its cell, and would run into the first year
                tick.set_horizontalalignment("right")
        axes.set_yticklabels(names, rotation=0)
        axes.tick_params(left=False, bottom=False)
        axes.set(xlabel="", ylabel="")
        title = labels.label(
            "chart.claims.title", language, country=labels.country(partner, language),
            claims=int(shown.to_numpy().sum()), most=names[0], count=int(shown.iloc[0].sum()),
        )  # fmt: skip
        lines = [
            f"{name}: " + ", ".join(f"{head} {n}" for head, n in zip(heads, row, strict=True) if n)
            for name, row in zip(names, shown.to_numpy().tolist(), strict=True)
        ]
        return finish(
            figure, title, labels.label("chart.claims.subtitle", language),
            labels.label("chart.reports.footer", language), lines,
        )  # fmt: skip
