"""Status: whether a figure is actual, or a target, a plan or a potential."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import MOVED
from kzcoop.claims.draft import Draft
from kzcoop.claims.governing import governing, preposition_of
from kzcoop.claims.modality import modality, of_plan
from kzcoop.claims.post_count import begun, planned
from kzcoop.claims.sentence import answers_goal, tense
from kzcoop.language.stems import Stems
from kzcoop.lexicon.loader import Hit

# indicators whose level can be a target
_FLOWS = MOVED | {"other"}
# «меры по наращиванию товарооборота до 2 млрд»
# «страны увеличивают перевозки до 60 млн тонн»
_RAISE = frozenset("доводят наращивают повышают поднимают увеличивают".split())
_RAISING = (
    "доведени", "наращивани", "повышени", "поднят", "расширени", "увеличени", "удвоени",
)  # fmt: skip
# «подтвердили настрой нарастить товарооборот до 10 млрд»; not «удалось нарастить»
_TO_RAISE = ("довести", "нарастить", "повысить", "поднять", "увеличить")
_MANAGED = Stems("позволил", "помог", "смог", "сумел", "удал")
_DASHED = (["–"], ["—"], ["-"], ["–", "на"], ["—", "на"])  # «годом ранее – 571 тыс.»
_COMPARED = (["сравнению", "с"], ["сравнении", "с"])
# indicators of works, which are planned and no target
_WORKS = frozenset({
    "checkpoints_count", "enterprises_count", "investment", "jobs", "projects_count",
    "projects_value",
})  # fmt: skip
# «пост может пропускать», «планируемая пропускная способность»
_CAN = frozenset({"могу", "могут", "может"})
_PLANNED = ("будущ", "ожидаем", "перспективн", "планируем")
_WILL = Stems("будет", "будут")
_AIMS = Stems("целев", "ориентир")
_PRESENT = ("нынешних", "сегодняшних", "текущих")  # «с сегодняшних 344 тысяч»
_MUST = Stems("должен", "должн", "необходимо", "нужно", "предстоит", "следует")
_ORDERED = Stems("привлеч", "поручен")
_ABLE = Stems("смож", "смог")
_PROJECTS = Stems("завод", "комплекс", "портфел", "проект", "строит", "фабрик")
# «подписали три контракта»; not «будут подписаны»
_SIGNED = Stems("подписал", "подписан", "подписав", "скрепил")
_PAPERS = ("договор", "контракт", "меморандум", "соглашени")
_TO_SIGN = ("будет", "будут", "быть", "планир", "ожида", "подписани", "предстоит")
# jobs that are there
_EMPLOYED = Stems(
    "занят", "работает", "работают", "трудит", "трудоустроено", "трудоустроены", "трудят"
)  # fmt: skip


def assign_status(one: Draft, done: Sequence[Draft], of_goals: bool, before: str) -> None:
    """Set status, and the measure target for a future level of a flow.

    Parameters
    ----------
    one
        The draft, its measure known.
    done
        The drafts of the same sentence before it.
    of_goals
        Whether the paragraph speaks of a goal («планка торговли сдвинулась»).
    before
        The status of the figure before in the text.
    """
    if one.indicator == "checkpoints_count":
        word = one.sentence.word_before(one.quantity.lead)
        if word.startswith(("остальн", "оставш")):
            one.status = "planned"
            return
        if one.kind == "count" and word == "из":
            return  # «29 из 30 пунктов»: the thirty are there already
        if begun(one) or planned(one):
            one.status = "actual" if begun(one) else "planned"
            return
    form, verb = governing(one)
    if _was_reached(one, form, verb) or _signed(one, done):
        one.status = "actual"
        return
    status = _told(one, form, verb)
    if status == "actual" and _compares_with_now(one):
        status = before
    exported = one.indicator == "export" and one.kind == "money"
    if exported and one.measure == "increment" and status != "actual":
        one.indicator, status = "export_potential", "potential"
    lead = one.quantity.lead
    compared = one.sentence.low[lead - 2 : lead] in _COMPARED
    compared = compared or one.sentence.word_before(lead) == "против"
    compared = compared or any(
        p.role == "base" and one.sentence.low[p.last : lead] in _DASHED and p.last <= lead
        for p in one.sentence.periods
    )
    if compared and one.measure == "level":
        one.status = "actual"  # «довести до 3 млрд в 2018 году в сравнении с 2 млрд в 2017-м»
        return
    if _is_start(one, form) and not _after_change(done):
        one.status, one.is_base = "actual", True
        return
    listed = bool(done) and done[-1].status == "actual" and done[-1].indicator == one.indicator
    if status == "actual" and of_goals and not listed and _may_be_goal(one):
        status = "target"
    going_on = status == "actual" and bool(done) and not of_plan(done[-1])
    if going_on and _goes_on(one, done[-1], form, verb):
        status = done[-1].status
    elif going_on and one.indicator in ("projects_count", "projects_value"):
        # «прорабатывают: логистика – восемь проектов (590 млн), сельское хозяйство – шесть»
        same = next((d for d in reversed(done) if d.indicator == one.indicator), None)
        status = same.status if same is not None and _listed(one, same) else status
    if one.indicator == "turnover" and status in ("actual", "planned") and _answers(one):
        status = "target"
    one.status = status
    raised = one.indicator == "investment" and (status == "target" or preposition_of(one) == "до")
    if raised and status != "actual" and one.measure == "level":
        one.measure = "target"
    flow = one.indicator in _FLOWS and not (one.indicator == "other" and one.kind == "money")
    if one.measure == "level" and flow and status != "actual":
        agreed = any(cue.entry.id == "delivery.contract" for cue in one.sentence.cues)
        one.measure = "level" if agreed else "target"
    if one.indicator in ("goods_positions", "export_potential"):
        one.status = "potential"


def _signed(one: Draft, done: Sequence[Draft]) -> bool:
    """«обсудили планы и подписали семь меморандумов»: papers that are there already."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "other" or not sentence.begins(_SIGNED):
        return False
    papers = done[-1] if one.kind == "money" and done else one
    noun = papers.quantity.noun
    led = low[max(sentence.first, one.quantity.lead - 2) : one.quantity.lead]
    # «подписали соглашение на $4 млрд»
    single = one.kind == "money" and led[-1:] == ["на"] and led[0].startswith(_PAPERS)
    if not single and (noun is None or noun.id != "agreement"):
        return False
    for index in range(one.at - 1, sentence.first - 1, -1):
        if low[index].startswith(_TO_SIGN):
            return False
        if low[index].startswith(_SIGNED):
            return not sentence.word_before(index).startswith(_TO_SIGN)
    return any(word.startswith(_SIGNED) for word in low[one.last : one.last + 3])


