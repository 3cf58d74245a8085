"""From whose side a report tells of trade, by its title and by who is named as its source.

«Экспорт Молдавии в Казахстан вырос», «Молдавия увеличила вывоз яблок в Казахстан»   Moldova's
«Казахстан вошёл в число главных партнёров Молдавии»                                 Moldova's
«Оборот двух стран – 40 млн. Об этом сообщает таможенная служба Молдавии»            its statistics
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.place.partner_place import HOME, is_subject, led_by
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.topic.data_owner import data_owner
from kzcoop.claims.topic.topic import LEAD, Topic
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place

_FLOWS = Stems(
    "ввоз", "вывоз", "импорт", "оборот", "поставк", "реэкспорт", "товарооборот", "торгов",
    "экспорт",
)  # fmt: skip
_LED = frozenset({"в", "во", "и", "из", "между", "с", "со"})
_HOLDERS = Stems("импортер", "партнер", "покупател", "поставщик")
_WARES = ("продукци", "товар")
_WITH = frozenset({"в", "из", "с"})
_NEAR = 2  # tokens from «торговый оборот» to whose it is
_THIS = Words("это")
_TOLD = (["об", "этом"], ["такие", "данные"], ["такую", "информацию"], ["это", "следует"])


def titled_view(title: Sequence[Sentence]) -> str | None:
    """The other side as whose trade with Kazakhstan a title tells, or None."""
    for sentence in title:
        homes = [home for home in sentence.homes if home.kind == "country"]
        codes = {place.abroad for place in sentence.abroad}
        if not homes or len(codes) != 1 or len(sentence.abroad[0].abroad) != 1:
            continue
        if any(
            _trades(sentence, place, homes) or _is_partner_of(sentence, place, homes)
            for place in sentence.abroad
        ):
            return sentence.abroad[0].abroad[0]
    return None


def _trades(sentence: Sentence, place: Place, homes: Sequence[Place]) -> bool:
    """«Экспорт Молдавии в Казахстан», «Молдавия нарастила вывоз яблок в Казахстан»."""
    if place.kind not in ("country", "region"):
        return False
    with_us = any(led_by(sentence, home) in _WITH and place.last <= home.first for home in homes)
    if not with_us:
        return False
    low = sentence.low
    flows = sentence.where(_FLOWS)
    if is_subject(sentence, place):
        changed = any(map(is_past, low[place.last : place.last + _NEAR]))
        return changed and any(place.last < at < homes[-1].first for at in flows)
    its = any(0 < place.first - at <= _NEAR for at in flows)
    return its and led_by(sentence, place) not in _LED


def _is_partner_of(sentence: Sentence, place: Place, homes: Sequence[Place]) -> bool:
    """«Казахстан вошёл в число партнёров Молдавии», «… покупателем молдавских товаров»."""
    if not any(is_subject(sentence, home) and home.first < place.first for home in homes):
        return False
    at = next((i for i in sentence.where(_HOLDERS) if i < place.first), None)
    if at is None or place.first - at > _NEAR:
        return False
    return place.kind == "country" or sentence.word_at(place.last).startswith(_WARES)


def cite_next(sentences: Sequence[Sentence], number: int, topic: Topic) -> None:
    """Let figures be of the statistics that the next sentence cites: «Об этом сообщает …»."""
    if number + 1 >= len(sentences):
        return
    following = sentences[number + 1]
    opening = following.low[following.first : following.first + 2]
    # «Как сообщает агентство со ссылкой на таможню Молдавии, это на 14% больше»
    on = opening[:1] == ["как"] and opening[1:] != ["и"] and following.holds(_THIS)
    if not on and opening not in _TOLD:
        return
    owner = data_owner(following)
    if owner is None or owner == HOME:
        return
    topic.data = topic.data_kept = owner
    topic.data_at, topic.data_lead, topic.data_opens = number, number < LEAD, True
