"""Characters: markup, odd spaces and look-alike letters resolved, every position kept.

Cleaning never changes a text's length. A tag or an entity becomes one meaningful character and
filler, a Latin «o» inside a Cyrillic word becomes a Cyrillic one. So a span found in the clean
text is the span in the text as received.
"""

from __future__ import annotations

import html
import re

FILLER = "\x01"  # stands where nothing is to be read
GLUE = "\x02"  # the same, but part of the sign before it: the rest of «&laquo;»
_SPACE = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_CONTROL = "".join(map(chr, (0, *range(2, 9), *range(0x0E, 0x20), 0x7F, 0xFFFD)))
# soft hyphen, stress marks, zero-width characters, marks of writing direction, byte-order mark
_INVISIBLE = "\u00ad\u0300\u0301\u061c\u2060\ufe0f\ufeff" + "".join(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
_CHARS = {
    **dict.fromkeys(_SPACE + _CONTROL + "\r\t", " "),
    **dict.fromkeys(_INVISIBLE, FILLER),
    **dict.fromkeys("\x0b\x0c\u2028\u2029", "\n"),
    **dict.fromkeys("“„‟”″\x93\x94\x84", '"'),
    **dict.fromkeys("\u2010\u2011\u2043", "-"),
    # C1 controls are what is left of Windows quotation marks and dashes read as Latin-1
    **dict.fromkeys("\u2012\x96", "–"),
    **dict.fromkeys("\u2015\x97", "—"),
    "\x85": "…", "\x95": "•", "\u2044": "/", "％": "%", "﹪": "%", "\u2212": "−",
}  # fmt: skip
_ODD = re.compile(f"[{re.escape(''.join(_CHARS))}]")
# «й» and «ё» as a letter and a mark, as macOS writes file names and some editors write texts
_DECOMPOSED = re.compile("[иИ]\u0306|[еЕ]\u0308|[іІ]\u0308")
_COMPOSED = {"и": "й", "И": "Й", "е": "ё", "Е": "Ё", "і": "ї", "І": "Ї"}

_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]{0,2000}>|<![A-Za-z][^<>]{0,500}>"
    r"|&(?:amp;){0,3}(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,9});"
    r"|&(?:nbsp|laquo|raquo|mdash|ndash|quot|shy)(?![A-Za-z])"
)
_BREAKING = re.compile(
    r"</?(?:p|br|hr|div|li|ul|ol|dl|dt|dd|h[1-6]|tr|td|th|table|section|article|header|footer"
    r"|blockquote|figcaption|option)\b",
    re.I,
)
_INLINE = re.compile(r"</?(?:b|i|u|em|strong|span|font|mark|a|wbr|small)\b", re.I)
# what stands between these is no text: opening, and what closes it
_HIDDEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
_FOOTNOTE = re.compile(r"<sup[^<>]{0,200}>\s{0,3}\[?\d{1,3}\]?\s{0,3}</sup>", re.I)
# a dash as typewriters have it: «январь -- июль»
_DOUBLE = re.compile(r"(?<![-!])-{2,3}(?![->])")
_EMPHASIS = re.compile(r"\*{1,3}|_{1,3}")

