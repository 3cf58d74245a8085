"""The words of the notebooks' pages in English and Russian, and Markdown cells put into either.

``labels.csv`` holds them: captions, column heads, sentences with placeholders, and the paragraphs
of the notebooks themselves, whose keys begin with ``text.``. Only the standard library is used:
the process that renders a page has no need of pandas.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import Any

_TABLE = Path(__file__).parent / "labels.csv"
_HEADING = re.compile(r"#+ ")


@cache
def rows() -> dict[str, dict[str, str]]:
    """Return the rows of ``labels.csv`` by key, each with "en" and "ru"."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {row["key"]: row for row in csv.DictReader(file)}


def translate(notebook: Any, language: str) -> Any:
    """Put the Markdown cells of a notebook into a language, in place; return the notebook.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Its paragraphs and headings are the English side of the table.
    language : {"en", "ru"}
        A paragraph that the table lacks stays English.
    """
    table = _paragraphs(language)
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts = [_split(part) for part in _parts(cell.source)]
            cell.source = "\n\n".join(lead + table.get(text, text) for lead, text in parts)
    return notebook


def untranslated(notebook: Any) -> list[str]:
    """Return the Markdown paragraphs of a notebook that the table does not have."""
    table = _paragraphs("en")
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    texts = [_split(part)[1] for source in sources for part in _parts(source)]
    return [text for text in texts if text not in table]


def _paragraphs(language: str) -> dict[str, str]:
    return {row["en"]: row[language] for key, row in rows().items() if key.startswith("text.")}


def _parts(source: str) -> list[str]:
    return [part.strip() for part in source.split("\n\n") if part.strip()]


def _split(part: str) -> tuple[str, str]:
    """Return the marks of a heading and the text, on one line."""
    found = _HEADING.match(part)
    lead = found[0] if found else ""
    return lead, " ".join(part[len(lead) :].split())
