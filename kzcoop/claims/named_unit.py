"""Units of bare numbers that the text names apart from them: before, or sentences ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.draft import Draft
from kzcoop.claims.shared_unit import OWN_SCALE, take, take_unit

# endings of counted nouns in the genitive plural: «проектов 51»
_PLURALS = ("аний", "ев", "ей", "ий", "лиц", "мест", "ов", "ятий")
_VEHICLES = ("автобус", "груженых", "грузовы", "легков", "порожн")
_SHORT_PLURALS = frozenset("банок бутылок голов доз книг коек пар штук".split())
# what is told in money: «200 миллионов инвестиций»
_MONEY = ("вложен", "импорт", "инвестиц", "товарооборот", "экспорт")
_THOUSAND, _MILLION = 1_000, 1_000_000
_COUNTS = ("_count", "jobs")
_MARKS = frozenset(", ; – — и а".split())
# tokens from «число» to its figure, and to one of trains
_NUMBER, _TRAINS = 9, 14
_FARTHEST = 16
_NEAR = 6
_LIST = 60  # tokens in which a list may stand whose currency is told over it
_TOLD = frozenset({"export", "import", "turnover"})
_MODIFIERS = ("ых", "их")
# what may follow a number whose noun opens the clause
_AFTER = frozenset(". , ; : ( ) – — в во и к ко на с за".split())


def headed(one: Draft) -> bool:
    """Let a number count the noun that stands before it, and return whether it does.

    «число совместных предприятий дошло до 6,5 тыс.», «совместных проектов 51».
    """
    index = _noun_before(one)
    if index is None:
        index = _noun_of_number(one)
    if index is None:
        index = _noun_opening(one)
    if index is None:
        return False
    one.kind, one.unit = "count", "count"
    one.indicator = one.sentence.mentions.hits["counted"][index].entry.kind
    if one.indicator == "freight":
        one.kind = "freight"  # of trains: «количество поездов выросло с 13 до 17»
    one.note(f"counts «{one.sentence.low[index]}», named before")
    return True


def _noun_before(one: Draft) -> int | None:
    """The noun of «совместных проектов 51», with nothing after the number."""
    low, sentence = one.sentence.low, one.sentence
    counted = sentence.mentions.hits["counted"]
    after = low[one.last] if one.last < sentence.last else "."
    if after not in ".,;:()–—" or one.value != int(one.value):
        return None
    last = one.quantity.lead - 1
    last -= low[last] in ("–", "—") and last > sentence.first
    for index in range(last, max(sentence.first - 1, one.at - 9), -1):
        if sentence.mentions.tokens.kind[index] != "w" and low[index] != ",":
            return None
        hit = counted.get(index)
        if (
            hit is not None
            and hit.entry.kind.endswith(("_count", "jobs"))
            and low[index].endswith(_PLURALS)
        ):
            return index
    return None


def _noun_opening(one: Draft) -> int | None:
    """The noun that opens a clause: «рабочих мест проект даст 450», «резидентов станет 60 к лету».

    It stands in the genitive plural, and no other number comes between.
    """
    low, sentence = one.sentence.low, one.sentence
    counted = sentence.mentions.hits["counted"]
    after = low[one.last] if one.last < sentence.last else "."
    if one.value != int(one.value) or after not in _AFTER:
        return None
    clause, index = sentence.clause(one.at), one.at
    while index > sentence.first and sentence.clause(index - 1) == clause:
        index -= 1
    while index < one.at and (low[index] in _MARKS or low[index].endswith(_MODIFIERS)):
        if counted.get(index) is not None:
            break
        index += 1
    hit = counted.get(index)
    if hit is None or hit.last > one.quantity.lead or not hit.entry.kind.endswith(_COUNTS):
        return None
    dated = {at for period in sentence.periods for at in range(period.first, period.last)}
    kind = sentence.mentions.tokens.kind
    if any(kind[at] == "n" and at not in dated for at in range(hit.last, one.at)):
        return None
    return index if low[hit.last - 1].endswith(_PLURALS) else None


def _noun_of_number(one: Draft) -> int | None:
    """The noun of «число совместных предприятий дошло до 6,5 тыс.»."""
    low, sentence = one.sentence.low, one.sentence
    counted = sentence.mentions.hits["counted"]
    for index in range(max(sentence.first, one.at - _FARTHEST), one.at):
        if not low[index].startswith(("количеств", "числ")):
            continue
        near = one.at - index <= _NUMBER or _grew_before(one, index)
        for here in range(index + 1, min(index + 6, one.at)):
            hit = counted.get(here)
            if (
                hit is not None
                and hit.entry.value == "count"
                and (
                    (near and hit.entry.kind.endswith(("_count", "jobs")))
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


def of_units(one: Draft) -> bool:
    """Let «единиц» count the firms or jobs named before: «фирм стало больше на 300 единиц»."""
    low, sentence = one.sentence.low, one.sentence
    if one.kind != "vehicles" or not low[one.last - 1].startswith("единиц"):
        return False
    counted = sentence.mentions.hits["counted"]
    for index in range(one.quantity.lead - 1, sentence.first - 1, -1):
        hit = counted.get(index)
        if hit is None or hit.entry.kind == "out":
            continue
        if not hit.entry.kind.endswith(_COUNTS) or not low[hit.last - 1].endswith(_PLURALS):
            return False
        one.kind, one.unit, one.indicator = "count", "count", hit.entry.kind
        one.note(f"counts «{low[index]}», named before")
        return True
    return False


def number_of_them(one: Draft, before: Sequence[Draft]) -> bool:
    """«… стало больше на 300, их число достигло 7,1 тысячи»: of what was counted."""
    low, sentence = one.sentence.low, one.sentence
    for index in range(max(sentence.first, one.at - _NEAR), one.at - 1):
        if low[index] != "их" or not low[index + 1].startswith(("количеств", "числ")):
            continue
        whole = next((other for other in reversed(before) if not other.rejected), None)
        if whole is None or whole.indicator is None or not whole.indicator.endswith(_COUNTS):
            return False
        one.kind, one.unit, one.indicator = "count", "count", whole.indicator
        one.note("the number of those counted before")
        return True
    return False


def currency_before(one: Draft) -> bool:
    """Give a number the currency before it, and return whether one is there.

    «составил в тенге 200 миллиардов, в рублях – 40 миллиардов»
    """
    low, sentence = one.sentence.low, one.sentence
    units = sentence.mentions.hits["units"]
    if one.quantity.scale == OWN_SCALE:
        return False
    for index in range(max(sentence.first + 1, one.quantity.lead - 2), one.quantity.lead):
        hit = units.get(index)
        if hit is not None and hit.entry.kind == "currency" and low[index - 1] == "в":
            one.kind, one.unit = "money", hit.entry.value
            one.note("the currency stands before")
            return True
    return False


def containers(one: Draft) -> bool:
    """Let a number count the containers named before it, and return whether it does.

    «Контейнеров через порт прошло свыше 19 тыс.»
    """
    low, sentence = one.sentence.low, one.sentence
    words = low[sentence.first : one.at]
    named = [i for i, word in enumerate(words) if word.startswith(("контейнер", "дфэ"))]
    if one.quantity.scale == OWN_SCALE or not named:
        return False
    if any(word.startswith(("тонн", "доллар", "инвест")) for word in words[named[-1] :]):
        return False
    one.kind, one.unit = "teu", "TEU"
    one.note("containers, named before")
    return True


def inherited(drafts: Sequence[Draft], index: int, previous: Sequence[Draft]) -> bool:
    """Give a number the unit of the sentences before, or money by what it is about.

    «… составил 3,8 млн» after a sentence in dollars; «более 400» after «1 200 машин».
    """
    one = drafts[index]
    if one.quantity.scale == OWN_SCALE:
        return _plain_inherited(one, previous)
    if _counts_own(one):
        return False
    if _part_of_before(one, previous) or (index and _counts_again(one, drafts[index - 1])):
        return True
    indicators = one.sentence.indicators
    noun = one.sentence.low[one.last : one.last + 1]
    of_money = bool(noun) and noun[0].startswith(_MONEY)
    tonnes = any(hit.entry.kind in ("freight", "transit") for hit in indicators)
    flows = any(
        hit.entry.kind in ("turnover", "investment", "export_potential") for hit in indicators
    )
    for other in reversed(previous[-12:]):
        if other.rejected or other.kind not in ("money", "tonne", "teu", "wagon"):
            continue
        if other.kind == "money" and not flows and (tonnes or one.quantity.scale < _MILLION):
            continue  # «поставят 1,5 тысячи» counts no dollars
        if other.kind != "money" and (flows or of_money):
            continue
        return take_unit(one, other)
    if of_money or flows or _currency_of_list(one):
        one.kind, one.unit = "money", "USD"
        one.note("no currency named: US dollars, as usual for trade")
        return True
    return False


def _currency_of_list(one: Draft) -> bool:
    """«распределились следующим образом (в долларах США): … – 910 млн»: told over the list."""
    sentence = one.sentence
    low, units = sentence.low, sentence.mentions.hits["units"]
    for index in range(sentence.first - 1, max(1, sentence.first - _LIST), -1):
        hit = units.get(index)
        if hit is not None and hit.entry.value == "USD":
            opening = index - (low[index] != "в" and low[index - 1] == "в")
            return low[opening] == "в" and low[opening - 1] in ("(", ",")
    return False


def part_of_counted(one: Draft) -> str | None:
    """«55% всех объявленных проектов»: what it is a part of, projects or firms."""
    low, counted = one.sentence.low, one.sentence.mentions.hits["counted"]
    if low[one.first] == "на" or one.sentence.word_before(one.quantity.lead) == "на":
        return None
    for index in range(one.last, min(one.last + _NEAR, one.sentence.last)):
        hit = counted.get(index)
        if hit is not None and hit.entry.kind in ("enterprises_count", "projects_count"):
            return hit.entry.kind if low[hit.last - 1].endswith(_PLURALS) else None
        if not low[index].endswith(_MODIFIERS) and low[index] not in ("и", "всех"):
            return None
    return None


def part_of_vehicles(drafts: Sequence[Draft], index: int) -> bool:
    """«10 тыс. машин в сутки, в том числе 4 тыс. грузовых»: of what moves."""
    one = drafts[index]
    low, sentence = one.sentence.low, one.sentence
    earlier = [d for d in drafts[:index] if d.kind in ("vehicle", "vehicles") and not d.rejected]
    after = low[one.last] if one.last < sentence.last else "."
    opened = low[max(sentence.first, one.quantity.lead - 3) : one.quantity.lead]
    if not earlier or one.value >= earlier[-1].value:
        return False
    if "числе" not in opened and "них" not in opened and not after.startswith(_VEHICLES):
        return False
    return take_unit(one, earlier[-1])


def change_of_count(drafts: Sequence[Draft], index: int) -> bool:
    """«прошло 130 тыс. машин, что на 22% или 29 тысяч больше»: of what was counted."""
    one = drafts[index]
    if index < 2 or drafts[index - 1].kind != "percent":
        return False
    whole, low = drafts[index - 2], one.sentence.low
    between = [word for word in low[drafts[index - 1].last : one.quantity.lead] if word != "на"]
    more = low[one.last : one.last + 1]
    if between not in (["или"], [",", "или"]) or more not in (["больше"], ["меньше"]):
        return False
    if whole.quantity.noun is None or one.value >= whole.value:
        return False
    one.quantity = replace(one.quantity, noun=whole.quantity.noun)
    one.kind, one.unit = whole.kind, whole.unit
    one.note("a change of what was counted")
    return True


def _part_of_before(one: Draft, previous: Sequence[Draft]) -> bool:
    """«Из них 1,5 тысячи – грузовые»: a part of what the sentence before counts."""
    sentence = one.sentence
    if sentence.low[sentence.first : sentence.first + 2] != ["из", "них"] or not previous:
        return False
    whole = previous[-1]
    if sentence.number - whole.sentence.number > 1 or one.value >= whole.value:
        return False
    if whole.kind in ("percent", "ratio", "rank") or whole.rejected:
        return False
    one.indicator = whole.indicator
    return take_unit(one, whole)


def _counts_again(one: Draft, other: Draft) -> bool:
    """«работают 900 фирм, в соседней стране – 1,2 тыс. турецких»: of what is counted before."""
    noun = other.quantity.noun
    after = one.sentence.low[one.last] if one.last < one.sentence.last else "."
    if other.kind != "count" or noun is None or not noun.kind.endswith(_COUNTS):
        return False
    if one.quantity.scale != _THOUSAND or not (after in _AFTER or after.endswith(_MODIFIERS)):
        return False
    one.indicator = noun.kind
    return take_unit(one, other)


def _counts_own(one: Draft) -> bool:
    """Whether a noun that no table knows follows at once: «5 млн доз», «2 тыс. голов скота»."""
    sentence = one.sentence
    if one.last >= sentence.last or sentence.mentions.tokens.kind[one.last] != "w":
        return False
    word = sentence.low[one.last]
    if any(hit.first == one.last for hit in (*sentence.indicators, *sentence.cues)):
        return False
    return word.endswith(_PLURALS) or word in _SHORT_PLURALS


def _plain_inherited(one: Draft, previous: Sequence[Draft]) -> bool:
    """The same for a number without a word of scale, which has to look like a measured one."""
    decimal = one.value != int(one.value)
    hedged = one.quantity.qualifier in ("over", "under")
    if not (hedged or decimal or one.value_max is not None):
        return False
    for other in reversed(previous[-6:]):
        if other.kind == "vehicle" and one.value >= 20:
            return take_unit(one, other)
        if other.kind in ("tonne", "money") and decimal:
            return take(one, other, "and scale stated in the sentence before")
    return False
