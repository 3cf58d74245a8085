"""The partner of the text before or of the report, for a sentence that names none.

«Взаимный товарооборот составил …»              the partner of the text before
«эта страна», «последняя страна»                the country named last
«мощность этой магистрали»                      the countries along the way told before
«Через пункты пропуска Костанайской области …»  where the posts of a region lead
"""

from __future__ import annotations

from typing import Protocol

from kzcoop.claims.partner.buyers import buys_ours, of_all_of_good
from kzcoop.claims.partner.meant import (
    NEIGHBOUR,
    REALMS,
    from_realm,
    points_back,
    points_to_neighbour,
)
from kzcoop.claims.partner.possible import SENDER_NOTE
from kzcoop.claims.partner.total import is_total, of_all_trade, tells_owner
from kzcoop.claims.partner.whole import WHOLE_NOTE
from kzcoop.claims.place.partner_place import HOME, NEIGHBOURS
from kzcoop.claims.place.partner_way import WAYS
from kzcoop.claims.place.trade_pair import speaks_of_pair
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.topic.frame import back_to_whole, lists_next, tells_sum
from kzcoop.language.stems import Stems, Words
from kzcoop.reference.checkpoints import neighbour_of

_BESIDE_HAUL = 2  # sentences from what was hauled to the transit that is part of it
# what transit is told of by itself
_NETWORK = Stems(
    "весь", "всей", "всего", "всем", "коридор", "маршрут", "республик", "сеть", "сети", "тмтм"
)
_EARLY = 2  # sentences in which the report's partner may be meant before it is named
# what a paragraph goes on about, and how it opens
_OF_TWO = frozenset({"turnover", "investment", "enterprises_count", "projects_count"})
_BY_FIRM = frozenset({"investment", "jobs", "projects_count", "projects_value"})
_ADDING = (
    ["при", "этом"], ["кроме", "того"], ["вместе", "с"], ["к", "тому"], ["помимо", "этого"],
    ["в", "том"],
)  # fmt: skip
_OWN = _BY_FIRM | {"enterprises_count"}  # of an oblast as well as of a partner
_SPENT = frozenset({"investment", "projects_value"})
_BUDGET = Stems("бюджет")
_OF_GOODS = frozenset({"tonne", "USD"})
_AT_POSTS = frozenset({"checkpoints_count", "freight"})
_POSTS = Stems("кпп", "пункт", "пост", but=("постав", "поступ"))
_ALONG = Words("нему", "ней")
_BRANCHES = Stems("ветк", "коридор", "магистрал")
_ROUTES = Stems("артери", "коридор", "магистрал", "маршрут")


class Reach(Protocol):
    """What the text has named so far, as the linker keeps it."""

    @property
    def partner(self) -> tuple[str, ...]: ...
    @property
    def bloc(self) -> tuple[str, ...]: ...
    @property
    def named_last(self) -> tuple[str, ...]: ...
    @property
    def recent(self) -> list[tuple[str, ...]]: ...
    @property
    def headed(self) -> tuple[str, ...]: ...
    @property
    def goods_of(self) -> tuple[str, ...]: ...
    @property
    def goods_sentence(self) -> int: ...
    @property
    def at_home(self) -> bool: ...
    @property
    def firm(self) -> tuple[str, ...]: ...
    @property
    def firm_paragraph(self) -> int: ...
    @property
    def sender(self) -> tuple[str, ...]: ...
    @property
    def passed(self) -> tuple[str, ...]: ...
    @property
    def passed_paragraph(self) -> int: ...
    @property
    def hauled(self) -> tuple[str, ...]: ...
    @property
    def hauled_sentence(self) -> int: ...
    @property
    def corridor(self) -> bool: ...
    @property
    def way(self) -> tuple[str, ...]: ...
    @property
    def total(self) -> bool: ...
    @property
    def wholes(self) -> set[str]: ...
    @property
    def divided(self) -> bool: ...
    @property
    def borders(self) -> int: ...
    @property
    def post_whole(self) -> tuple[float, tuple[str, ...]]: ...
    @property
    def post_sentence(self) -> int: ...
    @property
    def paragraph(self) -> int: ...
    @property
    def partner_paragraph(self) -> int: ...
    @property
    def sure(self) -> bool: ...
    @property
    def opened(self) -> bool | None: ...
    @property
    def titled(self) -> bool: ...
    @property
    def seen(self) -> set[str]: ...


