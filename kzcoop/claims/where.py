"""With whom, where and who reports: partner, region and reporter of a figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from kzcoop.claims.draft import Draft
from kzcoop.claims.sentence import Sentence
from kzcoop.mentions.place import Place

HOME = "KAZ"
_OFTEN = 3
_DOMINANT = 0.5  # of all that is named, for a partner to be what the report is about
_UNION = 20
_SURE = 0.75
_EARLY = 2  # sentences in which the report's partner may be meant before it is named
_PAIR = ("взаимн", "двусторонн", "взаимо")
_PAIRED = frozenset(
    {
        "двух",
        "обеих",
        "нашими",
        "двумя",
        "стороны",
        "сторон",
        "сторонами",
        "сторонам",
        "соседей",
        "соседями",
    }
)
_BETWEEN = frozenset({"государствами", "странами", "республиками"})
_TOTALS = frozenset({"export", "import", "turnover", "freight", "investment"})
_WHOLE = frozenset({"страна", "казахстан", "республика"})
_GROUPS = frozenset({"SCO", "ARAB", "CASP", "WORLD"})
# «секретарь парткома СУАР» names an office; what is said there need not be about the region
_BESIDE = frozenset("– — на границе с со в во из для".split())
_OFFICES = (
    "секретар", "партком", "председател", "губернатор", "аким", "власти", "властей", "правительств",
    "делегаци", "глав", "администраци", "министр", "минсельхоз", "представител", "посол",
)  # fmt: skip
_THERE = ("област", "региона", "регионе", "регион", "края", "крае")


def foreign(place: Place) -> tuple[str, ...]:
    """The partner codes that a place stands for; none for Kazakhstan itself."""
    if place.kind == "initiative":
        return ()
    return tuple(code for code in place.codes if code != HOME and code not in _GROUPS)


def headline_partner(sentences: Sequence[Sentence], title: Sequence[Place]) -> tuple[str, ...]:
    """The partner a report is about: from its title, first sentences and all it names."""
    counts: Counter[str] = Counter()
    for place in title:
        if place.kind != "bloc":
            for code in foreign(place):
                counts[code] += 6
    for sentence in sentences:
        early = 3 if sentence.number < 3 else 1
        for place in sentence.places:
            if place.kind not in ("bloc", "corridor"):
                for code in foreign(place):
                    counts[code] += early
    if not counts:
        return ()
    ranked = counts.most_common(2)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return ()
    if ranked[0][1] < _DOMINANT * counts.total() or ranked[0][1] < _OFTEN:
        return ()
    return (ranked[0][0],)


def headline_is_sure(sentences: Sequence[Sentence], headline: tuple[str, ...]) -> bool:
    """Whether nearly all that a report names is its partner, so that its first line means it."""
    codes = [
        code
        for sentence in sentences
        for place in sentence.places
        if place.kind not in ("bloc", "corridor")
        for code in foreign(place)
    ]
    return bool(codes) and sum(code in headline for code in codes) >= _SURE * len(codes)


def _is_member_list(sentence: Sentence, place: Place) -> bool:
    """Whether a bloc stands for its members: «со странами ЕАЭС», not «в Центральной Азии»."""
    before = sentence.low[max(sentence.first, place.first - 3) : place.first]
    if "среди" in before or "другими" in before:
        return False
    if len(place.codes) >= _UNION:
        return True  # the EU is a partner by itself
    return any(word.startswith(("стран", "государств")) for word in before) or before[-1:] in (
        ["с"],
        ["со"],
    )


def _respectively(one: Draft) -> tuple[str, ...] | None:
    """«с Узбекистаном и Китаем – на 5 и 24 процента соответственно»: the places in the figures' order."""
    sentence = one.sentence
    low = sentence.low
    at = next((i for i in range(one.last, sentence.last) if low[i] == "соответственно"), None)
    if at is None:
        return None
    figures = [q for q in sentence.quantities if q.last <= at]
    while len(figures) > 1 and not set(low[figures[-2].last : figures[-1].first]) <= {
        "и",
        ",",
        "на",
        "в",
        "до",
    }:
        figures.pop()
    chain = figures[-1:]
    for left, right in zip(reversed(figures[:-1]), reversed(figures[1:]), strict=True):
        if len(low[left.last : right.first]) > 2:
            break
        chain.insert(0, left)
    places = [
        p
        for p in sentence.places
        if p.kind == "country" and foreign(p) and p.first < chain[0].first
    ]
    if len(chain) < 2 or len(chain) != len(places) or one.quantity not in chain:
        return None
    return foreign(places[chain.index(one.quantity)])


