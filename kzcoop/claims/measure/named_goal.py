"""Whether a figure is named as a goal or a bar: one that is set, comes next, or is taken.

«Задача, которую поставили премьеры, – два миллиарда»   a goal: a dash joins the two
«тридцать, по словам посла, – следующая вершина»        a goal: it follows
«обозначили потолок – 18 млрд»                          set
«следующая отметка в торговле – семь миллиардов»        comes next
«Рубеж в четыре миллиарда прошли ещё в 2021-м»          taken
"""

from __future__ import annotations

from kzcoop.claims.measure.called_for import assigned, leaders_want
from kzcoop.claims.scene.draft import Draft
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words

_GOALS = Stems(
    "договоренность", "желание", "задача", "мечта", "намерение", "ориентир", "планка", "рубеж",
    "стремление", "уговор", "цель",
)  # fmt: skip
_GOAL = frozenset(_GOALS)
_TAKEN = ("взял", "взята", "взято", "достиг", "преодоле")
_CALLED_SO = Words("вершина", "ступень", "задача", "мечта", "ориентир", "планка", "рубеж", "цель")
# «обозначили потолок – 18 млрд»
_SET = Stems("назнач", "намет", "обознач", "определил", "очертил", "поставил", "утверд", "установ")
_SET_BARS = ("отметк", "планк", "порог", "потолок", "рубеж", "высоту", "цель", "задачу")
_COMING = Stems("ближайш", "новая", "новой", "новый", "новым", "очередн", "следующ")
_NEXT_BARS = _CALLED_SO | {"вершину", "высота", "отметка", "планку", "порог", "цифра"}
_BAR_STEMS = ("вершин", "высот", "отметк", "планк", "порог", "рубеж", "ступен", "цел", "цифр")
_DEEM = (
    "видел", "видит", "видят", "называ", "назвал", "назначи", "обознач", "объяв", "озвуч",
    "призна", "счита",
)  # fmt: skip
_DEEMED_SO = ("ей", "ой", "им", "ую", "ий")  # «следующей отметкой», «следующую ступень»
_DEEMED = 9  # tokens from «следующей» to its figure
_INSERTED = 8  # tokens from the figure to the dash
# a bar, and how it is taken
_BARS = Stems("отметк", "планк", "порог", "рубеж", "черт")
_PASSED = Stems(
    "взял", "взят", "достиг", "минова", "перекры", "перемахн", "перешагн", "позади", "покорил",
    "превы", "преодол", "пробил", "пройден", "прошел", "прошл", but=("взять", "прошлогод"),
)  # fmt: skip
_LOWERED = ("опустил", "понизил", "снизил", "уронил")
_BAR_NEAR = 5  # tokens between a bar and its figure, or the verb before it
_SUBJECT = 3  # tokens in which the goal stands: «Общая задача»
_AFTER = 4  # tokens after the figure
_DASHES = frozenset("–—-")
_LEADS = _DASHES | {":"}  # «Уговор президентов гласит: десять миллиардов»
_BESIDE_BAR = _LEADS | {","}


def names_goal(one: Draft) -> bool:
    """«Задача, которую поставили в 2023 году, – два миллиарда – пока не решена»: it opens.

    A dash joins the figure to the goal; not «Цель выполнена – 2 млрд».
    """
    sentence, low, dash = one.sentence, one.sentence.low, one.quantity.lead - 1
    if _is_called_goal(one) or leaders_want(one) or assigned(one) or _next_bar(one):
        return True
    if sentence.words & _SET.bit and _bar_set(one):
        return True
    if one.kind != "money" or not sentence.begins(_GOALS) or low[dash] not in _LEADS:
        return False
    opening = low[sentence.first : min(sentence.first + _SUBJECT, dash)]
    if any(word.startswith(_TAKEN) for word in low[sentence.first : dash]):
        return False  # «Планка, которую оборот взял в 2023 году, – миллиард»
    return any(word in _GOAL for word in opening) and not is_past(low[dash - 1])


