"""What percentages and times tell: a share, an index, a change and which way it goes.

«вырос на 34%»                  change_pct        «в 4 раза меньше»    change_ratio 0.25
«105,4% к прошлому году»        change_pct 5.4    «доля – 40%»         share_pct
«снизился на 57%, с Грузией – на 35%»: the verb stands once
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kzcoop.claims.measure.index import (
    BRACKETED,
    INDEX,
    WHOLE,
    again_index,
    is_bracketed_index,
    is_index,
)
from kzcoop.claims.measure.share import (
    WEIGHTS,
    of_whole,
    prefixed,
    preposition,
    share_by_verb,
    share_told,
)
from kzcoop.claims.measure.share_pair import again_by_figure, of_two_shares, slows
from kzcoop.claims.measure.share_part import names_its_part
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import direction, distance
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit

_HALF = 50  # percent, from which a list of indices goes on
_WHOLE_SENTENCE = 99  # tokens
_SOON = 4  # tokens from the beginning to «она»
# «112% от результата 2021-го»
_PLAN = Stems("план", "плану", "плане")
# what a figure is noted to be that passes through, of all that is sent
PASSING = "a share of what passes through the country"
OF_COUNTED = "a part of those counted before"
_ENDS = frozenset({".", ",", ";", ")", "соответственно"})
_JOINTS = frozenset({"–", "—", "-", "(", ",", ":", "именно", "точнее"})
# tokens from a fraction to the same share in percent, and how far they differ
_DIFFERENCE = Stems("отрыв", "разниц", "разрыв")
_APART = 2  # tokens of «разница –», and levels
_NOW = frozenset({"пока", "раньше", "сегодня", "сейчас", "теперь"})
_IT = frozenset({"доля", "она", "показатель"})
_RETOLD, _ROUGHLY = 5, 12
_OPPOSED = 3  # tokens of «против прошлогодних» before a share


def measure_percent(one: Draft, before: Sequence[Draft], told: Draft | None = None) -> None:
    """Set what a percentage is: a share, an index or a change, and which way.

    ``before`` are the drafts of its sentence before it, ``told`` is the last of those before.
    """
    sentence, low = one.sentence, one.sentence.low
    if one.quantity.sign < 0:
        if not _is_dash(one):
            one.measure, one.value = "change_pct", -one.value
            return
        one.first = one.at
    if is_index(one):
        one.measure, one.value = "change_pct", one.value - WHOLE
        one.note(INDEX)
        return
    if before and (is_bracketed_index(one, before) or again_index(one, before)):
        one.measure, one.value = "change_pct", one.value - WHOLE
        one.note(BRACKETED)
        return
    if of_two_shares(one, before):
        one.measure = "share_pct"
        return
    grew = told is not None and (told.measure, told.status) == ("change_pct", "actual")
    if grew and told is not None and again_by_figure(one):
        one.measure, one.value = "change_pct", one.value.copy_sign(told.value)
        return
    on = sentence.word_before(one.quantity.lead) == "на" or prefixed(one)
    if low[one.first] == "в" and (
        sentence.word_before(one.first).startswith(WEIGHTS)
        or (sentence.word_before(one.first).startswith("оцен") and sentence.has("share"))
    ):  # also «доля на рынке оценивается в 70%»
        one.measure = "share_pct"  # «с долей в 37,2%»
        return
    growth = sentence.near(one.quantity, "up", "down", reach=12, clauses=2)
    if one.quantity.form == "fraction" and not on:
        one.measure = "share_pct"
        if _fraction_grows(one, growth):  # «снизился наполовину», «потерял треть»
            one.measure, one.value = "change_pct", one.value * direction(one, sentence)
        elif before and _next_change(one, before[-1]):
            one.measure = "change_pct"
            one.value = one.value.copy_sign(before[-1].value)
        return
    shared = bool(before) and before[-1].measure == "share_pct" and one.quantity.kind == "bare"
    if shared and not on:
        one.measure = "share_pct"  # «Россия дала 91% суммы, Беларусь – 4,1, Армения – 4,4»
        return
    if on and share_by_verb(one):
        one.measure = "share_pct"
        return
    last = before[-1] if before else None
    if last is not None and not on and _same_share(one, last):
        one.measure = "share_pct"
        return
    if last is not None and last.measure == "share_pct" and preposition(one) == "до":
        beside = sentence.near(one.quantity, "up", "down", clauses=0)
        if beside is None and preposition(last) == "до":
            one.measure = "share_pct"  # «доля – до 65%, а на соседнем рынке – до 74%»
            return
    if (of_whole(one) and not (growth is not None and on)) or (not on and share_told(one, growth)):
        one.measure = "share_pct"
        return
    one.measure = "change_pct"
    if sentence.begins(_DIFFERENCE) and growth is None and _differs(one, before):
        rose = before[-2].value > before[-1].value
        one.value = one.value if rose else -one.value
        return
    signed = "+" in low[max(0, one.first - 1) : one.first + 1]
    if growth is None and not on and not signed:
        wide = sentence.near(one.quantity, "up", "down", clauses=5)
        if wide is None:
            one.measure = "share_pct"
            if last is not None and one.value > _HALF and INDEX in last.trace:
                # «объём экспорта – 103% к прошлому году, импорта – 98%»
                one.measure, one.value = "change_pct", one.value - WHOLE
            elif not (
                (before and _stands_alone(one))
                or PASSING in one.trace
                or OF_COUNTED in one.trace
                or _of_share_before(one)
                or names_its_part(one, before)
                or _of_plan(one, before)
                or _next_share(one, before, told)
            ):
                one.reject("out_of_scope")
            return
    if slows(one):
        return
    if direction(one, sentence) < 0 or _falls_on(one, before):
        one.value = -one.value


def _differs(one: Draft, before: Sequence[Draft]) -> bool:
    """«121 тыс. тонн, годом ранее – 94 тыс., разница 29%»: what two levels are apart by."""
    sentence, low = one.sentence, one.sentence.low
    led = low[max(sentence.first, one.quantity.lead - _APART) : one.quantity.lead]
    if not any(word.startswith(_DIFFERENCE) for word in led) or len(before) < _APART:
        return False
    new, old = before[-2:]
    levels = new.measure == old.measure == "level" and new.unit == old.unit
    return levels and new.indicator == old.indicator and new.value != old.value


def _next_share(one: Draft, before: Sequence[Draft], told: Draft | None) -> bool:
    """«… довести долю до 10%. Сейчас она составляет 27%», «Китай следует вплотную: 29,3%»."""
    sentence = one.sentence
    if told is None or before or told.measure != "share_pct" or sentence.indicators:
        return False
    if sentence.number - told.sentence.number > 1:
        return False
    first = sentence.word_at(sentence.first)
    again = first in _NOW or any(word in _IT for word in sentence.low[sentence.first : one.at])
    return again or any(
        place.first - sentence.first <= 1 and place.last < one.at for place in sentence.places
    )


def _same_share(one: Draft, last: Draft) -> bool:
    """«меньше половины – 46%», «40% против 25»: the share before exactly, or at another time."""
    if last.measure != "share_pct":
        return False
    words = one.sentence.low[last.last : one.quantity.lead]
    if words[:1] in (["против"], ["вместо"]) and len(words) <= _OPPOSED:
        return True  # «доля – 40% против нынешних 25%»
    if last.quantity.form != "fraction":
        return False
    joined = bool(words) and len(words) <= _RETOLD and words[-1] in _JOINTS
    return joined and abs(one.value - last.value) <= _ROUGHLY


def _of_share_before(one: Draft) -> bool:
    """«… долю импорта. Сейчас она – 27%», «Россия с долей 30%. Китай следует вплотную: 29%»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.number:
        return False
    first, last = sentence.mentions.tokens.bounds[sentence.number - 1]
    if not any(word.startswith(WEIGHTS) for word in low[first:last]):
        return False
    it = "она" in low[sentence.first : min(sentence.first + _SOON, one.at)]
    return it or any(place.first == sentence.first for place in sentence.abroad)


