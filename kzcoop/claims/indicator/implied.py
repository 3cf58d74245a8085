"""What a figure is about where no word says it: its kind, what is built for it, what moves.

«прибыло 12 тыс. тонн»: freight
«построят новый терминал за 11 млрд тенге»: what projects cost
«на пути к $2 млрд», «цель в два миллиарда»: the trade of two countries
"""

from __future__ import annotations

from kzcoop.claims.indicator.implied_works import LEADS_TO, builds_for, took_works, works_for
from kzcoop.claims.indicator.of_ours import taken_of_ours
from kzcoop.claims.indicator.spent import is_invested
from kzcoop.claims.indicator.unnamed_trade import LEADERS, US, aimed_at, aims_together, between_us
from kzcoop.claims.indicator.written import STANDS, costs
from kzcoop.claims.measure.called_for import is_called_to, leaders_want
from kzcoop.claims.measure.named_goal import names_goal
from kzcoop.claims.place.partner_place import is_subject
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.programme_object import is_post
from kzcoop.claims.scene.sentence import tense
from kzcoop.claims.scope.haulage import is_built_for
from kzcoop.language.stems import Stems, Words

# not «прошлого года»
_PASSED = Words(
    "проехал",
    "проехала",
    "проехали",
    "проехало",
    "прошел",
    "прошла",
    "прошли",
    "прошло",
    "прошедших",
)
_MARKET, _EXPORTERS = Stems("рынок", "рынк"), Stems("экспортер")
_GONE = Stems("пошел", "пошла", "пошло", "уехал")
_GOT = Stems("достал", "направлени", "пошел", "пошла", "пошло", "уехал")
_ASKS = Stems("запраш", "запрос", "нуждает", "нужен", "нужна", "нужно", "нужны", "попрос", "прос")
_READY = Stems("готов", "намер", "рассчит", "соглас", "хотел", "хотят", "хочет")
_TAKE = Words(
    "брать", "взять", "выбирать", "забирать", "забрать", "покупать", "получать", "принимать",
)  # fmt: skip
_AWAY = frozenset({"в", "для", "из", "на", "с"})
_CARGO = frozenset({"lorry", "train"})
_CARS = frozenset({"car", "lorry", "vehicle"})
_AHEAD = ("planned", "potential")
_LETS = Stems("обслужив", "оформля", "принима", "пропуска")
_PASS_ON = Stems("пройдет", "пройдут", "проедет", "проедут", "проезжать", "проходить")
_AFTER_WORKS = ("модерниз", "обновлени", "реконструк", "ремонт")
_PEOPLE = ("люде", "пассажир", "пешеход")
_MOVING = Stems(
    "ветк", "достав", "железн", "обработа", "поезд", "порт", "провез", "провест", "проведут",
    "провоз", "прокач", "пропустил", "пропустит", "пропущен", "рейс", "станци", "стык",
)  # fmt: skip
_CARRY = Stems("коридор", "маршрут", "груз", "контейнер", "перевоз")
_SELLERS = Stems("мукомол", "поставщик", "продавц", "экспортер")
_MARKETS = ("направлени", "рынок")
_HOLD = Stems("держат", "держит")
_EARN = Stems("выруч", "заработ")
_AIMS = ("планк", "рубеж", "цель")


