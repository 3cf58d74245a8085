"""Which words of an indicator mean something else where they stand.

«президенты поставили задачу»: no delivery; «сальдо торговли»: no turnover
«700 тысяч тонн стоимостью 18 млн долларов»: what goods are worth, and no project
"""

from __future__ import annotations

from kzcoop.claims.claim import SIDES
from kzcoop.claims.place.partner_place import PREPOSITIONS
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.production import IN_MONEY
from kzcoop.language.morphology import is_noun
from kzcoop.language.stems import Stems, Words, either
from kzcoop.lexicon.loader import Hit

SET = ("вопрос", "задач", "планк", "подпис", "рекорд", "точк", "цел")  # what «поставить» sets
_UP_OR_DOWN = frozenset({"гору", "минус", "плюс", "рост"})
_BARS = Stems("высот", "курс", "обязательств", "планк", "рубеж", "слово")
_THEIR = frozenset({"ее", "его", "их"})
_PRODUCTS = ("продукци", "товар")
# of investment by name, and no sum of it
_EVENTS = ("климат", "конференц", "круглом", "саммит", "совет", "форум")
_BACK = ("встречн", "обратн")
_BRANCHES = Stems("отрасл", "секторов", "секторам", "сферам")
_AID = Stems("возмещени", "компенсац", "субсид")
_REASONS = Stems("благодаря", "вопреки", "из-за", "пике", "после", "фоне", "хвост")
_CHANCES = Stems("возможност", "перспектив", "потенциал")
_VALUED = 8  # tokens from «потенциал» to «оценивают»
_TAKE = frozenset({"возьмет", "возьмут", "заберет", "заберут"})
_WORKS = ("дорог", "завод", "комплекс", "лини", "проект", "реконструкц", "станци", "стройк")
_SPENT = ("котор", "модерниз", "обновлен", "работ", "реконструкц", "ремонт", "строит", "стройк")
_BUILT = (
    "больниц", "ветропарк", "газопровод", "завод", "магистрал", "нефтепровод", "парки", "порты",
    "сети", "станци", "трубопровод", "электростанци", "энергетик",
)  # fmt: skip
_WENT = ("пошел", "пошл", "уедет", "уехал", "уйдет", "ушел", "ушл", "уходит")
_EARNED = Stems("выруч")
_LINES = Stems("ветк", "лини", "переход", "порт", "станци", "стык")
_ROLLING = Stems("большегруз", "водител", "грузовик", "машин", "поезд", "тягач", "фур")
GOES = either(_EARNED, _ROLLING)  # what no_trade needs
_MONEY = ("денег", "деньг", "средств")
_PAID = ("затрачен", "потрачен")
_GOODS_NAMED = 4  # tokens from «28 тыс. тонн» past the goods to «общей стоимостью»
_THOSE = frozenset("его ее их нашим по своих тех тем этих этим".split())
_OFFICES = (
    "ведомств", "вице-минист", "департамент", "замминист", "комитет", "минист", "палат",
    "управлени",
)  # fmt: skip
_LISTS = Stems("пакет", "перечен", "план", "портфел", "список")
_LISTED = 5  # tokens from «перечень» to «строек»
_CLOSE_TO = 3  # tokens
_FOR_WORKS = ("капремонт", "карантин", "модернизац", "обновлен", "реконструкц", "ремонт")
_CLOSED_FOR = Stems(*_FOR_WORKS)
_SET_BEFORE = 4  # tokens from «задача роста» to «, которую»
_LOAD = Words("груза")
_ABROAD = Stems("внешн", "импорт", "иностран", "международн", "торг", "экспорт")


