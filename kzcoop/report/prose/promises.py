"""Sentences on works at the border, export lists and joint projects."""

from __future__ import annotations

import pandas as pd

from kzcoop.analysis import checkpoints, projects
from kzcoop.analysis.inputs import Tables, number, text
from kzcoop.report.labels import country, day, label, money, percent
from kzcoop.report.prose.base import Prose


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
