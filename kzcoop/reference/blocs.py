"""Members of groups of states that grew: the rows of ``data/reference/blocs.csv``."""

from __future__ import annotations

from datetime import date
from functools import cache

from kzcoop.reference.source import rows


@cache
def members(bloc: str, day: date | None = None) -> tuple[str, ...]:
    """Return the members of a group on a day, in order of their codes; the newest without a day.

    Parameters
    ----------
    bloc
        The group's code in the table: SCO.
    day
        A member that joined in a year named without a day counts from the year's end on.

    Examples
    --------
    >>> members("SCO", date(2021, 6, 1))
    ('CHN', 'IND', 'KAZ', 'KGZ', 'PAK', 'RUS', 'TJK', 'UZB')
    >>> members("EU")
    ()
    """
    until = "9999" if day is None else day.isoformat()
    return tuple(
        sorted(
            row["member"]
            for row in rows("blocs")
            if row["bloc"] == bloc and _joined(row["since"]) <= until
        )
    )


def _joined(since: str) -> str:
    return since if len(since) > len("2017") else f"{since}-12-31"
