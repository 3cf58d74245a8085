"""The arithmetic of progress towards a target: required growth, years, pace, status.

With a the actual value, t the target and n the years between them:

- required growth: ``100 * ((t / a) ** (1 / n) - 1)``, per cent a year;
- years at a rate g: ``log(t / a) / log(1 + g / 100)``;
- pace: observed growth over required growth;
- status by pace: 0.95 or more is on course, from 0 to 0.95 behind (below 0.60: far behind),
  less than 0 moving away.

Source of the status rule: the traffic lights that statistical offices use for progress towards
targets, observed over required compound growth with thresholds 0.95, 0.60 and 0 (Statistics
Canada's and Open SDG's progress measure).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from kzcoop.analysis.growth import compound_growth_pct

REACHED, ON_COURSE, BEHIND = "reached", "on course", "behind"
MOVING_AWAY, CANNOT_SAY = "moving away", "cannot say"
STATUSES = (REACHED, ON_COURSE, BEHIND, MOVING_AWAY, CANNOT_SAY)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where one status ends and the next begins, in observed over required growth.

    ``observed_years`` is the span of compound growth that counts as observed; one year is not
    enough for a judgement.
    """

    on_course: float = 0.95
    far_behind: float = 0.60
    moving_away: float = 0.0
    observed_years: int = 5

    def table(self) -> pd.DataFrame:
        """Return the rule as a table to print beside the results."""
        rows = [
            (ON_COURSE, self.on_course, None),
            (BEHIND, self.moving_away, self.on_course),
            ("far behind", self.moving_away, self.far_behind),
            (MOVING_AWAY, None, self.moving_away),
        ]
        return pd.DataFrame(rows, columns=["status", "pace_from", "pace_below"])


def required_growth_pct(actual: float, target: float, years: float) -> float | None:
    """Return the growth in per cent a year that leads from actual to target in some years.

    >>> round(required_growth_pct(24, 35, 8), 2)
    4.83
    """
    return compound_growth_pct(actual, target, years)


def years_to_reach(actual: float, target: float, growth_pct: float) -> float | None:
    """Return the years from actual to target at a steady rate, ``None`` where it never gets there.

    >>> round(years_to_reach(4.3, 10, 33), 2), round(years_to_reach(4.3, 10, 24.5), 2)
    (2.96, 3.85)
    >>> round(years_to_reach(1.1, 2, 50), 2), years_to_reach(1.1, 2, -3)
    (1.47, None)
    """
    if actual <= 0 or target <= 0:
        return None
    if target <= actual:
        return 0.0
    return math.log(target / actual) / math.log1p(growth_pct / 100) if growth_pct > 0 else None


def status_of(pace: float | None, thresholds: Thresholds | None = None) -> str:
    """Return the status word of a pace (observed over required growth).

    >>> [status_of(pace) for pace in (1.2, 0.95, 0.7, 0.0, -0.1, None)]
    ['on course', 'on course', 'behind', 'behind', 'moving away', 'cannot say']
    """
    rule = thresholds or Thresholds()
    if pace is None:
        return CANNOT_SAY
    if pace >= rule.on_course:
        return ON_COURSE
    return BEHIND if pace >= rule.moving_away else MOVING_AWAY
