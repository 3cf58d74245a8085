"""What becomes of a notebook's HTML on its way to a page."""

from __future__ import annotations

import time

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from kzcoop.report.html import chart_text, markdown_to_html
from kzcoop.report.markup import Dress, tidy


def dressed(html: str):
    dress = Dress(
        download=lambda number: (f"../data/{number}.csv", "CSV"),
        scrolls="Scrolls",
        more=lambda count: f"{count} more",
    )
    return tidy(html, dress)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<ScRiPt src=//x></ScRiPt>",
        "<img src=x onerror=alert(1)>",
        "<img src='https://example.org/x.png'>",
        "<img src='data:text/html;base64,PHNjcmlwdD4='>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href=' jAvAsCrIpT:alert(1)'>x</a>",
        "<a href='data:text/html,x'>x</a>",
        "<iframe src='//x'></iframe>",
        "<form action='//x'><input name=a></form>",
        "<meta http-equiv=refresh content='0;url=//x'>",
        "<link rel=stylesheet href='//x'>",
        "<base href='//x'>",
        "<style>body{background:url(//x)}</style>",
        "<p style='background:url(//x)'>x</p>",
        "<p style='position:fixed;top:0'>x</p>",
        "<!--[if IE]><script>alert(1)</script><![endif]-->",
        "<math><mtext><script>alert(1)</script></mtext></math>",
        "<table><caption><script>alert(1)</script></caption><tr><td onclick=x>1</table>",
    ],
)
def test_nothing_that_acts_or_asks_remains(hostile):
    soup = BeautifulSoup(dressed(f"<p>before</p>{hostile}<p>after</p>").html, "html.parser")
    names = {tag.name for tag in soup.find_all(True)}
    assert not names & {"script", "svg", "iframe", "form", "input", "meta", "link", "base", "style"}
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            assert not name.startswith("on")
            assert name not in {"href", "src", "style"} or value.startswith("../data/")
    assert "alert" not in soup.get_text()
    assert "before" in soup.get_text() and "after" in soup.get_text()


@given(st.text(alphabet="<>/\"'=& abcsriptonlXhref:ml!-[]\n", max_size=200))
def test_no_text_leaves_a_script_behind(text):
    soup = BeautifulSoup(dressed(text).html, "html.parser")
    assert not soup.find_all(["script", "style", "iframe", "svg"])


@pytest.mark.parametrize(
    "long", ["<!--" * 50_000, "<p style='width:" + " " * 50_000 + "!'>", "<td>" + "1 " * 50_000]
)
def test_long_odd_markup_takes_no_time(long):
    started = time.perf_counter()
    dressed(f"<table><tr>{long}")
    assert time.perf_counter() - started < 5


def test_links_within_the_report_and_to_the_web_stay():
    html = "<a href='../evidence/d1.html#c1-2'>a</a><a href='https://example.org/?a=1&b=2'>b</a>"
    soup = BeautifulSoup(dressed(html).html, "html.parser")
    assert [a["href"] for a in soup.find_all("a")] == [
        "../evidence/d1.html#c1-2", "https://example.org/?a=1&b=2",
    ]  # fmt: skip


def test_table_of_pandas_gets_scopes_caption_and_numbers_to_the_right():
    html = (
        '<h2>Gaps</h2><table border="1" class="dataframe"><thead><tr style="text-align: right;">'
        "<th></th><th>gap</th><th>status</th></tr></thead><tbody>"
        "<tr><th>CHN</th><td>−4.5</td><td>behind</td></tr>"
        "<tr><th>RUS</th><td>1 234,5</td><td>–</td></tr></tbody></table>"
    )
    body = dressed(html)
    table = BeautifulSoup(body.html, "html.parser").table
    assert table.caption.get_text() == "Gaps"
    assert [(th.get_text(), th["scope"]) for th in table.find_all("th")] == [
        ("gap", "col"), ("status", "col"), ("CHN", "row"), ("RUS", "row"),
    ]  # fmt: skip
    right = [cell.get_text() for cell in table.find_all(class_="num")]
    assert right == ["gap", "−4.5", "1 234,5"]
    assert body.tables == (
        (("", "gap", "status"), ("CHN", "−4.5", "behind"), ("RUS", "1 234,5", "–")),
    )
    frame = table.parent
    assert (frame["tabindex"], frame["role"], frame["aria-label"]) == (
        "0", "region", "Scrolls: Gaps",
    )  # fmt: skip


