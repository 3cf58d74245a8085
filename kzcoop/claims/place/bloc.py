"""Whether a bloc stands for its members, and is a partner: beside what, and in which case.

«со странами ЕАЭС», «экспорт в Среднюю Азию»      its members
«Центральная Азия закупила 2 млн тонн»            the same: it acts
«в Центральной Азии», «лидеры ШОС»                a place, a body
«без учёта ЕАЭС»                                  left out
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place_text import GROUPS, HOME, Place

FELLOW = "KGZ"  # in all blocs of which Kazakhstan is a member
# unions to which Kazakhstan belongs, by a member that is in no other
_OWN_UNION = frozenset({"BLR", "RUS"})
# members from which on a bloc is a partner by itself: the EU
UNION = 20
# of a bloc
_MEMBERS = (
    "государств", "монархи", "партнер", "республик", "рынк", "рынок", "соседи", "соседям",
    "соседями", "стран", "членами",
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
_AMONG = 6  # tokens from «среди» to the bloc of those compared
_ABBREVIATION = 5  # letters at most: «ЕАЭС»


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


def bloc_with_home(sentence: Sentence) -> tuple[str, ...]:
    """The members of a bloc with Kazakhstan in it, where no country stands beside the bloc."""
    blocs = [p for p in sentence.places if p.kind == "bloc" and FELLOW in p.codes]
    return blocs[0].abroad if len({p.codes for p in blocs}) == 1 else ()
