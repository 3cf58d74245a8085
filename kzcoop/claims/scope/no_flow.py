"""What a figure measures that is no flow: travellers, ships, posts and plants.

«два судна вместимостью 600 контейнеров»      what a ship holds
«завод выпустил 40 вагонов»                   what is made or ordered
"""

from __future__ import annotations

from kzcoop.claims.count.post_count import POST_PARTS
from kzcoop.claims.place.partner_place import foreign, is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import needs
from kzcoop.language.morphology import is_adjective, is_noun
from kzcoop.language.stems import Stems, Words

_HOLDS = Stems("вместим")
_SHIPS = Stems("барж", "контейнеровоз", "паром", "сухогруз", "танкер")
_VESSELS = ("барж", "контейнеровоз", "паром", "самолет", "суд", "сухогруз", "танкер")
_PLANT_LINES = Stems("завод", "конвейер", "сборк")
_LACKS = Stems("дефицит", "недоста", "нехват", "хватает", "хватало")
_CARRIERS = Stems(
    "вагон", "грузоподъемн", "грузовик", "контейнер", "самолет", "состав", "судно", "танкер", "фур"
)
_CARRIES = ("берет", "грузоподъемн", "везет", "вмеща", "вход", "загружа", "перевозит", "помеща")
_LEADS_ON = frozenset({"–", "—", "-", ":", "(", ",", "до"})  # from growth to its levels
_LINE_UP = Stems("очеред")
_STUCK = Stems("брошен", "застрева", "застря", "простаива", "скопил", "скоплен")
_ORDERED = Stems(
    "аренд", "выпуск", "выпуст", "заказ", "закуп", "заявк", "изготов", "контракт", "купи", "лизинг",
    "парк", "получат", "получит", "понадоб", "потребуе", "приобре", "произв", "работе", "собира",
    "собрал",
)  # fmt: skip
_EACH = Words("каждая", "каждое", "каждый")
_INTEND = ("емся", "ется", "ются")
_PURCHASED = Stems("закуп", "купи", "куплен", "приобре")
_FROM_ABROAD = Stems("ввез", "ввоз", "завез", "зарубеж", "рубеж", "импорт", "иностран")
_POPULATION = Stems("населени")
_EACH_MAN = ("каждая", "каждого", "каждое", "каждой", "каждому", "каждую", "каждый")
_SOULS = (
    "взросл", "гражд", "день", "жител", "занят", "казахстанц", "работа", "трудит", "человек",
)  # fmt: skip
_THIS = frozenset({"эта", "этой", "эту"})
_MY = frozenset("мое мои моего моей моем моему моих мой моя".split())
_MINE = Words("меня", "мне", "я", *_MY)
_OWNER = ("владел", "хозя")
_OWNERS = Stems(*_OWNER)
_OWNED = 100  # tonnes, lorries and wagons up to which they are one man's
_MODIFIED = 4  # tokens of «новая импортная машина»
_SPANS = ("времен", "год", "дня", "жизн", "месяц", "недел", "пути", "срок")
_PLANTS = Stems("завод", "комбинат", "мельниц", "переработ", "предприят", "фабрик", "цех")
_WAYS = Stems(
    "дорог", "коридор", "линии", "маршрут", "нефтепровод", "переход", "погран", "порт", "пункт",
    "станци", "терминал", "хаб", "элеватор",
)  # fmt: skip
_CARGO = 200_000  # tonnes that a ship holds at the most
_CLOSE = 8  # tokens within which they stand before the figure


def is_single(one: Draft) -> bool:
    """«у него одна цистерна», «каждый паром берёт 52 вагона»: no volume."""
    if one.kind == "wagon" and one.sentence.holds(_EACH):
        low = one.sentence.low
        return any(low[i] in _EACH for i in range(max(one.sentence.first, one.at - 6), one.at))
    return one.value == 1 == one.scale and one.quantity.form == "words"


@needs(_PLANT_LINES)
def is_made_daily(one: Draft) -> bool:
    """«завод начнёт с двадцати машин в день»: what a plant makes."""
    sentence = one.sentence
    return not sentence.posts and not sentence.begins(_WAYS)


