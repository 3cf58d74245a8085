"""Money that is told to be given or spent, and by no word of investment.

«Исламский банк развития пообещал коридору 2 млрд»          a bank's, whatever for
«О готовности направить 1,5 млрд заявлено Евразийским банком развития»
«Порт тратит на контейнерный хаб 47 млрд тенге»             who builds it
«За тридцать лет из Бельгии пришло порядка 10 млрд»         what came in many years
"""

from __future__ import annotations

from kzcoop.claims.claim import TRADE
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems

BANK_NOTE = "what a bank gives"
_BANKS = Stems("банк", "еабр", "ебрр", "финансов", but=("банковск",))
_SHORT = ("еабр", "ебрр")
_WHOSE = (
    "азиатск", "всемирн", "евразийск", "европейск", "исламск", "международн", "новый", "нового",
)  # fmt: skip
_OF = ("институт", "организац", "структур", "корпорац")  # «европейские финансовые структуры»
_GIVES = Stems(
    "ассигн", "вложит", "вложить", "выдаст", "выделен", "выделил", "выделит", "выделить", "готов",
    "дадут", "даст", "кредитн", "направит", "обеща", "одобр", "отпуст", "открыл", "пообеща",
    "посулил", "предостав", "профинансир", "согласил", "сулит", "сулят",
)  # fmt: skip
_SPENDS = Stems(
    "затрат", "направил", "направит", "направля", "потрат", "тратит", "тратят", "истрат",
    but=("затратн",),
)  # fmt: skip
_ON = frozenset({"на"})
# works that have a cost of their own, and other things that money goes for
_WORKS = Stems(
    "бюджет", "капремонт", "модернизац", "проект", "план", "программ", "реконструкц", "ремонт",
    "смет", "турист",
)  # fmt: skip
# what comes from abroad in years: «поступило», «их вклад», «капитал, осевший»
_COMES = Stems(
    "вклад", "накопил", "осевш", "осел", "поступ", "пришел", "пришл", "принес", "собрал", "собран",
)  # fmt: skip
_TRADES = Stems(
    "ввоз", "вывоз", "груз", "закуп", "импорт", "оборот", "поставк", "прода", "продаж", "товар",
    "торг", "тонн", "экспорт",
)  # fmt: skip
_ECONOMY = ("заводы", "предприятия", "проекты", "экономику")
_MANY_YEARS = 10
_BOUGHT = frozenset({"delivery", "purchase"})
_CONTRACTS = Stems("договор", "контракт", "меморанд")
_TAIL = 9  # tokens from a bank to its money, or back


def given(one: Draft) -> str | None:
    """Return investment for money that a bank gives, or that is spent on what is built; or None."""
    sentence = one.sentence
    if one.kind != "money":
        return None
    if sentence.begins(_CONTRACTS):
        return "other" if _of_deals(one) else None
    if sentence.begins(_COMES) and (_over_years(one) or _into_economy(one)):
        one.note("capital that came")
        return "investment"
    if sentence.begins(_BANKS) and sentence.begins(_GIVES) and _by_bank(one):
        one.note(BANK_NOTE)
        return "investment"
    if sentence.begins(_SPENDS) and not sentence.begins(_WORKS) and _spent_on(one):
        one.note("what is spent on a building")
        return "investment"
    return None


def _of_deals(one: Draft) -> bool:
    """«поставщики заключили контракты на 74 млн долларов»: of papers, and no trade yet."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    led = sentence.word_before(lead) == "на"
    return led and low[lead - 2].startswith(_CONTRACTS) and not low[lead - 2].endswith("ились")


def _over_years(one: Draft) -> bool:
    """«С 2005 года из Нидерландов поступило более 120 млрд», «за всё время принесли 420 млн».

    Not where goods or trade are told of, and not in a few years.
    """
    sentence, low = one.sentence, one.sentence.low
    if sentence.begins(_TRADES) or sentence.rows("commodities"):
        return False
    if not any(at < one.at for at in sentence.where(_COMES)):
        return False
    if any(
        p.role in ("since", "span") and p.first < one.at and _years(p.value) >= _MANY_YEARS
        for p in sentence.periods
    ):
        return True
    return any(
        low[at].startswith("независим") or (low[at] in ("время", "годы") and low[at - 1] == "все")
        for at in range(sentence.first, one.at)
    )


def _into_economy(one: Draft) -> bool:
    """«Из Эмиратов в казахстанские проекты пришло порядка 420 млн»: not «проекты на 420 млн»."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.begins(_TRADES):
        return False
    came = [at for at in sentence.where(_COMES) if at < one.at]
    return any(
        low[at].startswith(_ECONOMY) and (low[at - 1] == "в" or low[at - 2] == "в")
        for at in range(sentence.first + 1, came[-1] if came else sentence.first)
    )


def _years(span: str | None) -> int:
    """How many years a span is long: «2005/2024» is nineteen."""
    begun, _, ended = (span or "").partition("/")
    return int(ended[:4]) - int(begun[:4]) if ended else 0


def _by_bank(one: Draft) -> bool:
    """Whether a bank of several countries is told to give a sum, in its clause or the one beside.

    Not where the sum is of projects that are counted, or trade is told of.
    """
    sentence = one.sentence
    if _trades(sentence, one.at) or any(
        q.noun is not None and q.noun.kind == "projects_count" for q in sentence.quantities
    ):
        return False
    gives = sentence.where(_GIVES)
    return any(
        not one.crossed(min(bank, one.at), max(bank, one.at))
        and any(
            abs(verb - bank) <= _TAIL or abs(verb - one.at) <= _TAIL
            for verb in gives
            if not one.crossed(min(verb, one.at), max(verb, one.at))
        )
        for bank in sentence.where(_BANKS)
        if _is_bank(sentence, bank)
    )


def _is_bank(sentence: Sentence, at: int) -> bool:
    """«Исламский банк развития», «ЕАБР», «европейские финансовые структуры»."""
    low, word = sentence.low, sentence.low[at]
    if word.startswith(_SHORT):
        return True
    if word.startswith("финансов"):
        return low[at + 1].startswith(_OF)
    after = low[at + 1] if at + 1 < sentence.last else ""
    return after in ("развития", "реконструкции") or low[at - 1].startswith(_WHOSE)


def _spent_on(one: Draft) -> bool:
    """«тратит на контейнерный хаб 47 млрд тенге», «потратили на него 340 млн рублей»."""
    sentence, low = one.sentence, one.sentence.low
    if _trades(sentence, one.at) or sentence.rows("commodities"):
        return False  # «потратил на казахстанскую муку»
    return any(
        0 < one.first - verb <= _TAIL + 4
        and not one.crossed(verb, one.first)
        and not sentence.between(verb, one.at)
        and any(
            word in _ON for word in (low[verb + 1], *low[max(sentence.first, verb - _TAIL) : verb])
        )
        for verb in sentence.where(_SPENDS)
    )


def _trades(sentence: Sentence, at: int) -> bool:
    """Whether a sentence tells of trade before a figure, so that the money is its."""
    low = sentence.low
    return any(
        hit.first < at
        and (hit.entry.value in TRADE or hit.entry.kind in _BOUGHT)
        and not low[hit.first].startswith((*_GIVES, *_SPENDS))  # «направить», «потратили»
        for hit in sentence.indicators
    )
