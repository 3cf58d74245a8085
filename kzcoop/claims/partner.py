"""With whom: the partner of a figure, from its sentence or from what the text named before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kzcoop.claims.claim import SIDES
from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_list import coordinated, respectively
from kzcoop.claims.partner_place import HOME, foreign, is_included, is_member_list, is_own_union
from kzcoop.claims.post_count import borders
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.trade_pair import speaks_of_pair
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place
from kzcoop.mentions.quantity import Quantity

_EARLY = 2  # sentences in which the report's partner may be meant before it is named
# indicators of which «всего» may give the whole
_TOTALS = frozenset({"export", "import", "turnover", "freight", "investment"})
# «всего Казахстан экспортировал …»
_PORTS = Stems("порт")
_LANDS = frozenset({"страны", "страны-партнеры", "другие"})  # «в страны-партнёры»
_ABROAD = Words("рубеж", "рубежом", "пределы", "границу", *_LANDS)
_WHOLLY = Words("республике", "стране", "всего", "целом", "внешние")
_WHOLE = frozenset({"казахстан", "республика", "страна"})
# indicators of what goes along a corridor
_WAYS = frozenset({"freight", "other", "transit"})
_ROUTES = Stems("артери", "коридор", "магистрал", "маршрут")
SENDER_NOTE = "who sends what passes through"
_WHOLE_NOTE = "the whole of the trade: no one partner"
_POSTS = Stems("границ", "переход", "пункт", "станци", "стык")
_AT_HOME = frozenset({("в", "республике"), ("по", "республике"), ("в", "стране"), ("по", "стране")})
_MANY = 2  # countries from which on a corridor is no one partner
# between a figure and the partner beside it: «два – с Узбекистаном», «32 тыс. тонн в Китай»
_BESIDE = frozenset("– — - в во для границе из на с со".split())

_DASHES = frozenset("–—-")
_FLOWING = ("вывоз", "импорт", "экспорт")
_SUM = Stems("общая", "общего", "общем", "общий")
_ALL = Words("все", "страны-партнеры")
_SUM_REACH = 14  # tokens from «общий экспорт» to its figure
_SUM_AFTER = 3  # and past it, where a partner may stand
_MOVED = frozenset({"export", "freight", "import"})  # flows that lists of partners divide
_MARKS = frozenset(",;:")
_FLOWN = frozenset({"bare", "money", "tonne"})  # amounts of one list
_ITEM = 7  # tokens from a partner to its amount
_OPENERS = _DASHES | {"("}


class Reach(Protocol):
    """What the text has named so far, as the linker keeps it."""

    @property
    def partner(self) -> tuple[str, ...]: ...
    @property
    def sender(self) -> tuple[str, ...]: ...
    @property
    def corridor(self) -> bool: ...
    @property
    def way(self) -> tuple[str, ...]: ...
    @property
    def total(self) -> bool: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def partner_paragraph(self) -> int: ...
    @property
    def sure(self) -> bool: ...
    @property
    def titled(self) -> bool: ...
    @property
    def seen(self) -> set[str]: ...


def partner_of(
    one: Draft, before: Sequence[Draft], reach: Reach, headline: tuple[str, ...]
) -> tuple[str, ...]:
    """The partner of a figure.

    Parameters
    ----------
    one
        The draft.
    before
        The drafts of the same sentence before it.
    reach
        The partner of the text so far, all partners it has named, and whether it speaks of a
        corridor, which belongs to no one partner.
    headline
        The partner that the report is about.
    """
    if one.indicator == "checkpoints_count" and (own := borders(one)) is not None:
        # «9 постов … Введены два: «Кольжат» …»: of the borders that the whole is on
        return reach.partner if own and set(own) <= set(reach.partner) else own
    in_turn = respectively(one)
    if in_turn is not None:
        one.note("«соответственно»: the partner in the same place of its list")
        return in_turn
    if _is_sum(one):
        one.note(_WHOLE_NOTE)
        return ()
    if _of_all_abroad(one):
        one.note("foreign, and of no one country")
        return ()
    if _of_the_country(one):
        one.note("what the country trades: no one partner")
        return ()
    if _is_divided(one):
        one.note("the whole of what the sentence divides: no one partner")
        return ()
    if _through_port(one):
        one.note("through a port: no partner of another clause")
        return ()
    named = _named(one)
    if named is not None:
        return named
    for other in reversed(before):
        if other.partner:
            return other.partner
    if before and _WHOLE_NOTE in before[-1].trace:
        return ()  # «общий экспорт – 107 тыс. тонн, из них за апрель – 76»
    return _of_text(one, reach, headline)


def _of_all_abroad(one: Draft) -> bool:
    """«1084 предприятия с иностранным участием»: of all countries."""
    if one.indicator != "enterprises_count":
        return False
    low, last = one.sentence.low, one.last
    after = low[last : last + 2]
    return after[:1] == ["с"] and after[1:] != [] and after[1].startswith(("зарубежн", "иностранн"))


def _named(one: Draft) -> tuple[str, ...] | None:
    """The partner that the sentence names nearest, with those that it is listed with."""
    sentence = one.sentence
    places = [
        place
        for place in sentence.places
        if foreign(place) and (place.kind != "bloc" or is_member_list(sentence, place))
    ]
    if not places:
        return None
    low = sentence.low
    # «с учётом реэкспорта через Белоруссию»: what is sent goes on from there
    places = [
        p
        for p in places
        if sentence.word_before(p.first) != "через"
        or not low[max(sentence.first, p.first - 2)].startswith("реэкспорт")
    ]
    if not places:
        return None
    places = [p for p in places if sentence.word_before(p.first) not in ("обход", "минуя")]
    if not places:
        one.note("goes round a country, and to no one partner")
        return ()
    if one.indicator == "checkpoints_count":
        places = [p for p in places if p.first < one.at or not is_included(sentence, p)]
        if not places:
            return None
    if one.kind == "rank":
        places = [p for p in places if not _outranks(one, p)]
        if not places:
            return None
    if one.indicator == "checkpoints_count" and _at_home(one):
        # «пять постов – на границе с Казахстаном, ещё 14 – с Монголией»
        places = [p for p in places if not sentence.between(p.first, one.at) or p.first < one.at]
        if not places:
            return None
    if one.measure == "share_pct":
        places = [p for p in places if not _is_measure(sentence, p, places)]
    if one.indicator not in _WAYS:
        # «на дороге Казахстан – Туркменистан – Иран»: a way is no partner of trade
        places = [p for p in places if p.kind != "corridor" or len(foreign(p)) < _MANY]
    places = [p for p in places if not _joined_union(sentence, p, places)]
    if not places:
        return None
    if one.indicator == "transit":
        # «транзит китайских грузов в ЕС»: of who sends them
        senders = [p for p in places if p.kind == "adjective" and _of_goods(sentence, p)]
        if senders:
            places = senders
            one.note(SENDER_NOTE)
    parts = [place for place in places if _of_part(one, place)]
    places = [place for place in places if place not in parts]
    if not places:
        if len({foreign(place) for place in parts}) == 1 and speaks_of_pair(sentence):
            return None
        if "из них" in " ".join(sentence.low[sentence.first : one.last + 2]):
            return None  # «На территории Казахстана из них – 29, в Узбекистане – 13»
        if one.indicator == "freight" and sentence.begins(_POSTS):
            return None  # «через станцию прошло 900 поездов: 300 – в Россию, …»
        one.note("the whole of what the sentence divides: no one partner")
        return ()
    best = min(places, key=lambda place: away(one, place)) if len(places) > 1 else places[0]
    codes = coordinated(sentence, best)
    surface = sentence.mentions.tokens.surface(best.first, best.last)
    one.note(f"partner {';'.join(codes)} from «{surface}»")
    return codes


def _is_divided(one: Draft) -> bool:
    """«Из 9 млн тонн зерна 3 млн пришлось на Узбекистан»: a whole that opens its sentence."""
    sentence, lead = one.sentence, one.quantity.lead
    if one.indicator not in _MOVED or lead != sentence.first + 1:
        return False
    return sentence.low[sentence.first] == "из" and any(
        q.kind in (one.kind, "bare") and q.first > one.last for q in sentence.quantities
    )


def _through_port(one: Draft) -> bool:
    """«на переходах с Китаем (52%), а поставки через порт Актау выросли на 38%»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in _TOTALS or not sentence.begins(_PORTS):
        return False
    clause = sentence.clause(one.at)
    by_port = any(
        low[i].startswith("порт") and low[i - 1] in ("через", "морской") and i < one.at
        and sentence.clause(i) == clause
        for i in range(sentence.first + 1, sentence.last)
    )  # fmt: skip
    return (
        by_port
        and any(q.first < one.at and q is not one.quantity for q in sentence.quantities)
        and not any(sentence.clause(p.first) == clause for p in sentence.places if foreign(p))
    )


