"""What is in scope: trade and works, and not the economy, its harvests or its taxes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from kzcoop.claims.claim import SIDES
from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import foreign, home_places, is_subject, led_by
from kzcoop.claims.post_count import POST_PARTS
from kzcoop.claims.production import TRADE, is_produced
from kzcoop.claims.sentence import Sentence
from kzcoop.language.stems import Stems

_GIVEN = frozenset({"благодаря", "ввиду", "из-за", "при"})
# what is told of an economy and is out of scope
_PRICES = frozenset({"цена", "ценам", "ценах", "цене", "цену", "цены"})
_OUTSIDE = (
    "акци", "бюджет", "ввп", "взыскан", "госзакуп", "гуманитарн", "добыт", "добыч", "доначисл",
    "завис", "запас", "заработн", "зарплат", "инфляц", "кредит", "локализац", "людей", "налог",
    "населени", "недвижимост", "недогруж", "пассажироперевоз", "подешев", "подорожа", "посевн",
    "потреблени", "пошлин", "производительност", "рацион", "скидк", "ставк", "тариф", "урож",
    "штраф", "экономика", "экономию", "экономия", *sorted(_PRICES),
)  # fmt: skip
_ECONOMY = Stems("валов", "затрат", "рост", "издерж", "основн", "экономик", *_OUTSIDE)
# what moves goods
_RAILS = Stems(
    "вагон", "грузов", "ж/д", "железнодорож", "ктж", "перевез", "перевоз", "переход", "погран",
    "порт", "станци",
)  # fmt: skip
_CARRIERS = ("железнодорожник", "ктж", "темир")
_SHIPPED = ("отгруж", "отгруз", "отправ", "погруж", "погруз")
_WITHIN = (["по", "республике"], ["внутри", "страны"], ["внутри", "республики"])
_DASHES = frozenset("–—-")
_WORTH = ("стоимост", "сумм")  # of what was counted or signed before
_VESSELS = ("баржа", "контейнеровоз", "паром", "самолет", "суд", "сухогруз", "танкер")
# of which a price is told: «за тонну»
_EACH = (
    "баррел", "единиц", "килограмм", "контейнер", "кубометр", "литр", "тонну", "тысячу", "унци",
    "фуру", "центнер", "штук",
)  # fmt: skip
_ONE = ("барреля", "килограмма", "литра", "тонны", "центнера")
_AID = ("компенсац", "субсид")  # for each tonne that is sold
_EARNED = Stems("выручк", "прибыль", "капитализаци")
_FIRM = Stems("акционер", "групп", "компани", "концерн", "предприяти", "фирм", "холдинг")
_WHICH = frozenset("нового нынешнего прошлогоднего прошлого старого текущего этого".split())
_DURATION = frozenset("время времени длительность продолжительность срок сроки".split())
_DURING = frozenset("в во до же за на с со то это".split())
_LONG = 14  # tokens from «время» to how much shorter it became
_NEAR_WAY = 4  # tokens from «по» to «коридору»
_RIVALS = 8  # tokens from «вслед за» to the last of who is ahead
_ORDERED = (
    "выпуск", "выпуст", "заказ", "закуп", "изготов", "контракт", "купи", "парк", "приобре",
    "произв", "собира", "собрал",
)  # fmt: skip
_PURCHASED = ("закуп", "купи", "куплен", "приобре")
_FROM_ABROAD = Stems("ввез", "ввоз", "завез", "зарубеж", "импорт", "иностран")
_SPANS = ("времен", "год", "дня", "жизн", "месяц", "недел", "пути", "срок")
_PLANTS = Stems("завод", "комбинат", "мельниц", "переработ", "предприят", "фабрик", "цех")
_WAYS = Stems(
    "дорог", "коридор", "линии", "маршрут", "нефтепровод", "переход", "погран", "порт", "пункт",
    "станци", "терминал", "хаб", "элеватор",
)  # fmt: skip
_AHEAD = ("больше", "выше", "меньше", "ниже", "обогна", "опере", "превыс", "превыш", "уступ")
_GRANTS = frozenset({"грант", "гранта", "грантом", "гранты"})
_SMALL = {"KZT": 500_000, "USD": 500, "RUB": 50_000}  # below which money is a price
_COSTS = frozenset(
    "обойдется обошлась обошелся обошлось обходится стоил стоила стоили стоило стоит стоят".split()
)
_DEAR = 1_000_000  # from which on a plant may cost so much
_CLOSE = 8  # tokens within which they stand before the figure
# progress of works: «реконструирован на 100 процентов»
_PROGRESS = (
    "выполнен", "готов", "завершен", "исполнен", "обеспечен", "построен", "реконструирован",
)  # fmt: skip
# branches of an economy, of which a region tells how each grew
_BRANCHES = Stems(
    "бизнес", "жиль", "обрабатывающ", "промышленн", "связ", "сельск", "сельхоз", "строительн",
    "строительств", "торговл", "транспорт", "услуг",
)  # fmt: skip
_SEVERAL = 3
_BESIDE = 2  # tokens
# two flows in «импорт был вшестеро больше экспорта»
_COMPARED = ("ввоз", "вывоз", "импорт", "экспорт")
_EXCEEDS = Stems("превзош", "превы")
_INVESTED = ("вложил", "инвестировал")
_WORKS = ("инфраструктур", "модернизаци", "обновлени", "развити", "реконструкци", "строительств")
_ABROAD = Stems("взаимн", "внешн", "двусторон", "импорт", "товарооборот", "экспорт")
_RELIEF = Stems("гуманитарн")
_AFTER = 4  # tokens that a word of trade counts as farther for standing after the figure
# after «валовой»
_PRODUCT = ("внутр", "выпуск", "добавл", "продукт", "продукц", "регион", "сбор")


def assign_scope(one: Draft) -> None:
    """Refine the indicator by what stands beside the figure, and reject what is out of scope."""
    sentence, low = one.sentence, one.sentence.low
    if is_produced(one):
        one.note("made or harvested, and not traded")
        one.reject("out_of_scope")
        return
    if any(tells(one) for tells in _no_trade(one.kind)):
        one.reject("out_of_scope")
        return
    if one.kind in ("percent", "money", "ratio"):
        _outside(one)
        if one.rejected:
            return
    sent = (
        one.kind in ("percent", "ratio")
        and bool(one.candidates)
        and (one.candidates[0].word.startswith("отправ"))
    )
    if (one.kind == "tonne" or sent) and one.indicator in SIDES and _on_rails(one):
        one.indicator = "freight"  # what the railway hands over, unless a good is named
    if one.kind in ("percent", "ratio", "tonne") and one.indicator == "export" and _carried(one):
        one.indicator = "freight"  # «КТЖ отгрузило 5 млн тонн зерна»
    if one.kind in ("percent", "ratio", "tonne") and one.indicator in SIDES and _at_home(one):
        one.indicator = "freight"
    if one.kind in ("money", "ratio") and one.indicator in SIDES and _compares_sides(one):
        one.indicator = "other"
    if one.indicator == "freight" and (_passes(sentence) or _on_way(one)):
        one.indicator = "transit"
    if (
        one.kind == "ratio"
        and low[one.last : one.last + 1]
        and low[one.last] in ("больше", "меньше", "выше", "ниже")
    ):
        # «импорт был вшестеро больше экспорта» compares two flows and is no growth
        following = [
            hit for hit in sentence.indicators if hit.first in (one.last + 1, one.last + 2)
        ]
        # not «стал вдесятеро больше покупать», which is growth
        if following and low[following[0].first].startswith(_COMPARED):
            one.indicator = "other"
    if one.kind == "ratio" and _outdoes(one):
        one.indicator = "other"


def _outdoes(one: Draft) -> bool:
    """«экспорт перца превысил импорт в 51 раз, свёклы – в 33»: two flows, and no growth."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_EXCEEDS):
        return False
    verb = next((i for i in range(sentence.first, one.at) if low[i].startswith(_EXCEEDS)), None)
    if verb is None:
        return False
    sides = [
        hit for hit in sentence.indicators
        if hit.first < one.at and low[hit.first].startswith(_COMPARED)
    ]  # fmt: skip
    before = {hit.entry.value for hit in sides if hit.first < verb}
    after = {hit.entry.value for hit in sides if verb < hit.first <= verb + 2}
    return bool(before and after and before != after)


