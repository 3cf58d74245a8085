"""Units of bare numbers that the text names apart from them: before, or sentences ago.

«в тенге 200 миллиардов», «Экспорт – 640 млн долларов. Импорт невелик: 28 млн»
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.brackets import alone
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import agreed_on
from kzcoop.claims.topic.entry import heads_entry
from kzcoop.claims.unit.counted_part import counts_again, part_of_before
from kzcoop.claims.unit.named_noun import PLURALS
from kzcoop.claims.unit.shared_unit import OWN_SCALE, is_worth, take, take_unit
from kzcoop.claims.unit.unit_word import currency_of_list, in_tonnes, turned_to
from kzcoop.language.morphology import is_genitive_plural
from kzcoop.language.stems import Stems

_SHORT_PLURALS = frozenset("банок бутылок голов доз книг коек пар штук".split())
# what is told in money: «200 миллионов инвестиций»
_MONEY = ("вложен", "импорт", "инвестиц", "товарооборот", "экспорт")
_LETS = Stems("принима", "пропуска", "пропуст")
_DASHES = frozenset("–—-")
_MILLION = 1_000_000
_FAR_MORE = 300  # times as much as is told of one thing
_STREAM = Stems("поток", "трафик")
# «принимает 1,5 тыс. машин в сутки. Раньше было 600»
_AT_OTHER_TIMES = frozenset("прежде ранее раньше сегодня сейчас теперь".split())
_REACHED = Stems(
    "дости", "дотян", "недотян", "перевал", "перешагн", "подобра", "превы", "приблиз", "состав"
)
# «до обещанных десяти далеко»
_HOPED = ("желанн", "заветн", "запланированн", "намеченн", "обещанн", "целев")
_FLOWS = frozenset({"export", "import", "investment", "turnover"})
_AT_HOME = frozenset({"investment", "jobs", "projects_value"})  # paid for in tenge
_LIKE = 20  # times as much as may be told of one thing in one sentence
_FAR = 3  # sentences through which money told keeps its scale
_POPULATION = Stems("населени")
_FEW = 20  # vehicles from which on a bare number is one of a day
_EARLIER = (["годом", "раньше"], ["годом", "ранее"], ["год", "назад"])
_ITS = (["ее", "до"], ["его", "до"])  # «мощность – 540 тыс. Чтобы расширить её до 700 тыс.»
_AMOUNTS = frozenset({"money", "teu", "tonne"})
_YEARS = range(1990, 2050)
_ENTRY = 16  # figures back to the one that heads the entry before
_NEAR_BY = 4  # figures back to what one converts
_LINE = 4  # tokens of a line before its figure


def is_item(one: Draft) -> bool:
    """Return whether a number is a country's item of a list: «– Таджикистан – 118;»."""
    low, lead = one.sentence.low, one.quantity.lead
    return low[lead - 1] in _DASHES and any(
        place.kind == "country" and place.last == lead - 1 and place.first - one.sentence.first <= 1
        for place in one.sentence.places
    )


