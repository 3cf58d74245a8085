"""What the posts of a programme are called, by the register or by the text alone.

«на «Бахтах» и «Достыке»», «пункт пропуска «Ак-Алтын»», «Павловка (Славгород)»
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kzcoop.claims.scene.programme_object import speaks_of_posts
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.morphology import nominative
from kzcoop.language.stems import Stems
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place
from kzcoop.reference.source import rows

_NAME = 8  # tokens of «Тал-Булак – Верхние Кайынды»
_JOINT = re.compile(r"\s*[–—]\s*|\s+-\s+")
_LETTERS = 5  # of a name without marks at the least
# «Среднего коридора», which is no neuter noun
_PRINTED = {"средин": "Срединный коридор", "средн": "Средний коридор"}
_SHORT = 4
_NO_NAMES = frozenset({"adjective", "checkpoint", "corridor", "country"})
# sea ports, whose posts are on no border
PORTS = ("Актау", "Баутино", "Курык")
_PORTS = Stems("актау", "баутин", "курык")
_QUOTES, _DASHES = frozenset({"«", "»", '"'}), frozenset("–—-")
_CROSSINGS = ("автопереход", "пара", "пары", "переход", "погранпереход", "стык")
_VILLAGES = frozenset("поселке селе села ауле".split())
# what stands before a name
_LEADS = Stems("пропуск", "мапп", "апп", "кпп", "переход", "автопереход", "погран")
_HEADS = re.compile(r"(пропуска|м?апп|кпп|(авто|погран)?переход[а-я]{0,2}|погранпункт[а-я]{0,2})$")


def names_of(mentions: Mentions, posts: Sequence[Place]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return names in the nominative, Kazakhstan's side first, and their rows in the register."""
    home = [p for p in posts if p.side == "home"]
    away = [p for p in posts if p.side == "away"]
    other = [name for post in posts if (name := _across(mentions, post))]
    names: list[str] = []
    register: list[str] = []
    for place in (*home, *away):
        name = _as_printed(mentions, place)
        if name not in names:
            names.append(name)
        if place.register not in register:
            register.append(place.register)
    names += [name for name in (*other, *_listed_with(mentions, posts)) if name not in names]
    return tuple(names), tuple(register)


def _listed_with(mentions: Mentions, posts: Sequence[Place]) -> list[str]:
    """The names in marks that no register has, in one list with posts: «Аят», «Тал-Булак» и «…»."""
    low, tokens = mentions.tokens.low, mentions.tokens
    found: list[str] = []
    for post in posts:
        at = post.last
        names: list[str] = []
        while low[at : at + 1] == ["»"] and low[at + 1 : at + 2] in ([","], ["и"], ["«"]):
            last = low[at + 1] == "и"
            at += 1 + (low[at + 1] != "«")
            if low[at : at + 1] != ["«"]:
                break
            if any(at < p.first <= at + 2 for p in posts):
                found += names  # «Аят», «Тал-Булак» и «Косак»
                break
            closed = next((i for i in range(at + 2, min(len(low), at + _NAME)) if low[i] == "»"), 0)
            name = tokens.surface(at + 1, closed) if closed else ""
            if not name[:1].isupper() or any(at < p.first < closed for p in mentions.places):
                break
            names.append(name)
            if last:
                found += names  # and not «Аят» и «Косак», «КазАвтоЖол» обещает, …
            at = closed
    return list(dict.fromkeys(found))


def _across(mentions: Mentions, post: Place) -> str | None:
    """The unlisted other side of a crossing: «Малик» of «Сырдарья – Малик»."""
    low, tokens = mentions.tokens.low, mentions.tokens
    for at, step in ((post.last, 1), (post.first - 1, -1)):
        while 0 <= at < len(low) and low[at] in _QUOTES:
            at += step
        if not 0 < at < len(low) - 1 or low[at] not in _DASHES:
            continue
        at += step
        while 0 <= at < len(low) and low[at] in _QUOTES:
            at += step
        if not 0 <= at < len(low):
            continue
        marked = bool(_QUOTES.intersection((*low[max(0, at - 1) : at], *low[at + 1 : at + 2])))
        # «перехода Болашак – Инче-Бурун»
        marked = marked or (step == 1 and low[post.first - 1].startswith(_CROSSINGS))
        name = tokens.surface(at, at + 1)
        if not (marked and name[:1].isupper() and len(name) >= _SHORT):
            continue
        # «Капланбек» – «Навои»: a town of that name
        if not any(p.first <= at < p.last and p.kind in _NO_NAMES for p in mentions.places):
            return name
    return None


