"""Two percentages, the one that something went from and the one that it came to.

«нарастила присутствие с 6,4% до 7,1%»    two shares
«рост замедлился с 12% до 5%»             two paces, and no fall
«У Ирана этот показатель – 9%»            the same change, of another
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.measure.share import preposition
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems

_FROM = frozenset({"с", "со"})
_FIGURES = Stems("показател", "цифр")
_SAME = frozenset({"же", "та", "такая", "такой", "тот", "эта", "этот"})
_SLOWED = Stems("замедл")
# what is told in per cent and is no share
_PACE = Stems(
    "динамик", "замедл", "инфляц", "прирост", "рост", "роста", "ростом", "ставк", "темп", "ускор",
)  # fmt: skip


def of_two_shares(one: Draft, before: Sequence[Draft]) -> bool:
    """«нарастила присутствие с 6,4% до 7,1%»: a growth goes to none, but by its pace."""
    sentence, low = one.sentence, one.sentence.low
    led = preposition(one)
    if led == "до":
        last = before[-1] if before else None
        return (
            last is not None
            and last.kind == "percent"
            and last.measure == "share_pct"
            and preposition(last) in _FROM
            and low[last.last : one.quantity.lead] == ["до"]
        )
    if led not in _FROM or low[one.last : one.last + 1] != ["до"] or sentence.begins(_PACE):
        return False
    return any(q.kind == "percent" and q.lead == one.last + 1 for q in sentence.quantities)


def slows(one: Draft) -> bool:
    """«рост замедлился с 12% до 5%»: it grows on."""
    return one.sentence.begins(_SLOWED) and (preposition(one) in _FROM or preposition(one) == "до")


def again_by_figure(one: Draft) -> bool:
    """«Импорт из Чехии вырос на 12%. У Литвы этот же показатель – 9%»: what was told before."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_FIGURES) or sentence.has("up", "down", "share"):
        return False
    return any(
        i < one.at and (low[i - 1] in _SAME or low[i - 1].startswith("аналогичн"))
        for i in sentence.where(_FIGURES)
        if i > sentence.first
    )
