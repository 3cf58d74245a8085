"""What all charts share: one colour a country, marker shapes, the frame, the text alternative.

Colours tell countries apart but never stand alone: marker shapes tell actual, target, announced
and implied figures, and every line is labelled beside it in dark grey, since coloured letters on
white are too faint to read. Solid is published, dashed is worked out.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import seaborn as sns
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from kzcoop.report import labels

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Each at least 3:1 against white (WCAG 2.2, graphical objects); a test holds them to it.
COUNTRY_COLOURS = {
    "CHN": "#b3261e", "RUS": "#0173b2", "UZB": "#1b7f4d", "KGZ": "#b4590a", "TJK": "#7b3fa0",
    "TKM": "#6b7a00", "TUR": "#c2185b", "AZE": "#00838f", "IRN": "#5d6d1f", "BLR": "#8d5524",
    "GEO": "#ad1457", "ARE": "#3f51b5", "KOR": "#455a64", "DEU": "#4e342e", "ITA": "#2e7d32",
    "MNG": "#a0522d", "ALL": "#2f4858",
}  # fmt: skip
OTHER_COUNTRY = "#37546d"
INK, QUIET, LINE, FAINT = "#2b2f33", "#5b646b", "#c9ccd0", "#eceef0"
# What a marker's shape says, whatever its colour.
MARKERS = {
    "actual": "o", "target": "D", "partner": "s", "exact": "P", "over": "^", "under": "v",
    "upto": "v", "about": "X", "implied": "x", "potential": "*", "planned": "<",
}  # fmt: skip
WIDTH = 7.6
_STYLE: dict[str, Any] = {
    "font.family": "DejaVu Sans", "font.size": 9.5, "axes.labelsize": 9, "xtick.labelsize": 9,
    "ytick.labelsize": 9, "axes.edgecolor": LINE,
    "axes.labelcolor": QUIET, "axes.grid": True, "axes.grid.axis": "y", "grid.color": FAINT,
    "axes.axisbelow": True, "axes.spines.top": False, "axes.spines.right": False,
    "axes.spines.left": False, "xtick.color": INK, "ytick.color": INK, "text.color": INK,
    "xtick.major.size": 3, "ytick.major.size": 0,
    "figure.facecolor": "white", "axes.facecolor": "white", "legend.frameon": False,
    "legend.fontsize": 8.5, "hatch.linewidth": 0.6, "svg.fonttype": "path",
    "svg.hashsalt": "kzcoop", "path.simplify": False, "text.parse_math": False,
}  # fmt: skip


class Chart:
    """A drawn chart: SVG for the eye, text for everyone and for comparison.

    The first line of ``alt`` says what the chart shows, the others give its numbers.
    """

    def __init__(self, svg: str, alt: str) -> None:
        self.svg, self.alt = svg, alt

    def __repr__(self) -> str:
        return self.alt

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        first = self.alt.partition("\n")[0]
        data = {"image/svg+xml": self.svg, "text/plain": self.alt}
        return data, {"image/svg+xml": {"alt": first}}


class NoChart:
    """In place of a chart: the sentence that says why there is none."""

    def __init__(self, reason: str) -> None:
        self.reason = reason

    def __repr__(self) -> str:
        return self.reason

    def _repr_markdown_(self) -> str:
        return self.reason


def colour(partner: str) -> str:
    """Return a country's colour, the same in the whole project."""
    return COUNTRY_COLOURS.get(partner, OTHER_COUNTRY)


@contextmanager
def style() -> Iterator[None]:
    """Draw in the project's style, whatever the user's own settings are."""
    with mpl.rc_context():
        mpl.rcdefaults()
        # seaborn puts Arial first; the font that ships with matplotlib is the same everywhere.
        sns.set_theme(style="ticks", font="DejaVu Sans")
        settings: Any = mpl.rcParams
        settings.update(_STYLE)
        yield


