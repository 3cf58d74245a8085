"""Which partners a place stands for, and whether it names them by itself."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import entries
from kzcoop.mentions.place_text import GROUPS, Place
from kzcoop.mentions.place_text import HOME as HOME

NEIGHBOURS = frozenset({"CHN", "KGZ", "RUS", "TKM", "UZB"})  # with a border at Kazakhstan
# unions to which Kazakhstan belongs, by a member that is in no other
_OWN_UNION = frozenset({"BLR", "RUS"})
# members from which on a bloc is a partner by itself: the EU
UNION = 20

# before a country that is no subject
PREPOSITIONS = frozenset("в во для за из к на о об от по с со у через".split())
_PEOPLE = re.compile(r"(?:[ая]не|[^иы]ы|[кхш]и)$")  # «немцы», «чехи», «датчане»
_FOLK = re.compile(r"(?:чане|яне|жане|цы|омичи|томичи|яки)$")  # «свердловчане», «челябинцы»
# names in the plural, of which the nominative ends so
_MANY = frozenset({"нидерланды", "филиппины", "штаты", "эмираты"})
_OBLIQUE = ("е", "ей", "ем", "и", "ой", "ом", "ою", "у", "ы", "ю")
# of a bloc
_MEMBERS = (
    "государств", "партнер", "республик", "рынк", "рынок", "соседи", "соседям", "соседями",
    "стран",
    "членами",
)  # fmt: skip
# before a bloc that is a partner: «со Средней Азией», «на ЕАЭС приходится», «торговля внутри СНГ»
_BESIDE_BLOC = (["с"], ["со"], ["из"], ["на"], ["внутри"], ["по"])
# beside «в СНГ», where it goes
_SENT = (
    "ввез", "ввоз", "вывез", "вывоз", "импорт", "отгру", "отправ", "постав", "прода", "реализ",
    "ушл", "экспорт",
)  # fmt: skip
# what figures are without: «без учёта», «за исключением», «за пределы»
_WITHOUT = Words(
    "без", "вне", "вычетом", "исключая", "исключением", "кроме", "минуя", "пределами", "пределы",
    "учета",
)  # fmt: skip
_COUNTED = Stems("включ", "вошл", "входи", "входя", "счита", "учит", "учт")
_LEFT_OUT, _NOT_COUNTED = 5, 9  # tokens before and after the place
_FELLOWS = ("коллег", "партнерами", "соратник", "союзник")
_ZONE = 4  # tokens of «свободной торговли с»
_HOLDS = ("дает", "закупа", "занима", "обеспечива", "покупа", "формиру")
_CLAUSE_OPENERS: tuple[list[str], ...] = (
    [],
    [","],
    ["."],
    [";"],
    [":"],
    ["▪"],
    ["•"],
    ["–"],
    ["а"],
    ["вместе"],
    ["и"],
)
_MARKED = frozenset("– — - ( ,".split())
# what a bloc is told of, in apposition: «с соседями по региону, Центральной Азией, …»
_BODIES = (*_MEMBERS, "блок", "объединени", "содружеств", "союз")
_HEADS = frozenset({"глав", "главам", "главами", "главы"})
_ROW, _ROW_ENDS = 10, frozenset("–—:")  # tokens of «ЕАЭС, девять месяцев 2024-го –»
_TRADED = 4  # tokens from a bloc to «наторговал»
_APPOSED = 6  # tokens from it to the name
_AMONG = 5  # tokens from «среди» to the bloc of those compared
_ABBREVIATION = 5  # letters at most: «ЕАЭС»
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


def is_member_list(sentence: Sentence, place: Place) -> bool:
    """Whether a bloc stands for its members: «со странами ЕАЭС», not «в Центральной Азии»."""
    low = sentence.low
    before = low[max(sentence.first, place.first - 3) : place.first]
    if "среди" in before or is_left_out(sentence, place):
        return False  # «без учета стран ЕАЭС»
    if "среди" in low[max(sentence.first, place.first - _AMONG) : place.first]:
        return False  # «среди поставщиков сахара из ЕАЭС»
    if before[-1:] == ["по"] and before[-2:-1] and before[-2].startswith(_FELLOWS):
        named = [p for p in sentence.abroad if p.kind == "country" and p.first < place.first]
        if len(named) > 1:
            return False  # «с Турцией и Азербайджаном, партнёрами по Тюркскому совету»
    if before[-1:] in (["с"], ["со"]) and _of_zone(sentence, place):
        return False  # «зона свободной торговли с ЕАЭС тогда только открылась»
    if "другими" in before and not _with_others(sentence, place):
        return False
    if any(word in _HEADS or word.startswith("лидер") for word in before):
        return False  # «заседание Совета глав государств ШОС»
    if before[-1:] in (["в"], ["во"]):
        return _is_goal(sentence, place)
    opens = before[:-1] if before[-1:] in (["весь"], ["вся"]) else before
    if opens[-1:] in _CLAUSE_OPENERS and _acts(sentence, place):
        return True  # also «вся Европа за полгода купила у Казахстана …»
    if len(place.codes) >= UNION or before[-1:] in _BESIDE_BLOC:
        return True  # the EU is a partner by itself
    if before[-1:] in ([","], ["("]) and _is_apposed(sentence, place):
        return True
    own = *before, *low[place.first : place.last], *low[place.last : place.last + 1]
    return any(word.startswith(_MEMBERS) for word in own)


def _of_zone(sentence: Sentence, place: Place) -> bool:
    """«соглашение о свободной торговле с ЕАЭС»: what was agreed with a bloc."""
    before = sentence.low[max(sentence.first, place.first - _ZONE) : place.first]
    return any(word.startswith("свободн") for word in before) and "торгов" in " ".join(before)


def is_left_out(sentence: Sentence, place: Place) -> bool:
    """Whether figures are without a place: «без учёта ЕАЭС», «поставки в ЕАЭС не включены»."""
    if not (sentence.holds(_WITHOUT) or sentence.begins(_COUNTED)):
        return False
    low = sentence.low
    start = max(sentence.first, place.first - _LEFT_OUT)
    before = low[start : place.first]
    marks = [at for at, word in enumerate(before) if word in (",", ";", ":", "–", "—", ".")]
    before = before[marks[-1] + 1 :] if marks else before
    if not _WITHOUT.isdisjoint(before) or ("считая" in before and "не" in before):
        return True
    after = low[place.last : min(place.last + _NOT_COUNTED, sentence.last)]
    return any(no == "не" and word.startswith(_COUNTED) for no, word in pairwise(after))


def _acts(sentence: Sentence, place: Place) -> bool:
    """«Центральная Азия закупила 2 млн тонн», «Южный Кавказ даёт меньше миллиарда»."""
    following = sentence.word_at(place.last)
    period = next((p for p in sentence.periods if 0 <= p.first - place.last <= 1), None)
    if period is not None:
        following = sentence.word_at(period.last)  # «Европа за первое полугодие закупила …»
    if following == ":" and place.first == sentence.first:
        return True  # «ЕАЭС: 10 млрд долларов товарооборота»
    if following == "," and _heads_row(sentence, place):
        return True
    if following in ("–", "—", "-"):
        return True  # «… в Закавказье – 90 тыс. тонн; Среднюю Азию – 70 тыс.»
    return tense(following) == "past" or following.startswith(_HOLDS)


def _is_apposed(sentence: Sentence, place: Place) -> bool:
    """«Наш союз, ЕАЭС, дал 20 млрд», «с соседями по региону (Центральной Азией)»."""
    if sentence.word_at(place.last) not in (",", ")", "–", "—"):
        return False
    start = max(sentence.first, place.first - _APPOSED)
    told = sentence.low[start : place.first - 1]
    if not {",", "(", ";"}.isdisjoint(told):
        return False  # a list
    heads = [start + at for at, word in enumerate(told) if word.startswith(_BODIES)]
    return bool(heads) and sentence.word_before(heads[-1]) not in ("в", "во")


def _heads_row(sentence: Sentence, place: Place) -> bool:
    """«ЕАЭС, девять месяцев 2024-го – 21,7 млн; Центральная Азия, весь год – 7,4 млрд»."""
    end = min(place.last + _ROW, sentence.last)
    dash = next((i for i in range(place.last + 1, end) if sentence.low[i] in _ROW_ENDS), None)
    if dash is None or "," in sentence.low[place.last + 1 : dash]:
        return False
    return any(place.last < p.first < dash and p.last >= dash - 1 for p in sentence.periods)


def _is_goal(sentence: Sentence, place: Place) -> bool:
    """«экспорт в Среднюю Азию», «в СНГ – 9 млрд», not «партнёр в ЕАЭС», «в Средней Азии»."""
    name = sentence.low[place.first : place.last]
    if any(word.startswith(_MEMBERS) for word in name):
        return not name[0].endswith("х")  # «в странах Балтии»
    if len(name) > 1 or len(name[0]) > _ABBREVIATION:
        return name[-1].endswith(("у", "ье", "ю", "союз"))  # the accusative
    led, after = sentence.word_before(place.first - 1), sentence.word_at(place.last)
    if place.first - sentence.first <= 1 and any(
        word.startswith("наторг") for word in sentence.low[place.last : place.last + _TRADED]
    ):
        return True  # «В ЕАЭС Казахстан наторговал на 26 млн долларов»
    if led.startswith(_SENT) or after in _MARKED or after.startswith(_SENT):
        return True
    return len(place.codes) >= UNION and not led.startswith((*_MEMBERS, "казахстан"))


def _with_others(sentence: Sentence, place: Place) -> bool:
    """«товарооборот с другими странами Центральной Азии», not «по сравнению с другими»."""
    low = sentence.low
    words = low[max(sentence.first, place.first - 6) : place.first]
    at = words.index("другими")
    return words[at - 1 : at] in (["с"], ["со"]) and (
        at > 1 and not words[at - 2].startswith(("вместе", "наравне", "наряд", "сравн"))
    )


def is_group(place: Place) -> bool:
    """Whether a place names countries without saying which: «страны Африки», «Европа»."""
    return place.kind == "bloc" and not GROUPS.isdisjoint(place.codes)


def is_own_union(place: Place) -> bool:
    """Whether a bloc is one to which Kazakhstan belongs: the EAEU, the customs union, the CIS."""
    return place.kind == "bloc" and (HOME in place.codes or _OWN_UNION.issubset(place.codes))


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