def _adds(one: Draft) -> bool:
    """«При этом цель – довести оборот до 1 млрд», «Кроме того, …»: of the paragraph before."""
    low, first = one.sentence.low, one.sentence.first
    return one.indicator in _OF_TWO and (
        low[first] in ("также", "причем") or low[first : first + 2] in _ADDING
    )


def _aims(one: Draft) -> bool:
    """«Торговле пора дорасти до миллиарда»: a goal is of the two whose trade was told before."""
    sentence = one.sentence
    if one.indicator != "turnover" or sentence.homes:
        return False
    return sentence.has("goal", "planned", "potential")


def of_text(one: Draft, reach: Reach, headline: tuple[str, ...]) -> tuple[str, ...]:
    """The partner of the text before or of the report, for a sentence that names none."""
    sentence, recent = one.sentence, reach.partner
    if reach.headed:
        one.note("partner that heads the list")
        return reach.headed
    if reach.at_home and one.indicator in _OWN:
        one.note("the oblast's own, as its akim tells")
        return ()
    if reach.opened is False and one.indicator != "checkpoints_count":
        headline = ()  # «Перевезено 127 млн тонн грузов», and parts of it after
    if reach.named_last and (points_back(sentence) or buys_ours(sentence)):
        one.note("«эта страна»: the one named last")
        return reach.named_last
    if sentence.begins(NEIGHBOUR) and points_to_neighbour(sentence):
        titled = headline if reach.titled else ()
        told = [c for c in (reach.named_last, recent, titled) if c and NEIGHBOURS.issuperset(c)]
        if told:
            one.note("«соседняя страна»: the one named last")
            return told[0]
    if sentence.begins(REALMS) and from_realm(sentence):
        one.note("«из королевства»: the country of the report, or that named last")
        return headline if len(headline) == 1 else reach.named_last
    between = one.indicator == "turnover" and reach.titled and recent in (headline, ())
    between = between and sentence.low[sentence.first] == "всего" and not of_all_trade(one)
    if is_total(sentence, one) and not between:
        one.note(WHOLE_NOTE)
        return ()
    if reach.way and one.indicator in WAYS and sentence.begins(_ROUTES):
        one.note("countries along the way told before")
        return reach.way  # «мощность этой магистрали»
    passed = reach.passed if reach.passed_paragraph == reach.paragraph else ()
    if len(passed) == 1 and sentence.holds(_ALONG) and not sentence.places:
        one.note("along the way whose partner was told before")
        return passed  # «Контейнеров по нему прошло 9 тыс. ДФЭ»
    if (
        reach.corridor
        and not speaks_of_pair(sentence)
        and one.indicator in ("transit", "freight", "other", "export")
        and not (one.indicator == "export" and one.kind == "money")
    ):
        one.note("a corridor's figure: no one partner")
        return ()
    if one.indicator == "transit" and not speaks_of_pair(sentence):
        if reach.sender:
            one.note(SENDER_NOTE)
            return reach.sender
        if reach.passed and reach.passed_paragraph == reach.paragraph and not _names_transit(one):
            one.note("with whom what passed was told before")
            return reach.passed  # «в Узбекистан прошло 3 млн тонн. Это на 5% больше»
        if _passes_there(one, reach.hauled_sentence):
            one.note("over the border of what was hauled before")
            return reach.hauled  # «Через границу с КНР перевезли 9 млн тонн. Транзит – 4 млн»
        one.note("what passes through: no one partner")
        return ()
    if reach.firm_paragraph == reach.paragraph and one.indicator in _BY_FIRM:
        one.note("whose firm the text before tells of")
        return reach.firm
    if one.indicator in _OWN and recent in (headline, ()) and _not_named_yet(one, headline):
        one.note("the oblast's own, before the partner of the report is named")
        return ()
    near = reach.partner_paragraph == reach.paragraph or headline == recent
    near = near or (reach.partner_paragraph == reach.paragraph - 1 and (_adds(one) or _aims(one)))
    meant = reach.titled and recent == headline
    if reach.divided and not meant and (back_to_whole(one, reach.wholes) or tells_sum(one)):
        one.note(f"{WHOLE_NOTE}, after its parts")
        return ()
    if (recent or headline) and lists_next(one):
        one.note(f"{WHOLE_NOTE}: the next sentence lists who buys or sells it")
        return ()
    if reach.divided and headline and reach.titled and speaks_of_pair(sentence):
        one.note("partner of the report, past a list of others")
        return headline  # «Торговля двух стран» after «на третьем месте Таджикистан – 19 тыс.»
    if set(recent) < set(headline) and speaks_of_pair(sentence):
        one.note("partner of the report, of which the text told a part")
        return headline  # «стороны наторговали на 38 млрд» after «Франция – на 3 млрд» of the EU
    if reach.opened is False and tells_owner(one) and not speaks_of_pair(sentence):
        one.note(f"{WHOLE_NOTE}, as its owner tells")
        return ()  # «Импорт области – 700 млн» after its partners
    here = recent and reach.partner_paragraph == reach.paragraph
    if here and one.unit in _OF_GOODS and of_all_of_good(one):
        one.note(WHOLE_NOTE)
        return ()  # «туда ушло 41 тыс. тонн … Общий вывоз риса – 152 тыс. тонн»
    if recent and (near or speaks_of_pair(sentence)):
        one.note("partner of the text before")
        return recent
    if reach.total:
        return ()
    moved = one.indicator in ("export", "import", "freight", "transit")
    early = sentence.number < _EARLY and (
        (reach.sure and not moved) or speaks_of_pair(sentence) or reach.titled
    )
    if one.indicator in _SPENT and sentence.begins(_BUDGET):
        return ()  # «Из бюджета на эти цели выделено 40 млрд тенге»: of all borders
    if headline and (early or set(headline) <= reach.seen):
        one.note("partner of the report")
        return headline
    return _of_posts_region(one)


