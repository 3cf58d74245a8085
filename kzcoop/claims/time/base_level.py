"""The period of a level that another level is compared with.

«против 723 тыс. годом ранее», «Годом ранее было 58 млрд»      dated by their base
«с 88 до 73 млн», «вместо 36 млн»                              a year before the other level
«с 2018 по 2022 год вырос с 540 до 990 млн»                    the year that a span begins with
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kzcoop.claims.claim import MOVED
from kzcoop.claims.measure.share import preposition
from kzcoop.claims.scene.brackets import alone
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.time.base_beside import (
    crossed,
    goes_on,
    leads_to,
    next_of,
    of_when,
    two_sides,
    worth_of,
)
from kzcoop.claims.time.base_former import FORMERLY, became, is_former
from kzcoop.claims.time.base_period import earlier, month_of
from kzcoop.claims.time.by_order import now_and_then
from kzcoop.claims.time.nearest_period import CHANGES
from kzcoop.claims.time.result import year_led_to
from kzcoop.claims.unit.then_now import told_then
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.period import Period, iso

# before a count that is no base of its own: «с 14 до 10 составов»
_FROM_OR_FOR = frozenset({"с", "со", "от", "вместо", "против", "было"})
_A_DAY = Words("день", "сутки", "час")
_FORMER = ("прежн", "прошлогодн")
_OF_LAST_YEAR = Stems("прошлогодн")
_NOMINATIVE, _DASHES = ("ее", "ие", "ий", "яя"), frozenset("–—-")
_FORMERS = ("прежних", "прежним", "прежними", "прошлогодним", "прошлогодними", "прошлогодних")
_AFTER_CHANGE = (["–", "с"], ["—", "с"], ["–", "со"], ["—", "со"], [",", "с"])
_LED_TO = 2  # tokens of «, за»
_FROM_FORMER = 2  # tokens of «с прежних 480 млн»
_IN_BRACKETS = 6  # tokens of «прошлогоднего объёма за тот же период (» at the most
# the base of a level where only the comparison tells it
_YEAR_BEFORE = Period(0, 0, "base", None, shift=-1)


def base_level(
    one: Draft,
    own: Period | None,
    before: Sequence[Draft],
    recent: str | None,
    bases: Mapping[str, str],
) -> str | None:
    """Return the period of a level that another is compared with, None for any other level.

    ``bases`` are the bases that the text has told, by the period they are compared with: after
    «в октябре по сравнению с сентябрём» a list goes on «Китай – с 2 до 3 тыс. тонн».

    «против 723 тыс. годом ранее», «годом ранее – 723 тыс.», «прошлогодних 250 тыс.», «… уровня
    прошлого года ($61,84 млн)», «с 88,3 до 73 млн», «по сравнению с … 2021 года (6,2 млн)».
    """
    if one.measure in CHANGES and one.status == "actual":
        return _of_then(one)
    counts = one.measure == "count" and one.indicator in MOVED
    if (one.measure not in ("level", "share_pct") and not counts) or one.status != "actual":
        return None
    low, sentence = one.sentence.low, one.sentence
    main = own.value if own is not None and own.role == "at" else None
    told = next((d.period for d in reversed(before) if d.period and not d.is_base), None)
    main = main or told or recent
    if main and recent and recent < main and _led_up(one, main):
        bases = {**bases, main: recent}  # «К 2024-му она поднялась до 77, экспорт – с 8 до 55»
    word = preposition(one)
    ahead = low[one.last : one.last + 7]
    last = before[-1] if before else None
    if last is not None and last.is_base and last.period and worth_of(one, last):
        return last.period  # «когда было отправлено 275 тыс. тонн на сумму 7,5 млн»
    if word == "против" and two_sides(one, before):
        return None
    against = word == "против" and not sentence.holds(_A_DAY)  # «сто семь поездов против 36»
    was = word == "было" and any(p.role in ("base", "same") for p in sentence.periods)
    if counts and not (against or was) and (word in _FROM_OR_FOR or not sentence.periods):
        return None  # «вместо 36 составов в сутки», «с 14 до 10»
    if word in ("с", "со", "от") and ("до" in ahead or ahead[:1] == ["к"]):
        if one.indicator == "projects_value" and (own is None or own.last > one.at):
            return None  # «Реконструкция подорожала с 7 до 11 млрд, ввод перенесли на июнь»
        return _from(one, own, main, bases)
    if main and len(main) == len("2020/2025") and told_then(one):
        return _before(main, bases)  # «за пять лет вырос втрое: начинал с 0,6, возит теперь 1,8»
    # «было 0,5 млн тонн, стало 2,7», «0,5 млн превратились в 2,7»
    turned = became(one) if word == "было" else ahead[:1] == ["превратились"]
    if turned and own is not None and own.role == "span" and own.value:
        return own.value.split("/")[0]  # «за пять лет вырос втрое: было 0,7, стало 2,1 млн тонн»
    if word == "было" and "стало" in ahead and main:
        if own is not None and own.named and own.value and own.last == one.quantity.lead - 1:
            return own.value  # «в 2023-м было 270 млн, стало 217»
        return _before(main, bases)
    told_bases = [period for period in sentence.periods if period.role in ("base", "same")]
    paired = now_and_then(one) if told_bases else None
    for period in told_bases:
        if paired is not None and period.last <= one.at:
            return _dated(period, own, main) if paired else None
        if crossed(one, period):
            continue
        if leads_to(one, period, word):
            return _dated(period, own, main, sentence.first)
        if period.last <= one.at:
            words = low[period.last : one.quantity.lead]
            # not «Чехия (4 тыс. тонн, плюс 11% за год), Польша (2,2 тыс.)»
            if words[-1:] == ["("] and len(words) <= _IN_BRACKETS and ")" not in words:
                return _bracketed(period, own, main)
    former = main and sentence.words & FORMERLY.bit and one.indicator in MOVED
    if main and former and is_former(one, before):
        return _before(main, bases)
    if main and last is not None and _fell_from(one, last):
        return _before(main, bases)
    if any(
        d.measure == "change_ratio"
        and (d.indicator == "other" or low[d.last + 1].startswith("казахстанск"))
        for d in before
    ):
        return None  # «импорт вшестеро больше экспорта – 607 против 105 млн»
    if main and (own is None or own.first < one.at) and _of_former(one, last, word):
        return _before(main, bases)
    if main and own is None and one.sentence.begins(_OF_LAST_YEAR) and _of_last_year(one):
        return _before(main, bases)
    if last is not None and last.is_base and last.period and goes_on(one, last):
        return last.period
    if last is not None and last.is_base and (again := next_of(one, last)) is not None:
        return month_of(last.period, again.year) if again.year else None
    if alone(one):
        # «из Китая – 31 тыс. (годом ранее – 18 тыс.), из России – 9 тыс. (14 тыс.)»
        beside = [d for d in before if d.is_base and d.kind == one.kind and d.period]
        if beside and low[beside[-1].last] == ")":
            return beside[-1].period
        # «на 3% меньше, чем в 2024-м. Экспорт – 2,2 млрд (2,4 млрд)»
        compared = last is not None and last.last == one.quantity.lead - 1 and main in bases
        return bases[main] if compared and main and last and last.unit == one.unit else None
    return None


def _of_former(one: Draft, last: Draft | None, word: str) -> bool:
    """«при прежних 23 тыс.», «44% к прошлогодним 180 тыс.», «18 тыс. тонн после шести»."""
    before_it = one.sentence.word_before(one.quantity.lead)
    if word in ("против", "вместо") or before_it in ("взамен", *_FORMERS):
        return True
    if word != "после" or last is None or last.kind != one.kind:
        return False
    beside = one.sentence.low[last.last : one.quantity.lead] == ["после"]
    return beside and last.measure == one.measure == "level"


def _of_last_year(one: Draft) -> bool:
    """«Прошлогодний счёт равнялся 17 млн», «прошлогодняя партия – 9 тыс. тонн»: as the subject."""
    sentence, low = one.sentence, one.sentence.low
    led = [i for i in sentence.where(_OF_LAST_YEAR) if i < one.at and low[i].endswith(_NOMINATIVE)]
    if not led or sentence.between(led[-1], one.at) > (low[one.quantity.lead - 1] in _DASHES):
        return False
    return not any(led[-1] < q.first < one.first for q in sentence.quantities)


def _fell_from(one: Draft, last: Draft) -> bool:
    """«подрос до 3,2 млрд с 3,09», «до 40 тыс. тонн с прежних 52»; not «с 52 в прошлом июле»."""
    words = one.sentence.low[last.last : one.quantity.lead]
    if last.measure in CHANGES and words in _AFTER_CHANGE:
        return one.measure == "level"  # «достались 327 тыс. тонн, рост на 31% – с 250 тыс.»
    if words[1:] and not words[-1].startswith(_FORMER):
        return False
    return (
        words[:1] in (["с"], ["со"])
        and len(words) <= _FROM_FORMER
        and one.kind == last.kind
        and preposition(last) == "до"
        and not any(0 <= period.first - one.last <= 1 for period in one.sentence.periods)
    )


def _led_up(one: Draft, main: str) -> bool:
    """Whether the sentence leads up to a year by which something was reached."""
    return any(p.role == "by" and p.value == main for p in one.sentence.periods)


def _of_then(one: Draft) -> str | None:
    """«к январю–августу прошлого года, когда рост составлял 28%»: a change of that time."""
    for period in one.sentence.periods:
        then = period.role in ("base", "same") and period.value is not None
        # not «По сравнению с 2020 годом, когда спрос рухнул, экспорт утроился»
        if then and of_when(one, period) and not (crossed(one, period) or _ended(one, period)):
            return period.value
    return None


def _ended(one: Draft, period: Period) -> bool:
    """Whether a clause that «когда» opens is over, and a flow of its own leads to a figure."""
    low = one.sentence.low
    comma = next((i for i in range(period.last + 1, one.at) if low[i] == ","), one.at)
    return any(comma < hit.first < one.at for hit in one.sentence.indicators)


def _before(main: str, bases: Mapping[str, str]) -> str | None:
    """The period that another is compared with, where no more is said of it."""
    if len(main) == len("2020/2025"):
        return main.split("/")[0]  # «С 2020 года вырос вдвое – с 70 до 140 тыс. тонн»
    return bases.get(main) or earlier(main, _YEAR_BEFORE)


def _from(one: Draft, own: Period | None, main: str | None, bases: Mapping[str, str]) -> str | None:
    """The first level of «с 88,3 до 73 млн»: dated beside it, by a span's begin, or a year back."""
    low, sentence = one.sentence.low, one.sentence
    dated = [p for p in sentence.periods if 0 <= p.first - one.last <= 2 and p.role == "at"]
    if dated and dated[0].value:
        return dated[0].value
    years = own is not None and own.role == "since" and own.months is None
    if own is not None and (own.role == "span" or years) and own.value:
        return own.value.split("/")[0]
    if (
        own is not None
        and own.role == "at"
        and own.last <= one.first
        and low[own.last - 1 : own.last]
    ):
        # «в 2020 году с 1,1 млрд до 2,4 млрд в 2024-м»
        later = [p for p in sentence.periods if p.first > one.last and p.role in ("at", "by")]
        beside = one.quantity.lead - own.last <= 2
        if later and sentence.between(later[0].first, one.at) <= 1 and beside:
            return own.value
    if (led := year_led_to(one)) is not None and led.value and (own is None or own is led):
        return _before(led.value, bases)  # «вырос на 20%, с 500 до 600 млн в 2023 году»
    return _before(main, bases) if main else None


