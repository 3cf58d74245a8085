"""What stands around a quantity: its sentence with cues, indicators, places and periods."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from kzcoop.language.stems import Either, Stems, Words, marks, together
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.period import Period
from kzcoop.mentions.place_text import HOME, Place
from kzcoop.mentions.quantity import Quantity

_PAST = re.compile(r"[а-я]{2,}(?:л|ла|ло|ли)(?:ся|сь)?$")
_INFINITIVE = re.compile(r"[а-я]{2,}(?:ть|ти|чь)(?:ся|сь)?$")
_FUTURE = re.compile(r"[а-я]{3,}(?:[чш]ат|ит|ят|ет|ут)(?:ся)?$")
_PRESENT = re.compile(r"[а-я]{2,}(?:[аяуюи]ет|[аяую]ют|[аяую]ет|ст[еу]т|жит|дит)(?:ся)?$")
_WILL_GROW = re.compile(r"(?:воз|вы|под)раст[еу]т$")  # where «растет» is the present
_NOUN = re.compile(
    r"[а-я]{3,}(?:ени[еяюий]|ением|ению|ост|оста|осту|остом|ание|ания|анию|анием|ации|ацию)$"
)


_ASKED = ("задач", "ориентир", "цел")
_WHOLLY = ("целая", "целик", "целое", "целом", "целую", "целый")  # «– А 2024 год целиком?»
_REMEMBERED = 50_000
_HEDGED = 2  # tokens from «перевалила за» to the number
_NONE: frozenset[str] = frozenset()
# empty words behind the last: a text may break off at any word that a rule looks past
_BEYOND = ("",) * 6
_HOME = (HOME,)
_NOWHERE: tuple[tuple[Place, ...], ...] = ((), (), (), ())


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence: its tokens [first, last) and the mentions inside; never changed.

    ``low`` are the folded tokens of the document and a few empty ones behind, ``marked`` the groups
    of words that each is in, ``words`` those of which the sentence holds one, ``kinds`` what its
    cues are. Of its places ``homes`` are Kazakhstan itself, ``abroad`` those that a partner can be
    meant by, ``posts`` the checkpoints, ``corridors`` the corridors.
    """

    number: int
    first: int
    last: int
    mentions: Mentions
    quantities: tuple[Quantity, ...]
    periods: tuple[Period, ...]
    places: tuple[Place, ...]
    indicators: tuple[Hit, ...]
    cues: tuple[Hit, ...]
    kinds: frozenset[str]
    low: list[str]
    marked: list[int]
    words: int
    homes: tuple[Place, ...]
    abroad: tuple[Place, ...]
    posts: tuple[Place, ...]
    corridors: tuple[Place, ...]

    def begins(self, stems: Stems | Either) -> bool:
        """Whether a word of the sentence begins with one of the stems."""
        return self.words & stems.bit != 0

    def holds(self, words: Words) -> bool:
        """Whether one of the words stands in the sentence."""
        return self.words & words.bit != 0

    def where(self, group: Stems | Words) -> list[int]:
        """The tokens of the sentence that are in a group of words."""
        first, last = self.first, self.last
        return list(compress(range(first, last), map(group.bit.__and__, self.marked[first:last])))

    def rows(self, table: str) -> list[Hit]:
        """The rows of a word table that stand in the sentence, in order."""
        hits = self.mentions.hits[table]
        return _within(hits, self.first, self.last) if hits else []

    def clause(self, index: int) -> int:
        """Clause number of a token."""
        return self.mentions.clause[index if index < self.last else self.last - 1]

    def between(self, left: int, right: int) -> int:
        """Number of clause boundaries between two tokens."""
        clause, last = self.mentions.clause, self.last
        return abs(
            clause[left if left < last else last - 1] - clause[right if right < last else last - 1]
        )

    def has(self, *kinds: str) -> bool:
        """Whether the sentence holds a cue of one of the kinds."""
        return not self.kinds.isdisjoint(kinds)

    def near(
        self, quantity: Quantity, *kinds: str, reach: int = 99, clauses: int = 99
    ) -> Hit | None:
        """The nearest cue of some kinds, those before the quantity first at equal distance."""
        if self.kinds.isdisjoint(kinds):
            return None
        best: tuple[float, Hit] | None = None
        for cue in self.cues:
            if cue.entry.kind not in kinds:
                continue
            if self.is_hedge(cue):
                continue  # «больше 80%», «Больше половины – у Китая (22%)»
            before = cue.last <= quantity.number_first
            gap = quantity.first - cue.last if before else cue.first - quantity.last
            gap = max(gap, 0)
            divided = self.between(cue.first, quantity.number_first)
            if gap > reach or divided > clauses:
                continue
            cost = gap + 3 * divided + (0 if before else 1.5)
            if best is None or cost < best[0]:
                best = (cost, cue)
        return best[1] if best else None

    def is_hedge(self, cue: Hit) -> bool:
        """Whether a cue is the hedge of a figure: «больше 80%»."""
        for quantity in self.quantities:
            if quantity.lead <= cue.first and cue.last <= quantity.first:
                return True
        return False

    def part(self, first: int, last: int) -> Sentence:
        """A clause of the sentence, tokens [first, last), with what stands in it.

        The words of its indicators and the kinds of its cues stay those of the whole.
        """
        places = tuple([p for p in self.places if first <= p.first < last])
        return Sentence(
            self.number, first, last, self.mentions,
            tuple([q for q in self.quantities if first <= q.lead < last]),
            tuple([p for p in self.periods if first <= p.first < last]),
            places, self.indicators,
            tuple([c for c in self.cues if first <= c.first < last]),
            self.kinds, self.low, self.marked, together(self.marked[first:last]),
            *_parted(places),
        )  # fmt: skip

    def word_at(self, index: int) -> str:
        """The token at ``index``, or an empty string where the text ends before it.

        A text may break off anywhere: «сократился на 29,4% в».
        """
        low = self.low
        return low[index] if index < len(low) else ""

    def word_before(self, index: int) -> str:
        """The token before ``index`` in this sentence, or an empty string."""
        return self.low[index - 1] if index > self.first else ""