def _is_side(one: Draft) -> bool:
    """«казахстанскую половину перехода», «половину этого срока»: of no flow."""
    if one.quantity.form != "fraction":
        return False
    at = one.quantity.number_first
    if any(w.startswith(_SPANS) for w in one.sentence.low[one.last : one.last + 2]):
        return True  # «половину этого срока»
    return any(place.kind == "adjective" and place.last == at for place in one.sentence.places)


def _of_plant(one: Draft) -> bool:
    """«мощность завода – 500 тыс. тонн в год»: what a plant can make."""
    sentence = one.sentence
    best = one.candidates[0] if one.candidates else None
    if one.indicator != "other" or best is None or not best.word.startswith("мощност"):
        return False
    return sentence.begins(_PLANTS) and not sentence.begins(_WAYS)


def _bought_at_home(one: Draft) -> bool:
    """«отремонтировано 400 км, закуплено 45 локомотивов»: from whom is not told."""
    best = one.candidates[0] if one.candidates else None
    if best is None or one.indicator != "import" or not best.word.startswith(_PURCHASED):
        return False
    abroad = one.sentence.begins(_FROM_ABROAD)
    return not abroad and not any(foreign(place) for place in one.sentence.places)


def _ordered(one: Draft) -> bool:
    """«контракт на 150 вагонов», «завод выпустил 40 вагонов»: bought or made, and not sent."""
    low, sentence = one.sentence.low, one.sentence
    return any(
        low[i].startswith(_ORDERED) and sentence.between(i, one.at) == 0
        for i in range(max(sentence.first, one.at - _CLOSE), one.at)
    )


