"""Persons: name in the nominative, office and country.

    «с премьер-министром Узбекистана Абдуллой Ариповым»   Абдулла Арипов, премьер-министр, UZB
    «Смаилов отметил», «О. Бектенов»                      the full name, given elsewhere in the text
    «Нургали Арыстанов, посол Казахстана в Южной Корее»   the office after the name
    «глава региона»                                       whoever holds that office in the text
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kzcoop.language.names import (
    home_names,
    is_eastern,
    is_given,
    is_patronymic,
    is_surname,
    lemmas,
    name_words,
    nominative_name,
)
from kzcoop.lexicon.loader import fold, read_table
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.role import (
    Head,
    is_former,
    kind_of,
    office_start,
    office_text,
    read_heads,
)

HOME = "KAZ"
_REACH = 20  # tokens between an office's first word and the name
_AFTER = 14
_HOME_KINDS = frozenset({"minister", "deputy_minister", "head_of_government", "deputy_head_of_government",
                         "deputy_of_parliament", "head_of_state"})  # fmt: skip
_NATIONAL = _HOME_KINDS | {"regional_head", "deputy", "head"}
# Offices that a report names without the name again: «министр отметил»
_ALONE = _HOME_KINDS | {"regional_head", "ambassador", "secretary", "spokesperson", "head"}
_ENDS_OFFICE = frozenset("с со у к ко о об от для до за между через из под над без и а но что".split())
_MARKS = frozenset(".,;:!?…")
_SAID = ("say", "by")


@dataclass(frozen=True, slots=True)
class Person:
    """A person at tokens [first, last).

    ``name`` is in the nominative, as full as the document gives it; ``role`` the office in the
    nominative or None, ``kinds`` what offices it is; ``country`` ISO 3166 alpha-3 or None. ``by``
    tells how the text refers: name, surname, initials or role. The office's words are tokens
    [role_first, role_last), empty where there is none; ``former`` is set for «тогдашний премьер».
    ``cases`` are the cases that the mention may stand in.
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
        if self.role_last <= self.role_first:
            return self.first, self.last
        return min(self.first, self.role_first), max(self.last, self.role_last)


@dataclass(frozen=True, slots=True)
class Official:
    """A person of ``lexicon/officials.csv``."""

    name: str
    country: str
    kind: str | None


@cache
def officials() -> dict[str, tuple[Official, ...]]:
    """Return the persons known by surname (or whole name, where it is Chinese), folded."""
    found: dict[str, list[Official]] = {}
    for row in read_table("officials"):
        one = Official(row["value"], row["kind"], kind_of(row["role"]))
        for key in {fold(one.name), fold(_family(one.name.split()))}:
            found.setdefault(key, []).append(one)
    return {key: tuple(known) for key, known in found.items()}


def read_persons(mentions: Mentions) -> list[Person]:
    """Return the persons of a document in the order of their mentions.

    Mentions by surname, initials or office alone carry the full name, office and country that
    the document, or the table of officials, gives to the person.
    """
    return _Reader(mentions).read()


def _family(words: Sequence[str]) -> str:
    return words[0] if is_eastern(tuple(words)) else words[-1]


