"""The other country whose own trade a text tells: of it, only what concerns Kazakhstan is a claim.

«Внешнеторговый оборот Узбекистана …»             its trade by name
«Германия увеличила импорт из Азербайджана …»     it buys abroad
«… пятым среди поставщиков чая на российский рынок»     its market
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kzcoop.claims.claim import SIDES, TRADE
from kzcoop.claims.deliveries import NEUTRAL
from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_beside import away
from kzcoop.claims.partner_place import HOME, PREPOSITIONS, foreign, is_subject, led_by
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.topic import Topic
from kzcoop.claims.trade_pair import speaks_of_pair
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_OPENING = 3  # sentences that say whose trade a report tells
_NAMED = ("импорт", "оборот", "товарооборот", "торговл", "экспорт")  # with a genitive: its own
_OWNERS = frozenset({"country", "region"})
_PAIR = 2
_FROM_ABROAD = Stems("зарубежн", "иностранн")
_LISTED = frozenset("( – — - :".split())
_ABROAD = frozenset({"adjective", "bloc", "country"})
# who and what is Kazakhstan's where no name of the country stands
_AT_HOME = Stems("акорд", "назарбаев", "наша", "нашего", "нашей", "нашу", "токаев")
_SUPPLIERS = Stems("поставщик", "экспортер")
_WITH_THEM = Stems("ним", "ней")
_PORTS = Stems("порт")
_FROM = frozenset({"из", "от", "у"})
_SENT = ("вывез", "отгруз", "отправ", "экспортир")
_FELLOW = "KGZ"  # in all blocs of which Kazakhstan is a member
_FLOWS_OUT = ("вывоз", "поставк", "экспорт")
_INTO = frozenset({"в", "во"})
_VERB = 3  # tokens from a subject to its verb
_MARKET = 6  # tokens from the suppliers to the market they supply


def foreign_trader(sentences: Sequence[Sentence]) -> str | None:
    """The country whose own trade a report is about, read from its first sentences."""
    if (pair := _other_pair(sentences)) is not None:
        return pair
    for sentence in sentences[:_OPENING]:
        code = _market(sentence) or _named(sentence) or _buyer(sentence) or _partners_of(sentence)
        code = code or _seller(sentence, sentences[:_OPENING])
        if code is not None or _is_ours(sentence):
            return code
    return None


def _other_pair(sentences: Sequence[Sentence]) -> str | None:
    """Who opens a report of two other countries' talks: «Россия и Вьетнам близки к цели …».

    Two countries open it, and nothing in it is Kazakhstan's.
    """
    opening = sentences[:_OPENING]
    named = [
        code
        for sentence in opening
        for place in sentence.places
        if place.kind in ("adjective", "country")
        for code in foreign(place)
    ]
    if len(set(named)) != _PAIR or not any(speaks_of_pair(sentence) for sentence in opening):
        return None
    for sentence in sentences:
        if any(place.kind not in _ABROAD or HOME in place.codes for place in sentence.places):
            return None
        if sentence.begins(_AT_HOME):
            return None
    return named[0]


def is_foreign_trade(one: Draft) -> bool:
    """Whether a figure is of others: «Россия закупала чай у Индии», «весь оборот порта Поти»."""
    sentence = one.sentence
    if one.indicator == "freight" and one.partner and not _homes(sentence):
        return _of_foreign_port(sentence)
    if one.indicator in SIDES and _goes_elsewhere(one):
        return True
    if one.indicator not in TRADE or _homes(sentence):
        return False
    return (
        _buyer(sentence) is not None
        or _sells_abroad(sentence)
        or _sells_to(sentence)
        or _all_imports(sentence)
    )


def _all_imports(sentence: Sentence) -> bool:
    """«Общий импорт угля в Узбекистан составил 190 млн»: from all the world."""
    low = sentence.low
    whole = [
        hit.first
        for hit in sentence.indicators
        if hit.entry.value == "import" and low[hit.first - 1].startswith(("весь", "общ", "совокуп"))
    ]
    return bool(whole) and any(
        foreign(place) and low[place.first - 1] == "в" and 0 < place.first - whole[0] <= _MARKET
        for place in sentence.places
    )


def _goes_elsewhere(one: Draft) -> bool:
    """«экспорт Киргизии в Казахстан – 500 млн, в Турцию – 200»: what another sends to a third."""
    sentence = one.sentence
    homes = _homes(sentence)
    if not homes or any(led_by(sentence, p) not in _INTO for p in homes):
        return False
    goals = [p for p in sentence.places if p.kind == "country" and led_by(sentence, p) in _INTO]
    others = [p for p in goals if foreign(p)]
    if not others or not any(
        p.first < goals[0].first and _sends(sentence, p) for p in sentence.places
    ):
        return False
    return bool(foreign(min(goals, key=lambda place: away(one, place))))


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


def of_trader(one: Draft, topic: Topic) -> bool:
    """Turn a figure of the trader's trade with Kazakhstan round; whether it is of its other trade.

    Parameters
    ----------
    one
        The draft, whose partner is the nearest that is named.
    topic
        What the text is about; keeps whether the trader's partner was Kazakhstan last.
    """
    trader = topic.trader
    if trader is None or one.indicator not in TRADE:
        return False
    sentence = one.sentence
    if one.partner == (HOME,):  # by its place in a list
        one.reporter = trader
        sent = bool(one.candidates) and one.candidates[0].word.startswith(NEUTRAL)
        one.indicator = "export" if sent else one.indicator
        return False
    if _home_trades(one):
        topic.trader_home = True
        one.partner = one.partner if one.partner not in ((), (HOME,)) else (trader,)
        return False
    if sentence.places:
        topic.trader_bloc = _bloc(sentence)
    if topic.trader_bloc and (one.partner == topic.trader_bloc or not sentence.places):
        one.reporter = trader
        one.partner = tuple(sorted({*topic.trader_bloc, HOME} - {trader}))
        one.note("a bloc with Kazakhstan in it, in the other country's trade")
        return False
    homes = _homes(sentence)
    others = [
        p
        for p in sentence.places
        if p.kind in ("adjective", "bloc", "country") and foreign(p) and trader not in p.codes
    ]
    if homes or others:
        near = min((away(one, p) for p in homes), default=99.0)
        topic.trader_home = near <= min((away(one, p) for p in others), default=99.0)
    elif topic.trader_home and not sentence.begins(_WITH_THEM) and _named(sentence) == trader:
        topic.trader_home = False  # «объём внешней торговли Узбекистана составил …»: with all
    elif topic.trader_home and _of_all(sentence, trader):
        topic.trader_home = False  # «Белоруссия подняла общий экспорт на 59%»
    if not topic.trader_home or (not homes and sentence.low[sentence.first] == "всего"):
        return True
    one.reporter, one.partner = trader, (HOME,)
    one.note("Kazakhstan in the other country's trade")
    return False


def of_host(one: Draft, topic: Topic) -> bool:
    """Whether a count of firms is of others' in another country.

    «В Узбекистане 13 тысяч предприятий с иностранным капиталом. Впереди Россия (2335), Казахстан
    (1056)»: only the last is of Kazakhstan's cooperation, told by the host.
    """
    if one.indicator != "enterprises_count":
        return False
    sentence = one.sentence
    homes = _homes(sentence)
    if sentence.begins(_FROM_ABROAD) and not homes:
        inside = [p for p in sentence.places if p.kind == "country" and _inside(sentence, p)]
        topic.host = inside[0].codes[0] if len(inside) == 1 else topic.host
    if any(_inside(sentence, home) for home in homes):
        topic.host = None
    if topic.host is None:
        return False
    if not any(
        0 < one.first - home.last <= 1 and sentence.low[home.last] in _LISTED for home in homes
    ):
        return not homes or one.partner != (topic.host,)
    one.reporter, one.partner = topic.host, (HOME,)
    one.note("Kazakhstan's firms in the other country")
    return False


def _inside(sentence: Sentence, place: Place) -> bool:
    return led_by(sentence, place) in ("в", "во")


def _of_all(sentence: Sentence, trader: str) -> bool:
    """Whether the trader's whole trade is told: «Белоруссия подняла общий экспорт на 59%»."""
    low = sentence.low
    named = any(place.codes == (trader,) for place in sentence.places)
    return named and any(
        low[hit.first - 1].startswith(("весь", "общ", "совокуп")) for hit in sentence.indicators
    )


