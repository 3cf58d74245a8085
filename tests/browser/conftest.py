"""A report made with the project's own notebooks, and a real browser to look at it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest

PROJECT = Path(__file__).parents[2]
HOSTILE = (
    "<script>document.title = 'taken'; alert(1)</script><img src=x onerror=\"alert(1)\"> "
    "Товарооборот Казахстана с Китаем в 2022 году составил $24 млрд."
)
# The last four: else Chromium asks its maker for updates and settings at every start.
ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic",
    "--no-first-run", "--disable-sync", "--disable-background-networking",
    "--disable-component-update",
)  # fmt: skip

WIDTHS = (1440, 768, 375)  # of a desk, a tablet and a phone
LOOK = """
return {
  title: document.title, lang: document.documentElement.lang, text: document.body.innerText,
  tables: document.querySelectorAll('td').length,
  ids: [...document.querySelectorAll('[id]')].map(e => e.id),
  links: [...document.links].map(e => [e.href, e.textContent]),
  downloads: [...document.links].filter(e => e.hasAttribute('download')).map(e => e.href),
}
"""
WIDTH = """
const page = document.scrollingElement;
return [innerWidth, page.scrollWidth - page.clientWidth];
"""


@dataclass(frozen=True)
class Visit:
    """What the browser found on a page."""

    path: Path
    seen: dict[str, Any]
    requests: list[str]
    failed: list[str]
    console: list[dict[str, Any]]
    overflow: dict[int, int]

    @property
    def links(self) -> list[tuple[str, str, str]]:
        """Links within the report: address without fragment, fragment, words."""
        split = [(*urldefrag(href), words) for href, words in self.seen["links"]]
        return [each for each in split if each[0].startswith("file:")]


def _find(*names: str) -> str | None:
    return next((found for found in map(shutil.which, names) if found), None)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Give a headless Chromium that logs requests and console messages."""
    chromium = _find("chromium", "chromium-browser", "google-chrome")
    driver = _find("chromedriver")
    if not chromium or not driver:
        pytest.skip("no Chromium with its driver here (Debian: chromium, chromium-driver)")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    found = webdriver.Chrome(options=options, service=Service(driver))
    found.command_executor.client_config.timeout = 600  # as long as a script may take, and more
    yield found
    found.quit()


@pytest.fixture(scope="session")
def emulate(browser: Any) -> Callable[..., None]:
    """Give a function that sets the window's width, the colour scheme, and scripts on or off."""

    def set_to(width: int = 1440, scheme: str = "light", scripts: bool = True) -> None:
        screen = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
        feature = {"name": "prefers-color-scheme", "value": scheme}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})

    return set_to


@pytest.fixture(scope="session")
def network(browser: Any) -> Callable[[], tuple[list[str], list[str]]]:
    """Give a function for the addresses asked for since its last call, and those that failed."""

    def since_last() -> tuple[list[str], list[str]]:
        address: dict[str, str] = {}
        asked, failed = [], []
        for entry in browser.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            name, about = message["method"], message["params"]
            if name == "Network.requestWillBeSent":
                address[about["requestId"]] = about["request"]["url"]
                asked.append(about["request"]["url"])
            elif name == "Network.loadingFailed" and not about.get("canceled"):
                failed.append(address.get(about["requestId"], about["errorText"]))
            elif name == "Network.responseReceived" and about["response"]["status"] >= 400:
                failed.append(about["response"]["url"])
        return [each for each in asked if not each.startswith("data:")], failed

    return since_last


@pytest.fixture(scope="session")
def report(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a report in each language on some shipped reports and a hostile one; give their folder.

    The variable KZCOOP_REPORT names a finished report to look at in their place.
    """
    if given := os.environ.get("KZCOOP_REPORT"):
        return Path(given).resolve()
    from kzcoop.engine import open_corpus
    from kzcoop.reading.document import read_documents
    from kzcoop.report.batch import run_report

    folder = tmp_path_factory.mktemp("browser")
    corpus = folder / "corpus"
    corpus.mkdir()
    shipped = sorted((PROJECT / "data" / "corpus").glob("*.md"))
    for path in [p for p in shipped if p.name[:3] in {"chn", "uzb"}] or shipped[:20]:
        shutil.copy(path, corpus)
    hostile = {"id": "<b>hostile</b>", "title": HOSTILE, "text": HOSTILE, "outlet": HOSTILE}
    (corpus / "hostile.jsonl").write_text(json.dumps(hostile), encoding="utf-8")
    tables, documents = open_corpus(corpus), read_documents([corpus])
    for language, partner in (("en", "CHN"), ("ru", "UZB")):
        params = folder / f"{partner}.yml"
        params.write_text(f'partner: "{partner}"\n')
        out = folder / "out" / language
        run_report(params, corpus, out, tables, documents, language=language)
    return folder / "out"


@pytest.fixture(scope="session")
def look(browser: Any) -> Callable[[], dict[str, Any]]:
    """Give a function for what the open page shows."""
    return lambda: browser.execute_script(LOOK)


@pytest.fixture(scope="session")
def visits(
    browser: Any,
    look: Callable[[], dict[str, Any]],
    emulate: Callable[..., None],
    network: Callable[[], tuple[list[str], list[str]]],
    report: Path,
) -> dict[str, Visit]:
    """Open every page once and look at it in three widths; give what was found by address."""
    found: dict[str, Visit] = {}
    browser.get("about:blank")
    network(), browser.get_log("browser")
    for path in sorted(report.rglob("*.html")):
        emulate()
        browser.get(path.as_uri())
        seen = look()
        overflow = {}
        for width in WIDTHS:
            emulate(width)
            inner, more = browser.execute_script(WIDTH)
            overflow[width] = more + max(0, inner - width)
        asked, failed = network()
        console = browser.get_log("browser")
        found[path.as_uri()] = Visit(path, seen, asked, failed, console, overflow)
    assert len(found) > 12
    return found
