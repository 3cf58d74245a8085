#!/usr/bin/env python3
"""How large the pages of a report become over many documents, and how long the run takes.

    .venv/bin/python benchmarks/report_size.py [--documents 500] [--params params] [--out FOLDER]

Makes documents out of the corpus's own, each copy with other figures, reports on them with all
parameter files (a quarter of an hour on two cores), and prints the largest pages. The exit code
is 1 where the index is over 1 MB or a page over 1.5 MB.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from kzcoop.engine import open_corpus
from kzcoop.reading.document import read_documents
from kzcoop.report.batch import run_report

ROOT = Path(__file__).resolve().parents[1]
CORPUS, PARAMS = ROOT / "data" / "corpus", ROOT / "params"
INDEX_LIMIT, PAGE_LIMIT = 1_000_000, 1_500_000  # bytes
_FIGURE = re.compile(r"\b\d+,\d\b")
_ID = re.compile(r"^id: (.+)$", re.MULTILINE)
_TOP = 12


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the report, print its largest pages, and say whether they keep the limits."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--params", type=Path, default=PARAMS)
    parser.add_argument("--out", type=Path, help="folder in which to keep the report")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        corpus = folder / "corpus"
        make_corpus(corpus, options.documents)
        out = options.out or folder / "report"
        start = time.monotonic()
        tables = open_corpus(corpus)
        read = time.monotonic() - start
        run_report(options.params, corpus, out, tables, read_documents([corpus])).raise_for_failed()
        print(f"{options.documents} documents, {len(tables.claims)} claims: "
              f"read in {read:.0f} s, reported in {time.monotonic() - start:.0f} s")  # fmt: skip
        sizes = {path.relative_to(out): path.stat().st_size for path in out.rglob("*.html")}
        for path, size in sorted(sizes.items(), key=lambda pair: -pair[1])[:_TOP]:
            print(f"{size / 1e6:6.2f} MB  {path}")
        broken = too_large(out)
    print(f"{len(sizes)} pages; over the limits: {', '.join(broken) or 'none'}")
    return 1 if broken else 0


def make_corpus(folder: Path, count: int) -> None:
    """Write ``count`` documents: the corpus's own, again and again, with other figures.

    Decimals move on by a tenth in each copy, so that claims differ while the texts stay such as
    newsrooms write.
    """
    folder.mkdir(parents=True)
    sources = sorted(CORPUS.rglob("*.md"))
    for number in range(count):
        copy, at = divmod(number, len(sources))
        text = sources[at].read_text(encoding="utf-8")
        text = _ID.sub(rf"id: \1-{copy}", text, count=1)
        text = _FIGURE.sub(lambda found, shift=copy: _moved(found[0], shift), text)
        (folder / f"{number:04d}.md").write_text(text, encoding="utf-8")


def _moved(figure: str, tenths: int) -> str:
    whole, _, tenth = figure.partition(",")
    value = int(whole) * 10 + int(tenth) + tenths
    return f"{value // 10},{value % 10}"


def too_large(out: Path) -> list[str]:
    """Return the pages of a report that are over the limits."""
    return [
        path.relative_to(out).as_posix()
        for path in sorted(out.rglob("*.html"))
        if path.stat().st_size > (INDEX_LIMIT if path.name == "index.html" else PAGE_LIMIT)
    ]


if __name__ == "__main__":
    sys.exit(main())
