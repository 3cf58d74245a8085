"""What a plan or a potential of trade comes to: a target, a forecast or a chance.

«нарастить товарооборот до 10 млрд»                a target
«к концу года торговля составит 5 млрд»            a forecast
«Задача, согласованная президентами, – 10 млрд»    a target by its name
«есть возможность довести оборот до 3 млрд»        a chance
"""

from __future__ import annotations

from kzcoop.claims.claim import SIDES, TRADE
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import preposition_of
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.status.ahead import AHEAD
from kzcoop.language.stems import Stems

_POSSIBLE = Stems("возможн", "потенциал")
_AIMS = Stems("задач", "ориентир", "планк", "рубеж", "цел")
_AGREE = Stems("договорил", "решил", "согласил", "сошлис", "условил")
_FORESEEN = ("жд", "ожид", "оцен", "прогноз")
_WANT = ("жд", "хот")  # «хотят» ends like «вырастят»


def _will(one: Draft) -> bool:
    """Whether all that tells of what is ahead is a verb in the future."""
    low = one.sentence.low
    told = [cue for cue in one.sentence.cues if cue.entry.kind in AHEAD]
    own = [cue for cue in told if not one.sentence.between(cue.first, one.at)]
    told = own or told  # «оборот достигнет 7 млрд, а президенты хотят десять»
    return all(
        tense(low[cue.first]) == "future" and not low[cue.first].startswith(_WANT) for cue in told
    )


def _want(one: Draft) -> bool:
    """«а президенты хотят десять»: what is wanted, without a verb of growth."""
    sentence, lead = one.sentence, one.quantity.lead
    return one.kind == "money" and any(
        0 <= lead - cue.last <= 1 and sentence.low[cue.first].startswith("хот")
        for cue in sentence.cues
    )


def _agreed_that(one: Draft) -> bool:
    """«договорились, что к концу десятилетия торговля достигнет 8 млрд»: no forecast."""
    sentence, low = one.sentence, one.sentence.low
    return any(
        low[at + 1 : at + 3] == [",", "что"] for at in sentence.where(_AGREE) if at + 2 < one.at
    )


def _is_forecast(one: Draft) -> bool:
    """«ожидается оборот в 5 млрд», and not «собираются торговать на 5 млрд»."""
    low = one.sentence.low
    return any(
        cue.entry.kind == "planned" and low[cue.first].startswith(_FORESEEN)
        for cue in one.sentence.cues
    )


def is_aim(one: Draft) -> bool:
    """Return whether a goal is told by its name: «Задача, согласованная странами, – 10 млрд»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_AIMS):
        return False
    return any(
        cue.entry.kind == "goal"
        and cue.first < one.at
        and low[cue.first].startswith(_AIMS)
        and low[cue.first - 1] != "за"  # «продать за рубеж»
        for cue in sentence.cues
    )


def of_trade(one: Draft, kind: str, form: str) -> str:
    """Return what a plan or a potential of trade comes to: «нарастить оборот» sets a target."""
    sentence = one.sentence
    if form == "infinitive" and kind == "planned" and one.indicator in SIDES:
        return "target" if sentence.near(one.quantity, "goal") is not None else "planned"
    if kind == "planned" and one.indicator in TRADE and is_aim(one):
        return "target"
    if one.indicator != "turnover":
        return kind
    if kind == "planned":
        if _want(one):
            return "target"
        if sentence.begins(_AGREE) and _agreed_that(one):
            return "target"
        if _will(one):
            return kind  # «к концу года торговля составит 5 млрд»: a forecast
        deadline = any(period.role == "by" for period in sentence.periods)
        return "target" if deadline or form == "infinitive" or not _is_forecast(one) else kind
    if kind == "potential" and preposition_of(one) == "до" and form in ("noun", "infinitive"):
        return "potential" if sentence.begins(_POSSIBLE) else "target"
    return kind
