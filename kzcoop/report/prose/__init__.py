"""Sentences of a page that carry numbers, each computed from the tables.

Every function returns :class:`Prose`: two sentences that answer the page's question, or a short
paragraph on what the page rests on. Nothing of an article's text gets into them.
"""

from __future__ import annotations

from kzcoop.report.prose.base import Prose, basis, corpus_answer
from kzcoop.report.prose.growth import growth_answer
from kzcoop.report.prose.headlines import headline
from kzcoop.report.prose.promises import checkpoint_answer, project_answer
from kzcoop.report.prose.targets import partner_note, target_answer

__all__ = [
    "Prose", "basis", "checkpoint_answer", "corpus_answer", "growth_answer", "headline",
    "partner_note", "project_answer", "target_answer",
]  # fmt: skip
