"""Annual average exchange rates, each with its source.

``data/reference/fx.csv`` has pairs as they are quoted (USD/KZT: tenge for a dollar, EUR/USD:
dollars for a euro). Where a pair has two sources, the one of its own central bank is taken. A
year or a currency that is not in the table is refused, never filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kzcoop.errors import ReferenceDataError
from kzcoop.reference.source import rows

DOLLAR = "USD"
# Sources in order of preference, by a word of their name; any other comes after.
_FIRST = ("National Bank", "Bank of Russia", "Federal Reserve")


@dataclass(frozen=True, slots=True)
class Rate:
    """The annual average price of one unit of ``currency`` in US dollars."""

    currency: str
    year: int
    usd: Decimal
    source_name: str
    source_url: str


def usd_per(currency: str, year: int) -> Rate:
    """Return what one unit of a currency cost in US dollars, on average over the year.

    Raises
    ------
    ReferenceDataError
        No rate of that currency and year.
    """
    if currency == DOLLAR:
        return Rate(DOLLAR, year, Decimal(1), "by definition", "")
    rate = _rates().get((currency, year))
    if rate is None:
        have = sorted(y for c, y in _rates() if c == currency)
        known = (
            f"{currency} is known for {have[0]} to {have[-1]}" if have else f"no {currency} at all"
        )
        raise ReferenceDataError(f"no exchange rate of {currency} for {year} in fx.csv: {known}")
    return rate


def to_usd(value: Decimal, currency: str, year: int) -> Decimal:
    """Return an amount in US dollars at the annual average rate; see :func:`usd_per`."""
    return value * usd_per(currency, year).usd


@cache
def _rates() -> dict[tuple[str, int], Rate]:
    found: dict[tuple[str, int], Rate] = {}
    for row in sorted(rows("fx"), key=_order):
        base, quoted = row["pair"].split("/")
        price = Decimal(row["value"])
        currency, usd = (quoted, 1 / price) if base == DOLLAR else (base, price)
        key = (currency, int(row["year"]))
        if key not in found:
            found[key] = Rate(*key, usd, row["source_name"], row["source_url"])
    return found


def _order(row: dict[str, str]) -> int:
    hits = [place for place, word in enumerate(_FIRST) if word in row["source_name"]]
    return hits[0] if hits else len(_FIRST)
