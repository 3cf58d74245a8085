"""Whether a word of goals, plans or chances tells another thing where it stands.

«страны могут выйти на 1 млрд»                possible, and no plan
«отправили за рубеж 300 тыс. тонн»            another sense
«готовы три поста», «готовы к 10 млрд»        ready; something to do
«на форуме «Регион – новые возможности»»      a name
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit

_HAS_BEEN = frozenset("показатель прирост результат рекорд рост".split())
_FROM = frozenset({"до", "от"})
_SHORT = ("далек", "дотян", "недобор", "недобр", "недотян", "отста", "отстав", "разрыв", "хвата")
_HEIGHT = ("максимум", "пик", "рекорд", "уров")  # «достигнут исторический максимум»
_TAKEN = Stems(
    "взял", "взят", "выполнен", "достигнут", "пройден", "покорил", "преодоле",
    but=("взять", "достигнуть"),
)  # fmt: skip
_BARS = ("планк", "рубеж", "цел")
_DONE = ("выполнен", "решен")
_SOONEST = ["как", "можно"]
_QUOTES = frozenset('«»"')
_NAME = 8  # tokens of a quoted name
SAY = ("говорить", "назвать", "оценить", "отнести", "сказать", "сравнить", "судить", "считать")
_READY = frozenset("готов готова готово готовы реально".split())
_TO_DO, _DOING = 7, 12  # tokens from «готовы» to what is to do, and from that to «готовы»

_COMES_TO = frozenset({"выйдет", "наберется", "получится"})
_RECKONED = Words("взять", "вспомнить", "вычесть", "мерить", "отнять", "поделить", "сложить")
_IF = Words("если")
_ADDED = Stems("прибавить", "приплюс", "суммир", "считать", "учесть")


def in_other_sense(one: Draft, cue: Hit, kind: str) -> bool:
    """Return whether a word of goals, plans or chances tells another thing here."""
    sentence, low, word = one.sentence, one.sentence.low, one.sentence.low[cue.first]
    if kind == "goal" and word.startswith(_BARS) and _was_taken(one):
        return True  # «планку в два миллиарда взяли»
    if kind == "goal" and cue.first > one.at and _short_of(one, cue):
        return True  # «оборот – 1,2 млрд, отставание от целевого показателя – 800 млн»
    if word.startswith("задач") and cue.last < sentence.last and low[cue.last].startswith(_DONE):
        return True  # «экспорт – 300 млн, задача выполнена»
    if word.startswith("цел") and low[cue.first - 2] == "на":
        return True  # «на эти цели выделили 30 млн»
    if word.startswith("рубеж"):
        return low[cue.first - 1] in ("за", "из-за")  # «отправили за рубеж 300 тыс. тонн»
    if word == "выйти":
        # «страны могут выйти на 1 млрд»
        return any(
            c.entry.kind == "potential" and 0 < cue.first - c.first <= 3 for c in sentence.cues
        )
    if word == "может" and low[cue.last : cue.last + 2] == ["быть", ","]:
        return True  # a word put in: «может быть, не то, что накоплено 10 млрд»
    if word == "можно" and sentence.word_at(cue.last).startswith(SAY):
        return True  # «сейчас её можно оценить в 180 млн»
    if word in _COMES_TO and (
        sentence.holds(_RECKONED) or (sentence.holds(_IF) and sentence.begins(_ADDED))
    ):
        return True  # «Если сложить все продукты, выйдет 418 тыс. тонн»
    if word == "следует":
        # «по территории следует 85% товаров»: goes, and not ought
        return tense(sentence.word_at(cue.last)) != "infinitive"
    if word.startswith("возможност"):  # «порт увеличивает возможности с 14 до 23 млн тонн»
        return any(
            hit.entry.id == "capacity" and hit.first <= cue.first < hit.last
            for hit in sentence.indicators
        )
    if word in _READY:
        return is_ready(one, cue)
    if word == "достигнут":
        # «рост достигнут за счёт спроса»
        return bool(
            _HAS_BEEN.intersection(low[max(sentence.first, cue.first - 5) : cue.first])
        ) or any(w.startswith(_HEIGHT) for w in low[cue.last : cue.last + 3])
    return low[cue.first - 1 : cue.last] == _SOONEST


def _was_taken(one: Draft) -> bool:
    """«планку в два миллиарда взяли», «задача выполнена»; not «цель пока не достигнута»."""
    sentence, low = one.sentence, one.sentence.low
    return sentence.begins(_TAKEN) and any(
        low[index].startswith(_TAKEN) and low[index - 1] != "не"
        for index in range(sentence.first, sentence.last)
    )


def _short_of(one: Draft, cue: Hit) -> bool:
    """«это далеко до планки», «недобрали до цели»: a goal that the figure before falls short of."""
    low = one.sentence.low
    if low[cue.first - 1] not in _FROM:
        return False
    return any(word.startswith(_SHORT) for word in low[max(one.last, cue.first - 5) : cue.first])


def is_ready(one: Draft, cue: Hit) -> bool:
    """Return whether things are ready: «готовы три поста», «реально работают 14 фирм»."""
    return one.sentence.low[cue.first] in _READY and not _to_do(one, cue)


def _to_do(one: Draft, cue: Hit) -> bool:
    """Whether there is something to do: «готовы к 10 млрд», «поставить страна готова 5 млн»."""
    sentence, low, clause = one.sentence, one.sentence.low, one.sentence.clause(cue.first)
    figures = {i for q in sentence.quantities for i in range(q.lead, q.last)}  # «семидесяти»
    return sentence.word_at(cue.last) in ("к", "ко") or any(
        sentence.clause(index) == clause
        and index not in figures
        and tense(low[index]) == "infinitive"
        for index in range(
            max(sentence.first, cue.first - _DOING), min(cue.last + _TO_DO, sentence.last)
        )
    )


def in_name(one: Draft, cue: Hit) -> bool:
    """Return whether a cue stands in a quoted name: «на форуме «Регион – новые возможности»»."""
    sentence, low = one.sentence, one.sentence.low
    left = max(sentence.first, cue.first - _NAME)
    opened = next((i for i in range(cue.first - 1, left - 1, -1) if low[i] in _QUOTES), None)
    if opened is None or low[opened] == "»":
        return False
    if not sentence.mentions.tokens.surface(opened + 1, opened + 2)[0].isupper():
        return False  # «тридцать – «заветная цифра»»
    if low[opened] == '"' and low[sentence.first : opened].count('"') % 2:
        return False
    right = min(sentence.last, cue.last + _NAME)
    close = next((i for i in range(cue.last, right) if low[i] in _QUOTES), None)
    if close is None or opened < one.at < close:
        return False
    return low[close + 1 : close + 3] not in ([",", "–"], [",", "—"], [",", "-"])
