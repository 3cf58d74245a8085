"""Phrase tables as parameters of tests; their format stands in tests/phrases/README.md."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

# The same examples in every run; `pytest --hypothesis-profile=search` looks for new ones.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile("same")

TABLES = Path(__file__).parent / "phrases"
_OWN_KEYS = frozenset({"texts", "text", "values", "all", "xfail", "id", "source", "note"})


@dataclass(frozen=True)
class Phrase:
    """A text to read, the spans that stood in braces, and what is expected of them in order."""

    text: str
    spans: tuple[tuple[int, int], ...]
    every: tuple[dict[str, Any], ...]

    @property
    def expected(self) -> dict[str, Any]:
        """What is expected of a phrase with one span, or with none."""
        return self.every[0]

    @property
    def quotes(self) -> list[str]:
        return [self.text[start:end] for start, end in self.spans]


def phrases(name: str) -> Iterator[tuple[str, Phrase, str | None]]:
    """Yield the phrases of a table: name of the test, phrase, reason to fail or None."""
    for block in yaml.safe_load((TABLES / name).read_text(encoding="utf-8")):
        shared = {key: value for key, value in block.items() if key not in _OWN_KEYS}
        rows: list[tuple[str, tuple[dict[str, Any], ...]]] = []
        if "all" in block:
            rows.append((block["text"], tuple({**shared, **one} for one in block["all"])))
        for text in block.get(
            "texts", [] if "all" in block or "text" not in block else [block["text"]]
        ):
            rows.append((text, (shared,)))
        for text, value in block.get("values", {}).items():
            rows.append((text, ({**shared, "value": value},)))
        for text, every in rows:
            yield block.get("id", text), _marked(text, every), block.get("xfail")


def _marked(text: str, every: tuple[dict[str, Any], ...]) -> Phrase:
    spans, plain = [], ""
    for piece in re.split(r"(\{.*?\})", text, flags=re.S):
        if piece.startswith("{") and piece.endswith("}"):
            spans.append((len(plain), len(plain) + len(piece) - 2))
            piece = piece[1:-1]
        plain += piece
    return Phrase(plain, tuple(spans), every)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "phrases(table): one test for each phrase of the table")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    marker = metafunc.definition.get_closest_marker("phrases")
    if marker is None or "phrase" not in metafunc.fixturenames:
        return
    rows, seen = [], set()
    for table in marker.args:
        for name, phrase, xfail in phrases(table):
            if (phrase.text, phrase.spans) in seen:
                raise pytest.UsageError(f"{table}: {phrase.text!r} stands twice")
            seen.add((phrase.text, phrase.spans))
            marks = [pytest.mark.xfail(reason=xfail, strict=True)] if xfail else []
            rows.append(pytest.param(phrase, id=name, marks=marks))
    metafunc.parametrize("phrase", rows)


@pytest.fixture(scope="session")
def seconds() -> Callable[[Callable[[str], Any], str], float]:
    """Give a clock: the shortest of some runs, in seconds of processor time.

    Without the garbage collector, whose time grows with all that the other tests left.
    """
    return _seconds


def _seconds(call: Callable[[str], Any], text: str) -> float:
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(5):
            started = time.process_time()
            call(text)
            best = min(best, time.process_time() - started)
    finally:
        gc.enable()
    return best
