"""A flow told from the other country's side: what it sends to Kazakhstan or takes from it.

«Узбекистан нарастил поставки в Казахстан», «Из Узбекистана в Казахстан вывезли»   its export
«Россия сократила импорт овощей из Казахстана»                                     its import
«киргизский экспорт в Казахстан», «Польский экспорт – 470 млн»                     its own
«Наш экспорт вырос на 12%, казахстанский – на 20%», says a guest                   his, then ours
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import SIDES
from kzcoop.claims.place.partner_place import HOME, UNION, foreign, is_subject, led_by
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_OURS = Stems("казахстанск")
_OUR = Words("наш", "нашего", "нашему", "нашем")
_FLOWN = ("импорт", "экспорт")
_FLOWS = Stems("ввоз", "вывоз", "импорт", "экспорт")
_FLOWS_OUT = ("вывоз", "экспорт")
_SOLD_OUT = Stems("уход", "ушел", "ушл", "экспорт")
_SENT_OUT = Stems("вывез", "вывоз", "поставк")
_BOUGHT = Stems("ввез", "ввози", "завез", "завози", "импортир")
_BUYING = Stems("ввоз", "импорт")
_OUT_OF = Words("из")
_BACK = Stems("встречн", "обратн")
_INTO = 4  # tokens from a flow to where it goes: «экспорт данной продукции в Казахстан»
_OWN = 3  # tokens from «киргизский» to the flow
_HOMEWARD = 5  # and to Kazakhstan


@needs(_SOLD_OUT, _SENT_OUT)
def its_deliveries(one: Draft, code: str) -> bool:
    """«Узбекистан нарастил поставки в Казахстан»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "export":
        return False
    for hit in sentence.indicators:
        into_home = any(
            other.codes == (HOME,)
            and hit.last <= other.first <= hit.last + _INTO
            and _entered(sentence, other)
            for other in sentence.places
        ) or _to_us(sentence, hit.first)
        into_home = into_home and not (_back_after(one, hit) or goes_out(one, hit.last))
        # the market of Kazakhstan is nobody else's export, named or not
        exported = low[hit.first].startswith(_SOLD_OUT)
        named = (
            exported
            or _to_us(sentence, hit.first)
            or any(code in p.codes and p.first < hit.first for p in sentence.places)
        )
        sent = exported or low[hit.first].startswith(_SENT_OUT)
        if _leads(one, hit) and into_home and named and sent:
            return True
    return False


def _to_us(sentence: Sentence, verb: int) -> bool:
    """«из страны в нашу республику вывезено»: out of the other one, by the words before a verb."""
    low = sentence.low
    return low[verb].startswith(("вывез", "вывоз", "отправ")) and any(
        low[i : i + 2] == ["в", "нашу"] and low[i + 2] in ("республику", "страну")
        for i in range(max(sentence.first, verb - _INTO), verb)
    )


def _back_after(one: Draft, hit: Hit) -> bool:
    """«увеличили поставки в Казахстан до 790 млн; встречный поток – 140»: what goes back."""
    sentence = one.sentence
    return sentence.begins(_BACK) and any(
        i > hit.last and i < one.at for i in sentence.where(_BACK)
    )


@needs(_OUT_OF)
def sent_from(one: Draft, code: str) -> bool:
    """«Из Узбекистана в Казахстан вывезли»: no export of Kazakhstan's."""
    sentence = one.sentence
    return one.indicator == "export" and any(
        code in left.codes
        and right.codes == (HOME,)
        and led_by(sentence, left) == "из"
        and right.first == left.last + 1
        and _entered(sentence, right)
        and (left.first < one.at or "," not in sentence.low[one.last : left.first])
        for left, right in pairwise(sentence.places)
    )


def _entered(sentence: Sentence, home: Place) -> bool:
    """«в Казахстан», «на казахстанский рынок»."""
    before = led_by(sentence, home)
    if home.kind == "adjective":
        return before == "на" and sentence.word_at(home.last).startswith("рын")
    return before in ("в", "во")


