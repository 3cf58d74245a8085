"""A claim, a programme, a number left over or a finding, alone: what is known of it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from kzcoop.report import labels
from kzcoop.report.display.base import (
    Shown,
    code,
    confidence,
    fields_table,
    link,
    marked,
    page,
    partner,
    safe,
    sentence,
    value,
    when,
)
from kzcoop.report.frames import Record, names

_AROUND = 400  # characters of the report shown on either side of a figure
# The fields of a claim or programme as text; those left out are in the words around it.
_TOLD = {
    "claim_id", "programme_id", "quote", "value", "value_max", "value_printed", "unit", "qualifier",
    "indicator", "measure", "status", "reporter", "partner", "region", "period", "base_period",
    "deadline", "commodity", "speaker", "kind", "border_partner", "total", "done", "remaining",
    "names", "rule", "confidence", "flags",
}  # fmt: skip


def claim(row: Record, language: str = "en") -> str:
    """Return a claim as HTML: its sentence, and how each of its fields was read."""
    said = f'<p class="kz-text" lang="ru">{sentence(row)}</p>'
    return page(said, _claim_fields(row, language))


def evidence(row: Record, text: str, document: Record, language: str = "en") -> Shown:
    """Return a claim or programme where it stands: the report's words around it, and its fields.

    Parameters
    ----------
    row
        Of the table of claims or programmes.
    text
        The report's whole text.
    document
        Its row of the table of documents.
    """
    start, end = int(row["start"]), int(row["end"])
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before = "… " if first else ""
    after = " …" if last < len(text) else ""
    kind = "claim" if "claim_id" in row else "programme"
    piece = marked(text[first:last], start - first, end - first, kind)
    fields = _claim_fields if kind == "claim" else _programme_fields
    html = page(
        heading(document, language),
        f'<p class="kz-text" lang="ru">{before}{piece}{after}</p>',
        fields(row, language),
    )
    around = " ".join(f"{before}{text[first:last]}{after}".split())
    told = {name: row[name] for name in row if name in _TOLD and row[name] not in (None, ())}
    if told.get("value_printed") == told.get("value"):
        told.pop("value_printed", None)
    lines = [f"{name:<14}{', '.join(v) if isinstance(v, tuple) else v}" for name, v in told.items()]
    return Shown("\n".join([*lines, textwrap.fill(around, 100)]), html)


def heading(document: Record, language: str) -> str:
    """Return a report's title with what is known of its origin, as HTML."""
    date = document.get("published")
    parts = [
        safe(document["doc_id"]),
        safe(labels.day(None if date is None else str(date), language)),
        safe(document["outlet"]) if document.get("outlet") else "",
        link(document.get("url")),
    ]
    told = " · ".join(part for part in parts if part)
    title = safe(document.get("title") or document["doc_id"])
    return f'<p class="kz-title" lang="ru">{title}</p><p class="kz-quiet">{told}</p>'


def programme(row: Record, language: str = "en") -> str:
    """Return a programme of checkpoints as HTML."""
    said = marked(str(row["quote"]), 0, len(str(row["quote"])), "programme")
    quote = f'<p class="kz-text" lang="ru">{said}</p>'
    return page(quote, _programme_fields(row, language))


def residue(row: Record, language: str = "en") -> str:
    """Return a number that is in no claim, and why."""
    quote = str(row["quote"])
    fields = [
        (labels.label("col.quote", language), marked(quote, 0, len(quote), "residue")),
        (labels.label("col.reason", language), code("reason", row, language)),
    ]
    return page(fields_table(f"{row['doc_id']}#{row['start']}-{row['end']}", fields))


def finding(row: Record, language: str = "en") -> str:
    """Return what a check says, on what it rests, and about which claims."""
    said = {name: row.get(f"{name}_{language}") or row.get(name) for name in ("message", "basis")}
    severity = str(row["severity"])
    fields: Sequence[tuple[str, str]] = [
        ("severity", f'<span class="{safe(severity)}">{code("severity", row, language)}</span>'),
        ("message", safe(said["message"])),
        *(
            (name, safe(labels.decimal(float(row[name]), 2, language)))
            for name in ("printed", "suggested")
            if row.get(name) is not None
        ),
        ("basis", safe(said["basis"] or "")),
        ("evidence", safe(", ".join(names(row.get("claim_ids"))))),
    ]
    heads = [(labels.label(f"col.{name}", language), shown) for name, shown in fields]
    return page(fields_table(str(row["finding_id"]), heads))


def _claim_fields(row: Record, language: str) -> str:
    printed = row.get("value_printed")
    corrected = printed is not None and printed != row.get("value")
    fields = [
        ("value", safe(value(row, language))),
        ("value_printed", safe(value(row, language, "value_printed")) if corrected else ""),
        ("indicator", code("indicator", row, language)),
        ("measure", code("measure", row, language)),
        ("status", code("status", row, language)),
        ("partner", partner(row, language)),
        ("period", when(row, "period", language)),
        ("base_period", when(row, "base_period", language)),
        ("deadline", when(row, "deadline", language)),
        ("commodity", safe(row.get("commodity") or "")),
        ("speaker", safe(row.get("speaker") or "")),
        ("confidence", confidence(row, language)),
        ("rule", f"<code>{safe(row['rule'])}</code>"),
        ("flags", safe(", ".join(names(row.get("flags"))))),
    ]
    heads = [(labels.label(f"col.{name}", language), shown) for name, shown in fields]
    return fields_table(str(row["claim_id"]), heads)


def _programme_fields(row: Record, language: str) -> str:
    counts = ", ".join(
        f"{labels.label(f'display.{name}', language)} {int(row[name])}"
        for name in ("total", "done", "remaining")
        if row.get(name) is not None
    )
    border = row.get("border_partner")
    fields = [
        ("kind", code("kind", row, language)),
        ("borders", safe(labels.country(str(border), language)) if border else ""),
        ("x_of_y", safe(counts)),
        ("names", safe(", ".join(names(row.get("names"))))),
        ("deadline", when(row, "deadline", language)),
        ("confidence", confidence(row, language)),
        ("rule", f"<code>{safe(row['rule'])}</code>"),
    ]
    heads = [(labels.label(f"col.{name}", language), shown) for name, shown in fields]
    return fields_table(str(row["programme_id"]), heads)
