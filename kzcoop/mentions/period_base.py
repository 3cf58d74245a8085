"""Whether a period is one that a figure is compared with, by the words before it.

«больше, чем за весь 2022 год», «это превосходит сентябрь»    a base
«к уровню 2021 года», «в сравнении с прошлым годом»           a base
«тогда как в 2017 году», «к 2030 году увеличат»               none
"""

from __future__ import annotations

import re
from itertools import pairwise

from kzcoop.mentions.period_text import DASHES, MEASURED, Period, PeriodText

# «относится к прошлому году» neither compares nor sets a date
ABOUT = ("относ", "отнес", "верн", "возвращ", "обра", "перейд")
_COMPARING = frozenset(
    "больше выше вместо лучше меньше нежели ниже относительно против скромнее слабее хуже"
    " чем".split()
)
_LEADING = frozenset("весь всего целый первые первых полные полных".split())
# «чем тем же летом 2024-го», «против такого же квартала»
_SAME = frozenset(
    "тем том того тот той ту те тех такого таком такой такую такое таким такие таких".split()
)
# «к уровню 2021 года», «с показателями прошлого года», «превысив результат 2019-го»
_STANDARDS = (
    "уровн", "уровен", "показател", "результат", "значени", "объем", "итог", "данны", "цифр",
    "максимум", "отметк", "рекорд",
)  # fmt: skip
_TO_STANDARD = frozenset(
    "к ко с со от до выше ниже больше меньше лучше хуже скромнее слабее на относительно против"
    " чем".split()
)
_COMPARISON = (
    "сравнени", "сопоставлени", "отношени", "сопоставим", "наравне", "вровень", "сравнит",
    "сравнива", "сопостав",
)  # fmt: skip
_EXCEED = (*MEASURED, "сниз")
# «снизив результат предыдущего года на 18%»
_BETTERED = ("нараст", "повтор", "приумнож", "сниз", "сократ", "удво", "увелич", "улучш")
# «тогда как в 2017 году» compares not
_CONTRASTS: tuple[list[str], ...] = ([], ["тогда"], ["так"], ["того"], ["."])
_RECALLS = ("вспомин", "вспомн", "описыва", "помн", "рассказ")
_MEASURING = frozenset("больше меньше выше ниже".split())
_RANKING = _MEASURING | {"лучше", "скромнее", "слабее", "хуже"}
_TRADE = ("вывоз", "ввоз", "импорт", "оборот", "товарооборот", "торговл", "экспорт")
_PARTS = ("квартал", "полугоди")
_OF_KIND, _IN = re.compile(r"[а-я]{5,}(?:ом|ем|ый|ий)$"), frozenset({"в", "во", "за", "на"})
_AVERAGE = ("средн", "многолетн")
# «104% уровня 2023 года»; of «40% объёма 2023 года» it may be a share
_REACHED, _PERCENT = ("показател", "результат", "суммы", "уровн"), ("%", "процент", "проц")
_BEATEN = ("превзойден", "превышен", "перекрыт", "побит")
_BEAT = frozenset({"обогнали", "обошли", "перекрыли", "побили", "превзошли", "превысили"})
_INDEX = 80  # percent from which a figure after «к 2021-му» is an index
_GAVE = ("дал", "показал", "принес", "собрал")
_SHARES = ("%", "процент", "проц", "раз", "раза", "п", "пункт")
_INFINITIVE = ("ить", "ать", "ять", "еть", "ти", "сть", "ться", "тись")
_GOALS = (
    "увелич", "наращ", "нарас", "довест", "довед", "планир", "намер", "будет", "будут", "цел",
    "достич", "выйти", "поднять",
)  # fmt: skip


def is_average(before: list[str]) -> bool:
    """Return whether «превышает средние показатели за девять лет» leads to what is compared."""
    if not any(word.startswith(_AVERAGE) for word in before):
        return False
    return any(word in _COMPARING or word.startswith((*_EXCEED, *_COMPARISON)) for word in before)


