"""One line a page for the index of the report: figure — context | status."""

from __future__ import annotations

from kzcoop.analysis import agreement, checkpoints, corpus, growth, projects, targets
from kzcoop.analysis.inputs import ALL, Tables, number
from kzcoop.analysis.progress import REACHED
from kzcoop.report.labels import label, money, percent
from kzcoop.report.prose.base import Prose
from kzcoop.report.prose.targets import deadline_words

_STATES = {
    "complete": checkpoints.COMPLETE, "past": checkpoints.PAST_DUE, "due": checkpoints.DUE,
    "open": checkpoints.NO_DEADLINE,
}  # fmt: skip


def headline(tables: Tables, partner: str, as_of: str, topic: str, language: str = "en") -> Prose:
    """Return one line for the index of the report.

    A dash parts the figure from what it is to be read with, a bar the status word where apt.

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
    said = label(
        "headline.growth", language, value=money(float(row["value_usd_bn"]), language),
        year=int(row["year"]), growth="–" if five is None else percent(five, language),
    )  # fmt: skip
    held = agreement.reliability(tables, partner, as_of)
    compared, agree = int(held["compared"].sum()), int(held["agree"].sum())
    if not compared:
        return said
    return f"{said} | {label('headline.agree', language, agree=agree, compared=compared)}"


def _target_headline(tables: Tables, partner: str, as_of: str, language: str) -> str:
    table = targets.current(targets.gaps(tables, partner, as_of))
    if partner == ALL:
        good = int(table["status"].isin(["reached", "on course"]).sum())
        return label("headline.targets", language, count=len(table), good=good)
    own = table[table["partner"] == partner]
    if own.empty:
        return label("headline.no_target", language)
    row = own.iloc[0]
    values: dict[str, object] = {
        "target": money(float(row["target_usd_bn"]), language),
        "deadline": deadline_words(row, language),
    }
    key = "headline.target.no_actual"
    actual, observed = number(row["actual_usd_bn"]), number(row["observed_pct"])
    if actual is not None:
        required = number(row["required_pct"])
        is_reached = row["status"] == REACHED
        key = "headline.target" + (".reached" if is_reached else ".required" if required else "")
        values |= {
            "actual": money(actual, language), "year": int(row["actual_year"]),
            "gap": money(abs(float(row["gap_usd_bn"])), language),
            "required": "–" if required is None else percent(required, language),
            "observed": "–" if observed is None else percent(observed, language),
        }  # fmt: skip
    return f"{label(key, language, **values)} | {row['status']}"


def _border_headline(tables: Tables, partner: str, as_of: str, language: str) -> str:
    if not checkpoints.shares_border(partner):
        return label("headline.no_border", language)
    table = checkpoints.programmes(tables, partner, as_of)
    if table.empty:
        return label("headline.border.none", language)
    states = table["state"].value_counts()
    parts = [
        label(f"headline.border.{key}", language, count=states[state])
        for key, state in _STATES.items()
        if state in states
    ]
    said = label("headline.border", language, programmes=len(table), parts=", ".join(parts))
    return f"{said} | past due" if checkpoints.PAST_DUE in states else said


def _project_headline(tables: Tables, partner: str, as_of: str, language: str) -> str:
    joint = projects.joint_projects(tables, partner, as_of)
    lists = len(projects.export_lists(tables, partner, as_of))
    if not lists and joint.empty:
        return label("headline.projects.none", language)
    largest = number(joint.loc[joint["currency"] == "USD", "value_mn"].max())
    key = "headline.projects" if largest is None else "headline.projects.value"
    value = "–" if largest is None else money(largest / 1000, language)
    return label(key, language, value=value, joint=len(joint), lists=lists)


def _corpus_headline(tables: Tables, partner: str, as_of: str, language: str) -> str:
    found = corpus.scope(tables, partner, as_of)
    return label("headline.corpus", language, documents=found.documents, claims=found.claims)


_HEADLINES = {
    "growth": _growth_headline, "targets": _target_headline, "checkpoints": _border_headline,
    "projects": _project_headline, "corpus": _corpus_headline,
}  # fmt: skip
