"""Money that is no trade: what one of a thing costs, a gap, a firm's earnings, aid and stakes.

«по 70–90 долларов за тонну»          a price
«разница в десять миллиардов»         of two statistics
«выручка компании – 60 млн лари»      what a firm earns
«получит 51% акций»                   who owns what
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import TRADE
from kzcoop.claims.place.partner_place import foreign, home_places, is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.language.stems import Stems, Words

# of which a price is told: «за тонну»
_EACH = (
    "баррел", "доллар", "евро", "единиц", "килограмм", "контейнер", "кубометр", "литр", "тонну",
    "тысячу", "унци", "фуру", "центнер", "штук",
)  # fmt: skip
_ONE = ("барреля", "килограмма", "литра", "тонны", "центнера")
_DEARER = Words("дешевле", "дороже")
_AID = Stems("компенсац", "субсид")  # for each tonne that is sold
_EARNED = Stems("выручк", "прибыль", "капитализаци")
_FIRM = Stems("акционер", "групп", "компани", "концерн", "предприяти", "фирм", "холдинг")
_GRANTS = Words("грант", "гранта", "грантом", "гранты")
_HELP = Words("помощи", "гранта", "грантов")
_SMALL = {
    "AED": 2_000,
    "AZN": 1_000,
    "CHF": 500,
    "CNY": 5_000,
    "EUR": 500,
    "GBP": 500,
    "GEL": 2_000,
    "INR": 50_000,
    "JPY": 100_000,
    "KGS": 50_000,
    "KRW": 1_000_000,
    "KZT": 500_000,
    "RUB": 50_000,
    "TJS": 10_000,
    "TRY": 20_000,
    "USD": 500,
    "UZS": 10_000_000,
}  # below which money is a price
_COSTS = Words(
    "обойдется", "обошлась", "обошелся", "обошлось", "обходится", "стоил", "стоила", "стоили",
    "стоило", "стоит", "стоят",
)  # fmt: skip
_COST = Stems("стоимост")
_DEAR = 1_000_000  # from which on a plant may cost so much
_NEAR, _NEAR_VERB = 4, 5  # tokens from «субсидия» and from «стоит» to the figure
_CLOSE = 8  # tokens within which they stand before the figure
_BESIDE = 2  # tokens
_INVESTED = Stems("вложил", "инвестировал")
_GAP = Stems("зазор", "разниц", "разрыв", "расхождени")
_SHARES = Stems("акци", "уставн")
_FIRMS_IN = Stems("капитал", "сп", "совместн", "уставн")
_OWNERS = Stems("акционер", "предприятии", "совладел", "учредител")
_WORKS = ("инфраструктур", "модернизаци", "обновлени", "развити", "реконструкци", "строительств")
_RELIEF = Stems("гуманитарн")


def is_price(one: Draft) -> bool:
    """«по 70–90 долларов за тонну», «$150 с каждой фуры»: what one of a thing costs."""
    low, sentence = one.sentence.low, one.sentence
    after = low[one.last : one.last + 2]
    if low[one.quantity.lead - 1] == "=" or after[:1] == ["="]:
        return True  # «(1 юань = 68,1 тенге)»
    if sentence.begins(_AID) and any(
        word.startswith(_AID) for word in low[max(sentence.first, one.at - _NEAR) : one.at]
    ):
        return False
    if after[:1] == ["за"] and any(w.startswith(_EACH) for w in after):
        return True
    if after == ["на", "тонну"]:
        return True  # «субсидия, 20–30 тысяч тенге на тонну»
    if one.unit in _SMALL and one.value < _SMALL[one.unit]:
        return True  # «день простоя отнимает сто тысяч тенге»
    near = low[max(sentence.first, one.at - _NEAR_VERB) : one.at]
    if one.value < _DEAR and sentence.holds(_COSTS) and not _COSTS.isdisjoint(near):
        return True  # «баран стоит 60 тысяч тенге»
    told = range(max(sentence.first, one.at - _CLOSE), one.at)
    if sentence.begins(_COST) and any(
        low[i].startswith(_COST) and low[i + 1].startswith(_ONE) for i in told
    ):
        return True  # «средняя стоимость тонны пшеницы составила 260 долларов»
    return after[:1] in (["с"], ["за"]) and any(w.startswith("кажд") for w in after)


@needs(_DEARER)
def is_dearer(one: Draft) -> bool:
    """«Килограмм стоил 690 тенге – на 6% дороже, чем год назад»: how a price changed."""
    sentence = one.sentence
    if sentence.word_at(one.last) not in _DEARER:
        return False
    return sentence.holds(_COSTS) or any(
        q.kind == "money" and q.last <= one.first and q.value < _DEAR for q in sentence.quantities
    )


@needs(_GAP)
def is_gap(one: Draft) -> bool:
    """«разница в десять миллиардов объясняется методикой»: of two statistics."""
    sentence, low = one.sentence, one.sentence.low
    return low[one.quantity.lead - 1] == "в" and sentence.word_before(
        one.quantity.lead - 1
    ).startswith(_GAP)


@needs(_EARNED)
def is_earned(one: Draft) -> bool:
    """«выручка компании – 60 млн лари»: what a firm earns; not «выручка от экспорта»."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "money":  # «Чистая прибыль выросла вдвое»
        return any(
            low[at].startswith("прибыл")
            and sentence.clause(at) == sentence.clause(one.at)
            and sentence.word_before(at).startswith("чист")
            for at in range(sentence.first, one.at)
        )
    if not (sentence.begins(_EARNED) and sentence.begins(_FIRM)):
        return False
    return any(
        low[index].startswith(_EARNED) and sentence.word_at(index + 1) != "от"
        for index in range(max(sentence.first, one.at - _CLOSE), one.at)
    )


