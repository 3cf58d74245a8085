"""The ledger of trade targets announced before, from ``data/reference/targets.csv``.

The table only grows: a newer target never erases an older one. A row whose figure was not seen
in its source is marked and is no target (``is_verified`` false).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kzcoop.reference.source import rows

_UNVERIFIED = "UNVERIFIED"


@dataclass(frozen=True, slots=True)
class AnnouncedTarget:
    """A target for annual turnover as it was announced.

    ``announced`` is an ISO date, month or year, as far as known; ``partners`` has more than one
    code where the target is for several countries together; ``target_usd`` is in whole US
    dollars, None where only a direction was given; ``deadline_year`` None where none was named.
    """

    announced: str
    partners: tuple[str, ...]
    target_usd: int | None
    deadline_year: int | None
    who: str
    who_ru: str
    source_url: str
    note: str
    is_verified: bool


@cache
def targets() -> tuple[AnnouncedTarget, ...]:
    """Return all announced targets, oldest announcement first, unverified ones too."""
    found = [
        AnnouncedTarget(
            announced=row["announced"],
            partners=tuple(row["partner"].split(";")),
            target_usd=int(row["target_usd"]) if row["target_usd"] else None,
            deadline_year=int(row["deadline_year"]) if row["deadline_year"] else None,
            who=row["who"],
            who_ru=row["who_ru"],
            source_url=row["source_url"],
            note=row["note"],
            is_verified=bool(row["source_url"]) and _UNVERIFIED not in row["note"],
        )
        for row in rows("targets")
    ]
    return tuple(sorted(found, key=lambda target: (target.announced, target.partners)))


def targets_of(partner: str) -> tuple[AnnouncedTarget, ...]:
    """Return the verified targets with a figure for one partner alone, oldest first."""
    return tuple(
        target
        for target in targets()
        if target.partners == (partner,) and target.is_verified and target.target_usd is not None
    )
