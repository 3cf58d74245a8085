"""How much is missing to a goal, and by how much a level outdid another: absolute changes."""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.language.stems import Stems

_LAGS = ("недобор", "отставан", "разрыв")
_MISSING = Stems("недобра", "недоста", "недотян", "остается", "осталось", "хвата", *_LAGS)
_BARS = ("задач", "ориентир", "отметк", "план", "рубеж", "цел")
_BEHIND = 12  # tokens from «отставание» to its figure
_EXCEEDED = Stems("обогна", "обошл", "обошел", "опере", "перекры", "превзош", "превыс", "превыш")
_MEASURED = ("показател", "прежн", "прошлогодн", "результат", "уров")
_OUTDID = 9  # tokens from «превысив» to by how much


@needs(_MISSING)
def is_missing(one: Draft) -> bool:
    """«До цели остаётся 640 млн», «до целевых десяти миллиардов не хватает четырёх»."""
    low, sentence = one.sentence.low, one.sentence
    if one.indicator == "turnover" and _behind(one):
        return True
    led = low[max(sentence.first, one.quantity.lead - 2) : one.quantity.lead]
    left = any(word.startswith(_MISSING) for word in led)
    return left and one.indicator == "turnover" and any(
        low[i] == "до" and low[i + 1].startswith(("цел", "планк", "рубеж", "отметк"))
        for i in range(sentence.first, one.at - 1)
    )  # fmt: skip


def _behind(one: Draft) -> bool:
    """«отставание от целевого показателя – 780 млн», «недобор до планки составил 300 млн»."""
    sentence, low = one.sentence, one.sentence.low
    for index in range(one.quantity.lead - 1, max(sentence.first, one.at - _BEHIND) - 1, -1):
        if low[index] in (",", ";", ":"):
            return False
        if low[index].startswith(_LAGS):
            return any(word.startswith(_BARS) for word in low[index + 1 : one.quantity.lead])
    return False


@needs(_EXCEEDED)
def outdid(one: Draft) -> bool:
    """«превысив прошлогодний на 65 млн», «превысили показатель 2023 года на 330 тыс. тонн»."""
    sentence, low = one.sentence, one.sentence.low
    if low[one.at - 1] != "на":
        return False
    for index in range(one.at - 1, max(sentence.first, one.at - _OUTDID) - 1, -1):
        if low[index] in (",", ";", "–", "—"):
            return False
        if low[index].startswith(_EXCEEDED):
            words = low[index + 1 : one.at - 1]
            if any(word.startswith(_MEASURED) for word in words):
                one.qualifier = "exact"
                return True
            return False
    return False
