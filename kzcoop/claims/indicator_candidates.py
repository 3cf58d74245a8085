"""What a figure may be about: words of its sentence, the figure before, the text before.

«подписали 69 проектов на 3,1 млрд»: projects by the count before, best first
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.arrivals import arrivals, goes_abroad
from kzcoop.claims.claim import TRADE
from kzcoop.claims.deliveries import NEUTRAL, answered, directed
from kzcoop.claims.draft import Draft
from kzcoop.claims.indicator_features import Candidate, candidate, scored
from kzcoop.language.stems import Stems

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
# the money beside a count is its value:
# «69 проектов на 3,1 млрд», «по 34 наименованиям на миллиард»
_VALUE_OF = {
    "projects_count": "projects_value", "goods_positions": "export_potential", "other": "other",
    "checkpoints_count": "projects_value",
}  # fmt: skip
_BUYERS = ("импортер", "покупател", "потребител")
_OPPOSITE = {"export": "import", "import": "export"}
# verbs of one who trades both ways
_SELLS = ("отгруж", "отгрузи", "поставил", "поставля", "прода")
_BUYS = ("берет", "закупа", "закупи", "купи", "покупа", "приобре")
_BACK = ("встречн", "обратн")
_NUMBERED = ("_count", "freight")  # «количество поездов выросло на 12%»
_DASHES = frozenset("–—-")
_SHARES = Stems("доли", "долю", "доля")
_TOLD_SHARES = frozenset({"export", "import", "turnover"})
_OF_WHAT = 4  # tokens from «доля» to what it is of
_OF_THEM = (["из", "них"], ["том", "числе"], ["из", "которых"])
_LED = 5  # tokens from «из них» to the part
_OURS = Stems("казахстанск", "отечественн")
_SOON, _SURE = 4, 4.0  # tokens to a change of the money before, and how sure that is
_NUMBER = Stems("числ", "количеств")


def candidates(
    one: Draft, before: Sequence[Draft], topic: str | None, titled: str | None = None
) -> list[Candidate]:
    """Return the possible indicators of a figure, best first.

    Parameters
    ----------
    one
        A draft whose kind is known.
    before
        The drafts of the same sentence that stand before it, linked already.
    topic
        The indicator of the last flow in the sentences before, or None.
    titled
        The side of trade that the title tells, or None.
    """
    around = topic or titled
    fits = _COMPATIBLE.get(one.kind, {})
    if one.kind in ("percent", "ratio") and _of_tonnes(one):
        # «грузооборот возрос на 13% до 8,5 млн тонн»: tonnes are no turnover
        fits = {kind: fit for kind, fit in fits.items() if kind != "turnover"}
    low = one.sentence.low
    found = [
        c
        for hit in one.sentence.indicators
        # «встречный поток – 12 млн» of investment is no import
        if not (topic == "investment" and low[hit.last - 1].startswith("поток"))
        and (c := scored(one, hit, fits)) is not None
    ]
    if one.kind in ("pieces", "tonne"):
        verbs = arrivals(one.sentence)
        found += [c for hit in verbs if (c := scored(one, hit, fits)) is not None]
        if topic in ("export", "turnover") and any(goes_abroad(one.sentence, v) for v in verbs):
            # «вывоз льна – 2 млн тонн. Бельгия приняла 200 тыс.»
            gone = (("topic", 1.0), ("compatible", fits["export"]), ("before", 1.0))
            found.append(candidate("export", "it goes abroad", gone, -1))
    for other in reversed(before):
        if _of_part(one, other):
            continue
        moved = other.indicator in ("freight", "transit") and one.kind in ("percent", "ratio")
        counted = other.kind == "count" and one.quantity.form != "fraction" and not moved
        if _own_side(one, other):
            break
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
            found.append(candidate(other.indicator, "the figure before", features, other.at))
            break
    compared = one.sentence.low[one.last : one.last + 1] in (["больше"], ["меньше"])
    share = (
        (one.quantity.form == "fraction" or (one.kind in ("percent", "ratio") and compared))
        and before
        and (one.at - before[-1].last <= 4 or one.sentence.low[one.first].startswith("кажд"))
    ) or _part_of_count(one)
    # «… фирм с таджикским участием, что на 9% больше», «… за три года их стало вдвое больше»
    led = one.sentence.low[max(one.sentence.first, one.at - 4) : one.at]
    share = share or (compared and bool(before) and not {"что", "их"}.isdisjoint(led))
    if before and before[-1].kind == "count" and (one.kind == "money" or share):
        indicator = before[-1].indicator or ""
        beside = indicator if share else _VALUE_OF.get(indicator)
        if beside is not None:
            gap = one.at - before[-1].last
            features = (
                ("beside", 1.0), ("compatible", 1.0), ("token", float(min(gap, 20))),
                ("clause", float(min(one.sentence.between(before[-1].at, one.at), 3))),
            )  # fmt: skip
            found.append(candidate(beside, "the count before", features, before[-1].at))
    numbered = _number_of(one)
    if numbered is not None:
        features = (("compatible", 1.0), ("before", 1.0), ("subject", 1.0), ("same_clause", 1.0))
        found.append(candidate(numbered, "число", features, one.at))
    if topic is not None and fits.get(topic, 0) > 0:
        found.append(
            candidate(
                topic, "the sentence before", (("topic", 1.0), ("compatible", fits[topic])), -1
            )
        )
    if topic == "import":
        # «Импорт – 331 млн. Обратный поток – 42»: against the flow before
        found = [c._replace(indicator="export") if c.word.startswith(_BACK) else c for c in found]
    ranked = sorted(found, key=lambda c: (-c.score, -c.first))
    if (
        ranked
        and (around == "import" or (before and before[-1].indicator == "import"))
        and ranked[0].indicator == "export"
        and (ranked[0].word.startswith(NEUTRAL) or _seller(one, ranked[0].word))
        and not directed(one)
    ):
        # «импорт овощей сократился; снижаются поставки лука»: deliveries in
        ranked.insert(0, ranked[0]._replace(indicator="import"))
    if ranked and around == "export" and ranked[0].indicator == "import" and _just_bought(one):
        # «экспорт льна вырос. Объём закупок прибавил 15%»: by who buys it
        ranked.insert(0, ranked[0]._replace(indicator="export"))
    if one.kind == "percent" and (whole := _share_of(one)) is not None:
        ranked.insert(0, candidate(whole, "доля", (("compatible", 1.0), ("apposed", 1.0)), one.at))
    turned = _turned(one, before)
    if ranked and turned is not None:
        ranked.insert(0, ranked[0]._replace(indicator=turned))
    spent = before[-1].indicator if before and before[-1].kind == "money" else None
    if compared and spent in ("other", "projects_value") and one.at - before[-1].last <= _SOON:
        # «выделено 19 млрд тенге, втрое больше, чем годом ранее»
        again = candidate(spent or "", "the figure before", (("topic", 1.0),), -1)
        ranked.insert(0, again._replace(score=_SURE))
    worth = _worth_of_count(one, before)
    if ranked and worth is not None and ranked[0].indicator != worth:
        ranked.insert(0, ranked[0]._replace(indicator=worth))
    signed = before and before[-1].kind == "count" and before[-1].indicator == "other"
    if ranked and signed and ranked[0].word.startswith("стоимост"):
        # «подписали 30 документов, стоимость которых превышает 2 млрд»
        ranked.insert(0, ranked[0]._replace(indicator="other"))
    return ranked


def _own_side(one: Draft, other: Draft) -> bool:
    """«экспорт просел до 112 млн, ввоз, в основном машины, остался на 768»: a side of its own."""
    sentence = one.sentence
    return (
        one.kind == "money" == other.kind
        and other.indicator in _OPPOSITE
        and any(
            other.last <= hit.first < one.at
            and hit.entry.kind == _OPPOSITE[other.indicator]
            and sentence.low[hit.first - 1] in (",", ";", "а", "и")
            for hit in sentence.indicators
        )
    )


def _worth_of_count(one: Draft, before: Sequence[Draft]) -> str | None:
    """«восемь соглашений на 60 млрд привезла делегация»: of what is counted right before."""
    last = before[-1] if before else None
    if last is None or last.kind != "count" or one.kind != "money":
        return None
    return _VALUE_OF.get(last.indicator or "") if _joined(one, last) else None


def _joined(one: Draft, last: Draft) -> bool:
    words = one.sentence.low[last.last : one.quantity.lead]
    return words in (["на"], ["на", "сумму"], ["на", "общую", "сумму"], ["стоимостью"])


def _turned(one: Draft, before: Sequence[Draft]) -> str | None:
    """The other side of the figure before: who sold buys, who bought sells.

    «поставляет в Казахстан товаров на 300 млн, а покупает на 200», «поставки в Турцию – 2 млрд, из
    Турции – 1»
    """
    sentence, last = one.sentence, before[-1] if before else None
    if last is None or last.indicator not in _OPPOSITE or not last.candidates:
        return None
    first = last.candidates[0].word
    if first.startswith(NEUTRAL) and not any(
        last.last <= hit.first < one.at for hit in sentence.indicators
    ):
        told = answered(one)
        return told if told != last.indicator else None
    for verb in sentence.low[last.last : one.at]:
        sells = verb.startswith(_SELLS) and first.startswith(_BUYS)
        if sells or (verb.startswith(_BUYS) and first.startswith(_SELLS)):
            named = any(
                last.last <= place.first < one.at and place.kind == "country"
                for place in sentence.places
            )
            return None if named else _OPPOSITE[last.indicator]
    return None


def _share_of(one: Draft) -> str | None:
    """What a heading tells the shares of: «партнёры (доля в обороте): Китай – 21%»."""
    low, sentence = one.sentence.low, one.sentence
    if not sentence.begins(_SHARES) or ":" not in low[sentence.first : one.at]:
        return None
    colon = next(i for i in range(sentence.first, one.at) if low[i] == ":")
    for index in range(sentence.first, colon):
        if low[index].startswith(_SHARES):
            for hit in sentence.indicators:
                if index < hit.first <= index + _OF_WHAT and hit.first < colon:
                    return hit.entry.value if hit.entry.value in _TOLD_SHARES else None
    return None


def _of_part(one: Draft, other: Draft) -> bool:
    """Whether a figure before is of a part, past which the next good is of the whole again.

    «угля перевезли 70 млн тонн, из них на экспорт – 19 млн, зерна – 7 млн (экспорт – 5 млн)»
    """
    low, sentence = one.sentence.low, one.sentence
    at = one.quantity.lead - 1
    if low[at] not in _DASHES or at - 1 not in sentence.mentions.hits["commodities"]:
        return False
    led = low[max(sentence.first, other.quantity.lead - _LED) : other.quantity.lead]
    bracketed = "(" in led and ")" in low[other.last : at]
    if ":" in led:
        return False  # «поставлено, в том числе: пшеницы – 15 тыс. тонн, ячменя – 9»: a list
    return bracketed or any(led[i : i + 2] in _OF_THEM for i in range(len(led)))


def _just_bought(one: Draft) -> bool:
    """Whether a sentence of no country has purchases as its only word of trade, after buyers."""
    sentence = one.sentence
    hits = [hit for hit in sentence.indicators if hit.entry.value in TRADE]
    first, last = sentence.mentions.tokens.bounds[max(sentence.number - 1, 0)]
    return (
        bool(hits)
        and any(word.startswith(_BUYERS) for word in sentence.low[first:last])
        and all(hit.entry.kind == "purchase" for hit in hits)
        and not any(place.kind == "country" for place in one.sentence.places)
    )


def _seller(one: Draft, word: str) -> bool:
    """«Импорт ёлок вырос. Основным импортёром стал Китай»: who sells, as many say."""
    return word.startswith("импортер") and not one.sentence.begins(_OURS)


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
        if any(word.startswith("числ") for word in low[one.last + 1 : one.last + 4]):
            # «1 830 компаний, или 38% от общего их числа»
            own = [q for q in sentence.quantities if q.last <= one.first and q.noun is not None]
            noun = own[-1].noun if own else None
            if noun is not None and noun.kind.endswith(_NUMBERED):
                return noun.kind
    if not sentence.begins(_NUMBER):
        return None
    for index in range(sentence.first, one.at):
        if low[index].startswith(_NUMBER) and low[index] != "числе":
            for here in range(index + 1, min(index + 6, one.at)):
                hit = counted.get(here)
                if hit is not None and hit.entry.kind.endswith(_NUMBERED):
                    return hit.entry.kind
    return None