def canvas(rows: int = 1, height: float = 4.2, ratios: Sequence[float] = ()) -> tuple[Figure, Any]:
    """Return a figure and its axes, one above the other; ``height`` in inches for all."""
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = figure.subplots(
        rows, 1, sharex=True, gridspec_kw={"height_ratios": list(ratios)} if ratios else None
    )
    return figure, axes


def finish(
    figure: Figure, title: str, subtitle: str, footer: str, alt_lines: Sequence[str]
) -> Chart:
    """Set the finding as title, units as subtitle, sources as footer, and draw.

    The title says the finding; the alternative text begins with it and the subtitle.
    """
    heading = textwrap.fill(title, 70)
    under = textwrap.fill(subtitle, 108)
    foot = textwrap.fill(footer, 124)
    height = figure.get_size_inches()[1]
    top = 0.10 + 0.20 * (heading.count("\n") + 1) + 0.16 * (under.count("\n") + 1)
    bottom = 0.10 + 0.15 * (foot.count("\n") + 1)
    whole = height + top + bottom
    figure.set_size_inches(WIDTH, whole)
    figure.get_layout_engine().set(rect=(0, bottom / whole, 1, height / whole))  # type: ignore[union-attr, call-arg]
    figure.text(0.012, 1 - 0.06 / whole, heading, va="top", size=12, weight="bold")
    at = 0.10 + 0.20 * (heading.count("\n") + 1)
    figure.text(0.012, 1 - at / whole, under, va="top", size=9, color=QUIET)
    figure.text(0.012, 0.05 / whole, foot, va="bottom", size=8, color=QUIET)
    file = io.StringIO()
    metadata = {"Date": None, "Creator": None, "Title": title}
    figure.savefig(file, format="svg", metadata=metadata)
    first = f"{title} {subtitle}".replace("\n", " ")
    return Chart(file.getvalue(), "\n".join([first, *alt_lines]))


def beside(axes: Axes, x: float, y: float, said: str, dx: float = 6, dy: float = 0) -> None:
    """Write a label beside a point, in dark grey."""
    axes.annotate(
        said, (x, y), xytext=(dx, dy), textcoords="offset points", va="center",
        ha="left" if dx >= 0 else "right", size=8.5, color=INK, annotation_clip=False,
    )  # fmt: skip


def whole_years(axes: Axes, first: int, last: int) -> None:
    """Mark the years on the axis, every one, or every second where there are many."""
    step = 1 if last - first <= 11 else 2
    ticks = [year for year in range(first, last + 1) if (last - year) % step == 0]
    axes.set_xticks(ticks, [str(year) for year in ticks])


def dollars(axes: Axes, language: str) -> None:
    """Write the values of the vertical axis in the language's numbers, from zero up."""
    axes.set_ylim(bottom=0)
    ticks = [value for value in axes.get_yticks() if value <= axes.get_ylim()[1]]
    places = next(p for p in (0, 1, 2, 3) if p == 3 or all(_is_round(v, p) for v in ticks))
    axes.set_yticks(ticks, [labels.decimal(value, places, language) for value in ticks])


def _is_round(value: float, places: int) -> bool:
    return abs(value - round(value, places)) < 1e-9


def legend_below(axes: Axes, columns: int = 2, drop: float = 0.36) -> None:
    """Put the legend under the axes, ``drop`` inches lower, where it covers nothing."""
    height = axes.get_figure(root=True).get_size_inches()[1]  # type: ignore[union-attr]
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -drop / height), ncols=columns,
                handlelength=2.2)  # fmt: skip


def shapes(**names: str) -> list[Line2D]:
    """Return legend entries that show marker shapes alone; a name ending in "_" is hollow."""
    return [
        Line2D([], [], linestyle="none", marker=MARKERS[key.rstrip("_")], color=INK, label=said,
               markerfacecolor="white" if key.endswith("_") else INK)
        for key, said in names.items()
    ]  # fmt: skip


def no_chart(key: str, language: str, **values: object) -> NoChart:
    """Return the sentence that stands where a chart cannot be drawn."""
    return NoChart(labels.label(f"chart.{key}", language, **values))
