"""Goods that are told to arrive, to be taken or to be placed: trade by where they come from.

«Узбекистан получил из Казахстана 30 тыс. тонн зерна»      export
«в Казахстан поступило 5 тыс. тонн российского бензина»    import
"""

from __future__ import annotations

from kzcoop.claims.place.partner_place import HOME, foreign, is_subject, led_by
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_FROM = frozenset({"из", "от", "у"})
_INTO = frozenset({"в", "во", "на"})
_SELLS = ("реализ",)  # of which the subject is where goods come from
_CARRIED = ("вез", "достав", "поступ", "прибы", "пришл")  # «больше всего сахара везут из России»
# «казахстанский рынок получил», «иранские порты приняли»
_MARKET = (
    "аэс", "завод", "импортер", "комбинат", "мельниц", "нефтезавод", "нпз", "порт", "потребител",
    "рын", "станци", "терминал", "тэц", "фабрик", "электростанц", "элеватор", "энергетик",
)  # fmt: skip
_PLANT = ("аэс", "завод", "комбинат", "нефтезавод", "нпз", "тэц", "энергетик")
_TO_THEM, _TO_THEIR = ("ам", "ям"), ("им", "ым")  # of the dative
_LEADING = frozenset({*_FROM, *_INTO, "через", "с", "за"})
_THENCE = Words("оттуда")
_THITHER = Words("туда")
_PIPES = Stems("ктк", "нефтепровод", "трубопровод")  # by which oil goes out
_NEAR = 6  # tokens from «поступило» to «в страну»
_PARTNERS = frozenset({"adjective", "bloc", "country", "region"})


def arrivals(sentence: Sentence) -> list[Hit]:
    """The verbs of a sentence that may tell of goods by where they come from."""
    return [hit for hit in sentence.rows("indicators") if hit.entry.kind == "arrival"]


def arrived(sentence: Sentence, hit: Hit) -> str | None:
    """Which way goods went, by a verb that tells none; None where only one end is foreign.

    Parameters
    ----------
    sentence
        The sentence of the verb.
    hit
        The verb: «получил», «поступило», «реализовали».
    """
    starts = [place for place in sentence.places if _starts(sentence, place, hit)]
    ends = [place for place in sentence.places if _ends(sentence, place, hit)]
    brought = sentence.low[hit.first].startswith(_CARRIED)
    if brought and not starts and brought_abroad(sentence, hit):
        return "export"  # «Ячменя иранцам доставили 610 тыс. тонн»
    if not (starts or ends) and _into_country(sentence, hit):
        return "import"
    if not starts and sentence.holds(_THITHER) and not sentence.low[hit.first].startswith("принес"):
        return "export"  # «За 2024-й туда доехало лишь 150 тыс. тонн»
    if sentence.holds(_THENCE) and all(place.codes == (HOME,) for place in ends):
        return "import"  # «Казахстан получил оттуда 40 тыс. тонн», «оттуда поступило …»
    if brought and not ends and starts:
        return "import" if all(foreign(place) for place in starts) else None
    if not (starts or ends) and _from_town(sentence):
        return "import"
    from_us = any(place.codes == (HOME,) for place in starts)
    if (
        from_us
        and not ends
        and (
            _plant_abroad(sentence, hit)
            or _town_takes(sentence, hit)
            or _plant_takes(sentence, hit)
            or _plant_takes_ours(sentence, hit)
        )
    ):
        return "export"
    if ends and sentence.begins(_PIPES) and _takes_oil(sentence, ends):
        return "export"
    to_us = any(place.codes == (HOME,) for place in ends)
    if from_us == to_us:
        return None
    if from_us:
        return "export" if any(foreign(place) for place in ends) else None
    return "import" if any(foreign(place) for place in starts) else None


def brought_abroad(sentence: Sentence, hit: Hit) -> bool:
    """Return whether a people or firms abroad are told to be brought goods, in a verb's clause."""
    return any(
        _given(sentence, place) and not sentence.between(place.first, hit.first)
        for place in sentence.abroad
    )


def goes_abroad(sentence: Sentence, hit: Hit) -> bool:
    """Whether goods are told to come to other countries, and nowhere from: «Бельгия приняла»."""
    if any(_starts(sentence, place, hit) for place in sentence.places):
        return False
    ends = [place for place in sentence.places if _ends(sentence, place, hit)]
    return bool(ends) and all(foreign(place) for place in ends)


