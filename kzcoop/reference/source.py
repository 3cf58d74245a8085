"""Where reference tables lie, and their rows as printed.

In a clone the tables are in ``data/reference``; an installed package carries the same files
beside this module. Only the standard library is used: the reader needs the register of
checkpoints long before anyone needs pandas.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from kzcoop.errors import ReferenceDataError

_PLACES = (
    Path(__file__).parent / "data",
    Path(__file__).resolve().parents[2] / "data" / "reference",
)


def table_path(name: str) -> Path:
    """Return the file of a reference table, for example ``checkpoints``.

    Raises
    ------
    ReferenceDataError
        No table of that name.
    """
    for folder in _PLACES:
        path = folder / f"{name}.csv"
        if path.is_file():
            return path
    raise ReferenceDataError(f"no reference table {name!r}: looked for data/reference/{name}.csv")


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return a reference table's rows as dicts of strings, empty where the table is."""
    with table_path(name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
