"""A flow told from the other country's side: what it sends to Kazakhstan or takes from it.

«Узбекистан нарастил поставки в Казахстан», «Из Узбекистана в Казахстан вывезли»   its export
«Россия сократила импорт овощей из Казахстана»                                     its import
"""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import SIDES
from kzcoop.claims.place.bloc import UNION
from kzcoop.claims.place.partner_place import HOME, is_subject, led_by
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

OURS = Stems("казахстанск")
OUR = Words("наш", "нашего", "нашему", "нашем")
FLOWN = ("импорт", "экспорт")
FLOWS = Stems("ввоз", "вывоз", "импорт", "экспорт")
FLOWS_OUT = ("вывоз", "экспорт")
_SOLD_OUT = Stems("уход", "ушел", "ушл", "экспорт")
_SENT_OUT = Stems("вывез", "вывоз", "поставк")
_REPUBLIC = Words("республики")
_BOUGHT = Stems("ввез", "ввози", "завез", "завози", "импортир")
_BUYING = Stems("ввоз", "импорт")
_OUT_OF = Words("из")
_BACK = Stems("встречн", "обратн")
INTO = 4  # tokens from a flow to where it goes: «экспорт данной продукции в Казахстан»


@needs(_SOLD_OUT, _SENT_OUT)
def its_deliveries(one: Draft, code: str) -> bool:
    """«Узбекистан нарастил поставки в Казахстан»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "export":
        return False
    for hit in sentence.indicators:
        into_home = any(
            other.codes == (HOME,)
            and hit.last <= other.first <= hit.last + INTO
            and entered(sentence, other)
            for other in sentence.places
        ) or _to_us(sentence, hit.first)
        into_home = into_home and not (_back_after(one, hit) or goes_out(one, hit.last))
        # the market of Kazakhstan is nobody else's export, named or not
        flow = low[hit.last - 1] if hit.entry.kind == "export_potential" else low[hit.first]
        exported = flow.startswith(_SOLD_OUT)
        named = (
            exported
            or _to_us(sentence, hit.first)
            or any(code in p.codes and p.first < hit.first for p in sentence.places)
        )
        sent = exported or flow.startswith(_SENT_OUT)  # «хочет увеличить поставки в Казахстан»
        if _leads(one, hit) and into_home and named and sent:
            return True
    return False


def who_sends(one: Draft, places: list[Place]) -> list[Place]:
    """«Сербия отправила в Россию 8 тыс. тонн, в Казахстан – 2»: she who sends, and to us too."""
    sentence = one.sentence
    if one.indicator not in SIDES or not any(entered(sentence, p) for p in sentence.homes):
        return places
    senders = [
        p for p in places
        if p.kind == "country" and len(p.abroad) == 1 and p.first < one.at
        and is_subject(sentence, p)
    ]  # fmt: skip
    if len(senders) != 1:
        return places
    return [p for p in places if p in senders or led_by(sentence, p) not in ("в", "во")]


def _to_us(sentence: Sentence, verb: int) -> bool:
    """«из страны в нашу республику вывезено»: out of the other one, by the words before a verb."""
    low = sentence.low
    return low[verb].startswith(("вывез", "вывоз", "отправ")) and any(
        low[i : i + 2] == ["в", "нашу"] and low[i + 2] in ("республику", "страну")
        for i in range(max(sentence.first, verb - INTO), verb)
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
        and entered(sentence, right)
        and (left.first < one.at or "," not in sentence.low[one.last : left.first])
        for left, right in pairwise(sentence.places)
    )


def entered(sentence: Sentence, home: Place) -> bool:
    """«в Казахстан», «на казахстанский рынок»."""
    before = led_by(sentence, home)
    if home.kind == "adjective":
        return before == "на" and sentence.word_at(home.last).startswith("рын")
    return before in ("в", "во")


@needs(_BOUGHT, _BUYING)
def its_imports(one: Draft, code: str) -> bool:
    """«Россия сократила импорт овощей из Казахстана»: no import of Kazakhstan's."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "import" or any(entered(sentence, home) for home in sentence.homes):
        return False  # «в Казахстан ввезли немцы»
    if sentence.begins(OURS) and _of_our_goods(sentence):
        return False  # «Узбекистан импортировал 3 млн тонн казахстанского зерна»: our export
    if any(led_by(sentence, home) == "из" for home in sentence.homes) and any(
        code in place.codes and place.kind == "country" and entered(sentence, place)
        and not low[place.last - 1].endswith("е") and not sentence.between(place.first, one.at)
        for place in sentence.abroad
    ):  # fmt: skip
        return True  # «В Узбекистан из Казахстана ввезли 100 тыс. тонн муки»
    if sentence.begins(_BOUGHT) and any(
        code in place.codes
        and is_subject(sentence, place)
        and (
            _verb_of(sentence, place).startswith(_BOUGHT)
            or sentence.word_before(place.first).startswith(_BOUGHT)
        )
        for place in sentence.places
    ):
        return True  # «Узбекистан импортировал 310 тысяч тонн», «больше всех ввёз Узбекистан»
    hits = [hit for hit in sentence.indicators if low[hit.first].startswith(_BUYING)]
    if sentence.holds(_REPUBLIC) and any(
        "республики" in low[hit.last : hit.last + INTO]
        and low[low.index("республики", hit.last) - 1] == "из"
        and any(code in p.codes and is_subject(sentence, p) for p in sentence.abroad)
        for hit in hits
    ):
        return True  # «Узбекистан нарастил импорт мяса из республики»
    return bool(hits) and any(
        place.codes == (HOME,)
        and sentence.word_before(place.first) == "из"
        and any(hit.last <= place.first <= hit.last + INTO and _leads(one, hit) for hit in hits)
        for place in sentence.places
    )


def _verb_of(sentence: Sentence, place: Place) -> str:
    """The word after a subject, past a period: «Узбекистан за 2024 год ввёз …»."""
    at = place.last
    period = next((p for p in sentence.periods if 0 <= p.first - at <= 1), None)
    return sentence.word_at(period.last if period is not None else at)


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
        later <= INTO and not any(one.last <= q.first < hit.first for q in one.sentence.quantities)
    )


def goes_out(one: Draft, start: int) -> bool:
    """Whether Kazakhstan's own flow is named between a token and a figure: «наш экспорт туда»."""
    sentence, low = one.sentence, one.sentence.low
    if any(
        home.kind == "adjective"
        and start <= home.first < one.at
        and (low[home.last].startswith(FLOWS) or low[home.last] in ("–", "—", "в"))
        for home in sentence.homes
    ):
        return True
    return sentence.holds(OUR) and any(
        low[i] in OUR and low[i + 1].startswith(FLOWS) for i in range(start, one.at)
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
        out = flow.startswith(FLOWS_OUT) and one.indicator == "export"
        into = flow.startswith(FLOWN[:1]) and one.indicator == "import"
        if out and any(entered(sentence, h) for h in homes):
            one.indicator = "import"
        elif into and any(sentence.word_before(h.first) == "из" for h in homes):
            one.indicator = "export"
        else:
            continue
        one.note("the flow of a bloc, told from here")
        return True
    return False


def flow_of_home(sentence: Sentence) -> bool:
    """«Экспорт Казахстана – 4 млрд, …»: whose flow opens the row."""
    return any(
        home.kind == "country" and sentence.word_before(home.first).startswith(FLOWN)
        for home in sentence.homes
    )
