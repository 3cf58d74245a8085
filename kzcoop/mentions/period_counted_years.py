"""Counted years: «за последние три года», «через два года», «пять лет назад».

They count from the publication, or from a year that the text has named.
"""

from __future__ import annotations

from kzcoop.mentions.calendar import iso
from kzcoop.mentions.period_text import PAST, Period, PeriodText
from kzcoop.mentions.period_told import year_narrated
from kzcoop.mentions.period_year_at import year_at

_INFINITIVE = ("ть", "ти", "чь", "ться", "тись")
_BESIDE = 4  # tokens from «рассчитываем» to «за три года»
# what leads ahead, back, or over the whole of what is counted
AHEAD = ("ближайш", "следующ", "предстоящ", "будущ", "грядущ")
LAST = ("последн", "крайн")
OVER = ("прошедш", "минувш", "истекш", "прошл", "полн", "неполн", "календарн")
AFTER = frozenset("назад подряд спустя лишения после до кряду тому".split())
_NEXT = ("последующ", "следующ")
BEFORE = ("предшеств", "предыдущ")
_BY_THEN = (["перед", "тем"], ["перед", "этим"], ["до", "того"], ["до", "этого"],
            ["тому", "времени"], ["тому", "моменту"])  # fmt: skip
_FAR = 6  # tokens from «перед тем» to «три года»
_RUNNING = frozenset({"кряду", "подряд"})
LATER = frozenset({"позднее", "позже", "спустя"})
EARLIER = frozenset({"ранее", "раньше", "прежде"})
_CLAUSE = 9  # tokens of «хотим увеличить экспорт муки втрое за» at the most
_THAT_IS = frozenset({",", "то", "есть", "за", "или"})
_THAT = frozenset({"что", "чтобы"})
_MAX_YEARS = 60


def independence(text: PeriodText, index: int, last: int) -> Period:
    """«за годы независимости»: from 1991 to the year of publication."""
    now = text.clock.year
    value = f"1991/{now}" if now and now > 1991 else None
    return Period(index, last, "span", value, now, None, False, 0)


def counted_years(
    text: PeriodText, index: int, last: int, count: int, around: list[str]
) -> Period | None:
    """Return the period of so many years at a token, by the words around it, or None."""
    now, following = _counted_from(text, index), text.word(last)
    if count > _MAX_YEARS:
        return None
    if (said := text.last) is not None and said.role == "span":
        between = text.low[said.last : index]
        if between and len(between) <= len(_THAT_IS) and _THAT_IS.issuperset(between):
            return said._replace(first=index, last=last)  # «С 2005 по 2022 год, то есть за 18 лет»
    if following == "назад" or following in EARLIER or (following == "тому"):
        ago = text.clock.year if following not in EARLIER else None
        return Period(
            index,
            last + 1 + (following == "тому" and text.word(last + 1) == "назад"),
            "base",
            None,
            ago - count if ago else None,  # «пять лет назад»: from the publication
            None,
            False,
            -count,
        )
    told = _later(text, index, last, count, around[-2:-1])
    if told is not None:
        return told
    if (after := _next(text, index, last, count, around)) is not None:
        return after
    if around[-2:-1] == ["через"] or any(word.startswith(AHEAD) for word in around):
        year = (_said_in(text, index) or now or -count) + count or None
        return Period(index, last, "by", iso(year), year)
    if following in _RUNNING and count > 1:  # «два года подряд»: the last full ones
        span = f"{now - count}/{now - 1}" if now else None
        return Period(index, last + 1, "span", span, now - 1 if now else None)
    if (around[-2:-1] == ["течение"] and count > 1 and _told_ahead(text, index)) or (
        around[-2:-1] == ["за"] and _hoped(text, index, last)
    ):
        year = now + count if now else None
        return Period(index, last, "by", iso(year), year)
    back = any(word.startswith((*LAST, *OVER)) for word in around)
    if not back and "за" not in around[-3:]:
        return None
    if (previous := _previous(text, index, last, count, around)) is not None:
        return previous
    before_that = any(word.startswith(BEFORE) for word in around[-2:]) or _by_then(text, index)
    if before_that or (following == "до" and "за" in around[-3:]):
        # «за два предшествующих года», «за два года до тех расчётов»
        return Period(index, last, "span", None, None, None, False, -count)
    if following in AFTER:
        return None
    if following == "," and any(text.word(at).startswith(BEFORE) for at in (last + 1, last + 2)):
        # «за четыре года, которые предшествовали этой оценке»
        return Period(index, last, "span", None, None, None, False, -count)
    reference = year_at(text, last + 1) if following == "с" else None
    if reference is not None and reference.year:  # «за пять лет с 2015 года»
        value = f"{reference.year}/{reference.year + count}"
        return Period(
            index, reference.last, "span", value, reference.year + count, None, True, -count
        )
    if count == 1 and any(w.startswith(("прошл", "минувш")) for w in text.low[index:last]):
        return None  # «а за один прошлый год – 3 млрд»: that year
    if count == 1:  # «за один год торговля выросла вдвое»
        return Period(index, last, "base", None, None, None, False, -1)
    begun = text.named
    if (
        not back
        and begun is not None
        and begun.year is not None
        and begun.role == "at"
        and begun.months is None
        and text.together(begun.first, index)
        and text.clock.year is not None
        and begun.year + count <= text.clock.year
    ):  # «В 2017 году провезли 12 млн тонн, а за шесть лет поток вырос вдвое»
        end = begun.year + count
        return Period(index, last, "span", f"{begun.year}/{end}", end)
    span = f"{now - count}/{now}" if now else None
    return Period(index, last, "span", span, now, None, False, -count)


