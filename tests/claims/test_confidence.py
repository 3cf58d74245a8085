"""Confidence: lower where more was guessed; every fact that the table knows is met in reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzcoop.claims.confidence import evidence, table
from kzcoop.claims.extract import extract, read
from kzcoop.reading.document import Document, read_documents

DEVSET = Path(__file__).parents[1] / "devset" / "docs"


def drafts(text, title=None):
    return [d for d in read(Document("t", text, title)).drafts if not d.rejected]


@pytest.mark.parametrize(
    ("text", "feature", "level"),
    [
        ("Экспорт в Узбекистан в 2023 году составил 3 млрд долларов.", "indicator", "own clause"),
        ("Экспорт в Узбекистан в 2023 году составил 3 млрд долларов.", "partner", "sentence"),
        ("Экспорт в Узбекистан в 2023 году составил 3 млрд долларов.", "time", "own"),
        ("Экспорт в Узбекистан составил 3 млрд долларов.", "time", "none"),
        ("Товарооборот с Ираном к 2030 году доведут до 3 млрд долларов.", "time", "deadline"),
        ("Товарооборот с Ираном к 2030 году доведут до 3 млрд долларов.", "status", "ahead"),
        ("Экспорт – 13,2, импорт – 310,9 млн долларов.", "unit", "inherited"),
        ("Реализуется семь совместных проектов.", "indicator", "counted noun"),
        ("Реализуется семь совместных проектов.", "form", "words"),
    ],
)
def test_evidence_says_how_a_field_was_decided(text, feature, level):
    assert evidence(drafts(text)[0])[feature] == level


def test_what_the_text_before_says_is_told_apart():
    second = drafts(
        "Товарооборот с Ираном в 2023 году вырос до 3 млрд долларов. Прибавка составила 12%."
    )[-1]
    found = evidence(second)
    assert (found["partner"], found["time"]) == ("text before", "text before")


def test_every_level_of_the_table_is_met_in_the_devset():
    """A level that nothing meets any more was renamed in one place only."""
    met = {
        item
        for document in read_documents([DEVSET])
        for one in read(document).drafts
        if not one.rejected
        for item in evidence(one).items()
    }
    assert set(table().points) <= met


def test_more_guessing_never_makes_surer():
    known = table()
    sure = {"indicator": "own clause", "partner": "sentence", "time": "own", "unit": "own"}
    guessed = {**sure, "indicator": "topic", "rival": "weak winner"}
    assert known.confidence(guessed) <= known.confidence(sure)
    assert all(0 < value <= 1 for value in known.values)
    assert list(known.values) == sorted(known.values)


def test_claims_carry_the_confidence_of_the_table():
    text = "Экспорт в Узбекистан в 2023 году составил 3 млрд долларов."
    (claim,) = extract(Document("t", text)).claims
    assert claim.confidence == table().confidence(evidence(drafts(text)[0]))
