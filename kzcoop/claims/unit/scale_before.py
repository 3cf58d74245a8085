"""Whether a number without a word of scale has that of the amount before it.

«540 млн долларов: 149 – экспорт, 392 – импорт»                     the sides of a total
«дотягивал до 20 млн, год спустя перевалил за 35»                   a level reached
«привезли на 230 млн, тогда как за те же месяцы год назад – на 140»  the same, a year before
"""

from __future__ import annotations

from kzcoop.claims.claim import SIDES
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.unit.shared_unit import MILLION, OWN_SCALE, SMALL
from kzcoop.language.stems import Stems

# before a number that takes unit and scale from one before: «5,2 против 4,8 млн»
_STRONG = frozenset("( – — вместо назад по против раньше ранее".split())
_WEAK = frozenset("а было до и из на с".split())
_MERELY = (
    "всего",
    "еще",
    "каких-то",
    "лишь",
    "скромных",
    "скромные",
    "смешные",
    "неполные",
    "тоже",
    "только",
)
_PRESENT = ("нынешн", "прежн", "прошлогодн", "сегодняшн", "текущ", "тогдашн")
_FROM = frozenset("при с со".split())
_LONGEST = 14  # words between two such numbers
_FELL = Stems("прих", "приш")
_HOPED = ("ждет", "ждут", "ждем", "обеща", "ожида", "планиру", "прогнозир", "рассчитыва", "хот")
_GATHERED = ("набежал", "набрал", "накопил")
_MEANT = ("заявленн", "запланированн", "намеченн", "обещанн", "предусмотренн")
_STOOD = frozenset({"было", "стало"})
_YEAR_BEFORE = (["год", "назад"], ["годом", "ранее"], ["годом", "раньше"])
_REACHED = Stems("достиг", "дотян", "перевал", "перешагн", "превыс", "состави")
_LEFT = ("достал", "остал", "пришл")
_WRITTEN = ("значил", "значит", "называл", "стоял", "указан", "упомин", "фигурир")
_REST = ("друг", "остальн", "оставш", "проч")
_MANY = 10
_SPENT = ("влож", "выдел", "зарезерв", "израсход", "освоен", "потрач", "предусм", "профинанс")
_OF_THEM = (["из", "них"], ["из", "которых"])
_OTHERS = ("оставш", "остальн", "проч")
_ITEMS = frozenset({",", ";", "а", "и"})
_DASHES = frozenset("–—-")
_LEADING = frozenset({"в", "во", "из", "на", "с", "со"})
_WORTH = 7  # tokens from «девять проектов» to what they are worth
_APART = 200  # times at the most that two amounts of a list differ
# how a noun ends that a number counts itself
_PERSONS = ("их", "ов", "ев", "цев", "лей", "рей", "стей")


