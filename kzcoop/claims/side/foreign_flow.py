"""Figures of trade that is not Kazakhstan's, by the words of one sentence.

«Германия увеличила импорт из Азербайджана»       it buys abroad
«Россия вывезла за рубеж 1,6 млн тонн пшеницы»    it sells abroad
«Общий импорт угля в Узбекистан»                  from all the world
«экспорт Киргизии в Казахстан – 500 млн, в Турцию – 200»   the second is of a third country
"""

from __future__ import annotations

from collections.abc import Iterator

from kzcoop.claims.claim import SIDES, TRADE
from kzcoop.claims.partner.beside import away
from kzcoop.claims.place.partner_place import foreign, home_places, is_subject, led_by
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_OFFICES = Stems("министерств", "министр")
_OFFICE = 7  # tokens of «министром инвестиций, промышленности и торговли»
_GENITIVE = ("ва", "да", "ей", "ий", "ия", "ки", "ли", "ой", "ого", "сти", "ти")
_PORTS = Stems("порт")
_FROM = frozenset({"из", "от", "у"})
_WHO = frozenset({"которая", "которые", "который", "он", "она", "они"})
_THERE = Words("туда")
_SOLD = ("вывез", "отгруз", "отправ", "постав", "продал", "продаё", "экспортир")
_SENT = ("вывез", "отгруз", "отправ", "экспортир")
_FLOWS_OUT = ("вывоз", "поставк", "экспорт")
_INTO = frozenset({"в", "во"})
_WHOLLY = Words("всего", "ежегодно", "суммарно")
_BUYS = ("ввез", "ввози", "закуп", "завоз", "импортир", "покупа", "потребл")
_OUTSIDE = Stems("за", "из-за", "извне", "внешн")
_FROM_OUTSIDE = (["за", "рубежом"], ["за", "границей"], ["из-за", "рубежа"], ["из-за", "границы"])
_VERB = 3  # tokens from a subject to its verb
_LISTED = 2  # tokens from one of a list to the next
_BOUGHT = 6  # tokens from «общий импорт» to who buys


def is_foreign_trade(one: Draft) -> bool:
    """Whether a figure is of others: «Россия закупала чай у Индии», «весь оборот порта Поти»."""
    sentence = one.sentence
    if one.indicator == "freight" and one.partner and not home_places(sentence):
        return _of_foreign_port(sentence)
    if one.indicator in SIDES and _goes_elsewhere(one):
        return True
    if not sentence.places or one.indicator not in TRADE or home_places(sentence):
        return False
    return (
        buyer_of(sentence) is not None
        or _bloc_buys(sentence)
        or _sells_abroad(sentence)
        or _sells_to(sentence)
        or _sells_at_all(sentence)
        or _sells_there(sentence)
        or _all_imports(sentence)
        or _buys_all(sentence)
        or _share_of_theirs(one)
        or _of_bloc(one)
    )


def trade_words(sentence: Sentence) -> Iterator[Hit]:
    """The words of trade in a sentence: «товарооборот», «экспорт», «закупать»."""
    for hit in sentence.indicators:
        if sentence.words & _OFFICES.bit and _of_office(sentence, hit):
            continue
        if hit.entry.value in TRADE or hit.entry.kind == "purchase":
            yield hit


def _of_office(sentence: Sentence, hit: Hit) -> bool:
    """«с министром инвестиций, промышленности и торговли Узбекистана»: whose office it is."""
    return sentence.low[hit.first] in ("торговли", "инвестиций") and any(
        0 < hit.first - at <= _OFFICE
        and all(w in (",", "и") or w.endswith(_GENITIVE) for w in sentence.low[at + 1 : hit.first])
        for at in sentence.where(_OFFICES)
    )


def buyer_of(sentence: Sentence) -> str | None:
    """«Германия увеличила импорт из Азербайджана», «Россия закупала чай у Индии»."""
    for hit in trade_words(sentence):
        if hit.entry.kind != "purchase" and hit.entry.value != "import":
            continue
        place = next((p for p in reversed(sentence.places) if p.first < hit.first), None)
        if place is None or len(foreign(place)) != 1 or not is_subject(sentence, place):
            continue
        seller = next((p for p in sentence.places if p.first >= hit.last), None)
        if seller is None:  # «Из Ливии немцы ввезли»
            seller = next((p for p in sentence.places if p.last <= place.first), None)
        if seller is None or not foreign(seller) or _counted(sentence, hit.first, seller.first):
            continue
        if sentence.low[seller.first - 1] in _FROM:
            return foreign(place)[0]
    return None


