"""Selectors with a table, a chart and the evidence of a claim that follow them.

What is shown are outputs of their cells like any others, updated in place: a notebook that is
opened without a kernel, or a page made of it, has those of the choice that it was stored with. An
output widget would leave nothing there.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from kzcoop.analysis.inputs import ALL, Tables, each, known_claims
from kzcoop.analysis.selection import chosen, years_of
from kzcoop.report import charts, labels
from kzcoop.report.display.base import Shown, page, safe, value
from kzcoop.report.frames import Record, records

if TYPE_CHECKING:
    from pandas import DataFrame

_number = itertools.count(1)
_QUOTE = 60
_EVERY = ""  # no restriction; None would mean to a widget that nothing is chosen


class Source(Tables, Protocol):
    """A corpus with its reports."""

    @property
    def partners(self) -> tuple[str, ...]: ...

    def evidence(self, claim_id: str, language: str = "en") -> Shown: ...


class Live:
    """A part of an explorer: shown where it is displayed, and drawn anew with each choice."""

    def __init__(self, make: Any) -> None:
        self._make, self._id, self._is_shown = make, f"kzcoop-{next(_number)}", False

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self._make(), display_id=self._id)
        self._is_shown = True

    def update(self) -> None:
        """Draw anew, wherever it was displayed."""
        from IPython.display import update_display

        if self._is_shown:
            update_display(self._make(), display_id=self._id)


class Selectors:
    """The selectors: widgets where there is a kernel, the choice in words where there is none."""

    def __init__(self, explorer: Explorer, box: Any) -> None:
        self._explorer, self._box = explorer, box

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        said, language = self._explorer.said, self._explorer.language
        static = labels.label("explore.static", language)
        bundle = dict(self._box._repr_mimebundle_())
        html = page(f"<p>{safe(said)}</p>", f'<p class="kz-quiet">{safe(static)}</p>')
        return bundle | {"text/plain": f"{said}\n{static}", "text/html": html}


class Explorer:
    """Choose a partner, an indicator, a year and a status; see what the reports say on it.

    Parameters
    ----------
    corpus
        What :func:`kzcoop.open_corpus` returned.
    partner
        Alpha-3 code or ALL, chosen at first.
    as_of
        ISO date.
    language
        "en" or "ru".

    Attributes
    ----------
    selectors, table, chart, evidence
        Each the last line of a cell of its own; the last three follow the first.

    Examples
    --------
    >>> explorer = corpus.explore("CHN")
    >>> explorer.said
    'Chosen: Partner: China; Indicator: trade turnover; Year: All; Status: All'
    >>> explorer.choose(status="target")
    >>> set(explorer.claims["status"])
    {'target'}
    """

    def __init__(self, corpus: Source, partner: str, as_of: str, language: str = "en") -> None:
        import ipywidgets as widgets

        self.corpus, self.as_of, self.language = corpus, as_of, language
        codes = [ALL, *corpus.partners]
        codes += [] if partner in codes else [partner]
        names = [(labels.country(code, language), code) for code in codes]
        self._widgets = {
            "partner": widgets.Dropdown(options=names, value=partner),
            **{name: widgets.Dropdown() for name in ("indicator", "year", "status", "claim")},
        }
        for name, widget in self._widgets.items():
            widget.description = labels.label(f"explore.{name}", language)
            widget.layout.width = "44rem" if name == "claim" else "20rem"
        choices = [self._widgets[name] for name in ("partner", "indicator", "year", "status")]
        row = widgets.HBox(choices, layout={"flex_flow": "row wrap"})
        self.selectors = Selectors(self, widgets.VBox([row, self._widgets["claim"]]))
        self.table = Live(lambda: self._or_nothing(lambda: self.claims[_COLUMNS]))
        self.chart = Live(self._chart)
        self.evidence = Live(self._evidence)
        self._busy = False
        self._offer(indicator="turnover")
        for widget in self._widgets.values():
            widget.observe(self._changed, names="value")

    def __dir__(self) -> list[str]:
        return ["chart", "choose", "claims", "evidence", "said", "selectors", "table"]

    def choose(self, **values: object) -> None:
        """Set selectors by name, as a hand would: partner, indicator, year, status, claim."""
        for name, chosen_value in values.items():
            self._widgets[name].value = chosen_value

    @property
    def said(self) -> str:
        """The choice in words."""
        parts = [
            f"{self._widgets[name].description}: {self._widgets[name].label}"
            for name in ("partner", "indicator", "year", "status")
        ]
        return f"{labels.label('explore.chosen', self.language)}: {'; '.join(parts)}"

    @property
    def claims(self) -> DataFrame:
        """The claims that fit the choice."""
        return chosen(
            self.corpus, self._value("partner"), self.as_of, self._value("indicator"),
            self._value("year"), self._value("status"),
        )  # fmt: skip

    def _value(self, name: str) -> Any:
        return self._widgets[name].value or None

    def _changed(self, change: Any) -> None:
        if self._busy:
            return
        if change["owner"] is not self._widgets["claim"]:
            self._offer()
            self.table.update()
            self.chart.update()
        self.evidence.update()

    def _offer(self, indicator: str | None = None) -> None:
        """Offer what the claims of the partner have, and keep the choice where it is among it."""
        about = known_claims(self.corpus, self._value("partner"), self.as_of)
        everything = [(labels.label("explore.all", self.language), _EVERY)]
        counts = about["indicator"].value_counts()
        names = sorted(map(str, counts.index), key=lambda name: (-counts[name], name))
        years = sorted({year for claim in each(about) for year in years_of(claim)}, reverse=True)
        self._busy = True
        try:
            for name, options, wish in (
                ("indicator", [(self._code("indicator", n), n) for n in names], indicator),
                ("year", [(str(year), year) for year in years], None),
                ("status", [(self._code("status", each), each)
                            for each in sorted(set(map(str, about["status"])))], None),
            ):  # fmt: skip
                _set(self._widgets[name], everything + options, wish or self._widgets[name].value)
            found = [(self._row(row), row["claim_id"]) for row in records(self.claims)]
            _set(self._widgets["claim"], found, self._value("claim"))
        finally:
            self._busy = False

    def _code(self, kind: str, code: str) -> str:
        return labels.code(kind, code, self.language)

    def _row(self, row: Record) -> str:
        quote = " ".join(str(row["quote"]).split())[:_QUOTE]
        when = row.get("period") or row.get("deadline")
        told = [f"«{quote}»", value(row, self.language), labels.period(when, self.language)]
        return " · ".join([*told, str(row["doc_id"])])

    def _or_nothing(self, make: Any) -> Any:
        if len(self.claims):
            return make()
        nothing = labels.label("explore.nothing", self.language)
        return Shown(nothing, page(f"<p>{safe(nothing)}</p>"))

    def _chart(self) -> Any:
        partner, indicator = self._value("partner"), self._value("indicator")
        if indicator is None:
            return charts.claims_by_year(self.corpus, partner, self.as_of, self.language)
        return charts.claims(
            self.corpus, partner, self.as_of, self.language, indicator, self._value("year"),
            self._value("status"),
        )  # fmt: skip

    def _evidence(self) -> Any:
        claim = self._value("claim")
        return self._or_nothing(lambda: self.corpus.evidence(claim, self.language))


def _set(widget: Any, options: Sequence[tuple[str, Any]], wish: Any) -> None:
    """Give a selector its options, and the wish where it is one of them, else the first."""
    values = [each for _, each in options]
    widget.options = options
    if values:
        widget.value = wish if wish in values else values[0]


_COLUMNS = [
    "claim_id", "doc_id", "sentence", "quote", "value", "value_max", "unit", "qualifier",
    "indicator", "measure", "status", "reporter", "partner", "region", "period", "deadline",
    "commodity", "confidence",
]  # fmt: skip
