"""Characters, tokens and sentences from the phrase tables."""

from __future__ import annotations

import pytest

from kzcoop.language.text import clean, tokenize


@pytest.mark.phrases("text.yml")
def test_token(phrase):
    tokens = tokenize(phrase.text)
    start, end = phrase.spans[0]
    found = {
        (tokens.start[i], tokens.end[i]): (tokens.low[i], tokens.kind[i])
        for i in range(len(tokens.low))
    }
    assert found.get((start, end)) == (phrase.expected["low"], phrase.expected["kind"]), found
    assert len(clean(phrase.text)) == len(phrase.text)


@pytest.mark.phrases("sentence.yml")
def test_sentences(phrase):
    tokens = tokenize(phrase.text)
    found = [tokens.span(number) for number in range(len(tokens.bounds))]
    assert [phrase.text[a:b] for a, b in found] == phrase.quotes
    assert found == list(phrase.spans)
