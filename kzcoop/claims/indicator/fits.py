"""How well each indicator goes with a figure of a kind, 0 where it does not at all.

«экспорт – 12 млн долларов»: money is trade, «экспорт – 12 тыс. тонн»: tonnes are, a little less
«грузооборот возрос на 13% до 8,5 млн тонн»: a change of tonnes is none of the turnover
"""

from __future__ import annotations

from collections.abc import Mapping

from kzcoop.claims.scene.draft import Draft

_MONEY = {
    "turnover": 1.0, "export": 1.0, "import": 1.0, "investment": 1.0, "projects": 0.8,
    "export_potential": 1.0, "other": 0.95, "services": 0.3, "purchase": 0.8,
    "projects_value": 0.8, "cost": 0.5, "sending": 0.0,
    "sent": 0.5,
}  # fmt: skip
_GOODS = {
    "freight": 1.0,
    "transit": 1.0,
    "export": 0.9,
    "import": 0.9,
    "other": 1.15,
    "export_potential": 0.2,
}
_CHANGE = {
    "turnover": 1.0, "export": 1.0, "import": 1.0, "investment": 0.9, "freight": 0.9,
    "transit": 0.9, "other": 0.7, "export_potential": 0.3, "projects": 0.2,
    "enterprises_count": 0.4, "jobs": 0.3, "sending": 0.0, "sent": 0.0,
}  # fmt: skip
_COMPATIBLE = {
    "money": _MONEY, "tonne": {**_GOODS, "purchase": 0.8},
    "teu": {**_GOODS, "export": 0.3, "import": 0.3}, "wagon": {"freight": 1.0, "transit": 0.9},
    "vehicle": {"freight": 0.8, "other": 1.0}, "percent": _CHANGE, "ratio": _CHANGE,
    "pieces": {"export": 1.0, "import": 1.0, "purchase": 0.8},
    "rank": {
        "turnover": 1.0, "export": 1.0, "import": 1.0, "investment": 1.0, "sending": 0.0
    },
}  # fmt: skip
_NONE: dict[str, float] = {}


def fits_of(one: Draft) -> Mapping[str, float]:
    """Return how well each indicator goes with a figure, 0 to 1.15.

    Parameters
    ----------
    one
        A draft whose kind is known.
    """
    fits = _COMPATIBLE.get(one.kind, _NONE)
    if one.kind in ("percent", "ratio") and _of_tonnes(one):
        # «грузооборот возрос на 13% до 8,5 млн тонн»: tonnes are no turnover
        return {kind: fit for kind, fit in fits.items() if kind != "turnover"}
    return fits


def _of_tonnes(one: Draft) -> bool:
    """Whether the level that a change leads to is one of tonnes."""
    low = one.sentence.low
    return any(
        q.kind == "tonne" and low[one.last : q.lead] in (["до"], [",", "до"], ["–", "до"])
        for q in one.sentence.quantities
    )
