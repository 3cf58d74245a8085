"""Tokens, sentences and paragraphs, with every position as it was received."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, compress
from operator import add

from kzcoop.language.cleaning import FILLER, GLUE, clean
from kzcoop.language.sentences import BLANK_LINE, MARK, MARKS, NEWLINE, Sentences
from kzcoop.lexicon.loader import fold, read_table

__all__ = ["FILLER", "Tokens", "clean", "tokenize"]

_GAP = " \n" + FILLER
# after cleaning, a blank and a line feed are the only white space
_PHONE = (
    r"\+\d{1,3}[ -]?\(?\d{3,4}\)?[ -]?\d{2,3}[ -]?\d{2}[ -]?\d{2}(?!\d)"
    r"|8[ -]?\(?\d{3,4}\)?[ -]?\d{2,3}[ -]?\d{2}[ -]?\d{2}(?!\d)"
    r"|\(\d{3,5}\) ?\d{2,3}-\d{2}(?:-\d{2})?(?!\d)|\d{2,3}-\d{2}-\d{2}(?![\d-])"
)
_DATE = r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?![\d])"
_TIME = (
    r"[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d)|\d{4}-\d{2}-\d{2}(?:T[\d:.]{2,12}Z?)?(?!\d)"
    r"|\d{1,2}/\d{1,2}/(?:19|20)\d{2}(?!\d)"
)
_KIND = re.compile(f"(?P<c>{_PHONE})|(?P<d>{_DATE})|(?P<t>{_TIME})")
_LINK = (
    r"(?:https?://|www\.)[^ \n\x01«»<>()\"]{2,2000}"
    r"|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,64}\.[A-Za-z]{2,8}"
)
# «долларовПо»: a heading glued to the text that follows
_GLUED = re.compile(r"(?<=[а-яё]{3})(?=[А-ЯЁ])")
_GLUED_NAME = re.compile(
    r"(?<=[а-яё]{3})(?=(?:В|Об?|С|К|И|А|У)$)|(?<=[а-яёА-ЯЁ]{3})(?=(?:По|На|За|Об|Это|Эт[аи]|Как|При"
    r"|Он[аи]?|Также|Кроме|До|От|Но|Из|Среди|Между|Вместе|Глава|Товарооборот|Экспорт|Импорт"
    r"|Объ[её]м)$)"
)
# «январь-апрель» and «два-три» are ranges, «торгово-экономический» is one word
_MONTH_RANGE = re.compile(
    r"(?:январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,3}-"
    r"(?:январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,3}$"
)
_RANGED = frozenset("unit teen ten hundred half hundreds multiplier times".split())
# what else a token carries: it falls apart, is in digits, begins with a capital letter
_SPLIT, _FIGURE, _CAPITAL = 8, 16, 32
_ENDING = NEWLINE | BLANK_LINE | MARK
_REMEMBERED = 60_000


@dataclass(slots=True)
class Tokens:
    """The tokens of a text as parallel lists.

    ``low`` holds each token folded (lower case, «ё» as «е»), ``start`` and ``end`` its characters
    in the text as received, ``kind`` one of n (number), d (date), t (time of day), w (word), p
    (punctuation); a telephone number is n, an address of a page is w. ``figures`` are the tokens
    in digits, ``capitals`` the words with a capital letter.
    ``sentence`` is the number of its sentence; ``bounds`` gives each sentence's tokens
    [first, last), ``paragraph`` each sentence's line.
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
    figures: list[int]
    capitals: list[int]

    def surface(self, first: int, last: int) -> str:
        """The text as received from token ``first`` up to token ``last``, exclusive.

        Empty past the last token.
        """
        if first >= len(self.start):
            return ""
        return self.text[self.start[first] : self.end[min(last, len(self.end)) - 1]]

    def word(self, index: int) -> str:
        """A token folded; the empty string before the first and past the last."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def is_tight(self, index: int) -> bool:
        """Whether a token stands right after the one before, with no space between."""
        return index > 0 and self.start[index] == self.end[index - 1]

    def span(self, sentence: int) -> tuple[int, int]:
        """The characters [start, end) of a sentence."""
        first, last = self.bounds[sentence]
        return self.start[first], self.end[last - 1]


def tokenize(text: str) -> Tokens:
    """Return the tokens and sentences of a text.

    >>> tokens = tokenize("Экспорт вырос на 34%. Импорт упал.")
    >>> tokens.low[:4], len(tokens.bounds)
    (['экспорт', 'вырос', 'на', '34'], 2)
    """
    cleaned = clean(text)
    body = cleaned.lstrip(_GAP)
    if not body:
        return Tokens(text, cleaned, [], [], [], [], [], [], [], [], [])
    blanks, links = FILLER in body or GLUE in body, "@" in body or "://" in body or "www." in body
    pieces = _pieces(blanks, links).findall(body)
    known = _known()
    facts = map(known.__getitem__, pieces)
    words, kinds, size, flag = zip(*facts, strict=True)
    marked = list(compress(range(len(flag)), flag))
    breaks: set[int] = set()
    if apart := [index for index in marked if flag[index] & _SPLIT]:
        pieces, breaks = _split(pieces, apart, known)
        words, kinds, size, flag = zip(*map(known.__getitem__, pieces), strict=True)
        marked = list(compress(range(len(flag)), flag))
    if len(known) > _REMEMBERED:  # a bound, so that endless odd input cannot fill the memory
        known.clear()
    low, kind = list(words), list(kinds)
    start = list(accumulate(map(len, pieces), initial=len(cleaned) - len(body)))
    start.pop()
    end = list(map(add, start, size))
    sentences = Sentences(cleaned, low, start, end, kind)
    sentences.divide([index for index in marked if flag[index] & _ENDING], flag, breaks)
    return Tokens(
        text, cleaned, low, start, end, kind, sentences.number, sentences.bounds, sentences.line,
        [index for index in marked if flag[index] & _FIGURE],
        [index for index in marked if flag[index] & _CAPITAL],
    )  # fmt: skip


@cache
def _pieces(filler: bool, links: bool) -> re.Pattern[str]:
    """The pattern of a token with the gap after it: together the matches are the whole text."""
    letters = "[a-zA-Z\u0400-\u052f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af]+"
    if filler:
        gap, joint = r"[ \n\x01\x02]*", r"[\x01\x02]"
        word = rf"{letters}(?:(?:{joint}+-?{joint}*|-{joint}*){letters})*"
        number = (
            rf"[1-9]\d{{0,2}}(?:(?:\ {joint}*|{joint}+|['’])\d{{3}})+(?:[.,]\d+)?(?!\d)"
            rf"|\d+(?:{joint}*(?:[.,]{joint}*)?\d+)*"
        )
    else:
        gap = r"[ \n]*+"
        word = rf"{letters}+(?:-{letters}+)*+"  # nothing after it fails, so nothing is tried again
        number = r"[1-9]\d{0,2}(?:[ '’]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
    link = f"{_LINK}|" if links else ""
    figure = rf"(?=[\d+(])(?:{_PHONE}|{_DATE}|{_TIME}|{number})"
    return re.compile(rf"(?:{link}{word}|{figure}|[^\W\d_]+|[^ \n\x01]){gap}")


class _Known(dict[str, tuple[str, str, int, int]]):
    """What is known of a piece of text: token folded, kind, length, flags; learned when met."""

    def __init__(self) -> None:
        super().__init__()
        self.numerals = frozenset(
            fold(word)
            for row in read_table("numerals")
            if row["kind"] in _RANGED
            for word in row["pattern"].split("|")
        )

    def __missing__(self, piece: str) -> tuple[str, str, int, int]:
        token = piece.rstrip(_GAP)
        lines = piece.count("\n", len(token))
        flag = (BLANK_LINE if lines > 1 else NEWLINE) if lines else 0
        low = token.lower().replace("ё", "е").replace(FILLER, "").replace(GLUE, "")
        head = token[0]
        if head.isalpha():
            kind = "w"
            if head.isupper():
                flag |= _CAPITAL
            if self.divisions(token, low):
                flag |= _SPLIT
        elif head.isdecimal() or (len(token) > 1 and head in "+("):
            found = _KIND.fullmatch(low)
            kind = {"c": "n", "d": "d", "t": "t"}[found.lastgroup or "d"] if found else "n"
            if "@" in token:
                kind = "w"
            else:
                flag |= _FIGURE
        else:
            kind = "p"
            if low in MARKS:
                flag |= MARK
        fact = self[piece] = (low, kind, len(token), flag)
        return fact

    def divisions(self, token: str, low: str) -> list[int]:
        """Where a word falls apart: before glued words, around the hyphen of a range."""
        if "-" in token:
            parts = low.split("-")
            if _MONTH_RANGE.match(low) or (len(parts) == 2 and self.numerals.issuperset(parts)):
                at = token.index("-")
                return [at, at + 1]
        if token[1:].islower() or token.isupper():
            return []
        pattern = _GLUED if token[0].islower() else _GLUED_NAME
        return [found.start() for found in pattern.finditer(token)]


@cache
def _known() -> _Known:
    return _Known()


def _split(pieces: list[str], apart: list[int], known: _Known) -> tuple[list[str], set[int]]:
    """Pieces with those at ``apart`` divided, and where sentences end by that."""
    out: list[str] = []
    breaks: set[int] = set()
    begin = 0
    for index in apart:
        out += pieces[begin:index]
        begin, piece, done = index + 1, pieces[index], 0
        low, _, size, _ = known[piece]
        for at in known.divisions(piece[:size], low):
            out.append(piece[done:at])
            done = at
            if "-" not in piece[at - 1 : at + 1]:
                breaks.add(len(out))
        out.append(piece[done:])
    return out + pieces[begin:], breaks