# Latin letters that pass for Cyrillic ones: «экспoрт», «тoнн», «Kазахстан»; and the other way
_LATIN, _CYRILLIC = "aceopxyiABCEHKMOPTXYI", "асеорхуіАВСЕНКМОРТХУІ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC + "ѕЅјЈ", _LATIN + "sSjJ")
_LATIN_ALIKE = frozenset(_LATIN)
_CYRILLIC_ALIKE = frozenset(_CYRILLIC + "ѕЅјЈ")
_LATIN_RUN = re.compile("[A-Za-z]+")
# Greek ones beside them: «тοварοοбοрοт»
_GREEK, _AS_GREEK = "αεκορτχΑΒΕΗΚΜΟΡΤΧ", "аекортхАВЕНКМОРТХ"
_FROM_GREEK = str.maketrans(_GREEK, _AS_GREEK)
_GREEK_LETTER = re.compile(f"[{_GREEK}]")
# what a text of today's sites seldom has: all of it is looked for in one pass
_UNUSUAL = re.compile(f"[{re.escape(''.join(_CHARS))}{_GREEK}]")
_GREEK_RUN = re.compile(f"(?<=[\u0400-\u04ff])[{_GREEK}]+|[{_GREEK}]+(?=[\u0400-\u04ff])")
# a Latin letter beside a Cyrillic one, or alone before a Cyrillic word or a figure
_MIXED = re.compile(
    "[A-Za-z](?:(?=[\u0400-\u04ff])|(?<=[\u0400-\u04ff].)|(?<=[acoyBCKO])(?= [\u0430-\u04ff\\d]))"
)
_LETTERS = re.compile("[A-Za-z\u0400-\u04ff\x01]*")
# a Latin letter of another alphabet: «идëт»
_DIAERESIS = re.compile("(?<=[А-яЁё])[ëË]|[ëË](?=[А-яЁё])")
# a preposition in Latin letters: «вырос c 2020 года», «B 2024 году»
_PREPOSITION = re.compile(
    r"[acoyBCKO](?= [\u0430-\u04ff\d])"
    r"(?:(?<=[\u0400-\u04ff,] [acoy])|(?<=[.!?] [BCKO])|(?<![^\n].)(?<=[BCKO]))"
)
# «3О млрд»: the letter where the digit is meant
_ZERO = re.compile(r"[OО](?<=\d.)[OО]{0,2}(?!\w)")


def clean(text: str) -> str:
    """Return the text with markup, odd spaces and look-alike letters resolved, at the same length.

    >>> clean("17,6&nbsp;млрд").replace(FILLER, "_")
    '17,6 _____млрд'
    >>> clean("экспoрт") == "экспорт"
    True
    """
    out = text
    if "\r" in out:
        out = out.replace("\r\n", " \n").replace("\r", "\n")
    unusual = _UNUSUAL.search(out) is not None
    if unusual:
        out = _ODD.sub(_char, out)
    if "--" in out:
        out = _DOUBLE.sub(_dash, out)
    if "\u0306" in out or "\u0308" in out:
        out = _DECOMPOSED.sub(_composed, out)
    if "ë" in out or "Ë" in out:
        out = _DIAERESIS.sub(_diaeresis, out)
    if "<" in out or "&" in out:
        out = _without_markup(out)
    if "*" in out or "_" in out:
        out = _EMPHASIS.sub(_emphasis, out)
    if (unusual or "&" in text) and _GREEK_LETTER.search(out):
        out = _GREEK_RUN.sub(_without_greek, out)
    if _MIXED.search(out):
        out = _PREPOSITION.sub(_to_cyrillic, _one_script(out))
    if _follows_digit("О", out) or _follows_digit("O", out):
        out = _ZERO.sub(_to_zero, out)
    return out


def _follows_digit(letter: str, text: str) -> bool:
    """Whether a letter stands right after a digit somewhere: found sooner than with a pattern."""
    at = text.find(letter, 1)
    while at > 0:
        if text[at - 1].isdecimal():
            return True
        at = text.find(letter, at + 1)
    return False


def _char(match: re.Match[str]) -> str:
    return _CHARS[match[0]]


def _dash(match: re.Match[str]) -> str:
    return "–" + FILLER * (len(match[0]) - 1)


def _composed(match: re.Match[str]) -> str:
    letter, start = _COMPOSED[match[0][0]], match.start()
    # the filler inside the word, so that the word's span holds both characters
    inside = start and match.string[start - 1].isalpha()
    return FILLER + letter if inside else letter + FILLER


def _diaeresis(match: re.Match[str]) -> str:
    return "ё" if match[0] == "ë" else "Ё"


