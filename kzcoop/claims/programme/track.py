"""Railway lines and second tracks that are built or opened, told by their ends.

«Вторые пути на участке Достык – Мойынты сданы в сентябре»     opened
«обводную линию вокруг города завершат до конца года»          with a term
«новая линия Аягоз – Бахты, срок – 2027 год»                   an item of a list
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kzcoop.claims.programme.done import is_done
from kzcoop.claims.programme.found import Found
from kzcoop.claims.programme.kind import BUILDS
from kzcoop.claims.programme.rail import TALKS, ends_of, pair_of
from kzcoop.claims.programme.term import deadline_of, ending
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.language.morphology import nominative
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.annotate import Mentions
from kzcoop.mentions.place import Place

_TRACKS = frozenset({"line.ayagoz", "line.maktaaral", "railway", "track"})
_OPENED = re.compile(
    r"(сдан|введен|открыт|запущен)[аоы]?$|старт$|(открыл|запустил|сдал|ввел)[аио]?(с[ья])?$|открытие$"
    r"|(откроют|откроет|запустят|открыть|запустить)(ся)?$"
)
_OPENS = Stems("старт", "введен", "ввел", "запус", "запущ", "откро", "откры", "сдал", "сдан")
_LAID = Stems("дострои", "заверш", "законч", "построе", "проложен", "проложил", "улож")
# «строят», «тянут ветку», «вводят третью линию», «сдаём вторые пути»
_BUILDING = Stems(
    "ввод",
    "возвод",
    "достраив",
    "кладут",
    "потян",
    "проклад",
    "сдаем",
    "строи",
    "строя",
    "тян",
    "уклад",
)
_WORKS = ("модерниз", "проклад", "реконструк", "строительств")
_NEW = ("нов", "трет")
_WAYS = ("ветк", "выход", "дорог", "лини", "магистрал", "стык")
_JOINS = Stems("свяжет", "свяжут", "соединит", "соединят")
_HANDS = Stems("сдаем")
_RUNS = Stems("пойдет", "пойдут", "поедут", "побегут")  # trains by a line that is ready
_STEPS = {"раньше": -1, "позже": 1, "позднее": 1}
_FAR = 6  # tokens from a line to its ends
_DASHES = frozenset("–—-")
_BETWEEN = {"от": ("до", "к"), "между": ("и",)}
_SO_THAT = Words("что", "чтобы", "чего")
_PASSED = 5  # tokens of «через «Достык» и «Алтынколь»»
_ENDS = frozenset({"между", "от"})
_CHAIN = (["–"], ["—"], ["-"])
_CAUSES = frozenset({"вводу", "вводом"})
_NAMED = 3  # letters of the name of a place at the least


def is_line_end(sentence: Sentence, post: Place) -> bool:
    """Return whether a post is where a line ends: «второй путь от Достыка до Мойынты»."""
    led = sentence.low[max(sentence.first, post.first - _PASSED) : post.first]
    lines = [hit for hit in sentence.rows("programmes") if hit.entry.id in _TRACKS]
    # «построить переход Аягоз – Бахты и увеличить число поездов через Достык и Алтынколь»
    passed = "через" in led and any(hit.entry.id.startswith("line.") for hit in lines)
    return passed or (bool(lines) and not _ENDS.isdisjoint(led[-2:]))


def is_laid(sentence: Sentence) -> bool:
    """Return whether second tracks are being built, and what comes of it is told after «что».

    «строятся вторые пути, что увеличит пропускную способность», «…, чтобы участок пропускал …»
    """
    return sentence.holds(_SO_THAT) and any(
        hit.entry.id == "track" and _is_laid(sentence, hit) for hit in sentence.rows("programmes")
    )


def tracks(mentions: Mentions, sentence: Sentence, words: Sequence[Hit]) -> list[Found]:
    """Return the programmes of the lines that a sentence tells to be built or opened."""
    if sentence.begins(TALKS):
        return []
    low = sentence.low
    lines = [
        hit
        for hit in sentence.rows("programmes")
        if hit.entry.id in _TRACKS and (hit.entry.id != "railway" or _of_line(sentence, hit))
    ]
    if not lines:
        return []
    cuts = [
        next((i for i in range(b.first, a.last, -1) if low[i] in ",;"), b.first)
        for a, b in pairwise(lines)
    ]
    found: list[Found] = []
    bounds = [sentence.first, *cuts, sentence.last]
    for hit, (first, last) in zip(lines, pairwise(bounds), strict=True):
        part = sentence.part(first, last)
        each = _track(mentions, part, hit, [w for w in words if first <= w.first < last])
        if each is None and found and (by := _year_off(part, found[-1].deadline)):
            each = _track(mentions, part, hit, words, by)
        if each is not None and all(each.names != other.names for other in found):
            found.append(each)
    return found


def _of_line(sentence: Sentence, hit: Hit) -> bool:
    """Whether a railway is named by its ends, which are no two posts: «Болашак – Серхетяка»."""
    ends = ends_of(line_ends(sentence.mentions, hit))
    posts = {p.name for p in sentence.posts}
    return bool(ends) and not posts.issuperset(ends)


def _year_off(part: Sentence, known: str | None) -> str | None:
    """«…, Аягоз – Бахты – годом позже»: a year from the term of the line before."""
    low = part.low[part.first : part.last]
    step = next((_STEPS[word] for word in low if word in _STEPS), 0)
    return str(int(known[:4]) + step) if known and step and "годом" in low else None


def _track(
    mentions: Mentions, part: Sentence, line: Hit, words: Sequence[Hit], by: str | None = None
) -> Found | None:
    """The programme of one line, where its end or its term is told."""
    by = by or deadline_of(part) or _handed_over(part) or _first_train(part)
    opened = part.begins(_OPENS) and any(
        _OPENED.match(part.low[i]) and not part.word_at(i + 1).startswith(_WORKS)
        for i in range(part.first, part.last)
    )  # and not «запустили строительство линии»
    laid = part.begins(_LAID)
    pair = line_ends(mentions, line)
    going = line.entry.id.startswith("line.") and _told_as_line(part, line)
    going = going or (line.entry.id == "track" and _is_laid(part, line))
    going = going or (line.entry.id == "railway" and bool(pair) and _is_drawn(part, line))
    going = going and (part.begins(_BUILDING) or _will_join(part, line))
    if by is None and not (opened or laid or going):
        return None
    if not (by or pair) or part.word_before(line.first) in _CAUSES:
        return None  # «построено 300 км вторых путей», «благодаря вводу вторых путей»
    kind = next((hit.entry.kind for hit in words if hit.entry.kind in BUILDS), "construction")
    if opened:
        kind = "opening"
    border = (line.entry.value,) if line.entry.value else ()
    first, last = min([line.first, *(w.first for w in words)]), line.last
    last = max([last, *(w.last for w in words)])
    names = (pair, *ends_of(pair)) if pair else ()
    past = by is None and (laid or is_done(part))
    return Found(first, last, kind, border, None, None, None, by, names, (), line=True, past=past)


def _handed_over(part: Sentence) -> str | None:
    """«В этом году сдаём вторые пути»: a present that is a plan."""
    if not part.begins(_HANDS):
        return None
    at = next((p for p in part.periods if p.role == "at" and p.value), None)
    return ending(at.value or "") if at is not None else None


def _first_train(part: Sentence) -> str | None:
    """«поезда пойдут по ней в 2027 году»: when a line is ready."""
    if not part.begins(_RUNS):
        return None
    at = next((p for p in part.periods if p.role in ("at", "by") and p.value), None)
    return ending(at.value or "") if at is not None else None


def _is_drawn(part: Sentence, line: Hit) -> bool:
    """«От Дарбазы до Мактаарала тянут железную дорогу»: the verb stands beside it."""
    if part.word_at(line.last) == "от" and not _between(part.mentions, line.last):
        return False  # «тянут ветку от железной дороги Аягоз – Тачэн»
    led = part.low[max(part.first, line.first - 2) : line.first]
    return any(word.startswith(_BUILDING) and tense(word) != "past" for word in led)


def _told_as_line(part: Sentence, line: Hit) -> bool:
    """«тянут ветку Дарбаза – Мактаарал», not «участки (Достык – Мойынты, Бахты – Аягоз)»."""
    led = part.low[max(part.first, line.first - _FAR) : line.first]
    after = part.low[line.last : min(part.last, line.last + _FAR)]  # «От Аягоза к Бахты потянут …»
    return "(" not in led and any(word.startswith(_WAYS) for word in (*led, *after))


def _is_laid(part: Sentence, line: Hit) -> bool:
    """«кладут вторые пути», «строят второй путь»: the verb stands beside them."""
    led = part.low[max(part.first, line.first - 2) : line.first]
    return part.low[line.first].startswith("втор") and any(
        word.startswith(_BUILDING) and tense(word) != "past" for word in led
    )


def _will_join(part: Sentence, line: Hit) -> bool:
    """«Новая железная дорога Бахты – Аягоз свяжет Казахстан с Китаем»."""
    return part.begins(_JOINS) and part.word_before(line.first).startswith(_NEW)


def line_ends(mentions: Mentions, line: Hit) -> str:
    """Return the ends of a line as printed: «Достык – Мойынты»; empty where none are named."""
    tokens = mentions.tokens
    if line.entry.id.startswith("line.") and tokens.low[line.first - 1] not in _BETWEEN:
        return pair_of(mentions, line)
    if line.entry.id.startswith("line."):  # «от Аягоза до Бахтов»
        return _between(mentions, line.first - 1) or pair_of(mentions, line)
    for at in range(line.last, min(line.last + _FAR, len(tokens.low) - 2)):
        if tokens.low[at] in ".;,":
            break
        if tokens.low[at] in _BETWEEN and (pair := _between(mentions, at)):
            return pair
        if tokens.low[at + 1] not in _DASHES or (
            tokens.low[at + 3 : at + 4] in _CHAIN or tokens.low[at - 1] in _DASHES
        ):
            continue  # «Казахстан – Туркменистан – Иран»
        ends = (tokens.surface(at, at + 1), tokens.surface(at + 2, at + 3))
        if all(end[:1].isupper() and len(end) >= _NAMED for end in ends):
            return tokens.surface(at, at + 3)
    for at in range(line.first - 1, max(0, line.first - _FAR) - 1, -1):
        if tokens.low[at] in ".;,":
            break
        if tokens.low[at] in _BETWEEN and (pair := _between(mentions, at)):
            return pair  # «Между Достыком и Мойынты кладут вторые пути»
    return ""


def _between(mentions: Mentions, at: int) -> str:
    """«от Достыка до Мойынты», «между Достыком и Мойынты»: two names, as a pair with a dash."""
    tokens, joints = mentions.tokens, _BETWEEN[mentions.tokens.low[at]]
    at += tokens.low[at + 1].startswith("станци")
    if at + 3 >= len(tokens.low) or tokens.low[at + 2] not in joints:
        return ""
    ends = [tokens.surface(i, i + 1) for i in (at + 1, at + 3)]
    if not all(end[:1].isupper() and len(end) >= _NAMED for end in ends):
        return ""
    posts = {p.first: p.name for p in mentions.places if p.kind == "checkpoint"}
    names = (posts.get(i) or nominative(end) for i, end in zip((at + 1, at + 3), ends, strict=True))
    return " – ".join(names)
