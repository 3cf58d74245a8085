"""A report with all that was read from it: marks in its text, tables under it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from kzcoop.checks.finding import Finding
from kzcoop.claims.claim import Claim, Programme, Residue
from kzcoop.claims.extract import Extraction
from kzcoop.report import labels
from kzcoop.report.display import base
from kzcoop.report.display.base import code, confidence, page, partner, record, safe, when
from kzcoop.report.display.records import heading
from kzcoop.report.frames import Record
from kzcoop.report.highlight import Mark, highlighted
from kzcoop.report.links import anchor


def document(found: Extraction, findings: Sequence[Finding] = (), language: str = "en") -> str:
    """Return a report as HTML: every number marked by what it was read as, and the readings.

    A mark shows its reading under the pointer and links to its row; a row links back to the mark.
    """
    source = found.document
    about = record(source) | {"published": source.published and source.published.isoformat()}
    # Several reports may be open in one notebook: their anchors must not meet.
    digest = hashlib.sha256(source.doc_id.encode("utf-8", "surrogatepass")).hexdigest()
    ids = f"kz-{digest[:8]}-"
    counts = [
        labels.label(f"display.count_{name}", language, count=len(rows))
        for name, rows in (
            ("claims", found.claims), ("programmes", found.programmes), ("residue", found.residue),
        )
    ]  # fmt: skip
    legend = " · ".join(
        f'<mark class="{kind}">{safe(said)}</mark>'
        for kind, said in zip(("claim", "programme", "residue"), counts, strict=True)
    )
    return page(
        heading(about, language),
        f'<p class="kz-quiet">{legend}</p>',
        f'<div class="kz-text" lang="{safe(source.language)}" tabindex="0">'
        f"{highlighted(source.text, _marks(found, ids, language))}</div>",
        _claims(found.claims, ids, language),
        _programmes(found.programmes, ids, language),
        _residue(found.residue, ids, language),
        _findings(findings, language),
    )


def _marks(found: Extraction, ids: str, language: str) -> list[Mark]:
    marks = []
    for kind, rows in (
        ("programme", found.programmes), ("claim", found.claims), ("residue", found.residue),
    ):  # fmt: skip
        for row in rows:
            name = anchor(kind, row.start, row.end)
            hint = _hint(kind, record(row), language)
            marks.append(Mark(kind, row.start, row.end, ids + name, hint, f"{ids}row-{name}"))
    return marks


def _hint(kind: str, row: Record, language: str) -> str:
    if kind == "claim":
        words = [
            labels.code(name, row[name], language) for name in ("indicator", "measure", "status")
        ]
        return f"{', '.join(words)}: {base.value(row, language)}"
    name = "kind" if kind == "programme" else "reason"
    return labels.code(name, row[name], language)


def _back(kind: str, row: Record, ids: str) -> tuple[str, str]:
    """Return the id of a row, and its words as a link to their mark."""
    name = anchor(kind, row["start"], row["end"])
    words = " ".join(str(row["quote"]).split())
    words = words if len(words) <= 60 else words[:59].rstrip() + "…"
    return f"{ids}row-{name}", f'<a href="#{ids}{name}" lang="ru">{safe(words)}</a>'


def _heads(columns: Sequence[str], language: str) -> list[str]:
    return [labels.label(f"col.{name}", language) for name in columns]


def _claims(claims: Sequence[Claim], ids: str, language: str) -> str:
    columns = (
        "quote", "value", "indicator", "measure", "status", "partner", "period", "deadline",
        "confidence",
    )  # fmt: skip
    rows, names = [], []
    for row in map(record, claims):
        name, words = _back("claim", row, ids)
        names.append(name)
        rows.append([
            words, safe(base.value(row, language)), code("indicator", row, language),
            code("measure", row, language), code("status", row, language), partner(row, language),
            when(row, "period", language), when(row, "deadline", language),
            confidence(row, language),
        ])  # fmt: skip
    caption = labels.label("col.claims", language)
    kinds = ("", "kz-n", "", "", "", "kz-w", "", "", "kz-n")
    return base.table(caption, _heads(columns, language), rows, names, kinds)


def _programmes(programmes: Sequence[Programme], ids: str, language: str) -> str:
    rows, names = [], []
    for row in map(record, programmes):
        name, words = _back("programme", row, ids)
        names.append(name)
        counts = [
            f"{labels.label(f'display.{key}', language)} {row[key]}"
            for key in ("total", "done", "remaining")
            if row[key] is not None
        ]
        rows.append([
            words, code("kind", row, language), safe(", ".join(row["names"])),
            safe(", ".join(counts)), when(row, "deadline", language), confidence(row, language),
        ])  # fmt: skip
    heads = _heads(("quote", "kind", "names", "x_of_y", "deadline", "confidence"), language)
    kinds = ("", "", "kz-w", "kz-w", "", "kz-n")
    return base.table(labels.label("col.programmes", language), heads, rows, names, kinds)


def _residue(residue: Sequence[Residue], ids: str, language: str) -> str:
    rows, names = [], []
    for row in map(record, residue):
        name, words = _back("residue", row, ids)
        names.append(name)
        rows.append([words, code("reason", row, language)])
    caption = labels.label("display.residue", language)
    return base.table(caption, _heads(("quote", "reason"), language), rows, names)


def _findings(findings: Sequence[Finding], language: str) -> str:
    from kzcoop.checks.messages import localise

    rows = []
    for found in findings:
        said = record(localise(found, language))
        severity = f'<span class="{safe(found.severity)}">{code("severity", said, language)}</span>'
        rows.append([severity, safe(said["message"]), safe(said["basis"])])
    heads = _heads(("severity", "message", "basis"), language)
    caption = labels.label("display.findings", language)
    return base.table(caption, heads, rows, kinds=("", "kz-w kz-l", "kz-w kz-l"))
