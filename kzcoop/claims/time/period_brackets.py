"""Periods in brackets: of a figure in them, or of the one right before them.

«на 21% (2022 г. – 1,1 млрд)»             of 1.1 billion
«1,4 млн тонн (2024), 1,3 млн (2023)»     each of the figure before it
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.language.stems import Words
from kzcoop.mentions.period import Period

# words that lead to a period: «за весь 2022-й»
SMALL = frozenset(
    "в весь все за итогам каких-то какие-то каких-нибудь какие-нибудь лишь на одно одни по полный"
    " только целый".split()
)
_OPENED = Words("(")


@needs(_OPENED)
def in_brackets(one: Draft, period: Period) -> bool:
    """Return whether a period dates a figure in brackets: «на 21% (2022 г. – 1,1 млрд)»."""
    low, sentence = one.sentence.low, one.sentence
    opened = next(
        (i for i in range(period.first, max(sentence.first, period.first - 9) - 1, -1)
         if low[i] in ("(", ")")), -1,
    )  # fmt: skip
    if opened < 0 or low[opened] != "(":
        return False
    closed = next((i for i in range(period.last, sentence.last) if low[i] == ")"), sentence.last)
    if opened < one.at < closed:
        return False
    kind = sentence.mentions.tokens.kind
    words = [
        i for i in range(opened + 1, closed)
        if kind[i] == "w" and not period.first <= i < period.last and low[i] not in SMALL
    ]  # fmt: skip
    if len(words) > 1:
        return True  # «через Курык – 21 тыс. вагонов (порт открыт в марте 2017 года)»
    held = [q for q in sentence.quantities if opened < q.first < closed]
    if opened == one.last and period.first - opened <= 2:  # «1,6 млрд (2018 год, рост 25%)»
        return any(q.kind not in ("percent", "ratio") for q in held)
    return bool(held)


@needs(_OPENED)
def of_figure_before(one: Draft, period: Period) -> bool:
    """Return whether a period stands in brackets right after another figure.

    «1,4 млн тонн (2024), 1,3 млн»
    """
    opened = enclosed_alone(one, period)
    return opened is not None and any(
        q is not one.quantity and q.last == opened and q.kind != "ordinal"
        for q in one.sentence.quantities
    )


def enclosed_alone(one: Draft, period: Period) -> int | None:
    """Return where the bracket opens in which a period stands alone: «1,3 млн (2023)»."""
    low, sentence = one.sentence.low, one.sentence
    opened = period.first - 1
    while opened > sentence.first and low[opened] in SMALL:
        opened -= 1
    alone = sentence.holds(_OPENED) and low[opened] == "("
    return opened if alone and sentence.word_at(period.last) == ")" else None
