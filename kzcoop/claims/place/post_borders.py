"""On which borders the checkpoints of a count lie, where they are several or none.

«два поста: «Казыгурт» на границе с Узбекистаном и «Темир-Баба» – с Туркменистаном»   both borders
«52 пункта: тридцать – на российском участке, восемь – на узбекском, …»   all those of the list
«38 постов по периметру страны»                                           no one border
"""

from __future__ import annotations

from functools import cache

from kzcoop.claims.place.partner_place import HOME, NEIGHBOURS, foreign, is_included
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.mentions.place import Place
from kzcoop.reference.checkpoints import neighbour_of, official_counts

_OF_UNION = Stems("внешн", "внутренн")
MOST = 30  # posts on the longest border
_PERIMETER = Stems("периметр")
_MANY = 3  # borders, each with a count of its own
_NEAR = 4
_TELLING = frozenset({"adjective", "country", "region"})  # of which border a post is
_BESIDE = 3  # tokens from a count to the oblast where it is: «поста – в»
_OVER = 3.5  # times the posts of the register: others count crossings of every kind
ALL_NOTE = "more posts than that border has: of all borders"


def outgrows(one: Draft, partner: tuple[str, ...]) -> bool:
    """Whether there are fewer posts on a border than a figure counts.

    «Сданы четыре поста … Вся программа рассчитана на 39 постов»: of all borders, whatever border
    the text has been about.
    """
    if one.indicator != "checkpoints_count" or len(partner) != 1:
        return False
    known = _known(partner[0])
    return bool(known) and float(one.value) > _OVER * known


def of_no_neighbour(one: Draft, partner: tuple[str, ...]) -> bool:
    """Whether posts are counted in a report on a country without a border with Kazakhstan.

    «К 2026 году обновят три морских пункта пропуска из четырёх» after talks in Ankara, and not
    «В порту Мерсин открыли два поста», where a town of that country is named.
    """
    if one.indicator != "checkpoints_count" or len(partner) != 1 or partner[0] in NEIGHBOURS:
        return False
    sentence = one.sentence
    abroad = any(partner[0] in place.codes for place in sentence.abroad)
    return not abroad and all(hit.entry.kind != partner[0] for hit in sentence.rows("cities"))


@cache
def _known(neighbour: str) -> int:
    return sum(row.posts for row in official_counts() if row.neighbour == neighbour)


def borders(one: Draft) -> tuple[str, ...] | None:
    """Return the borders of a count of posts where they are several or none, else None."""
    sentence, low = one.sentence, one.sentence.low
    listed = _listed(one)
    if listed:
        one.note("borders of the list that follows")
        return listed
    if sentence.begins(_PERIMETER) and not any(
        p.kind == "adjective" and not is_included(sentence, p) for p in sentence.abroad
    ):
        one.note("posts all around the country")
        return ()
    union = sentence.begins(_OF_UNION) and any(
        low[i].startswith(_OF_UNION) and low[i + 1].startswith(("границ", "контур", "рубеж"))
        for i in range(sentence.first, sentence.last - 1)
    )
    if union and not any(
        foreign(p) and p.kind not in ("bloc", "checkpoint") for p in sentence.places
    ):
        one.note("a border of the union is of no one country")
        return ()
    return None


def of_region(one: Draft) -> tuple[str, ...]:
    """«три поста – в Костанайской области», «В Туркестанской обновили два»: where it borders."""
    sentence = one.sentence
    if all(p.kind == "checkpoint" for p in sentence.abroad):
        near = [p for p in sentence.places if _is_beside(one, p) or _is_before(one, p)]
    else:
        near = [p for p in sentence.places if _is_beside(one, p)]
    codes = {code for p in near if (code := _neighbour(p)) is not None}
    if len(codes) != 1:
        return ()
    one.note("the neighbour to which the region's posts lead")
    return tuple(codes)


def _neighbour(place: Place) -> str | None:
    """The one country that the posts of an oblast of Kazakhstan lead to."""
    at_home = place.kind == "region" and HOME in place.codes
    return neighbour_of(place.name) if at_home and place.name else None


