"""The contract of the tables: which columns, of which kind, with which values.

One pandera schema a table. ``validate`` returns the frame as it was given or says which table,
column and row break the contract. pandera is loaded on first use.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kzcoop.checks.finding import SEVERITIES
from kzcoop.claims.claim import (
    INDICATORS,
    MEASURES,
    PROGRAMME_KINDS,
    QUALIFIERS,
    RESIDUE_REASONS,
    STATUSES,
)  # fmt: skip
from kzcoop.errors import KzcoopError

if TYPE_CHECKING:
    import pandas as pd
    from pandera.pandas import DataFrameSchema

_POINT = r"\d{4}(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?|Q[1-4]|H[12]))?"
_PERIOD = re.compile(rf"{_POINT}(?:/{_POINT})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PARTNERS = re.compile(r"[A-Z]{3}(?:;[A-Z]{3})*")
_HASH = re.compile(r"[0-9a-f]{64}")


class TableError(KzcoopError, ValueError):
    """A table that breaks its contract; ``column`` and ``row`` are empty where it is the whole."""

    def __init__(self, table: str, column: str, row: str, problem: str) -> None:
        self.table, self.column, self.row, self.problem = table, column, row, problem
        where = f"table {table}" + (f", column {column}" if column else "")
        super().__init__(f"{where}{f', row {row}' if row else ''}: {problem}.")


@dataclass(frozen=True, slots=True)
class _Kind:
    """What the cells of a column are: a test for each, and whether one may be missing."""

    fits: Callable[[Any], bool]
    says: str
    may_miss: bool = False
    is_unique: bool = False


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _number(value: Any) -> bool:
    return not isinstance(value, str | bool) and float(value) not in (float("inf"), float("-inf"))


def _whole(value: Any) -> bool:
    return _number(value) and float(value) == int(value) and int(value) >= 0


def _share(value: Any) -> bool:
    return _number(value) and 0 <= float(value) <= 1


def _texts(value: Any) -> bool:
    is_list = not isinstance(value, str) and hasattr(value, "__iter__")
    return is_list and all(isinstance(item, str) for item in value)


def _like(pattern: re.Pattern[str], says: str) -> _Kind:
    def fits(value: Any) -> bool:
        return isinstance(value, str) and pattern.fullmatch(value) is not None

    return _Kind(fits, says, may_miss=True)


def _one_of(values: tuple[str, ...]) -> _Kind:
    return _Kind(lambda value: value in values, f"one of {', '.join(values)}")


_ID = _Kind(_text, "text, each once", is_unique=True)
_TEXT = _Kind(_text, "text")
_OPTIONAL = _Kind(_text, "text or missing", may_miss=True)
_OFFSET = _Kind(_whole, "a whole number from 0")
_COUNT = _Kind(_whole, "a whole number from 0 or missing", may_miss=True)
_FIGURE = _Kind(_number, "a number")
_OPTIONAL_FIGURE = _Kind(_number, "a number or missing", may_miss=True)
_CONFIDENCE = _Kind(_share, "a number from 0 to 1")
_LIST = _Kind(_texts, "a list of text")
_TIME = _like(_PERIOD, "an ISO period or missing")
_DATE = _like(_DAY, "an ISO date or missing")
_COUNTRIES = _like(_PARTNERS, "ISO 3166 alpha-3 codes joined by ';', or missing")

COLUMNS: dict[str, dict[str, _Kind]] = {
    "claims": {
        "claim_id": _ID, "doc_id": _TEXT, "start": _OFFSET, "end": _OFFSET, "quote": _TEXT,
        "sentence": _TEXT, "indicator": _one_of(INDICATORS), "measure": _one_of(MEASURES),
        "value": _FIGURE, "value_printed": _FIGURE, "value_max": _OPTIONAL_FIGURE, "unit": _TEXT,
        "qualifier": _one_of(QUALIFIERS), "status": _one_of(STATUSES), "reporter": _COUNTRIES,
        "partner": _COUNTRIES, "region": _OPTIONAL, "period": _TIME, "base_period": _TIME,
        "deadline": _TIME, "commodity": _OPTIONAL, "speaker": _OPTIONAL, "part_of": _OPTIONAL,
        "rule": _TEXT, "confidence": _CONFIDENCE, "flags": _LIST,
    },
    "programmes": {
        "programme_id": _ID, "doc_id": _TEXT, "start": _OFFSET, "end": _OFFSET, "quote": _TEXT,
        "kind": _one_of(PROGRAMME_KINDS), "border_partner": _COUNTRIES, "total": _COUNT,
        "done": _COUNT, "remaining": _COUNT, "deadline": _TIME, "names": _LIST,
        "checkpoint_ids": _LIST, "rule": _TEXT, "confidence": _CONFIDENCE,
    },
    "findings": {
        "finding_id": _ID, "check": _TEXT, "severity": _one_of(SEVERITIES), "doc_id": _TEXT,
        "claim_ids": _LIST, "message": _TEXT, "printed": _OPTIONAL_FIGURE,
        "suggested": _OPTIONAL_FIGURE, "basis": _TEXT,
    },
    "residue": {
        "doc_id": _TEXT, "start": _OFFSET, "end": _OFFSET, "quote": _TEXT,
        "reason": _one_of(RESIDUE_REASONS),
    },
    "documents": {
        "doc_id": _ID, "title": _OPTIONAL, "published": _DATE, "published_earliest": _DATE,
        "published_latest": _DATE, "dated_by": _OPTIONAL, "outlet": _OPTIONAL, "url": _OPTIONAL,
        "language": _TEXT, "sha256": _like(_HASH, "a SHA-256 in hex"), "characters": _OFFSET,
        "numbers": _OFFSET,
    },
    "agenda": {
        "doc_id": _TEXT, "partner": _COUNTRIES, "topic": _TEXT, "start": _OFFSET, "end": _OFFSET,
    },
    "meetings": {
        "doc_id": _TEXT, "date": _TIME, "place": _OPTIONAL, "person": _TEXT, "role": _OPTIONAL,
        "country": _COUNTRIES,
    },
}  # fmt: skip
# The Russian of a finding, for pages in that language: there or not.
EXTRA: dict[str, dict[str, _Kind]] = {"findings": {"message_ru": _TEXT, "basis_ru": _TEXT}}


def _each(kind: _Kind) -> Callable[[pd.Series[Any]], pd.Series[bool]]:
    """Return the check of a whole column: each different value is looked at once."""

    def fits(column: pd.Series[Any]) -> pd.Series[bool]:
        if kind is _LIST:
            return column.map(kind.fits).astype(bool)
        unfit = [value for value in column.unique() if not kind.fits(value)]
        return ~column.isin(unfit)

    return fits


@cache
def schema(name: str) -> DataFrameSchema:
    """Return the pandera schema of a table, by its name in ``COLUMNS``."""
    import pandera.pandas as pa

    if name not in COLUMNS:
        raise TableError(name, "", "", f"no such table; there are {', '.join(COLUMNS)}")

    def column(kind: _Kind, *, required: bool) -> pa.Column:
        check = pa.Check(_each(kind), error=f"must be {kind.says}")
        return pa.Column(
            checks=[check], nullable=kind.may_miss, unique=kind.is_unique, required=required
        )

    columns = {label: column(kind, required=True) for label, kind in COLUMNS[name].items()}
    extra = EXTRA.get(name, {})
    columns |= {label: column(kind, required=False) for label, kind in extra.items()}
    checks = []
    if "start" in columns:
        checks.append(
            pa.Check(lambda frame: frame["end"] > frame["start"], error="end must be after start")
        )
    return pa.DataFrameSchema(columns, checks=checks, name=name)


def validate(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame when it keeps the table's contract; the order of columns does not count.

    Parameters
    ----------
    name
        A table of ``COLUMNS``: claims, programmes, findings, residue, documents, agenda, meetings.
    frame
        One row a thing; text as str or string dtype, lists as lists, missing as None, NaN or NA.

    Raises
    ------
    TableError
        The first column and row that break the contract, and how.
    """
    from pandera.errors import SchemaErrors

    contract = schema(name)
    needed, known = set(COLUMNS[name]), set(contract.columns)
    for label in sorted(needed - set(frame.columns)):
        raise TableError(name, label, "", "the column is missing")
    for label in sorted(set(frame.columns) - known):
        raise TableError(name, label, "", "is no column of this table")
    try:
        contract.validate(frame, lazy=True)
    except SchemaErrors as errors:
        raise _explain(name, frame, errors.failure_cases) from errors
    return frame


def _explain(name: str, frame: pd.DataFrame, cases: pd.DataFrame) -> TableError:
    """Say the first of pandera's failure cases in the table's own words."""
    first = cases.sort_values("index", kind="stable", na_position="last").iloc[0]
    is_whole = first["schema_context"] != "Column"
    check = str(first["check"])
    row = "" if first.isna()["index"] else str(first["index"])
    label = next((label for label, kind in COLUMNS[name].items() if kind.is_unique), None)
    if label is not None and row:
        row = f"{row} ({frame[label].loc[first['index']]!s})"
    if check == "not_nullable":
        problem = "a value is missing"
    elif check == "field_uniqueness":
        problem = "a value stands there twice"
    else:
        problem = check if is_whole else f"{check}, not {first['failure_case']!r}"
    return TableError(name, "" if is_whole else str(first["column"]), row, problem)
