"""Who reports: Kazakhstan, or the other country whose statistics or export a figure is."""

from __future__ import annotations

from itertools import pairwise

from kzcoop.claims.claim import SIDES
from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import HOME, foreign, is_subject, led_by
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems, Words
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

_TRADES = ("импорт", "оборот", "товарооборот", "торговл", "экспорт")
_HOLDS = ("занима", "занял", "обеспечи", "формирует", "формировал")
_FLOWS = frozenset({"turnover", "export", "import"})
_OURS = Stems("казахстанск")
_COUNTS = Stems(
    "видит", "насчита", "оценивает", "показыва", "приводит", "учитыва", "учла", "учли"
)  # fmt: skip
_OUR = Words("наш", "нашего", "нашему", "нашем")
_FLOWN = ("импорт", "экспорт")
_DATA = Stems("версии", "данным", "подсчетам", "оценке", "сведениям", "статистик")
_IMPORTED = ("ввез", "ввози", "завез", "завози", "импортир")
# whose figures «по данным узбекского …» are
_OFFICES = (
    "бюро", "ведомств", "комитет", "мин", "нацстат", "статист", "стороны", "таможен",
    "таможн",
)  # fmt: skip
_SENT = ("отгруз", "отправ", "постав", "прода")
_OTHER_WAY = {"export": "import", "import": "export"}
_OFFICE = 5  # tokens of «по данным таможенной службы Китая»
_PURCHASED = ("закуп", "купи", "купл", "приобре")
_INTO = 4  # tokens from a flow to where it goes: «экспорт данной продукции в Казахстан»


def assign_reporter(one: Draft) -> None:
    """Turn a figure round where it is the other country's: its statistics, its export.

    «по данным китайской таможни», «киргизский экспорт в Казахстан», «импорт Таджикистана из
    Казахстана».
    """
    if one.rejected or one.reporter != HOME:
        return
    if len(one.partner) != 1:
        _from_member(one)
        return
    code = one.partner[0]
    if by_our_data(one):
        return
    for told, why in (
        (_in_its_trade, "Kazakhstan's share in the other country's trade"),
        (_by_its_data, "the other country's statistics"),
        (_its_deliveries, "the other country's deliveries to Kazakhstan"),
        (_sent_from, "out of the other country to Kazakhstan"),
        (_its_imports, "the other country's imports from Kazakhstan"),
        (_its_flow, "the other country's own flow"),
    ):
        if told(one, code):
            one.reporter, one.partner = code, (HOME,)
            one.note(why)
            if told is _by_its_data and one.indicator == "export" and _bought(one):
                one.indicator = "import"  # «по данным Destatis, ФРГ купила у Казахстана»
            if told is _by_its_data:
                _turn_round(one)
            return


def _turn_round(one: Draft) -> None:
    """«По белорусским данным, в Казахстан поставили …»: Belarus's export, and no import."""
    word = one.candidates[0].word if one.candidates else ""
    if word.startswith(_SENT) and one.indicator in _OTHER_WAY:
        one.indicator = _OTHER_WAY[one.indicator]


def _bought(one: Draft) -> bool:
    return bool(one.candidates) and one.candidates[0].word.startswith(_PURCHASED)


def _from_member(one: Draft) -> None:
    """«из Киргизии в страны ЕАЭС вывезли 9 тысяч тонн»: a member's, to all others."""
    if one.indicator != "export":
        return
    for place in one.sentence.places:
        if (
            place.kind == "country"
            and set(place.codes) < set(one.partner)
            and led_by(one.sentence, place) == "из"
        ):
            one.reporter = place.codes[0]
            one.partner = tuple(sorted({*one.partner, HOME} - {one.reporter}))
            return


def by_our_data(one: Draft) -> bool:
    """Return whether a figure is Kazakhstan's beside the other's.

    «по российским данным, до 500, по казахстанским – 200–250», «казахстанское бюро – около пяти»
    """
    if not one.sentence.begins(_OURS):
        return False
    sentence, low = one.sentence, one.sentence.low
    last = next(
        (
            i
            for i in range(one.at - 1, sentence.first - 1, -1)
            if low[i].startswith(_OURS)
            and (low[i - 1] == "по" or low[i + 1].startswith((*_OFFICES, "данны", "сторон")))
        ),
        None,
    )
    if last is None or ";" in low[last : one.at]:
        return False
    # «по казахстанским данным, вырос на треть и составил 31 млрд»: no other source between
    return not any(last < p.first < one.at and HOME not in p.codes for p in sentence.places)


def _in_its_trade(one: Draft, code: str) -> bool:
    """«на Казахстан приходится 4% внешней торговли Узбекистана»."""
    if one.measure != "share_pct" or one.indicator == "investment":
        return False  # «на Казахстан приходится треть японских инвестиций»: who gets them
    sentence, low = one.sentence, one.sentence.low
    on_home = any(
        p.codes == (HOME,)
        and p.kind == "country"
        and sentence.word_before(p.first) == "на"
        and low[p.last : p.last + 1] not in (["и"], [","])
        for p in sentence.places
    )
    named = any(code in p.codes for p in sentence.places)
    return (on_home and named) or _holds_in(one, code)


def _holds_in(one: Draft, code: str) -> bool:
    """«в структуре торговли Киргизии Казахстан занимал 10,8%»: a part of the other's trade."""
    sentence, low = one.sentence, one.sentence.low
    whole = any(
        code in p.codes and p.kind == "country" and p.first < one.at
        and sentence.word_before(p.first).startswith(_TRADES)
        for p in sentence.places
    )  # fmt: skip
    return whole and any(
        p.codes == (HOME,) and is_subject(sentence, p)
        and low[p.last : p.last + 1] and low[p.last].startswith(_HOLDS)
        for p in sentence.places
    )  # fmt: skip


