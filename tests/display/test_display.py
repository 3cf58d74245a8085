"""What a record or table shows in a notebook: the words behind a number, and nothing that runs."""

from __future__ import annotations

import pickle
import re

import pandas as pd
import pytest
from bs4 import BeautifulSoup

import kzcoop
from kzcoop.checks.finding import Finding
from kzcoop.claims.extract import extract
from kzcoop.engine import build_tables
from kzcoop.errors import NotInCorpusError
from kzcoop.reading.document import Document
from kzcoop.report.display import html
from kzcoop.report.prose.base import Prose
from kzcoop.report.tables import show

ATTACK = "<script>alert(1)</script><img src=x onerror=\"alert('2')\">"
TEXT = (
    f"В 2022 году товарооборот Казахстана с Китаем вырос на 34% и превысил $24 млрд. {ATTACK}\0\n"
    "К 2030 году его намерены довести до $35 млрд. В 2023 году из пяти пунктов пропуска с Китаем "
    "реконструируют два: «Калжат – Дулаты» и «Майкапчагай – Зимунай».\n"
)
HOSTILE = Document(
    f"x\"'>{ATTACK}", TEXT, title=f"Торговля с Китаем {ATTACK}", outlet=f"Издание {ATTACK}",
    url="javascript:alert(1)",
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus():
    return build_tables([HOSTILE])


def soup(shown) -> BeautifulSoup:
    """Return what a front end gets, after it was seen to hold nothing that runs or asks."""
    found = BeautifulSoup(shown._repr_html_(), "html.parser")
    assert not found.find_all(["script", "img", "iframe", "link", "object", "form"])
    for tag in found.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on")], tag
        assert str(tag.get("href", "#")).startswith(("#", "https://", "http://")), tag
    (style,) = {tag.string for tag in found.find_all("style")}
    assert "url(" not in style and "@import" not in style
    return found


def records():
    found = extract(HOSTILE)
    finding = Finding(
        "f1", "magnitude", "error", HOSTILE.doc_id, (ATTACK,), ATTACK, 4.3e6, 4.3e9, ATTACK
    )
    return [HOSTILE, found, *found.claims, *found.programmes, *found.residue, finding]


@pytest.mark.parametrize("record", records(), ids=lambda record: type(record).__name__)
def test_no_text_of_a_report_becomes_markup(record):
    soup(record)
    for language in ("en", "ru"):
        assert "<img" not in html(record, language)


def test_dollar_signs_are_no_formula(corpus):
    """JupyterLab sets what is between two of them as mathematics, unless a class forbids it."""
    for shown in (HOSTILE, corpus.claims, corpus, corpus.evidence(corpus.claims.claim_id[0])):
        assert {"tex2jax_ignore", "mathjax_ignore"} <= set(soup(shown).div["class"])


def test_sums_in_a_sentence_or_table_of_a_report_are_no_formula():
    prose = Prose("from $5 bn", "to $6 bn & <more>")
    assert soup_of(prose).p["class"] == ["tex2jax_ignore", "mathjax_ignore"]
    assert soup_of(prose).get_text() == repr(prose) == "from $5 bn to $6 bn & <more>"
    frame = pd.DataFrame([("level", 3.0, "$ or $")], columns=["figure", "tolerance", "unit"])
    table = show(frame, "agreement.tolerance")
    assert "tex2jax_ignore" in soup_of(table).table["class"]


def soup_of(shown) -> BeautifulSoup:
    return BeautifulSoup(shown._repr_html_(), "html.parser")


def test_a_document_shows_every_number_where_it_stands():
    page, found = soup(HOSTILE), extract(HOSTILE)
    text = page.select_one("div.kz-text")
    assert text.get_text() == TEXT.replace("\0", "\N{REPLACEMENT CHARACTER}")
    marked = {mark.get_text() for mark in text.select("mark.claim")}
    assert marked == {claim.quote for claim in found.claims} != set()
    assert len(text.select("mark.residue")) == len(found.residue) > 0
    assert len(text.select("mark.programme")) >= len(found.programmes) == 1
    hints = [mark["title"] for mark in text.select("mark.claim")]
    assert any("over 24 bn USD" in hint for hint in hints), hints


def test_marks_and_rows_of_a_document_lead_to_each_other():
    page = soup(HOSTILE)
    ids = {tag["id"] for tag in page.find_all(id=True)}
    links = [tag["href"][1:] for tag in page.select('a[href^="#"]')]
    assert links and set(links) <= ids
    other = {tag["id"] for tag in soup(Document("y", TEXT)).find_all(id=True)}
    assert not ids & other, "two documents in one notebook have anchors of their own"


def test_a_table_of_claims_opens_the_sentence_behind_a_value(corpus):
    page = soup(corpus.claims)
    rows = page.select("tbody tr")
    assert len(rows) == len(corpus.claims)
    for row, claim in zip(rows, corpus.claims.itertuples(), strict=True):
        assert claim.quote in row.select_one("summary")["title"]
        assert row.select_one("details mark").get_text() == claim.quote


def test_two_equal_quotes_in_a_sentence_are_not_confused():
    """Which of them a claim means is not in its row, so neither is marked."""
    text = "Экспорт в Китай вырос на 5%, импорт из Китая вырос на 5%."
    for row in soup(build_tables([Document("z", text)]).claims).select("tbody tr"):
        assert row.select_one("details span").get_text() == text
        assert not row.select("mark")


def test_what_pandas_makes_of_claims_still_shows_its_sentences(corpus):
    claims = corpus.claims
    for frame in (
        claims[claims.status == "target"], claims.sort_values("value"), claims.copy(),
        claims.assign(mine="own"), pd.concat([claims, claims]), pickle.loads(pickle.dumps(claims)),
    ):  # fmt: skip
        assert soup(frame).select("details mark")
    assert "own" in soup(claims.assign(mine="own")).get_text()
    assert "<details" not in claims[["quote", "value"]]._repr_html_()
    assert claims[["quote", "value"]].shape == (len(claims), 2)


def test_long_tables_are_cut_as_pandas_is_told(corpus):
    many = pd.concat([corpus.claims] * 40, ignore_index=True)
    assert len(soup(many).select("tbody tr")) == pd.get_option("display.min_rows") + 1
    with pd.option_context("display.max_rows", None):
        assert len(soup(many).select("tbody tr")) == len(many)
    assert f"{len(many)} rows" in repr(many)


def test_a_finding_opens_the_sentences_that_it_is_about():
    text = (
        "Экспорт в Китай составил 13,2 млн долларов, импорт – 310,9 млн, всего 324,1 млн долларов."
    )
    found = build_tables([Document("z", text)])
    known = found.findings[found.findings.claim_ids.map(len) > 0]
    assert len(known)
    for title in soup(known).select("summary"):
        assert title["title"] == text


def test_evidence_marks_the_number_itself_among_equal_ones():
    text = "Экспорт в Китай вырос на 5%, импорт из Китая вырос на 5%."
    found = build_tables([Document("z", text)])
    first, second = found.claims.claim_id
    for claim_id, before in ((first, "Экспорт в Китай вырос "), (second, "импорт из Китая вырос ")):
        mark = soup(found.evidence(claim_id)).select_one("mark.claim")
        assert str(mark.previous_sibling).endswith(before)
        assert mark.get_text() == "на 5%"


def test_evidence_of_a_programme_and_of_what_is_not_there(corpus):
    (programme,) = corpus.programmes.programme_id
    assert soup(corpus.evidence(programme)).select_one("mark.programme")
    with pytest.raises(NotInCorpusError, match="nearest"):
        corpus.evidence("no-such-claim")
    with pytest.raises(NotInCorpusError):
        corpus.document("no-such-report")


@pytest.mark.parametrize("record", records(), ids=lambda record: type(record).__name__)
def test_a_terminal_gets_one_line_with_what_matters(record):
    said = repr(record)
    assert said.startswith(f"<{type(record).__name__} ") and said.endswith(">")
    assert len(said.splitlines()) == 1 and len(said) < 400


def test_a_claim_says_what_it_claims():
    said = repr(extract(HOSTILE).claims[1])
    for part in ("«$24 млрд»", "turnover level", "over 24,000,000,000 USD", "KAZ–CHN", "2022"):
        assert part in said


def test_a_corpus_shows_its_partners(corpus):
    assert "China" in soup(corpus).get_text()
    assert re.match(r"<Corpus of 1 reports: undated, \d+ claims", repr(corpus))


def test_tab_completion_offers_what_is_meant_to_be_used():
    assert set(dir(kzcoop)) == set(kzcoop.__all__)
    for name in dir(kzcoop):
        assert getattr(kzcoop, name) is not None
        assert name == "__version__" or getattr(kzcoop, name).__doc__
