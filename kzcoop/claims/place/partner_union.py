"""The members of a union, where words for them stand instead of its name.

«За годы работы ЕАЭС торговля со странами-участницами выросла»     of the union in the sentence
«Экспорт в государства-члены», «торговля с партнёрами по союзу»    of the one that the text named
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, either
from kzcoop.mentions.place import Place

UNION_NOTE = "the members of the union told of"
_MEMBERS = Stems(
    "государства-член", "государствам-член", "государствами-член", "государств-член",
    "стран-участ", "страны-участ", "странам-участ", "странами-участ", "странах-участ",
    "стран-член", "страны-член", "странам-член", "странами-член", "участниц",
)  # fmt: skip
_UNIONS = Stems("объединени", "союз")
_GIVEN = 4  # tokens from a share to who has it
# «экспорт в регион», «региональный оборот»
_REGION = Stems("регион")
_TELLING = either(_MEMBERS, _UNIONS, _REGION)  # of which each way to tell of members has one
_REGIONS = frozenset({"регион", "региона", "регионом"})
_LED = ("государств", "партнер", "республик", "сосед", "стран")


def members_told(one: Draft, bloc: tuple[str, ...]) -> tuple[str, ...]:
    """Return the members that a figure is of, none where nothing points to a union.

    ``bloc`` is the union that the text named last.
    """
    sentence = one.sentence
    if not sentence.begins(_TELLING):
        return ()
    share = one.measure == "share_pct"
    if not (_tells_members(sentence) or (_tells_region(sentence) and not share)):
        return ()
    if share and _taken(one):
        return ()
    here = bloc_of(sentence.places) or bloc
    if here:
        one.note(UNION_NOTE)
    return here


def _taken(one: Draft) -> bool:
    """«из стран союза пришло 200 млрд, причём половину дали Нидерланды»: a member's share."""
    return any(
        one.last <= place.first <= one.last + _GIVEN and place.kind == "country"
        for place in one.sentence.places
    )


def bloc_of(places: Sequence[Place]) -> tuple[str, ...]:
    """Return the members of the one union among the places of a sentence or a title, or none."""
    blocs = {p.abroad for p in places if p.kind == "bloc" and p.abroad}
    return blocs.pop() if len(blocs) == 1 else ()


def _tells_members(sentence: Sentence) -> bool:
    if sentence.begins(_MEMBERS):
        # not «участница делегации»
        return any(
            not sentence.low[i].startswith("участниц")
            or sentence.word_before(i).startswith(("государств", "стран"))
            for i in sentence.where(_MEMBERS)
        )
    if not sentence.begins(_UNIONS):
        return False
    low = sentence.low
    for at in range(sentence.first + 1, sentence.last):
        if low[at].startswith(_UNIONS):
            led = low[at - 2] if low[at - 1] == "по" else low[at - 1]
            if led.startswith((*_LED, "дол")) or led == "внутри":
                return True
    return False


def _tells_region(sentence: Sentence) -> bool:
    """«экспорт в регион достиг 5 млрд», «поднять региональный оборот»."""
    low = sentence.low
    return sentence.begins(_REGION) and any(
        (low[i] in _REGIONS and low[i - 1] in ("в", "из", "с"))
        # «торговля с соседями по региону»
        or (low[i] == "региону" and low[i - 1] == "по" and low[i - 2].startswith(_LED))
        or (
            low[i].startswith("региональн")
            and low[i + 1].startswith(("оборот", "торговл", "товарооб"))
        )
        for i in range(sentence.first + 1, sentence.last - 1)
    )