def _stands_alone(one: Draft) -> bool:
    """«на тонну – 40%.», «28 млрд и 35% соответственно»: of the flow told, and of no thing."""
    return one.last >= one.sentence.last or one.sentence.low[one.last] in _ENDS


def measure_ratio(one: Draft, before: Sequence[Draft]) -> None:
    """Set by how many times something changed, below one where it fell: «в 4 раза меньше»."""
    one.measure = "change_ratio"
    if one.quantity.form == "timesverb":
        return
    low = one.sentence.low
    after = low[one.last : one.last + 2]
    less = bool(after) and after[0] in ("меньше", "ниже")
    if one.quantity.sign < 0 or less or _falls_on(one, before):
        one.value = (Decimal(1) / one.value).quantize(Decimal("0.000001")).normalize()
    elif direction(one, one.sentence) < 0 and not (after and after[0] in ("больше", "выше")):
        cue = one.sentence.near(one.quantity, "up", "down", clauses=1)
        if cue is not None and cue.entry.kind == "down":
            one.value = (Decimal(1) / one.value).quantize(Decimal("0.000001")).normalize()


def _is_dash(one: Draft) -> bool:
    """«доля составила 34%, далее Казахстан -25%»: a dash of a list of shares, and no minus."""
    sentence = one.sentence
    listed = sentence.has("share") and not sentence.has("up", "down")
    return (
        listed and sentence.low[one.first] == "-" and sentence.word_before(one.first) not in "(,:"
    )


