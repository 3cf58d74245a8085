"""Numbers that are in no claim: each with its span and the reason."""

from __future__ import annotations

import pytest


@pytest.mark.phrases("residue.yml")
def test_residue(phrase, read_phrase):
    found = read_phrase(phrase)
    wanted = [(*span, phrase.expected["reason"]) for span in phrase.spans]
    assert [(row.start, row.end, row.reason) for row in found.residue] == wanted
    assert all(phrase.text[row.start : row.end] == row.quote for row in found.residue)
