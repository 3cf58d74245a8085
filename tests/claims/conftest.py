"""What the tests of phrase tables share: a phrase read as a report, and how rows are compared."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kzcoop.claims.extract import Extraction, extract
from kzcoop.reading.document import Document

PUBLISHED = "2025-06-10"
_CONTEXT = frozenset({"published", "title", "reason"})


@pytest.fixture(scope="session")
def read_phrase() -> Callable[[Any], Extraction]:
    """Reads a phrase as a report of the day and with the headline that its row names."""

    def read(phrase: Any) -> Extraction:
        context = phrase.every[0] if phrase.every else {}
        day = context.get("published", PUBLISHED)
        published = None if day == "none" else date.fromisoformat(day)
        return extract(Document("t", phrase.text, context.get("title"), published))

    return read


@pytest.fixture(scope="session")
def differences() -> Callable[[Any, dict[str, Any]], dict[str, tuple[object, object]]]:
    """Tells the fields of a row that are not as wanted: what was read, what is right."""

    def compare(row: Any, wanted: dict[str, Any]) -> dict[str, tuple[object, object]]:
        return {
            name: (getattr(row, name), value)
            for name, value in wanted.items()
            if name not in _CONTEXT and not _same(getattr(row, name), value)
        }

    return compare


def _same(got: Any, wanted: Any) -> bool:
    if isinstance(got, Decimal) and wanted is not None:
        return bool(float(got) == pytest.approx(float(str(wanted)), rel=2e-6))
    if isinstance(got, tuple):
        return list(got) == list(wanted)
    return bool(got == wanted)
