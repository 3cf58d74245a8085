"""Border checkpoints: what was announced, for which posts, by when, against the register.

A programme is a statement on posts being opened, built, rebuilt or given a regime ("two of five
have a green corridor"). The register and the official counts come from ``data/reference``.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from kzcoop.analysis.inputs import (
    ALL,
    Evidence,
    Tables,
    concerns,
    each,
    evidence_of,
    frame,
    items,
    known_claims,
    known_documents,
    number,
    text,
)
from kzcoop.analysis.periods import last_day
from kzcoop.reference import checkpoints as register

COMPLETE, PAST_DUE, DUE, NO_DEADLINE = (
    "reported complete", "past due, completion not reported", "due", "no deadline",
)  # fmt: skip
PROGRAMME_COLUMNS = (
    "borders", "kind", "done", "planned", "total", "remaining", "deadline", "state", "days_over",
    "names", "checkpoint_ids", "published", "published_earliest", "published_latest", "quote",
    "claim_id", "evidence",
)  # fmt: skip


def programmes(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return one row a programme, with its state on a date.

    Columns
    -------
    borders
        Alpha-3 codes joined by ";": the border that the text names, else the borders of the
        posts it names, else missing.
    done, planned, total, remaining
        Numbers of posts as the text has them; ``planned`` is a number of posts due that stands
        inside the programme's words ("29 of 30 will be rebuilt").
    state
        "reported complete" (done equals total, or nothing remains), "past due, completion not
        reported" (the deadline was before ``as_of``; the posts may be ready without a report
        that says so), "due", "no deadline".
    days_over
        Days from the deadline to ``as_of`` for programmes past due.
    """
    documents = known_documents(tables, as_of).set_index("doc_id")
    counts = tables.claims[tables.claims["indicator"] == "checkpoints_count"]
    rows: list[dict[str, Any]] = []
    for row in each(tables.programmes):
        posts = named_posts(row)
        borders = text(row.border_partner) or ";".join(
            dict.fromkeys(post.neighbour for post in posts if post.neighbour)
        )
        if row.doc_id not in documents.index or not concerns(borders, partner):
            continue
        document = documents.loc[row.doc_id]
        state, over = _state(row, as_of)
        item = Evidence(
            str(row.programme_id),
            str(row.doc_id),
            int(row.start),
            int(row.end),
            str(row.quote),
            "programme",
        )
        rows.append(
            {
                "borders": borders or None, "kind": row.kind, "done": number(row.done),
                "planned": _planned(row, counts), "total": number(row.total),
                "remaining": number(row.remaining), "deadline": text(row.deadline),
                "state": state, "days_over": over, "names": items(row.names),
                "checkpoint_ids": tuple(post.checkpoint_id for post in posts),
                "published": text(document["published"]),
                "published_earliest": text(document["published_earliest"]),
                "published_latest": text(document["published_latest"]), "quote": row.quote,
                "claim_id": row.programme_id, "evidence": (item,),
            }
        )  # fmt: skip
    table = frame(rows, PROGRAMME_COLUMNS)
    whole = dict.fromkeys(("done", "planned", "total", "remaining", "days_over"), "Int64")
    table = table.astype(whole).fillna({"published": "9999"})
    table = table.sort_values(["published", "claim_id"], ignore_index=True)
    table["published"] = table["published"].replace("9999", None)
    return table


def named_posts(programme: Any) -> list[register.Checkpoint]:
    """Return the register's posts that a programme names, each once, in its order."""
    found: dict[str, register.Checkpoint] = {}
    border = items(text(programme.border_partner))
    neighbour = border[0] if len(border) == 1 else None
    known = {post.checkpoint_id: post for post in register.checkpoints()}
    for checkpoint_id in items(programme.checkpoint_ids):
        if checkpoint_id in known:
            found[checkpoint_id] = known[checkpoint_id]
    for name in () if found else items(programme.names):
        post = register.find(name, neighbour)
        if post is not None:
            found[post.checkpoint_id] = post
    return list(found.values())


def _planned(programme: Any, counts: pd.DataFrame) -> float | None:
    inside = counts[
        (counts["doc_id"] == programme.doc_id)
        & (counts["start"] >= programme.start)
        & (counts["end"] <= programme.end)
        & counts["status"].isin(["planned", "target"])
    ]
    known = {number(programme.total), number(programme.remaining), number(programme.done)}
    values = [value for value in inside["value"].astype(float) if value not in known]
    return values[0] if values else None


def _state(programme: Any, as_of: str) -> tuple[str, int | None]:
    total, done = number(programme.total), number(programme.done)
    if number(programme.remaining) == 0 or (total is not None and total == done):
        return COMPLETE, None
    due = last_day(text(programme.deadline))
    if due is None:
        return NO_DEADLINE, None
    over = (pd.Timestamp(as_of).date() - due).days
    return (PAST_DUE, over) if over > 0 else (DUE, None)