@needs(_BOUGHT, _BUYING)
def its_imports(one: Draft, code: str) -> bool:
    """«Россия сократила импорт овощей из Казахстана»: no import of Kazakhstan's."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "import" or any(_entered(sentence, home) for home in sentence.homes):
        return False  # «в Казахстан ввезли немцы»
    if sentence.begins(_OURS) and _of_our_goods(sentence):
        return False  # «Узбекистан импортировал 3 млн тонн казахстанского зерна»: our export
    if sentence.begins(_BOUGHT) and any(
        code in place.codes
        and is_subject(sentence, place)
        and (
            sentence.word_at(place.last).startswith(_BOUGHT)
            or sentence.word_before(place.first).startswith(_BOUGHT)
        )
        for place in sentence.places
    ):
        return True  # «Узбекистан импортировал 310 тысяч тонн», «больше всех ввёз Узбекистан»
    hits = [hit for hit in sentence.indicators if low[hit.first].startswith(_BUYING)]
    return bool(hits) and any(
        place.codes == (HOME,)
        and sentence.word_before(place.first) == "из"
        and any(hit.last <= place.first <= hit.last + _INTO and _leads(one, hit) for hit in hits)
        for place in sentence.places
    )


def _of_our_goods(sentence: Sentence) -> bool:
    """Whether what a verb brings in is told as Kazakhstan's goods: «казахстанского зерна»."""
    goods = sentence.mentions.hits["commodities"]
    return any(
        home.kind == "adjective" and home.last in goods
        and sentence.low[home.last - 1].endswith(("ого", "ой", "их", "ую"))
        for home in sentence.homes
    )  # fmt: skip


def _leads(one: Draft, hit: Hit) -> bool:
    """Whether a flow stands before a figure, or at once after: «на треть нарастила ввоз»."""
    later = hit.first - one.last
    return later < 0 or (
        later <= _INTO and not any(one.last <= q.first < hit.first for q in one.sentence.quantities)
    )


@needs(_FLOWS, _OURS)
def its_flow(one: Draft, code: str) -> bool:
    """«киргизский экспорт в Казахстан», «российский импорт из Казахстана»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in SIDES:
        return False
    if _ours_of_guest(one) or _of_country(one, code) or _of_owner(one, code):
        return True
    if not sentence.begins(_FLOWS):
        return False
    for place in sentence.places:
        if place.kind != "adjective" or code not in place.codes or place.first > one.at:
            continue
        if goes_out(one, place.last):
            continue  # «Белорусский экспорт к нам – 790 млн, казахстанский в Беларусь – 140»
        following = low[place.last : place.last + _OWN]
        flow = next((word for word in following if word.startswith(_FLOWS)), "")
        if (
            flow
            and not flow.startswith(_FLOWS_OUT)
            and any(
                _entered(sentence, home) and place.last <= home.first <= place.last + _HOMEWARD
                for home in sentence.homes
            )
        ):
            continue  # «Вьетнамский импорт в Казахстан»: ours
        home_after = _homeward(sentence, place.last, place.last + _HOMEWARD)
        exported = flow.startswith(_FLOWS_OUT)
        if following[:1] == ["экспорт"] and one.indicator == "export" and _plain(one, place):
            return True  # «Польский экспорт – 470 млн»
        if flow and exported == (one.indicator == "export") and home_after:
            return True
    return False


def goes_out(one: Draft, start: int) -> bool:
    """Whether Kazakhstan's own flow is named between a token and a figure: «наш экспорт туда»."""
    sentence, low = one.sentence, one.sentence.low
    if any(
        home.kind == "adjective"
        and start <= home.first < one.at
        and (low[home.last].startswith(_FLOWS) or low[home.last] in ("–", "—", "в"))
        for home in sentence.homes
    ):
        return True
    return sentence.holds(_OUR) and any(
        low[i] in _OUR and low[i + 1].startswith(_FLOWS) for i in range(start, one.at)
    )


