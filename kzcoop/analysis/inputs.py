"""What every analysis starts from: the tables, who is meant, and what was known on a date.

The tables are those of the package's contract (claims, programmes, findings, residue, documents).
A missing value may be ``None`` or NaN, depending on whether a table was just made or read back
from a file; :func:`text` and :func:`number` settle that in one place.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple, Protocol

import pandas as pd

ALL = "ALL"
BILLION = 1e9


class Tables(Protocol):
    """The five tables as pandas frames; ``kzcoop.open_corpus`` returns them."""

    @property
    def claims(self) -> pd.DataFrame: ...
    @property
    def programmes(self) -> pd.DataFrame: ...
    @property
    def findings(self) -> pd.DataFrame: ...
    @property
    def residue(self) -> pd.DataFrame: ...
    @property
    def documents(self) -> pd.DataFrame: ...


class Evidence(NamedTuple):
    """Where a figure stands: the claim (or programme) and its characters in the document."""

    claim_id: str
    doc_id: str
    start: int
    end: int
    quote: str = ""
    kind: str = "claim"

    def __repr__(self) -> str:
        return self.claim_id


def text(value: Any) -> str | None:
    """Return a cell as text, ``None`` where it is missing or empty.

    >>> text(float("nan")), text(""), text("2030")
    (None, None, '2030')
    """
    if value is None or (isinstance(value, float) and value != value) or value is pd.NaT:
        return None
    if isinstance(value, date):
        return value.isoformat()[:10]
    found = str(value)
    return None if found in {"", "<NA>", "nan", "NaT"} else found


def number(value: Any) -> float | None:
    """Return a cell as a float, ``None`` where it is missing.

    >>> number(None), number("3.5")
    (None, 3.5)
    """
    if text(value) is None:
        return None
    return float(value)


def items(value: Any) -> tuple[str, ...]:
    """Return a list cell (list, tuple, array or text joined by ";") as a tuple of texts.

    >>> items("KGZ;TJK"), items(["Достык"]), items(None)
    (('KGZ', 'TJK'), ('Достык',), ())
    """
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(";") if part.strip())
    if isinstance(value, (list, tuple)) or (
        hasattr(value, "tolist") and hasattr(value, "__iter__")
    ):
        return tuple(str(part) for part in value)
    return ()


def is_missing(value: Any) -> bool:
    """Say whether a cell holds nothing: no value, no text, an empty list."""
    return not items(value) if isinstance(value, (list, tuple)) else text(value) is None


def evidence_of(*rows: Any) -> tuple[Evidence, ...]:
    """Return the evidence of claim rows (anything with claim_id, doc_id, start, end, quote)."""
    return tuple(
        Evidence(str(row.claim_id), str(row.doc_id), int(row.start), int(row.end), str(row.quote))
        for row in rows
    )


def each(table: pd.DataFrame) -> list[Any]:
    """Return a table's rows as named tuples (of any type: a column's type is a run-time matter)."""
    return list(table.itertuples())


def with_evidence(table: pd.DataFrame) -> pd.DataFrame:
    """Return claim rows with a column ``evidence`` in which each row is its own evidence."""
    found = pd.Series([evidence_of(row) for row in each(table)], dtype=object, index=table.index)
    return table.assign(evidence=found)


def concerns(partners: Any, partner: str) -> bool:
    """Say whether a cell such as ``KGZ;TJK`` names the partner; every cell concerns ALL.

    >>> concerns("KGZ;TJK", "TJK"), concerns(None, "TJK"), concerns(None, "ALL")
    (True, False, True)
    """
    return partner == ALL or partner in items(text(partners))


def known_documents(tables: Tables, as_of: str) -> pd.DataFrame:
    """Return the documents that were out on a date, with text dates.

    Parameters
    ----------
    as_of
        ISO date. A document without a date stays in, unless its earliest possible date is later.

    Returns
    -------
    pandas.DataFrame
        The documents, plus ``dated`` (bool). ``published`` is ISO text or ``None``.
    """
    documents = tables.documents.copy()
    for column in ("published", "published_earliest", "published_latest"):
        found = documents[column].map(text) if column in documents else None
        documents[column] = pd.Series(found, index=documents.index, dtype=object)
    documents["dated"] = documents["published"].notna()
    out = documents["published"].fillna(documents["published_earliest"]).fillna("")
    return documents[out <= as_of].reset_index(drop=True)


def known_claims(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return the claims about a partner that were out on a date, with their publication date.

    Claims with the partner as reporter and Kazakhstan as its partner (the other side's
    statistics) count as claims about that partner; column ``mirror`` tells them. Under ALL the
    claims on two other countries are in as well; column ``ours`` tells those that are not.
    """
    documents = known_documents(tables, as_of).set_index("doc_id")
    claims = tables.claims[tables.claims["doc_id"].isin(documents.index)].copy()
    partners = claims["partner"].map(lambda cell: ";".join(items(text(cell))) or None)
    mirror = (claims["reporter"] != "KAZ") & (partners == "KAZ")
    claims["mirror"] = mirror.astype(bool)
    claims["partner"] = partners.where(~mirror, claims["reporter"]).astype(object)
    dates = ("published", "published_earliest", "published_latest")
    for column in dates:
        claims[column] = claims["doc_id"].map(documents[column]).map(text).astype(object)
    ours = claims["mirror"] | (claims["reporter"] == "KAZ")
    claims["ours"] = ours.astype(bool)
    about = claims["partner"].map(lambda cell: concerns(cell, partner)).astype(bool)
    order = ["doc_id", "start", "end"]
    return (
        claims[(claims["ours"] | (partner == ALL)) & about]
        .sort_values(order)
        .reset_index(drop=True)
    )


def frame(rows: list[dict[str, Any]], columns: Iterable[str]) -> pd.DataFrame:
    """Return rows as a frame that has all its columns even when there is no row."""
    return pd.DataFrame(rows, columns=list(columns))
