"""What a report as a whole is about: its partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from kzcoop.claims.claim import SIDES
from kzcoop.claims.flow.deliveries import flow_of
from kzcoop.claims.place.bloc import UNION, is_member_list, is_own_union
from kzcoop.claims.place.partner_place import HOME, foreign, ranks_one
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

# points at the least: a title names it, or a first sentence
_NO_PARTNERS = frozenset({"bloc", "checkpoint", "corridor", "initiative"})
_SEVERAL = 3  # partners, from which on that of a title may be one of several
_OFTEN = 3
_EARLY = 2  # sentences that may open a report
_DOMINANT = 0.5  # of all that is named, for a partner to be what the report is about
_SURE = 0.75
_MOSTLY = 0.66  # of all that is named, for the first line of a report to mean its partner
_REGIONAL = 0.85  # of a report that is about an oblast
_LANDS = ("государств", "партнер", "стран")  # «со странами ЕАЭС»
_TALKS = Stems("встреч", "заседан", "переговор", "саммит", "форум")
_WITH = frozenset({"с", "со"})
_LED = 4  # tokens from «с» to a bloc: «с государствами – членами ЕАЭС»
_ROW = 4  # tokens of «– граница с Россией»
_BULLETS = frozenset("–—-•·*▪")


def headline_partner(
    sentences: Sequence[Sentence],
    title: Sequence[Place],
    words: Sequence[str] = (),
    town: str | None = None,
) -> tuple[str, ...]:
    """The partner a report is about: from its title, first sentences and all it names.

    Parameters
    ----------
    sentences
        The report's sentences.
    title
        What the title names.
    words
        The words of the title, in small letters.
    town
        The country of a town that heads the title: «Карачи: ячмень, рис и цена дороги».
    """
    groups = {
        foreign(place)
        for place in title
        if place.kind == "bloc" and foreign(place) and not is_own_union(place)
    }
    if len(groups) == 1 and not any(p.kind != "bloc" and foreign(p) for p in title):
        return groups.pop()  # «Казахстан увеличил поставки угля в Европу»
    if not any(place.kind != "bloc" and foreign(place) for place in title) and (
        bloc := _bloc_of_lead(sentences)
    ):
        return bloc
    if with_whom := _told_with(title, words) or _heads(title, words):
        return with_whom
    if town and not title and any(town in p.abroad for s in sentences for p in s.abroad):
        return (town,)  # a town whose country the text names
    counts: dict[str, int] = {}
    for place in title:
        if place.kind != "bloc":
            for code in foreign(place):
                counts[code] = counts.get(code, 0) + 4
    for sentence in sentences:
        if not sentence.abroad or ranks_one(sentence):
            continue
        early = 3 if sentence.number < 3 and not _is_row(sentence) else 1
        named = [
            p
            for p in sentence.abroad
            if p.kind not in ("bloc", "checkpoint", "corridor", "initiative")
        ]
        codes = [code for place in named for code in place.abroad]
        # a list of posts counts once: «Жайсан», «Алимбет», «Бидаик» and one of another border
        posts = {code for post in sentence.posts for code in post.abroad}
        for code in (*codes, *sorted(posts - set(codes))):
            counts[code] = counts.get(code, 0) + early
    if not counts:
        return ()
    titled = {code for place in title if place.kind != "bloc" for code in place.abroad}
    if len(counts) > _SEVERAL and titled:
        told = Counter(c for s in sentences for p in s.abroad if p.kind != "bloc" for c in p.abroad)
        first = max(counts, key=lambda code: counts[code])
        if told[first] <= max((n for code, n in told.items() if code != first), default=0):
            return ()  # «Баранина едет в Эмираты», and who else buys it
    ranked = sorted(counts.items(), key=itemgetter(1), reverse=True)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return ()
    # «Аким Павлодарской области отчитался»: whose partners are of this or that
    regional = any(p.kind == "region" and p.codes == (HOME,) for p in title) and not titled
    # «… в Залив и Ташкент», «Европа отпадает, Ташкент прирастает»
    blocs = {p.codes for p in title if p.kind == "bloc"}
    share = _SURE if len(titled) + len(blocs) > 1 else (_REGIONAL if regional else _DOMINANT)
    if ranked[0][1] < share * sum(counts.values()) or ranked[0][1] < _OFTEN:
        return ()
    return (ranked[0][0],)


def heading_town(title: Mentions) -> str | None:
    """Return the country of a town abroad that stands before a colon at the head of a title."""
    hit = title.hits["cities"].get(0)
    if hit is None or hit.entry.kind == HOME or title.tokens.low[hit.last : hit.last + 1] != [":"]:
        return None
    return hit.entry.kind


def _told_with(title: Sequence[Place], words: Sequence[str]) -> tuple[str, ...]:
    """«Справка о торговых связях с Монголией»: whatever ways and neighbours the text names."""
    abroad = [place for place in title if foreign(place)]
    if len({foreign(place) for place in abroad}) != 1:
        return ()
    paired = any(place.kind in ("bloc", "country") and _is_with(words, place) for place in abroad)
    return foreign(abroad[0]) if paired else ()


def _heads(title: Sequence[Place], words: Sequence[str]) -> tuple[str, ...]:
    """«Малайзия: пальмовое масло и пересадка в Дубае»: the country before a colon."""
    first = title[0] if title else None
    opens = first is not None and first.kind == "country" and first.first == 0
    if first is None or not opens or list(words[first.last : first.last + 1]) != [":"]:
        return ()
    return foreign(first)


def _is_with(words: Sequence[str], place: Place) -> bool:
    """«с Монголией», «со странами ЕАЭС»."""
    led = words[max(0, place.first - 2) : place.first]
    if led[-1:] and led[-1].startswith(_LANDS):
        led = led[:-1]
    return bool({"с", "со"} & set(led[-1:]))


def _is_row(sentence: Sentence) -> bool:
    """«– граница с Россией – 24 поста»: a line of a list, and no line of a talk."""
    if sentence.low[sentence.first] not in _BULLETS or sentence.low[sentence.last - 1] == "?":
        return False
    return any(
        place.kind == "country" and place.first - sentence.first <= _ROW
        for place in sentence.abroad
    )


def _bloc_of_lead(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """«Казахстан за полгода отправил в Евросоюз больше угля …»: the one partner of the opening."""
    lead = next((s for s in sentences if s.abroad), None)
    if lead is None or lead.number >= _EARLY:
        return ()
    named = lead.abroad
    if len(named) != 1 or not is_member_list(lead, named[0]):
        return ()
    bloc = named[0].abroad
    if len(bloc) >= UNION:
        return bloc  # and «в страны Средней Азии» is one of several regions
    return bloc if _trade_with(lead, named[0]) and _mostly_members(sentences, bloc) else ()


def _trade_with(sentence: Sentence, place: Place) -> bool:
    """«итоги взаимной торговли Казахстана со странами ЕАЭС»: what the lead reports on."""
    if place.kind != "bloc" or sentence.begins(_TALKS):
        return False
    name = sentence.low[max(sentence.first, place.first - _LED) : place.first + 1]
    if _WITH.isdisjoint(name):
        return False
    return any(
        hit.entry.value == "turnover" and hit.first < place.first for hit in sentence.indicators
    )


def _mostly_members(sentences: Sequence[Sentence], bloc: Sequence[str]) -> bool:
    """Whether hardly any country is named but the members of a bloc."""
    named = [
        code in bloc
        for sentence in sentences
        for place in sentence.abroad
        if place.kind == "country"
        for code in place.abroad
    ]
    return sum(named) >= _DOMINANT * len(named)


def headline_flow(title: Sequence[Sentence]) -> str | None:
    """Which side of trade a title tells, where it is one: «Импорт бензина упал вдвое»."""
    flows = {
        flow_of(sentence, hit)
        for sentence in title
        for hit in sentence.indicators
        if hit.entry.value in SIDES or hit.entry.kind == "purchase"
    }
    return flows.pop() if len(flows) == 1 else None


def headline_is_sure(sentences: Sequence[Sentence], headline: tuple[str, ...]) -> bool:
    """Whether nearly all that a report names is its partner, so that its first line means it."""
    codes = [
        code
        for sentence in sentences
        for place in sentence.abroad
        if place.kind not in _NO_PARTNERS - {"checkpoint"}
        for code in place.abroad
    ]
    return bool(codes) and sum(code in headline for code in codes) >= _MOSTLY * len(codes)
