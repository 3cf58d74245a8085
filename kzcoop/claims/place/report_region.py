"""The region that a whole report is about: the oblast or the city whose akim or akimat reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kzcoop.claims.claim import SIDES
from kzcoop.claims.place.partner_place import HOME, PREPOSITIONS
from kzcoop.claims.place.venue import is_venue
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place
from kzcoop.mentions.place_region import oblast_of_word

_LEAD = 2  # sentences in which a report names its oblast, and that speak of it again
_THE_OBLAST = Words("область", "области", "областью", "регион", "региона", "регионе", "регионом")
_ADJECTIVE = ("ая", "ой", "ую", "ие", "их", "ые", "ых")  # «Омской области», «других регионов»
_OPENING = 3  # sentences in which a town may tell the oblast
_PLURAL = ("ие", "их", "ые", "ых")
_OF_OBLAST = Stems("акимат", "области", "область", "областн", "областью", "регион")
_EARLY = 5  # sentences in which a report names whose it is
_NEAR = 2  # tokens between an akim and the name of the city
# cities that are regions of their own
_CITIES = frozenset({"Алматы", "Астана", "Шымкент"})
_AKIM = Stems("аким")
_ACROSS = Words("всей", "республике", "стране", "страны", "республики")
_IN_CITY = Stems("город", "мегаполис")
# what is told of the whole country: «по стране будет пять», «между двумя государствами»
_COUNTRY = Words(
    "государства", "государствами", "государстве", "государств", "республике", "республики",
    "страной", "странами", "стране", "страну", "страны", "республику",
)  # fmt: skip


# who reports of a region abroad
_AUTHORITIES = Stems(
    "ведомств", "власт", "глава", "губернатор", "минсельхоз", "минэконом", "министерств",
    "правительств", "россельхознадзор", "таможн", "управлени",
)  # fmt: skip
# what is told of the two countries: «товарооборот двух стран»
_BESIDE = frozenset({"и", "между"})  # «между Ираном и Казахстаном»
_OF_BOTH = Words("государствами", "двумя", "двух", "обеих", "стран", "странами")
_TWO_SIDED = Stems("двусторонн")
_TRADED = SIDES | {"turnover"}


class Home(NamedTuple):
    """The oblast or the city of Kazakhstan, or the region abroad, that a report is about."""

    oblast: str | None
    city: str | None
    abroad: str | None = None


NOWHERE = Home(None, None)


def home_of(sentences: Sequence[Sentence], title: Mentions | None) -> Home:
    """Return the oblast and the city that a report is about, as far as it tells."""
    oblast, city = _oblast(sentences, title), _city(sentences, title)
    return Home(oblast, city, None if oblast or city else _abroad(sentences, title))


def region_of_report(one: Draft, home: Home, in_city: bool, across: bool = False) -> str | None:
    """Return the region of the report for a figure whose sentence names none, or None.

    ``in_city`` tells whether the paragraph spoke of the city before, ``across`` whether the figure
    before it was of the whole country.
    """
    if home == NOWHERE or _beside_country(one):
        return None
    if across and home.oblast is not None and not one.sentence.begins(_OF_OBLAST):
        return None  # «Казахстан вывез 27 тыс. тонн. Лидирует Иран: за пять месяцев – 9 тыс.»
    if home.abroad is not None:
        return home.abroad if _of_region_abroad(one) else None
    if home.city is not None:
        here = names_city(one.sentence, home.city)
        if here or (in_city and not of_country(one)):
            one.note("the city that reports")
            return home.city
    if home.oblast is not None and not of_country(one):
        one.note("the oblast of the report")
        return home.oblast
    return None


def _oblast(sentences: Sequence[Sentence], title: Mentions | None) -> str | None:
    """Return the oblast that a report is about, or None.

    Its title or its first sentences with an akim name it, and the report no other; or both do.
    """
    titled = _oblasts(title.places) if title is not None else set()
    named = titled | _oblasts(_places(sentences))
    told = any(sentence.begins(_AKIM) for sentence in sentences[:_EARLY])
    if not told and sentences and _of_countries(sentences[0]):
        return None
    told = told or _titled_town(title) == named  # «Костанай: куда уходит мука»
    if len(named) == 1 and (titled or (told and not _opens_abroad(sentences))):
        return named.pop()
    if not named:
        return _by_town(sentences, title)
    if len(named) == 1 and not _opens_abroad(sentences) and _goes_on(sentences, named):
        return named.pop()
    return titled.pop() if len(titled) == 1 and told else None


def _of_countries(sentence: Sentence) -> bool:
    """«По рельсам между Казахстаном и Белоруссией …»: a report that opens on two countries."""
    between = any(
        p.kind == "country" and p.codes == (HOME,) and sentence.word_before(p.first) in _BESIDE
        for p in sentence.homes
    )
    return between and any(p.kind == "country" for p in sentence.abroad)


def _titled_town(title: Mentions | None) -> set[str]:
    """The oblasts of the towns that a title names, where it names no region abroad."""
    if title is None or _regions_abroad(title.places):
        return set()
    return {name for word in title.tokens.low if (name := oblast_of_word(word)) is not None}


def _goes_on(sentences: Sequence[Sentence], named: set[str]) -> bool:
    """«На границе Костанайской области …», then «оборот области», «в регионе»: it stays its own."""
    opened = any(_oblasts(sentence.places) & named for sentence in sentences[:_LEAD])
    return opened and sum(map(_speaks_of_oblast, sentences)) >= _LEAD


def _speaks_of_oblast(sentence: Sentence) -> bool:
    """«товарооборот области с Россией», «в регионе зарегистрировано»: the one that reports."""
    low = sentence.low
    if not sentence.holds(_THE_OBLAST):
        return False
    return any(
        low[i] in _THE_OBLAST and not low[i - 1].endswith(_ADJECTIVE)
        for i in range(sentence.first, sentence.last)
    )


def _opens_abroad(sentences: Sequence[Sentence]) -> bool:
    """Whether the first region that a report names is abroad: «делегация Саратовской области»."""
    regions = (p for s in sentences[:_EARLY] for p in s.places if p.kind == "region")
    first = next(regions, None)
    return first is not None and first.codes != (HOME,)


def _by_town(sentences: Sequence[Sentence], title: Mentions | None) -> str | None:
    """The oblast of «костанайские посты», «в Павлодаре», where «область» goes on to be told."""
    opening = sentences[:_OPENING]
    if not any(_names_oblast(sentence) for sentence in opening):
        return None
    words = [word for s in opening for word in s.low[s.first : s.last]]
    if title is not None and not _regions_abroad(title.places):
        words += title.tokens.low
    told = {name for word in words if (name := oblast_of_word(word)) is not None}
    return told.pop() if len(told) == 1 else None


def _names_oblast(sentence: Sentence) -> bool:
    """«шести постов области», «акимат сообщил»; not «ушла в северные области»."""
    return sentence.begins(_OF_OBLAST) and any(
        sentence.low[i].startswith(_OF_OBLAST) and not sentence.word_before(i).endswith(_PLURAL)
        for i in range(sentence.first, sentence.last)
    )


def _abroad(sentences: Sequence[Sentence], title: Mentions | None) -> str | None:
    """Return the region of another country that reports its trade with Kazakhstan, or None.

    Its title names it, and no oblast of Kazakhstan; or its first sentences with an authority do.
    """
    titled = _regions_abroad(title.places) if title is not None else set()
    if title is not None and _oblasts(title.places):
        return None
    named = _regions_abroad(_places(sentences))
    if titled:  # not «Мука едет в Кабул, сахар – с Кубани», of which the text tells no more
        told = titled <= named or any(sentence.begins(_OF_OBLAST) for sentence in sentences)
        return titled.pop() if len(titled) == 1 and told else None
    opening = sentences[:_EARLY]
    early = {
        name for s in opening[:2]
        for name in _regions_abroad(p for p in s.places if not is_venue(s, p))
    }  # fmt: skip
    told = any(sentence.begins(_AUTHORITIES) for sentence in opening)
    if any(p.kind == "checkpoint" for s in opening[:2] for p in s.places):
        return None  # «через «Хоргос» в Синьцзяне вывезли»: of a post
    return early.pop() if told and len(named) == len(early) == 1 else None


def _of_region_abroad(one: Draft) -> bool:
    """Whether a flow may be the region's: not that of its country, or of two countries."""
    sentence = one.sentence
    if one.indicator not in _TRADED or len(one.partner) != 1:
        return False
    if any(p.kind == "country" and p.codes != (HOME,) for p in sentence.places):
        return False
    if sentence.holds(_OF_BOTH) or sentence.begins(_TWO_SIDED):
        return False
    one.note("the region abroad that reports")
    return True


