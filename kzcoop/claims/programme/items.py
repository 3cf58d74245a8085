"""Posts in a list, each with its own work or term, and headings.

«Кайрак» (Костанайская область) – реконструкция завершена
«Жайсан» – июнь 2027 года, 9 млрд тенге           the kind of work that the text tells
«Узбекистан. Обновлены пять»                       the border of what follows
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.programme.done import is_done
from kzcoop.claims.programme.found import Found, border_of, found_in
from kzcoop.claims.programme.kind import WORKS, kind_of
from kzcoop.claims.programme.term import deadline_of, ending
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_BULLETS = frozenset("–—-•·*")
_DASHES = frozenset("–—-")
_OPENS = frozenset({"«", '"', "“"})
_CLOSES = frozenset({"»", '"', "”"})
_START = 4  # tokens of a line before its name
_AT_ONCE = 2  # tokens from a dash to a term
_HEADING = 2  # words of a heading
_BRACKET = 12  # tokens of «(Северо-Казахстанская область)» at the most
_PROJECT = Stems("проект")
_NEW = ("нов",)
_BUILT = ("здани", "пост", "пункт", "терминал")


def listed_item(
    mentions: Mentions,
    sentence: Sentence,
    words: Sequence[Hit],
    known: str | None,
    headline: tuple[str, ...],
    before: str | None = None,
) -> Found | None:
    """Return the programme of a line of a list that has a post, a dash, and a work or a term.

    Parameters
    ----------
    mentions, sentence
        The report's mentions and the sentence.
    words
        Its words of work.
    known
        The kind of work that was told before the list.
    headline
        The border of the report.
    before
        The term of the line before, whose year a month without one goes on with.
    """
    posts = sentence.posts
    dash = _dash_after_name(sentence, posts) if posts else None
    if dash is None:
        return None
    named = [post for post in posts if post.first < dash]
    told = [hit for hit in words if hit.first > dash and hit.entry.id != "capacity"]
    periods = [p for p in sentence.periods if p.first > dash and p.value]
    kind = kind_of(mentions, told) if told else known
    if _new_building(sentence, dash):
        kind = "construction"
    if kind == WORKS:
        kind = known
    by = deadline_of(sentence)
    if by is None and periods and periods[0].first - dash <= _AT_ONCE:
        by = ending(periods[0].value or "")  # «– сентябрь 2027 года, 14 млрд тенге»
        if before and periods[0].last - periods[0].first == 1:
            by = month_after(before, by)  # «– декабрь», after «– сентябрь 2027 года»
    if kind is None or not (told or by or kind == "construction"):
        return None
    border = border_of(sentence, sentence.places, named, headline)
    each = found_in(mentions, sentence, told, named, [], kind, border, by)
    return replace(each, past=is_done(sentence))


def month_after(before: str, month: str) -> str:
    """Return a month with the year that makes it follow another: 2027-12 after 2027-09."""
    year, _, last = before.partition("-")
    number = month.partition("-")[2]
    if not (year.isdigit() and last and number):
        return month
    return f"{year if number >= last else int(year) + 1}-{number}"


def is_item(sentence: Sentence) -> bool:
    """Return whether a sentence opens with a bullet or a number: «– открыть …», «2) обновить …»."""
    low, first = sentence.low, sentence.first
    numbered = low[first].isdigit() and sentence.word_at(first + 1) in (")", ".")
    return numbered or low[first] in _BULLETS


def heading_border(sentence: Sentence) -> tuple[str, ...]:
    """Return the border that a word above a paragraph names: «Узбекистан. Обновлены пять …»."""
    places = sentence.places
    if len(places) != 1 or places[0].kind != "country":
        return ()
    words = [i for i in range(sentence.first, sentence.last) if sentence.low[i].isalpha()]
    if not 0 < len(words) <= _HEADING:
        return ()
    return foreign(places[0]) if places[0].first == words[0] else ()


def _dash_after_name(sentence: Sentence, posts: Sequence[Place]) -> int | None:
    """The dash of «• «Кайрак» (Костанайская область) – …»; None where the line is no such."""
    low = sentence.low
    if posts[0].first - sentence.first > _START:
        return None
    led = low[sentence.first : posts[0].first]
    if any(word.isalpha() and not is_post(word) and word != "пропуска" for word in led):
        return None
    name = posts[0]
    for other in posts[1:]:  # «Бахты – Покиту»
        if _DASHES.union(_CLOSES, _OPENS).issuperset(low[name.last : other.first]):
            name = other
    at = name.last
    while at < sentence.last and low[at] in _CLOSES:
        at += 1
    if at < sentence.last and low[at] == "(":
        stop = min(sentence.last, at + _BRACKET)
        at = next((i + 1 for i in range(at, stop) if low[i] == ")"), at)
    return at if at < sentence.last and low[at] in _DASHES | {":"} else None


def _new_building(sentence: Sentence, dash: int) -> bool:
    """«– проект нового терминала проходит экспертизу»."""
    low = sentence.low
    return sentence.begins(_PROJECT) and any(
        low[i].startswith(_NEW) and any(w.startswith(_BUILT) for w in low[i + 1 : i + 3])
        for i in range(dash, sentence.last)
    )
