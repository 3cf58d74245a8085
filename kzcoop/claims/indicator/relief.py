"""The part of goods from which duties or limits are taken off: goods_positions, a share.

«пошлины снимут более чем с 80% товаров»       what will be
«отменены квоты на 30% наших круп»             what was
«пошлины снизили на 10%»                       how much they fell: nothing counted here
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems

_BARRIERS = Stems(
    "барьер",
    "квот",
    "ограничен",
    "пошлин",
    "проверк",
    "сбор",
    "тариф",
    but=("сборк", "сборн", "сборочн"),
)
_TAKEN_OFF = Stems(
    "исчез", "избав", "ликвидир", "обнул", "освобо", "отмен", "снима", "снимет", "снимут", "снял",
    "снят", "убер", "упразд",
)  # fmt: skip
_GOODS = ("ассортимент", "груп", "лини", "наименован", "номенклатур", "позици", "продукц", "товар")
_MODIFIERS = ("ей", "его", "их", "ого", "ой", "ых")  # of words between: «наших», «товарной»
_NEAR = 3  # tokens between the share and its goods


def relieved(one: Draft) -> bool:
    """Whether a share is that of the goods from which duties or limits are taken off."""
    sentence = one.sentence
    if one.kind != "percent" or not sentence.begins(_BARRIERS):
        return False
    return sentence.begins(_TAKEN_OFF) and _is_of_goods(one)


def _is_of_goods(one: Draft) -> bool:
    """«с 80% товаров», «на 40% наших круп», «четырёх пятых товарной номенклатуры»."""
    sentence, low = one.sentence, one.sentence.low
    goods = sentence.mentions.hits["commodities"]
    for at in range(one.last, min(one.last + _NEAR, sentence.last)):
        if low[at].startswith(_GOODS) and not low[at].startswith("товарн"):
            return True
        if at in goods and not low[at].endswith(("у", "ю")):
            return True
        if not low[at].endswith(_MODIFIERS):
            return False
    return False


def relief(one: Draft) -> None:
    """Set what such a share is, and whether it is ahead: «снимут», «обещают снять»."""
    sentence, low = one.sentence, one.sentence.low
    one.indicator, one.measure = "goods_positions", "share_pct"
    verbs = sentence.where(_TAKEN_OFF)
    done = all(is_past(low[i]) or low[i].endswith(("ны", "ена", "ено")) for i in verbs)
    will = any(low[i - 1] in ("будут", "будет") for i in verbs)
    one.status = "actual" if done and not will else "planned"
    one.note("goods from which duties or limits are taken off")


def beside_pact(one: Draft, partner: tuple[str, ...]) -> bool:
    """«Заработает соглашение с ЕАЭС, пошлины снимут с 80% товаров»: with the partner told of."""
    return (
        one.indicator == "goods_positions"
        and one.measure == "share_pct"
        and len(one.partner) != 1
        and len(partner) == 1
    )
