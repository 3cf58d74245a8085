"""Whether a figure is the level that another is compared with, by what stands beside it.

«годом ранее – 723 тыс.», «140 тыс. тонн (29 тыс. тонн годом ранее)»  dated by a base
«Годом ранее было 58 и 45 млрд»                                       after another such level
«275 тыс. тонн на сумму 7,5 млн»                                      what that level was worth
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import MOVED, SIDES
from kzcoop.claims.measure.share import preposition
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.time.nearest_period import CHANGES
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Words
from kzcoop.mentions.period import Period

# past the dash: «годом ранее – на 6 млн»
_PLACED = frozenset(
    "на в около порядка лишь всего почти более свыше только едва менее примерно ровно".split()
)
# words between a base and its figure: «годом ранее – 723 тыс.», «годом ранее было лишь 250»
_LINKS = frozenset(
    "( – — было всего лишь только составил составила составили составлял составляла".split()
)
_CLAUSE = 4  # words of «, который составил около» at the most
_LED = 1  # tokens from a base to its period: «за»
# «год к году» compares without a level
_RATE = frozenset("к / за выражении исчислении измерении сопоставлении".split())
_EARNED = ("выруч", "заплат", "заработ", "потрат", "получ")
_BEFORE_THAT = frozenset({"того", "этого"})  # «за год до этого»
# between the year of the next base and its figure: «2022-го – 28 тыс. тонн»
_THEN: tuple[list[str], ...] = ([], ["–"], ["—"], ["-"])
# before a base that opens its clause: «причём годом ранее …»
_OPENERS = frozenset(
    ["", *"( ; , – — . : а если зато как но однако причем притом тогда хотя что".split()]
)
# the ends of «годом ранее», «пять лет назад», and what such a base closes
_BEFORE_NOW = frozenset({"ранее", "раньше", "прежде", "назад"})
_ENDS = frozenset(["", *", . ; ) и а".split()])
_GROWN = frozenset({"до", "на", "с", "со", "от"})
# none of these stands between «пять лет назад» and its figure
_PAUSES = frozenset(", ; – — (".split())
_STOPS = frozenset(", ; – — ( ) и".split())
# «больше, чем в январе 2024 года, когда отправили 98 тыс. тонн»
_WHEN = [",", "когда"]
_OPENED = Words("(")
_THAN = frozenset({"больше", "выше", "меньше", "ниже"})
_INDEXED = 3  # tokens of «к уровню»
_PAIR = 2  # levels that a change is told of


def leads_to(one: Draft, base: Period, word: str) -> bool:
    """Return whether a base of comparison dates a figure and not what it is compared with.

    ``word`` is the preposition of the figure. «упав с 7 млрд за тот же период», «больше, чем в
    январе 2024 года, когда отправили 98 тыс. тонн», «годом ранее – 723 тыс.».
    """
    if word in ("с", "со") and 0 <= base.first - one.last <= _LED:
        return True
    return (
        _closes(one, base)
        or of_when(one, base)
        or _compared(one)
        or _joined(one, base)
        or _closed(one, base)
    )


def _closes(one: Draft, base: Period) -> bool:
    """«310 тыс. за прошлый год, 270 тыс. годом раньше», «700 тыс. – годом ранее»."""
    low, sentence = one.sentence.low, one.sentence
    if base.first < one.last or low[one.last : base.first] not in _THEN:
        return False
    if low[base.last - 1] not in _BEFORE_NOW:
        return False
    return sentence.word_at(base.last) in _ENDS and preposition(one) not in _GROWN


def of_when(one: Draft, base: Period) -> bool:
    """Return whether a figure is told «…, когда» of a base before it."""
    return base.last < one.at and one.sentence.low[base.last : base.last + 2] == _WHEN


def _compared(one: Draft) -> bool:
    """«против 723 тыс. годом ранее», «прошлогодних 250 тыс.»."""
    low, sentence, lead = one.sentence.low, one.sentence, one.quantity.lead
    beside = sentence.word_before(lead) in ("вместо", "против", "прежних", "прошлогодних")
    return beside or "против" in low[max(sentence.first, lead - 3) : lead]


def _joined(one: Draft, period: Period) -> bool:
    """«годом ранее – 723 тыс.», «(годом раньше 250 тыс.)»: the base leads to its figure."""
    told = one.sentence.low[period.first : period.last]
    if period.last > one.at or (_RATE & set(told) and told[-1] not in _BEFORE_THAT):
        return False  # «За год в страну поставили муки на 130 млн долларов»
    if any(
        q.kind == "percent" and one.sentence.word_at(q.last) == "к"
        and 0 < period.first - q.last <= _INDEXED
        for q in one.sentence.quantities
    ) and one.sentence.word_before(one.quantity.lead) in ("–", "—"):  # fmt: skip
        return False  # «составил 93% к уровню 2023-го – 560 млн долларов»: what it came to
    words = one.sentence.low[period.last : one.quantity.lead]
    if one.sentence.word_before(period.first) in _THAN and words[:1] in (["–"], ["—"], ["("]):
        return False  # «вдвое больше прошлогоднего – 410 тыс. тонн»: what it came to
    if len(words) == len(["–", "на"]) and words[-1] in _PLACED:
        words = words[:1]  # «Польша отгрузила на 9 млн, годом ранее – на 6 млн»
    if words[:1] == [","] and "чем" in one.sentence.low[max(0, period.first - 3) : period.first]:
        return False  # «на 63% больше, чем в прошлом году, – 1,8 млн тонн»: the level reached
    if words[:1] == [","] and 1 < len(words) <= _CLAUSE and words[1].startswith("котор"):
        return words[-1] in _LINKS  # «превышает объём января, который составил 127 тыс.»
    if not words or (len(words) <= 2 and words[0] != "и" and words[-1] in _LINKS):
        return True
    opens = _opens_clause(one.sentence, period)
    if any(
        p.role == "at" and p.named and period.last <= p.first < one.at for p in one.sentence.periods
    ):
        opens = False  # «шесть лет назад о таком не мечтали: в 2019 году поток …»
    if opens and period.shift < -1 and not _PAUSES & set(words):
        return True  # «Ещё пять лет назад на двоих у них не набиралось и десяти тысяч»
    begins = one.sentence.first in (period.first, period.first - 1)  # also «Если годом ранее …»
    begins = begins or one.sentence.word_before(period.first) == "если"
    if opens and begins and _alone(one, period):
        return True  # «Годом ранее за такой срок Qarmet и другие заводы продали 1,48 млн»
    inner = words[:-1] if words[-1] in ("–", "—", "-") else words
    if opens and words[:1] == [","] and words.count(",") == len((",", ",")):
        # «за тот же месяц прошлого года, по данным ведомства, было 910 тыс.»: past what is put in
        inner = words[words.index(",", 1) + 1 :]
        put_in = not one.sentence.between(period.first, one.at)
        return put_in and len(inner) <= _CLAUSE and not set(inner) & _STOPS
    return opens and len(words) <= 6 and not set(inner) & _STOPS


def _alone(one: Draft, base: Period) -> bool:
    """Whether a base that opens a sentence dates a flow of its clause, and no other period does."""
    sentence = one.sentence
    return (
        one.indicator in MOVED
        and not sentence.between(base.first, one.at)
        and not any(
            p.role in ("at", "by", "since", "span")
            and p.first >= (base.first if sentence.word_before(base.first) == "если" else 0)
            and not sentence.low[p.first].startswith(("эт", "те", "тот"))
            for p in sentence.periods
        )
    )


def _opens_clause(sentence: Sentence, period: Period) -> bool:
    """Whether a base opens its clause and so dates it: «(годом раньше 250 тыс.)»."""
    first = period.first
    if sentence.word_before(first) in ("за", "в", "во", "на"):
        first -= 1
    if sentence.word_before(first) == "еще":
        first -= 1
    before = sentence.word_before(first)
    return before in _OPENERS


def _closed(one: Draft, period: Period) -> bool:
    """«140 тыс. тонн (29 тыс. тонн годом ранее)»: a base right after its level, in brackets."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.holds(_OPENED) or not one.last <= period.first <= one.last + _LED:
        return False
    if low[one.last : period.first] not in ([], ["за"], ["в"]) or sentence.between(
        one.at, period.first
    ):
        return False
    opened = next((i for i in range(one.at, sentence.first, -1) if low[i] in "()"), one.at)
    return low[opened] == "(" and not _RATE & set(low[period.first : period.last])


