"""The files of a run: every table in three formats, all in one ZIP, the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import datetime

import openpyxl
import pandas as pd
import pyarrow.parquet
import pytest
from bs4 import BeautifulSoup

from kzcoop.engine import build_tables, open_corpus, write_tables
from kzcoop.reading.document import Document
from kzcoop.report.formats import FORMATS, spreadsheet_csv, table_bytes
from kzcoop.report.frames import TABLES

HOSTILE = pd.DataFrame(
    {
        "quote": [
            "=HYPERLINK(1)",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "+12,5%",
            "\x0bа",
        ],
        "published": ["2023-02-10", None, "2023-02-30", "1812-06-24", "2024", "2023-03-01"],
        "value": [24e9, None, -1.5, 0.0, 1.0, 2.0],
        "flags": [["b", "a"], [], ["=1"], [], [], []],
    }
).astype({"quote": "string", "published": "string"})


def sheet(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content)).active


def test_each_table_is_there_in_every_format_with_all_its_rows(small_run):
    for name in TABLES:
        rows = len(getattr(small_run.tables, name))
        data = small_run.out / "data"
        with (data / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == rows
        assert len(pd.read_parquet(data / f"{name}.parquet")) == rows
        assert sheet((data / f"{name}.xlsx").read_bytes()).max_row == rows + 1


def test_the_zip_holds_the_same_files(small_run):
    data = small_run.out / "data"
    with zipfile.ZipFile(data / "kzcoop-tables.zip") as file:
        assert file.testzip() is None
        names = [f"{name}.{ending}" for name in TABLES for ending in ("csv", "parquet", "xlsx")]
        assert file.namelist() == [*names, "run.json"]
        for name in file.namelist():
            assert file.read(name) == (data / name).read_bytes()


def test_the_record_of_the_run_says_what_it_was_made_from(small_run):
    record = json.loads((small_run.out / "data" / "run.json").read_text(encoding="utf-8"))
    assert record["parameters"] == {"partner": "CHN, RUS", "language": "ru"}
    assert {"corpus", "reference", "parameters", "lock"} <= set(record["sha256"])
    assert record["documents"] == {
        "read": 3, "dated": 1, "first": "2023-02-10", "last": "2023-02-10",
    }  # fmt: skip
    assert record["rows"]["claims"] == len(small_run.tables.claims)
    assert "kzcoop" in record["versions"]


def test_the_index_links_every_file_with_its_size(small_run):
    soup = BeautifulSoup((small_run.out / "index.html").read_text(encoding="utf-8"), "html.parser")
    links = [link["href"] for link in soup.find("table", class_="downloads").find_all("a")]
    assert len(links) == len(TABLES) * 3 + 2
    for link in links:
        assert (small_run.out / link).is_file()
    assert soup.find("table", class_="downloads").get_text().count(" kB") == len(links)


def test_a_workbook_is_fit_to_work_with(small_run):
    found = sheet((small_run.out / "data" / "documents.xlsx").read_bytes())
    assert found.title == "documents"
    assert found.freeze_panes == "B2"
    assert found.auto_filter.ref == found.dimensions
    assert found["A1"].font.bold
    columns = {cell.value: cell.column_letter for cell in found[1]}
    widths = {name: found.column_dimensions[at].width for name, at in columns.items()}
    assert widths["sha256"] > widths["language"] >= 8 and max(widths.values()) <= 61
    days = [cell for cell in found[columns["published"]][1:] if cell.value]
    assert [cell.value for cell in days] == [datetime(2023, 2, 10)]
    assert days[0].number_format == "yyyy-mm-dd"


def test_no_text_of_a_report_becomes_a_formula():
    found = sheet(table_bytes(HOSTILE, "claims", "xlsx"))
    assert {cell.data_type for row in found for cell in row} <= {"s", "n", "d"}
    assert [cell.value for cell in found["A"]][1:5] == HOSTILE["quote"].tolist()[:4]
    rows = list(csv.DictReader(io.StringIO(spreadsheet_csv(HOSTILE).decode("utf-8-sig"))))
    assert [row["quote"][0] for row in rows[:5]] == ["'", "'", "'", "'", "+"]
    assert rows[2]["value"] == "-1.5"


def test_a_workbook_holds_lists_days_and_what_is_no_day():
    found = sheet(table_bytes(HOSTILE, "claims", "xlsx"))
    assert [cell.value for cell in found["D"]] == ["flags", "b; a", None, "=1", None, None, None]
    assert found["B2"].value == datetime(2023, 2, 10)
    assert [found[f"B{row}"].value for row in (3, 4, 5, 6)] == [
        None, "2023-02-30", "1812-06-24", "2024",
    ]  # fmt: skip
    assert found["A7"].value == "\ufffdа"


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_rows_give_the_same_bytes_at_any_time(format, monkeypatch):
    first = table_bytes(HOSTILE, "claims", format)
    monkeypatch.setenv("TZ", "Asia/Almaty")
    assert table_bytes(HOSTILE.copy(), "claims", format) == first
    if format == "xlsx":
        with zipfile.ZipFile(io.BytesIO(first)) as file:
            assert {entry.date_time[0] for entry in file.infolist()} == {1980}
            assert b"1980-01-01" in file.read("docProps/core.xml")


def test_parquet_keeps_lists_and_types(small_run):
    schema = pyarrow.parquet.read_schema(small_run.out / "data" / "claims.parquet")
    assert str(schema.field("flags").type).startswith("list<")
    assert str(schema.field("value").type) == "double"


@pytest.mark.parametrize("format", FORMATS)
def test_extract_writes_any_text_in_every_format(tmp_path, format):
    text = "=1+1 \ud800 Товарооборот составил $5 млрд\x00."
    tables = build_tables([Document(doc_id="d1", text=text, title="=2\ud8002")])
    files = write_tables(tables, tmp_path, format)
    assert tables.documents["title"].tolist() == ["=2\ufffd2"]
    assert [path.name for path in files] == [f"{name}.{format}" for name in (
        "claims", "programmes", "findings", "residue", "documents", "agenda", "meetings",
    )]  # fmt: skip


def test_an_empty_corpus_has_empty_files(tmp_path):
    (tmp_path / "nothing.txt").write_text("Без чисел.", encoding="utf-8")
    tables = open_corpus(tmp_path / "nothing.txt")
    for format in FORMATS:
        assert len(write_tables(tables, tmp_path / format, format)) == 7
