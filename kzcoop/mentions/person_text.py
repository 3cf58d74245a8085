"""What the rules for persons share: the text around a token, and the record they fill."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from kzcoop.language.names import Name, nominative_name
from kzcoop.language.record import Record
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.role import read_heads

HOME = "KAZ"
_first = attrgetter("first")
_GIVEN = frozenset({"checkpoint", "region"})  # places that may have a given name


@dataclass(slots=True)
class Person(Record):
    """A person at tokens [first, last).

    ``name`` is in the nominative, as full as the document gives it; ``role`` the office in the
    nominative or None, ``kinds`` what offices it is; ``country`` ISO 3166 alpha-3 or None. ``by``
    tells how the text refers: name, surname, initials or role. The office's words are tokens
    [role_first, role_last), empty where there is none; ``former`` is set for «тогдашний премьер».
    ``cases`` are the cases that the mention may stand in (letters of ``language.names.ALL``).
    """

    first: int
    last: int
    name: str
    role: str | None
    kinds: tuple[str, ...]
    country: str | None
    by: str
    cases: str = "ngdail"
    former: bool = False
    role_first: int = 0
    role_last: int = 0

    @property
    def span(self) -> tuple[int, int]:
        """The tokens of name and office together."""
        first, last, begin, end = self.first, self.last, self.role_first, self.role_last
        if end <= begin:
            return first, last
        return begin if begin < first else first, end if end > last else last


def persons_in(persons: Sequence[Person], first: int, last: int) -> Sequence[Person]:
    """Return the persons, of a list in order, whose names begin at tokens [first, last)."""
    if not persons:
        return persons
    left = bisect_left(persons, first, key=_first)
    return persons[left : bisect_left(persons, last, left, key=_first)]


class PersonText:
    """One document as the rules for persons see it."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions, self.tokens = mentions, mentions.tokens
        self.low, self.clean = self.tokens.low, self.tokens.clean
        self.start, self.end = self.tokens.start, self.tokens.end
        self.heads = {head.first: head for head in read_heads(self.tokens, mentions.hits["roles"])}
        self.head_at = {i for head in self.heads.values() for i in range(head.first, head.last)}
        self.place_at = {i: p for p in mentions.places for i in range(p.first, p.last)}
        self.speech = mentions.hits["speech"]
        self.sources = {
            i for hit in mentions.hits["sources"].values() for i in range(hit.first, hit.last)
        }
        # tokens that are of no name: of offices, organisations and places; but «Абай Кунанбаев»
        self.barred = self.head_at | self.sources
        for place in mentions.places:
            if place.kind not in _GIVEN or place.last - place.first > 1:
                self.barred.update(range(place.first, place.last))
        self.taken: set[int] = set()  # tokens of names already read

    def surface(self, index: int) -> str:
        """A token as printed, cleaned."""
        return self.clean[self.start[index] : self.end[index]]

    def quoted(self, first: int, last: int) -> bool:
        """Whether tokens stand alone in guillemets: «Нур Жолы» is no person."""
        before = self.low[first - 1] if first else ""
        after = self.low[last] if last < len(self.low) else ""
        return before in ("«", '"') and after in ("»", '"')

    def opens(self, index: int) -> bool:
        """Whether a token opens its sentence, where any word has a capital."""
        bound = self.tokens.bounds[self.tokens.sentence[index]][0]
        return index - bound < 4 and all(not word[0].isalnum() for word in self.low[bound:index])

    def beside_speech(self, first: int, last: int) -> bool:
        """Whether a verb of saying stands right before or after tokens."""
        return first - 1 in self.speech or last in self.speech

    def hint(self, first: int) -> str:
        """The case that the context asks for: n after a verb of saying and at the start."""
        before = self.speech.get(first - 1)
        says = before is not None and before.entry.kind == "say"
        return "n" if says or self.opens(first) else ""

    def guess(self, first: int, words: tuple[str, ...]) -> Name:
        """A name in the nominative by its own words and the place where it stands."""
        return nominative_name(words, self.hint(first))
