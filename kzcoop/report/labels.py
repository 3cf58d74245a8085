"""Words, names, numbers and dates in the language of a page (English or Russian).

Sentences and headings are rows of ``labels.csv``; names of codes (indicator, status, unit) are
those of the pages' frame (:mod:`kzcoop.report.wording`); months and the way to write a number come
from Babel's copy of the Unicode CLDR, so that no locale of the machine matters.
"""

from __future__ import annotations

import math
import re
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from kzcoop.analysis.inputs import ALL, items, text
from kzcoop.analysis.periods import months
from kzcoop.checks.messages import templates
from kzcoop.errors import LexiconError
from kzcoop.language.country_names import country_name
from kzcoop.report.translation import rows
from kzcoop.report.wording import Wording

LANGUAGES = ("en", "ru")
_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
_MONTH = re.compile(r"^(\d{4})-(\d\d)$")
_HALF = {("01", "06"): "period.h1", ("07", "12"): "period.h2"}


def label(key: str, language: str, **values: object) -> str:
    """Return the text of a key with its placeholders filled.

    Raises
    ------
    LexiconError
        No such key, language or placeholder.

    >>> label("col.year", "ru")
    'Год'
    """
    try:
        return rows()[key][language].format(**values)
    except KeyError as missing:
        raise LexiconError("labels.csv", key, f"has no {missing} in {language!r}") from None


def has_label(key: str) -> bool:
    """Say whether the table has a key."""
    return key in rows()


def word(value: str, language: str) -> str:
    """Return a word of the analysis ("on course", "differs") in a language.

    >>> word("behind", "ru"), word("no such word", "ru")
    ('отставание', 'no such word')
    """
    key = f"word.{value}"
    return label(key, language) if key in rows() else Wording(language).code("status", value)


def code(kind: str, value: str, language: str) -> str:
    """Return the name of a code of a column (indicator, measure, unit, kind, qualifier)."""
    return Wording(language).code(kind, value)


def check(name: str, language: str) -> str:
    """Return the name of a check, or of the check that sets a flag.

    >>> check("magnitude", "ru"), check("scale.official", "en")
    ('порядок величины', 'order of magnitude')
    """
    outcome = templates().get(name)
    return label(f"check.{outcome['check'] if outcome else name}", language)


def country(codes: str | None, language: str) -> str:
    """Return the name of a country, or the names of several joined by ";" in the data.

    >>> country("CHN", "en"), country("KGZ;TJK", "ru"), country("ALL", "en")
    ('China', 'Кыргызстан, Таджикистан', 'All partners')
    """
    if codes == ALL:
        return Wording(language).all_partners
    return ", ".join(country_name(part, language) for part in items(text(codes)))


def decimal(value: float, places: int, language: str, sign: bool = False) -> str:
    """Return a number with fixed decimals; with ``sign`` a rise carries its plus.

    Rounds half away from zero on the decimal digits; a rounded zero has no minus.

    >>> decimal(34166.34, 1, "en"), decimal(-0.04, 1, "en"), decimal(13.29, 1, "ru", sign=True)
    ('34,166.3', '0.0', '+13,3')
    """
    rounded = math.copysign(math.floor(abs(value) * 10**places + 0.5) / 10**places, value)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    found = format_decimal(abs(rounded), format=pattern, locale=language)
    if rounded < 0:
        return f"\N{MINUS SIGN}{found}"
    return f"+{found}" if sign and rounded > 0 else found


def percent(value: float, language: str, sign: bool = True, places: int = 1) -> str:
    """Return a percentage.

    >>> percent(13.29, "en"), percent(44.5, "ru", sign=False)
    ('+13.3%', '44,5\\xa0%')
    """
    gap = "\N{NO-BREAK SPACE}" if language == "ru" else ""
    return f"{decimal(value, places, language, sign)}{gap}%"