def _previous(
    text: PeriodText, index: int, last: int, count: int, around: list[str]
) -> Period | None:
    """«за пять предыдущих лет»: the full ones before publication, where no old year is told."""
    dct, named = text.clock.dct, text.named
    if dct is None or count == 1 or _by_then(text, index):
        return None
    if not any(word.startswith("предыдущ") for word in (*around[-2:], *text.low[index:last])):
        return None
    if named is not None and (named.year or 0) < dct.year - 1:
        return None
    return Period(index, last, "span", f"{dct.year - count}/{dct.year - 1}", dct.year - 1)


def _by_then(text: PeriodText, index: int) -> bool:
    """«Перед тем за три года вложили …», «К тому времени за два года …»: of no year told."""
    before = text.before(index, _FAR)
    return any(before[at : at + 2] in _BY_THEN for at in range(len(before) - 1))


def _said_in(text: PeriodText, index: int) -> int | None:
    """«В 2019 году договорились, что через пять лет …»: the year in which something was said."""
    named = text.named
    if named is None or named.role != "at" or not text.together(named.first, index):
        return None
    between = text.low[named.last : index]
    counted = any(text.kind[i] == "n" for i in range(named.last, index))
    return None if counted or _THAT.isdisjoint(between) else named.year


def _later(text: PeriodText, index: int, last: int, count: int, led: list[str]) -> Period | None:
    """«Тремя годами позже – 14 млрд», «Спустя два года упал»: years after that of the tale."""
    after = text.word(last) in LATER
    if not after and led not in (["спустя"], ["через"]):
        return None
    start, now = year_narrated(text, index), text.clock.year
    if start is None or (now is not None and start + count > now):
        return None
    if led == ["через"] and not _told_past(text, index):
        return None
    year = start + count
    return Period(index, last + after, "at", str(year), year)


def _next(text: PeriodText, index: int, last: int, count: int, around: list[str]) -> Period | None:
    """«В 2016 году – 167 тыс., за следующие семь лет поток вырос впятеро»: from the year told."""
    if "за" not in around[-3:] or not any(word.startswith(_NEXT) for word in around):
        return None
    start, now = year_narrated(text, index), text.clock.year
    over = start is not None and now is not None and start + count <= now
    if start is None or not over or not _told_past(text, index):
        return None
    return Period(index, last, "span", f"{start}/{start + count}", start + count, None, True)


def _told_past(text: PeriodText, index: int) -> bool:
    """Whether a sentence tells what was, and nothing that is ahead."""
    first, last = text.tokens.bounds[text.tokens.sentence[index]]
    return any(PAST.match(text.low[at]) for at in range(first, last)) and not any(
        text.hit(at, "ahead") for at in range(first, last)
    )


def _told_ahead(text: PeriodText, index: int) -> bool:
    """«в течение пяти лет намерены нарастить»: whether the sentence looks ahead."""
    first, last = text.tokens.bounds[text.tokens.sentence[index]]
    past = any(PAST.match(text.low[at]) for at in range(first, last))
    return not past and any(text.hit(at, "ahead") for at in range(first, last))


def _hoped(text: PeriodText, index: int, last: int) -> bool:
    """«рассчитываем за три года удвоить торговлю»: a plan right before, an infinitive after."""
    planned = any(text.hit(at, "ahead") for at in range(max(0, index - _BESIDE), index))
    if planned and text.word(last).endswith(_INFINITIVE):
        return True
    # «хотим увеличить экспорт втрое за пять лет»
    before = text.before(index, _CLAUSE)
    raised = [at for at, word in enumerate(before) if word.endswith(_INFINITIVE)]
    start = index - len(before)
    wanted = [at for at in range(start, index) if text.hit(at, "ahead")]
    if following := [w for w in text.low[last : last + _CLAUSE] if w.startswith("долж")]:
        return bool(following)  # «назвал срок: за пять лет торговля должна удвоиться»
    return bool(raised and wanted) and wanted[-1] < start + raised[-1] and "," not in before


def _counted_from(text: PeriodText, index: int) -> int | None:
    """The year from which years are counted: the publication's, or one that the text has named.

    «в 2023 году достиг 310 млн, за пять лет вырос вдвое»: of the sentence, or of an undated report.
    """
    now, named = text.clock.year, text.named
    if named is None or named.role != "at" or named.months is not None or named.year is None:
        return now
    if now is None or text.clock.dct is None:
        near = text.paragraph(named.first) == text.paragraph(index)
        return named.year if near else None  # past its paragraph it may be another's year
    return named.year if named.year == now - 1 and text.together(named.first, index) else now
