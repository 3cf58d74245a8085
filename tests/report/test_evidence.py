"""A document's page: its text unharmed, every span where it belongs, hostile text kept as text."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from kzcoop.report.evidence import Extracted, claim_addresses, evidence_page
from kzcoop.report.highlight import Mark, highlighted
from kzcoop.report.links import anchor, evidence_href, page_name
from kzcoop.report.page import Foot

FOOT = Foot((), (), (), "")
KINDS = st.sampled_from(["claim", "programme", "residue"])


def mark(kind, start, end):
    name = anchor(kind, start, end)
    return Mark(kind, start, end, name, 'hint "x" <b>', f"row-{name}")


SPANS = st.lists(
    st.tuples(KINDS, st.integers(-2, 30), st.integers(-2, 30)).map(lambda t: mark(*t)), max_size=8
)


@given(st.text(alphabet="абв <>&\"'\n1", max_size=25), SPANS)
def test_marked_text_is_the_text_whatever_spans_it_has(text, marks):
    # In pre, since the parser folds white space elsewhere.
    soup = BeautifulSoup(f"<pre>{highlighted(text, marks)}</pre>", "html.parser").pre
    assert soup.get_text() == text
    assert {tag.name for tag in soup.find_all(True)} <= {"mark", "a"}
    inside = {m.anchor for m in marks if 0 <= m.start < m.end <= len(text)}
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert sorted(ids) == sorted(inside)


@given(st.text(alphabet="абвг ", min_size=12, max_size=12), SPANS)
def test_each_span_is_marked_from_its_start_to_its_end(text, marks):
    soup = BeautifulSoup(f"<pre>{highlighted(text, marks)}</pre>", "html.parser")
    for each in marks:
        if not 0 <= each.start < each.end <= len(text):
            continue
        pieces = soup.find_all("mark", class_=each.kind)
        first = soup.find(id=each.anchor)
        assert first in pieces
        assert text[each.start : each.end].startswith(first.get_text())


def test_a_programme_holds_its_claims():
    text = "завершили 29 из 30 пунктов"
    html = highlighted(
        text, [mark("claim", 10, 12), mark("claim", 16, 18), mark("programme", 10, 26)]
    )
    programme = BeautifulSoup(html, "html.parser").find("mark", class_="programme")
    assert programme.get_text() == "29 из 30 пунктов"
    assert [m["id"] for m in programme.find_all("mark")] == ["c10-12", "c16-18"]


def test_crossing_spans_are_both_marked_and_well_nested():
    html = highlighted("abcdef", [mark("claim", 0, 4), mark("residue", 2, 6)])
    pieces = [
        (m["class"], m.get("id"), m.get_text()) for m in BeautifulSoup(html, "html.parser")("mark")
    ]
    assert pieces == [
        (["claim"], "c0-4", "abcd"), (["residue"], "r2-6", "cd"), (["residue"], None, "ef"),
    ]  # fmt: skip


def test_what_no_browser_shows_is_shown_as_missing():
    assert highlighted("a\x00b\ud800\tc\n", []) == "a\ufffdb\ufffd\tc\n"


@pytest.mark.parametrize(
    "doc_id", ["../x", "a/b", "..", ".", "", "отчёт 1", "a" * 300, "x?y#z", "%2e"]
)
def test_no_id_leads_out_of_the_folder(doc_id):
    name = page_name(doc_id)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name)
    assert evidence_href(doc_id) == f"../evidence/{name}.html"


def test_different_ids_have_different_pages():
    ids = ["отчёт 1", "отчёт 2", "a/b", "a-b", "a b", "../a b"]
    assert len({page_name(each) for each in ids}) == len(ids)


class Source:
    doc_id = "d1"
    text = "Оборот составил 4,3 миллиона долларов.\nВ 2022 году."


CLAIM = {
    "claim_id": "k1", "doc_id": "d1", "start": 16, "end": 37, "quote": "4,3 миллиона долларов",
    "indicator": "turnover", "measure": "level", "value": 4.3e9, "value_printed": 4.3e6,
    "value_max": None, "unit": "USD", "qualifier": "exact", "status": "actual", "reporter": "KAZ",
    "partner": "UZB", "region": None, "period": "2022-01/2022-04", "base_period": None,
    "deadline": None, "commodity": None, "rule": "level.verb", "confidence": 0.9,
    "flags": ("magnitude",),
}  # fmt: skip
FINDING = {
    "finding_id": "f1", "check": "magnitude", "severity": "error", "doc_id": "d1",
    "claim_ids": ("k1", "other"), "message": "<b>1000</b> too small", "printed": 4.3e6,
    "suggested": 4.3e9, "basis": "1.4 bn for four months", "message_ru": "слишком мало",
    "basis_ru": "1,4 млрд за четыре месяца",
}  # fmt: skip


def render(language="en", used_by=(), **document):
    extracted = Extracted(
        {"title": "Новость", "published": None, "language": "ru", **document}, [CLAIM], [],
        [{"doc_id": "d1", "start": 41, "end": 45, "quote": "2022", "reason": "date"}], [FINDING],
    )  # fmt: skip
    html = evidence_page(Source(), extracted, claim_addresses([CLAIM]), used_by, FOOT, language)
    return BeautifulSoup(html, "html.parser")


def test_a_claim_is_marked_and_described():
    soup = render()
    assert soup.find(id="c16-37").get_text() == "4,3 миллиона долларов"
    row = soup.find(id="row-c16-37").get_text(" ", strip=True)
    for part in (
        "trade turnover",
        "level",
        "Kazakhstan → Uzbekistan",
        "Jan–Apr 2022",
        "level.verb",
        "0.90",
        "order of magnitude",
    ):
        assert part in row
    assert soup.find(id="row-r41-45").get_text(" ", strip=True) == "2022 date"


def test_a_corrected_figure_shows_what_was_printed_too():
    cell = render().find(id="row-c16-37").find("td", class_="num")
    assert cell.s.get_text() == "4,300,000 USD"
    assert "4,300,000,000 USD (corrected)" in cell.get_text(" ", strip=True)


def test_a_finding_speaks_the_language_of_the_page():
    text = render("ru").find("li", class_="error").get_text(" ", strip=True)
    assert "слишком мало" in text and "1,4 млрд за четыре месяца" in text
    assert "too small" not in text


def test_a_finding_says_what_would_fit_and_why():
    item = render().find("li", class_="error")
    text = item.get_text(" ", strip=True)
    assert "cannot be right" in text and "<b>1000</b> too small" in text
    assert "Would fit : 4,300,000,000" in text.replace("fit:", "fit :")
    assert [a["href"] for a in item.find_all("a")] == ["d1.html#c16-37"]


def test_an_undated_document_is_said_to_be_undated():
    assert "Published: undated" in " ".join(render().find(class_="about").get_text().split())
    assert "10 February 2023" in render(published="2023-02-10").find(class_="about").get_text()


def test_one_gets_back_to_the_pages_that_use_a_document():
    soup = render(used_by=[("CHN/01_growth.html", "Growth, China")])
    assert soup.find("a", href="../CHN/01_growth.html").get_text() == "Growth, China"


def test_an_address_that_is_no_web_address_is_no_link():
    assert "javascript" not in str(render(url="javascript:alert(1)"))
    assert render(url="https://example.org/1").find("a", href="https://example.org/1")


def test_the_frame_is_russian_where_asked():
    text = render("ru").get_text(" ", strip=True)
    assert "товарооборот" in text and "Исходные" not in text and "не может быть верно" in text
    assert "4\u202f300\u202f000\u202f000 USD" in text


def test_hostile_reports_stay_text(small_run):
    (path,) = [p for p in (small_run.out / "evidence").glob("*.html") if p.stem.startswith("up-")]
    html = path.read_text(encoding="utf-8")
    assert "<script" not in html and "<img" not in html
    text = BeautifulSoup(html, "html.parser").find(class_="report").get_text()
    assert text.startswith("<script>document.title=1</script> Товарооборот составил $5 млрд\ufffd")
    assert "<script>alert(1)</script>" in BeautifulSoup(html, "html.parser").h1.get_text()
