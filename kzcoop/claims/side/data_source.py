"""By whose statistics a figure is told, where two sides or the other country count it.

«по данным китайской таможни», «турецкая статистика показывает»   the other country's
«индийское министерство торговли насчитало 785 млн»               an office of it that counts
«по российским данным, до 500, по казахстанским – 200–250»        Kazakhstan's, the second

Whose statistics a whole text goes on with says ``data_owner``.
"""

from __future__ import annotations

from kzcoop.claims.claim import TRADE
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import Rules, needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.side.announced import (
    ANNOUNCES,
    DASHES,
    NAME,
    OFFICES,
    OURS,
    SIDES,
    WITH,
    announced_by,
    told_by_minister,
)
from kzcoop.claims.topic.counters import IN_CAPITAL, LOCATIVE, past_aside
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.place import Place

_COUNTED_IN = Words(*IN_CAPITAL)
COUNTS = Stems(
    "видит", "дает", "задеклар", "записал", "зафиксир", "написал", "насчита", "отразил", "оформ",
    "оценивает", "оценил", "показыва", "признае", "признал", "приводит", "публикует", "указал",
    "учел", "учитыва", "учла", "учли", "фиксир",
)  # fmt: skip
_DATA = Stems(
    "ведомост", "версии", "данным", "декларац", "документ", "источникам", "отчет", "подсчетам",
    "оценке", "расчетам", "сведениям", "сводк", "статистик", "таблиц", "цифрам",
)  # fmt: skip
_REPORTING = Words("сообщает", "сообщают", "сообщила", "сообщило")
_COUNTING = either(COUNTS, _REPORTING)
_SITS = 5  # tokens of «сообщает управление внешней торговли в»
_TOO = either(ANNOUNCES, COUNTS, Words("дают"))
# «в отчётности Пекина», «в китайской отчётности», «по вьетнамским документам»
_REPORTS = ("ведомост", "декларац", "документ", "отчет", "сводк", "статистик", "таблиц")
# of those, after «по»
_BY = frozenset({"версии", "данным", "источникам", "подсчетам", "оценке", "расчетам", "сведениям"})
_BY_ITS = frozenset(
    {
        "данным", "декларациям", "документам", "источникам", "отчетам", "подсчетам", "сведениям",
        "сводкам", "таблицам", "цифрам",
    }
)  # fmt: skip # «по узбекским данным»
_OFFICE = 5  # tokens of «по данным таможенной службы Китая»
_CUSTOMS = Stems("статведомств", "статистич", "статкомитет", "таможен", "таможн")
_EMBASSIES = ("генконсул", "посольств", "представительств", "торгпредств")
_REPORTED = Stems("ведомост", "декларац", "документ", "отчетах", "отчетност", "сводках", "таблицах")


def by_its_data(one: Draft, code: str) -> bool:
    """Return whether statistics of the other side are named, as a whole or as a country's."""
    sentence = one.sentence
    if sentence.has("mirror") and any(
        cue.entry.kind == "mirror"
        and cue.entry.value in ("mirror", code)
        and not _bracketed_off(one, cue.first)
        and not _of_next(one, cue.first)
        for cue in sentence.cues
    ):
        return True
    return any(told(one, code) for told in _RULES.of(sentence))


