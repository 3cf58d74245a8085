"""Sentences that answer whether trade grows as announced."""

from __future__ import annotations

import pandas as pd

from kzcoop.analysis import agreement, growth, official
from kzcoop.analysis.inputs import ALL, Tables, number
from kzcoop.analysis.tolerance import DIFFERS, MIRROR, NO_FIGURE, PARTNER_ONLY, Tolerance
from kzcoop.report.labels import country, label, money, percent
from kzcoop.report.prose.base import Prose


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
