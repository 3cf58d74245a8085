"""The page of a document: its text with every figure marked, and what was read from each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kzcoop.report.frames import Record, names
from kzcoop.report.highlight import Mark, highlighted
from kzcoop.report.labels import check, country, day, period
from kzcoop.report.links import anchor, evidence_href, linked, page_name
from kzcoop.report.page import Foot, render
from kzcoop.report.wording import Wording

_DESCRIPTION = ("title", "published", "published_earliest", "published_latest", "outlet", "url")


class Source(Protocol):
    """A document, as ``kzcoop.reading.document`` reads it."""

    @property
    def doc_id(self) -> str: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was read from one document: rows of the tables that carry its id."""

    document: Record
    claims: Sequence[Record]
    programmes: Sequence[Record]
    residue: Sequence[Record]
    findings: Sequence[Record]


def evidence_page(
    source: Source,
    extracted: Extracted,
    claim_anchors: Mapping[str, str],
    used_by: Sequence[tuple[str, str]],
    foot: Foot,
    language: str,
) -> str:
    """Return a document's evidence page.

    Parameters
    ----------
    source : Source
        The document with its text as it was received.
    extracted : Extracted
        What was read from it.
    claim_anchors : mapping of str to str
        Address of every claim of the run by its id, relative to an evidence page; a finding may
        speak of another document's claim.
    used_by : sequence of (address, title)
        The report's pages that link here.
    foot : Foot
        What the page says about its making.
    language : {"en", "ru"}
        Of the frame; the document's text stays as it is.
    """
    words = Wording(language)
    about = {**dict.fromkeys(_DESCRIPTION), **extracted.document}
    claims = [_claim_row(row, words) for row in extracted.claims]
    return render(
        "evidence.html.j2",
        language,
        "../",
        title=about.get("title") or source.doc_id,
        doc_id=source.doc_id,
        document=about,
        dated=_dated(about, words),
        text_language=about.get("language") or "ru",
        text=highlighted(source.text, marks(extracted, words)),
        claims=claims,
        programmes=[_programme_row(row, words) for row in extracted.programmes],
        residue=[_residue_row(row, words) for row in extracted.residue],
        findings=[_finding_row(row, claim_anchors, words) for row in extracted.findings],
        used_by=used_by,
        foot=foot,
    )


def _dated(document: Record, words: Wording) -> str:
    """Return the day of publication, or the days that the report itself leaves possible."""
    if document["published"]:
        return day(str(document["published"]), words.language)
    first, last = document["published_earliest"], document["published_latest"]
    if not first and not last:
        return words.undated
    ends = (day(str(each), words.language) if each else "…" for each in (first, last))
    return f"{words.undated} ({' – '.join(ends)})"


def marks(extracted: Extracted, words: Wording) -> list[Mark]:
    """Return the spans to mark in a document's text."""
    found = []
    for kind, rows in (
        ("programme", extracted.programmes),
        ("claim", extracted.claims),
        ("residue", extracted.residue),
    ):
        for row in rows:
            start, end = int(row["start"]), int(row["end"])
            name = anchor(kind, start, end)
            found.append(Mark(kind, start, end, name, _hint(kind, row, words), f"row-{name}"))
    return found


def claim_addresses(claims: Sequence[Record]) -> dict[str, str]:
    """Return the address of each claim by its id, as one evidence page links to another."""
    return {
        str(row["claim_id"]): evidence_href(str(row["doc_id"]), row["start"], row["end"], folder="")
        for row in claims
    }


def address(doc_id: str) -> str:
    """Return where a document's evidence page lies in the report."""
    return f"evidence/{page_name(doc_id)}.html"


def _hint(kind: str, row: Record, words: Wording) -> str:
    if kind == "claim":
        parts = [words.code("indicator", row["indicator"]), words.code("measure", row["measure"])]
        return f"{', '.join(parts)}: {_value(row, words)}"
    if kind == "programme":
        return f"{words.programme}: {words.code('kind', row['kind'])}"
    return f"{words.residue}: {words.code('reason', row['reason'])}"


def _value(row: Record, words: Wording, column: str = "value") -> str:
    """Return a claim's value in words: «over 24,000,000,000 USD»."""
    if row.get(column) is None:
        return words.not_stated
    number = words.number(row[column])
    if column == "value" and row.get("value_max") is not None:
        number += f"\N{EN DASH}{words.number(row['value_max'])}"
    parts = [words.code("qualifier", row["qualifier"]), number, words.code("unit", row["unit"])]
    return " ".join(part for part in parts if part)


def _claim_row(row: Record, words: Wording) -> Record:
    name = anchor("claim", row["start"], row["end"])
    printed = row.get("value_printed")
    corrected = printed is not None and printed != row.get("value")
    parties = " \N{RIGHTWARDS ARROW} ".join(
        country(part, words.language) for part in (row.get("reporter"), row.get("partner")) if part
    )
    return {
        **row,
        "anchor": name,
        "shown_value": _value(row, words),
        "shown_printed": _value(row, words, "value_printed") if corrected else None,
        "parties": ", ".join(part for part in (parties, row.get("region")) if part),
        "shown_indicator": words.code("indicator", row["indicator"]),
        "shown_measure": words.code("measure", row["measure"]),
        "shown_status": words.code("status", row["status"]),
        "when": _when(row.get("period") or row.get("deadline"), words),
        "against": _when(row.get("base_period"), words),
        "flags": [check(flag, words.language) for flag in names(row.get("flags"))],
    }


def _when(iso: str | None, words: Wording) -> str | None:
    return period(iso, words.language) if iso else None


def _programme_row(row: Record, words: Wording) -> Record:
    return {
        **row,
        "anchor": anchor("programme", row["start"], row["end"]),
        "shown_kind": words.code("kind", row["kind"]),
        "shown_partner": country(row.get("border_partner"), words.language),
        "when": _when(row.get("deadline"), words),
        "names": names(row.get("names")),
        "counts": [
            (words(key), words.number(row[key]))
            for key in ("total", "done", "remaining")
            if row.get(key) is not None
        ],
    }


def _residue_row(row: Record, words: Wording) -> Record:
    name = anchor("residue", row["start"], row["end"])
    return {**row, "anchor": name, "shown_reason": words.code("reason", row["reason"])}


def _finding_row(row: Record, claim_anchors: Mapping[str, str], words: Wording) -> Record:
    claims = [(each, claim_anchors.get(each)) for each in names(row.get("claim_ids"))]
    said = {
        name: row.get(f"{name}_{words.language}") or row.get(name) for name in ("message", "basis")
    }
    return {
        **row,
        **said,
        "basis": linked(said["basis"] or ""),
        "links": [(number, link) for number, (_, link) in enumerate(claims, start=1) if link],
        "shown_check": check(str(row["check"]), words.language),
        "shown_severity": words.code("severity", row["severity"]),
        "numbers": [
            (words(key), words.number(row[key]))
            for key in ("printed", "suggested")
            if row.get(key) is not None
        ],
    }
