"""Status: whether a figure is actual, or a target, a plan or a potential.

«вырос до 4,3 млрд»                              actual: a past verb governs
«увеличить мощность с 10 млн до 15 млн тонн»     the first is what there is
«довести до 3 млрд в 2018 году в сравнении с 2 млрд в 2017-м»   the second was
«до 6, а к 2030 году – до 9 млн тонн»            a list whose verb stands once
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.claim import AIMED, MOVED, SIDES, STAGED, TRADE
from kzcoop.claims.count.post_capacity import agreed_flow, designed, is_to_be
from kzcoop.claims.measure.called_for import is_called_to, is_spoken_of
from kzcoop.claims.measure.goal import (
    TODAY,
    answers_question,
    compares_with_now,
    is_how_to,
    may_be_goal,
    named_anew,
    opens_goal,
    was_reached,
)
from kzcoop.claims.measure.named_sum import NAMED, meant, named_ahead
from kzcoop.claims.measure.wished import WISHED, wished
from kzcoop.claims.scene.asked import ahead_as_asked
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import governing, preposition_of
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.status.ahead import told_apart
from kzcoop.claims.status.condition import depends
from kzcoop.claims.status.modality import is_now, modality, told_in_clause
from kzcoop.claims.status.promise import (
    attracts,
    invites,
    is_to_be_finished,
    of_capacity,
    ordered,
    promised,
    signed,
    status_of_posts,
)
from kzcoop.claims.status.stage import stage_taken
from kzcoop.claims.status.unbuilt import UNBUILT, is_unbuilt
from kzcoop.claims.time.nearest_period import CHANGES
from kzcoop.claims.time.plan import is_plan, of_plan, was_then
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit

_DASHED = (["–"], ["—"], ["-"], ["–", "на"], ["—", "на"])  # «годом ранее – 571 тыс.»
_COMPARED = tuple([word, led] for word in ("сравнению", "сравнении") for led in ("с", "со"))
_INSTEAD = ("вместо", "против")
_HOLDS = Stems("занимает", "занимают", "занял", "остает", "остают", "удержива")
_FORMER = ("нынешн", "прежн", "сегодняшн", "текущ")
# indicators of works, which are planned and no target
_BUILT = frozenset({
    "checkpoints_count", "enterprises_count", "investment", "jobs", "projects_count",
    "projects_value",
})  # fmt: skip
_ASKED = AIMED | STAGED | {"enterprises_count"}
_ABLE, _CAN = Stems("смогут", "сможет"), Words("может", "могут")
_PRESENT = ("нынешних", "сегодняшних", "текущих")  # «с сегодняшних 344 тысяч»


def assign_status(
    one: Draft, done: Sequence[Draft], of_goals: bool, before: str, stage: str
) -> None:
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
    stage
        How far the projects are that the text told of last.
    """
    if one.indicator == "checkpoints_count" and (of_posts := status_of_posts(one)) is not None:
        if of_posts == "planned" and told_in_clause(one) == "actual":
            of_posts = "actual"  # «из 30 постов, которые собирались сдать, закончено 11»
        one.status = of_posts
        return
    if one.kind == "rank" and one.sentence.begins(_HOLDS):
        one.status = "actual"  # «провинция занимает четвёртое место»
        return
    form, verb = governing(one)
    hoped = None
    if one.indicator in TRADE:
        hoped = wished(one) if one.sentence.words & WISHED.bit else None
        if hoped is None and one.sentence.words & NAMED.bit:
            hoped = named_ahead(one)
    if hoped is None and one.indicator in MOVED and depends(one):
        hoped = "potential"
    reached = hoped is None and was_reached(one, form, verb) and not is_plan(one)
    if reached or signed(one, done) or was_then(one):
        one.status = "potential" if one.indicator == "export_potential" else "actual"
        return
    status = hoped or _told(one, form, verb)
    if status == "actual" and one.indicator in STAGED:
        status = stage_taken(one, done, stage)
        if status == "actual" and one.sentence.words & UNBUILT.bit and is_unbuilt(one, done):
            status = "planned"
    if one.indicator in STAGED and is_to_be_finished(one):
        status = "planned"
    if status == "actual" and (
        compares_with_now(one) or (one.sentence.words & TODAY.bit and named_anew(one))
    ):
        status = before
    if status == "actual" and one.indicator in _ASKED:
        status = ahead_as_asked(one) or status
    if status == "actual" and (
        is_spoken_of(one)
        or is_called_to(one)
        or (form == "infinitive" and verb is not None and is_how_to(one, verb))
    ):
        status = "target"
    exported = one.indicator == "export" and one.kind == "money"
    if exported and one.measure == "increment" and status != "actual":
        one.indicator, status = "export_potential", "potential"
    lead = one.quantity.lead
    compared = one.sentence.low[lead - 2 : lead] in _COMPARED
    replaced = _is_replaced(one)
    compared = (compared or replaced) and not (one.kind == "vehicle" and status == "target")
    compared = compared or any(
        p.role == "base" and one.sentence.low[p.last : lead] in _DASHED and p.last <= lead
        for p in one.sentence.periods
    )
    if compared and one.measure in ("count", "level", "share_pct"):
        one.status = "actual"  # «довести до 3 млрд в 2018 году в сравнении с 2 млрд в 2017-м»
        dated = any(0 <= p.first - one.last <= 1 for p in one.sentence.periods)
        one.is_base = replaced and bool(done) and done[-1].status != "actual" and not dated
        return
    if _is_start(one, form) and not _after_change(done):
        one.status, one.is_base = "actual", True
        return
    listed = bool(done) and done[-1].status == "actual" and done[-1].indicator == one.indicator
    if status == "actual" and of_goals and not listed and may_be_goal(one):
        status = "target"
    going_on = status == "actual" and bool(done) and not of_plan(done[-1])
    going_on = going_on and not (is_now(one) or told_apart(one))
    # «двенадцать проектов, три из которых уже запущены»
    going_on = going_on and not (one.kind == "count" and told_in_clause(one) == "actual")
    if going_on and _goes_on(one, done[-1], form, verb):
        status = done[-1].status
    elif going_on and one.indicator in ("projects_count", "projects_value"):
        # «прорабатывают: логистика – восемь проектов (590 млн), сельское хозяйство – шесть»
        same = next((d for d in reversed(done) if d.indicator == one.indicator), None)
        status = same.status if same is not None and _listed(one, same) else status
    if one.indicator == "turnover" and status in ("actual", "planned") and answers_question(one):
        status = "target"
    one.status = status
    raised = one.indicator == "investment" and (
        status == "target" or preposition_of(one) == "до" or attracts(one)
    )
    if raised and status != "actual" and one.measure == "level":
        one.measure = "target"
    flow = one.indicator in AIMED and not (one.indicator == "other" and one.kind == "money")
    if one.measure == "level" and flow and status != "actual":
        agreed = any(cue.entry.id == "delivery.contract" for cue in one.sentence.cues)
        one.measure = "level" if agreed else "target"
    if one.measure == "count" and one.indicator in ("freight", "transit") and status != "actual":
        one.measure = "target"  # «к концу года ждут 450 поездов»
    if one.indicator in ("goods_positions", "export_potential"):
        one.status = "potential"


