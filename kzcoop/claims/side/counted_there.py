"""A sum that the other side counts, told against the sum of this side.

«Если верить Будапешту, …»                      who is believed
«Таджикские коллеги насчитали …»                who counts, by whose colleagues they are
«У венгров вышло …», «там получилось …»         where it comes out
«У партнёров своя статистика: …»                the partner that the text is about
«Мексика заявила, что продала Казахстану …»     what a country says of its own sales
"""

from __future__ import annotations

from collections.abc import Iterator

from kzcoop.claims.claim import TRADE
from kzcoop.claims.place.partner_place import is_people, is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import Rules, needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.side.announced import ANNOUNCES, DASHES, OURS, SIDES
from kzcoop.claims.topic.counters import LOCATIVE
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

_BELIEVES = Words("верить", "поверить")
_COUNT = Stems(
    "видел", "видит", "видят", "записа", "записыва", "задеклар", "зафиксир", "назвал", "называ",
    "насчит", "отразил", "отчита", "оформ", "оценив", "оценил", "подсчит", "посчита", "признал",
    "показыва", "приводит", "приводят", "считают", "указа", "учл", "учел", "фиксир",
)  # fmt: skip
_COMES_OUT = Stems(
    "вышел", "вышл", "выходит", "значится", "набежал", "набрал", "получ", "сложил", "стоит",
    "стоят", "фигурир", "числится",
)  # fmt: skip
_FIGURES = ("арифметик", "бухгалтер", "данн", "подсчет", "счет", "статистик", "таблиц", "цифр")
_BELIEVED = ("источник", "сторон", "тамож", *_FIGURES)
# who the text has told of: «соседи насчитали», «у партнёров своя статистика»
_PARTNERS = Stems("визави", "коллег", "контрагент", "партнер", "сосед")
_COLLEAGUES = (*_PARTNERS, "статистик", "торгов", "экономист", "эксперт")
_SIDE = Stems("сторон")
_OTHER = ("втор", "друг", "противополож", "та", "той")
_DATA = frozenset({"версии", "данным", "оценке", "оценкам", "подсчетам", "сведениям"})
_THERE = Words("там")
_THAT = Words("что")
_SALES = ("вывез", "закуп", "купил", "отгруз", "отправ", "постав", "приобре", "прода", "экспортир")
_SOON = 5  # tokens from who counts to the verb
_OUT = 4  # tokens from «у венгров» to «вышло»


@needs(_BELIEVES, _COUNT, _COMES_OUT, _PARTNERS, _SIDE, _THAT, _THERE)
def counted_there(one: Draft, code: str) -> bool:
    """Whether a sum is told as the other side's own count, beside one that was told before."""
    if one.indicator not in TRADE or one.measure == "target":
        return False
    sentence = one.sentence
    if any(tells(one, code) for tells in _RULES.of(sentence)):
        return True
    beside = _BESIDE_A_SUM.of(sentence)
    return bool(beside) and _after_a_sum(one) and any(tells(one, code) for tells in beside)


def _after_a_sum(one: Draft) -> bool:
    """Whether money was told before, in the sentence or in that before it of the paragraph."""
    sentence, tokens = one.sentence, one.sentence.mentions.tokens
    first = sentence.first
    if sentence.number:
        same = tokens.paragraph[sentence.number - 1] == tokens.paragraph[sentence.number]
        first = tokens.bounds[sentence.number - 1][0] if same else first
    for q in sentence.mentions.quantities:
        if first <= q.first < one.first and q.kind == "money":
            return True
    return False


@needs(_THERE)
def _counted_there(one: Draft, code: str) -> bool:
    """«Анкара ведёт счёт иначе. Ввоз там оценили в 4 млрд»: the country named last."""
    sentence = one.sentence
    at = sentence.where(_THERE)[0]
    if not (at < one.at and sentence.word_at(at + 1).startswith(_COUNT)):
        return False
    tokens = sentence.mentions.tokens
    first = tokens.bounds[max(sentence.number - 1, 0)][0]
    named = [p for p in sentence.mentions.places if first <= p.first < at and p.abroad]
    return bool(named) and code in named[-1].codes


@needs(_BELIEVES)
def _believed(one: Draft, code: str) -> bool:
    """«Если верить Будапешту», «если верить венгерской статистике», and no ambassador."""
    sentence = one.sentence
    believes = sentence.where(_BELIEVES)[0]
    return believes < one.at and any(
        code in p.codes
        and p.first == believes + 1
        and (p.kind == "country" or sentence.word_at(p.last).startswith(_BELIEVED))
        for p in sentence.abroad
    )


