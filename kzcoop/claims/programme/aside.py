"""Words of work that are said by the way, and are done to no post.

«Откройте ещё одно окно!», «под открытым небом»        asked for, and said of where
«построен он был под 500 машин»                        how much a post was to take
«после ремонта открыли десять полос»                   lanes
«построены ещё в девяностые»                           of old
«закрывать пункт не собираются»                        denied
"""

from __future__ import annotations

from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit

_GOVERNED, _NEAR = 4, 5  # tokens from a verb to what it governs
_FAR = 10  # tokens of «построены более двадцати лет назад»
_DECADES = ("восьмидесят", "девяност", "семидесят", "советск", "ссср", "шестидесят")
_OLD = ("19", "2000", "2001", "2002", "2003")  # years: the reports are later
_LANES = Stems("полос")
_MEANS = ("буд", "дума", "намер", "планир", "предпол", "собира", "стан", "хот")
# «хотя прежде на зиму здесь вводили дневной график»
_SHUT = ("закр", "приостан")
# for which posts are shut for days
_WEATHER = Stems(
    "бури", "бурана", "буран", "каникул", "метел", "непогод", "погодн", "праздник",
    "праздничн", "снег", "снегопад",
)  # fmt: skip
_WISH = Words("бы")
_ONCE = Words("прежде", "раньше", "ранее")


def is_aside(sentence: Sentence, hit: Hit) -> bool:
    """Return whether a word is asked for, was so once, or says no more than where.

    «Откройте второе окно», «…, хотя прежде на зиму здесь вводили дневной график», «под открытым
    небом»
    """
    low = sentence.low
    if low[hit.first].endswith("йте") or low[hit.last : hit.last + 1] == ["небом"]:
        return True
    if hit.entry.id == "regime" and sentence.begins(_WEATHER):
        return low[hit.first].startswith(_SHUT)  # «закрыты из-за снега», «на праздники»
    if sentence.holds(_WISH) and "бы" in low[max(sentence.first, hit.first - _NEAR) : hit.last + 1]:
        return True  # «лишь бы шлагбаум подняли»
    if not sentence.holds(_ONCE):
        return False
    comma = next((i for i in range(hit.first, sentence.first, -1) if low[i] == ","), None)
    return comma is not None and low[comma + 1] == "хотя" and low[comma + 2] in _ONCE


def built_for(sentence: Sentence, hit: Hit) -> bool:
    """«построен он был под 500 машин», «строили его в расчёте на 700»: how much it was to take."""
    words = sentence.low[hit.last : hit.last + _NEAR]
    under = "под" in words and not sentence.periods
    return under or any(word.startswith("расчет") for word in words)


def built_long_ago(sentence: Sentence, hit: Hit) -> bool:
    """Return whether a post is told to be old: «построены ещё в девяностые», «в 1996 году».

    Also «более двадцати лет назад», «в советское время»: what there is, and no work.
    """
    low = sentence.low
    near = low[max(sentence.first, hit.first - _NEAR) : min(sentence.last, hit.last + _FAR)]
    if any(word.startswith(_DECADES) for word in near):
        return True
    if "назад" in near and any(word in ("лет", "десятилетий", "десятилетия") for word in near):
        return True
    return any(
        (period.value or "").startswith(_OLD)
        and hit.first - _NEAR <= period.first <= hit.last + _NEAR
        for period in sentence.periods
    )


def opens_lanes(sentence: Sentence, hit: Hit) -> bool:
    """«открыли десять полос», «открыты дополнительные полосы»: lanes, and no posts."""
    ahead = sentence.low[hit.last : min(sentence.last, hit.last + _GOVERNED)]
    at = next((i for i, word in enumerate(ahead) if word.startswith(_LANES)), None)
    return at is not None and not any(is_post(word) for word in ahead[:at])


def is_denied(sentence: Sentence, hit: Hit) -> bool:
    """«закрывать пункт не собираются»: an infinitive whose verb is denied."""
    low = sentence.low
    if not low[hit.first].endswith("ть") or "не" not in low[hit.last : sentence.last]:
        return False
    at = low.index("не", hit.last)
    return sentence.word_at(at + 1).startswith(_MEANS)
