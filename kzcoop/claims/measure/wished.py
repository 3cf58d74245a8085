"""Levels of trade that were wished for or granted, where the verb beside them is in the past.

«мечтали, чтобы торговля достигла 15 млрд»                        a goal
«говорили о торговле в 25 млрд», «о выходе оборота на 200 млн»    a goal
«считали достаточным оборот от 10 млрд»                           a goal
«не исключали, что удастся дойти до миллиарда»                    a chance
«правительство видело шанс добраться до миллиарда»                a chance
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words, either

_SO_THAT = Words("чтоб", "чтобы")
_TALK = Stems("говор", "грез", "дума", "мечта", "рассужда", "речь")
_DREAM = Stems("грез", "дума", "мечта", "рассужда")
# who agree, where one alone tells what is: «Посол говорил о торговле на 5 млрд»
_SIDES = Stems(
    "делегации", "лидеры", "министры", "правительства", "премьеры", "президенты", "сторон"
)
_ABOUT = frozenset({"о", "об"})
_TRADE = ("оборот", "товарооборот", "товарообмен", "торговл", "экспорт", "импорт")
_RISE = ("выход", "доведени", "рост", "увеличени", "наращивани", "повышени", "подъем")
_FLOWS = ("вывоз", "закупк", "импорт", "отгрузк", "поставк", *_RISE, *_TRADE)
_ENOUGH = Stems(
    "достаточны", "желательны", "комфортны", "оптимальны", "приемлемы", "справедливы", "посильны",
)  # fmt: skip
_DEEM = ("виде", "назва", "назыв", "признава", "призна", "счел", "счита")
_GRANT = Stems("допуска", "исключа")
_CHANCE = Stems("возможность", "надежд", "шанс")
# «оборот держится выше 1,5 млрд, но хочется трёх»
_DESIRED = Words("желают", "надо", "нужно", "хотелось", "хотим", "хотят", "хочется")
_AIMS = Stems("замахнул", "метит", "метят", "нацелен", "нацелил", "прицел", "целит", "целят")
_SWUNG = 3  # tokens of «замахнулись теперь»
_AVERSE = Words("прочь")
_FIGURE, _FORMER = Words("цифра", "планка"), Stems("нов", "прежн", "предыдущ")
_WAS_NAMED = ("называлась", "звучала", "прозвучала", "упоминалась", "фигурировала")
_REALITY = ("действительност", "реальност", "фактическ", "деле")
WISHED = either(
    _SO_THAT, _TALK, _ENOUGH, _GRANT, _CHANCE, _DESIRED, _AIMS, _AVERSE, _FIGURE
)  # fmt: skip
_MARKS = frozenset(", ; : ( ) – —".split())
_FROM = frozenset({"от", "с", "со"})
_LEAST = (["не", "менее"], ["не", "ниже"], ["не", "меньше"])
_SPOKEN = 7  # tokens from «о торговле» to its figure
_FAR = 16  # tokens from «чтобы» to its verb, from «достаточным» to its figure


def wished(one: Draft) -> str | None:
    """Return target or potential for a level of trade that was wished for or granted, or None."""
    if one.kind == "tonne":  # «министерство допускает поставки до 3 млн тонн»
        able = _granted(one) or _is_ready(one)
        return "potential" if one.measure in ("level", "target") and able else None
    if one.kind != "money":
        return None
    if one.measure not in ("level", "target"):
        return None
    if _so_that(one) or _talked_of(one) or _deemed_enough(one) or _desired(one):
        return "target"
    if _figure_named(one) or _is_ready(one):
        return "target"
    return "potential" if _granted(one) or _chance(one) else None


def _desired(one: Draft) -> bool:
    """«оборот – 1,5 млрд, но хочется три», «а нужно бы два»: so much and no less is wished for."""
    sentence, lead = one.sentence, one.quantity.lead
    lead -= sentence.word_before(lead) == "бы"
    if sentence.word_before(lead) in _DESIRED:
        return True
    led = sentence.low[max(sentence.first, lead - 1 - _SWUNG) : lead - 1]
    # «замахнулись теперь на десять», «нацелились на миллиард»
    return sentence.word_before(lead) in ("в", "к", "на") and any(
        word.startswith(_AIMS) for word in led
    )


def _is_ready(one: Draft) -> bool:
    """«Польская сторона не прочь брать и миллион тонн ежегодно»: what could be."""
    sentence, low = one.sentence, one.sentence.low
    return sentence.holds(_AVERSE) and any(
        low[i - 1] == "не" and tense(low[i + 1]) == "infinitive" and i < one.at
        for i in sentence.where(_AVERSE)
    )


def _so_that(one: Draft) -> bool:
    """«хотели, чтобы оборот превысил 5 млрд»: a verb in the past form that «чтобы» governs."""
    sentence, low = one.sentence, one.sentence.low
    at = max((i for i in sentence.where(_SO_THAT) if i < one.at), default=-1)
    between = [q for q in sentence.quantities if at < q.first < one.first]
    led = low[between[0].lead - 2 : between[0].lead] if between else []
    if not _FROM.isdisjoint(led) and low[one.quantity.lead - 1] == "до":
        between = between[1:]  # «прошла путь от нынешних 28 до 30 млрд»
        one.qualifier = "exact"
    if at < 0 or between:
        return False
    opened = low[one.quantity.lead - 2 : one.quantity.lead]
    if not _FROM.isdisjoint(opened) and "до" in low[one.last : one.last + _SWUNG]:
        return False  # «чтобы торговля поднялась с сегодняшних 26 с лишним до 30 млрд»
    if tense(sentence.word_at(at + 1)) == "infinitive":
        return False  # «чтобы сравнить: в 2024 году оборот составил 5 млрд»
    words = low[at + 1 : one.at]
    return (
        len(words) <= _FAR and any(map(is_past, words)) and not _MARKS.intersection(words) - {","}
    )


def _talked_of(one: Draft) -> bool:
    """«говорили о торговле в 25 млрд», «речь шла о выходе на 200 млн»; not «за прошлый год»."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if not sentence.begins(_TALK):
        return False
    for period in sentence.periods:  # not «…, хотя за январь – март того года набралось 3,7 млн»
        apart = period.first >= one.last and sentence.between(one.at, period.first)
        after = period.role in ("at", "span") and period.first >= one.last
        if (period.role == "base" or after) and not apart:
            return False
    start = max(sentence.first, lead - _SPOKEN)
    for index in range(lead - 2, start - 1, -1):
        if low[index + 1] in _MARKS or (low[index] in _MARKS):
            return False
        if low[index] not in _ABOUT:
            continue
        told = low[index + 1]
        raised = told.startswith(_RISE) and low[lead - 1] in ("на", "до")
        least = low[lead : lead + 2] in _LEAST  # «речь шла о торговле не менее чем на 50 млн»
        led = low[lead - 1] in ("в", "на") or least
        named = told.startswith(_TRADE) and led and lead - index <= _SPOKEN
        agreed = least or sentence.begins(_DREAM) or sentence.begins(_SIDES)
        named = named and (agreed or _unlike(low[one.last : one.last + _FAR]))
        spoke = any(_TALK.fit(word) for word in low[max(sentence.first, index - 4) : index])
        return spoke and (raised or named)
    return False


