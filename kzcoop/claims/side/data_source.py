"""By whose statistics a figure is told, where two sides or the other country count it.

«по данным китайской таможни», «турецкая статистика показывает»   the other country's
«индийское министерство торговли насчитало 785 млн»               an office of it that counts
«по российским данным, до 500, по казахстанским – 200–250»        Kazakhstan's, the second

Whose statistics a whole text goes on with says ``data_owner``.
"""

from __future__ import annotations

from kzcoop.claims.claim import TRADE
from kzcoop.claims.place.partner_place import is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.topic.data_owner import IN_CAPITAL
from kzcoop.language.stems import Stems, Words, either

OURS = Stems("казахстанск", "отечественн")
_WITH = frozenset({"из", "с", "со"})
DASHES = frozenset("–—-")
_COUNTED_IN = Words(*IN_CAPITAL)
COUNTS = Stems(
    "видит", "дает", "записал", "зафиксир", "написал", "насчита", "отразил", "оценивает", "оценил",
    "показыва", "признае", "признал", "приводит", "публикует", "учел", "учитыва", "учла", "учли",
    "фиксир",
)  # fmt: skip
_DATA = Stems(
    "версии", "данным", "отчетност", "подсчетам", "оценке", "расчетам", "сведениям", "статистик"
)
# whose figures «по данным узбекского …» are
OFFICES = (
    "бюро", "ведомств", "комитет", "мин", "нацстат", "палат", "статист", "стороны", "таможен",
    "таможн",
)  # fmt: skip
# «отчиталась о вывозе на 1,1 млрд»
ANNOUNCES = Stems("заявил", "отрапортовал", "отчита", "показал", "рапортовал", "сообщал", "сообщил")
_SIDES = ("источник", "сторон", "столиц", *OFFICES)
_ANNOUNCED = 5  # tokens of «о резком росте вывоза»
_MINISTER = ("глава", "министр", "премьер", "посол")  # in the nominative
_MINISTERS = Stems(*_MINISTER)
_TOO = either(ANNOUNCES, COUNTS, Words("дают"))
_CITED = either(
    _DATA, _TOO, _COUNTED_IN, ANNOUNCES, _MINISTERS
)  # of which each way to cite has one, or a cue of a mirror
_REPORTS = ("отчетност", "статистик")  # «в отчётности Пекина», «в китайской отчётности»
# of those, after «по»
_BY = frozenset({"версии", "данным", "подсчетам", "оценке", "расчетам", "сведениям"})
_BY_ITS = frozenset({"данным", "подсчетам", "сведениям"})  # «по узбекским данным»
# what sets a sentence against the one before
_YET = frozenset({"а", "впрочем", "зато", "но", "однако"})
_GIVES = (
    "виде", "говорил", "заявил", "заявлял", "называл", "назвал", "насчит", "отчит", "оцен",
    "привел", "приводил", "рапорт", "отрапорт", "утвержда",
)  # fmt: skip
_OFFICE = 5  # tokens of «по данным таможенной службы Китая»
_REPORTED = Stems("отчетност")
_FLOWS = ("ввоз", "вывоз", "закупк", "импорт", "отгрузк", "поставк", "экспорт")
_TOLD = 7  # tokens from «сторона» to «о», past what is put in
_NAME = 3  # tokens of «таможенный комитет республики», before or after whose it is


def by_its_data(one: Draft, code: str) -> bool:
    """Return whether statistics of the other side are named, as a whole or as a country's."""
    sentence = one.sentence
    if not (sentence.begins(_CITED) or sentence.has("mirror")):
        return False
    mirrored = sentence.has("mirror") and any(
        cue.entry.kind == "mirror"
        and cue.entry.value in ("mirror", code)
        and not _bracketed_off(one, cue.first)
        and not _of_next(one, cue.first)
        for cue in sentence.cues
    )
    if sentence.holds(_COUNTED_IN) and _counted_in(one, code):
        return True
    if mirrored or (sentence.begins(_DATA) and _by_data_of(one, code)):
        return True
    if sentence.begins(ANNOUNCES) and _announced_by(one, code):
        return True
    if sentence.begins(_MINISTERS) and _told_by_minister(one, code):
        return True
    if sentence.begins(COUNTS) and _counted_by(one, code):
        return True
    return sentence.begins(_TOO) and _counted_too(one, code)


