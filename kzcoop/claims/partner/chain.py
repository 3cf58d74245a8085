"""The countries along a way that a sentence tells in full: all of them, and no one alone.

«по маршруту Казахстан – Узбекистан – Афганистан»               a chain of names
«коридора, по которому грузы идут из России в Иран через …»     from one end to the other
«ветка, соединяющая Россию с Ираном через …»                    the same
«транзит из Китая в Узбекистан»                                 both ends
«в афганском направлении по линии Казахстан – …»                the one that it leads to
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.place.partner_way import WAYS
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.place import Place

_LINES = Stems(
    "артери", "ветк", "веток", "дорог", "коридор", "лини", "магистрал", "маршрут", "путь", "пути"
)
_DASHES = (["–"], ["—"], ["-"])
_INTO = (["в"], ["во"])
_ON = Words("далее", "дальше")
_LED = 5  # tokens of «ветка, ведущая через»
_SOON = 2  # tokens of «– в»
_NAMED = 6  # tokens of «линии Луговая –»
_ENDED = either(_LINES, Words("между"))
_THREE = 3  # names of a chain
_LINKED = (["и"], [","])
_PAIR = 2  # countries that a way leads through
_THROUGH = Words("через")
_JOINS = Stems("связыва", "связал", "соедин")
_ROLES = {
    "из": "from", "от": "from", "между": "from", "в": "to", "во": "to", "до": "to",
    "через": "through", "с": "with", "со": "with",
}  # fmt: skip


def along(one: Draft) -> tuple[str, ...]:
    """Return the countries of the way that a figure before or after them is of, or none."""
    sentence = one.sentence
    if one.indicator not in WAYS:
        return ()
    places = [p for p in sentence.places if p.kind == "country"]
    chain = _farther(sentence, places)
    if sentence.begins(_LINES):
        named = _chain(sentence, places) if sentence.homes else []
        chain = named or chain or _branch(sentence, places)
    if not chain and sentence.homes and len(places) >= _THREE:
        chain = _ends(sentence, places)
    # not «…, ещё 27% – в Узбекистан»
    onward = any(0 <= p.first - one.last <= _SOON for p in places)
    if not (chain or onward or sentence.holds(_THROUGH)) and one.indicator == "transit":
        chain = _from_to(sentence, places)
    ended = sentence.begins(_ENDED) and not sentence.corridors
    if not chain and ended and (end := _line_end(one)):
        one.note("where the line ends")
        return end
    codes = {code for place in chain for code in place.abroad}
    if not codes or not chain[0].first < one.at:
        return ()
    towards = [
        p.abroad
        for p in sentence.abroad
        if p.kind == "adjective" and sentence.word_at(p.last).startswith("направлени")
    ]
    one.note("the countries along the way")
    return towards[0] if towards else tuple(sorted(codes))


def _chain(sentence: Sentence, places: list[Place]) -> list[Place]:
    """«Казахстан – Узбекистан – Афганистан»: three names at the least."""
    found: list[Place] = []
    for left, right in pairwise(places):
        if sentence.low[left.last : right.first] not in _DASHES:
            if len(found) >= _THREE:
                break
            found = []
            continue
        found = [*found, right] if found else [left, right]
    return found if len(found) >= _THREE else []


def _branch(sentence: Sentence, places: list[Place]) -> list[Place]:
    """«ветка через Туркменистан в Иран», «линия, ведущая через Узбекистан в Афганистан»."""
    for left, right in pairwise(places):
        if HOME in (*left.codes, *right.codes):
            continue
        led = sentence.low[max(sentence.first, left.first - _LED) : left.first]
        onward = led[-1:] == ["через"] and sentence.low[left.last : right.first] in _INTO
        if onward and any(word.startswith(_LINES) for word in led):
            return [left, right]
    return []


def _line_end(one: Draft) -> tuple[str, ...]:
    """«По линии Луговая – Бишкек», «между Алтынколем и Тегераном»: the country of its far end."""
    sentence, low = one.sentence, one.sentence.low
    ends = [(p.first, p.last, p.abroad) for p in sentence.abroad if p.kind == "country"]
    ends += [(hit.first, hit.last, (hit.entry.kind,)) for hit in sentence.rows("cities")]
    for first, last, codes in ends:
        if [sentence.word_at(last)] in _DASHES or any(
            p.kind == "country" and last <= p.first <= last + _LED for p in sentence.abroad
        ):
            continue  # «Болашак – Этрек – Горган», «… в сторону Пакистана»: it goes on
        if HOME in codes or len(codes) != 1 or not sentence.first + 1 < first < one.at:
            continue
        if any(p.last == first - 1 and p.kind != "checkpoint" for p in sentence.abroad):
            continue  # «Китай – Европа»
        led = low[max(sentence.first, first - _NAMED) : first - 1]
        joint = [low[first - 1]]
        if (joint in _DASHES and any(word.startswith(_LINES) for word in led)) or (
            joint == ["и"]
            and "между" in led
            and not any(
                p.kind == "country" and first - _NAMED <= p.first < first - 1
                for p in sentence.places
            )
        ):
            return codes
    return ()


def _from_to(sentence: Sentence, places: list[Place]) -> list[Place]:
    """«транзит из Китая в Узбекистан»: where it comes from and where it goes."""
    for left, right in pairwise(places):
        if HOME in (*left.codes, *right.codes) or sentence.word_before(left.first) != "из":
            continue
        if sentence.low[left.last : right.first] in _INTO:
            return [left, right]
    return []


def _farther(sentence: Sentence, places: list[Place]) -> list[Place]:
    """«в Таджикистан и дальше, в Афганистан»: where goods go, and where they go on to."""
    if not sentence.holds(_ON):
        return []
    for left, right in pairwise(places):
        between = sentence.low[left.last : right.first]
        if between[-1:] in _INTO and not _ON.isdisjoint(between) and len(between) <= _LED:
            return [left, right] if HOME not in (*left.codes, *right.codes) else []
    return []


def _ends(sentence: Sentence, places: list[Place]) -> list[Place]:
    """«из России в Иран через Казахстан и Туркменистан», in any order, however they are joined.

    «связывает Россию с Ираном через …», «между Китаем и Европой через Казахстан и Россию»
    """
    if not sentence.holds(_THROUGH):
        return []
    roles: dict[str, list[Place]] = {"from": [], "to": [], "through": []}
    last, told = "", None
    for place in places:
        linked = told is not None and sentence.low[told.last : place.first] in _LINKED
        led = sentence.word_before(place.first)
        role = _ROLES.get(led, "")
        if role == "with":
            role = "to" if sentence.begins(_JOINS) else ""
        if not role and led.startswith(_JOINS):
            role = "from"
        if not role and linked:
            role = "to" if last == "from" else last  # «между Россией и Ираном через …»
        told, last = (place, role) if role else (None, "")
        if role:
            roles[role].append(place)
    way, ends = roles["through"], roles["from"] + roles["to"]
    if not any(HOME in place.codes for place in way) or not ends:
        return []
    if len(way) < _PAIR:
        return []  # «из Китая через Казахстан в Россию»: of who sends it
    return sorted((*ends, *way), key=lambda place: place.first)


def route(sentence: Sentence) -> tuple[str, ...]:
    """Return the countries of a way that a sentence without a figure tells in full, or none."""
    if sentence.quantities or not sentence.homes or not sentence.begins(_LINES):
        return ()
    places = [p for p in sentence.places if p.kind == "country"]
    found = _ends(sentence, places) if len(places) >= _THREE else []
    return tuple(sorted({code for place in found for code in place.abroad}))
