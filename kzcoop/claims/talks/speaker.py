"""Who said a figure: direct speech, reported speech, and what goes on in the same paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.talks.speech import Saying, SayingReader
from kzcoop.language.stems import Words
from kzcoop.mentions.person import Person, persons_in

_DASHES = frozenset("–—-")
_OPEN = frozenset('«"')
_COLON = Words(":")
_LONG = 4000  # tokens that direct speech may run over
_TURNS = frozenset("впрочем ранее тогда напомним раньше сейчас".split())
_TURNS2 = frozenset(
    {
        ("между", "тем"), ("для", "сравнения"), ("для", "масштаба"), ("еще", "в"), ("к", "слову"),
        ("есть", "и"), ("кроме", "того"),
    }
)  # fmt: skip
_TELLS = frozenset({"tell", "explain"})
_SUCH = frozenset("такие такую такой такое эти".split())


class Speakers:
    """The speakers of one document, read once.

    Parameters
    ----------
    sentences
        All sentences of the document in order.
    persons
        Its persons, as ``read_persons`` gives them.
    """

    def __init__(self, sentences: Sequence[Sentence], persons: Sequence[Person]) -> None:
        self._sayings: dict[int, list[Saying]] = {}
        self._carried: dict[int, str] = {}
        self._direct: dict[int, list[tuple[int, int, str | None]]] = {}  # by sentence
        if not sentences:
            return
        mentions = sentences[0].mentions
        self._low, self._number = mentions.tokens.low, mentions.tokens.sentence
        self._bounds = mentions.tokens.bounds
        self._persons = persons
        reader = SayingReader(mentions, persons)
        paragraphs: dict[int, list[Sentence]] = {}
        for sentence in sentences:
            sayings = reader.read(sentence)
            if sayings:
                self._sayings[sentence.number] = sayings
            paragraphs.setdefault(mentions.tokens.paragraph[sentence.number], []).append(sentence)
        introduced: str | None = None
        before: list[int] = []
        for members in paragraphs.values():
            self._read_direct(members, introduced)
            before = self._carry(members, before)
            introduced = self._introduces(members[-1])

    def of(self, one: Draft) -> str | None:
        """The speaker of a claim in the making, in the nominative, or None."""
        return self.at(one.at, one.sentence.number)

    def at(self, index: int, sentence: int) -> str | None:
        """The speaker of the words at a token of a sentence, or None."""
        for first, last, speaker in self._direct.get(sentence, ()):
            if first <= index < last:
                return speaker
        sayings = self._sayings.get(sentence)
        if not sayings:
            return self._carried.get(sentence)
        spoken = sayings[0]
        for saying in sayings:
            if saying.first > index:
                break
            spoken = saying
        return spoken.speaker

    # -- direct speech ----------------------------------------------------------------------

    def _read_direct(self, members: Sequence[Sentence], introduced: str | None) -> None:
        """Read direct speech: in guillemets, after a dash, or closed by «, – сказал X»."""
        first, last = members[0].first, members[-1].last
        dashed, opens = self._low[first] in _DASHES, self._low[first] in _OPEN
        closing = [
            saying
            for member in members
            if member.number in self._sayings
            for saying in self._sayings[member.number]
            if saying.after and self._dashed(saying)
        ]
        for saying in closing:
            begin = first if dashed else self._opening(first, saying.first)
            if begin is None and saying is closing[-1] and self._is_last(saying, members[-1]):
                begin = first
            if begin is not None:
                end = self._resumed(saying, last) if dashed or opens else saying.last
                self._speak(begin, end, self._quoted(saying, begin))
        if not closing:
            if introduced is not None and (opens or dashed):
                self._speak(first, last, introduced)
            else:
                self._after_colon(members)

    def _speak(self, first: int, last: int, speaker: str | None) -> None:
        for number in range(self._number[first], self._number[last - 1] + 1):
            self._direct.setdefault(number, []).append((first, last, speaker))

    def _quoted(self, saying: Saying, begin: int) -> str | None:
        """The speaker of direct speech: in «…, отметил X, …», – говорится в сообщении, X."""
        if not saying.named:
            for number in range(self._number[begin], self._number[saying.first] + 1):
                for inner in self._sayings.get(number, ()):
                    if inner.named and begin <= inner.first < saying.first:
                        return inner.speaker
        return saying.speaker

    def _after_colon(self, members: Sequence[Sentence]) -> None:
        """«Ерлан Турысов, заместитель руководителя: «…»», without a verb."""
        first, last = members[0].first, members[-1].last
        colons = [index for member in members if member.holds(_COLON)
                  for index in member.where(_COLON)]  # fmt: skip
        for index in colons:
            if index == last - 1 or self._low[index + 1] not in _OPEN:
                continue
            for person in persons_in(self._persons, max(first, index - 20), index):
                if person.span[1] + 1 >= index and "n" in person.cases:
                    if not self._sayings.get(self._number[index]):
                        self._speak(index, last, person.name)
                    return
            return

    def _dashed(self, saying: Saying) -> bool:
        return saying.first > 0 and self._low[saying.first - 1] in _DASHES

    def _is_last(self, saying: Saying, sentence: Sentence) -> bool:
        return saying.first >= sentence.first and sentence.last - saying.last <= 3

    def _opening(self, first: int, closing: int) -> int | None:
        """The guillemet that opens the speech which ends right before a closing attribution."""
        low, at = self._low, closing - 1
        while at > first and low[at] not in _OPEN and low[at] != "»":
            at -= 1
            if closing - at > 4:
                return None
        first = max(first, at - _LONG)
        if low[at] == '"':
            return next((index for index in range(first, at) if low[index] == '"'), None)
        if low[at] != "»":
            return None
        depth = 0
        for index in range(at, first - 1, -1):
            depth += {"»": 1, "«": -1}.get(low[index], 0)
            if depth == 0:
                return index
        return first if low[first] == "«" else None

    def _resumed(self, saying: Saying, last: int) -> int:
        """Where speech ends that goes on after its attribution: «…, – объясняет X. – …»."""
        at = saying.last
        while at < last and self._low[at] not in ".!?":
            at += 1
        return last if at + 1 < last and self._low[at + 1] in _DASHES else saying.last

    def _introduces(self, sentence: Sentence) -> str | None:
        """Who is named in a line that ends in a colon, before the speech of the next paragraph."""
        if self._low[sentence.last - 1] != ":":
            return None
        sayings = self._sayings.get(sentence.number)
        if sayings:
            return sayings[-1].speaker
        named = [
            person
            for person in persons_in(self._persons, sentence.first, sentence.last)
            if "n" in person.cases
        ]
        return named[-1].name if named else None

    # -- what goes on -----------------------------------------------------------------------

    def _carry(self, members: Sequence[Sentence], before: list[int]) -> list[int]:
        """Sentences around an attribution, in the same paragraph, that belong to what was said.

        ``before`` are those at the end of the paragraph before that nobody said: «Такую оценку дал
        X» speaks of them, and a heading is told by whoever tells the lead. Returns those at the
        end of this paragraph.
        """
        current: str | None = None
        without = before[-1:]
        for sentence in members:
            sayings = self._sayings.get(sentence.number)
            if not sayings:
                if current is not None and self._turns(sentence):
                    current = None
                if current is None:
                    without.append(sentence.number)
                else:
                    self._carried[sentence.number] = current
                continue
            last = sayings[-1]
            if last.speaker is not None and without:
                if self._speaks_of(sentence):
                    self._carried.update(dict.fromkeys(without, last.speaker))
                elif self._looks_back(last):
                    own = [n for n in without if n >= members[0].number or self._is_heading(n)]
                    self._carried.update(dict.fromkeys(own, last.speaker))
            without = []
            current = last.speaker if last.carries else None
        return without

    def _is_heading(self, number: int) -> bool:
        return self._low[self._bounds[number][1] - 1] not in ".!?…"

    def _turns(self, sentence: Sentence) -> bool:
        """Whether a sentence turns to something else: «Для сравнения: …», «Между тем …»."""
        start = self._low[sentence.first : sentence.first + 2]
        return start[0] in _TURNS or tuple(start) in _TURNS2

    def _speaks_of(self, sentence: Sentence) -> bool:
        """Whether a sentence is about the one before: «Такие подсчёты опубликовал X»."""
        start = self._low[sentence.first : sentence.first + 2]
        return start[0] in _SUCH or start == ["об", "этом"]

    def _looks_back(self, saying: Saying) -> bool:
        """Whether an attribution covers its paragraph up to it: «…, сообщает пресс-служба»."""
        return saying.kind in ("from", "ref") or (
            saying.after and not saying.named and saying.word in _TELLS and not self._dashed(saying)
        )
