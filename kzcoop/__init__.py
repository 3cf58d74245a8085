"""kzcoop: what governments announce about Kazakhstan's trade, as data with its evidence.

>>> import kzcoop
>>> tables = kzcoop.open_corpus("data/corpus")  # doctest: +SKIP
>>> tables.claims[["quote", "indicator", "value", "unit"]]  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kzcoop.engine import Tables as Tables
    from kzcoop.engine import open_corpus as open_corpus
    from kzcoop.engine import read_tables as read_tables
    from kzcoop.engine import write_tables as write_tables

__version__ = "0.1.0"
__all__ = ["Tables", "__version__", "open_corpus", "read_tables", "write_tables"]


def __getattr__(name: str) -> Any:
    """Load the engine, and pandas with it, only when it is first asked for."""
    if name in __all__:
        from kzcoop import engine

        return getattr(engine, name)
    raise AttributeError(f"module 'kzcoop' has no attribute {name!r}")
