"""A partner of Kazakhstan in a corpus: its tables, and its charts as one call each."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from kzcoop.analysis.inputs import ALL, Tables, items
from kzcoop.display import one_line
from kzcoop.errors import NotInCorpusError

if TYPE_CHECKING:
    from pandas import DataFrame

    from kzcoop.report.charts import Chart, NoChart


class Source(Tables, Protocol):
    """The tables of a corpus, and the partners in them."""

    @property
    def partners(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, repr=False)
class Partner:
    """What a corpus and the official statistics say about trade with one partner, or with ALL.

    Tables are DataFrames; ``chart_…`` draws one chart, or says in a sentence why there is none.
    Everything is as it was known on ``as_of``.

    Parameters
    ----------
    corpus
        What :func:`kzcoop.open_corpus` returned.
    code
        ISO 3166 alpha-3, or "ALL".
    as_of
        ISO date.
    language
        "en" or "ru", of the charts.

    Raises
    ------
    NotInCorpusError
        Neither the claims nor the official statistics know the partner.

    Examples
    --------
    >>> china = corpus.partner("CHN", as_of="2026-06-30")
    >>> china
    <Partner CHN: China, as of 2026-06-30, ... claims, ... reports, ...>
    >>> china.growth().columns[:2].tolist()
    ['indicator', 'year']
    >>> china.chart_targets()
    China: ...
    """

    corpus: Source
    code: str
    as_of: str
    language: str = "en"

    def __post_init__(self) -> None:
        from kzcoop.analysis.official import partners_with_data

        date.fromisoformat(self.as_of)  # «June 2026» fails here and not in a comparison of texts
        known = {*self.corpus.partners, *partners_with_data(), ALL}
        if not items(self.code) or not known.issuperset(items(self.code)):
            names = {self._named(code): code for code in sorted(known)}
            near = difflib.get_close_matches(self.code, [*names, *known], n=3, cutoff=0.5)
            raise NotInCorpusError("partner", self.code, [names.get(each, each) for each in near])

    def _named(self, code: str) -> str:
        from kzcoop.report.labels import country

        return country(code, self.language)

    @property
    def name(self) -> str:
        """Name of the country in the language of the charts."""
        return self._named(self.code)

    @property
    def claims(self) -> DataFrame:
        """The claims about this partner, one row a claim, with the day of their report."""
        from kzcoop.analysis.inputs import known_claims

        return known_claims(self.corpus, self.code, self.as_of)

    @property
    def findings(self) -> DataFrame:
        """What the checks say about these claims."""
        mine = set(self.claims["claim_id"])
        about = [not mine.isdisjoint(items(cell)) for cell in self.corpus.findings["claim_ids"]]
        return self.corpus.findings[about].reset_index(drop=True)

    @property
    def documents(self) -> DataFrame:
        """The reports that have a claim or programme about this partner, oldest first."""
        from kzcoop.analysis.corpus import documents

        return documents(self.corpus, self.code, self.as_of)

    def growth(self) -> DataFrame:
        """Return official trade of the last year and its growth over 1, 3, 5 and 10 years.

        One row an indicator; ``value_usd_bn`` in billion US dollars, growth in per cent a year.
        """
        from kzcoop.analysis.growth import rates

        return rates(self.code, self.as_of)

    def announced(self) -> DataFrame:
        """Return announced levels of trade beside the official ones, with a verdict on each."""
        from kzcoop.analysis.agreement import levels

        return levels(self.corpus, self.code, self.as_of)

    def targets(self) -> DataFrame:
        """Return the standing targets: gap, growth observed and required, status."""
        from kzcoop.analysis.targets import gaps

        return gaps(self.corpus, self.code, self.as_of)

    def programmes(self) -> DataFrame:
        """Return the programmes of checkpoints: x of y, names, deadline, state."""
        from kzcoop.analysis.checkpoints import programmes

        return programmes(self.corpus, self.code, self.as_of)

    def chart_trade(self) -> Chart | NoChart:
        """Draw official trade year by year with the announced levels on it."""
        from kzcoop.report import charts

        return charts.trade(self.corpus, self.code, self.as_of, self.language)

    def chart_targets(self) -> Chart | NoChart:
        """Draw the way to each target: what was, what is required, what past growth allows."""
        from kzcoop.report import charts

        return charts.target_paths(self.corpus, self.code, self.as_of, self.language)

    def chart_claims(
        self, indicator: str = "turnover", year: int | None = None, status: str | None = None
    ) -> Chart | NoChart:
        """Draw what reports say on an indicator, by the year that they say it of.

        Parameters
        ----------
        indicator
            turnover, export, import, freight, …: a value of ``claims.indicator``.
        year
            Only what is said of this year; None is all.
        status
            actual, target, potential or planned; None is all.

        Examples
        --------
        >>> corpus.partner("CHN").chart_claims("freight")
        China, freight: ...
        """
        from kzcoop.report import charts

        return charts.claims(
            self.corpus, self.code, self.as_of, self.language, indicator, year, status
        )

    def chart_timeline(self) -> Chart | NoChart:
        """Draw the programmes of checkpoints from their report to their deadline."""
        from kzcoop.report import charts

        return charts.timeline(self.corpus, self.code, self.as_of, self.language)

    def chart_posts(self) -> Chart | NoChart:
        """Draw the road posts of the border with their state."""
        from kzcoop.report import charts

        return charts.posts(self.corpus, self.code, self.as_of, self.language)

    def chart_projects(self) -> Chart | NoChart:
        """Draw the value of joint projects by stage."""
        from kzcoop.report import charts

        return charts.joint_projects(self.corpus, self.code, self.as_of, self.language)

    def chart_coverage(self) -> Chart | NoChart:
        """Draw how many claims the reports of each year have."""
        from kzcoop.report import charts

        return charts.claims_by_year(self.corpus, self.code, self.as_of, self.language)

    def _counts(self) -> dict[str, int]:
        claims = self.claims
        return {
            "claims": len(claims), "reports": int(claims["doc_id"].nunique()),
            "programmes": len(self.programmes()), "targets": len(self.targets()),
        }  # fmt: skip

    def _repr_html_(self) -> str:
        from kzcoop.report.display.summary import partner

        charts = [name for name in dir(self) if name.startswith("chart_")]
        told = [("as of", self.as_of), *self._counts().items()]
        return partner(f"{self.name} ({self.code})", told, charts)

    def __repr__(self) -> str:
        counts = [f"{count} {name}" for name, count in self._counts().items()]
        return one_line("Partner", self.code, self.name, f"as of {self.as_of}", *counts)
