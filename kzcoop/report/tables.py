"""Tables of a page: plain text that can be compared, HTML that can be read, one call each.

``show(frame, "growth.rates", language)`` gives an object that JupyterLab and the reports draw.
Every text of a cell is escaped, since it may come from a press report. A row that comes from
claims ends in links to the words that it was read from, each with its claim's id.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlsplit

import pandas as pd

from kzcoop.analysis.inputs import ALL, Evidence, is_missing, text
from kzcoop.report import labels
from kzcoop.report.cells import JOINED, NONE, SIGNS, Record, missing, remarks, written
from kzcoop.report.display.base import NO_FORMULA, Shown
from kzcoop.report.links import FROM_NOTEBOOK, evidence_href, linked
from kzcoop.report.views import RENAMED, VIEWS, kind

_TEXT_WIDTH, _QUOTE_WIDTH = 34, 40
_STATUSES = {"reached", "on course", "behind", "moving away", "cannot say"}
_FIGURES = {*"0123456789+", "\N{MINUS SIGN}", NONE, *SIGNS.values()}


class Table(Shown):
    """A table to show: ``text/plain`` is aligned columns, ``text/html`` a captioned table."""


def show(
    frame: pd.DataFrame, view: str, language: str = "en", partner: str = ALL, **values: object
) -> Table:
    """Return a table of an analysis as a page shows it.

    Parameters
    ----------
    frame
        What the analysis returned.
    view
        Key of the table in :data:`kzcoop.report.views.VIEWS`; its caption, scope and note are
        rows of ``labels.csv``.
    language
        "en" or "ru".
    partner
        Whose page it is: a column of partners that all rows share with it is left out.
    values
        What the caption, scope and note say in their placeholders, besides the country.

    Returns
    -------
    Table
        With no row it is the sentence that says so. Columns in which no row has a value are
        left out, unless their emptiness has a name of its own ("no deadline").
    """
    values["country"] = labels.country(partner, language)
    if "date" in values:
        values["date"] = labels.day(str(values["date"]), language)
    caption = labels.label(f"table.{view}.caption", language, **values)
    if frame.empty:
        nothing = labels.label("table.empty", language)
        empty = _optional(f"table.{view}.empty", language, values) or nothing
        return Table(
            f"{caption}\n{empty}",
            f"<p><strong>{escape(caption)}.</strong> {escape(empty)}</p>",
        )
    frame = frame.assign(
        **{new: frame[old] for new, old in RENAMED.items() if new in VIEWS[view] and old in frame}
    )
    sources = _Sources(frame)
    columns = [
        name
        for name in VIEWS[view]
        if _has_values(frame, name, view)
        and not (name == "partner" and partner != ALL and (frame[name] == partner).all())
    ]
    rows = [_Row(record, view, language, sources) for record in frame.to_dict("records")]
    notes = [_optional(f"table.{view}.{part}", language, values) for part in ("scope", "note")]
    notes = [note for note in (*notes, _signs(rows, columns, language)) if note]
    return Table(
        _plain(caption, columns, rows, notes, sources, language),
        _html(caption, columns, rows, notes, sources, language),
    )


def _optional(key: str, language: str, values: dict[str, object]) -> str:
    return labels.label(key, language, **values) if labels.has_label(key) else ""


def _has_values(frame: pd.DataFrame, column: str, view: str) -> bool:
    if column in JOINED or column == "doc_id":
        return True
    if column == "source":
        return "source_url" in frame and bool(frame["source_url"].map(text).notna().any())
    if column not in frame:
        return False
    if column == "why":
        return bool(frame[column].map(remarks).any())
    return missing(column, view, "en") != NONE or not bool(frame[column].map(is_missing).all())


def _signs(rows: Sequence[_Row], columns: Sequence[str], language: str) -> str:
    """Return what the signs of hedges in a table mean."""
    cells = {row.text(name)[:1] for row in rows for name in columns}
    said = [
        f"{sign} {labels.code('qualifier', hedge, language)}"
        for hedge, sign in SIGNS.items()
        if sign in cells
    ]
    return f"{labels.label('table.signs', language)}: {', '.join(said)}." if said else ""


class _Sources:
    """The named sources of a table's reference rows, numbered in order of appearance."""

    def __init__(self, frame: pd.DataFrame) -> None:
        names = [] if "source_name" not in frame else frame["source_name"].map(text).tolist()
        self.names = [str(name) for name in dict.fromkeys(names) if name is not None]

    def mark(self, record: Record) -> str:
        """Return the number of a record's source, its host where the source has no name."""
        if text(record.get("source_url")) is None:
            return NONE
        name = text(record.get("source_name"))
        if name is not None:
            return f"[{self.names.index(name) + 1}]"
        return urlsplit(str(record["source_url"])).netloc.split(":")[0].removeprefix("www.")

    def lines(self) -> list[str]:
        return [f"[{at}] {name}" for at, name in enumerate(self.names, start=1)]


