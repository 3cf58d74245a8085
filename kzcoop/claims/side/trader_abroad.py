"""Another country, or a region of it, that trades with several: whose flow a sentence tells.

«Экспорт сыра Алтайского края вырос»      with goods between
«импорт продуктов в Узбекистан»           into it
«вывоз гороха из Алтайского края»         out of it
«Узбекистан импортировал 310 тыс. тонн»   it trades with whomever

Only where the report names a third country: of two, a flow of one is that with the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.place.partner_place import HOME, foreign, home_places, is_subject, led_by
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.side.foreign_flow import trade_words
from kzcoop.mentions.place import Place

OWNERS = frozenset({"country", "region"})
_FLOWS_OUT = ("вывоз", "экспорт")
_FLOWS_IN = ("ввоз", "импорт")
_VERBS = ("ввез", "вывез", "завез", "импортировал", "отгрузил", "отправил", "экспортировал")
_ROLES = ("импортер", "поставщик", "покупател", "экспортер")
_BROUGHT = ("ввезен", "ввезли", "завезен", "завезли", "импортирован")
_GENITIVE = ("а", "я", "и", "ы", "ой", "ей")
_GOODS = 5  # tokens of goods between a flow and whose it is
_VERB = 10  # tokens from a subject to its verb: «Россия за январь–май 2023 года экспортировала»
_SMALL = frozenset("в во до за из к на о от по при с со у , : ; ( ) – — - и".split())


def trader_of_flow(sentence: Sentence, report: Sequence[Sentence]) -> str | None:
    """The other country whose flow a sentence tells; None where the report is of two only."""
    code = _of_flow(sentence) or _of_verb(sentence)
    if code is None or any(_ours(other) for other in report[: sentence.number + 1]):
        return None
    return code if _names_third(report, code) else None


def _ours(sentence: Sentence) -> bool:
    """Whether a report that opens so is of Kazakhstan's flows, or of its posts.

    «Казахстан поставил в Афганистан …», «экспорт через Хоргос», not «Казахстан стал импортёром …».
    """
    if sentence.posts or sentence.corridors:
        return True
    figure = next((q.lead for q in sentence.quantities), sentence.last)
    return any(home.first < figure for home in home_places(sentence)) and any(
        not sentence.low[hit.first].startswith(_ROLES) for hit in trade_words(sentence)
    )


def _names_third(report: Sequence[Sentence], code: str) -> bool:
    return any(
        place.kind == "country" and foreign(place) and code not in place.codes
        for sentence in report
        for place in sentence.places
    )


def _of_flow(sentence: Sentence) -> str | None:
    """Whose flow a noun tells, where Kazakhstan is not named beside it."""
    if home_places(sentence):
        return None
    low = sentence.low
    for hit in trade_words(sentence):
        word = low[hit.last - 1]
        if not word.startswith((*_FLOWS_IN, *_FLOWS_OUT)):
            continue
        for place in sentence.places:
            if place.kind not in OWNERS or len(foreign(place)) != 1 or HOME in place.codes:
                continue
            between = low[hit.last : place.first]
            if not between or len(between) > _GOODS:
                continue
            before, goods = between[-1], between[:-1]
            if not _SMALL.isdisjoint(goods):
                continue
            into = before in ("в", "во") and word.startswith(_FLOWS_IN) and not _inside(low, place)
            out = before == "из" and word.startswith(_FLOWS_OUT)
            own = before not in _SMALL and low[place.last - 1].endswith(_GENITIVE)
            own = own and not is_subject(sentence, place)  # «направлениями экспорта были Турция»
            if into or out or own:
                return foreign(place)[0]
    return None


def _inside(low: list[str], place: Place) -> bool:
    """«в Узбекистане», and not «в Узбекистан»."""
    return low[place.last - 1].endswith("е")


def _of_verb(sentence: Sentence) -> str | None:
    """«Узбекистан импортировал 310 тыс. тонн», «из области за рубеж вывезли 140 тыс. тонн»."""
    low = sentence.low
    if any(led_by(sentence, home) in ("в", "во", "у") for home in home_places(sentence)):
        return None  # «первые две страны увеличили закупки в Казахстане, а Таджикистан сократил»
    for place in sentence.abroad:
        if place.kind not in OWNERS or len(place.abroad) != 1 or HOME in place.codes:
            continue
        led = led_by(sentence, place)
        subject = is_subject(sentence, place) or (
            place.kind == "region" and place.first == sentence.first
        )
        out = led == "из" and low[place.last : place.last + 2] in (
            ["за", "рубеж"],
            ["на", "экспорт"],
        )
        into = place.kind == "country" and led in ("в", "во")
        if into and not _inside(low, place) and _came(sentence, place):
            return foreign(place)[0]
        if not (subject or out):
            continue
        stop = sentence.last if out else min(place.last + _VERB, sentence.last)
        verb = next((i for i in range(place.last, stop) if low[i].startswith(_VERBS)), None)
        if verb is None and subject:
            verb = _changes(sentence, place, stop)
        if verb is None or (subject and sentence.between(place.first, verb)):
            continue
        if any(not sentence.between(p.first, verb) for p in _others(sentence, place)):
            continue
        return foreign(place)[0]
    return None


def _came(sentence: Sentence, place: Place) -> bool:
    """«в Узбекистан за квартал импортировано 3 тыс. тонн из 12 стран»: no seller named."""
    low = sentence.low
    if home_places(sentence) or _others(sentence, place):
        return False
    return any(
        low[i].startswith(_BROUGHT) and abs(i - place.first) <= _VERB
        for i in range(sentence.first, sentence.last)
    )


def _changes(sentence: Sentence, place: Place, stop: int) -> int | None:
    """«Россия на треть увеличила экспорт икры»: the verb, with a flow right after it."""
    low = sentence.low
    for cue in sentence.cues:
        if cue.entry.kind in ("up", "down") and place.last <= cue.first < stop:
            ahead = low[cue.last : cue.last + 2]
            if any(word.startswith((*_FLOWS_IN, *_FLOWS_OUT)) for word in ahead):
                return cue.first
    return None


def _others(sentence: Sentence, place: Place) -> list[Place]:
    """The countries named beside a trader: with whom it trades."""
    return [
        other
        for other in sentence.places
        if other is not place and other.kind in ("country", "adjective", "bloc")
        and set(other.codes).isdisjoint(place.codes)
    ]  # fmt: skip