def _next_bar(one: Draft) -> bool:
    """«объявил, что следующая отметка в торговле – семь миллиардов»: a bar that is not taken."""
    sentence, low, dash = one.sentence, one.sentence.low, one.quantity.lead - 1
    if one.kind != "money" or not sentence.begins(_COMING):
        return False
    if low[dash] == "," and low[dash - 1].startswith(_BAR_STEMS) and _COMING.fit(low[dash - 2]):
        return True  # «о следующей вершине, пятидесяти, высказываются одинаково»
    if _deemed_next(one):
        return True
    if low[dash] not in _LEADS:
        return False
    for at in sentence.where(_COMING):
        if at < dash and sentence.word_at(at + 1) in _NEXT_BARS and at + _BAR_NEAR + 2 >= dash:
            taken = any(word.startswith(_TAKEN) for word in low[one.last : one.last + _AFTER])
            return not (taken or any(map(is_past, low[at + 2 : dash])))
    return False


def _deemed_next(one: Draft) -> bool:
    """«Следующей отметкой вице-премьер считает 20 млрд»: a bar in the instrumental, not taken."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    return any(
        low[at].endswith(_DEEMED_SO)
        for at in sentence.where(_COMING)
        if at < lead <= at + _DEEMED
        and sentence.word_at(at + 1).startswith(_BAR_STEMS)
        and any(word.startswith(_DEEM) for word in low[at + 2 : lead])
        and not one.crossed(at, one.at)
    )


def _bar_set(one: Draft) -> bool:
    """«обозначили потолок – 18 млрд», «глава государства поставил другую отметку, 15 млрд»."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if one.kind != "money" or low[lead - 1] not in _BESIDE_BAR:
        return False
    at = lead - 2
    if not low[at].startswith(_SET_BARS):
        return False
    led = range(max(sentence.first, at - _SUBJECT), at)
    return any(low[i].startswith(_SET) and low[i - 1] != "не" for i in led)


def _is_called_goal(one: Draft) -> bool:
    """«тридцать же, по словам посла, – следующая вершина»: it follows, joined by a dash."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind != "money" or not sentence.holds(_CALLED_SO):
        return False
    last = min(one.last + _INSERTED, sentence.last - 1)
    dashes = (i for i in range(one.last, last) if low[i] in _DASHES)
    dash = next((i for i in dashes if not low[i - 1].isdigit()), None)  # not «2029-й»
    if dash is None or any(one.last <= q.first < dash for q in sentence.quantities):
        return False
    named = low[dash + 1 : min(dash + 1 + _SUBJECT, sentence.last)]
    if named[:1] == ["лишь"]:
        return False  # «уровень, превосходящий 500 млн, – лишь ступень к ней»
    return any(word in _CALLED_SO for word in named) and not any(map(is_past, low[one.last : dash]))


def bar_taken(one: Draft) -> bool:
    """«Рубеж в четыре миллиарда стороны прошли ещё в 2021-м, а к 2030 году хотят увидеть десять».

    A verb of passing follows the figure before another does, or leads to the bar; not «так и не
    взяли», «хотят взять».
    """
    sentence, low = one.sentence, one.sentence.low
    lowered = low[one.at - 3].startswith(_LOWERED) and low[one.at - 1] == "до"
    if lowered and low[one.at - 2].startswith("планк"):
        return True  # «следующий год опустил планку до 410 тыс.»
    if one.kind != "money" or not sentence.begins(_BARS) or not sentence.begins(_PASSED):
        return False
    bars = [
        i for i in sentence.where(_BARS)
        if i in (one.last, one.last - 1) or one.quantity.lead - _BAR_NEAR <= i < one.quantity.lead
    ]  # fmt: skip
    if not bars:
        return False
    after = min([q.lead for q in sentence.quantities if q.lead >= one.last], default=sentence.last)
    first = min(bars[0], one.first)
    return any(
        (first - _BAR_NEAR <= i < after)
        and (is_past(low[i]) or low[i].startswith("позади") or low[i].endswith(("та", "ты", "ен")))
        and "не" not in low[i - 2 : i]
        for i in sentence.where(_PASSED)
    )
