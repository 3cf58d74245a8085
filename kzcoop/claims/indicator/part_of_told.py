"""What a part is of that the text told right before, where its own sentence names no flow.

«проследовало 9 тыс. ДФЭ. Половина ушла в Польшу»              of what moved
«1 100 узбекских фирм. Налоги платят шесть из каждых десяти»   of those counted
«смета – 40 млрд тенге. На первом этапе освоено две трети»     of the money that is spent
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import TRADE
from kzcoop.claims.indicator.of_counted import of_those_counted
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.topic.topic import Topic
from kzcoop.claims.unit.ellipsis_form import names_another
from kzcoop.language.stems import Stems

_MOVES = frozenset({"freight", "transit"})
_COUNTED = "_count"
_COSTS = frozenset({"other", "projects_value"})
_MONEY = frozenset({"investment", "other", "projects_value"})
_SUM = frozenset({"денег", "средств", "суммы", "вложений", "капитала"})
# what is done with a part of a sum
_SPENT = Stems(
    "взял", "возьм", "внес", "вложат", "вложит", "выдел", "выплат", "выплач", "дадут", "даст",
    "израсход", "оплат", "оплач", "освое", "освои", "перечисл", "погас", "покро", "потрат",
    "потрач", "профинанс", "уплат", "уплач", "финанс",
)  # fmt: skip
_MORE = frozenset({"больше", "меньше", "выше", "ниже"})


def part_of_told(one: Draft, done: Sequence[Draft], topic: Topic) -> str | None:
    """Return the indicator of what a share is a part of, told before it, or None."""
    if one.kind in ("percent", "ratio") and (whole := of_those_counted(one, done, topic)):
        return whole
    if one.kind != "percent":
        return None
    sentence = one.sentence
    told = topic.told.claim
    if told is not None and told.endswith(_COUNTED):
        opening = sentence.low[sentence.first : sentence.first + 2]
        part = opening == ["из", "них"] and one.quantity.form == "fraction"
        if part or opening == ["их", "доля"]:
            return told  # «512 фирм …. Их доля среди иностранных – 58%»
    if not _is_part(one):
        return None
    if one.quantity.lead == sentence.first and told in _MOVES and all(
        sentence.low[hit.first].startswith("уш") for hit in sentence.indicators
    ):  # fmt: skip
        return told  # «проследовало 9 тыс. ДФЭ. Половина ушла в Польшу»
    if sentence.word_at(one.last) in _SUM and not done and told in _MONEY:
        return told if topic.sides_sentence == sentence.number - 1 else None
    if sentence.begins(_SPENT) and (spent := _of_sum(one, done, topic)) is not None:
        return spent
    each = sentence.low[one.quantity.number_first].startswith("кажд")
    if each and told is not None and told.endswith(_COUNTED) and not done:
        others = any(hit.entry.value in TRADE for hit in sentence.indicators)
        if not others and topic.sides_sentence == sentence.number - 1:
            return told  # «Фирм около пятисот. Каждая третья – с производством»
    counted = told is not None and (told.endswith(_COUNTED) or told in _MOVES)
    if counted and not done and not sentence.indicators and not names_another(one):
        return told if topic.sides_sentence == sentence.number - 1 else None
    return None


def _is_part(one: Draft) -> bool:
    """Whether a fraction tells a part, and not how much something grew: «на треть больше»."""
    if one.quantity.form != "fraction" or one.sentence.low[one.first] in ("в", "на"):
        return False
    return one.sentence.word_at(one.last) not in _MORE


def _of_sum(one: Draft, done: Sequence[Draft], topic: Topic) -> str | None:
    """«Стоимость линии – 600 млрд тенге, четверть уже выплачена»: of the money right before."""
    sentence = one.sentence
    clause = sentence.clause(one.at)
    spent = [at for at in sentence.where(_SPENT) if sentence.clause(at) == clause]
    flows = [hit.first for hit in sentence.indicators if sentence.clause(hit.first) == clause]
    if not spent or not set(flows) <= set(spent):
        return None
    if done:
        return done[-1].indicator if done[-1].kind == "money" else None
    near = topic.sides_sentence == sentence.number - 1
    return topic.told.claim if near and topic.told.claim in _COSTS else None