def _by_its_data(one: Draft, code: str) -> bool:
    """Whether statistics of the other side are named, as a whole or as a country's."""
    sentence = one.sentence
    mirrored = sentence.has("mirror") and any(
        cue.entry.kind == "mirror"
        and not _bracketed_off(one, cue.first)
        and not _of_next(one, cue.first)
        for cue in sentence.cues
    )
    if mirrored or (sentence.begins(_DATA) and _by_data_of(sentence, code)):
        return True
    return sentence.begins(_COUNTS) and _counted_by(one, code)


def _counted_by(one: Draft, code: str) -> bool:
    """«индийское министерство торговли насчитало 785 млн», «бакинские таможенники насчитали»."""
    sentence, low = one.sentence, one.sentence.low
    for place in sentence.places:
        if code not in place.codes or place.first > one.at:
            continue
        office = low[place.last : place.last + 3]
        if place.kind != "adjective":
            office = low[max(sentence.first, place.first - 3) : place.first] + office
        if not any(word.startswith(_OFFICES) for word in office):
            continue
        between = low[place.last : one.at]
        counted = any(word.startswith(_COUNTS) for word in between)
        if counted and not any(word.startswith(_OURS) for word in between):
            return True
    return False


def _bracketed_off(one: Draft, index: int) -> bool:
    """«950 млн долларов (данные Белстата – 952,8 млн)»: a source of what its brackets hold."""
    sentence, low = one.sentence, one.sentence.low
    opened = next((i for i in range(index, sentence.first, -1) if low[i] in "()"), index)
    return low[opened] == "(" and one.at < opened


def _of_next(one: Draft, index: int) -> bool:
    """«составил 30 млрд; китайская таможня насчитала 41»: a source of the figure after it."""
    sentence = one.sentence
    return (
        index > one.last
        and sentence.between(one.at, index) > 0
        and any(
            q.first > index and q.kind in ("bare", "money", "tonne") for q in sentence.quantities
        )
    )


def _its_deliveries(one: Draft, code: str) -> bool:
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
        )
        # the market of Kazakhstan is nobody else's export, named or not
        exported = low[hit.first].startswith(("уход", "ушел", "ушл", "экспорт"))
        named = exported or any(code in p.codes and p.first < hit.first for p in sentence.places)
        sent = exported or low[hit.first].startswith(("вывоз", "поставк"))
        if _leads(one, hit) and into_home and named and sent:
            return True
    return False


def _sent_from(one: Draft, code: str) -> bool:
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


def _its_imports(one: Draft, code: str) -> bool:
    """«Россия сократила импорт овощей из Казахстана»: no import of Kazakhstan's."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator != "import":
        return False
    hits = [h for h in sentence.indicators if low[h.first].startswith(("ввоз", "импорт"))]
    if any(
        code in place.codes
        and is_subject(sentence, place)
        and (
            sentence.word_at(place.last).startswith(_IMPORTED)
            or sentence.word_before(place.first).startswith(_IMPORTED)
        )
        for place in sentence.places
    ):
        return True  # «Узбекистан импортировал 310 тысяч тонн», «больше всех ввёз Узбекистан»
    return any(
        place.codes == (HOME,)
        and sentence.word_before(place.first) == "из"
        and any(hit.last <= place.first <= hit.last + _INTO and _leads(one, hit) for hit in hits)
        for place in sentence.places
    )


def _leads(one: Draft, hit: Hit) -> bool:
    """Whether a flow stands before a figure, or at once after: «на треть нарастила ввоз»."""
    later = hit.first - one.last
    return later < 0 or (
        later <= _INTO and not any(one.last <= q.first < hit.first for q in one.sentence.quantities)
    )


def _its_flow(one: Draft, code: str) -> bool:
    """«киргизский экспорт в Казахстан», «российский импорт из Казахстана»."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in SIDES:
        return False
    if _ours_of_guest(one):
        return True
    for place in sentence.places:
        if place.kind != "adjective" or code not in place.codes or place.first > one.at:
            continue
        following = low[place.last : place.last + 3]
        flow = next(
            (w for w in following if w.startswith(("ввоз", "вывоз", "импорт", "экспорт"))), ""
        )
        home_after = any(
            other.codes == (HOME,) and place.last <= other.first <= place.last + 5
            for other in sentence.places
        )
        exported = flow.startswith(("вывоз", "экспорт"))
        if following[:1] == ["экспорт"] and one.indicator == "export" and _plain(one, place):
            return True  # «Польский экспорт – 470 млн»
        if flow and exported == (one.indicator == "export") and home_after:
            return True
    return False


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


def _by_data_of(sentence: Sentence, code: str) -> bool:
    """«по данным китайской таможни», «по узбекским данным», «узбекская статистика»."""
    low = sentence.low
    for place in sentence.places:
        if code not in place.codes or place.kind not in ("adjective", "country", "region"):
            continue
        before = low[max(sentence.first, place.first - _OFFICE) : place.first]
        after = low[place.last : place.last + 2]
        if (
            "по" in before
            and any(word in ("данным", "подсчетам", "оценке", "сведениям") for word in before)
            and (any(word.startswith(_OFFICES) for word in after) or place.kind == "country")
        ):
            return True
        if place.kind == "adjective" and after[:1] and after[0].startswith("статистик"):
            return True  # «белорусская статистика показывает …»
        if place.kind == "adjective" and before[-1:] == ["по"] and after[:1] in (["–"], ["—"]):
            return True  # «по казахстанской версии, 2,8 млрд, по турецкой – три»
        if before[-1:] == ["по"] and any(
            word in ("данным", "подсчетам", "сведениям") for word in after[:1]
        ):
            return True
    return False
