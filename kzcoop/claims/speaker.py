"""Who said a figure: direct speech, reported speech, and what goes on in the same paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.draft import Draft
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.speech import Saying, SayingReader
from kzcoop.mentions.person import Person

_DASHES = frozenset("–—-")
_OPEN = frozenset("«\"")
_TELLS = frozenset({"tell", "explain"})
_TURNS = frozenset("впрочем ранее тогда напомним раньше сейчас".split())
_TURNS2 = frozenset({("между", "тем"), ("для", "сравнения"), ("для", "масштаба"), ("еще", "в"), ("к", "слову"),
                     ("есть", "и"), ("кроме", "того")})  # fmt: skip
_SUCH = frozenset("такие такую такой такое эти".split())


class Speakers:
    """The speakers of one document, read once; ``at`` answers for a token.

    Parameters
    ----------
    sentences
        All sentences of the document in order.
    persons
        Its persons, as ``read_persons`` gives them.
    """

    def __init__(self, sentences: Sequence[Sentence], persons: Sequence[Person]) -> None:
        self._sayings: dict[int, list[Saying]] = {}
        self._carried: dict[int, str | None] = {}
        self._direct: list[tuple[int, int, str | None]] = []
        if not sentences:
            return
        mentions = sentences[0].mentions
        self._low = mentions.tokens.low
        reader = SayingReader(mentions, persons)
        paragraphs: dict[int, list[Sentence]] = {}
        for sentence in sentences:
            sayings = reader.read(sentence)
            if sayings:
                self._sayings[sentence.number] = sayings
            paragraphs.setdefault(mentions.tokens.paragraph[sentence.number], []).append(sentence)
        introduced: str | None = None
        for members in paragraphs.values():
            self._quotes(members, introduced, persons)
            self._carry(members)
            introduced = self._introduces(members[-1], persons)

    def of(self, one: Draft) -> str | None:
        """The speaker of a claim in the making, in the nominative, or None."""
        return self.at(one.at, one.sentence.number)

    def at(self, index: int, sentence: int) -> str | None:
        """The speaker of the words at a token of a sentence, or None."""
        sayings = self._sayings.get(sentence)
        for first, last, speaker in self._direct:
            if first <= index < last:
                return speaker
        if not sayings:
            return self._carried.get(sentence)
        before = [saying for saying in sayings if saying.first <= index]
        return (before[-1] if before else sayings[0]).speaker

    # -- direct speech ----------------------------------------------------------------------

    def _quotes(self, members: Sequence[Sentence], introduced: str | None, persons: Sequence[Person]) -> None:
        """Direct speech of a paragraph: in guillemets, after a dash, or closed by «, – сказал X»."""
        first, last = members[0].first, members[-1].last
        closing = [s for m in members for s in self._sayings.get(m.number, ()) if s.after and self._dashed(s)]
        opens = self._low[first] in _OPEN
        dashed = self._low[first] in _DASHES
        if closing:
            for saying in closing:
                begin = self._opening(first, saying.first) if not dashed else first
                if begin is None:
                    begin = first if saying is closing[-1] and self._is_last(saying, members) else None
                if begin is not None:
                    end = self._resumed(saying, last) if dashed or opens else saying.last
                    # «…, отметил X, …», – говорится в сообщении: X speaks, the message only quotes
                    inner = [
                        s for m in members for s in self._sayings.get(m.number, ())
                        if s.named and begin <= s.first < saying.first
                    ]  # fmt: skip
                    who = inner[0] if inner and not saying.named else saying
                    self._direct.append((begin, end, who.speaker))
        elif introduced is not None and (opens or dashed):
            self._direct.append((first, last, introduced))
        else:
            self._after_colon(members, persons)

    def _after_colon(self, members: Sequence[Sentence], persons: Sequence[Person]) -> None:
        """«Ерлан Турысов, заместитель руководителя: «…»», without a verb."""
        first, last = members[0].first, members[-1].last
        for index in range(first, last - 1):
            if self._low[index] == ":" and self._low[index + 1] in _OPEN:
                named = [p for p in persons if first <= p.first < index <= p.span[1] + 1 and "n" in p.cases]
                if named and not any(index > s.first for m in members for s in self._sayings.get(m.number, ())):
                    self._direct.append((index, last, named[-1].name))
                return

    def _dashed(self, saying: Saying) -> bool:
        return saying.first > 0 and self._low[saying.first - 1] in _DASHES

    def _is_last(self, saying: Saying, members: Sequence[Sentence]) -> bool:
        return saying.first >= members[-1].first and members[-1].last - saying.last <= 3

    def _opening(self, first: int, closing: int) -> int | None:
        """The guillemet that opens the speech which ends right before a closing attribution."""
        at = closing - 1
        while at > first and self._low[at] not in _OPEN and self._low[at] not in "»\"":
            at -= 1
            if closing - at > 4:
                return None
        if self._low[at] == "»":
            depth = 0
            for index in range(at, first - 1, -1):
                if self._low[index] == "»":
                    depth += 1
                elif self._low[index] == "«":
                    depth -= 1
                    if depth == 0:
                        return index
            return first if self._low[first] == "«" else None
        if self._low[at] == '"':
            marks = [index for index in range(first, at) if self._low[index] == '"']
            return marks[0] if marks else None
        return None

    def _resumed(self, saying: Saying, last: int) -> int:
        """Where speech that goes on after its attribution ends: «…», – объясняет X. – Поэтому …»."""
        at = saying.last
        while at < last and self._low[at] not in ".!?":
            at += 1
        if at + 1 < last and self._low[at + 1] in _DASHES:
            return last
        return saying.last

    def _introduces(self, sentence: Sentence, persons: Sequence[Person]) -> str | None:
        """Who is named in a line that ends in a colon, before the speech of the next paragraph."""
        if self._low[sentence.last - 1] != ":":
            return None
        sayings = self._sayings.get(sentence.number)
        if sayings:
            return sayings[-1].speaker
        named = [p for p in persons if sentence.first <= p.first < sentence.last and "n" in p.cases]
        return named[-1].name if named else None

    # -- what goes on -----------------------------------------------------------------------

    def _carry(self, members: Sequence[Sentence]) -> None:
        """Sentences around an attribution, in the same paragraph, that belong to what was said."""
        current: str | None = None
        open_: list[int] = []
        for sentence in members:
            sayings = self._sayings.get(sentence.number)
            if not sayings:
                if current is not None and self._turns(sentence):
                    current = None
                if current is None:
                    open_.append(sentence.number)
                else:
                    self._carried[sentence.number] = current
                continue
            last = sayings[-1]
            if last.speaker is not None and open_ and self._looks_back(last, sentence):
                self._carried.update(dict.fromkeys(open_, last.speaker))
            open_ = []
            current = last.speaker if last.carries else None

    def _turns(self, sentence: Sentence) -> bool:
        """Whether a sentence turns to something else: «Для сравнения: …», «Между тем …»."""
        start = self._low[sentence.first : sentence.first + 3]
        return start[0] in _TURNS or tuple(start[:2]) in _TURNS2

    def _looks_back(self, saying: Saying, sentence: Sentence) -> bool:
        """Whether an attribution also covers the sentences before: «Такие подсчёты опубликовал X»."""
        if self._low[sentence.first] in _SUCH or self._low[sentence.first : sentence.first + 2] == ["об", "этом"]:
            return True
        if saying.kind in ("from", "ref"):
            return True
        return saying.after and not saying.named and saying.word in _TELLS and not self._dashed(saying)


def speaker_of(
    one: Draft, sentence: Sentence, sentences: Sequence[Sentence], persons: Sequence[Person]
) -> str | None:
    """Return who said the figure of a draft, full name in the nominative, or None.

    Reads the whole document; for many drafts of one document make one :class:`Speakers`.
    """
    return Speakers(sentences, persons).at(one.at, sentence.number)
