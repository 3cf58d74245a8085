"""The record of a place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Place:
    """A place at tokens [first, last); never changed.

    ``kind`` is country, adjective, bloc, region, checkpoint, corridor or initiative; ``codes``
    the ISO 3166 alpha-3 codes it stands for, ``name`` a region's or checkpoint's nominative,
    ``side`` of a checkpoint home or away, ``register`` its row in the register.
    """

    first: int
    last: int
    kind: str
    codes: tuple[str, ...]
    name: str | None = None
    side: str = ""
    register: str = ""