def _starts(sentence: Sentence, place: Place, hit: Hit) -> bool:
    """«из Казахстана», «казахстанского зерна», «Казахстан реализовал»."""
    if place.kind == "adjective":
        return not (_of_market(sentence, place) or _given(sentence, place))
    if place.kind in _PARTNERS and led_by(sentence, place) in _FROM:
        return True
    return _is_subject(sentence, place, hit) and _sells(sentence, hit)


def _ends(sentence: Sentence, place: Place, hit: Hit) -> bool:
    """«в Иран», «на иранский рынок», «Иран получил», «иранский рынок принял»."""
    if place.kind == "adjective":
        return _of_market(sentence, place) or _given(sentence, place)
    if place.kind not in _PARTNERS:
        return False
    if led_by(sentence, place) in _INTO:
        return True
    if sentence.word_before(place.first).startswith(_MARKET):
        return True  # «потребители Таджикистана получили»
    return _is_subject(sentence, place, hit) and not _sells(sentence, hit)


def _given(sentence: Sentence, place: Place) -> bool:
    """«иранцам», «узбекским мельникам»: to whom something comes."""
    word = sentence.low[place.last - 1]
    to = word.endswith(_TO_THEM) or (word.endswith(_TO_THEIR) and _is_given(sentence, place))
    return place.kind == "adjective" and to and led_by(sentence, place) != "к"


def _is_given(sentence: Sentence, place: Place) -> bool:
    return sentence.word_at(place.last).endswith(_TO_THEM)


def _is_subject(sentence: Sentence, place: Place, hit: Hit) -> bool:
    return place.first < hit.first and is_subject(sentence, place)


def _plant_takes(sentence: Sentence, hit: Hit) -> bool:
    """«нефтезаводы в Плоешти получили из Казахстана 7 млн тонн»: a plant is who takes it."""
    named = any(p.kind == "country" and led_by(sentence, p) in _FROM for p in sentence.homes)
    return named and any(
        word.startswith(_MARKET) for word in sentence.low[sentence.first : hit.first]
    )


def _plant_takes_ours(sentence: Sentence, hit: Hit) -> bool:
    """«Завод под Констанцей принял 5 млн тонн казахстанской нефти»: not one at home."""
    low = sentence.low
    plants = [i for i in range(sentence.first, hit.first) if low[i].startswith(_PLANT)]
    if not plants or any(town.entry.kind == HOME for town in sentence.rows("cities")):
        return False
    return any(
        place.kind == "adjective" and place.first > hit.last for place in sentence.homes
    ) and not any(place.last in plants for place in sentence.homes)


def _takes_oil(sentence: Sentence, ends: list[Place]) -> bool:
    """«Заводы Франции получили через КТК 8 млн тонн»: plants abroad, by a pipe from here."""
    plants = any(sentence.word_before(place.first).startswith(_MARKET) for place in ends)
    return plants and all(foreign(place) for place in ends)


def _town_takes(sentence: Sentence, hit: Hit) -> bool:
    """«Роттердам принял 4 млн тонн казахстанского сырья»: a town abroad as who takes it."""
    return any(
        town.entry.kind != HOME
        and town.first < hit.first
        and sentence.word_before(town.first) not in _LEADING
        for town in sentence.rows("cities")
    )


def _from_town(sentence: Sentence) -> bool:
    """«Из Поти и Батуми пришло 300 тыс. тонн»: from a town abroad."""
    return any(
        hit.entry.kind != HOME and sentence.word_before(hit.first) in _FROM
        for hit in sentence.rows("cities")
    )


def _plant_abroad(sentence: Sentence, hit: Hit) -> bool:
    """«Завод в Шведте получил из Казахстана миллион тонн»: a plant in a town abroad."""
    return any(
        town.entry.kind != HOME
        and town.first < hit.first
        and sentence.low[town.first - 1] in ("в", "во")
        and sentence.low[town.first - 2].startswith(_MARKET)
        for town in sentence.rows("cities")
    )


def _into_country(sentence: Sentence, hit: Hit) -> bool:
    """«за полугодие в страну уже поступило 94 тыс. тонн»: into this one."""
    low = sentence.low
    return low[hit.first].startswith(_CARRIED) and any(
        low[i] == "в" and low[i + 1] in ("страну", "республику")
        for i in range(
            max(sentence.first, hit.first - _NEAR), min(hit.last + _NEAR, sentence.last - 1)
        )
    )


def _sells(sentence: Sentence, hit: Hit) -> bool:
    return sentence.low[hit.first].startswith(_SELLS)


def _of_market(sentence: Sentence, place: Place) -> bool:
    return sentence.word_at(place.last).startswith(_MARKET)
