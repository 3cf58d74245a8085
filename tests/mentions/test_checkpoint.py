"""Which names are read as checkpoints: the phrase tables are the specification."""

from __future__ import annotations

from typing import Any

import pytest

from kzcoop.mentions.annotate import annotate


def hold(phrase: Any) -> None:
    mentions = annotate(phrase.text, None)
    start, end = mentions.tokens.start, mentions.tokens.end
    posts = [place for place in mentions.places if place.kind == "checkpoint"]
    assert [(p.name, p.side, p.register) for p in posts] == [
        (one["name"], one["side"], one["register"]) for one in phrase.every
    ]
    # a pair in one token are two posts with one span
    twice = 2 if any(one.get("spans_twice") for one in phrase.every) else 1
    spans = [span for span in phrase.spans for _ in range(twice)]
    assert [(start[p.first], end[p.last - 1]) for p in posts] == spans


@pytest.mark.phrases("checkpoint.yml")
def test_checkpoint(phrase: Any) -> None:
    hold(phrase)


@pytest.mark.phrases("checkpoint_bugs.yml")
def test_bug_caught(phrase: Any) -> None:
    hold(phrase)


@pytest.mark.phrases("checkpoint_negative.yml")
def test_no_checkpoint(phrase: Any) -> None:
    posts = [place for place in annotate(phrase.text, None).places if place.kind == "checkpoint"]
    assert posts == []
