"""Cells of a table as text: numbers, dates, names and words in the language of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kzcoop.analysis.inputs import is_missing, items, number, text
from kzcoop.report import labels
from kzcoop.report.views import HEDGED, NO_WORD_FOR_DEADLINE, kind

NONE = "–"
# The hedge of a figure, before it; what a sign means stands under the table.
SIGNS = {"over": ">", "under": "<", "about": "≈", "upto": "≤"}
Record = dict[Any, Any]


def written(record: Record, column: str, view: str, language: str) -> str:
    """Return a cell of a record, the word for its emptiness where it holds nothing."""
    if column in _JOINED:
        return _JOINED[column](record, language) or NONE
    value = record.get(column)
    if is_missing(value):
        return missing(column, view, language)
    sign = SIGNS.get(str(record.get("qualifier"))) if HEDGED.get(view) == column else None
    shown = _shown(value, column, record, language)
    return f"{sign} {shown}" if sign else shown


def _shown(value: Any, column: str, record: Record, language: str) -> str:
    how = kind(column)
    if how in _WRITERS:
        return _WRITERS[how](value, record, language)
    name, _, codes = how.partition(":")
    if name == "code":
        return labels.code(codes, str(value), language) or NONE
    if name == "codes":
        return ", ".join(labels.code(codes, part, language) for part in items(value))
    if isinstance(value, str):
        return " ".join(value.split())
    return numeric(value, how, language)


def missing(column: str, view: str, language: str) -> str:
    """Return the word for an empty cell: "no deadline" and "undated" are not the same nothing."""
    if column == "deadline" and view in NO_WORD_FOR_DEADLINE:
        return NONE
    key = f"missing.{column}"
    return labels.label(key, language) if labels.has_label(key) else NONE


def numeric(value: Any, how: str, language: str) -> str:
    """Return a number: ``how`` is bn, two, one, signed, int, year or auto."""
    amount = number(value)
    if amount is None:
        return NONE
    if how == "year":
        return str(int(amount))
    if how == "auto":
        how = "int" if float(amount).is_integer() else "two"
    places = {"two": 2, "one": 1, "signed": 1, "int": 0, "bn": 2}[how]
    if how == "bn" and amount and abs(amount) < 1:  # millions of a small partner
        places = 3 if abs(amount) >= 0.01 else 4
    return labels.decimal(amount, places, language, sign=how == "signed")


def x_of_y(done: Any, planned: Any, total: Any, language: str) -> str:
    """Return "2 of 5" (done, else planned), the total alone, or nothing, as the text has them."""
    part = done if text(done) else planned
    if text(total) is None:
        return "" if text(part) is None else str(int(part))
    if text(part) is None:
        return str(int(total))
    return labels.label("chart.of", language, part=int(part), whole=int(total))


def _of(part: str, whole: str) -> Callable[[Record, str], str]:
    return lambda record, language: (
        "" if text(record[whole]) is None else x_of_y(record[part], None, record[whole], language)
    )


# Columns of a page that join several of the analysis.
_JOINED: dict[str, Callable[[Record, str], str]] = {
    "agree_of": _of("agree", "compared"),
    "met_of": _of("targets_met", "targets_judged"),
    "x_of_y": lambda record, language: x_of_y(
        record["done"], record["planned"], record["total"], language
    ),
}
JOINED = frozenset(_JOINED)


def _year(value: Any, record: Record, language: str) -> str:
    shown = str(int(value))
    if text(record.get("year_basis")) in {None, "stated"}:
        return shown
    return f"{shown} ({labels.label('word.inferred', language)})"


def _word(value: Any, _: Record, language: str) -> str:
    """Return words joined by "; "; "residue: date" is a word and a code."""
    parts = []
    for part in str(value).split("; "):
        first, colon, reason = part.partition(": ")
        said = labels.word(first, language)
        parts.append(f"{said}: {labels.code('reason', reason, language)}" if colon else said)
    return "; ".join(parts)


def remarks(why: Any) -> str:
    """Return the remarks on a target without "no deadline", which its own column says."""
    return "; ".join(part for part in (text(why) or "").split("; ") if part != "no deadline")


def _why(value: Any, record: Record, language: str) -> str:
    said = remarks(value)
    return _word(said, record, language) if said else NONE


def _value(value: Any, record: Record, language: str) -> str:
    """Return a claim's value with its unit, both ends where it is a range."""
    shown = _quantity(value, record, language)
    upper = number(record.get("value_max"))
    return shown if upper is None else f"{shown} – {_quantity(upper, record, language)}"


def _quantity(value: Any, record: Record, language: str) -> str:
    return labels.quantity(float(value), str(record.get("unit") or "count"), language)


def _message(column: str, record: Record, language: str) -> str:
    """Return a text of a record in the page's language where the record has it."""
    said = text(record.get(f"{column}_{language}")) or str(record[column])
    return " ".join(said.split())


_WRITERS: dict[str, Callable[[Any, Record, str], str]] = {
    "country": lambda value, _, language: labels.country(str(value), language),
    "word": _word,
    "why": _why,
    "status": _word,
    "stage": lambda value, _, language: labels.label(f"stage.{value}", language),
    "day": lambda value, _, language: labels.day(str(value), language, short=True),
    "period": lambda value, _, language: labels.period(str(value), language),
    "months": lambda value, _, language: labels.month_run(str(value), language),
    "claim_year": _year,
    "bool": lambda value, _, language: labels.label("bool.yes" if value else "bool.no", language),
    "names": lambda value, _, __: ", ".join(items(value)),
    "quote": lambda value, _, __: f"«{' '.join(str(value).split())}»",
    "check": lambda value, _, language: labels.check(str(value), language),
    "message": lambda value, record, language: _message("message", record, language),
    "basis": lambda value, record, language: _message("basis", record, language),
    "who": lambda value, record, language: _message("who", record, language),
    "unit": lambda value, _, language: labels.word(
        labels.code("unit", str(value), language), language
    ),
    "value": _value,
    "quantity": _quantity,
}
