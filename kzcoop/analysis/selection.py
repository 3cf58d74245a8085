"""Claims chosen by what they are about: partner, indicator, year, status."""

from __future__ import annotations

from typing import Any

import pandas as pd

from kzcoop.analysis.inputs import Tables, each, known_claims, text
from kzcoop.analysis.periods import months


def years_of(claim: Any) -> tuple[int, ...]:
    """Return the calendar years that a claim speaks about: of its period, else of its deadline.

    Empty where the text names neither.
    """
    run = months(text(claim.period) or text(claim.deadline))
    return () if run is None else tuple(range(run.year, run.last_year + 1))


def chosen(
    tables: Tables, partner: str, as_of: str, indicator: str | None = None,
    year: int | None = None, status: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Return the claims about a partner that were out on a date and fit a choice.

    Parameters
    ----------
    partner
        Alpha-3 code or ALL.
    as_of
        ISO date.
    indicator, status
        A value of that column; None is all.
    year
        A year that the claim's period (or deadline, where it has no period) touches; None is all.

    Returns
    -------
    pandas.DataFrame
        Rows of :func:`kzcoop.analysis.inputs.known_claims`, plus ``year`` (Int64): the last year
        that the claim speaks about, missing where the text names none.
    """
    claims = known_claims(tables, partner, as_of)
    years = [years_of(claim) for claim in each(claims)]
    claims["year"] = pd.array([found[-1] if found else None for found in years], dtype="Int64")
    fits = pd.Series(True, index=claims.index)
    if indicator is not None:
        fits &= claims["indicator"] == indicator
    if status is not None:
        fits &= claims["status"] == status
    if year is not None:
        fits &= pd.Series([year in found for found in years], index=claims.index, dtype=bool)
    return claims[fits.astype(bool)].reset_index(drop=True)