def as_base(period: Period) -> Period:
    """Return a base; «к прошлому году» is the year before the figure's, and stays to be shifted."""
    if not period.named and not period.months and period.shift:
        return period._replace(role="base", value=None)
    return period._replace(role="base")


def is_base(text: PeriodText, period: Period, before: list[str]) -> bool:
    """Return whether the words before a period make it a base, whatever «к» may do."""
    marks = [at for at, word in enumerate(before) if word in (":", ";")]
    before = before[marks[-1] + 1 :] if marks else before  # «с чем сравнить: за II квартал …»
    while before and before[-1] in _LEADING:
        before = before[:-1]  # «чем за весь 2022 год»
    if _OF_KIND.match(before[-1] if before else "") and before[-2:-1] and before[-2] in _IN:
        before = before[:-1]  # «чем в рекордном 2022-м», «чем за неурожайный 2021 год»
    if before[-1:] == ["же"] and before[-2:-1] and before[-2] in _SAME:
        before = before[:-2]
    if _told_of(before) or text.word(period.last).startswith(_BEATEN):
        return True  # «2023 год превзойдён на 8 процентов»
    if text.opens(period.first) and text.word(period.last) in _BEAT:
        return True  # «Начало прошлого года превзошли на 21%»
    last = before[-1] if before else ""
    if last in _COMPARING or last.startswith(MEASURED) or _more_than(before):
        return True  # «чем 2023 год», «это превосходит сентябрь на 3%»
    # «превосходит итог 2023-го», «на 15% лучше итога 2024-го»
    exceeds = len(before) > 1 and (before[-2].startswith(_EXCEED) or before[-2] in _RANKING)
    if last in ("за", "в", "во", "по", "на") or (last.startswith("итог") and not exceeds):
        if before[0] in ("вместо", "против") and text.opens(period.first - len(before)):
            return "," not in before  # «Вместо 280 тыс. тонн за январь–ноябрь прошлого года»
        # «столько же, сколько за весь 2023 год», «почти как за прошлый год»
        if any(word in ("чем", "нежели") for word in before[-4:]) or _as_much(before):
            return not _tells_how(before)
        led = before[:-1] if before[-2:-1] != ["и"] else before[:-2]  # «как и в 2022-м»
        if led[-2:-1] == [","] and led[-3:-2] and led[-3].startswith(_RECALLS):
            return False  # «вспоминают, как за апрель – июнь 2017 года прошло 212 тыс. тонн»
        return led[-1:] == ["как"] and led[-2:-1] not in _CONTRASTS
    if last.startswith(_REACHED) and before[-2:-1] and before[-2].startswith(_PERCENT):
        return True  # «98 процентов суммы семи месяцев», «104% уровня 2023 года»
    if last.startswith(_STANDARDS) and len(before) > 1:
        governor = before[-2]
        if governor == "это" and last.startswith("итог"):
            return False  # «привлёк 720 млн, это итог 2023 года»
        if governor in (*_TO_STANDARD, "это") or governor.startswith((*_EXCEED, *_BETTERED)):
            return True
        if len(before) < 3:
            return False
        if before[-3].startswith(_EXCEED) and governor.endswith(("ий", "ый", "ую", "ое")):
            return True  # «превышает прошлогодний результат 2022 года»
        return before[-3] in _TO_STANDARD and governor.endswith(("ому", "ым", "ого", "ыми", "ем"))
    for at in range(len(before) - 1, -1, -1):
        if before[at].startswith(_COMPARISON):
            return any(word in ("с", "со", "к", "ко") for word in before[at:])
        if before[at] in (",", ".", "(", ";"):
            break
    return last in ("с", "со") and _instrumental(text, period)