def _bloc(sentence: Sentence) -> tuple[str, ...]:
    """The members of a bloc with Kazakhstan in it, where no country stands beside the bloc."""
    if _homes(sentence):
        return ()
    blocs = [p for p in sentence.places if p.kind == "bloc" and _FELLOW in p.codes]
    return foreign(blocs[0]) if len({p.codes for p in blocs}) == 1 else ()


def _homes(sentence: Sentence) -> list[Place]:
    return [place for place in sentence.places if place.codes == (HOME,)]


def _is_ours(sentence: Sentence) -> bool:
    """«Торговля между Таджикистаном и Казахстаном выросла»: the report is of Kazakhstan's."""
    countries = [place for place in sentence.places if place.kind == "country"]
    if len(countries) != _PAIR or not any(place.codes == (HOME,) for place in countries):
        return False
    joined = sentence.low[countries[0].last : countries[1].first] in (["и"], ["с"])
    return joined and any(hit.entry.value in TRADE for hit in sentence.indicators)


def _hits(sentence: Sentence) -> Iterator[Hit]:
    for hit in sentence.indicators:
        if hit.entry.value in TRADE or hit.entry.kind == "purchase":
            yield hit


def _named(sentence: Sentence) -> str | None:
    """«Торговля Узбекистана со странами …», «Внешнеторговый оборот Узбекистана составил …».

    Kazakhstan must not be named beside it, or only after another partner: «товарооборот
    Таджикистана с Россией»; nor trade «между нашими странами».
    """
    low = sentence.low
    for hit in _hits(sentence):
        place = next(
            (p for p in sentence.places if p.kind in _OWNERS and _owns(sentence, hit, p)), None
        ) or _the_country(sentence, hit)
        if place is None or len(foreign(place)) != 1:
            continue
        if not low[hit.last - 1].startswith(_NAMED) or is_subject(sentence, place):
            continue
        if sentence.word_before(hit.first).startswith(("министер", "министр")):
            continue  # «министр торговли Республики Корея»
        if not _homes(sentence) and not _says_our(sentence):
            return foreign(place)[0]
    return None


