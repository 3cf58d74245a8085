"""Figures of no one partner: the whole of a trade, as its words tell it.

«при общем объёме экспорта муки 2 млн тонн»       a sum of all flows
«За рубеж отгрузили 400 тонн», «Всего же импорт …»    to or from all the world
«1 084 предприятия с иностранным участием»        of all countries abroad
«страна экспортирует 15 тысяч тонн»               the country, and no partner beside
«Внешнеторговый оборот республики составил …»     of all its trade
"""

from __future__ import annotations

from kzcoop.claims.claim import SIDES
from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_beside import LISTED
from kzcoop.claims.partner_moved import (
    TRADED,
    at_all_borders,
    on_the_network,
    through_port,
    to_ports,
    within_country,
)
from kzcoop.claims.partner_place import home_places
from kzcoop.claims.partner_rest import REST_NOTE, of_the_rest
from kzcoop.claims.rules import Rules, needs
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.trade_pair import speaks_of_pair
from kzcoop.language.stems import Stems, Words

WHOLE_NOTE = "the whole of the trade: no one partner"
DIVIDED_NOTE = "the whole of what the sentence divides: no one partner"
# indicators of which «всего» may give the whole
_LANDS = frozenset({"страны", "страны-партнеры", "другие"})  # «в страны-партнёры»
_ABROAD = Words("рубеж", "рубежом", "пределы", "границу", *_LANDS)
_WHOLLY = Words("республике", "стране", "всего", "целом", "внешние")
# «всего Казахстан экспортировал …»
_WHOLE = frozenset({"казахстан", "республика", "страна"})
_AT_HOME = frozenset({("в", "республике"), ("по", "республике"), ("в", "стране"), ("по", "стране")})
_SINCE = frozenset({"же", "за", "в", "с", "по"})  # «Всего за январь–май …»
_ALL_TRADE = ("внешнеторг", "зарубежн", "импорт", "иностранн", "экспорт")
_FLOWING = ("вывоз", "импорт", "экспорт")
_SUM = Stems("общая", "общего", "общем", "общий")
_ALL = Words("все", "страны-партнеры")
FOREIGN_TRADE = Stems("внешн", but=("внешнеэкон",))  # «внешнеторговый оборот», «внешняя торговля»
_MEANT = ("данн", "ней", "ним", "сосед", "эти", "этой")  # who was named before
_TRADES = ("оборот", "товарооборот", "торговл")
_FROM_ABROAD = Stems("зарубежн", "иностранн")
_SUBJECT = Words("страна", "республика")
_OUT_OF = Words("из")
_ITS = frozenset({"ее", "его"})  # «её внешнеторговый оборот»
_OWNERS = frozenset({"области", "региона", "республики", "страны"})
_OWNED = 3  # tokens from «внешнеторговый оборот» to whose it is
_EVERY = Stems("всего", "всей", "всех", "общ", "совокуп")
_OUR = Words("нам", "нами", "нас", "наш", "нашего", "нашей", "наши", "нашу")
_BESIDE = frozenset({"в", "из", "с", "у"})
_PORTFOLIO = frozenset(
    {"enterprises_count", "investment", "jobs", "projects_count", "projects_value"}
)
_REGION = Stems("казахстан", "област", "регион", "республик", "стране")
_INVESTORS = Stems("инвестор")
_MAIN = Stems("основной")
_JOINT = ("взаимн", "двусторон", "совместн")
_SUM_REACH = 14  # tokens from «общий экспорт» to its figure
_SUM_AFTER = 3  # and past it, where a partner may stand


def whole_of_sentence(one: Draft) -> bool:
    """Whether the sentence tells that a figure is of no one partner; the draft notes why."""
    for tells in _RULES.of(one.sentence):
        if tells(one):
            one.note(_TELLING[tells])
            return True
    return False


@needs(_SUM, _ALL)
def _is_sum(one: Draft) -> bool:
    """«при общем объёме экспорта муки 2 млн тонн», «экспорт во все страны – 880 тыс. тонн»."""
    sentence, low = one.sentence, one.sentence.low
    start = max(sentence.first, one.at - _SUM_REACH)
    begun = next((i for i in range(one.at - 1, start - 1, -1) if _tells_sum(low, i)), None)
    if begun is None or any(
        begun < q.number_first < one.at and low[q.last : one.quantity.lead] != ["на"]
        for q in sentence.quantities
    ):
        return False  # «общий экспорт картофеля – 107 тыс. тонн на 17 млн долларов» is one whole
    return not any(
        begun < p.first < one.last + _SUM_AFTER for p in sentence.abroad
    ) and not speaks_of_pair(sentence)


