"""Absolute changes: by how much something grew or fell, and whether a figure tells that.

«увеличился на 70,2 млн»     «на 29 тысяч больше»     «прирост составил 320 тыс. тонн»
«(+5,6 тыс. тонн)»           «может добавить 260 млн»
"""

from __future__ import annotations

from kzcoop.claims.measure.exceeding import MORE, exceeds
from kzcoop.claims.measure.shortfall import is_missing, outdid
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.governing import governing, sold_on
from kzcoop.claims.scene.rules import Rules, needs
from kzcoop.claims.scene.sentence import tense
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words

# nouns of growth that tell a change where they are the subject
_GROWING = frozenset(
    "выигрыш прибавка прирост рост увеличение недобор потери снижение сокращение падение спад"
    " уменьшение".split()
)
_GAIN = frozenset({"прибавка", "прирост"})
_GAINS = ("прибавк", "прирост")
_AGAINST = Words("против")
_FALLING = frozenset("недобор потери снижение сокращение падение спад уменьшение".split())
_GROWN = Stems(
    "выигрыш", "недобор", "потери", "прибавк", "прирост", "рост", "увеличен", "снижен", "сокращен",
    "падени", "спад", "уменьшен", "разница",
)  # fmt: skip
_MADE_UP = ("достигли", "равн", "состав")
_LEADS = frozenset("в за на о об от про через".split())
_GAINED = ("прибавил", "прибавит", "прибавля", "прибавят", "прираст", "прирос")
_SUBJECT, _NEAR = 10, 5  # tokens from the noun to «составил», and from there to the figure
_FAR = 22  # tokens from a verb of growth to its figure
_PLUS = Words("+", "минус", "плюс")
_SIGN_WORDS = frozenset({"минус", "плюс"})
_BESIDE = frozenset({"(", ",", "–", "—", ";", ":"})
_GAVE = frozenset({"дал", "дала", "дали", "дало", "принес", "принесла", "принесли", "принесло"})
_AMOUNTS = frozenset({"money", "teu", "tonne", "wagon"})
_COMPARED = Words("больше", "меньше")
_APART = 4  # tokens of «ниже прошлогоднего на»
_VERBS = frozenset({"turnover", "export", "import", "purchase", "sending"})
_OVER = Words("сверх")
_EXTRA = Stems("дополнительн")
_FORMER = ("обычн", "предыдущ", "прежн", "прошлогодн", "того")
# before a change that stands before its verb
_OPENINGS = frozenset(["", *", . : ; – — и а еще сразу почти".split()])
_STOPS = frozenset(", ; : – — ( )".split())
_SOON = 2  # tokens from the figure to its verb
_LEVELS = ("уровень", "уровне", "отметке", "отметку")
_STAYED = ("держал", "держит", "застыл", "остал", "остан", "задерж", "замер", "закреп")


def is_increment(one: Draft, preposition: str) -> bool:
    """Return whether an amount tells a change, and set its sign.

    ``preposition`` is that in front of the figure.
    """
    return (
        _TELLING.tell(one)
        or exceeds(one, preposition)
        or _changes(one, preposition)
        or (preposition == "на" and _opens_change(one))
    )


@needs(_GROWN)
def _grown(one: Draft) -> bool:
    """«прирост перевозок составил 320 тыс. тонн», «увеличение – 90 вагонов»; its sign is set here.

    The noun of growth is the subject: no preposition leads to it, and no clause parts them.
    """
    sentence, low = one.sentence, one.sentence.low
    if one.indicator in ("other", "projects_value"):
        return False
    told = next(
        (
            i
            for i in range(one.quantity.lead - 1, sentence.first, -1)
            if low[i].startswith(_MADE_UP) or low[i] in (",", ":", ";")
        ),
        None,
    )
    dash = one.quantity.lead - 1
    if low[dash] in ("–", "—") and low[dash - 1] in _GROWING and one.kind in ("money", "tonne"):
        one.value *= -1 if low[dash - 1] in _FALLING else 1
        return True  # «экспорт достиг 5 млрд, прирост – 1,2 млрд долларов»
    if low[dash] in _GAIN and one.kind in ("money", "tonne"):
        return True  # «масло – прибавка 13 млн долларов», «(прирост 1 млн тонн)»
    if low[dash] == "в" and low[dash - 1].startswith(_GAINS) and one.kind in ("money", "tonne"):
        return True  # «назвал прибавку в 5 млн»
    if low[dash] in ("–", "—") and low[dash - 1] == "разница" and sentence.holds(_AGAINST):
        return True  # «на 181 млн против 133 годом раньше, разница – 48»
    if told is None or not low[told].startswith(_MADE_UP) or one.quantity.lead - told > _NEAR:
        return False
    for index in range(told - 1, max(sentence.first - 1, told - _SUBJECT), -1):
        if low[index] in (",", ";", ":", "–", "—"):
            return False
        if low[index] in _GROWING:
            if any(low[i].startswith("достиг") for i in range(told, one.quantity.lead)):
                return False  # «рост составил 60% и достиг 200 млн»: a level
            led = sentence.word_before(index)
            if led in _LEADS or led.endswith(("его", "ого")):
                return False
            one.value *= -1 if low[index] in _FALLING else 1
            return True
    return False


