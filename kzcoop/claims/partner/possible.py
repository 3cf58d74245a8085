"""Which places of a sentence can be the partner of a figure, before the nearest is taken.

«третье место после России», «выше только Китай»   none: they stand before in a ranking
«дорога Казахстан – Туркменистан – Иран»           none of trade: a way
«транзит китайских грузов в ЕС»                    who sends them, not where they go
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.partner.beside import of_next_sender
from kzcoop.claims.partner.bloc_of_figure import (
    is_bloc_of,
    is_joined_union,
    is_measure,
    is_put_into,
)
from kzcoop.claims.partner.flow import who_sends
from kzcoop.claims.partner.part import of_part
from kzcoop.claims.place.bloc import is_left_out
from kzcoop.claims.place.partner_place import HOME, is_included, is_subject
from kzcoop.claims.place.partner_way import WAYS, is_on_way
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

SENDER_NOTE = "who sends what passes through"
_DIRECTIONS = Stems("направлени")
_DASHES = Words("–", "—", "-")
_JOINED = (["–"], ["—"], ["-"])
_SEMICOLON = Words(";")
_REEXPORT = Stems("реэкспорт")
_PASSED = Stems("обогна", "обойд", "обошл", "опереди", "опережа", "потесни", "уступа", "уступив")
_ONWARD = frozenset({"в", "во", "государства", "к", "республики", "страны"})
_ABOVE = Words("впереди", "выше")
_FROM = Words("из")
_AFTER = Words("вслед", "после", "следом", "сразу")  # «сразу за Китаем»
_SPAN = Words("от", "до")
_OPENED = (",", "(", "–", "—")
_BUILT = frozenset({"investment", "jobs", "projects_count", "projects_value"})
_WAY_KINDS = frozenset({"corridor", "initiative"})
_FIRMS = ("инвестор", "компани", "концерн", "корпораци", "оператор", "фирм", "холдинг")
_CROSSING = frozenset({"export", "freight", "import", "transit"})
_THAT = Words("что")
_ALL_OF = frozenset({"всего", "всей", "того", "тому"})
_CARGO = ("груз", "контейнер", "продукц", "сырь", "товар", "транзит")
_CLOSE = 8  # tokens from «выше только» to the last of those
_RANKED = 14  # tokens from «после» to those who stand before in a ranking


def told_partners(one: Draft) -> list[Place]:
    """Return the countries and blocs of a figure's sentence that can be anybody's partner."""
    return [
        place for place in one.sentence.abroad if place.kind != "bloc" or is_bloc_of(one, place)
    ]


def in_reach(one: Draft, places: list[Place]) -> list[Place]:
    """Return the places of which a figure can tell, by where they stand in its sentence."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.begins(_REEXPORT):
        # «с учётом реэкспорта через Белоруссию»: what is sent goes on from there
        places = [
            p
            for p in places
            if sentence.word_before(p.first) != "через"
            or not low[max(sentence.first, p.first - 2)].startswith(_REEXPORT)
        ]
    places = [p for p in places if not (is_on_way(one, p) or of_next_sender(one, p))]
    if one.indicator == "other" and ":" in low[one.last : sentence.last]:
        # «его мощность – 10 млн тонн: Азербайджан расширяет порт, Грузия чинит перевал»
        colon = low.index(":", one.last)
        after = [p for p in places if p.first > colon]
        if len({p.abroad for p in after}) > 1:
            places = [p for p in places if p not in after]
    places = [p for p in places if p.kind != "country" or not is_left_out(sentence, p)]
    if sentence.holds(_THAT):
        places = [p for p in places if not _in_comparison(one, p)]
    if sentence.begins(_PASSED):
        places = [p for p in places if not _passed(sentence, p)]
    if sentence.holds(_ABOVE):
        places = [p for p in places if not _stands_above(sentence, p)]
    if sentence.holds(_SEMICOLON):
        # «достиг 1,3 млн тонн; 70 процентов составляет транзит в направлении Ирана»
        places = [
            p
            for p in places
            if p.kind == "adjective" or ";" not in low[one.last : p.first] or of_part(one, p)
        ]
    return places


