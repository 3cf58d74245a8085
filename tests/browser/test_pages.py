"""What a reader's browser makes of every page: nothing asked, nothing run, nothing cut off."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

PHONE = {"width": 375, "height": 800, "deviceScaleFactor": 2, "mobile": True}


def pages(report: Path) -> list[Path]:
    found = sorted(report.rglob("*.html"))
    assert len(found) > 12
    return found


def requests(browser) -> list[str]:
    """Return the addresses that were asked for since the last call, the page's own among them."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [m["params"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return [
        each["request"]["url"] for each in asked if not each["request"]["url"].startswith("data:")
    ]


def test_every_page_opens_with_one_request_and_a_silent_console(browser, report):
    browser.get("about:blank")
    requests(browser), browser.get_log("browser")
    for path in pages(report):
        browser.get(path.as_uri())
        assert requests(browser) == [path.as_uri()], path.name
        assert browser.get_log("browser") == [], path.name
        assert browser.title.endswith("kzcoop")


def test_no_page_scrolls_sideways_on_a_phone(browser, report):
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    try:
        for path in pages(report):
            browser.get(path.as_uri())
            width = browser.execute_script("return document.documentElement.scrollWidth")
            assert width <= PHONE["width"], path.name
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_text_of_a_report_never_runs(browser, report):
    (path,) = [p for p in (report / "evidence").glob("*.html") if "hostile" in p.name]
    browser.get(path.as_uri())
    assert browser.title != "taken"
    assert "<script>" in browser.execute_script(
        "return document.querySelector('.report').textContent"
    )


def test_a_script_that_got_into_a_page_would_be_stopped(browser, report, tmp_path):
    html = (report / "index.html").read_text(encoding="utf-8")
    path = tmp_path / "index.html"
    script = "<script>document.title = 'taken'</script><img src='https://example.org/x.png'>"
    path.write_text(html.replace("</main>", script + "</main>"), encoding="utf-8")
    browser.get(path.as_uri())
    assert browser.title != "taken"
    log = " ".join(entry["message"] for entry in browser.get_log("browser"))
    assert "Content Security Policy" in log
    requests(browser)


def test_a_link_to_evidence_lands_on_the_marked_words(browser, report):
    html = (report / "CHN" / "01_trade_growth.html").read_text(encoding="utf-8")
    addresses = sorted(set(re.findall(r'href="(\.\./evidence/[^"]+#[cp]\d+-\d+)"', html)))
    assert addresses
    for address in addresses[:5]:
        browser.get(
            (report / "CHN" / address.split("#")[0]).resolve().as_uri()
            + "#"
            + address.split("#")[1]
        )
        top, bottom, words, height = browser.execute_script(
            "const e = document.querySelector('mark:target'), r = e.getBoundingClientRect();"
            "return [r.top, r.bottom, e.textContent, innerHeight]"
        )
        assert 0 <= top < bottom <= height, address
        assert words.strip()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(browser, report, scheme):
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    evidence = sorted((report / "evidence").glob("chn-*.html"))
    for name in ("index.html", "CHN/02_target_gaps.html", f"evidence/{evidence[0].name}"):
        browser.get((report / name).as_uri())
        assert browser.execute_script(CONTRAST) >= 4.5, name


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
