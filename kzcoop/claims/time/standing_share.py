"""Shares of no period: what is told as it stands, of a whole of which the text told no figure.

«По словам министра, на двоих приходится 19% торговли региона»   an estimate of any year
«Афганцы забирают семь десятых всего вывоза муки»                of any year, amid a season's tonnes
«На Китай приходится 41% этой суммы»                             of what was told: its period
"""

from __future__ import annotations

from collections.abc import Container

from kzcoop.claims.claim import SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.place_text import HOME

_ESTIMATE = either(
    Words("мнению", "оценивают", "подсчетам", "прикидкам", "расчетам", "словам"),
    Stems("оценк", "полага", "считает", "считают"),
)
# what tells that the whole is the one told before
_TOLD = Words(
    "больше", "меньше", "нее", "них", "прежде", "раньше", "сумма", "суммы", "том", "этого",
    "этой", "этот", "этих", "эта", "это",
)  # fmt: skip
# who takes a share: the partner told of, named or not
_TAKERS = Words("него", "нее", "страну", "стране", "соседей", "соседи", "соседям", "туда")
_VALUES = frozenset({"bare", "money", "tonne"})
_ALL = Stems("весь", "все", "всего", "всей", "казахстанск", "республик", "стран")
_WITH = frozenset({"(", "долей"})  # «с долей 8% занимает третье место», of the figures told


def standing_share(one: Draft) -> bool:
    """«По словам министра, на двоих приходится 19% торговли региона»: of any year."""
    if one.status != "actual":
        return False
    sentence = one.sentence
    if (
        sentence.periods
        or sentence.holds(_TOLD)
        or sentence.word_before(one.quantity.lead) in _WITH
    ):
        return False
    if not (sentence.begins(_ESTIMATE) or sentence.has("say")):
        return False
    if any(q.last <= one.first and q.kind == "money" for q in sentence.quantities):
        return False  # «упомянул вывоз товаров: достигнув 8 млрд, он занимает треть»
    return not _was(one)


def of_other_whole(one: Draft, told: Container[str]) -> bool:
    """«Иран купил 100 тыс. тонн. На него приходится 54% казахстанского вывоза»: of no period.

    A share that the partner has in a flow of which only the partner's figures were told; ``told``
    are the flows of which the text has told the whole.
    """
    if one.indicator not in SIDES or not one.partner:
        return False
    sentence = one.sentence
    if one.status != "actual" or one.indicator in told or sentence.periods:
        return False
    if any(q.last <= one.first and q.kind in _VALUES for q in sentence.quantities):
        return False  # «поставки достигли 486 тыс. т, или 40% всего вывоза»
    if sentence.word_before(one.quantity.lead) in _WITH:
        return False
    takes = sentence.holds(_TAKERS) or any(p.codes == one.partner for p in sentence.abroad)
    whole = bool(sentence.homes) or sentence.begins(_ALL)
    return takes and whole and not sentence.holds(_TOLD) and not _was(one)


def of_trade_abroad(one: Draft, sides: tuple[str, tuple[str, ...]]) -> bool:
    """«Торговля достигла 400 млн. На Казахстан приходится 20% внешней торговли Таджикистана».

    A share of what the partner trades, after figures of Kazakhstan's own: ``sides`` traded them.
    """
    told = one.reporter != HOME and sides[0] == HOME and one.indicator == "turnover"
    return told and not one.sentence.periods and not _was(one)


def _was(one: Draft) -> bool:
    """Whether a verb in the past tells of a share: «на Китай пришлось 41%»."""
    sentence, low = one.sentence, one.sentence.low
    said = {cue.first for cue in sentence.cues if cue.entry.kind == "say"}
    return any(
        is_past(low[i]) and i not in said and not sentence.between(i, one.at)
        for i in range(sentence.first, sentence.last)
    )
