"""Where: the sub-national region that a figure is about."""

from __future__ import annotations

from functools import cache

from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.place.partner_way import held_there
from kzcoop.claims.place.venue import EVENTS, is_site, is_venue, lead_of, tells_of_it
from kzcoop.claims.place.voice import is_folk_beside, of_voice
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import entries
from kzcoop.mentions.place import Place
from kzcoop.mentions.place_region import oblast_of_word

# «секретарь парткома СУАР» names an office; what is said there need not be about the region
_OFFICES = (
    "администраци", "аким", "властей", "власти", "глав", "губернатор", "делегаци", "министр",
    "минсельхоз", "партком", "посол", "правительств", "председател", "представител", "секретар",
)  # fmt: skip
_LISTS = frozenset({":", "(", "«"})  # after these a region is of one item
# whose regions, or nobody's that the tables know
_WHOSE = ((HOME,), ("RUS",), ())
_JOINED = ([","], ["и"])
_INTO = frozenset({"в", "во", "на", "с", "со"})
_POSTS = Stems(
    "кпп", "пост", "пункт", but=("постав", "постан", "постеп", "постоя", "постро", "поступ")
)
_BESIDE = 2  # tokens from a post to where it lies
_COUNTRIES = Stems("государств", "стран")
_BOTH = frozenset("двумя двух между наших нашими обеих".split())
_DEALS = Stems("документ", "контракт", "меморандум", "соглашен")
_AKIM = Stems("аким")
_WITH = _INTO | {"из"}
_FOLK = Stems(
    "аграри", "власти", "компани", "мукомол", "предприниматели", "предприяти", "фермер",
    "хозяйств", "чиновник", "экспортер",
)  # fmt: skip
_TOWN = ("к", "нь", "уфу", "ру")  # «в Омск», «в Казань», «в Уфу», «в Самару»
# «в области», «его региона»
_THERE = Stems("крае", "края", "област", "регион", "регионе", "региона")


def subject_region(
    sentence: Sentence, at_home: bool = False, recent: str | None = None
) -> str | None:
    """A region that the sentences after may be about («аким Туркестанской области отчитался»).

    ``at_home`` tells that an oblast of Kazakhstan reports, whose partners no sentence is about;
    ``recent`` is the region that the paragraph spoke of before.
    """
    low = sentence.low
    if sentence.begins(_FOLK) and (home := _home_folk(sentence)) is not None:
        return home  # «Павлодарские чиновники смотрят на границу со своей стороны»
    for place in sentence.places:
        if place.kind != "region":
            continue
        if place.codes not in _WHOSE and not _opens_on_it(sentence, place):
            continue
        if at_home and place.codes != (HOME,):
            continue
        if held_there(sentence, place) or is_venue(sentence, place):
            continue  # «в справке к заседанию комиссии в Челябинске»
        if recent is not None and country_of(recent) == HOME and _is_partner(sentence, place):
            continue  # «С Алтайским краем область наторговала на …»
        if of_voice(sentence, place) or is_folk_beside(sentence, place):
            continue  # «рассуждает шымкентский экономист», «доля челябинцев»
        if not at_home and is_site(sentence, place):
            continue  # «ветровую станцию на 1000 МВт в Жамбылской области оценили в …»
        if _of_post(sentence, place) or _is_town_reached(sentence, place):
            continue  # «Жана жол» (граничит с Курганской областью)», «В Челябинск идёт руда»
        numbered = sentence.mentions.tokens.kind[min(place.last + 1, sentence.last - 1)] == "n"
        after = [] if numbered else low[place.last : place.last + 1]  # «оборота ЗКО – 640 млн»
        beside = (sentence.word_before(place.first), *after)
        if not {"–", "—", "-"} & set(beside):  # «нефтепровод Атырау – Самара» is a way
            return place.name
    return None


def _opens_on_it(sentence: Sentence, place: Place) -> bool:
    """«Провинция Шэньси увеличила экспорт», «У Гомельской области оборот больше»: whose it is."""
    led = sentence.word_before(place.first)
    if sentence.begins(_POSTS):
        return False  # «Каракалпакстан строится, на пост «Даут-Ота» нужно 85 млрд сумов»
    if place.first - sentence.first <= 1:
        return led in ("", "у") or led.startswith("провинц")
    # «За 2025 год Ташкентская область увеличила вывоз»
    return (
        sentence.low[place.last - 1] == "область" and tense(sentence.word_at(place.last)) == "past"
    )


def _home_folk(sentence: Sentence) -> str | None:
    """The oblast of Kazakhstan whose officials or traders open a sentence, by its town."""
    first, low = sentence.first, sentence.low
    for at in range(first, min(first + 2, sentence.last - 1)):
        if low[at + 1].startswith(_FOLK):
            return oblast_of_word(low[at])
    return None


def _is_partner(sentence: Sentence, place: Place) -> bool:
    """«на Алтайский край пришлось 118 млн»: a region abroad that another trades with."""
    if place.codes == (HOME,):
        return False
    return lead_of(sentence, place) in _WITH or sentence.word_before(place.first).startswith(
        _OFFICES
    )


def is_partners_region(one: Draft) -> bool:
    """Whether the region of a figure is one abroad with which an oblast trades."""
    return any(
        place.kind == "region" and place.name == one.region and _is_partner(one.sentence, place)
        for place in one.sentence.places
    )


