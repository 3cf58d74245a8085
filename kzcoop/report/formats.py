"""Tables as files: CSV, JSON Lines, Parquet and XLSX, the same bytes for the same rows anywhere.

CSV and XLSX join a list by ";". A text that a spreadsheet would take for a formula stays a text:
reports are written by others, and a formula can read files and call addresses.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet
    from pandas import DataFrame

FORMATS = ("jsonl", "csv", "parquet", "xlsx")
LISTS = ("flags", "names", "checkpoint_ids", "claim_ids")
_DAYS = ("published", "published_earliest", "published_latest", "date")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# The earliest time that a ZIP file can hold; the time of a run would change its bytes.
_EPOCH = datetime(1980, 1, 1)
# What XML cannot hold.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FORMULA = re.compile(r"[=@\t\r]|[+\-](?![\d\s.,]+\s?%?$)")
_LONGEST_CELL = 32_767  # characters, Excel's limit
_NARROWEST, _WIDEST, _WIDTH_ROWS = 8, 60, 500


def table_bytes(frame: DataFrame, name: str, format: str) -> bytes:
    """Return a table as a file.

    Parameters
    ----------
    frame : DataFrame
        One of the tables of ``docs/tables.md``.
    name : str
        The table's name, which a workbook's sheet carries.
    format : {"jsonl", "csv", "parquet", "xlsx"}
        In JSON Lines and Parquet a list is a list and a missing value null; CSV is as programs
        read it, :func:`spreadsheet_csv` as Excel does.
    """
    if format == "parquet":
        return bytes(frame.to_parquet(None, index=False))
    if format == "xlsx":
        return _workbook(frame, name)
    if format == "csv":
        return _csv(frame, "\n").encode()
    return "".join(_json_lines(frame)).encode()


def spreadsheet_csv(frame: DataFrame) -> bytes:
    """Return a table as CSV for a spreadsheet: the mark by which Excel knows UTF-8, no formulas."""
    plain = frame.copy()
    for name in plain.columns:
        plain[name] = plain[name].map(lambda v: no_formula(v) if isinstance(v, str) else v)
    return _csv(plain, "\r\n").encode("utf-8-sig")


def no_formula(text: str) -> str:
    """Return a text that a spreadsheet keeps as text: an apostrophe before what begins a formula.

    >>> no_formula("=1+1"), no_formula("+12,5 %"), no_formula("+cmd|calc"), no_formula("24 млрд")
    ("'=1+1", '+12,5 %', "'+cmd|calc", '24 млрд')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file of files by name.

    They are stored, not deflated: what comes out of deflate depends on the build of zlib that a
    Python has, and a report must have the same bytes on every machine.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, content in files.items():
            file.writestr(_entry(name), content)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
    entry.create_system, entry.external_attr = 3, 0o644 << 16  # as on Unix, wherever it is made
    return entry


def _csv(frame: DataFrame, line_end: str) -> str:
    flat = frame.copy()
    for name in set(LISTS) & set(flat.columns):
        flat[name] = [";".join(map(str, value)) for value in flat[name]]
    return str(flat.to_csv(index=False, lineterminator=line_end))


def _json_lines(frame: DataFrame) -> list[str]:
    columns = list(frame.columns)
    lines = []
    for values in _rows(frame):
        row = {
            name: list(value) if name in LISTS else value
            for name, value in zip(columns, values, strict=True)
        }
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    return lines


def _rows(frame: DataFrame) -> Iterable[tuple[Any, ...]]:
    """Yield a table's rows as Python's own values, None where one is missing."""
    data = [
        [value if name in LISTS or not _missing(value) else None for value in frame[name].tolist()]
        for name in frame.columns
    ]
    return zip(*data, strict=True)


def _missing(value: Any) -> bool:
    return value is None or type(value).__name__ in ("NAType", "NaTType") or value != value


def _workbook(frame: DataFrame, name: str) -> bytes:
    """Return a workbook of one sheet: head frozen, columns as wide as their texts, filters on."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet: WriteOnlyWorksheet = book.create_sheet(name)
    columns = [str(column) for column in frame.columns]
    rows = [[_cell(value, column) for value, column in zip(row, columns, strict=True)]
            for row in _rows(frame)]  # fmt: skip
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    for at, column in enumerate(columns):
        texts = [
            column + "  ",
            *(str(row[at]) for row in rows[:_WIDTH_ROWS] if row[at] is not None),
        ]
        width = min(max(_NARROWEST, *map(len, texts)) + 1, _WIDEST)
        sheet.column_dimensions[get_column_letter(at + 1)].width = width

    def written(value: Any, head: bool = False) -> Any:
        if not isinstance(value, str) and not isinstance(value, date):
            return value
        cell = WriteOnlyCell(sheet, value)
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
        else:
            cell.data_type = "s"  # openpyxl takes a text that begins with = for a formula
        if head:
            cell.font, cell.alignment = Font(bold=True), Alignment(vertical="top")
        return cell

    sheet.append([written(column, head=True) for column in columns])
    for row in rows:
        sheet.append([written(value) for value in row])
    book.properties.creator = "kzcoop"
    book.properties.created = book.properties.modified = _EPOCH
    return _repacked(book)


def _cell(value: Any, column: str) -> Any:
    """Return a value as a cell holds it: days as days, lists as one text, numbers as numbers."""
    if column in LISTS:
        value = "; ".join(map(str, value)) or None
    if isinstance(value, str):
        if column in _DAYS and (day := _day(value)) is not None:
            return day
        return _UNFIT.sub("\ufffd", value)[:_LONGEST_CELL]
    return value


def _day(value: str) -> date | None:
    """Return a full day that a workbook can hold: Excel's calendar begins in 1900."""
    try:
        day = date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        return None
    return day if day is not None and day.year > 1900 else None


def _repacked(book: Any) -> bytes:
    """Return a workbook's bytes without the time of their making."""
    from openpyxl.xml.functions import tostring

    raw = io.BytesIO()
    core = tostring(book.properties.to_tree())
    book.save(raw)  # writes the time of day into the properties
    with zipfile.ZipFile(raw) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    return archive(parts | {"docProps/core.xml": core})