def _next_change(one: Draft, last: Draft) -> bool:
    """«Первая прибавила 12%, вторая – треть»: the verb stands once."""
    words = one.sentence.low[last.last : one.quantity.lead]
    listed = 2 < len(words) <= 5 and words[0] in (",", ";") and words[-1] in ("–", "—")
    return last.measure == "change_pct" and listed and not of_whole(one)


# of a whole that is named: «потеряли почти треть оборота»
_LOST = ("лишил", "потеря", "утрат")


def _fraction_grows(one: Draft, growth: Hit | None) -> bool:
    """«вырос почти четверть»: a fraction that changes, where all others are shares."""
    share = one.sentence.near(one.quantity, "share", reach=14, clauses=2)
    return (
        growth is not None
        and share is None
        and (not of_whole(one) or one.sentence.low[growth.first].startswith(_LOST))
        and min(distance(one, growth), _from_verb(one, growth)) <= _SOON
        and one.sentence.word_before(one.quantity.lead) not in ("до", "от")
    )


def _from_verb(one: Draft, growth: Hit) -> int:
    """«потеряла в 2009-м едва ли не четверть»: tokens from the verb to the hedge of its figure."""
    beside = growth.last <= one.quantity.lead and not one.sentence.between(growth.first, one.at)
    return one.quantity.lead - growth.last if beside else _WHOLE_SENTENCE


def _of_plan(one: Draft, before: Sequence[Draft]) -> bool:
    """«при плане 57 тыс. вагонов принято 100 тыс. (175%)»: how much of a plan was done."""
    hauled = any(other.kind in ("teu", "tonne", "wagon") for other in before)
    return hauled and one.sentence.low[one.first - 1] == "(" and one.sentence.begins(_PLAN)


def _falls_on(one: Draft, before: Sequence[Draft]) -> bool:
    """«снизился на 57%, с Грузией – на 35%, с Арменией – на 28%»: the verb stands once."""
    last = before[-1] if before else None
    change = last
    if last is not None and last.measure == "level" and len(before) > 1:
        change = before[-2]  # «перцы – на 78%, до 177 тонн, огурцы – на 59%»
    if change is None or last is None or not _falls(change):
        return False
    if one.sentence.near(one.quantity, "up", "down", clauses=1) is not None:
        return False
    words = one.sentence.low[last.last : one.quantity.lead]
    words = words[1:] if words[:1] == [")"] else words  # «на 4% (до 390 тонн), а в Китай – вдвое»
    return 3 <= len(words) <= 6 and words[0] in (",", "и") and bool({"–", "—", "-"} & set(words))


def _falls(change: Draft) -> bool:
    if change.measure == "change_ratio":
        return change.value < 1
    return change.measure == "change_pct" and change.value < 0