def _city(sentences: Sequence[Sentence], title: Mentions | None) -> str | None:
    """Return the city with the rank of a region whose akim or akimat reports, or None."""
    texts = [] if title is None else [(title, 0, len(title.tokens.low))]
    texts += [(sentence.mentions, sentence.first, sentence.last) for sentence in sentences[:2]]
    for mentions, first, last in texts:
        low = mentions.tokens.low
        for at, hit in mentions.hits["cities"].items():
            before = low[max(first, at - _NEAR) : at] if first <= at < last else []
            if hit.entry.value in _CITIES and any(word.startswith("аким") for word in before):
                return hit.entry.value
    if title is None or not any(s.begins(_IN_CITY) for s in sentences[:_OPENING]):
        return _hosts(sentences, title)
    # «Шымкент привлечёт 6 трлн тенге», and then «экономика города»; not the capital, which
    # stands for the country
    low, own = title.tokens.low, _CITIES - {"Астана"}
    named = {
        hit.entry.value
        for at, hit in title.hits["cities"].items()
        if not (at and low[at - 1] in PREPOSITIONS)  # «В Алматы обсудили торговлю с Венгрией»
    } & own
    if len(named) == 1 and not _oblasts(_places(sentences)) - named:
        return named.pop()
    return _hosts(sentences, title)