@needs(_LACKS)
def is_lacking(one: Draft) -> bool:
    """«недостаёт трёх тысяч зерновозов»: what there is not."""
    if one.indicator == "checkpoints_count":
        return False  # «коридор открыт на трёх, недоставало четырёх»
    sentence = one.sentence
    return any(
        sentence.low[at].startswith(_LACKS)
        and (not sentence.low[at].startswith("хват") or sentence.word_before(at) == "не")
        for at in range(max(sentence.first, one.quantity.lead - 3), one.at)
    )  # not «в 1998-м хватало двухсот»


def of_people(one: Draft) -> bool:
    """«пропускная способность выросла вчетверо – с 6 до 25 тыс. человек»: of travellers.

    Also «зданий стало больше втрое, до 5 тысяч кв. м»: of floors.
    """
    sentence = one.sentence
    if sentence.word_at(one.last) not in _LEADS_ON:
        return False
    after = [q for q in sentence.quantities if q.number_first >= one.last]
    noun = after[0].noun if after else None
    if (
        noun is not None
        and noun.id == "physical"
        and "до" in sentence.low[one.last : after[0].number_first]
    ):
        return True
    return any(q.kind == "people" for q in after[:2]) and not any(
        q.kind in ("vehicle", "vehicles") for q in sentence.quantities
    )


def is_side(one: Draft) -> bool:
    """«казахстанскую половину перехода», «половину этого срока»: of no flow."""
    if one.quantity.form != "fraction":
        return False
    at = one.quantity.number_first
    sentence = one.sentence
    if sentence.word_before(one.quantity.lead).startswith("сво") and sentence.low[at] == "половину":
        return True  # «Казахстан свою половину обязался обновить»
    if sentence.word_before(at) in _THIS:
        return True  # «радоваться этой трети рано»: told before
    if sentence.low[at] in _EACH_MAN and _of_other_things(one):
        return True  # «каждый второй звонок», «каждый восьмой занят в торговле»
    if sentence.low[at] in _EACH_MAN and sentence.begins(_POPULATION):
        return True  # «Население – 40 миллионов, голодает каждый второй»
    if any(w.startswith(_SPANS) for w in one.sentence.low[one.last : one.last + 2]):
        return True  # «половину этого срока»
    return any(place.kind == "adjective" and place.last == at for place in one.sentence.places)


def _of_other_things(one: Draft) -> bool:
    """«каждый второй звонок», «каждая пятая семья»: a noun follows that is not traded or moved."""
    sentence, low, hits = one.sentence, one.sentence.low, one.sentence.mentions.hits
    firm = low[one.quantity.number_first] == "каждое"  # «каждое четвёртое занято в торговле»
    if not firm and sentence.word_at(one.last).startswith(_SOULS):
        return True
    for index in range(one.last, min(one.last + _MODIFIED, sentence.last)):
        counted = hits["counted"].get(index)
        if counted is not None:
            return counted.entry.kind in ("out", "people", "time")
        if index in hits["units"] or index in hits["commodities"]:
            return False
        if not is_adjective(low[index]):
            return is_noun(low[index])
    return False


@needs(_MINE, _OWNERS)
def is_own(one: Draft) -> bool:
    """«я продал сорок тонн яблок», «владелец трёх фур»: of him who speaks."""
    sentence = one.sentence
    if sentence.begins(_OWNERS) and sentence.word_before(one.quantity.lead).startswith(_OWNER):
        return True
    if not sentence.holds(_MINE):
        return False
    if one.kind == "percent":
        return sentence.word_at(one.last) in _MY
    if one.scale != 1 or one.value >= _OWNED:
        return False
    return one.kind != "vehicle" and not sentence.begins(_WAYS)


@needs(_HOLDS, _SHIPS)
def of_vessel(one: Draft) -> bool:
    """«два судна вместимостью 600 контейнеров»: what a ship holds is no flow."""
    if one.kind == "tonne" and one.value > _CARGO:
        return False  # «танкеры позволят вывозить и по три миллиона тонн в год»
    words = one.sentence.low[max(one.sentence.first, one.at - _CLOSE) : one.at]
    held = any(word.startswith(_HOLDS) for word in words[-3:]) or words[-1:] == ["по"]
    return held and any(word.startswith(_VESSELS) for word in words)