def _tells_sum(low: list[str], index: int) -> bool:
    if low[index] == "страны-партнеры":
        return low[index - 1] == "в"
    if low[index] in _ALL:
        return low[index - 1] in ("во", "на") and low[index + 1] in ("страны", "рынки")
    if not low[index].startswith(_SUM):
        return False
    # «Общий объём экспорта составил …» of a pair told before is theirs
    of_home = any(w.startswith("казахстан") or w == "рк" for w in low[index + 1 : index + 7])
    flow = any(word.startswith(_FLOWING) for word in low[index + 1 : index + 3])
    return flow and (of_home or low[index - 1] == "при")


@needs(_FROM_ABROAD)
def _of_all_abroad(one: Draft) -> bool:
    """«1084 предприятия с иностранным участием»: of all countries."""
    if one.indicator != "enterprises_count":
        return False
    low, last = one.sentence.low, one.last
    after = low[last : last + 2]
    return after[:1] == ["с"] and after[1:] != [] and after[1].startswith(_FROM_ABROAD)


@needs(_SUBJECT)
def _of_the_country(one: Draft) -> bool:
    """«При этом страна экспортирует 15 тысяч тонн», «Республика продала …»: to all the world."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in TRADED or sentence.abroad:
        return False
    if any(low[home.first - 1] in _BESIDE for home in sentence.homes):
        return False  # «республика купила у Казахстана …»: the other one
    return any(
        low[hit.first - 1] in _SUBJECT
        and hit.first < one.at
        and low[hit.first - 2] not in ("эта", "данная")
        and not sentence.holds(_OUR)
        for hit in sentence.indicators
        if hit.first > sentence.first
    )


@needs(_REGION)
def _of_the_region(one: Draft) -> bool:
    """«Всего в регионе 58 проектов на 2 трлн тенге»: with whomever."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in _PORTFOLIO or not sentence.begins(_REGION):
        return False
    opening = low[sentence.first : sentence.first + 2]
    if opening[:1] != ["всего"] and opening != ["в", "целом"]:
        return False
    led = low[sentence.first : one.at]
    if not any(word.startswith(_REGION) for word in led) or any(w.startswith(_JOINT) for w in led):
        return False
    # «… 154 проекта, девять из них – с арабским капиталом»
    between = [p for p in sentence.abroad if p.first < one.at or p.first < _next(one)]
    return not between and not speaks_of_pair(sentence)


@needs(_MAIN)
def _of_capital(one: Draft) -> bool:
    """«Инвестиции в основной капитал составили 1,4 трлн тенге»: whoever spent them."""
    sentence, low = one.sentence, one.sentence.low
    return one.indicator == "investment" and any(
        low[i].startswith(_MAIN) and low[i + 1].startswith("капитал")
        for i in range(sentence.first, one.at)
    )


@needs(_INVESTORS)
def _of_foreign_investors(one: Draft) -> bool:
    """«Зарубежные инвесторы вложили 400 млрд тенге»: whichever they are."""
    sentence, low = one.sentence, one.sentence.low
    return (
        one.indicator == "investment"
        and not sentence.abroad
        and not speaks_of_pair(sentence)
        and any(
            low[i].startswith(_FROM_ABROAD) and low[i + 1].startswith(_INVESTORS)
            for i in range(sentence.first, one.at)
        )
    )


def _next(one: Draft) -> int:
    """Where the next figure of the sentence stands."""
    after = [q.first for q in one.sentence.quantities if q.first >= one.last]
    return after[0] if after else one.sentence.last


@needs(_OUT_OF)
def _is_divided(one: Draft) -> bool:
    """«Из 9 млн тонн зерна 3 млн пришлось на Узбекистан»: a whole that opens its sentence."""
    sentence, lead = one.sentence, one.quantity.lead
    if one.indicator not in LISTED or lead != sentence.first + 1:
        return False
    return sentence.low[sentence.first] == "из" and any(
        q.kind in (one.kind, "bare", "percent") and q.first > one.last for q in sentence.quantities
    )


