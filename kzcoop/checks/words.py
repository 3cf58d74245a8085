"""The words that checks look for, from ``words.csv``: each row with its example and source."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("words.csv")


@cache
def table() -> tuple[dict[str, str], ...]:
    """Return the rows of the table; ``pattern`` is a regular expression, case does not count."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """Return one expression for all rows of a kind."""
    parts = [row["pattern"] for row in table() if row["kind"] == kind]
    if not parts:
        raise KeyError(kind)
    return re.compile("|".join(f"(?:{part})" for part in parts), re.I)


def has(kind: str, text: str) -> bool:
    """Whether a text has a word of a kind.

    >>> has("share", "доля экспорта увеличилась"), has("share", "экспорт увеличился")
    (True, False)
    """
    return pattern(kind).search(text) is not None
