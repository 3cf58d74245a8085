"""Where sentences end: at marks that no abbreviation explains, and at line feeds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# what a token carries: a line feed after it, a blank line after it, it is a mark
NEWLINE, BLANK_LINE, MARK = 1, 2, 4
# Full stops that do not end a sentence: «млрд.», «долл. США», «г.», «т.д.», initials.
_ABBREVIATIONS = frozenset(
    "авг акад апр в вв г гг ген гл д дек доб дол долл др е ед им каб кв куб мес мин млн млрд н нач"
    " нояб о обл ок окт оф п пр прим проф проц р ред рис руб с св сен сент см ст стр сут т табл"
    " тг тел тн трлн тыс ул факс фев февр ч час чел шт э янв".split()
)
_LONGEST = 160  # tokens of a sentence at the most
# «59,4 тыс. ДФЭ», «2 млрд долл. США»: a unit in capitals opens no sentence
_UNITS = frozenset({"сша", "дфэ", "теu", "teu", "usd", "атс"})
_SOFT = frozenset("млрд млн тыс трлн долл дол руб проц тг г гг т тн чел сут мес ед шт".split())
MARKS = ".!?…"
# what a clause may say before its subject: «По итогам 2022 г. Китай …», «…, а за янв.–май 2023 г.»
_DATED = frozenset(
    "а в за и итог итогам к на но по с со до от же первом первое втором второе третьем третий"
    " четвертом четвёртом одном только лишь уже начале начала конец конца концу".split()
)
_DATES = (
    "янв", "фев", "март", "апр", "мае", "май", "мая", "июн", "июл", "авг", "сен", "окт", "ноя",
    "дек", "квартал", "кв", "полугоди", "мес", "год", "дн", "числ",
)  # fmt: skip
_FIRMS = frozenset({"co", "corp", "inc", "ltd"})
_OPENERS = frozenset('«"–—-(•<[')
# words that no sentence ends with
_OPEN = frozenset("в во до за из к ко на о об от по с со у и или".split())
_NARROW, _WIDE = 40, 140  # characters: the width of lines that a program has wrapped
_BROKEN = 3  # lines that break off in mid-sentence, from which on a text is one of short lines


class Sentences:
    """Divides tokens into sentences: ``number`` by token, ``bounds`` and ``line`` by sentence."""

    def __init__(
        self, cleaned: str, low: list[str], start: list[int], end: list[int], kind: list[str]
    ) -> None:
        self.cleaned, self.low, self.start, self.end, self.kind = cleaned, low, start, end, kind
        self.number: list[int] = []
        self.bounds: list[tuple[int, int]] = []
        self.line: list[int] = []
        self.width: int | None = None
        self.broken = False

    def divide(self, marked: list[int], flag: Sequence[int], breaks: set[int]) -> None:
        """Set the sentences, looking only where a mark or a line feed stands."""
        total, first, line = len(self.low), 0, 0
        candidates: set[int] = set(breaks)
        for index in marked:
            candidates.add(index + 1)
            if flag[index] & MARK and index + 1 < total and self.low[index + 1] in ("»", '"', ")"):
                candidates.add(index + 2)
        for index in sorted(candidates):
            if index >= total or index <= first:
                continue
            while index - first > _LONGEST:  # a megabyte in one line: no verb governs that far
                self._close(first, first + _LONGEST, line)
                first += _LONGEST
            newline = flag[index - 1] & (NEWLINE | BLANK_LINE)
            if newline and not (newline == NEWLINE and self._wraps(index)):
                ends, step = True, 1
            else:
                ends, step = index in breaks or self._ends(index, first), 0
            if ends:
                self._close(first, index, line)
                first = index
            line += step
        while total - first > _LONGEST:
            self._close(first, first + _LONGEST, line)
            first += _LONGEST
        self._close(first, total, line)

    def _close(self, first: int, last: int, line: int) -> None:
        self.number += [len(self.bounds)] * (last - first)
        self.bounds.append((first, last))
        self.line.append(line)

    def _wraps(self, index: int) -> bool:
        """Whether a sentence goes on in the next line: «товарооборот превысил / 24 млрд».

        Only in a text whose lines are wrapped at one width, so that the next word had no room
        left, or where most lines break off.
        """
        head = self.cleaned[self.start[index]]
        last = self.low[index - 1]
        if last in _OPEN:
            return True  # «увеличить мощность станции с / сегодняшних 300 тысяч»
        if not (head.islower() or head.isdigit()) or last in ".!?:;…":
            return False
        if self.width is None:
            lines = [line for line in self.cleaned.split("\n") if line.strip()]
            self.width = max(map(len, lines))
            broken = sum(
                left.rstrip()[-1] not in ".!?:;…" and right.lstrip()[:1].islower()
                for left, right in pairwise(lines)
            )
            self.broken = broken >= _BROKEN and 2 * broken > len(lines)
        if self.broken and self.width <= _WIDE:
            return True
        if not _NARROW <= self.width <= _WIDE:
            return False
        begin = self.cleaned.rfind("\n", 0, self.end[index - 1]) + 1
        word = self.cleaned[self.start[index] : self.start[index] + self.width].split()[0]
        return self.end[index - 1] - begin + 1 + len(word) > self.width

    def _ends(self, index: int, first: int) -> bool:
        """Whether a sentence ends before token ``index`` (same line)."""
        low, kind, start, end = self.low, self.kind, self.start, self.end
        last = index - 1
        mark = low[last]
        if mark in ("»", '"', ")") and last > first:  # «… взять.» Следующее
            last -= 1
            mark = low[last]
        if mark not in MARKS:
            return False
        head = self.cleaned[start[index]]
        if not (head.isupper() or head.isdigit() or head in _OPENERS):
            return False
        if head in "–—-" and index + 1 < len(low) and mark != ".":
            return False  # «…?» – спросил он
        if mark != ".":
            return True
        before = low[last - 1] if last > first else ""
        if kind[last - 1] == "w" and len(before) == 1 and self.cleaned[start[last - 1]].isupper():
            return False  # an initial
        if start[index] == end[last] and before.isascii() and low[index].isascii():
            return False  # «сообщает News.Az», the name of a site
        if before in _FIRMS and low[index].isascii():
            return False  # «с китайской компанией Longyuan Co. Ltd»
        glued = start[index] == end[last]
        if head.isdigit() and kind[last - 1] == "n" and glued:
            return False
        if glued and before.isascii() and before.isalpha() and low[index].isascii():
            return False  # «сообщает Day.Az»
        if before in _ABBREVIATIONS:
            if before not in _SOFT or low[index] in _UNITS or head in _OPENERS or head.isdigit():
                return False
            town = before == "г" and kind[last - 2] != "n"  # «в г. Алматы»
            if not head.isupper() or last - first <= 1 or town:
                return False
            return before not in ("г", "гг") or not self._opens_with_date(first, last - 1)
        return start[index] > end[last] or head.isupper()

    def _opens_with_date(self, first: int, last: int) -> bool:
        """Whether the clause before token ``last`` has nothing but a date: its subject follows.

        «Как сообщили в союзе, в 2022 г. Казахстан продал 1,4 млн тонн»
        """
        low, kind = self.low, self.kind
        at = last - 1
        while at >= first and low[at] not in (",", ";", ":", "(", "»"):
            if not (
                kind[at] in "nd"
                or low[at] in _DATED
                or low[at] in ".–—-/"
                or low[at].startswith(_DATES)
            ):
                return False
            at -= 1
        return last - 1 - at > 1
