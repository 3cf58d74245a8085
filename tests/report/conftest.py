"""A small report, made once: three reports, two notebooks, two partners, one notebook failing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from kzcoop.engine import Tables, open_corpus
from kzcoop.reading.document import Document, read_documents
from kzcoop.reference import source
from kzcoop.report.batch import ReportResult, run_report

PARAMETERS = """\
partner = "CHN"  # a code = ISO 3166 alpha-3, or ALL
as_of = "2026-06-30"
corpus_dir = "../data/corpus"
language = "en"
"""

REPORTS = {
    "dated.md": """\
---
id: dated
title: Торговля с Китаем выросла
published: 2023-02-10
outlet: Тест
---
По итогам 2022 года товарооборот Казахстана с Китаем вырос на 34% и превысил $24 млрд.

К 2030 году стороны намерены довести его до 35 млрд долларов. Открыт пункт пропуска «Калжат».
""",
    "undated.txt": "Экспорт в Россию составил 13,2 млрд долларов, импорт – 17,3 млрд долларов.",
    "hostile.jsonl": (
        '{"id": "../up \\u0434\\u043e", "title": "<script>alert(1)</script>", '
        '"url": "javascript:alert(1)", "text": "<script>document.title=1</script> '
        "\\u0422\\u043e\\u0432\\u0430\\u0440\\u043e\\u043e\\u0431\\u043e\\u0440\\u043e\\u0442 "
        "\\u0441\\u043e\\u0441\\u0442\\u0430\\u0432\\u0438\\u043b $5 \\u043c\\u043b\\u0440\\u0434"
        '\\u0000 \\"quoted\\" <img src=x onerror=alert(1)>"}\n'
    ),
}

TABLE = """\
from IPython.display import HTML, Markdown, display
display(Markdown(f"From $24 bn to *$35* bn with {partner}, read in {corpus_dir}."))
HTML('<table><thead><tr><th></th><th>Turnover</th></tr></thead><tbody><tr><th>2022</th>'
     '<td><a href="../evidence/dated.html#c1-2">24.2</a></td></tr></tbody></table>'
     '<script>alert(1)</script><img src="https://example.org/x.png" onerror="alert(1)">')
"""

CHART = """\
import io, sys
import matplotlib.pyplot as plt
plt.rcParams["svg.hashsalt"] = "kzcoop"
figure, axes = plt.subplots(figsize=(5, 3))
axes.plot([2021, 2022], [18.2, 24.2])
svg = io.StringIO()
figure.savefig(svg, format="svg", metadata={"Date": None, "Creator": None})
plt.close(figure)
words = "Trade with China rose to 24.2.\\n2021 18.2\\n2022 24.2"
display({"image/svg+xml": svg.getvalue(), "text/plain": words}, raw=True)
"""


def write_notebook(path: Path, *sources: str, headline: str | None = None) -> None:
    """Write a notebook of the given code; a source that begins with # is Markdown."""
    cells = [new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]})]
    cells += [
        new_markdown_cell(source) if source.startswith("#") else new_code_cell(source)
        for source in sources
    ]
    if headline:
        cells.append(new_code_cell(f"print({headline!r})", metadata={"tags": ["headline"]}))
    notebook = new_notebook(cells=cells)
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
    notebook.metadata["kernelspec"] = {"display_name": "Python 3", "name": "python3"}
    nbformat.write(notebook, path)


@pytest.fixture(name="write_notebook", scope="session")
def _write_notebook() -> Callable[..., None]:
    return write_notebook


# Names that Russian leaves as they are, and ids of the reports.
NAMES = re.compile(
    r"https?://\S+|\b(?:[a-z]{2,}|[\w.]+)(?:-[\w.]+)+\b|\b[\w-]+(?:\.[\w-]+)+\b"
    r"|kzcoop(?: digest)?|Parquet|XLSX|CSV|\b(?:USD|EUR|KZT|RUB|CNY|AED|TEU)\b"
)


def find_english(html: str, *known: str) -> set[str]:
    """Return the texts of a page, seen or spoken, that have an English word in them."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.select("style, code, .made, .report, a[href*='evidence/'], .unseen"):
        tag.decompose()
    page = soup.body
    for tag in page.find_all(lang=re.compile("^(?!ru)")):
        tag.decompose()
    said = [str(text) for text in page.find_all(string=True)]
    said += [str(tag[name]) for name in ("title", "alt", "aria-label") for tag in
             page.find_all(attrs={name: True})]  # fmt: skip
    found = set()
    for text in said:
        bare = " ".join(text.split())
        for name in (*known, *_cited()):
            bare = bare.replace(name, "")
        if re.search(r"[A-Za-z]{3,}", NAMES.sub("", bare)):
            found.add(bare)
    return found


@cache
def _cited() -> list[str]:
    """Return the names of sources, which are cited in their own language."""
    tables = ("trade_official", "checkpoint_counts", "freight_totals", "fx")
    names = {row["source_name"] for table in tables for row in source.rows(table)}
    return sorted(names, key=len, reverse=True)


@pytest.fixture(scope="session")
def left_english() -> Callable[..., set[str]]:
    return find_english


@dataclass(frozen=True)
class SmallRun:
    """The inputs of the small report, and what came of it."""

    folder: Path
    corpus: Path
    params: Path
    notebooks: Path
    out: Path
    tables: Tables
    documents: list[Document]
    result: ReportResult

    def again(self, out: Path) -> ReportResult:
        """Make the same report elsewhere."""
        return run_report(
            self.params, self.corpus, out, self.tables, self.documents, notebooks=self.notebooks
        )


@pytest.fixture(scope="session")
def small_run(tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    folder = tmp_path_factory.mktemp("small")
    corpus, params, notebooks = (folder / name for name in ("corpus", "params", "notebooks"))
    for each in (corpus, params, notebooks):
        each.mkdir()
    for name, text in REPORTS.items():
        (corpus / name).write_text(text, encoding="utf-8")
    (params / "CHN.yml").write_text('partner: "CHN"\n')
    (params / "RUS.yml").write_text('partner: "RUS"\nlanguage: "ru"\n')
    write_notebook(
        notebooks / "01_growth.ipynb", "# Is it growing?", "## Answer", TABLE, "## Chart", CHART,
        "import sys, warnings; warnings.warn(f'see {corpus_dir}'); print('said', corpus_dir)",
        "## Answer", headline="+34% in 2022 | on course",
    )  # fmt: skip
    write_notebook(
        notebooks / "02_failing.ipynb", "# Does it fail?", "'shown before'",
        "assert partner != 'RUS', f'no {partner} in {corpus_dir}'", "'shown after'",
    )  # fmt: skip
    (notebooks / "scratch.ipynb").write_text("a user's own, and not even a notebook")
    tables, documents = open_corpus(corpus), read_documents([corpus])
    out = folder / "reports"
    result = run_report(params, corpus, out, tables, documents, notebooks=notebooks)
    return SmallRun(folder, corpus, params, notebooks, out, tables, documents, result)
