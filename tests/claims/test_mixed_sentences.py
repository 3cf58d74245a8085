"""Sentences of annotated reports in any order, cut anywhere: whatever they say, they are read."""

from __future__ import annotations

import json
import random
import re
from datetime import date
from pathlib import Path

import pytest

from kzcoop.claims.extract import extract
from kzcoop.reading.document import Document

REPORTS = Path(__file__).parents[1] / "annotated" / "docs"
TEXTS, MOST = 150, 12  # a seed, and sentences a text


@pytest.fixture(scope="module")
def sentences():
    lines = [line for path in sorted(REPORTS.glob("*.jsonl")) for line in path.open("rb")]
    texts = [json.loads(line)["text"] for line in lines]
    return [one for text in texts for one in re.split(r"(?<=[.!?»])\s+", text) if one]


@pytest.mark.parametrize("seed", range(8))
def test_sentences_in_any_order_are_read(sentences, seed):
    chance = random.Random(seed)
    for _ in range(TEXTS):
        told = [chance.choice(sentences) for _ in range(chance.randint(2, MOST))]
        cut = [one if chance.random() < 0.8 else one[: chance.randint(1, len(one))] for one in told]
        text = "".join(one + chance.choice((" ", " ", "\n\n", "; ", ", ")) for one in cut)
        day = date(chance.randint(2012, 2026), chance.randint(1, 12), chance.randint(1, 28))
        published = day if chance.random() < 0.8 else None
        found = extract(Document("t", text, chance.choice((None, told[0][:80])), published))
        assert all(text[claim.start : claim.end] == claim.quote for claim in found.claims)
