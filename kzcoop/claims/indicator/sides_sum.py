"""Levels that an export and an import beside them add up to, or are apart by.

«Наша статистика даёт другое: 9,1 млрд. Экспорт по ней равен 4,4 млрд, импорт – 4,7»  turnover
«отправили на 45 млн, получили на 33, всего же набралось 78»                          turnover
«ввоз достиг 46,7, вывоз – 54,6 млрд, разница, стало быть, 7,9»                       a balance
«вывоз – 450 млн, ввоз – 160, и первый превышал второй почти втрое»                   their ratio
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import SIDES, TRADE
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems

_NEXT = 4  # figures after a level among which its sides may stand
_CLOSE = 0.02  # of the level: what rounding its sides may leave
_BEFORE = 2  # sentences before a level among which its sides may stand
_OF_TRADE = frozenset({"money", "percent", "ratio"})
_EXACT = 0.004  # of the larger side: the same where no word tells of a sum
_APART = 0.05  # of the larger side: what two sides are apart by at the least
_TIMES = 0.12  # of a ratio: what a round number of times may miss
_AHEAD = ("больше", "выше", "меньше", "ниже", "обогна", "опере", "перекры", "превзо", "превос",
          "превыс", "превыш", "уступ")  # fmt: skip
_FORMER = ("год", "прежн", "прошл")
_TOLD = 5  # tokens after a ratio: «вдвое меньше прошлогоднего»
_DIFFERS = Stems("перевес", "превыш", "разниц", "разрыв")


def name_sums(drafts: Sequence[Draft]) -> None:
    """Call a level turnover that took its flow from the text before and has two sides after it."""
    for index, one in enumerate(drafts):
        if one.indicator in TRADE and one.measure == "change_ratio":
            _name_ratio(one, drafts[max(0, index - _NEXT) : index])
        if one.indicator in TRADE and one.kind == "money" and _is_carried(one):
            near = [
                other
                for other in drafts[max(0, index - _NEXT) : index]
                if one.sentence.number - other.sentence.number <= _BEFORE
            ]
            if (both := of_sides_before(one, near)) is not None:
                one.indicator = both  # «Экспорт – 54 млрд, импорт – 46. Разница – 8 млрд»
                if both == "turnover":
                    _go_on(drafts[index + 1 :], one)
        if one.indicator in SIDES and one.kind == "money" and _is_carried(one):
            after = [
                other
                for other in drafts[index + 1 : index + 1 + _NEXT]
                if other.sentence.number - one.sentence.number <= 1
            ]
            if _adds_up(one, after):
                one.indicator = "turnover"
                one.note("the sum of an export and an import after it")


def _name_ratio(one: Draft, before: Sequence[Draft]) -> None:
    """Call a ratio no growth where it is by how much the two sides told before it differ."""
    near = [other for other in before if one.sentence.number - other.sentence.number <= 1]
    sides = _last_sides(one, near, ratio=True)
    if sides is None or _grew(one):
        return
    left, right, own = float(sides[0].value), float(sides[1].value), float(one.value)
    if min(left, right) <= 0 or own <= 0:
        return
    times, own = max(left, right) / min(left, right), max(own, 1 / own)
    if abs(times - own) <= _TIMES * own:
        one.indicator = "other"
        one.note("by how much an export and an import differ")


def _grew(one: Draft) -> bool:
    """Whether the clause of a ratio tells of growth, or of the period before."""
    sentence, low = one.sentence, one.sentence.low
    if any(p.role == "base" and not sentence.between(p.first, one.at) for p in sentence.periods):
        return True
    return any(
        cue.entry.kind in ("up", "down")
        and not sentence.between(cue.first, one.at)
        and not sentence.is_hedge(cue)
        and not low[cue.first].startswith(_AHEAD)
        for cue in sentence.cues
    ) or any(
        low[i].startswith(_FORMER) for i in range(one.at, min(one.last + _TOLD, sentence.last))
    )


def _is_carried(one: Draft) -> bool:
    return one.measure == "level" and bool(one.candidates) and one.candidates[0].first < 0


def _adds_up(one: Draft, after: Sequence[Draft]) -> bool:
    """Whether the first export and the first import after a level make it up."""
    sides: dict[str, float] = {}
    for other in after:
        if other.measure == "level" and other.unit == one.unit and other.indicator in SIDES:
            sides.setdefault(str(other.indicator), float(other.value))
    total = float(one.value)
    return len(sides) == len(SIDES) and abs(sum(sides.values()) - total) <= _CLOSE * total


def of_sides_before(one: Draft, before: Sequence[Draft]) -> str | None:
    """Return what a level is that follows an export and an import: their sum or their balance.

    None where a word of its own says what it is, or it is neither.
    """
    sides = _last_sides(one, before)
    if one.kind != "money" or sides is None:
        return None
    here = [other.last for other in sides if other.sentence is one.sentence]
    since = max(here, default=one.sentence.first)
    if any(since <= hit.first < one.at and hit.entry.value in SIDES
           for hit in one.sentence.indicators):  # fmt: skip
        return None
    left, right, own = float(sides[0].value), float(sides[1].value), float(one.value)
    largest, apart = max(left, right), abs(left - right)
    if abs(left + right - own) <= _EXACT * largest:
        return "turnover"
    if apart > _APART * largest and abs(apart - own) <= _EXACT * largest and _differs(one, since):
        return "other"
    return None


def _go_on(drafts: Sequence[Draft], total: Draft) -> None:
    """«Всего получилось 238 млн. За пять месяцев набежало 270»: turnover, told on in its paragraph.

    As far as no flow and no country is named.
    """
    paragraph = total.sentence.mentions.tokens.paragraph
    for one in drafts:
        sentence = one.sentence
        if sentence.indicators or sentence.abroad or one.kind not in _OF_TRADE:
            return
        if paragraph[sentence.number] != paragraph[total.sentence.number]:
            return
        if one.indicator in SIDES:
            one.indicator = "turnover"
            one.note("told on after the sum of an export and an import")


def _last_sides(
    one: Draft, before: Sequence[Draft], ratio: bool = False
) -> tuple[Draft, Draft] | None:
    """The last export and the last import of a sentence, as levels in the unit of a figure."""
    found: dict[str, Draft] = {}
    for other in reversed(before):
        if other.measure == "level" and other.kind == "money" and other.indicator in SIDES:
            found.setdefault(str(other.indicator), other)
    units = {other.unit for other in found.values()}
    if len(found) < len(SIDES) or len(units if ratio else units | {one.unit}) > 1:
        return None
    return found["export"], found["import"]


def _differs(one: Draft, since: int) -> bool:
    """Whether a difference is told: «разница – 7,9 млрд», «с перевесом в 8 млрд»."""
    low = one.sentence.low
    return any(low[i].startswith(_DIFFERS) for i in range(since, one.at))
