"""Partners named in a list: joined to one figure, or one for each «соответственно»."""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.place.bloc import is_own_union
from kzcoop.claims.place.partner_place import HOME, foreign
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.stems import Words
from kzcoop.mentions.place import Place
from kzcoop.mentions.quantity import Quantity

_IN_TURN = Words("соответственно")
# between the figures of such a list
_JOINTS = frozenset(", в до и на".split())
# between the partners of one figure: «с Китаем, Узбекистаном, а также с Туркменистаном», «в Россию
# и страны Средней Азии»
_NEXT = 3  # tokens from «соответственно» to its first figure
_LINKS = frozenset(", а в во государства и с со страны странам странами также".split())


def respectively(one: Draft) -> tuple[str, ...] | None:
    """Return the partner of a figure in a pair of lists, or None.

    The places stand in the order of the figures: «с Узбекистаном и Китаем – на 5 и 24 процента
    соответственно».
    """
    return _in_turn(one) if one.sentence.holds(_IN_TURN) else None


def _in_turn(one: Draft) -> tuple[str, ...] | None:
    sentence, low = one.sentence, one.sentence.low
    at = next((i for i in range(one.last, sentence.last) if low[i] in _IN_TURN), None)
    if at is None:
        at = _after_in_turn(one)
    if at is None:
        return None
    figures = [q for q in sentence.quantities if q.last <= at and low[q.first - 1] != "("]
    while len(figures) > 1 and not _JOINTS.issuperset(_words(low, figures[-2], figures[-1])):
        figures.pop()
    chain = figures[-1:]
    for right, left in pairwise(reversed(figures)):
        if len(_words(low, left, right)) > 2:
            break
        chain.insert(0, left)
    places = [p for p in sentence.places if p.kind == "country" and p.first < chain[0].first]
    abroad = [p for p in places if foreign(p)]
    # «Покупатели – Казахстан и Беларусь, куда отгрузили 349 и 66 тыс. тонн соответственно»
    places = places if len(places) == len(chain) else abroad
    if len(places) > len(chain) > 1:
        tail = places[-len(chain) :]
        if all(_LINKS.issuperset(low[a.last : b.first]) for a, b in pairwise(tail)):
            places = tail  # «…, список возглавили Афганистан и Туркменистан: 66 и 32%»
    if len(chain) < 2 or len(chain) != len(places):
        return None
    bracketed = low[one.first - 1] == "("  # «349 тысяч (-9%)»: of the figure before it
    quantity = next(
        (q for q in reversed(chain) if q.first < one.first), None
    ) if bracketed else one.quantity  # fmt: skip
    return places[chain.index(quantity)].codes if quantity in chain else None


def _after_in_turn(one: Draft) -> int | None:
    """«вырос соответственно на 9 и 14%»: the end of the list of figures after the word."""
    sentence, low = one.sentence, one.sentence.low
    at = next((i for i in range(sentence.first, one.first) if low[i] in _IN_TURN), None)
    if at is None or low[at - 1] == "(":
        return None  # «(соответственно 90 и 70 тыс. тонн)» may be of two years
    figures = [q for q in sentence.quantities if q.first > at]
    if not figures or figures[0].lead - at > _NEXT:
        return None
    end = figures[0].last
    for left, right in pairwise(figures):
        if not _JOINTS.issuperset(_words(low, left, right)):
            break
        end = right.last
    return end if end >= one.last else None


def _words(low: list[str], left: Quantity, right: Quantity) -> list[str]:
    """The words between two figures, without those in brackets after the first."""
    words = low[left.last : right.first]
    return words[words.index(")") + 1 :] if words[:1] == ["("] and ")" in words else words


def coordinated(sentence: Sentence, best: Place) -> tuple[str, ...]:
    """Return all partners of a place's list: «с Китаем, Узбекистаном и Таджикистаном»."""
    # «на китайской и узбекской границах», but «казахстанский и китайский экспорт»
    kinds = ("adjective",) if best.kind == "adjective" else ("country", "bloc")
    places = [p for p in sentence.places if p.kind in kinds and (foreign(p) or HOME in p.codes)]
    if best.kind == "country":
        # «Вьетнам и ЕАЭС, в который входит Казахстан»: the union is no second partner
        places = [p for p in places if not is_own_union(p)]
    if best not in places:
        return tuple(sorted(set(foreign(best))))
    index = places.index(best)
    chain = [best]
    low = sentence.low
    for step in (-1, 1):
        at = index
        while 0 <= at + step < len(places):
            left, right = sorted((places[at], places[at + step]), key=lambda p: p.first)
            words = low[left.last : right.first]
            if words == [","] and tense(sentence.word_at(right.last)) == "past":
                break  # «половину забрали Эмираты, Кувейт взял 2 тыс. тонн»
            if (
                words
                and len(words) <= 3
                and _LINKS.issuperset(words)
                and ("и" in words or "," in words)
            ):
                chain.append(places[at + step])
                at += step
            else:
                break
    codes = {code for place in chain for code in foreign(place)}
    return tuple(sorted(codes))