def blocs_flow(one: Draft) -> bool:
    """«Экспорт из ЕС в Казахстан», «импорт ЕС из Казахстана»: the other way, told from here."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in SIDES or len(one.partner) < UNION:
        return False
    for place in sentence.abroad:
        if place.kind != "bloc" or place.first > one.at or place.abroad != one.partner:
            continue
        flow = low[place.first - 2] if low[place.first - 1] == "из" else low[place.first - 1]
        homes = [h for h in sentence.homes if place.last <= h.first <= place.last + 1]
        out = flow.startswith(_FLOWS_OUT) and one.indicator == "export"
        into = flow.startswith(_FLOWN[:1]) and one.indicator == "import"
        if out and any(_entered(sentence, h) for h in homes):
            one.indicator = "import"
        elif into and any(sentence.word_before(h.first) == "из" for h in homes):
            one.indicator = "export"
        else:
            continue
        one.note("the flow of a bloc, told from here")
        return True
    return False


def _homeward(sentence: Sentence, first: int, last: int) -> bool:
    """«в Казахстан», «из Казахстана», «к нам», «в нашу страну», beside another's flow."""
    if any(first <= home.first <= last for home in sentence.homes):
        return True
    words = sentence.low[first : min(last + 1, sentence.last)]
    return any(
        (left, right) == ("к", "нам")
        or (left in ("в", "нашу") and right in ("республику", "страну"))
        for left, right in pairwise(words)
    )


def _of_owner(one: Draft, code: str) -> bool:
    """«Экспорт Афганистана в нашу страну составил …»: by whose flow goes to Kazakhstan."""
    sentence, low = one.sentence, one.sentence.low
    for place in sentence.abroad:
        flow = low[place.first - 1]
        if place.kind != "country" or code not in place.codes or place.first > one.at:
            continue
        if flow.startswith(_FLOWS) and place.first > sentence.first:
            exported = flow.startswith(_FLOWS_OUT)
            if exported != (one.indicator == "export"):
                continue
            if low[place.last] in ("в", "из", "к"):
                return _homeward(sentence, place.last, place.last + _INTO)
            # «Экспорт Китая увеличился до 30 млрд», in a text on the two
            return exported and len(sentence.places) == 1 and not is_subject(sentence, place)
    return False


def flow_of_home(sentence: Sentence) -> bool:
    """«Экспорт Казахстана – 4 млрд, …»: whose flow opens the row."""
    return any(
        home.kind == "country" and sentence.word_before(home.first).startswith(_FLOWN)
        for home in sentence.homes
    )


def _of_country(one: Draft, code: str) -> bool:
    """«Экспорт Казахстана – 4 млрд, Узбекистана – 1»: the other's, after Kazakhstan's."""
    sentence = one.sentence
    return flow_of_home(sentence) and any(
        code in place.codes
        and place.kind == "country"
        and place.last + 1 == one.quantity.lead
        and sentence.word_before(place.first) in (",", "а")
        for place in sentence.abroad
    )


def _plain(one: Draft, place: Place) -> bool:
    """Whether a country's export stands as the subject, and no word of a third side with it."""
    sentence, low = one.sentence, one.sentence.low
    at = place.last + 1
    told = sentence.between(place.first, one.at) <= 1 and low[place.first].endswith(("ий", "ый"))
    into = low[at : at + 1] in (["в"], ["во"], ["на"])
    return told and not into and not any(place is not p and foreign(p) for p in sentence.places)


def _ours_of_guest(one: Draft) -> bool:
    """«Наш экспорт вырос на 12%, казахстанский – на 20%»: «our» is that of the other side."""
    whose = _whose(one)
    low = one.sentence.low
    return whose is not None and low[whose] in _OUR and low[whose + 1].startswith(_FLOWN)


def of_home_beside(one: Draft) -> bool:
    """Whether a figure is the «казахстанский – на 20%» beside the guest's own."""
    whose = _whose(one)
    return whose is not None and one.sentence.low[whose].startswith(_OURS)


def _whose(one: Draft) -> int | None:
    """Where the last «наш» or «казахстанский» stands before a figure, if both are told."""
    sentence, low = one.sentence, one.sentence.low
    if not (sentence.begins(_OURS) and sentence.holds(_OUR)):
        return None
    before = range(one.at - 1, sentence.first - 1, -1)
    return next((i for i in before if low[i] in _OUR or low[i].startswith(_OURS)), None)