def crossed(one: Draft, period: Period) -> bool:
    """Return whether another figure stands between a figure and a period."""
    left, right = min(period.first, one.at), max(period.first, one.at)
    return any(q is not one.quantity and left < q.first < right for q in one.sentence.quantities)


def goes_on(one: Draft, last: Draft) -> bool:
    """Return whether a figure goes on with bases: «Годом ранее было 58 млрд и 45 млрд»."""
    sentence = one.sentence
    words = sentence.low[last.last : one.quantity.lead]
    dated = any(last.last <= p.first <= one.last for p in sentence.periods)
    return one.kind == last.kind and words in (["и"], [","]) and not dated


def next_of(one: Draft, last: Draft) -> Period | None:
    """Return the year of the same months again.

    «за тот же период 2023 года – 31 тыс., 2022-го – 28 тыс. тонн»
    """
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


def worth_of(one: Draft, last: Draft) -> bool:
    """Return whether money is what the tonnes right before it were worth."""
    words = one.sentence.low[last.last : one.quantity.lead]
    worth = one.kind == "money" and last.kind in ("pieces", "tonne") and "на" in words
    if one.kind == "money" and last.kind == "tonne" and any(w.startswith(_EARNED) for w in words):
        # «Годом ранее за 1,75 млн тонн удалось выручить 318 млн долларов»
        return len(words) <= _CLAUSE and not {",", ";"} & set(words)
    return worth and len(words) <= _CLAUSE and _STOPS.isdisjoint(words)


