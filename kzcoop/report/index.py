"""The report's first page: partners by topics, what the run covered, and its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kzcoop.analysis.inputs import ALL
from kzcoop.report.downloads import Downloads
from kzcoop.report.evidence import address
from kzcoop.report.execute import Outcome
from kzcoop.report.frames import Record, coverage
from kzcoop.report.labels import country, day
from kzcoop.report.page import Foot, Page, render
from kzcoop.report.wording import Wording

_FACTS = (
    ("documents", "documents"),
    ("claims", "claims"),
    ("programmes", "programmes"),
    ("findings", "findings"),
    ("residue_title", "residue"),
)


def index_page(
    pages: Sequence[Page],
    outcomes: Mapping[str, Outcome],
    rows: Mapping[str, Sequence[Record]],
    downloads: Downloads,
    foot: Foot,
    language: str,
) -> str:
    """Return the index of a report.

    Parameters
    ----------
    pages : sequence of Page
        Every page of the run, in the order of partners and notebooks.
    outcomes : mapping of str to Outcome
        What became of each page, by its path.
    rows : mapping of str to sequence of dict
        The rows of the run's tables, by the tables' names.
    downloads : Downloads
        The files of the run's tables.
    foot : Foot
        What the page says about its making.
    language : {"en", "ru"}
        Of the frame.
    """
    words = Wording(language)
    # What was read comes last: the answers are what readers come for.
    topics = sorted({page.notebook for page in pages}, key=lambda name: (name[:2] == "00", name))
    names = {page.partner: country(page.partner_code, language) for page in pages}
    partners: dict[str, dict[str, Page]] = {}
    for page in sorted(pages, key=lambda page: (page.partner_code != ALL, names[page.partner])):
        partners.setdefault(page.partner, {})[page.notebook] = page
    documents = rows["documents"]
    counts = {name: _counts(rows[name]) for name in ("claims", "findings")}
    return render(
        "index.html.j2",
        language,
        "",
        title=words.report_title,
        topics=topics,
        questions={page.notebook: outcomes[page.path].title for page in reversed(pages)},
        partners=partners,
        names=names,
        outcomes=outcomes,
        coverage=coverage(documents, words),
        facts=[(words(label), len(rows[name])) for label, name in _FACTS],
        documents=[
            {
                **row,
                "shown_day": day(row["published"], language, short=True),
                "address": address(str(row["doc_id"])),
                "claims": counts["claims"].get(row["doc_id"], 0),
                "findings": counts["findings"].get(row["doc_id"], 0),
            }
            for row in sorted(documents, key=lambda row: (row["published"] or "~", row["doc_id"]))
        ],
        downloads=downloads,
        foot=foot,
    )


def _counts(rows: Sequence[Record]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["doc_id"]] = counts.get(row["doc_id"], 0) + 1
    return counts
