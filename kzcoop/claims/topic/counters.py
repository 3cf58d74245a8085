"""Countries that count, told as the one who does: by a capital, a people, authorities.

«Пекин насчитал 41 млрд», «Тегеран сообщает о 600 тысячах»    by the capital
«в Тегеране насчитали», «в Астане пишут скромнее»             by where they count
«Чехи же насчитали больше», «саратовские власти говорят о …»  by who they are
"""

from __future__ import annotations

from collections.abc import Iterator

from kzcoop.claims.place.partner_place import HOME, PREPOSITIONS, is_people
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.place import Place

REACH = 4  # tokens between a body and whose it is
# a country that counts, by its capital: «Пекин насчитал»
COUNTING = Stems(
    "видит", "видят", "говорят", "называет", "называют", "назвали", "насчит", "отчита",
    "оперирует", "оперируют", "оценивает", "оценивают", "оценил", "показыва", "посчитали", "привел",
    "приводит", "приводят", "публикуют", "располага", "сообщает", "сообщил", "считают", "фиксиру",
)  # fmt: skip
# «в Тегеране насчитали», and no «в Узбекистан оценивается»
IN_CAPITAL = frozenset({
    "видят", "задекларировали", "зафиксировали", "записали", "называют", "назвали", "насчитали",
    "насчитывают", "отчитались", "оформили", "оценивают", "оценили", "подсчитали", "посчитали",
    "приводят", "публикуют", "считают", "учли", "фиксируют",
})  # fmt: skip
MOUTHS = Words("голосом", "устами")
_SAYS = ("говор", "называ", "насчит", "оценива", "сообща")
RECKONING = Stems("арифметик", "бухгалтер", "касс", "подсчет", "счет", "таблиц", "цифр")
COUNTING_OR_OWN = either(COUNTING, MOUTHS, RECKONING, Words(*IN_CAPITAL))
# «в Астане говорят о 390 млн», «в Астане пишут скромнее, 312 млн»
_SAY_THERE = frozenset("говорят заявили заявляют пишут сообщают сообщили утверждают".split())
_OF_SUM = 3  # tokens of «скромнее, о» before a figure
LOCATIVE = ("ах", "баку", "е", "и", "о", "ях")
_AUTHORITIES = ("власт", "сторон", "чиновник")
_SPEAKS = ("говор", "сообщ", "заяв")
_HAS = ("опериру", "привел", "привод", "располага")
_FIGURED = ("данн", "оценк", "подсчет", "сведени", "цифр")
_TOLD = 7  # tokens from «власти» to «говорят», past words put in
_CLAUSE = 12  # tokens from «чехи» to their verb past a relative clause
OWNERS = frozenset({"adjective", "country", "region"})


def _tells(sentence: Sentence, at: int) -> bool:
    """«сторона привела свои данные», «власти, со своей стороны, говорят о 230 млн»: figures."""
    low = sentence.low
    stop = min(sentence.last - 1, at + _TOLD)
    for index in range(at, stop):
        if low[index].startswith(_SPEAKS):
            return low[index + 1] in ("о", "об") and any(
                q.lead == index + 2 for q in sentence.quantities
            )
        if low[index].startswith(_HAS):
            return any(word.startswith(_FIGURED) for word in low[index + 1 : index + 5])
    return False


def counter_of(sentence: Sentence) -> str | None:
    """«Пекин насчитал 41 млрд», «Тегеран сообщает о 600 тысячах»: the country as who counts.

    The other one where both do: «Казахстан оценивает оборот в 570 млн, Ханой видит лишь 400».
    """
    if not sentence.begins(COUNTING_OR_OWN) or not sentence.quantities:
        return None
    counting = list(_counters(sentence))
    return next((code for code in counting if code != HOME), counting[0] if counting else None)


