"""Whether a level is a goal: a raise to it, an answer to what is aimed at, or a goal reached.

«меры по наращиванию товарооборота до 2 млрд»      a goal
«подтвердили настрой нарастить товарооборот до 10 млрд»   a goal; not «удалось нарастить»
«– Какую цель вам поставили? – Полтора миллиарда»  a goal
«вырос до 4,3 млрд»                                reached
"""

from __future__ import annotations

from kzcoop.claims.claim import AIMED, TRADE
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import preposition_of
from kzcoop.claims.scene.over import stands_over
from kzcoop.claims.scene.sentence import answers_goal, tense
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit

# «меры по наращиванию товарооборота до 2 млрд»
_RAISING = (
    "доведени", "наращивани", "повышени", "поднят", "расширени", "увеличени", "удвоени",
)  # fmt: skip
# «страны увеличивают перевозки до 60 млн тонн»
_RAISE = frozenset("доводят наращивают повышают поднимают увеличивают".split())
# «подтвердили настрой нарастить товарооборот до 10 млрд»; not «удалось нарастить»
_TO_RAISE = ("довести", "нарастить", "повысить", "поднять", "увеличить")
_MANAGED = Stems("позволил", "помог", "смог", "сумел", "удал")
_GATHERED = ("накопил", "набежал", "набралось", "насчитал", "получил", "вышло", "сложил")
_NEAR = 3  # tokens from «накопилось» to its figure
_NOW = Stems("нынешн", "сегодняшн", "текущ")
TODAY = Words("ныне", "нынче", "сегодня", "сейчас", "теперь")
_NAMES = ("говор", "звуч", "назыв", "обсужда", "рассчит", "речь", "упомина", "хот")
_MEASURED = ("возможност", "мощност", "показател", "уров")


def was_reached(one: Draft, form: str, verb: Hit | None) -> bool:
    """«вырос до 4,3 млрд», «вырос на 34%»: a past verb governs, and no goal stands between."""
    if one.measure not in ("change_pct", "change_ratio", "increment", "level", "target"):
        return False
    led = preposition_of(one) == "до" or one.kind in ("percent", "ratio")
    return led and form == "past" and verb is not None and _same_statement(one, verb)


def _same_statement(one: Draft, verb: Hit) -> bool:
    """Whether no goal stands between the verb and the figure."""
    for cue in one.sentence.cues:
        if cue.entry.kind in ("goal", "potential", "planned") and verb.first < cue.first < one.at:
            return False
    return True


def opens_goal(one: Draft, verb: Hit | None, status: str) -> bool:
    """«меры по наращиванию товарооборота до 2 млрд», «Программа увеличения … до 10 млрд»."""
    if verb is None or one.indicator not in AIMED:
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
    if any(low[p.first - 1] == "за" and is_past(low[p.first - 2]) for p in sentence.periods):
        return False  # «дорога обеспечила за 2022 год увеличение потока до 3 млн тонн»
    return not any(
        # «с увеличением до тысячи, фактически составил …»: of the next clause
        cue.entry.kind in ("up", "down", "reach") and tense(low[cue.first]) == "past"
        for cue in sentence.cues
        if sentence.between(cue.first, one.at) <= (cue.first < one.at)
    )


def is_how_to(one: Draft, verb: Hit) -> bool:
    """«обсудили, как увеличить торговлю вдвое – до 400 млн»; not «рассказал, как удалось …»."""
    return one.indicator in TRADE and one.sentence.low[verb.first - 1] == "как"


def may_be_goal(one: Draft) -> bool:
    """«планка торговли – 10 млрд»: in a paragraph of goals, a turnover that nothing says was."""
    amount = one.kind == "money" and one.measure == "level"
    return amount and one.indicator == "turnover" and not _happened(one)


def _happened(one: Draft) -> bool:
    """Whether a verb or a period in the figure's own clause says that it was reached."""
    sentence = one.sentence
    if any(word.startswith(_GATHERED) for word in sentence.low[sentence.first : one.at][-_NEAR:]):
        return True  # «за восемь месяцев того года, по его данным, накопилось 9 млрд»
    if any(
        c.entry.kind in ("up", "down", "reach") and sentence.between(c.first, one.at) == 0
        for c in sentence.cues
    ):
        return True
    return stands_over(one) or any(
        p.role in ("at", "span") and sentence.between(p.first, one.at) == 0
        for p in sentence.periods
    )


def answers_question(one: Draft) -> bool:
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


def compares_with_now(one: Draft) -> bool:
    """«сможет пропускать 900 машин, что вдвое превышает нынешний показатель»: as far ahead."""
    low, sentence = one.sentence.low, one.sentence
    if one.measure != "change_ratio" or not sentence.begins(_NOW):
        return False
    return any(
        low[index].startswith(_NOW) and low[index + 1].startswith(_MEASURED)
        for index in range(sentence.first, sentence.last - 1)
    )


def named_anew(one: Draft) -> bool:
    """«Говорили о 50 млн. Теперь называют 80 миллионов»: the next sum of what was told before."""
    low, sentence, lead = one.sentence.low, one.sentence, one.quantity.lead
    if one.indicator != "turnover" or one.kind != "money" or one.measure != "level":
        return False
    return low[sentence.first] in TODAY and any(
        low[i].startswith(_NAMES) for i in range(sentence.first + 1, min(sentence.first + 3, lead))
    )