def _compares_with_now(one: Draft) -> bool:
    """«сможет пропускать 900 машин, что вдвое превышает нынешний показатель»: as far ahead."""
    low, sentence = one.sentence.low, one.sentence
    return one.measure == "change_ratio" and any(
        low[index].startswith(("нынешн", "сегодняшн", "текущ"))
        and low[index + 1].startswith(("мощност", "показател", "уров", "возможност"))
        for index in range(sentence.first, sentence.last - 1)
    )


def _was_reached(one: Draft, form: str, verb: Hit | None) -> bool:
    """«вырос до 4,3 млрд», «вырос на 34%»: a past verb governs, and no goal stands between."""
    if one.measure not in ("change_pct", "change_ratio", "increment", "level", "target"):
        return False
    led = preposition_of(one) == "до" or one.kind in ("percent", "ratio")
    return led and form == "past" and verb is not None and _same_statement(one, verb)


def _told(one: Draft, form: str, verb: Hit | None) -> str:
    """The status that the words tell, as far as the indicator admits it."""
    sentence = one.sentence
    status = modality(one, form, verb)
    if one.indicator == "other" and one.kind in ("vehicle", "count", "tonne", "teu"):
        status = _of_capacity(one, status)
    raised = preposition_of(one) == "до" and one.measure == "level"
    if status in ("actual", "planned") and raised and _opens_target(one, verb, status):
        status = "target"
    if one.indicator == "investment" and _invites(one, status):
        return "target"
    if status == "target" and one.indicator in _WORKS:
        status = "planned"  # «намечен запуск шести проектов»: a plan, no goal
    if one.indicator == "jobs" and status == "actual":
        there = sentence.has("done", "reach") or sentence.begins(_EMPLOYED)
        there = there and not sentence.begins(_WILL)
        status = status if there else "planned"  # jobs that a project promises
    return status


def _invites(one: Draft, status: str) -> bool:
    """Whether investment is a goal of a region, a zone or a country, and no project's cost.

    «объём инвестиций к 2030 году доведут до 500 млрд», «область должна привлечь 800 млрд тенге»
    """
    sentence = one.sentence
    if one.kind != "money" or status not in ("planned", "target"):
        return False
    if status == "target" and (preposition_of(one) == "до" or sentence.begins(_AIMS)):
        return True
    by = any(period.role == "by" for period in sentence.periods)
    must = sentence.begins(_MUST) and (by or sentence.begins(_ORDERED))
    return must and not sentence.begins(_PROJECTS)


def _of_capacity(one: Draft, status: str) -> str:
    """Whether a capacity is there or only planned, as the words around it tell.

    «пост может пропускать до 900 машин» has it; «планируемая пропускная способность» and what
    stands «после реконструкции» are still to come.
    """
    sentence, low = one.sentence, one.sentence.low
    if status == "potential" and one.kind in ("teu", "tonne", "vehicle"):
        able = any(
            low[cue.first] in _CAN or low[cue.first].startswith("способ") for cue in sentence.cues
        )
        return "actual" if able and not sentence.begins(_ABLE) else status
    if status == "actual":
        for hit in sentence.indicators:
            if hit.entry.id == "capacity" and hit.first < one.at:
                before = low[max(sentence.first, hit.first - 5) : hit.first]
                if any(word.startswith(_PLANNED) for word in before):
                    return "planned"
    return status


