"""A report made with the project's own notebooks, and a real browser to look at it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
HOSTILE = (
    "<script>document.title = 'taken'; alert(1)</script><img src=x onerror=\"alert(1)\"> "
    "Товарооборот Казахстана с Китаем в 2022 году составил $24 млрд."
)


def _find(*names: str) -> str | None:
    return next((found for found in map(shutil.which, names) if found), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Give a headless Chromium that logs requests and console messages."""
    chromium = _find("chromium", "chromium-browser", "google-chrome")
    driver = _find("chromedriver")
    if not chromium or not driver:
        pytest.skip("no Chromium with its driver here (Debian: chromium, chromium-driver)")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    found = webdriver.Chrome(options=options, service=Service(driver))
    yield found
    found.quit()


@pytest.fixture(scope="session")
def report(browser: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a report on some shipped reports and a hostile one; give its folder."""
    from kzcoop.engine import open_corpus
    from kzcoop.reading.document import read_documents
    from kzcoop.report.batch import run_report

    folder = tmp_path_factory.mktemp("browser")
    corpus, params = folder / "corpus", folder / "params"
    corpus.mkdir()
    params.mkdir()
    shipped = sorted((PROJECT / "data" / "corpus").glob("*.md"))
    for path in [p for p in shipped if p.name[:3] in {"chn", "rus", "uzb"}] or shipped[:20]:
        shutil.copy(path, corpus)
    hostile = {"id": "<b>hostile</b>", "title": HOSTILE, "text": HOSTILE, "outlet": HOSTILE}
    (corpus / "hostile.jsonl").write_text(json.dumps(hostile), encoding="utf-8")
    (params / "CHN.yml").write_text('partner: "CHN"\n')
    (params / "ALL.yml").write_text('partner: "ALL"\nlanguage: "ru"\n')
    run_report(params, corpus, folder / "out", open_corpus(corpus), read_documents([corpus]))
    return folder / "out"
