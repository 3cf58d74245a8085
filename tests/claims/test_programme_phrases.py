"""Programmes: checkpoints and corridors being opened, built or rebuilt."""

from __future__ import annotations

import pytest

DEFAULTS = {"total": None, "done": None, "remaining": None, "deadline": None, "names": []}


@pytest.mark.phrases(
    "programme.yml", "programme_lists.yml", "programme_ways.yml", "programme_told_on.yml"
)
def test_programmes(phrase, read_phrase, differences):
    programmes = read_phrase(phrase).programmes
    assert [row.kind for row in programmes] == [want["kind"] for want in phrase.every]
    pairs = zip(programmes, phrase.every, strict=True)
    assert not [d for row, want in pairs if (d := differences(row, {**DEFAULTS, **want}))]
    assert all(phrase.text[row.start : row.end] == row.quote for row in programmes)
