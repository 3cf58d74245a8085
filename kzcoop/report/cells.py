"""Cells of a table as text: numbers, dates, names and words in the language of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kzcoop.analysis.inputs import is_missing, items, number, text
from kzcoop.report import labels
from kzcoop.report.views import NO_WORD_FOR_DEADLINE, kind

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
    return hedged(numeric(value, how, language), column, record)


def missing(column: str, view: str, language: str) -> str:
    """Return the word for an empty cell: "no deadline" and "undated" are not the same nothing."""
    if column == "deadline" and view in NO_WORD_FOR_DEADLINE:
        return NONE
    key = f"missing.{column}"
    return labels.label(key, language) if labels.has_label(key) else NONE


def numeric(value: Any, how: str, language: str) -> str:
    """Return a number: ``how`` is two, one, signed, int, year or auto."""
    amount = number(value)
    if amount is None:
        return NONE
    if how == "year":
        return str(int(amount))
    if how == "auto":
        how = "int" if float(amount).is_integer() else "two"
    places = {"two": 2, "one": 1, "signed": 1, "int": 0}[how]
    return labels.decimal(amount, places, language, sign=how == "signed")


_HEDGED = {
    "announced_usd_bn", "level_usd_bn", "announced_growth_pct", "implied_usd_bn", "goods",
    "value", "share_pct", "value_mn", "target_usd_bn",
}  # fmt: skip


def hedged(shown: str, column: str, record: Record) -> str:
    """Put the sign of the record's hedge before a figure that the hedge belongs to."""
    sign = SIGNS.get(str(record.get("qualifier"))) if column in _HEDGED else None
    return f"{sign} {shown}" if sign else shown


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


def _quantity(column: str) -> Callable[[Any, Record, str], str]:
    def write(value: Any, record: Record, language: str) -> str:
        unit = str(record.get("unit") or "count")
        shown = labels.quantity(float(value), unit, language)
        upper = number(record.get("value_max")) if column == "value" else None
        if upper is not None:
            shown = f"{shown} – {labels.quantity(upper, unit, language)}"
        return hedged(shown, column, record)

    return write


_WRITERS: dict[str, Callable[[Any, Record, str], str]] = {
    "country": lambda value, _, language: labels.country(str(value), language),
    "word": _word,
    "status": _word,
    "stage": lambda value, _, language: labels.label(f"stage.{value}", language),
    "day": lambda value, _, language: labels.day(str(value), language, short=True),
    "period": lambda value, _, language: labels.period(str(value), language),
    "months": lambda value, _, language: labels.month_run(str(value), language),
    "claim_year": _year,
    "bool": lambda value, _, language: labels.label("bool.yes" if value else "bool.no", language),
    "names": lambda value, _, __: ", ".join(items(value)),
    "quote": lambda value, _, __: f"«{' '.join(str(value).split())}»",
    "unit": lambda value, _, language: labels.word(
        labels.code("unit", str(value), language), language
    ),
    "value": _quantity("value"),
    "quantity": _quantity(""),
}
