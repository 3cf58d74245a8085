"""Which figures are of all the trade of the country or of an oblast.

«Всего же импорт …», «всего Казахстан вывез …»     by the word of a sum
«За рубеж отгрузили 400 тонн»                      to all the world
«Внешнеторговый оборот республики составил …»      of all its trade
«импорт области», «экспорт республики»             by whose flow it is
"""

from __future__ import annotations

from kzcoop.claims.claim import SIDES
from kzcoop.claims.partner.beside import trades_with
from kzcoop.claims.partner.moved import TRADED
from kzcoop.claims.place.partner_place import home_places, is_subject
from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words

_LANDS = frozenset({"страны", "страны-партнеры", "другие"})  # «в страны-партнёры»
_ABROAD = Words("рубеж", "рубежом", "пределы", "границу", *_LANDS)
_EXPORT = Words("экспорт")
_BOTH = Words("правительства", "премьеры", "президенты", "соседи", "стороны", "столицы")
_WHOLLY = Words("республике", "стране", "всего", "целом", "внешние", "целиком")
# «всего Казахстан экспортировал …»
_WHOLE = frozenset({"казахстан", "республика", "страна"})
_AT_HOME = frozenset({("в", "республике"), ("по", "республике"), ("в", "стране"), ("по", "стране")})
_SINCE = frozenset({"же", "за", "в", "с", "по"})  # «Всего за январь–май …»
_ALL_TRADE = ("внешнеторг", "зарубежн", "импорт", "иностранн", "экспорт")
FOREIGN_TRADE = Stems("внешн", but=("внешнеэкон",))  # «внешнеторговый оборот», «внешняя торговля»
_MEANT = ("данн", "ней", "ним", "сосед", "эти", "этой")  # who was named before
_TRADES = ("оборот", "товарооборот", "торговл")
_ITS = frozenset({"ее", "его"})  # «её внешнеторговый оборот»
_OWNERS = frozenset({"области", "региона", "республики", "страны"})
_ALL = Words("весь")
_FLOWN = ("ввоз", "вывоз", "импорт", "экспорт")
_OF_YEAR = ("год", "итог", "результат", "сезон")  # «прошлогодний результат в целом»
_THERE = Words("оттуда", "туда")
_OWNED = 3  # tokens from «внешнеторговый оборот» to whose it is


def is_total(sentence: Sentence, one: Draft) -> bool:
    """Whether a figure is of the whole trade: «Всего же импорт …», «всего Казахстан вывез …»."""
    if one.indicator not in TRADED:
        return False
    if one.measure == "target" and sentence.holds(_BOTH):
        return False  # «весь товарооборот соседи намерены довести до десяти миллиардов»
    if one.measure not in ("share_pct", "rank") and of_all_trade(one):
        return True
    if sentence.holds(_ALL) and not sentence.abroad and _of_all_flow(one):
        return True
    if speaks_of_pair(sentence) or sentence.holds(_THERE):
        return False  # «Всего за пять лет туда отгрузили 6 млн тонн»
    if one.indicator in SIDES and _goes_abroad(one):
        return True
    if not sentence.holds(_WHOLLY):
        return False
    words = sentence.low[sentence.first : one.at]
    if any(word.startswith(("границ", "станци", "стык")) for word in words):
        return False  # «Всего через границу прошли 2 млн машин»: the border of the text before
    whole = any(
        words[i : i + 2] == ["в", "целом"]
        and not words[i - 1].startswith(_OF_YEAR)
        # «Плодов и овощей в целом продано 480 тыс. тонн»: of all goods to the same
        and sentence.first + i - 1 not in sentence.mentions.hits["commodities"]
        # «По товарообороту в целом динамика обратная», after a part of what the two trade
        and (one.indicator != "turnover" or not _of_pair_before(sentence, words, i))
        for i in range(len(words))
    )
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
    if "целиком" in words and not sentence.abroad:
        return words[words.index("целиком") - 1] in _WHOLE  # «Казахстан целиком вывез …»
    return "всего" in words and bool(_WHOLE & set(words))


def _of_pair_before(sentence: Sentence, words: list[str], index: int) -> bool:
    """«По товарообороту в целом …», «В целом год принёс 400 млн»: past a part of what two trade."""
    if index:
        return words[index - 1].startswith(_TRADES)
    return not (sentence.homes or sentence.begins(FOREIGN_TRADE) or not _OWNERS.isdisjoint(words))


def _of_all_flow(one: Draft) -> bool:
    """«весь нефтяной экспорт республики», «весь вывоз нефти из Казахстана»: to all the world."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in SIDES:
        return False
    homes = {home.first for home in sentence.homes}
    for index in sentence.where(_ALL):
        after = range(index + 1, min(index + 4, len(low)))
        flow = next((i for i in after if low[i].startswith(_FLOWN)), None)
        if flow is None or index > one.at:
            continue
        owned = range(flow + 1, min(flow + 1 + _OWNED, one.at, sentence.last))
        if any(i in homes or low[i] in _OWNERS for i in owned):
            return True
    return False


def of_all_trade(one: Draft) -> bool:
    """«Внешнеторговый оборот республики», «внешняя торговля Алматинской области»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "turnover" or not sentence.begins(FOREIGN_TRADE) or trades_with(one):
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
def of_all_first(one: Draft) -> bool:
    """«Внешняя торговля области достигла 6 млрд, и 90% её – нефть, уходящая в Италию»."""
    sentence = one.sentence
    if one.measure in ("share_pct", "rank") or not of_all_trade(one):
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


def _sends_all(one: Draft) -> bool:
    """«За полугодие Казахстан отправил на экспорт 34 млн тонн нефти»: to whoever buys it."""
    sentence, low = one.sentence, one.sentence.low
    if one.measure in ("share_pct", "rank") or not any(
        home.first < one.at and is_subject(sentence, home) for home in sentence.homes
    ):
        return False
    return any(low[i - 1] == "на" and i < one.at for i in sentence.where(_EXPORT))


def _goes_abroad(one: Draft) -> bool:
    """«за рубеж отгрузили 400 тонн», «за пределы региона», «в страны-партнёры»: whichever.

    Not past a figure, in another clause: «1,4 тыс. тонн – менее того, что покупают за рубежом».
    """
    sentence, low = one.sentence, one.sentence.low
    if sentence.holds(_EXPORT) and not sentence.abroad and _sends_all(one):
        return True
    if not sentence.holds(_ABROAD):
        return False
    return any(
        (low[i] == "за" and low[i + 1] in _ABROAD) or (low[i] == "в" and low[i + 1] in _LANDS)
        for i in range(sentence.first, sentence.last - 1)
        if i < one.at or not sentence.between(i, one.at)
    )
