"""Sentences that answer whether the targets can be reached."""

from __future__ import annotations

from typing import Any

import pandas as pd

from kzcoop.analysis import fan, targets
from kzcoop.analysis.inputs import ALL, Tables, number, text
from kzcoop.analysis.progress import REACHED, Thresholds
from kzcoop.report.labels import country, day, decimal, label, money, percent, period, word
from kzcoop.report.prose.base import Prose


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
        "deadline": deadline_words(row, language),
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


def deadline_words(row: Any, language: str) -> str:
    """Return "by 2030", or "without a deadline"."""
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
