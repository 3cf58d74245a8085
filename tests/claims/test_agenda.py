"""What was discussed, and who met whom."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcoop.claims.headline import headline_partner
from kzcoop.claims.scene.sentence import split
from kzcoop.claims.talks.agenda import read_agenda
from kzcoop.claims.talks.meeting import read_meetings
from kzcoop.mentions.annotate import annotate
from kzcoop.mentions.topic import taxonomy
from kzcoop.reading.document import Document, read_documents

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))
from agenda_score import GOLD, Score, gold, score_agenda, score_meetings  # noqa: E402

FOLDERS = [ROOT / "tests" / "devset" / "docs", ROOT.parent / "shared" / "seeds"]
WANTED = {path.stem for path in GOLD.glob("*.json")}


def read(document: Document):
    mentions = annotate(document.text, document.published)
    sentences = split(mentions)
    title = annotate(document.title or "", None)
    headline = headline_partner(sentences, title.places, title.tokens.low)
    agenda = read_agenda(document, mentions, sentences, headline)
    return agenda, read_meetings(document, mentions, sentences)


def agenda(text: str) -> list[tuple[str | None, str]]:
    return [(item.partner, item.topic) for item in read(Document("d", text))[0]]


def meetings(text: str, published: date | None = None) -> list[tuple[str | None, ...]]:
    rows = read(Document("d", text, published=published))[1]
    return [(row.person, row.role, row.country, row.place, row.date) for row in rows]


@pytest.mark.phrases("agenda.yml")
def test_what_was_discussed(phrase):
    assert agenda(phrase.text) == [tuple(row) for row in phrase.expected["agenda"]]


@pytest.mark.phrases("meeting.yml")
def test_who_met(phrase):
    wanted = [tuple(row) for row in phrase.expected["meetings"]]
    assert meetings(phrase.text) == wanted


def test_spans_are_the_words_that_name_the_topic():
    text = "Стороны обсудили вопросы туризма."
    (item,) = read(Document("d", text))[0]
    assert text[item.start : item.end] == "туризма"


def test_a_meeting_of_an_earlier_year_is_no_meeting_of_this_report():
    text = "Летом 2024-го, когда Реджеп Тайип Эрдоган прилетал в Астану, говорили о газе."
    assert meetings(text, date(2025, 7, 31)) == []


def test_agenda_and_meetings_of_gold():
    of_agenda, of_meetings = Score(), Score()
    found = [
        document
        for folder in FOLDERS
        if folder.is_dir()
        for document in read_documents([folder])
        if document.doc_id in WANTED
    ]
    assert len(found) in (len(WANTED), len(WANTED) - 5)  # the five reports are not everywhere
    for document in found:
        items, rows = read(document)
        wanted = gold(document.doc_id)
        score_agenda(of_agenda, document.doc_id, wanted["agenda"], items)
        score_meetings(of_meetings, document.doc_id, wanted["meetings"], rows)
    print("agenda  ", of_agenda, *of_agenda.misses, sep="\n")
    print("meetings", of_meetings, *of_meetings.misses, sep="\n")
    assert of_agenda.f1 >= 0.90
    assert of_meetings.f1 >= 0.90


def test_gold_names_topics_of_the_taxonomy():
    for doc_id in WANTED:
        assert {row["topic"] for row in gold(doc_id)["agenda"]} <= set(taxonomy())


@given(st.text(alphabet="обсудилвопросыторговли АстанаТокаев.,«»–\n", max_size=200))
def test_any_text_is_read(text):
    items, rows = read(Document("d", text))
    assert all(0 <= item.start < item.end <= len(text) for item in items)
    assert len({row.person for row in rows}) == len(rows)
