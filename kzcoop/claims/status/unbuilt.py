"""Projects that are not there yet, by words that name no plan.

«для второй очереди подобрали девять инвестпроектов»              chosen
«То, что стоит в очереди, дороже», «до них руки не дошли»         waiting
«17, которые готовили: без малого 500 млн»                        in a clause on them
«пять проектов прорабатывают, вслед за ними 25», «ещё к 25»       after others
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words, either

_CHOSEN = Stems(
    "выбрал", "выбран", "набрал", "набран", "одобр", "отобр", "подобр", "претенду", "утверд",
    but=("набралась", "набралось"),
)  # fmt: skip
_QUEUE, _AHEAD = Words("очередь", "очереди", "этап", "этапа"), Words("впереди")
_NOT = Words("не")
_LISTS = Stems("перечен", "перечн", "портфел", "проект", "списк", "список", "стройк")
_WHICH = either(Stems("котор"), Words("где", "те"))
_AFTER, _MORE = Words("ними", "ним"), Words("еще")
UNBUILT = either(_CHOSEN, _QUEUE, _AHEAD, _NOT, _WHICH, _AFTER, _MORE)
_NEXT = ("втор", "друг", "нов", "очередн", "следующ", "трет")
_YET = ("возве", "возво", "добра", "доход", "дошл", "запущ", "нача", "постро", "приступ")
_PREPARING = (
    "готов", "добира", "доход", "изуча", "ищ", "намере", "обсуд", "обсужд", "предсто", "проверя",
    "прораб", "просчит", "рассматр", "собира", "согласов",
)  # fmt: skip
_READY = frozenset({"готов", "готова", "готово", "готовы"})
_MARKS = frozenset(",.;:()–—")
_CHOOSING = 8  # tokens from «подобрали» to what is chosen
_LED, _ADDED = 6, 2  # tokens of «вслед за ними ещё», «ещё к»


def is_unbuilt(one: Draft, done: Sequence[Draft]) -> bool:
    """Whether projects, their worth or their jobs are still to come.

    For a figure that no other word tells to be ahead, in a sentence with a word of ``UNBUILT``.
    """
    sentence = one.sentence
    if one.indicator == "projects_count" and _which_prepares(one):
        return True
    if done and _follows(one, done):
        return True
    if any(
        c.entry.kind == "done" and c.first < one.at and sentence.word_before(c.first) != "не"
        for c in sentence.cues
    ):
        return False
    if one.indicator == "projects_count" and (_chosen(one) or _for_next(one)):
        return True
    return _waits(one)


def _chosen(one: Draft) -> bool:
    """«Для следующей очереди выбрали пять инвестпроектов», «претендуют четыре проекта»."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if not sentence.begins(_CHOSEN) or sentence.has("done"):
        return False  # «утвердили шесть проектов, один уже запущен»
    if any(word.startswith("заявк") for word in low[one.first : one.last]):
        return False  # «фонд одобрил две заявки на 45 млн»: what it pays for
    return any(
        0 < lead - at <= _CHOOSING and not one.crossed(at, one.at) for at in sentence.where(_CHOSEN)
    )


def _for_next(one: Draft) -> bool:
    """«заявили на вторую очередь пять проектов»."""
    sentence, low = one.sentence, one.sentence.low
    return any(
        low[at - 1].startswith(_NEXT) and low[at - 2] in ("для", "на")
        for at in sentence.where(_QUEUE)
        if at < one.at
    )


def _waits(one: Draft) -> bool:
    """«То, что стоит в очереди», «Впереди список длиннее», «ещё не построенное оценивают»."""
    sentence, low = one.sentence, one.sentence.low
    if any(at < one.at and low[at - 1] == "в" for at in sentence.where(_QUEUE)):
        return True
    listed = one.indicator != "investment" and sentence.begins(_LISTS)
    if listed and any(at < one.at for at in sentence.where(_AHEAD)):
        return True
    return any(
        sentence.word_at(at + 1).startswith(_YET) for at in sentence.where(_NOT) if at < one.at
    )


def _which_prepares(one: Draft) -> bool:
    """«ещё 40, до которых руки только доходили», «четыре на 180 млн, по которым ищут деньги»."""
    sentence, low = one.sentence, one.sentence.low
    at = one.last
    for other in sentence.quantities:
        if other.kind == "money" and at <= other.lead <= at + 3:
            at = other.last
            break
    if sentence.word_at(at) != ",":
        return False
    opened = at + 1
    if low[opened : opened + 3] in (["те", ",", "что"], ["те", ",", "которые"]):
        opened += 2
    elif not any(word.startswith(("котор", "где")) for word in low[opened : opened + 2]):
        return False
    words = []
    for index in range(opened, sentence.last):
        if low[index] in _MARKS:
            break
        words.append(low[index])
    if not words or _READY.intersection(words):
        return False
    if any(
        c.entry.kind == "done" and opened <= c.first < opened + len(words) for c in sentence.cues
    ):
        return False
    return any(word.startswith(_PREPARING) for word in words)


def _follows(one: Draft, done: Sequence[Draft]) -> bool:
    """«пять проектов прорабатывают, вслед за ними 25 поменьше»: as far as those before."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    after = any(low[at - 1] == "за" and 0 < lead - at <= _LED for at in sentence.where(_AFTER))
    more = any(0 < lead - at <= _ADDED for at in sentence.where(_MORE))
    before = next((d for d in reversed(done) if d.indicator == one.indicator), None)
    if before is None or before.status != "planned" or not (after or more):
        return False
    # «проработают восемь проектов, ещё три уже запущены»
    return after or not any(
        cue.entry.kind in ("done", "now") and before.last <= cue.first <= one.last + _ADDED
        for cue in sentence.cues
    )
