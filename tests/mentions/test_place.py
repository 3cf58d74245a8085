"""What places are read as: the phrase tables are the specification."""

from __future__ import annotations

from typing import Any

import pytest

from kzcoop.mentions.annotate import annotate
from kzcoop.mentions.place import Place


def read(text: str) -> tuple[list[Place], list[tuple[int, int]]]:
    """The places of a text and their characters."""
    mentions = annotate(text, None)
    start, end = mentions.tokens.start, mentions.tokens.end
    return mentions.places, [(start[p.first], end[p.last - 1]) for p in mentions.places]


def hold(phrase: Any) -> None:
    places, spans = read(phrase.text)
    assert [(p.kind, ";".join(p.codes)) for p in places] == [
        (one["kind"], one["codes"]) for one in phrase.every
    ]
    assert spans == list(phrase.spans)
    for place, expected in zip(places, phrase.every, strict=True):
        if "name" in expected:
            assert place.name == expected["name"]


@pytest.mark.phrases("place.yml")
def test_place(phrase: Any) -> None:
    hold(phrase)


@pytest.mark.phrases("place_bugs.yml")
def test_bug_caught(phrase: Any) -> None:
    hold(phrase)


@pytest.mark.phrases("place_negative.yml")
def test_no_place(phrase: Any) -> None:
    assert read(phrase.text)[0] == []
