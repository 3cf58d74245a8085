"""The members of a union, where words for them stand instead of its name.

«За годы работы ЕАЭС торговля со странами-участницами выросла»     of the union in the sentence
«Экспорт в государства-члены», «торговля с партнёрами по союзу»    of the one that the text named
"""

from __future__ import annotations

from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import foreign
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems

UNION_NOTE = "the members of the union told of"
_MEMBERS = Stems(
    "государства-член", "государствам-член", "государствами-член", "государств-член",
    "стран-участ", "страны-участ", "странам-участ", "странами-участ", "странах-участ",
    "стран-член", "страны-член", "странам-член", "странами-член", "участниц",
)  # fmt: skip
_UNIONS = Stems("объединени", "союз")
_LED = ("государств", "партнер", "республик", "сосед", "стран")


def members_told(one: Draft, bloc: tuple[str, ...]) -> tuple[str, ...]:
    """Return the members that a figure is of, none where nothing points to a union.

    ``bloc`` is the union that the text named last.
    """
    sentence = one.sentence
    if not _tells_members(sentence):
        return ()
    here = bloc_of(sentence) or bloc
    if here:
        one.note(UNION_NOTE)
    return here


def bloc_of(sentence: Sentence) -> tuple[str, ...]:
    """Return the members of the one union that a sentence names, or none."""
    blocs = {foreign(p) for p in sentence.places if p.kind == "bloc"} - {()}
    return blocs.pop() if len(blocs) == 1 else ()


def _tells_members(sentence: Sentence) -> bool:
    if sentence.begins(_MEMBERS):
        return True
    if not sentence.begins(_UNIONS):
        return False
    low = sentence.low
    for at in range(sentence.first + 1, sentence.last):
        if low[at].startswith(_UNIONS):
            led = low[at - 2] if low[at - 1] == "по" else low[at - 1]
            if led.startswith(_LED):
                return True
    return False
