"""Sums that are the trade of two sides, or what they aim at, where no word of trade stands by.

«с Россией у нас 24 млрд»                                what the two trade
«правительства хотят выйти на два миллиарда»             aimed at
«До полумиллиарда стороны намерены дорасти вместе»       aimed at by both
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.stems import Stems, Words

US = Words("нас")
LEADERS = Stems("лидер", "правительств", "премьер", "президент", "столиц", "сторон", "стран")
_GOING = ("движут", "движет", "идут", "идет", "подбира", "приближа", "стрем", "шага")
_REACH = ("дойти", "дораст", "достигн", "достич", "замахн", "перевали", "перешагн", "преодоле")
_REACHING = Stems(
    "добр", "довес", "дойти", "дораст", "дотян", "достич", "замахн", "выйти", "перевал", "подн",
    "прийти",
)  # fmt: skip
_SIDES = Stems("лидеры", "партнер", "правительства", "премьеры", "президенты", "соседи", "столицы",
               "стороны", "страны", "государства", "республики")  # fmt: skip
_WISH = 9  # tokens between the figure and the verb of reaching


def between_us(one: Draft) -> bool:
    """«с Россией у нас 28 млрд», «у нас с Китаем сейчас 44 млрд»: what the two trade."""
    sentence, low = one.sentence, one.sentence.low
    ours = any(low[i - 1] == "у" for i in sentence.where(US) if i < one.at)
    return ours and any(
        p.first < one.at
        and sentence.word_before(p.first) in ("с", "со")
        and not sentence.between(p.first, one.at)
        for p in sentence.abroad
    )


def aimed_at(one: Draft) -> bool:
    """«правительства хотят выйти на два миллиарда», «премьеры говорили о миллиарде к 2030 году»."""
    sentence = one.sentence
    lead = one.quantity.lead
    near = sentence.word_before(lead) == "к" and sentence.low[lead - 2].startswith(_GOING)
    if near and sentence.homes and sentence.abroad:
        return True  # «Казахстан и Италия идут к двадцати миллиардам»
    if not sentence.begins(LEADERS) or sentence.indicators:
        return False
    led = sentence.low[max(sentence.first, one.quantity.lead - 3) : one.quantity.lead]
    if sentence.has("goal", "planned", "potential") and any(w.startswith(_REACH) for w in led):
        return True  # «оба правительства намерены достичь миллиарда»
    return bool(led) and (("выйти" in led and led[-1] == "на") or led[-2:] == ["говорили", "о"])


def aims_together(one: Draft) -> bool:
    """«До полумиллиарда стороны намерены дорасти вместе»: two sides, a wish and a verb of reaching.

    No word of trade stands in the sentence, so that it is the trade of both.
    """
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "money" or not sentence.begins(_REACHING) or sentence.indicators:
        return False
    both = sentence.begins(_SIDES) or bool(sentence.homes and sentence.abroad)
    if not both or not sentence.has("goal", "planned", "potential"):
        return False
    if low[one.quantity.lead - 1] not in ("до", "к", "на", "в"):
        return False
    return any(
        low[i].endswith(("ть", "ти", "чь", "ться")) and abs(i - one.at) <= _WISH
        for i in sentence.where(_REACHING)
    )