def _is_progress(one: Draft) -> bool:
    """«реконструирован на 100 процентов»."""
    return one.sentence.word_before(one.first).startswith(_PROGRESS)


def _spends_at_home(one: Draft) -> bool:
    """«Казахстан вложил свыше 30 млрд в инфраструктуру»: no partner's investment."""
    sentence = one.sentence
    if one.indicator != "investment":
        return False
    if any(foreign(place) for place in sentence.places):
        return False
    after = sentence.low[one.last : one.last + 2]
    if after[:1] != ["в"] or not sentence.word_at(one.last + 1).startswith(_WORKS):
        return False
    return any(
        place.last <= hit.first <= place.last + 1
        and is_subject(sentence, place)
        and sentence.low[hit.first].startswith(_INVESTED)
        for hit in sentence.indicators
        for place in home_places(sentence)
    )


def _of_world(one: Draft) -> bool:
    """«мировой экспорт пшеницы – 200 млн тонн»: nobody's in particular."""
    best = one.candidates[0] if one.candidates else None
    if best is None or best.first <= one.sentence.first or one.indicator not in SIDES:
        return False
    return one.sentence.low[best.first - 1].startswith(("глобальн", "миров", "общемиров"))


def _of_rivals(one: Draft) -> bool:
    """«в торговле Узбекистана занял третье место вслед за Китаем (17%) и Россией (15%)»."""
    sentence, low = one.sentence, one.sentence.low
    if low[one.first - 1] != "(" or one.kind != "percent":
        return False
    before = [p for p in sentence.places if p.last < one.first and p.kind == "country"]
    if not before or before[-1].last != one.first - 1 or not foreign(before[-1]):
        return False
    led = low[max(sentence.first, before[-1].first - _RIVALS) : before[-1].first]
    return any(word in ("вслед", "после", "уступая", "пропустив") for word in led) and any(
        is_subject(sentence, home) for home in home_places(sentence)
    )


def _is_speed(one: Draft) -> bool:
    """«время прохождения сократили на 70%», «в 3–4 раза быстрее, чем морем»."""
    low, sentence = one.sentence.low, one.sentence
    if low[one.last : one.last + 1] in (["быстрее"], ["короче"]):
        return True
    return any(
        low[i] in _DURATION
        and sentence.word_before(i) not in _DURING
        and not low[i - 1].startswith(("настоящ", "последн"))
        and low[i + 1] != "как"
        and sentence.between(i, one.at) == 0
        for i in range(max(sentence.first, one.at - _LONG), one.at)
    )


def _of_people(one: Draft) -> bool:
    """«пропускная способность выросла вчетверо – с 6 до 25 тыс. человек»: of travellers."""
    low, sentence = one.sentence.low, one.sentence
    after = [q for q in sentence.quantities if q.number_first >= one.last]
    return (
        bool(after)
        and any(q.kind == "people" for q in after[:2])
        and low[one.last : one.last + 1] in (["–"], ["—"], ["-"], [":"], ["("], [","], ["до"])
        and not any(q.kind in ("vehicle", "vehicles") for q in sentence.quantities)
    )