def means_other(one: Draft, hit: Hit) -> bool:
    """Whether a word of an indicator says nothing of what a figure is about.

    Parameters
    ----------
    one
        A draft whose kind is known.
    hit
        A word that names an indicator elsewhere.
    """
    kind = hit.entry.kind
    sentence = one.sentence
    if _is_market(sentence, hit) or _idiom(sentence, hit):
        return True
    if (
        hit.entry.id == "capacity"
        and hit.first > one.at
        and any(
            0 <= q.lead - hit.last <= _CLOSE_TO and q.kind != "ordinal" for q in sentence.quantities
        )
    ):
        return True  # «перевалил 41 тыс. контейнеров при мощности 80 тыс.»
    if sentence.low[hit.first].startswith("оцен") and _of_chances(sentence, hit):
        return True  # «перспективы торговли оценивают в полмиллиарда»
    if one.kind == "money" and _spent_on(sentence, hit):
        return True  # «реконструкция, на которую ушло 6 млрд»: what works took
    if sentence.words & _REASONS.bit and _is_aside(one, hit):
        return True  # «в 2014-м, на пике поставок, – 220 млн»
    if hit.entry.id == "contracts" and sentence.begins(_LISTS) and _is_list(sentence, hit):
        return True  # «Подписан перечень общих строек на 12 млрд»: of what is built
    if kind == "freight" and sentence.holds(_LOAD) and _is_load_told(sentence, hit):
        return True  # «вывезли 600 тыс. тонн пшеницы. Две трети этого груза забрал …»: of it
    if kind == "cost" and sentence.begins(_AID):
        return True  # «на субсидию в бюджете заложено 40 млрд тенге»
    if kind == "services" and not sentence.begins(_ABROAD):
        return True  # «объём услуг связи вырос на 12%»: sold at home
    if kind == "projects" and one.kind != "money" and sentence.low[hit.first - 1] == "после":
        return True  # «после реконструкции она увеличится втрое»
    return _of_balance(sentence, hit) or (kind == "cost" and _of_goods(sentence, hit))


def _is_load_told(sentence: Sentence, hit: Hit) -> bool:
    """Whether «груз» is a part of the goods whose export or import the sentence before told."""
    before = sentence.low[hit.first - 1]
    if sentence.low[hit.first] not in _LOAD or not sentence.number:
        return False
    if before not in ("%", "этого") and not before.startswith(("част", "процент")):
        return False
    return _side_before(sentence)


def _side_before(sentence: Sentence) -> bool:
    """Whether the sentence before has a word of export or import."""
    first, last = sentence.mentions.tokens.bounds[max(sentence.number - 1, 0)]
    told = sentence.mentions.hits["indicators"]
    return any(
        at in told and told[at].entry.value in SIDES
        for at in range(first, min(last, sentence.first))
    )


def _is_list(sentence: Sentence, hit: Hit) -> bool:
    """«подписан перечень общих строек», «подписали портфель проектов»: a list of projects."""
    low = sentence.low
    if not low[hit.first].startswith("подпис") or not low[hit.last].startswith(_LISTS):
        return False
    return any(
        other.entry.kind == "projects" and 0 <= other.first - hit.last <= _LISTED
        for other in sentence.indicators
    )


def _is_market(sentence: Sentence, hit: Hit) -> bool:
    """Whether «на внешнем рынке» tells where something was bought: «приобрёл … 2 тыс. тонн»."""
    return sentence.low[hit.first] == "на" and any(
        0 <= hit.first - other.last <= 1 and other.entry.kind == "purchase"
        for other in sentence.indicators
    )