def _blank(match: re.Match[str]) -> str:
    return FILLER * len(match[0])


def _to_cyrillic(match: re.Match[str]) -> str:
    return match[0].translate(_TO_CYRILLIC)


def _without_greek(match: re.Match[str]) -> str:
    return match[0].translate(_FROM_GREEK)


def _emphasis(match: re.Match[str]) -> str:
    """Filler for Markdown's marks beside a word; «5*6» and «имя_файла» stay."""
    whole, start, end = match.string, match.start(), match.end()
    before = whole[start - 1] if start else " "
    after = whole[end] if end < len(whole) else " "
    opens, closes = before in " \n(«*_" + FILLER, after in " \n.,;:!?)»*_" + FILLER
    if (opens or closes) and not (before in " \n" and after in " \n"):
        return FILLER * (end - start)
    return match[0]


def _to_zero(match: re.Match[str]) -> str:
    whole, at = match.string, match.start()
    while at and (whole[at - 1].isdigit() or whole[at - 1] == ","):
        at -= 1
    return match[0] if at and whole[at - 1].isalpha() else "0" * len(match[0])


def _without_markup(text: str) -> str:
    """Comments and scripts blank, then tags and entities, one character of meaning each."""
    for opening, closing in _HIDDEN:
        lowered = text.lower()
        if opening not in lowered or len(lowered) != len(text):
            continue
        pieces, done = [], 0
        # a search from mark to mark: a pattern would start again at every opening
        while (start := lowered.find(opening, done)) >= 0:
            end = lowered.find(closing, start + len(opening))
            if end < 0:
                break
            end += len(closing)
            pieces += [text[done:start], " ", FILLER * (end - start - 1)]
            done = end
        text = "".join(pieces) + text[done:]
    text = _FOOTNOTE.sub(_blank, text)
    return _MARKUP.sub(_resolve, text)


def _resolve(match: re.Match[str]) -> str:
    """One character of meaning and filler for a tag or an entity."""
    found = match[0]
    if found.startswith("<"):
        if _BREAKING.match(found):
            return "\n" + FILLER * (len(found) - 1)
        if _INLINE.match(found):
            whole, start, end = match.string, match.start(), match.end()
            if start and end < len(whole) and _is_small(whole[start - 1]) and _is_small(whole[end]):
                return FILLER * len(found)  # «экс<b>порт</b>»
        return " " + FILLER * (len(found) - 1)
    inner = found[1:]
    while inner.startswith("amp;") and len(inner) > 4:
        inner = inner[4:]
    char = html.unescape("&" + inner)
    if len(char) != 1:
        return found
    char = _CHARS.get(char, char)
    return char + (FILLER if char in " \n" + FILLER else GLUE) * (len(found) - 1)


def _is_small(char: str) -> bool:
    return "а" <= char <= "я" or char == "ё"


def _one_script(text: str) -> str:
    """The text with words of two scripts in one, where the letters of the other only look alike."""
    pieces, done = [], 0
    for run in _LATIN_RUN.finditer(text):
        start, end = run.span()
        if start < done:
            continue
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if not ("\u0400" <= before <= "\u04ff" or "\u0400" <= after <= "\u04ff"):
            continue
        while start > done and (
            "\u0400" <= text[start - 1] <= "\u04ff" or text[start - 1] == FILLER
        ):
            start -= 1
        end = _LETTERS.match(text, end).end()  # type: ignore[union-attr]
        word = text[start:end]
        latin = {char for char in word if char.isascii() and char != FILLER}
        if latin <= _LATIN_ALIKE:
            word = word.translate(_TO_CYRILLIC)
        elif {char for char in word if not char.isascii()} <= _CYRILLIC_ALIKE:
            word = word.translate(_TO_LATIN)
        pieces += [text[done:start], word]
        done = end
    return "".join(pieces) + text[done:] if pieces else text