def _told_of(before: list[str]) -> bool:
    """«98% от суммы, которую дали [семь месяцев]», «больше того, что принёс [2023 год]»."""
    at = next((i for i in range(len(before) - 2, 1, -1) if before[i] == ","), 0)
    if not at or not before[at + 1].startswith(("котор", "что", "сколько")):
        return False
    gave = any(word.startswith(_GAVE) for word in before[at + 2 :])
    what = before[at - 1]
    return gave and (what in ("суммы", "того") or what.startswith(_STANDARDS))


def _more_than(before: list[str]) -> bool:
    """«на 11% больше внешней торговли января–мая», «на треть ниже экспорта прошлого года»."""
    at = len(before) - 1
    if at < 1 or not before[at].startswith(_TRADE):
        return False
    while at > 0 and before[at - 1].endswith(("ей", "ой", "его", "ого")):
        at -= 1
    return before[at - 1] in _MEASURING if at else False


def _tells_how(before: list[str]) -> bool:
    """«рассказал, чем жила в 2025 году область»: the object of a verb, and no comparison."""
    return any(
        than == "чем" and after.startswith(("жил", "занима", "запомн", "отлич"))
        for than, after in pairwise(before)
    )


def _as_much(before: list[str]) -> bool:
    """«столько же, сколько за весь 2023 год», and no «Сколько везут: за семь месяцев»."""
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] == "сколько"), 0)
    return at > 0 and before[at - 1] == "," and at >= len(before) - len(["сколько", "и", "за"])


def _instrumental(text: PeriodText, period: Period) -> bool:
    """«сравнить с прошлым годом»: with a year, and not from one."""
    words = text.low[period.first : period.last]
    return any(
        word in ("годом", "годами", "периодом", "месяцем", "кварталом", "полугодием")
        for word in words
    )


def compares_with(text: PeriodText, period: Period, before: list[str]) -> bool:
    """Return whether «к» compares and sets no deadline.

    «105,4% к прошлому году», and not «к 2030 году».
    """
    previous = before[-2] if len(before) > 1 else ""
    if previous.startswith(ABOUT):
        return False
    if period.shift < 0 and period.months is None:
        return True
    if _leads_index(text, period):
        return True
    clock = text.clock
    if clock.dct is not None and period.year is not None:
        month = period.months[1] if period.months else 12
        if (period.year, month) >= (clock.dct.year, clock.dct.month):
            return False
    # «к январю–маю 2022 года», «к пяти месяцам 2022 года»
    joints = (*DASHES, "по", "месяцам")
    listed = any(
        (text.low[i] in joints and not text.low[i - 1].isdigit())  # not «к осени 2011-го»
        or text.low[i].startswith(_PARTS)
        for i in range(period.first, period.last)
    )
    if listed and period.months is not None and period.role == "at":
        return clock.dct is not None or period.year is None or not _ahead_of(text, period)
    if previous == ")":
        previous = "%"
    shares = previous in _SHARES or previous.startswith(("процент", "проц"))
    after_year = text.hit(period.first - 2, "year") is not None  # «2024 год к 2023 году»
    if (
        not shares
        and not after_year
        and not previous.startswith(
            (
                "рост",
                "прибавк",
                "прирост",
                "снижени",
                "сокращени",
                "спад",
                "динамик",
                "индекс",
                "падени",
            )
        )
    ):
        return False
    return clock.dct is not None or not _ahead_of(text, period)


def _leads_index(text: PeriodText, period: Period) -> bool:
    """«2022 год: 1 034 млн, к 2021-му 141,2%»: what an index after it is against."""
    at = period.last + (text.word(period.last) in DASHES)
    number = text.number(at)
    if number is None or number.value < _INDEX:
        return False
    return text.word(number.last).startswith(_PERCENT)


def _ahead_of(text: PeriodText, period: Period) -> bool:
    """Without a date: whether a year lies ahead of those named before, or is one to reach."""
    if text.named is not None and text.named.year is not None and period.year is not None:
        return period.year > text.named.year
    before = text.before(period.first, 12)
    return any(word.startswith(_GOALS) or word.endswith(_INFINITIVE) for word in before)