def _outranks(one: Draft, place: Place) -> bool:
    """«занял после России и Японии третье место», «третий после России»: who stands before."""
    low, sentence = one.sentence.low, one.sentence
    start = max(sentence.first, place.first - _SUM_REACH)
    after = next((i for i in range(place.first - 1, start - 1, -1) if low[i] == "после"), None)
    listed = low[place.first - 1] in ("после", ",", "и")
    return after is not None and listed and not any(
        after < cue.first < place.first for cue in sentence.cues
    )  # fmt: skip


def _of_the_country(one: Draft) -> bool:
    """«При этом страна экспортирует 15 тысяч тонн», «Республика продала …»: to all the world."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in _TOTALS or any(foreign(p) for p in sentence.places):
        return False
    return any(
        low[hit.first - 1] in ("страна", "республика") and hit.first < one.at
        for hit in sentence.indicators
        if hit.first > sentence.first
    )


def _at_home(one: Draft) -> bool:
    """Whether the clause of a count names the border with Kazakhstan."""
    sentence = one.sentence
    return any(
        place.codes == (HOME,)
        and one.last <= place.first
        and not sentence.between(place.first, one.at)
        for place in sentence.places
    )


def _is_sum(one: Draft) -> bool:
    """«при общем объёме экспорта муки 2 млн тонн», «экспорт во все страны – 880 тыс. тонн»."""
    sentence, low = one.sentence, one.sentence.low
    if not (sentence.begins(_SUM) or sentence.holds(_ALL)):
        return False
    start = max(sentence.first, one.at - _SUM_REACH)
    begun = next((i for i in range(one.at - 1, start - 1, -1) if _tells_sum(low, i)), None)
    if begun is None or any(
        begun < q.number_first < one.at and low[q.last : one.quantity.lead] != ["на"]
        for q in sentence.quantities
    ):
        return False  # «общий экспорт картофеля – 107 тыс. тонн на 17 млн долларов» is one whole
    return not any(
        foreign(p) and begun < p.first < one.last + _SUM_AFTER for p in sentence.places
    ) and not speaks_of_pair(sentence)


def _tells_sum(low: list[str], index: int) -> bool:
    if low[index] == "страны-партнеры":
        return low[index - 1] == "в"
    if low[index] in _ALL:
        return low[index - 1] in ("во", "на") and low[index + 1] in ("страны", "рынки")
    if not low[index].startswith(_SUM):
        return False
    # «Общий объём экспорта составил …» of a pair told before is theirs
    of_home = any(w.startswith("казахстан") or w == "рк" for w in low[index + 1 : index + 7])
    flow = any(word.startswith(_FLOWING) for word in low[index + 1 : index + 3])
    return flow and (of_home or low[index - 1] == "при")


def _joined_union(sentence: Sentence, place: Place, places: Sequence[Place]) -> bool:
    """«Вьетнам и ЕАЭС заключили …»: a union with Kazakhstan in it, beside a country."""
    if not is_own_union(place):
        return False
    return any(
        other.kind == "country" and sentence.low[other.last : place.first] == ["и"]
        for other in places
    )


def _is_measure(sentence: Sentence, place: Place, places: Sequence[Place]) -> bool:
    """Whether a bloc is what a country's share is of: «Узбекистан – 57% торговли со странами»."""
    if place.kind != "bloc" or not any(
        other.kind == "country" and other.first < place.first for other in places
    ):
        return False
    before = sentence.low[max(sentence.first, place.first - 2) : place.first]
    return any(word in ("с", "со") for word in before)


