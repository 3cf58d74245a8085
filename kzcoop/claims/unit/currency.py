"""Currencies that share a name: whose they are, by the country that a figure is told of.

«оборот с Туркменистаном – 1,3 млрд манатов»   Turkmen ones, and not Azerbaijan's
«Катар вложит 2 млрд риалов»                   Qatari ones
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft

# by the currency that a bare name stands for at first: that of each country with the same name
_OF_COUNTRY = {
    "AZN": {"TKM": "TMT"},
    "CZK": {"DNK": "DKK", "NOR": "NOK", "SWE": "SEK"},
    "INR": {"IDN": "IDR", "PAK": "PKR"},
    "RSD": {"BHR": "BHD", "DZA": "DZD", "IRQ": "IQD", "JOR": "JOD", "KWT": "KWD", "TUN": "TND"},
    "SAR": {"IRN": "IRR", "OMN": "OMR", "QAT": "QAR"},
}
_WHOSE = ("азербайджан", "индийск", "саудов", "чешск")  # «азербайджанских манатов» says it


def settle_currency(one: Draft) -> None:
    """Set the currency of a figure whose partner is known."""
    owners = _OF_COUNTRY.get(one.unit or "")
    if owners is None:
        return
    if any(word.startswith(_WHOSE) for word in one.sentence.low[one.at : one.last]):
        return
    for code in (one.reporter, *one.partner):
        if code in owners:
            one.unit = owners[code]
            one.note(f"the currency of {code}")
            return
