"""Parts told by the way, of what is no trade: «половина платформ», «треть полей».

«половину платформ удаётся загрузить»         of things that carry, stand or feed
«испортили пятую часть зерна»                 of a harvest that was lost
«если хотя бы половина найдёт покупателя»     of what may be
«заполнен лишь наполовину»                    how full something is
«час с четвертью»                             of an hour
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.language.stems import Stems, Words

_THINGS = Stems(
    "баков", "бюджета", "времени", "горючего", "дворов", "дня", "домов", "дороги", "еды", "жителей",
    "залов", "зарплаты", "квартир", "маржи", "мощностей", "населения", "платформ", "площадей",
    "поля", "полей", "прилавк", "разницы", "салонов", "складов", "слов", "стеллаж", "танкеров",
    "топлива", "трюм", "урожая", "школ", "электр", "энергии",
)  # fmt: skip
_SPOILT = Stems("испорт", "отнял", "погиб", "погуб", "побил", "потравил", "сгнил", "сгорел")
_IF = Words("если")
_FULL = Stems("забит", "загружен", "заполнен", "заселен", "полон", "пуст", "убывает")
_AT_LEAST = frozenset({"бы", "лишь", "пока", "только", "едва", "уже", "почти"})
_MODIFIERS = ("его", "ее", "ей", "их", "ных", "ой", "ого", "ых")  # «половину грузовых площадей»
_HOURS = frozenset({"год", "день", "месяц", "час"})
_NEAR = 2  # tokens from a part to what it is of
_LOST = 6  # and from the verb to what was lost


@needs(_THINGS)
def of_things(one: Draft) -> bool:
    """«половина складских площадей», «девять десятых своей еды»: of no trade."""
    if one.quantity.form != "fraction":
        return False
    low = one.sentence.low
    for at in range(one.last, min(one.last + _NEAR, one.sentence.last)):
        if low[at].startswith(_THINGS):
            return True
        if not low[at].endswith(_MODIFIERS):
            return False
    return False


@needs(_SPOILT)
def of_harvest_lost(one: Draft) -> bool:
    """«дожди испортили пятую часть зерна», «засуха отняла четверть сбора»."""
    sentence = one.sentence
    return any(
        0 < one.at - at <= _LOST and not sentence.between(at, one.at)
        for at in sentence.where(_SPOILT)
    )


@needs(_IF)
def of_condition(one: Draft) -> bool:
    """«если хотя бы половина найдёт покупателя»: of what may be, and no figure."""
    sentence = one.sentence
    if one.quantity.form != "fraction":
        return False
    return any(
        0 < one.quantity.lead - at <= _NEAR + 1 and "бы" in sentence.low[at : one.at]
        for at in sentence.where(_IF)
    )


@needs(_FULL)
def how_full(one: Draft) -> bool:
    """«терминал загружен пока наполовину», «сухогруз заполнен на треть»."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    while low[lead - 1] in _AT_LEAST and lead - 1 > sentence.first:
        lead -= 1
    return one.quantity.form == "fraction" and low[lead - 1].startswith(_FULL)


@needs(Words("половиной", "третью", "четвертью"))
def of_hour(one: Draft) -> bool:
    """«Встреча продлилась час с четвертью»: of an hour."""
    low, first = one.sentence.low, one.quantity.number_first
    return low[first - 1] == "с" and low[first - 2] in _HOURS
