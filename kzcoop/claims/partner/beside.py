"""How near a partner stands to a figure.

«32 тыс. тонн в Китай», «Кыргызстан – 92 тыс. тонн»   beside it
«треть риса – из Индии (9 тыс. тонн)»                 whose share it is
«дал 97 млн, а губка для Франции …»                   told against it

Which partners have figures of their own says ``partner_part``.
"""

from __future__ import annotations

from kzcoop.claims.place.partner_place import PREPOSITIONS, is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Words, either
from kzcoop.mentions.place import Place

LISTED = frozenset({"export", "freight", "import"})  # flows that lists of partners divide
# between a figure and the partner beside it: «два – с Узбекистаном», «32 тыс. тонн в Китай»
BESIDE = frozenset("– — - в во для границе из на с со".split())
_DASHES = frozenset("–—-")
_ANOTHERS = 10.0  # how far the adjective of another count is
_MARKS = frozenset(",;:")
_TRADE = ("оборот", "обмен", "товарооборот", "торгов")
_FLOW = ("ввоз", "вывоз", "импорт", "поставк", "экспорт")
_ITEM = 7  # tokens from a partner to its amount
_SHARE_ITEM = 6  # tokens from a share to whose it is: «треть всего риса – из Индии»
_SENT = ("вывез", "отгруз", "отправ", "постав", "прода", "экспортир")
# who has a share, after what it did
_GAVE = ("дал", "забрал", "занял", "занима", "купил", "обеспеч", "постав", "принес", "сформир")
_SEMICOLON = Words(";")
_AGAINST = Words("а", "зато", "но", "однако", "тогда")
_CONTRASTS = either(_SEMICOLON, _AGAINST)


def away(one: Draft, place: Place) -> float:
    """How far a place is from a figure: in tokens, clauses and figures between."""
    sentence, low = one.sentence, one.sentence.low
    before_it = place.first < one.at
    words = [] if before_it else low[one.last : place.first]
    if before_it:
        led = low[place.last : one.quantity.lead]
        if led and len(led) <= 3 and led[0] in ("–", "—", "-", ":"):
            return 0.05  # «Кыргызстан – 80 тыс. тонн и РФ – 310 тыс.»
    elif words and len(words) <= 4 and BESIDE.issuperset(words):
        return 0.1  # «два – с Узбекистаном», «32 тыс. тонн в Китай»
    elif _is_trade(words):
        return 0.1  # «900 млн – торговля с Россией»
    if words and words[0] in _DASHES and _joined(one, place, words):
        return 0.15
    if has_share(one, place) or _is_noun(one, place):
        return 0.1
    gap = one.at - place.last if before_it else place.first - one.last
    divided = sentence.between(place.first, one.at)
    left, right = (place.first, one.at) if before_it else (one.at, place.first)
    crossed = sum([q is not one.quantity and left < q.first < right for q in sentence.quantities])
    cost = 0.4 * (gap if gap > 0 else 0) + 2.5 * (divided if divided < 6 else 6)
    # a partner named after the next figure belongs to that figure
    cost += (1.0 * crossed) if before_it else (2.0 + 4.0 * crossed + (4.0 if divided else 0.0))
    if place.kind == "adjective":
        cost += 2.0
        if not before_it and crossed and _counted_by_another(one, place):
            cost += _ANOTHERS  # «Чехов больше: 148 фирм против 39 словацких»
    if not before_it and (")" in words or any(w in (",", ";") for w in words[-3:])):
        cost += 5.0  # «(… до 73 тыс. тонн), в Азербайджан»: the next item of a list
    return cost


def _counted_by_another(one: Draft, place: Place) -> bool:
    """Whether an adjective stands for the noun of the next figure: «39 словацких»."""
    return any(
        q.last == place.first and q.kind in ("bare", "count") and q.noun is None
        for q in one.sentence.quantities
        if q is not one.quantity
    )


def trades_with(one: Draft) -> bool:
    """«из них 900 млн – торговля с Россией»: a figure with a partner of its own."""
    low = one.sentence.low
    return any(
        place.first > one.last and _is_trade(low[one.last : place.first])
        for place in one.sentence.abroad
    )


def _is_trade(words: list[str]) -> bool:
    """«– торговля с», «– обмен с», between a figure and a partner."""
    return (
        3 <= len(words) <= 4
        and words[0] in _DASHES
        and words[-1] in ("с", "со")
        and words[-2].startswith(_TRADE)
    )


def _joined(one: Draft, place: Place, words: list[str]) -> bool:
    """«310 тыс. – экспорт Казахстана в Иран»: what a dash joins to a figure."""
    return (
        len(words) <= _ITEM
        and place.kind in ("bloc", "country")
        and words[-1] in PREPOSITIONS
        and any(word.startswith(_FLOW) for word in words)
        and _MARKS.isdisjoint(words)
        and not any(one.last <= q.first < place.first for q in one.sentence.quantities)
    )


def _is_noun(one: Draft, place: Place) -> bool:
    """«54 саудовских и 31 катарская»: whose they are, in place of the noun."""
    return (
        place.kind == "adjective"
        and place.first == one.last
        and one.kind == "count"
        and one.quantity.noun is None
    )


def has_share(one: Draft, place: Place) -> bool:
    """«Половина кофе – из Вьетнама (9 тыс. тонн)»: whose share it is, with an amount after it."""
    if one.kind != "percent" or one.measure != "share_pct":
        return False
    words = one.sentence.low[one.last : place.first]
    led = words[-1].startswith(_GAVE) if words else False  # «18% поставок обеспечила Индия (7 млн)»
    return (
        2 <= len(words) <= _SHARE_ITEM
        and (led or (words[-2] in _DASHES and words[-1] in BESIDE))
        and not any(w in _MARKS or w in "()" for w in words)
        and not any(one.last <= q.number_first < place.first for q in one.sentence.quantities)
    )


def of_next_sender(one: Draft, place: Place) -> bool:
    """Whether a place is of another who sends: «90 тонн, тогда как Россия отправила 50»."""
    if place.first < one.at or not one.sentence.between(one.at, place.first):
        return False
    if ":" in one.sentence.low[one.last : place.first]:
        return False  # «импорт – 600 тыс. тонн: Иран поставил 400»: a part
    return any(
        _sends(one.sentence, p) for p in one.sentence.places if one.at < p.first <= place.first
    )


def past_contrast(one: Draft, place: Place) -> bool:
    """Whether a place is of what is told against a figure: «дал 97 млн, а губка для Франции …»."""
    low, sentence = one.sentence.low, one.sentence
    return sentence.begins(_CONTRASTS) and any(
        low[i] == ";" or (low[i] == "," and low[i + 1] in _AGAINST)
        for i in range(one.last, place.first - 1)
    )


def _sends(sentence: Sentence, place: Place) -> bool:
    return is_subject(sentence, place) and any(
        word.startswith(_SENT)
        for word in sentence.low[place.last : min(place.last + _ITEM, sentence.last)]
    )
