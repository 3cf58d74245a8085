"""Programmes: checkpoints and corridors being opened, built, rebuilt or given a regime."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kzcoop.claims.claim import Programme
from kzcoop.claims.draft import Draft
from kzcoop.mentions.annotate import Mentions
from kzcoop.reading.document import Document


def read_programmes(
    document: Document, mentions: Mentions, drafts: Sequence[Draft]
) -> Iterator[Programme]:
    """Yield the programmes of a document in order."""
    yield from ()
