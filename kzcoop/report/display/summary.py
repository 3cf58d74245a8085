"""A corpus and a partner in it, in one table each."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.analysis.inputs import Tables, items
from kzcoop.report import labels
from kzcoop.report.display.base import fields_table, page, safe, table

_MOST = 12  # rows; the partners of one or two claims are named under the table


def corpus(tables: Tables, partners: Sequence[str], language: str = "en") -> str:
    """Return what a corpus holds: its size, and a row for each partner, ``partners`` in order."""
    about = [set(items(cell)) for cell in tables.claims["partner"].fillna("")]
    rows = []
    for code in partners[:_MOST]:
        mine = tables.claims[[code in codes for codes in about]]
        rows.append([
            f"<code>{safe(code)}</code>", safe(labels.country(code, language)), str(len(mine)),
            str(mine["doc_id"].nunique()), str(mine["indicator"].nunique()),
        ])  # fmt: skip
    dates = tables.documents["published"].dropna()
    span = f"{dates.min()}/{dates.max()}" if len(dates) else None
    told = labels.label(
        "display.corpus", language, documents=len(tables.documents),
        dates=labels.day(span, language), claims=len(tables.claims),
        programmes=len(tables.programmes), findings=len(tables.findings),
        residue=len(tables.residue),
    )  # fmt: skip
    names = ("code", "partner", "claims", "reports", "indicators")
    heads = [labels.label(f"display.col.{name}", language) for name in names]
    caption = labels.label("display.corpus_partners", language)
    kinds = ("", "", "kz-n", "kz-n", "kz-n")
    more = ", ".join(labels.country(code, language) for code in partners[_MOST:])
    rest = f"{labels.label('display.more_partners', language)}: {more}" if more else ""
    return page(
        f"<p>{safe(told)}</p>",
        table(caption, heads, rows, kinds=kinds),
        f'<p class="kz-quiet">{safe(rest)}</p>' if rest else "",
    )


def partner(title: str, told: Sequence[tuple[str, object]], charts: Sequence[str]) -> str:
    """Return what is known of a partner: names with values, and the calls that draw charts."""
    fields = [(name, safe(value)) for name, value in told]
    calls = ", ".join(f"<code>{safe(name)}()</code>" for name in charts)
    return page(fields_table(title, [*fields, ("charts", calls)]))
