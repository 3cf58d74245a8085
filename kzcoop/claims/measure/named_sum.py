"""Round sums of trade that are named and of no year: what the two sides aim at.

«Премьеры прежде упоминали три миллиарда», «вслух произносят $3 млрд»    a goal
«На форуме прозвучала новая цифра – один миллиард»                       a goal
«назвал рубеж, к которому идут обе столицы, – десять миллиардов»         a goal
«Впереди, по словам министра, два миллиарда», «хочется трёх»             a goal
«В планах теперь 500 млн», «в заявлении назван миллиард»                 a goal
«напомнил про десять миллиардов», «до заявленного миллиарда далеко»      a goal
«Правительство считает реальной сумму в 250 млн», «верит в миллиард»     a chance
"""

from __future__ import annotations

from kzcoop.claims.claim import TRADE
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words, either

# who names a sum aloud, again and again: in the plural or the imperfective
_NAME = Stems(
    "вписал", "вписан", "замахива", "замахн", "записан", "звуч", "мерило", "озвучива",
    "произнос", "прозвуч", "рассужда",
    "упомина", "фигуриру", "хочется", "хотелось", "хотел", "мечта", but=("хотели",),
)  # fmt: skip
# the same verbs tell statistics where an office or a capital is who names
_SAY = Words("говорят", "называют", "назвали", "пишут", "считают", "твердят", "говорит")
_AHEAD = Words("впереди", "надежда", "мечта", "хочется", "планка", "замах")
_BELIEVE = Stems("верит", "верят", "реальн", "посильн", "достижим", "осуществим")
# what a sum is called before a dash, where nobody has come to it
_POINT = Stems("отметк", "планк", "рубеж", "цифр", but=("рубежом",))
_NUMBER = Words("число", "числа")
_TAKEN = Stems(
    "взял", "взят", "достиг", "перевал", "перешагн", "переш", "покор", "преодол", "пройден", "прош",
)  # fmt: skip
# what states lay down, each after «в»: «в дорожной карте», «в планах»
_PAPERS = Stems(
    "декларац", "заявлени", "карте", "картах", "коммюнике", "меморандум", "планах", "программе",
    "протокол", "стратеги",
)  # fmt: skip
_RECALL = Stems("договоренност", "напомн", "напомин", "уговор")  # with «о» or «про»
# «до обещанного миллиарда», «к заявленным 500 млн»
_MEANT = Stems(
    "заветн", "заявленн", "намеченн", "обещанн", "оговоренн", "согласованн", "условленн",
)  # fmt: skip
_ABOUT = frozenset({"о", "об", "про"})
_MARKS = frozenset(", ; : ( ) – —".split())
# «два миллиарда значатся в дорожной карте»
_STANDS = ("вписан", "закреп", "запис", "зафикс", "значат", "пропис", "стоит", "стоят", "фигур")
_IN_PAPER = 4  # tokens from «в» to «заявлении»
# «до двух миллиардов ещё далеко»
_TO_GO = Stems(
    "далек",
    "двигаться",
    "идти",
    "остал",
    "остае",
    "полпути",
    "работать",
    "расти",
    "рукой",
    "тянуться",
    "шагать",
)
NAMED = either(
    _NAME, _SAY, _AHEAD, _BELIEVE, _POINT, _NUMBER, _PAPERS, _RECALL, _MEANT, _TO_GO
)  # fmt: skip
_COUNTS = Stems("данны", "сведени", "статистик", "таможн", "комитет", "бюро", "подсчет", "итог")
_LEADERS = (
    "власт", "верх", "глав", "дипломат", "кабинет", "кабмин", "лидер", "министр", "переговорщик",
    "посол", "правительств", "премьер", "президент", "столиц", "стороны", "чиновник",
)  # fmt: skip
_FIVES = ("15", "25", "75")
_REACH = 9  # tokens from what names a sum to the sum
_BACK = 4  # and back to it


