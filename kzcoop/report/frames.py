"""The tables of a run as the report's pages use them: plain records, counts, files."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from kzcoop.report.wording import Wording

if TYPE_CHECKING:
    from pandas import DataFrame

TABLES = ("claims", "programmes", "findings", "residue", "documents", "agenda", "meetings")
Record = dict[str, Any]


class Tables(Protocol):
    """The tables of a corpus, as ``kzcoop.open_corpus`` gives them."""

    @property
    def claims(self) -> DataFrame: ...
    @property
    def programmes(self) -> DataFrame: ...
    @property
    def findings(self) -> DataFrame: ...
    @property
    def residue(self) -> DataFrame: ...
    @property
    def documents(self) -> DataFrame: ...
    @property
    def agenda(self) -> DataFrame: ...
    @property
    def meetings(self) -> DataFrame: ...


def records(frame: DataFrame) -> list[Record]:
    """Return a table's rows as dicts, every missing value None, every list a tuple of str."""
    return [
        {str(name): _plain(value) for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value or None
    if hasattr(value, "tolist") and not isinstance(value, (bool, int, float)):
        value = value.tolist()  # an array, or a single number of numpy's
    if isinstance(value, (list, tuple, set, frozenset)):
        return tuple(str(each) for each in value)
    if value is None or type(value).__name__ in {"NAType", "NaTType"} or value != value:
        return None
    if hasattr(value, "isoformat"):
        return str(value.isoformat())[:10]
    return value


def names(value: Any) -> tuple[str, ...]:
    """Return a list column's entries, also where a file kept them in one text."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else tuple(filter(None, str(value).split(";")))


def by_document(rows: Iterable[Record]) -> Mapping[str, list[Record]]:
    """Return records grouped by ``doc_id``."""
    groups: dict[str, list[Record]] = defaultdict(list)
    for row in rows:
        groups[str(row["doc_id"])].append(row)
    return groups


def corpus_sha256(documents: Iterable[Record]) -> str:
    """Return one digest of a corpus: of its documents' ids and digests, wherever they lie."""
    lines = sorted(f"{row['doc_id']}  {row.get('sha256')}\n" for row in documents)
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def dates(documents: Iterable[Record]) -> list[str]:
    """Return the days on which documents were published, as far as they say it, in order."""
    given = (row.get("published") for row in documents)
    return sorted(str(each) for each in given if each is not None)


def coverage(documents: Iterable[Record], words: Wording) -> str:
    """Return in one line how many documents a run read, and how many of them say their date.

    >>> coverage([{"published": "2024-05-02"}, {"published": None}], Wording("en"))
    'Documents: 2 (1 dated, from 2024-05-02 to 2024-05-02; 1 undated)'
    """
    rows = list(documents)
    dated = dates(rows)
    undated = len(rows) - len(dated)
    parts = []
    if dated:
        parts.append(f"{len(dated)} {words('dated', first=dated[0], last=dated[-1])}")
    if undated:
        parts.append(f"{undated} {words.undated}" if dated else words.undated_all)
    return f"{words.documents}: {len(rows)}" + (f" ({'; '.join(parts)})" if parts else "")
