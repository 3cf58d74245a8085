"""Levels that another level is compared with: «против 723 тыс. годом ранее», «с 88 до 73 млн»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kzcoop.claims.base_period import earlier, month_of
from kzcoop.claims.by_order import now_and_then
from kzcoop.claims.claim import MOVED
from kzcoop.claims.draft import Draft
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.share import preposition
from kzcoop.mentions.period import Period, iso

# past the dash: «годом ранее – на 6 млн»
_PLACED = frozenset({"на", "в", "около", "порядка", "лишь", "всего", "почти", "более", "свыше"})
# words between a base and its figure: «годом ранее – 723 тыс.», «годом ранее было лишь 250»
_LINKS = frozenset(
    "( – — было всего лишь составил составила составили составлял составляла".split()
)
# «больше, чем в январе 2024 года, когда отправили 98 тыс. тонн»
_WHEN = [",", "когда"]
_CLAUSE = 4  # words of «, который составил около» at the most
_LED = 1  # tokens from a base to its period: «за»
# «год к году» compares without a level
_RATE = frozenset("к / за выражении исчислении измерении сопоставлении".split())
# before a count that is no base of its own: «с 14 до 10 составов»
_FROM_OR_FOR = frozenset({"с", "со", "от", "вместо", "против", "было"})
_THEN: tuple[list[str], ...] = ([], ["–"], ["—"], ["-"])
# before a base that opens its clause: «причём годом ранее …»
_OPENERS = frozenset(["", *"( ; , – — . : а зато как но однако причем притом тогда хотя".split()])
_PAUSES = frozenset(", ; – — (".split())
_STOPS = frozenset(", ; – — ( ) и".split())
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
    counts = one.measure == "count" and one.indicator in MOVED
    if (one.measure not in ("level", "share_pct") and not counts) or one.status != "actual":
        return None
    low, sentence = one.sentence.low, one.sentence
    main = own.value if own is not None and own.role == "at" else None
    told = next((d.period for d in reversed(before) if d.period and not d.is_base), None)
    main = main or told or recent
    word = preposition(one)
    ahead = low[one.last : one.last + 7]
    last = before[-1] if before else None
    if last is not None and last.is_base and last.period and _worth_of(one, last):
        return last.period  # «когда было отправлено 275 тыс. тонн на сумму 7,5 млн»
    if counts and (word in _FROM_OR_FOR or not sentence.periods):
        return None  # «вместо 36 составов в сутки», «с 14 до 10»
    if word in ("с", "со", "от") and "до" in ahead:
        return _from(one, own, main, bases)
    if word == "было" and "стало" in ahead and main:
        return _before(main, bases)
    paired = now_and_then(one)
    for period in sentence.periods:
        if period.role not in ("base", "same"):
            continue
        if paired is not None and period.last <= one.at:
            return _dated(period, own, main) if paired else None
        if _crossed(one, period):
            continue
        if word in ("с", "со") and 0 <= period.first - one.last <= _LED:
            return _dated(period, own, main)  # «упав с 7 млрд за тот же период»
        then = period.last < one.at and low[period.last : period.last + 2] == _WHEN
        if then or _compared(one) or _joined(one, period) or _closed(one, period):
            return _dated(period, own, main)
        if period.last <= one.at:
            words = low[period.last : one.quantity.lead]
            if words[-1:] == ["("] and len(words) <= 4:
                return _bracketed(period, own, main)
    if any(
        d.measure == "change_ratio"
        and (d.indicator == "other" or low[d.last + 1].startswith("казахстанск"))
        for d in before
    ):
        return None  # «импорт вшестеро больше экспорта – 607 против 105 млн»
    if word in ("против", "вместо") and main and (own is None or own.first < one.at):
        return _before(main, bases)
    if last is not None and last.is_base and last.period and _goes_on(one, last):
        return last.period
    if last is not None and last.is_base and (again := _next_of(one, last)) is not None:
        return month_of(last.period, again.year) if again.year else None
    if _enclosed(one):
        # «из Китая – 31 тыс. (годом ранее – 18 тыс.), из России – 9 тыс. (14 тыс.)»
        beside = [d for d in before if d.is_base and d.kind == one.kind and d.period]
        return beside[-1].period if beside and low[beside[-1].last] == ")" else None
    return None


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
    if own is not None and own.role == "span" and own.value:
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
    return _before(main, bases) if main else None


def _crossed(one: Draft, period: Period) -> bool:
    """Whether another figure stands between a figure and a period."""
    left, right = min(period.first, one.at), max(period.first, one.at)
    return any(q is not one.quantity and left < q.first < right for q in one.sentence.quantities)


def _compared(one: Draft) -> bool:
    """«против 723 тыс. годом ранее», «прошлогодних 250 тыс.»."""
    low, sentence, lead = one.sentence.low, one.sentence, one.quantity.lead
    beside = sentence.word_before(lead) in ("вместо", "против", "прошлогодних")
    return beside or "против" in low[max(sentence.first, lead - 3) : lead]


def _joined(one: Draft, period: Period) -> bool:
    """«годом ранее – 723 тыс.», «(годом раньше 250 тыс.)»: the base leads to its figure."""
    if period.last > one.at or _RATE & set(one.sentence.low[period.first : period.last]):
        return False  # «За год в страну поставили муки на 130 млн долларов»
    words = one.sentence.low[period.last : one.quantity.lead]
    if len(words) == len("–н") and words[-1] in _PLACED:
        words = words[:1]  # «Польша отгрузила на 9 млн, годом ранее – на 6 млн»
    if words[:1] == [","] and "чем" in one.sentence.low[max(0, period.first - 3) : period.first]:
        return False  # «на 63% больше, чем в прошлом году, – 1,8 млн тонн»: the level reached
    if words[:1] == [","] and 1 < len(words) <= _CLAUSE and words[1].startswith("котор"):
        return words[-1] in _LINKS  # «превышает объём января, который составил 127 тыс.»
    if not words or (len(words) <= 2 and words[0] != "и" and words[-1] in _LINKS):
        return True
    opens = _opens_clause(one.sentence, period)
    if opens and period.shift < -1 and not _PAUSES & set(words):
        return True  # «Ещё пять лет назад на двоих у них не набиралось и десяти тысяч»
    inner = words[:-1] if words[-1] in ("–", "—", "-") else words
    return opens and len(words) <= 6 and not set(inner) & _STOPS


def _closed(one: Draft, period: Period) -> bool:
    """«140 тыс. тонн (29 тыс. тонн годом ранее)»: a base right after its level, in brackets."""
    low, sentence = one.sentence.low, one.sentence
    if not one.last <= period.first <= one.last + _LED:
        return False
    if low[one.last : period.first] not in ([], ["за"], ["в"]) or sentence.between(
        one.at, period.first
    ):
        return False
    opened = next((i for i in range(one.at, sentence.first, -1) if low[i] in "()"), one.at)
    return (
        low[opened] == "("
        and period.role in ("base", "same")
        and not _RATE & set(low[period.first : period.last])
    )


def _next_of(one: Draft, last: Draft) -> Period | None:
    """«за тот же период 2023 года – 31 тыс., 2022-го – 28 тыс. тонн»: the same months again."""
    low, sentence = one.sentence.low, one.sentence
    for period in sentence.periods:
        if period.role != "at" or period.months is not None or not period.named:
            continue
        if period.first < last.last or period.last > one.first or low[period.last - 1] != "го":
            continue
        if (
            low[period.first - 1] in (",", ";", "и")
            and low[period.last : one.quantity.lead] in _THEN
        ):
            return period
    return None


def _enclosed(one: Draft) -> bool:
    """Whether a figure stands alone in brackets: «(14 тыс.)»."""
    sentence = one.sentence
    alone = sentence.word_before(one.quantity.lead) == "("
    return alone and sentence.word_at(one.last) == ")"


def _goes_on(one: Draft, last: Draft) -> bool:
    """«Годом ранее было 58 млрд и 45 млрд», «в январе 2023-го – 4 тыс. и 7 тыс. тонн»."""
    sentence = one.sentence
    words = sentence.low[last.last : one.quantity.lead]
    dated = any(last.last <= p.first <= one.last for p in sentence.periods)
    return one.kind == last.kind and words in (["и"], [","]) and not dated


def _worth_of(one: Draft, last: Draft) -> bool:
    """Whether money is what the tonnes right before it were worth."""
    words = one.sentence.low[last.last : one.quantity.lead]
    worth = one.kind == "money" and last.kind == "tonne" and "на" in words
    return worth and len(words) <= _CLAUSE and _STOPS.isdisjoint(words)


def _dated(period: Period, own: Period | None, main: str | None) -> str | None:
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
    return earlier(main, period) if main else None


def _bracketed(period: Period, own: Period | None, main: str | None) -> str | None:
    """«по сравнению с … 2021 года (6,2 млн)»."""
    if not period.named and period.year and main:
        return month_of(main, period.year)
    return period.value or (iso(period.year, own.months) if period.year and own else None)


def _opens_clause(sentence: Sentence, period: Period) -> bool:
    """Whether a base opens its clause and so dates it: «(годом раньше 250 тыс.)»."""
    first = period.first
    if sentence.word_before(first) in ("за", "в", "во", "на"):
        first -= 1
    if sentence.word_before(first) == "еще":
        first -= 1
    before = sentence.word_before(first)
    return before in _OPENERS
