"""Quantities from the phrase tables: kind, value, unit, hedge, sign and exact span."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kzcoop.mentions.annotate import annotate

# what these kinds say goes into the residue: an event's number, a name, what is out of scope
_ASIDE = frozenset({"out", "name", "ordinal", "unread"})
_UNITS = {
    "percent": "percent", "ratio": "ratio", "tonne": "tonne", "count": "count", "people": "count",
    "freight": "count", "vehicles": "count",
}  # fmt: skip


def read(text):
    """The quantities of a text as (quote, kind, value, and so on)."""
    mentions = annotate(text, None)
    return [
        {
            "quote": mentions.tokens.surface(one.first, one.last),
            "span": (mentions.tokens.start[one.first], mentions.tokens.end[one.last - 1]),
            "kind": one.kind,
            "value": round(one.value, 4),
            "value_max": None if one.value_max is None else round(one.value_max, 4),
            "unit": one.unit,
            "qualifier": one.qualifier,
            "sign": one.sign,
            "noun": one.noun.id if one.noun else None,
        }
        for one in mentions.quantities
    ]


def number(value):
    return None if value is None else round(Decimal(str(value)), 4)


@pytest.mark.phrases("quantity.yml", "quantity_bugs.yml")
def test_quantity(phrase):
    found = [one for one in read(phrase.text) if one["kind"] not in _ASIDE]
    wanted = [
        {
            "quote": phrase.text[start:end],
            "span": (start, end),
            "kind": one["kind"],
            "value": number(one["value"]),
            "value_max": number(one.get("value_max")),
            "unit": one.get("unit", _UNITS.get(one["kind"])),
            "qualifier": one.get("qualifier", "exact"),
            "sign": one.get("sign", 1),
            "noun": one.get("noun"),
        }
        for (start, end), one in zip(phrase.spans, phrase.every, strict=True)
    ]
    for one, two in zip(found, wanted, strict=False):
        if two["noun"] is None:
            one["noun"] = None
    assert found == wanted


@pytest.mark.phrases("quantity_negative.yml")
def test_no_quantity(phrase):
    found = read(phrase.text)
    assert {one["kind"] for one in found} <= set(phrase.expected.get("kinds", ())), found