def _unlike(after: list[str]) -> bool:
    """«об обороте в полмиллиарда, реальность скромнее»: it did not come to that."""
    return after[:1] in ([","], [";"]) and any(word.startswith(_REALITY) for word in after[:4])


def _figure_named(one: Draft) -> bool:
    """«Предыдущая цифра, не менее 10 млрд, называлась прошлым летом»: of what there shall be."""
    sentence, low = one.sentence, one.sentence.low
    at = max((i for i in sentence.where(_FIGURE) if i < one.at), default=-1)
    if at < 0 or one.at - at > _SPOKEN or not _FORMER.fit(low[at - 1]):
        return False
    return any(
        word.startswith(_WAS_NAMED) for word in low[at : min(one.last + _FAR, sentence.last)]
    )


def _deemed_enough(one: Draft) -> bool:
    """«считали достаточным оборот от 10 млрд», «приемлемым называют уровень в 2 млрд»."""
    sentence, low = one.sentence, one.sentence.low
    at = max((i for i in sentence.where(_ENOUGH) if i < one.at), default=-1)
    if at < 0 or one.at - at > _FAR or any(at < q.first < one.first for q in sentence.quantities):
        return False
    return any(
        low[i].startswith(_DEEM) for i in range(max(sentence.first, at - 4), min(at + 5, one.at))
    )


def _granted(one: Draft) -> bool:
    """«не исключал, что удастся дойти до миллиарда», «допускали, что будет и миллиард»."""
    sentence, low = one.sentence, one.sentence.low
    at = max((i for i in sentence.where(_GRANT) if i < one.at), default=-1)
    if at < 0 or any(at < q.first < one.first for q in sentence.quantities):
        return False
    denied = low[at - 1] == "не"
    if low[at].startswith("исключа") != denied:
        return False
    if low[at].startswith("допуска") and low[at + 1].startswith(_FLOWS):
        return "до" in low[one.quantity.lead - 1 : one.at]  # «допускают поставки до 3 млн тонн»
    return low[at + 1 : at + 3] == [",", "что"]


def _chance(one: Draft) -> bool:
    """«видело шанс добраться до миллиарда»: a chance right before what is to do."""
    sentence, low = one.sentence, one.sentence.low
    at = max((i for i in sentence.where(_CHANCE) if i < one.at), default=-1)
    if at < 0 or tense(sentence.word_at(at + 1)) != "infinitive":
        return False
    return _MARKS.isdisjoint(low[at + 1 : one.at]) and not one.crossed(at, one.at)