def _told(one: Draft, form: str, verb: Hit | None) -> str:
    """The status that the words tell, as far as the indicator admits it."""
    status = modality(one, form, verb)
    if one.kind == "tonne" and one.indicator in SIDES and ordered(one):
        return "planned"
    if one.kind == "vehicle" and agreed_flow(one):
        return "target"  # «вместо 800 фур ежедневно, о которых условились»
    # «лимит снизят до 650 единиц в сутки» is a plan, as any figure
    changed = verb is not None and tense(one.sentence.low[verb.first]) == "future"
    designed_for = one.indicator == "other" and one.kind == "vehicle" and not changed
    if designed_for and designed(one):
        if is_to_be(one):
            return "planned"
        return "actual"  # «хотя проектом предусмотрено девятьсот»
    if one.indicator == "other" and one.kind in ("vehicle", "count", "tonne", "teu"):
        status = of_capacity(one, status)
    lets = one.indicator == "other" and one.kind == "ratio"
    if status == "potential" and lets:
        if one.sentence.begins(_ABLE):
            return "planned"  # «после чего участок сможет пропускать впятеро больше поездов»
        if one.sentence.has("now") or one.sentence.holds(_CAN):
            return "actual"  # «грузовиков теперь можно оформлять втрое больше»
    raised = preposition_of(one) == "до" and one.measure == "level"
    if status in ("actual", "planned") and raised and opens_goal(one, verb, status):
        status = "target"
    if one.indicator == "investment" and invites(one, status):
        return "target"
    if status == "target" and one.indicator == "investment" and attracts(one):
        return status  # «поручил привлечь 150 млрд долларов»
    if status in ("potential", "target") and one.indicator in _BUILT:
        # «намечен запуск шести проектов», «банк готов вложить 80 млн евро»: a plan, no goal
        return "planned"
    if one.indicator == "jobs" and status == "actual" and promised(one):
        return "planned"
    return status


def _is_replaced(one: Draft) -> bool:
    """«сможет пропускать 400 машин вместо 150», «против прежних ста»: what there is or was."""
    sentence, lead = one.sentence, one.quantity.lead
    if one.kind != "money":  # but «планка – три миллиарда вместо прежних двух»
        lead -= sentence.word_before(lead).startswith(_FORMER)
    return sentence.word_before(lead) in _INSTEAD


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
    changed = last is not None and last.measure in CHANGES
    return changed and last is not None and last.status == "actual"


def _goes_on(one: Draft, last: Draft, form: str, verb: Hit | None) -> bool:
    """Whether a list of agreed volumes goes on, whose verb stands once.

    «позволит увеличить мощность до 6, а к 2030 году – до 9 млн тонн»
    """
    shared = form == "infinitive" and verb is not None and verb.first < last.at
    return (
        last.status != "actual"
        and not (last.is_base or meant(last))
        and last.indicator == one.indicator
        and (form in ("none", "noun") or shared)
        and not any(
            (cue.entry.kind == "reach" and tense(one.sentence.low[cue.first]) != "infinitive")
            or (cue.entry.kind in ("done", "now") and last.last <= cue.first < one.at)
            for cue in one.sentence.cues
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
