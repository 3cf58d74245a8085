"""Which flow the words right beside a figure give it, whatever its sentence names besides.

«8 млрд, рост – 7%, это почти треть экспорта»: a part of the export
«почти половина накопленных прямых инвестиций»: of what the fraction is
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import SIDES, TRADE
from kzcoop.claims.indicator.addressed import side_by_address
from kzcoop.claims.indicator.back import OURS, bought_from_them, opens_back, turns
from kzcoop.claims.indicator.both_sides import goes_both_ways, has_sides, nth_flow, respective
from kzcoop.claims.indicator.part_of_sum import PARTED, side_of_part
from kzcoop.claims.indicator.potential import could_bring
from kzcoop.claims.indicator.right_after import flow_right_after
from kzcoop.claims.indicator.sides_sum import of_sides_before
from kzcoop.claims.indicator.spent import is_invested
from kzcoop.claims.indicator.written import STANDS, costs
from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.quantity import Quantity

_FLOWS = frozenset({"export", "import", "investment", "turnover"})
_PARTNERS = Stems("партнер")
_MUTUAL = Words("другу", "друга")  # «друг другу», «друг у друга»
_GOODS = ("груз", "продукци", "товар")
_GOODS_OF = Stems("груз", "казахстанск", "продукци", "товар")
_HOLDS = Stems("дал", "дают", "занима", "принес", "состав")
_AGAIN, _AGAIN_FAR = frozenset({"есть", "или", "это"}), 4
_CARRIED = frozenset({"teu", "tonne", "wagon"})
_TAKEN_AND_SENT = {"приня", "отпра"}
_GRANTED = frozenset({"export", "freight", "other", "projects_value", "transit", "turnover"})


def settle_beside(one: Draft, done: Sequence[Draft], told: str | None) -> None:
    """Correct the flow of a figure by what stands right beside it.

    Parameters
    ----------
    one
        A draft with an indicator.
    done
        The drafts of the same sentence that stand before it, linked already.
    told
        What the last claim of the text before is about, or None.
    """
    if one.kind == "money" and could_bring(one, done, told):
        one.indicator = "export_potential"  # «52 наименования. Это ещё 45 миллионов экспорта»
    traded = one.indicator in TRADE or one.kind == "tonne"
    if traded and (after := flow_right_after(one)) is not None:
        one.indicator = after  # «3,9 млн пришлось на экспорт и 0,7 млн – на импорт»
    if one.indicator in SIDES and (has_sides(one) or goes_both_ways(one)):
        one.indicator = "turnover"
    if one.indicator in _FLOWS and (again := _restated(one)) is not None:
        one.indicator = again  # «нефть дала 11 млрд, то есть половину экспортной выручки»
    if one.indicator in SIDES and one.kind in _CARRIED and _both_ways(one):
        one.indicator = "freight"  # «станция приняла и отправила 1,8 млн тонн»
    and_ = done and "и" in one.sentence.low[one.quantity.lead - 2 : one.quantity.lead]
    if and_ and one.indicator in TRADE and (pair := respective(one, done[-1])) is not None:
        done[-1].indicator, one.indicator = pair  # «экспорт и импорт составили 3,5 и 1,2 млрд»
    if one.quantity.form == "fraction" and (whole := _fraction_of(one)) is not None:
        one.indicator = whole  # «почти половина накопленных прямых инвестиций»
    if done and one.indicator == done[-1].indicator and turns(one, done[-1]):
        one.indicator = "import" if one.indicator == "export" else "export"
    if one.indicator in TRADE and (nth := nth_flow(one, done)) is not None:
        one.indicator = nth  # «отправлено на 29, получено на 8: первое выросло на 12%»
    if one.indicator in TRADE and (both := of_sides_before(one, done)) is not None:
        one.indicator = both  # «экспорт – 45 млн, импорт – 33, а вместе вышло 78»
    if one.indicator == "export" and bought_from_them(one, done):
        one.indicator = "import"  # «продали на 90 млн, купили у них на 40»
    one.indicator = side_by_address(one) or one.indicator
    if done == [] and told in ("export", "turnover") and opens_back(one):
        one.indicator = "import"  # «Обратно мы получили товаров на миллиард»
    if one.indicator in _GRANTED and is_invested(one):
        one.indicator = "investment"  # «банк согласился выделить на пути 200 млн долларов»
    if one.sentence.words & STANDS.bit and one.indicator in _FLOWS and costs(one):
        one.indicator = "projects_value"  # «первый этап стоит 40 миллионов евро»
    if one.kind == "percent" and _of_partners(one):
        one.indicator = "turnover"  # «С долей 17% Казахстан – третий среди торговых партнёров»
    if (
        one.indicator == "checkpoints_count"
        and one.kind in ("percent", "ratio")
        and one.quantity.form not in ("fraction", "times")
        and any(
            hit.entry.kind == "freight" and hit.first < one.at for hit in one.sentence.indicators
        )
    ):
        one.indicator = "freight"  # «число грузовиков на посту «Кордай» выросло на 40%»
    if one.kind == "money" and one.indicator in SIDES and one.sentence.holds(_MUTUAL):
        one.indicator = "turnover"  # «страны продали друг другу товаров на 90 млн»
    if one.indicator in TRADE and (whose := _of_goods(one)) is not None:
        one.indicator = whose
    if one.indicator == "turnover" and _falls_on_ours(one):
        one.indicator = "export"  # «из них 1,3 млрд пришлось на казахстанские товары»
    if one.sentence.words & PARTED.bit and one.indicator in TRADE and one.measure != "rank":
        one.indicator = (
            side_of_part(one, done) or one.indicator
        )  # «из них 1,3 – казахстанские поставки»


def _both_ways(one: Draft) -> bool:
    """Whether a station takes in and sends on: «приняла и отправила»."""
    low = one.sentence.low
    return any(
        low[i] == "и" and {low[i - 1][:5], low[i + 1][:5]} == _TAKEN_AND_SENT
        for i in range(one.sentence.first + 1, one.quantity.lead - 1)
    )


def _restated(one: Draft) -> str | None:
    """The flow of which a share after an amount, or its growth, says that it is a part.

    «8 млрд, рост – 7%, это почти треть экспорта»
    """
    sentence, low = one.sentence, one.sentence.low
    later = [q for q in sentence.quantities if q.lead >= one.last]
    following = later[0] if later else None
    shares = [q for q in later[:2] if q.kind == "percent"]
    if len(shares) > 1 and low[shares[1].lead - 1] == "это":
        return _side_after(one, shares[1])
    if one.kind == "percent" and following is not None and low[following.lead - 1] == "это":
        return _side_after(one, following) if following.kind == "percent" else None
    if following is None or following.kind != "percent" or one.kind not in ("money", "tonne"):
        return None
    between = low[one.last : following.lead]
    if not between or len(between) > _AGAIN_FAR or not _AGAIN.intersection(between):
        return None
    return _side_after(one, following)


def _side_after(one: Draft, share: Quantity) -> str | None:
    """The side of trade that a share is of, by the words right after it."""
    return next(
        (
            hit.entry.value
            for hit in one.sentence.indicators
            if 0 <= hit.first - share.last <= 1 and hit.entry.value in SIDES
            and hit.entry.kind in SIDES
        ),
        None,
    )  # fmt: skip


def _fraction_of(one: Draft) -> str | None:
    """What a fraction is of, where a flow follows it at once, past its adjectives."""
    if one.indicator not in _FLOWS:
        return None
    low, sentence = one.sentence.low, one.sentence
    for index in range(one.last, min(one.last + 4, sentence.last)):
        for hit in sentence.indicators:
            if hit.first <= index < hit.last and hit.entry.value in _FLOWS:
                return hit.entry.value if hit.entry.kind in _FLOWS else None
        if not low[index].endswith(("ых", "их", "ой", "ого", "его")):
            return None
    return None


def _of_partners(one: Draft) -> bool:
    """Whether a percentage is the share by which a partner is ranked."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.indicators or not sentence.begins(_PARTNERS):
        return False
    led = low[max(sentence.first, one.quantity.lead - 2) : one.quantity.lead]
    return any(word.startswith("дол") for word in led)