def _within(hits: dict[int, Hit], first: int, last: int) -> list[Hit]:
    """The rows of a table that begin at tokens [first, last), in order."""
    if len(hits) < last - first:
        return [hit for index, hit in hits.items() if first <= index < last]
    return [hits[index] for index in range(first, last) if index in hits]


def _parted(places: Sequence[Place]) -> tuple[tuple[Place, ...], ...]:
    """Of some places those that are home, abroad, posts and corridors."""
    homes, abroad, posts, corridors = [], [], [], []
    for place in places:
        if place.codes == _HOME:
            homes.append(place)
        elif place.abroad:
            abroad.append(place)
        if place.kind == "checkpoint":
            posts.append(place)
        elif place.kind == "corridor":
            corridors.append(place)
    return tuple(homes), tuple(abroad), tuple(posts), tuple(corridors)


def answers_goal(sentence: Sentence) -> bool:
    """Whether a sentence answers a question after a goal: «– Какую цель вам поставили? – …»."""
    if not sentence.number:
        return False
    first, last = sentence.mentions.tokens.bounds[sentence.number - 1]
    words = sentence.low[first:last]
    return words[-1:] == ["?"] and any(
        word.startswith(_ASKED) and not word.startswith(_WHOLLY) for word in words
    )


def split(mentions: Mentions) -> list[Sentence]:
    """Return the sentences of a document with their mentions."""
    hits, number, low = mentions.hits, mentions.tokens.sentence, mentions.tokens.low
    quantities: dict[int, list[Quantity]] = defaultdict(list)
    for quantity in mentions.quantities:
        quantities[number[quantity.number_first]].append(quantity)
    periods: dict[int, list[Period]] = defaultdict(list)
    for period in mentions.periods:
        periods[number[period.first]].append(period)
    places: dict[int, list[Place]] = defaultdict(list)
    for place in mentions.places:
        places[number[place.first]].append(place)
    indicators: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits["indicators"].values():
        # «получил» names a flow only with where it comes from: claims/flow/arrivals.py
        if hit.entry.kind == "arrival" or _exceeds(low, hit, quantities):
            continue
        indicators[number[hit.first]].append(hit)
    cues: dict[int, list[Hit]] = defaultdict(list)
    for hit in (*hits["cues"].values(), *hits["modality"].values()):
        cues[number[hit.first]].append(hit)
    marked = marks(low)
    low = [*low, *_BEYOND]
    found: list[Sentence] = []
    for n, (first, last) in enumerate(mentions.tokens.bounds):
        here, told = places.get(n, ()), cues.get(n, ())
        found.append(
            Sentence(
                n,
                first,
                last,
                mentions,
                tuple(quantities.get(n, ())),
                tuple(periods.get(n, ())),
                tuple(here),
                tuple(indicators.get(n, ())),
                tuple(told),
                frozenset([cue.entry.kind for cue in told]) if told else _NONE,
                low,
                marked,
                together(marked[first:last]),
                *(_parted(here) if here else _NOWHERE),
            )
        )  # fmt: skip
    return found


def _exceeds(low: list[str], hit: Hit, quantities: dict[int, list[Quantity]]) -> bool:
    """«Торговля перевалила за 6 млрд»: no freight; not «перевалили за год 2 млн тонн»."""
    if not low[hit.first].startswith("перевалил") or low[hit.last : hit.last + 1] != ["за"]:
        return False
    return any(q.lead - 1 <= hit.last < q.number_first <= hit.last + _HEDGED
               for told in quantities.values() for q in told)  # fmt: skip


@lru_cache(maxsize=_REMEMBERED)
def tense(word: str) -> str:
    """Return past, future, infinitive, noun or other for a word of growth or reaching.

    >>> tense("вырос"), tense("увеличить"), tense("увеличению"), tense("поднимут")
    ('past', 'infinitive', 'noun', 'future')
    >>> tense("возрастет"), tense("возрастает")
    ('future', 'other')
    >>> tense("составляет"), tense("растет")
    ('other', 'other')
    """
    if word in ("вырос", "возрос", "подрос") or (_PAST.match(word) and not _NOUN.match(word)):
        return "past"
    if _INFINITIVE.match(word):
        return "infinitive"
    if _WILL_GROW.match(word) or (_FUTURE.match(word) and not _PRESENT.match(word)):
        return "future"
    if _NOUN.match(word) or word.startswith(("рост", "прирост", "наращ", "доведени", "расширени")):
        return "noun"
    return "other"
