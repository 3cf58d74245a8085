"""The record of a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

HOME = "KAZ"
# groups whose members are no partners of a figure
GROUPS = frozenset({"AFRICA", "AMERICA", "ARAB", "ASIA", "CASP", "EUROPE", "MIDEAST", "WORLD"})


@dataclass(slots=True, eq=False)
class Place:
    """A place at tokens [first, last); never changed.

    ``kind`` is country, adjective, bloc, region, checkpoint, corridor or initiative; ``codes``
    the ISO 3166 alpha-3 codes it stands for, ``name`` a region's or checkpoint's nominative,
    ``side`` of a checkpoint home or away, ``register`` its row in the register. ``abroad`` are the
    partners among its codes: none for Kazakhstan itself.
    """

    first: int
    last: int
    kind: str
    codes: tuple[str, ...]
    name: str | None = None
    side: str = ""
    register: str = ""
    abroad: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Tell the partners once: every rule asks."""
        self.abroad = _abroad(self.codes)


@cache
def _abroad(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if code != HOME and code not in GROUPS)
