"""Official annual trade of Kazakhstan by partner, 2010 to 2025, by source and vintage.

``data/reference/trade_official.csv`` holds every figure found, the contradictory ones too;
``data/reference/trade_series.csv`` says of each source which series it belongs to, whose
statistics it quotes and in which years it is known to be incomplete. From both comes one
:class:`TradeFigure` a row, and the rule by which one series is preferred:

the Bureau of National Statistics (final editions) from 2020, the World Bank's WITS with
Kazakhstan as reporter before; never the partner's own statistics (mirror), never a figure that
was computed from a level and a growth rate, never an excluded one.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from kzcoop.errors import LexiconError, ReferenceDataError
from kzcoop.reference.source import rows

if TYPE_CHECKING:
    import pandas as pd

REPORTER = "KAZ"
INDICATORS = ("turnover", "export", "import")
_MILLION = 1_000_000
# A statement with two significant digits or fewer («31 bn») is a rounded one.
_ROUNDED_DIGITS = 2


@dataclass(frozen=True, slots=True)
class TradeFigure:
    """One annual figure of Kazakhstan's trade with a partner, in whole US dollars.

    ``reporter`` is the country whose statistics it comes from: KAZ, or the partner's own
    (mirror). ``excluded`` gives the reason why a figure must not be used, empty where it may be.
    ``kind`` is statistics, statement (an official or the press said it) or computed.
    """

    partner: str
    year: int
    indicator: str
    value_usd: int
    reporter: str
    series: str
    kind: str
    vintage: str
    is_implied: bool
    is_incomplete: bool
    is_rounded: bool
    excluded: str
    source_name: str
    source_url: str
    note: str

    @property
    def is_mirror(self) -> bool:
        """Whether the figure comes from the partner's own statistics."""
        return self.reporter != REPORTER


@cache
def figures() -> tuple[TradeFigure, ...]:
    """Return all figures in the order of the table, excluded ones too.

    Raises
    ------
    LexiconError
        A row whose source has no line in ``trade_series.csv``.
    """
    series = {row["source_name"]: row for row in rows("trade_series")}
    return tuple(
        _figure(number, row, series) for number, row in enumerate(rows("trade_official"), 2)
    )


def preferred(partner: str, year: int, indicator: str) -> TradeFigure | None:
    """Return the figure of the preferred series, or None where it has none.

    Parameters
    ----------
    partner
        ISO 3166 alpha-3.
    year
        Calendar year.
    indicator
        turnover, export or import.
    """
    return _preferred().get((partner, year, indicator))


def preferred_years(partner: str, indicator: str) -> dict[int, TradeFigure]:
    """Return the preferred series of a partner by year, in order; empty where there is none."""
    return dict(_preferred_years().get((partner, indicator), {}))


def preferred_sum(partners: tuple[str, ...], year: int, indicator: str) -> int | None:
    """Return whole US dollars for several partners together, None where nobody has a figure.

    A partner without a figure counts as nothing, so the sum of a bloc is a lower bound.
    """
    found = [figure for code in partners if (figure := preferred(code, year, indicator))]
    return sum(figure.value_usd for figure in found) if found else None


def mirror(partner: str, year: int, indicator: str) -> TradeFigure | None:
    """Return the partner's own figure, or None: stated before computed, the more exact first."""
    return _mirrors().get((partner, year, indicator))


def partners() -> tuple[str, ...]:
    """Return the partners of which there are figures, sorted."""
    return tuple(sorted({figure.partner for figure in figures()}))


def frame() -> pd.DataFrame:
    """Return all figures as a frame, one row each, with ``is_mirror`` and ``is_preferred``.

    ``value_usd`` is in whole US dollars; ``excluded`` is empty where the figure may be used.
    """
    import pandas as pd

    chosen = set(_preferred().values())
    return pd.DataFrame(
        [
            asdict(figure) | {"is_mirror": figure.is_mirror, "is_preferred": figure in chosen}
            for figure in figures()
        ]
    )


@cache
def _preferred() -> dict[tuple[str, int, str], TradeFigure]:
    spans = {
        row["series"]: range(int(row["preferred_from"]), int(row["preferred_to"]) + 1)
        for row in rows("trade_series")
        if row["preferred_from"]
    }
    found: dict[tuple[str, int, str], TradeFigure] = {}
    for figure in figures():
        if figure.is_mirror or figure.is_implied or figure.excluded:
            continue
        if figure.year in spans.get(figure.series, ()):
            key = (figure.partner, figure.year, figure.indicator)
            if key in found:
                raise ReferenceDataError(f"trade_official.csv has two preferred figures for {key}")
            found[key] = figure
    return found


@cache
def _preferred_years() -> dict[tuple[str, str], dict[int, TradeFigure]]:
    found: dict[tuple[str, str], dict[int, TradeFigure]] = {}
    for (partner, year, indicator), figure in sorted(_preferred().items()):
        found.setdefault((partner, indicator), {})[year] = figure
    return found


@cache
def _mirrors() -> dict[tuple[str, int, str], TradeFigure]:
    found: dict[tuple[str, int, str], TradeFigure] = {}
    for figure in sorted(figures(), key=lambda figure: (figure.is_implied, figure.is_rounded)):
        if figure.is_mirror and not figure.excluded:
            found.setdefault((figure.partner, figure.year, figure.indicator), figure)
    return found


def _figure(number: int, row: dict[str, str], series: dict[str, dict[str, str]]) -> TradeFigure:
    about = series.get(row["source_name"])
    if about is None:
        problem = f"source {row['source_name']!r} has no line in trade_series.csv"
        raise LexiconError("trade_official.csv", str(number), problem)
    value = Decimal(row["value_usd_mln"])
    is_complete = row["partner"] in _items(about["complete_partners"])
    is_incomplete = row["year"] in _items(about["incomplete_years"]) and not is_complete
    return TradeFigure(
        partner=row["partner"],
        year=int(row["year"]),
        indicator=row["indicator"],
        value_usd=int((value * _MILLION).to_integral_value()),
        reporter=about["reporter"],
        series=about["series"],
        kind=about["kind"],
        vintage=about["vintage"],
        is_implied=about["is_implied"] == "yes",
        is_incomplete=is_incomplete,
        is_rounded=about["kind"] == "statement" and _significant(value) <= _ROUNDED_DIGITS,
        excluded="incomplete in its source" if is_incomplete else "",
        source_name=row["source_name"],
        source_url=row["source_url"],
        note=row["note"],
    )


def _items(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)


def _significant(value: Decimal) -> int:
    return len(str(value.normalize()).split("E")[0].replace(".", "").lstrip("-0"))