def inherited(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> bool:
    """Give a number the unit of the sentences before, or money by what it is about.

    «… составил 3,8 млн» after a sentence in dollars; «более 400» after «1 200 машин».
    """
    one = drafts[index]
    if not index and heads_entry(one.sentence):
        above = _entry_before(previous)
        if above is not None and above.kind in _AMOUNTS:
            return take(one, above, "and scale of the entry before")
    low, lead = one.sentence.low, one.quantity.lead
    if previous and low[lead - 2 : lead] in _ITS and previous[-1].kind in _AMOUNTS:
        return take(one, previous[-1], "as what it is raised from")
    if one.quantity.scale == OWN_SCALE:
        return _plain_inherited(one, previous)
    if in_tonnes(one):
        return True
    if counts_own(one) or any(at < one.last + 2 for at in one.sentence.where(_POPULATION)):
        return False  # «Население страны – 40 миллионов», not «до 61 млн, для населения это мало»
    if part_of_before(one, previous) or (index and counts_again(one, drafts[index - 1])):
        return True
    if one.sentence.begins(_LETS) and previous and previous[-1].kind == "vehicle":
        return take_unit(one, previous[-1])  # «после ремонта пост будет принимать до 2 тысяч»
    indicators = one.sentence.indicators
    noun = one.sentence.low[one.last : one.last + 1]
    of_money = bool(noun) and noun[0].startswith(_MONEY)
    tonnes = any(hit.entry.kind in ("freight", "transit") for hit in indicators)
    flows = any(
        hit.entry.kind in ("turnover", "investment", "export_potential") for hit in indicators
    )
    trade = any(hit.entry.kind == "turnover" for hit in indicators)
    ahead = _sum_ahead(drafts, index) if flows or of_money else None
    if ahead is not None:
        return take_unit(one, ahead)
    for other in reversed(previous[-12:]):
        if trade and other.unit == "KZT" and other.indicator in _AT_HOME:
            continue  # «Завод обошёлся в 18 млрд тенге. Товарооборот достиг 30 млрд»
        if other.rejected and not other.aside:
            continue
        if other.kind not in ("money", "pieces", "tonne", "teu", "wagon"):
            continue
        if is_worth(one, other) or _converted(other, previous):
            continue
        if alone(other) and not alone(one):
            continue  # «пшеница – 498 млн долл. (2,4 млн тонн); нефть – 163 млн»
        if other.kind == "money" and not flows and (tonnes or one.quantity.scale < _MILLION):
            continue  # «поставят 1,5 тысячи» counts no dollars
        if other.kind != "money" and (flows or of_money or one.value > _FAR_MORE * other.value):
            continue  # «отправили 1,1 тыс. тонн. Изучают ещё две заявки, на 110 млн»: no tonnes
        return (other.kind == "money" and turned_to(one, other)) or take_unit(one, other)
    if of_money or flows or agreed_on(one) or currency_of_list(one) or _sold_for(one):
        one.kind, one.unit = "money", "USD"
        one.note("no currency named: US dollars, as usual for trade")
        return True
    return False


def _sold_for(one: Draft) -> bool:
    """«Чехи продали нам станков на 200 миллионов»: money, where no currency is named."""
    sentence = one.sentence
    if sentence.word_before(one.quantity.lead) != "на":
        return False
    if sentence.word_at(one.last) in ("больше", "меньше"):
        return False  # «отгрузили на 2 млн больше»
    return any(
        hit.entry.kind in ("export", "import", "purchase")
        and hit.first < one.at
        and sentence.between(hit.first, one.at) == 0
        for hit in sentence.indicators
    )


def _sum_ahead(drafts: Sequence[Draft], index: int) -> Draft | None:
    """«торгует на полтора миллиарда, хочет на два с половиной миллиарда долларов»: the second."""
    one = drafts[index]
    if any(d.kind == "money" and not d.rejected for d in drafts[:index]):
        return None
    ahead = next((d for d in drafts[index + 1 :] if d.kind == "money" and not d.rejected), None)
    if ahead is None or ahead.unit is None or one.value <= 0:
        return None
    return ahead if 1 / _LIKE < ahead.value / one.value < _LIKE else None


def _converted(other: Draft, previous: Sequence[Draft]) -> bool:
    """«127 млн долларов, в местной валюте – 465 млн дирхамов»: what goes on is in dollars."""
    if other.kind != "money" or other.unit == "USD":
        return False
    return any(
        one.sentence is other.sentence
        and (one.unit, one.indicator, one.measure) == ("USD", other.indicator, other.measure)
        for one in previous[-_NEAR_BY:]
    )


def _entry_before(previous: Sequence[Draft]) -> Draft | None:
    """The first figure of the country's entry before: «Катар: 8 млн. … ¶ Оман: 63 млн»."""
    found = None
    for other in reversed(previous[-_ENTRY:]):
        if heads_entry(other.sentence):
            found = other
        elif found is not None:
            break
    return found


def counts_own(one: Draft) -> bool:
    """Whether a noun that no table knows follows at once: «5 млн доз», «2 тыс. голов скота»."""
    sentence = one.sentence
    if one.last >= sentence.last or sentence.mentions.tokens.kind[one.last] != "w":
        return False
    word = sentence.low[one.last]
    if any(hit.first == one.last for hit in (*sentence.indicators, *sentence.cues)):
        return False
    return word.endswith(PLURALS) or word in _SHORT_PLURALS or is_genitive_plural(word)


def _year_before(one: Draft, previous: Sequence[Draft]) -> bool:
    """«… достиг 133 млн долларов. Годом ранее было 124, в 2021-м – всего 57»."""
    sentence, low = one.sentence, one.sentence.low
    if low[sentence.first : sentence.first + 2] not in _EARLIER or sentence.indicators:
        return False
    other = next((each for each in reversed(previous) if each.kind in _AMOUNTS), None)
    if other is None or other.rejected or sentence.number - other.sentence.number > 1:
        return False
    plain = other.value / other.scale
    if not plain / 5 <= one.value <= plain * 5 or one.value in _YEARS:
        return False
    return take(one, other, "and scale stated in the sentence before")


def _among_decimals(one: Draft) -> bool:
    """«Далее идут Китай (121), Таджикистан (52,7)»: in brackets, beside others of a list."""
    low = one.sentence.low
    if low[one.quantity.lead - 1] != "(" or low[one.last : one.last + 1] != [")"]:
        return False
    return any(
        q is not one.quantity and q.kind == "bare" and q.value != int(q.value)
        and low[q.lead - 1] == "(" and low[q.last : q.last + 1] == [")"]
        for q in one.sentence.quantities
    )  # fmt: skip


def _next_line(one: Draft, previous: Sequence[Draft]) -> bool:
    """«– Узбекистан – 290 тыс. т;» and the next line «– Таджикистан – 118;»."""
    sentence, low = one.sentence, one.sentence.low
    dash = one.quantity.lead - 1
    other = previous[-1] if previous else None
    if other is None or other.kind not in _AMOUNTS or sentence.indicators:
        return False
    if sentence.number - other.sentence.number > 1 or low[dash] not in ("–", "—"):
        return False
    alone = dash - sentence.first <= _LINE
    named = any(place.last == dash for place in sentence.places)
    return alone and named and take(one, other, "and scale stated in the line before")


def _reached_again(one: Draft, previous: Sequence[Draft]) -> bool:
    """«Цель – 15 миллиардов долларов. По итогам 2024 года оборот недотянул до пяти»: of money."""
    sentence, low = one.sentence, one.sentence.low
    hoped = low[one.quantity.lead - 1].startswith(_HOPED) and low[one.quantity.lead - 2] == "до"
    if not hoped and (
        not sentence.begins(_REACHED)
        or not any(hit.entry.kind in _FLOWS and hit.first < one.at for hit in sentence.indicators)
    ):
        return False
    if not hoped and not any(
        word.startswith(_REACHED) for word in low[max(sentence.first, one.at - 3) : one.at]
    ):
        return False
    whole = next((each for each in reversed(previous[-6:]) if each.kind == "money"), None)
    if whole is None or sentence.number - whole.sentence.number > _FAR or one.value in _YEARS:
        return False
    plain = whole.value / whole.scale
    return plain / 10 <= one.value <= plain * 10 and take(
        one, whole, "and scale of the text before"
    )


def _plain_inherited(one: Draft, previous: Sequence[Draft]) -> bool:
    """The same for a number without a word of scale, which has to look like a measured one."""
    if _year_before(one, previous) or _next_line(one, previous):
        return True
    if is_item(one):
        # «– Афганистан – 64 (год назад 22); – Италия – 41»
        above = [d for d in previous[-4:] if one.sentence.number - d.sentence.number == 1]
        before = next((d for d in above if d.kind in ("money", "tonne") and is_item(d)), None)
        if before is not None:
            return take(one, before, "and scale stated in the item before")
    passed = next((d for d in reversed(previous[-3:]) if d.kind == "vehicle"), None)
    lets = one.sentence.word_before(one.quantity.lead).startswith(_LETS)
    if lets and passed is not None and one.value >= _FEW:
        return take_unit(one, passed)  # «После ремонта сможет пропускать 1 200»
    again = one.sentence.low[one.sentence.first] in _AT_OTHER_TIMES
    if (again or one.sentence.begins(_STREAM)) and previous and previous[-1].kind == "vehicle":
        if again and previous[-1].indicator == "other" and not one.sentence.indicators:
            one.indicator = "other"  # «способность – 450 машин в сутки. Раньше было 120»
        return one.value >= _FEW and take_unit(one, previous[-1])  # «поток не превышал 650»
    if _reached_again(one, previous):
        return True
    decimal = one.value != int(one.value) or _among_decimals(one)
    hedged = one.quantity.qualifier in ("over", "under")
    if not (hedged or decimal or one.value_max is not None):
        return False
    for other in reversed(previous[-6:]):
        if other.kind == "vehicle" and one.value >= 20:
            return take_unit(one, other)
        if other.kind in ("tonne", "money") and decimal:
            return take(one, other, "and scale stated in the sentence before")
    return False