def _idiom(sentence: Sentence, hit: Hit) -> bool:
    """Whether the words around give a word another sense: «поставили задачу»."""
    low = sentence.low
    word = low[hit.first]
    if word.startswith("поставлен") and sentence.word_before(hit.first).startswith(SET):
        return True  # «Рекорд поставлен в прошлом году»
    if word.startswith("постави"):
        # «задачу в 15 миллиардов», «Задача, которую президенты поставили в прошлом году»
        return sentence.word_at(hit.last).startswith(SET) or _which_was_set(sentence, hit)
    if goes_to_works(sentence, hit):
        return True
    if sentence.words & GOES.bit and no_trade(sentence, hit):
        return True  # «утром фура разгрузилась, вечером ушла обратно»
    if word.startswith(("взял", "забир")) and _by_railway(sentence, hit):
        return True  # «остальное взяла Бейнеуская ветка»: nothing is bought
    if word.startswith(_WENT):  # «оборот ушёл вверх в 2,5 раза», «экспорт ушёл в минус»
        way = low[hit.last : hit.last + 2]
        if way[:1] in (["вверх"], ["вниз"]) or (way[:1] == ["в"] and way[-1] in _UP_OR_DOWN):
            return True
    if word.startswith("производств"):  # «товары казахстанского производства»
        return any(word.startswith(_PRODUCTS) for word in low[max(0, hit.first - 2) : hit.first])
    if word.startswith("транзитн") and sentence.word_before(hit.first) in ("без", "кроме"):
        return True
    if word in _TAKE and any(at.startswith(_WORKS) for at in low[hit.last : hit.last + _CLOSE_TO]):
        return True  # «Из них 3 млрд возьмут нефтехимические заводы»: of what projects cost
    if word in _TAKE and any(at.startswith(_BUILT) for at in low[sentence.first : hit.first]):
        return True  # «Газопроводы заберут 7 млрд, ветропарки – два»
    if word.startswith(_WENT) and low[hit.first - 1].startswith(_MONEY):
        return True  # «киви привезли 5 тыс. тонн, но денег ушло больше – 6 млн»
    if word.startswith("взял"):
        return sentence.begins(_BARS)  # «планку в два миллиарда взяли под конец года»
    if word.startswith("предприят"):  # «продукцию казахстанских перерабатывающих предприятий»
        return any(word.startswith(_PRODUCTS) for word in low[max(0, hit.first - 4) : hit.first])
    if word.startswith("расчет") and sentence.word_before(hit.first) in _THOSE:
        return True  # «вложили за два года до тех расчётов 75 миллионов»
    if word == "торговли" and sentence.word_before(hit.first).startswith(_OFFICES):
        return True  # «сообщили в министерстве торговли»
    if word == "торговля" and sentence.begins(_BRANCHES) and _is_item(sentence, hit):
        return True  # «Из отраслей впереди добыча (4,3 млрд) и торговля (2,2)»: a branch
    if word.startswith(_BACK) and sentence.word_at(hit.first + 1).startswith("поток"):
        # «Инвестиции … 200 млн долларов, тогда как встречный поток – вдвое больше»
        return any(other.entry.kind == "investment" for other in sentence.indicators)
    if word.startswith("инвестор"):  # «терминал обойдётся инвестору в 60 млн»: what it costs
        return any(other.entry.kind == "cost" for other in sentence.indicators)
    if word.startswith("обош"):  # «закупки обошлись в 240 млн долларов»: what was bought
        return any(
            other.entry.kind == "purchase" and other.last == hit.first
            for other in sentence.indicators
        )
    if word.startswith("инвестиционн"):  # «соглашения на $2 млрд на инвестиционном форуме»
        return sentence.word_at(hit.last).startswith(_EVENTS)
    return word.startswith(IN_MONEY)


def _by_railway(sentence: Sentence, hit: Hit) -> bool:
    """Whether a line or a station is what took goods, by the words on either side of the verb."""
    if not sentence.begins(_LINES):
        return False
    return any(
        -_CLOSE_TO <= at - hit.first <= _CLOSE_TO and not sentence.between(at, hit.first)
        for at in sentence.where(_LINES)
    )


def no_trade(sentence: Sentence, hit: Hit) -> bool:
    """Return whether a word of trade tells what helped, or a lorry that leaves.

    «Выручило и новое расписание»; not «за муку выручили 4 млн долларов».
    """
    if _EARNED.fit(sentence.low[hit.first]) and not any(
        q.kind in ("money", "bare") for q in sentence.quantities
    ):
        return sentence.low[hit.first] != "выручка"
    return _rolls(sentence, hit)


def _rolls(sentence: Sentence, hit: Hit) -> bool:
    """Whether a lorry, a train or its driver goes off, with no amount of goods beside it."""
    if not sentence.begins(_ROLLING) or not sentence.low[hit.first].startswith(_WENT):
        return False
    if any(
        q.kind in ("tonne", "money", "wagon", "teu") and not sentence.between(q.first, hit.first)
        for q in sentence.quantities
    ):
        return False
    before = [at for at in sentence.where(_ROLLING) if at < hit.first]
    # no other subject: «фура ждёт, а на юг ушла мука на 2 млн»
    return bool(before) and not any(
        is_noun(word) for word in sentence.low[hit.last : hit.last + _CLOSE_TO]
    )


def _spent_on(sentence: Sentence, hit: Hit) -> bool:
    """Whether money went on works: «на ремонт ушло», «на которую ушло»."""
    low = sentence.low
    led = low[max(sentence.first, hit.first - _SET_BEFORE) : hit.first]
    went = low[hit.first].startswith("уш") and "на" in led
    return went and any(word.startswith(_SPENT) for word in led)


