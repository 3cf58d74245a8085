"""Programmes: checkpoints and corridors being opened, built, rebuilt or given a regime.

    «на двух из пяти пунктов запущены «зелёные коридоры», на оставшихся трёх – …»  5 = 2 + 3
    «до конца 2027 года реконструируют 29 пунктов пропуска из 30»                  30 by 2027-12
    «строительство пунктов пропуска «Аухатты», «Сартобе» «Айша биби»»              names, a comma lost
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kzcoop.claims.claim import Programme
from kzcoop.claims.draft import Draft
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.where import foreign
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place
from kzcoop.reading.document import Document

_POSTS = ("пункт", "погранпереход", "погранпост", "кпп", "переход", "автопереход", "пост")
_ACTIVE = ("запус", "запущ", "расшир", "откры", "действ", "введ", "продл", "созда", "работа")
_DONE = ("уже", "завершен", "запущен", "отремонтирован", "введен", "открыт", "действова", "действуют", "функционир",
         "построен", "реконструирован", "модернизирован", "сда")  # fmt: skip
# a sentence with several words takes the kind that says most
_RANK = ("green_corridor", "reconstruction", "construction", "modernisation", "opening", "capacity", "other")


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    kind: str
    border: tuple[str, ...]
    total: int | None
    done: int | None
    remaining: int | None
    deadline: str | None
    names: tuple[str, ...]
    register: tuple[str, ...]


def read_programmes(
    document: Document, mentions: Mentions, drafts: Sequence[Draft], sentences: Sequence[Sentence],
    headline: tuple[str, ...],
) -> list[Programme]:
    """Return the programmes of a document in order."""
    found: list[_Found] = []
    counts: dict[int, list[Draft]] = {}
    for one in drafts:
        if not one.rejected and one.indicator == "checkpoints_count":
            counts.setdefault(one.sentence.number, []).append(one)
    open_list: int | None = None
    for sentence in sentences:
        one_found = _read(mentions, sentence, counts.get(sentence.number, []), headline)
        if one_found is not None:
            found.append(one_found)
            open_list = len(found) - 1 if one_found.total and not one_found.names else None
        elif open_list is not None:
            # «Модернизировать решили девять объектов. Строители сдали «Капланбек» …»
            posts = [p for p in sentence.places if p.kind == "checkpoint"]
            if posts:
                names, register = _names(mentions, posts)
                deadline = next((p.value for p in sentence.periods if p.role == "by"), None)
                known = found[open_list]
                found[open_list] = replace(
                    known, names=names, register=register, deadline=known.deadline or deadline
                )
            open_list = None
    return [_programme(document, mentions, each) for each in _merged(found)]


def _read(
    mentions: Mentions, sentence: Sentence, counts: Sequence[Draft], headline: tuple[str, ...]
) -> _Found | None:
    low = sentence.low
    words = [mentions.hits["programmes"][i] for i in range(sentence.first, sentence.last) if i in mentions.hits["programmes"]]
    if not words:
        return None
    posts = [place for place in sentence.places if place.kind == "checkpoint"]
    corridors = [place for place in sentence.places if place.kind == "corridor"]
    green = any(hit.entry.kind == "green_corridor" for hit in words)
    spoken = any(low[i].startswith(_POSTS) for i in range(sentence.first, sentence.last))
    border_work = "переход" in " ".join(low[sentence.first : sentence.last])
    acting = any(low[i].startswith(_ACTIVE) for i in range(sentence.first, sentence.last))
    capacity = any(hit.entry.id == "capacity" for hit in words)
    if not (posts or counts or (green and acting)):
        if not (capacity and sentence.quantities and (corridors or _route(sentence))):
            if not (border_work and any(q.kind == "money" for q in sentence.quantities)):
                return None
    if not (posts or spoken or green or corridors or counts or capacity):
        return None
    kind_hits = [hit for hit in words if not (hit.entry.id == "capacity" and (posts or counts) and len(words) > 1)]
    kind = min((hit.entry.kind for hit in kind_hits or words), key=_RANK.index)
    names, register = _names(mentions, posts)
    if kind == "capacity" and corridors:
        names = tuple(place.name or "" for place in corridors)
    total, done, remaining = _numbers(sentence, counts)
    deadline = next((p.value for p in sentence.periods if p.role == "by"), None)
    if deadline is None:
        deadline = next((d.deadline for d in counts if d.deadline), None)
    if deadline is None:
        deadline = next(
            (p.value for p in sentence.periods if p.role == "date" and any(low[i].startswith("откро") for i in range(sentence.first, sentence.last))),
            None,
        )
    border = _border(sentence, posts, headline)
    first, last = _extent(sentence, words, posts, counts)
    return _Found(first, last, kind, border, total, done, remaining, deadline, names, register)


def _route(sentence: Sentence) -> bool:
    return any(sentence.low[i].startswith(("маршрут", "коридор")) for i in range(sentence.first, sentence.last))


def _extent(
    sentence: Sentence, words: Sequence[Hit], posts: Sequence[Place], counts: Sequence[Draft]
) -> tuple[int, int]:
    """The part of the sentence from its first to its last word on the programme."""
    firsts = [hit.first for hit in words] + [p.first for p in posts] + [d.first for d in counts]
    lasts = [hit.last for hit in words] + [p.last for p in posts] + [d.last for d in counts]
    firsts += [p.first for p in sentence.periods if p.role == "by"]
    first, last = min(firsts), max(lasts)
    low = sentence.low
    if first > sentence.first and low[first - 1] in ("«", '"', "на", "до"):
        first -= 1
    while last < sentence.last and low[last] in ("»", '"'):
        last += 1
    return first, last


def _names(mentions: Mentions, posts: Sequence[Place]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names in the nominative, Kazakhstan's side first, and their rows in the register."""
    home = [p for p in posts if p.side == "home"]
    away = [p for p in posts if p.side == "away"]
    names: list[str] = []
    register: list[str] = []
    for place in (*home, *away):
        name = _as_printed(mentions, place)
        if name not in names:
            names.append(name)
        if place.register not in register:
            register.append(place.register)
    return tuple(names), tuple(register)