@needs(_TOO)
def _counted_too(one: Draft, code: str) -> bool:
    """«казахстанская сторона насчитала 2,8 млрд долларов, немецкая – 9,4 млрд евро»: the other."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(OURS):
        return False
    ours = (i for i in sentence.where(OURS) if sentence.word_at(i + 1).startswith(SIDES))
    first = next(ours, one.at)
    return any(
        place.kind == "adjective"
        and code in place.codes
        and first < place.first
        and (
            (sentence.word_at(place.last) in DASHES and place.last + 1 == one.quantity.lead)
            # «…, швейцарская признала у себя только 60»
            or (
                sentence.word_at(place.last).startswith(COUNTS)
                and low[place.first - 1] in (",", "а", ";")
            )
        )
        and any(
            low[i].startswith(COUNTS) or low[i].startswith(ANNOUNCES) or low[i] == "дают"
            for i in range(first, place.first)
        )
        for place in sentence.abroad
    )


@needs(_COUNTED_IN)
def _counted_in(one: Draft, code: str) -> bool:
    """«в Тегеране насчитали 600», «В Астане оценивают в 340 млн, в Тегеране – в 500»."""
    sentence, low = one.sentence, one.sentence.low
    before = [p for p in sentence.places if p.first < one.at]
    if not before or code not in before[-1].codes:
        return False
    place = before[-1]
    if sentence.word_before(place.first) not in ("в", "во"):
        return False
    after = sentence.word_at(past_aside(low, place.last, sentence.last))
    counted = after in _COUNTED_IN
    again = after in DASHES and any(
        low[i] in _COUNTED_IN for i in range(sentence.first, place.first)
    )
    return counted or again


@needs(_COUNTING)
def _counted_by(one: Draft, code: str) -> bool:
    """«индийское министерство торговли насчитало 785 млн», «бакинские таможенники насчитали»."""
    sentence, low = one.sentence, one.sentence.low
    told_here = not sentence.begins(_CUSTOMS) and any(
        code in p.codes and low[p.first - 1] in ("с", "со") for p in sentence.abroad
    )
    if told_here:  # «В Варшаве министр оценил оборот с Польшей», no «Таможня Урумчи оценила …»
        return False
    for place in sentence.places:
        if code not in place.codes or place.first > one.at:
            continue
        if _told_there(sentence, place):
            return True
        office = low[place.last : place.last + NAME]
        if place.kind != "adjective":
            led = low[place.first - 1]
            if led in WITH or (led in ("в", "во") and not low[place.last - 1].endswith(LOCATIVE)):
                # «Торговлю с Узбекистаном министр оценил в 4 млрд»: with whom; «Перед поездкой в
                # Софию министр написал …»: where he goes
                continue
            office = low[max(sentence.first, place.first - NAME) : place.first] + office
        side = one.indicator in TRADE and office[:1] == ["сторона"]
        if not (side or any(word.startswith(OFFICES) for word in office)):
            continue
        between = low[place.last : one.at]
        counted = any(word.startswith(COUNTS) or word in _REPORTING for word in between)
        if counted and not any(word.startswith(OURS) for word in between):
            return True
    return False


def _told_there(sentence: Sentence, place: Place) -> bool:
    """«как сообщает управление внешней торговли в Рабате»: an office by where it sits."""
    if place.kind != "country" or sentence.word_before(place.first) not in ("в", "во"):
        return False
    told = sentence.low[max(sentence.first, place.first - _SITS) : place.first]
    said = next((i for i, w in enumerate(told) if w in _REPORTING or w.startswith(COUNTS)), None)
    return said is not None and any(w.startswith((*OFFICES, "управлени")) for w in told[said:])


def _bracketed_off(one: Draft, index: int) -> bool:
    """«950 млн долларов (данные Белстата – 952,8 млн)»: a source of what its brackets hold."""
    sentence, low = one.sentence, one.sentence.low
    opened = next((i for i in range(index, sentence.first, -1) if low[i] in "()"), index)
    return low[opened] == "(" and one.at < opened


def _of_next(one: Draft, index: int) -> bool:
    """«составил 30 млрд; китайская таможня насчитала 41»: a source of the figure after it."""
    sentence = one.sentence
    return (
        index > one.last
        and sentence.between(one.at, index) > 0
        and any(
            q.first > index and q.kind in ("bare", "money", "tonne") for q in sentence.quantities
        )
    )


@needs(_DATA)
def _by_data_of(one: Draft, code: str) -> bool:
    """«по данным китайской таможни», «по узбекским данным», «узбекская статистика»."""
    sentence, low = one.sentence, one.sentence.low
    for place in sentence.places:
        if code not in place.codes or place.kind not in ("adjective", "country", "region"):
            continue
        if ";" in (*low[one.last : place.first], *low[place.last : one.at]):
            # «вырос на 17%; оборот, по данным рижской таможни, …», «в ташкентских отчётах – 3 млрд;
            # обратный поток, 1,3 млрд, совпадает»
            continue
        before = low[max(sentence.first, place.first - _OFFICE) : place.first]
        after = low[place.last : place.last + 2]
        if (
            "по" in before
            # «По сведениям посольства в Исламабаде»: Kazakhstan's own
            and not low[place.first - 2].startswith(_EMBASSIES)
            # not «по расчётам портала, Корея дала 5%», «По оценке МИД, с Румынией торгуют 140 фирм»
            and low[place.first - 1] not in (",", "с", "со")
            and not _BY.isdisjoint(before)
            and (any(word.startswith(OFFICES) for word in after) or place.kind == "country")
        ):
            return True
        if (
            place.kind == "adjective"
            and after[:1]
            and after[0].startswith("статистик")
            and not _of_next(one, place.first)
        ):
            return True  # «белорусская статистика показывает …»
        reports = sentence.begins(_REPORTED) and not _of_next(one, place.first)
        if reports and (
            (place.kind == "adjective" and after[:1] and after[0].startswith(_REPORTS))
            or (place.kind == "country" and before[-1:] and before[-1].startswith(_REPORTS))
        ):
            return True  # «в отчётности Пекина», «в китайской отчётности»
        if place.kind == "adjective" and before[-1:] == ["по"] and after[:1] in (["–"], ["—"]):
            return True  # «по казахстанской версии, 2,8 млрд, по турецкой – три»
        if before[-1:] == ["по"] and not _BY_ITS.isdisjoint(after[:1]):
            return True
    return False


_RULES = Rules(
    [_counted_in, _by_data_of, announced_by, told_by_minister, _counted_by, _counted_too]
)
