"""With whom, where and who reports: partner, region and reporter of a figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kzcoop.claims.draft import Draft
from kzcoop.claims.sentence import Sentence
from kzcoop.mentions.place import Place

HOME = "KAZ"
_GROUPS = frozenset({"EU", "CIS", "SCO", "OTS", "ARAB", "CASP", "WORLD"})
_SELF = ("казахстан", "республик", "стран")


def foreign(place: Place) -> tuple[str, ...]:
    """The partner codes that a place stands for; none for Kazakhstan itself."""
    if place.kind == "initiative":
        return ()
    return tuple(code for code in place.codes if code != HOME and code not in _GROUPS)


def headline_partner(sentences: Sequence[Sentence], title: Sequence[Place]) -> tuple[str, ...]:
    """The partner a report is about: from its title, first sentences and all it names."""
    counts: Counter[str] = Counter()
    for place in title:
        for code in foreign(place):
            if place.kind in ("country", "adjective", "region", "checkpoint"):
                counts[code] += 6
    for sentence in sentences:
        early = 3 if sentence.number < 3 else 1
        for place in sentence.places:
            if place.kind in ("country", "adjective", "region", "checkpoint"):
                for code in foreign(place):
                    counts[code] += early
    if not counts:
        return ()
    ranked = counts.most_common(2)
    if len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]:
        return () if ranked[0][1] == ranked[1][1] else (ranked[0][0],)
    return (ranked[0][0],)


def partner_of(
    one: Draft, before: Sequence[Draft], recent: tuple[str, ...], headline: tuple[str, ...]
) -> tuple[str, ...]:
    """The partner of a figure.

    Parameters
    ----------
    one
        The draft.
    before
        The drafts of the same sentence before it.
    recent
        The partner of the paragraph so far.
    headline
        The partner that the report is about.
    """
    sentence = one.sentence
    scored: list[tuple[float, Place]] = []
    for place in sentence.places:
        codes = foreign(place)
        if not codes:
            continue
        before_it = place.first < one.at
        gap = one.at - place.last if before_it else place.first - one.last
        cost = 0.5 * max(gap, 0) + 3.0 * min(sentence.between(place.first, one.at), 6)
        cost += 0 if before_it else 2.5
        crossed = sum(
            1 for q in sentence.quantities
            if q is not one.quantity and min(place.first, one.at) < q.first < max(place.first, one.at)
        )  # fmt: skip
        cost += 3.0 * crossed if not before_it else 1.0 * crossed
        if place.kind == "adjective":
            cost += 2.0
        if place.kind == "bloc":
            cost += 0.5
        scored.append((cost, place))
    if scored:
        best = min(scored, key=lambda item: item[0])[1]
        codes = _coordinated(sentence, best)
        one.note(f"partner {';'.join(codes)} from «{sentence.mentions.tokens.surface(best.first, best.last)}»")
        return codes
    for other in reversed(before):
        if other.partner:
            return other.partner
    if recent:
        one.note("partner of the paragraph")
        return recent
    if headline:
        one.note("partner of the report")
    return headline


def _coordinated(sentence: Sentence, best: Place) -> tuple[str, ...]:
    """A list of partners: «с Китаем, Узбекистаном и Туркменистаном»."""
    places = [p for p in sentence.places if foreign(p) and p.kind in ("country", "bloc")]
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
            if words and all(w in (",", "и", "с", "в", "во", "а", "также") for w in words) and len(words) <= 3 and (
                "и" in words or "," in words
            ):
                chain.append(places[at + step])
                at += step
            else:
                break
    codes = {code for place in chain for code in foreign(place)}
    return tuple(sorted(codes))


def region_of(one: Draft, recent: str | None) -> str | None:
    """The sub-national region that a figure is about, or None."""
    best: tuple[float, Place] | None = None
    for place in one.sentence.places:
        if place.kind != "region":
            continue
        before_it = place.first < one.at
        gap = one.at - place.last if before_it else place.first - one.last
        cost = 0.3 * max(gap, 0) + 2.0 * one.sentence.between(place.first, one.at)
        if best is None or cost < best[0]:
            best = (cost, place)
    if best is not None and best[0] < 16:
        return best[1].name
    return recent