class Reach(Protocol):
    """What the text has named so far, as the linker keeps it."""

    @property
    def partner(self) -> tuple[str, ...]: ...
    @property
    def corridor(self) -> bool: ...
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
    sentence = one.sentence
    recent = reach.partner
    respectively = _respectively(one)
    if respectively is not None:
        one.note("«соответственно»: the partner in the same place of its list")
        return respectively
    scored: list[tuple[float, Place]] = []
    for place in sentence.places:
        codes = foreign(place)
        if not codes or (place.kind == "bloc" and not _is_member_list(sentence, place)):
            continue
        before_it = place.first < one.at
        gap = one.at - place.last if before_it else place.first - one.last
        cost = 0.4 * max(gap, 0) + 2.5 * min(sentence.between(place.first, one.at), 6)
        crossed = sum(
            1 for q in sentence.quantities
            if q is not one.quantity and min(place.first, one.at) < q.first < max(place.first, one.at)
        )  # fmt: skip
        # a partner named after the next figure belongs to that figure
        divided = sentence.between(place.first, one.at)
        cost += (1.0 * crossed) if before_it else (2.0 + 4.0 * crossed + (4.0 if divided else 0.0))
        if place.kind == "adjective":
            cost += 2.0
        led = sentence.low[place.last : one.quantity.lead]
        if before_it and len(led) <= 3 and led and led[0] in ("–", "—", "-", ":"):
            cost = 0.05  # «Кыргызстан – 92 тыс. тонн и РФ – 453,4 тыс.»
        words = sentence.low[one.last : place.first]
        if not before_it and len(words) <= 4 and words and _BESIDE.issuperset(words):
            cost = 0.1  # «два – с Узбекистаном», «32 тыс. тонн в Китай»
        elif not before_it and (")" in words or any(w in (",", ";") for w in words[-3:])):
            cost += 5.0  # «(… до 73 тыс. тонн), в Азербайджан»: the next item of a list
        scored.append((cost, place))
    if scored:
        best = min(scored, key=lambda item: item[0])[1]
        codes = _coordinated(sentence, best)
        one.note(
            f"partner {';'.join(codes)} from «{sentence.mentions.tokens.surface(best.first, best.last)}»"
        )
        return codes
    for other in reversed(before):
        if other.partner:
            return other.partner
    if _is_total(sentence, one):
        one.note("the whole of the trade: no one partner")
        return ()
    if reach.corridor and one.indicator in ("transit", "freight", "other", "export"):
        one.note("a corridor's figure: no one partner")
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


def of_border(sentence: Sentence, place: Place) -> bool:
    """Whether a place names a border: a checkpoint, «на кыргызской границе», «узбекский участок»."""
    if place.kind == "checkpoint":
        words = sentence.low[max(sentence.first, place.first - 8) : place.first]
        return any(word.startswith(("пункт", "пост", "кпп", "переход", "границ")) for word in words)
    after = sentence.low[place.last : place.last + 2]
    return place.kind == "adjective" and any(
        w.startswith(("границ", "участ", "направлен")) for w in after
    )


def speaks_of_pair(sentence: Sentence) -> bool:
    """Whether a sentence is about two countries named before: «взаимный», «двух стран», «стороны»."""
    low = sentence.low
    return any(
        low[i].startswith(_PAIR)
        or low[i] in _PAIRED
        or (low[i] in _BETWEEN and sentence.word_before(i) == "между")
        for i in range(sentence.first, sentence.last)
    )


