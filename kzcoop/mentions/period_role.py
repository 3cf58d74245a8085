"""What the words before a period make of it: a deadline, a base of comparison, a beginning.

«к 2030 году», «не позднее мая 2026 года»       by
«105,4% к 2023 году», «против 2022-го»          base
«с 2019 года», «начиная с мая»                  since
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.mentions.calendar import interval, iso
from kzcoop.mentions.period_text import DASHES, MEASURED, Period, PeriodText

_COMPARING = frozenset(
    "больше выше вместо лучше меньше нежели ниже относительно против скромнее слабее хуже"
    " чем".split()
)
_LEADING = frozenset("весь всего целый первые первых полные полных".split())
_WHOLE = frozenset({"весь", "всего", "целый"})
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
    "к ко с со от до выше ниже больше меньше на относительно против чем".split()
)
_COMPARISON = (
    "сравнени", "сопоставлени", "отношени", "сопоставим", "наравне", "вровень", "сравнит",
    "сравнива", "сопостав",
)  # fmt: skip
_EXCEED = (*MEASURED, "сниз")
_SURPASS = ("обгон", "обогнал", "обошел", "обошл", "опереди", "опереж", "превзо", "превосх")
# «снизив результат предыдущего года на 18%»
_BETTERED = ("нараст", "повтор", "приумнож", "сниз", "сократ", "удво", "увелич", "улучш")
_STATES = frozenset({"данным", "информации", "состоянию"})
_THAN = 4  # tokens from «чем» to «к концу мая»
_CAME = (
    "вырос", "достиг", "дошел", "дошла", "набрал", "насчит", "превысил", "сократил", "снизил",
    "составил", "стал",
)  # fmt: skip
_FROM_BEGINNING = 12  # tokens from «с начала перевозок» to its year
_BEGINNINGS = frozenset("дня запуска начала момента открытия".split())
_RECKONED = ("отсчет", "отсчит", "считая", "считать")
_BEFORE = 7  # tokens that tell the role of a period
_TERMS = frozenset({"срок", "сроки", "дедлайн"})  # «срок – конец 2028 года»
# «тогда как в 2017 году» compares not
_CONTRASTS: tuple[list[str], ...] = ([], ["тогда"], ["так"], ["того"], ["."])
_MEASURING = frozenset("больше меньше выше ниже".split())
_TRADE = ("вывоз", "ввоз", "импорт", "оборот", "товарооборот", "торговл", "экспорт")
_PARTS = ("квартал", "полугоди")
_AVERAGE = ("средн", "многолетн")
_SHARES = ("%", "процент", "проц", "раз", "раза", "п", "пункт")
# «относится к прошлому году» neither compares nor sets a date
_ABOUT = ("относ", "отнес", "верн", "возвращ", "обра", "перейд")
_INFINITIVE = ("ить", "ать", "ять", "еть", "ти", "сть", "ться", "тись")
_GOALS = (
    "увелич", "наращ", "нарас", "довест", "довед", "планир", "намер", "будет", "будут", "цел",
    "достич", "выйти", "поднять",
)  # fmt: skip


def with_role(text: PeriodText, period: Period) -> Period:
    """Return a period with the role that the words before it give."""
    than = text.before(period.first, _THAN)
    if period.role == "by" and "чем" in than and ";" not in than:
        return period._replace(role="base")  # «на 36% больше, чем было к концу мая 2022-го»
    if period.role in ("base", "same", "by", "since"):
        return _since(text, period, 0) if period.role == "since" else period
    before = text.before(period.first, _BEFORE)
    last = before[-1] if before else ""
    if period.shift < 0 and _is_average(before):
        return period._replace(role="date", value=None)
    if period.role in ("at", "span") and _is_base(text, period, before):
        if last in _WHOLE:
            return period._replace(role="base", named=True)  # «обошла итог всего прошлого года»
        return _base(period)
    if last in ("к", "ко"):
        if period.role in ("at", "span") and _compares(text, period, before):
            return _base(period)
        if len(before) > 1 and before[-2].startswith(_ABOUT):
            return period
        return _by(text, period, 1)
    if last in ("под", "перед") and text.low[period.first].startswith("новы"):
        return _by(text, period, 1)  # «сдадут под Новый год»
    if last == "до" and period.role != "span":
        return _by(text, period, 1)
    if before[-2:] in (["не", "позднее"], ["не", "позже"]):
        return _by(text, period, 2)
    if last in DASHES and period.role == "at" and any(w in _TERMS for w in before):
        return _by(text, period, 0)
    if period.role == "date":
        return _on_day(text, period, before)
    led = text.before(period.first, _FROM_BEGINNING) if last in ("в", "во") else []
    if period.role == "at" and period.months is None and led and _begins(led):
        return _since(text, period, 0)
    if period.role == "at":
        closed = any(word in ("по", "до") for word in text.low[period.first : period.last])
        then = text.low[period.last : period.last + 2] == [",", "когда"]
        if last == "после" and then:
            return period  # «после 2022 года, когда торговля удвоилась»: of that year
        if last in ("с", "со", "после") and not closed:
            return _since(text, period, 1)
        if last == "от" and any(word.startswith(_RECKONED) for word in before):
            return _since(text, period, 1)  # «если отсчитывать от 2017 года»
        if last == "от" and not closed:  # not «от сентября 2024-го по июнь 2025-го»
            return period._replace(role="date")
    return period


def _is_average(before: list[str]) -> bool:
    """«на 70% превышает средние показатели за последние девять лет»: what is compared with."""
    if not any(word.startswith(_AVERAGE) for word in before):
        return False
    return any(word in _COMPARING or word.startswith((*_EXCEED, *_COMPARISON)) for word in before)


def _base(period: Period) -> Period:
    """A base; «к прошлому году» is the year before that of the figure, and stays to be shifted."""
    if not period.named and not period.months and period.shift:
        return period._replace(role="base", value=None)
    return period._replace(role="base")


def _by(text: PeriodText, period: Period, back: int) -> Period:
    """A deadline: named without a year it lies ahead."""
    if period.assumed and period.months is not None and text.beside(period.first) is None:
        coming = text.clock.latest if was_over(text, period) else text.clock.coming
        year = coming(period.months)
        period = period._replace(year=year, value=iso(year, period.months))
    if period.role == "span":
        period = period._replace(value=str(period.year))
    return period._replace(role="by", first=period.first - back)


def _begins(before: list[str]) -> bool:
    """«С начала перевозок в 2016 году», «с момента запуска в 2011 году»: since that year."""
    return any(word in ("с", "со") and after in _BEGINNINGS for word, after in pairwise(before))


def was_over(text: PeriodText, period: Period) -> bool:
    """Return whether a day is over: «К 1 декабря экспорт достиг 500 тыс. тонн»."""
    first, last = text.tokens.bounds[text.tokens.sentence[period.first]]
    if any(text.hit(at, "ahead") for at in range(first, last)):
        return False
    return any(text.low[at].startswith(_CAME) for at in range(period.last, last))


def _since(text: PeriodText, period: Period, back: int) -> Period:
    """A beginning: it runs to the publication, by year or by month as the text has it."""
    now, value = text.clock.month(), None
    if period.year is None:
        return period._replace(role="since", first=period.first - back)
    if period.months is None:
        year = text.clock.year
        if year is not None and year >= period.year:
            value = str(year) if year == period.year else f"{period.year}/{year}"
    elif now is not None:
        start = (period.year - (period.months[0] > period.months[1]), period.months[0])
        named = text.beside(period.first) if period.assumed and period.months[0] == 1 else None
        if named is not None and named < now[0]:
            value = str(named)  # «В 2021 году премьер рассказывал, что торговля с января выросла»
        elif start <= now:
            value = interval(start, now)
    return period._replace(role="since", first=period.first - back, value=value)


def _on_day(text: PeriodText, period: Period, before: list[str]) -> Period:
    """«на 1 января 2024 года», «по состоянию на 15 мая»: the day of a stock."""
    first_of_month = text.low[period.first] == "1" or text.low[period.first].startswith("01.")
    if before[-1:] != ["на"] or not (first_of_month or _STATES.intersection(before[-2:])):
        return period
    if period.assumed and period.months is not None:
        year = text.clock.latest(period.months)
        return period._replace(role="at", year=year, value=iso(year, period.months))
    return period._replace(role="at")


def _is_base(text: PeriodText, period: Period, before: list[str]) -> bool:
    marks = [at for at, word in enumerate(before) if word in (":", ";")]
    before = before[marks[-1] + 1 :] if marks else before  # «с чем сравнить: за II квартал …»
    while before and before[-1] in _LEADING:
        before = before[:-1]  # «чем за весь 2022 год»
    if before[-1:] == ["же"] and before[-2:-1] and before[-2] in _SAME:
        before = before[:-2]
    last = before[-1] if before else ""
    if last in _COMPARING or last.startswith(MEASURED) or _more_than(before):
        return True  # «чем 2023 год», «это превосходит сентябрь на 3%»
    exceeds = len(before) > 1 and before[-2].startswith(_EXCEED)  # «превосходит итог 2023-го»
    if last in ("за", "в", "во", "по", "на") or (last.startswith("итог") and not exceeds):
        if before[0] in ("вместо", "против") and text.opens(period.first - len(before)):
            return "," not in before  # «Вместо 280 тыс. тонн за январь–ноябрь прошлого года»
        # «столько же, сколько за весь 2023 год», «почти как за прошлый год»
        if any(word in ("чем", "нежели") for word in before[-4:]) or _as_much(before):
            return not _tells_how(before)
        led = before[:-1] if before[-2:-1] != ["и"] else before[:-2]  # «как и в 2022-м»
        return led[-1:] == ["как"] and led[-2:-1] not in _CONTRASTS
    if last.startswith(_STANDARDS) and len(before) > 1:
        governor = before[-2]
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
    if last in ("с", "со"):
        return _instrumental(text, period)
    return last.startswith(_SURPASS) and period.role == "at"  # «это превосходит сентябрь на 3%»


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


def _compares(text: PeriodText, period: Period, before: list[str]) -> bool:
    """Whether «к» compares («105,4% к прошлому году») and sets no deadline («к 2030 году»)."""
    previous = before[-2] if len(before) > 1 else ""
    if previous.startswith(_ABOUT):
        return False
    if period.shift < 0 and period.months is None:
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


def _ahead_of(text: PeriodText, period: Period) -> bool:
    """Without a date: whether a year lies ahead of those named before, or is one to reach."""
    if text.named is not None and text.named.year is not None and period.year is not None:
        return period.year > text.named.year
    before = text.before(period.first, 12)
    return any(word.startswith(_GOALS) or word.endswith(_INFINITIVE) for word in before)
