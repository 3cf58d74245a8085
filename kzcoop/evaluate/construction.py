"""How a figure is written: the families by which scores are told apart.

«$24 млрд»           sign before          «вдвое»           times in one word
«24 млрд долларов»   digits and scale     «в 1,5 раза»      times
«пять проектов»      words                «треть»           fraction
«2–3 млрд»           range                «105,4% к …»      index
«13,2»               unit elsewhere       «40% торговли»    share
"""

from __future__ import annotations

import re
from functools import cache

from kzcoop.mentions.annotate import Mentions, annotate

CONSTRUCTIONS = (
    "rank", "range", "times", "times in one word", "fraction", "index", "share", "percent",
    "unit elsewhere", "sign before", "compound scale", "words", "digits and scale", "digits",
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"[$€£¥₸₽]\s*\d")
_FIGURE = re.compile(r"\d+(?:[\s.,]\d+)*")


def construction(quote: str, measure: str, value: float, value_max: float | None, unit: str) -> str:
    """Return the family of a claim's wording, one of ``CONSTRUCTIONS``.

    Everything comes from the quote and from what it means, so that a claim that was annotated and
    one that was read are told apart alike.

    >>> construction("105,4%", "change_pct", 5.4, None, "percent")
    'index'
    >>> construction("13,2", "level", 13.2e6, None, "USD")
    'unit elsewhere'
    """
    digits = _DIGIT.search(quote) is not None
    if measure == "rank":
        return "rank"
    if value_max is not None:
        return "range"
    if unit == "ratio":
        return "times" if re.search(r"\bраз", quote.lower()) else "times in one word"
    mentions = _read(quote)
    if unit == "percent":
        return _percent(quote, measure, value, digits, mentions)
    scales = [h for h in mentions.hits["numerals"].values() if h.entry.kind == "multiplier"]
    if not mentions.hits["units"] and not mentions.hits["counted"]:
        return "unit elsewhere"
    if _SIGN.search(quote):
        return "sign before"
    if len(scales) > 1:
        return "compound scale"
    if not digits:
        return "words"
    return "digits and scale" if scales else "digits"


def _percent(quote: str, measure: str, value: float, digits: bool, mentions: Mentions) -> str:
    printed = _FIGURE.search(quote)
    if measure == "change_pct" and printed is not None:
        number = float(re.sub(r"\s", "", printed[0]).replace(",", "."))
        if abs(number - abs(value)) > 1e-6 * max(1.0, number):
            return "index"
    fraction = any(
        h.entry.kind in ("fraction", "denominator") for h in mentions.hits["numerals"].values()
    )
    if not digits and fraction:
        return "fraction"
    if measure == "share_pct":
        return "share"
    return "percent" if mentions.hits["units"] else "unit elsewhere"


@cache
def _read(quote: str) -> Mentions:
    return annotate(quote, None)