def money(value_bn: float, language: str) -> str:
    """Return billion US dollars as a reader says them, in millions below one billion.

    >>> money(34.1663, "en"), money(0.4706, "en"), money(5.8337, "ru")
    ('$34.2 bn', '$471 mn', '5,83\\xa0млрд\\xa0долл.')
    """
    small = abs(value_bn) < 0.9995
    amount = value_bn * 1000 if small else value_bn
    places = 0 if abs(amount) >= 100 else 1 if abs(amount) >= 10 else 2
    number = decimal(abs(amount), places, language)
    if places:  # a target of 40 bn is not 40.0
        number = number.rstrip("0").rstrip(".,")
    said = label("money.mn" if small else "money.bn", language, number=number)
    return f"\N{MINUS SIGN}{said}" if value_bn < 0 else said


def day(iso: str | None, language: str, short: bool = False) -> str:
    """Return a date, a month, a year or a span of dates in words; "undated" where missing.

    With ``short`` months are abbreviated and nothing breaks over lines, for cells of tables.

    >>> day("2026-06-30", "en"), day("2023-11", "ru"), day("2022-01-11/2024-02-05", "en")
    ('30 June 2026', 'ноябрь 2023', 'between 11 January 2022 and 5 February 2024')
    """
    if not iso:
        return label("missing.published", language)
    if "/" in iso:
        first, _, last = iso.partition("/")
        ends = day(first, language, short), day(last, language, short)
        return label("date.between", language, first=ends[0], last=ends[1])
    if found := _MONTH.match(iso):
        when, pattern = date(int(found[1]), int(found[2]), 1), "LLL y" if short else "LLLL y"
    elif _DAY.match(iso):
        when, pattern = date.fromisoformat(iso), "d MMM y" if short else "d MMMM y"
    else:
        return iso
    shown = str(format_date(when, pattern, locale=language))
    return shown.replace(" ", "\N{NO-BREAK SPACE}") if short else shown


def month_run(run: str, language: str) -> str:
    """Return months without a year: ``01-04`` is January to April.

    >>> month_run("01-04", "en"), month_run("07-07", "ru")
    ('Jan–Apr', 'июль')
    """
    first, last = (int(part) for part in run.split("-"))
    names = Locale.parse(language).months["stand-alone"][
        "wide" if language == "ru" else "abbreviated"
    ]
    return str(names[first]) if first == last else f"{names[first]}–{names[last]}"


def period(iso: str | None, language: str) -> str:
    """Return a period in words; "not stated" where missing.

    >>> period("2022-01/2022-04", "en"), period("2022-H1", "ru"), period("2015/2018", "en")
    ('Jan–Apr 2022', '1-е полугодие 2022', '2015–2018')
    """
    if not iso:
        return label("missing.period", language)
    run = months(iso)
    if run is None:
        return iso
    if run.is_year:
        return str(run.year)
    if run.is_part_year:
        half = _HALF.get((run.label[:2], run.label[3:]))
        if half and "H" in iso:
            return label(half, language, year=run.year)
        return f"{month_run(run.label, language)} {run.year}"
    if (run.month, run.last_month) == (1, 12):
        return f"{run.year}–{run.last_year}"
    first, last = f"{run.year}-{run.month:02d}", f"{run.last_year}-{run.last_month:02d}"
    return f"{day(first, language)} – {day(last, language)}"


def quantity(value: float, unit: str, language: str) -> str:
    """Return a value of a claim with its unit, scaled for reading.

    >>> quantity(1.4e9, "USD", "en"), quantity(11400000, "tonne", "ru")
    ('1.4 bn USD', '11,4 млн т')
    """
    if unit == "percent":
        return percent(value, language, sign=False, places=_places(value))
    scale, name = 1.0, ""
    for size, key in ((1e12, "scale.tn"), (1e9, "scale.bn"), (1e6, "scale.mn")):
        if abs(value) >= size:
            scale, name = size, " " + label(key, language)
            break
    shown = value / scale
    number = decimal(shown, _places(shown), language)
    return f"{number}{name} {code('unit', unit, language)}".strip()


def _places(value: float) -> int:
    for places in (0, 1, 2):
        if abs(value - round(value, places)) < 1e-9:
            return places
    return 3
