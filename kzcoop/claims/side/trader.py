"""The other country whose own trade a report is about, from the sentences that open it.

«Внешнеторговый оборот Узбекистана …»             its trade by name
«Германия увеличила импорт из Азербайджана …»     it buys abroad
«… пятым среди поставщиков чая на российский рынок»     its market
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.claim import TRADE
from kzcoop.claims.place.bloc import FELLOW
from kzcoop.claims.place.partner_place import HOME, PREPOSITIONS, foreign, home_places, is_subject
from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.side.foreign_flow import buyer_of, trade_words
from kzcoop.claims.side.trader_abroad import OWNERS, trader_of_flow
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_OPENING = 3  # sentences that say whose trade a report tells
_NAMED = ("импорт", "оборот", "товарооборот", "торговл", "экспорт")  # with a genitive: its own
_PAIR = 2
_ABROAD = frozenset({"adjective", "bloc", "country"})
# who and what is Kazakhstan's where no name of the country stands
_AT_HOME = Stems("акорд", "назарбаев", "наша", "нашего", "нашей", "нашу", "токаев")
_OUR = Stems("наш")
_SUPPLIERS = Stems("поставщик", "экспортер")
_PARTNERS = Stems("партнер")
_FLOWS_OUT = Stems("вывоз", "экспорт")
# words of a trade that has two sides: «товарооборот с Беларусью»
_TWO_SIDED = Stems("взаимн", "двусторон", "товарооборот")
_BOUGHT = 5  # tokens from «импорт» to who buys
_OFFICES = ("бюро", "ведомств", "департамент", "палат", "министерств", "управлени")
_TABLES = ("данн", "динамик", "итог", "статистик", "структур")
_INTO = 4  # tokens from an import to whose it is
_MARKET = 6  # tokens from the suppliers to the market they supply


def foreign_trader(sentences: Sequence[Sentence]) -> str | None:
    """The country whose own trade a report is about, read from its first sentences."""
    if (pair := _other_pair(sentences)) is not None:
        return pair
    for sentence in sentences[:_OPENING]:
        code = (
            _market(sentence)
            or trade_owner(sentence)
            or buyer_of(sentence)
            or _buys_by_own_data(sentence)
            or _partners_of(sentence)
        )
        code = code or _seller(sentence, sentences) or trader_of_flow(sentence, sentences)
        if code is not None:
            return code
        if _is_ours(sentence):
            break
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


def trade_owner(sentence: Sentence) -> str | None:
    """«Торговля Узбекистана со странами …», «Внешнеторговый оборот Узбекистана составил …».

    Kazakhstan must not be named beside it, or only after another partner: «товарооборот
    Таджикистана с Россией»; nor trade «между нашими странами».
    """
    low = sentence.low
    for hit in trade_words(sentence):
        owners = [p for p in sentence.places if p.kind in OWNERS and _owns(sentence, hit, p)]
        place = owners[0] if owners else None
        place = place or _the_country(sentence, hit) or _beside_bloc(sentence, hit)
        if place is None or len(foreign(place)) != 1:
            continue
        if not low[hit.last - 1].startswith(_NAMED) or is_subject(sentence, place):
            continue
        led = (sentence.word_before(hit.first), sentence.word_before(hit.first - 1))
        if "минист" in led[0] or any(word.startswith(_OFFICES) for word in led):
            continue  # «вице-министр торговли», «управление внешней торговли в Рабате»
        if says_our(sentence):
            continue
        if not home_places(sentence) or _of_its_bloc(sentence, place):
            return foreign(place)[0]
    return None


def _of_its_bloc(sentence: Sentence, owner: Place) -> bool:
    """«Торговля Китая с Центральной Азией – 90 млрд, из них 43 – с Казахстаном»: of a bloc."""
    figure = next((q.lead for q in sentence.quantities), sentence.first)
    return all(home.first > figure for home in home_places(sentence)) and any(
        place.kind == "bloc" and FELLOW in place.codes and owner.last < place.first < figure
        and owner.codes[0] not in place.codes
        for place in sentence.places
    )  # fmt: skip


def _owns(sentence: Sentence, hit: Hit, place: Place) -> bool:
    """«оборот Узбекистана», «торговля товарами в Кыргызстане»: in it, and not into it."""
    if place.first == hit.last:
        return True
    inside = sentence.word_before(place.first) in ("в", "во")
    flow = sentence.low[hit.last - 1].startswith(("ввоз", "импорт"))
    if inside and flow and sentence.word_before(hit.first).startswith(_TABLES):
        # «обнародовал структуру импорта продовольствия в Узбекистан»
        return hit.last < place.first <= hit.last + _INTO
    if sentence.word_before(hit.first) == "по":
        return False  # «группа по торговле собралась в Берлине»
    located = sentence.low[place.last - 1].endswith(("е", "и"))
    return inside and located and hit.last < place.first <= hit.last + 2


def _beside_bloc(sentence: Sentence, hit: Hit) -> Place | None:
    """«Торговля между Китаем и странами Центральной Азии»: with a bloc, Kazakhstan in it."""
    for place, bloc in pairwise(sentence.places):
        if place.kind != "country" or bloc.kind != "bloc" or FELLOW not in bloc.codes:
            continue
        joint = sentence.low[place.last : bloc.first]
        led = sentence.word_before(place.first) == "между" and place.first <= hit.last + 2
        if led and joint[:1] == ["и"] and len(joint) <= 2:
            return place
    return None


def _the_country(sentence: Sentence, hit: Hit) -> Place | None:
    """«По данным статистики Узбекистана, внешнеторговый оборот страны достиг …».

    Not «На долю России приходится 20% внешней торговли страны».
    """
    low = sentence.low
    if low[hit.last : hit.last + 1] not in (["страны"], ["республики"]):
        return None
    if not low[hit.first].startswith("внешн"):
        return None
    named = [p for p in sentence.places if p.first < hit.first and p.kind == "country"]
    if len(named) != 1:
        return None
    led = sentence.word_before(named[0].first)
    return None if led in PREPOSITIONS or led.startswith("дол") else named[0]


def says_our(sentence: Sentence) -> bool:
    """«между нашими странами», «экспорт России в нашу республику»."""
    low = sentence.low
    return sentence.begins(_OUR) and any(
        low[at].startswith(_OUR) and low[at + 1].startswith(("государств", "республик", "стран"))
        for at in range(sentence.first, sentence.last - 1)
    )


def _seller(sentence: Sentence, report: Sequence[Sentence]) -> str | None:
    """«Экспорт российского цемента в Казахстан»: by an adjective of what it sells.

    Not where the report tells what the two trade: «товарооборот между Украиной и Казахстаном».
    """
    if not sentence.begins(_FLOWS_OUT) or any(other.begins(_TWO_SIDED) for other in report):
        return None
    for hit in trade_words(sentence):
        if not sentence.low[hit.last - 1].startswith(_FLOWS_OUT):
            continue
        for place in sentence.places:
            if place.kind == "adjective" and place.first == hit.last and len(foreign(place)) == 1:
                genitive = sentence.low[place.first].endswith(("ого", "ой", "их"))
                return foreign(place)[0] if genitive else None
    return None


def _is_ours(sentence: Sentence) -> bool:
    """«Торговля между Таджикистаном и Казахстаном выросла»: the report is of Kazakhstan's."""
    countries = [place for place in sentence.places if place.kind == "country"]
    if [place.codes for place in countries] == [(HOME,)] and any(
        countries[0].first == hit.last + 1 and sentence.low[hit.last] in ("с", "со")
        for hit in trade_words(sentence)
    ):
        return True  # «Оборот с Казахстаном составил …», in the other's statistics
    # «…, заявил министр торговли Казахстана»: past the pair
    pair = countries[:_PAIR]
    if len(pair) != _PAIR or not any(place.codes == (HOME,) for place in pair):
        return False
    joined = sentence.low[pair[0].last : pair[1].first] in (["и"], ["с"])
    return joined and any(hit.entry.value in TRADE for hit in sentence.indicators)


def _partners_of(sentence: Sentence) -> str | None:
    """«Основными партнёрами Таджикистана являются Россия, Казахстан и Китай»."""
    if not sentence.begins(_PARTNERS):
        return None
    homes = home_places(sentence)
    for place in sentence.places:
        if place.kind != "country" or len(foreign(place)) != 1:
            continue
        if not sentence.word_before(place.first).startswith(_PARTNERS):
            continue
        if is_subject(sentence, place) or any(home.first < place.first for home in homes):
            continue
        others = [p for p in sentence.places if p.kind == "country" and p.codes != place.codes]
        if any(foreign(p) for p in others) and sentence.word_at(place.last) not in ("и", ","):
            return foreign(place)[0]
    return None


def _buys_by_own_data(sentence: Sentence) -> str | None:
    """«Госкомстат обнародовал данные об импорте продовольствия в Узбекистан»."""
    if not sentence.has("mirror") or home_places(sentence):
        return None
    for hit in trade_words(sentence):
        if not sentence.low[hit.last - 1].startswith(("ввоз", "импорт")):
            continue
        for place in sentence.places:
            near = hit.last < place.first <= hit.last + _BOUGHT
            if near and len(foreign(place)) == 1 and sentence.word_before(place.first) == "в":
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
