"""Measure and sign: what kind of statement a figure makes.

«вырос на 34%»                  change_pct        «вырос до 4,3 млрд»      level reached
«доля – 40%»                    share_pct         «довести до 10 млрд»     target
«105,4% к прошлому году»        change_pct 5.4    «до 300 машин в сутки»   a ceiling (upto)
«увеличился на 70,2 млн»        increment         «с 1 до 2 млрд»          two levels
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.measure.exceeding import exceeds
from kzcoop.claims.measure.increment import adds, is_increment
from kzcoop.claims.measure.index import WHOLE, is_more_than_whole
from kzcoop.claims.measure.measure_change import measure_percent, measure_ratio
from kzcoop.claims.measure.same_change import is_same_change
from kzcoop.claims.scene.draft import COMPARED, Draft
from kzcoop.claims.scene.governing import direction, governing, preposition_of
from kzcoop.claims.scene.sentence import tense
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems

_BY = ("мя", "ью")  # numbers in the instrumental
_TAKES = Stems("принимает", "принимают", "принимать", "пропускает", "пропускают", "пропускать")
_UP_TO = ("добра", "дойти", "дораст", "достич", "дотян")  # «До 400 млн намерены дорасти»
_CLOSE = 4  # tokens between a count and the verb of its growth
# verbs of a level reached: «довели до 300 машин»
_TO_REACH = (
    "вырос", "добра", "дораст", "дорос", "дотяг", "дотян", "довед", "довес", "дойд", "дойти",
    "доход", "дош", "нарас", "подня", "подорож", "снизи", "сократ", "увелич", "упал",
)  # fmt: skip


def assign_measure(one: Draft, before: Sequence[Draft], told: Draft | None = None) -> None:
    """Set measure, value (sign, index) and a first status of a draft with unit and indicator.

    ``before`` are the drafts of the same sentence before it, ``told`` is the last one of the
    sentences before.
    """
    if one.kind == "percent":
        measure_percent(one, before, told)
        if one.measure == "share_pct" and one.value > WHOLE and is_more_than_whole(one):
            one.measure, one.value = "change_pct", one.value - WHOLE
    elif one.kind == "ratio":
        measure_ratio(one, before)
    elif one.kind == "rank":
        one.measure = "rank"
    elif one.kind == "count" and one.indicator == "other" and _of_trains(one, before):
        one.measure = "level"  # «пропускная способность стыка – 40 пар поездов в сутки»
    elif one.kind in ("count", "people"):
        one.measure = "count"
        if one.indicator == "freight" and _daily(one):
            one.measure = "level"  # «стык принимает до восьми поездов в сутки»
        if one.kind == "count" and _counted_more(one):
            one.measure = "increment"
        moved = one.kind == "count" and one.indicator in ("freight", "other", "transit")
        if moved and exceeds(one, preposition_of(one)):
            one.measure = "increment"  # «на три поезда больше»
        if preposition_of(one) == "до" and one.qualifier == "exact" and _is_ceiling(one):
            one.qualifier = "upto"
    else:
        _amount(one, before)


def _daily(one: Draft) -> bool:
    """Whether trains are those that a station takes in a day."""
    sentence = one.sentence
    return sentence.low[one.last - 1] == "сутки" and sentence.begins(_TAKES)


def _of_trains(one: Draft, before: Sequence[Draft]) -> bool:
    """Whether a capacity is told in trains, or against one: «24 поезда в сутки вместо 20»."""
    last, noun = before[-1] if before else None, one.quantity.noun
    if noun is None and last is not None and last.indicator == "other":
        noun = last.quantity.noun
    return noun is not None and noun.id.startswith("train")


def _counted_more(one: Draft) -> bool:
    """«(+123 компании)», «число фирм сократилось на 22»: how many more or less there are."""
    low, sentence = one.sentence.low, one.sentence
    if one.indicator not in ("enterprises_count", "jobs", "projects_count"):
        return False
    if low[one.first] == "+" or sentence.word_before(one.first) == "+":
        return True
    if low[one.last - 1].endswith(_BY) and low[one.last : one.last + 1] == ["больше"]:
        return True  # «действует 29 предприятий, пятью больше, чем год назад»
    if preposition_of(one) != "на":
        return False
    changed = sentence.near(one.quantity, "up", "down", reach=_CLOSE, clauses=0)
    if changed is None or low[changed.first] in ("+", "плюс", "минус"):
        return False
    if any(changed.last <= q.first < one.at for q in sentence.quantities):
        return False
    one.value *= direction(one, sentence)
    return True


def _amount(one: Draft, before: Sequence[Draft]) -> None:
    one.measure = "level"
    preposition = preposition_of(one)
    if preposition == "до" and one.qualifier == "exact" and _is_ceiling(one):
        one.qualifier = "upto"
    if COMPARED in one.trace:
        return  # «продал на 7 млн больше, чем купил»
    if is_same_change(one, before) or is_increment(one, preposition):
        one.measure = "increment"
    elif one.indicator == "export_potential" and preposition == "до" and not _up_to(one):
        one.indicator = "export"  # «нарастить экспорт до 2 млрд» names a level
    elif one.indicator == "export_potential" or adds(one, preposition):
        one.measure = "increment"


_FROM = frozenset({"с", "со"})
_TURN = ("очеред", "рук")
_MORE = ("добав", "объем", "прибав", "прирост", "сумм", "эффект")


def _up_to(one: Draft) -> bool:
    """«на общую сумму до полумиллиарда», «по ним можно прибавить до 250 млн»: how much more."""
    low, sentence = one.sentence.low, one.sentence
    if sentence.word_at(one.last).startswith("дополнительн"):
        return True  # «видел резерв: до 90 млн долларов дополнительного экспорта»
    for index in range(one.at - 1, max(sentence.first, one.at - 4), -1):
        if low[index] == "до":
            led = index - 1 - (low[index - 1] in ("–", "—"))
            if low[led].startswith(_MORE) or low[index - 1] == ",":
                one.qualifier = "upto" if one.qualifier == "exact" else one.qualifier
                return True
            return False
    return False


def _is_ceiling(one: Draft) -> bool:
    """«мощность – до 300 машин в сутки»: «до» says no level that something came to."""
    sentence, low = one.sentence, one.sentence.low
    if any(c.last == one.at and low[c.first - 1] == "до" for c in sentence.cues):
        return False  # «до целевых десяти миллиардов не хватает четырёх»
    if sentence.word_at(one.last).startswith(_TURN):
        return False  # «до 27 руки не дошли»
    form, verb = governing(one)
    if verb is not None and verb.entry.kind != "reach":
        far = sentence.between(verb.first, one.at) > 2
        if not far or form == "infinitive":
            return False
    before = low[max(sentence.first, one.at - 12) : one.at]
    if any(word.startswith(_TO_REACH) for word in before):
        return False
    if low[one.at - 1] == "до" and one.kind == "money" and is_past(low[one.at - 2]):
        return False  # «импорт в январе прыгнул до 74 млн долларов»
    changed = any(
        q.kind in ("percent", "ratio") and 0 <= one.quantity.lead - q.last <= 4
        for q in sentence.quantities
    )  # «поставки – на 39%, до 19,8»
    started = any(  # «с 200 до 300 машин», «с нынешних шести миллиардов до десяти»
        not _FROM.isdisjoint(low[max(sentence.first, q.lead - 2) : q.lead])
        and 0 <= one.at - q.last < len(before)
        for q in sentence.quantities
    )
    follows = any(
        (
            cue.entry.kind in ("up", "down", "goal")
            or (low[cue.first].startswith(_UP_TO) and tense(low[cue.first]) == "infinitive")
        )
        and one.last <= cue.first <= one.last + 6
        and not low[cue.first].startswith("увеличени")  # «с перспективой увеличения до 7 тыс.»
        for cue in sentence.cues
    )  # «До $1 млрд в год хотят увеличить торговлю»
    return not (changed or started or follows)
