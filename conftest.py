"""The corpus of the examples: the doctests of a corpus and a partner begin with one opened."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest


@cache
def _corpus() -> Any:
    import kzcoop

    return kzcoop.open_corpus("data/corpus")


@pytest.fixture(autouse=True)
def corpus_of_examples(request: pytest.FixtureRequest, doctest_namespace: dict[str, Any]) -> None:
    """Give the examples of a corpus its name."""
    if request.node.name.startswith(("kzcoop.corpus", "kzcoop.partner", "kzcoop.report.explore")):
        doctest_namespace["corpus"] = _corpus()