@needs(_PLUS)
def _signed(one: Draft) -> bool:
    """«(+5,6 тыс. тонн)»: more than before by so much."""
    low = one.sentence.low
    after = low[one.last : one.last + 2]
    if low[one.first] == "плюс" and after[:1] == ["к"]:
        return True  # «это плюс 90 миллионов долларов к экспорту»
    led = low[one.first - 1]
    beside = led in _BESIDE or led in _GAVE  # «Ячмень дал плюс 19 млн, или 64%»
    if low[one.first] in _SIGN_WORDS and beside and one.kind in _AMOUNTS:
        one.value *= -1 if low[one.first] == "минус" and one.value > 0 else 1
        return True  # «5,1 млн тонн (плюс 300 тыс. тонн)», «610 млн, минус 130»
    plus = low[one.first] == "+" or one.sentence.word_before(one.first) == "+"
    bracket = low[one.first - 1] == "(" or low[one.first - 2] == "("
    return plus and (one.indicator != "other" or bracket)


@needs(_COMPARED)
def _compares(one: Draft) -> bool:
    """«продали больше на 13 млн» compares and hedges nothing; its sign is set here."""
    low, lead = one.sentence.low, one.quantity.lead
    if low[lead] not in _COMPARED or low[lead + 1 : lead + 2] != ["на"]:
        return False
    one.qualifier = "exact"
    one.value *= -1 if low[lead] == "меньше" else 1
    return True


@needs(MORE)
def _apart(one: Draft) -> bool:
    """«402 млн долларов, ниже прошлогоднего на 27 млн»: its sign is set here."""
    low, lead = one.sentence.low, one.quantity.lead
    words = low[max(one.sentence.first, lead - _APART) : lead]
    if words[-1:] == ["на"] and words[-2:-1] and words[-2] in MORE:
        one.value *= -1 if words[-2] in ("меньше", "ниже") else 1
        return True  # «экспорт стал больше на 4 млн долларов»
    more = [at for at, word in enumerate(words) if word in MORE]
    if words[-1:] != ["на"] or not more or not words[more[-1] + 1].endswith(("его", "ого", "ой")):
        return False
    if any(word in (",", "–", "—") for word in words[more[-1] :]):
        return False
    one.value *= -1 if words[more[-1]] in ("меньше", "ниже") else 1
    return True


@needs(_OVER)
def _on_top(one: Draft) -> bool:
    """«выручено на 13 млн сверх прошлогоднего», «это $13 млн сверх прежнего»."""
    sentence = one.sentence
    if sentence.word_at(one.last) != "сверх" or one.kind not in ("money", "tonne"):
        return False
    return sentence.word_at(one.last + 1).startswith(_FORMER)


