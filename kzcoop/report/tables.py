"""Tables of a page: plain text that can be compared, HTML that can be read, one call each.

``show(frame, "growth.rates", language)`` gives an object that JupyterLab and the reports draw.
Every text of a cell is escaped, since it may come from a press report. A row that comes from
claims ends in links to the sentences that it was read from.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from kzcoop.analysis.inputs import ALL, Evidence, is_missing, items, number, text
from kzcoop.report import labels
from kzcoop.report.links import evidence_href
from kzcoop.report.views import NO_WORD_FOR_DEADLINE, VIEWS, kind

_NONE = "–"
_TEXT_WIDTH = 34
_STATUSES = {"reached", "on course", "behind", "moving away", "cannot say"}
_FIGURES = {*"0123456789+", "\N{MINUS SIGN}", _NONE}
_NUMERIC = {"two", "one", "signed", "year", "int", "auto", "quantity"}


class Table:
    """A table to show: ``text/plain`` is aligned columns, ``text/html`` a captioned table."""

    def __init__(self, plain: str, html: str) -> None:
        self.plain, self.html = plain, html

    def __repr__(self) -> str:
        return self.plain

    def _repr_html_(self) -> str:
        return self.html


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
    sources = _Sources(frame)
    columns = [
        name
        for name in VIEWS[view]
        if _has_values(frame, name, view)
        and not (name == "partner" and partner != ALL and (frame[name] == partner).all())
    ]
    rows = [_Row(record, view, language, sources) for record in frame.to_dict("records")]
    notes = [_optional(f"table.{view}.scope", language, values)]
    notes.append(_optional(f"table.{view}.note", language, values))
    return Table(
        _plain(caption, columns, rows, [note for note in notes if note], sources, language),
        _html(caption, columns, rows, [note for note in notes if note], sources, language),
    )


def _optional(key: str, language: str, values: dict[str, object]) -> str:
    return labels.label(key, language, **values) if labels.has_label(key) else ""


def _has_values(frame: pd.DataFrame, column: str, view: str) -> bool:
    if column == "source":
        return "source_url" in frame and bool(frame["source_url"].map(text).notna().any())
    if column not in frame:
        return False
    if _missing(column, view, "en") != _NONE or column == "doc_id":
        return True
    if kind(column) == "code:qualifier":
        return bool((frame[column] != "exact").any())
    return not bool(frame[column].map(is_missing).all())


class _Sources:
    """The named sources of a table's reference rows, numbered in order of appearance."""

    def __init__(self, frame: pd.DataFrame) -> None:
        names = [] if "source_name" not in frame else frame["source_name"].map(text).tolist()
        self.names = [str(name) for name in dict.fromkeys(names) if name is not None]

    def mark(self, record: dict[Any, Any]) -> str:
        """Return the number of a record's source, its host where the source has no name."""
        name = text(record.get("source_name"))
        if name is not None:
            return f"[{self.names.index(name) + 1}]"
        return urlsplit(str(record["source_url"])).netloc.split(":")[0].removeprefix("www.")

    def lines(self) -> list[str]:
        return [f"[{at}] {name}" for at, name in enumerate(self.names, start=1)]


class _Row:
    """One record of a frame, written cell by cell."""

    def __init__(self, record: dict[Any, Any], view: str, language: str, sources: _Sources) -> None:
        self.record, self.view, self.language, self.sources = record, view, language, sources

    def text(self, column: str) -> str:
        """Return a cell as text, the word for its emptiness where it is missing."""
        value = self.record.get("source_url" if column == "source" else column)
        if column == "evidence":
            return ", ".join(item.claim_id for item in value or ()) or _NONE
        if is_missing(value):
            return _missing(column, self.view, self.language)
        if column == "source":
            return self.sources.mark(self.record)
        return _written(value, column, self.record, self.language)

    def html(self, column: str) -> str:
        """Return a cell as HTML, everything in it escaped."""
        if column == "evidence":
            return ", ".join(map(_evidence_link, self.record["evidence"])) or _NONE
        if column == "doc_id":
            return _evidence_link(self.record["evidence"][0])
        shown = escape(self.text(column))
        address = text(self.record.get("source_url")) if column == "source" else None
        if address and address.startswith(("https://", "http://")):
            return f'<a href="{escape(address)}">{shown}</a>'
        value = self.record.get(column)
        if kind(column) == "status" and value in _STATUSES:
            return f'<span class="status {str(value).replace(" ", "-")}">{shown}</span>'
        return shown