def _of_goods(one: Draft) -> str | None:
    """«обратно пошло казахстанской продукции на 6 млрд», «тайские товары занимают в нём 160 млн».

    Which way goods go by whose they are, where no word of its own tells it.
    """
    sentence, low = one.sentence, one.sentence.low
    if one.measure == "share_pct" or not sentence.begins(_GOODS_OF):
        return None
    if one.candidates and one.candidates[0].first >= 0 and not (
        one.candidates[0].word.startswith("поставк")
    ):  # fmt: skip
        return None
    ends = [p for p in sentence.places if p.kind == "adjective" and p.first < one.at
            and sentence.between(p.first, one.at) == 0]  # fmt: skip
    if not ends or any(low[p.first - 1] in ("в", "из") for p in sentence.abroad):
        return None
    place = ends[-1]
    goods = sentence.word_at(place.last)
    if not (goods.startswith(_GOODS) or place.last in sentence.mentions.hits["commodities"]):
        return None
    ours = place.codes == (HOME,)
    if ours and low[place.last - 1].endswith(("ой", "ого", "их")):
        return "export"
    held = one.indicator == "turnover" and sentence.begins(_HOLDS)
    if held and low[place.last - 1].endswith(("ие", "ая")):
        return "export" if ours else "import"
    return None


def _falls_on_ours(one: Draft) -> bool:
    """Whether a part of the turnover is told to fall on Kazakhstan's goods."""
    at = one.last + (one.sentence.word_at(one.last) == ",")  # «львиная доля, 310 млн, приходится»
    after = one.sentence.low[at : at + 4]
    return (
        bool(after)
        and after[0].startswith(("прих", "приш"))
        and any(
            on == "на" and whose.startswith("казахстанск") and what.startswith(OURS)
            for on, whose, what in zip(after, after[1:], after[2:], strict=False)
        )
    )
