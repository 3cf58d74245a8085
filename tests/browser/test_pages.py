"""What a reader's browser makes of every page: nothing asked, nothing run, nothing cut off."""

from __future__ import annotations

import csv
import re
import time
from collections import defaultdict
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from selenium_axe_python import Axe

from kzcoop.report.links import anchor, page_name

KINDS = {"c": "claim", "p": "programme", "r": "residue"}


@pytest.fixture(autouse=True)
def _wide_and_light(emulate) -> None:
    emulate()


def test_every_page_asks_for_nothing_but_itself(visits):
    for address, visit in visits.items():
        assert visit.requests == [address]
        assert not visit.failed, address


def test_every_page_leaves_the_console_silent(visits):
    # A breach of the content security policy would be an error there too.
    assert not {visit.path.name: visit.console for visit in visits.values() if visit.console}


def test_every_page_says_in_its_title_what_it_is(visits):
    titles = [visit.seen["title"] for visit in visits.values()]
    assert all(title.endswith(" · kzcoop") and len(title) > 12 for title in titles)


def test_no_page_scrolls_sideways(visits):
    wide = {v.path.name: v.overflow for v in visits.values() if any(v.overflow.values())}
    assert not wide, "pixels too wide by the width of the window"


def test_every_link_leads_somewhere(visits):
    lost = []
    for visit in visits.values():
        for address, fragment, words in visit.links:
            there = visits.get(address)
            if there and unquote(fragment) in {"", *there.seen["ids"]}:
                continue
            if there or not Path(unquote(urlsplit(address).path)).is_file():
                lost.append((visit.path.name, address, fragment, words))
    assert not lost


def test_a_document_links_back_to_every_page_that_uses_it(visits):
    checked = 0
    for address, visit in visits.items():
        if visit.path.parent.name == "evidence" or visit.path.name == "index.html":
            continue
        for used in {to for to, _, _ in visit.links if to in visits and "/evidence/" in to}:
            assert address in {to for to, _, _ in visits[used].links}, (address, used)
            checked += 1
    assert checked
    for address, visit in visits.items():
        if "/evidence/" in address:
            index = visit.path.parents[1] / "index.html"
            assert index.as_uri() in {to for to, _, _ in visit.links}


@cache
def spans(run: Path) -> dict[str, str]:
    """Return the quoted words of a run's tables by page and anchor of their evidence."""
    found = {}
    for kind in KINDS.values():
        name = {"claim": "claims", "programme": "programmes"}.get(kind, kind)
        with (run / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                place = anchor(kind, int(row["start"]), int(row["end"]))
                found[f"{page_name(row['doc_id'])}.html#{place}"] = row["quote"]
    return found


def bare(quotation: str) -> str:
    return " ".join(quotation.strip("«»… ").split())


# Follows fragments one after the other; gives of each what is marked and whether it is in view.
LAND = """
return arguments[0].map(fragment => {
  location.hash = fragment;
  const e = document.querySelector(':target'), r = e.getBoundingClientRect();
  return {
    id: e.id, kind: e.className, words: e.textContent, outline: getComputedStyle(e).outlineStyle,
    in_view: r.top >= 0 && r.top + Math.min(r.height, 40) <= innerHeight,
  };
});
"""


@pytest.mark.parametrize("width", [1440, 375])
def test_a_figure_opens_its_words_marked_and_in_view(browser, visits, emulate, width):
    """Every link to evidence, of every page: what is marked is what the tables quote."""
    wanted = defaultdict(dict)
    for visit in visits.values():
        for address, fragment, words in visit.links:
            if "/evidence/" in address and re.fullmatch(r"[cpr]\d+-\d+", fragment):
                wanted[address].setdefault(fragment, set()).add(words)
    assert sum(map(len, wanted.values())) > 50
    emulate(width)
    for address, fragments in wanted.items():
        page = visits[address].path
        quotes = spans(page.parents[1])
        browser.get(f"{address}#{next(iter(fragments))}")
        found = browser.execute_script(LAND, list(fragments))
        for (fragment, links), mark in zip(fragments.items(), found, strict=True):
            place = f"{page.name}#{fragment}"
            assert (mark["id"], mark["kind"]) == (fragment, KINDS[fragment[0]]), place
            assert mark["in_view"] and mark["outline"] == "solid", place
            assert mark["words"].strip() and quotes[place].startswith(mark["words"]), place
            for words in links:
                if words.startswith("«"):  # a quotation, shortened where it is long
                    assert bare(quotes[place]).startswith(bare(words)), (place, words)


def test_downloads_arrive(browser, visits, tmp_path):
    """A click on each file of the index and of one page brings the file as it lies there."""
    pages = [visit for visit in visits.values() if visit.seen["downloads"]]
    index = next(visit for visit in pages if visit.path.name == "index.html")
    other = next(visit for visit in pages if visit.path.name != "index.html")
    setting = {"behavior": "allow", "downloadPath": str(tmp_path)}
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", setting)
    for visit, address in [(each, to) for each in (index, other) for to in each.seen["downloads"]]:
        file = Path(unquote(urlsplit(address).path))
        arrived, last = tmp_path / file.name, time.monotonic() + 60
        if browser.current_url != visit.path.as_uri():
            browser.get(visit.path.as_uri())
        browser.execute_script(CLICK, address)
        # From a disk Chromium opens what it can show, JSON say, and saves all else.
        while not arrived.exists() and browser.current_url != address:
            assert time.monotonic() < last, address
            time.sleep(0.02)
        got = arrived if arrived.exists() else file
        assert got.read_bytes() == file.read_bytes() != b""


CLICK = "[...document.links].find(link => link.href === arguments[0]).click()"


def sample(visits):
    """Return the index, each kind of page and the longest evidence of every run, by kind."""
    found = {}
    for visit in sorted(visits.values(), key=lambda visit: len(visit.seen["ids"])):
        kind = "evidence" if visit.path.parent.name == "evidence" else visit.path.stem
        found[f"{kind} {visit.seen['lang']}"] = visit
    return found


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (375, "dark")])
def test_axe_finds_nothing_serious(browser, visits, emulate, width, scheme):
    emulate(width, scheme)
    found = {}
    for kind, visit in sample(visits).items():
        browser.get(visit.path.as_uri())
        violations = violated(browser)
        if violations:
            found[kind] = violations
    assert not found