def _is_total(sentence: Sentence, one: Draft) -> bool:
    """Whether a figure is of the whole trade: «Всего же импорт …», «всего Казахстан экспортировал …»."""
    if one.indicator not in _TOTALS or speaks_of_pair(sentence):
        return False
    words = sentence.low[sentence.first : one.at]
    whole = any(words[i : i + 2] == ["в", "целом"] for i in range(len(words)))
    if whole and not any(p.kind == "country" and foreign(p) for p in sentence.places):
        return True
    if (
        words[:1] == ["всего"]
        and words[1:2]
        and words[1] in ("же", "за", "в", "с", "по", "импорт", "экспорт")
    ):
        return not any(place.kind == "region" for place in sentence.places)
    return "всего" in words and bool(_WHOLE & set(words))


def is_third_pair(one: Draft) -> bool:
    """Whether a figure is of two other countries: «товарооборот Узбекистана с Кыргызстаном».

    Two foreign countries beside a word of trade, joined by «и» or «с», and Kazakhstan nowhere in
    the sentence.
    """
    if one.indicator not in ("turnover", "export", "import"):
        return False
    sentence, low = one.sentence, one.sentence.low
    if any(HOME in place.codes for place in sentence.places) or speaks_of_pair(sentence):
        return False
    named = [p for p in sentence.places if p.kind == "country" and foreign(p) and p.first < one.at]
    for left, right in zip(named, named[1:], strict=False):
        joint = low[left.last : right.first]
        before = sentence.word_before(left.first)
        if joint == ["с"] or joint == ["со"]:
            return True
        if joint == ["и"] and (before == "между" or before.startswith(("товарооборот", "торговл"))):
            return True
    return False


def foreign_trader(sentences: Sequence[Sentence]) -> str | None:
    """The country whose own trade a report is about: «Торговля Узбекистана со странами …».

    Read from the first sentences: a word of trade, then a foreign country in the genitive, and no
    Kazakhstan beside it.
    """
    for sentence in sentences[:3]:
        for hit in sentence.indicators:
            if hit.entry.value != "turnover":
                continue
            place = next(
                (p for p in sentence.places if p.first == hit.last and p.kind == "country"), None
            )
            if place is None or len(foreign(place)) != 1:
                continue
            after = sentence.low[place.last : place.last + 2]
            if (
                after[:1]
                and after[0] in ("с", "со")
                and not any(HOME in p.codes for p in sentence.places)
            ):
                return foreign(place)[0]
    return None


def is_partner(sentence: Sentence, place: Place) -> bool:
    """Whether a place names a partner by itself: a country, or a bloc as its members."""
    return place.kind == "country" or (place.kind == "bloc" and _is_member_list(sentence, place))


def _coordinated(sentence: Sentence, best: Place) -> tuple[str, ...]:
    """A list of partners: «с Китаем, Узбекистаном и Туркменистаном»."""
    places = [
        p
        for p in sentence.places
        if p.kind in ("country", "bloc") and (foreign(p) or HOME in p.codes)
    ]
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
            if (
                words
                and len(words) <= 3
                and all(w in (",", "и", "с", "со", "в", "во", "а", "также") for w in words)
                and ("и" in words or "," in words)
            ):
                chain.append(places[at + step])
                at += step
            else:
                break
    codes = {code for place in chain for code in foreign(place)}
    return tuple(sorted(codes))


def subject_region(sentence: Sentence) -> str | None:
    """A region that the sentences after may be about («аким Туркестанской области отчитался»)."""
    regions = [
        p for p in sentence.places if p.kind == "region" and p.codes in ((HOME,), ("RUS",), ())
    ]
    low = sentence.low
    for place in regions:
        beside = (sentence.word_before(place.first), *low[place.last : place.last + 1])
        if not {"–", "—", "-"} & set(beside):  # «нефтепровод Атырау – Самара» is a way
            return place.name
    return None