def implied(one: Draft) -> str | None:
    """What tonnes, containers or wagons are where no word says it but something moves: freight."""
    if one.kind == "rank":
        return "turnover"  # «третье место среди торговых партнёров»
    low = one.sentence.low
    if one.kind == "money" and low[one.quantity.lead - 2 : one.quantity.lead] == ["пути", "к"]:
        return "turnover"  # «Казахстан и Грузия на пути к $2 млрд»
    led = low[max(one.sentence.first, one.quantity.lead - 3) : one.quantity.lead]
    if one.sentence.words & STANDS.bit and costs(one, len(led)):
        return "projects_value"  # «Линия стоит 577 млрд тенге», «Стоит это порядка 80 млн»
    if one.kind == "money" and took_works(one):
        return "projects_value"  # «на работы ушло 6 млрд тенге»
    if one.kind == "money" and any(word.startswith(_AIMS) for word in led):
        return "turnover"  # «ещё недавно цель в два миллиарда долларов казалась далёкой»
    if one.kind == "money" and one.sentence.holds(US) and between_us(one):
        return "turnover"  # «с Россией у нас 28 млрд долларов»
    if one.kind == "money" and one.sentence.begins(_EARN) and _by_goods(one):
        return "export_potential"  # «мог бы выручать ещё миллиард, если возьмут 34 вида»
    if is_called_to(one):
        return "turnover"  # «страны идут к 15 млрд»
    if leaders_want(one) or (
        one.kind == "money" and one.sentence.begins(LEADERS) and names_goal(one)
    ):
        return "turnover"  # «Задача, которую поставили премьеры, – два миллиарда»
    if one.kind == "money" and (aimed_at(one) or aims_together(one)):
        return "turnover"  # «правительства хотят выйти на два миллиарда»
    if one.kind == "money" and one.sentence.begins(_HOLD) and _held_here(one):
        return "investment"  # «Итальянцы держат в Казахстане 7 млрд долларов»
    if is_invested(one):
        return "investment"  # «На сухой порт узбекская компания тратит 20 млрд тенге»
    if one.kind == "money" and (builds_for(one) or works_for(one)):
        one.note("built for so much")
        return "projects_value"
    if one.kind in ("percent", "ratio") and any(
        q.kind == "vehicle" and 0 <= q.lead - one.last <= LEADS_TO for q in one.sentence.quantities
    ):
        one.note("grows to so many vehicles a day: capacity")
        return "other"
    if one.kind in ("percent", "ratio") and _of_levels_after(one):
        return "freight"  # «ветка за шесть лет выросла вчетверо – с 0,6 до 2,4 млн тонн»
    if one.kind in ("percent", "ratio") and one.sentence.begins(_SELLERS) and _of_market(one):
        return "export"  # «Туркменский рынок сжался на 9%: таков октябрь для экспортёров муки»
    if one.kind == "ratio" and let_through(one):
        return "other"  # «людей пост принимает впятеро больше, фур – в 1,6 раза»
    if one.kind == "ratio" and one.sentence.begins(_LETS) and _lets_more(one):
        return "other"  # «грузовиков теперь можно оформлять втрое больше»
    if one.kind == "ratio" and _of_lorries(one, _CARS) and one.sentence.has(*_AHEAD):
        return "other"  # «проходить через пост сможет в восемь раз больше машин»
    if one.kind == "ratio" and one.sentence.begins(_PASS_ON) and _more_cars(one):
        return "other"  # «машин через каждый пост пройдёт втрое больше нынешнего»
    if one.kind in ("percent", "ratio") and _market_turned(one):
        return "export"  # «Туркменский рынок сжался на 9%: так выглядит октябрь для экспортёров»
    if one.kind == "ratio" and _of_lorries(one):
        return "freight"  # «границу пересекает вдвое больше грузовиков, чем весной»
    if one.kind not in ("tonne", "teu", "wagon"):
        return None
    if one.kind == "tonne" and taken_of_ours(one):
        one.note("our goods that others took")
        return "export"
    if one.kind == "tonne" and _wanted(one):
        one.note("another country wants so much")
        return "export"
    if is_built_for(one):
        return "other"
    if one.kind == "tonne" and _received(one):
        one.note("another country got a good")
        return "export"
    moves = one.kind == "tonne" and (_between_two(one) or _exchanged(one))
    moves = (
        moves or one.sentence.begins(_MOVING) or one.sentence.holds(_PASSED) or _through_post(one)
    )
    if one.kind == "tonne" and not moves:
        return None
    one.note("something moves: freight")
    return "freight"


def _of_levels_after(one: Draft) -> bool:
    """Whether two amounts of what is carried follow a change at once: «с 0,6 до 2,4 млн тонн»."""
    sentence, low = one.sentence, one.sentence.low
    after = [q for q in sentence.quantities if q.lead >= one.last][:2]
    if len(after) < 2 or after[1].kind not in ("teu", "tonne", "wagon"):
        return False
    if not (sentence.begins(_MOVING) or sentence.begins(_CARRY)):
        return False
    led, joint = low[one.last : after[0].lead], low[after[0].last : after[1].lead]
    return len(led) == 2 and led[0] in ("–", "—", ":", ",") and led[1] in ("с", "от") and (
        joint[-1:] == ["до"]
    )  # fmt: skip


def _by_goods(one: Draft) -> bool:
    """Whether goods are counted beside what could be earned on them."""
    sentence = one.sentence
    return sentence.has("potential") and any(
        q.noun is not None and q.noun.kind == "goods_positions" for q in sentence.quantities
    )


def _of_market(one: Draft) -> bool:
    """«Туркменский рынок сжался на 9%», «китайское направление выросло вдвое»: what sells there."""
    sentence = one.sentence
    return any(
        p.kind == "adjective"
        and p.last < one.at
        and sentence.word_at(p.last).startswith(_MARKETS)
        and not sentence.between(p.first, one.at)
        for p in sentence.abroad
    )


def _received(one: Draft) -> bool:
    """«Китаю досталось муки 600 тыс. тонн», «зерно пошло гуще», «направление Китай: мука – 9»."""
    sentence = one.sentence
    if not sentence.rows("commodities") or not sentence.begins(_GOT):
        return False
    if sentence.begins(_GONE) and any(hit.first < one.at for hit in sentence.rows("commodities")):
        return True
    return any(place.first < one.at for place in sentence.abroad)


def _held_here(one: Draft) -> bool:
    """Whether a people abroad holds so much here, as far as the verb and the place tell."""
    sentence = one.sentence
    here = [
        home
        for home in sentence.homes
        if home.first < one.at and sentence.word_before(home.first) in ("в", "во")
    ]
    return bool(here) and any(is_subject(sentence, p) and p.first < one.at for p in sentence.abroad)


