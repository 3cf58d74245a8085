"""A foreign envoy who speaks, and whose figures are his country's.

«Посол Индии: мы хотим покупать больше»          who speaks, by the title or the first sentences
«По нашим данным, оборот составил 940 млн»       India's statistics
«Посол Казахстана в Индии»                       none
"""

from __future__ import annotations

from collections.abc import Iterable

from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words

_ENVOYS = Stems("дипмисси", "посла", "послом", "послу", "посол", "посольств", "торгпред")
_OUR = Words("наша", "нашей", "нашим")
_FIGURES = ("данны", "оценк", "подсчет", "расчет", "сведени", "статистик", "таможн")
_TITLE = 4  # tokens from «посол» to the country: «Чрезвычайный и Полномочный посол Республики …»


def envoy_of(sentences: Iterable[Sentence]) -> str | None:
    """Return the country whose envoy speaks in a report, KAZ none."""
    for sentence in sentences:
        if not sentence.begins(_ENVOYS):
            continue
        for at in sentence.where(_ENVOYS):
            beside = [
                place
                for place in sentence.places
                if len(place.codes) == 1
                and (
                    (place.kind == "country" and 0 < place.first - at <= _TITLE)
                    or (place.kind == "adjective" and place.last == at)
                )
            ]
            if beside:
                return beside[0].abroad[0] if beside[0].abroad else None
    return None


def by_our_figures(sentence: Sentence) -> bool:
    """«По нашим данным», «наша статистика показывает»."""
    return sentence.holds(_OUR) and any(
        sentence.word_at(at + 1).startswith(_FIGURES) for at in sentence.where(_OUR)
    )
