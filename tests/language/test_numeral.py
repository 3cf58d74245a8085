"""Numbers in digits and in words, from the phrase tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kzcoop.language.digits import parse_digits
from kzcoop.language.numeral import Number, NumberReader
from kzcoop.language.text import tokenize
from kzcoop.lexicon.loader import Matcher, entries

_MATCHER = Matcher(entries("numerals"))


def number_at(text: str, start: int) -> tuple[Number | None, int, int]:
    """The number that begins at a character, and its span."""
    tokens = tokenize(text)
    numerals = _MATCHER.find(tokens.low)["numerals"]
    index = tokens.start.index(start)
    number = NumberReader(tokens, numerals).read(index)
    if number is None:
        return None, start, start
    return number, tokens.start[number.first], tokens.end[number.last - 1]


@pytest.mark.phrases("numeral.yml")
def test_number(phrase):
    number, start, end = number_at(phrase.text, phrase.spans[0][0])
    assert number is not None
    assert phrase.text[start:end] == phrase.quotes[0]
    wanted = phrase.expected
    assert round(number.value, 9) == round(Decimal(str(wanted["value"])), 9)
    assert number.scale == Decimal(str(wanted["scale"]))
    assert (number.form, number.post) == (wanted["form"], wanted.get("post", 0))


@pytest.mark.phrases("numeral_negative.yml")
def test_no_number(phrase):
    number, start, end = number_at(phrase.text, phrase.spans[0][0])
    assert number is None, phrase.text[start:end]


@pytest.mark.parametrize("text", ["", "12.", "1,2,3", "1.23.4", "12.34.567", "1 23", "abc"])
def test_marks_that_leave_a_number_open_are_not_guessed(text):
    assert parse_digits(text) is None