def named_ahead(one: Draft) -> str | None:
    """Return target or potential for a round sum of trade that is named, of no year; or None.

    For a sentence with a word of ``NAMED``, which the caller asks.
    """
    sentence = one.sentence
    if one.indicator not in TRADE or one.kind != "money" or one.measure != "level":
        return None
    if not _is_round(one) or sentence.begins(_COUNTS):
        return None
    if meant(one) or (sentence.words & _TO_GO.bit and _is_to_go(one)):
        return "target"
    if any(p.role in ("at", "span", "base") for p in sentence.periods):
        return None
    if any(
        cue.entry.kind in ("up", "down", "reach") and not sentence.between(cue.first, one.at)
        for cue in sentence.cues
    ):
        return None
    if _near(one, sentence.where(_BELIEVE)) and not sentence.has("goal"):
        return "potential"
    if _near(one, sentence.where(_NAME)) or _near(one, sentence.where(_AHEAD)):
        return "target"
    if _is_point(one) or _laid_down(one):
        return "target"
    said = sentence.where(_SAY)
    return "target" if said and _near(one, said) and _by_leaders(sentence) else None


def _is_point(one: Draft) -> bool:
    """«В коммюнике стоит иная отметка – 8 млрд»; no «отметка взята: 8 млрд»."""
    sentence, lead = one.sentence, one.quantity.lead
    if sentence.word_before(lead) not in ("–", "—", ":") or sentence.begins(_TAKEN):
        return False
    return _near(one, sentence.where(_POINT)) or _near(one, sentence.where(_NUMBER))


def meant(one: Draft) -> bool:
    """Whether a sum is one that was aimed at: «вместо намеченного миллиарда торговля дала 140»."""
    return one.sentence.word_before(one.quantity.lead).startswith(_MEANT)


def _is_to_go(one: Draft) -> bool:
    """«До двух миллиардов осталось пройти полпути», «до 45 ещё идти и идти»: not reached."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.word_before(one.quantity.lead) != "до":
        return False
    after = [at for at in sentence.where(_TO_GO) if 0 <= at - one.last <= _BACK]
    if not after or one.crossed(one.last, after[0]) or any(
        word in _MARKS for word in low[one.last : after[0]]
    ):  # fmt: skip
        return False
    one.qualifier = "exact" if one.qualifier == "upto" else one.qualifier
    return True


def _laid_down(one: Draft) -> bool:
    """«в совместном заявлении назван миллиард», «посол напомнил про десять миллиардов»."""
    sentence, low = one.sentence, one.sentence.low
    if sentence.word_before(one.quantity.lead) in _ABOUT and _near(one, sentence.where(_RECALL)):
        return not any(p.role == "by" for p in sentence.periods)
    papers = [
        at for at in sentence.where(_PAPERS)
        if "в" in low[max(sentence.first, at - _IN_PAPER) : at]
        and (at < one.at or low[one.last].startswith(_STANDS))
    ]  # fmt: skip
    return _near(one, papers)


def _is_round(one: Draft) -> bool:
    """«три миллиарда», «250 млн»; no 4,1 млрд, which somebody counted."""
    digits = str(int(one.value)).rstrip("0")
    return one.value_max is None and (len(digits) == 1 or digits in _FIVES)


def _near(one: Draft, told: list[int]) -> bool:
    """Whether one of the words leads to a figure, or follows it, past no other figure."""
    low, lead = one.sentence.low, one.quantity.lead
    for at in told:
        if 0 < lead - at <= _REACH:
            if not any(at < q.first < one.first for q in one.sentence.quantities):
                return ";" not in low[at:lead]
        elif 0 <= at - one.last <= _BACK and not one.crossed(one.last, at):
            return True
    return False


def _by_leaders(sentence: Sentence) -> bool:
    """«Сегодня министры называют 10 млрд»; no «в Ташкенте называют», which tells statistics."""
    if sentence.abroad:
        return False
    return any(word.startswith(_LEADERS) for word in sentence.low[sentence.first : sentence.last])