def _passes(sentence: Sentence) -> bool:
    """«из Китая в Узбекистан проследовало 2 млн тонн»: neither begins nor ends here."""
    return any(
        foreign(left)
        and foreign(right)
        and led_by(sentence, left) == "из"
        and led_by(sentence, right) in ("в", "во")
        and right.first - left.last == 1
        for left, right in pairwise(sentence.places)
    )


def _on_way(one: Draft) -> bool:
    """«85% грузов перевозят по коридору «Западная Европа – Западный Китай»»: transit."""
    sentence, low = one.sentence, one.sentence.low
    stop = min([q.lead for q in sentence.quantities if q.lead >= one.last], default=sentence.last)
    return one.kind in ("percent", "tonne", "teu") and any(
        low[i].startswith("коридор") and "по" in low[max(one.last, i - _NEAR_WAY) : i]
        for i in range(one.last, stop)
    )


def _compares_sides(one: Draft) -> bool:
    """«ввоз превысил вывоз на 3 млрд», «экспорт больше импорта в 2,5 раза»."""
    sentence, low = one.sentence, one.sentence.low
    sides = [hit for hit in sentence.indicators if hit.entry.kind in SIDES and hit.first < one.at]
    return any(
        right.first - left.last == 1
        and low[left.last].startswith(_AHEAD)
        and left.entry.kind != right.entry.kind
        and one.at - right.last <= _NEAR_WAY
        for left, right in pairwise(sides)
    )


def _is_price(one: Draft) -> bool:
    """«по 70–90 долларов за тонну», «$150 с каждой фуры»: what one of a thing costs."""
    low, sentence = one.sentence.low, one.sentence
    after = low[one.last : one.last + 2]
    if low[one.quantity.lead - 1] == "=" or after[:1] == ["="]:
        return True  # «(1 юань = 68,1 тенге)»
    if any(w.startswith(_AID) for w in low[max(sentence.first, one.at - 4) : one.at]):
        return False
    if after[:1] == ["за"] and any(w.startswith(_EACH) for w in after):
        return True
    if one.unit in _SMALL and one.value < _SMALL[one.unit]:
        return True  # «день простоя отнимает сто тысяч тенге»
    costs = any(word in _COSTS for word in low[max(sentence.first, one.at - 5) : one.at])
    if costs and one.value < _DEAR:
        return True  # «баран стоит 60 тысяч тенге»
    told = range(max(sentence.first, one.at - _CLOSE), one.at)
    if any(low[i].startswith("стоимост") and low[i + 1].startswith(_ONE) for i in told):
        return True  # «средняя стоимость тонны пшеницы составила 260 долларов»
    return after[:1] in (["с"], ["за"]) and any(w.startswith("кажд") for w in after)


def _is_gap(one: Draft) -> bool:
    """«разница в десять миллиардов объясняется методикой»: of two statistics."""
    sentence, low = one.sentence, one.sentence.low
    return low[one.quantity.lead - 1] == "в" and sentence.word_before(
        one.quantity.lead - 1
    ).startswith(("зазор", "разниц", "разрыв", "расхождени"))


def _is_earned(one: Draft) -> bool:
    """«выручка компании – 60 млн лари»: what a firm earns; not «выручка от экспорта»."""
    sentence, low = one.sentence, one.sentence.low
    if not (sentence.begins(_EARNED) and sentence.begins(_FIRM)):
        return False
    return any(
        low[index].startswith(_EARNED) and sentence.word_at(index + 1) != "от"
        for index in range(max(sentence.first, one.at - _CLOSE), one.at)
    )


def _is_aid(one: Draft) -> bool:
    """«отправили 155 тонн гуманитарного груза на $1,9 млн»: aid is no trade."""
    sentence, low = one.sentence, one.sentence.low
    beside = low[one.last : one.last + _BESIDE]
    if one.kind == "money" and any(w in _GRANTS for w in low[one.quantity.lead - 2 : one.at]):
        return True  # «грант в 5 млн евро»
    if one.kind == "money" and any(word in ("помощи", "гранта", "грантов") for word in beside):
        return True  # «выделил 50 млн долларов помощи»
    return sentence.begins(_RELIEF) and any(
        low[at].startswith("гуманитарн")
        and low[at + 1].startswith(("груз", "конво", "поддержк", "помощ"))
        for at in range(sentence.first, sentence.last - 1)
    )


