"""The matcher: words, stems, nouns in any case, the longest row of a table."""

from __future__ import annotations

import pytest

from kzcoop.errors import LexiconError
from kzcoop.lexicon.loader import Entry, Matcher


def found(patterns, text, table="units"):
    rows = [(Entry(table, name, "", ""), pattern) for name, pattern in patterns.items()]
    hits = Matcher(rows).find(text.split())[table].values()
    return [(hit.entry.id, hit.first, hit.last) for hit in hits]


def test_a_word_matches_itself_only():
    assert found({"a": "сум"}, "сум сума сумма") == [("a", 0, 1)]


def test_a_star_matches_whatever_follows():
    assert found({"a": "рубл*"}, "рубль рублей рублёвый руб") == [
        ("a", 0, 1),
        ("a", 1, 2),
        ("a", 2, 3),
    ]


def test_a_tilde_matches_a_noun_in_every_case_and_no_adjective():
    text = "регион региона регионов регионами регионах региональных регионализм"
    assert [hit[1] for hit in found({"a": "регион~"}, text)] == [0, 1, 2, 3, 4]
    assert [hit[1] for hit in found({"a": "лини~"}, "линия линий линиями линейный линь")] == [
        0,
        1,
        2,
    ]


def test_a_tilde_alone_is_the_sign():
    assert found({"a": "~"}, "~ 5") == [("a", 0, 1)]


def test_words_of_a_row_must_follow_each_other():
    rows = {"a": "пункт~ пропуска"}
    assert found(rows, "пунктов пропуска") == [("a", 0, 2)]
    assert found(rows, "пунктов без пропуска") == []
    assert found(rows, "пунктов") == []


def test_the_longest_row_of_a_table_wins():
    rows = {"long": "доллар~ сша", "short": "доллар~"}
    assert found(rows, "долларов сша и долларов") == [("long", 0, 2), ("short", 3, 4)]


def test_no_row_stands_inside_another_of_its_table():
    rows = {"long": "белорусск* рубл~", "short": "рубл~"}
    assert found(rows, "белорусских рублей") == [("long", 0, 2)]


def test_hedges_may_stand_inside_each_other():
    rows = {"long": "и более", "short": "более"}
    assert found(rows, "и более", table="hedges") == [("long", 0, 2), ("short", 1, 2)]


def test_case_and_yo_make_no_difference_in_a_pattern():
    assert found({"a": "Ещё"}, "еще") == [("a", 0, 1)]


@pytest.mark.parametrize("pattern", ["", "рубль|", "р*", "р~"])
def test_a_pattern_that_matches_too_much_or_nothing_is_refused(pattern):
    with pytest.raises(LexiconError):
        found({"a": pattern}, "рубль")


def test_unknown_words_are_forgotten_before_they_fill_the_memory():
    matcher = Matcher([(Entry("units", "a", "", ""), "рубл*")])
    for start in range(0, 300_000, 50_000):
        matcher.find([f"слово{number}" for number in range(start, start + 50_000)])
    assert len(matcher._known) <= 200_000
    assert matcher.find(["рублей"])["units"]
