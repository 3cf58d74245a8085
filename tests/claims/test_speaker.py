"""Who said a figure."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcoop.claims.scene.sentence import split
from kzcoop.claims.talks.speaker import Speakers
from kzcoop.mentions.annotate import annotate
from kzcoop.mentions.person import read_persons

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from speaker_score import measure, report  # noqa: E402


def speaker(text: str, at: int) -> str | None:
    mentions = annotate(text, None)
    speakers = Speakers(split(mentions), read_persons(mentions))
    token = mentions.tokens.start.index(at)
    return speakers.at(token, mentions.tokens.sentence[token])


@pytest.mark.phrases("speaker.yml")
def test_the_speaker_of_a_figure(phrase):
    assert speaker(phrase.text, phrase.spans[0][0]) == phrase.expected["speaker"]


@pytest.mark.parametrize(
    ("docs", "gold", "right"),
    [
        ("tests/devset/docs", "tests/devset/gold", 0.90),
        ("../shared/seeds", "../shared/seeds_gold", 0.97),
    ],
)
def test_speakers_of_gold(docs, gold, right):
    if not (ROOT / docs).is_dir():
        pytest.skip(f"{docs} is not here")
    counts, misses = measure(ROOT / docs, ROOT / gold)
    print(report(counts), *misses, sep="\n")
    assert counts["right"] >= right * counts["claims"]


@given(st.text(alphabet='абвАБВ .,«»–-:\n"онпо словамСмаиловсказал15', max_size=150))
def test_any_text_is_read(text):
    mentions = annotate(text, None)
    speakers = Speakers(split(mentions), read_persons(mentions))
    for index, sentence in enumerate(mentions.tokens.sentence):
        said = speakers.at(index, sentence)
        assert said is None or said.strip()
