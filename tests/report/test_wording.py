"""The table of words: complete in both languages, and nothing in it that no template uses."""

from __future__ import annotations

import csv
import re

import pytest

from kzcoop.claims import claim
from kzcoop.errors import LexiconError
from kzcoop.report.wording import TEMPLATES, Wording


def rows():
    with (TEMPLATES / "wording.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_word_is_there_in_both_languages():
    keys = [row["key"] for row in rows()]
    assert len(keys) == len(set(keys))
    for row in rows():
        assert bool(row["en"]) == bool(row["ru"]), row
        assert set(re.findall(r"{\w+}", row["en"])) == set(re.findall(r"{\w+}", row["ru"])), row
        if row["en"] and row["key"] != "unit.percent":
            assert re.search("[А-Яа-я]", row["ru"]) or row["key"].startswith("format."), row


def test_every_word_that_a_template_asks_for_is_there():
    known = {row["key"] for row in rows()}
    for path in TEMPLATES.rglob("*.j2"):
        asked = set(re.findall(r"\bwords\.(\w+)", path.read_text(encoding="utf-8")))
        assert asked <= known | {"topic", "code", "number", "size", "language", "chart_numbers"}, (
            path.name
        )


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("indicator", claim.INDICATORS),
        ("measure", claim.MEASURES),
        ("qualifier", claim.QUALIFIERS),
        ("status", claim.STATUSES),
        ("kind", claim.PROGRAMME_KINDS),
        ("reason", claim.RESIDUE_REASONS),
        ("severity", ("info", "warning", "error")),
    ],
)
def test_every_code_of_the_tables_has_a_word(kind, codes):
    known = {row["key"] for row in rows()}
    assert {f"{kind}.{code}" for code in codes} <= known


def test_an_unknown_key_is_an_error_that_names_it():
    with pytest.raises(LexiconError, match="no_such_word"):
        Wording("en")("no_such_word")


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        (24e9, "24,000,000,000", "24\u202f000\u202f000\u202f000"),
        (13.2, "13.2", "13,2"),
        (-12.0, "\u221212", "\u221212"),
        (0, "0", "0"),
        (33.3333, "33.3333", "33,3333"),
    ],
)
def test_numbers_are_written_as_the_language_does(value, english, russian):
    assert (Wording("en").number(value), Wording("ru").number(value)) == (english, russian)
