"""Money that a bank grants or a firm from abroad spends: investment, whatever it goes on.

«Азиатский банк развития согласился выделить на пути 200 млн долларов»
«китайская COSCO направляет на новые склады 20 млрд тенге»
«На порт узбекская компания тратит 20 млрд тенге», «Россияне потратили на него 300 млн»
"""

from __future__ import annotations

from kzcoop.claims.place.partner_place import is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems

_BANKS = Stems("банк", "ебрр", "еабр", "фонд")
_GIVES = Stems(
    "выдел", "дадут", "даст", "дать", "направ", "обеща", "обещ", "одобр", "предостав", "пообещ",
    "профинанс", "соглас",
)  # fmt: skip
_WAYS = Stems("артери", "ветк", "инфраструктур", "коридор", "магистрал", "маршрут", "пути", "путей")
_SPENDS = Stems("направил", "направля", "потрати", "пуска", "пустил", "трати", "тратят")
_BOUGHT = Stems("закуп", "покуп", "приобр", "выплат", "зарплат", "налог", "рекла", "штраф")
_NOMINATIVE = ("ая", "ий", "ие", "ое", "ой", "ые", "ый")
_NEAR = 4  # tokens from the verb to its money


def is_invested(one: Draft) -> bool:
    """Whether money is granted by a bank to a way, or spent by a firm from abroad on a thing."""
    sentence = one.sentence
    if one.kind != "money":
        return False
    if sentence.begins(_GIVES) and sentence.begins(_BANKS) and sentence.begins(_WAYS):
        return any(at < one.at for at in sentence.where(_BANKS)) or _told_after(one)
    return sentence.begins(_SPENDS) and not sentence.begins(_BOUGHT) and _spends_here(one)


def _told_after(one: Draft) -> bool:
    """«О готовности направить на коридор 1,5 млрд долларов заявлено банком»."""
    sentence = one.sentence
    return any(at < one.at for at in sentence.where(_GIVES)) and len(sentence.quantities) == 1


def _spends_here(one: Draft) -> bool:
    sentence, low = one.sentence, one.sentence.low
    for verb in sentence.where(_SPENDS):
        if not verb < one.at or sentence.between(verb, one.at) or one.crossed(verb, one.at):
            continue
        on = "на" in low[sentence.first : one.quantity.lead] or sentence.word_at(one.last) == "на"
        if on and any(_is_who(sentence, place.first, verb) for place in sentence.abroad):
            return True
    return False


def _is_who(sentence: Sentence, first: int, verb: int) -> bool:
    """«китайская COSCO», «узбекская компания», «Россияне» before the verb."""
    place = next(p for p in sentence.abroad if p.first == first)
    if place.kind != "adjective" or not place.last <= verb:
        return False
    people = is_subject(sentence, place) and verb - place.last < _NEAR
    named = sentence.low[place.last - 1].endswith(_NOMINATIVE) and verb - place.last <= _NEAR + 2
    return people or named
