"""Whether a bare number stands like a count whose noun is left out, by the words beside it.

«29 из 30 пунктов», «ещё 84», «пять на стадии строительства»    so it does
«по машинам в два раза, по пассажирам – в четыре»               times
«один из главных партнёров», «свыше 400 резидентов»             no count, or one with a noun
"""

from __future__ import annotations

import re

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.morphology import is_future, is_noun
from kzcoop.language.stems import Stems

# words in front of a count without its noun
_ELLIPSIS_BEFORE = frozenset(
    ": – — более было введены вместо говорили еще завершено запущено из имели имеют их которых лишь"
    " на них об один около осталось против остальные остальных оставшихся открыто отремонтированы"
    " о по построено почти реализовано свыше в двух порядка у уже числе".split()
)
# what may follow such a count: marks that end its phrase
_MARKS = frozenset(", . : ; ( ) – — -".split())
# words that follow such a count and are no noun that it counts
_FOLLOWING = frozenset(
    "в вместо и из имели которые лежат лежит лишь на ныне по пока против с сейчас теперь только"
    " уже".split()
)
_FOLLOWING_STEMS = (
    "буд", "готов", "жд", "друг", "завер", "модерн", "наход", "обраще", "обслуж", "прихо", "пришл",
    "работа", "реализ", "смотр",
    "стоимост", "суммой", "уже", "ценой",
)  # fmt: skip
_NO_NOUN = frozenset("во-вторых во-первых в-третьих из-за них их".split())
_HOPED = ("жд", "обеща", "ожида", "планиру", "прогнозир", "рассчит", "хот")
_PRESENT = ("нынешн", "прежн", "прошлогодн", "тогдашн")
_SIZES = ("крупн", "мелк", "небольш", "новых", "средн")
_OF_JOBS = ("временн", "постоянн")  # «семисот постоянных»: of jobs counted before
_PHRASE_ENDS = frozenset('. , ; : ) » " и на с стоимостью – — -'.split())
VERB_ENDS = ("ет", "л", "ли", "ло", "но", "ны", "сь", "ся", "ют")  # «их работает 270»
# «пятнадцать поменьше», «12 поскромнее»; not «позже», «после»
_SMALLER = re.compile(r"по(?:больше|дешевле|дороже|меньше|мельче|проще|[а-я]{3,}нее)$")
# adverbs that part a count from what is told of it: «42 ещё строятся», «а три пока в лесах»
_ADVERBS = frozenset(
    "давно еще ныне нынче пока по-прежнему почти сейчас скоро также тем теперь тоже уже".split()
)
# verbs of which such a count is the subject: «14 строятся», «400 имеют»
_PREDICATES = ("ают", "еют", "яют", "ятся", "ются", "атся", "ены", "аны")
_STAGES = (
    "активн", "бумаг", "заверша", "очеред", "подготов", "проработ", "процесс", "работ", "разработ",
    "реализац", "стади", "финальн", "этап",
)  # fmt: skip
_PEOPLE_AGED = frozenset({"вам", "ей", "ему", "мне", "нам", "тебе"})
_VALUES = ("бюджет", "сумм", "стоимост", "цена")
_OF_KINDS = frozenset({"enterprises_count", "projects_count"})
_AMOUNTS = Stems("оборот", "объем", "товарооборот")  # of trade, of which no papers are part
_PERSONS = frozenset({"двое", "трое", "четверо", "пятеро"})
# «намечен запуск шести на 363 млн»
_LAUNCH = ("ввод", "завершени", "запуск", "реализаци", "строительств")
_WORKS = frozenset("construction modernisation opening reconstruction works".split())
_TIMES = frozenset({"дней", "дня", "минут", "суток", "час", "часа", "часов"})
_ODD = frozenset({"лишним", "небольшим", "хвостиком"})
_SUCH = 2  # tokens of «ферм таких»
_AGO = 4  # tokens from «18 суток» to «теперь 15»
_LARGEST = 1_000_000


