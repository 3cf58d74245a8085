"""The region abroad whose own exports a report tells, from the sentences that open it.

«Из Курганской области за рубеж вывезли 90 тыс. тонн»     it sends abroad
«Алтайский край нарастил экспорт муки»                    the same, as the subject
«Предприятия Томской области отгрузили на экспорт …»      the same, by who works there
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.place.partner_place import foreign, home_places, is_subject
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.side.foreign_flow import trade_words
from kzcoop.mentions.place import Place

_OPENING = 3  # sentences that say whose trade a report tells
_SUBJECTS = ("область", "край", "округ", "республика")
_WORKING = ("аграри", "животновод", "компани", "предприят", "производител", "хозяйств")
_MAKING = ("завод", "комбинат", "мукомол", "предпринимател", "фабрик", "фермер", "экспортер")
_SENT = ("вывез", "вывоз", "отгру", "отправ", "постав", "прода", "экспорт")


def region_seller(sentences: Sequence[Sentence]) -> Place | None:
    """The region abroad that sells, where no sentence before tells of Kazakhstan's own trade."""
    for sentence in sentences[:_OPENING]:
        if not sentence.places:
            continue
        posts = sentence.posts
        if posts or any(is_subject(sentence, home) for home in home_places(sentence)):
            return None  # «Казахстан импортировал из Омской области»
        words = [sentence.low[hit.first] for hit in trade_words(sentence)]
        # not «отправились представители компаний области»
        sells = any(word.startswith(_SENT) and not word.endswith("сь") for word in words)
        regions = [p for p in sentence.places if p.kind == "region" and len(foreign(p)) == 1]
        senders = [place for place in regions if sells and _sends(sentence, place)]
        if senders:
            return senders[0]
    return None


def _sends(sentence: Sentence, place: Place) -> bool:
    before = sentence.word_before(place.first)
    if before == "из" or before.startswith(_WORKING):
        return True
    word, after = sentence.low[place.last - 1], sentence.word_at(place.last)
    if place.first == sentence.first and after.startswith((*_WORKING, *_MAKING)):
        return True  # «Омские предприятия экспортируют», «оренбургские аграрии продали»
    return word in _SUBJECTS