def _is_stake(one: Draft) -> bool:
    """«получит 70% в совместном предприятии», «51% акций»: who owns what."""
    after = one.sentence.low[one.last : one.last + 3]
    if after[:1] and after[0].startswith(("акци", "уставн")):
        return True
    return after[:1] == ["в"] and one.sentence.word_at(one.last + 1).startswith(
        ("капитал", "сп", "совместн", "уставн")
    )


def _of_vessel(one: Draft) -> bool:
    """«два судна вместимостью 600 контейнеров»: what a ship holds is no flow."""
    words = one.sentence.low[max(one.sentence.first, one.at - _CLOSE) : one.at]
    held = any(word.startswith("вместим") for word in words[-3:])
    return held and any(word.startswith(_VESSELS) for word in words)


def _carried(one: Draft) -> bool:
    """Whether a railway is who ships, and nothing says that it ships abroad."""
    word = one.candidates[0].word if one.candidates else ""
    sentence, low = one.sentence, one.sentence.low
    hit = next((h for h in sentence.indicators if low[h.first] == word), None)
    if hit is None or not word.startswith(_SHIPPED) or hit.first > one.at:
        return False
    if not any(low[i].startswith(_CARRIERS) for i in range(sentence.first, hit.first)):
        return False
    stop = min((h.first for h in sentence.indicators if h.first > one.at), default=sentence.last)
    abroad = any(low[i : i + 2] == ["на", "экспорт"] for i in range(sentence.first, stop))
    return not abroad and not any(foreign(p) for p in sentence.places)


def _of_inside(one: Draft) -> bool:
    """«число полос вырастет с 13 до 32 единиц»: what a post consists of."""
    if not one.sentence.begins(POST_PARTS):
        return False
    low = one.sentence.low
    return any(
        low[i].startswith(("количеств", "числ")) and low[i + 1].startswith(POST_PARTS)
        for i in range(max(one.sentence.first, one.at - _CLOSE), one.at - 1)
    )


def _at_home(one: Draft) -> bool:
    """«на экспорт – 4,2 млн тонн, по республике – 1,2 млн (+4%)»: moved inside the country."""
    low, sentence = one.sentence.low, one.sentence
    lead = one.quantity.lead
    if low[lead - 1] == "(":  # of the figure before the bracket
        before = [q for q in sentence.quantities if q.last == lead - 1]
        lead = before[0].lead if before else lead
    lead -= low[lead - 1] in _DASHES
    led = low[max(sentence.first, lead - 2) : lead]
    hauled = len(led) == 2 and led[0].startswith("внутренн") and led[1].startswith("сообщени")
    return hauled or led in _WITHIN


def _on_rails(one: Draft) -> bool:
    """Whether a railway or a port moves tonnes of no named good."""
    if any(hit.entry.id == "purchase" for hit in one.sentence.indicators):
        return False  # «закупило 20 тыс. тонн, которые прибыли в порт»
    return not one.sentence.rows("commodities") and one.sentence.begins(_RAILS)