def _seller(sentence: Sentence, opening: Sequence[Sentence]) -> str | None:
    """«Экспорт российского цемента в Казахстан»: by an adjective of what it sells.

    Not where the two trade in the opening: «товарооборот между Украиной и Казахстаном».
    """
    for hit in _hits(sentence):
        if not sentence.low[hit.last - 1].startswith(("вывоз", "экспорт")):
            continue
        for place in sentence.places:
            if place.kind == "adjective" and place.first == hit.last and len(foreign(place)) == 1:
                genitive = sentence.low[place.first].endswith(("ого", "ой", "их"))
                code = foreign(place)[0]
                ours = any(_is_ours(other) and _names(other, code) for other in opening)
                return code if genitive and not ours else None
    return None


def _names(sentence: Sentence, code: str) -> bool:
    return any(code in place.codes for place in sentence.places)


def _says_our(sentence: Sentence) -> bool:
    """«между нашими странами», «экспорт России в нашу республику»."""
    low = sentence.low
    return any(
        low[at].startswith("наш") and low[at + 1].startswith(("государств", "республик", "стран"))
        for at in range(sentence.first, sentence.last - 1)
    )


def _owns(sentence: Sentence, hit: Hit, place: Place) -> bool:
    """«оборот Узбекистана», «торговля товарами в Кыргызстане»: in it, and not into it."""
    if place.first == hit.last:
        return True
    inside = sentence.word_before(place.first) in ("в", "во")
    located = sentence.low[place.last - 1].endswith(("е", "и"))
    return inside and located and hit.last < place.first <= hit.last + 2


def _the_country(sentence: Sentence, hit: Hit) -> Place | None:
    """«По данным статистики Узбекистана, внешнеторговый оборот страны достиг …»."""
    low = sentence.low
    if low[hit.last : hit.last + 1] not in (["страны"], ["республики"]):
        return None
    if not low[hit.first].startswith("внешн"):
        return None
    named = [p for p in sentence.places if p.first < hit.first and p.kind == "country"]
    return named[0] if len(named) == 1 else None


