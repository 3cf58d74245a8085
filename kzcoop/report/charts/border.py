"""Charts of the border: every post with its state, and a scheme by coordinates."""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING, Any

import pandas as pd
import seaborn as sns
from matplotlib.patches import Rectangle

from kzcoop.analysis import checkpoints
from kzcoop.analysis.inputs import ALL, Tables, each
from kzcoop.report import labels
from kzcoop.report.charts.base import (
    INK,
    LINE,
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
    from matplotlib.axes import Axes

_TILES = 4  # posts in a row
# A sign and a tone for each state: the sign alone is enough to tell them apart.
_STATES = {
    checkpoints.COMPLETE: ("\N{CHECK MARK}", 0.75),
    checkpoints.DUE: ("\N{RIGHTWARDS ARROW}", 0.45),
    checkpoints.PAST_DUE: ("!", 0.45),
    checkpoints.NO_DEADLINE: ("\N{BULLET}", 0.22),
    "not named": ("", 0.0),
}


def posts(tables: Tables, partner: str, as_of: str, language: str = "en") -> Chart | NoChart:
    """Draw every road post of a border as a tile with its state; a bar a border for ALL."""
    table = checkpoints.posts(tables, partner, as_of)
    table = table[(table["post_kind"] == "road") & table["neighbour"].notna()]
    name = labels.country(partner, language)
    if table.empty:
        return no_chart("no_border", language, country=name)
    if partner == ALL:
        return _borders(table, language)
    rows = math.ceil(len(table) / _TILES)
    with style():
        figure, axes = canvas(1, 0.62 * rows + 0.15)
        for at, row in enumerate(each(table)):
            _tile(axes, at % _TILES, -(at // _TILES), row, partner)
        axes.set_xlim(-0.02, _TILES)
        axes.set_ylim(-rows + 0.98, 1.02)
        axes.axis("off")
        named = int((table["announced"] > 0).sum())
        title = labels.label(
            "chart.posts.title", language, country=name, named=named, posts=len(table)
        )
        key = "   ".join(
            f"{sign or labels.label('chart.posts.blank', language)} {labels.word(state, language)}"
            for state, (sign, _) in _STATES.items()
            if (table["state"] == state).any()
        )
        return finish(
            figure, title, key, labels.label("chart.posts.footer", language),
            [f"{row.name}: {labels.word(row.state, language)}" for row in each(table)],
        )  # fmt: skip


def _tile(axes: Axes, x: float, y: float, row: Any, partner: str) -> None:
    sign, tone = _STATES[row.state]
    axes.add_patch(Rectangle((x, y + 0.06), 0.94, 0.88, facecolor="white", edgecolor=LINE))
    if tone:
        axes.add_patch(
            Rectangle((x, y + 0.06), 0.94, 0.88, facecolor=colour(partner), alpha=tone * 0.5,
                      edgecolor="none")
        )  # fmt: skip
    name = textwrap.fill(row.name, 17)
    axes.text(x + 0.05, y + 0.5, name, va="center", size=9, weight="bold" if tone else "normal")
    axes.text(x + 0.88, y + 0.5, sign, va="center", ha="right", size=12, weight="bold")


def _borders(table: pd.DataFrame, language: str) -> Chart:
    """Draw the number of road posts by border, those that reports name apart."""
    counts = table.assign(named=table["announced"] > 0).groupby("neighbour")["named"]
    shown = counts.agg(["sum", "size"]).sort_values("size")
    names = [labels.country(str(code), language) for code in shown.index]
    with style():
        figure, axes = canvas(1, 0.42 * len(shown) + 0.7)
        for column, face, key in (("size", "white", "all"), ("sum", QUIET, "named")):
            sns.barplot(
                x=shown[column], y=names, ax=axes, color=face, edgecolor=INK, linewidth=1,
                width=0.6, errorbar=None, label=labels.label(f"chart.borders.{key}", language),
            )  # fmt: skip
        for at, row in enumerate(each(shown)):
            said = labels.label("chart.of", language, part=int(row.sum), whole=int(row.size))
            axes.annotate(said, (row.size, at), xytext=(6, 0), textcoords="offset points",
                          va="center", size=8.5)  # fmt: skip
        axes.invert_yaxis()
        axes.set(xlabel="", ylabel="")
        axes.set_xlim(0, float(shown["size"].max()) * 1.15)
        axes.grid(axis="x")
        axes.grid(visible=False, axis="y")
        legend_below(axes)
        title = labels.label(
            "chart.borders.title", language, named=int(shown["sum"].sum()),
            posts=int(shown["size"].sum()), borders=len(shown),
        )  # fmt: skip
        lines = [
            f"{name}: " + labels.label("chart.of", language, part=int(row.sum), whole=int(row.size))
            for name, row in zip(names, each(shown), strict=True)
        ]
        return finish(
            figure, title, labels.label("chart.borders.subtitle", language),
            labels.label("chart.posts.footer", language), lines[::-1],
        )  # fmt: skip


def border_map(tables: Tables, partner: str, as_of: str, language: str = "en") -> Chart | NoChart:
    """Draw the posts whose settlement has coordinates in the register: a scheme, not a map.

    Posts of the partner's border carry their names; others are grey points for orientation.
    """
    table = checkpoints.posts(tables, ALL, as_of)
    table = table[table["lat"].notna()].drop_duplicates(["name", "lat", "lon"])
    mine = table if partner == ALL else table[table["neighbour"] == partner]
    if mine.empty:
        return no_chart("no_coordinates", language, country=labels.country(partner, language))
    with style():
        figure, axes = canvas(1, 3.9)
        axes.scatter(table["lon"], table["lat"], s=16, color=LINE, zorder=1)
        for code, group in mine.fillna({"neighbour": "ALL"}).groupby("neighbour"):
            axes.scatter(group["lon"], group["lat"], s=46, color=colour(str(code)), zorder=2)
        placed: list[tuple[float, float]] = []
        for row in each(mine.sort_values("lat", ascending=False)):
            at = next(y for y in _free(row.lat) if all(
                abs(y - other) > 0.42 or abs(row.lon - x) > 5 for x, other in placed))  # fmt: skip
            placed.append((row.lon, at))
            axes.annotate(row.name, (row.lon, row.lat), xytext=(row.lon + 0.45, at), size=8.5,
                          va="center", arrowprops={"arrowstyle": "-", "color": LINE})  # fmt: skip
        axes.set_xlim(46, 91)
        axes.set_ylim(40.3, 55.7)
        axes.set_aspect(1 / math.cos(math.radians(48)))
        axes.grid(axis="both")
        axes.set(xlabel=labels.label("chart.map.lon", language),
                 ylabel=labels.label("chart.map.lat", language))  # fmt: skip
        title = labels.label(
            "chart.map.title", language, country=labels.country(partner, language),
            posts=len(mine),
        )  # fmt: skip
        lines = [
            f"{row.name}: {labels.decimal(row.lat, 2, language)}, "
            f"{labels.decimal(row.lon, 2, language)}"
            for row in each(mine)
        ]
        return finish(
            figure, title, labels.label("chart.map.subtitle", language),
            labels.label("chart.map.footer", language), lines,
        )  # fmt: skip


def _free(lat: float) -> list[float]:
    """Return heights to try for a label, the nearest first."""
    steps = [0.0]
    for step in range(1, 30):
        steps += [0.45 * step, -0.45 * step]
    return [lat + step for step in steps]
