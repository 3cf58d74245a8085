"""What a page rests on, and what was read."""

from __future__ import annotations

from html import escape

from kzcoop.analysis import corpus
from kzcoop.analysis.inputs import ALL, Tables
from kzcoop.report.display.base import NO_FORMULA, Shown
from kzcoop.report.labels import country, day, label


class Prose(Shown):
    """Sentences to show: plain text and HTML are the same words."""

    def __init__(self, *sentences: str) -> None:
        self.text = " ".join(sentence for sentence in sentences if sentence)
        super().__init__(self.text, f'<p class="{NO_FORMULA}">{escape(self.text)}</p>')


def basis(tables: Tables, partner: str, as_of: str, language: str = "en") -> Prose:
    """Say how many reports a page rests on, from when, and how many have no date."""
    found = corpus.scope(tables, partner, as_of)
    name = country(partner, language)
    if not found.documents:
        return Prose(label("prose.basis.none", language, country=name, date=day(as_of, language)))
    said = label(
        "prose.basis", language, country=name, date=day(as_of, language),
        documents=found.documents, claims=found.claims, programmes=found.programmes,
    )  # fmt: skip
    if found.undated == found.documents:
        return Prose(said, label("prose.basis.undated_all", language))
    dates = label(
        "prose.basis.dates" if found.first != found.last else "prose.basis.date", language,
        first=day(found.first, language), last=day(found.last, language),
    )  # fmt: skip
    undated = label("prose.basis.undated", language, count=found.undated) if found.undated else ""
    return Prose(said, dates, undated)


def corpus_answer(tables: Tables, partner: str, as_of: str, language: str = "en") -> Prose:
    """Answer what was read and what can be trusted of it."""
    table = corpus.accounting(tables, as_of)
    total, inside = int(table["numbers"].iloc[-1]), int(table["numbers"].iloc[0])
    known = corpus.scope(tables, ALL, as_of).documents
    if not known:
        return Prose(label("prose.corpus.none", language, date=day(as_of, language)))
    found = corpus.findings(tables, partner, as_of)["severity"].value_counts()
    return Prose(
        label("prose.corpus.1", language, documents=known, numbers=total, inside=inside,
              residue=total - inside),
        label("prose.corpus.2", language, country=country(partner, language),
              errors=int(found.get("error", 0)), warnings=int(found.get("warning", 0)),
              remarks=int(found.get("info", 0)),
              corrected=len(corpus.corrections(tables, partner, as_of))),
    )  # fmt: skip
