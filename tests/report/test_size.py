"""A report over hundreds of documents stays small enough to open."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from kzcoop.engine import open_corpus
from kzcoop.reading.document import read_documents
from kzcoop.report.batch import run_report

PROJECT = Path(__file__).parents[2]
DOCUMENTS = 500


@pytest.fixture(scope="module")
def benchmark():
    return runpy.run_path(str(PROJECT / "benchmarks" / "report_size.py"))


@pytest.fixture(scope="module")
def large(benchmark, write_notebook, tmp_path_factory):
    """Give a report over many documents, its tables and its folder; benchmarks make all of it."""
    folder = tmp_path_factory.mktemp("large")
    corpus, params, notebooks = (folder / name for name in ("corpus", "params", "notebooks"))
    benchmark["make_corpus"](corpus, DOCUMENTS)
    params.mkdir()
    notebooks.mkdir()
    for path in sorted((PROJECT / "params").glob("*.yml")):
        (params / path.name).write_text(f'partner: "{path.stem}"\n')
    write_notebook(notebooks / "01_growth.ipynb", "# Is it growing?", headline="+34% — in 2022")
    (params / "ALL.yml").write_text('partner: "ALL"\n')
    tables = open_corpus(corpus)
    run_report(
        params, corpus, folder / "out", tables, read_documents([corpus]), notebooks=notebooks
    )
    return tables, folder / "out"


def test_the_documents_are_as_many_and_differ(large):
    tables, _ = large
    assert len(tables.documents) == DOCUMENTS
    assert tables.documents["sha256"].nunique() > DOCUMENTS * 0.8
    assert len(tables.claims) > 3000


def test_no_page_is_over_its_limit(large, benchmark):
    _, out = large
    assert benchmark["too_large"](out) == []
    assert len(list(out.glob("evidence/*.html"))) == DOCUMENTS


def test_the_readme_shows_pictures_that_are_small():
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    names = re.findall(r"!\[[^\]]+\]\((docs/images/[\w-]+\.png)\)", readme)
    assert len(names) == 3
    for name in names:
        assert 0 < (PROJECT / name).stat().st_size <= 200_000, name
