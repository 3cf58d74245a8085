"""What a text says about the exactness of a figure: «свыше», «почти», «порядка», «не более».

A hedge stands before its figure, past small words («превысил рекордную отметку в $24 млрд»), or
after it («30% и более»). It is never guessed from the figure.
"""

from __future__ import annotations

from collections.abc import Mapping

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit

_BOUNDARY = frozenset('.,;:!?»«()"')
# «превысил совокупные 24 млрд»: adjectives stand between a hedge and its figure
ADJECTIVE_ENDINGS = (
    "ых", "их", "ого", "его", "ым", "им", "ыми", "ими", "ый", "ий", "ое", "ее", "ая", "яя", "ую",
    "юю", "ой", "ей", "ые", "ие", "ому", "ему", "ном", "щем", "ском", "вом",
)  # fmt: skip
_COMPARISONS = frozenset({"больше", "меньше", "выше", "ниже"})
_NEARLY = ["без", "малого"]
_TURNED = {"ниже": "over", "выше": "upto"}
# verbs of going down or up that «не» denies
_MOVES = ("опуска", "опусти", "пада", "поднима", "подня", "просед", "сниж", "снизи", "упа")
# verbs of reaching, which «почти» and «едва не» say was not done
_REACHES = (
    "добир", "добра", "дойд", "дойт", "дораст", "дорос", "достиг", "доход", "дош", "дотян", "дотяг",
    "набира", "набра", "хвати",
)  # fmt: skip
_GIVES = frozenset({"дал", "дала", "дали", "дало", "принес", "принесла", "принесли", "принесло"})
_BARELY = frozenset({"едва", "еле", "трудом"})  # «едва дотягивал до миллиарда»
_FARTHEST = 4  # small words between a hedge and its figure
_SYMBOLS = frozenset({"sign", "code"})


_SUCH = frozenset("данного же прежнего такого того упрощенного ускоренного этого".split())


class HedgeReader:
    """Finds the hedges of figures in one text."""

    def __init__(
        self,
        tokens: Tokens,
        units: Mapping[int, Hit],
        hedges: Mapping[int, Hit],
        hedge_ends: Mapping[int, Hit],
    ) -> None:
        self.low, self.kind, self.sentence = tokens.low, tokens.kind, tokens.sentence
        self.units, self.hedges, self.ends = units, hedges, hedge_ends

    def after(self, at: int, end: int) -> Hit | None:
        """The hedge that begins at a token after a figure: «с лишним», «и более».

        ``end`` is where the sentence ends.
        """
        hit = self.hedges.get(at)
        if hit is not None and self.low[at : at + 2] == _NEARLY and hit.last < end:
            # «15 тыс. без малого рабочих мест», not «15, без малого 20 тонн»
            return hit if self.kind[hit.last] == "w" and hit.last == at + 2 else None
        if hit is None or hit.entry.kind != "post" or hit.last > end:
            return None
        if self.low[at] == "и" and hit.last < end:
            symbol = self.units.get(hit.last)
            if self.kind[hit.last] == "n" or (symbol and symbol.entry.kind in _SYMBOLS):
                return None  # «$558 млн и более $351 млн»: the hedge of the next figure
        return hit

    def before(self, first: int, kind: str, done: int) -> tuple[str, int]:
        """The qualifier of a figure and where its hedge begins, else "exact" and ``first``.

        Parameters
        ----------
        first
            First token of the figure, with its sign or preposition.
        kind
            Kind of the quantity.
        done
            The token after the figure before, which no hedge may reach across.
        """
        low, at, skipped, adjectives = self.low, first, 0, 0
        sentence = self.sentence[first]
        while at > done and self.sentence[at - 1] == sentence and skipped < _FARTHEST:
            hit = self.ends.get(at)
            if hit is None:
                word = low[at - 1]
                symbol = self.units.get(at - 1)
                if symbol is not None and symbol.entry.kind in _SYMBOLS:
                    at -= 1
                elif (
                    adjectives < 2
                    and self.kind[at - 1] == "w"
                    and word.endswith(ADJECTIVE_ENDINGS)
                    and word not in _BOUNDARY
                ):
                    at, skipped, adjectives = at - 1, skipped + 1, adjectives + 1
                else:
                    reached = word in _GIVES or word.startswith(_REACHES)
                    return ("under" if reached and self._nearly(at, done) else "exact"), first
                continue
            if hit.first < done and hit.entry.kind != "filler":
                break
            if hit.entry.kind == "filler":
                at, skipped = hit.first, skipped + 1
                continue
            if hit.entry.kind == "post":
                inner = self.hedges.get(hit.first + 1)  # «и более $351 млн»
                if inner is None or inner.last != at or inner.entry.kind != "pre":
                    break
                hit = inner
            if not self._hedges(hit, first, kind, done):
                break
            return self._denied(hit) or hit.entry.value, hit.first
        return "exact", first

    def _nearly(self, at: int, done: int) -> bool:
        """«почти достиг 5 млрд», «едва не дошёл до 5 млрд», «не набралось и 5 млн»: not so much.

        The small words between the verb and the figure begin at ``at``.
        """
        low = self.low
        verb = low[at - 1]
        if at - 1 <= done:
            return False
        led = low[max(done, at - 2) : at - 1]
        return led[-1] in ("не", "почти") or (led[-1] in _BARELY and verb.startswith("дотяг"))

    def _denied(self, hit: Hit) -> str | None:
        """«не опускается ниже миллиарда»: over; «не поднимался выше 700 млн»: at the most."""
        other = _TURNED.get(self.low[hit.first])
        led = self.low[max(0, hit.first - _FARTHEST) : hit.first]
        if other is None or "не" not in led or not _BOUNDARY.isdisjoint(led[led.index("не") :]):
            return None
        return other if led[-1].startswith(_MOVES) or led[-1] == "не" else None

    def _hedges(self, hit: Hit, first: int, kind: str, done: int) -> bool:
        low = self.low
        if low[hit.first].startswith("перевал") and kind in ("tonne", "teu"):
            return "за" in low[hit.first + 1 : first]  # «порт перевалил 3,2 млн тонн» of goods
        if low[hit.first] == "порядка" and low[hit.first - 1] in _SUCH:
            return False  # «добивались такого же порядка ещё на двух постах»
        if hit.entry.kind == "verb":
            return not (kind == "percent" and low[first] == "на")  # «превысил на 5%»
        if low[hit.first] in _COMPARISONS and hit.last - hit.first == 1:
            if kind == "ratio" or low[first] == "на" or low[first - 1] == "на":
                return False  # «меньше на 32%», «больше в два раза»
            if hit.first == done and hit.first:
                return False  # «на 31% больше прошлогодних 250 тыс.»
        return True