@needs(_EVERY)
def _is_base(one: Draft) -> bool:
    """«95% всех поставок картофеля (108 тыс. тонн)»: what the share is of."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in TRADED or one.kind == "percent" or low[one.quantity.lead - 1] != "(":
        return False
    shares = [q for q in sentence.quantities if q.kind == "percent" and q.last < one.quantity.lead]
    words = low[shares[-1].last : one.quantity.lead - 1] if shares else []
    # «треть всего риса – из Пакистана (9 тыс. тонн)» has the amount of the share
    return any(word.startswith(_EVERY) for word in words) and not {"–", "—"} & set(words[-3:-2])


def is_total(sentence: Sentence, one: Draft) -> bool:
    """Whether a figure is of the whole trade: «Всего же импорт …», «всего Казахстан вывез …»."""
    if one.indicator not in TRADED:
        return False
    if one.measure not in ("share_pct", "rank") and _of_all_trade(one):
        return True
    if speaks_of_pair(sentence):
        return False
    if one.indicator in SIDES and _goes_abroad(sentence):
        return True
    if not sentence.holds(_WHOLLY):
        return False
    words = sentence.low[sentence.first : one.at]
    if any(word.startswith(("границ", "станци", "стык")) for word in words):
        return False  # «Всего через границу прошли 2 млн машин»: the border of the text before
    whole = any(words[i : i + 2] == ["в", "целом"] for i in range(len(words)))
    whole = whole or any(words[i : i + 2] == ["внешние", "рынки"] for i in range(len(words)))
    if one.indicator == "freight":  # «объём автоперевозок в республике составил 5 млн тонн»
        whole = whole or any(tuple(words[i : i + 2]) in _AT_HOME for i in range(len(words)))
    if whole and not any(p.kind == "country" for p in sentence.abroad):
        return True
    if (
        words[:1] == ["всего"]
        and words[1:2]
        and (words[1] in _SINCE or words[1].startswith(_ALL_TRADE))
    ):
        return not any(place.kind == "region" for place in sentence.places)
    return "всего" in words and bool(_WHOLE & set(words))


def _of_all_trade(one: Draft) -> bool:
    """«Внешнеторговый оборот республики», «внешняя торговля Алматинской области»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "turnover" or not sentence.begins(FOREIGN_TRADE):
        return False
    owners = {p.first for p in sentence.places if not p.abroad}
    if any(sentence.word_before(p.first) in ("с", "со") for p in home_places(sentence)):
        return False  # «внешнеторговый оборот региона с Казахстаном»
    if any(low[i] in ("с", "со") and low[i + 1].startswith(_MEANT)
           for i in range(sentence.first, one.at)):  # fmt: skip
        return False  # «внешнеторговый оборот области с соседней страной»
    return any(
        low[i].startswith(FOREIGN_TRADE)
        and low[i + 1].startswith(_TRADES)  # and no «Внешнеторговая палата Казахстана»
        and (
            low[i - 1] in _ITS
            or any(
                at in owners or low[at] in _OWNERS for at in range(i + 1, min(i + _OWNED, one.at))
            )
        )
        for i in range(sentence.first, one.at)
    )


@needs(FOREIGN_TRADE)
def _of_all_first(one: Draft) -> bool:
    """«Внешняя торговля области достигла 6 млрд, и 90% её – нефть, уходящая в Италию»."""
    sentence = one.sentence
    if one.measure in ("share_pct", "rank") or not _of_all_trade(one):
        return False
    return all(
        place.first > one.last and sentence.between(place.first, one.at)
        for place in sentence.abroad
    ) and bool(sentence.abroad)


def tells_owner(one: Draft) -> bool:
    """«импорт области», «экспорт республики», «вывоз региона»: whose flow it is."""
    sentence, low = one.sentence, one.sentence.low
    return one.indicator in TRADED and any(
        at < one.at and low[at] in _OWNERS
        for hit in sentence.indicators
        for at in (hit.last, hit.last + 1)
    )


def _goes_abroad(sentence: Sentence) -> bool:
    """«за рубеж отгрузили 400 тонн», «за пределы региона», «в страны-партнёры»: whichever."""
    low = sentence.low
    if not sentence.holds(_ABROAD):
        return False
    return any(
        (low[i] == "за" and low[i + 1] in _ABROAD) or (low[i] == "в" and low[i + 1] in _LANDS)
        for i in range(sentence.first, sentence.last - 1)
    )


# in this order, for the note is that of the first
_TELLING = {
    _is_sum: WHOLE_NOTE,
    _of_all_abroad: "foreign, and of no one country",
    _of_the_region: WHOLE_NOTE,
    _of_all_first: WHOLE_NOTE,
    _of_foreign_investors: WHOLE_NOTE,
    _of_capital: "investment at home, whoever spent it",
    _of_the_country: "what the country trades: no one partner",
    _is_divided: DIVIDED_NOTE,
    _is_base: "what a share is of: no one partner",
    to_ports: "to ports: no partner that they stand for",
    within_country: "within the country: no partner",
    through_port: "through a port: no partner of another clause",
    of_the_rest: REST_NOTE,
    at_all_borders: "of all borders: no one partner",
    on_the_network: "on the network of the country: no one partner",
}
_RULES = Rules(_TELLING)
