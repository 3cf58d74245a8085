"""Ordinals that go on from who was ranked before, among others: the noun stands but once.

«первый партнёр в Евросоюзе и третий в мире»             where else
«крупнейший покупатель в регионе и пятый – среди стран ЕС»   after a superlative
«третье место среди инвесторов, восьмое – среди партнёров»   among whom
"""

from __future__ import annotations

from kzcoop.claims.count.rank_of import PLACES
from kzcoop.claims.scene.draft import Draft

_WHERE = frozenset({"в", "во", "на", "среди"})
_DASHES = frozenset("–—-")
_JOINED = frozenset({"и", "а", ","})
_RANKED = (
    "импортер", "инвестор", "источник", "партнер", "покупател", "поставщик", "продавец", "продавц",
    "экспортер", *PLACES,
)  # fmt: skip
_NAMED = 5  # tokens from «третий» to «торговый партнёр»


def goes_on(one: Draft) -> bool:
    """«среди продавцов занимает 14-е место, среди покупателей – 11-е»: a place without its noun."""
    sentence, low = one.sentence, one.sentence.low
    if _stands_elsewhere(one):
        return True
    after = low[one.last : one.last + 1]
    before = [q for q in sentence.quantities if q.kind == "ordinal" and q.last < one.first]
    if after in (["–"], ["—"], ["у"], ["за"]) and any(
        p.first == one.last + 1 for p in sentence.places
    ):
        # «второе место занимает Россия, третье – Турция», «второе место у России, третье у Китая»,
        # «второй поставщик – Россия, третий – Италия»
        return any(low[q.last].startswith(_RANKED) for q in before)
    if sentence.word_before(one.first) not in ("–", "—", "на"):
        return False
    return any(low[q.last].startswith(PLACES) for q in before) and (
        one.last >= sentence.last or low[one.last] in (".", ",", ";", ":", "среди")
    )


def _stands_elsewhere(one: Draft) -> bool:
    """«крупнейший партнёр Чехии в регионе и четвёртый – среди стран СНГ»: the same, among others.

    The two agree: not «партнёр номер один и первая страна в …».
    """
    sentence, low = one.sentence, one.sentence.low
    if low[one.first - 1] not in _JOINED:
        return False
    after = one.last + (sentence.word_at(one.last) in _DASHES)
    if sentence.word_at(after) not in _WHERE:
        return False
    ending = low[one.first][-1]
    for at in range(one.first - 2, sentence.first - 1, -1):
        if not low[at].startswith(_RANKED):
            continue
        led = low[max(sentence.first, at - _NAMED) : at]
        return any(
            word[-1] == ending and (word.startswith("крупнейш") or _is_ordinal(one, at - 1 - back))
            for back, word in enumerate(reversed(led))
        )
    return False


def _is_ordinal(one: Draft, at: int) -> bool:
    return any(q.kind == "ordinal" and q.first <= at < q.last for q in one.sentence.quantities)