def _hosts(sentences: Sequence[Sentence], title: Mentions | None) -> str | None:
    """«Форум в Шымкенте», and then «аким города»: the city whose akim speaks further on."""
    if title is None:
        return None
    hosts = {hit.entry.value for hit in title.hits["cities"].values()} & (_CITIES - {"Астана"})
    if len(hosts) != 1 or _oblasts(_places(sentences)) - hosts:
        return None
    for sentence in sentences:
        for at in sentence.where(_AKIM) if sentence.begins(_AKIM) else ():
            if sentence.word_at(at + 1) == "города":
                return hosts.pop()
    return None


def names_city(sentence: Sentence, city: str | None) -> bool:
    """Whether a sentence speaks of the city that reports: by name, or as «в городе»."""
    if city is None:
        return False
    return sentence.begins(_IN_CITY) or any(
        hit.entry.value == city for hit in sentence.rows("cities")
    )


def across_country(sentence: Sentence) -> bool:
    """Whether a sentence tells of the whole country: «по стране», «по республике»."""
    if not sentence.holds(_ACROSS):
        return False
    low = sentence.low
    return any(
        low[at] in ("по", "масштабах", "масштабе") and low[at + 1] in _ACROSS
        for at in range(sentence.first, sentence.last - 1)
    )


def of_country(one: Draft) -> bool:
    """Whether a figure is of the whole country: «товарооборот Казахстана», «по стране – пять»."""
    sentence = one.sentence
    if any(place.kind == "country" and place.codes == (HOME,) for place in sentence.places):
        return True
    return sentence.holds(_COUNTRY)


def _beside_country(one: Draft) -> bool:
    """Whether Kazakhstan stands right after a figure: «260 предприятий (в Казахстане – 900)»."""
    before, after = range(one.quantity.lead - 3, one.at), range(one.last, one.last + 2)
    return any(
        place.kind == "country"
        and place.codes == (HOME,)
        and (
            place.first in after
            or (place.first in before and one.sentence.word_at(place.last) in ("–", "—"))
        )
        for place in one.sentence.places
    )


def _places(sentences: Sequence[Sentence]) -> Sequence[Place]:
    """All places of a report."""
    return sentences[0].mentions.places if sentences else ()


def _regions_abroad(places: Iterable[Place]) -> set[str]:
    return {p.name for p in places if p.kind == "region" and HOME not in p.codes and p.name}


def _oblasts(places: Iterable[Place]) -> set[str]:
    return {p.name for p in places if p.kind == "region" and p.codes == (HOME,) and p.name}
