"""Bare numbers that count a noun which stands before them, in the same sentence.

«число совместных предприятий дошло до 6,5 тыс.»    after «число»
«проектов 51», «резидентов станет 60 к лету»        in the genitive plural, opening its clause
«совместные предприятия в Казахстане – 120»         a line of a list
«Контейнеров через порт прошло свыше 19 тыс.»       containers
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.unit.shared_unit import MILLION, OWN_SCALE
from kzcoop.language.stems import Stems, Words

# endings of counted nouns in the genitive plural: «проектов 51»
PLURALS = ("аний", "ев", "ей", "ий", "лиц", "мест", "ов", "одств", "фирм", "ятий")
COUNTS = ("_count", "jobs")  # how the indicators end that count something
_MARKS = frozenset(", ; : – — и а".split())
# what may open a clause before the noun: «Всего таких фирм набралось 480», «Сегодня проектов 27»
_OPENING = frozenset(
    "вот всего к на начало начала начале конец конца концу ныне нынче пока сегодня сейчас теперь"
    " только уже что".split()
)
# «контейнерных поездов из Китая отправлено 160», «соглашений подписали двенадцать»
_ALSO_COUNTED = frozenset({"agreement", "lorry", "people", "person", "train"})
# tokens from «число» to its figure, and to one of trains
_NUMBER, _TRAINS = 9, 24
_FARTHEST = 40
_INSERTED = 8  # tokens of «, по учёту Минюста,»
_COMES_TO = ("включа", "достиг", "насчит", "перевал", "превы", "равн", "содерж", "состав")
HOW_MANY = Stems("количеств", "портфел", "числ")
# «среднесуточный поток грузовиков вырос с 310 до 480», «приём поездов увеличат с 8 до 12»
_STREAM = Stems("отправк", "поток", "прием", "трафик")
_CONTAINERS = Stems("дфэ", "контейнер")
_LINES = ("наименован", "позици")  # «Позиций в перечне 74»
_LORRIES = ("машин", "фур")
_WAGONS = Words("вагонов", "платформ", "полувагонов", "цистерн")
_MANY = frozenset({"больше", "мало", "меньше", "много", "немало", "немного"})
_SPENT = ("вложен", "выделен", "израсход", "освоен", "потрачен")
_WORTH = ("объем", "стоимост", "сумм")
_LINE = 6  # tokens from the noun of a line to its dash
_TOLD = frozenset({"export", "import", "turnover"})
MODIFIERS = ("ых", "их")  # of adjectives before such a noun
# what may follow a number whose noun opens the clause
AFTER = frozenset(". , ; : ( ) « – — в во и к ко на с за против вместо больше меньше".split())


def headed(one: Draft) -> bool:
    """Let a number count the noun that stands before it, and return whether it does.

    «число совместных предприятий дошло до 6,5 тыс.», «совместных проектов 51».
    """
    sentence = one.sentence
    if sentence.low[sentence.first] == "таких" and ":" not in sentence.low[sentence.first : one.at]:
        return False  # «Таких заводов в области 12, и почти все ищут сбыт»
    index = _noun_before(one)
    if index is None:
        index = _noun_of_number(one)
    if index is None:
        index = _noun_opening(one)
    if index is None:
        index = _noun_of_line(one)
    return index is not None and count_noun(one, index)


def count_noun(one: Draft, index: int) -> bool:
    """Let a number count a noun that the table of counted nouns holds; whether it can."""
    noun = one.sentence.mentions.hits["counted"][index].entry.kind
    if one.quantity.scale >= MILLION and noun.endswith(COUNTS):
        return False  # «насчитывает 150 проектов на 9 млрд»: no projects
    if one.quantity.scale >= MILLION and noun == "vehicles":
        return False  # «железная дорога перевезла 20 млн тонн, автомобили – 5,2 млн»
    one.kind, one.unit = "count", "count"
    one.indicator = noun
    if one.indicator in ("out", "people"):
        one.kind, one.indicator = "out", None  # «Людей прошло около 46 тысяч»
    if one.indicator == "vehicles":
        one.kind, one.indicator = "vehicles", None  # «Грузовиков оформлено 38,4 тыс.»
    if one.indicator == "freight":
        one.kind = "freight"  # of trains: «количество поездов выросло с 13 до 17»
    one.note(f"counts «{one.sentence.low[index]}», named before")
    return True


def _noun_before(one: Draft) -> int | None:
    """The noun of «совместных проектов 51», with nothing after the number."""
    low, sentence = one.sentence.low, one.sentence
    counted = sentence.mentions.hits["counted"]
    after = low[one.last] if one.last < sentence.last else "."
    of = after == "из" and one.sentence.word_before(one.quantity.lead) == ":"  # «фирм: 96 из 540»
    # «проектов в проработке – 15 на 1,2 млрд»
    priced = after == "на" and any(q.lead == one.last + 1 for q in sentence.quantities)
    if not (of or priced or after in ".,;:()–—") or one.value != int(one.value):
        return None
    last = one.quantity.lead - 1
    if low[last].startswith(_SPENT):
        return None  # «на обновление постов выделено 71 млрд, годом ранее было освоено 58»
    dashed = low[last] in ("–", "—", ":") and last > sentence.first
    last -= dashed
    for index in range(last, max(sentence.first - 1, one.at - 9), -1):
        if sentence.mentions.tokens.kind[index] != "w" and low[index] != ",":
            return None
        if low[index].startswith(_WORTH):
            return None  # «12 проектов общей стоимостью 3,4 миллиарда»
        hit = counted.get(index)
        if (
            hit is not None
            and (
                hit.entry.kind.endswith(("_count", "jobs"))
                or (dashed and hit.entry.id == "train")  # «поездов из Китая – 348»
            )
            and (low[index].endswith(PLURALS) or low[hit.last - 1].endswith(PLURALS))
        ):
            # «3 тысячи рабочих мест, 13 – на разных стадиях»: it has a number of its own
            return None if any(q.first < index < q.last for q in sentence.quantities) else index
    return None


def _noun_opening(one: Draft) -> int | None:
    """The noun that opens a clause: «рабочих мест проект даст 450», «резидентов станет 60 к лету».

    It stands in the genitive plural, and no other number comes between.
    """
    low, sentence = one.sentence.low, one.sentence
    counted = sentence.mentions.hits["counted"]
    after = low[one.last] if one.last < sentence.last else "."
    if one.value != int(one.value) or after not in AFTER:
        return None
    if one.quantity.scale >= MILLION and low[one.quantity.lead - 1] == "на":
        return None  # «машин ввезли на 120 млн»
    dashed = counted.get(one.at - 2) if low[one.at - 1] in ("–", "—") else None
    if (
        dashed is not None
        and dashed.entry.id in _ALSO_COUNTED
        and low[dashed.last - 1].endswith((*PLURALS, *_LORRIES, "овек"))
    ):  # not «казахстанцы – 200–250», of those who tell it
        # «Вагонов прошло 29,5 тыс., большегрузных машин – 36 тыс.»
        first = dashed.first - low[dashed.first - 1].endswith(MODIFIERS)
        if low[first - 1] in (",", ";", "а", "и"):
            return dashed.first
    clause, index = sentence.clause(one.at), one.at
    while index > sentence.first and sentence.clause(index - 1) == clause:
        index -= 1
    many = index - 1 - (low[index] not in _MARKS)
    if many > sentence.first and low[many] in _MANY:
        index, clause = many, sentence.clause(many)
        while index > sentence.first and sentence.clause(index - 1) == clause:
            index -= 1  # «Предприятий с японским капиталом пока немного, свыше 50»
    dated = {at for period in sentence.periods for at in range(period.first, period.last)}
    while index < one.at and (
        low[index] in _MARKS or low[index] in _OPENING or low[index].endswith(MODIFIERS)
        or index in dated or not low[index].isalnum()
    ):  # fmt: skip
        if counted.get(index) is not None and index not in dated:
            break
        index += 1
    hit = counted.get(index)
    if hit is None or hit.last > one.quantity.lead:
        return None
    lines = hit.entry.id == "goods" and low[hit.last - 1].startswith(_LINES)
    if not (lines or hit.entry.id in _ALSO_COUNTED or hit.entry.kind.endswith(COUNTS)):
        return None
    kind = sentence.mentions.tokens.kind
    if any(kind[at] == "n" and at not in dated for at in range(hit.last, one.at)):
        return None
    return index if low[hit.last - 1].endswith((*PLURALS, *_LORRIES)) else None


def _noun_of_line(one: Draft) -> int | None:
    """The noun of «совместные предприятия в Казахстане – 120», a line of a list."""
    low, sentence = one.sentence.low, one.sentence
    dash = one.quantity.lead - 1
    after = low[one.last] if one.last < sentence.last else "."
    if low[dash] not in ("–", "—", "-") or after not in AFTER or one.value != int(one.value):
        return None
    counted = sentence.mentions.hits["counted"]
    kind = sentence.mentions.tokens.kind
    for index in range(dash - 1, max(sentence.first - 1, dash - _LINE), -1):
        if kind[index] != "w" or any(hit.first == index for hit in sentence.indicators):
            hit = counted.get(index)
            if hit is None or not hit.entry.kind.endswith(COUNTS):
                return None
        hit = counted.get(index)
        if hit is not None and hit.entry.kind.endswith(COUNTS):
            return index if low[index].endswith(("ы", "и", "я")) else None
    return None


def _verb_before(one: Draft) -> str:
    """The word before a figure, past what is put in: «превышает, по учёту Минюста, 1 200»."""
    low, sentence, lead = one.sentence.low, one.sentence, one.quantity.lead
    if low[lead - 1] != ",":
        return sentence.word_before(lead)
    for at in range(lead - 2, max(sentence.first, lead - _INSERTED), -1):
        if low[at] == ",":
            return low[at - 1]
    return ","


def _noun_of_number(one: Draft) -> int | None:
    """The noun of «число совместных предприятий дошло до 6,5 тыс.»."""
    low, sentence = one.sentence.low, one.sentence
    stream = sentence.begins(_STREAM)
    if not (stream or sentence.begins(HOW_MANY)):
        return None
    counted = sentence.mentions.hits["counted"]
    for index in range(max(sentence.first, one.at - _FARTHEST), one.at):
        many = low[index].startswith(HOW_MANY)
        if not many and not (stream and low[index].startswith(_STREAM)):
            continue
        reached = _verb_before(one).startswith(_COMES_TO) and not any(
            index < q.first < one.at for q in sentence.quantities
        )  # «Портфель проектов, напомнили на форуме, насчитывает 122»
        told = low[one.quantity.lead - 1] == ":" and not one.crossed(index, one.at)
        # «Число предприятий с участием соседей росло стремительно: 600 в 2017 году»
        near = one.at - index <= _NUMBER or told or reached or _grew_before(one, index)
        for here in range(index + 1, min(index + 6, one.at)):
            hit = counted.get(here)
            if (
                hit is not None
                and hit.entry.value == "count"
                and (
                    (near and many and hit.entry.kind.endswith(("_count", "jobs")))
                    or (near and not many and hit.entry.kind == "vehicles")
                    or (hit.entry.kind == "freight" and one.at - index <= _TRAINS)
                )
            ):
                return here
    return None


def _grew_before(one: Draft, index: int) -> bool:
    """«Число фирм с их участием в стране выросло на 800 единиц и составило 6,5 тыс.»."""
    sentence = one.sentence
    told = [q for q in sentence.quantities if index < q.first < one.at]
    return (
        index - sentence.first <= 1
        and len(told) == 1
        and (told[0].kind == "percent" or told[0].noun is not None or told[0].kind == "bare")
        and not any(
            index < hit.first < one.at and hit.entry.value in _TOLD for hit in sentence.indicators
        )
    )


def wagons(one: Draft) -> bool:
    """Let a number count the wagons that open its clause: «вагонов переправлено 29,5 тыс.»."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.holds(_WAGONS):
        return False
    first = one.quantity.lead
    kind, dates = sentence.mentions.tokens.kind, sentence.periods
    while first > sentence.first and (
        kind[first - 1] == "w" or any(p.first < first <= p.last for p in dates)
    ):
        first -= 1  # «Вагонов в 2024 году набралось 52 тыс.»
    at = first + low[first].endswith(MODIFIERS)  # «порожних вагонов»
    dashed = low[one.quantity.lead - 1] in ("–", "—", "-")
    if dashed or low[at] not in _WAGONS or at >= one.quantity.lead:
        at = one.quantity.lead - 2
        if not dashed or low[at] not in _WAGONS:
            return False
    after = low[one.last] if one.last < sentence.last else "."
    if after not in AFTER:
        return False
    one.kind = one.unit = "wagon"
    one.note("wagons, named before")
    return True


def containers(one: Draft) -> bool:
    """Let a number count the containers named before it, and return whether it does.

    «Контейнеров через порт прошло свыше 19 тыс.»
    """
    low, sentence = one.sentence.low, one.sentence
    if one.quantity.scale == OWN_SCALE or not sentence.begins(_CONTAINERS):
        return False
    words = low[sentence.first : one.at]
    named = [i for i, word in enumerate(words) if word.startswith(_CONTAINERS)]
    if not named:
        return False
    if any(word.startswith(("тонн", "доллар", "инвест")) for word in words[named[-1] :]):
        return False
    one.kind, one.unit = "teu", "TEU"
    one.note("containers, named before")
    return True
