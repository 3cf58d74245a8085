"""What periods are read as: the phrase tables are the specification."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kzcoop.mentions.annotate import annotate
from kzcoop.mentions.period import Period

PUBLISHED = date(2025, 6, 18)
FIELDS = ("year", "months", "shift")


def read(text: str, published: date | None) -> tuple[list[Period], list[tuple[int, int]]]:
    """The periods of a text and their characters."""
    mentions = annotate(text, published)
    start, end = mentions.tokens.start, mentions.tokens.end
    return mentions.periods, [(start[p.first], end[p.last - 1]) for p in mentions.periods]


def told(phrase: Any, field: str) -> list[tuple[str, str | None]]:
    return [(one["role"], one.get(field, one["value"])) for one in phrase.every]


@pytest.mark.phrases("period.yml")
def test_period(phrase: Any) -> None:
    hold(phrase)


@pytest.mark.phrases("period_bugs.yml")
def test_bug_caught(phrase: Any) -> None:
    hold(phrase)


def hold(phrase: Any) -> None:
    """Hold what is read in a phrase to what the table says of it."""
    published = phrase.every[0].get("published", PUBLISHED) if phrase.every else PUBLISHED
    periods, spans = read(phrase.text, published)
    assert [(p.role, p.value) for p in periods] == told(phrase, "value")
    assert spans == list(phrase.spans)
    for period, expected in zip(periods, phrase.every, strict=True):
        for field in FIELDS:
            if field in expected:
                wanted = expected[field]
                assert getattr(period, field) == (tuple(wanted) if field == "months" else wanted)


@pytest.mark.phrases("period.yml")
def test_period_without_a_date(phrase: Any) -> None:
    periods, spans = read(phrase.text, None)
    assert [(p.role, p.value) for p in periods] == told(phrase, "undated")
    assert spans == list(phrase.spans)


@pytest.mark.phrases("period_negative.yml")
@pytest.mark.parametrize("published", [PUBLISHED, None], ids=["dated", "undated"])
def test_no_period(phrase: Any, published: date | None) -> None:
    assert read(phrase.text, published)[0] == []
