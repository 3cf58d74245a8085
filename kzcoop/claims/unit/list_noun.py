"""Bare numbers of a list whose heading tells what they count.

«Совместные предприятия: с Россией – 23 тысячи, …»        before a colon
«Контейнерных поездов отправлено:» over «– Иран – 32»     a heading over lines
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.unit.named_noun import AFTER, COUNTS, PLURALS, count_noun

_DASHES = frozenset("–—-")
_HEADING = 14  # tokens of «Совместных предприятий больше всего с тремя странами:»
_LINE = 6  # tokens from the noun to its colon


def listed(one: Draft) -> bool:
    """Let the first number of a list count what its heading names; whether it names one."""
    index = _noun_of_list(one)
    return index is not None and count_noun(one, index)


def _noun_of_list(one: Draft) -> int | None:
    """The noun of «Совместные предприятия: с Россией – 23 тысячи, …», told before a colon."""
    low, sentence = one.sentence.low, one.sentence
    if not _DASHES.issuperset(low[one.quantity.lead - 1 : one.quantity.lead]):
        return None
    if one.last < sentence.last and low[one.last] not in AFTER:
        return None
    colon = next((i for i in range(one.at - 1, sentence.first, -1) if low[i] == ":"), None)
    if colon is None and low[sentence.first - 1] == ":":
        colon = sentence.first - 1  # the heading of a list of lines
    if colon is None or any(colon < q.first < one.first for q in sentence.quantities):
        return None
    counted, mentions = sentence.mentions.hits["counted"], sentence.mentions
    reach = _HEADING if colon < sentence.first else _LINE
    for index in range(colon - 1, max(colon - reach, 0), -1):
        hit = counted.get(index)
        if hit is not None and hit.entry.kind != "out":
            told = hit.entry.kind.endswith(COUNTS) or hit.entry.kind in ("freight", "vehicles")
            plural = low[hit.last - 1].endswith((*PLURALS, "ы", "и", "я"))
            numbered = any(0 <= hit.first - q.last <= 1 for q in mentions.quantities) or any(
                q.noun is hit.entry and q.first <= index < q.last for q in sentence.quantities
            )
            return index if told and plural and not numbered else None
        if mentions.tokens.kind[index] != "w":
            return None
    return None
