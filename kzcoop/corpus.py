"""A corpus that has been read: its tables, its reports, and the way to a partner's charts."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kzcoop.display import one_line
from kzcoop.errors import NotInCorpusError
from kzcoop.reading.document import Document

if TYPE_CHECKING:
    from pandas import DataFrame

    from kzcoop.partner import Partner
    from kzcoop.report.display.base import Shown
    from kzcoop.report.explore import Explorer


@dataclass(frozen=True, repr=False)
class Tables:
    """The tables of a corpus as DataFrames; ``docs/tables.md`` describes their columns.

    ``claims.value`` is what the analysis uses; ``claims.value_printed`` is what the text says. The
    two differ only where ``data/corrections.yml`` has an entry. In a notebook the claims and the
    findings open the sentence behind each number.
    """

    claims: DataFrame
    programmes: DataFrame
    findings: DataFrame
    residue: DataFrame
    documents: DataFrame
    agenda: DataFrame
    meetings: DataFrame

    @property
    def partners(self) -> tuple[str, ...]:
        """Codes (ISO 3166 alpha-3) of the partners in the claims, the most frequent first."""
        cells = self.claims["partner"].dropna().str.split(";").explode()
        counts = cells[cells != "KAZ"].value_counts()
        return tuple(sorted(map(str, counts.index), key=lambda code: (-counts[code], code)))

    def partner(self, code: str = "ALL", as_of: str | None = None, language: str = "en") -> Partner:
        """Return what is known of a partner: its tables, and its charts as one call each.

        Parameters
        ----------
        code
            ISO 3166 alpha-3, or "ALL".
        as_of
            ISO date; what came out later is left out. By default the day of the newest report.
        language
            "en" or "ru", of the charts.

        Raises
        ------
        NotInCorpusError
            Neither the claims nor the official statistics know the partner.

        Examples
        --------
        >>> china = corpus.partner("CHN", as_of="2026-06-30")
        >>> china.name
        'China'
        >>> china.chart_trade()  # a drawing in a notebook, its numbers in a terminal
        China: turnover of $...
        """
        from kzcoop.partner import Partner

        return Partner(self, code, as_of or self.newest, language)

    @property
    def newest(self) -> str:
        """Day on which the newest report came out, ISO; of undated reports the latest possible."""
        days = self.documents["published"].fillna(self.documents["published_latest"]).dropna()
        return str(days.max()) if len(days) else "1991-12-16"

    def _repr_html_(self) -> str:
        from kzcoop.report.display.summary import corpus

        return corpus(self, self.partners)

    def __repr__(self) -> str:
        dates = self.documents["published"].dropna()
        return one_line(
            type(self).__name__, f"of {len(self.documents)} reports",
            f"{dates.min()} to {dates.max()}" if len(dates) else "undated",
            f"{len(self.claims)} claims", f"{len(self.programmes)} programmes",
            f"{len(self.findings)} findings", f"{len(self.residue)} other numbers",
            "partners " + " ".join(self.partners[:8]) if self.partners else None,
        )  # fmt: skip


@dataclass(frozen=True, repr=False)
class Corpus(Tables):
    """A corpus that was just read: its tables, and the reports that they come from.

    Examples
    --------
    >>> corpus
    <Corpus of ... reports: 2012-06-27 to ..., ... claims, ...>
    >>> corpus.partners[:3]
    ('CHN', ...)
    >>> targets = corpus.claims[corpus.claims.status == "target"]
    >>> "CHN" in set(targets.partner)
    True
    """

    reports: Mapping[str, Document]

    def document(self, doc_id: str) -> Document:
        """Return a report; a notebook shows its text with every number as it was read.

        Raises
        ------
        NotInCorpusError
            There is no report of this id; the error names the nearest.

        Examples
        --------
        >>> corpus.document("chn-2023-forty-billion")
        <Document chn-2023-forty-billion: «...», ...>
        """
        if doc_id not in self.reports:
            raise _unknown("report", doc_id, list(self.reports))
        return self.reports[doc_id]

    def evidence(self, claim_id: str, language: str = "en") -> Shown:
        """Return a claim or programme where it stands in its report, and how it was read.

        Parameters
        ----------
        claim_id
            Of the table of claims, or a ``programme_id``.
        language
            "en" or "ru", of the names of its fields.

        Raises
        ------
        NotInCorpusError
            There is no such claim; the error names the nearest.

        Examples
        --------
        >>> corpus.evidence(corpus.claims.claim_id[0])
        claim_id    ...
        quote       ...
        """
        from kzcoop.report.display import evidence
        from kzcoop.report.frames import records

        for frame, key in ((self.claims, "claim_id"), (self.programmes, "programme_id")):
            for row in records(frame[frame[key] == claim_id]):
                about = self.documents[self.documents["doc_id"] == row["doc_id"]]
                text = self.document(row["doc_id"]).text
                return evidence(row, text, records(about)[0], language)
        raise _unknown("claim", claim_id, self.claims["claim_id"].tolist())

    def explore(
        self, partner: str = "ALL", as_of: str | None = None, language: str = "en"
    ) -> Explorer:
        """Return selectors with a table, a chart and the evidence that follow them.

        It needs Jupyter; ``notebooks/explore.ipynb`` shows its use. The parameters are those of
        :meth:`partner`.
        """
        from kzcoop.report.explore import Explorer

        self.partner(partner, as_of, language)  # says what is wrong before anything is drawn
        return Explorer(self, partner, as_of or self.newest, language)


def _unknown(kind: str, name: str, known: Sequence[str]) -> NotInCorpusError:
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.3) or sorted(known)[:3]
    return NotInCorpusError(kind, name, near)