def _counters(sentence: Sentence) -> Iterator[str]:
    """Yield the countries that count in a sentence."""
    low = sentence.low
    for place in sentence.places:
        if place.kind not in OWNERS or len(place.codes) != 1:
            continue
        at = place.last
        if place.kind == "region":
            if sentence.word_at(at).startswith(_AUTHORITIES) and _tells(sentence, at + 1):
                yield place.codes[0]  # «Саратовские власти говорят о 230 млн»
            continue
        if place.kind == "adjective" and is_people(sentence, place):
            # «Чехи, которые нефть учитывают иначе, насчитали …»
            later = range(at, min(sentence.last, at + _CLAUSE))
            verbs = [i for i in later if low[i] in IN_CAPITAL]
            at += low[at : at + 1] == ["же"]  # «Болгары же насчитали больше»
            if verbs and (verbs[0] == at or (low[at] == "," and low[verbs[0] - 1] == ",")):
                yield place.codes[0]
            continue
        if place.kind == "adjective":
            if not sentence.word_at(at).startswith(_AUTHORITIES):
                continue
            at += 1
            if _tells(sentence, at):
                yield place.codes[0]
                continue
        at += low[at : at + 1] == ["же"]
        if place.kind == "country" and _has_its_own(sentence, place, at):
            yield place.codes[0]
            continue
        if place.kind == "country" and _joined_home(sentence, place):
            continue
        verb = sentence.word_at(at)
        if verb in ("сообщает", "сообщил", "сообщила"):
            verb = "насчитал" if sentence.word_at(at + 1) in ("о", "об") else ""
        led = low[place.first - 1]
        # «в Тегеране насчитали», «В Астане ту же торговлю оценивают»
        past = past_aside(low, at, sentence.last)
        told = low[past : min(past + REACH + 1, sentence.last)]
        there = low[place.last - 1].endswith(LOCATIVE)  # not «поставки в Грузию оценивают»
        inside = led in ("в", "во") and there
        inside = inside and (not IN_CAPITAL.isdisjoint(told) or _names_sum(sentence, at))
        counts = verb.startswith(COUNTING) and not verb.endswith("ся")
        if inside or (counts and led not in PREPOSITIONS):
            yield place.codes[0]


def past_aside(low: list[str], at: int, last: int) -> int:
    """Where a sentence goes on past «, где учитывают и реэкспорт,»; ``at`` where it has no such."""
    if at + 1 >= last or low[at] != "," or low[at + 1] != "где":
        return at
    return next((i + 1 for i in range(at + 1, last) if low[i] == ","), at)


def counted_in_astana(sentence: Sentence) -> bool:
    """Whether a figure of Kazakhstan's closes a sentence: «; в Астане пишут скромнее, 310 млн»."""
    return any(told_in_astana(sentence.low, home.first) for home in sentence.homes)


def told_in_astana(low: list[str], index: int) -> bool:
    """«в Астане пишут», «в Астане ту же торговлю оценивают»."""
    if low[index] != "астане" or low[index - 1] != "в":
        return False
    after = low[index + 1 : index + 1 + REACH]
    return not (IN_CAPITAL | _SAY_THERE).isdisjoint(after)


def _names_sum(sentence: Sentence, at: int) -> bool:
    """Whether a verb of saying leads to a figure at once: «в Астане говорят о 390 млн»."""
    return sentence.word_at(at) in _SAY_THERE and any(
        0 < q.lead - at <= _OF_SUM and q.kind in ("bare", "money", "tonne")
        for q in sentence.quantities
    )


def _joined_home(sentence: Sentence, place: Place) -> bool:
    """«Казахстан и Непал считают такую цель посильной»: both, and no statistics of one."""
    return sentence.word_before(place.first) == "и" and any(
        home.last == place.first - 1 for home in sentence.homes
    )


def _has_its_own(sentence: Sentence, place: Place, at: int) -> bool:
    """«Братислава устами министра называла 305 млн», «У Бухареста своя арифметика: …»."""
    low = sentence.low
    if sentence.word_at(at) in MOUTHS:
        return any(word.startswith(_SAYS) for word in low[at : min(at + _CLAUSE, sentence.last)])
    led = sentence.word_before(place.first)
    return led == "у" and low[at].startswith("сво") and low[at + 1].startswith(RECKONING)
