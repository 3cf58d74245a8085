"""Sentences down to every field that they fix, and sentences that claim nothing."""

from __future__ import annotations

import pytest

DEFAULTS = {"qualifier": "exact", "status": "actual", "value_max": None}


@pytest.mark.phrases(
    "claim.yml",
    "claim_counts.yml",
    "claim_carried.yml",
    "claim_dating.yml",
    "claim_discourse.yml",
    "claim_partner.yml",
    "claim_periods.yml",
    "claim_flows.yml",
    "claim_indicator.yml",
    "claim_regions.yml",
    "claim_notes.yml",
    "claim_releases.yml",
    "claim_sides.yml",
    "claim_spans.yml",
    "claim_statistics.yml",
    "claim_status.yml",
    "claim_talks.yml",
    "claim_time.yml",
    "claim_works.yml",
)
def test_claims(phrase, read_phrase, differences):
    claims = read_phrase(phrase).claims
    assert [claim.quote for claim in claims] == phrase.quotes
    assert [(claim.start, claim.end) for claim in claims] == list(phrase.spans)
    pairs = zip(claims, phrase.every, strict=True)
    wrong = {c.quote: d for c, want in pairs if (d := differences(c, {**DEFAULTS, **want}))}
    assert not wrong


@pytest.mark.phrases("claim_negative.yml")
def test_no_claim(phrase, read_phrase):
    found = read_phrase(phrase)
    assert [(claim.quote, claim.indicator) for claim in found.claims] == []
    left = [(row.start, row.end) for row in found.residue]
    left += [(row.start, row.end) for row in found.programmes]
    for start, end in phrase.spans:
        assert any(a < end and start < b for a, b in left), phrase.text[start:end]
