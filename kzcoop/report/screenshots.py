"""Take the pictures of the README from a report: index, target gaps, evidence.

``python -m kzcoop.report.screenshots [REPORT] [--out docs/images]``; Chromium must be installed.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kzcoop.errors import InputError, KzcoopError

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_LARGEST = 200_000  # bytes; the pictures are part of every clone
# Page, place on it, width and height of the window in pixels.
_SHOTS = {
    "index": ("index.html", "", 1280, 900),
    "target-gaps": ("CHN/02_target_gaps.html", "", 1280, 900),
    "evidence": ("evidence/chn-2023-forty-billion.html", "", 1280, 900),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Take all pictures and return the exit code."""
    parser = argparse.ArgumentParser(prog="screenshots", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("report", nargs="?", type=Path, default=Path("reports"))
    parser.add_argument("--out", type=Path, default=Path("docs/images"))
    options = parser.parse_args(arguments)
    try:
        for name, (page, place, width, height) in _SHOTS.items():
            path = take(options.report / page, options.out / f"{name}.png", width, height, place)
            print(f"{path}: {path.stat().st_size // 1000} kB")
    except KzcoopError as error:
        print(f"kzcoop: {error}", file=sys.stderr)
        return 1
    return 0


def take(
    page: Path, out: Path, width: int, height: int, place: str = "", dark: bool = False
) -> Path:
    """Take a picture of a page as a window of this size shows it, and return its file.

    Parameters
    ----------
    page : Path
        The HTML file.
    out : Path
        The PNG file.
    width, height : int
        Of the window, in pixels.
    place : str, optional
        Anchor that the window is scrolled to.
    dark : bool, optional
        As a reader sees it who prefers dark pages.

    Raises
    ------
    InputError
        No Chromium, no such page, or a picture larger than the project takes.
    """
    browser = next((found for found in map(shutil.which, _BROWSERS) if found), None)
    if browser is None:
        raise InputError(out, "no Chromium here to take it", "On Debian: apt install chromium")
    if not page.is_file():
        raise InputError(page, "there is no such page", "Make the report with ./run report")
    out.parent.mkdir(parents=True, exist_ok=True)
    address = page.resolve().as_uri() + (f"#{place}" if place else "")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                f"--user-data-dir={profile}", f"--window-size={width},{height}",
                *(["--blink-settings=preferredColorScheme=0"] if dark else []),
                f"--screenshot={out.resolve()}", address,
            ],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    if out.stat().st_size > _LARGEST:
        raise InputError(out, f"has more than {_LARGEST // 1000} kB", "Choose a smaller window")
    return out


if __name__ == "__main__":
    sys.exit(main())
