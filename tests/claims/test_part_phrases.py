"""Parts and totals: which figure of a phrase another one is a part of."""

from __future__ import annotations

import pytest


@pytest.mark.phrases("part.yml")
def test_parts(phrase, read_phrase):
    claims = read_phrase(phrase).claims
    assert [claim.quote for claim in claims] == phrase.quotes
    at = {claim.claim_id: index for index, claim in enumerate(claims)}
    assert [at.get(claim.part_of) for claim in claims] == [w["part_of"] for w in phrase.every]
