"""What is told of an economy, its taxes, prices and harvests, and of no trade.

«инфляция составила 8%»                                 a word of the economy is nearer than trade
«связь выросла на 8%, торговля – на 14%, …»             its branches, one after the other
«экспорт пшеницы урожая 2023 года»                      which crop is sold: trade
"""

from __future__ import annotations

from kzcoop.claims.flow.whose_goods import WHOSE_GOODS
from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.production import TRADE, away
from kzcoop.language.stems import Stems

_GIVEN = frozenset({"благодаря", "ввиду", "из-за", "при"})
# what is told of an economy and is out of scope
_PRICES = frozenset({"цена", "ценам", "ценах", "цене", "цену", "цены"})
_OUTSIDE = (
    "акци", "бюджет", "ввп", "взыскан", "госзакуп", "гуманитарн", "добыт", "добыч", "доначисл",
    "завис", "задолженност", "запас", "заработн", "зарплат", "инфляц", "кредит", "локализац",
    "людей", "налог", "населени", "недвижимост", "недогруж", "ндс", "пассажироперевоз", "подешев",
    "подорожа", "посевн", "промпроизводств", "потреблени", "пошлин", "производительност",
    "рацион", "скидк", "ставк", "тариф", "урож", "штраф", "экономика", "экономию", "экономия",
    *sorted(_PRICES),
)  # fmt: skip
# what is laid on trade: «пошлина на вывоз», «ставка за перевозку»
_DUTIES = ("акциз", "налог", "ндс", "пошлин", "скидк", "ставк", "сбор", "тариф", *sorted(_PRICES))
_DEALS = Stems("договор", "контракт", "меморандум", "соглашени")
_DEAR = 1_000_000
_ON = frozenset({"за", "на", "при"})
_ADJECTIVES = ("ой", "ую", "ый", "ных")
_ECONOMY = Stems("валов", "затрат", "рост", "издерж", "общеэкон", "основн", "экономик", *_OUTSIDE)
_WORTH = ("стоимост", "сумм")  # of what was counted or signed before
_WHICH = frozenset("нового нынешнего прошлогоднего прошлого старого текущего этого".split())
# branches of an economy, of which a region tells how each grew
_BRANCHES = Stems(
    "бизнес", "жиль", "обрабатывающ", "промышленн", "связ", "сельск", "сельхоз", "строительн",
    "строительств", "торговл", "транспорт", "услуг",
)  # fmt: skip
_SEVERAL = 3
_NEAR, _FAR = 24, 45  # how far a word of it governs a figure: beside a word of trade, and alone
_STOPS = frozenset(":;")  # «обойдётся в 220 млн; кредит даёт банк»
_FLOW = 2  # tokens from «импорт», past «из Китая», to «подешевел»
_CLOSE = 4  # tokens from «стоимостью» to the figure
_ABROAD = Stems("взаимн", "внешн", "двусторон", "импорт", "товарооборот", "экспорт")
# after «валовой»
_PRODUCT = ("внутр", "выпуск", "добавл", "продукт", "продукц", "регион", "сбор")


@needs(_ECONOMY)
def is_of_economy(one: Draft) -> bool:
    """Whether a figure is growth of an economy, a tax, a harvest and the like."""
    sentence, low = one.sentence, one.sentence.low
    deal = one.indicator == "other" and one.candidates and one.candidates[0].word.startswith(_DEALS)
    # «оформлено товаров из Китая на 5 млрд, в бюджет перечислено 2 трлн»
    goods = bool(one.candidates) and one.candidates[0].word == WHOSE_GOODS
    told = [
        (one.at - i if i < one.at else i - one.last + 1) + 4 * sentence.between(i, one.at)
        for i in range(sentence.first, sentence.last)
        # not what a paper is on: «соглашение, на 340 млн, заключили по добыче меди»
        # nor why: «на 9% – до 2,2 млрд долларов: машины подорожали»
        if _tells_economy(one, i)
        and _STOPS.isdisjoint(low[one.last : i])
        and not _of_trade(one, i)
        and not (deal and (i > one.at or low[i] in _PRICES))
        and not (goods and sentence.between(i, one.at))
    ]
    if not told:
        return False
    if any(word.startswith(_WORTH) for word in low[max(sentence.first, one.at - _CLOSE) : one.at]):
        return False  # «подписали 40 документов стоимостью 3 млрд: энергетика, добыча, …»
    traded = [hit.first for hit in sentence.indicators if hit.entry.kind in TRADE]
    cost = min(told)
    if any(not _is_taxed(sentence, i) and away(one, i) < cost for i in traded):
        return False  # not «цена экспорта»
    return cost < (_NEAR if traded else _FAR)


def _is_taxed(sentence: Sentence, index: int) -> bool:
    """Whether trade is what a price or a duty is of: «цена экспорта», «пошлина на вывоз»."""
    low, at = sentence.low, index - 1
    if low[at] in _PRICES or low[at].startswith(_DUTIES):
        return True
    while at > sentence.first and low[at].endswith(_ADJECTIVES):
        at -= 1
    return low[at] in _ON and low[at - 1].startswith(_DUTIES)


