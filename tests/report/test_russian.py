"""Russian pages speak Russian: what stays Latin is a name, a code, an address or a quotation."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzcoop.analysis import official, progress
from kzcoop.checks.messages import templates
from kzcoop.engine import build_tables
from kzcoop.language.country_names import country_name
from kzcoop.reading.document import read_documents
from kzcoop.report import evidence, frames, labels
from kzcoop.report.page import Foot

CORPUS = Path(__file__).parents[2] / "data" / "corpus"


@pytest.fixture(scope="module")
def tables():
    return build_tables(read_documents([CORPUS]), CORPUS.parent / "corrections.yml")


def test_evidence_of_the_whole_corpus_has_no_english_left(tables, left_english):
    rows = {name: frames.records(getattr(tables, name)) for name in frames.TABLES}
    groups = {name: frames.by_document(rows[name]) for name in rows}
    for each in read_documents([CORPUS]):
        own = {name: groups[name].get(each.doc_id, []) for name in rows}
        extracted = evidence.Extracted(
            own["documents"][0], own["claims"], own["programmes"], own["residue"], own["findings"]
        )
        html = evidence.evidence_page(each, extracted, {}, (), Foot((), (), (), ""), "ru")
        assert left_english(html, each.doc_id) == set(), each.doc_id


def test_every_check_and_flag_has_a_name_in_both_languages():
    for key, row in templates().items():
        for language in labels.LANGUAGES:
            assert labels.check(row["check"], language) == labels.check(key, language)


def test_every_status_word_of_the_analysis_has_its_russian():
    for status in progress.STATUSES:
        assert labels.word(status, "ru") != status


def test_countries_are_called_as_reports_and_officials_call_them():
    assert country_name("KGZ", "ru") == "Кыргызстан"
    assert country_name("TKM", "ru") == "Туркменистан"
    assert country_name("BLR", "ru") == "Беларусь"
    assert country_name("USA", "ru") == "США"
    for code in official.partners_with_data():
        for language in labels.LANGUAGES:
            assert country_name(code, language) != code
