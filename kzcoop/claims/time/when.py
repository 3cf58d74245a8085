"""When: period, base of comparison and deadline of a figure.

«задача в 1 млрд была достигнута в 2021 году»     a goal met: the year it was
«Обычно выбирают за год около миллиона тонн»      a habit: none
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from kzcoop.claims.claim import MOVED, STOCK
from kzcoop.claims.measure.share import preposition
from kzcoop.claims.scene.asked import deadline_as_asked
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.base_beside import by_pair, came_after
from kzcoop.claims.time.base_level import base_level
from kzcoop.claims.time.base_period import (
    base_of,
    base_told,
    earlier,
    grown_since,
)
from kzcoop.claims.time.by_order import period_in_order
from kzcoop.claims.time.deadline import NEVER, assign_deadline
from kzcoop.claims.time.nearest_period import CHANGES
from kzcoop.claims.time.other_clause import dates_another_clause
from kzcoop.claims.time.own_period import (
    from_start,
    in_brackets,
    own_period,
    same_months,
    since_then,
    told_before,
)
from kzcoop.claims.time.period_aside import spoken
from kzcoop.claims.time.period_value import (
    by_contrast,
    month_by_base,
    months_after_base,
    period_value,
    this_time,
    year_after_base,
)
from kzcoop.claims.time.plan import fulfilled, is_part
from kzcoop.claims.time.ranked import ranked_then
from kzcoop.claims.time.result import of_full_years, to_year_reached
from kzcoop.claims.time.stock_then import stock_then
from kzcoop.claims.time.taken_period import over_a_year, take_over
from kzcoop.claims.time.timeless import of_any_year
from kzcoop.claims.time.told_time import (
    by_now,
    changed_then,
    lies_ahead,
    of_level_before,
    since_told,
    stands_against,
    tells_past,
    to_year_told,
    what_it_became,
    with_open_years,
)
from kzcoop.language.stems import Stems

_REACHED = Stems("выполнен", "достигнут")  # a goal
_MET = re.compile(r"(достигнут|выполнен)[аоы]?$")
_OF_YEAR = Stems("годов")  # «годовой план»
_SETTLED = 3  # months in which a year told is the one before
_VALUED = 5  # tokens between projects and what they are worth


def assign_time(
    one: Draft,
    before: Sequence[Draft],
    recent: str | None,
    bases: Mapping[str, str],
    dct: date | None,
) -> None:
    """Set period, base_period and deadline of a draft whose measure and status are known.

    Parameters
    ----------
    one
        The draft.
    before
        The drafts of the same sentence before it.
    recent
        The period that the sentence before was about.
    bases
        What periods were compared with in the text before.
    dct
        The document's date, or None.
    """
    if one.is_base and one.status == "actual":
        return  # «с нынешних 10 млн до 15 млн тонн»
    if one.status != "actual":
        if one.measure == "target" and (met := _met_in(one)) is not None:
            one.period = met  # «задача в 1 млрд была достигнута в 2021 году»
            return
        last = before[-1] if before else None
        if last is not None and last.deadline and _is_value_of(one, last):
            one.deadline = last.deadline  # «в этом году ожидается запуск 6 проектов на 400 млн»
            return
        if one.deadline is None:
            assign_deadline(one, dct)
        if one.deadline is None and not one.sentence.periods:
            one.deadline = deadline_as_asked(one, dct)
        if one.deadline is None and last is not None and is_part(one, last):
            one.deadline = last.deadline  # «в этом году ждут 8 млн тонн, из них 4 – на экспорт»
        if (
            one.measure in ("target", "change_pct", "change_ratio")
            or one.indicator in STOCK
            or one.kind == "money"
        ):
            return
    if of_any_year(one):
        return  # «Обычно покупатели выбирают за год около миллиона тонн»
    if (year := _plan_year(one)) is not None:
        one.period = year
        return
    if (ordered := period_in_order(one)) is not None:
        one.period = ordered  # «в 2021 и 2022 годах – 45 и 82 млн»
        return
    if (then := stock_then(one, before, dct)) is not None:
        one.period, one.is_base = then, True
        return
    if (grown := since_told(one, before, recent, dct)) is not None:
        one.period, one.base_period = grown, grown.split("/")[0]
        return
    own = by_contrast(one, own_period(one, dct), recent)
    own = own and of_full_years(one, own, dct)
    if own is not None and (years := to_year_reached(one, own)) is not None:
        one.period, one.base_period = years, years.split("/")[0]
        return
    if own is not None and recent and (ends := to_year_told(one, own, recent, dct)) is not None:
        own = own._replace(value=ends)
    if own is not None and recent and from_start(one, own) and told_before(one, own, recent, dct):
        own = own._replace(value=recent)  # so that its base has the same months
    if own is not None and recent and own.first < one.at and stands_against(one, own, recent):
        one.period = recent
        one.base_period = own.value if one.measure in CHANGES else None
        return
    if one.measure in CHANGES:
        one.base_period = base_told(one, own)
    if one.measure in CHANGES and recent and changed_then(one):
        one.period = earlier(recent, one.sentence.periods[0])
        return  # «Год назад картина была обратной: импорт тогда вырос на четверть»
    if one.measure in CHANGES and before and of_level_before(one, before[-1]):
        one.period = before[-1].period  # «начался с 9 тыс. тонн за осень, и это втрое больше»
        return
    compared = base_level(one, own, before, recent, bases)
    if compared is not None:
        one.period, one.is_base = compared, True
        return
    if own is not None and before and (then := what_it_became(one, before[-1], recent)) is not None:
        one.period = then
        return
    if own is not None and recent and (again := same_months(one, own, recent)) is not None:
        one.period, one.is_base = again, again < recent
        return
    vague = own is not None and own.value is None and own.role == "at" and own.months is None
    if vague and dct is None and recent and own is not None and own.shift == 0:
        if len(recent) == len("2025") and one.sentence.low[own.first] == "с":
            return  # «С начала года» after a whole year
        own = None  # «С начала года» of an undated report: the months told before
    elif own is not None and recent is not None and told_before(one, own, recent, dct):
        # «В прошлом году – 50 тыс. тонн, с начала этого – 12»: what the text has told, not 50
        told = [d.period for d in before if d.period]
        own = own._replace(value=recent) if told and told[-1] != recent else None
    if own is not None and recent and by_now(one, own, recent):
        one.period = recent
        return
    since = bases.get(recent or "") if own is not None and one.measure in CHANGES else None
    if own is not None and since is not None and since_then(one, own):
        one.period = f"{since}/{recent}"  # «с 2,1 млрд в 2020 году … За это время вдвое»
        return
    if own is not None and (later := by_pair(one, own, before)) is not None:
        one.period, one.base_period = later, own.value
        return
    if own is not None and (grown := grown_since(one, own, before, recent)) is not None:
        one.period, one.base_period = grown, own.value
        return
    if own is not None and dct is not None and lies_ahead(own, dct) and not tells_past(one, own):
        own = None  # «терминал достроят в 2027 году; вложения в него достигли 34 млрд»
    if own is not None and not dates_another_clause(one, own):
        one.period = this_time(one, own, dct) or period_value(one, own, dct)
        against = bool(before) and preposition(one) in ("вместо", "против")
        against = against or (bool(before) and came_after(one, before[-1]))
        one.is_base = in_brackets(one, own) or against
        if one.measure in CHANGES and own.role == "span" and own.value and one.base_period is None:
            one.base_period = own.value.split("/")[0]
        return
    if (
        (one.kind == "rank" and not ranked_then(one))
        or one.indicator in NEVER
        or any(spoken(one, p) for p in one.sentence.periods)
    ):
        return
    if own is None and not before and one.sentence.periods and with_open_years(one):
        return
    if own is None and dct is not None and (month := month_by_base(one, dct)) is not None:
        one.period = month
        return
    take_over(one, before, recent)
    ran = (f"{dct.year}-", f"{dct.year - 1}-") if dct is not None else ("-",)
    begun = one.period is None or one.period.startswith(ran)
    if begun and dct is not None and dct.month <= _SETTLED and over_a_year(one):
        # «По стыку за год прошло 9 млн тонн», in February; not «упал за год с 74 до 31 млн»
        one.is_base = preposition(one) in ("с", "со") and one.sentence.word_at(one.last) == "до"
        one.period = str(dct.year - 1 - one.is_base)
    elif one.period is not None and one.period.endswith("-12") and over_a_year(one):
        one.period = one.period[: len("2022")]  # after «в декабре 2022 года»
    if one.period is None and one.indicator in MOVED:
        one.period = year_after_base(one, dct)
    elif one.period is not None and one.measure in CHANGES:
        one.period = months_after_base(one, one.period, dct)
    if one.measure in CHANGES and one.base_period is None and one.period is not None:
        one.base_period = base_of(one, one.period)


def _met_in(one: Draft) -> str | None:
    """The year in which a goal was met: «задача в 1 млрд была достигнута уже в 2021 году»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_REACHED):
        return None
    met = next((i for i in range(one.last, sentence.last) if _MET.match(low[i])), None)
    if met is None or sentence.between(one.at, met) or low[met - 1] in ("будет", "быть", "не"):
        return None
    return next((p.value for p in sentence.periods if p.role == "at" and p.first > met), None)


def _plan_year(one: Draft) -> str | None:
    """«годовой план выполнен 2 декабря в объёме 26 млн тонн»: the year of the plan."""
    sentence = one.sentence
    if not sentence.begins(_OF_YEAR) or one.measure != "level" or not fulfilled(one):
        return None
    days = [p for p in sentence.periods if p.role == "date" and p.last <= one.at]
    return str(days[-1].year) if days and days[-1].year else None


def _is_value_of(one: Draft, count: Draft) -> bool:
    """Whether money is the value of the planned projects counted right before it."""
    counted = count.indicator == "projects_count" and count.status == one.status == "planned"
    words = one.sentence.low[count.last : one.quantity.lead]
    return (
        counted
        and one.indicator == "projects_value"
        and len(words) <= _VALUED
        and ("," not in words or words[-2:] == [",", "на"])
    )
