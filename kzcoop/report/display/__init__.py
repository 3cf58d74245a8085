"""Records as HTML that stands alone: in JupyterLab, light or dark, and in a page made of it.

Reports hold anything, so every text is escaped; no script, no address that is fetched. The style
comes with each display, in JupyterLab's own colours where there are any.
"""

from __future__ import annotations

from kzcoop.checks.finding import Finding
from kzcoop.checks.messages import localise
from kzcoop.checks.run import run_checks
from kzcoop.claims.claim import Claim, Programme, Residue
from kzcoop.claims.extract import Extraction, extract
from kzcoop.display import Displayed
from kzcoop.reading.document import Document
from kzcoop.report.display.base import record
from kzcoop.report.display.document import document
from kzcoop.report.display.records import claim, evidence, finding, programme, residue

__all__ = ["evidence", "html"]


def html(shown: Displayed, language: str = "en") -> str:
    """Return a record as HTML.

    A report is read for it: that takes a millisecond, and it shows what the rules of today read.

    Parameters
    ----------
    shown
        A document, extraction, claim, programme, number left over, or finding.
    language
        "en" or "ru", of the labels; the report's words stay as they are.
    """
    match shown:
        case Document() | Extraction():
            found = extract(shown) if isinstance(shown, Document) else shown
            checked = run_checks(
                found.claims,
                found.programmes,
                [found.document],
                {found.document.doc_id: found.bounds},
            )
            return document(found, checked, language)
        case Claim():
            return claim(record(shown), language)
        case Programme():
            return programme(record(shown), language)
        case Residue():
            return residue(record(shown), language)
        case Finding():
            return finding(record(localise(shown, language)), language)
    raise TypeError(f"no display for {type(shown).__name__}")
