"""Since when: the period that a change is measured against."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.time.nearest_period import CHANGES, nearest
from kzcoop.mentions.period import Period, iso

_GROWTH = ("падени", "прирост", "рост", "снижени", "сокращени", "спад", "увеличени")
_ASIDE = ["для", "сравнения"]
_APART = frozenset(", – — (".split())


def base_told(one: Draft, own: Period | None) -> str | None:
    """Return what a change is measured against, where the text says it.

    ``own`` is the period of the change itself: «за восемь месяцев вырос на 9% к прошлому году».
    """
    same = nearest(one, ("same",))
    if same is not None and same.year is not None:
        if own is not None and own.months is not None:
            return iso(same.year, own.months)
        return iso(same.year) if own is not None else None
    base = nearest(one, ("base",))
    if base is None:
        return None
    if base.value is not None:
        return base.value
    if own is not None and own.year is not None and base.shift:
        return _shifted(own, base)
    return None


def base_of(one: Draft, period: str) -> str | None:
    """Return the base of a change whose period the text before has told."""
    base = nearest(one, ("base", "same"))
    if base is not None and base.role == "same" and base.year is not None and not base.named:
        return month_of(period, base.year)  # «чем за аналогичный период прошлого года»
    if base is not None and base.role == "same" and base.value is None and base.year is not None:
        return month_of(period, base.year)  # «К тому же периоду 2023 года он вырос»
    if base is None or base.value is not None or len(period) < 4:
        return base.value if base is not None else None
    return earlier(period, base)


def grown_since(one: Draft, own: Period, before: Sequence[Draft], recent: str | None) -> str | None:
    """Return the period of a growth that follows a level of the year before, or None.

    «В прошлом сезоне за тот же отрезок ушло 27 тыс., рост в полтора раза»: of the season told of.
    «За 2023 год – 3,9 млрд; 2022 год принёс 5,5 млрд, так что спад – 29 процентов»: of 2023.
    ``own`` is the period of that level, ``recent`` that of the text before.
    """
    last = before[-1] if before else None
    if one.measure not in CHANGES or last is None or last.period != own.value or not own.value:
        return None
    words = one.sentence.low[last.last : one.quantity.lead]
    if not any(word.startswith(_GROWTH) for word in words) or words[0] not in _APART:
        return None
    sentence = one.sentence
    if own.first > last.at or sentence.low[sentence.first : sentence.first + 2] == _ASIDE:
        return None  # «Для сравнения: в январе–мае прошлого – 9,9 млрд, рост 4,8%»: of that year
    same = [d.period for d in before if d.period and len(d.period) == len(own.value)]
    if recent is not None and len(own.value) > len("2024"):
        same.append(recent)
    later = max(same, default=own.value)
    again = later > own.value and month_of(later, own.year or 0) == own.value
    return later if again else None


def _shifted(own: Period, base: Period) -> str | None:
    """A base told by its distance only: «годом ранее», «месяцем ранее»."""
    if own.year is None:
        return None
    if base.months == (-1, -1):
        if own.months is None:
            return None
        year, month = (own.year, own.months[0] - 1) if own.months[0] > 1 else (own.year - 1, 12)
        return iso(year, (month, month))
    return iso(own.year + base.shift, own.months)


def earlier(period: str, base: Period) -> str | None:
    """Return a period moved back by a year, or by a month for «месяцем ранее»."""
    parts = period.split("/")
    if base.months == (-1, -1):
        if len(period) != 7 or not period[5:].isdigit():  # a quarter has no month before it
            return None
        year, month = int(period[:4]), int(period[5:7]) - 1
        return f"{year if month else year - 1}-{month or 12:02d}"
    back = min(base.shift, -1)  # «двумя годами ранее»
    return "/".join(f"{int(part[:4]) + back}{part[4:]}" for part in parts)


def month_of(main: str | None, year: int) -> str | None:
    """Return the months of a period moved to a year, in which those of a season end."""
    if main is None:
        return None
    parts = main.split("/")
    shift = year - int(parts[-1][:4])
    return "/".join([f"{int(part[:4]) + shift}{part[4:]}" for part in parts])


def opens_with_base(sentence: Sentence) -> bool:
    """Whether a sentence begins with what it compares with: «Годом ранее – 250 тыс. тонн»."""
    return any(p.role == "base" and p.first == sentence.first for p in sentence.periods[:1])
