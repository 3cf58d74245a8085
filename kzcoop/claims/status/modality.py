"""Whether the words around a figure tell what is, or what is wanted, planned or possible.

«пока 28 млрд», «мощность сейчас 1,5 млн тонн»     what is
«торговля может дойти до 10 млрд»                  what could be
«довести товарооборот до 10 млрд»                  what is wanted
«6 завершены, 4 реализуются»                       each what its clause tells
"""

from __future__ import annotations

from kzcoop.claims.claim import AIMED, STAGED, TRADE
from kzcoop.claims.measure.named_goal import bar_taken, names_goal
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.claims.status.ahead import AHEAD, nearest_ahead, told_apart
from kzcoop.claims.status.ahead_sense import SAY, is_ready
from kzcoop.claims.status.nearest_past import NOWHERE, nearest_past
from kzcoop.claims.status.trade_aim import is_aim, of_trade
from kzcoop.claims.time.period_clause import RELATIVE
from kzcoop.claims.time.plan import fulfilled, is_plan, of_plan
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit

_RAISED = Stems("доведен", "довест")
_BROUGHT = frozenset({"доведен", "доведена", "доведено", "доведены"})
_TO_BE = frozenset({"будет", "будут", "быть", "бы", "чтобы", "если"})
_CHANGES = frozenset({"percent", "ratio"})
_CHANCES = ("возможност", "шанс")
_RELATED = 5  # tokens from a figure to «, о котором»
_AGREED = ("говор", "договар", "договор", "мечта", "объяв", "услов")
_CAN = Words(
    "можем", "может", "могут", "можно", "мог", "могла", "могли", "могло", "способен", "способна",
    "способно", "способны",
)  # fmt: skip
_STAGES = frozenset({"done", "goal", "planned", "potential", "studied"})
_MARKS = frozenset(",.;:()")
_CLOSING = frozenset(",;:()")
_NAMED = 9  # tokens of «, терминал и комплекс,»
_FAR = 26  # a word farther than this tells nothing


def modality(one: Draft, form: str, verb: Hit | None) -> str:
    """Return actual, target, planned or potential, as the words around a figure tell.

    Parameters
    ----------
    one
        The draft.
    form, verb
        The tense of the verb that governs it, and the verb.
    """
    sentence, low = one.sentence, one.sentence.low
    so_many = "столько" in low[one.last : one.last + 3] and not any(
        cue.first >= one.last and cue.entry.kind in AHEAD for cue in sentence.cues
    )  # not «15 млрд – на столько две страны хотят торговать»
    if (is_now(one) and not is_plan(one)) or so_many:
        return "actual"  # «говорят о 1,3 млрд: столько составил оборот»
    if one.measure == "level" and bar_taken(one):
        return "actual"
    if one.indicator in TRADE and one.measure == "level" and names_goal(one):
        return "target"
    if one.indicator == "turnover" and one.measure == "level" and _is_spoken_of(one):
        return "target"
    if fulfilled(one) or (told_apart(one) and not (is_plan(one) or of_plan(one))):
        return "actual"
    if one.indicator == "other" and sentence.begins(_SETTLED) and _of_deals(one):
        return "actual"  # «договорились о сделках на 106 миллионов долларов»
    if one.indicator in AIMED and _is_able(one):
        return "potential"
    raised = sentence.begins(_RAISED) and any(
        low[c.first].startswith(_RAISED) and c.first < one.at for c in sentence.cues
    )
    if raised and any(
        (low[cue.first].startswith(_CHANCES) or low[cue.first] == "не") and cue.first < one.at
        for cue in sentence.cues
    ):
        return "potential"  # «есть возможность довести», «не исключают, что удастся довести»
    if raised and _was_raised(one):
        return "actual"
    if raised and (form in ("infinitive", "noun", "other") or verb is None):
        return "target"
    if is_plan(one) or of_plan(one):
        return "planned"
    if (
        one.indicator == "turnover"
        and one.measure == "level"
        and is_aim(one)
        and any(p.role == "by" and 0 <= p.first - one.last <= 1 for p in sentence.periods)
    ):
        return "target"  # «Планку стороны уже называли: 3 млрд к 2030 году»
    if one.kind == "count" and (told := told_in_clause(one)) is not None:
        return told
    ahead = nearest_ahead(one)
    if ahead is None or ahead[0] > _FAR:
        return "actual"
    far, kind = ahead
    if form != "infinitive" and nearest_past(one) <= far:
        return "actual"
    return of_trade(one, kind, form)


def _was_raised(one: Draft) -> bool:
    """«способность поста доведена до 400 машин»; not «должна быть доведена к 2030 году»."""
    sentence, low = one.sentence, one.sentence.low
    done = [i for i in sentence.where(_RAISED) if i < one.at and low[i] in _BROUGHT]
    if not done or not _TO_BE.isdisjoint(low[sentence.first : done[-1]]):
        return False
    return not sentence.has("planned") and low[done[-1] + 1] not in _TO_BE


_SETTLED = Stems("договорил", "условил")
_DEALS, _TO_DEAL = ("контракт", "сделк", "соглашени"), 4  # tokens of «сделках на сумму в»


def _of_deals(one: Draft) -> bool:
    """Whether money is told right after deals that were agreed on, and no plan is told."""
    sentence, low = one.sentence, one.sentence.low
    led = low[max(sentence.first, one.quantity.lead - _TO_DEAL) : one.quantity.lead]
    if one.kind != "money" or not any(word.startswith(_DEALS) for word in led):
        return False
    return not sentence.has("planned", "potential")