@cache
def border_of_name(name: str) -> tuple[str, ...]:
    """Return the neighbour of a post by its name alone: «в посёлке Тажен модернизируют пункт»."""
    return next(((row["neighbour"],) for row in rows("checkpoints") if row["name_ru"] == name), ())


def corridor_name(mentions: Mentions, place: Place) -> str:
    """Return the name of a corridor as it is printed, in the nominative.

    «Транскаспийскому международному маршруту», «Срединного коридора»: what its parts say.
    """
    low = mentions.tokens.low[place.first]
    for stem, name in _PRINTED.items():
        if low.startswith(stem):
            return name
    surface = mentions.tokens.surface(place.first, place.last)
    if " " in surface and not _DASHES.intersection(surface):
        name = nominative(surface)
        return name[:1].upper() + name[1:]
    return place.name or ""


def port_of(sentence: Sentence) -> str | None:
    """Return the sea port that a sentence says something is in: «в Курыке», «порта Актау»."""
    for at in sentence.where(_PORTS) if sentence.begins(_PORTS) else ():
        led = [word for word in sentence.low[max(0, at - 2) : at] if word not in _QUOTES]
        if led and (led[-1] == "в" or led[-1].startswith("порт")):
            return next(name for name in PORTS if sentence.low[at].startswith(name[:5].lower()))
    return None


def unlisted_names(mentions: Mentions, sentence: Sentence) -> tuple[str, ...]:
    """Return the names of a crossing that no register has: two of «Тал-Булак – Кайынды»."""
    name = _unlisted_name(mentions, sentence)
    return tuple(part for part in _JOINT.split(name) if part) if name else ()


def _unlisted_name(mentions: Mentions, sentence: Sentence) -> str | None:
    """The name of a post that no register has, as printed.

    «пункт пропуска «Ак-Алтын»», «КПП Мактаарал», «строят пункт пропуска … в селе Тал-Булак»
    """
    low = sentence.low
    if speaks_of_posts(sentence):
        if port := port_of(sentence):
            return port  # «в порту Курык открыт морской пункт пропуска»
        for at in range(sentence.first + 1, sentence.last - 1):
            if low[at] in _VILLAGES and low[at - 1] in ("в", "у"):
                name = mentions.tokens.surface(at + 1, at + 2)
                return name if name[:1].isupper() else None
    if not sentence.begins(_LEADS):
        return None
    heads = [at for at in sentence.where(_LEADS) if _HEADS.match(low[at])]
    for at in [head + 1 for head in heads if head < sentence.last - 4]:
        if low[at] not in ("«", '"'):
            continue
        closed = next(
            (i for i in range(at + 2, min(sentence.last, at + _NAME)) if low[i] in '»"'), 0
        )
        if closed:
            name = mentions.tokens.surface(at + 1, closed)
            return name if name[0].isupper() else None
    named = {i for place in sentence.places for i in range(place.first, place.last)}
    for at in [head + 1 for head in heads if head < sentence.last - 1]:
        if mentions.tokens.kind[at] != "w" or at in named:
            continue
        name = mentions.tokens.surface(at, at + 1)
        if name[0].isupper() and name[1:].islower() and len(name) >= _LETTERS:
            return name  # «Пункт пропуска Мактаарал откроется»
    return None


def _as_printed(mentions: Mentions, place: Place) -> str:
    """The name as printed where that is the nominative, else the register's form."""
    name = place.name or ""
    surface = mentions.tokens.surface(place.first, place.last)
    low = mentions.tokens.low
    if low[place.last : place.last + 1] == ["("] and low[place.last + 2 : place.last + 4] == [
        ")",
        "»",
    ]:
        return mentions.tokens.surface(place.first, place.last + 3)  # «Павловка (Славгород)»
    joined = name.replace("-", "").replace(" ", "")
    if joined != name and surface.lower().startswith(joined.lower()):
        return surface[: len(joined)]  # «Гишткуприка» of «Гишт-Куприк»
    if surface.lower().replace("-", " ") == name.lower().replace("-", " "):
        return surface
    if len(surface.split()) > 1 and surface[-1].lower() == name[-1:].lower():
        return surface
    return name
