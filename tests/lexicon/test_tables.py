"""Every word table holds together: ids, kinds, examples that fire, nothing that cannot."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

import kzcoop.lexicon.loader as loader
from kzcoop.language.text import tokenize
from kzcoop.lexicon.loader import Matcher, entries, fold, read_table

TABLES = sorted(path.stem for path in Path(loader.__file__).parent.glob("*.csv"))
# Rows that list names for look-up, by kind; several peoples, offices and posts share one.
LISTS = {"checkpoint_words": {"alone", "common", "away"}}
SHARED = {"names", "officials"}
KINDS = {
    "numerals": {
        "unit", "teen", "ten", "hundred", "half", "hundreds", "multiplier", "halfmult", "fraction",
        "vulgar", "times", "timesverb", "adjective", "percent", "ordinal", "idiom", "group",
    },
    "units": {
        "currency", "code", "sign", "percent", "times", "tonne", "teu", "wagon", "perday",
    },
    "counted": {
        "projects_count", "enterprises_count", "goods_positions", "checkpoints_count", "jobs",
        "people", "freight", "pieces", "vehicles", "other", "time", "out",
    },
    "hedges": {"pre", "verb", "post", "filler"},
}  # fmt: skip
# forms in which a stem of the table may stand in a text
_ENDINGS = (
    "",
    *"а ы е у я ть ло ла л ли ся лся ий ой ый ая ом ым ого ных ение ания но ет ит ят".split(),
)


def patterns(name):
    """The rows of a table that are matched, not looked up."""
    return [row for row in read_table(name) if row["kind"] not in LISTS.get(name, ())]


def alternatives(rows):
    """Every alternative of rows as (row id, words)."""
    for row in rows:
        for alternative in row["pattern"].split("|"):
            yield row["id"], tuple(fold(word) for word in alternative.split())


def samples(words):
    """Token lists that an alternative is written for."""
    choices = []
    for word in words:
        if len(word) > 1 and word[-1] == "*":
            choices.append([word[:-1] + ending for ending in _ENDINGS])
        elif len(word) > 1 and word[-1] == "~":
            choices.append([word[:-1] + ending for ending in ("а", "ов", "ия", "ие", "ей", "и")])
        else:
            choices.append([word])
    return product(*choices)


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_complete(name):
    rows = read_table(name)
    assert rows
    for row in rows:
        assert re.fullmatch(r"[\w.-]+", row["id"]), row
        assert row["example"].strip() and row["source"].strip() and row["kind"].strip(), row
    assert KINDS.get(name, {row["kind"] for row in rows}) == {row["kind"] for row in rows}


@pytest.mark.parametrize("name", TABLES)
def test_every_example_fires_its_own_row(name):
    matcher = Matcher(entries(name))
    silent = []
    for row in patterns(name):
        wanted = {row["id"]}
        if name in SHARED:
            wanted = {other["id"] for other in read_table(name) if shares(row, other)}
        hits = matcher.find(tokenize(row["example"]).low)[name].values()
        if not wanted & {hit.entry.id for hit in hits}:
            silent.append((row["id"], row["example"]))
    assert not silent


def shares(row, other):
    return bool(set(row["pattern"].split("|")) & set(other["pattern"].split("|")))


@pytest.mark.parametrize("name", [name for name in TABLES if name not in SHARED])
def test_no_alternative_is_in_the_shadow_of_another_row(name):
    matcher = Matcher(entries(name))
    dead = [
        (row, " ".join(words))
        for row, words in alternatives(patterns(name))
        if not any(
            hit.entry.id == row and hit.first == 0
            for sample in samples(words)
            for hit in matcher.find(sample)[name].values()
        )
    ]
    assert not dead


@pytest.mark.parametrize("name", TABLES)
def test_no_row_holds_an_alternative_twice(name):
    found = list(alternatives(read_table(name)))
    assert sorted(found) == sorted(set(found))


def test_values_of_numerals_are_numbers():
    for row in read_table("numerals"):
        assert Decimal(row["value"]) >= 0, row


def test_currencies_are_iso_codes():
    for row in read_table("units"):
        if row["kind"] in ("currency", "code", "sign"):
            assert re.fullmatch("[A-Z]{3}", row["value"]), row


def test_hedges_give_a_qualifier():
    assert {row["value"] for row in read_table("hedges")} == {
        "over", "under", "about", "upto", "exact"
    }  # fmt: skip