def _is_start(one: Draft, form: str) -> bool:
    """«увеличить мощность с 10 млн до 15 млн тонн»: the first is what there is."""
    low, lead = one.sentence.low, one.quantity.lead
    return (
        one.sentence.word_before(lead) in ("с", "со", *_PRESENT)
        and not _past(one, form)
        and one.measure in ("count", "level")
        and ("до" in low[one.last : one.last + 3] or low[lead - 1] in _PRESENT)
    )


def _after_change(done: Sequence[Draft]) -> bool:
    """«поставки в Иран — на 41% (с 400 до 564 тыс. тонн)»: the first is that of the year before."""
    last = done[-1] if done else None
    changed = last is not None and last.measure in ("change_pct", "change_ratio")
    return changed and last is not None and last.status == "actual"


def _may_be_goal(one: Draft) -> bool:
    """«планка торговли – 10 млрд»: in a paragraph of goals, a turnover that nothing says was."""
    amount = one.kind == "money" and one.measure == "level"
    return amount and one.indicator == "turnover" and not _happened(one)


def _goes_on(one: Draft, last: Draft, form: str, verb: Hit | None) -> bool:
    """Whether a list of agreed volumes goes on, whose verb stands once.

    «позволит увеличить мощность до 6, а к 2030 году – до 9 млн тонн»
    """
    shared = form == "infinitive" and verb is not None and verb.first < last.at
    return (
        last.status != "actual"
        and not last.is_base
        and last.indicator == one.indicator
        and (form in ("none", "noun") or shared)
        and not any(
            cue.entry.kind == "reach" and tense(one.sentence.low[cue.first]) != "infinitive"
            for cue in one.sentence.cues
        )
    )


def _answers(one: Draft) -> bool:
    """«– Какую цель вам поставили? – Полтора миллиарда к 2030 году»: the first figure."""
    sentence = one.sentence
    return (
        one.kind == "money"
        and answers_goal(sentence)
        and not sentence.has("reach", "up", "down")
        and not any(
            q.last <= one.first and q.kind in ("bare", "money") for q in sentence.quantities
        )
    )


def _listed(one: Draft, same: Draft) -> bool:
    """Whether a project's figure stands in a list after a colon, with no verb of its own."""
    sentence = one.sentence
    return (
        ":" in sentence.low[sentence.first : same.at]
        and ";" not in sentence.low[same.last : one.first]
        and not any(same.last <= cue.first < one.at for cue in sentence.cues)
    )


def _past(one: Draft, form: str) -> bool:
    """Whether the sentence tells what was: a past verb governs, or nothing is planned."""
    if form == "past":
        return True
    sentence = one.sentence
    if sentence.has("goal", "potential", "planned"):
        return False
    return any(
        cue.entry.kind in ("up", "down") and tense(sentence.low[cue.first]) == "past"
        for cue in sentence.cues
    )


def _happened(one: Draft) -> bool:
    """Whether a verb or a period in the figure's own clause says that it was reached."""
    sentence = one.sentence
    if any(
        c.entry.kind in ("up", "down", "reach") and sentence.between(c.first, one.at) == 0
        for c in sentence.cues
    ):
        return True
    return any(
        p.role in ("at", "span") and sentence.between(p.first, one.at) == 0
        for p in sentence.periods
    )


def _opens_target(one: Draft, verb: Hit | None, status: str) -> bool:
    """«меры по наращиванию товарооборота до 2 млрд», «Программа увеличения … до 10 млрд»."""
    if verb is None or one.indicator not in _FLOWS:
        return False
    sentence, low = one.sentence, one.sentence.low
    to_raise = low[verb.first].startswith(_TO_RAISE) and not sentence.begins(_MANAGED)
    to_raise = to_raise or low[verb.first] in _RAISE
    if status == "actual" and to_raise:
        return not any(verb.last <= q.first < one.first for q in sentence.quantities)
    if not low[verb.first].startswith(_RAISING):
        return False
    if any(word in ("с", "со") for word in low[max(verb.last, one.at - 6) : one.at]):
        return False  # «увеличением спроса (с 16,3 до 26,7 тыс. тонн)»
    return not any(
        # «с увеличением до тысячи, фактически составил …»: of the next clause
        cue.entry.kind in ("up", "down", "reach") and tense(low[cue.first]) == "past"
        for cue in sentence.cues
        if sentence.between(cue.first, one.at) <= (cue.first < one.at)
    )


def _same_statement(one: Draft, verb: Hit) -> bool:
    """Whether no goal stands between the verb and the figure."""
    for cue in one.sentence.cues:
        if cue.entry.kind in ("goal", "potential", "planned") and verb.first < cue.first < one.at:
            return False
    return True