def shares_scale(one: Draft, other: Draft) -> bool:
    """Whether a number without a word of scale has that of the amount before it."""
    low, sentence = one.sentence.low, one.sentence
    lead = one.quantity.lead
    lead -= sentence.word_before(lead) in _MERELY  # «Армения – лишь 38»
    present = sentence.word_before(lead).startswith(_PRESENT)
    lead -= present  # «против нынешних шести», «с прежних двух»
    before = sentence.word_before(lead)
    decimal = one.value != int(one.value)
    after = low[one.last] if one.last < sentence.last else "."
    if after.endswith(_PERSONS) and one.last not in sentence.mentions.hits["indicators"]:
        return False  # «инвестиции – 1,4 млрд долларов, стройка займёт до 800 рабочих»
    plain = other.value / other.scale
    if other.kind == "money" and not decimal and _of_counted(one, other):
        return False  # «52 проекта на 21 млрд; пятнадцать из них, на 4 млрд, завершены»
    if plain == 1 and other.quantity.form == "words" and one.value >= _MANY:
        return False  # «сможет пропускать тысячу автомобилей, сейчас – около 300»
    if before == "и" and low[one.last : one.last + 2] in (["–", "на"], ["—", "на"]):
        return other.kind == "money"  # «140 пришлось на экспорт и 710 – на импорт»
    if other.kind == "tonne" and before in _ITEMS and _of_good(one):
        return plain / 20 <= one.value <= plain * 20  # «300 тыс. тонн бобовых и 200 семян льна»
    side = sentence.mentions.hits["indicators"].get(one.last + 1)
    if side is not None and after in ("–", "—") and side.entry.kind in ("export", "import"):
        # «540 млн долларов: 149 – экспорт, 392 – импорт»
        return other.kind == "money" and one.value <= plain * 10
    if after.startswith(("пришл", "приход")) and other.kind == "money":
        return plain / 50 <= one.value <= plain  # «850 млн, из них 140 пришлось на наш экспорт»
    gone = sentence.mentions.hits["indicators"].get(lead - 1)
    if gone is not None and before.endswith(("ло", "ли")) and after in (".", ",", ";"):
        return plain / 10 <= one.value <= plain * 10  # «ушло 640 тыс. тонн, обратно пришло 118»
    if before == "из" and after.startswith(_MEANT):
        return plain / 20 <= one.value <= plain * 20  # «вложено 8 млн из 19 намеченных»
    if before in _STOOD and other.scale == OWN_SCALE and other.value >= _MANY:
        return other.value / 20 <= one.value <= other.value * 20  # «1 150 тонн, в 2023-м было 430»
    if before.startswith(_GATHERED):
        return (
            plain / 20 <= one.value <= plain * 20
        )  # «вложили 1,1 млрд, с 2005-го – накопили десять»
    if before.startswith(_HOPED) or _a_year_before(one, other):
        return plain / 5 <= one.value <= plain * 5  # «56 тыс. ДФЭ, за год ждут около семидесяти»
    if before == "к" and low[lead - 2] in ("–", "—", "-") and low[other.at - 1] == "к":
        return plain / 20 <= one.value <= plain * 20  # «с омичами – к 140 млн, с ними – к сорока»
    if before.startswith(_FELL) and any(
        other.last <= hit.first < one.at and hit.entry.kind in SIDES for hit in sentence.indicators
    ):
        return plain / 100 <= one.value <= plain  # «из 803 млн на импорт пришлось 746»
    if low[one.last : one.last + 2] == [",", "их"] and _is_worth(other):
        return False  # «5 проектов на 1,5 млрд; приглядываются ещё к 25, их цена – …»
    if before.startswith(_REST) and other.kind == "money" and not decimal and _is_worth(other):
        return False  # «12 проектов на 200 млн; остальные 47, те, что готовятся, тянут на 2 млрд»
    if before.startswith(_LEFT) and after in (".", ",", ";"):
        return plain / 20 <= one.value <= plain * 20  # «5,9 млн тонн, на Алтынколь осталось пять»
    if other.kind == "money" and before.startswith(_WRITTEN) and not decimal:
        # «завод обошёлся в 31 млрд тенге, хотя в меморандуме значилось 18»
        return plain / 10 <= one.value <= plain * 10
    if before in ("будет", "станет") and low[one.last : one.last + 1] in ([], ["."], [","], [";"]):
        return plain / 5 <= one.value <= plain * 5
    whom = lead - 1 - 2 * (low[lead - 3] == "у")  # «купили у них на 40»
    verbs = any(hit.last == whom for hit in sentence.indicators)  # «завезли на 284»
    if before == "на" and (verbs or low[lead - 2] in ("–", "—", "-", "еще")):
        # «привезли на 230 млн, тогда как за те же месяцы прошлого года – на 140»
        if verbs and other.kind == "money" and plain / 50 <= one.value <= plain:
            return True  # «оборот – 5,2 млрд долларов, вывезено на 3,7, завезено на 1,5»
        led = sentence.word_before(other.quantity.lead)
        # «титана отгружено на 61 млн против 140 млн годом ранее, ферросплавов – на 175»
        return led in ("на", "против") and plain / 10 <= one.value <= plain * 10
    more = lead != one.quantity.lead and sentence.low[lead] == "еще"
    if more and other.kind == "money" and not decimal and _is_worth(other):
        return False  # «девять проектов стоимостью 64 млрд тенге, в 2026-м – ещё семь»
    if more and other.kind == "money" and any(cue.first == one.last for cue in sentence.cues):
        return plain / 10 <= one.value <= plain * 10  # «вложено 40 млн, ещё 60 собираются вложить»
    spent = sentence.word_before(lead)
    if other.kind == "money" and spent.startswith(_SPENT) and spent.endswith("но"):
        return plain / 50 <= one.value <= plain * 50  # «потребность – 46 млрд, выделено лишь 12»
    if low[one.last : one.last + 2] in _OF_THEM and other.kind == "money" and one.value <= plain:
        # «вложили 41 млн долларов; 12 из них – в прошлом году», not «52 проекта на 21 млрд; 15 …»
        return not _is_worth(other)
    if other.kind == "money" and (_after_reach(one) or _falls(one, other)):
        return True
    if before in _ITEMS and _goes_to(one):
        return plain / _APART <= one.value <= plain * _APART  # «880 млн – в Грузию, 170 – в Иран»
    strong = before in _STRONG or (before == "до" and one.value < 1000)
    strong = strong or (present and (before in _FROM or before == "к"))  # «к прошлогодним 1 208»
    # «в 2023 году – 20 млн долларов, в 2024-м перевалил за 35»
    passed = low[one.at - 1] == "за" and low[one.at - 2].startswith("перевал")
    strong = strong or (passed and other.kind == "money")
    if strong or (decimal and before in _WEAK):
        between = low[other.last : one.quantity.lead]
        if between[:1] == ["("] and ")" in between:  # «690 тыс. ДФЭ (+14%), из них в Иран – 310»
            between = between[between.index(")") :]
        if len(between) <= _LONGEST or not decimal:
            return len(between) <= _LONGEST
    if decimal:
        return True
    # «пока 28 млрд, а тридцать – цель», «2,3 млрд, три же – «это вершина»»
    again = after == "же"
    paired = before in ("а", "и") or (before == "," and again)
    dashed = sentence.word_at(one.last + again) in ("–", "—")
    return bool(paired and dashed and plain / 3 <= one.value <= plain * 3)