def _is_item(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word stands alone in a list with its figure after it."""
    alone = sentence.word_before(hit.first) in (",", "и", ";", ":", "–", "—")
    return alone and sentence.word_at(hit.last) in ("(", "–", "—")


def _is_aside(one: Draft, hit: Hit) -> bool:
    """Whether commas part from the figure a reason or a time that a word only belongs to."""
    low, sentence = one.sentence.low, one.sentence
    if hit.first > one.at:
        return False
    led = low[max(sentence.first, hit.first - _CLOSE_TO) : hit.first]
    if not any(word.startswith(_REASONS) for word in led):
        return False
    closed = low[hit.last : one.quantity.lead]
    return "," in closed[:3] and low[hit.first - len(led) - 1 : hit.first].count(",") > 0


def _of_chances(sentence: Sentence, hit: Hit) -> bool:
    """Whether it is chances that are put at an amount."""
    if not sentence.begins(_CHANCES):
        return False
    opened = range(max(sentence.first, hit.first - _VALUED), hit.first)
    return any(sentence.low[at].startswith(_CHANCES) for at in opened)


def goes_to_works(sentence: Sentence, hit: Hit) -> bool:
    """«Пост уходит на реконструкцию»: nothing is sold."""
    if not sentence.words & _CLOSED_FOR.bit or sentence.word_at(hit.last) != "на":
        return False
    return sentence.word_at(hit.last + 1).startswith(_FOR_WORKS)


def _which_was_set(sentence: Sentence, hit: Hit) -> bool:
    """Whether a verb stands in the clause after «задача, которую»."""
    low = sentence.low
    which = next(
        (i for i in range(hit.first - 1, sentence.first, -1) if low[i].startswith("котор")), None
    )
    return which is not None and any(
        word.startswith(SET) for word in low[max(sentence.first, which - _SET_BEFORE) : which]
    )


def _of_balance(sentence: Sentence, hit: Hit) -> bool:
    """Whether «сальдо» stands before a word of trade: «сальдо во взаимной торговле»."""
    return len(sentence.indicators) > 1 and any(
        other.entry.id == "balance"
        and other.first < hit.first
        and _led_into(sentence.low[other.last : hit.first])
        for other in sentence.indicators
    )


def _led_into(between: list[str]) -> bool:
    """Whether only «в», «во взаимной» stand between."""
    return len(between) <= _CLOSE_TO and all(
        word in ("в", "во", "над") or word.endswith(("ей", "ой")) for word in between
    )


def _of_goods(sentence: Sentence, hit: Hit) -> bool:
    """Whether a cost is that of the goods told before it."""
    at = hit.first - 1
    if sentence.low[at] in _THEIR and at <= sentence.first:
        # «Импортировали 3 тыс. тонн макарон. Их стоимость – 5 млн»; not of a hub, of projects
        told = _after_goods(sentence) or _side_before(sentence)
        return told and not _after_projects(sentence)
    if sentence.low[at] in _THEIR and _after_side(sentence, at):
        return True  # «экспорт подскочил на 18%, его стоимость составила 27 млн»
    if sentence.low[hit.first].startswith(_PAID):
        # «поступило 4 тыс. тонн, плюс 2% по деньгам, которых потрачено 16 млн»
        goods = any(q.kind == "tonne" and q.last < hit.first for q in sentence.quantities)
        return goods and not any(other.entry.kind == "projects" for other in sentence.indicators)
    return any(  # «700 тысяч тонн стоимостью 18 млн долларов», «9 тыс. т яблок общей стоимостью»
        q.kind in ("tonne", "pieces") and _names_goods(sentence, q.last, hit.first)
        for q in sentence.quantities
    )


def _names_goods(sentence: Sentence, first: int, last: int) -> bool:
    """Whether nothing stands from an amount to its cost but the goods: not «для завода»."""
    words = sentence.low[first:last]
    return 0 <= last - first <= _GOODS_NAMED and not any(
        word in PREPOSITIONS or not word.isalpha() or word.startswith(_WORKS) for word in words
    )


def _after_goods(sentence: Sentence) -> bool:
    """Whether the sentence before tells how much of a good there is."""
    first = sentence.mentions.tokens.bounds[max(sentence.number - 1, 0)][0]
    return any(
        first <= q.first < sentence.first and q.kind in ("tonne", "pieces")
        for q in sentence.mentions.quantities
    )


def _after_side(sentence: Sentence, at: int) -> bool:
    """Whether the clause before tells an export or an import, which «его стоимость» then is of."""
    clause = sentence.clause(at)
    return any(
        hit.entry.value in SIDES and hit.first < at and clause - sentence.clause(hit.first) == 1
        for hit in sentence.indicators
    )


def _after_projects(sentence: Sentence) -> bool:
    """Whether the sentence before counts projects."""
    first, last = sentence.mentions.tokens.bounds[max(sentence.number - 1, 0)]
    counted = sentence.mentions.hits["counted"]
    return any(
        first <= at < last and hit.entry.kind == "projects_count" for at, hit in counted.items()
    )
