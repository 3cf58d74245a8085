"""What is sold, used, stored or needed at home: no trade.

«на внутреннем рынке продали 900 млн яиц»               sold
«электростанциям отгружено 39 млн тонн»                 used
«на маслозаводы страны поступило 8,3 тыс. тонн»         milled
«спрос местные компании обеспечили на 23,5%»            met
"""

from __future__ import annotations

from collections.abc import Callable

from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems, Words

_STORES = Stems(
    "амбар", "ангар", "бункер", "бурт", "зернохранилищ", "камер", "кузов", "навес", "овощехранилищ",
    "помещени", "резервуар", "силос", "склад", "холодильник", "хранилищ", "элеватор",
)  # fmt: skip
_KEPT = Stems("скопилось", "хранилось", "хранится")
_LIES = ("лежал", "лежат", "лежит", "остал", "хранит", "хранят")  # in a store
_ROOM = Words("мест", "места", "место")
_HOLD = Stems("вмест", "вмеща", "емкост", "рассчитан")
_FOR = 4  # tokens from «хранилище» to «на 40 тыс. тонн»
_UNDER = 7  # tokens of «склад под яблоки у нас на 3 тыс. тонн»
_SELF = Stems("обеспеченност", "самообеспечен")
_MAKERS = ("завод", "компани", "предприят", "производител")
_COVERED = Stems("обеспечи")
_ITSELF = Words("себя")
_CLOSED = Words(
    "закрыли", "закрывает", "закрывают", "закрываются", "обеспечиваются", "покрывает", "покрывают",
    "покрываются", "покрыли",
)  # fmt: skip
# who uses at home what is mined: «отгружено электростанциям»
_USERS = Stems(
    "населению",
    "нужды",
    "отрасли",
    "сектора",
    "предприятиям",
    "потребителям",
    "электростанциям",
    "тэц",
)
_DASHES = frozenset("–—-")
_RECEIVED = Stems("направлен", "отгру", "переработа", "поставл", "поступ")
_HANDLERS = ("грузов", "порт", "станци", "терминал", "хаб")
_SENT_ON = ("вывез", "отправил", "продал", "экспорт")
_NEEDS = Stems("потребност", "потреблени", "расходует", "сжига")
_INNER = Stems("внутренн")
_WANTS = ("потребност", "спрос")
_SALES = Stems("прода", "реализ", "сбы")
_HERE = Words("казахстане", "республике", "стране")
_CLOSE = 8  # tokens within which a word of use governs a figure


@needs(_SALES, _INNER)
def _sold_at_home(one: Draft) -> bool:
    """«На внутреннем рынке продали 900 млн яиц», «в Казахстане продано …»: no trade."""
    low, sentence = one.sentence.low, one.sentence
    word = one.candidates[0].word if one.candidates else ""
    if word.startswith(_SALES) and sentence.holds(_HERE) and not _goes_abroad(sentence):
        inside = [i for i in range(sentence.first + 1, sentence.last) if low[i] in _HERE]
        if any(low[i - 1] == "в" for i in inside):
            return True
    if not sentence.begins(_INNER):
        return False
    clause = sentence.clause(one.at)
    return any(
        low[i].startswith(_INNER) and low[i + 1].startswith("рын") and sentence.clause(i) == clause
        for i in range(sentence.first, one.at)
    )


def _goes_abroad(sentence: Sentence) -> bool:
    """Whether a sentence names a trade or a country abroad."""
    traded = any(
        hit.entry.kind in ("export", "import") and not sentence.low[hit.first].startswith(_SALES)
        for hit in sentence.indicators
    )
    return traded or any(foreign(place) for place in sentence.places)


@needs(_USERS)
def _used_at_home(one: Draft) -> bool:
    """«электростанциям отгружено 39 млн тонн», «на внутренние нужды – 310 тыс. тонн»."""
    low, sentence = one.sentence.low, one.sentence
    near = sentence.clause(one.at) - (sentence.word_before(one.quantity.lead) in _DASHES)
    return any(
        low[i].startswith(_USERS) and _dative(low, i) and near <= sentence.clause(i)
        for i in range(sentence.first, min(one.last + _CLOSE, sentence.last))
        if not any(q.last <= i for q in sentence.quantities if q.first > one.at)
        and sentence.clause(i) <= sentence.clause(one.at)
    ) and not any(foreign(place) for place in sentence.places)


def _dative(low: list[str], index: int) -> bool:
    """Whether something goes to a user: «энергетическим предприятиям», «на коммунальные нужды»."""
    word = low[index]
    if word.endswith(("ам", "ям")) or word == "населению":
        return True
    if word in ("отрасли", "сектора"):  # «для энергетической отрасли отгружено 36 млн тонн»
        return "для" in low[max(0, index - 3) : index]
    return word.startswith("нужды") and "на" in low[max(0, index - 3) : index]