def _is_town_reached(sentence: Sentence, place: Place) -> bool:
    """«В Челябинск идёт руда»: a town where goods go, by which the tables know the region."""
    if place.codes == (HOME,) or place.last - place.first > 1:
        return False
    return lead_of(sentence, place) in _INTO and sentence.low[place.first].endswith(_TOWN)


@cache
def country_of(region: str) -> str | None:
    """The country of a region by its name, where a table has it."""
    return next((entry.kind for entry, _ in entries("regions") if entry.value == region), None)


def region_of(one: Draft, recent: str | None) -> str | None:
    """The sub-national region that a figure is about, or None.

    ``recent`` is the region of which the paragraph spoke before, or to which it pointed («в
    области», «его региона»); None where it did neither.
    """
    sentence, low = one.sentence, one.sentence.low
    best: tuple[float, Place] | None = None
    regions = [p for p in sentence.places if p.kind == "region"] if sentence.places else []
    if regions:
        regions = [p for p in regions if not is_folk_beside(sentence, p)]
    for place in regions:
        if is_venue(sentence, place) or _is_of_post_abroad(sentence, place):
            continue
        if of_voice(sentence, place):
            continue
        before_it = place.first < one.at
        divided = sentence.between(place.first, one.at)
        if before_it and divided and is_site(sentence, place) and tells_of_it(one, place):
            continue  # «станция в Жамбылской области стоит 1,4 млрд, дата-центр – ещё два»
        if not before_it and (divided > 0 or _LISTS & set(low[one.last : place.first])):
            continue  # «три поста: «Жана жол» (граничит с Курганской областью) …»
        office = any(
            word.startswith(_OFFICES)
            for word in low[max(sentence.first, place.first - 2) : place.first]
        )
        if office and place.codes != (HOME,) and divided:
            continue
        gap = one.at - place.last if before_it else place.first - one.last
        cost = 0.3 * max(gap, 0) + 2.0 * divided + (0 if before_it else 1.0)
        if gap == 1 and not before_it and sentence.word_before(place.first) in ("в", "на", "по"):
            cost = 0.0  # «три поста в Костанайской области и один в Актюбинской»
        if best is None or cost < best[0]:
            best = (cost, place)
    if best is not None and best[0] < 16:
        ours = recent is not None and one.reporter == HOME == country_of(recent)
        if ours and _is_partner(sentence, best[1]):
            one.note("region of the text before, beside one abroad")
            return recent  # «С Алтайским краем область наторговала на 380 млн»
        return None if _of_several(sentence, best[1]) else best[1].name
    if recent is None or _of_another(one, recent) or of_both(one):
        return None
    if any(
        place.name != recent or (place.codes == (HOME,) and _is_told_after(one, place))
        for place in regions
    ):
        return None  # «товарооборот стран – 2 млрд, на одну Костанайскую область пришлось 8%»
    one.note("region of the text before")
    return recent


def _is_of_post_abroad(sentence: Sentence, place: Place) -> bool:
    """«через «Хоргос» в Синьцзяне вывезли»: tells where a post lies."""
    return place.codes != (HOME,) and any(
        0 <= place.first - post.last <= _BESIDE for post in sentence.posts
    )


def _is_told_after(one: Draft, place: Place) -> bool:
    """Whether a region stands after a figure, and not as whose governor said it."""
    office = one.sentence.word_before(place.first).startswith(_OFFICES)
    return place.first > one.at and not office


def of_both(one: Draft) -> bool:
    """Whether a figure is of two countries, whatever region is near.

    «на форуме подписано девять документов», «оборот двух стран»
    """
    noun, sentence = one.quantity.noun, one.sentence
    deals = noun is not None and noun.id == "agreement"
    deals = deals or (one.kind == "money" and one.indicator == "other" and sentence.begins(_DEALS))
    if deals and sentence.begins(EVENTS):
        return not sentence.begins(_AKIM)
    return sentence.begins(_COUNTRIES) and any(
        sentence.low[i].startswith(_COUNTRIES) and sentence.low[i - 1] in _BOTH
        for i in range(sentence.first + 1, sentence.last)
    )


def _of_another(one: Draft, region: str) -> bool:
    """«В Сиань отправили 12 тысяч тонн» after «В Челябинск …»: a region of no side of it."""
    country = country_of(region)
    return country not in (None, HOME, one.reporter, *one.partner)


def _of_post(sentence: Sentence, place: Place) -> bool:
    """Whether a region stands in brackets after a post."""
    return any(
        0 < place.first - post.last <= 4 and "(" in sentence.low[post.last : place.first]
        for post in sentence.posts
    )


def _of_several(sentence: Sentence, place: Place) -> bool:
    """Whether a region ends or opens a list of regions: «Абайская, Улытауская и Атырауская»."""
    low = sentence.low
    return any(
        other.kind == "region"
        and other.name != place.name
        and (low[other.last : place.first] in _JOINED or low[place.last : other.first] in _JOINED)
        for other in sentence.places
    )


def points_there(sentence: Sentence) -> bool:
    """Whether a sentence points to a region named before: «в области», «его региона»."""
    return sentence.begins(_THERE)
