"""Percentages and times of firms that are counted, and of no flow of capital.

«работает 1,6 тыс. компаний, плюс 12% за год»                 of the count before
«… 28 тыс. предприятий. Почти треть из них – с российским капиталом»   of those told before
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import FLOWS
from kzcoop.claims.measure.measure_change import OF_COUNTED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.topic.topic import Topic
from kzcoop.language.stems import Stems

_FIRMS = "enterprises_count"
_ABOUT = Stems(
    "бизнес", "доля", "количеств", "компани", "них", "организац", "половин", "предприят", "фирм",
    "числ", "юрлиц",
)  # fmt: skip
_PAST = 5  # tokens from a share to what it is of
_OWNED = ("капитал", "участ", "учредител", "инвестор")  # «с российским капиталом»: whose they are


def of_firms(one: Draft, done: Sequence[Draft], topic: Topic) -> bool:
    """Return whether a percentage or a number of times is of firms told right before."""
    if one.kind not in ("percent", "ratio"):
        return False
    sentence = one.sentence
    if done:
        if done[-1].indicator != _FIRMS or _tells_flow(one, done[-1].last):
            return False
    else:
        told = topic.told.claim == _FIRMS and topic.sides_sentence == sentence.number - 1
        if not told or not sentence.begins(_ABOUT) or _tells_flow(one, sentence.first):
            return False
    one.note(OF_COUNTED)
    return True


def _tells_flow(one: Draft, start: int) -> bool:
    """Whether a word of trade or of investment is beside a figure, and not whose firms are.

    «56 предприятий …, на долю королевства приходится 18% торговли»
    """
    low = one.sentence.low
    end = one.sentence.last if start == one.sentence.first else one.last + _PAST
    return any(
        hit.entry.value in FLOWS
        and start <= hit.first < end
        and not low[hit.first].startswith(_OWNED)
        for hit in one.sentence.indicators
    )
