"""What percentages and times tell: a share, an index, a change and which way it goes.

«вырос на 34%»                  change_pct        «в 4 раза меньше»    change_ratio 0.25
«105,4% к прошлому году»        change_pct 5.4    «доля – 40%»         share_pct
«снизился на 57%, с Грузией – на 35%»: the verb stands once
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kzcoop.claims.measure.share import (
    WEIGHTS,
    of_whole,
    prefixed,
    preposition,
    share_by_verb,
    share_told,
)
from kzcoop.claims.measure.share_part import names_its_part
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import direction, distance
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit

_RATE, _RATE_NEAR = 80, 7  # percent from which a rate of growth is an index; tokens to it
_SOON = 4  # tokens from the beginning to «она»
# «112% от результата 2021-го»
_STANDARDS = ("показател", "прошлогодн", "результат", "суммы", "уровня")
_RATES = Stems("индекс", "темп")
_PLAN = Stems("план", "плану", "плане")
_WHOLE = 100
_FALLEN = 40  # percent to which a flow may have fallen that is told as an index
_BRACKETED = "an index in brackets: no share is more than the whole"
# what a figure is noted to be that passes through, of all that is sent
PASSING = "a share of what passes through the country"
_INDEX = "an index: «к» after the percentage"
_ENDS = frozenset({".", ",", ";", ")", "соответственно"})
_SIGNS = frozenset({"плюс", "минус", "+", "-", "–"})
_LINKING = ("–", "—", "-", ":", "достиг", "равен", "состави")  # «прибавка – 44% к»
_DASHES = frozenset("–—-:")
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
    if _is_index(one):
        one.measure, one.value = "change_pct", one.value - _WHOLE
        one.note(_INDEX)
        return
    if before and _is_bracketed_index(one, before):
        one.measure, one.value = "change_pct", one.value - _WHOLE
        one.note(_BRACKETED)
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
            if last is not None and one.value > _WHOLE and _INDEX in last.trace:
                # «объём экспорта – 103% к прошлому году, импорта – 108%»
                one.measure, one.value = "change_pct", one.value - _WHOLE
            elif not (
                (before and _stands_alone(one))
                or PASSING in one.trace
                or _of_share_before(one)
                or names_its_part(one, before)
                or _of_plan(one, before)
                or _next_share(one, before, told)
            ):
                one.reject("out_of_scope")
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


def _is_bracketed_index(one: Draft, before: Sequence[Draft]) -> bool:
    """«экспорт – 390 млн (116,6%)»: of the year before; not «(рост на 110%)», «(+120%)»."""
    low, last = one.sentence.low, before[-1]
    least = _FALLEN if any(_BRACKETED in other.trace for other in before) else _WHOLE
    alone = low[one.first - 1] == "(" and low[one.last : one.last + 1] == [")"]
    level = last.measure == "level" and last.kind in ("money", "tonne", "teu", "wagon")
    signed = low[one.first] in _SIGNS or one.quantity.sign < 0
    beside = level and last.last == one.first - 1 and not signed
    return alone and beside and least < one.value <= 1000 and not one.sentence.begins(_PLAN)


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


def _is_index(one: Draft) -> bool:
    """«105,4% к прошлому году», «98% от суммы 2023-го», «97% прошлогоднего»."""
    after = one.sentence.low[one.last : one.last + 4]
    signed = one.sentence.word_before(one.quantity.lead).startswith(
        ("минус", "плюс", "приба", "приро", "рост", "потерял", "сброси", "убав")
    )
    signed = signed or one.sentence.low[one.first] in _SIGNS  # «плюс 41% к октябрю»
    signed = signed or any(  # «прибавил 87% к январю – сентябрю»
        cue.entry.kind in ("up", "down")
        and (cue.last == one.quantity.lead or (one.value < _RATE and _joined(one, cue)))
        for cue in one.sentence.cues
    )
    told = bool(after) and (
        after[0] == "к"
        or (after[0].startswith("прошлогодн") and one.quantity.form != "fraction")
        or (after[0] == "от" and "".join(after[1:2]).startswith(_STANDARDS))
        or (after[0].startswith(_STANDARDS) and _dated(one))
    )
    told = (told or _against(one) or _in_relation(one)) and not prefixed(one) and not signed
    told = told or _of_rate(one)
    return told and 40 <= one.value <= 1000


def _against(one: Draft) -> bool:
    """«2022 год: 1 034 млн, к 2021-му 141,2%», «1,3 млрд, к прошлому году – 108%»."""
    low, lead = one.sentence.low, one.quantity.lead
    lead -= low[lead - 1] in _DASHES
    if one.value < _RATE or any(
        cue.entry.kind in ("up", "down") and lead - _RATE_NEAR <= cue.first < lead
        for cue in one.sentence.cues
    ):
        return False  # «прирост к 2019-му – 41%»
    return any(
        p.last == lead and "к" in (low[p.first], low[p.first - 1]) for p in one.sentence.periods
    ) and one.sentence.word_at(one.last) in (".", ",", ";", "", ")")


def _in_relation(one: Draft) -> bool:
    """«По отношению к январю – марту 2023-го она равна 97,9%», «достигла 104% от …»."""
    low, first = one.sentence.low, one.sentence.first
    led = one.sentence.word_before(one.quantity.lead)
    equals = led.startswith(("равн", "состав", "достиг")) or led in _DASHES
    return equals and any(
        low[i].startswith("отношени") and low[i + 1] == "к" and low[i - 1] == "по"
        for i in range(first + 1, one.at - 1)
    )


def _dated(one: Draft) -> bool:
    """«98% суммы семи месяцев 2024-го», «104% уровня 2023 года»: by the period that follows."""
    at = one.last + 1
    after = any(0 <= period.first - at <= 1 for period in one.sentence.periods)
    return after and one.quantity.form != "fraction"


def _joined(one: Draft, growth: Hit) -> bool:
    """«прибавка – 44% к прежним 180 тыс.», «прирост составил 9% к январю»: of a noun of change."""
    words = one.sentence.low[growth.last : one.quantity.lead]
    return len(words) == 1 and words[0].startswith(_LINKING)


def _of_rate(one: Draft) -> bool:
    """«темп роста – 111,4%», «индекс экспорта составил 98,7%»; «темп роста – 12%» is none."""
    low, sentence = one.sentence.low, one.sentence
    if one.value < _RATE or not sentence.begins(_RATES):
        return False
    return (
        any(
            low[i].startswith("индекс") or (low[i].startswith("темп") and low[i + 1] == "роста")
            for i in range(max(sentence.first, one.at - _RATE_NEAR), one.at)
        )
        or any(  # «индекс к январю – ноябрю 2024-го – 106 процентов»
            low[p.first - 2 : p.first] == ["индекс", "к"] and p.last < one.at
            for p in sentence.periods
        )
    )


def _fraction_grows(one: Draft, growth: Hit | None) -> bool:
    """«вырос почти четверть»: a fraction that changes, where all others are shares."""
    share = one.sentence.near(one.quantity, "share", reach=14, clauses=2)
    return (
        growth is not None
        and share is None
        and not of_whole(one)
        and distance(one, growth) <= 4
        and one.sentence.word_before(one.quantity.lead) not in ("до", "от")
    )


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
