"""How far projects are that a sentence tells of, where the words beside a figure do not say it.

«Обсуждали восемь проектов. Суммарная цена – 1,2 млрд»        their price is of what is planned
«остальные существуют в чертежах, их оценивают в 2,4 млрд»    so is what they are valued at
«Построят терминал на 90 га. Стоимость объекта – 18 млрд»     a plan that counts nothing
«Завод запустили весной. Он обошёлся в 40 млн»                there already
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import STAGED
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.claims.status.promise import EMPLOYED
from kzcoop.language.stems import Stems

# verbs that tell how much, and not whether: «оценивается в», «составила»
_NEUTRAL = Stems(
    "достиг", "исчисл", "насчит", "оцен", "подешев", "подорож", "прибли", "превы", "равен", "равн",
    "состав",
)  # fmt: skip
_BUILD = Stems(
    "возвед", "возвод", "запуст", "запуще", "откро", "откры", "постро", "соору", "строит", "строят",
)  # fmt: skip
_VALUE = Stems("оценил", "оценен", "оценив", "потян", "тянут")
_PORTFOLIOS = Stems("инициатив", "начинани", "портфел", "проект")
_VALUED = 9  # tokens from «оценили» to the price of the next
_PRICE = ("бюджет", "общ", "смет", "совокупн", "стоимост", "суммарн", "цен")
_COUNTED = frozenset({"checkpoints_count", "projects_count", "projects_value"})
# what money had: «выделено 8 млрд», «направили на ремонт»
PAID = Stems("выделен", "выделил", "израсход", "направил", "направлен", "освоен", "потрач")
_CLOSE = 4  # tokens from «оцениваются» to its figure
_PRICED = frozenset({"jobs", "projects_value"})


def neutral(one: Draft, word: str) -> bool:
    """Whether a verb beside a figure of projects says nothing of how far they are."""
    if one.indicator not in STAGED or not word.startswith(_NEUTRAL):
        return False
    # «составила 8 млрд» was paid; «подорожала с 7 до 11 млрд» was reckoned
    return word.startswith(("оцен", "подешев", "подорож")) or tense(word) != "past"


def stage_taken(one: Draft, done: Sequence[Draft], before: str) -> str:
    """Return the status that a figure of projects takes over where no word tells its own.

    Parameters
    ----------
    one
        The draft, of which no word says that it is planned.
    done
        The drafts of the same sentence before it.
    before
        How far the projects are that the sentences before told of.
    """
    counted = next((d for d in reversed(done) if d.indicator in _COUNTED), None)
    if counted is not None and one.indicator == "projects_value" and _beside(one, counted):
        return counted.status  # «рассчитывают пустить 13 (цена – до 3,7 млрд), ещё 4 достроить»
    if counted is not None and one.indicator in _PRICED and _after_planned(one, counted):
        return "planned"  # «12 запущены, ещё 40 предстоит построить: 23 млрд и 17 тыс. мест»
    if (one.indicator not in _PRICED and not _invested(one)) or _told(one):
        return "actual"
    if counted is not None:
        return counted.status
    ahead = any(
        c.first < one.at and c.entry.kind in ("planned", "studied") for c in one.sentence.cues
    )
    return "planned" if ahead or (one.indicator == "projects_value" and _valued(one)) else before


def _after_planned(one: Draft, counted: Draft) -> bool:
    """Whether the projects counted last are planned, and nothing past them is done."""
    return counted.status == "planned" and not any(
        cue.entry.kind == "done" and counted.last <= cue.first < one.at for cue in one.sentence.cues
    )


def _beside(one: Draft, counted: Draft) -> bool:
    """Whether a price is told right after what it is of, in brackets or by «стоимостью»."""
    words = one.sentence.low[counted.last : one.quantity.lead]
    return len(words) <= _CLOSE and any(word.startswith(_PRICE) for word in words)


def _invested(one: Draft) -> bool:
    """«Хотят построить терминал. Вложения оцениваются в 60 млн»: what it will take."""
    sentence, low = one.sentence, one.sentence.low
    return (
        one.indicator == "investment"
        and one.kind == "money"
        and not sentence.periods
        and any(
            low[cue.first].startswith("оцен") and 0 < one.at - cue.first <= _CLOSE
            for cue in sentence.cues
        )
    )


def _valued(one: Draft) -> bool:
    """«ветровую станцию оценили в 1,4 млрд, дата-центр – в 2»: what is yet to be built.

    Not «оценил портфель общих проектов в 6 млрд», of which some may be there.
    """
    sentence = one.sentence
    if not sentence.begins(_VALUE) or sentence.begins(_PORTFOLIOS):
        return False
    return any(0 < one.at - at <= _VALUED for at in sentence.where(_VALUE))


def goes_on(sentence: Sentence, paragraphs: int) -> bool:
    """Whether a sentence may be of projects told of so many paragraphs before.

    «В 2026 году начнётся реконструкция пяти постов. ¶ Стоимость оценивают в 88 млрд тенге»
    """
    return paragraphs == 0 or (paragraphs == 1 and sentence.low[sentence.first].startswith(_PRICE))


def _told(one: Draft) -> bool:
    """Whether the sentence says that things are there."""
    sentence = one.sentence
    if one.indicator == "jobs" and sentence.begins(EMPLOYED):
        return True
    if one.indicator == "projects_value" and _was_paid(one):
        return True
    return any(
        cue.entry.kind == "done"
        or (
            cue.entry.kind in ("down", "reach", "up")
            and not neutral(one, sentence.low[cue.first])
            and tense(sentence.low[cue.first]) == "past"
        )
        for cue in sentence.cues
    )


def _was_paid(one: Draft) -> bool:
    """«В прошлом году выделено 8 млрд, в нынешнем – 21»: money that was given or spent."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(PAID):
        return False
    paid = max((i for i in range(sentence.first, one.at) if low[i].startswith(PAID)), default=-1)
    ahead = [c.first for c in sentence.cues if c.entry.kind in ("planned", "studied")]
    return paid >= 0 and not any(at < one.at for at in ahead)


def stage_of(sentence: Sentence, done: Sequence[Draft]) -> str | None:
    """Return how far the projects are that a sentence tells of, or None where it tells of none."""
    for one in reversed(done):
        if one.indicator in _COUNTED:
            return one.status
    if not sentence.begins(_BUILD) and not (
        sentence.indicators
        and any(hit.entry.value == "projects_value" for hit in sentence.indicators)
    ):
        return None
    if sentence.has("done"):
        return "actual"
    return "planned" if sentence.has("planned", "studied") else None
