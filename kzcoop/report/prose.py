"""Sentences of a page that carry numbers, each computed from the tables.

Every function returns :class:`Prose`: two sentences that answer the page's question, or a short
paragraph on what the page rests on. Nothing of an article's text gets into them.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from kzcoop.analysis import agreement, checkpoints, corpus, fan, growth, official, projects, targets
from kzcoop.analysis.inputs import ALL, Tables, number, text
from kzcoop.analysis.progress import REACHED, Thresholds
from kzcoop.analysis.tolerance import DIFFERS, MIRROR, NO_FIGURE, PARTNER_ONLY, Tolerance
from kzcoop.report.labels import country, day, decimal, label, money, percent, period, word


class Prose:
    """Sentences to show: plain text and Markdown are the same words."""

    def __init__(self, *sentences: str) -> None:
        self.text = " ".join(sentence for sentence in sentences if sentence)

    def __repr__(self) -> str:
        return self.text

    def _repr_markdown_(self) -> str:
        return self.text


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


def growth_answer(
    tables: Tables,
    partner: str,
    as_of: str,
    language: str = "en",
    tolerance: Tolerance | None = None,
) -> Prose:
    """Answer whether trade grows as announced."""
    first = _growth_sentence(partner, as_of, language)
    return Prose(first, _agreement(tables, partner, as_of, language, tolerance))


def _growth_sentence(partner: str, as_of: str, language: str) -> str:
    table = growth.rates(partner, as_of)
    name = country(partner, language)
    if table.empty:
        return label("prose.growth.none", language, country=name)
    row = table.iloc[0]
    said = label(
        "prose.growth.level", language, year=int(row["year"]),
        country=label("prose.growth.all", language, count=len(official.members(partner, as_of)))
        if partner == ALL else name,
        value=money(float(row["value_usd_bn"]), language),
    )  # fmt: skip
    one, five = number(row["growth_1y_pct"]), number(row["growth_5y_pct"])
    if one is not None:
        said += label("prose.growth.one", language, growth=percent(one, language))
    if five is not None:
        said += label("prose.growth.five", language, growth=percent(five, language))
    return said + "."


def _agreement(
    tables: Tables, partner: str, as_of: str, language: str, tolerance: Tolerance | None
) -> str:
    both = (agreement.levels, agreement.changes)
    parts = [table(tables, partner, as_of, tolerance) for table in both]
    columns = ["year_basis", "verdict"]
    found = pd.concat([part[columns] for part in parts], ignore_index=True)
    found = found[~found["verdict"].isin([NO_FIGURE, MIRROR])]
    stated = found[found["year_basis"] == "stated"]["verdict"]
    if stated.empty:
        key = "prose.agreement.inferred" if len(found) else "prose.agreement.none"
        return label(key, language, count=len(found))
    agree = int(stated.isin(agreement.SAME).sum())
    return label(
        "prose.agreement", language, count=len(stated), agree=agree,
        partner=int((stated == PARTNER_ONLY).sum()), differ=int((stated == DIFFERS).sum()),
    )  # fmt: skip


def target_answer(
    tables: Tables,
    partner: str,
    as_of: str,
    language: str = "en",
    draws: int = 2000,
    seed: int = 2026,
    thresholds: Thresholds | None = None,
) -> Prose:
    """Answer whether trade grows fast enough to reach the target."""
    rule = thresholds or Thresholds()
    table = targets.current(targets.gaps(tables, partner, as_of, rule))
    if partner == ALL:
        return _all_targets(tables, table, as_of, language)
    own = table[table["partner"] == partner]
    if own.empty:
        return Prose(label("prose.target.none", language, country=country(partner, language)))
    row = own.iloc[0]
    return Prose(
        _gap_sentence(row, language),
        _pace_sentence(tables, row, as_of, language, draws, seed, rule),
    )


def _gap_sentence(row: Any, language: str) -> str:
    values: dict[str, object] = {
        "country": country(row["partner"], language),
        "target": money(float(row["target_usd_bn"]), language),
        "deadline": _deadline(row, language),
    }
    actual = number(row["actual_usd_bn"])
    if actual is None:
        return label("prose.target.no_actual", language, **values)
    gap = float(row["gap_usd_bn"])
    values |= {
        "year": int(row["actual_year"]), "actual": money(actual, language),
        "gap": money(abs(gap), language),
        "share": percent(abs(float(row["gap_pct"])), language, sign=False),
    }  # fmt: skip
    key = "prose.target.reached" if row["status"] == REACHED else "prose.target.gap"
    return label(key, language, **values)


def _deadline(row: Any, language: str) -> str:
    deadline = text(row["deadline"])
    if deadline is None:
        return label("prose.target.no_deadline", language)
    return label("prose.target.by", language, deadline=period(deadline, language))


def _pace_sentence(
    tables: Tables, row: Any, as_of: str, language: str, draws: int, seed: int, rule: Thresholds
) -> str:
    """Say the growth required and observed and the status, or which of them cannot be said."""
    observed, required = number(row["observed_pct"]), number(row["required_pct"])
    if number(row["actual_usd_bn"]) is None:
        return label("prose.pace.no_actual", language)
    if row["status"] == REACHED:
        return label("prose.pace.reached", language)
    values: dict[str, object] = {
        "years": rule.observed_years,
        "status": word(row["status"], language),
    }
    if observed is None:
        return label("prose.pace.no_observed", language, **values)
    values["observed"] = percent(observed, language)
    when = number(row["years_at_observed"])
    at_rate = (
        label("prose.pace.never", language)
        if when is None
        else label("prose.pace.years", language, count=decimal(when, 1, language))
    )
    if required is None:
        key = "passed" if "deadline passed" in str(row["why"]) else "no_deadline"
        return label(f"prose.pace.{key}", language, at_rate=at_rate, **values)
    said = label(
        "prose.pace", language, required=percent(required, language),
        pace=decimal(float(row["pace"]), 2, language), **values,
    )  # fmt: skip
    chance = fan.chances(tables, row["partner"], as_of, draws, seed)
    chance = chance[chance["target_usd_bn"] == row["target_usd_bn"]]["probability_pct"].dropna()
    if chance.empty:
        return said + "."
    return said + label(
        "prose.pace.chance", language,
        chance=percent(float(chance.iloc[0]), language, sign=False, places=0),
    ) + "."  # fmt: skip


def _all_targets(tables: Tables, table: pd.DataFrame, as_of: str, language: str) -> Prose:
    if table.empty:
        return Prose(label("prose.target.none", language, country=country(ALL, language)))
    counts = table["status"].value_counts()
    known = table[table["gap_usd_bn"].notna()].sort_values("gap_usd_bn", ascending=False)
    outcome = targets.record(tables, ALL, as_of)["outcome"]
    first = label(
        "prose.targets", language, count=len(table), date=day(as_of, language),
        **{key.replace(" ", "_"): int(counts.get(key, 0))
           for key in ("reached", "on course", "behind", "moving away", "cannot say")},
    )  # fmt: skip
    if known.empty:
        return Prose(first)
    second = label(
        "prose.targets.largest", language, country=country(known["partner"].iloc[0], language),
        gap=money(float(known["gap_usd_bn"].iloc[0]), language), met=int((outcome == "met").sum()),
        judged=int(outcome.isin(["met", "missed"]).sum()),
    )  # fmt: skip
    return Prose(first, second)


def partner_note(tables: Tables, partner: str, as_of: str, language: str = "en") -> Prose:
    """Say where a target is already reached by the partner's own statistics, and not by ours."""
    table = targets.by_partner_statistics(tables, partner, as_of)
    over = table["why"].str.contains("deadline passed") | (table["status"] == REACHED)
    found = table[table["partner_reached_year"].notna() & ~over]
    if partner != ALL:
        found = found[found["partner"] == partner]
    said = [
        label("prose.partner_reached", language, country=country(row["partner"], language),
              target=money(float(row["target_usd_bn"]), language),
              year=int(row["partner_reached_year"]))
        for row in found.to_dict("records")
    ]  # fmt: skip
    return Prose(*(said or [label("prose.partner_reached.none", language)]))


