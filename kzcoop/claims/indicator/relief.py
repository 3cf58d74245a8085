"""The part of goods from which duties or limits are taken off: goods_positions, a share.

«пошлины снимут более чем с 80% товаров»       what will be
«отменены квоты на 30% наших круп»             what was
«пошлины снизили на 10%»                       how much they fell: nothing counted here
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words

_BARRIERS = Stems(
    "барьер", "беспошлин", "досмотр", "карантин", "квот", "лицензи", "льгот", "ограничен",
    "оформл", "пошлин", "преференц", "проверк", "сбор", "сертификат", "ставк", "таможн", "тариф",
    but=("сборк", "сборн", "сборочн"),
)  # fmt: skip
_TAKEN_OFF = Stems(
    "исчез", "избав", "ликвидир", "лишил", "обнул", "освобо", "отмен", "снима", "снимет", "снимут",
    "снял", "снят", "снизи", "снизят", "снижа", "убер", "убир", "упразд",
)  # fmt: skip
# «пошлин нет на …», «получат льготу», «под нулевую пошлину попадёт»
_FREE = Stems(
    "беспошлин", "действу", "нулев", "оформлять", "открыва", "охват", "перестан", "поед", "пойд",
    "получ", "попад", "прекра", "признава", "пройд", "распростран", "станет", "станут", "упрост",
    "упрощ",
)  # fmt: skip
_TAKES_FORCE = Stems("вступ", "зарабо")
_WILL = Words("будем", "будет", "будут")
_NONE = Words("без", "нет")
_GOODS = ("ассортимент", "груп", "лини", "наименован", "номенклатур", "перечн", "позици", "продукц",
          "списка", "товар")  # fmt: skip
_MODIFIERS = ("ей", "его", "их", "ого", "ой", "ых")  # of words between: «наших», «товарной»
_NEAR = 3  # tokens between the share and its goods


def relieved(one: Draft) -> bool:
    """Whether a percentage is that of the goods from which duties or limits are taken off."""
    sentence = one.sentence
    if not sentence.begins(_BARRIERS):
        return False
    if sentence.begins(_TAKEN_OFF):
        return _is_of_goods(sentence, one.last) or _goes_on(one)
    # the words of goods alone, for «получат 70% …» tells anything
    free = sentence.begins(_FREE) or sentence.holds(_NONE)
    return free and _is_of_goods(sentence, one.last, named=True)


def _goes_on(one: Draft) -> bool:
    """«обнулил пошлины на 59% позиций, ещё на 30% ставки снижаются»: the goods stand once."""
    sentence = one.sentence
    if "еще" not in sentence.low[one.quantity.lead - 2 : one.quantity.lead]:
        return False
    return any(
        q.kind == "percent" and q.last < one.first and _is_of_goods(sentence, q.last)
        for q in sentence.quantities
    )


def _is_of_goods(sentence: Sentence, last: int, named: bool = False) -> bool:
    """«с 80% товаров», «на 40% наших круп», «четырёх пятых товарной номенклатуры».

    ``named`` where no good by its own name will do.
    """
    low = sentence.low
    goods = sentence.mentions.hits["commodities"]
    for at in range(last, min(last + _NEAR, sentence.last)):
        if low[at].startswith(_GOODS) and not low[at].startswith("товарн"):
            return True
        if not named and at in goods and not low[at].endswith(("у", "ю")):
            return True
        if not low[at].endswith(_MODIFIERS):
            return False
    return False


def relief(one: Draft) -> None:
    """Set what such a share is, and whether it is ahead: «снимут», «обещают снять»."""
    sentence, low = one.sentence, one.sentence.low
    one.indicator, one.measure = "goods_positions", "share_pct"
    verbs = sentence.where(_TAKEN_OFF)
    if len(verbs) > 1 and (near := [i for i in verbs if sentence.between(i, one.at) == 0]):
        verbs = near  # «обнулил пошлины на 59% позиций, ещё на 30% ставки снижаются»
    done = all(is_past(low[i]) or low[i].endswith(("ны", "ена", "ено")) for i in verbs)
    will = sentence.holds(_WILL) or any(
        tense(low[i]) == "future" for i in (*sentence.where(_FREE), *sentence.where(_TAKES_FORCE))
    )
    one.status = "actual" if done and not will else "planned"
    one.note("goods from which duties or limits are taken off")


def beside_pact(one: Draft, partner: tuple[str, ...]) -> bool:
    """«Заработает соглашение с ЕАЭС, пошлины снимут с 80% товаров»: with the partner told of."""
    return one.measure == "share_pct" and len(one.partner) != 1 and len(partner) == 1
