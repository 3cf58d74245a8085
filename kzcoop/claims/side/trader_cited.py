"""The other country whose statistics a report says it tells, or whose trade its title tells.

«Оборот с Литвой – 460 млн. Об этом сообщает таможенный департамент Литвы»   its statistics
«Казахстан третий среди партнёров Литвы. По данным её комитета, …»           the same
«Товарооборот Таджикистана со странами ШОС», «Литва увеличила импорт муки»   by the title
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.place.partner_place import HOME, foreign, is_subject
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.side.foreign_flow import trade_words
from kzcoop.claims.side.trader import says_our, trade_owner
from kzcoop.claims.topic.data_owner import CITED, cites_office, data_owner
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems

_OPENING = 3  # sentences that say whose trade a report tells
_PARTNERS = Stems("партнер")
_UPWARD = (
    ["об", "этом"],
    ["такие", "данные"],
    ["эти", "данные"],
    ["это", "следует"],
    ["такие", "цифры"],
)
_REPORTED = ("информир", "отмеч", "переда", "пиш", "сообщ")
_SHORT = 5  # tokens of a dateline
_WRITTEN = frozenset("/,.(")  # after the town of a dateline
_ASIDE = frozenset(",:–—")


def titled_trader(title: Sequence[Sentence]) -> str | None:
    """The country whose trade a title tells: «Товарооборот Таджикистана со странами ШОС»."""
    for sentence in title:
        if sentence.homes or not sentence.abroad or says_our(sentence):
            return None
        code = trade_owner(sentence) or _imports(sentence)
        if code is not None:
            return code
    return None


def _imports(sentence: Sentence) -> str | None:
    """«Таджикистан увеличил импорт муки»: from whomever."""
    places = [place for place in sentence.abroad if place.kind != "adjective"]
    if len(places) != 1 or len(foreign(places[0])) != 1 or not is_subject(sentence, places[0]):
        return None
    low, last = sentence.low, places[0].last
    for hit in trade_words(sentence):
        led = low[last : hit.first]
        raised = low[hit.first].startswith(("ввоз", "импорт")) and led and is_past(led[-1])
        if (raised or low[hit.first].startswith("импортировал")) and _ASIDE.isdisjoint(led):
            return foreign(places[0])[0]
    return None


def cited_trader(sentences: Sequence[Sentence]) -> str | None:
    """«Оборот с Азербайджаном – 460 млн. Об этом сообщает таможенный комитет Азербайджана».

    Whose statistics a report on the two is said to be made of, in its second sentence or third.
    """
    ranked = _ranked_by_its_data(sentences[:_OPENING])
    if ranked is not None:
        return ranked
    told: set[str] = set()
    opening = sentences[: _OPENING + 1]
    town = _dateline(opening[0]) if opening else None
    for sentence in opening:
        if not (sentence.words & CITED.bit or "mirror" in sentence.kinds):
            for place in sentence.abroad:
                told.update(place.abroad)
            continue
        owner = data_owner(sentence)
        if owner is None and cites_office(sentence):
            if town is not None:
                return town  # «ТАШКЕНТ, 25 января. … Такие данные привёл Нацкомитет по статистике»
            owner = min(told) if told else None
        if told and _points_up(sentence):
            return owner if owner in told and (len(told) == 1 or town) else None
        if owner is not None:
            return None
        for place in sentence.abroad:
            told.update(place.abroad)
    return None


def _dateline(sentence: Sentence) -> str | None:
    """«ТБИЛИСИ – Sputnik.», «БАКУ /Trend/ – За январь …»: where a report was written."""
    alone = sentence.last - sentence.first <= _SHORT and not sentence.quantities
    if not alone and sentence.word_at(sentence.first + 1) not in _WRITTEN:
        return None
    town = sentence.mentions.hits["cities"].get(sentence.first)
    return town.entry.kind if town is not None and town.entry.kind != HOME else None


def _points_up(sentence: Sentence) -> bool:
    """«Об этом сообщает», «Такие данные приводит», «Как сообщает …, это на 15% больше»."""
    first = sentence.low[sentence.first : sentence.first + 2]
    if first[0] == "как" and first[-1].startswith(_REPORTED):
        return not sentence.quantities or "это" in sentence.low[sentence.first : sentence.last]
    return first in _UPWARD and not sentence.quantities


def _ranked_by_its_data(opening: Sequence[Sentence]) -> str | None:
    """«Казахстан третий среди партнёров Узбекистана. По данным комитета по статистике, оборот …».

    The partner, where its statistics are cited and none of Kazakhstan's.
    """
    for sentence in opening:
        if sentence.words & _PARTNERS.bit and any(is_subject(sentence, p) for p in sentence.homes):
            for at in sentence.where(_PARTNERS):
                whose = next((p for p in sentence.abroad if p.first == at + 1), None)
                if whose is None or whose.kind != "country" or len(foreign(whose)) != 1:
                    continue
                code = foreign(whose)[0]
                cited = [owner for s in opening if (owner := data_owner(s, (code,))) is not None]
                if HOME not in cited and (code in cited or any(map(cites_office, opening))):
                    return code
    return None
