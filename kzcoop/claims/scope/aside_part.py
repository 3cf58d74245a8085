"""Figures told by the way, of what is no trade: «половина платформ», «баржа на 3 тысячи тонн».

«половину платформ удаётся загрузить»         of things that carry, stand or feed
«испортили пятую часть зерна»                 of a harvest that was lost
«если хотя бы половина найдёт покупателя»     of what may be
«заполнен лишь наполовину»                    how full something is
«час с четвертью»                             of an hour
«Промышленность прибавила 2,8%»               of a branch of the economy
«баржа на 3 тысячи тонн»                      of what one of them carries
"""

from __future__ import annotations

from kzcoop.claims.claim import TRADE
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.language.stems import Stems, Words

_THINGS = Stems(
    "баков", "бюджета", "водител", "времени", "выпускник", "горючего", "дворов", "дня", "домов",
    "дороги", "еды", "жителей", "залов", "зарплаты", "квартир", "маржи", "мощностей", "населения",
    "опрошенн", "пассажир", "пашни", "платформ", "площадей", "поголов", "поездов", "полей", "поля",
    "посев", "прилавк", "разницы", "респондент", "салонов", "складов", "слов", "смены", "составов",
    "списка", "стеллаж", "студент", "танкеров", "топлива", "трюм", "туристов", "урожая", "фермер",
    "школ", "электр", "энергии",
)  # fmt: skip
_PERSONS = ("жителей", "женщин", "молодеж", "населения", "опрошенн", "респондент", "семей")
_CASES = Stems("граждане", "случаев", *_PERSONS)
_SPOILT = Stems("испорт", "отнял", "погиб", "погуб", "побил", "потравил", "сгнил", "сгорел")
_FLOWS = ("импорт", "оборот", "поставк", "товарооборот", "торговл", "транзит", "экспорт")
_IF = Words("если")
_SOCIAL = Stems("больниц", "детсад", "колледж", "поликлиник", "студент", "школ", but=("школьник",))
_FULL = Stems("забит", "загружен", "заполнен", "заселен", "подсчитан", "полон", "пуст", "убывает")
_AT_LEAST = frozenset(
    {"бы", "он", "она", "они", "оно", "лишь", "пока", "только", "едва", "уже", "почти"}
)
_MODIFIERS = ("его", "ее", "ей", "их", "ных", "ой", "ого", "ых")  # «половину грузовых площадей»
_HOURS = frozenset({"год", "день", "месяц", "час"})
_SECTORS = Stems("агросектор", "промышленность", "розничн")
_SECTOR_SUBJECTS = frozenset({"агросектор", "промышленность"})
_LED = frozenset("в за из на о по про с".split())
_OPENING = 7  # tokens in which a sentence says what grew
# one that carries, in the singular: «баржа на 3 тысячи тонн»
_CARRIERS = Words(
    "баржа", "баржу", "вагон", "машина", "паром", "пароход", "самолет", "состав", "судно",
    "сухогруз", "танкер", "теплоход", "фура",
)  # fmt: skip
_TAKES = ("берет", "возит", "везет", "вмеща", "помеща", "тянет")
_CARGO = 20_000  # tonnes or wagons that one of them carries at the most
_LOAD = 3  # tokens from a carrier to its load
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


@needs(_CASES)
def of_cases(one: Draft) -> bool:
    """«в 90 процентах случаев», «доля жителей старше 60 лет – 14%»: of no trade."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.word_at(one.last).startswith(("случа", *_PERSONS)):
        return True
    if sentence.word_at(one.last) == "–" and sentence.word_at(one.last + 1) == "граждане":
        return True  # «трудится 3 тыс. человек, 90% – граждане Казахстана»
    return any(
        low[at - 1].startswith(("дол", "удельн")) and at < one.at and not one.crossed(at, one.at)
        for at in sentence.where(_CASES)
    )


@needs(_SPOILT)
def of_harvest_lost(one: Draft) -> bool:
    """«дожди испортили пятую часть зерна», «засуха отняла четверть сбора»."""
    sentence = one.sentence
    return any(
        0 < one.at - at <= _LOST
        and not sentence.between(at, one.at)
        and not (
            sentence.word_at(at + 1) == "у" and sentence.word_at(at + 2).startswith(_FLOWS)
        )  # «год отнял у торговли 12%»
        for at in sentence.where(_SPOILT)
    )


@needs(_IF)
def of_condition(one: Draft) -> bool:
    """«если хотя бы половина найдёт покупателя»: of what may be, and no figure."""
    sentence = one.sentence
    if sentence.low[sentence.last - 1] == "?" and any(at < one.at for at in sentence.where(_IF)):
        return True  # «Справитесь, если поток удвоится?»
    if one.quantity.form != "fraction":
        return False
    return any(
        0 < one.quantity.lead - at <= _NEAR + 1 and "бы" in sentence.low[at : one.at]
        for at in sentence.where(_IF)
    )


@needs(_SOCIAL)
def of_social(one: Draft) -> bool:
    """«на модернизацию колледжей выделено 750 млн тенге»: spent at home, and on no trade."""
    sentence = one.sentence
    if one.kind == "money" and one.unit != "KZT":
        return False  # of a portfolio with others: «построят школы и заводы на 900 млн долларов»
    if sentence.abroad or sentence.posts or any(
        hit.entry.value in TRADE for hit in sentence.indicators
    ):  # fmt: skip
        return False
    return any(at < one.at for at in sentence.where(_SOCIAL))


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


@needs(_SECTORS)
def of_sector(one: Draft) -> bool:
    """«Промышленность, добавил он, прибавила 2,8%», «розничная торговля поднялась на 5,9%»."""
    sentence, low = one.sentence, one.sentence.low
    for at in sentence.where(_SECTORS):
        if at > one.at or at - sentence.first > _OPENING:
            continue
        retail = low[at].startswith("розничн")
        if not (low[at] in _SECTOR_SUBJECTS or (retail and low[at].endswith(("ая", "ый")))):
            continue
        if not retail and sentence.word_before(at) in _LED:
            continue  # «спад в промышленности», «на промышленность пришлось 40% экспорта»
        # no word of trade between it and its growth
        between = [hit for hit in sentence.indicators if at + retail < hit.first < one.at]
        return not between and sentence.has("up", "down")
    return False


@needs(_CARRIERS)
def of_one_carrier(one: Draft) -> bool:
    """«Баржа на 3 тысячи тонн», «Пароход берёт пять тысяч тонн», «Вагон ячменя в 68 тонн»."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if one.value > _CARGO or not any(lead - _LOAD <= at < lead for at in sentence.where(_CARRIERS)):
        return False
    return low[lead - 1] in ("на", "в") or low[lead - 1].startswith(_TAKES)
