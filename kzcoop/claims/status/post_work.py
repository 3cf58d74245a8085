"""Whether work on the checkpoints of a count is ahead, or going on.

«готовится модернизация ещё пяти постов»       planned
«о расширении двух постов рассказал министр»  planned
«введут четыре поста»                          planned
«работы начались лишь на одном»                begun
«в 2022 году запись работала на трёх из пяти»  how it was then
"""

from __future__ import annotations

import re

from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import tense
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems

# «готовится модернизация», «реконструкция затронет», «предстоит обновить»
_AHEAD = Stems(
    "готовит", "затронет", "затронут", "коснется", "коснутся", "намере", "охватит", "охватят",
    "предстоит", "предстоял", "проектир", "следовал",
)  # fmt: skip
# «завершат», «введут», «откроются»
_WILL = re.compile(
    r"(введ|внедр|возвед|довед|достро|закро|запуст|заверш|законч|модернизиру|обнов|оборуду|откро|отремонтиру|перестро"
    r"|перевед|подключ|получ|постро|привед|расшир|реконструиру|сда[дс])(ат|ет|ит|ут|ют|ят)(ся)?$"
)
_UNDERTOOK = Stems("взялись", "взялось", "взялся", "обязал")
_ABOUT = frozenset({"о", "об"})
# «работы начались лишь на одном»
_BEGUN = (
    "ведет", "ведут", "вышел", "вышл", "зашел", "зашл", "идет", "идут", "начал", "начат", "появил",
    "пришел", "пришл", "приступ", "стартовал", "трудят",
)  # fmt: skip
_WORKS = ("было", "был", "была", "действова", "включал", "применял", "работал", "функционировал")
_WORKED = Stems(*_WORKS)
_NEAR = 4
_FAR = 6  # tokens of «три поста Павлодарской области, «Аят»»


def planned(one: Draft) -> bool:
    """Return whether work on the posts counted is ahead."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.begins(_AHEAD) and any(
        low[i].startswith(_AHEAD) for i in range(sentence.first, one.at)
    ):
        return True
    if sentence.begins(_UNDERTOOK) and any(
        i < one.at
        and not sentence.between(i, one.at)
        and tense(sentence.word_at(i + 1)) == "infinitive"
        for i in sentence.where(_UNDERTOOK)
    ):
        return not begun(one)  # «взялись привести в порядок шесть постов»
    clause = sentence.clause(one.at)
    for at in range(sentence.first, sentence.last):
        if sentence.clause(at) == clause and _WILL.match(low[at]):
            return True
    if (verb := _past_names(one)) and _WILL.match(verb):
        return True
    works = sentence.mentions.hits["programmes"]
    start = max(sentence.first, one.quantity.lead - 2)
    # «О расширении двух постов рассказал министр»
    return any(
        i in works and i > sentence.first and low[i - 1] in _ABOUT
        for i in range(start, one.quantity.lead)
    )


def begun(one: Draft) -> bool:
    """Return whether work is going on at the posts counted: «начались лишь на одном»."""
    first, lead = one.sentence.first, one.quantity.lead
    words = one.sentence.low[max(first, lead - _NEAR - 1) : lead]
    if len(words) > _NEAR and words[0] != "речь":
        words = words[1:]
    # not «речь в нём идёт о двенадцати постах»
    return "речь" not in words and any(word.startswith(_BEGUN) for word in words)


def worked_then(one: Draft) -> bool:
    """Return whether a regime is told of an earlier year: «в 2022 году запись работала на трёх».

    «можно было воспользоваться только на трёх из семи», whatever is asked for the others.
    """
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_WORKED) or not any(
        p.role == "at" and p.months is None and p.last <= one.first for p in sentence.periods
    ):
        return False
    led = [i for i in range(sentence.first, one.first) if not sentence.between(i, one.at)]
    if not any(low[i].startswith(_WORKS) and is_past(low[i]) for i in led):
        return False
    could = any(low[i] == "можно" for i in led)
    return could or not any(tense(low[i]) == "infinitive" for i in led)


def _past_names(one: Draft) -> str | None:
    """The verb of «три поста, «Аят», «Косак» и «Убаган», до 2027 года получат …»."""
    sentence, low = one.sentence, one.sentence.low
    named = [post for post in sentence.posts if post.first >= one.last]
    if not named or len(named) != one.value or named[0].first - one.last > _FAR:
        return None
    after = range(named[-1].last, sentence.last)
    if any(q.first >= named[-1].last and q.kind != "ordinal" for q in sentence.quantities):
        return None
    return next((low[at] for at in after if _WILL.match(low[at])), None)