def checkpoint_answer(tables: Tables, partner: str, as_of: str, language: str = "en") -> Prose:
    """Answer what is being built at the border, and whether it is on schedule."""
    name = country(partner, language)
    if not checkpoints.shares_border(partner):
        return Prose(label("prose.border.none", language, country=name))
    table = checkpoints.programmes(tables, partner, as_of)
    border = checkpoints.borders(tables, partner, as_of)
    posts = int(border["register_posts"].sum())
    if table.empty:
        return Prose(label("prose.border.silent", language, country=name, posts=posts))
    states = table["state"].value_counts()
    return Prose(
        label("prose.border.1", language, country=name, programmes=len(table), posts=posts,
              named=int(border["named"].sum())),
        label("prose.border.2", language, date=day(as_of, language),
              complete=int(states.get(checkpoints.COMPLETE, 0)),
              due=int(states.get(checkpoints.DUE, 0)),
              past=int(states.get(checkpoints.PAST_DUE, 0)),
              open=int(states.get(checkpoints.NO_DEADLINE, 0))),
    )  # fmt: skip


def project_answer(tables: Tables, partner: str, as_of: str, language: str = "en") -> Prose:
    """Answer what else was promised: exports and joint projects."""
    name = country(partner, language)
    lists = projects.export_lists(tables, partner, as_of)
    lists = lists[lists["goods"].notna() & lists["value_usd_mn"].notna()]
    joint = projects.joint_projects(tables, partner, as_of)
    joint = joint[joint["value_mn"].notna() & (joint["currency"] == "USD")]
    return Prose(_list_sentence(lists, name, language), _joint_sentence(joint, name, language))


def _list_sentence(lists: pd.DataFrame, name: str, language: str) -> str:
    if lists.empty:
        return label("prose.lists.none", language, country=name)
    best = lists.sort_values("value_usd_mn", ascending=False, kind="stable").iloc[0]
    said = label(
        "prose.lists", language, country=country(best["partner"], language),
        count=len(lists), goods=int(best["goods"]),
        value=money(float(best["value_usd_mn"]) / 1000, language),
        each=money(float(best["usd_mn_per_good"]) / 1000, language),
    )  # fmt: skip
    increase = number(best["increase_pct"])
    if increase is None:
        return said + "."
    return said + label(
        "prose.lists.share", language, share=percent(increase, language, sign=False),
        year=int(best["export_year"]),
    ) + "."  # fmt: skip


def _joint_sentence(joint: pd.DataFrame, name: str, language: str) -> str:
    if joint.empty:
        return label("prose.joint.none", language, country=name)
    parts = []
    for stage in ("actual", "planned"):
        some = joint[joint["stage"] == stage]
        if len(some):
            best = some.sort_values("value_mn", ascending=False, kind="stable").iloc[0]
            parts.append(
                label("prose.joint.part", language, stage=label(f"stage.{stage}", language),
                      value=money(float(best["value_mn"]) / 1000, language),
                      partner=country(text(best["partner"]), language) or "–")
            )  # fmt: skip
    return label("prose.joint", language, parts="; ".join(parts))


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
                 deadline=_deadline(row, language))  # fmt: skip
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