def test_a_column_with_a_word_in_it_stays_left():
    html = "<table><tr><td>2030</td></tr><tr><td>no deadline</td></tr><tr><td>–</td></tr></table>"
    assert "num" not in dressed(html).html


def test_a_long_list_of_links_is_folded_and_whole_in_the_download():
    links = ", ".join(f"<a href='#c{i}-9'>d{i}</a>" for i in range(9))
    body = dressed(f"<table><tr><td>{links}</td></tr></table>")
    cell = BeautifulSoup(body.html, "html.parser").td
    assert cell.details.summary.get_text() == "5 more"
    assert [a.get_text() for a in cell.find_all("a", recursive=False)] == ["d0", "d1", "d2", "d3"]
    assert [a.get_text() for a in cell.details.find_all("a")] == [f"d{i}" for i in range(4, 9)]
    assert body.tables[0][0][0] == ", ".join(f"d{i}" for i in range(9))


def test_spanning_cells_keep_the_columns_of_a_download_in_line():
    head, row = "<th colspan=2>both</th><th>x</th>", "<td>1</td><td>2</td><td>3</td>"
    html = f"<table><tr>{head}</tr><tr>{row}</tr></table>"
    assert dressed(html).tables == ((("both", "", "x"), ("1", "2", "3")),)


def test_first_heading_is_the_title_and_the_rest_get_unique_anchors():
    body = dressed("<h1>Why?</h1><h2>Ответ</h2><h2>Ответ</h2><h3>Ещё</h3><h1>More</h1><h2></h2>")
    assert body.title == "Why?"
    assert [(h.level, h.anchor, h.text) for h in body.headings] == [
        (2, "ответ", "Ответ"), (2, "ответ-2", "Ответ"), (3, "ещё", "Ещё"), (2, "more", "More"),
    ]  # fmt: skip
    assert "<h1" not in body.html


def test_dollars_are_no_formula():
    assert "$24 bn to <strong>$35</strong> bn" in markdown_to_html("$24 bn to **$35** bn")


def test_markdown_table_is_read():
    assert "<td>1</td>" in markdown_to_html("| a |\n|---|\n| 1 |")


@pytest.mark.parametrize(
    ("output", "alt", "numbers"),
    [
        ({"data": {"text/plain": "Trade rose.\n2021 1\n2022 2"}}, "Trade rose.", "2021 1\n2022 2"),
        ({"data": {"text/plain": "<Figure size 700x400 with 1 Axes>"}}, "", ""),
        ({"data": {}, "metadata": {"image/png": {"alt": "A line."}}}, "A line.", ""),
        ({"data": {"text/plain": "x"}, "metadata": {"alt": "A line."}}, "A line.", ""),
    ],
)
def test_a_chart_says_what_it_shows(output, alt, numbers):
    assert chart_text(output, "image/png") == {"alt": alt, "numbers": numbers}


def test_what_a_table_means_stands_before_its_file():
    html = dressed(
        "<table><tr><th>a</th></tr></table><p class='quiet'>Per cent.</p><p>Text.</p>"
    ).html
    assert [tag.get_text() for tag in BeautifulSoup(html, "html.parser").select(".table > p")] == [
        "Per cent.", "CSV",
    ]  # fmt: skip


def test_a_long_table_scrolls_by_itself():
    rows = "<tr><td>1</td></tr>" * 80
    assert 'class="scroll tall"' in dressed(f"<table>{rows}</table>").html
    assert "tall" not in dressed("<table><tr><td>1</td></tr></table>").html