def region_of(one: Draft, recent: str | None) -> str | None:
    """The sub-national region that a figure is about, or None.

    ``recent`` is the region of which the paragraph spoke before, or to which it pointed («в
    области», «его региона»); None where it did neither.
    """
    sentence, low = one.sentence, one.sentence.low
    best: tuple[float, Place] | None = None
    for place in sentence.places:
        if place.kind != "region":
            continue
        before_it = place.first < one.at
        divided = sentence.between(place.first, one.at)
        if not before_it and divided > 0:
            continue
        office = any(
            word.startswith(_OFFICES)
            for word in low[max(sentence.first, place.first - 2) : place.first]
        )
        if office and place.codes != (HOME,) and divided:
            continue
        gap = one.at - place.last if before_it else place.first - one.last
        cost = 0.3 * max(gap, 0) + 2.0 * divided + (0 if before_it else 1.0)
        if best is None or cost < best[0]:
            best = (cost, place)
    if best is not None and best[0] < 16:
        return best[1].name
    if recent is not None:
        one.note("region of the text before")
    return recent


def points_there(sentence: Sentence) -> bool:
    """Whether a sentence points to a region named before: «в области», «его региона»."""
    return any(sentence.low[i].startswith(_THERE) for i in range(sentence.first, sentence.last))


def assign_reporter(one: Draft) -> None:
    """Turn a figure round where it is the other country's: its statistics, its export.

    «по данным китайской таможни», «киргизский экспорт в Казахстан», «импорт Таджикистана из Казахстана».
    """
    if one.rejected or len(one.partner) != 1 or one.reporter != HOME:
        return
    sentence, low = one.sentence, one.sentence.low
    code = one.partner[0]
    if any(
        low[i] == "по" and low[i + 1].startswith("казахстанск")
        for i in range(max(sentence.first, one.at - 4), one.at)
    ):
        return  # «по российским данным, до 500, по казахстанским – 200–250»
    on_home = any(
        p.codes == (HOME,)
        and sentence.word_before(p.first) == "на"
        and low[p.last : p.last + 1] not in (["и"], [","])
        for p in sentence.places
    )
    if one.measure == "share_pct" and on_home and any(code in p.codes for p in sentence.places):
        one.reporter, one.partner = code, (HOME,)
        one.note("Kazakhstan's share in the other country's trade")
        return
    if any(cue.entry.kind == "mirror" for cue in sentence.cues) or _by_data_of(sentence, code):
        one.reporter, one.partner = code, (HOME,)
        one.note("the other country's statistics")
        return
    if one.indicator not in ("export", "import"):
        return
    for hit in sentence.indicators:
        word = low[hit.first]
        into_home = any(
            other.codes == (HOME,)
            and hit.last <= other.first <= hit.last + 1
            and low[other.first - 1] in ("в", "во")
            for other in sentence.places
        )
        named = any(code in p.codes and p.first < hit.first for p in sentence.places)
        if (
            hit.first < one.at
            and into_home
            and named
            and word.startswith(("поставк", "экспорт", "вывоз"))
        ):
            if one.indicator == "export":
                one.reporter, one.partner = code, (HOME,)
                one.note("the other country's deliveries to Kazakhstan")
                return
    for place in sentence.places:
        if place.kind != "adjective" or code not in place.codes or place.first > one.at:
            continue
        following = low[place.last : place.last + 3]
        flow = next(
            (w for w in following if w.startswith(("экспорт", "импорт", "вывоз", "ввоз"))), ""
        )
        if flow and (flow.startswith(("экспорт", "вывоз")) == (one.indicator == "export")):
            home_after = any(
                other.codes == (HOME,) and place.last <= other.first <= place.last + 5
                for other in sentence.places
            )
            if home_after:
                one.reporter, one.partner = code, (HOME,)
                one.note("the other country's own flow")
                return


def _by_data_of(sentence: Sentence, code: str) -> bool:
    """«по данным китайской таможни», «по узбекским данным», «узбекская статистика»."""
    low = sentence.low
    for place in sentence.places:
        if code not in place.codes or place.kind not in ("adjective", "country"):
            continue
        before = low[max(sentence.first, place.first - 3) : place.first]
        after = low[place.last : place.last + 2]
        if (
            any(word in ("данным", "подсчетам", "оценке", "сведениям") for word in before)
            and "по" in before
            and (
                any(
                    word.startswith(("таможн", "статист", "стороны", "бюро", "комитет", "минист"))
                    for word in after
                )
                or place.kind == "country"
            )
        ):
            return True
        if before[-1:] == ["по"] and any(
            word in ("данным", "подсчетам", "сведениям") for word in after[:1]
        ):
            return True
    return False
