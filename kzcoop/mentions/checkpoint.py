"""Checkpoints: names of the register where they name a post, and no town, street or pipeline.

    «Достык – Алашанькоу»                      both sides of one crossing
    на «Қордае», через Достык                  in every case, with and without marks
    «Аухатты», «Сартобе» «Айша биби»           a list, a comma lost
    газопровод «Бейнеу – Бозой», орден «Достық»   no posts

What may stand before a name, and which names are common words, says the table
``checkpoint_words``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.checkpoint_beside import across, below, chained, joined
from kzcoop.mentions.checkpoint_names import BRACKETS
from kzcoop.mentions.checkpoint_single import INSIDE, judge
from kzcoop.mentions.checkpoint_text import CheckpointText
from kzcoop.mentions.place_text import Place
from kzcoop.reference.source import rows

_ROWS = frozenset({",", ";", "и", "на"})
_WAYS = frozenset({"через"})
_MARKED, _BARE = 2, 3  # names of a list in marks, and without
_NEAR = 3  # sentences from a post in marks to another


def read_checkpoints(tokens: Tokens, hits: Mapping[str, Mapping[int, Hit]]) -> list[Place]:
    """Return the posts of a document in order.

    Parameters
    ----------
    tokens
        The document.
    hits
        Hits by table (``checkpoints``, ``checkpoint_words``, ``countries``, ``regions``) and
        first token.
    """
    if not hits.get("checkpoints"):
        return []
    text = CheckpointText(tokens, hits)
    names = [hit for hit in text.names if text.capital(hit.first)]
    state = {hit.first: judge(text, hit) for hit in names}
    _tell_beside(text, names, state)
    _tell_again(text, names, state)
    kept = [hit for hit in names if state[hit.first]]
    return [place for hit in kept for place in _places(text, hit, kept)]


def _tell_beside(text: CheckpointText, names: list[Hit], state: dict[int, bool | None]) -> None:
    """Take for posts the names that stand with a post: across from it, in its list, below it."""
    for one, other in pairwise(names):  # «Таскала» (РК) – «Озинки» (РФ)
        if joined(text, one, other) and across(one, other):
            state[one.first] = state[other.first] = True
    for order in (names, names[::-1]):  # what is in a list with a post is a post
        for one, other in pairwise(order):
            if state[one.first] and state[other.first] is None and chained(text, one, other):
                state[other.first] = True
    if text.heads:
        _tell_lists(text, names, state)
    for one, other in pairwise(names):  # a line of its own below that of another post
        if state[one.first] and state[other.first] is None and below(text, one, other):
            state[other.first] = True


def _tell_lists(text: CheckpointText, names: list[Hit], state: dict[int, bool | None]) -> None:
    """Take for posts names that nothing tells, where several of them stand in one list.

    ««Ауыл» и «Жезкент» получат терминалы»; «Бидаик, Каракога и Жана Жол – тройка северных КПП»
    """
    row: list[Hit] = []
    ends: list[Hit | None] = [*names, None]
    for hit in ends:
        if hit is not None and (not row or chained(text, row[-1], hit)):
            row.append(hit)
            continue
        crossings = {one.entry.extra["register"] for one in row}
        marked = all(text.quote_before(one) is not None for one in row)
        wanted = _MARKED if marked else _BARE
        free = all(state[one.first] is None for one in row)
        if free and len(crossings) >= wanted and (marked or text.has_head(row[0])):
            state.update((one.first, True) for one in row)
        row = [hit] if hit is not None else []


def _tell_again(text: CheckpointText, names: list[Hit], state: dict[int, bool | None]) -> None:
    """Take for posts the names in marks beside a post in a sentence, or of one told elsewhere."""
    number = text.sentence
    posts = {number[hit.first] for hit in names if state[hit.first]}
    for hit in names:  # «через Достык – 9 млн тонн, через Сарыагаш – 14»
        if state[hit.first] is None and number[hit.first] in posts:
            state[hit.first] = True if _is_row(text, hit) else None
    for hit in names:  # «Ремонт «Казыгурта» закончат к июню, «Атамекена» – к декабрю»
        if state[hit.first] is None and number[hit.first] in posts:
            state[hit.first] = True if text.quote_before(hit) is not None else None
    told = {hit.entry.extra["register"] for hit in names if state[hit.first]}
    for hit in names:  # «Сырым» of a crossing that the report calls a post elsewhere
        if state[hit.first] is None and hit.entry.extra["register"] in told:
            opened = text.quote_before(hit)
            state[hit.first] = opened is not None and text.low[opened - 1] not in INSIDE
    near: dict[bool, set[int]] = {True: set(), False: set()}  # in marks, and without
    for hit in names:
        if state[hit.first]:
            at = number[hit.first]
            near[text.quote_before(hit) is not None].update(range(at - _NEAR, at + _NEAR + 1))
    for hit in names:
        if state[hit.first] is not None:
            continue
        opened = text.quote_before(hit)
        if opened is not None and number[hit.first] in near[True]:
            # «Первым сдадут «Сырым». Очередь «Шагана» и «Аксая» наступит позже»
            state[hit.first] = text.low[opened - 1] not in INSIDE
        elif opened is None and number[hit.first] in near[False]:
            # «Пост Кайрак реконструируют. На Аяте ремонт начнут позже»
            state[hit.first] = True if text.low[hit.first - 1] == "на" else None


def _is_row(text: CheckpointText, hit: Hit) -> bool:
    """«, Сарыагаш — 14 млн т», «через Сарыагаш»: a bare name as one of a list of ways."""
    led = text.low[hit.first - 1]
    row = led in _ROWS and text.low[hit.last : hit.last + 1] in (["–"], ["—"], ["("])
    return row or led in _WAYS


def _places(text: CheckpointText, hit: Hit, kept: list[Hit]) -> Iterator[Place]:
    """The post that a name is, or the two of a pair."""
    extra = hit.entry.extra
    codes = (extra["country"],) if extra["country"] else ()
    if extra["form"] == "pair":
        sides = ("home", "away") if hit.entry.kind == "home" else ("away", "home")
        for name, side in zip(hit.entry.value.split(" – "), sides, strict=True):
            yield Place(hit.first, hit.last, "checkpoint", codes, name, side, extra["register"])
        return
    side, register = hit.entry.kind, extra["register"]
    if side == "away":
        partner = next((one for one in kept if one is not hit and joined(text, one, hit)), None)
        if partner is not None and partner.entry.kind == "home":
            register = partner.entry.extra["register"]
    opened = text.quote_before(hit)
    head = text.before(opened if opened is not None else hit.first, "head")
    if head is not None and (own := _by_mode(hit.entry.value, head.entry.value)):
        register = own
        side = "home" if head.entry.value == "centre" else side
    yield Place(hit.first, hit.last, "checkpoint", codes, hit.entry.value, side, register)


@cache
def _by_mode(name: str, mode: str) -> str | None:
    """The row of a name for «станция Достык» (rail) or «МЦПС «Хоргос»» (centre)."""
    wanted = {"rail": "rail", "centre": "MCPS"}.get(mode)
    if wanted is None:
        return None
    for row in rows("checkpoints"):
        own = {
            BRACKETS.sub("", row["name_ru"]).removeprefix("МЦПС "),
            row["neighbour_side_name_ru"],
        }
        if row["kind"] == wanted and name in own:
            return row["id"]
    return None
