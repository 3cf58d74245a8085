"""Characters, tokens and sentences, with every position as it was received.

Cleaning never changes a text's length: a tag or an entity becomes one meaningful character and
filler, a Latin «o» inside a Cyrillic word becomes a Cyrillic one. So a span found in the clean
text is the span in the text as received.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

FILLER = "\x01"
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u3000\x00\ufeff\r\t"), " ")
_DASHES = {ord("\u2011"): "-", ord("\u2010"): "-", ord("\u2012"): "–", ord("\u2015"): "—"}
_QUOTES = dict.fromkeys(map(ord, "“„‟”″"), '"')
_CHARS = _SPACES | _DASHES | _QUOTES | {0xAD: FILLER, 0x200B: FILLER, 0x200D: FILLER}
# Latin letters that pass for Cyrillic ones: «экспoрт», «тoнн», «Kазахстан»
_LOOKALIKE = str.maketrans("aceopxyiABCEHKMOPTXYI", "асеорхуіАВСЕНКМОРТХУІ")
_LOOKALIKES = frozenset("aceopxyiABCEHKMOPTXYI")
_LATIN = re.compile(r"[A-Za-z]+")
_MARKUP = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]{0,2000}>|&(?:#\d{1,6}|#x[0-9A-Fa-f]{1,5}|[A-Za-z]{2,8});", re.S)
_BREAKING = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|th|table|section|article)\b", re.I)

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""
    (?P<date>\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d{{2}})(?!\d))
    |(?P<time>(?<!\d)[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d))
    |(?P<num>\d{{1,3}}(?:\ {FILLER}*\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*)
    |(?P<word>{_LETTER}+(?:{FILLER}*[-]?{FILLER}*{_LETTER}+)*)
    |(?P<punct>[^\s{FILLER}])
    """,
    re.X,
)
_GLUED = re.compile(r"(?<=[а-яё])(?=[А-ЯЁ])")
# Full stops that do not end a sentence: «млрд.», «долл. США», «г.», «т.д.», initials.
_ABBREVIATIONS = frozenset(
    "млрд млн тыс трлн долл руб проц тг г гг в вв им ул см т д е п др пр стр с рис тел доб н э обл р о".split()
)
_SOFT = frozenset("млрд млн тыс трлн долл руб проц тг г гг т".split())
# «январь-апрель» is a range, «торгово-экономический» one word
_MONTH_RANGE = re.compile(
    r"(?:январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,3}-"
    r"(?:январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,3}$"
)
_OPENERS = frozenset('«"–—-(•')


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text as parallel lists.

    ``low`` holds each token folded (lower case, «ё» as «е»), ``start`` and ``end`` its characters
    in the text as received, ``kind`` one of n (number), d (date), t (time of day), w (word), p
    (punctuation),
    ``sentence`` the number of its sentence; ``bounds`` gives each sentence's tokens [first, last).
    """

    text: str
    clean: str
    low: list[str]
    start: list[int]
    end: list[int]
    kind: list[str]
    sentence: list[int]
    bounds: list[tuple[int, int]]
    paragraph: list[int]

    def surface(self, first: int, last: int) -> str:
        """The text as received from token ``first`` up to token ``last``, exclusive."""
        return self.text[self.start[first] : self.end[last - 1]]

    def span(self, sentence: int) -> tuple[int, int]:
        """The characters [start, end) of a sentence."""
        first, last = self.bounds[sentence]
        return self.start[first], self.end[last - 1]


def clean(text: str) -> str:
    """Return the text with markup, odd spaces and look-alike letters resolved, at the same length.

    >>> clean("17,6&nbsp;млрд").replace(FILLER, "_")
    '17,6 _____млрд'
    >>> clean("экспoрт") == "экспорт"
    True
    """
    out = text.translate(_CHARS)
    if "<" in out or "&" in out:
        out = _MARKUP.sub(_resolve, out)
    if _LATIN.search(out):
        out = _LATIN.sub(_cyrillic(out), out)
    return out


def _resolve(match: re.Match[str]) -> str:
    """One character of meaning and filler for a tag or an entity."""
    found = match[0]
    if found.startswith("<"):
        return ("\n" if _BREAKING.match(found) else " ") + FILLER * (len(found) - 1)
    char = html.unescape(found)
    if len(char) != 1:
        return found
    char = char.translate(_CHARS)
    # an opening mark stands before its word, so the filler goes in front of it
    if char in "«„(":
        return FILLER * (len(found) - 1) + char
    return char + FILLER * (len(found) - 1)


def _cyrillic(whole: str) -> Callable[[re.Match[str]], str]:
    """A replacement that turns Latin look-alikes inside a Cyrillic word into Cyrillic letters."""

    def replace(match: re.Match[str]) -> str:
        before = whole[match.start() - 1] if match.start() else " "
        after = whole[match.end()] if match.end() < len(whole) else " "
        if not ("\u0400" <= before <= "\u04ff" or "\u0400" <= after <= "\u04ff"):
            return match[0]
        if not _LOOKALIKES.issuperset(match[0]):
            return match[0]
        return match[0].translate(_LOOKALIKE)

    return replace


def tokenize(text: str) -> Tokens:
    """Return the tokens and sentences of a text.

    >>> tokens = tokenize("Экспорт вырос на 34%. Импорт упал.")
    >>> tokens.low[:4], len(tokens.bounds)
    (['экспорт', 'вырос', 'на', '34'], 2)
    """
    cleaned = clean(text)
    lowered = cleaned.lower()
    if len(lowered) != len(cleaned):  # «İ» grows when lowered
        lowered = "".join(char if len(char.lower()) != 1 else char.lower() for char in cleaned)
    lowered = lowered.replace("ё", "е")
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    kind: list[str] = []
    breaks: set[int] = set()
    for match in _TOKEN.finditer(cleaned):
        name = match.lastgroup or "p"
        first, last = match.span()
        if name == "word":
            word = lowered[first:last]
            surface = cleaned[first:last]
            if not surface[1:].islower() and not surface.isupper() and surface[0].islower():
                # «долларовПо»: a heading glued to the text that follows
                pieces = [0, *(m.start() for m in _GLUED.finditer(surface)), last - first]
                for left, right in zip(pieces, pieces[1:], strict=False):
                    if left:
                        breaks.add(len(low))
                    low.append(word[left:right])
                    start.append(first + left)
                    end.append(first + right)
                    kind.append("w")
                continue
            if "-" in word and _MONTH_RANGE.match(word):
                middle = word.index("-")
                for left, right, sort in (
                    (0, middle, "w"), (middle, middle + 1, "p"), (middle + 1, len(word), "w")
                ):  # fmt: skip
                    low.append(word[left:right])
                    start.append(first + left)
                    end.append(first + right)
                    kind.append(sort)
                continue
            low.append(word.replace(FILLER, "") if FILLER in word else word)
        else:
            low.append(lowered[first:last])
        start.append(first)
        end.append(last)
        kind.append(name[0])
    sentence, bounds, paragraph = _sentences(cleaned, low, start, end, kind, breaks)
    return Tokens(text, cleaned, low, start, end, kind, sentence, bounds, paragraph)


def _sentences(
    cleaned: str,
    low: list[str],
    start: list[int],
    end: list[int],
    kind: list[str],
    breaks: set[int],
) -> tuple[list[int], list[tuple[int, int]], list[int]]:
    """Sentence number of each token, token bounds of each sentence, paragraph of each sentence."""
    sentence: list[int] = []
    bounds: list[tuple[int, int]] = []
    paragraph: list[int] = []
    first = line = 0
    for index in range(len(low)):
        if index > first:
            gap = cleaned[end[index - 1] : start[index]]
            newline = "\n" in gap
            if newline or index in breaks or _ends(cleaned, low, start, end, kind, index, first):
                bounds.append((first, index))
                paragraph.append(line)
                first = index
            if newline:
                line += 1
        sentence.append(len(bounds))
    if low:
        bounds.append((first, len(low)))
        paragraph.append(line)
    return sentence, bounds, paragraph


def _ends(
    cleaned: str,
    low: list[str],
    start: list[int],
    end: list[int],
    kind: list[str],
    index: int,
    first: int,
) -> bool:
    """Whether a sentence ends before token ``index`` (same line)."""
    last = index - 1
    mark = low[last]
    if mark in "»\")" and last > first:  # «… взять.» Следующее
        mark = low[last - 1]
        last -= 1
    if mark not in ".!?…":
        return False
    head = cleaned[start[index]]
    if not (head.isupper() or head.isdigit() or head in _OPENERS):
        return False
    if head in "–—-" and index + 1 < len(low) and mark != ".":
        return False  # «…?» – спросил он
    if mark != ".":
        return True
    before = low[last - 1] if last > first else ""
    if kind[last - 1] == "w" and len(before) == 1 and cleaned[start[last - 1]].isupper():
        return False  # an initial
    if head.isdigit() and kind[last - 1] == "n" and start[index] == end[last]:
        return False
    if before in _ABBREVIATIONS:
        if before not in _SOFT or low[index] == "сша" or head in _OPENERS or head.isdigit():
            return False
        return head.isupper() and last - first > 5
    return start[index] > end[last] or head.isupper()