def _outside(one: Draft) -> None:
    """Reject growth of an economy, taxes, harvests and the like."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_ECONOMY):
        return
    nearest, cost = None, 99.0
    percent = one.kind == "percent" and low[one.last : one.last + 1] != ["из"]
    for index in range(sentence.first, sentence.last):
        gross = low[index].startswith("валов") and sentence.word_at(index + 1).startswith(_PRODUCT)
        # «инвестиции в основной капитал (+19,8%)»: growth of an economy
        fixed = percent and low[index] == "капитал" and low[index - 1] == "основной"
        if _names_crop(sentence, index):
            continue
        if low[index].startswith("населени") and any(
            0 <= q.first - index - 1 <= 2 and q is not one.quantity for q in sentence.quantities
        ):
            continue  # «при населении 37 млн человек» is told of the country
        if low[index].startswith("бюджет") and one.indicator == "projects_value":
            continue  # «на обновление поста в бюджете предусмотрено 4,5 млрд»
        # «транспортные затраты снизятся на 15%»
        fixed = fixed or (one.kind == "percent" and low[index].startswith(("затрат", "издерж")))
        if low[index] in _PRICES and sentence.word_before(index).startswith(("суммарн", "общ")):
            continue  # «суммарная цена восьми проектов достигнет 820 млн»
        if low[index] in _PRICES and index > one.at:
            continue  # «прогнозировали около 2 млрд, но цены внесли поправки»
        if low[index].startswith("потреблени") and index > one.at:
            continue  # «60% потребления сахара – это импорт»
        if low[index] in _PRICES and any(
            hit.entry.kind == "cost" and hit.first <= index < hit.last
            for hit in sentence.indicators
        ):
            continue  # «суммарная цена проектов – 800 млн»
        if low[index] in _PRICES and _GIVEN & set(low[index - 3 : index]):
            continue  # «при благоприятной цене достигнет 200 млн»
        grows = low[index] in ("экономик", "экономики") and low[index - 1].startswith("рост")
        # «рост цен ощутили жители столицы», not «за счёт роста цен»
        grows = grows or (low[index] == "цен" and low[index - 1] == "рост")
        if gross or fixed or grows or low[index].startswith(_OUTSIDE):
            gap = one.at - index if index < one.at else (index - one.last) + 1
            total = gap + 4 * sentence.between(index, one.at)
            if total < cost:
                nearest, cost = index, float(total)
    if nearest is None:
        return
    limit = 24 if any(hit.entry.kind in TRADE for hit in sentence.indicators) else 45
    if any(word.startswith(_WORTH) for word in low[max(sentence.first, one.at - 4) : one.at]):
        return  # «подписали 40 документов стоимостью 3 млрд: энергетика, добыча, …»
    for hit in sentence.indicators:
        if hit.entry.kind in TRADE and low[hit.first - 1] not in _PRICES:  # «цена экспорта»
            gap = one.at - hit.first if hit.first < one.at else (hit.first - one.last) + _AFTER
            if gap + 4 * sentence.between(hit.first, one.at) < cost:
                return
    if cost < limit:
        one.reject("out_of_scope")


def _of_branches(one: Draft) -> bool:
    """Whether growth is told of the branches of an economy, one after the other.

    «связь выросла на 8%, торговля – на 14%, строительство – на 3%»: of no trade with abroad
    """
    sentence = one.sentence
    if not sentence.begins(_BRANCHES) or sentence.begins(_ABROAD):
        return False
    told = {
        branch for branch in _BRANCHES
        for word in sentence.low[sentence.first : sentence.last] if word.startswith(branch)
    }  # fmt: skip
    return len(told) >= _SEVERAL and not any(foreign(place) for place in sentence.places)


def _names_crop(sentence: Sentence, index: int) -> bool:
    """«экспорт пшеницы урожая 2023 года»: which crop is sold, and not how much was harvested."""
    low = sentence.low
    if low[index] not in ("урожая", "урожаев", "урожай"):
        return False
    return sentence.word_at(index + 1).isdigit() or sentence.word_before(index) in _WHICH


# what a figure of a kind may tell that is no trade, transport or project
_NO_TRADE = (
    ({"percent"}, _is_progress),
    ({"teu", "tonne"}, _of_vessel),
    ({"bare", "count", "vehicle", "vehicles", "percent", "ratio"}, _of_inside),
    ({"money"}, _spends_at_home),
    ({"money"}, _is_price),
    ({"money"}, _is_earned),
    ({"money"}, _is_gap),
    ({"money", "tonne"}, _is_aid),
    ({"percent"}, _is_stake),
    ({"percent", "ratio"}, _is_speed),
    ({"percent", "ratio"}, _of_branches),
    ({"percent", "ratio"}, _of_people),
    ({"money", "percent", "ratio", "tonne"}, _of_world),
    ({"percent", "ratio"}, _of_rivals),
    ({"percent"}, _is_side),
    ({"wagon"}, _ordered),
    ({"pieces"}, _bought_at_home),
    ({"pieces", "tonne"}, _of_plant),
)


@cache
def _no_trade(kind: str) -> tuple[Callable[[Draft], bool], ...]:
    """The rules that tell of a figure of a kind that it is of no trade."""
    return tuple(tells for kinds, tells in _NO_TRADE if kind in kinds)