def _of_good(one: Draft) -> bool:
    """Whether a good follows a number, past its adjective: «не более 200 масличного семени»."""
    goods = one.sentence.mentions.hits["commodities"]
    return one.last in goods or (
        one.last + 1 in goods and one.sentence.word_at(one.last).endswith(("ого", "ой", "ых", "их"))
    )


def _is_worth(other: Draft) -> bool:
    """«девять проектов стоимостью 64 млрд», «12 проектов на 1,4 млрд»: what is counted is worth."""
    sentence, lead = other.sentence, other.quantity.lead
    return any(
        q.kind == "count" and 0 < lead - q.last <= _WORTH
        and sentence.low[lead - 1].startswith(("за", "на", "стоимост", "сумму"))
        for q in sentence.quantities
    )  # fmt: skip


def _of_counted(one: Draft, other: Draft) -> bool:
    """Whether a number is of those whose worth the amount before tells: «остальные 47»."""
    low, sentence = one.sentence.low, one.sentence
    told = low[one.last : one.last + 2] in _OF_THEM
    told = told or low[one.last : one.last + 2] == [",", "их"]  # «ещё к 25, их цена – 500 млн»
    if not told and not low[one.quantity.lead - 1].startswith(_OTHERS):
        return False
    priced = any(
        q.kind in ("bare", "money") and one.last < q.lead and q.scale >= MILLION
        for q in sentence.quantities
    )
    return priced and _is_worth(other)


def _goes_to(one: Draft) -> bool:
    """«170 – в Беларусь», «22 в Китай»: a partner right after a number in digits."""
    sentence = one.sentence
    at = one.last + (sentence.word_at(one.last) in _DASHES)
    named = sentence.word_at(at) in _LEADING and any(p.first == at + 1 for p in sentence.places)
    return named and one.quantity.form == "digits"


def _a_year_before(one: Draft, other: Draft) -> bool:
    """«предусмотрено 71 млрд тенге, годом ранее было освоено 58»."""
    low = one.sentence.low
    between = low[other.last : one.quantity.lead]
    return (
        other.kind == "money"
        and any(between[at : at + 2] in _YEAR_BEFORE for at in range(len(between)))
        and between[-1:] != ["на"]
    )


def _falls(one: Draft, other: Draft) -> bool:
    """«850 млн долларов, из них 140 пришлось на наш экспорт и 710 – на импорт»."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.begins(_FELL):
        return False
    plain = other.value / other.scale
    after = low[one.last : one.last + 2]
    if not after or not plain / 100 <= one.value <= plain * 10:
        return False
    fell = after[0].startswith(_FELL) and low[one.last + 1] == "на"
    side = after[0] in ("–", "—") and after[1:] == ["на"]
    return fell or side


def _after_reach(one: Draft) -> bool:
    """«дотягивал до 20 млн, год спустя перевалил за 35, …»: a level reached, without its unit."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.begins(_REACHED):
        return False
    after = low[one.last] if one.last < sentence.last else "."
    if after not in (",", ".", ";") or one.value >= SMALL:
        return False
    hedged = any(word.startswith(_REACHED) for word in low[one.quantity.lead : one.at])
    if one.quantity.form != "digits":
        return hedged and low[one.at - 1] == "до"  # «экспорт и вовсе не дотянул до двадцати»
    return hedged or sentence.word_before(one.quantity.lead).startswith(_REACHED)
