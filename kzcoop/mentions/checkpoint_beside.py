"""What the names beside a name of the register tell of it: the other side, a list, a line.

«Таскала» (РК) – «Озинки» (РФ)             the two sides of one crossing
«Аухатты», «Сартобе» и «Айша биби»         a list
«Достык – Мойынты»                         a railway: no post
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.checkpoint_text import DASHES, GAP, QUOTES, CheckpointText

_LISTED = QUOTES | frozenset(
    ", ; и а с со также или да ( ) авто рк рф кр кнр республика казахстан киргизия китай кыргызстан"
    " россия туркменистан узбекистан".split()
)
_AND = frozenset({",", "и"})
_ITEM = 5  # tokens between two items of a list: «– Малик», «…»
_KINDS = ("автомобильн", "автодорожн", "железнодорожн")
_REGIONS = ("ской", "ском", "ская")
_LINES = 2  # sentences from one line of a list to the next


def pair_tells(text: CheckpointText, hit: Hit) -> bool | None:
    """Whether a dash joins a name to the post across, or to a place that is none."""
    low, number = text.low, text.sentence
    for step in (1, -1):
        beside = hit.last if step > 0 else hit.first - 1
        dash = _past_quotes(low, beside, step)
        if not (0 <= dash < len(low) and low[dash] in DASHES):
            continue
        at = _past_quotes(low, dash + step, step)
        bare = dash == beside and at == dash + step
        if not 0 <= at < len(low) or number[at] != number[hit.first]:
            continue
        if _is_name(text, at, step):
            return True
        if low[at].startswith(_KINDS) or low[at].endswith(_REGIONS):
            continue  # «Ак-Тилек – автодорожный», «в Актюбинской – Алимбет»
        if bare and text.capital(at) and at not in text.known:
            # «Достык – Мойынты» is a railway; «Навои» и «Сырдарья – Малик» end a list of crossings
            return _beside_crossing(text, hit)
    return None


def _beside_crossing(text: CheckpointText, hit: Hit) -> bool:
    """Whether a name in marks stands in a list beside a crossing that the register has."""
    opened = text.quote_before(hit)
    if opened is None:
        return False
    if text.speaks_of_posts(hit) and _in_row_of_pairs(text, hit, opened):
        return True  # «Целинный – Ок-Олтин» и «Сырдария – Малик»
    for one, other in pairwise(text.names):
        if across(one, other) and joined(text, one, other):
            first, last = one.first, other.last
            words = text.low[last:opened] if last <= opened else text.low[hit.last : first]
            if len(words) <= _ITEM and not _AND.isdisjoint(words):
                return True
    return False


def _in_row_of_pairs(text: CheckpointText, hit: Hit, opened: int) -> bool:
    """Whether the item before or after in a list of pairs in marks is a name with a dash too."""
    low = text.low
    closed = next((i for i in range(hit.last, hit.last + _ITEM) if low[i : i + 1] == ["»"]), None)
    for other in text.names:
        if other is hit or text.quote_before(other) is None or other.last >= len(low):
            continue
        if low[other.last] not in DASHES:
            continue
        if closed is not None and low[closed + 1 : other.first] in (["и", "«"], [",", "«"]):
            return True
        if other.last < opened <= other.last + _ITEM and low[opened - 1] in _AND:
            return True
    return False


def _past_quotes(low: list[str], at: int, step: int) -> int:
    """The first token from one on that is no mark."""
    while 0 <= at < len(low) and low[at] in QUOTES:
        at += step
    return at


def _is_name(text: CheckpointText, at: int, step: int) -> bool:
    return any(
        (hit.first == at if step > 0 else hit.last == at + 1) and text.capital(hit.first)
        for hit in text.names
    )


def chained(text: CheckpointText, one: Hit, other: Hit) -> bool:
    """Whether two names stand in one list, in either order."""
    left, right = (one, other) if one.first <= other.first else (other, one)
    if right.first - left.last > GAP:
        return False
    between = text.low[left.last : right.first]
    return all(word in _LISTED or word in DASHES for word in between)


def joined(text: CheckpointText, one: Hit, other: Hit) -> bool:
    """Whether nothing but a dash and what a list has stands between two names."""
    left, right = (one, other) if one.first <= other.first else (other, one)
    return chained(text, left, right) and not DASHES.isdisjoint(text.low[left.last : right.first])


def across(one: Hit, other: Hit) -> bool:
    """Whether two names are the two sides of one crossing."""
    same = one.entry.extra["register"] == other.entry.extra["register"]
    return same and one.entry.kind != other.entry.kind


def below(text: CheckpointText, one: Hit, other: Hit) -> bool:
    """Whether two names open lines of a list: «• «Жайсан» (…) – … • «Шарбакты» (…) – …»."""
    if text.sentence[other.first] - text.sentence[one.first] > _LINES:
        return False
    return text.opens_line(one) and text.opens_line(other)