def _as_printed(mentions: Mentions, place: Place) -> str:
    """The name as printed where that is the nominative, else the register's form."""
    name = place.name or ""
    surface = mentions.tokens.surface(place.first, place.last)
    if surface.lower().replace("-", " ") == name.lower().replace("-", " "):
        return surface
    if len(surface.split()) > 1 and surface[-1].lower() == name[-1:].lower():
        return surface
    return name


def _numbers(sentence: Sentence, counts: Sequence[Draft]) -> tuple[int | None, int | None, int | None]:
    """Total, done and remaining as far as the sentence states them."""
    if not counts:
        return None, None, None
    low = sentence.low
    values = [int(one.value) for one in counts]
    whole = part = None
    for index, one in enumerate(counts[:-1]):
        after = low[one.last : counts[index + 1].quantity.lead]
        if "из" in after and len(after) <= 4:
            part, whole = values[index], values[index + 1]
    remaining = next(
        (int(one.value) for one in counts if any(w.startswith("остал") for w in low[max(0, one.at - 3) : one.at])), None
    )
    if whole is not None:
        done = part if remaining is not None or _is_done(sentence) else None
        return whole, done, remaining
    total = values[0]
    if len(values) == 1:
        return total, (total if _is_done(sentence) and counts[0].status == "actual" else None), remaining
    if sum(values[1:]) == total:  # «четыре новых пункта введены: два … и два …»
        return total, (total if _is_done(sentence) else None), remaining
    return total, (values[1] if _is_done(sentence) else None), remaining


def _is_done(sentence: Sentence) -> bool:
    return any(sentence.low[i].startswith(_DONE) for i in range(sentence.first, sentence.last))


def _border(sentence: Sentence, posts: Sequence[Place], headline: tuple[str, ...]) -> tuple[str, ...]:
    named = {code for p in sentence.places if p.kind in ("country", "adjective", "region") for code in foreign(p)}
    if named:
        return tuple(sorted(named))
    borders = {code for place in posts for code in place.codes}
    return tuple(sorted(borders)) or headline


def _merged(found: Sequence[_Found]) -> list[_Found]:
    """One programme told twice is one: the fuller statement stays."""
    kept: list[_Found] = []
    for each in found:
        for index, other in enumerate(kept):
            if each.kind != other.kind or each.border != other.border:
                continue
            fuller, other_one = (each, other) if _weight(each) > _weight(other) else (other, each)
            same_count = other_one.total in (None, fuller.total, fuller.remaining, fuller.done)
            if same_count and set(other_one.register) <= set(fuller.register):
                kept[index] = replace(fuller, deadline=fuller.deadline or other_one.deadline)
                break
        else:
            kept.append(each)
    return kept


def _weight(each: _Found) -> int:
    return len(each.names) + 2 * sum(v is not None for v in (each.total, each.done, each.remaining))


def _programme(document: Document, mentions: Mentions, each: _Found) -> Programme:
    start, end = mentions.tokens.start[each.first], mentions.tokens.end[each.last - 1]
    return Programme(
        f"{document.doc_id}#p{start}-{end}", document.doc_id, start, end, document.text[start:end], each.kind,
        each.border[0] if len(each.border) == 1 else None, each.total, each.done, each.remaining,
        each.deadline, each.names, each.register, f"<{each.kind}>", 0.8,
    )  # fmt: skip
