"""Ranks in the figures told, which have their period, and standings, which have none.

«второе место заняла Россия – 18 млрд»                  in the figures told
«Франция занимает восьмое место среди поставщиков»      a standing
"""

from __future__ import annotations

from kzcoop.claims.claim import MOVED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense

# figures with which a rank is told, and ends of verbs of taking a place: «заняла», «оказалась»
_VALUES = frozenset({"money", "percent", "tonne"})
_CAME = ("нял", "няла", "няло", "стал", "стала", "стало", "шел", "шла", "зался", "залась")
_IN_THEM = frozenset({"них", "ней", "нем"})


def ranked_then(one: Draft) -> bool:
    """Return whether a rank is one in the figures told, and no standing.

    «второе место заняла Россия – 18 млрд долларов», not «Франция занимает восьмое место».
    """
    sentence, low = one.sentence, one.sentence.low
    took = any(
        low[i].endswith(_CAME) and tense(low[i]) == "past"
        for i in range(sentence.first, sentence.last)
    )
    if one.indicator == "investment":
        return took  # «Среди стран-вкладчиков Китай занял четвёртую строчку»
    if one.indicator not in MOVED:
        return False
    inside = any(low[i] in _IN_THEM and low[i - 1] == "в" for i in range(sentence.first, one.at))
    return (
        took
        or inside  # «Казахстан в них занимает третью строчку», in the months' statistics
        or any(q.kind in _VALUES for q in sentence.quantities)
        or any(low[i].startswith("эт") for i in range(sentence.first, one.at))
    )