@needs(_EXTRA)
def _extra(one: Draft) -> bool:
    """«можно дополнительно поставлять продукции на 700 млн»: how much more exports could bring."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if one.kind != "money" or one.indicator != "export" or not sentence.has("potential"):
        return False
    if low[lead - 1] not in ("на", "сумму", "до", "еще"):
        return False
    able = max((c.first for c in sentence.cues if c.entry.kind == "potential"), default=one.last)
    more = [i for i in sentence.where(_EXTRA) if i < one.at]
    return able < one.at and bool(more) and not sentence.between(more[-1], one.at)


def _opens_change(one: Draft) -> bool:
    """«На 22 млн долларов, или 36%, увеличилась выручка»: the verb after; its sign is set here."""
    sentence, low, lead = one.sentence, one.sentence.low, one.quantity.lead
    if one.kind not in _AMOUNTS or low[lead - 1] != "на" or _is_worth(one):
        return False
    if sentence.word_before(lead - 1) not in _OPENINGS:
        return False
    at = one.last
    if low[at : at + 2] == [",", "или"]:
        again = next((q for q in sentence.quantities if one.last < q.first <= at + 3), None)
        if again is None or again.kind != "percent":
            return False
        at = again.last + (sentence.word_at(again.last) == ",")
    for cue in sentence.cues:
        if at <= cue.first <= at + _SOON and cue.entry.kind in ("up", "down"):
            if not is_past(low[cue.first]) or any(w in _STOPS for w in low[at : cue.first]):
                continue
            one.value *= -1 if cue.entry.kind == "down" else 1
            return True
    return False


def _changes(one: Draft, preposition: str) -> bool:
    """«увеличился на 70,2 млн»; its sign is set here."""
    sentence = one.sentence
    _, verb = governing(one)
    gained = verb is not None and sentence.low[verb.first].startswith(_GAINED)
    if one.qualifier == "over" and sentence.low[one.quantity.lead].startswith(("превзо", "превы")):
        return False  # «прибавил почти 15% и превысил $68 млн»
    if gained and preposition == "по":
        return True  # «прибавляем по полмиллиона тонн в год»
    if gained and preposition in ("", "прошлого") and one.kind in ("money", "tonne"):
        led = one.quantity.lead - 1  # «прибавил 18% и дал 2,6 млн тонн»: a level
        again = sentence.low[led - 1] == "и" and tense(sentence.low[led]) == "past"
        return verb is not None and not again and sentence.between(verb.first, one.at) == 0
    if preposition == "на" and sentence.word_before(one.quantity.lead).startswith("перевыполн"):
        return True
    stayed = preposition == "на" and sentence.word_before(one.quantity.lead - 1).startswith(_STAYED)
    if sentence.word_before(one.quantity.lead) in _LEVELS or stayed:
        # «едва держалась на 150 млн», «на уровне 5 млн тонн планируются перевозки»
        return False
    if sentence.word_before(one.quantity.lead - 1).startswith(("выйти", "выход")):
        return False  # «выросла на 88%; предлагают выйти на 20 млрд»
    if preposition != "на" or verb is None or _is_worth(one):
        return False
    ahead = [
        c for c in sentence.cues if verb.first < c.first < one.at and c.entry.kind == "planned"
    ]
    if ahead and tense(sentence.low[verb.first]) == "past":
        return False  # «вырос в 6 раз, ожидается обмен на 220 млн»
    if any(
        hit.entry.kind in _VERBS
        and verb.last <= hit.first < one.at
        and is_past(sentence.low[hit.first])
        and sentence.between(verb.first, hit.first)
        for hit in sentence.indicators
    ):
        return False  # «рост на 31%; куплено на 390 млн», «выросла: обменялись на 75 млн»
    if sold_on(one) and not sentence.word_at(one.last).startswith(("больш", "меньш")):
        return False  # «прирост – 52%; привёз на 12,4 млн»
    if one.kind == "money" and any(
        q.kind in _GOODS and q.last == one.quantity.lead - 1 for q in sentence.quantities
    ):
        return False  # «5 120 тонн на 3 410 тысяч долларов»: what they cost
    if (
        verb.entry.kind not in ("up", "down")
        or sentence.between(verb.first, one.at) > 2
        or one.at - verb.last > _FAR
        or sentence.low[verb.first].startswith("объем")
    ):
        return False
    if verb.entry.kind == "down":
        one.value = -one.value
    return True


def _is_worth(one: Draft) -> bool:
    """Whether an amount is what something is worth; a capacity grows by tonnes."""
    moved = one.kind in ("teu", "tonne") and one.indicator == "other"
    return one.indicator in ("projects_value", "other") and not moved


def adds(one: Draft, preposition: str) -> bool:
    """Return whether something adds to a flow: «может добавить к экспорту 260 млн долларов»."""
    low, sentence = one.sentence.low, one.sentence
    exported = one.indicator in ("export", "export_potential") and one.kind == "money"
    if not exported or preposition == "на":
        return False
    first = max((q.last for q in sentence.quantities if q.last <= one.first), default=0)
    verb = next(
        (
            i
            for i in range(max(first, sentence.first), one.at)  # «добавил 2 процента: 300 млн»
            if low[i].startswith("добав") and low[i + 1] not in (",", "он", "что", ":")  # he says
        ),
        None,
    )
    if verb is None or (preposition == "до" and low[verb + 1] != "бы"):
        return False
    one.qualifier = "upto" if preposition == "до" and one.qualifier == "exact" else one.qualifier
    return True


# what money may be the worth of
_GOODS = frozenset({"bare", "pieces", "tonne", "vehicles"})

_TELLING = Rules((_extra, outdid, _grown, _signed, _compares, is_missing, _apart, _on_top))
