"""Measure, sign and status: what kind of statement a figure makes.

«вырос на 34%»                  change_pct        «вырос до 4,3 млрд»      level reached
«доля – 40%»                    share_pct         «довести до 10 млрд»     target
«105,4% к прошлому году»        change_pct 5.4    «до 300 машин в сутки»   a ceiling (upto)
«увеличился на 70,2 млн»        increment         «с 1 до 2 млрд»          two levels
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kzcoop.claims.draft import Draft
from kzcoop.claims.sentence import Sentence, tense
from kzcoop.lexicon.loader import Hit

_FLOWS = frozenset({"turnover", "export", "import", "freight", "transit", "other"})
_COMPARED = ("больше", "меньше", "выше", "ниже", "дороже", "дешевле", "прошлогодн")
_SHARE_AFTER = (
    "от", "всего", "всех", "внешней", "взаимн", "общего", "общей", "экспорт", "импорт", "товарооборот",
    "поставок", "торговли", "груз", "вложени", "зарубежных", "казахстанск", "совокупн", "мирового",
    "американск", "всей", "объема", "рынка", "инвестиц", "товаров", "этого", "этой", "оборота",
    "внешнеторгов", "несырьев", "транзит", "перевоз", "контейнер", "из",
)  # fmt: skip
_RAISING = ("увеличени", "наращивани", "расширени", "доведени", "повышени", "поднят", "удвоени")
_MORE = ("больше", "меньше", "выше", "ниже")
_WILL = frozenset({"будет", "будут", "должны", "должен", "должно", "должна"})
_WORKS = frozenset(
    {
        "projects_count",
        "projects_value",
        "jobs",
        "enterprises_count",
        "investment",
        "checkpoints_count",
    }
)
_EMPLOYED = ("занят", "трудят", "трудит", "работают", "работает")
_TO_REACH = (
    "довес",
    "довед",
    "дош",
    "доход",
    "добра",
    "вырос",
    "увелич",
    "подня",
    "нарас",
    "упал",
    "сократ",
    "снизи",
)


def assign_measure(one: Draft) -> None:
    """Set measure, value (sign, index) and a first status of a draft with unit and indicator."""
    if one.kind == "percent":
        _percent(one)
    elif one.kind == "ratio":
        _ratio(one)
    elif one.kind == "rank":
        one.measure = "rank"
    elif one.kind in ("count", "people"):
        one.measure = "count"
    else:
        _amount(one)


def direction(one: Draft, sentence: Sentence) -> int:
    """Return -1 where the words make the change a fall, else 1."""
    low = sentence.low
    after = low[one.last : one.last + 3]
    for word in after:
        if word in ("меньше", "ниже") or word.startswith(("меньш", "ниже", "дешевл")):
            return -1
        if word in ("больше", "выше") or word.startswith(("больш", "выше")):
            return 1
        if word in ",;.":
            break
    cue = sentence.near(one.quantity, "up", "down", clauses=3)
    if cue is None:
        return 1
    return -1 if cue.entry.kind == "down" else 1


def _percent(one: Draft) -> None:
    sentence, low = one.sentence, one.sentence.low
    after = low[one.last : one.last + 4]
    prefixed = low[one.first] in ("на", "в") and one.first != one.at
    if one.quantity.sign < 0:
        one.measure, one.value = "change_pct", -one.value
        return
    fraction = one.quantity.form == "fraction"
    growth = sentence.near(one.quantity, "up", "down", reach=12, clauses=2)
    signed = sentence.word_before(one.quantity.lead).startswith(
        ("плюс", "минус", "рост", "прирост")
    )
    if after and after[0] == "к" and not prefixed and not signed and 40 <= one.value <= 1000:
        one.measure, one.value = "change_pct", one.value - 100
        one.note("an index: «к» after the percentage")
        return
    hedged_on = sentence.word_before(one.quantity.lead) in ("на",) or prefixed
    next_word = after[0] if after else ""
    share_cue = sentence.near(one.quantity, "share", reach=14, clauses=2)
    genitive = next_word.startswith(_SHARE_AFTER) and not prefixed and next_word not in ("из",)
    if fraction and not hedged_on:
        one.measure = "share_pct"
        if (
            growth is not None
            and share_cue is None
            and not genitive
            and _closer(one, growth) <= 4
            and (sentence.word_before(one.quantity.lead) not in ("до", "от"))
        ):
            one.measure = "change_pct"
        return
    if genitive and not (growth is not None and hedged_on):
        one.measure = "share_pct"
        return
    if share_cue is not None and not hedged_on:
        if (
            growth is None
            or _closer(one, share_cue) <= _closer(one, growth)
            or (
                sentence.word_before(one.quantity.lead) in ("до", "с", "со")
                and share_cue.entry.value == "share"
            )
        ):
            one.measure = "share_pct"
            return
    one.measure = "change_pct"
    if growth is None and not hedged_on and "+" not in low[max(0, one.first - 1) : one.first + 1]:
        wide = sentence.near(one.quantity, "up", "down", clauses=5)
        if wide is None:
            one.measure = "share_pct"
            beside = sentence.word_before(one.first) == "(" and any(
                place.last == one.first - 1 for place in sentence.places
            )  # «Китай (63%), Турция (31%)»
            if not beside and not any(
                sentence.between(hit.first, one.at) == 0 for hit in sentence.indicators
            ):
                one.reject("out_of_scope")
            return
    if direction(one, sentence) < 0:
        one.value = -one.value


def _closer(one: Draft, cue: Hit) -> int:
    if cue.last <= one.at:
        return one.at - cue.last + 3 * one.sentence.between(cue.first, one.at)
    return cue.first - one.last + 3 * one.sentence.between(cue.first, one.at)


def _ratio(one: Draft) -> None:
    one.measure = "change_ratio"
    if one.quantity.form == "timesverb":
        return
    low = one.sentence.low
    after = low[one.last : one.last + 2]
    if after and after[0] in ("меньше", "ниже"):
        one.value = (Decimal(1) / one.value).quantize(Decimal("0.000001")).normalize()
    elif direction(one, one.sentence) < 0 and not (after and after[0] in ("больше", "выше")):
        cue = one.sentence.near(one.quantity, "up", "down", clauses=1)
        if cue is not None and cue.entry.kind == "down":
            one.value = (Decimal(1) / one.value).quantize(Decimal("0.000001")).normalize()


def governing(one: Draft) -> tuple[str, Hit | None]:
    """The verb that governs «до» or «на» before the figure: its tense and the cue.

    Tense is past, infinitive, noun, other, or none where no verb of growth or reaching precedes.
    """
    best: Hit | None = None
    for cue in one.sentence.cues:
        if cue.entry.kind in ("up", "down", "reach", "goal") and cue.first < one.quantity.lead:
            word = one.sentence.low[cue.first]
            if cue.entry.kind == "goal" and not word.startswith(("довес", "довед", "удво")):
                continue
            if word in ("выше", "ниже", "больше", "меньше", "+", "плюс", "минус"):
                continue
            if one.at - cue.first <= 34:
                best = cue
    if best is None:
        return "none", None
    return tense(one.sentence.low[best.first]), best


def _preposition(one: Draft) -> str:
    """The preposition in front of the figure, past its hedges."""
    low, sentence = one.sentence.low, one.sentence
    index = min(one.first, one.at)
    for back in range(index - 1, max(sentence.first - 1, index - 6), -1):
        word = low[back]
        if word in ("до", "на", "с", "со", "от", "к", "о", "об", "в", "из", "за", "по"):
            return word
        if back < one.quantity.lead and back < index - 1:
            break
        if word in ",;.:–—(»":
            break
    return ""


def _amount(one: Draft) -> None:
    sentence, low = one.sentence, one.sentence.low
    one.measure = "level"
    preposition = _preposition(one)
    form, verb = governing(one)
    if (
        preposition == "до"
        and one.qualifier == "exact"
        and (
            verb is None
            or (sentence.between(verb.first, one.at) > 2 and form != "infinitive")
            or verb.entry.kind == "reach"
        )
    ):
        before = low[max(sentence.first, one.at - 12) : one.at]
        changed = any(
            q.kind in ("percent", "ratio") and 0 <= one.quantity.lead - q.last <= 4
            for q in sentence.quantities
        )  # «поставки – на 39%, до 19,8»
        follows = any(
            cue.entry.kind in ("up", "down", "goal") and one.last <= cue.first <= one.last + 6
            for cue in sentence.cues
        )  # «До $1 млрд в год хотят увеличить торговлю»
        if (
            not changed
            and not follows
            and "с" not in before
            and not any(word.startswith(_TO_REACH) for word in before)
        ):
            one.qualifier = "upto"  # «мощность – до 300 машин в сутки»
    after = low[one.last : one.last + 3]
    lead = one.quantity.lead
    if low[lead] in ("больше", "меньше") and low[lead + 1 : lead + 2] == ["на"]:
        # «продали больше на 13 млн» compares and hedges nothing
        one.measure, one.qualifier = "increment", "exact"
        one.value *= -1 if low[lead] == "меньше" else 1
        return
    if low[one.last : one.last + 3] == [",", "или", "на"]:
        # «на 864 тысячи тонн, или на 53%, больше»
        after = [w for w in low[one.last + 3 : one.last + 8] if w in _MORE] or after
    if (
        any(word in ("больше", "меньше", "выше", "ниже") for word in after[:1])
        and preposition == "на"
    ):
        one.measure = "increment"
        one.value *= direction(one, sentence)
        return
    if (
        preposition == "на"
        and verb is not None
        and one.indicator not in ("projects_value", "other")
    ):
        gap = one.at - verb.last
        clauses = sentence.between(verb.first, one.at)
        word = low[verb.first]
        if (
            verb.entry.kind in ("up", "down")
            and clauses <= 2
            and gap <= 14
            and not word.startswith("объем")
        ):
            one.measure = "increment"
            if verb.entry.kind == "down":
                one.value = -one.value
            return
    if one.indicator == "export_potential" and preposition == "до":
        one.indicator = "export"  # «нарастить экспорт до 2 млрд» names a level
        return
    if one.indicator == "export_potential":
        one.measure = "increment"
        return
    added = any(low[i].startswith("добав") for i in range(sentence.first, one.at))
    if (
        one.indicator == "export"
        and one.kind == "money"
        and preposition not in ("до", "на")
        and added
    ):
        one.measure = "increment"  # «может добавить к экспорту 260 млн долларов»


def assign_status(one: Draft, done: Sequence[Draft], of_goals: bool) -> None:
    """Set status, and the measure target for a future level of a flow.

    Parameters
    ----------
    one
        The draft, its measure known.
    done
        The drafts of the same sentence before it.
    of_goals
        Whether the paragraph speaks of a goal («планка торговли сдвинулась»).
    """
    sentence = one.sentence
    if one.indicator == "checkpoints_count" and sentence.word_before(one.quantity.lead).startswith(
        ("оставш", "остальн")
    ):
        one.status = "planned"
        return
    if (
        one.kind == "count"
        and sentence.word_before(one.quantity.lead) == "из"
        and one.indicator == "checkpoints_count"
    ):
        return  # «29 из 30 пунктов»: the thirty are there already
    preposition = _preposition(one)
    form, verb = governing(one)
    if one.measure in ("change_pct", "change_ratio", "increment", "level", "target"):
        if preposition == "до" or (one.kind in ("percent", "ratio")):
            if form == "past" and verb is not None and _same_statement(one, verb):
                one.status = "actual"
                return
    status = _modality(one, form, verb)
    if (
        status in ("actual", "planned")
        and preposition == "до"
        and one.measure == "level"
        and _opens_target(one, verb)
    ):
        status = "target"
    if status == "target" and one.indicator in _WORKS:
        status = "planned"  # «намечен запуск шести проектов»: a plan, no goal
    words = sentence.low[sentence.first : sentence.last]
    there = sentence.has("done", "reach") or any(word.startswith(_EMPLOYED) for word in words)
    if one.indicator == "jobs" and status == "actual" and not there:
        status = "planned"  # jobs that a project promises
    if (
        one.indicator == "export"
        and one.kind == "money"
        and one.measure == "increment"
        and status != "actual"
    ):
        one.indicator, status = "export_potential", "potential"
    low = sentence.low
    if (
        sentence.word_before(one.quantity.lead) in ("с", "со", "нынешних")
        and not _past(one, form)
        and one.measure == "level"
        and ("до" in low[one.last : one.last + 3] or low[one.quantity.lead - 1] == "нынешних")
    ):
        # «увеличить мощность с 10 млн до 15 млн тонн»: the first is what there is
        one.status, one.is_base = "actual", True
        return
    if (
        status == "actual"
        and of_goals
        and one.kind == "money"
        and one.measure == "level"
        and (one.indicator == "turnover" and not _happened(one))
    ):
        status = "target"
    if (
        status == "actual"
        and done
        and done[-1].status != "actual"
        and not done[-1].is_base
        and (
            done[-1].indicator == one.indicator
            and form in ("none", "noun")
            and not sentence.has("reach")
        )
    ):
        status = done[-1].status  # a list of agreed volumes: the verb stands once
    one.status = status
    flow = one.indicator in _FLOWS and not (one.indicator == "other" and one.kind == "money")
    if one.measure == "level" and flow and status != "actual":
        one.measure = "target"
    if one.indicator in ("goods_positions", "export_potential") and status in ("actual", "planned"):
        one.status = "potential"


def _past(one: Draft, form: str) -> bool:
    """Whether the sentence tells what was: a past verb governs, or one stands and nothing is planned."""
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


def _opens_target(one: Draft, verb: Hit | None) -> bool:
    """«меры по наращиванию товарооборота до 2 млрд», «Программа увеличения … до 10 млрд»."""
    if verb is None or one.indicator not in _FLOWS:
        return False
    sentence, low = one.sentence, one.sentence.low
    if not low[verb.first].startswith(_RAISING):
        return False
    if any(word in ("с", "со") for word in low[max(verb.last, one.at - 6) : one.at]):
        return False  # «увеличением спроса (с 16,3 до 26,7 тыс. тонн)»
    return not any(
        cue.entry.kind in ("up", "down", "reach") and tense(low[cue.first]) == "past"
        for cue in sentence.cues if sentence.between(cue.first, one.at) <= 1
    )  # fmt: skip


def _same_statement(one: Draft, verb: Hit) -> bool:
    """Whether no goal stands between the verb and the figure."""
    for cue in one.sentence.cues:
        if cue.entry.kind in ("goal", "potential", "planned") and verb.first < cue.first < one.at:
            return False
    return True


def _modality(one: Draft, form: str, verb: Hit | None) -> str:
    sentence, low = one.sentence, one.sentence.low
    now = sentence.near(one.quantity, "now", reach=2, clauses=1)
    if now is not None and now.first < one.at and one.kind == "money":
        return "actual"  # «пока 28 млрд»
    best: tuple[float, str] | None = None
    past = 99.0
    planned_at = {cue.first for cue in sentence.cues if cue.entry.kind == "planned"}
    words = low[sentence.first : sentence.last]
    taken = any(word.startswith(("взял", "преодоле", "достигнут", "покорил")) for word in words)
    for cue in sentence.cues:
        kind = cue.entry.kind
        if kind == "done" and any(
            w in _WILL for w in low[max(sentence.first, cue.first - 2) : cue.first]
        ):
            continue  # «будет создано»
        before = cue.first < one.at
        gap = one.at - cue.last if before else cue.first - one.last
        cost = max(gap, 0) + 4.0 * sentence.between(cue.first, one.at) + (0 if before else 4)
        if kind in ("up", "down", "reach", "done"):
            word = low[cue.first]
            form_of = tense(word)
            if cue.first in planned_at:
                continue  # «составит», «вырастет»
            if form_of == "future" and kind != "done":
                if best is None or cost < best[0]:
                    best = (cost, "planned")
                continue
            if kind == "done" or form_of == "past" or kind == "reach":
                if not word.endswith(("ить", "ать", "еть", "ти")):
                    past = min(past, cost)
            continue
        if kind not in ("goal", "potential", "planned"):
            continue
        if kind == "goal" and taken and low[cue.first].startswith(("планк", "рубеж", "цел")):
            continue  # «планку в два миллиарда взяли»
        if best is None or cost < best[0]:
            best = (cost, {"goal": "target"}.get(kind, kind))
    if any(
        low[c.first].startswith(("довест", "доведен")) and c.first < one.at for c in sentence.cues
    ):
        if form in ("infinitive", "noun", "other") or verb is None:
            return "target"
    deadline = any(p.role == "by" for p in sentence.periods)
    if best is not None and best[0] > 26:
        best = None
    if best is None:
        return "actual"
    if past <= best[0] and not (form == "infinitive" and best[1] != "potential"):
        if not (verb is not None and form == "infinitive"):
            return "actual"
    if (
        form == "infinitive"
        and best[1] == "planned"
        and one.indicator in ("turnover", "export", "import")
    ):
        goal = sentence.near(one.quantity, "goal")
        return "target" if goal is not None or one.indicator == "turnover" else "planned"
    if best[1] == "potential" and one.indicator in ("turnover",):
        preposition = _preposition(one)
        if preposition == "до" and form in ("noun", "infinitive"):
            goals = low[sentence.first : sentence.last]
            return (
                "potential"
                if any(w.startswith(("возможн", "потенциал")) for w in goals)
                else "target"
            )
    if best[1] == "planned" and (deadline or form == "infinitive") and one.indicator == "turnover":
        return "target"
    return best[1]
