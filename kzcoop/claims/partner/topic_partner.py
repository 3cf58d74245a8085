"""Which partner figures after a sentence may be of, or whether they are of all partners.

«с Китаем – 41 млрд … Экспорт вырос»                the partner told of
«Для сравнения: с Китаем – 41 млрд»                 no new one
«на Китай приходится 38%, на Узбекистан – 21%»      parts of the whole, which goes on
«катарская компания строит завод … Объём инвестиций – …»   whose firm it is
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.partner.chain import route
from kzcoop.claims.partner.possible import SENDER_NOTE
from kzcoop.claims.partner.whole import SCALE_NOTE
from kzcoop.claims.place.partner_place import (
    HOME,
    NEIGHBOURS,
    is_partner,
    is_people,
    is_subject,
    of_border,
    ranks_one,
)
from kzcoop.claims.place.partner_union import bloc_of
from kzcoop.claims.place.partner_way import WAYS, held_there, is_crossed
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.claims.topic.frame import divides, wholes
from kzcoop.claims.topic.topic import BULLETS, Topic
from kzcoop.language.stems import Stems
from kzcoop.mentions.place import Place

_OUTSIDE = frozenset({"ввп", "население", "экономика"})  # «ВВП Франции» names no partner
_IN_ALL = ["всего", "же"]
_COMPARED = ["для", "сравнения"]
# whose country what follows is of: «турецкая компания»
_FIRMS = ("инвестор", "компани", "консорциум", "концерн", "корпораци", "фирм", "холдинг")
_STRETCHES = ("отрез", "участк", "участок")
_OPENING = frozenset({"«", '"', "“"})
_FOREIGN = Stems("внешн")
_PUT_IN = ("бизнес", "вложени", "закупк", "инвестици", "капитал")
_FLOWN = (
    "импорт", "направлени", "показател", "поставк", "поток", "рынка", "рынок", "статистик", "товар",
    "цифр", "экспорт",
)  # fmt: skip
_SUBJECTS = (
    "аппетит", "баланс", "вектор", "глава", "деньги", "динамик", "закупщик", "импортер",
    "интерес", "истори", "картин", "направлен", "оптовик", "опыт", "переработчик", "покупател",
    "портрет", "портфел", "привыч", "пример", "раздел", "результат", "рынок", "случа", "спрос",
    "статистик", "сторон", "страниц", "строк", "строчк", "счет", "сюжет", "тема", "торгов",
    "цифр", "часть", "–", "—",
)  # fmt: skip
_SHORT = 3  # tokens after a people that a short sentence is about
_GIVEN = ("ам", "ям")  # the dative of a people
_OPENS_WITHIN = 4  # tokens of «Меняются и таджикские привычки»
_ROW = 4  # tokens of «– граница с Россией»
_PACTS = Stems("договор", "зон", "соглашен")
_SPEECH = frozenset('– — - « “ "'.split())
_PLACED = frozenset({"в", "во", "до", "из", "к", "на", "под", "через"})  # before where one goes
_FELLOW = "KGZ"  # in all blocs of which Kazakhstan is a member
_CROSSINGS = Stems("границ", "переход", "погран", "станци", "стык")
_LISTED = 3  # countries in one sentence without a figure


def remember_partner(
    sentence: Sentence, done: Sequence[Draft], flows: Sequence[Draft], topic: Topic
) -> None:
    """Keep the partner that figures after may be of, and whether they are of all partners."""
    if not (sentence.places or done):
        topic.total = False
        return
    abroad = sentence.abroad
    if abroad:
        topic.bloc = bloc_of(abroad) or topic.bloc
    if sentence.low[sentence.first : sentence.first + 2] == _COMPARED:
        return  # «Для сравнения: с Китаем – 41 млрд», and then on with the partner told of
    aside = sentence.low[sentence.first : sentence.first + 2] == _IN_ALL
    if flows and (aside or SCALE_NOTE in flows[0].trace) and not any(f.partner for f in flows):
        return  # «Всего же Казахстан вывез 34 млн тонн», beside what the partner took
    for one in done:
        if one.indicator == "freight" and _over_border(one):
            topic.hauled, topic.hauled_sentence = one.partner, sentence.number
        if one.indicator != "transit":
            continue
        same = all(o.partner == one.partner for o in done if o.indicator in WAYS)
        topic.passed, topic.passed_paragraph = one.partner if same else (), topic.paragraph
        if one.partner != topic.sender:
            topic.sender = one.partner if same and SENDER_NOTE in one.trace else ()
    if abroad:
        _remember_whose(sentence, topic)
    if done and sentence.low[sentence.first] in BULLETS:
        topic.rows |= _begins_with(sentence)
    if done:
        topic.wholes |= wholes(done)
        # «… Россия (2 млрд), Китай (1 млрд). Китайские инвестиции выросли на 11%»: still a part
        told = {one.partner for one in done}
        listed = topic.divided and told <= topic.listed
        if len(told) >= _LISTED:
            topic.listed = told
        if _keep_partner_of(sentence, done, topic):
            topic.total, topic.divided = False, listed or divides(sentence, done)
            return
    elif ranks_one(sentence):
        return
    named = _named_in(sentence, done, topic) if abroad else set()
    if abroad and not sentence.quantities and (way := route(sentence)):
        named = {way}  # «Маршрут из Китая через Казахстан и Узбекистан в Афганистан …»
    if len(named) == 1:
        topic.partner, topic.partner_paragraph = named.pop(), topic.paragraph
        topic.divided = False
    elif len(named) > _LISTED:
        topic.partner = ()  # a list of guests is no partner
    # «транзит – 2,1 млн тонн» tells nothing of the trade after it
    whole = any(one.indicator != "transit" for one in flows) and not named
    topic.total = whole or (not named and opens_whole(sentence))
    if topic.total and any("whole" in note for one in flows for note in one.trace):
        topic.partner = ()


def _over_border(one: Draft) -> bool:
    """«Через границу с КНР перевезли 9 млн тонн»: by a crossing of one neighbour."""
    crossed = one.sentence.posts or one.sentence.begins(_CROSSINGS)
    return bool(crossed) and len(one.partner) == 1 and one.partner[0] in NEIGHBOURS


def _begins_with(sentence: Sentence) -> set[tuple[str, ...]]:
    """The countries at the head of a row: «– граница с Россией»."""
    return {p.abroad for p in sentence.abroad if p.first - sentence.first <= _ROW}


def _named_in(sentence: Sentence, done: Sequence[Draft], topic: Topic) -> set[tuple[str, ...]]:
    """The partners that a sentence names for those after it; its firm and heading are kept."""
    told = [
        p for p in sentence.abroad
        if sentence.word_before(p.first) not in _OUTSIDE
        and not _is_stretch(sentence, p)
        and (done or not (is_crossed(sentence, p) or _our_bloc(sentence, p, topic)))
    ]  # fmt: skip
    if not done and topic.partner and _is_spoken(sentence):
        told = [p for p in told if sentence.word_before(p.first) not in _PLACED]
    named = {p.abroad for p in told if is_partner(sentence, p) or is_people(sentence, p)}
    named = named or {p.abroad for p in told if of_border(sentence, p)}
    named = named or {p.abroad for p in told if _is_region(sentence, p)}
    named = named or {p.abroad for p in told if _is_all(sentence, p)}
    if not done and sentence.low[sentence.last - 1] == ":":
        named = named or {p.abroad for p in told}  # «Что отправили российским заводам:»
        topic.headed = next(iter(named)) if len(named) == 1 else ()
    if not done and topic.titled and topic.partner and not sentence.indicators:
        # «Часть объёма перехватила Россия.», in a report on the trade with another
        acting = {p.abroad for p in told if p.kind == "country" and _only_acts(sentence, p)}
        named = named - acting
    named = named or {p.abroad for p in told if _of_flow(sentence, p)}
    if not (named or done):
        named = {p.abroad for p in told if _opens_on(sentence, p)}
    if not named:
        firms = {p.abroad for p in told if _of_firm(sentence, p)}
        if len(firms) == 1:
            topic.firm, topic.firm_paragraph = firms.pop(), topic.paragraph
    return named


def _is_spoken(sentence: Sentence) -> bool:
    """«– В Батуми скидку дают, в Баку нет», a driver says: where he went, and no new partner."""
    return sentence.low[sentence.first] in _SPEECH


def _our_bloc(sentence: Sentence, place: Place, topic: Topic) -> bool:
    """«Поможет соглашение о свободной торговле с ЕАЭС», of the partner that the report is on."""
    return (
        place.kind == "bloc"
        and _FELLOW in place.codes
        and topic.titled
        and (sentence.begins(_PACTS))
    )


def _remember_whose(sentence: Sentence, topic: Topic) -> None:
    """Keep the country named last, and the one whose goods are told of: «турецкие ткани»."""
    goods, whose = sentence.mentions.hits["commodities"], set()
    for place in sentence.abroad:
        if place.kind in ("adjective", "country"):
            # «Турецкие инвесторы … участием капитала этой страны»
            topic.named_last = place.abroad
            if place.kind == "adjective" and place.last in goods:
                whose.add(place.abroad)
    if len(whose) == 1:
        topic.goods_of, topic.goods_sentence = whose.pop(), sentence.number


def _keep_partner_of(sentence: Sentence, done: Sequence[Draft], topic: Topic) -> bool:
    """Keep the partner of the last figure of a sentence; whether its figures have any."""
    shares = {one.partner for one in done if one.measure == "share_pct" and one.partner}
    if len(shares) > 1:
        topic.partner = ()  # «на Китай приходится 38%, на Узбекистан – 21%»: of the whole
        return True
    corridors = sentence.corridors
    ways = {way.abroad for way in corridors if len(way.abroad) > 1} if corridors else set()
    ways |= {topic.way} if len(topic.way) > 1 else set()
    if all(one.indicator in WAYS for one in done):
        ways |= {p.abroad for p in sentence.abroad if _is_stretch(sentence, p)}
    partners = [
        (one.reporter,) if one.partner == (HOME,) else one.partner
        for one in done
        if one.partner and one.partner not in ways  # a way is no partner of what follows
    ]
    for told in partners:
        if told in topic.recent:
            topic.recent.remove(told)
        topic.recent.append(told)
    if topic.partner and partners and all(one.indicator == "transit" for one in done):
        return True  # «из России дальше на юг проследовало 10 млн тонн»: who sends what passes
    if len(set(partners)) > _LISTED - 1:
        topic.partner = ()  # «на российском участке – 30, на узбекском – 8, на китайском – 5»
    elif partners:
        topic.partner, topic.partner_paragraph = partners[-1], topic.paragraph
    return bool(partners)


def _only_acts(sentence: Sentence, place: Place) -> bool:
    """Whether a country is the subject after its verb: «перехватила Россия»."""
    before = sentence.word_before(place.first)
    return is_subject(sentence, place) and tense(before) == "past"


def _of_flow(sentence: Sentence, place: Place) -> bool:
    """«Российский поток почти иссяк.», «Японские инвестиции скромнее.»: whose flow is told of."""
    if place.kind != "adjective":
        return False
    after = sentence.word_at(place.last)
    if after.startswith((*_FLOWN, *_PUT_IN)):
        return True
    # «Британский – загадка.», where the noun is that of the paragraph before
    opens = place.first == sentence.first and after in ("–", "—", "же")
    return opens and sentence.low[place.last - 1].endswith(("ая", "ий", "ое"))


def _opens_on(sentence: Sentence, place: Place) -> bool:
    """«Японский счёт выглядит так.», «Меняются и таджикские привычки»: who is next."""
    paragraph, number = sentence.mentions.tokens.paragraph, sentence.number
    if number and paragraph[number - 1] == paragraph[number]:
        return False
    near = place.first - sentence.first < _OPENS_WITHIN
    if place.kind == "adjective" and near and "ск" not in sentence.low[place.first]:
        # «О канадцах спорят.», «Таджикам мука наскучила, им подавай пшеницу»: a people
        # «Японцев тоже не назовёшь случайными гостями»: it opens on them
        given = sentence.low[place.first].endswith(_GIVEN) or place.first == sentence.first
        given = given and len(sentence.abroad) == 1
        return given or sentence.last - place.last <= _SHORT
    return place.kind == "adjective" and near and sentence.word_at(place.last).startswith(_SUBJECTS)


def _is_region(sentence: Sentence, place: Place) -> bool:
    """«Отдельная строка – СУАР.»: a region abroad that what follows is with."""
    return place.kind == "region" and not held_there(sentence, place)


def _is_all(sentence: Sentence, place: Place) -> bool:
    """«Великобритания.»: a country that heads what follows, and nothing else."""
    ends = sentence.low[place.last : sentence.last] in ([], ["."], [":"])
    return place.kind == "country" and place.first == sentence.first and ends


def _is_stretch(sentence: Sentence, place: Place) -> bool:
    """«после обновления грузинского участка мощность линии …»: a part of a way."""
    after = sentence.word_at(place.last)
    return (
        place.kind == "adjective"
        and not sentence.posts  # «Капланбек» на узбекском участке
        and after.startswith(_STRETCHES)
        and "границ" not in (sentence.word_at(place.last + 1)[:6])
    )


def _of_firm(sentence: Sentence, place: Place) -> bool:
    """«катарская компания начала строительство», «российская «Бейкерс» запускает …»."""
    if place.kind != "adjective":
        return False
    after = sentence.word_at(place.last)
    return after.startswith(_FIRMS) or after in _OPENING


def opens_whole(sentence: Sentence) -> bool:
    """«Подвели итоги внешней торговли области за квартал.», with the whole to follow."""
    if not sentence.begins(_FOREIGN) or sentence.quantities or sentence.abroad:
        return False
    words = sentence.low[sentence.first : sentence.last]
    return any(
        word.startswith(_FOREIGN) and after.startswith("торгов") for word, after in pairwise(words)
    )
