"""Flows that would come to so much on a condition: what could be, and no plan.

«Дайте вагоны, и торговля прибавит четверть»        an order, then what it would bring
«Если снимут запрет, продажи вырастут вдвое»         a condition by «если»
«При наличии сертификата поставки вырастут на 12%»   a condition by a noun
«был бы паром, объём вырос бы вдвое»                 the conjunctive
"""

from __future__ import annotations

from kzcoop.claims.scene.draft import Draft
from kzcoop.language.morphology import is_future, is_past
from kzcoop.language.stems import Stems, Words, either

_WOULD = Words("б", "бы")
_IF = Words("если", "ежели", "коли")
_GIVEN = Words("условии", "наличии", "случае")
_CONDITION = either(_WOULD, _IF, _GIVEN)
_SURE = ("йте", "ьте")
_ORDERS = ("ите", *_SURE)  # endings of an order
# «если верить акимату», «если сложить»: no condition of what is told
_JUDGING = Stems(
    "брать", "вер", "взять", "вспомн", "говор", "округл", "пересчит", "послуш", "посмотр", "посчит",
    "слож", "слуш", "смотр", "сравн", "суд", "суммир", "счита", "точн", "учесть", "учит",
)  # fmt: skip
# «если темпы сохранятся», «если планы сбудутся»: a forecast or a plan, and nothing more
_AS_IT_GOES = Stems(
    "динамик", "измен", "обещан", "ожида", "план", "прогноз", "сохран", "темп", "тенденц",
)  # fmt: skip
# «представьте», «вспомните»: to the reader
_TO_READER = (
    "вспомн", "взгля", "возьм", "глян", "заметь", "запомн", "обрат", "помн", "посмотр", "посуд",
    "посчит", "предполож", "представ", "сравн", "счита", "смотр", "суд", "учт",
)  # fmt: skip
_OPENS = frozenset(["«", '"', "–", "—", "-", "„", "“"])
_JOINED = frozenset(["и", "тогда", "–", "—"])
_ENDS = frozenset(",;:()«»")
_DASHES = frozenset("–—")
# «я бы назвал 600 млн», «с услугами вышло бы 200 млн», and «мог бы», told elsewhere
_NOT_SO = (
    "вспомнил", "выделил", "вышло", "добавил", "желал", "мог", "назвал", "отметил", "оценил",
    "получилось", "предложил", "предпоч", "сказал", "хватило", "хотел",
)  # fmt: skip
_NEXT = 3  # tokens of «если бы только»
_MEASURES = frozenset({"change_pct", "change_ratio", "increment", "level"})


def depends(one: Draft) -> bool:
    """Whether a figure of a flow is told on a condition."""
    sentence, low = one.sentence, one.sentence.low
    opened = sentence.first + (low[sentence.first] in _OPENS)
    ordered = low[opened].endswith(_ORDERS) or low[opened + 1].endswith(_SURE)
    ordered = ordered and not low[opened].startswith(_TO_READER)
    if one.measure not in _MEASURES or not (ordered or sentence.words & _CONDITION.bit):
        return False
    if sentence.holds(_WOULD) and _would(one):
        return True
    if not _will(one):
        return False
    if ordered and _joined(one):
        return True
    return (sentence.holds(_IF) and _if(one)) or (sentence.holds(_GIVEN) and _given(one))


def _clause(one: Draft) -> tuple[int, int]:
    """The tokens between the marks around a figure."""
    sentence, low = one.sentence, one.sentence.low
    first, last = one.quantity.lead, one.last
    while first > sentence.first and low[first - 1] not in _ENDS:
        first -= 1
    while last < sentence.last and low[last] not in _ENDS:
        last += 1
    return first, last


def _will(one: Draft) -> bool:
    """Whether a verb in the clause of a figure is in the future: «продажи вырастут вдвое»."""
    low = one.sentence.low
    first, last = _clause(one)
    return any(map(is_future, low[first:last]))


def _would(one: Draft) -> bool:
    """«мы бы торговали на треть больше», «экспорт вырос бы вдвое»; no «я бы назвал 600 млн»."""
    sentence, low = one.sentence, one.sentence.low
    first, last = _clause(one)
    for at in sentence.where(_WOULD):
        if not first <= at < last or low[at - 1] in ("если", "хотя"):
            continue
        verb = low[at - 1] if is_past(low[at - 1]) else sentence.word_at(at + 1)
        if is_past(verb) and not verb.startswith(_NOT_SO):
            return True
    return False


def _if(one: Draft) -> bool:
    """«Если снимут запрет, продажи вырастут»; no «если верить», «если темпы сохранятся»."""
    sentence, low = one.sentence, one.sentence.low
    first, last = _clause(one)
    if one.measure == "level" and "мы" in low[first:last]:
        return False  # «если банки ускорят платежи, мы отгрузим 2 тысячи тонн»: a promise
    for at in sentence.where(_IF):
        if first <= at < last:
            continue  # «если экспорт вырастет до 5 млрд»
        end = next((i for i in range(at, sentence.last) if low[i] in _ENDS), sentence.last)
        words = low[at + 1 : end]
        if any(word.startswith(_JUDGING) for word in words[:_NEXT]) or any(map(is_past, words)):
            continue  # «если в 2020 году отправили 400 тонн, то в 2025-м отправят 500»
        if not any(word.startswith(_AS_IT_GOES) for word in words):
            return True
    return False


def _given(one: Draft) -> bool:
    """«При наличии сертификата поставки вырастут», «в случае отмены квоты»."""
    sentence, low = one.sentence, one.sentence.low
    return any(
        low[at - 1] in ("при", "в") and not sentence.word_at(at + 1).startswith(_AS_IT_GOES)
        for at in sentence.where(_GIVEN)
        if at < one.at
    )


def _joined(one: Draft) -> bool:
    """«Откройте проезд, и торговля вырастет ещё на треть»: an order, then what it would bring."""
    sentence, low = one.sentence, one.sentence.low
    first, _ = _clause(one)
    if low[first - 1] == "," and sentence.word_at(first) in _JOINED:
        return True
    return any(low[i] in _DASHES for i in range(first, one.quantity.lead))
