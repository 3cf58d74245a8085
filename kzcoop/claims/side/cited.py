"""Figures of the statistics that a text cites: the other country's trade with Kazakhstan, or none.

«Белстат оценил оборот с Казахстаном в 900 млн, Астана – в 880»    its own, then Kazakhstan's
«Турция поставила в Казахстан товаров на 1,7 млрд, следует …»      its export
«Узбекский комитет опубликовал … С Китаем – 13 млрд»               no claim

Whose statistics they are says ``data_owner``.
"""

from __future__ import annotations

from kzcoop.claims.claim import OTHER_SIDE, SIDES, TRADE
from kzcoop.claims.flow.whose_goods import WHOSE_GOODS
from kzcoop.claims.partner.beside import away
from kzcoop.claims.place.bloc import FELLOW
from kzcoop.claims.place.partner_place import HOME, PREPOSITIONS, is_subject, led_by
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.side.our_data import by_our_data
from kzcoop.claims.topic.counters import IN_CAPITAL
from kzcoop.claims.topic.data_owner import BODIES
from kzcoop.claims.topic.topic import Topic
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

CITED = "the other country's statistics, cited before"
_COUNTED = ("насчит", "оцен", "подсчит", "посчит", "учл")  # «агентство … Оборот оно оценило в»
_SOURCES = Stems("данны", "подсчет", "сведени")
_BY = ("данны", "подсчет", "сведени")
_SEMICOLON = Words(";")
_AND_YET = Words("а", "но", "однако", "причем", "тогда", "хотя")
_SAID = Words("словам")  # «по словам министра»
_HEADS = frozenset("– — - ( :".split())
# «Казахстан стоит третьим», of the other's partners
_STANDS = (
    "вошел", "втор", "замкн", "замыка", "занима", "занял", "идет", "оказал", "оста", "след", "сто",
    "трет",
)  # fmt: skip
# «импорт из Франции», «экспорт во Францию» are ours; «экспорт из области» is its own
_OUR_WAY = {"из": ("ввоз", "импорт"), "в": ("вывоз", "экспорт"), "во": ("вывоз", "экспорт")}
_GOODS = 6  # tokens from «экспорт» to where goods go: «экспорт томатов из Казахстана в»
_NOWHERE = 99.0  # farther than any place stands from a figure
# «Турция поставила в Казахстан» is read as an import, «купила у нас» as an export: of Kazakhstan
_SALES = ("вывез", "отгруж", "отгруз", "отправ", "постав", "прода", "реализ")
_PURCHASES = ("закуп", "купи", "куплен", "покупа", "покупк", "приобр")


def turn_cited(one: Draft, topic: Topic) -> None:
    """Turn a figure round where the text cites the other country's statistics."""
    if topic.data is None or topic.data_viewed or one.indicator not in TRADE:
        return
    if not one.partner and one.sentence.homes and _office_counts(one, topic.data):
        one.partner = (topic.data,)  # «Белстат оценил оборот с Казахстаном в 900 млн»
    cited = one.partner == (topic.data,) and one.status in ("actual", "planned")
    if not cited or one.reporter != HOME or by_our_data(one) or _own(one, topic):
        return
    one.reporter, one.partner = one.partner[0], (HOME,)
    one.note(CITED)
    turn_flow(one)


def turn_flow(one: Draft) -> None:
    """«Турция поставила в Казахстан» is read as an import, as of Kazakhstan: its export."""
    word = one.candidates[0].word if one.candidates else ""
    if word.startswith("покупател"):
        return
    if word == WHOSE_GOODS or word.startswith(_SALES if one.indicator == "import" else _PURCHASES):
        one.indicator = OTHER_SIDE.get(one.indicator or "", one.indicator)


def _office_counts(one: Draft, code: str) -> bool:
    """Whether the country's office of statistics is named before a figure."""
    return any(
        cue.entry.kind == "mirror" and cue.entry.value == code and cue.first < one.at
        for cue in one.sentence.cues
    )


def of_third_there(one: Draft, topic: Topic) -> bool:
    """«Узбекский комитет опубликовал … С Казахстаном – 4 млрд, с Китаем – 13»: with China.

    Told in a paragraph that opens with its statistics, or past a lead that cites them, and not
    from this side. A row «Казахстан – 4 млрд» of the same list is its trade with Kazakhstan.
    """
    if topic.data is None or one.indicator not in TRADE or one.reporter != HOME:
        return False
    return _is_of_third(one, topic, topic.data)


