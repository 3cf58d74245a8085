"""kzcoop: what governments announce about Kazakhstan's trade, as data with its evidence.

Four lines make a chart, in a notebook or a terminal:

>>> import kzcoop
>>> corpus = kzcoop.open_corpus("data/corpus")
>>> china = corpus.partner("CHN", as_of="2026-06-30")
>>> china.chart_trade()
China: turnover of $...

``corpus.claims`` and its like are DataFrames; ``corpus.document(doc_id)`` shows a report with every
number marked, ``corpus.evidence(claim_id)`` the sentence behind a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kzcoop.corpus import Corpus as Corpus
    from kzcoop.corpus import Tables as Tables
    from kzcoop.engine import open_corpus as open_corpus
    from kzcoop.engine import read_tables as read_tables
    from kzcoop.engine import write_tables as write_tables
    from kzcoop.reading.document import Document as Document

__version__ = "0.1.0"
__all__ = [
    "Corpus", "Document", "Tables", "__version__", "open_corpus", "read_tables", "write_tables",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load the engine, and pandas with it, only when it is first asked for."""
    if name in __all__:
        from kzcoop import engine

        return getattr(engine, name)
    raise AttributeError(f"module 'kzcoop' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Offer what is meant to be used, and none of the modules that happen to be loaded."""
    return __all__
