"""With whom, where a part of what others send each other passes through: of who sends it.

«через республику следует 80% грузов, отправляемых Россией в Среднюю Азию»   Russia
«турецкие товары идут в Центральную Азию через Казахстан: порядка 70%»       Turkey
«6% контейнеров между Китаем и Германией едет по казахстанской земле»        both
"""

from __future__ import annotations

from kzcoop.claims.place.partner_place import foreign, is_subject, led_by
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems
from kzcoop.mentions.place import Place

# what is carried, in which a share of what passes is told
_CARRIED = Stems(
    "вагон", "груз", "импорт", "контейнер", "перевоз", "поезд", "состав", "товар", "фур", "экспорт",
    "ящик",
)  # fmt: skip
_SENDS = ("везет", "везут", "отправ", "получа", "посыла", "поставля", "шлет", "шлют")
_SENT = ("везом", "отправл", "поставл", "посыл")  # «отправляемых Россией»
_NEAR = 2  # tokens from an adjective to what is carried
_VERB = 4  # tokens from a subject to its verb
_TWO = 2


def sender_of_share(one: Draft, headline: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return who sends what passes, of which a share is told; None where nobody is told."""
    sentence = one.sentence
    if one.measure != "share_pct" or not sentence.abroad or not sentence.begins(_CARRIED):
        return None
    places = [place for place in sentence.abroad if place.kind in ("adjective", "bloc", "country")]
    told = next((place for place in places if _sends(one, place)), None)
    if told is not None:
        return foreign(told)
    pair = [place for place in places if place.kind == "country" and _joined(one, place)]
    if len(pair) == _TWO:
        codes = {code for place in pair for code in foreign(place)}
        return headline if set(headline) < codes else tuple(sorted(codes))
    return None


def _sends(one: Draft, place: Place) -> bool:
    """«турецкие товары», «грузов из Китая», «Кыргызстан отправляет», «отправляемых Россией»."""
    sentence, low = one.sentence, one.sentence.low
    if place.kind == "adjective":
        return any(w.startswith(_CARRIED) for w in low[place.last : place.last + _NEAR])
    if led_by(sentence, place) == "из":
        return sentence.word_at(place.last) not in ("и", ",")  # not «из России и Китая на юг»
    if sentence.word_before(place.first).startswith(_SENT):
        return low[place.last - 1].endswith(("ей", "ем", "ой", "ом"))
    ahead = low[place.last : min(place.last + _VERB, sentence.last)]
    return is_subject(sentence, place) and any(word.startswith(_SENDS) for word in ahead)


def _joined(one: Draft, place: Place) -> bool:
    """«между Китаем и Германией»: the ends of what passes."""
    sentence = one.sentence
    between = sentence.word_before(place.first) == "между"
    return between or (
        sentence.word_before(place.first) == "и"
        and "между" in sentence.low[max(sentence.first, place.first - 4) : place.first]
    )