def _wanted(one: Draft) -> bool:
    """«Таджикистан запросил 90 тыс. тонн мазута», «Иран готов брать по 2 млн тонн зерна»."""
    sentence = one.sentence
    if not (sentence.begins(_ASKS) or (sentence.begins(_READY) and sentence.holds(_TAKE))):
        return False
    verbs = [at for at in (*sentence.where(_ASKS), *sentence.where(_TAKE)) if at < one.at]
    if not verbs or sentence.between(verbs[-1], one.at):
        return False
    who = [p for p in sentence.places if p.first < verbs[-1] and p.kind != "region"]
    return bool(who) and bool(who[0].abroad) and sentence.word_before(who[0].first) not in _AWAY


def _market_turned(one: Draft) -> bool:
    """Whether a market abroad grew or shrank, for those who export to it."""
    sentence = one.sentence
    if not (sentence.begins(_MARKET) and sentence.begins(_EXPORTERS)):
        return False
    return any(
        place.kind == "adjective"
        and place.last < one.at
        and sentence.word_at(place.last).startswith("рын")
        and not sentence.between(place.first, one.at)
        for place in sentence.abroad
    )


def _lets_more(one: Draft) -> bool:
    """«машин за сутки будет проходить втрое больше»: vehicles named before, in what will be."""
    sentence = one.sentence
    if sentence.word_at(one.last) not in ("больше", "меньше") or not sentence.has(*_AHEAD):
        return False
    counted = sentence.mentions.hits["counted"]
    return any(
        at in counted and counted[at].entry.id in _CARS
        for at in range(max(sentence.first, one.first - 2 * LEADS_TO), one.first)
    )


def _of_lorries(one: Draft, ids: frozenset[str] = _CARGO) -> bool:
    """Whether times are of lorries or trains: «вдвое больше грузовиков»."""
    hit = one.sentence.mentions.hits["counted"].get(one.last + 1)
    more = one.sentence.word_at(one.last) in ("больше", "меньше")
    return more and hit is not None and hit.entry.id in ids


def _more_cars(one: Draft) -> bool:
    """Whether times are of cars named before that posts are to let through, after works."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.word_at(one.last).startswith(("больше", "меньше")):
        return False
    counted = sentence.mentions.hits["counted"]
    cars = any(
        i in counted and counted[i].entry.id in _CARS and not sentence.between(i, one.at)
        for i in range(sentence.first, one.at)
    )
    verb = next((i for i in sentence.where(_PASS_ON) if not sentence.between(i, one.at)), None)
    return cars and verb is not None and (
        tense(low[verb]) == "future" or sentence.word_before(verb) in ("будет", "будут", "смогут")
    )  # fmt: skip


def let_through(one: Draft) -> bool:
    """Return whether times are of what a post can let through: «людей принимает впятеро больше»."""
    sentence, low = one.sentence, one.sentence.low
    if not sentence.begins(_LETS):
        return False
    verb = any(not sentence.between(i, one.at) for i in sentence.where(_LETS))
    post = bool(sentence.posts) or any(is_post(low[i]) for i in range(sentence.first, one.at))
    near = low[max(sentence.first, one.first - 2 * LEADS_TO) : one.last + LEADS_TO]
    if verb and post and any(word.startswith(_PEOPLE) for word in near):
        return True
    # «автобусов пост обслуживает вдвое больше, чем до ремонта»: what it can, after works
    after = low[one.last : one.last + 2 * LEADS_TO]
    return verb and post and "до" in after and any(word.startswith(_AFTER_WORKS) for word in after)


def _between_two(one: Draft) -> bool:
    """«Прошлый год принёс рекорд: свыше 32 млн тонн между двумя странами»: haulage."""
    low, sentence = one.sentence.low, one.sentence
    if low[one.last : one.last + 1] != ["между"] or sentence.rows("commodities"):
        return False
    return low[one.last + 1].startswith(("двумя", "нашими", "соседями", "странами")) or any(
        place.first == one.last + 1 for place in sentence.places
    )


def _exchanged(one: Draft) -> bool:
    """«Казахстан и Кыргызстан обменялись более чем 8 миллионами тонн»: haulage both ways."""
    sentence, low = one.sentence, one.sentence.low
    return (
        low[one.at - 1 : one.at] != ["на"]
        and any(low[i].startswith("обменя") for i in range(sentence.first, one.at))
        and not sentence.rows("commodities")
    )


def _through_post(one: Draft) -> bool:
    """«За год – примерно 1,7 миллиона тонн через «Болашак»»: through a post."""
    sentence = one.sentence
    return any(
        sentence.word_before(post.first) in ("через", "«")
        and "через" in sentence.low[max(sentence.first, post.first - 2) : post.first]
        for post in sentence.posts
    )  # fmt: skip
