"""What the figures before in its sentence say that a figure is about.

«подписали 69 проектов на 3,1 млрд»: what the projects before are worth
«экспорт – 300 млн, из них 12 – мёд»: what the figure before is
«поставляет в Казахстан товаров на 300 млн, а покупает на 200»: the other side of it
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kzcoop.claims.claim import MOVED, OTHER_SIDE
from kzcoop.claims.flow.deliveries import NEUTRAL, answered
from kzcoop.claims.indicator.back import BUYS, SELLS
from kzcoop.claims.indicator.of_counted import compared_with_count
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.indicator_score import Candidate, candidate
from kzcoop.language.stems import Stems

# the money beside a count is its value:
# «69 проектов на 3,1 млрд», «по 34 наименованиям на миллиард»
_VALUE_OF = {
    "projects_count": "projects_value", "goods_positions": "export_potential", "other": "other",
    "checkpoints_count": "projects_value",
}  # fmt: skip
_DASHES = frozenset("–—-")
_OF_THEM = (["из", "них"], ["том", "числе"], ["из", "которых"])
_LED = 5  # tokens from «из них» to the part
_PAIR, _PART = 2, 9  # counts, and tokens from «124» to «почти треть»
_GROWN = Stems("вырос", "прибав", "рост", "снизил", "сократ", "увелич")
_SOON, _SURE = 4, 4.0  # tokens to a change of the money before, and how sure that is
_OF_COUNT = (["из", "них"], ["из", "которых"])
_SUM = frozenset({"денег", "средств", "стоимости", "суммы"})
_THAT = frozenset({"всей", "данной", "общей", "указанной", "этой", "этих"})
_SPENT = ("other", "projects_value")
_TOOK = ("взял", "загруз", "обработал", "перевалил", "принял", "фактическ")
_SENT = ("отправил", "поставил", "продал")  # «отправила в Россию 8 тыс. тонн, в Казахстан – 2»
_TAKEN = (("compatible", 1.0), ("before", 1.0), ("same_clause", 1.0))
_PRICES = ("стоимост", "сумм", "цен")
_WORTH = (["на"], ["на", "сумму"], ["на", "общую", "сумму"], ["стоимостью"])


def by_figures_before(
    one: Draft, before: Sequence[Draft], fits: Mapping[str, float]
) -> list[Candidate]:
    """Return what the figures before in the sentence say that a figure is about.

    Parameters
    ----------
    one
        A draft whose kind is known.
    before
        The drafts of the same sentence that stand before it, linked already.
    fits
        How well each indicator goes with a figure of this kind.
    """
    if not before:
        return []
    return [c for c in (_inherited(one, before, fits), _of_count(one, before)) if c is not None]


def _inherited(one: Draft, before: Sequence[Draft], fits: Mapping[str, float]) -> Candidate | None:
    """What the nearest figure before is about that this one may be about too."""
    for other in reversed(before):
        if _of_part(one, other):
            continue
        if other.indicator == "other" and _took(one, other):
            return candidate("freight", "what it took", _TAKEN, one.at)
        if _own_side(one, other):
            return None
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
            return candidate(other.indicator, "the figure before", features, other.at)
    return None


def _took(one: Draft, other: Draft) -> bool:
    """«рассчитали на 80 тысяч ДФЭ, а взяли девять»: what a terminal took, beside what it can."""
    if other.kind not in ("teu", "tonne", "vehicle", "wagon") or other.kind != one.kind:
        return False
    return any(word.startswith(_TOOK) for word in one.sentence.low[other.last : one.at])


def _is_part_told(one: Draft, before: Sequence[Draft]) -> bool:
    """«Из 390 фирм 124 были с китайским капиталом, почти треть»: of the second of two counts."""
    if len(before) < _PAIR or one.sentence.begins(_GROWN):
        return False
    whole, part = before[-2], before[-1]
    return (
        whole.kind == part.kind == "count"
        and whole.indicator == part.indicator
        and whole.value > part.value
        and one.at - part.last <= _PART
    )


def _of_count(one: Draft, before: Sequence[Draft]) -> Candidate | None:
    """The value or the share of what is counted right before."""
    last = before[-1]
    if last.kind != "count":
        return None
    share = _shares_count(one, before)
    if one.kind != "money" and not share:
        return None
    indicator = last.indicator or ""
    beside = indicator if share else _VALUE_OF.get(indicator)
    if beside is None:
        return None
    features = (
        ("beside", 1.0), ("compatible", 1.0), ("token", float(min(one.at - last.last, 20))),
        ("clause", float(min(one.sentence.between(last.at, one.at), 3))),
    )  # fmt: skip
    return candidate(beside, "the count before", features, last.at)


def _shares_count(one: Draft, before: Sequence[Draft]) -> bool:
    """Whether a fraction or a change is one of the count right before."""
    sentence, low, compared = one.sentence, one.sentence.low, _compared(one)
    last = before[-1]
    part = one.quantity.form == "fraction" or (one.kind in ("percent", "ratio") and compared)
    if part and (one.at - last.last <= 4 or low[one.first].startswith("кажд")):
        return True
    between = low[last.last : one.quantity.lead]
    if part and between[:2] == [",", "что"] and len(between) <= _LED:
        return True  # «завершены работы на 11, что составляет чуть более четверти»
    if one.kind == "percent":
        # «… 4,1 тыс. предприятий, из них 28% – с российским участием»
        words = low[max(sentence.first, one.quantity.lead - 3) : one.quantity.lead]
        if words[-2:] in _OF_COUNT or words[-1:] == ["или"]:
            return True
    if part and not compared and _is_part_told(one, before):
        return True
    return compared and compared_with_count(one, last)


def _compared(one: Draft) -> bool:
    return one.sentence.low[one.last : one.last + 1] in (["больше"], ["меньше"])


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


def _own_side(one: Draft, other: Draft) -> bool:
    """«экспорт просел до 112 млн, ввоз, в основном машины, остался на 768»: a side of its own."""
    sentence = one.sentence
    return (
        one.kind == "money" == other.kind
        and other.indicator in OTHER_SIDE
        and any(
            other.last <= hit.first < one.at
            and hit.entry.kind == OTHER_SIDE[other.indicator]
            and sentence.low[hit.first - 1] in (",", ";", "а", "и")
            for hit in sentence.indicators
        )
    )


def read_by_before(ranked: list[Candidate], one: Draft, before: Sequence[Draft]) -> None:
    """Put first what the figure right before makes of the likeliest candidate.

    Parameters
    ----------
    ranked
        The candidates, best first; changed.
    one
        A draft whose kind is known.
    before
        The drafts of the same sentence that stand before it, linked already.
    """
    if not before:
        return
    last = before[-1]
    turned = _turned(one, last) if ranked else None
    if turned is not None:
        ranked.insert(0, ranked[0]._replace(indicator=turned))
    if (
        one.quantity.form == "fraction"
        and one.sentence.word_at(one.last + (one.sentence.word_at(one.last) in _THAT)) in _SUM
        and last.kind == "money"
    ):
        # «потребуется 6 млрд тенге, треть суммы выделят из бюджета»
        whole = candidate(last.indicator or "", "the sum before", (("topic", 1.0),), -1)
        ranked.insert(0, whole._replace(score=_SURE))
    spent = last.indicator if last.kind == "money" and one.at - last.last <= _SOON else None
    if spent in _SPENT and _compared(one):
        # «выделено 19 млрд тенге, втрое больше, чем годом ранее»
        again = candidate(spent or "", "the figure before", (("topic", 1.0),), -1)
        ranked.insert(0, again._replace(score=_SURE))
    priced = one.sentence.low[last.last : one.quantity.lead][-1:] == ["стоимостью"]
    if priced and last.kind == "tonne" and last.indicator in MOVED and one.kind == "money":
        # «перевезено 60 тыс. тонн грузов стоимостью 900 млн»
        carried = candidate(last.indicator or "", "the goods before", (("topic", 1.0),), -1)
        ranked.insert(0, carried._replace(score=_SURE))
    if not ranked or last.kind != "count":
        return
    worth = _worth_of_count(one, last)
    if worth is not None and ranked[0].indicator != worth:
        ranked.insert(0, ranked[0]._replace(indicator=worth))
    if last.indicator == "other" and ranked[0].word.startswith(_PRICES):
        # «подписали 30 документов, стоимость которых превышает 2 млрд»
        ranked.insert(0, ranked[0]._replace(indicator="other"))


def _turned(one: Draft, last: Draft) -> str | None:
    """The other side of the figure before: who sold buys, who bought sells.

    «поставляет в Казахстан товаров на 300 млн, а покупает на 200», «поставки в Турцию – 2 млрд, из
    Турции – 1»
    """
    sentence = one.sentence
    if last.indicator not in OTHER_SIDE or not last.candidates:
        return None
    first = last.candidates[0].word
    heads = [hit.first for hit in sentence.indicators if hit.first < last.at]
    if heads and sentence.low[heads[-1]].startswith((*NEUTRAL, *_SENT)):
        first = sentence.low[heads[-1]]  # «поставки выросли на треть, до 200 млн, из Турции – …»
    if first.startswith((*NEUTRAL, *_SENT)) and not any(
        last.last <= hit.first < one.at for hit in sentence.indicators
    ):
        told = answered(one)
        return told if told != last.indicator else None
    for verb in sentence.low[last.last : one.at]:
        sells = verb.startswith(SELLS) and first.startswith(BUYS)
        if sells or (verb.startswith(BUYS) and first.startswith(SELLS)):
            named = any(
                last.last <= place.first < one.at and place.kind == "country"
                for place in sentence.places
            )
            return None if named else OTHER_SIDE[last.indicator]
    return None


def _worth_of_count(one: Draft, last: Draft) -> str | None:
    """«восемь соглашений на 60 млрд привезла делегация»: of what is counted right before."""
    if one.kind != "money":
        return None
    words = one.sentence.low[last.last : one.quantity.lead]
    return _VALUE_OF.get(last.indicator or "") if words in _WORTH else None