@needs(_RECEIVED)
def _milled(one: Draft) -> bool:
    """«на маслозаводы страны поступило 8,3 тыс. тонн»: goes to mills at home."""
    low, sentence = one.sentence.low, one.sentence
    before = low[max(sentence.first, one.at - _CLOSE) : one.at]
    if not any(word.startswith(_RECEIVED) for word in before):
        return False
    # not «терминал переработал 28 тыс. тонн», «переработали сотни тонн и вывезли 20 тыс. тонн муки»
    handled = any(word.startswith((*_HANDLERS, *_SENT_ON)) for word in before)
    return any(
        (word.startswith("переработа") and not handled)
        or (
            word.endswith(("заводы", "предприятия", "комбинаты"))
            and "на" in before[:index]
            and not any(  # «на французские заводы отгрузили 7 млн тонн»
                place.last == one.at - len(before) + index for place in sentence.abroad
            )
        )
        for index, word in enumerate(before)
    )


@needs(_STORES, _ROOM, _KEPT)
def _stored(one: Draft) -> bool:
    """«на складах, рассчитанных на 40 тыс. т», «места там на 65 тыс. т»: what a store can hold."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if low[lead - 1] == "на" and not _ROOM.isdisjoint(low[max(sentence.first, lead - _FOR) : lead]):
        return True
    if any(0 < one.at - at <= _FOR and not one.crossed(at, one.at)
           for at in sentence.where(_KEPT)):  # fmt: skip
        return True  # «На площадках на 1 июня хранилось 0,4 млн тонн серы»
    if not sentence.begins(_STORES):
        return False
    opening = range(sentence.first + 1, min(sentence.first + _FOR, sentence.last))
    if any(
        low[i].startswith(_STORES) and low[i - 1] in ("на", "в") and i < one.at
        and not any(tense(word) == "past" for word in low[i : one.at])
        and not any(i < q.first < one.first for q in sentence.quantities)
        for i in opening
    ):  # fmt: skip
        return True  # «На складах в порту 12 тыс. тонн зерна»
    if sentence.begins(_HOLD) or any(
        low[i].startswith(_LIES) and not sentence.between(i, one.at)
        for i in range(sentence.first, one.at)
    ):
        return True  # «под навесами лежит 25 тыс. т»
    # «хранилища на 40 тыс. т забиты»; not «со склада отгрузили на 40 тыс. тонн больше»
    led = low[max(sentence.first, lead - _UNDER) : lead]
    if any(tense(word) == "past" for word in led):
        led = led[-_FOR:]
    return (
        led[-1:] == ["на"]
        and any(word.startswith(_STORES) for word in led)
        and sentence.word_at(one.last) not in ("больше", "меньше")
    )


@needs(_NEEDS)
def _needed(one: Draft) -> bool:
    """«потребность внутри страны – около 2 млн тонн»: what is used, and not sold abroad."""
    sentence, low = one.sentence, one.sentence.low
    clauses = int(sentence.word_before(one.quantity.lead) in _DASHES)
    return any(
        low[i].startswith(_NEEDS) and sentence.between(i, one.at) <= clauses
        for i in range(max(sentence.first, one.at - _CLOSE), one.at)
    )


@needs(_SELF, _CLOSED, _COVERED, _ITSELF)
def _met_at_home(one: Draft) -> bool:
    """«спрос местные компании обеспечили на 23,5%»: what is not imported."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.begins(_SELF):
        return True  # «обеспеченность внутренним производством достигла 78%»
    if any(low[i - 1].startswith("обеспечива") and i < one.at for i in sentence.where(_ITSELF)):
        return low[one.first] == "на"  # «обеспечивает себя картофелем на 105%, яблоками – на 65%»
    if sentence.holds(_CLOSED) and not _CLOSED.isdisjoint(low[sentence.first : one.last + 1]):
        return any(low[i].startswith(_WANTS) for i in range(sentence.first, one.at))
    return sentence.begins(_COVERED) and any(
        low[i].startswith(("местн", "отечественн")) and low[i + 1].startswith(_MAKERS)
        for i in range(sentence.first, one.at)
    )


# by the kinds of figures of which each can tell; asked in this order
AT_HOME: tuple[tuple[set[str], Callable[[Draft], bool]], ...] = (
    ({"pieces", "tonne"}, _milled),
    ({"pieces", "tonne"}, _stored),
    ({"pieces", "tonne"}, _needed),
    ({"percent", "pieces", "tonne"}, _used_at_home),
    ({"percent"}, _met_at_home),
    ({"money", "percent", "pieces", "ratio", "tonne"}, _sold_at_home),
)