def _missing(column: str, view: str, language: str) -> str:
    """Return the word for an empty cell: "no deadline" and "undated" are not the same nothing."""
    key = f"missing.{column}"
    if column == "deadline" and view in NO_WORD_FOR_DEADLINE:
        return _NONE
    return labels.label(key, language) if labels.has_label(key) else _NONE


def _evidence_link(item: Evidence) -> str:
    whole = item.start < 0
    address = (
        evidence_href(item.doc_id)
        if whole
        else evidence_href(item.doc_id, item.start, item.end, item.kind)
    )
    return f'<a href="{escape(address)}">{escape(item.claim_id)}</a>'


def _written(value: Any, column: str, record: dict[Any, Any], language: str) -> str:
    how = kind(column)
    if how == "country":
        return labels.country(str(value), language)
    if how.startswith("code:"):
        return labels.code(how[5:], str(value), language) or _NONE
    if how.startswith("codes:"):
        return ", ".join(labels.code(how[6:], part, language) for part in items(value))
    if how in {"word", "status"}:
        return "; ".join(_word(part, language) for part in str(value).split("; "))
    if how in {"day", "period", "months"}:
        write = {"day": labels.day, "period": labels.period, "months": labels.month_run}[how]
        return write(str(value), language)
    if how == "bool":
        return labels.label("bool.yes" if value else "bool.no", language)
    if how == "names":
        return ", ".join(items(value))
    if how == "quote":
        return f"«{' '.join(str(value).split())}»"
    if how == "stage":
        return labels.label(f"stage.{value}", language)
    if how == "quantity":
        return _quantity(float(value), column, record, language)
    if column == "unit":
        return labels.word(labels.code("unit", str(value), language), language)
    return _numeric(value, how, language)


def _quantity(value: float, column: str, record: dict[Any, Any], language: str) -> str:
    unit = str(record.get("unit") or "count")
    shown = labels.quantity(value, unit, language)
    upper = number(record.get("value_max")) if column == "value" else None
    return shown if upper is None else f"{shown} – {labels.quantity(upper, unit, language)}"


def _word(value: str, language: str) -> str:
    """Return a word of the analysis; "residue: date" is a word and a code."""
    first, colon, reason = value.partition(": ")
    if colon:
        return f"{labels.word(first, language)}: {labels.code('reason', reason, language)}"
    return labels.word(value, language)


def _numeric(value: Any, how: str, language: str) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    amount = number(value)
    if amount is None:
        return _NONE
    if how == "year":
        return str(int(amount))
    if how == "auto":
        how = "int" if float(amount).is_integer() else "two"
    places = {"two": 2, "one": 1, "signed": 1, "int": 0}[how]
    return labels.decimal(amount, places, language, sign=how == "signed")


def _head(column: str, language: str) -> str:
    return labels.label(f"col.{column}", language)


def _plain(
    caption: str, columns: Sequence[str], rows: Sequence[_Row], notes: Sequence[str],
    sources: _Sources, language: str,
) -> str:  # fmt: skip
    cells = [[_head(name, language) for name in columns]]
    cells += [[_short(row.text(name), name) for name in columns] for row in rows]
    widths = [max(len(line[at]) for line in cells) for at in range(len(columns))]
    right = [
        kind(name) in _NUMERIC and all(line[at][:1] in _FIGURES for line in cells[1:])
        for at, name in enumerate(columns)
    ]
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
    """Return a cell cut to a width at which lines can be compared by eye."""
    if column in {"evidence", "claim_id"} or len(cell) <= _TEXT_WIDTH:
        return cell
    return cell[: _TEXT_WIDTH - 1].rstrip() + "…"


def _html(
    caption: str, columns: Sequence[str], rows: Sequence[_Row], notes: Sequence[str],
    sources: _Sources, language: str,
) -> str:  # fmt: skip
    head = "".join(f'<th scope="col">{escape(_head(name, language))}</th>' for name in columns)
    body = "\n".join(_html_row(row, columns) for row in rows)
    parts = [
        f"<table>\n<caption>{escape(caption)}</caption>",
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>",
    ]
    parts += [f'<p class="quiet">{escape(note)}</p>' for note in notes]
    if "source" in columns and sources.names:
        title = labels.label("table.sources", language)
        parts.append(f'<p class="quiet">{escape(title)}: {escape("; ".join(sources.lines()))}</p>')
    return "\n".join(parts)


def _html_row(row: _Row, columns: Sequence[str]) -> str:
    first, *rest = columns
    cells = f'<th scope="row">{row.html(first)}</th>'
    cells += "".join(f"<td>{row.html(name)}</td>" for name in rest)
    return f"<tr>{cells}</tr>"