def _in_comparison(one: Draft, place: Place) -> bool:
    """«41 тыс. тонн – половину того, что провинция продала в Среднюю Азию»: of the whole."""
    low = one.sentence.low
    between = range(one.last + 1, place.first)
    return any(low[i] == "что" and low[i - 1] == "," and low[i - 2] in _ALL_OF for i in between)


def fitting(one: Draft, places: list[Place]) -> list[Place]:
    """Return the places that can be the partner of what a figure is about."""
    sentence = one.sentence
    if one.indicator == "checkpoints_count":
        places = [p for p in places if p.first < one.at or not is_included(sentence, p)]
        if _at_home(one):
            # «пять постов – на границе с Казахстаном, ещё 14 – с Монголией»
            places = [
                p for p in places if not sentence.between(p.first, one.at) or p.first < one.at
            ]
    if sentence.holds(_AFTER) and (
        one.kind == "rank" or any(q.kind == "ordinal" for q in sentence.quantities)
    ):
        places = [p for p in places if not _outranks(one, p)]
    if one.kind == "rank" and len(places) > 1:
        # «Чехия – третий инвестор в Европе и девятый в ЕС»: among whom is no partner
        places = [p for p in places if p.kind != "bloc"] or places
    if len(places) > 1 and sentence.homes:
        places = who_sends(one, places)
    if one.indicator in _CROSSING and len(places) > 1 and sentence.posts:
        # «из Пакистана через Хоргос в Казахстан доставили 6 тыс. тонн»: of where it comes from
        sent = [p for p in places if p.kind == "country" and sentence.word_before(p.first) == "из"]
        places = [p for p in places if p.kind != "checkpoint"] if sent else places
    if one.measure in ("count", "share_pct"):
        places = [p for p in places if not is_measure(sentence, p, places)]
    if (one.indicator in _BUILT and any(p.kind != "checkpoint" for p in places)) or (
        one.indicator == "other" and any(_is_firm(sentence, p) for p in places)
    ):
        # «на станции Болашак российский инвестор строит терминал за 18 млрд тенге; его мощность …»
        places = [p for p in places if p.kind != "checkpoint"]
    if one.indicator not in WAYS:
        # «на дороге Казахстан – Туркменистан – Иран»: a way is no partner of trade
        places = [p for p in places if p.kind not in _WAY_KINDS]
    if one.indicator == "investment" and len(places) > 1:
        # «из американских вложений в Среднюю Азию доля Казахстана – 60%»: of who invests
        places = [p for p in places if not is_put_into(sentence, p)] or places
    if len(places) > 1:
        places = [p for p in places if not is_joined_union(sentence, p, places)]
    if len(places) > 1 and sentence.holds(_SPAN):
        places = [p for p in places if not _names_span(sentence, p, places)]
    if len(places) > 1 and sentence.begins(_DIRECTIONS) and sentence.holds(_DASHES):
        # «в афганском направлении по линии Казахстан – Туркменистан – Афганистан»
        led = [p for p in places if sentence.word_at(p.last).startswith("направлени")]
        way = [p for p in places if _is_on_line(sentence, p)]
        places = [p for p in places if p not in way] if led and way else places
    if one.indicator in WAYS and len(places) > 1 and sentence.holds(_FROM):
        # «транзит из РФ к центральноазиатским соседям вырос»: of who sends it
        sent = [p for p in places if p.kind == "country" and sentence.word_before(p.first) == "из"]
        gone = [p for p in places if len(p.abroad) > 1 and sentence.word_before(p.first) in _ONWARD]
        places = [p for p in places if p not in gone] if sent else places
    if one.indicator == "transit":
        # «транзит китайских грузов в ЕС»: of who sends them
        senders = [p for p in places if p.kind == "adjective" and _of_goods(sentence, p)]
        # «россияне отправили в Среднюю Азию 30 млн тонн»
        acting = [
            p
            for p in places
            if p.first < one.at
            and is_subject(sentence, p)
            and not sentence.between(p.first, one.at)
        ]
        if not senders and len(places) > len(acting) == 1:
            senders = acting
        if senders:
            one.note(SENDER_NOTE)
            return senders
    return places


