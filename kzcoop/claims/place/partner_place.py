"""Which partners a place stands for, and whether it names them by itself.

«в соседний Казахстан»                            led by «в»
«Чехи сильны в машиностроении», «США увеличили»   in the nominative, by its ending
«на кыргызско-узбекской границе»                  a border, of two others
"""

from __future__ import annotations

import re
from functools import cache

from kzcoop.claims.place.bloc import is_member_list
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import entries
from kzcoop.mentions.place_text import HOME as HOME
from kzcoop.mentions.place_text import Place

NEIGHBOURS = frozenset({"CHN", "KGZ", "RUS", "TKM", "UZB"})  # with a border at Kazakhstan
# before a country that is no subject
PREPOSITIONS = frozenset("в во для за из к на о об от по с со у через".split())
_PEOPLE = re.compile(r"(?:[ая]не|[^иы]ы|[кхш]и)$")  # «немцы», «чехи», «датчане»
_FOLK = re.compile(r"(?:чане|яне|жане|цы|омичи|томичи|яки)$")  # «свердловчане», «челябинцы»
# names in the plural, of which the nominative ends so
_MANY = frozenset({"нидерланды", "филиппины", "штаты", "эмираты"})
_OBLIQUE = ("е", "ей", "ем", "и", "ой", "ом", "ою", "у", "ы", "ю")
_AS = Words("как")
_SUCH_FAR = 6  # tokens from «такие» past «как»
_SHORT = 3  # letters of an abbreviation
_INCLUDING = Words("включая", "считая", "числе")
_INCLUDED = 6  # tokens from «в том числе» to the place of a part
_SUPPLIER = Stems("поставщик", "покупател", "импортер")
_CHIEF = Stems("главн", "крупнейш", "основн")


def foreign(place: Place) -> tuple[str, ...]:
    """The partner codes that a place stands for; none for Kazakhstan itself."""
    return place.abroad


def home_places(sentence: Sentence) -> tuple[Place, ...]:
    """Return the places of a sentence that are Kazakhstan itself, by its name or adjective."""
    return sentence.homes


def third_border(sentence: Sentence) -> bool:
    """Return whether a border of two other countries is meant: «на кыргызско-узбекской границе»."""
    if sentence.posts or any(HOME in place.codes for place in sentence.places):
        return False
    return any(
        place.kind == "adjective" and len(foreign(place)) > 1 and of_border(sentence, place)
        for place in sentence.places
    )


def is_partner(sentence: Sentence, place: Place) -> bool:
    """Whether a place names a partner by itself: a country, or a bloc as its members."""
    return place.kind == "country" or (place.kind == "bloc" and is_member_list(sentence, place))


def of_border(sentence: Sentence, place: Place) -> bool:
    """Whether a place names a border: a checkpoint, «на кыргызской границе»."""
    if place.kind == "checkpoint":
        words = sentence.low[max(sentence.first, place.first - 8) : place.first]
        return any(word.startswith(("пункт", "пост", "кпп", "переход", "границ")) for word in words)
    after = sentence.low[place.last : place.last + 2]
    return place.kind == "adjective" and any(
        w.startswith(("границ", "участ", "направлен")) for w in after
    )


def is_included(sentence: Sentence, place: Place) -> bool:
    """Whether a place is that of a part: «десять постов, в том числе на границе с Россией»."""
    return sentence.holds(_INCLUDING) and _is_of_part(sentence, place)


def _is_of_part(sentence: Sentence, place: Place) -> bool:
    near = range(max(sentence.first, place.first - _INCLUDED), place.first)
    led = next((i for i in reversed(near) if sentence.low[i] in _INCLUDING), None)
    if led is None:
        return False
    # «включая три на границе с Россией»: a figure of its own
    return not any(
        0 <= q.lead - place.last <= _INCLUDED or led < q.first < place.first
        for q in sentence.quantities
    )


def led_by(sentence: Sentence, place: Place) -> str:
    """Return the word before a place, past «соседний»: «в соседний Казахстан».

    In a list it is the preposition before the first: «в Польшу, Литву и Эстонию».
    """
    before = sentence.word_before(place.first)
    if before in ("и", ",") and (first := _first_listed(sentence, place, before)) is not None:
        before = led_by(sentence, first)
        return before if before in PREPOSITIONS else sentence.word_before(place.first)
    return sentence.word_before(place.first - 1) if before.startswith("соседн") else before


def _first_listed(sentence: Sentence, place: Place, joint: str) -> Place | None:
    """The country right before in a list, whose comma «и» or another comma follows."""
    for other in sentence.places:
        if other.last != place.first - 1 or other.kind != place.kind:
            continue
        if joint == "," and sentence.word_at(place.last) not in ("и", ","):
            return None  # «В отличие от Китая, Казахстан отправил …»
        return other
    return None


def is_people(sentence: Sentence, place: Place) -> bool:
    """«Чехи сильны в машиностроении», and what their firms do comes next."""
    return place.kind == "adjective" and is_subject(sentence, place)


def is_subject(sentence: Sentence, place: Place) -> bool:
    """Whether a country or its people stands in the nominative, as far as its ending tells."""
    if led_by(sentence, place) in PREPOSITIONS:
        return False
    if sentence.words & _AS.bit and _is_example(sentence, place):
        return False
    if place.kind == "adjective":
        return _PEOPLE.search(sentence.low[place.last - 1]) is not None
    if place.kind == "region":
        return _FOLK.search(sentence.low[place.last - 1]) is not None
    if place.kind != "country":
        return False
    word, following = sentence.low[place.last - 1], sentence.low[place.last : place.last + 1]
    head = sentence.low[place.first]
    if head.startswith("республик") and head != "республика":
        return False  # «оборот Республики Узбекистан»
    if word in _MANY:
        return head == word or head.endswith("ые")  # «Соединённые Штаты отправили»
    if len(word) <= _SHORT:  # «США увеличили»
        return bool(following) and tense(following[0]) == "past"
    if word.endswith(("а", "я")):
        stems = _stems()  # «китая» is of «китай», «узбекистана» of «узбекистан»
        return word.endswith(("ея", "ия")) or not {word[:-1], word[:-1] + "й"} & stems
    return not word.endswith(_OBLIQUE)


def _is_example(sentence: Sentence, place: Place) -> bool:
    """«в такие страны, как Россия и Иран»: one of those named for all."""
    low, listed = sentence.low, [p for p in sentence.places if p.first <= place.first]
    at = place.first
    for other in reversed(listed[:-1]):
        if low[other.last : at] not in ([","], ["и"]):
            break
        at = other.first
    such = low[max(sentence.first, at - _SUCH_FAR) : at]
    return such[-2:] == [",", "как"] and any(word.startswith("таки") for word in such)


@cache
def _stems() -> frozenset[str]:
    """Names that end on a consonant: «узбекистан», of which «узбекистана» is the genitive."""
    found = {form.rstrip("*") for _, pattern in entries("countries") for form in pattern.split("|")}
    # and «южного соседа»
    return frozenset(
        form for form in {*found, "сосед"} if form.isalpha() and form[-1] not in "аеиоуыэюя"
    )


def ranks_one(sentence: Sentence) -> bool:
    """«Главный поставщик лекарств – Россия.»: one of many, and not what a report is about."""
    if sentence.quantities or not sentence.places:
        return False
    if not (sentence.begins(_SUPPLIER) and sentence.begins(_CHIEF)):
        return False
    return any(sentence.word_before(place.first) in ("–", "—", "-") for place in sentence.places)
