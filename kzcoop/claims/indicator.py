"""What a figure is about: candidates scored by weighted features, kept in ``weights.csv``."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kzcoop.claims.claim import SIDES
from kzcoop.claims.deliveries import NEUTRAL, bought, delivered, directed, sold
from kzcoop.claims.draft import Draft
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.period_text import DASHES

_MONEY = {
    "turnover": 1.0, "export": 1.0, "import": 1.0, "investment": 1.0, "projects": 0.8,
    "export_potential": 1.0, "other": 0.95, "services": 0.3, "purchase": 0.7,
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
# words of trade that often mean something else, where they stand alone
_WEAK = (
    "груз", "договор", "завод", "закуп", "инвестор", "капитал", "коридор", "маршрут", "оборот",
    "объект", "отправ", "перевал", "поставк", "поток", "предприят", "приобр", "продаж", "проект",
    "производств", "соглашени", "строительств", "услуг",
)  # fmt: skip
_RESULT = {
    "projects": "projects_value",
    "services": "other",
    "cost": "projects_value",
    "sent": "projects_value",
}
# the money beside a count is its value:
# «69 проектов на 3,1 млрд», «по 34 наименованиям на миллиард»
_VALUE_OF = {
    "projects_count": "projects_value", "goods_positions": "export_potential", "other": "other",
    "checkpoints_count": "projects_value",
}  # fmt: skip


# «грузовиков зарегистрировано» counts no enterprises
_VEHICLES = Stems("автомоб", "грузовик", "машин", "транспортн", "фур")
# not «прошлого года»
_PASSED = frozenset("прошел прошла прошли прошло прошедших".split())
# «построят за 120 млрд»
_BUILT = ("возведут", "возвел", "построен", "построил", "построит", "построят", "сооруд")
_NUMBERED = ("_count", "freight")  # «количество поездов выросло на 12%»
_LEADS_TO = 3  # tokens from «вырастет втрое» to «и составит 900 машин»
_NUMBER = Stems("числ", "количеств")
_MOVING = Stems(
    "провез",
    "достав",
    "поезд",
    "порт",
    "станци",
    "рейс",
    "железн",
    "провоз",
    "обработа",
    "прокач",
)


# between a figure and its side of trade: «360 млн – это объём экспорта»
_THAT_IS = frozenset("доля наш объем объема объемы сам это".split())
_MODIFIERS = ("ий", "ой", "ый")


# of investment by name, and no sum of it
_EVENTS = ("климат", "конференц", "круглом", "саммит", "совет", "форум")


# «контракт на поставку», «договорились о поставках»
_ABOUT = frozenset({"на", "о", "об", "по"})
_BY_DEAL = frozenset({"count", "money", "pieces"})
_DEALS = ("договор", "контракт", "меморандум", "сделк", "соглашени")


class Candidate(NamedTuple):
    """One possible indicator of a figure with the features that speak for it."""

    indicator: str
    word: str
    features: tuple[tuple[str, float], ...]
    first: int
    score: float


def _candidate(
    indicator: str, word: str, features: tuple[tuple[str, float], ...], first: int
) -> Candidate:
    """A candidate with its score, the sum of its features by weight."""
    table = weights()
    # Rounded, so that a tie is a tie: the built-in sum ends on another last digit from
    # Python 3.12 on, and the same report would give other claims there.
    score = round(math.fsum([table[name] * amount for name, amount in features]), 9)
    return Candidate(indicator, word, features, first, score)


@cache
def weights() -> dict[str, float]:
    """Return the weight of each feature."""
    path = Path(__file__).parent / "weights.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}


def candidates(one: Draft, before: Sequence[Draft], topic: str | None) -> list[Candidate]:
    """Return the possible indicators of a figure, best first.

    Parameters
    ----------
    one
        A draft whose kind is known.
    before
        The drafts of the same sentence that stand before it, linked already.
    topic
        The indicator of the last flow in the sentences before, or None.
    """
    fits = _COMPATIBLE.get(one.kind, {})
    if one.kind in ("percent", "ratio") and _of_tonnes(one):
        # «грузооборот возрос на 13% до 8,5 млн тонн»: tonnes are no turnover
        fits = {kind: fit for kind, fit in fits.items() if kind != "turnover"}
    found = [c for hit in one.sentence.indicators if (c := _scored(one, hit, fits)) is not None]
    for other in reversed(before):
        moved = other.indicator in ("freight", "transit") and one.kind in ("percent", "ratio")
        counted = other.kind == "count" and one.quantity.form != "fraction" and not moved
        if other.indicator and fits.get(other.indicator, 0) > 0 and not counted:
            gap = one.at - other.last
            # «28% – с российским, 12% – с турецким участием»: of what the share before is
            listed = other.measure == "share_pct" and one.kind == "percent"
            fit = 1.0 if listed else fits[other.indicator]
            features = (
                ("inherited", 1.0), ("compatible", fit),
                ("token", min(gap, 20) * 0.5),
                ("clause", min(one.sentence.between(other.at, one.at), 4) * 0.4),
            )  # fmt: skip
            found.append(_candidate(other.indicator, "the figure before", features, other.at))
            break
    compared = one.sentence.low[one.last : one.last + 1] in (["больше"], ["меньше"])
    share = (
        (one.quantity.form == "fraction" or (one.kind in ("percent", "ratio") and compared))
        and before
        and one.at - before[-1].last <= 4
    ) or _part_of_count(one)
    if before and before[-1].kind == "count" and (one.kind == "money" or share):
        indicator = before[-1].indicator or ""
        beside = indicator if share else _VALUE_OF.get(indicator)
        if beside is not None:
            gap = one.at - before[-1].last
            features = (
                ("beside", 1.0), ("compatible", 1.0), ("token", float(min(gap, 20))),
                ("clause", float(min(one.sentence.between(before[-1].at, one.at), 3))),
            )  # fmt: skip
            found.append(_candidate(beside, "the count before", features, before[-1].at))
    numbered = _number_of(one)
    if numbered is not None:
        features = (("compatible", 1.0), ("before", 1.0), ("subject", 1.0), ("same_clause", 1.0))
        found.append(_candidate(numbered, "число", features, one.at))
    # what is counted in pieces is traded only where its own sentence says so
    if topic is not None and fits.get(topic, 0) > 0 and one.kind != "pieces":
        found.append(
            _candidate(
                topic, "the sentence before", (("topic", 1.0), ("compatible", fits[topic])), -1
            )
        )
    ranked = sorted(found, key=lambda c: (-c.score, -c.first))
    if (
        ranked
        and topic == "import"
        and ranked[0].indicator == "export"
        and ranked[0].word.startswith(NEUTRAL)
        and not directed(one)
    ):
        # «импорт овощей сократился; снижаются поставки лука»: deliveries in
        ranked.insert(0, ranked[0]._replace(indicator="import"))
    signed = before and before[-1].kind == "count" and before[-1].indicator == "other"
    if ranked and signed and ranked[0].word.startswith("стоимост"):
        # «подписали 30 документов, стоимость которых превышает 2 млрд»
        ranked.insert(0, ranked[0]._replace(indicator="other"))
    return ranked


def _of_tonnes(one: Draft) -> bool:
    """Whether the level that a change leads to is one of tonnes."""
    low = one.sentence.low
    return any(
        q.kind == "tonne" and low[one.last : q.lead] in (["до"], [",", "до"], ["–", "до"])
        for q in one.sentence.quantities
    )


def _part_of_count(one: Draft) -> bool:
    """«… 4,1 тыс. предприятий, из них 28% – с российским участием»."""
    words = one.sentence.low[max(one.sentence.first, one.quantity.lead - 3) : one.quantity.lead]
    return one.kind == "percent" and words[-2:] in (["из", "них"], ["из", "которых"])


def _number_of(one: Draft) -> str | None:
    """What grows in «число американских компаний увеличилось на 9 процентов»."""
    if one.kind not in ("percent", "ratio"):
        return None
    low, sentence = one.sentence.low, one.sentence
    counted = sentence.mentions.hits["counted"]
    if low[one.last : one.last + 1] == ["от"]:
        # «36% от общего количества предприятий»
        for here in range(one.last + 1, min(one.last + 7, sentence.last)):
            hit = counted.get(here)
            if hit is not None and hit.entry.kind.endswith(_NUMBERED):
                return hit.entry.kind
    if not sentence.begins(_NUMBER):
        return None
    for index in range(sentence.first, one.at):
        if low[index].startswith(_NUMBER) and low[index] != "числе":
            for here in range(index + 1, min(index + 6, one.at)):
                hit = counted.get(here)
                if hit is not None and hit.entry.kind.endswith(_NUMBERED):
                    return hit.entry.kind
    return None


def default_indicator(one: Draft) -> str | None:
    """What tonnes, containers or wagons are where no word says it but something moves: freight."""
    if one.kind == "rank":
        return "turnover"  # «третье место среди торговых партнёров»
    low = one.sentence.low
    if one.kind == "money" and low[one.quantity.lead - 2 : one.quantity.lead] == ["пути", "к"]:
        return "turnover"  # «Казахстан и Азербайджан на пути к $1 млрд»
    if one.kind == "money" and _builds_for(one):
        one.note("built for so much")
        return "projects_value"
    if one.kind in ("percent", "ratio") and any(
        q.kind == "vehicle" and 0 <= q.lead - one.last <= _LEADS_TO for q in one.sentence.quantities
    ):
        one.note("grows to so many vehicles a day: capacity")
        return "other"
    if one.kind not in ("tonne", "teu", "wagon"):
        return None
    words = one.sentence.low[one.sentence.first : one.sentence.last]
    if one.kind == "tonne" and not (one.sentence.begins(_MOVING) or _PASSED & set(words)):
        return None
    one.note("something moves: freight")
    return "freight"


def _builds_for(one: Draft) -> bool:
    """«на границе построят аэропорт за 120 млрд тенге»: what is built costs so much."""
    sentence = one.sentence
    if sentence.word_before(one.quantity.lead) != "за":
        return False
    clause = sentence.clause(one.at)
    return any(
        sentence.low[index].startswith(_BUILT)
        for index in range(sentence.first, one.at)
        if sentence.clause(index) == clause
    )


def _agreed(sentence: Sentence, hit: Hit) -> bool:
    """Whether deliveries are those of a deal: «контракт на поставку»."""
    at = hit.first - 1
    return sentence.low[at] in _ABOUT and sentence.word_before(at).startswith(_DEALS)


def _apposed(one: Draft, hit: Hit) -> bool:
    """Whether a dash alone stands between: «360 млн – это объём экспорта», «экспорт – 1,4 млрд»."""
    low = one.sentence.low
    before = hit.first < one.at
    words = low[hit.last : one.quantity.lead] if before else low[one.last : hit.first]
    if before or not words or words[0] not in DASHES:
        return before and len(words) == 1 and words[0] in DASHES
    return all(word in _THAT_IS or word.endswith(_MODIFIERS) for word in words[1:])


def _scored(one: Draft, hit: Hit, fits: dict[str, float]) -> Candidate | None:
    kind = (
        hit.entry.kind
        if hit.entry.kind in fits or hit.entry.kind == "purchase"
        else hit.entry.value
    )
    compatible = fits.get(hit.entry.kind, fits.get(hit.entry.value, 0.0))
    if compatible <= 0:
        return None
    if one.kind in ("tonne", "teu") and kind == "other" and hit.entry.id != "capacity":
        compatible = 0.3  # tonnes are no contracts
    sentence, low = one.sentence, one.sentence.low
    word = low[hit.first]
    if word.startswith("предприят") and any(
        word.startswith(("продукци", "товар")) for word in low[max(0, hit.first - 4) : hit.first]
    ):
        return None  # «продукцию казахстанских перерабатывающих предприятий»
    if hit.entry.kind == "cost" and any(
        q.last == hit.first and q.kind in ("tonne", "pieces") for q in sentence.quantities
    ):
        return None  # «700 тысяч тонн стоимостью 18 млн долларов»: of the goods
    if word.startswith("зарегистр") and sentence.begins(_VEHICLES):
        kind, compatible = "freight", 1.0  # «до 45% грузовиков зарегистрировано в Казахстане»
    if len(sentence.indicators) > 1 and any(
        other.last == hit.first and other.entry.id == "balance" for other in sentence.indicators
    ):
        return None  # «сальдо торговли»: a balance, and no turnover
    if one.kind in _BY_DEAL and word.startswith("поставк") and _agreed(sentence, hit):
        kind = "other"  # «договорились о поставке локомотивов на $4,2 млрд»
    if word.startswith("инвестиционн") and sentence.word_at(hit.last).startswith(_EVENTS):
        return None  # «соглашения на $2 млрд на инвестиционном форуме»
    if hit.entry.kind == "projects" and low[hit.first - 1] == "после" and one.kind != "money":
        return None  # «после реконструкции она увеличится втрое»
    before = hit.first < one.at
    if before and "структуре" in low[max(sentence.first, hit.first - 2) : hit.first]:
        compatible *= 0.5  # «в структуре товарооборота экспорт – 485 млн»: the whole
    gap = max(one.at - hit.last if before else hit.first - one.last, 0)
    divided = sentence.between(hit.first, one.at)
    features = [
        ("token", float(min(gap, 20))),
        ("clause", float(min(divided, 3))),
        ("compatible", compatible),
    ]
    if divided == 0:
        features.append(("same_clause", 1.0))
    if hit.entry.value in SIDES and _apposed(one, hit):
        features.append(("apposed", 1.0))
    if before:
        features.append(("before", 1.0))
        if hit.entry.kind == "cost" and hit.last == one.quantity.lead:
            features.append(("beside", 1.0))  # «завод стоимостью 90 млн построит инвестор»
        if any(
            hit.last <= cue.first < one.at and cue.entry.kind in ("up", "down", "reach")
            for cue in sentence.cues
        ):
            features.append(("subject", 1.0))
        if hit.first - sentence.first <= 3:
            features.append(("initial", 1.0))
    elif low[one.last : one.last + 2] == ["из", "них"] and gap <= 4:
        features.append(("genitive", 1.0))  # «38,6 миллиарда из них – экспорт»
    elif divided:
        features.append(("after_clause", 1.0))
    elif gap <= 2:
        features.append(("genitive", 1.0))
    if one.kind != "rank" and word.startswith(_WEAK) and hit.last - hit.first == 1:
        features.append(("weak", 1.0))
    if len(sentence.quantities) > 1:
        left, right = (hit.first, one.at) if before else (one.at, hit.first)
        crossed = sum(
            [left < q.first < right and q is not one.quantity for q in sentence.quantities]
        )
        if crossed:
            features.append(("other_figure", float(min(crossed, 3))))
    if kind == "purchase":
        kind = bought(sentence, hit)
    if kind == "export" and word.startswith(NEUTRAL):
        kind = delivered(sentence, hit) or kind
    if kind == "export":
        kind = sold(one, hit) or kind
    return _candidate(_RESULT.get(kind, kind), word, tuple(features), hit.first)
