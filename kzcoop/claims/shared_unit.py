"""How a bare number takes unit and scale from another."""

from __future__ import annotations

from decimal import Decimal

from kzcoop.claims.draft import Draft

# scale of a number with no word of scale
OWN_SCALE = Decimal(1)
# kinds of quantities whose unit others share
SHARED = frozenset({"money", "percent", "pieces", "ratio", "teu", "tonne", "vehicle", "wagon"})
PLAIN = frozenset({"percent", "ratio"})  # units of which no number has a scale
# what is counted by a noun, which stands once: «с 24 до 36 поездов»
COUNTED = frozenset({"count", "freight", "people", "vehicles"})
SMALL = 1_000  # of a currency, below which an amount of trade has a scale left out


def take(one: Draft, other: Draft, why: str) -> bool:
    """Give ``one`` the unit of ``other``, and its scale where ``one`` has none of its own."""
    if one.scale == OWN_SCALE and other.scale != OWN_SCALE:
        one.value *= other.scale
        one.scale = other.scale
        if one.value_max is not None:
            one.value_max *= other.scale
    elif one.quantity.scale != OWN_SCALE and other.kind in ("percent", "ratio"):
        return False
    if other.kind == "ratio":
        one.qualifier = other.qualifier  # «больше в 2,5 и 3 раза» compares and hedges nothing
    one.kind, one.unit = other.kind, other.unit
    one.note(f"unit {other.unit} {why}")
    return True


def take_unit(one: Draft, other: Draft) -> bool:
    """Give ``one`` the unit of ``other``, whatever its scale."""
    one.kind, one.unit = other.kind, other.unit
    one.note(f"unit {other.unit} named before")
    return True
