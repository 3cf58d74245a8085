"""The marketing year, which runs from July to June, and its months.

«сезон 2022/23», «в прошлом маркетинговом году»   the whole
«июль–февраль сезона 2017/18»                     months of it
«с начала сезона»                                 up to the publication
"""

from __future__ import annotations

from kzcoop.mentions.calendar import Months, iso
from kzcoop.mentions.period_crop import OPENED
from kzcoop.mentions.period_text import DASHES, Period, PeriodText, Year
from kzcoop.mentions.period_years import marketing_year

_CROP = ("маркетингов", "сельскохозяйственн", "сельхоз", "зернов")
_FIRST = ("начальн", "перв", "стартов")
_APPOSED = 4  # tokens of «, первые пять месяцев»
_HARVEST = 9  # the month in which the harvest of a new one comes
_HALF = 6  # the last month of the second half of a marketing year


def season_at(text: PeriodText, index: int) -> Year | None:
    """The marketing year named at a token: the year in which it ends, and the token after.

    «сезона 2017/18», «сезона-2017/18», «2016/17 МГ», «текущего сезона», «прошлого маркетингового
    года».
    """
    found = marketing_year(text, index)
    if found is not None:
        return found
    new = text.hit(index, "newcrop")
    if new is not None and (beside := _beside(text, new.last)) is not None:
        return beside
    if new is not None:
        dct = text.clock.dct
        return Year(dct.year + (dct.month > _HALF) if dct is not None else None, new.last, False)
    ref, at = text.hit(index, "ref"), index
    if ref is not None:
        if ref.entry.value not in ("0", "-1", "-2"):
            return None
        at = ref.last
    if text.hit(at, "crop"):
        last = at + 1
    elif text.word(at).startswith(_CROP) and text.hit(at + 1, "year", "crop"):
        last = at + 2
    else:
        return None
    if ref is None:
        named = marketing_year(text, last + (text.word(last) in DASHES))
        if named is not None:
            return named
    if (beside := _beside(text, last)) is not None:
        return beside
    now = _running(text)
    if now is None:
        return Year(None, last, False)
    return Year(now + (int(ref.entry.value) if ref else 0), last, False)


def _beside(text: PeriodText, last: int) -> Year | None:
    """«нового сезона (2022/23)», «новый сезон, 2023/24,»: named past a mark."""
    named = marketing_year(text, last + 1) if text.word(last) in ("(", ",") else None
    if named is None or text.word(named.last) not in (")", ","):
        return None
    return named._replace(last=named.last + (text.word(named.last) == ")"))


def _running(text: PeriodText) -> int | None:
    """The year in which the marketing year ends that runs, or None without a date.

    In summer it is still the one told: «С сентября по июнь …» in July.
    """
    dct, told = text.clock.dct, text.season
    if dct is None:
        return None
    year = dct.year + (dct.month > _HALF)
    summer = _HALF < dct.month <= _HARVEST
    return year - (summer and told is not None and told.year == year - 1)


def in_season(text: PeriodText, index: int, last: int, span: Months) -> Period | None:
    """Months whose marketing year is named after them, or None.

    Parameters
    ----------
    text, index
        Where the months begin.
    last
        The token after them.
    span
        Their numbers; (7, 2) is July to February.
    """
    season = season_at(text, last) or _apposed(text, last)
    if season is None:
        return None
    year = season.year
    if year is not None and span[0] <= span[1] and span[0] > _HALF:
        year -= 1  # «за июль–ноябрь сезона 2017/18»
    return Period(index, season.last, "at", iso(year, span), year, span, season.named)


def _apposed(text: PeriodText, last: int) -> Year | None:
    """«за июль–ноябрь, первые месяцы сезона 2022/23»: named by what the months are called."""
    if text.word(last) not in (",", "("):
        return None
    at = last + 1
    while at - last <= _APPOSED and (
        text.word(at).startswith(_FIRST) or text.hit(at, "months") or text.number(at) is not None
    ):
        at += 1
    return season_at(text, at) if text.hit(at - 1, "months") else None


