"""Plants that stand and work, counted as firms: with owners from abroad, or with leave to sell.

«работает 12 заводов с участием турецкого капитала»
«право экспорта имеют семь комбинатов»
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems

_PLANTS = ("завод", "комбинат", "мясокомбинат", "производств", "птицефабрик", "фабрик")
_STAND = Stems("действу", "работает", "работают", "функционир")
_LEAVE = Stems("аккредит", "аттест", "внесен", "допущ", "имеют", "получил", "разреш", "реестр")
_TO_SELL = Stems("вывоз", "поставк", "поставля", "экспорт")
_OWNED = Stems(
    "иностранн", "инвестор", "капитал", "компани", "предприят", "совместн", "участи", "фирм"
)
_NEAR = 5  # tokens from «работает» to the number


def of_firms(one: Draft) -> bool:
    """Whether plants are counted that work with others, or may sell abroad."""
    sentence, low = one.sentence, one.sentence.low
    if not low[one.last - 1].startswith(_PLANTS):
        return False
    if sentence.begins(_LEAVE) and sentence.begins(_TO_SELL):
        return not any(low[at].startswith("проект") for at in range(sentence.first, one.at))
    whose = any(p.kind == "adjective" and 0 <= p.first - one.last <= 1 for p in sentence.abroad)
    # «работает 12 заводов турецких инвесторов», «девять производств белорусской техники»
    return (whose or sentence.begins(_OWNED)) and any(
        -_NEAR <= at - one.at <= _NEAR for at in sentence.where(_STAND)
    )