def _bloc_buys(sentence: Sentence) -> bool:
    """«Евросоюз закупил рыбы в России на 700 млн евро»: from another country."""
    low = sentence.low
    blocs = [
        place for place in sentence.abroad
        if place.kind == "bloc" and sentence.word_before(place.first) in ("", ",", "а", "и", "что")
    ]  # fmt: skip
    return any(
        (hit.entry.kind == "purchase" or low[hit.first].startswith(_BUYS))
        and bloc.last <= hit.first <= bloc.last + 1
        and any(
            hit.last < seller.first <= hit.last + _BOUGHT
            and low[seller.first - 1] in (*_FROM, "в")
            and not _counted(sentence, hit.first, seller.first)
            for seller in sentence.abroad
        )
        for bloc in blocs
        for hit in sentence.indicators
    )


def _of_bloc(one: Draft) -> bool:
    """«Экспорт ЕС в Кыргызстан упал, в Узбекистан – вырос»: of a bloc with a third country."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in SIDES:
        return False
    for bloc in sentence.abroad:
        if bloc.kind != "bloc" or bloc.first > one.at or not low[bloc.first - 1].startswith(
            ("экспорт", "импорт")
        ):  # fmt: skip
            continue
        goal = next((p for p in sentence.abroad if p.first == bloc.last + 1), None)
        if goal and goal.kind == "country" and low[bloc.last] in ("в", "из"):
            return set(goal.codes).isdisjoint(bloc.codes)
    return False


def _share_of_theirs(one: Draft) -> bool:
    """«Основную часть монгольского импорта дают Китай (41%) и Россия (24%)»: of two others."""
    sentence, low = one.sentence, one.sentence.low
    if one.measure != "share_pct" or not one.partner:
        return False
    falls = [p.codes for p in sentence.abroad if low[p.first - 1] == "на"]
    if falls and not sentence.homes and any(
        p.kind == "adjective" and p.codes not in falls and one.last <= p.first <= one.last + 1
        and sentence.word_at(p.last).startswith(("импорт", "экспорт", "ввоз", "вывоз"))
        for p in sentence.abroad
    ):  # fmt: skip
        return True  # «Половина турецкого импорта нефти приходится на Россию»
    return any(
        place.kind == "adjective"
        and len(place.codes) == 1
        and place.first < one.at
        and set(place.codes).isdisjoint(one.partner)
        and sentence.low[place.last - 1].endswith(("ого", "ей", "ой"))
        and sentence.word_at(place.last).startswith(("импорт", "экспорт", "ввоз", "вывоз"))
        for place in sentence.abroad
    )


def _all_imports(sentence: Sentence) -> bool:
    """«Импорт угля в Узбекистан составил 190 млн»: from all the world."""
    low = sentence.low
    whole = [
        hit.first
        for hit in sentence.indicators
        if low[hit.first].startswith("импорт") and low[hit.first - 1] != "на"
    ]
    return bool(whole) and any(
        low[place.first - 1] == "в" and 0 < place.first - whole[0] <= _BOUGHT
        for place in sentence.abroad
    )


def _buys_all(sentence: Sentence) -> bool:
    """«Афганистан ежегодно ввозит более 3 млн тонн муки», «покупает извне»: from wherever."""
    low = sentence.low
    if sentence.begins(_OUTSIDE) and not sentence.homes:
        outside = any(
            low[i : i + 2] in _FROM_OUTSIDE or low[i] == "извне"
            or (low[i].startswith("внешн") and low[i + 1].startswith("рынк"))
            for i in sentence.where(_OUTSIDE)
        )  # fmt: skip
        buys = any(w.startswith(_BUYS) for w in low[sentence.first : sentence.last])
        if outside and buys and any(is_subject(sentence, p) for p in sentence.abroad):
            return True
    return sentence.holds(_WHOLLY) and any(
        is_subject(sentence, place)
        and any(w in _WHOLLY for w in low[max(place.first - 2, 0) : place.last + 2])
        and any(w.startswith(_BUYS) for w in low[place.last : place.last + _VERB + 1])
        for place in sentence.abroad
    )


def _sells_abroad(sentence: Sentence) -> bool:
    """«Россия вывезла за рубеж 1,6 млн тонн пшеницы»: to all the world."""
    low = sentence.low
    sends = any(
        is_subject(sentence, place)
        and any(w.startswith(_SENT) for w in low[place.last : place.last + _VERB])
        for place in sentence.abroad
    )
    return sends and any(
        low[i : i + 2] in (["за", "рубеж"], ["внешние", "рынки"], ["на", "экспорт"])
        for i in range(sentence.first, sentence.last)
    )


def _sells_at_all(sentence: Sentence) -> bool:
    """«С 1 по 20 апреля Россия экспортировала 300 тыс. тонн пшеницы»: to nobody in particular."""
    return len(sentence.abroad) == 1 and any(
        sentence.word_at(place.last).startswith("экспортировал") and is_subject(sentence, place)
        for place in sentence.abroad
    )


def _sells_to(sentence: Sentence) -> bool:
    """«Узбекистан втрое увеличил поставки в Белоруссию»."""
    low = sentence.low
    for hit in sentence.indicators:
        if not low[hit.first].startswith(("вывоз", "поставк", "экспорт")):
            continue
        seller = next((p for p in reversed(sentence.places) if p.first < hit.first), None)
        buyer = next((p for p in sentence.places if p.first >= hit.last), None)
        if seller is None or buyer is None or not foreign(buyer):
            continue
        if _counted(sentence, hit.last, buyer.first) or seller.codes == buyer.codes:
            continue  # «1,2 млрд – Китай, причём экспорт в КНР – 180 млн»
        near = buyer.first <= hit.last + 3 and low[buyer.first - 1] in ("в", "во")
        if near and len(foreign(seller)) == 1 and is_subject(sentence, seller):
            return True
    return False


def _sells_there(sentence: Sentence) -> bool:
    """«Ещё 400 тыс. тонн туда продал Узбекистан»: to the country told of before."""
    if not sentence.holds(_THERE):
        return False
    low = sentence.low
    at = sentence.where(_THERE)[0]
    if any(low[i] in _WHO for i in range(max(sentence.first, at - _VERB), at)):
        return _rival_sells(sentence, at)
    return any(
        is_subject(sentence, place)
        and not sentence.between(place.first, at)  # «покупателем стал Ирак: туда отправлено …»
        and any(
            w.startswith(_SOLD) and not w.endswith("ли")
            for w in low[max(place.first - _VERB, 0) : place.last + _VERB]
        )
        for place in sentence.abroad
    )


def _rival_sells(sentence: Sentence, there: int) -> bool:
    """«Конкурент – Россия: она отправила туда 200 тыс. тонн», «Россия, которая туда продала …»."""
    low = sentence.low
    sold = any(w.startswith(_SOLD) for w in low[max(sentence.first, there - _VERB) : there + _VERB])
    before = [p for p in sentence.abroad if p.first < there]
    return (
        sold
        and bool(before)
        and is_subject(sentence, before[-1])
        and not any(before[-1].last < home.first < there for home in sentence.homes)
    )


def _counted(sentence: Sentence, first: int, last: int) -> bool:
    return any(first < q.number_first < last for q in sentence.quantities)


def _goes_elsewhere(one: Draft) -> bool:
    """«экспорт Киргизии в Казахстан – 500 млн, в Турцию – 200»: what another sends to a third."""
    sentence = one.sentence
    homes = sentence.homes
    if not (homes and sentence.abroad) or any(led_by(sentence, p) not in _INTO for p in homes):
        return False
    goals = [p for p in sentence.places if p.kind == "country" and led_by(sentence, p) in _INTO]
    others = [p for p in goals if foreign(p)]
    if not others or not any(
        p.first < goals[0].first and _sends(sentence, p) for p in sentence.places
    ):
        return False
    nearest = min(goals, key=lambda place: away(one, place))
    if any(abs(home.first - nearest.first) == _LISTED for home in homes if home in goals):
        return False  # «увеличила поставки в Казахстан и Россию»
    senders = {c for p in sentence.places if p.first < goals[0].first and _sends(sentence, p)
               for c in p.codes}  # fmt: skip
    # not «Узбекский экспорт в Казахстан – 1,3 млрд, наш экспорт в Узбекистан – 3»
    return bool(foreign(nearest)) and senders.isdisjoint(nearest.codes)


def _sends(sentence: Sentence, place: Place) -> bool:
    """«Киргизия поставила», «из Киргизии», «экспорт Киргизии», «киргизский экспорт»."""
    if len(foreign(place)) != 1:
        return False
    if place.kind == "adjective":
        flow = sentence.word_at(place.last), sentence.word_before(place.first)
        return any(word.startswith(_FLOWS_OUT) for word in flow)
    if place.kind != "country":
        return False
    before = led_by(sentence, place)
    return before == "из" or before.startswith(_FLOWS_OUT) or is_subject(sentence, place)


def _of_foreign_port(sentence: Sentence) -> bool:
    """«Весь грузооборот Клайпедского порта составил 36 млн тонн»: whatever goes through it."""
    low = sentence.low
    return sentence.begins(_PORTS) and any(
        low[at].startswith("грузооборот") and low[at - 1].startswith(("весь", "всего", "общ"))
        for at in range(sentence.first + 1, sentence.last)
    )