def _of_goods(sentence: Sentence, place: Place) -> bool:
    return sentence.word_at(place.last).startswith("груз")


def _of_part(one: Draft, place: Place) -> bool:
    """Whether a partner after a figure has one of its own: «94 тыс. тонн, …: Турция (84 тыс.)»."""
    sentence, low = one.sentence, one.sentence.low
    if place.first < one.at or not sentence.between(one.at, place.first):
        return False
    for other in sentence.quantities:
        if other is one.quantity or other.number_first < one.at:
            continue
        led = len(low[place.last : other.lead]) == 1 and low[place.last] in _OPENERS
        if led and place.kind != "adjective":  # «импорт американских – на 40%»
            return True
        words = low[other.last : place.first]
        beside = 1 <= len(words) <= 2 and words[0] in _DASHES and _BESIDE.issuperset(words)
        if beside and not (place.kind == "adjective" and words[-1] == "на"):
            return True
        if _next_item(one, place, other):
            return True
    return False


def _next_item(one: Draft, place: Place, other: Quantity) -> bool:
    """«на 620 млн: больше всего из Германии – на 98 млн», «14 тыс. тонн: 6 тыс. в Иран».

    A place past a mark, with an amount of its own before or after it.
    """
    low = one.sentence.low
    if {one.kind, other.kind} - _FLOWN or place.kind not in ("country", "bloc"):
        return False
    another = any(one.last <= hit.first < place.first for hit in one.sentence.indicators)
    if one.indicator not in _MOVED or (another and ";" not in low[one.last : place.first]):
        return False  # «экспорт – 456 млн, тогда как ввоз из Грузии – 73 млн»
    if other.number_first > place.last:
        led = low[place.last : other.lead]
        ahead = low[one.last : place.first]
    else:
        led = low[other.last : place.first]
        ahead = low[one.last : other.lead]
        if not (1 <= len(led) <= 2 and _BESIDE.issuperset(led)):
            return False
    marked = not _MARKS.isdisjoint(ahead)
    return marked and _MARKS.isdisjoint(led) and len(led) <= _ITEM