def _counted_too(one: Draft, code: str) -> bool:
    """«казахстанская сторона насчитала 2,8 млрд долларов, немецкая – 9,4 млрд евро»: the other."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(OURS):
        return False
    first = next((i for i in sentence.where(OURS) if low[i + 1].startswith(_SIDES)), one.at)
    return any(
        place.kind == "adjective"
        and code in place.codes
        and first < place.first
        and (
            (low[place.last] in DASHES and place.last + 1 == one.quantity.lead)
            # «…, швейцарская признала у себя только 60»
            or (low[place.last].startswith(COUNTS) and low[place.first - 1] in (",", "а", ";"))
        )
        and any(
            low[i].startswith(COUNTS) or low[i].startswith(ANNOUNCES) or low[i] == "дают"
            for i in range(first, place.first)
        )
        for place in sentence.abroad
    )


def _told_by_minister(one: Draft, code: str) -> bool:
    """«Но министр экономики Латвии видел у себя 318 млн», «Однако словацкий министр называл …».

    Set against what was told before, a figure of a minister abroad is his country's.
    """
    sentence, low = one.sentence, one.sentence.low
    own = any(low[i : i + 2] == ["у", "себя"] for i in range(sentence.first, one.at))
    if not (own or low[sentence.first] in _YET or _after_a_sum(one)):
        return False
    for place in sentence.abroad:
        if code not in place.codes or place.first > one.at:
            continue
        led = low[max(sentence.first, place.first - _NAME) : place.first]
        minister = any(word.endswith(_MINISTER) for word in led) and led[-1] not in _WITH
        if place.kind == "adjective":  # «словацкий министр», «министр финансов венгров»
            minister = minister or any(
                word.endswith(_MINISTER) for word in low[place.last : place.last + _NAME]
            )
        if minister and any(word.startswith(_GIVES) for word in low[place.last : one.at]):
            return not any(p.first < one.at for p in sentence.homes)
    return False


def _after_a_sum(one: Draft) -> bool:
    """«Токаев оценил оборот в 200 млн. Министр финансов Венгрии рапортовал о 465»: another sum.

    The sentence before, in the paragraph, tells a sum of the same trade.
    """
    sentence, mentions = one.sentence, one.sentence.mentions
    if one.indicator not in TRADE or not sentence.number:
        return False
    tokens = mentions.tokens
    if tokens.paragraph[sentence.number - 1] != tokens.paragraph[sentence.number]:
        return False
    first, last = tokens.bounds[sentence.number - 1]
    return any(first <= q.first < last and q.kind == "money" for q in mentions.quantities)


def _announced_by(one: Draft, code: str) -> bool:
    """«турецкая сторона рапортовала о вывозе на 1,1 млрд», «Анкара отчиталась о ввозе …»: its flow.

    Not «Турция сообщила о казахстанском экспорте», and no minister who speaks for a country.
    """
    sentence, low = one.sentence, one.sentence.low
    for place in sentence.abroad:
        if code not in place.codes or place.last > one.at:
            continue
        at = place.last
        if place.kind == "adjective":
            if not low[at].startswith(_SIDES) or low[at].startswith("минист"):
                continue
            at += 1
        elif place.kind != "country" or not is_subject(sentence, place):
            continue
        elif low[at] in DASHES and at + 1 == one.quantity.lead and sentence.homes:
            # «Казахстан показал 870 млн импорта из Турции, Турция – 1,1 млрд экспорта»
            return low[one.last].startswith(_FLOWS) and sentence.homes[0].first < place.first
        verb = next((i for i in range(at, min(at + _TOLD, one.at)) if low[i] in ("о", "об")), None)
        if verb is None or not low[verb - 1].startswith(ANNOUNCES):
            continue
        words = low[verb + 1 : verb + 1 + _ANNOUNCED]
        flow = next((i for i, word in enumerate(words) if word.startswith(_FLOWS)), None)
        if flow is not None and not any(word.startswith(OURS) for word in words[:flow]):
            return not sentence.between(verb, one.at)
    return False


def _counted_in(one: Draft, code: str) -> bool:
    """«в Тегеране насчитали 600», «В Астане оценивают в 340 млн, в Тегеране – в 500»."""
    sentence, low = one.sentence, one.sentence.low
    before = [p for p in sentence.places if p.first < one.at]
    if not before or code not in before[-1].codes:
        return False
    place = before[-1]
    if sentence.word_before(place.first) not in ("в", "во"):
        return False
    after = sentence.word_at(place.last)
    counted = after in _COUNTED_IN
    again = after in DASHES and any(
        low[i] in _COUNTED_IN for i in range(sentence.first, place.first)
    )
    return counted or again


def _counted_by(one: Draft, code: str) -> bool:
    """«индийское министерство торговли насчитало 785 млн», «бакинские таможенники насчитали»."""
    sentence, low = one.sentence, one.sentence.low
    for place in sentence.places:
        if code not in place.codes or place.first > one.at:
            continue
        office = low[place.last : place.last + _NAME]
        if place.kind != "adjective":
            if low[place.first - 1] in _WITH:
                continue  # «Торговлю с Узбекистаном министр оценил в 4 млрд»: with whom
            office = low[max(sentence.first, place.first - _NAME) : place.first] + office
        if not any(word.startswith(OFFICES) for word in office):
            continue
        between = low[place.last : one.at]
        counted = any(word.startswith(COUNTS) for word in between)
        if counted and not any(word.startswith(OURS) for word in between):
            return True
    return False


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


def _by_data_of(one: Draft, code: str) -> bool:
    """«по данным китайской таможни», «по узбекским данным», «узбекская статистика»."""
    sentence, low = one.sentence, one.sentence.low
    for place in sentence.places:
        if code not in place.codes or place.kind not in ("adjective", "country", "region"):
            continue
        if ";" in low[one.last : place.first]:
            continue  # «вырос на 17%; оборот, по данным рижской таможни, …»
        before = low[max(sentence.first, place.first - _OFFICE) : place.first]
        after = low[place.last : place.last + 2]
        if (
            "по" in before
            and low[place.first - 1] != ","  # not «по расчётам портала, Корея дала 5%»
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