def _is_firm(sentence: Sentence, place: Place) -> bool:
    """«эмиратская компания», as the subject of a sentence."""
    return place.kind == "adjective" and sentence.word_at(place.last).startswith(_FIRMS)


def _names_span(sentence: Sentence, place: Place, places: Sequence[Place]) -> bool:
    """«со странами ЕС, от Португалии до Финляндии»: two of a bloc, named for all of it."""
    low = sentence.low
    if place.kind != "country" or low[place.first - 1] not in _SPAN:
        return False
    led = (i for i in range(place.first - 1, sentence.first, -1) if low[i] == "от")
    start = next(led, sentence.first)
    return low[start - 1] in _OPENED and any(
        other.kind == "bloc" and 0 < start - other.last <= _CLOSE for other in places
    )


def _is_on_line(sentence: Sentence, place: Place) -> bool:
    """«Казахстан – Туркменистан – Афганистан»: one of those that dashes join to the next."""
    low = sentence.low
    return place.kind in ("corridor", "country") and any(
        other is not place
        and other.kind in ("corridor", "country")
        and (low[place.last : other.first] in _JOINED or low[other.last : place.first] in _JOINED)
        for other in sentence.places
    )


def _stands_above(sentence: Sentence, place: Place) -> bool:
    """«это третий результат, выше только Китай и Россия»: none of those the figure is with."""
    low = sentence.low
    return any(
        low[i] in _ABOVE and low[i + 1] in ("лишь", "только")
        for i in range(max(sentence.first, place.first - _CLOSE), place.first)
    )


def _passed(sentence: Sentence, place: Place) -> bool:
    """«торговля с Китаем …, опередив российскую»: none of those the figure is with."""
    start = max(sentence.first, place.first - _CLOSE)
    return any(sentence.low[i].startswith(_PASSED) for i in range(start, place.first))


def _outranks(one: Draft, place: Place) -> bool:
    """«занял после России и Японии третье место», «третий после России»: who stands before.

    So they do for what is told of the one who is ranked: «третий вслед за Китаем, его доля – 9%».
    """
    low, sentence = one.sentence.low, one.sentence
    start = max(sentence.first, place.first - _RANKED)
    after = next((i for i in range(place.first - 1, start - 1, -1) if _follows(low, i)), None)
    if after is None or low[place.first - 1] not in ("после", "за", ",", "и"):
        return False
    if one.kind != "rank" and ":" not in low[place.last : one.at]:
        # not «третий партнёр после Италии и США: 8 млрд долларов оборота»
        between = low[place.last : one.at]
        ranked = any(q.kind == "ordinal" and q.last <= after for q in sentence.quantities)
        if not ranked or one.measure != "share_pct" or any(w.startswith("котор") for w in between):
            return False
    return not any(after < cue.first < place.first for cue in sentence.cues)


def _follows(low: list[str], index: int) -> bool:
    """«после», «вслед за», «сразу за»."""
    return low[index] == "после" or (low[index] in _AFTER and low[index + 1] == "за")


def _at_home(one: Draft) -> bool:
    """Whether the clause of a count names the border with Kazakhstan."""
    sentence = one.sentence
    return any(
        place.codes == (HOME,)
        and one.last <= place.first
        and not sentence.between(place.first, one.at)
        for place in sentence.places
    )


def _of_goods(sentence: Sentence, place: Place) -> bool:
    """«китайские грузы», «узбекских товаров», «российский транзит»: whose they are."""
    goods = place.last in sentence.mentions.hits["commodities"]
    return goods or sentence.word_at(place.last).startswith(_CARGO)
