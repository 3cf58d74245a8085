"""The register of border checkpoints: names in every spelling, neighbours, official counts.

The register is ``data/reference/checkpoints.csv``, the official numbers of posts by border are
``data/reference/checkpoint_counts.csv``. A new checkpoint is one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kzcoop.errors import LexiconError
from kzcoop.reference.source import rows

KINDS = ("road", "rail", "sea", "MCPS")
# Kazakh letters, then Latin ones that pass for Cyrillic, and the Russian letters they stand for.
_KAZAKH = str.maketrans("қғңөұүһәіё", "кгноуухаие")
_LATIN = str.maketrans("aceopxyki", "асеорхуки")
_CYRILLIC = re.compile(r"[а-яёқғңөұүһәі]")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A checkpoint on Kazakhstan's side of the border.

    ``checkpoint_id`` never changes, whatever the post is called. ``neighbour`` is ISO 3166
    alpha-3, None for a seaport; ``neighbour_name`` the post across the border, empty where not
    known. ``lat`` and ``lon`` are those of the settlement of that name, not of the gate.
    """

    checkpoint_id: str
    name_ru: str
    name_kk: str
    neighbour: str | None
    neighbour_name: str
    kind: str
    region: str
    lat: float | None
    lon: float | None
    aliases: tuple[str, ...]
    source_url: str
    note: str


@dataclass(frozen=True, slots=True)
class OfficialCount:
    """How many posts of a kind a border has by an official statement; ``as_of`` is an ISO date."""

    neighbour: str
    kind: str
    posts: int
    as_of: str
    source_name: str
    source_url: str


def fold(name: str) -> str:
    """Return a name in the form in which spellings of it are compared.

    Case, «ё», hyphens, spaces and quotes do not count, Kazakh letters become the Russian ones
    that look alike, and so do Latin letters inside a Cyrillic word.

    >>> fold("«Айша бібі»") == fold("Айша-Биби")
    True
    """
    folded = _NO_LETTERS.sub("", name.casefold())
    if _CYRILLIC.search(folded):
        folded = folded.translate(_LATIN)
    return folded.translate(_KAZAKH)


@cache
def checkpoints() -> tuple[Checkpoint, ...]:
    """Return the register in its order.

    Raises
    ------
    LexiconError
        An id twice, or an unknown kind.
    """
    seen: set[str] = set()
    for row in rows("checkpoints"):
        if row["id"] in seen or not row["id"]:
            raise LexiconError("checkpoints.csv", row["name_ru"], f"id {row['id']!r} is not unique")
        if row["kind"] not in KINDS:
            raise LexiconError("checkpoints.csv", row["id"], f"unknown kind {row['kind']!r}")
        seen.add(row["id"])
    return tuple(_checkpoint(row) for row in rows("checkpoints"))


def checkpoint(checkpoint_id: str) -> Checkpoint:
    """Return a checkpoint by its id; ``KeyError`` where the register has none."""
    return {post.checkpoint_id: post for post in checkpoints()}[checkpoint_id]


def find(name: str, neighbour: str | None = None) -> Checkpoint | None:
    """Return the checkpoint of a name, in whatever spelling, or None.

    A post's own name goes before its aliases and the name of the post across the border, and a
    road post before a railway one of the same name.

    Parameters
    ----------
    name
        In the nominative, with or without quotes: «Достык», «Алашанькоу», «Қарасу».
    neighbour
        ISO 3166 alpha-3: only posts of that border.
    """
    candidates = _index().get(fold(name), ())
    for post in candidates:
        if neighbour is None or post.neighbour == neighbour:
            return post
    return None


def posts_of(neighbour: str, kind: str = "road") -> tuple[Checkpoint, ...]:
    """Return the register's posts of a kind on the border with a country."""
    return tuple(
        post for post in checkpoints() if post.neighbour == neighbour and post.kind == kind
    )


@cache
def neighbour_of(region: str) -> str | None:
    """Return the one country that a region's road posts lead to; None of several, or of none."""
    codes = {post.neighbour for post in checkpoints() if post.region == region}
    return codes.pop() if len(codes) == 1 else None


@cache
def official_counts() -> tuple[OfficialCount, ...]:
    """Return the official numbers of posts by border."""
    return tuple(
        OfficialCount(
            row["neighbour"],
            row["kind"],
            int(row["posts"]),
            row["as_of"],
            row["source_name"],
            row["source_url"],
        )
        for row in rows("checkpoint_counts")
    )


def official_count(neighbour: str, kind: str = "road") -> OfficialCount | None:
    """Return the newest official number of posts on a border, or None."""
    found = [
        count for count in official_counts() if count.neighbour == neighbour and count.kind == kind
    ]
    return max(found, key=lambda count: count.as_of, default=None)


@cache
def _index() -> dict[str, tuple[Checkpoint, ...]]:
    """Folded names to checkpoints, the best first."""
    ranked: dict[str, dict[Checkpoint, tuple[bool, bool]]] = {}
    for post in checkpoints():
        own = (post.name_ru, post.name_kk)
        for name in (*own, *post.aliases, post.neighbour_name):
            known = ranked.setdefault(fold(name), {})
            known.setdefault(post, (name not in own, post.kind != "road"))
    ranked.pop("", None)
    return {name: tuple(sorted(posts, key=posts.__getitem__)) for name, posts in ranked.items()}


def _checkpoint(row: dict[str, str]) -> Checkpoint:
    return Checkpoint(
        checkpoint_id=row["id"],
        name_ru=_BRACKETS.sub("", row["name_ru"]),
        name_kk=row["name_kk"],
        neighbour=row["neighbour"] or None,
        neighbour_name=_BRACKETS.sub("", row["neighbour_side_name_ru"]),
        kind=row["kind"],
        region=row["region"],
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        aliases=tuple(alias for alias in row["alternatives"].split("|") if alias),
        source_url=row["source_url"],
        note=row["note"],
    )
