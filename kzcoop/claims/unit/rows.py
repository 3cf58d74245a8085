"""Rows of a list: a number without its unit has that of its place in the row before.

«Афганистан – 612 тыс. тонн, 60%; Узбекистан – 201, 20%»         thousands of tonnes
«• мука: 61 тыс. тонн на 18 млн долларов; • масло: 20 на 24»     tonnes, then dollars
«1. Китай – 30,1 млрд долл. (21%)» over «2. Россия – 28 (19%)»   lines of a list too

A row begins with a label, a dash or a colon and its first figure; the figures up to the next such
label are the row's.
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import FLOWS
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.unit.named_noun import PLURALS
from kzcoop.claims.unit.shared_unit import OWN_SCALE, take, take_unit
from kzcoop.language.morphology import is_past
from kzcoop.mentions.quantity import Quantity

_LABEL_ENDS = frozenset("–—-:")
_AFTER = frozenset(", ; . ( ) на •".split())
_AMOUNTS = frozenset({"money", "percent", "pieces", "teu", "tonne", "wagon"})
_COUNTS = frozenset({"count", "freight", "vehicle", "vehicles"})
_REST = ("друг", "остальн", "проч")
_LABEL = 9  # tokens of a label
_CLOSED = frozenset("; : . , ( ) • – —".split())
_OPENS = frozenset(": ; • – —".split())
_SHORT = 4  # tokens of a label of any words
_NUMBERED = 2  # tokens of «2.»
_FIGURES = 9  # of a row
_YEARS = range(1990, 2051)


def aligned(one: Draft, before: Sequence[Draft], previous: Sequence[Draft]) -> bool:
    """Let a number of a row take the unit of its place in the row before; whether there is one.

    Parameters
    ----------
    one
        A draft with a bare number.
    before
        The drafts of its sentence before it.
    previous
        The drafts of the sentences before that were kept, in order.
    """
    sentence = one.sentence
    if not (one.last >= sentence.last or sentence.low[one.last] in _AFTER):
        return False
    if one.quantity.scale == OWN_SCALE and one.value in _YEARS:
        return False
    rows = _rows(sentence, one.quantity)
    if not rows:
        return False
    place = len(rows[-1]) - 1
    drafts = before
    if len(rows) == 1:
        if any(not d.rejected and d.at < rows[0][0].number_first for d in before):
            return False  # «прошло 6 млн тонн, через Достык – 5»: in one sentence
        above_at = _line_before(sentence)
        drafts = [d for d in previous[-_FIGURES:] if d.sentence.number == above_at]
        if not drafts or _tells(drafts[-1].sentence) or _tells(sentence):
            return False
        rows = [*_rows(drafts[-1].sentence, None), *rows]
    above = rows[-2] if len(rows) > 1 else []
    if place >= len(above):
        return False
    other = next((d for d in drafts if d.at == above[place].number_first), None)
    if other is None or other.rejected:
        return False
    same = _mark(sentence, one.quantity) == _mark(other.sentence, above[place])
    return same and _takes(one, other)


def in_brackets(one: Draft, before: Sequence[Draft]) -> bool:
    """«сборка машин ($200 млн, 2 300 мест) и теплицы ($45 млн, 180)»: as in the brackets before."""
    sentence = one.sentence
    groups = _brackets(sentence)
    mine = next((i for i, group in enumerate(groups) if one.quantity in group), 0)
    if not mine or len(groups[mine]) < 2:
        return False
    place = groups[mine].index(one.quantity)
    above = groups[mine - 1]
    if len(above) != len(groups[mine]):
        return False
    other = next((d for d in before if d.at == above[place].number_first), None)
    return other is not None and not other.rejected and _takes(one, other)


def _brackets(sentence: Sentence) -> list[list[Quantity]]:
    """The figures of each pair of brackets of a sentence."""
    low = sentence.low
    groups: list[list[Quantity]] = []
    opened = -1
    for quantity in sentence.quantities:
        first = max(sentence.first, quantity.lead - _LABEL)
        marks = [i for i in range(first, quantity.lead) if low[i] in "()"]
        if not marks or low[marks[-1]] != "(":
            continue
        if marks[-1] != opened:
            opened = marks[-1]
            groups.append([])
        groups[-1].append(quantity)
    return groups


def _takes(one: Draft, other: Draft) -> bool:
    """Give a number the unit of the figure in its place."""
    if other.kind in _COUNTS:
        plain = other.value / other.scale
        if one.quantity.scale == OWN_SCALE != other.scale and one.value <= plain:
            one.value *= other.scale  # «с Россией – 23 тысячи, с Китаем – 4,7»
            one.scale = other.scale
        noun = other.quantity.noun
        one.indicator = other.indicator or (
            noun.kind if noun is not None and other.kind == "count" else None
        )
        return one.value == int(one.value) and take_unit(one, other)
    if other.kind not in _AMOUNTS:
        return False
    return take(one, other, "as in the row before")


def _rows(sentence: Sentence, until: Quantity | None) -> list[list[Quantity]]:
    """The rows of a sentence up to a figure, each the figures of one label."""
    rows: list[list[Quantity]] = []
    end = sentence.first
    for quantity in sentence.quantities:
        if quantity.kind in ("name", "ordinal", "out") and not rows:
            continue  # «1) Афганистан – …»
        if sentence.word_before(quantity.lead) in _LABEL_ENDS and _is_label(
            sentence, end, quantity.lead - 1
        ):
            rows.append([])
        if rows:
            rows[-1].append(quantity)
        end = quantity.last
        if quantity is until:
            break
    return rows


def _is_label(sentence: Sentence, first: int, dash: int) -> bool:
    """Whether a short label stands before a dash: a place, a good, a side of trade, the rest.

    One that opens its line, or follows a semicolon, may be of any words that count nothing.
    """
    low = sentence.low
    parted = [at for at in range(first, dash) if low[at] in _CLOSED]
    opens = (first == sentence.first and not parted) or any(
        low[at] in _OPENS or at == sentence.first for at in parted[-1:]
    )
    first = parted[-1] + 1 if parted else first
    if not 0 < dash - first <= _LABEL:
        return False
    hits = sentence.mentions.hits
    words = range(first, dash)
    counted = [hits["counted"][at] for at in words if at in hits["counted"]]
    if any(low[hit.last - 1].endswith(PLURALS) for hit in counted):
        return False  # «контейнерных поездов из Китая – 348»: it counts what it names
    if any(first <= place.first < dash for place in sentence.places) or any(
        at in hits["commodities"] or low[at].startswith(_REST) for at in words
    ):
        return True
    if dash - first == 1 and sentence.mentions.tokens.surface(first, dash)[:1].isupper():
        return True  # a town that no table knows
    told = [hit for hit in sentence.indicators if first <= hit.first < dash]
    if told:
        return any(hit.entry.value in FLOWS for hit in told)
    return opens and dash - first <= _SHORT


def _tells(sentence: Sentence) -> bool:
    """Whether a verb stands before the first dash or colon: no line of a list."""
    low = sentence.low
    end = next((i for i in range(sentence.first + 1, sentence.last) if low[i] in _LABEL_ENDS), 0)
    return any(is_past(low[at]) for at in range(sentence.first, end))


def _line_before(sentence: Sentence) -> int:
    """The number of the line above, past the «2.» of a numbered list."""
    bounds = sentence.mentions.tokens.bounds
    number = sentence.number - 1
    while number > 0 and bounds[number][1] - bounds[number][0] <= _NUMBERED:
        number -= 1
    return number


def _mark(sentence: Sentence, quantity: Quantity) -> tuple[str, bool]:
    """The token before a figure, all dashes and colons as one, and whether «на» leads it."""
    word = sentence.word_before(quantity.lead)
    led = sentence.low[quantity.first] == "на"
    return ("–" if word in _LABEL_ENDS else word), led
