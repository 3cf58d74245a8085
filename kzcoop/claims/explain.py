"""Shows how a number was read: its mentions, the candidates with their features, the winner.

Works on what the stages themselves made: nothing is linked a second time by other rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

from kzcoop.claims.claim import Claim, Programme, Residue
from kzcoop.claims.confidence import evidence, table
from kzcoop.claims.extract import Extraction, Linked, extract, read
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.indicator_score import Candidate, weights
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.errors import InputError
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.quantity import Quantity
from kzcoop.reading.document import Document

_REASONS = {
    "date": "it dates something",
    "ordinal": "it numbers an event or ranks what is not counted here",
    "name": "it is part of a name, a number of a document or a code",
    "contact": "it is part of a telephone number or an address",
    "markup": "it is left over from the page's markup",
    "duration": "it is a duration",
    "out_of_scope": "it counts or measures what is out of scope",
    "unread": "it could not be read",
}
_HIDDEN = ("claim_id", "doc_id", "start", "end", "quote", "sentence", "flags")
_WIDTH = 14


def explain(document: Document, where: int | str) -> str:
    """Return, as text, how the number at a place of a document was read.

    Parameters
    ----------
    document
        The report.
    where
        A character of its text, counted as in the tables, or a claim's id.

    Raises
    ------
    InputError
        No number stands there.
    """
    linked, found = read(document), extract(document)
    kept = [one for one in linked.drafts if not one.rejected]
    claims = dict(zip(found.claims, kept, strict=True))
    claim = next((c for c in claims if c.claim_id == where or _covers(c, where)), None)
    if claim is not None:
        lines = _of_claim(document, linked, claim, claims[claim])
    else:
        lines = _of_other(document, linked, found, where)
    around = [p for p in found.programmes if _covers(p, claim.start if claim else where)]
    lines += [line for programme in around for line in _of_programme(programme)]
    return "\n".join(lines) + "\n"


def _covers(row: Claim | Programme | Residue, where: int | str) -> bool:
    return isinstance(where, int) and row.start <= where < row.end


def _of_claim(document: Document, linked: Linked, claim: Claim, one: Draft) -> list[str]:
    told = [
        _line(field.name, getattr(claim, field.name))
        for field in fields(claim)
        if field.name not in _HIDDEN and getattr(claim, field.name) not in (None, ())
    ]
    return [
        f"claim {claim.claim_id}", *_context(document, linked.mentions.tokens, one), "", *told, "",
        *_mentions(linked.mentions.tokens, one.sentence), "", *_candidates(one), "",
        *_trace(one), "", *_confidence(one),
    ]  # fmt: skip


def _of_other(document: Document, linked: Linked, found: Extraction, where: int | str) -> list[str]:
    """A number that is no claim: in the residue, in a programme alone, or not there at all."""
    residue = next((r for r in found.residue if _covers(r, where)), None)
    if residue is None:
        if any(_covers(programme, where) for programme in found.programmes):
            return [f"character {where} is in no claim and in no residue"]
        raise InputError(
            document.path or document.doc_id, f"no number is at {where}", _nearest(found, where)
        )
    tokens = linked.mentions.tokens
    lines = [
        f"residue {document.doc_id}#{residue.start}-{residue.end}",
        _line("reason", f"{residue.reason}: {_REASONS.get(residue.reason, '')}"),
    ]
    span = range(residue.start, residue.end)
    period = next((p for p in linked.mentions.periods if tokens.start[p.first] in span), None)
    one = next((d for d in linked.drafts if d.rejected and tokens.start[d.at] in span), None)
    if one is not None:
        lines += [*_context(document, tokens, one), "", *_mentions(tokens, one.sentence), ""]
        return [*lines, *_candidates(one), "", *_trace(one)]
    if period is not None:
        lines.append(
            _line("period", f"{period.role} {period.value or 'open: no date resolves it'}")
        )
    left = document.text[max(0, residue.start - 60) : residue.start]
    right = document.text[residue.end : residue.end + 60]
    return [*lines, _line("text", _flat(f"{left}[{residue.quote}]{right}"))]


def _nearest(found: Extraction, where: int | str) -> str:
    rows: list[Claim | Residue] = [*found.claims, *found.residue]
    if not rows:
        return "The document holds no number"
    if isinstance(where, str):
        return f"A claim's id looks like {rows[0].doc_id}#{rows[0].start}-{rows[0].end}"
    near = min(rows, key=lambda row: max(row.start - where, where - row.end))
    return f"The nearest is «{near.quote}» at {near.start}"


def _of_programme(programme: Programme) -> list[str]:
    told = [
        _line(field.name, getattr(programme, field.name))
        for field in fields(programme)
        if field.name not in ("programme_id", "doc_id", "start", "end")
        and getattr(programme, field.name) not in (None, ())
    ]
    return ["", f"programme {programme.programme_id}", *told]


def _line(name: str, value: object) -> str:
    shown = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    if isinstance(value, Decimal):
        shown = _figure(value)
    return f"  {name:{_WIDTH}}{_flat(shown)}"


def _figure(value: Decimal) -> str:
    return f"{value:,f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _context(document: Document, tokens: Tokens, one: Draft) -> list[str]:
    left, right = tokens.span(one.sentence.number)
    start, end = tokens.start[one.first], tokens.end[one.last - 1]
    text = document.text
    return ["  " + _flat(f"{text[left:start]}[{text[start:end]}]{text[end:right]}")]


def _mentions(tokens: Tokens, sentence: Sentence) -> list[str]:
    """The mentions of the sentence, each with what it means."""
    groups: list[tuple[str, Iterable[tuple[int, int, str]]]] = [
        ("quantity", ((q.first, q.last, _amount(q)) for q in sentence.quantities)),
        ("period", ((p.first, p.last, f"{p.role} {p.value or 'open'}") for p in sentence.periods)),
        ("place", ((p.first, p.last, f"{p.kind} {';'.join(p.codes)} {p.name or ''}")
                   for p in sentence.places)),
        ("indicator", map(_told, sentence.indicators)),
        ("cue", map(_told, sentence.cues)),
    ]  # fmt: skip
    lines = ["mentions of the sentence"]
    for name, rows in groups:
        for first, last, meaning in rows:
            lines.append(_line(name, f"«{tokens.surface(first, last)}» {meaning}"))
    return lines


def _amount(quantity: Quantity) -> str:
    upper = "" if quantity.value_max is None else f" to {_figure(quantity.value_max)}"
    value = f"{quantity.kind} {_figure(quantity.value)}{upper}"
    return f"{value} {quantity.unit or 'without unit'} {quantity.qualifier} {quantity.rule}"


def _told(hit: Hit) -> tuple[int, int, str]:
    value = hit.entry.value if hit.entry.value != hit.entry.kind else ""
    return hit.first, hit.last, f"{hit.entry.kind} {value} ({hit.entry.table}, row {hit.entry.id})"


def _candidates(one: Draft) -> list[str]:
    if not one.candidates:
        return [f"indicator {one.indicator}: given by what is counted, no candidates weighed"]
    lines = ["candidates for the indicator, features x weights (kzcoop/claims/scene/weights.csv)"]
    lines += [_candidate(candidate) for candidate in one.candidates]
    best = one.candidates[0]
    lines.append(_line("winner", f"{best.indicator}, by «{best.word}»"))
    if one.indicator is not None and one.indicator != best.indicator:
        lines.append(_line("then", f"{one.indicator}, by the rules in the trace or of scope"))
    return lines


def _candidate(candidate: Candidate) -> str:
    known = weights()
    parts = " ".join(
        f"{name} {amount:g} x {known[name]:g} = {amount * known[name]:+.2f};"
        for name, amount in candidate.features
    )
    return _line(candidate.indicator, f"{candidate.score:6.2f}  «{candidate.word}»: {parts}")


def _trace(one: Draft) -> list[str]:
    """The notes of the linking."""
    notes = [*one.trace, *([f"rejected: {one.rejected}"] if one.rejected else [])]
    return ["trace", *(f"  {note}" for note in notes or ["no rule but those of the mentions"])]


def _confidence(one: Draft) -> list[str]:
    known, found = table(), evidence(one)
    lines = ["confidence (kzcoop/claims/confidence.csv)"]
    for feature, level in found.items():
        lines.append(_line(feature, f"{level} {known.points.get((feature, level), 0.0):+.2f}"))
    lines.append(_line("in all", f"{known.total(found):+.2f} -> {known.confidence(found):.2f}"))
    return lines


def find_document(documents: Sequence[Document], where: int | str, path: Path) -> Document:
    """Return the document that a place is in: the only one, or that which the claim's id names."""
    if isinstance(where, str):
        doc_id = where.rpartition("#")[0]
        for document in documents:
            if document.doc_id == doc_id:
                return document
        raise InputError(path, f"holds no document {doc_id!r}", "A claim's id is DOC#START-END")
    if len(documents) > 1:
        raise InputError(
            path, f"holds {len(documents)} documents", "Give a claim's id, or one file"
        )
    return documents[0]
