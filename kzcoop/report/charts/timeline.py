"""Programmes at the border on a time line, from publication to deadline."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import TYPE_CHECKING, Any

from kzcoop.analysis import checkpoints
from kzcoop.analysis.inputs import Tables, each, items, text
from kzcoop.analysis.periods import last_day
from kzcoop.report import labels
from kzcoop.report.cells import x_of_y
from kzcoop.report.charts.base import (
    INK,
    LINE,
    MARKERS,
    QUIET,
    Chart,
    NoChart,
    canvas,
    colour,
    finish,
    legend_below,
    no_chart,
    style,
)

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

# More lines than this nobody compares; the table below the chart has them all.
_MOST = 40


def timeline(tables: Tables, partner: str, as_of: str, language: str = "en") -> Chart | NoChart:
    """Draw each programme from its publication to its deadline, with the day of the page.

    A programme without a deadline is a point; one whose report has no date begins with the
    span in which the report can have been published.
    """
    table = checkpoints.programmes(tables, partner, as_of)
    table = table[table["published"].notna() | table["deadline"].notna()].reset_index(drop=True)
    name = labels.country(partner, language)
    if table.empty:
        return no_chart("no_programme", language, country=name)
    whole, table = table, _drawn(table).iloc[::-1].reset_index(drop=True)
    today = date.fromisoformat(as_of)
    with style():
        figure, axes = canvas(1, 0.42 * len(table) + 0.9)
        for at, row in enumerate(each(table)):
            _programme(axes, at, row, partner, as_of)
        axes.axvline(today.toordinal(), color=INK, linewidth=1, linestyle=(0, (1, 2)))
        axes.annotate(labels.day(as_of, language), (today.toordinal(), len(table) - 0.45),
                      size=8, ha="center", annotation_clip=False, color=QUIET)  # fmt: skip
        axes.set_yticks(range(len(table)), [_programme_name(row, language) for row in each(table)],
                        size=8)  # fmt: skip
        axes.set_ylim(-0.6, len(table) - 0.35)
        axes.grid(axis="x")
        axes.grid(visible=False, axis="y")
        axes.margins(x=0.06)
        _date_axis(axes, language)
        for key, mark in (("published", MARKERS["actual"]), ("deadline", MARKERS["target"])):
            axes.plot([], [], linestyle="none", marker=mark, color=INK,
                      label=labels.label(f"chart.timeline.{key}", language))  # fmt: skip
        axes.plot(
            [], [], color=LINE, linewidth=5, label=labels.label("chart.timeline.span", language)
        )
        legend_below(axes, 3, drop=0.5)
        states = whole["state"].value_counts()
        title = labels.label(
            "chart.timeline.title", language, country=name, programmes=len(whole),
            due=int(states.get(checkpoints.DUE, 0)), past=int(states.get(checkpoints.PAST_DUE, 0)),
        )  # fmt: skip
        under = labels.label("chart.timeline.subtitle", language)
        if len(table) < len(whole):
            under += " " + labels.label("chart.timeline.cut", language, drawn=len(table))
        return finish(
            figure, title, under,
            labels.label("chart.timeline.footer", language),
            [_programme_line(row, language) for row in each(whole)],
        )  # fmt: skip


def _drawn(table: pd.DataFrame) -> pd.DataFrame:
    """Return the programmes that fit a chart: all of few, of many those with the latest dates."""
    if len(table) <= _MOST:
        return table
    latest = table["deadline"].fillna(table["published"]).astype(str)
    return table.loc[latest.sort_values(ascending=False, kind="stable").index[:_MOST].sort_values()]


def _date_axis(axes: Axes, language: str) -> None:
    """Mark years, or quarters where there are few years."""
    low, high = (date.fromordinal(int(value)) for value in axes.get_xlim())
    by_month = (high - low).days < 900
    months = (1, 4, 7, 10) if by_month else (1,)
    ticks = [
        date(year, month, 1)
        for year in range(low.year, high.year + 1)
        for month in months
        if low <= date(year, month, 1) <= high
    ]
    names = [
        labels.period(f"{tick.year}-{tick.month:02d}", language) if by_month else str(tick.year)
        for tick in ticks
    ]
    axes.set_xticks(_days(*ticks), [name.replace(" ", "\n") for name in names])


def _programme(axes: Axes, at: int, row: Any, partner: str, as_of: str) -> None:
    codes = items(text(row.borders))
    tone = colour(codes[0] if len(codes) == 1 else partner)
    due = last_day(text(row.deadline))
    known = text(row.published)
    latest = text(row.published_latest)
    begins = known or (None if latest is None else min(latest, as_of))
    start = None if begins is None else date.fromisoformat(begins)
    if known is None and start is not None and text(row.published_earliest):
        earliest = date.fromisoformat(row.published_earliest)
        axes.plot(_days(earliest, start), [at, at], color=LINE, linewidth=5, solid_capstyle="butt")
    if start is not None and due is not None and start < due:
        axes.plot(_days(start, due), [at, at], color=tone, linewidth=1.6, zorder=2)
    if known is not None and start is not None:
        axes.plot(_days(start), [at], marker=MARKERS["actual"], color=tone, markersize=6)
    if due is not None:
        late = row.state == checkpoints.PAST_DUE
        face = "white" if late else tone
        axes.plot(_days(due), [at], marker=MARKERS["target"], color=tone, markersize=7,
                  markerfacecolor=face, markeredgewidth=1.4, zorder=3)  # fmt: skip
        if late:
            axes.annotate("!", (due.toordinal(), at), xytext=(8, 0), va="center",
                          textcoords="offset points", size=11, weight="bold")  # fmt: skip


def _days(*days: date) -> list[float]:
    return [float(day.toordinal()) for day in days]


def _programme_name(row: Any, language: str) -> str:
    """Return a programme's kind, its x of y and the first of its posts."""
    parts = [labels.code("kind", row.kind, language)]
    count = x_of_y(row.done, row.planned, row.total, language)
    if count:
        parts.append(count)
    names = ", ".join(items(row.names))
    if names:
        parts.append(names)
    elif text(row.borders):
        parts.append(labels.country(row.borders, language))
    return textwrap.fill(
        ": ".join([parts[0], "; ".join(parts[1:])]), 38, max_lines=2, placeholder=" …",
        break_on_hyphens=False,
    )  # fmt: skip


def _programme_line(row: Any, language: str) -> str:
    name = " ".join(_programme_name(row, language).split())
    said = labels.day(text(row.published), language)
    due = labels.period(text(row.deadline), language) if text(row.deadline) else "–"
    return labels.label(
        "chart.timeline.line", language, name=name, published=said, deadline=due,
        state=labels.word(row.state, language),
    )  # fmt: skip
