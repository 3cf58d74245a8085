"""Which way deliveries go: export or import, by who sells or where to.

«Кыргызстан продал 175 тонн»                   by the seller
«поставки во Францию», «поставки из России»    by the place that they go to or come from
«турецкие поставки подросли»                   by whose they are
«поставки в Турцию – 2 млрд, из Турции – 1»    by the place that a dash joins to a figure
"""

from __future__ import annotations

from kzcoop.claims.flow.purchases import DASHES, NEAR, OTHERS, bought, this_country
from kzcoop.claims.place.partner_place import HOME, foreign, is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.morphology import is_genitive_plural
from kzcoop.lexicon.loader import Hit
from kzcoop.mentions.place import Place

# «Кыргызстан продал 175 тонн»
_SOLD = (
    "отгружает", "отгрузи", "отправи", "отправляет", "постави", "поставляет", "поставляют",
    "продает", "продают", "продаду", "продал", "продас", "сбыва", "сбыл",
)  # fmt: skip
_TO_IT = frozenset({"ей", "ему", "им"})
_TO_VERB = 2  # tokens from a market to the verb
_ANSWERS = ("ответил", "отвеча")
_SUBJECT = 10  # tokens from «Латвия, например, за 2024 год увеличила» to «поставки»
# words of deliveries that go either way
_NEIGHBOURS = frozenset({"партнеры", "соседи"})
_NOMINATIVE = ("ие", "ые")
_TO = frozenset({"в", "во", "на"})
_FROM = frozenset({"из", "от"})
_NEAR_US = 3  # tokens of «к нам они продали»
_TO_US = (["нам"], ["республике"])
_GOODS = ("продукци", "товар")
_NO_GOODS = (
    "вагон", "груз", "заказчик", "импортер", "клиент", "магазин", "партнер", "покупател", "порт",
    "потребител", "рынк", "сет", "станци",
)  # fmt: skip
_FALLS_TO = (["приходится"], ["пришлась"], ["пришлось"])
NEUTRAL = ("отгруз", "поставк", "поставлен", "поставля", "поставок", "продаж")
# «увеличившие импорт»
_CHANGED = ("нараст", "сниз", "сократ", "увелич", "уменьш")


def sold(one: Draft, hit: Hit) -> str | None:
    """«Кыргызстан продал 175 тонн»: import where another country sells; None for any other verb."""
    sentence, low = one.sentence, one.sentence.low
    if not low[hit.first].startswith(_SOLD) or _ours(
        low[max(sentence.first, hit.first - 2) : hit.first]
    ):
        return None
    if _comes_home(sentence, hit):
        return "import"
    if low[hit.first - 1] in _TO_IT:
        return None  # «Главным покупателем остаётся Россия, ей отгрузили 12 тыс. тонн»
    if any(_is_given(sentence, hit, place) for place in sentence.abroad):
        return None  # «Первым был Узбекистан – 2,2 млн; таджикам продали 958 тыс.»
    goals = [p for p in sentence.places if p.first >= hit.last and low[p.first - 1] in _TO]
    if goals and foreign(goals[0]):
        # «в Россию отправила 8 тыс. тонн, а в Казахстан – 2»
        return "import" if answered(one) == "import" else None
    seller = hit.first > sentence.first and low[hit.first - 1] in OTHERS
    if seller and low[hit.first - 2] not in (*_TO, *_FROM):
        return "import"  # «сосед поставил в республику консервов на 46 млн»
    if any(
        foreign(p) and p.kind == "country" and p.last == hit.first and low[p.first - 1] == "из"
        for p in sentence.places
    ):
        return "import"  # «Из США поставили 17 тыс. тонн»
    ours = next((p for p in sentence.places if p.first == hit.last and p.codes == (HOME,)), None)
    if ours is not None:
        # «республика продала Казахстану 7,5 тыс. тонн», but «отправил Казахстан на 36 млн»
        return None if low[ours.last - 1] == "казахстан" else "import"
    if (
        low[hit.last : hit.last + 1] in _TO_US
        or "нам" in low[max(sentence.first, hit.first - _NEAR_US) : hit.first]
    ):
        return "import"  # «компания отправит республике 40 тепловозов»
    if this_country(sentence, hit) or sentence.word_before(hit.first) in _NEIGHBOURS:
        return "import"  # «соседи поставили автомобилей на 590 млн»
    beside = [
        p
        for p in sentence.places
        if -NEAR <= p.first - hit.first <= 1
        and (p.first > hit.first or ":" not in low[p.last : hit.first])
    ]  # not «на первом месте Иран: ему продали …»
    sellers = [p for p in beside if is_subject(sentence, p)]
    return "import" if any(foreign(p) and p.codes != (HOME,) for p in sellers) else None