def _is_of_third(one: Draft, topic: Topic, data: str) -> bool:
    sentence = one.sentence
    cited = sentence.mentions.tokens.paragraph[max(topic.data_at, 0)]
    if not (topic.data_opens and (topic.data_lead or cited == topic.paragraph)):
        return False
    if topic.data_at != sentence.number and sentence.begins(_SOURCES):
        return False  # «По сведениям Грузстата, …»
    homes = [p for p in sentence.homes if p.kind == "country"]
    rows = [p for p in homes if _is_row(sentence, p)]
    if by_our_data(one) or any(p not in rows and is_subject(sentence, p) for p in homes):
        return False
    third = [p for p in sentence.abroad if data not in p.codes]
    if homes and (third or rows):
        near = min((away(one, p) for p in third), default=_NOWHERE)
        if min(away(one, p) for p in homes) < near:
            one.reporter, one.partner = data, (HOME,)
            return False
    if FELLOW in one.partner and len(one.partner) > 1:
        # «на пять стран Центральной Азии пришлось 58 млрд юаней»: Kazakhstan is one of them
        one.reporter, one.partner = data, tuple(sorted({*one.partner, HOME} - {data}))
        return False
    return bool(one.partner) and {HOME, data}.isdisjoint(one.partner)


def _before_source(one: Draft) -> bool:
    """«вырос на 17%; оборот, по данным рижской таможни, …»: told before who counts is named.

    Also «Общая сумма – 490 млн, причём азербайджанская статистика показывает 530».
    """
    sentence, low = one.sentence, one.sentence.low
    cited = [i for i in range(sentence.first, sentence.last) if low[i].startswith((*BODIES, *_BY))]
    if not cited or cited[0] < one.last:
        return False
    if sentence.holds(_SEMICOLON) and ";" in low[one.last : cited[0]]:
        return True
    return sentence.holds(_AND_YET) and any(
        low[i] in _AND_YET and any(q.first > cited[0] for q in sentence.quantities)
        for i in range(one.last, cited[0])
    )


def _is_row(sentence: Sentence, place: Place) -> bool:
    """«Казахстан – 4 млрд», «Казахстан (4 млрд)», «Казахстан стоит третьим»: one of a list."""
    if sentence.word_at(place.last).startswith(_STANDS):
        return True
    return sentence.word_at(place.last) in _HEADS and any(
        q.lead == place.last + 1 for q in sentence.quantities
    )


def _own(one: Draft, topic: Topic) -> bool:
    """Whether a figure is no more of the statistics cited before.

    Somebody says it of his own, or it is told from this side: «Казахстан ввёз на 45% больше».
    """
    sentence = one.sentence
    if topic.data_at == sentence.number and _before_source(one):
        return True
    if (
        not sentence.places
        and topic.sides == (HOME, (topic.data,))
        and topic.sides_sentence == sentence.number - 1
        and topic.told.claim == one.indicator
    ):
        return True  # «Экспорт томатов в Россию упал вдвое. Экспорт лука сократился на треть»
    if topic.data_at == sentence.number and any(
        topic.data in p.codes and p.first > one.at and sentence.word_at(p.last) in IN_CAPITAL
        for p in sentence.abroad
    ):
        return True  # «Экспорт в Афганистан достиг 700 млн, в Кабуле насчитали 640»
    if one.indicator in SIDES and any(
        topic.data in p.codes and _goes_our_way(sentence, p)
        for p in sentence.abroad
        if p.first < one.at
    ):
        return True  # «Импорт из Франции прибавил 14%»: told from this side
    ours = [
        p
        for p in sentence.homes
        if p.first < one.at and not (_is_row(sentence, p) or _joined(sentence, p, topic.data))
    ]
    theirs = [
        p.first
        for p in sentence.abroad
        if topic.data in p.codes and p.first < one.at and led_by(sentence, p) not in PREPOSITIONS
    ]
    if any(is_subject(sentence, p) and p.first > max(theirs, default=-1) for p in ours):
        return True  # but not «Казахстан оценивает оборот в 560 млн, Вьетнам видит только 400»
    return topic.data_at != sentence.number and (
        sentence.holds(_SAID)
        or any(
            hit.entry.kind == "say" and not sentence.low[hit.first].startswith(_COUNTED)
            for hit in sentence.rows("speech")
        )
    )


def _goes_our_way(sentence: Sentence, place: Place) -> bool:
    """«импорт из Франции», «казахстанский экспорт зерна в Китай»."""
    flows = _OUR_WAY.get(sentence.low[place.first - 1])
    if flows is None:
        return False
    if sentence.low[place.first - 2].startswith(flows):
        return True
    if flows is _OUR_WAY["из"]:
        return False
    led = sentence.low[max(sentence.first, place.first - _GOODS) : place.first - 1]
    return any(word.startswith(flows) for word in led) and "," not in led


def _joined(sentence: Sentence, home: Place, code: str | None) -> bool:
    """«Узбекистан и Казахстан наторговали на …», as the first one's office counted."""
    low = sentence.low
    return any(
        code in p.codes
        and (
            (p.last + 1 == home.first and low[p.last] == "и")
            or (home.last + 1 == p.first and low[home.last] == "и")
        )
        for p in sentence.abroad
    )