def two_sides(one: Draft, before: Sequence[Draft]) -> bool:
    """Return whether two figures tell of two sides.

    «вывоз впятеро больше ввоза: 516 против 104 млн»: both of one year.
    """
    flows = {hit.entry.value for hit in one.sentence.indicators if hit.last <= one.at}
    low = one.sentence.low  # «продавал вдвое меньше, чем покупал: 175 против 340 млн»
    than = any(low[i] == "чем" and is_past(low[i + 1]) for i in range(one.sentence.first, one.at))
    return (than or flows >= SIDES) and any(d.measure == "change_ratio" for d in before)


def by_pair(one: Draft, own: Period, before: Sequence[Draft]) -> str | None:
    """Return the later period: «за 2025 год – 19 тыс. тонн, за 2024-й – 11 тыс.: рост на 72%».

    The older one is told last, and the later one moved from it as the change says.
    """
    if one.measure not in CHANGES or len(before) < _PAIR or own.first > one.at:
        return None
    new, old = before[-2:]
    if not new.measure == old.measure == "level" or new.unit != old.unit or not old.value:
        return None
    first, then = new.period, old.period
    if first is None or then is None or one.base_period not in (None, own.value):
        return None  # «…, рост на 10% к 2022 году»
    if then != own.value or then >= first or len(first) != len(then):
        return None
    if own.first < new.at or new.indicator != old.indicator:
        return None
    rose = one.value > (1 if one.measure == "change_ratio" else 0)
    return first if rose == (new.value > old.value) else None


def came_after(one: Draft, last: Draft) -> bool:
    """Return whether a level follows one told against it: «14 тыс. тонн после 9 тыс. в марте»."""
    word = one.sentence.word_before(one.quantity.lead)
    return word in ("взамен", "после", "при") and last.kind == one.kind and last.measure == "level"