def _dated(
    period: Period, own: Period | None, main: str | None, opening: int | None = None
) -> str | None:
    """What a base says: its own dates, the months of the level compared, or a year back."""
    if period.value is not None and not period.named and len(period.value) == 4 and main:
        return month_of(main, int(period.value))
    if period.value is not None:
        return period.value
    if period.role == "base" and period.year is not None and period.shift < -1:
        return str(period.year)  # «Пять лет назад у них не набиралось и десяти тысяч»
    if period.role == "same" and period.year is not None:
        if own is not None and own.months is not None:
            return iso(period.year, own.months)
        return month_of(main, period.year)
    opens = opening is not None and period.first - opening <= 1
    if opens and own is not None and own.assumed and 0 < own.first - period.last <= _LED_TO:
        return own.value  # «Годом ранее за четыре месяца – 22 млн тонн»: dated so already
    return earlier(main, period) if main else None


def _bracketed(period: Period, own: Period | None, main: str | None) -> str | None:
    """«по сравнению с … 2021 года (6,2 млн)»."""
    if not period.named and period.year and main:
        return month_of(main, period.year)
    if period.value is None and period.year is None and main and period.role == "base":
        return earlier(main, period)  # «больше прошлогоднего объёма за тот же период (4,6 млрд)»
    return period.value or (iso(period.year, own.months) if period.year and own else None)