class _Reader:
    """Reads the persons of one document."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions, self.tokens = mentions, mentions.tokens
        self.low = self.tokens.low
        self.heads = {head.first: head for head in read_heads(self.tokens, mentions.hits["roles"])}
        self.head_at = {i: head for head in self.heads.values() for i in range(head.first, head.last)}
        self.place_at = {i: p for p in mentions.places for i in range(p.first, p.last)}
        self.speech = mentions.hits["speech"]
        self.sources = {i for hit in mentions.hits["sources"].values() for i in range(hit.first, hit.last)}
        self.rest: list[tuple[int, int]] = []
        self.taken: set[int] = set()  # tokens of names already read

    def read(self) -> list[Person]:
        found: list[Person] = []
        single: list[tuple[int, int]] = []
        for first, last in self._runs():
            person = self._full(first, last)
            if person is not None:
                found.append(person)
                self.taken.update(range(person.first, person.last))
            else:
                single.append((first, last))
        single += self.rest
        found = [self._role_after(person, found) for person in found]
        found = _share(found)
        by_word = _by_word(found)
        for first, last in single:
            person = self._short(first, last, by_word)
            if person is not None:
                found.append(person)
        found.sort(key=lambda person: person.first)
        return self._with_offices_alone(_share(found))

    # -- candidates -------------------------------------------------------------------------

    def _runs(self) -> list[tuple[int, int]]:
        """Runs of capitalised words that are no places and no offices."""
        tokens, clean = self.tokens, self.tokens.clean
        start, end, kind, sentence = tokens.start, tokens.end, tokens.kind, tokens.sentence
        runs: list[tuple[int, int]] = []
        particles = name_words("particle")
        index, total = 0, len(kind)
        while index < total:
            if kind[index] != "w" or not clean[start[index]].isupper() or not self._may_name(index):
                index += 1
                continue
            first, index = index, index + 1
            while index < total and kind[index] == "w" and sentence[index] == sentence[first]:
                surface = clean[start[index] : end[index]]
                if surface[0].isupper():
                    if not self._may_name(index):
                        break
                elif not (surface in particles and index + 1 < total and clean[start[index + 1]].isupper()):
                    break
                index += 1
            runs.append((first, index))
        return runs

    def _may_name(self, index: int) -> bool:
        word = self.low[index]
        if len(word) > 1 and self.tokens.clean[self.tokens.start[index] : self.tokens.end[index]].isupper():
            return False
        if index in self.head_at or index in self.sources or "\u0400" > word[0]:
            return False
        place = self.place_at.get(index)
        if place is not None and not (
            place.kind in ("region", "checkpoint") and place.last - place.first == 1 and self._named_so(index)
        ):
            return False
        return True

    def _named_so(self, index: int) -> bool:
        """«Абай Кунанбаев» is no region: a given name before a surname."""
        surface = self._surface(index)
        if index + 1 >= len(self.low) or not is_given(surface):
            return False
        following = self._surface(index + 1)
        return following[:1].isupper() and is_surname(following)

    def _surface(self, index: int) -> str:
        return self.tokens.clean[self.tokens.start[index] : self.tokens.end[index]]

    # -- full names -------------------------------------------------------------------------

    def _full(self, first: int, last: int) -> Person | None:
        """A person named with two words or more, or None."""
        words = tuple(self._surface(i) for i in range(first, last))
        if len(words) < 2:
            return None
        stop = name_words("stop")
        given = [i for i, word in enumerate(words) if is_given(word) and (i or fold(word) not in stop)]
        office = self._office_before(first, None)
        cut = 0
        if given and given[0] + 1 < len(words) and not is_eastern(words):
            cut = given[0]
            if cut == 1 and len(words) == 2:
                cut = 0
            elif cut and not (fold(words[0]) in stop or self._opens(first)):
                cut = 0 if len(words) == cut + 1 else cut
        elif not is_eastern(words) and (fold(words[0]) in stop):
            cut = 1
        words, first = words[cut:], first + cut
        if cut:
            office = None if cut else office
        if len(words) < 2 or len(words) > 6:
            return None
        if not self._is_name(first, last, words, office is not None):
            return None
        if len(words) == 2 and not is_given(words[0]) and is_given(words[1]) and is_surname(words[0]):
            words = (words[1], words[0])  # «Токаев Касым-Жомарт»
        return self._person(first, last, words)

    def _is_name(self, first: int, last: int, words: tuple[str, ...], in_office: bool) -> bool:
        if fold(words[0]) in name_words("stop") and not is_eastern(words):
            return False
        if self._quoted(first, last):
            return False
        if fold(" ".join(words)) in officials():
            return True
        if is_given(words[0]) or (len(words) == 3 and is_patronymic(words[2])):
            return in_office or is_surname(words[-1]) or self._beside_speech(first, last) or (
                not self._opens(first) or len(words) > 1
            )
        if in_office:
            return True
        if is_eastern(words):
            return True
        if self._heads_follow(last):
            return True
        if is_surname(words[0]) and is_given(words[1]):
            return True  # «Токаев Касым-Жомарт»
        return is_surname(words[-1]) and not self._opens(first)

    def _quoted(self, first: int, last: int) -> bool:
        """«Нур Жолы»: a name in guillemets of its own is no person's."""
        before = self.low[first - 1] if first else ""
        after = self.low[last] if last < len(self.low) else ""
        return before in ("«", '"') and after in ("»", '"')

    def _opens(self, index: int) -> bool:
        """Whether a token opens its sentence, where any word has a capital."""
        bound = self.tokens.bounds[self.tokens.sentence[index]][0]
        return all(not word[0].isalnum() for word in self.low[bound:index])

    def _beside_speech(self, first: int, last: int) -> bool:
        return first - 1 in self.speech or last in self.speech

    def _heads_follow(self, last: int) -> bool:
        return last + 1 < len(self.low) and self.low[last] == "," and (
            last + 1 in self.heads or last + 2 in self.heads
        )

    def _person(self, first: int, last: int, words: tuple[str, ...]) -> Person:
        hint = "n" if self._stands_as_subject(first) else ""
        if len(words) > 2 and not nominative_name(words, hint).agrees:
            shorter = nominative_name(words[:-1], hint)
            if shorter.agrees and not is_patronymic(words[-1]):
                # «председателя Жозе Мануэля Баррозу Идрисов назвал»: two names side by side
                self.rest.append((last - 1, last))
                last, words = last - 1, words[:-1]
        guess = nominative_name(words, hint)
        office = self._office_before(first, guess.cases)
        if office is None:
            name = guess
            return Person(first, last, _full_name(name.words), None, (), None, "name", name.cases)
        heads, begin = office
        name = nominative_name(words, heads[0].cases)
        if not set(name.cases) & set(heads[0].cases):
            name = guess
        return self._in_office(first, last, _full_name(name.words), "name", name.cases, heads, begin, first)

    def _stands_as_subject(self, first: int) -> bool:
        """Whether the context asks for the nominative: after a verb of saying, or at the start."""
        if self._opens(first):
            return True
        before = first - 1
        return before in self.speech and self.speech[before].entry.kind == "say"

    # -- offices ----------------------------------------------------------------------------

    def _office_before(self, first: int, cases: str | None) -> tuple[list[Head], int] | None:
        """The heads of the office that ends right before a name, outermost first, and its start.

        The nearest head that agrees with the name is its office; one before it in the same case
        belongs to it too («заместителя премьер-министра», «председатель – руководитель»).
        """
        bound = max(self.tokens.bounds[self.tokens.sentence[first]][0], first - _REACH)
        before = self.low[first - 1] if first > bound else ""
        if not before or before in _ENDS_OFFICE or before in _MARKS:
            return None
        found: list[Head] = []
        index = first - 1
        while index >= bound:
            word = self.low[index]
            if word in _MARKS and not (word == "." and len(self.low[index - 1]) <= 2):
                break
            if index in self.speech or index in self.taken:
                break
            head = self.heads.get(index)
            if head is not None:
                found.append(head)
            elif index not in self.head_at and index not in self.place_at and index + 1 < first and (
                index in self.mentions.hits["meetings"] or index in self.mentions.hits["talks"]
            ):  # fmt: skip
                break
            index -= 1
        if not found:
            return None
        if cases is None:
            return found[:1], found[0].first
        agreeing = [i for i, head in enumerate(found) if set(head.cases) & set(cases)]
        at = agreeing[0] if agreeing else len(found) - 1
        chosen = [found[at]]
        while agreeing and at + 1 < len(found) and set(found[at + 1].cases) & set(cases) & set(found[at].cases):
            between = self.low[found[at + 1].last : found[at].first]
            if any(word in _ENDS_OFFICE for word in between):
                break
            at += 1
            chosen.append(found[at])
        chosen.reverse()
        return chosen, office_start(self.tokens, chosen[0])

    def _in_office(
        self, first: int, last: int, name: str, by: str, cases: str,
        heads: Sequence[Head], begin: int, end: int,
    ) -> Person:  # fmt: skip
        kinds = tuple(dict.fromkeys(head.kind for head in heads))
        inner = [h.kind for i, h in self.heads.items() if begin <= i < end]
        if kinds[0] == "deputy":
            kinds = (_deputy(inner),)
        elif kinds[0] == "acting" and inner[1:]:
            kinds = (inner[1],)
        text = office_text(self.tokens, begin, end, self.heads, self.mentions.places)
        return Person(
            first, last, name, text or None, kinds, self._country(begin, end, heads[0], name), by, cases,
            is_former(self.tokens, begin), begin, end,
        )  # fmt: skip

    def _country(self, begin: int, end: int, head: Head, name: str) -> str | None:
        for place in self.mentions.places:
            if begin - 2 <= place.first < begin and place.kind == "adjective" and place.last <= begin:
                return place.codes[0]
            if begin <= place.first < end and place.kind in ("country", "region", "adjective"):
                if head.kind == "ambassador" and self.low[place.first - 1] in ("в", "во", "при"):
                    return HOME  # «посол нашей страны в Сеуле»
                return place.codes[0]
        if head.country:
            return head.country
        known = officials().get(fold(name))
        if known:
            return known[0].country
        if name and head.kind in _NATIONAL and fold(name.split()[0]) not in home_names():
            return self._nearby(begin)
        return None

    def _nearby(self, begin: int) -> str | None:
        """The last foreign country or region that the paragraph names before an office."""
        tokens = self.tokens
        paragraph = tokens.paragraph[tokens.sentence[begin]]
        for place in reversed(self.mentions.places):
            if place.first < begin and place.kind in ("country", "region", "adjective"):
                if tokens.paragraph[tokens.sentence[place.first]] != paragraph:
                    return None
                if place.codes[0] != HOME:
                    return place.codes[0]
        return None

    def _role_after(self, person: Person, others: Sequence[Person]) -> Person:
        """A person with the office that follows the name after a comma."""
        at = person.last
        if person.role is not None or at + 1 >= len(self.low) or self.low[at] not in (",", "(", "–", "—"):
            return person
        begin = at + 1
        while begin < len(self.low) and begin <= at + 3 and begin not in self.heads:
            begin += 1
        head = self.heads.get(begin)
        if head is None or not (set(head.cases) & set(person.cases)):
            return person
        end = begin
        limit = min(self.tokens.bounds[self.tokens.sentence[person.first]][1], begin + _AFTER)
        while end < limit and self.low[end] not in (",", ".", ";", ":", ")", "(", "»", "–", "—"):
            if end in self.speech and end > head.last:
                break
            end += 1
        if any(begin <= other.role_first < end or begin < other.first <= end for other in others):
            return person
        if self.low[at] in ("–", "—") and end < limit and self.low[end] not in (",", ".", ":"):
            return person
        start = office_start(self.tokens, head)
        return self._in_office(person.first, person.last, person.name, person.by, person.cases, [head], start, end)

    # -- short mentions ---------------------------------------------------------------------

    def _short(self, first: int, last: int, by_word: dict[str, list[Person]]) -> Person | None:
        """A mention by surname, given name, or initials and surname."""
        words = [self._surface(i) for i in range(first, last)]
        if self._quoted(first, last):
            return None
        if len(words) > 1:
            if not (fold(words[0]) in name_words("stop") or self._opens(first)):
                return None
            first, words = last - 1, words[-1:]
        if len(words[0]) < 2 or (fold(words[0]) in name_words("stop")):
            return None
        word = words[0]
        known = officials()
        keys = [key for key in lemmas(word) if key in by_word or key in known]
        if not keys and not is_surname(word):
            return None
        initials, begin = self._initials(first)
        if self._quoted(begin, last):
            return None
        if begin and self.low[begin - 1] in ("имени", "им") or self.low[max(0, begin - 2)] == "им":
            return None  # «станция имени Б. Конысбаева»
        candidates = [person for key in keys for person in by_word.get(key, ())]
        cases = nominative_name((word,)).cases
        if initials:
            candidates = [p for p in candidates if fold(p.name).startswith(initials[0])] or candidates
        office = self._office_before(begin, cases)
        if candidates:
            near = [p for p in candidates if p.first < first] or candidates
            if office is not None:
                same = [p for p in near if set(p.kinds) & {head.kind for head in office[0]}]
                near = same or near
            best = near[-1] if near[-1].first < first else near[0]
            base = replace(best, first=begin, last=last, by="initials" if initials else "surname",
                           cases=cases, former=False, role_first=0, role_last=0)  # fmt: skip
            return self._add_office(base, office, begin)
        official = self._official(word, initials, office)
        if official is not None:
            base = Person(begin, last, official.name, None, (), official.country,
                          "initials" if initials else "surname", cases)  # fmt: skip
            return self._add_office(base, office, begin)
        lone = office is not None and is_surname(word) and self.low[begin - 1] not in ("«", '"')
        if word.endswith(("ой", "ая", "ий", "ого")) and last < len(self.low) and self.tokens.kind[last] == "w":
            lone = lone and not self._surface(last).islower()  # «начальник Урумчийской железной дороги»
        if not (lone or (initials and is_surname(word)) or (self._beside_speech(first, last) and is_surname(word)
                                                            and not self._opens(first))):  # fmt: skip
            return None
        hint = office[0][0].cases if office else ("n" if self._stands_as_subject(first) else "")
        name = nominative_name((word,), hint)
        text = f"{initials.upper()} {name.text}" if initials else name.text
        base = Person(begin, last, text, None, (), None, "initials" if initials else "surname", name.cases)
        return self._add_office(base, office, begin)

    def _add_office(self, base: Person, office: tuple[list[Head], int] | None, end: int) -> Person:
        if office is None:
            return base
        heads, begin = office
        own = self._in_office(base.first, base.last, base.name, base.by, base.cases, heads, begin, end)
        longer = base.role if base.role and len(base.role) > len(own.role or "") else own.role
        kinds = tuple(dict.fromkeys((*base.kinds, *own.kinds)))
        return replace(own, role=longer, kinds=kinds, country=base.country or own.country)

    def _initials(self, first: int) -> tuple[str, int]:
        """The initials before a surname («О.А. Бектенов»), folded, and the token they begin at."""
        begin, found = first, ""
        while begin >= 2 and self.low[begin - 1] == "." and len(self.low[begin - 2]) == 1:
            if not self._surface(begin - 2).isupper():
                break
            found = f"{self.low[begin - 2]}.{found}"
            begin -= 2
            if begin >= 1 and self.low[begin - 1] == "-":
                begin -= 1
        return found, begin

    def _official(
        self, word: str, initials: str, office: tuple[list[Head], int] | None
    ) -> Official | None:
        for lemma in lemmas(word):
            known = officials().get(lemma, ())
            known = tuple(one for one in known if fold(one.name) != lemma and not _is_part(one.name, lemma))
            if initials:
                known = tuple(one for one in known if fold(one.name).startswith(initials[0]))
            if len(known) == 1:
                return known[0]
            if len(known) > 1 and office is not None:
                places = self._country(office[1], self.heads[office[0][0].first].last + 6, office[0][0], "")
                fitting = [one for one in known if one.country == places]
                return fitting[0] if len(fitting) == 1 else None
        return None

    # -- offices alone ----------------------------------------------------------------------

    def _with_offices_alone(self, persons: list[Person]) -> list[Person]:
        """Add mentions by office alone: «глава региона», «министр», «премьер-министр РК»."""
        taken = {i for person in persons for i in range(*person.span)}
        named = [person for person in persons if person.kinds]
        alone: list[Person] = []
        for head in self.heads.values():
            if head.first in taken or head.kind not in _ALONE or not head.cases:
                continue
            end = head.last
            while end in self.place_at and self.place_at[end].kind in ("country", "region") or (
                end < len(self.low) and self.low[end] in ("республики", "российской")
            ):
                end += 1
            # what goes on after the head names another office: «министр финансов», «глава МИД»
            country = self._country(head.first, end, head, "")
            fitting = [p for p in named if head.kind in p.kinds and (country is None or p.country in (country, None))]
            if not fitting:
                # «Губернатор области» and one name that has no office of its own: they are one
                lone = {p.name for p in persons if p.role is None and not p.kinds}
                if head.kind != "regional_head" or len(lone) != 1:
                    continue
                fitting = [p for p in persons if p.name in lone]
            best = _meant(head, fitting)
            alone.append(replace(best, first=head.first, last=end, by="role", cases=head.cases, former=False,
                                 role_first=0, role_last=0))  # fmt: skip
        return sorted([*persons, *alone], key=lambda person: person.first)


