"""Sentences of the pages: in both languages, the same places, no figure of their own."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import kzcoop.report

LABELS = Path(kzcoop.report.__file__).with_name("labels.csv")
PLACE = re.compile(r"\{(\w*)[^}]*\}")


def rows():
    with LABELS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_label_is_there_once_and_in_both_languages():
    keys = [row["key"] for row in rows()]
    assert len(keys) == len(set(keys))
    assert [row["key"] for row in rows() if not (row["en"].strip() and row["ru"].strip())] == []


def test_both_languages_fill_the_same_places():
    for row in rows():
        assert set(PLACE.findall(row["en"])) == set(PLACE.findall(row["ru"])), row["key"]


def test_no_figure_is_typed_into_a_sentence():
    """Figures of the prose are computed and come through places."""
    for row in rows():
        if row["key"].startswith(("text.", "prose.", "headline.")):
            for language in ("en", "ru"):
                assert not re.search(r"\d", PLACE.sub("", row[language])), row["key"]
