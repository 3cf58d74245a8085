"""Clauses of a paper, which are no checkpoints: «план мероприятий из 20 пунктов»."""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.language.stems import Stems

_PAPERS = Stems("договор", "документ", "карт", "коммюник", "меморанд", "перечн", "план", "протокол")
_FAR = 8  # tokens of «план мероприятий на 2027–2028 годы из 20 пунктов»


@needs(_PAPERS)
def of_paper(one: Draft) -> bool:
    """«подписан план из 20 пунктов», and no «план из шести пунктов пропуска»."""
    sentence, low = one.sentence, one.sentence.low
    lead = one.quantity.lead
    noun = low[one.last - 1]
    if not noun.startswith("пункт") or sentence.word_at(one.last) == "пропуска":
        return False
    if sentence.word_before(lead) not in ("из", "в") or sentence.posts:
        return False
    return any(low[i].startswith(_PAPERS) for i in range(max(sentence.first, lead - _FAR), lead))
