"""Whether a time that is over leads to a figure, so that nothing aims at it.

«вся торговля за 2024 год – 1,7 млн»         over
«За прошлый год – 170 млн»                   over
«если вспомнить 2019-й (760 тыс. тонн)»      over
«планировалось прокачать за 2022-й два млн»  planned, whatever the time
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft

# from a time to its figure
_LEADING: tuple[list[str], ...] = ([], ["–"], ["—"], ["-"], [":"], ["("])
_RECALLED = ("взять", "возьм", "вспомн", "помн", "припомн", "сравн")


def stands_over(one: Draft) -> bool:
    """Return whether a time that is over stands right before a figure, a dash between at most."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if not any(
        period.role in ("at", "span")
        and period.last <= lead
        and (
            low[period.first - 1] == "за"
            or period.shift < 0
            or low[period.first - 1].startswith(_RECALLED)
        )
        and low[period.last : lead] in _LEADING
        for period in sentence.periods
    ):
        return False
    return not any(
        cue.entry.kind in ("goal", "planned", "potential") and cue.first < lead
        for cue in sentence.cues
        if not sentence.between(cue.first, one.at) or _leads(one, cue.last)
    )


def _leads(one: Draft, last: int) -> bool:
    """«Тогда же планировали провезти зерно: за 2014-й 300 тыс. тонн»: past a colon alone."""
    low = one.sentence.low
    colon = next((at for at in range(last, one.quantity.lead) if low[at] == ":"), None)
    if colon is None or one.sentence.between(last, one.at) > 1 or low[last - 1] == "план":
        return False
    return not any(last <= q.first < one.first for q in one.sentence.quantities)
