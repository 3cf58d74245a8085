"""A corpus that another kernel of the run has read: the same tables, and no reading."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from kzcoop import engine
from kzcoop.report import shared

CORPUS = Path(__file__).parents[2] / "data" / "corpus"


@pytest.fixture
def run(tmp_path, monkeypatch) -> Path:
    """Give the folder that the kernels of a run share."""
    monkeypatch.setenv(shared.FOLDER, str(tmp_path))
    return tmp_path


def test_a_corpus_taken_over_is_the_one_that_was_read(run, monkeypatch):
    read = engine.open_corpus(CORPUS)
    monkeypatch.delattr(engine, "build_tables")
    taken = engine.open_corpus(CORPUS)
    assert taken.reports == read.reports
    for table in (field.name for field in fields(read) if field.name != "reports"):
        first, second = getattr(read, table), getattr(taken, table)
        assert type(first) is type(second)
        assert_frame_equal(first, second)
        assert first.to_html() == second.to_html() and first._repr_html_() == second._repr_html_()
    assert len(list(run.iterdir())) == 1


def test_other_reports_and_other_corrections_are_read_anew(run, tmp_path):
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "one.txt").write_text("Экспорт в Китай составил 5 млрд долларов.", "utf-8")
    assert engine.open_corpus(corpus).claims.value.tolist() == [5e9]
    (corpus / "one.txt").write_text("Экспорт в Китай составил 6 млрд долларов.", "utf-8")
    opened = engine.open_corpus(corpus)
    assert opened.claims.value.tolist() == [6e9]
    (tmp_path / "corrections.yml").write_text("[]\n")
    engine.open_corpus(corpus)
    assert len(list(run.glob("*.pickle"))) == 3


def test_what_fails_fails_for_every_kernel(run):
    def fail() -> None:
        raise ValueError

    for _ in range(2):
        with pytest.raises(ValueError):
            shared.made_once(fail, "given")
    assert not list(run.iterdir())