def _passes_there(one: Draft, hauled: int) -> bool:
    """Whether transit is told right after what was hauled over a border, and of no whole.

    Not «На Алят приходится 85% потока. Доля транзита …», nor «Весь транзит республики – 27 млн».
    """
    sentence = one.sentence
    beside = 0 < sentence.number - hauled <= _BESIDE_HAUL
    paragraph = sentence.mentions.tokens.paragraph
    if not beside or paragraph[hauled] != paragraph[sentence.number]:
        return False
    named = any(hit.entry.kind == "transit" for hit in sentence.indicators)
    return named and not (sentence.places or sentence.begins(_NETWORK))


def _names_transit(one: Draft) -> bool:
    """«Транзит через республику – 30 млн тонн», «На ветке – 28 тыс. ДФЭ»: of whoever sends it."""
    if one.sentence.begins(_BRANCHES):
        return True
    return any(hit.entry.kind == "transit" for hit in one.sentence.indicators)


def _not_named_yet(one: Draft, headline: tuple[str, ...]) -> bool:
    """«Мангистау: порт, заводы и гости из Исламабада»: what an akim tells before his guests."""
    told = [p for p in one.sentence.mentions.places if p.first < one.sentence.last]
    owned = any(p.kind == "region" and p.codes == (HOME,) for p in told)
    return owned and not any(set(headline) & set(p.abroad) for p in told)


def _of_posts_region(one: Draft) -> tuple[str, ...]:
    """«Через пункты пропуска Костанайской области прошло …»: to where its posts lead."""
    sentence = one.sentence
    if one.indicator not in _AT_POSTS or not sentence.begins(_POSTS):
        return ()
    regions = {p.name for p in sentence.places if p.kind == "region" and p.codes == (HOME,)}
    code = neighbour_of(regions.pop() or "") if len(regions) == 1 else None
    if code is None:
        return ()
    one.note("the neighbour to which the region's posts lead")
    return (code,)