def may_count(one: Draft) -> bool:
    """Whether a number is whole, not «один из», and not told of what opens its sentence."""
    sentence = one.sentence
    if not one.value or one.value != int(one.value) or one.value > _LARGEST:  # not «-0-»
        return False
    if one.sentence.low[one.first] in _PERSONS:
        return False  # «двое из трёх инвесторов»
    if not _TIMES.isdisjoint(sentence.low[max(sentence.first, one.at - _AGO) : one.at]):
        return False  # «поезд шёл 18 суток, теперь 15»
    if sentence.begins(_AMOUNTS) and sentence.where(_AMOUNTS)[0] - sentence.first <= 1:
        return False  # «Подписано девять бумаг. … Нынешние объёмы превышают четыре»
    opening = sentence.low[sentence.first]
    such = sentence.low[sentence.first : sentence.first + _SUCH]
    if "таких" in such and ":" not in sentence.low[sentence.first : one.at]:
        return False  # «Таких заводов в области 12, и почти все ищут сбыт»
    counted = sentence.mentions.hits["counted"]
    named = any(sentence.first + at in counted for at in range(3))  # «Немецких компаний …»
    # «Азербайджанских в Казахстане больше: почти 1 400»
    named = named or any(place.first == sentence.first for place in sentence.places)
    if opening.endswith(("ых", "их")) and opening not in _NO_NOUN and not named:
        return False  # «Индустриальных зон в области уже 21» counts what the sentence opens with
    before = sentence.word_before(one.quantity.lead)
    if before == "не" or before in _PEOPLE_AGED:
        return False  # «взвешивают один раз, а не три», «причалу семьдесят лет, мне двадцать семь»
    if one.quantity.form == "words" and one.value == 1:
        after = one.quantity.last + 1
        if any(
            q.lead == after and q.noun and q.noun.id == "checkpoint"
            for q in one.sentence.quantities
        ):
            return True  # «на одном из семи пунктов пропуска»
        # «один из главных партнёров», «цель одна»
        if before == ";" and any(q.kind in ("bare", "count") for q in sentence.quantities[:-1]):
            return True  # «Три смотрят в сторону России; один, «Бахты», – в сторону Китая»
        if before in (",", "которых", ":") and _goes_with_counts(one):
            return True  # «пять – на китайском, один – на туркменском», «из которых один запущен»
        return after_number(one) != "из" and before in ("на", "лишь", "пока", "только")
    # «полос станет шесть вместо двух»
    return before != "вместо" or not any(
        q.kind in ("out", "bare") and q.last == one.first - 1 for q in sentence.quantities
    )


def _goes_with_counts(one: Draft) -> bool:
    """Whether «один» is one of things counted before it, by «из которых» or as a list goes on."""
    sentence, lead = one.sentence, one.quantity.lead
    counts = [q for q in sentence.quantities if q.last <= lead and q.kind in ("bare", "count")]
    if not counts:
        return False
    if sentence.word_before(lead) == "которых":
        return sentence.low[lead - 2] == "из"
    return after_number(one) in ("–", "—", "на") and sentence.word_at(one.last + 1) != "из"


def lacks_noun(one: Draft) -> bool:
    """Whether a number stands like a count whose noun is left out: «ещё 84», «29 из 30»."""
    return _is_elliptic(one) and not _is_times(one) and not names_another(one)


def _is_elliptic(one: Draft) -> bool:
    """Whether the words beside a number are those of a count without its noun."""
    after, before = after_number(one), one.sentence.word_before(one.quantity.lead)
    if before.startswith(_PRESENT):  # «410 вместо прошлогодних 350»
        before = one.sentence.word_before(one.quantity.lead - 1)
    return (
        after == "из"
        or before in _ELLIPSIS_BEFORE
        or before.startswith((*_LAUNCH, *_HOPED))  # «собрали 87 поездов, теперь хотим 250»
        # «ремонт шести старых завершат», and not «возводят пять новых»
        or (_is_work(one, one.quantity.lead - 1) and is_noun(before))
        or (before in ("и", "а") and (_is_dated(one) or after in ("с", "со")))
        or (one.quantity.lead == one.sentence.first and after == "уже")  # «Девять уже сданы»
        or after in _MARKS
        or _SMALLER.match(after) is not None  # «следом 17 помельче»
        or after.startswith(("друг", "остальн", "планир", "предсто", "стоимост"))
        # «ещё рассматриваются двенадцать небольших», not «возводят пять новых и чинят шесть»
        or (after.startswith(_SIZES) and one.sentence.word_at(one.last + 1) in (",", ".", ":", ";"))
        or after.endswith(_PREDICATES)
        or (after.endswith(("ых", "их")) and _is_of_kind(one))
        or _is_valued(one)
        or at_stage(one)
        or after.startswith(
            _OF_JOBS
        )  # «1 900 рабочих мест на стройке и порядка семисот постоянных»
        or (
            (after in _ADVERBS or _acts(after)) and (_opens_clause(one) or _is_of_whole(one))
        )  # «Три смотрят в сторону России»
        or any(p.kind == "adjective" and p.first == one.last for p in one.sentence.places)
    )


def _is_valued(one: Draft) -> bool:
    """«приглядываются ещё к 25, их цена – порядка 500 млн»."""
    low, at = one.sentence.low, one.last
    return low[at : at + 2] == [",", "их"] and one.sentence.word_at(at + 2).startswith(_VALUES)