def _tells_economy(one: Draft, index: int) -> bool:
    """Whether a word, with its neighbours, tells of an economy."""
    sentence, low = one.sentence, one.sentence.low
    word, before = low[index], low[index - 1]
    if word == "людей" and one.indicator == "other":
        return False  # «людей пост может оформить втрое больше»: what it can take
    if word == "запасе":
        return False  # «в запасе – портфель проектов на 90 млн евро»
    if word.startswith(_OUTSIDE):
        return True
    if word.startswith("валов"):
        return sentence.word_at(index + 1).startswith(_PRODUCT)
    if word.startswith("общеэкономическ"):
        return one.kind in ("percent", "ratio")  # «Об общеэкономическом росте, 4%, напомнил …»
    if word.startswith("экономик") and low[index + 1 : index + 3] == ["в", "целом"]:
        return one.kind in ("percent", "ratio")  # «упомянул экономику в целом: 4 процента роста»
    if word in ("экономик", "экономики"):
        return before.startswith("рост")
    if word == "цен":
        return before == "рост"  # «рост цен ощутили жители столицы», not «за счёт роста цен»
    if one.kind != "percent":
        return False
    if word == "капитал":  # «инвестиции в основной капитал (+19,8%)»: growth of an economy
        return before == "основной" and sentence.word_at(one.last) != "из"
    return word.startswith(("затрат", "издерж"))  # «транспортные затраты снизятся на 15%»


def _of_trade(one: Draft, index: int) -> bool:
    """Whether a word of an economy stands with trade or works here."""
    sentence, word = one.sentence, one.sentence.low[index]
    if word in _PRICES:
        if one.indicator == "projects_value" and one.kind == "money":
            return True  # «строят завод, его цена – 340 млн долларов»
        if one.value >= _DEAR and sentence.begins(_DEALS):
            return True  # «контракт на модернизацию дороги: цена – 96 млн евро»
        return index > one.at or _of_all(sentence, index) or _is_reason(sentence, index)
    if word.startswith("населени"):  # «при населении 37 млн человек» is told of the country
        return any(
            0 <= q.first - index - 1 <= 2 and q is not one.quantity for q in sentence.quantities
        )
    if word in ("подешевев", "подорожав"):
        return one.indicator in TRADE  # «доставили 31 тыс. тонн на $14 млн, подешевев на 8%»
    if word.startswith(("подешев", "подорожа")):  # «перестройка подорожала с 6 до 9 млрд тенге»
        flow = (one.kind == "money" or _is_flow(sentence, index)) and any(
            h.first < index < one.at for h in sentence.indicators
        )
        return flow or one.indicator == "projects_value"  # «импорт подорожал до 890 млн»
    if word.startswith("добыч") and one.indicator == "investment":
        return True  # «вложили 12 млрд. Из отраслей впереди добыча (4,3 млрд)»
    if word.startswith("бюджет"):  # «на обновление поста в бюджете предусмотрено 4,5 млрд»
        return one.indicator in ("investment", "projects_value")
    if word.startswith("потреблени"):  # «60% потребления сахара – это импорт»
        return index > one.at
    return _names_crop(sentence, index)


def _is_flow(sentence: Sentence, index: int) -> bool:
    """«импорт подешевел на 2%»: what all of it is worth, and no price."""
    return any(
        hit.entry.kind in TRADE and 0 <= index - hit.last <= _FLOW for hit in sentence.indicators
    )


def _of_all(sentence: Sentence, index: int) -> bool:
    """«суммарная цена восьми проектов достигнет 820 млн»: what they cost together."""
    return sentence.word_before(index).startswith(("суммарн", "общ")) or any(
        hit.entry.kind == "cost" and hit.first <= index < hit.last for hit in sentence.indicators
    )


def _is_reason(sentence: Sentence, index: int) -> bool:
    """«при благоприятной цене достигнет 200 млн»: why, and not what."""
    return not _GIVEN.isdisjoint(sentence.low[index - 3 : index])


@needs(_BRANCHES)
def of_branches(one: Draft) -> bool:
    """Whether growth is told of the branches of an economy, one after the other.

    «связь выросла на 8%, торговля – на 14%, строительство – на 3%»: of no trade with abroad
    """
    sentence = one.sentence
    if sentence.begins(_ABROAD):
        return False
    told = {
        branch for branch in _BRANCHES
        for word in sentence.low[sentence.first : sentence.last] if word.startswith(branch)
    }  # fmt: skip
    return len(told) >= _SEVERAL and not any(foreign(place) for place in sentence.places)


def _names_crop(sentence: Sentence, index: int) -> bool:
    """«экспорт пшеницы урожая 2023 года»: which crop is sold, and not how much was harvested."""
    low = sentence.low
    if low[index] not in ("урожая", "урожаев", "урожай"):
        return False
    return sentence.word_at(index + 1).isdigit() or sentence.word_before(index) in _WHICH