def _is_spoken_of(one: Draft) -> bool:
    """«А миллиард торговли, о котором говорили президенты?»: what was agreed on, not reached."""
    low, sentence = one.sentence.low, one.sentence
    last = min(one.last + _RELATED, sentence.last - 3)
    return any(
        low[i] == ","
        and low[i + 1] in ("о", "об")
        and low[i + 2].startswith("котор")
        and low[i + 3].startswith(_AGREED)
        for i in range(one.last, last)
    )


def told_in_clause(one: Draft) -> str | None:
    """Return what the words between the marks around a count tell, or None where they tell nothing.

    «6 завершены, 4 реализуются, ещё 11 находятся на стадии проработки»
    """
    sentence, low = one.sentence, one.sentence.low
    if _STAGES.isdisjoint(sentence.kinds):
        return None
    first, last = one.quantity.lead, one.last
    while first > sentence.first and not (low[first - 1] in _MARKS and _ends(sentence, first - 1)):
        first -= 1
    while last < sentence.last and not (low[last] in _MARKS and _ends(sentence, last)):
        last += 1
    if any(
        q.kind in ("bare", "count") and q is not one.quantity and first <= q.first < last
        for q in sentence.quantities
    ):
        return None  # «из 40 запущены 12»
    here = [cue for cue in sentence.cues if first <= cue.first < last]
    if not any(cue.entry.kind in _STAGES for cue in here):
        here = _past_names(one, last)
    if not here:
        return None
    if any(is_ready(one, cue) for cue in here):
        return "actual"  # «из них готовы пять»
    ahead, past = nearest_ahead(one, here), nearest_past(one, here)
    if ahead is not None and ahead[0] < past:
        return ahead[1]
    return "actual" if past < NOWHERE else None


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether a mark ends a clause; not those of «сданы, по её словам, только два»."""
    if sentence.low[at] != ",":
        return True
    return sentence.clause(at - 1) != sentence.clause(at + 1)


def _past_names(one: Draft, comma: int) -> list[Hit]:
    """The words of stage of «два объекта, терминал и комплекс, уже строятся»: past what they are.

    None where a figure or a word of stage stands among the names, or a figure past them.
    """
    sentence, low = one.sentence, one.sentence.low
    last = min(comma + 1 + _NAMED, sentence.last)
    if comma >= last or low[comma] != ",":
        return []
    closed = next((i for i in range(comma + 1, last) if low[i] in _MARKS), last)
    if closed == last or low[closed] != "," or low[comma + 1].startswith(RELATIVE):
        return []
    end = next((i for i in range(closed + 1, sentence.last) if low[i] in _MARKS), sentence.last)
    if any(comma < q.first < end for q in sentence.quantities):
        return []
    cues = [cue for cue in sentence.cues if comma < cue.first < end]
    if any(cue.first < closed or cue.entry.kind not in _STAGES for cue in cues):
        return []
    return cues


def is_now(one: Draft) -> bool:
    """Return whether a word for the present leads to a figure: «сможет тысячу, сейчас – 300».

    No mark but a dash, no plan and no other figure stands between: «с нынешних 6 до 10 млн».
    """
    sentence, low = one.sentence, one.sentence.low
    if not sentence.has("now"):
        return False
    cues = {cue.first: cue.entry.kind for cue in sentence.cues}
    figures = {q.last - 1 for q in sentence.quantities}
    for index in range(one.quantity.lead - 1, sentence.first - 1, -1):
        if low[index] in _CLOSING or index in figures or cues.get(index) in AHEAD:
            return False
        if cues.get(index) == "now":
            if one.indicator in STAGED and any(
                cue.last == index and cue.entry.kind in ("planned", "studied")
                for cue in sentence.cues
            ):
                return False  # «В проработке сегодня семь проектов»
            return one.kind not in _CHANGES or one.measure == "share_pct"
    return False


def _is_able(one: Draft) -> bool:
    """«торговля может дойти до 10 млрд», «оборот способен удвоиться»: what could be, and no goal.

    Only verbs that «может» governs stand between.
    """
    sentence, low = one.sentence, one.sentence.low
    if not sentence.holds(_CAN):
        return False
    able = [
        cue
        for cue in sentence.cues
        if low[cue.first] in _CAN and cue.first < one.at and low[cue.first - 1] != "как"
    ]
    if not able or low[able[-1].last : able[-1].last + 2] == ["быть", ","]:
        return False
    if sentence.word_at(able[-1].last).startswith(SAY):
        return False  # «сейчас её можно оценить в 180 млн»
    if sentence.between(able[-1].first, one.at) > 3 or any(
        able[-1].last <= q.first < one.first and q.kind not in ("ratio", "percent")
        for q in sentence.quantities
    ):
        return False
    return not any(
        able[-1].last <= cue.first < one.at
        and (
            (cue.entry.kind == "goal" and tense(low[cue.first]) != "infinitive")
            or (
                cue.entry.id == "planned" and low[cue.first] != "в" and low[cue.first - 1] != "по"
            )  # «в ближайшие годы»
            or (cue.entry.kind in ("done", "reach", "up") and tense(low[cue.first]) == "past")
        )
        for cue in sentence.cues
    )