@needs(_THAT)
def _says_it_sold(one: Draft, code: str) -> bool:
    """«Мексика заявила, что продала в Казахстан товаров на 119 млн»."""
    sentence, low = one.sentence, one.sentence.low
    if not (sentence.homes and sentence.begins(ANNOUNCES)):
        return False
    for place in sentence.abroad:
        if code not in place.codes or place.kind != "country" or not is_subject(sentence, place):
            continue
        end = min(place.last + _SOON, one.at)
        that = next((i for i in range(place.last, end) if low[i] == "что"), None)
        if that is None or not any(w.startswith(ANNOUNCES) for w in low[place.last : that]):
            continue
        return any(low[i].startswith(_SALES) for i in range(that + 1, min(that + _SOON, one.at)))
    return False


@needs(_COUNT)
def _by_colleagues(one: Draft, code: str) -> bool:
    """«сами таджикские коллеги насчитали», «а венгры – в 60 млн», after a verb of counting."""
    sentence, low = one.sentence, one.sentence.low
    for place in _own(sentence, code, one.at):
        at = place.last
        if is_people(sentence, place):
            at += low[at] == "же"
            if low[at] in DASHES and at + 1 >= one.quantity.lead - 1:
                return any(low[i].startswith(_COUNT) for i in range(sentence.first, place.first))
        elif not low[at].startswith(_COLLEAGUES):
            continue
        if any(word.startswith(_COUNT) for word in low[at : min(at + _SOON, one.at)]):
            return True
    return False


@needs(_COMES_OUT, _THERE)
def _comes_out(one: Draft, code: str) -> bool:
    """«У венгров вышло 460 млн», «в Будапеште получилось», «там насчитали»."""
    sentence, low = one.sentence, one.sentence.low
    led = [
        p.last for p in _own(sentence, code, one.at)
        if low[p.first - 1] == "у"
        or (low[p.first - 1] in ("в", "во") and low[p.last - 1].endswith(LOCATIVE))
    ]  # fmt: skip
    there = sentence.where(_THERE)
    if led and there:
        led.append(there[0] + 1)
    return any(
        word.startswith((*_COMES_OUT, *_COUNT))
        for at in led
        for word in low[at : min(at + _OUT, one.at)]
    )


@needs(_PARTNERS, _SIDE)
def _by_the_other(one: Draft, code: str) -> bool:
    """«Партнёры насчитали», «У соседей своя статистика: …», «по данным партнёра», «та сторона»."""
    sentence, low = one.sentence, one.sentence.low
    for at in (*sentence.where(_PARTNERS), *sentence.where(_SIDE)):
        if at >= one.at or any(at < place.first < one.at for place in sentence.abroad):
            continue
        led = low[at - 1]
        if low[at].startswith(_SIDE):
            if not led.startswith(_OTHER):
                continue
            led = low[at - 2]
        if led in _DATA:
            return True
        after = low[at + 1 : min(at + 1 + _OUT, one.at)]
        if led == "у" and any(word.startswith((*_COMES_OUT, *_FIGURES)) for word in after):
            return True
        if any(word.startswith(_COUNT) for word in after):
            return True
    return False


@needs(_COUNT)
def _against_ours(one: Draft, code: str) -> bool:
    """«Казахстан записал экспорт на 600 млн, итальянская таможня – 800», «…, Рим – в 1,5»."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    dash = lead - 1 if low[lead - 1] in DASHES else lead - 2
    if low[dash] not in DASHES or (dash == lead - 2 and low[lead - 1] not in ("в", "о", "на")):
        return False
    ours = any(is_subject(sentence, home) and home.first < one.at for home in sentence.homes)
    if not (ours or sentence.begins(OURS)):
        return False
    return any(
        low[place.first - 1] in (",", "а")
        and (
            (place.kind == "country" and place.last == dash)
            or (
                place.kind == "adjective"
                and place.last < dash <= place.last + _OUT
                and low[place.last].startswith(SIDES)
            )
        )
        for place in _own(sentence, code, one.at)
    )


def _own(sentence: Sentence, code: str, at: int) -> Iterator[Place]:
    """Yield the places of the other country before a token."""
    return (p for p in sentence.abroad if code in p.codes and p.first < at)


_RULES = Rules([_believed, _says_it_sold, _counted_there])
# of a sum that stands beside another one
_BESIDE_A_SUM = Rules([_by_colleagues, _comes_out, _by_the_other, _against_ours])
