"""What all displays share: safe text, the frame with its style, tables, a value in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from kzcoop.report import labels
from kzcoop.report.frames import Record
from kzcoop.report.highlight import highlighted

NONE = "–"
# Front ends take what stands between two dollar signs for a formula unless a class forbids it.
NO_FORMULA = "tex2jax_ignore mathjax_ignore"


class Shown:
    """Something to show: HTML for a notebook, text for a terminal and for comparison."""

    def __init__(self, plain: str, html: str) -> None:
        self.plain, self.html = plain, html

    def __repr__(self) -> str:
        return self.plain

    def _repr_html_(self) -> str:
        return self.html


@cache
def _style() -> str:
    return Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def safe(text: object) -> str:
    """Return any text as HTML, for an element or a quoted attribute.

    >>> safe('<b> & "c"')
    '&lt;b&gt; &amp; &quot;c&quot;'
    """
    return highlighted(str(text), ()).replace('"', "&quot;").replace("'", "&#x27;")


def page(*parts: str) -> str:
    """Return a display: its parts with the style that they need, so that each stands alone."""
    inside = "\n".join(part for part in parts if part)
    return f'<div class="kz {NO_FORMULA}"><style>{_style()}</style>\n{inside}\n</div>'


def table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], ids: Sequence[str] = (),
    kinds: Sequence[str] = (),
) -> str:  # fmt: skip
    """Return a table of cells that are HTML already; a column in which no row has one is left out.

    Parameters
    ----------
    caption, heads
        Plain text.
    rows
        The first cell of each is its head; "" is an empty cell.
    ids
        Of the rows, where something links to them.
    kinds
        Class of each column: "kz-n" is a number, "kz-w" a long text.
    """
    if not rows:
        return ""
    kept = [at for at in range(len(heads)) if at == 0 or any(row[at] for row in rows)]
    lines = []
    for number, row in enumerate(rows):
        name = f' id="{safe(ids[number])}"' if ids else ""
        cells = f'<th scope="row">{row[0] or NONE}</th>'
        cells += "".join(f"<td{_class(kinds, at)}>{row[at] or NONE}</td>" for at in kept[1:])
        lines.append(f"<tr{name}>{cells}</tr>")
    head = "".join(
        f'<th scope="col"{_class(kinds, at, "kz-n")}>{safe(heads[at])}</th>' for at in kept
    )
    return (
        f'<div class="kz-scroll"><table><caption>{safe(caption)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n" + "\n".join(lines) + "\n</tbody></table></div>"
    )


def _class(kinds: Sequence[str], at: int, only: str = "") -> str:
    name = kinds[at] if kinds else ""
    return f' class="{name}"' if name and only in ("", name) else ""


def fields_table(caption: str, fields: Sequence[tuple[str, str]]) -> str:
    """Return what is known of one record, a row a field; the values are HTML already."""
    rows = "\n".join(
        f'<tr><th scope="row">{safe(name)}</th><td class="kz-w">{value}</td></tr>'
        for name, value in fields
        if value
    )
    return f"<table><caption>{safe(caption)}</caption>\n<tbody>\n{rows}\n</tbody></table>"


def record(item: Any) -> Record:
    """Return a dataclass record as the plain row that a table of it would have."""
    return {
        name: float(value) if isinstance(value, Decimal) else value
        for name, value in asdict(item).items()
    }


def marked(text: str, start: int, end: int, kind: str = "claim") -> str:
    """Return a text as HTML with the characters [start, end) marked."""
    return (
        f"{safe(text[:start])}<mark class=\"{kind}\">{safe(text[start:end])}</mark>"
        f"{safe(text[end:])}"
    )  # fmt: skip


def sentence(row: Record) -> str:
    """Return a claim's sentence with its words marked, where they stand in it once."""
    said, words = str(row["sentence"]), str(row["quote"])
    if said.count(words) != 1:  # «на 5%, … на 5%»: which of them is not known here
        return safe(said)
    start = said.index(words)
    return marked(said, start, start + len(words))


def value(row: Record, language: str, column: str = "value") -> str:
    """Return a claim's value in words, as text.

    >>> value({"value": 24e9, "unit": "USD", "qualifier": "over", "value_max": None}, "en")
    'over 24 bn USD'
    >>> value({"value": 2e9, "unit": "USD", "value_max": 3e9}, "en")
    '2–3 bn USD'
    """
    shown = labels.quantity(float(row[column]), str(row["unit"]), language)
    if column == "value" and row.get("value_max") is not None:
        upper = labels.quantity(float(row["value_max"]), str(row["unit"]), language)
        number, _, unit = shown.partition(" ")
        shown = f"{number if upper.endswith(f' {unit}') else shown}–{upper}"
    hedge = labels.code("qualifier", str(row.get("qualifier") or "exact"), language)
    return f"{hedge} {shown}" if hedge else shown


def opened(row: Record, language: str) -> str:
    """Return a claim's value, which shows its sentence under the pointer and when opened."""
    said = " ".join(str(row["sentence"]).split())
    return (
        f'<details><summary title="{safe(said)}">{safe(value(row, language))}</summary>'
        f'<span lang="ru">{sentence(row)}</span></details>'
    )


def code(kind: str, row: Record, language: str) -> str:
    """Return the word for a code of a row as HTML, "" where it is missing."""
    return safe(labels.code(kind, str(row[kind]), language)) if row.get(kind) else ""


def when(row: Record, column: str, language: str) -> str:
    """Return a period or deadline of a row as HTML, "" where it is missing."""
    return safe(labels.period(str(row[column]), language)) if row.get(column) else ""


def partner(row: Record, language: str) -> str:
    """Return whose figure it is with whom, as HTML; Kazakhstan as reporter goes without saying."""
    codes = [str(row["partner"])] if row.get("partner") else []
    reporter = row.get("reporter")
    if reporter not in (None, "KAZ"):
        # The analysis files a partner's own figures under the partner.
        codes = [str(reporter), *(["KAZ"] if codes == [reporter] else codes)]
    told = " – ".join(labels.country(code, language) for code in codes)
    return safe(f"{told}, {row['region']}" if told and row.get("region") else told)


def confidence(row: Record, language: str) -> str:
    """Return a share from 0 to 1 with two decimals, as HTML."""
    return safe(labels.decimal(float(row["confidence"]), 2, language))


def link(address: object) -> str:
    """Return a link shown by its host, "" for what is no address of the web.

    >>> link("javascript:alert(1)")
    ''
    """
    text = str(address or "")
    if not text.startswith(("https://", "http://")):
        return ""
    try:
        host = urlsplit(text).netloc.removeprefix("www.")
    except ValueError:  # "http://[" is no address
        return ""
    return f'<a href="{safe(text)}" rel="noopener noreferrer">{safe(host)}</a>' if host else ""
