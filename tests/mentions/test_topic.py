"""Topics of talks by the taxonomy."""

from __future__ import annotations

import pytest

from kzcoop.mentions.annotate import annotate
from kzcoop.mentions.person import read_persons
from kzcoop.mentions.topic import read_topics, taxonomy


def topics(text: str) -> list[str]:
    mentions = annotate(text, None)
    return [topic.name for topic in read_topics(mentions, read_persons(mentions))]


@pytest.mark.phrases("topic.yml")
def test_the_topics_of_a_phrase(phrase):
    assert topics(phrase.text) == phrase.expected["topics"]


def test_the_taxonomy_has_labels_in_both_languages():
    subjects = taxonomy()
    assert 40 <= len(subjects) <= 60
    assert all(one.label_en and one.label_ru and one.group for one in subjects.values())


def test_every_topic_of_the_table_is_in_the_taxonomy():
    named = {name for text in ("водно-энергетическая сфера", "торговля") for name in topics(text)}
    assert named == {"water", "energy", "trade"} <= set(taxonomy())
