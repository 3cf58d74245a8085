"""Sub-national regions of Kazakhstan and its neighbours, with their names and dates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kzcoop.reference.source import rows


@dataclass(frozen=True, slots=True)
class Region:
    """A region: ``name_ru`` in the nominative, ``country`` ISO 3166 alpha-3.

    ``valid_from`` and ``valid_to`` are ISO dates, empty where the region has always been or is
    still there under that name; ``aliases`` are the short, Kazakh and English names.
    """

    country: str
    name_ru: str
    aliases: tuple[str, ...]
    iso_3166_2: str
    valid_from: str
    valid_to: str
    former_names: str
    source_url: str
    note: str


@cache
def regions() -> tuple[Region, ...]:
    """Return all regions in the order of ``data/reference/regions.csv``."""
    return tuple(
        Region(
            country=row["country"],
            name_ru=row["name_ru"],
            aliases=tuple(
                dict.fromkeys(
                    row[column]
                    for column in ("name_ru_short", "name_kk", "name_en")
                    if row[column] and row[column] != row["name_ru"]
                )
            ),
            iso_3166_2=row["iso_3166_2"],
            valid_from=row["valid_from"],
            valid_to=row["valid_to"],
            former_names=row["former_names"],
            source_url=row["source_url"],
            note=row["note"] or "",
        )
        for row in rows("regions")
    )


def region(name: str) -> Region | None:
    """Return the region of a name or alias, the newest where several bear it, or None."""
    folded = name.casefold()
    found = [
        place
        for place in regions()
        if folded in (place.name_ru.casefold(), *(alias.casefold() for alias in place.aliases))
    ]
    return max(found, key=lambda place: place.valid_from, default=None)