def months_from_start(count: int, start: int = _HALF + 1) -> Months:
    """The first months of a marketing year: 5 are July to November, 8 July to February."""
    return start, (count + start - 2) % 12 + 1


def season_to_date(text: PeriodText, index: int, last: int) -> Period | None:
    """«с начала сезона»: from July to the last full month before publication."""
    season, dct = season_at(text, last), text.clock.dct
    if season is None:
        return None
    start = text.crop[0]
    current = dct is not None and season.year == dct.year + (dct.month >= start)
    if dct is None or not current or dct.month == start:
        whole = text.crop
        return Period(
            index, season.last, "at", iso(season.year, whole), season.year, whole, season.named
        )
    span = (start, dct.month - 1 or 12)
    year = dct.year - (span[1] == 12 and dct.month == 1)
    return Period(index, season.last, "at", iso(year, span), year, span, season.named)


def crop(text: PeriodText, index: int) -> Period | None:
    """«сезон 2022/23», «маркетинговый год 2022/23»."""
    found = marketing_year(text, index + 1)
    if found is None or found.year is None:
        return _begun(text, index)
    return Period(index, found.last, "at", iso(found.year, text.crop), found.year, text.crop, True)


def _begun(text: PeriodText, index: int) -> Period | None:
    """«За сезон, начавшийся в сентябре, …»: from that month to the last full one."""
    at = index + 2 + (text.word(index + 2).startswith("котор"))
    if text.word(index + 1) != "," or not text.word(at).startswith(OPENED):
        return None
    month = text.hit(at + 2, "month")
    if month is None or int(month.entry.value) != text.crop[0]:
        return None
    told = season_to_date(text, index, index)
    return told._replace(last=month.last) if told is not None else None


def new_crop(text: PeriodText, index: int) -> Period | None:
    """«в новом сезоне»: the one that runs at the publication."""
    season = season_at(text, index)
    if season is None or text.word(index - 1) not in ("в", "за", "на"):
        return None
    span = text.crop
    return Period(index, season.last, "at", iso(season.year, span), season.year, span)


_CROPS = (
    "зерн", "кукуруз", "лен", "льн", "маркетинг", "маслич", "мук", "муч", "нут", "овс", "овес",
    "подсолн", "пшени", "рапс", "рис", "семен", "сельскохоз", "сельхоз", "соя", "сои", "хлоп",
    "чечевиц", "ячмен", "ячмён",
)  # fmt: skip
_FRUIT = (
    "абрикос", "апельсин", "арбуз", "банан", "виноград", "груш", "дын", "клубник", "лимон",
    "мандарин", "огурц", "овощ", "персик", "помидор", "томат", "фрукт", "черешн", "яблок",
)  # fmt: skip


def crop_year(text: PeriodText, index: int, last: int, value: str) -> Period | None:
    """«в прошлом маркетинговом году», «в нынешнем сезоне»: from July to June."""
    if value not in ("0", "-1", "-2", "1", "prev"):
        return None
    named = marketing_year(text, last)
    if named is not None and named.year is not None:
        ends, whole = named.year, text.crop
        return Period(index, named.last, "at", iso(ends, whole), ends, whole, True)
    told = text.named
    if value == "prev" and told is not None and told.year is not None and told.months == text.crop:
        # «в 2021/22 МГ – 1,1 млн тонн против 1,2 млн в предыдущем сезоне»
        before = told.year - 1
        return Period(index, last, "base", iso(before, text.crop), before, text.crop)
    if _of_fruit(text):
        return Period(index, last, "at", None)  # «мандарины в прошлом сезоне»: of no July
    now = _running(text)
    then = now + (-1 if value == "prev" else int(value)) if now is not None else None
    return Period(index, last, "at", iso(then, text.crop), then, text.crop)


def _of_fruit(text: PeriodText) -> bool:
    """Whether a text tells of fruit or vegetables, and of no crop that has a marketing year."""
    low = text.tokens.low
    fruit = any(word.startswith(_FRUIT) for word in low)
    return fruit and not any(word.startswith(_CROPS) for word in low)
