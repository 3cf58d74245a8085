"""Names of countries in English and Russian, as readers of trade news know them.

They come from Babel's copy of the Unicode CLDR, but for the few in ``country_names.csv``: there
officials, the press and the trade statistics say another name, and a page whose quotations say
«Кыргызстан» must not call it «Киргизия».
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_OWN = Path(__file__).with_name("country_names.csv")


@cache
def country_name(code: str, language: str) -> str:
    """Return the name of a country by its ISO 3166 alpha-3 code, the code where it has none.

    >>> country_name("KGZ", "ru"), country_name("TKM", "ru"), country_name("KGZ", "en")
    ('Кыргызстан', 'Туркменистан', 'Kyrgyzstan')
    """
    from babel import Locale
    from babel.core import get_global

    if own := _own().get(code, {}).get(language):
        return own
    alpha2 = get_global("territory_aliases").get(code, [code])[0]
    return str(Locale.parse(language).territories.get(alpha2, code))


@cache
def _own() -> dict[str, dict[str, str]]:
    with _OWN.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}
