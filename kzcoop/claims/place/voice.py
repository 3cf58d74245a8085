"""Where people are from, told of them and not of what is counted.

«рассуждает шымкентский экономист», «говорит фермер из Кордая»    who speaks
«доля челябинцев», «купила у омичей»                             with whom
"""

from __future__ import annotations

import re

from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.morphology import is_adjective, is_someone
from kzcoop.language.stems import Words
from kzcoop.mentions.place import Place

_VOICES = frozenset({"business", "expert"})  # rows of roles
_FOLK = (
    "ателье", "аналитик", "бизнесмен", "водител", "дальнобойщ", "кафе", "коммерсант", "лавк",
    "логист", "магазин", "мастерск", "перевозчик", "политолог", "предпринимател", "профессор",
    "рестора", "салон", "торгов", "трейдер", "фермер", "финансист", "хозя", "шофер", "швея",
    "экономист", "эксперт", "экспедитор",
)  # fmt: skip
_LORRIES = ("большегруз", "грузовик", "тягач", "фур")  # «самарская фура выгрузилась»
# people of a region abroad, but in the nominative
_FOLK_BESIDE = re.compile(r"(?:(?:цев|чан|жан|ичей|яков)|(?:ц|чан|жан|ич|як)(?:ам|ами|ах))$")
_NAMED = Words("нас")
_BACK = 2  # tokens of «экономист из»


def of_voice(sentence: Sentence, place: Place) -> bool:
    """Whether a place tells where a speaker is from, who speaks for no office."""
    if sentence.word_at(place.last).startswith(_FOLK):
        return True  # «алматинские экспедиторы», «хозяйка алматинского салона»
    if place.kind == "region" and sentence.word_at(place.last).startswith(_LORRIES):
        return True
    low, heads = sentence.low, sentence.mentions.hits["roles"]
    after = heads.get(place.last)
    if after is not None and after.entry.id in _VOICES:
        return place.last < sentence.last
    told = after is None and place.last - place.first == 1 and is_adjective(low[place.first])
    if told and is_someone(sentence.word_at(place.last)):
        return True  # «уральский сварщик»
    if sentence.word_before(place.first) != "из":
        return False
    before = heads.get(place.first - _BACK)
    return before is not None and before.entry.id in _VOICES


def speaks_from_here(sentence: Sentence) -> bool:
    """Whether one of Kazakhstan speaks, or speaks of what «we» have: «торговля у нас»."""
    if sentence.holds(_NAMED) and any(
        sentence.low[at] in _NAMED and sentence.word_before(at) == "у"
        for at in range(sentence.first, sentence.last)
    ):
        return True
    return any(p.codes == (HOME,) and of_voice(sentence, p) for p in sentence.places)


def is_folk_beside(sentence: Sentence, place: Place) -> bool:
    """«доля челябинцев», «с омичами», «купила у свердловчан»: with whom, and not where."""
    if place.codes == (HOME,) or place.last - place.first > 1:
        return False
    return _FOLK_BESIDE.search(sentence.low[place.first]) is not None
