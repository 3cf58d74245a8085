"""What is made, mined or harvested, and neither sold nor moved: out of scope.

«добыто 57 млн тонн»                         tonnes, where no word of trade is nearer
«производство выросло на 5%»                 growth of output
«произвели на 12 млрд тенге»                 its worth
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kzcoop.claims.place.partner_place import foreign
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import Rules, needs
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.claims.scope.home_use import AT_HOME
from kzcoop.language.stems import Stems, Words

# indicators of trade, in the words of the lexicon
TRADE = frozenset(
    {"turnover", "export", "import", "investment", "freight", "transit", "export_potential"}
)
# «в стоимостном выражении»: tells that money is counted, and no cost
IN_MONEY = "стоимостн"
# words of production beside tonnes
_MADE = Stems(
    "внутреннего", "внутреннем", "внутреннему", "внутренний", "выплав", "выпуск", "выпуст",
    "выпуще", "добыл", "добыт", "добыч", "забил", "забоя", "извле", "изготов", "намоло",
    "перерабатыва", "поголовь", "произве", "производит", "производят",
    "собрал", "собран",
)  # fmt: skip
_HARVEST = Words(
    "переработка", "переработку", "производства", "производстве", "производство", "сбор", "сбора",
    "вылов", "вылова", "вырастить", "собираем", "собирают", "урожаем", "урожай", "урожае", "урожаю",
)  # fmt: skip
# what grows or is worth something in «производство выросло на 5%», «произвели на 12 млрд тенге»
_OUTPUT = ("выпуск", "добыча", "поголовье", "производство", "сбор", "сборы", "урожайность")
_MAKING = (
    "выпусти", "выработа", "добыва", "добыл", "добыт", "изготов", "намоло", "произве", "собра",
)  # fmt: skip
_OF_OUTPUT = frozenset("выпуска продукции производства промышленности".split())
_PRODUCING = Stems(*_OUTPUT, *_MAKING, *_OF_OUTPUT)
_VOLUME = frozenset(
    "доля долю индекс индекса объем объема объеме объемы объемов половина половину прирост размер"
    " рост роста росту ростом треть четверть часть".split()
)
_PREPOSITIONS = frozenset("в во для за из на о об по под при с со".split())
_ADJECTIVE = ("ного", "ной", "овой", "ской", "ского", "ющей")
_WHOLE = frozenset("всего всей общего общей".split())
_TRADED = ("вывез", "отгруз", "перевез")
_SENT = (*_TRADED, "отправ", "постав", "прода")
_HAULED = ("направлени", "перевоз", "сообщени")
_GUESTS = ("бизнес", "гост", "делегат", "предприним", "представит", "участник")
_CROP = Stems("урожая")
# «ждёт в этом году урожая зерна свыше …»
_HOPED = ("год", "ждет", "жду", "ожида", "объем", "сезон")
_BESIDE = 2  # tokens
_FAR = 2  # clauses past which a harvest tells only why
_CLOSE = 8  # tokens within which a word of production governs a figure


def is_produced(one: Draft) -> bool:
    """Whether a figure tells what was made, mined or harvested, or stays at home."""
    return _rules(one.kind).tell(one)


@cache
def _rules(kind: str) -> Rules[Callable[[Draft], bool]]:
    """The rules that tell of a figure of a kind that it is made here or stays here."""
    return Rules(tells for kinds, tells in (*AT_HOME, *_MADE_HERE) if kind in kinds)


def tells_of_output(sentence: Sentence) -> bool:
    """Whether a sentence has output as its subject or its verb."""
    if not sentence.begins(_PRODUCING):
        return False
    low = sentence.low
    return any(
        low[i].startswith(_PRODUCING) and _tells_output(sentence, i)
        for i in range(sentence.first, sentence.last)
    )


@needs(_MADE, _HARVEST, _CROP)
def _tonnes_made(one: Draft) -> bool:
    """«добыто 57 млн тонн», «производство угля – 110 млн тонн»: no word of trade is nearer."""
    sentence, low = one.sentence, one.sentence.low
    words = range(sentence.first, sentence.last)
    made = [i for i in words if low[i].startswith(_MADE) or low[i] in _HARVEST]
    made = [i for i in made if not _tells_which(low, i)]
    # «поставил в Китай 120 автомобилей казахстанского производства»
    made = [i for i in made if low[i] != "производства" or not low[i - 1].endswith("ского")]
    # «во внутреннем сообщении – 120 млн тонн»: hauled
    made = [i for i in made if not sentence.word_at(i + 1).startswith(_HAULED)]
    made += [i for i in words if low[i] == "урожая" and low[i - 1].startswith(_HOPED)]
    # not «… против 1,1 млн годом раньше: сказалась засуха, из-за которой урожай упал»
    made = [i for i in made if i < one.at or sentence.between(one.at, i) < _FAR]
    # «экспорт зерна (урожай этого года) за сентябрь – 77 тыс. тонн»: which grain
    made = [i for i in made if not _in_brackets(low, sentence.first, i, one.at)]
    if not made:
        return False
    moved = [hit.first for hit in sentence.indicators if hit.entry.kind in TRADE]
    moved += [i for i in words if low[i].startswith(_TRADED)]
    if all(i - one.last > _BESIDE for i in made) and any(i < one.at for i in moved):
        return False  # «экспорт вырастет с 1,5 млн тонн по мере роста добычи»
    nearest = min(abs(one.at - i) for i in made)
    if not moved:
        if _given_abroad(one):
            return False  # «год, когда погибла треть собранного, дал иранцам 800 тысяч тонн»
        abroad = any(foreign(place) for place in sentence.places)
        return not abroad or nearest <= _CLOSE
    return nearest < min(abs(one.at - i) for i in moved) or _harvest_first(one, made, moved)


def _harvest_first(one: Draft, made: list[int], moved: list[int]) -> bool:
    """«ждёт урожай льна в этом году свыше 2 млн тонн и хочет экспортировать 1 млн тонн»."""
    led = max((i for i in made if i < one.at), default=None)
    if led is None or min(moved) < one.last or one.crossed(led, one.at):
        return False
    sold = min(moved)
    joined = "и" in one.sentence.low[one.last : sold] and one.sentence.between(led, one.at) == 0
    return joined and any(q.first > sold for q in one.sentence.quantities)


def _given_abroad(one: Draft) -> bool:
    """Whether a people abroad stands in the dative before a figure: who got so much."""
    sentence = one.sentence
    return any(
        place.kind == "adjective"
        and 0 <= one.quantity.lead - place.last <= 1
        and sentence.low[place.last - 1].endswith(("ам", "ям"))
        for place in sentence.abroad
    )


def _in_brackets(low: list[str], first: int, index: int, at: int) -> bool:
    """Whether a word stands in brackets that are closed before a figure."""
    if index > at or ")" not in low[index:at]:
        return False
    opened = low[first:index]
    return opened.count("(") > opened.count(")")


@needs(_PRODUCING)
def _output(one: Draft) -> bool:
    """Whether growth or money is of output: «выпуск вырос на 6%», «произвели на 12 млрд тенге».

    A word of trade nearer to the figure wins; «экспорт продукции отечественного производства» has
    no word of output as its subject.
    """
    sentence, low = one.sentence, one.sentence.low
    words = range(sentence.first, sentence.last)
    made = [i for i in words if low[i].startswith(_PRODUCING) and _tells_output(sentence, i)]
    made = [i for i in made if not _tells_which(low, i)]
    if one.kind == "money":
        made = [i for i in made if i < one.at and _in_money(one, i)]
        made = [
            i for i in made if not any(w.startswith(_GUESTS) for w in low[i + 1 : i + 3])
        ]  # «форум собрал гостей»
    elif one.kind == "percent" and _after(one) in (["выпуска"], ["производства"]):
        made.append(one.last)  # «две трети всего производства»
    if not made:
        return False
    traded = [h.first for h in sentence.indicators if h.entry.kind in TRADE | {"purchase"}]
    traded += [i for i in words if low[i].startswith(_TRADED)]
    cost = min(away(one, i) for i in made)
    return all(cost < away(one, i) for i in traded)


def _tells_which(low: list[str], index: int) -> bool:
    """«отправлено 6 тыс. машин, собранных в Костанае»: which, and not how many were made.

    Also «отправил собранных у себя автомобилей на 60 млн».
    """
    led = low[index - 1] == "," or low[index - 1].startswith(
        (*_TRADED, "отправ", "постав", "прода")
    )
    return led and low[index].endswith(("нных", "нные", "нной", "нную"))


def _after(one: Draft) -> list[str]:
    """The word after a figure, past «всего»."""
    low, last = one.sentence.low, one.last
    return (
        low[last + 1 : last + 2] if one.sentence.word_at(last) in _WHOLE else low[last : last + 1]
    )


def _in_money(one: Draft, index: int) -> bool:
    """Whether a word of output has money: «произвели на …», «объём продукции составил …».

    «производство» alone is a plant, unless it grows or comes to a sum.
    """
    word, sentence = one.sentence.low[index], one.sentence
    if word.startswith("собра") and sentence.low[index - 1].startswith("уда"):
        return False  # «оборот: за четыре месяца удалось собрать 1,6 млрд»
    if word.startswith(_MAKING) or word in _OF_OUTPUT or _comes_to(one, index):
        return True
    grows = sentence.near(one.quantity, "up", "down", clauses=1) is not None
    return grows and sentence.word_before(one.quantity.lead) == "на"


def _comes_to(one: Draft, index: int) -> bool:
    """«производство обуви составило 12 млрд тенге», «… растёт: за полугодие оно достигло 12»."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.word_before(index) in _PREPOSITIONS:
        return False  # «инвестиции в производство составили 30 млн»
    reached = sentence.near(one.quantity, "reach", clauses=1)
    if reached is None or not index < reached.first < one.at:
        return False
    return not any(
        index < hit.first < one.at and not low[hit.first].startswith(IN_MONEY)
        for hit in sentence.indicators
    )


def _tells_output(sentence: Sentence, index: int) -> bool:
    """Whether a word tells output: a verb, a subject, «объём промышленной продукции»."""
    word = sentence.low[index]
    if word not in _OF_OUTPUT:
        return word.startswith(_MAKING) or word in _OUTPUT
    left = index - 1
    while left > sentence.first and (
        sentence.low[left].endswith(_ADJECTIVE) or sentence.low[left] in _OF_OUTPUT
    ):
        left -= 1
    return sentence.low[left] in _VOLUME


def away(one: Draft, index: int) -> int:
    """How far a word is from a figure: tokens, a clause counting as four, what follows as more."""
    before = index < one.at
    gap = one.at - index if before else index - one.last + 4
    return gap + 4 * one.sentence.between(index, one.at)


_MADE_HERE: tuple[tuple[set[str], Callable[[Draft], bool]], ...] = (
    ({"pieces", "tonne"}, _tonnes_made),
    ({"money", "percent", "ratio"}, _output),
)