def _comes_home(sentence: Sentence, hit: Hit) -> bool:
    """«в Казахстан поставили 7 тыс. тонн», «поставила за год в страну»: not «в Казахстане»."""
    clause = sentence.clause(hit.first)
    home = any(
        place.codes == (HOME,)
        and place.kind == "country"
        and sentence.word_before(place.first) in ("в", "во")
        and not sentence.low[place.last - 1].endswith("е")
        and sentence.clause(place.first) == clause
        for place in sentence.places
    )
    return home and not any(
        foreign(place)
        and sentence.word_before(place.first) in ("в", "во")
        and sentence.clause(place.first) == clause
        for place in sentence.places
    )


def _ours(before: list[str]) -> bool:
    """«наша страна поставила соседям», «мы продали»."""
    return "мы" in before or any(word.startswith(("наш", "отечествен")) for word in before)


def answered(one: Draft) -> str | None:
    """«поставки в Турцию – 2 млрд, из Турции – 1»: by the place that a dash joins to a figure."""
    sentence, at = one.sentence, one.quantity.lead - 1
    at -= sentence.low[at] == "на"  # «сербские в Казахстан – на 30»
    if at <= sentence.first or sentence.low[at] not in DASHES:
        return None
    place = next((p for p in sentence.places if p.last == at), None)
    if place is None or place.kind != "country":
        return None
    home, before = place.codes == (HOME,), sentence.low[place.first - 1]
    if before in _FROM:
        return "export" if home else "import"
    return ("import" if home else "export") if before in _TO else None


def flow_of(sentence: Sentence, hit: Hit) -> str:
    """What a word of trade is about, by its direction where the sentence tells one."""
    before = sentence.word_before(hit.first)
    if before.startswith(_CHANGED) and "вши" in before and not sentence.homes:
        return "export"  # «Покупатели, увеличившие импорт:»
    if hit.entry.kind == "purchase":
        return bought(sentence, hit)
    if sentence.low[hit.first].startswith(NEUTRAL):
        return delivered(sentence, hit) or hit.entry.value
    return hit.entry.value


def directed(one: Draft) -> bool:
    """Whether the sentence says which way deliveries go."""
    return any(
        delivered(one.sentence, hit) is not None
        for hit in one.sentence.indicators
        if one.sentence.low[hit.first].startswith(NEUTRAL)
    )


