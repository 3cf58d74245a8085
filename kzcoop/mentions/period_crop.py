"""The months of a marketing year, as a text tells them.

«сезон начался в октябре»                                        October to September
«первые шесть месяцев сезона, с сентября по февраль»             September to August
«Сезон 2023/24 начался бодро. С сентября по декабрь купили …»    in the sentence after it
«сезон 2023/24»                                                  July to June: none told
"""

from __future__ import annotations

from collections.abc import Mapping

from kzcoop.language.text import Tokens
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.calendar import Months
from kzcoop.mentions.period_text import AUTUMN, UNTIL

SEASON = (7, 6)  # the months of a marketing year where a text tells none
_CROPS = frozenset({"crop", "newcrop"})
OPENED = ("начав", "начал", "начин", "откры", "старт")
_BEGUN = (*OPENED, "перв")
_OF_CROP = 6  # tokens between a season and what tells of its beginning
_OF_YEAR = frozenset({"-", "г", "го", "года"})


def crop_year(tokens: Tokens, hits: Mapping[int, Hit]) -> Months:
    """«За первые шесть месяцев сезона, с сентября по февраль»: a year from September on."""
    for index, hit in hits.items():
        if hit.entry.kind not in _CROPS:
            continue
        number = tokens.sentence[index]
        near = tokens.low[max(0, index - _OF_CROP) : index + _OF_CROP]
        counted = tokens.low[index - 1].startswith("месяц")  # «За четыре месяца сезона 2022/23»
        counted = counted and not any(word.startswith("последн") for word in near)
        if not counted and not any(word.startswith(_BEGUN) for word in near):
            continue
        if not _names_month(tokens, hits, number):
            number += 1  # «Сезон 2023/24 начался бодро. С сентября по декабрь купили …»
            if number == len(tokens.bounds) or tokens.low[tokens.bounds[number][0]] != "с":
                continue
        start = _start(tokens, hits, number)
        if start:
            return start, start - 1
    return SEASON


def _names_month(tokens: Tokens, hits: Mapping[int, Hit], number: int) -> bool:
    """Whether a month stands in a sentence."""
    return any(
        (hit := hits.get(index)) is not None and hit.entry.kind == "month"
        for index in range(*tokens.bounds[number])
    )


def _start(tokens: Tokens, hits: Mapping[int, Hit], number: int) -> int | None:
    """The first month of a season that a sentence tells: «начался в сентябре»."""
    low = tokens.low
    first, last = tokens.bounds[number]
    for index in range(first, last):
        hit = hits.get(index)
        if hit is None or hit.entry.kind != "month":
            continue
        after = hit.last
        while after < last and (low[after].isdecimal() or low[after] in _OF_YEAR):
            after += 1  # «с сентября 2022 года по февраль 2023-го»
        until = hits.get(after + 1) if after < last else None
        spans = until is not None and until.entry.kind == "month" and low[after] in UNTIL
        begins = index > first + 1 and low[index - 1] == "в" and low[index - 2].startswith(OPENED)
        if (spans or begins) and SEASON[0] < int(hit.entry.value) <= AUTUMN:
            return int(hit.entry.value)
    return None