def _meant(head: Head, fitting: Sequence[Person]) -> Person:
    """Whom an office alone means: the last one named before, at home for «глава государства»."""
    before = [person for person in fitting if person.first < head.first]
    home = [person for person in before or fitting if person.country == HOME]
    if home and (not before or head.nominative == "глава государства"):
        return home[-1] if before else home[0]
    return before[-1] if before else fitting[0]


def _is_part(name: str, lemma: str) -> bool:
    """Whether a lemma is only the family name of a Chinese name («Ма»): too short to know by."""
    words = name.split()
    return is_eastern(tuple(words)) and fold(words[0]) == lemma


def _deputy(inner: Sequence[str]) -> str:
    if "head_of_government" in inner:
        return "deputy_head_of_government"
    return "deputy_minister" if "minister" in inner else "deputy"


def _full_name(words: tuple[str, ...]) -> str:
    """Given name and surname, without a patronymic: «Касым-Жомарт Токаев»."""
    kept = [word for i, word in enumerate(words) if not (0 < i and is_patronymic(word) and len(words) > 2)]
    return " ".join(kept)


def _by_word(persons: Iterable[Person]) -> dict[str, list[Person]]:
    """Persons by the words that may stand for them alone: surname, or a Chinese given name."""
    found: dict[str, list[Person]] = {}
    for person in persons:
        words = person.name.split()
        keys = {fold(words[-1])} | ({fold(words[0])} if len(words) > 1 else set())
        for key in keys:
            if len(key) > 2:
                found.setdefault(key, []).append(person)
    return found


def _share(persons: list[Person]) -> list[Person]:
    """Give every mention of a person the office and country that any mention has."""
    role: dict[str, Person] = {}
    for person in persons:
        known = role.get(person.name)
        if person.role is not None and not person.former and (known is None or known.role is None):
            role[person.name] = person
    shared = []
    for person in persons:
        best = role.get(person.name)
        if person.role is None and best is not None:
            person = replace(person, role=best.role, kinds=best.kinds, country=best.country)
        known = officials().get(fold(person.name))
        if known and not person.kinds and known[0].kind:
            person = replace(person, kinds=(known[0].kind,))
        if person.country is None:
            if known:
                person = replace(person, country=known[0].country)
            elif set(person.kinds) & _HOME_KINDS and fold(person.name.split()[0]) in home_names():
                person = replace(person, country=HOME)
        shared.append(person)
    return shared
