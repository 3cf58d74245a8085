#!/usr/bin/env python3
"""How many reports a second kzcoop reads on one core, and where the time goes.

    .venv/bin/python benchmarks/extract_speed.py [--seconds 10] [--profile] [FOLDER ...]

Reads the reports of the folders given (default: the corpus and the development set), again and
again. A second figure, of a plain pass over the same texts with regular expressions and a cached
dictionary look-up of every word, tells how fast this machine is: the ratio of the two can be
compared across machines, the documents a second cannot.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import re
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from kzcoop.claims.extract import extract
from kzcoop.reading.document import Document, read_documents

ROOT = Path(__file__).resolve().parents[1]
DEFAULT = (ROOT / "data" / "corpus", ROOT / "tests" / "devset" / "docs")
TYPICAL = 2700  # characters of a report, by which figures of other programs are given
_WORD = re.compile(r"\w+|[^\w\s]")
_MONEY = re.compile(r"\d+(?:,\d+)?\s*(?:млн|млрд|тыс)")
_TOP = 15


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print documents a second."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="*", type=Path, default=DEFAULT)
    parser.add_argument("--seconds", type=float, default=10.0, help="how long each program runs")
    parser.add_argument(
        "--profile", action="store_true", help=f"print the {_TOP} dearest functions"
    )
    options = parser.parse_args(arguments)
    documents = read_documents(options.folder)
    mean = sum(len(document.text) for document in documents) / len(documents)
    print(f"{len(documents)} reports of {mean:,.0f} characters")

    began = time.process_time()
    for document in documents:
        extract(document)
    cold = time.process_time() - began
    print(f"first pass, tables loaded and words new: {len(documents) / cold:,.0f} reports a second")

    warm = rate(extract, documents, options.seconds)
    plain = rate(look_up, documents, options.seconds / 2)
    share = mean / TYPICAL
    print(f"kzcoop, warm: {warm:,.0f} a second, {warm * share:,.0f} of {TYPICAL:,} characters")
    print(
        f"words looked up in a dictionary: {plain:,.0f} a second, {plain / warm:.1f} times as many"
    )
    if options.profile:
        profile(documents)
    return 0


def rate(
    program: Callable[[Document], object], documents: Sequence[Document], seconds: float
) -> float:
    """Return documents a second of processor time: the best of the passes."""
    best, end = 0.0, time.process_time() + seconds
    while time.process_time() < end:
        began = time.process_time()
        for document in documents:
            program(document)
        best = max(best, len(documents) / (time.process_time() - began))
    return best


def look_up(document: Document) -> int:
    """Count a text's amounts and the words that a dictionary knows: the least to be done."""
    known = sum(is_known(word) for word in _WORD.findall(document.text.lower()))
    return known + len(_MONEY.findall(document.text))


@cache
def is_known(word: str) -> bool:
    """Whether pymorphy3's dictionary has a word; asked once a word."""
    return bool(_dictionary().word_is_known(word))


@cache
def _dictionary() -> object:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()


def profile(documents: Sequence[Document]) -> None:
    """Print the functions in which most time is spent, callees not counted."""
    profiler = cProfile.Profile()
    profiler.enable()
    for _ in range(3):
        for document in documents:
            extract(document)
    profiler.disable()
    pstats.Stats(profiler).strip_dirs().sort_stats("tottime").print_stats(_TOP)


if __name__ == "__main__":
    raise SystemExit(main())