def _is_beside(one: Draft, place: Place) -> bool:
    """«два поста в Туркестанской области», «три – в Костанайской»."""
    sentence = one.sentence
    if place.kind != "region" or not one.last <= place.first <= one.last + _BESIDE:
        return False
    if any(one.last <= q.first < place.first for q in sentence.quantities):
        return False
    return sentence.low[place.first - 1] in ("в", "на", "по")


def _is_before(one: Draft, place: Place) -> bool:
    """«В Туркестанской области обновили два поста», and no other figure between."""
    sentence = one.sentence
    if place.kind != "region" or place.first > one.at or sentence.between(place.first, one.at):
        return False
    return not any(place.last <= q.first < one.first for q in sentence.quantities)


def after_borders(one: Draft) -> bool:
    """Return whether posts of several borders were counted right before, and more are now.

    «Введены пять постов: три на узбекской границе и два на китайской. Ещё на шести …»
    """
    sentence = one.sentence
    if one.indicator != "checkpoints_count" or one.quantity.noun is not None:
        return False
    if sentence.number == 0 or any(p.kind != "checkpoint" for p in sentence.abroad):
        return False
    mentions = sentence.mentions
    first, last = mentions.tokens.bounds[sentence.number - 1]
    before = [p for p in mentions.places if first <= p.first < last]
    codes = {c for p in before if p.kind in ("adjective", "country") for c in foreign(p)}
    return len(codes & NEIGHBOURS) > 1 and any(
        is_post(word) for word in mentions.tokens.low[first:last]
    )


def _border(place: Place) -> tuple[str, ...]:
    """Which border a place in a list of posts tells: a country's, or that of an oblast."""
    code = _neighbour(place)
    return foreign(place) if code is None else (code,)


def _listed(one: Draft) -> tuple[str, ...]:
    """The borders of the parts or the names that a count of posts goes on to list."""
    sentence: Sentence = one.sentence
    low = sentence.low
    union = ("bloc", "checkpoint")  # «на внешних границах ЕАЭС обновят девять постов: пять на …»
    if any(foreign(p) and p.kind not in union and p.first < one.at for p in sentence.places):
        return ()
    after = [q for q in sentence.quantities if q.first >= one.last]
    places = [p for p in sentence.places if p.first >= one.last and (foreign(p) or _neighbour(p))]
    told = {_border(p) for p in places if p.kind in _TELLING}
    own = bool(places) and places[0].first - one.last < _NEAR
    if (
        own
        and one.quantity.noun is None
        and any(q.noun is not None and q.last <= one.first for q in sentence.quantities)
    ):
        return ()  # «девять постов: три на стыке с Китаем, два на …»: a part itself
    if min(len(told), len(after)) >= _MANY and not own:
        # «52 пункта: тридцать – на российском участке, восемь – на узбекском, …»
        return tuple(sorted({code for codes in told for code in codes}))
    if own and after and places[0].last + 1 < after[0].lead:
        return ()  # «три – с Узбекистаном, два – с Кыргызстаном и один – с Туркменией»
    total = 0
    for index, quantity in enumerate(after):
        total += int(quantity.value) if quantity.kind in ("bare", "count") else 0
        if index and total == one.value:
            end = max(quantity.last + _NEAR, quantity.last)
            # «пять постов: три на узбекском участке, два – на китайском»
            named = [p for p in places if p.kind in _TELLING and p.first <= end]
            codes = {code for p in named for code in _border(p)}
            several = len(codes) > 1 or any(_neighbour(p) for p in named)
            return tuple(sorted(codes)) if several else ()
    posts = [p for p in places if p.kind == "checkpoint" and p.side == "home"]
    if posts and len(posts) < one.value and not told and not after:
        # «Реконструкция шести идёт к финишу, заработают «Атамекен» и «Кеген»»: of several
        codes = {code for p in posts for code in foreign(p)}
        return tuple(sorted(codes)) if len(codes) > 1 else ()
    opened = next((i for i in range(one.last, sentence.last) if low[i] in (":", "–", "—")), None)
    if opened is None or after or len(posts) != one.value:
        return ()
    codes = {code for p in places for code in foreign(p)}
    return tuple(sorted(codes)) if len(codes) > 1 else ()
