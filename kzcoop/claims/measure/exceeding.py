"""By how much more or less: «на 70 млн больше», «на 300 тыс. тонн или в полтора раза больше»."""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import direction
from kzcoop.language.stems import Words

MORE = Words("больше", "меньше", "выше", "ниже")
_TRADED = ("ввез", "вывез", "закуп", "купил", "наторгов", "отправ", "прода")
_ALONE = frozenset({"это", ",", "–", "—"})  # before «на», where no verb governs it
_OR = 3  # tokens of «, или на»


def exceeds(one: Draft, preposition: str) -> bool:
    """Return whether more or less is told, and set the sign.

    «на 70 млн больше», «на 80 тысяч тонн, или на 5%, больше»
    """
    if not one.sentence.holds(MORE):
        return False
    low = one.sentence.low
    after = low[one.last : one.last + 3]
    if after == [",", "или", "на"]:
        # not «ввезено на 3 млрд, или на 36% больше»: of the percentage alone
        words = low[one.last + 3 : one.last + 8]
        after = [word for at, word in enumerate(words) if word in MORE and words[at - 1] == ","]
        after = after or low[one.last : one.last + 3]
    if "или" in after[:2] and _told_in_times(one):
        after = ["больше"]
    if after[:1] == [","] and low[one.quantity.lead - 2 : one.quantity.lead] == ["или", "на"]:
        after = after[1:]  # «на 12%, или на 95 млн долларов, меньше»
    if after[:1] == ["и"]:
        # «на 14 тысяч тонн и на 11 миллионов долларов больше», «на 9 тыс. и 4 тыс. тонн меньше»
        following = next(
            (q for q in one.sentence.quantities if q.lead in (one.last + 1, one.last + 2)), None
        )
        after = low[following.last : following.last + 1] if following is not None else after
    if not any(word in MORE for word in after[:1]):
        return False
    if preposition != "на" and not _joined_by_and(one):
        return False
    if after[:1] != low[one.last : one.last + 1] and _goes_on_trading(one):
        return False  # «наторговали на 1,2 млрд, за полгода – на 785 млн, или на 7% меньше»
    one.value *= direction(one, one.sentence)
    return True


def _told_in_times(one: Draft) -> bool:
    """«Это на 1,4 млн тонн или вдвое больше», not «ввезли на 3 млрд, или вдвое больше»."""
    sentence = one.sentence
    times = next((q for q in sentence.quantities if q.first >= one.last), None)
    if times is None or times.kind not in ("percent", "ratio") or times.lead - one.last > _OR:
        return False
    at = times.last + (sentence.word_at(times.last) == ",")
    lead = one.quantity.lead
    lead -= sentence.word_before(lead) == "на"  # after «почти» it is within
    return sentence.word_before(lead) in _ALONE and sentence.word_at(at) in MORE


def _goes_on_trading(one: Draft) -> bool:
    """Whether «на» before a figure is that of a verb of trade before another one."""
    sentence, low = one.sentence, one.sentence.low
    return sentence.word_before(one.quantity.lead - 1) in ("–", "—") and any(
        q.last <= one.first and low[q.lead - 1] == "на" and low[q.lead - 2].startswith(_TRADED)
        for q in sentence.quantities
    )


def _joined_by_and(one: Draft) -> bool:
    """The second of «на 8 тыс. тонн и 3 тыс. тонн меньше», «на 22% или 29 тысяч больше»."""
    sentence, lead = one.sentence, one.quantity.lead
    return sentence.word_before(lead) in ("и", "или") and any(
        q.last == lead - 1 and "на" in (sentence.word_before(q.lead), sentence.low[q.first])
        for q in sentence.quantities
    )
