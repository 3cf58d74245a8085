"""Take the pictures of the README from a report: index, target gaps, evidence.

``python -m kzcoop.report.screenshots [REPORT] [--out docs/images]``; Chromium and its driver must
be installed (Debian: chromium, chromium-driver).
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kzcoop.errors import InputError, KzcoopError

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_LARGEST = 200_000  # bytes; the pictures are part of every clone
_WIDTH = 1200  # pixels
# Page, the heading that the window is scrolled to, and the window's height in pixels.
_SHOTS = {
    "index": ("index.html", "", 900),
    "target-gaps": ("CHN/02_target_gaps.html", "the-way-to-the-target", 760),
    "evidence": ("evidence/uzb-2022-three-neighbours.html", "", 820),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Take all pictures and return the exit code."""
    parser = argparse.ArgumentParser(prog="screenshots", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("report", nargs="?", type=Path, default=Path("reports"))
    parser.add_argument("--out", type=Path, default=Path("docs/images"))
    options = parser.parse_args(arguments)
    try:
        with _browser() as browser:
            for name, (page, place, height) in _SHOTS.items():
                path = options.out / f"{name}.png"
                _take(browser, options.report / page, place, height, path)
                print(f"{path}: {path.stat().st_size // 1000} kB")
    except KzcoopError as error:
        print(f"kzcoop: {error}", file=sys.stderr)
        return 1
    return 0


@contextmanager
def _browser() -> Iterator[WebDriver]:
    """Give a headless Chromium that prefers light pages."""
    chromium = next((found for found in map(shutil.which, _BROWSERS) if found), None)
    driver = shutil.which("chromedriver")
    if chromium is None or driver is None:
        raise InputError("screenshots", "no Chromium with its driver here", "Install it first")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars",
    ):  # fmt: skip
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield browser
    finally:
        browser.quit()


def _take(browser: WebDriver, page: Path, place: str, height: int, out: Path) -> None:
    if not page.is_file():
        raise InputError(page, "there is no such page", "Make the report with ./run report")
    size = {"width": _WIDTH, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(page.resolve().as_uri() + (f"#{place}" if place else ""))
    out.parent.mkdir(parents=True, exist_ok=True)
    browser.save_screenshot(str(out))
    if out.stat().st_size > _LARGEST:
        raise InputError(out, f"has more than {_LARGEST // 1000} kB", "Choose a lower window")


if __name__ == "__main__":
    sys.exit(main())