def delivered(sentence: Sentence, hit: Hit) -> str | None:
    """Which way deliveries go: «поставки во Францию», «поставки из России»; None where not said."""
    low = sentence.low
    if low[hit.first - 1] in _TO_IT and any(_is_told(sentence, p, hit) for p in sentence.abroad):
        return "export"  # «Главным покупателем остаётся Россия, ей отгрузили 12 тыс. тонн»
    for place in sentence.places:
        if _is_given(sentence, hit, place):
            return "import" if place.codes == (HOME,) else "export"  # «китайцам отгрузили»
        after = hit.last < place.first <= hit.last + 5
        before_it = place.last == hit.first  # «в Казахстан поставлено 870 тонн»
        # «отгрузки яблок на казахстанский рынок», «на иранский рынок его отгрузили»
        market = place.kind == "adjective" and sentence.word_at(place.last).startswith("рын")
        if market and 0 <= hit.first - place.last <= _TO_VERB:
            before_it = True  # «на российский рынок его отгрузили»
        if (after or before_it) and (market or place.kind in ("country", "region")):
            home = place.codes == ("KAZ",)
            before = low[place.first - 1]
            fell = low[place.first - 2].startswith(("прих", "приш"))  # «71% поставок пришёлся на»
            if before == "на" and (fell or low[place.last : place.last + 1] in _FALLS_TO):
                continue  # «в общем весе поставок на Россию приходится 27%»
            if before in ("в", "во", "на"):
                return "import" if home else "export"
            if before in ("из", "от"):
                return "export" if home else "import"
    return None


def _is_told(sentence: Sentence, place: Place, hit: Hit) -> bool:
    """Whether a country is the subject of the clause before a word of trade."""
    clause = sentence.clause(hit.first) - sentence.clause(place.first)
    return place.kind == "country" and place.last < hit.first and clause == 1


def _is_given(sentence: Sentence, hit: Hit, place: Place) -> bool:
    """«китайцам отгрузили», «поставлено узбекистанцам»: a people in the dative beside the verb."""
    if place.kind != "adjective" or not sentence.low[place.last - 1].endswith(("ам", "ям")):
        return False
    led = sentence.word_before(place.first) == "к"
    return not led and (place.last == hit.first or 0 <= place.first - hit.last <= 1)


def _answers(sentence: Sentence, hit: Hit) -> bool:
    """«Польша отвечает поставками на 351 млн», «чехи ответили поставками»: what they sell."""
    low, at = sentence.low, hit.first
    if low[at] not in ("поставками", "продажами") or not low[at - 1].startswith(
        ("отвеча", "ответил")
    ):
        return False
    return any(place.last == at - 1 and foreign(place) for place in sentence.places)


def _of_their_goods(sentence: Sentence, hit: Hit) -> bool:
    """«поставки российских лекарств выросли»: by whose the goods are, where no place is told."""
    low, rows = sentence.low, sentence.mentions.hits["commodities"]
    for place in sentence.places:
        if place.first == hit.last and place.kind == "adjective" and foreign(place):
            word = sentence.word_at(place.last)
            many = is_genitive_plural(word) and not word.startswith(_NO_GOODS)
            goods = many or word.startswith(_GOODS) or place.last in rows
            return goods and low[place.last - 1].endswith(("их", "ых", "ого", "ой"))
    return False


def of_seller(sentence: Sentence, hit: Hit) -> str | None:
    """«турецкие поставки подросли: 450 млн долларов против 370»: import, by whose they are."""
    if not sentence.low[hit.first].startswith(("отгрузк", "поставк", "продаж")):
        return None  # «итальянцам отгрузили»
    if sentence.abroad and (_answers(sentence, hit) or _of_their_goods(sentence, hit)):
        return "import"
    sellers = [p for p in sentence.places if p.kind == "adjective" and p.last == hit.first]
    if sellers and foreign(sellers[0]) and (
        hit.first - sentence.first <= 1
        or (sentence.low[hit.first].startswith("поставк")
            and sentence.low[sellers[0].last - 1].endswith(_NOMINATIVE))
    ):  # fmt: skip
        return "import"  # also «львиную долю дают белорусские поставки»
    if any(
        place.kind == "country"
        and foreign(place)
        and 1 <= hit.first - place.last <= _SUBJECT
        and is_subject(sentence, place)
        and (
            sentence.low[hit.first - 1].startswith(_ANSWERS)
            or any(c.last == hit.first and c.entry.kind in ("up", "down") for c in sentence.cues)
        )
        for place in sentence.places
    ):
        return "import"  # «Латвия за 2024 год увеличила поставки шпрот», «отвечает поставками»
    return None