def away(one: Draft, place: Place) -> float:
    """How far a place is from a figure: in tokens, clauses and figures between."""
    sentence = one.sentence
    before_it = place.first < one.at
    gap = one.at - place.last if before_it else place.first - one.last
    divided = sentence.between(place.first, one.at)
    left, right = (place.first, one.at) if before_it else (one.at, place.first)
    crossed = sum([q is not one.quantity and left < q.first < right for q in sentence.quantities])
    cost = 0.4 * max(gap, 0) + 2.5 * min(divided, 6)
    # a partner named after the next figure belongs to that figure
    cost += (1.0 * crossed) if before_it else (2.0 + 4.0 * crossed + (4.0 if divided else 0.0))
    if place.kind == "adjective":
        cost += 2.0
    led = sentence.low[place.last : one.quantity.lead]
    if before_it and len(led) <= 3 and led and led[0] in ("–", "—", "-", ":"):
        return 0.05  # «Кыргызстан – 92 тыс. тонн и РФ – 453,4 тыс.»
    words = sentence.low[one.last : place.first]
    if not before_it and len(words) <= 4 and words and _BESIDE.issuperset(words):
        return 0.1  # «два – с Узбекистаном», «32 тыс. тонн в Китай»
    if not before_it and (")" in words or any(w in (",", ";") for w in words[-3:])):
        cost += 5.0  # «(… до 73 тыс. тонн), в Азербайджан»: the next item of a list
    return cost


def _of_text(one: Draft, reach: Reach, headline: tuple[str, ...]) -> tuple[str, ...]:
    """The partner of the text before or of the report, for a sentence that names none."""
    sentence, recent = one.sentence, reach.partner
    if _is_total(sentence, one):
        one.note(_WHOLE_NOTE)
        return ()
    if reach.way and one.indicator in _WAYS and sentence.begins(_ROUTES):
        one.note("countries along the way told before")
        return reach.way  # «мощность этой магистрали»
    if (
        reach.corridor
        and not speaks_of_pair(sentence)
        and one.indicator in ("transit", "freight", "other", "export")
    ):
        one.note("a corridor's figure: no one partner")
        return ()
    if one.indicator == "transit" and not speaks_of_pair(sentence):
        if reach.sender:
            one.note(SENDER_NOTE)
            return reach.sender
        one.note("what passes through: no one partner")
        return ()
    near = reach.partner_paragraph == reach.paragraph or headline == recent
    if recent and (near or speaks_of_pair(sentence)):
        one.note("partner of the text before")
        return recent
    if reach.total:
        return ()
    moved = one.indicator in ("export", "import", "freight", "transit")
    early = sentence.number < _EARLY and (
        (reach.sure and not moved) or speaks_of_pair(sentence) or reach.titled
    )
    if headline and (early or set(headline) <= reach.seen):
        one.note("partner of the report")
        return headline
    return ()


def _goes_abroad(sentence: Sentence) -> bool:
    """«за рубеж отгрузили 400 тонн», «за пределы региона», «в страны-партнёры»: whichever."""
    low = sentence.low
    if not sentence.holds(_ABROAD):
        return False
    return any(
        (low[i] == "за" and low[i + 1] in _ABROAD) or (low[i] == "в" and low[i + 1] in _LANDS)
        for i in range(sentence.first, sentence.last - 1)
    )


def _is_total(sentence: Sentence, one: Draft) -> bool:
    """Whether a figure is of the whole trade: «Всего же импорт …», «всего Казахстан вывез …»."""
    if one.indicator not in _TOTALS or speaks_of_pair(sentence):
        return False
    if one.indicator in SIDES and _goes_abroad(sentence):
        return True
    if not sentence.holds(_WHOLLY):
        return False
    words = sentence.low[sentence.first : one.at]
    if any(word.startswith(("границ", "станци", "стык")) for word in words):
        return False  # «Всего через границу прошли 2 млн машин»: the border of the text before
    whole = any(words[i : i + 2] == ["в", "целом"] for i in range(len(words)))
    whole = whole or any(words[i : i + 2] == ["внешние", "рынки"] for i in range(len(words)))
    if one.indicator == "freight":  # «объём автоперевозок в республике составил 5 млн тонн»
        whole = whole or any(tuple(words[i : i + 2]) in _AT_HOME for i in range(len(words)))
    if whole and not any(p.kind == "country" and foreign(p) for p in sentence.places):
        return True
    if (
        words[:1] == ["всего"]
        and words[1:2]
        and words[1] in ("же", "за", "в", "с", "по", "импорт", "экспорт")
    ):
        return not any(place.kind == "region" for place in sentence.places)
    return "всего" in words and bool(_WHOLE & set(words))
