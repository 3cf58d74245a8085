"""Figures that stand in a paper: «в отчёте стоит 1,2 млн», where «стоит» names no price."""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Words

STANDS = Words("стоит", "стоят")
_PAPERS = (
    "ведомост", "граф", "данных", "договор", "документ", "другой", "других", "заявлен", "источник",
    "коммюнике", "колонк", "материал", "обзор", "отчет", "протокол", "публикац", "сводк", "справк",
    "статистик", "строк", "таблиц",
)  # fmt: skip
_IN = frozenset({"в", "во"})
_NEAR = 4  # tokens of «в протоколе той комиссии»


def costs(one: Draft, reach: int = 1) -> bool:
    """Return whether «стоит» leads to a sum within some tokens, and in no paper: a price."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "money":
        return False
    lead = one.quantity.lead
    return any(
        not _in_paper(low[max(sentence.first, at - _NEAR) : at])
        for at in range(max(sentence.first, lead - reach), lead)
        if low[at] in STANDS
    )


def _in_paper(led: list[str]) -> bool:
    """«в других», «в протоколе той комиссии»: where a figure stands."""
    return any(
        word in _IN and any(each.startswith(_PAPERS) for each in led[at + 1 :])
        for at, word in enumerate(led)
    )