@needs(_GRANTS, _HELP, _RELIEF)
def is_aid(one: Draft) -> bool:
    """«отправили 155 тонн гуманитарного груза на $1,9 млн»: aid is no trade."""
    sentence, low = one.sentence, one.sentence.low
    beside = low[one.last : one.last + _BESIDE]
    if one.kind == "money" and not _GRANTS.isdisjoint(low[one.quantity.lead - 2 : one.at]):
        return True  # «грант в 5 млн евро»
    if not _HELP.isdisjoint(beside):
        return True  # «выделил 50 млн долларов помощи», «600 тонн помощи»
    return sentence.begins(_RELIEF) and any(
        low[at].startswith("гуманитарн")
        and low[at + 1].startswith(("груз", "конво", "поддержк", "помощ"))
        for at in range(sentence.first, sentence.last - 1)
    )


_SECTORS = ("общем", "сектор", "структур", "числе")


@needs(_SHARES, _FIRMS_IN, _OWNERS)
def is_stake(one: Draft) -> bool:
    """«получит 70% в совместном предприятии», «51% акций»: who owns what."""
    after = one.sentence.low[one.last : one.last + 3]
    if after[:1] and after[0].startswith(_SHARES):
        return True
    if after[:1] == ["в"] and one.sentence.word_at(one.last + 1).startswith(_FIRMS_IN):
        return True
    return _owned(one)


def _owned(one: Draft) -> bool:
    """«акционеры, среди которых порт с долей 49%», «доля китайцев в предприятии – 51%»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_OWNERS):
        return False
    if any(hit.entry.value in TRADE for hit in sentence.indicators):
        return False
    led = low[max(sentence.first, one.at - _CLOSE) : one.at]
    if any(this == "в" and word.startswith(_SECTORS) for this, word in pairwise(led)):
        return False  # «предприятий с турецкими учредителями стало 2 тыс., доля в секторе – 7%»
    return any(word in ("долей", "доля", "долю", "пакет", "пакетом") for word in led)


@needs(_INVESTED)
def spends_at_home(one: Draft) -> bool:
    """«Казахстан вложил свыше 30 млрд в инфраструктуру»: no partner's investment."""
    sentence = one.sentence
    if one.indicator != "investment":
        return False
    if any(foreign(place) for place in sentence.places):
        return False
    after = sentence.low[one.last : one.last + 2]
    if after[:1] != ["в"] or not sentence.word_at(one.last + 1).startswith(_WORKS):
        return False
    return any(
        place.last <= hit.first <= place.last + 1
        and is_subject(sentence, place)
        and sentence.low[hit.first].startswith(_INVESTED)
        for hit in sentence.indicators
        for place in home_places(sentence)
    )
