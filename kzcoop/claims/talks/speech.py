"""Who is said to say something: verbs of saying and «по данным» with the person or body meant.

«отметил Серик Жумангарин»             the person after the verb
«Смаилов отметил, что …»               the person before it
«уверяют в Комитете госдоходов»        the body
«По его словам»                        the last one who spoke
«рассказывает экспедитор из Алматы»    as printed
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.talks.meant import ministry_meant, person_meant
from kzcoop.language.record import Record
from kzcoop.language.stems import Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.person import Person

_HE = frozenset("он она".split())
_HIS = frozenset("его ее".split())
_SIDES = frozenset(
    "стороны собеседники участники эксперты многие чиновники журналисты лидеры президенты".split()
)
_STAFF = frozenset(
    "аналитики эксперты специалисты представители сотрудники сотрудник сотрудница".split()
)
_STOPS = frozenset('.,;:!?…–—«»"()')
_INSIDE = frozenset({"в", "во"})
_CONTENT = frozenset({"что", "о", "об"})
_ASIDE = frozenset("журналистам корреспонденту чиновникам на встрече по итогам переговоров".split())
_BACK = 18  # tokens between a verb and a subject before it
# tokens that may stand between a verb and its subject: «объяснил корреспонденту сотрудник»
_SKIP = 5
_LONGEST = 7  # words of a speaker without a name, as printed
_OUTLETS = (
    "сайт", "корреспондент", "портал", "издание", "агентств", "телеграм", "telegram", "газет",
    "журнал",
)  # fmt: skip
_DATA = Words("данным", "сведениям", "подсчетам", "оценкам", "источникам")
_BY_ADJECTIVE = re.compile(rf"по ([а-я-]+(?:ским|ним|ным)) (?:{'|'.join(sorted(_DATA))})$")


@dataclass(slots=True)
class Saying(Record):
    """One attribution at tokens [first, last) of its sentence.

    ``speaker`` is None where it names nobody in particular («отметили стороны»). ``after`` tells
    that it closes what was said («…», – отметил X), ``named`` that a person with a name speaks,
    ``carries`` that the sentences after may go on with it; ``word`` is the row of the table.
    """

    first: int
    last: int
    speaker: str | None
    after: bool
    named: bool
    kind: str
    carries: bool = True
    word: str = ""


class SayingReader:
    """Finds the attributions of one document, in order, and remembers who spoke last."""

    def __init__(self, mentions: Mentions, persons: Sequence[Person]) -> None:
        self.mentions = mentions
        self.tokens, self.low = mentions.tokens, mentions.tokens.low
        self.clause = mentions.clause
        self.persons = persons
        spans = [person.span for person in persons]
        self.starts = {first: person for (first, _), person in zip(spans, persons, strict=True)}
        self.ends = {last: person for (_, last), person in zip(spans, persons, strict=True)}
        self.sources: dict[int, Hit] = {}
        for hit in mentions.hits["sources"].values():
            for index in range(hit.first, hit.last):
                self.sources[index] = hit
        self.speech = sorted(mentions.hits["speech"].values(), key=lambda hit: hit.first)
        self.at = 0
        self.last_speaker: str | None = None
        self.last_at = -1
        self.last_body: str | None = None

    def read(self, sentence: Sentence) -> list[Saying]:
        """Return the attributions of the next sentence; sentences must come in order."""
        found: list[Saying] = []
        speech, total, last = self.speech, len(self.speech), sentence.last
        while self.at < total and speech[self.at].first < last:
            hit = speech[self.at]
            self.at += 1
            if hit.first < sentence.first or hit.entry.kind == "outlet":
                continue
            saying = (
                self._say(hit, sentence) if hit.entry.kind == "say" else self._by(hit, sentence)
            )
            if saying is not None:
                saying.word = hit.entry.id
                found.append(saying)
        if sentence.holds(_DATA):
            found += self._by_adjective(sentence)
        return self._heard(found, sentence.last) if found else found

    def _heard(self, found: Sequence[Saying], last: int) -> list[Saying]:
        """Attributions in order, and who speaks in them remembered."""
        named = min((saying.first for saying in found if saying.named), default=last)
        # «по словам Патрушева, вложения, по данным банка, …»: the bank is part of what he says
        found = [s for s in found if s.named or s.kind != "by" or s.first < named]
        for saying in found:
            if saying.speaker is not None and (saying.named or saying.after):
                self.last_speaker, self.last_at = saying.speaker, saying.last
        return sorted(found, key=lambda saying: saying.first)

    # -- «по словам», «по данным» -------------------------------------------------------------

    def _by(self, hit: Hit, sentence: Sentence) -> Saying | None:
        words = self.low[hit.first : hit.last]
        if any(word in _HIS for word in words) and hit.entry.id == "words":
            return Saying(hit.first, hit.last, self._he(hit.first), False, True, "by")
        for index in range(hit.last, min(hit.last + _SKIP, sentence.last)):
            person = self.starts.get(index)
            if person is not None:
                return self._person(hit.first, person.span[1], person, False)._replace(kind="by")
            source = self.sources.get(index)
            if source is not None:
                return self._body(hit.first, source, self._closes(hit), hit.entry.kind)
            if self.low[index] in _STOPS and self.low[index] not in '«»"':
                break
        return None

    def _by_adjective(self, sentence: Sentence) -> list[Saying]:
        """«по узбекским данным»: the statistics of a country."""
        found: list[Saying] = []
        for index in range(sentence.first, sentence.last - 2):
            if self.low[index] != "по":
                continue
            words = self.low[index : index + 3]
            if found and words[2] in ("–", "—") and words[1].endswith("ским"):
                # «по российским данным – 500, по казахстанским – 200»
                words = [*words[:2], "данным"]
            match = _BY_ADJECTIVE.match(" ".join(words))
            if match is not None and index not in self.sources:
                name = f"{match[1][:-1]}е данные"
                found.append(Saying(index, index + 3, name, False, False, "by", False))
        return found

    # -- verbs ------------------------------------------------------------------------------

    def _say(self, hit: Hit, sentence: Sentence) -> Saying | None:
        return (
            self._subject_after(hit, sentence)
            or self._subject_before(hit, sentence)
            or self._printed(hit, sentence)
        )

    def _subject_after(self, hit: Hit, sentence: Sentence) -> Saying | None:
        """«сообщил вице-премьер», «отметил он», «уверяют в Комитете госдоходов»."""
        after = self._closes(hit)
        for index in range(hit.last, min(hit.last + _SKIP, sentence.last)):
            word = self.low[index]
            person = self.starts.get(index)
            if person is not None and "n" in person.cases:
                return self._person(hit.first, person.span[1], person, after)
            if word in _HE and index == hit.last:
                return Saying(hit.first, index + 1, self._he(hit.first), after, True, "say")
            source = self.sources.get(index)
            if word in _SIDES and index + 1 not in self.sources:
                return Saying(hit.first, index + 1, None, after, False, "say")
            if source is not None and (
                index == hit.last
                or self.low[index - 1] == "«"
                or self.low[index - 1] in _STAFF
                or not _INSIDE.isdisjoint(self.low[max(hit.last, index - 3) : index])
            ):
                return self._body(hit.first, source, after, "say")
            if (word in _STOPS and word not in "«»") or (index > hit.last and word in _CONTENT):
                return None
        return None

    def _subject_before(self, hit: Hit, sentence: Sentence) -> Saying | None:
        """«Смаилов отметил, что …», «В Минэнерго не исключают», «КТЖ предлагает»."""
        earlier = {other.first for other in self.speech[max(0, self.at - 3) : self.at - 1]}
        for index in range(hit.first, max(sentence.first, hit.first - _BACK), -1):
            person, source = self.ends.get(index), self.sources.get(index - 1)
            word = self.low[index - 1]
            told = person is not None or source is not None or word in _HE or word in _SIDES
            if told and self._same_clause(index - 1, hit.first):
                if person is not None and "n" in person.cases:
                    return self._person(person.span[0], hit.last, person, False)
                if word in _HE:
                    return Saying(index - 1, hit.last, self._he(index - 1), False, True, "say")
                if word in _SIDES:
                    return Saying(index - 1, hit.last, None, False, False, "say")
                if source is not None and self._acts(source, sentence, hit.first - index < 2):
                    return self._body(source.first, source, False, "say")
            if index - 1 in earlier and index != hit.first:
                return None
        return None

    def _acts(self, source: Hit, sentence: Sentence, beside: bool) -> bool:
        """Whether a body before a verb is its subject: «В Минэнерго не исключают», «КТЖ …»."""
        if beside or source.first == sentence.first:
            return True
        before = self.low[source.first - 1]
        if before == "«" and source.first - 1 > sentence.first:
            before = self.low[source.first - 2]
            return before in _INSIDE
        return before in _INSIDE or before in (",", "–", "а", "и", "но")

    def _printed(self, hit: Hit, sentence: Sentence) -> Saying | None:
        """«рассказывает экспедитор из Алматы»: a speaker without a name, after direct speech."""
        if self.low[hit.first - 1] not in ("–", "—", "-") or not hit.first:
            return None
        if hit.entry.id == "add" and self.last_speaker is not None:
            return Saying(hit.first, hit.last, self.last_speaker, True, True, "say")
        end = hit.last
        while end < sentence.last and self.low[end] not in _STOPS and end - hit.last < _LONGEST:
            end += 1
        heads = self.mentions.hits["roles"]
        begin = next((i for i in range(hit.last, end) if i in heads), hit.last)
        words = self.low[begin:end]
        while words and words[0] in _ASIDE:
            words = words[1:]
        if not words or words[0].startswith(_OUTLETS) or words[0] in _CONTENT | _INSIDE:
            return None
        surface = self.tokens.clean[self.tokens.start[end - len(words)] : self.tokens.end[end - 1]]
        return Saying(hit.first, end, " ".join(surface.split()), True, False, "say", False)

    def _person(self, first: int, last: int, person: Person, after: bool) -> Saying:
        return Saying(first, last, person.name, after, True, "say", not person.former)

    # -- parts ------------------------------------------------------------------------------

    def _body(self, first: int, source: Hit, after: bool, kind: str) -> Saying:
        if source.entry.kind == "press":
            # «пресс-служба АО «НК «КТЖ»»: whose press office it is
            for index in range(source.last, min(source.last + 6, len(self.low))):
                owner = self.sources.get(index)
                if owner is not None and owner.entry.kind not in ("press", "anaphor"):
                    source = owner
                    break
        name: str | None = source.entry.value or None
        if source.entry.kind == "anaphor":
            name = self.last_body or ministry_meant(self.persons, first)
        elif name is not None:
            self.last_body = name
        return Saying(min(first, source.first), source.last, name, after, False, kind)

    def _he(self, index: int) -> str | None:
        return person_meant(self.persons, self.tokens, index, self.last_at, self.last_speaker)

    def _closes(self, hit: Hit) -> bool:
        """Whether a verb follows what was said: «…», – отметил; «…, сообщил X»."""
        before = self.low[hit.first - 1] if hit.first else ""
        return before in ("–", "—", "-", ",", "»", '"')

    def _same_clause(self, index: int, other: int) -> bool:
        allowed = 1
        if self.low[other - 1] == ",":
            # «Мади Такиев, министр финансов, сообщил», «…, который принял гостя, сообщил»
            relative = any(word.startswith("котор") for word in self.low[index + 1 : index + 5])
            allowed = 3 if relative else 2
        return abs(self.clause[index] - self.clause[other]) <= allowed
