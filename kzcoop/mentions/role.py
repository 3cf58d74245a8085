"""Offices: «секретарём парткома СУАР», «вице-премьер – министр торговли и интеграции РК».

An office is a head word from ``lexicon/roles.csv`` with what follows it in the genitive. It is
given in the nominative and without the country at its end, which has a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kzcoop.language.record import Record
from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit, fold, read_table
from kzcoop.mentions.place import Place

_CASE_OF_ENDING = {
    "": "n", "а": "ga", "у": "d", "ом": "i", "ем": "i", "е": "l", "я": "ga", "ю": "d", "ь": "n",
    "ы": "g", "ой": "i", "ого": "ga", "ому": "d", "ым": "i",
}  # fmt: skip
# adjectives that belong to an office: «первого заместителя»
_ADJECTIVES = {
    "перв": "первый", "генеральн": "генеральный", "верховн": "верховный",
    "специальн": "специальный",
    "исполнительн": "исполнительный", "управляющ": "управляющий", "чрезвычайн": "чрезвычайный",
    "полномочн": "полномочный", "старш": "старший", "официальн": "официальный",
    "постоянн": "постоянный", "государственн": "государственный",
}  # fmt: skip
_FORMER = ("тогдашн", "бывш", "прежн", "экс-", "предыдущ")
_TRAILING = frozenset("республики республика республику народной федерации королевства".split())
_DASHES = frozenset("–—-")
_REMEMBERED = 20_000
_FLEETING = {"посол": "посл"}
_SPACE = re.compile(r"[\s\x01]+")


@dataclass(slots=True)
class Head(Record):
    """A head word of an office at tokens [first, last), with the cases it may stand in."""

    first: int
    last: int
    kind: str
    nominative: str
    cases: str
    country: str


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """By form of a head word: its nominative and the cases of the form."""
    found: dict[str, tuple[str, str]] = {}
    for row in read_table("roles"):
        nominative = ""
        for form in row["pattern"].split("|"):
            form = fold(form)
            start, rest = form.split(" ", 1) if " " in form else (form, "")
            own, own_rest = nominative.split(" ", 1) if " " in nominative else (nominative, "")
            if not nominative or not start.startswith(_stem(own)) or rest != own_rest:
                nominative, own, cases = form, start, "n"
                if start == own and start.startswith("зам") and not start.endswith("ель"):
                    cases = "ngdail"  # «замминистра» stands for any case
            else:
                cases = _cases(own, start)
            found[form] = (nominative, cases)
    return found


def _cases(nominative: str, form: str) -> str:
    if form == nominative:
        return "n"
    ending = form[len(_stem(nominative)) :]
    if nominative.endswith("а"):
        return {"ы": "g", "е": "dl", "у": "a", "ой": "i"}.get(ending, "")
    return _CASE_OF_ENDING.get(ending, "ngdail")


def _stem(nominative: str) -> str:
    if nominative in _FLEETING:
        return _FLEETING[nominative]
    return nominative[:-1] if nominative[-1:] in "аьй" else nominative


@cache
def kind_of(office: str) -> str | None:
    """Return the kind of an office by its first words: «премьер-министр» a head_of_government."""
    words = fold(office).split()
    kinds = {
        fold(form): row["kind"] for row in read_table("roles") for form in row["pattern"].split("|")
    }
    for start in range(len(words)):
        for count in (3, 2, 1):
            kind = kinds.get(" ".join(words[start : start + count]))
            if kind is not None:
                return kind
    return None


def read_heads(tokens: Tokens, hits: Mapping[int, Hit]) -> list[Head]:
    """Return the head words of a text in order."""
    forms = _forms()
    heads = []
    for hit in hits.values():
        words = " ".join(tokens.low[hit.first : hit.last])
        known = forms.get(words)
        if known is None:
            continue
        country = hit.entry.extra.get("country") or ""
        heads.append(Head(hit.first, hit.last, hit.entry.kind, known[0], known[1], country))
    return heads


def is_former(tokens: Tokens, first: int) -> bool:
    """Whether the office that begins at a token is called a former one: «тогдашний премьер»."""
    left = max(0, first - 2)
    return any(word.startswith(_FORMER) or word == "тогда" for word in tokens.low[left : first + 1])


def office_start(tokens: Tokens, head: Head) -> int:
    """The token where the office begins, adjectives like «первый» included."""
    first = head.first
    while first and _adjective(tokens.low[first - 1]):
        first -= 1
        if first and tokens.low[first - 1] == "и" and _adjective(tokens.low[first - 2]):
            first -= 2  # «чрезвычайный и полномочный посол»
    return first


def office_text(
    tokens: Tokens, first: int, last: int, heads: Mapping[int, Head], places: Mapping[int, Place]
) -> str:
    """Return the office at tokens [first, last) in the nominative, without a country at its end.

    Heads after a dash are in the case of the first one: «председателем Кабинета министров –
    руководителем Администрации».
    """
    trimmed = _trim(tokens, first, last, places)
    pieces: list[str] = []
    index, end = first, 0
    while index < trimmed:
        head = heads.get(index)
        leads = index == first or not pieces or tokens.low[index - 1] in _DASHES or all(
            _adjective(word) or word == "и" for word in tokens.low[first:index]
        )  # fmt: skip
        if head is not None and leads:
            pieces.append(" ".join(_as_printed(tokens, head)[: trimmed - head.first]))
            end = index = head.last
            continue
        word = tokens.clean[tokens.start[index] : tokens.end[index]]
        if not end and _adjective(tokens.low[index]):
            word = _adjective(tokens.low[index])
        glue = tokens.clean[tokens.end[index - 1] : tokens.start[index]] if index > first else ""
        if pieces and not glue:
            pieces[-1] += word
        else:
            pieces.append(word)
        index += 1
    text = _SPACE.sub(" ", " ".join(pieces)).strip(" –—-,")
    return text[:1].lower() + text[1:] if not text[:2].isupper() else text


def _as_printed(tokens: Tokens, head: Head) -> list[str]:
    """The nominative of a head, with the capitals of its later words: «глава Правительства»."""
    words = head.nominative.split(" ")
    for offset in range(1, len(words)):
        at = head.first + offset
        if tokens.low[at] == words[offset]:
            words[offset] = tokens.clean[tokens.start[at] : tokens.end[at]]
    return words


@lru_cache(maxsize=_REMEMBERED)
def _adjective(word: str) -> str:
    """The nominative of an adjective that belongs to an office, or an empty string."""
    for stem, nominative in _ADJECTIVES.items():
        if word.startswith(stem) and len(word) - len(stem) <= 3:
            return nominative
    return ""


def _trim(tokens: Tokens, first: int, last: int, places: Mapping[int, Place]) -> int:
    """The end of an office without the country that closes it: «министр финансов РК»."""
    while last > first + 1:
        word = tokens.low[last - 1]
        place = places.get(last - 1)
        if (
            place is not None
            and place.kind in ("country", "bloc")
            and first < place.first
            and place.last == last
            and tokens.low[place.first - 1] not in ("в", "во", "на", "при")
        ):
            last = place.first
        elif word in _TRAILING or word in ("«", "(", "–", "—", ","):
            last -= 1
        else:
            break
    return last
