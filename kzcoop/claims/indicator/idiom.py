"""Phrases in which a word of an indicator has another sense, whatever the figure.

«Задача, которую президенты поставили», «Рекорд поставлен»    set, and not delivered
«экспорт ушёл в минус», «утром фура ушла обратно»             nothing is sold
«сообщили в министерстве торговли»                            an office
«на инвестиционном форуме»                                    an event, and no sum
"""

from __future__ import annotations

from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.production import IN_MONEY
from kzcoop.language.morphology import is_noun
from kzcoop.language.stems import Stems, either
from kzcoop.lexicon.loader import Hit

SET = ("вопрос", "задач", "планк", "подпис", "рекорд", "точк", "цел")  # what «поставить» sets
_UP_OR_DOWN = frozenset({"гору", "минус", "плюс", "рост"})
_BARS = Stems("высот", "курс", "обязательств", "планк", "рубеж", "слово")
_PRODUCTS = ("продукци", "товар")
# of investment by name, and no sum of it
_EVENTS = ("климат", "конференц", "круглом", "саммит", "совет", "форум")
_BACK = ("встречн", "обратн")
_BRANCHES = Stems("отрасл", "секторов", "секторам", "сферам")
_TAKE = frozenset({"возьмет", "возьмут", "заберет", "заберут"})
WORKS = ("дорог", "завод", "комплекс", "лини", "проект", "реконструкц", "станци", "стройк")
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
_THOSE = frozenset("его ее их нашим по своих тех тем этих этим".split())
_OFFICES = (
    "ведомств", "вице-минист", "департамент", "замминист", "комитет", "минист", "палат",
    "управлени",
)  # fmt: skip
_FOR_WORKS = ("капремонт", "карантин", "модернизац", "обновлен", "реконструкц", "ремонт")
_CLOSED_FOR = Stems(*_FOR_WORKS)
_CLOSE_TO = 3  # tokens
_SET_BEFORE = 4  # tokens from «задача роста» to «, которую»


def is_idiom(sentence: Sentence, hit: Hit) -> bool:
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
    if word in _TAKE and any(at.startswith(WORKS) for at in low[hit.last : hit.last + _CLOSE_TO]):
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


def _which_was_set(sentence: Sentence, hit: Hit) -> bool:
    """Whether a verb stands in the clause after «задача, которую»."""
    low = sentence.low
    which = next(
        (i for i in range(hit.first - 1, sentence.first, -1) if low[i].startswith("котор")), None
    )
    return which is not None and any(
        word.startswith(SET) for word in low[max(sentence.first, which - _SET_BEFORE) : which]
    )


def goes_to_works(sentence: Sentence, hit: Hit) -> bool:
    """«Пост уходит на реконструкцию»: nothing is sold."""
    if not sentence.words & _CLOSED_FOR.bit or sentence.word_at(hit.last) != "на":
        return False
    return sentence.word_at(hit.last + 1).startswith(_FOR_WORKS)


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


def _by_railway(sentence: Sentence, hit: Hit) -> bool:
    """Whether a line or a station is what took goods, by the words on either side of the verb."""
    if not sentence.begins(_LINES):
        return False
    return any(
        -_CLOSE_TO <= at - hit.first <= _CLOSE_TO and not sentence.between(at, hit.first)
        for at in sentence.where(_LINES)
    )


def _is_item(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word stands alone in a list with its figure after it."""
    alone = sentence.word_before(hit.first) in (",", "и", ";", ":", "–", "—")
    return alone and sentence.word_at(hit.last) in ("(", "–", "—")
