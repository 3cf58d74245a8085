"""Figures that another country gives by a side that announces them, or by its minister.

«турецкая сторона рапортовала о вывозе на 1,1 млрд»     its flow
«Но министр экономики Латвии видел у себя 318 млн»      set against what was told before
"""

from __future__ import annotations

from kzcoop.claims.claim import TRADE
from kzcoop.claims.place.partner_place import is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.language.stems import Stems

OURS = Stems("казахстанск", "отечественн")
WITH = frozenset({"из", "с", "со"})
DASHES = frozenset("–—-")
# whose figures «по данным узбекского …» are
OFFICES = (
    "бюро", "ведомств", "комитет", "мин", "нацстат", "палат", "статист", "стороны", "таможен",
    "таможн",
)  # fmt: skip
# «отчиталась о вывозе на 1,1 млрд»
ANNOUNCES = Stems(
    "заявил", "отрапортовал", "отчита", "показал", "рапортовал", "сообщал", "сообщил", "указал",
)  # fmt: skip
SIDES = ("источник", "сторон", "столиц", *OFFICES)
_ANNOUNCED = 5  # tokens of «о резком росте вывоза»
_MINISTER = ("глава", "министр", "премьер", "секретарь")  # in the nominative
MINISTERS = Stems(*_MINISTER)
# what sets a sentence against the one before
_YET = frozenset({"а", "впрочем", "зато", "но", "однако"})
_GIVES = (
    "виде", "говорил", "доложил", "заявил", "заявлял", "называл", "назвал", "насчит", "объявил",
    "озвуч", "отчит", "оцен", "привел", "приводил", "рапорт", "отрапорт", "сообщал", "сообщил",
    "упомина", "упомян", "утвержда",
)  # fmt: skip
_FLOWS = (
    "ввоз", "вывоз", "закупк", "импорт", "отгрузк", "покупк", "поставк", "продаж", "экспорт",
)  # fmt: skip
_TOLD = 7  # tokens from «сторона» to «о», past what is put in
NAME = 3  # tokens of «таможенный комитет республики», before or after whose it is


@needs(MINISTERS)
def told_by_minister(one: Draft, code: str) -> bool:
    """«Но министр экономики Латвии видел у себя 318 млн», «Однако словацкий министр называл …».

    Set against what was told before, a figure of a minister abroad is his country's.
    """
    sentence, low = one.sentence, one.sentence.low
    own = any(low[i : i + 2] == ["у", "себя"] for i in range(sentence.first, one.at))
    if not (own or low[sentence.first] in _YET or _after_a_sum(one)):
        return False
    for place in sentence.abroad:
        if code not in place.codes or place.first > one.at:
            continue
        led = low[max(sentence.first, place.first - NAME) : place.first]
        minister = any(word.endswith(_MINISTER) for word in led) and led[-1] not in WITH
        if place.kind == "adjective":  # «словацкий министр», «министр финансов венгров»
            minister = minister or any(
                word.endswith(_MINISTER) for word in low[place.last : place.last + NAME]
            )
        if minister and any(word.startswith(_GIVES) for word in low[place.last : one.at]):
            return not any(p.first < one.at for p in sentence.homes)
    return False


def _after_a_sum(one: Draft) -> bool:
    """«Токаев оценил оборот в 200 млн. Министр финансов Венгрии рапортовал о 465»: another sum.

    The sentence before, in the paragraph, tells a sum of the same trade.
    """
    sentence, mentions = one.sentence, one.sentence.mentions
    if one.indicator not in TRADE or not sentence.number:
        return False
    tokens = mentions.tokens
    if tokens.paragraph[sentence.number - 1] != tokens.paragraph[sentence.number]:
        return False
    first, last = tokens.bounds[sentence.number - 1]
    return any(first <= q.first < last and q.kind == "money" for q in mentions.quantities)


@needs(ANNOUNCES)
def announced_by(one: Draft, code: str) -> bool:
    """«турецкая сторона рапортовала о вывозе на 1,1 млрд», «Анкара отчиталась о ввозе …»: its flow.

    Not «Турция сообщила о казахстанском экспорте», and no minister who speaks for a country.
    """
    sentence, low = one.sentence, one.sentence.low
    for place in sentence.abroad:
        if code not in place.codes or place.last > one.at:
            continue
        at = place.last
        if place.kind == "adjective":
            if not low[at].startswith(SIDES) or low[at].startswith("минист"):
                continue
            at += 1
        elif place.kind != "country" or not is_subject(sentence, place):
            continue
        elif low[at] in DASHES and at + 1 == one.quantity.lead and sentence.homes:
            # «Казахстан показал 870 млн импорта из Турции, Турция – 1,1 млрд экспорта»
            return low[one.last].startswith(_FLOWS) and sentence.homes[0].first < place.first
        verb = next(
            (
                i for i in range(at + 1, min(at + _TOLD, one.at))
                if low[i - 1].startswith(ANNOUNCES)
                and (low[i] in ("о", "об") or low[i].startswith(_FLOWS))
            ),
            None,
        )  # fmt: skip
        if verb is None:
            continue
        words = low[verb : verb + 1 + _ANNOUNCED]
        flow = next((i for i, word in enumerate(words) if word.startswith(_FLOWS)), None)
        if flow is not None and not any(word.startswith(OURS) for word in words[:flow]):
            return not sentence.between(verb, one.at)
    return False
