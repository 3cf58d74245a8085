"""How a bare number takes unit and scale from another."""

from __future__ import annotations

from decimal import Decimal

from kzcoop.claims.scene.draft import Draft

# scale of a number with no word of scale
OWN_SCALE = Decimal(1)
MILLION = Decimal(1_000_000)
# kinds of quantities whose unit others share
SHARED = frozenset({"money", "percent", "pieces", "ratio", "teu", "tonne", "vehicle", "wagon"})
PLAIN = frozenset({"percent", "ratio"})  # units of which no number has a scale
# what is counted by a noun, which stands once: «с 24 до 36 поездов»
COUNTED = frozenset({"count", "freight", "people", "vehicles"})
# units of which fewer than a thousand are told as they are, «с 850 до полутора тысяч машин»
_SINGLE = frozenset({"teu", "vehicle", "wagon"})
_FAR_MORE = 20  # times as large as the other, from which on such a number has no scale of it
_HUNDRED = 100
_THEM = 4  # tokens from «их» to their number
_ENDS = frozenset({"", ",", ".", ";", ")"})
SMALL = 1_000  # of a currency, below which an amount of trade has a scale left out


def is_worth(one: Draft, other: Draft) -> bool:
    """«9 тыс. штук на 140 миллионов», «машин на 700 миллионов»: what the pieces were worth."""
    led = one.sentence.word_before(one.quantity.lead) == "на"
    return other.kind == "pieces" and led and one.quantity.scale >= MILLION


def take(one: Draft, other: Draft, why: str) -> bool:
    """Give ``one`` the unit of ``other``, and its scale where ``one`` has none of its own."""
    # «отгрузили 7,9 тыс. тонн сыра, сыворотки – 2 100»
    grouped = one.value >= SMALL == other.scale and other.kind == "tonne"
    own = grouped or (other.kind in _SINGLE and one.value * other.scale > _FAR_MORE * other.value)
    if one.scale == OWN_SCALE and other.scale != OWN_SCALE and not own:
        scale = _scale_of(one, other)
        one.value *= scale
        one.scale = scale
        if one.value_max is not None:
            one.value_max *= scale
    elif one.quantity.scale != OWN_SCALE and other.kind in ("percent", "ratio"):
        return False
    if other.kind == "ratio":
        one.qualifier = other.qualifier  # «больше в 2,5 и 3 раза» compares and hedges nothing
    one.kind, one.unit = other.kind, other.unit
    one.note(f"unit {other.unit} {why}")
    return True


def _scale_of(one: Draft, other: Draft) -> Decimal:
    """«импорт – 1 млрд 200 млн долларов, экспорт – 640»: millions, as no billions can be meant."""
    small = one.value >= _HUNDRED and one.value * other.scale > _HUNDRED * other.value
    return other.scale / SMALL if small and other.scale > SMALL * SMALL else other.scale


def take_unit(one: Draft, other: Draft) -> bool:
    """Give ``one`` the unit of ``other``, whatever its scale."""
    one.kind, one.unit = other.kind, other.unit
    one.note(f"unit {other.unit} named before")
    return True


def of_them(one: Draft) -> bool:
    """«свои мельницы, их у него 680»: a number of those named before, and of no amount."""
    low, sentence = one.sentence.low, one.sentence
    led = low[max(sentence.first, one.quantity.lead - _THEM) : one.quantity.lead]
    return one.scale == OWN_SCALE and "их" in led and sentence.word_at(one.last) in _ENDS