def _is_of_kind(one: Draft) -> bool:
    """«семь проектов на 900 млн; кроме того, 12 небольших, на 100 млн»: more of what is counted."""
    sentence = one.sentence
    return sentence.word_at(one.last + 1) in _PHRASE_ENDS and any(
        q.last <= one.first and q.noun is not None and q.noun.kind in _OF_KINDS
        for q in sentence.quantities
    )


def _opens_clause(one: Draft) -> bool:
    """Whether a number opens its sentence or a part of it."""
    sentence, lead = one.sentence, one.quantity.lead
    return lead == sentence.first or sentence.low[lead - 1] in (",", ";", ":", "а", "и", "•")


def _is_of_whole(one: Draft) -> bool:
    """«Из 12 предприятий с Узбекистаном три уже работают»: a part, right after its whole."""
    sentence = one.sentence
    if sentence.low[sentence.first] != "из":
        return False
    before = [q for q in sentence.quantities if q.last <= one.first]
    return len(before) == 1 and before[0].noun is not None and one.value <= before[0].value


def _acts(word: str) -> bool:
    """Whether a word is a verb of which a count is the subject: «три смотрят»."""
    return word.startswith(_FOLLOWING_STEMS) or word.endswith(VERB_ENDS[1:]) or is_future(word)


def _is_times(one: Draft) -> bool:
    """«вырос по машинам в два раза, по пассажирам – в четыре»: times, whose noun is left out."""
    sentence = one.sentence
    if sentence.word_before(one.quantity.lead) != "в" or one.quantity.form != "words":
        return False
    if sentence.low[one.last - 1].endswith(("и", "х")) or after_number(one) == "из":
        return False
    return any(q.kind == "ratio" for q in sentence.quantities)


def names_another(one: Draft) -> bool:
    """Return whether a noun of its own follows a number, which then counts that."""
    low, sentence = one.sentence.low, one.sentence
    kind = sentence.mentions.tokens.kind[min(one.last, sentence.last - 1)]
    if not low[one.last : one.last + 1] or kind != "w":
        return False
    word = low[one.last]
    following = low[one.last + 1] if one.last + 1 < sentence.last else "."
    if _SMALLER.match(word):
        return False
    if word.endswith(("ых", "их", "ный", "ной")) and following in _PHRASE_ENDS:
        return False  # «из них свыше 400 совместных»
    if word.endswith(("ых", "их")) and (_is_verb(following) or _is_work(one, one.last + 1)):
        return False  # «на пяти действующих завершается ремонт»
    verb = _is_verb(word)  # «три сдадим до июля»
    return not (word in _FOLLOWING or word in _ADVERBS or word.startswith(_FOLLOWING_STEMS) or verb)


def _is_verb(word: str) -> bool:
    """Whether a word ends like a verb: «завершается», «сдадим»."""
    return word.endswith(VERB_ENDS) or is_future(word)


def _is_work(one: Draft, at: int) -> bool:
    """Whether a word of work on posts stands at a token: «на пяти старых работы идут»."""
    hit = one.sentence.mentions.hits["programmes"].get(at)
    return hit is not None and hit.entry.kind in _WORKS


def after_number(one: Draft) -> str:
    """The token after a number; a full stop at the end of the sentence.

    «66 ИЗ» are zones: capitals are no preposition.
    """
    if one.last >= one.sentence.last:
        return "."
    word = one.sentence.low[one.last]
    if word == "с" and one.sentence.word_at(one.last + 1) in _ODD:
        return one.sentence.word_at(one.last + 2)  # «называли 270 с лишним.»
    tokens = one.sentence.mentions.tokens
    return "зон" if word == "из" and tokens.surface(one.last, one.last + 1) == "ИЗ" else word


def at_stage(one: Draft) -> bool:
    """«три уже запущены, пять на стадии строительства, а 12 – в проработке»."""
    low = one.sentence.low
    at = one.last + (low[one.last : one.last + 1] in (["–"], ["—"], ["-"]))
    if low[at : at + 1] not in (["в"], ["на"]):
        return False
    past = low[at + 1 : at + 2] and low[at + 1].endswith(("ых", "их", "ой"))  # «на разных стадиях»
    return one.sentence.word_at(at + 1 + bool(past)).startswith(_STAGES)


def is_part(one: Draft) -> bool:
    """«свыше тысячи машин, 350 из которых – грузовые»."""
    after = one.sentence.low[one.last : one.last + 2]
    return after in (["из", "которых"], ["из", "них"])


def _is_dated(one: Draft) -> bool:
    """Whether a period follows a number: «60 компаний в 2028 году и 90 в 2032-м»."""
    return any(0 <= period.first - one.last <= 1 for period in one.sentence.periods)
