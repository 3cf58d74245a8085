"""One line a page for the index of the report."""

from __future__ import annotations

from kzcoop.analysis import checkpoints, corpus, growth, projects, targets
from kzcoop.analysis.inputs import ALL, Tables, number
from kzcoop.report.labels import label, money, percent
from kzcoop.report.prose.base import Prose
from kzcoop.report.prose.targets import deadline_words


def headline(tables: Tables, partner: str, as_of: str, topic: str, language: str = "en") -> Prose:
    """Return one line for the index of the report, with a status word after a bar where apt.

    Parameters
    ----------
    topic
        growth, targets, checkpoints, projects or corpus.
    """
    return Prose(_HEADLINES[topic](tables, partner, as_of, language))


def _growth_headline(tables: Tables, partner: str, as_of: str, language: str) -> str:
    table = growth.rates(partner, as_of)
    if table.empty:
        return label("headline.no_series", language)
    row = table.iloc[0]
    five = number(row["growth_5y_pct"])
    return label(
        "headline.growth", language, value=money(float(row["value_usd_bn"]), language),
        year=int(row["year"]), growth="–" if five is None else percent(five, language),
    )  # fmt: skip


def _target_headline(tables: Tables, partner: str, as_of: str, language: str) -> str:
    table = targets.current(targets.gaps(tables, partner, as_of))
    if partner == ALL:
        good = int(table["status"].isin(["reached", "on course"]).sum())
        return label("headline.targets", language, count=len(table), good=good)
    own = table[table["partner"] == partner]
    if own.empty:
        return label("headline.no_target", language)
    row = own.iloc[0]
    said = label("headline.target", language, target=money(float(row["target_usd_bn"]), language),
                 deadline=deadline_words(row, language))  # fmt: skip
    return f"{said} | {row['status']}"


def _border_headline(tables: Tables, partner: str, as_of: str, language: str) -> str:
    if not checkpoints.shares_border(partner):
        return label("headline.no_border", language)
    table = checkpoints.programmes(tables, partner, as_of)
    past = int((table["state"] == checkpoints.PAST_DUE).sum())
    return label("headline.border", language, programmes=len(table), past=past)


def _project_headline(tables: Tables, partner: str, as_of: str, language: str) -> str:
    lists = projects.export_lists(tables, partner, as_of)
    joint = projects.joint_projects(tables, partner, as_of)
    return label("headline.projects", language, lists=len(lists), joint=len(joint))


def _corpus_headline(tables: Tables, partner: str, as_of: str, language: str) -> str:
    found = corpus.scope(tables, partner, as_of)
    return label("headline.corpus", language, documents=found.documents, claims=found.claims)


_HEADLINES = {
    "growth": _growth_headline, "targets": _target_headline, "checkpoints": _border_headline,
    "projects": _project_headline, "corpus": _corpus_headline,
}  # fmt: skip