def _buyer(sentence: Sentence) -> str | None:
    """«Германия увеличила импорт из Азербайджана», «Россия закупала чай у Индии»."""
    for hit in _hits(sentence):
        if hit.entry.kind != "purchase" and hit.entry.value != "import":
            continue
        place = next((p for p in reversed(sentence.places) if p.first < hit.first), None)
        if place is None or len(foreign(place)) != 1 or not is_subject(sentence, place):
            continue
        seller = next((p for p in sentence.places if p.first >= hit.last), None)
        if seller is None or not foreign(seller) or _counted(sentence, hit.first, seller.first):
            continue
        if sentence.low[seller.first - 1] in _FROM:
            return foreign(place)[0]
    return None


def _sells_abroad(sentence: Sentence) -> bool:
    """«Россия вывезла за рубеж 1,6 млн тонн пшеницы»: to all the world."""
    low = sentence.low
    sends = any(
        foreign(place)
        and is_subject(sentence, place)
        and any(w.startswith(_SENT) for w in low[place.last : place.last + _VERB])
        for place in sentence.places
    )
    return sends and any(
        low[i : i + 2] in (["за", "рубеж"], ["внешние", "рынки"], ["на", "экспорт"])
        for i in range(sentence.first, sentence.last)
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
        if _counted(sentence, hit.last, buyer.first):
            continue
        near = buyer.first <= hit.last + 3 and low[buyer.first - 1] in ("в", "во")
        if near and len(foreign(seller)) == 1 and is_subject(sentence, seller):
            return True
    return False


def _partners_of(sentence: Sentence) -> str | None:
    """«Основными партнёрами Таджикистана являются Россия, Казахстан и Китай»."""
    homes = _homes(sentence)
    for place in sentence.places:
        if place.kind != "country" or len(foreign(place)) != 1:
            continue
        if not sentence.word_before(place.first).startswith("партнер"):
            continue
        if is_subject(sentence, place) or any(home.first < place.first for home in homes):
            continue
        others = [p for p in sentence.places if p.kind == "country" and p.codes != place.codes]
        if any(foreign(p) for p in others) and sentence.word_at(place.last) not in ("и", ","):
            return foreign(place)[0]
    return None


def _market(sentence: Sentence) -> str | None:
    """«Казахстан стал пятым среди поставщиков чая на российский рынок»: a ranking of its sellers.

    Also «в пятёрке поставщиков России».
    """
    if not sentence.begins(_SUPPLIERS):
        return None
    low = sentence.low
    for index in range(sentence.first, sentence.last):
        if not low[index].startswith(_SUPPLIERS):
            continue
        for place in sentence.places:
            if not index < place.first <= index + _MARKET or len(foreign(place)) != 1:
                continue
            market = place.kind == "adjective" and sentence.word_at(place.last).startswith("рын")
            if market and low[place.first - 1] == "на":
                return foreign(place)[0]
            supplier = next((p for p in sentence.places if p.first < index), None)
            into = place.kind == "country" and low[place.first - 1] in ("в", "во")
            if into and supplier and foreign(supplier) and is_subject(sentence, supplier):
                return foreign(place)[0]  # «Пакистан стал поставщиком картофеля в Узбекистан»
    return None


def _counted(sentence: Sentence, first: int, last: int) -> bool:
    return any(first < q.number_first < last for q in sentence.quantities)


def _home_trades(one: Draft) -> bool:
    """«Казахстан вывез на немецкий рынок», «казахстанские импортёры нарастили закупки»."""
    if one.measure in ("share_pct", "rank"):
        return False
    sentence = one.sentence
    for place in _homes(sentence):
        if place.first > one.at or sentence.between(place.first, one.at) > 2:
            continue
        subject = place.kind == "adjective" or is_subject(sentence, place)
        if not subject or sentence.word_before(place.first) in PREPOSITIONS:
            continue
        if any(place.first < hit.first < one.at + _MARKET for hit in _hits(sentence)):
            return True
    return False
