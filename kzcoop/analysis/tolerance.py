"""How far an announced figure may be from the official one and still agree with it.

Each figure is taken as it was worded: "more than 24" holds for 24.2, "about" gets a wider band.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from kzcoop.analysis.inputs import BILLION, number

AGREES, LOOSE, DIFFERS = "agrees", "holds loosely", "differs"
PARTNER_ONLY = "agrees with the partner's statistics"
FIRST_EDITION = "agrees with the first edition"
MIRROR = "the partner's own figure"
NO_FIGURE = "no official figure"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far an announced figure may be from the official one and still agree.

    ``level_pct``: rounding and later revision of an exact level. ``about_pct``: a level called
    "about". ``open_pct``: how far beyond "more than" or below "less than" a level may lie before
    the words, though true, say little. ``growth_pp`` and ``open_pp``: the same for growth, in
    percentage points. ``ratio_pct``: growth given as a ratio, "1.5 times", which is rounded more
    coarsely than a percentage. The values are this project's choice; levels published first and
    final differ by a few per cent in the reference table.
    """

    level_pct: float = 3.0
    about_pct: float = 6.0
    open_pct: float = 10.0
    growth_pp: float = 2.0
    ratio_pct: float = 5.0
    open_pp: float = 10.0

    def verdict(self, low: float, high: float, qualifier: str, value: float) -> str:
        """Say whether an official level agrees with an announced one (or a range).

        >>> Tolerance().verdict(24e9, 24e9, "over", 24.2e9)
        'agrees'
        >>> Tolerance().verdict(1e9, 1e9, "over", 1.4e9)
        'holds loosely'
        >>> Tolerance().verdict(4.3e6, 4.3e6, "exact", 3.8e9)
        'differs'
        """
        near = self.about_pct if qualifier == "about" else self.level_pct
        return _verdict(
            value,
            (low * (1 - near / 100), high * (1 + near / 100)),
            (low * (1 - self.open_pct / 100), high * (1 + self.open_pct / 100)),
            qualifier,
        )

    def growth_verdict(
        self, low: float, high: float, qualifier: str, value: float, ratio: bool = False
    ) -> str:
        """Say whether official growth agrees with announced growth (per cent)."""
        near = self.growth_pp * (2 if qualifier == "about" else 1)
        if ratio:
            near = max(near, self.ratio_pct / 100 * (100 + low))
        return _verdict(
            value,
            (low - near, high + near),
            (low - self.open_pp, high + self.open_pp),
            qualifier,
        )

    def table(self) -> pd.DataFrame:
        """Return the tolerances as a table to print beside the results."""
        rows = [
            ("exact level", self.level_pct, "percent"),
            ("level called about", self.about_pct, "percent"),
            ("open side of more than, less than", self.open_pct, "percent"),
            ("growth", self.growth_pp, "percentage points"),
            ("growth called about", 2 * self.growth_pp, "percentage points"),
            ("growth given as a ratio", self.ratio_pct, "percent"),
            ("open side of growth more than, less than", self.open_pp, "percentage points"),
        ]
        return pd.DataFrame(rows, columns=["figure", "tolerance", "unit"])


def _verdict(
    value: float, near: tuple[float, float], wide: tuple[float, float], qualifier: str
) -> str:
    low = wide[0] if qualifier in {"under", "upto"} else near[0]
    high = wide[1] if qualifier == "over" else near[1]
    if low <= value <= high:
        return AGREES
    if (qualifier == "over" and value > high) or (qualifier in {"under", "upto"} and value < low):
        return LOOSE
    return DIFFERS


def band_verdict(claim: Any, now: float | None, base: float | None, band: Tolerance) -> str | None:
    """Return the verdict on one claim against an official level now and at its base, or ``None``.

    Levels in billion US dollars. ``change_ratio`` is compared as growth: 1.5 times is +50 %.
    """
    low = float(claim.value)
    high = number(claim.value_max)
    high = low if high is None else high
    if now is None:
        return None
    if claim.measure == "level":
        return band.verdict(low / BILLION, high / BILLION, claim.qualifier, now)
    if base is None or base <= 0:
        return None
    ratio = claim.measure == "change_ratio"
    if ratio:
        low, high = 100 * (low - 1), 100 * (high - 1)
    return band.growth_verdict(low, high, claim.qualifier, 100 * (now / base - 1), ratio)