class _Row:
    """One record of a frame, written cell by cell."""

    def __init__(self, record: Record, view: str, language: str, sources: _Sources) -> None:
        self.record, self.view, self.language, self.sources = record, view, language, sources

    def text(self, column: str) -> str:
        """Return a cell as text."""
        if column == "evidence":
            return ", ".join(item.claim_id for item in self.record[column]) or NONE
        if column == "source":
            return self.sources.mark(self.record)
        return written(self.record, column, self.view, self.language)

    def html(self, column: str) -> str:
        """Return a cell as HTML, everything in it escaped."""
        if column == "evidence":
            return ", ".join(map(_evidence_link, self.record["evidence"])) or NONE
        if column == "doc_id":
            return _evidence_link(self.record["evidence"][0])
        shown = escape(self.text(column))
        if column == "basis":
            return linked(self.text(column))
        address = text(self.record.get("source_url")) if column == "source" else None
        if address and address.startswith(("https://", "http://")):
            return f'<a href="{escape(address)}">{shown}</a>'
        value = self.record.get(column)
        if kind(column) == "status" and value in _STATUSES:
            return f'<span class="status {str(value).replace(" ", "-")}">{shown}</span>'
        return shown


def _evidence_link(item: Evidence) -> str:
    """Return a link to a figure's sentence: its words to see, its claim's id to copy."""
    if item.start < 0:
        address = escape(evidence_href(item.doc_id, folder=FROM_NOTEBOOK))
        return f'<a href="{address}">{escape(item.claim_id)}</a>'
    address = escape(evidence_href(item.doc_id, item.start, item.end, item.kind, FROM_NOTEBOOK))
    words = _cut(" ".join(item.quote.split()), _QUOTE_WIDTH)
    words = words if words.startswith("«") else f"«{words}»"
    known = escape(item.claim_id)
    hidden = f'<span class="unseen"> {known}</span>'
    return f'<a href="{address}" title="{known}">{escape(words)}</a>{hidden}'


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"


def _head(column: str, language: str) -> str:
    return labels.label(f"col.{column}", language)


def _plain(
    caption: str, columns: Sequence[str], rows: Sequence[_Row], notes: Sequence[str],
    sources: _Sources, language: str,
) -> str:  # fmt: skip
    cells = [[_head(name, language) for name in columns]]
    cells += [[_short(row.text(name), name) for name in columns] for row in rows]
    widths = [max(len(line[at]) for line in cells) for at in range(len(columns))]
    right = [all(line[at][:1] in _FIGURES for line in cells[1:]) for at in range(len(columns))]
    lines = [
        "  ".join(
            cell.rjust(width) if is_right else cell.ljust(width)
            for cell, width, is_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in cells
    ]
    lines.insert(1, "-" * min(max(map(len, lines)), 100))
    lines += sources.lines() if "source" in columns else []
    return "\n".join([caption, *lines, *notes])


def _short(cell: str, column: str) -> str:
    """Return a cell cut to a width at which lines can be compared by eye, ids whole."""
    return cell if column in {"evidence", "claim_id"} else _cut(cell, _TEXT_WIDTH)


def _html(
    caption: str, columns: Sequence[str], rows: Sequence[_Row], notes: Sequence[str],
    sources: _Sources, language: str,
) -> str:  # fmt: skip
    head = "".join(f'<th scope="col">{escape(_head(name, language))}</th>' for name in columns)
    body = "\n".join(_html_row(row, columns) for row in rows)
    parts = [
        f'<table class="{NO_FORMULA}">\n<caption>{escape(caption)}</caption>',
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>",
    ]
    if "source" in columns and sources.names:
        listed = f"{labels.label('table.sources', language)}: {'; '.join(sources.lines())}"
        notes = [*notes, listed]
    parts += [f'<p class="quiet {NO_FORMULA}">{escape(note)}</p>' for note in notes]
    return "\n".join(parts)


def _html_row(row: _Row, columns: Sequence[str]) -> str:
    first, *rest = columns
    cells = f'<th scope="row">{row.html(first)}</th>'
    cells += "".join(f"<td>{row.html(name)}</td>" for name in rest)
    return f"<tr>{cells}</tr>"
