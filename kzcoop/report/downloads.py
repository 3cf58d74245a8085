"""The tables of a run as files beside its pages: CSV, Parquet and XLSX of each, a ZIP of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kzcoop.report.formats import archive, spreadsheet_csv, table_bytes
from kzcoop.report.frames import TABLES, Tables
from kzcoop.report.origin import Origin
from kzcoop.report.page import write

FORMATS = ("csv", "parquet", "xlsx")
_ALL, _RUN = "kzcoop-tables.zip", "run.json"


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: its address from the index, its ending, its size in bytes."""

    address: str
    format: str
    size: int


@dataclass(frozen=True, slots=True)
class Downloads:
    """All files of a run's data: those of each table, the ZIP of all of them, the run's record."""

    tables: Mapping[str, tuple[Download, ...]]
    rows: Mapping[str, int]
    all: Download
    run: Download

    def files(self) -> list[str]:
        """Return the addresses of all files."""
        return [each.address for each in self._each()]

    def _each(self) -> Iterator[Download]:
        for files in self.tables.values():
            yield from files
        yield self.all
        yield self.run


def write_downloads(out: Path, tables: Tables, origin: Origin) -> Downloads:
    """Write the data of a run into the report's folder ``data``.

    Parameters
    ----------
    out : Path
        The report's folder.
    tables : Tables
        What the run read.
    origin : Origin
        What the run was made from; ``run.json`` keeps it with the tables.
    """
    contents: dict[str, bytes] = {}
    found: dict[str, tuple[Download, ...]] = {}

    def stored(name: str, content: bytes) -> Download:
        contents[name] = content
        address = write(out, f"data/{name}", content)
        return Download(address, name.rpartition(".")[2], len(content))

    for name in TABLES:
        frame = getattr(tables, name)
        found[name] = tuple(
            stored(
                f"{name}.{ending}",
                spreadsheet_csv(frame) if ending == "csv" else table_bytes(frame, name, ending),
            )
            for ending in FORMATS
        )
    rows = {name: len(getattr(tables, name)) for name in TABLES}
    run = stored(_RUN, origin.record(rows))
    return Downloads(found, rows, stored(_ALL, archive(contents)), run)