def overdue(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return the programmes whose deadline has passed without a report of completion."""
    table = programmes(tables, partner, as_of)
    return table[table["state"] == PAST_DUE].reset_index(drop=True)


def posts(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return the register's posts on a border, with what was announced for each.

    ``announced`` counts programmes that name the post, ``kinds`` lists theirs, ``deadline`` is
    the newest programme's, ``state`` the newest programme's that has one other than "no
    deadline"; a post that no report names has none ("not named").
    """
    table = programmes(tables, ALL, as_of)
    rows: list[dict[str, Any]] = []
    for post in register.checkpoints():
        if not concerns(post.neighbour, partner):
            continue
        named = [post.checkpoint_id in ids for ids in table["checkpoint_ids"]]
        mine = table[pd.Series(named, index=table.index, dtype=bool)]
        states = [state for state in mine["state"] if state != NO_DEADLINE]
        deadlines = [text(day) for day in mine["deadline"] if text(day)]
        rows.append(
            {
                "neighbour": post.neighbour, "name": post.name_ru,
                "neighbour_name": post.neighbour_name or None, "post_kind": post.kind,
                "region": post.region, "announced": len(mine),
                "kinds": tuple(dict.fromkeys(mine["kind"])),
                "deadline": deadlines[-1] if deadlines else None,
                "state": states[-1] if states else NO_DEADLINE if len(mine) else "not named",
                "lat": post.lat, "lon": post.lon,
                "claim_id": ";".join(mine["claim_id"]) or None,
                "evidence": tuple(item for cell in mine["evidence"] for item in cell),
                "source_url": post.source_url,
            }
        )  # fmt: skip
    columns = (
        "neighbour", "name", "neighbour_name", "post_kind", "region", "announced", "kinds",
        "deadline", "state", "lat", "lon", "claim_id", "evidence", "source_url",
    )  # fmt: skip
    return frame(rows, columns).astype({"lat": float, "lon": float})


def borders(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return one row a border: posts by the register, by the official count, and announced.

    ``named`` counts register posts (roads) that some programme names; ``difference`` is the
    register less the official count. Borders without an official count keep it empty.
    """
    table = posts(tables, partner, as_of)
    roads = table[(table["post_kind"] == "road") & table["neighbour"].notna()]
    rows: list[dict[str, Any]] = []
    for code, group in roads.groupby("neighbour"):
        official = register.official_count(str(code))
        rows.append(
            {
                "neighbour": code, "register_posts": len(group),
                "official_posts": None if official is None else official.posts,
                "official_as_of": None if official is None else official.as_of,
                "difference": None if official is None else len(group) - official.posts,
                "named": int((group["announced"] > 0).sum()),
                "not_named": int((group["announced"] == 0).sum()),
                "source_name": None if official is None else official.source_name,
                "source_url": None if official is None else official.source_url,
            }
        )  # fmt: skip
    columns = (
        "neighbour", "register_posts", "official_posts", "official_as_of", "difference", "named",
        "not_named", "source_name", "source_url",
    )  # fmt: skip
    whole = {"official_posts": "Int64", "difference": "Int64"}
    return frame(rows, columns).astype(whole)


def counts(tables: Tables, partner: str, as_of: str) -> pd.DataFrame:
    """Return the numbers of posts that reports state, beside the official number of the border.

    ``reading`` says how they relate: equal to the official number, some of the posts, or more
    than there are (road posts; a report may count rail and sea posts too). Without a border in
    the text, or an official number, it is "nothing to compare with".
    """
    claims = known_claims(tables, partner, as_of)
    rows: list[dict[str, Any]] = []
    for claim in each(claims[claims["indicator"] == "checkpoints_count"]):
        official = None if text(claim.partner) is None else register.official_count(claim.partner)
        rows.append(
            {
                "partner": text(claim.partner), "value": float(claim.value),
                "qualifier": claim.qualifier, "status": claim.status,
                "official_posts": None if official is None else official.posts,
                "reading": _reading(float(claim.value), official),
                "deadline": text(claim.deadline), "published": claim.published,
                "quote": claim.quote, "claim_id": claim.claim_id, "evidence": evidence_of(claim),
            }
        )  # fmt: skip
    columns = (
        "partner", "value", "qualifier", "status", "official_posts", "reading", "deadline",
        "published", "quote", "claim_id", "evidence",
    )  # fmt: skip
    return frame(rows, columns).astype({"official_posts": "Int64"})


def _reading(value: float, official: register.OfficialCount | None) -> str:
    if official is None:
        return "nothing to compare with"
    if value == official.posts:
        return "equal to the official number"
    return "some of the posts" if value < official.posts else "more than there are"


def shares_border(partner: str) -> bool:
    """Say whether the register has a post on a border with the partner (always true for ALL)."""
    return partner == ALL or any(post.neighbour == partner for post in register.checkpoints())
