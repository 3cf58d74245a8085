"""The tables of claims and findings as pandas frames that show the sentence behind each number.

Ordinary DataFrames in all but their display: every method of pandas works, and what it returns
shows itself in the same way while it still has the columns for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import pandas as pd

from kzcoop.report import labels
from kzcoop.report.display.base import (
    NONE,
    code,
    confidence,
    opened,
    page,
    partner,
    safe,
    table,
    value,
    when,
)
from kzcoop.report.frames import Record, names, records
from kzcoop.schema import COLUMNS

# Made by the analysis for its own use.
_INTERNAL = {
    "mirror", "ours", "evidence", "published_earliest", "published_latest", "message_ru",
    "basis_ru",
}  # fmt: skip
_NUMBERS = {"value", "confidence", "printed", "suggested"}
_WRAPPED = {"message": "kz-w kz-l", "commodity": "kz-w", "partner": "kz-w"}


class EvidenceFrame(pd.DataFrame):
    """A table whose rows open the sentence that they come from.

    Which columns are shown is a matter of the display alone; ``columns`` has them all.
    """

    _metadata: ClassVar[list[str]] = ["sentences"]
    # Of the claims that findings speak about, by claim_id; the same mapping in every copy.
    sentences: Mapping[str, str] = {}

    @property
    def _constructor(self) -> Callable[..., pd.DataFrame]:
        return EvidenceFrame

    def _repr_html_(self) -> str | None:
        shown = self._shown()
        if not shown or not pd.get_option("display.notebook_repr_html"):
            return super()._repr_html_()  # type: ignore[misc, no-any-return]
        first, last, note = self._cut()
        plain = pd.DataFrame(self)
        rows: list[list[str]] = []
        for part in (plain.iloc[:first], plain.iloc[len(self) - last :]):
            if len(part) and rows:
                rows.append(["⋮", *(["⋮"] * len(shown))])
            index = [str(label) for label in part.index]
            for label, row in zip(index, records(part), strict=True):
                rows.append([safe(label), *(self._cell(name, row) for name in shown)])
        heads = ["", *(_head(name) for name in shown)]
        kinds = ["", *("kz-n" if name in _NUMBERS else _WRAPPED.get(name, "") for name in shown)]
        return page(table(note, heads, rows, kinds=kinds))

    def __repr__(self) -> str:
        shown = self._shown()
        if not shown:
            return super().__repr__()
        first, last, size = self._cut()
        plain = pd.DataFrame(self)
        kept = pd.concat([plain.iloc[:first], plain.iloc[len(plain) - last :]])
        rows = [[_word(name, row) for name in shown] for row in records(kept)]
        if last:
            rows.insert(first, ["…"] * len(shown))
        index = [
            *map(str, kept.index[:first]),
            *(["…"] if last else []),
            *map(str, kept.index[first:]),
        ]
        text = pd.DataFrame(rows, index=index, columns=shown, dtype=object).to_string(
            max_colwidth=44
        )
        return f"{text}\n\n[{size}]"

    def _cut(self) -> tuple[int, int, str]:
        """Return how many rows to show at either end, as pandas' options say, and the size."""
        most, few = pd.get_option("display.max_rows"), pd.get_option("display.min_rows")
        size = labels.label("display.size", "en", rows=len(self), columns=self.shape[1])
        if most is None or most == 0 or len(self) <= most:
            return len(self), 0, size
        few = min(few or most, most)
        return (few + 1) // 2, few // 2, size

    def _shown(self) -> list[str]:
        """Return the columns to show; none where the frame is no table of claims or findings."""
        if not self.columns.is_unique or self.columns.nlevels > 1:
            return []
        have = {str(name) for name in self.columns}
        for view, (needed, chosen) in _VIEWS.items():
            if needed <= have:
                more = have - set(COLUMNS[view]) - _INTERNAL
                own = [str(name) for name in self.columns if name in more]
                return [name for name in chosen if name in have] + own
        return []

    def _cell(self, name: str, row: Record) -> str:
        if name in _CELLS and row.get(name) is not None:
            return _CELLS[name](row)
        if name == "claim_ids":
            return " ".join(self._claim(each) for each in names(row[name]))
        found = row.get(name)
        if found is None:
            return ""
        if isinstance(found, float):
            return safe(f"{found:,.4f}".rstrip("0").rstrip("."))
        return safe(", ".join(found) if isinstance(found, tuple) else found)

    def _claim(self, claim_id: str) -> str:
        said = self.sentences.get(claim_id)
        shown = safe(claim_id.rpartition("#")[2])
        if not said:
            return shown
        return (
            f'<details><summary title="{safe(" ".join(said.split()))}">{shown}</summary>'
            f'<span lang="ru">{safe(said)}</span></details>'
        )


def _head(name: str) -> str:
    return labels.label(f"col.{name}", "en") if labels.has_label(f"col.{name}") else name


def _word(name: str, row: Record) -> str:
    """Return a cell as text; a value with its unit."""
    found = row.get(name)
    if found is None:
        return NONE
    if name == "value" and row.get("unit"):
        return value(row, "en")
    if isinstance(found, tuple):
        return ", ".join(found)
    return f"{found:g}" if isinstance(found, float) else str(found)


# What a frame must have to be shown so, and the columns that are shown of it, in this order.
_VIEWS: dict[str, tuple[set[str], tuple[str, ...]]] = {
    "claims": (
        {"sentence", "quote", "value", "unit", "qualifier", "indicator", "measure"},
        ("value", "indicator", "measure", "status", "partner", "period", "deadline", "commodity",
         "doc_id", "confidence"),
    ),
    "findings": (
        {"check", "severity", "message", "claim_ids"},
        ("severity", "check", "message", "printed", "suggested", "doc_id", "claim_ids"),
    ),
}  # fmt: skip
_CELLS: dict[str, Callable[[Record], str]] = {
    "value": lambda row: opened(row, "en"),
    "indicator": lambda row: code("indicator", row, "en"),
    "measure": lambda row: code("measure", row, "en"),
    "status": lambda row: code("status", row, "en"),
    "partner": lambda row: partner(row, "en"),
    "period": lambda row: when(row, "period", "en"),
    "deadline": lambda row: when(row, "deadline", "en"),
    "confidence": lambda row: confidence(row, "en"),
    "check": lambda row: safe(labels.check(str(row["check"]), "en")),
    "severity": lambda row: (
        f'<span class="{safe(row["severity"])}">{code("severity", row, "en")}</span>'
    ),
}


def shown_with_evidence(frame: pd.DataFrame, claims: pd.DataFrame | None = None) -> Any:
    """Return a table of claims or findings as a frame that shows its sentences.

    Parameters
    ----------
    frame
        The table; its data are not copied.
    claims
        For findings, the claims that they are about.
    """
    found = EvidenceFrame(frame)
    if claims is not None:
        found.sentences = dict(
            zip(claims["claim_id"].map(str), claims["sentence"].map(str), strict=True)
        )
    return found