def test_axe_would_find_what_is_serious(browser, visits, tmp_path):
    html = next(iter(visits.values())).path.read_text("utf-8")
    path = tmp_path / "index.html"
    path.write_text(html.replace("</main>", "<img id=bare src='data:,'></main>"), "utf-8")
    browser.get(path.as_uri())
    assert violated(browser) == {"image-alt": ["#bare"]}


def violated(browser) -> dict[str, list[str]]:
    """Return the rules that the open page breaks gravely, each with the places."""
    axe = Axe(browser)
    axe.inject()
    found = axe.run(options={"resultTypes": ["violations"]})["violations"]
    return {
        rule["id"]: [str(place) for node in rule["nodes"] for place in node["target"]]
        for rule in found
        if rule["impact"] in {"serious", "critical"}
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser, visits, emulate, scheme):
    """As axe asks, and where it leaves open: tables lie on a gradient, which it does not read."""
    emulate(scheme=scheme)
    for kind, visit in sample(visits).items():
        browser.get(visit.path.as_uri())
        assert browser.execute_script(CONTRAST) >= 4.5, kind


def test_everything_reads_without_scripts(browser, visits, look, emulate):
    emulate(scripts=False)
    for visit in sample(visits).values():
        browser.get(visit.path.as_uri())
        assert look() == visit.seen
        assert len(visit.seen["text"]) > 500 and "<script" not in visit.path.read_text("utf-8")


def test_the_text_of_a_report_never_runs(browser, report):
    paths = list(report.glob("*/evidence/*hostile*.html"))
    if not paths:
        pytest.skip("the report looked at has no hostile text")
    for path in paths:
        browser.get(path.as_uri())
        assert browser.title != "taken"
        text = browser.execute_script("return document.querySelector('.report').textContent")
        assert "<script>" in text


def test_a_script_that_got_into_a_page_would_be_stopped(browser, visits, network, tmp_path):
    html = next(iter(visits.values())).path.read_text("utf-8")
    path = tmp_path / "index.html"
    script = "<script>document.title = 'taken'</script><img src='https://example.org/x.png'>"
    path.write_text(html.replace("</main>", script + "</main>"), "utf-8")
    browser.get(path.as_uri())
    assert browser.title != "taken"
    log = " ".join(entry["message"] for entry in browser.get_log("browser"))
    assert "Content Security Policy" in log


# The lowest contrast (WCAG 2) of any text on the page with the colour behind it.
CONTRAST = """
const channel = c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
const numbers = s => s.match(/[\\d.]+/g).map(Number);
const ground = e => {
  for (; e; e = e.parentElement) {
    const c = numbers(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > .99) return c;
  }
};
let lowest = 21;
for (const e of document.querySelectorAll('body *')) {
  const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  if (!own || !e.checkVisibility({opacityProperty: true})) continue;
  const text = light(numbers(getComputedStyle(e).color)), behind = light(ground(e));
  lowest = Math.min(lowest, (Math.max(text, behind) + .05) / (Math.min(text, behind) + .05));
}
return lowest;
"""