@needs(_CARRIERS)
def is_carried(one: Draft) -> bool:
    """«самолёт берёт лишь 18 тонн», «в вагон входит 68 тонн»: what one of them carries."""
    if one.scale != 1:
        return False
    if one.value == 1 or one.sentence.word_before(one.quantity.lead) == "по":
        return True  # «набираем по двенадцать тонн, больше в самолёт не положишь»
    before = one.sentence.low[max(one.sentence.first, one.at - _CLOSE) : one.at]
    each = [word for word in before if word.startswith(_CARRIERS)]
    return any(not word.endswith(("ов", "ы")) for word in each) and any(
        word.startswith(_CARRIES) for word in before
    )


@needs(POST_PARTS)
def of_inside(one: Draft) -> bool:
    """«число полос вырастет с 13 до 32 единиц»: what a post consists of."""
    low = one.sentence.low
    return any(
        low[i].startswith(("количеств", "числ")) and low[i + 1].startswith(POST_PARTS)
        for i in range(max(one.sentence.first, one.at - _CLOSE), one.at - 1)
    )


@needs(_PLANTS)
def of_plant(one: Draft) -> bool:
    """«мощность завода – 500 тыс. тонн в год»: what a plant can make."""
    sentence = one.sentence
    best = one.candidates[0] if one.candidates else None
    if one.indicator != "other" or best is None or not best.word.startswith("мощност"):
        return False
    return sentence.begins(_PLANTS) and not sentence.begins(_WAYS)


@needs(_LINE_UP, _STUCK)
def in_queue(one: Draft) -> bool:
    """«очередь доходит до восьмисот грузовиков», «число фур в очереди удвоилось»: who waits."""
    sentence = one.sentence
    if one.kind in ("percent", "ratio"):
        return any(
            sentence.low[at - 2 : at + 1][1:] in (["в", "очереди"], ["в", "очередях"])
            and sentence.low[at - 2].startswith(("авто", "машин", "фур", "грузовик"))
            for at in sentence.where(_LINE_UP)
        )
    # «на границе скопилось 11 тысяч вагонов, из них свыше пяти тысяч с зерном»
    if one.kind == "wagon" and any(
        at < one.at or sentence.between(at, one.at) == 0 for at in sentence.where(_STUCK)
    ):
        return True
    return any(
        0 < one.at - at <= _CLOSE
        and sentence.between(at, one.at) == 0
        and not sentence.word_before(at).startswith("электронн")
        for at in sentence.where(_LINE_UP)
    )


@needs(_ORDERED)
def is_ordered(one: Draft) -> bool:
    """«контракт на 150 вагонов», «завод выпустил 40 вагонов»: bought or made, and not sent."""
    low, sentence = one.sentence.low, one.sentence
    return any(
        low[i].startswith(_ORDERED)
        and not low[i].endswith(_INTEND)  # «собираются поднять до 850 вагонов»
        and sentence.between(i, one.at) <= low[i].startswith("парк")
        and not (low[i].startswith("понадоб") and _for_that(one, i))
        for i in range(max(sentence.first, one.at - _CLOSE), one.at)
    )


def _for_that(one: Draft, index: int) -> bool:
    """«переправили 300 тыс. тонн, для этого понадобилось 4 тыс. вагонов»: what carried it."""
    return one.sentence.low[index].endswith(("лось", "лись")) and any(
        q.kind == "tonne" and q.last < index for q in one.sentence.quantities
    )


@needs(_PURCHASED)
def bought_at_home(one: Draft) -> bool:
    """«отремонтировано 400 км, закуплено 45 локомотивов»: from whom is not told."""
    best = one.candidates[0] if one.candidates else None
    if best is None or one.indicator != "import" or not best.word.startswith(_PURCHASED):
        return False
    abroad = one.sentence.begins(_FROM_ABROAD)
    if any(c.first < 0 and c.indicator == "import" for c in one.candidates):
        return False  # «импорт игрушек упал. Закупили и меньше петард – 1,6 млн штук»
    if any(p.kind == "country" and is_subject(one.sentence, p) for p in one.sentence.homes):
        return False  # «Казахстан закупил 12 тыс. автомобилей»
    return not abroad and not any(foreign(place) for place in one.sentence.places)
