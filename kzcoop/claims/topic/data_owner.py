"""Whose statistics a text cites: the other country's, until it turns to Kazakhstan's again.

«Бакинские таможенники насчитали», «узбекский комитет по статистике обнародовал»   the other's
«Поставки узбекских товаров достигли 1,6 млрд», a sentence later                    the other's
«Казахстанское бюро оценивает», «уточнили в Комитете госдоходов РК»                Kazakhstan's
"""

from __future__ import annotations

from collections.abc import Iterator

from kzcoop.claims.place.partner_place import HOME, PREPOSITIONS, is_people
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.place import Place

# bodies that count trade
BODIES = Stems(
    "бюро", "ведомств", "власти", "госкомстат", "комитет", "министерств", "минторг", "минэконом",
    "нацстатком", "статведомств", "статкомитет", "статслужб", "статуправлен", "статистик",
    "статистическ", "таможен", "таможн", "чиновник",
)  # fmt: skip
# what they do with their figures, and how they are cited
_COUNTED = Stems(
    "данн", "информаци", "насчита", "обнародова", "опубликова", "оценива", "оценил", "подвел",
    "подсчет", "подсчита", "показыва", "показал", "приводит", "сведени", "уточнил", "учл",
    "фиксиру", "зафиксирова", "видит", "видят", "считает", "считают", "называ", "отчита",
    "посчита", "привел", "свел", "сообщ", "добавил", "рисует",
)  # fmt: skip
# Kazakhstan's, whatever stands beside: «по данным БНС», «Бюро национальной статистики»
_AT_HOME = Words("бнс", "кгд")
_OBLASTS = Stems("аким")  # «Павлодарский акимат считает …», «аким назвал цифры»
_NATIONAL = frozenset({"национальной", "нацстатистики"})
_REACH = 4  # tokens between a body and whose it is
_BUREAU = Words("бюро")
# bodies that do nothing else, so that no verb need say that they count
_STATISTICS = Stems("госкомстат", "нацстатком", "статкомитет", "статистик", "статистическ")
# a country that counts, by its capital: «Пекин насчитал»
_COUNTING = Stems(
    "видит", "видят", "говорят", "называет", "называют", "назвали", "насчит", "отчита",
    "оперирует", "оперируют", "оценивает", "оценивают", "оценил", "показыва", "посчитали", "привел",
    "приводит", "приводят", "публикуют", "располага", "сообщает", "сообщил", "считают", "фиксиру",
)  # fmt: skip
# «в Тегеране насчитали», and no «в Узбекистан оценивается»
IN_CAPITAL = frozenset({
    "называют", "назвали", "насчитали", "насчитывают", "оценивают", "оценили", "посчитали",
    "приводят", "публикуют", "считают",
})  # fmt: skip
_MOUTHS = Words("голосом", "устами")
_SAYS = ("говор", "называ", "насчит", "оценива", "сообща")
_RECKONING = Stems("арифметик", "подсчет", "счет", "цифр")
_COUNTING_OR_OWN = either(_COUNTING, _MOUTHS, _RECKONING)
_LOCATIVE = ("ах", "баку", "е", "и", "о", "ях")
_DATA = Stems("данны", "оценк", "подсчет", "сведени")
_AUTHORITIES = ("власт", "сторон", "чиновник")
_SPEAKS = ("говор", "сообщ", "заяв")
_HAS = ("опериру", "привел", "привод", "располага")
_FIGURED = ("данн", "оценк", "подсчет", "сведени", "цифр")
_TOLD = 7  # tokens from «власти» to «говорят», past words put in
_FIGURES = Stems("арифметик", "данные", "статистика", "таблиц", "цифры", "цифрах")
_OWN = frozenset({"другая", "другие", "иная", "иные", "своя", "свои", "свой"})
_STATISTICAL = ("официальн", "статистическ", "таможенн")
# of which each way to cite has one, or a cue of a mirror
_CITED = either(
    _AT_HOME, _BUREAU, _OBLASTS, BODIES, _COUNTING, _DATA, _FIGURES, _MOUTHS, _RECKONING
)
_ITS = Words("ее", "его", "их")
_CLAUSE = 12  # tokens from «чехи» to their verb past a relative clause
_THEIR = Words("их", "тамошнее", "тамошние", "тамошняя")
_THEIRS = 3  # tokens from «их» to the body
_ELSEWHERE = frozenset({"в", "во", "из", "на", "с", "со"})
_OWNERS = frozenset({"adjective", "country", "region"})


def data_owner(sentence: Sentence, known: tuple[str, ...] = ()) -> str | None:
    """Return the country whose statistics a sentence cites, KAZ included; None where none.

    Parameters
    ----------
    sentence
        The sentence.
    known
        The partner that the text has told of: «их таможня сообщает …».
    """
    if sentence.begins(_CITED) or "mirror" in sentence.kinds:
        return _cited(sentence, known)
    return None


def _cited(sentence: Sentence, known: tuple[str, ...]) -> str | None:
    """The country whose statistics a sentence cites, which has a word for them."""
    low = sentence.low
    if sentence.begins(_OBLASTS) and sentence.begins(_COUNTED) and _akim_tells(sentence):
        return HOME
    if sentence.holds(_AT_HOME) or (
        sentence.holds(_BUREAU)
        and any(
            low[i] in _BUREAU and low[i + 1] in _NATIONAL
            for i in range(sentence.first, sentence.last - 1)
        )
    ):
        return HOME
    if sentence.has("mirror"):
        named = [
            cue.entry.value for cue in sentence.cues
            if cue.entry.kind == "mirror" and "(" not in low[max(0, cue.first - 3) : cue.first]
        ]  # fmt: skip
        if named and named[0] != "mirror":
            return named[0]
    if sentence.begins(BODIES) and (sentence.begins(_COUNTED) or sentence.begins(_STATISTICS)):
        bodies = [i for i in range(sentence.first, sentence.last) if low[i].startswith(BODIES)]
        near = [
            (abs(place.first - at), place.codes[0])
            for place in sentence.places
            if place.kind in _OWNERS and len(place.codes) == 1
            for at in bodies
            if _owns(low, place, at)
        ]
        if near:  # «казахстанская статистика показывает …; индийское министерство насчитало …»
            return HOME if any(code == HOME for _, code in near) else min(near)[1]
        if len(known) == 1 and sentence.holds(_THEIR):
            theirs = [i for i in range(sentence.first, sentence.last) if low[i] in _THEIR]
            if any(0 < at - i <= _THEIRS for at in bodies for i in theirs):
                return known[0]
    return _by_its_own(sentence) or _counter(sentence) or _of_figures(sentence)


def _akim_tells(sentence: Sentence) -> bool:
    """«Павлодарский акимат считает в долларах», «аким доложил»; not «встретился с акимом»."""
    return any(not sentence.low[i].endswith(("ом", "у")) for i in sentence.where(_OBLASTS))


def cites_office(sentence: Sentence) -> bool:
    """«сообщает Статистический комитет», whosever it is: not «по данным БНС»."""
    if sentence.holds(_AT_HOME) or sentence.holds(_BUREAU):
        return False
    return sentence.begins(_STATISTICS) and (sentence.begins(_COUNTED) or sentence.begins(_DATA))


def _by_its_own(sentence: Sentence) -> str | None:
    """«Армянская сторона уточнила: по её данным, вышло 70 млн»."""
    if not (sentence.holds(_ITS) and sentence.begins(_DATA)):
        return None
    low = sentence.low
    told = any(
        low[i] in _ITS and low[i - 1] == "по" and low[i + 1].startswith(_DATA)
        for i in range(sentence.first + 1, sentence.last - 1)
    )
    sides = [p for p in sentence.places if sentence.word_at(p.last).startswith("сторон")]
    return sides[0].codes[0] if told and sides and len(sides[0].codes) == 1 else None


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


def _of_figures(sentence: Sentence) -> str | None:
    """«Казахстанские данные ниже: …», «в турецких цифрах»: by whose the figures are."""
    if not sentence.begins(_FIGURES):
        return None
    for place in sentence.places:
        after = sentence.low[place.last : place.last + 2]
        if sentence.word_before(place.first) == "у" and after[:1] and after[0] in _OWN:
            return place.codes[0] if len(place.codes) == 1 else None  # «У Бухареста своя …»
        if place.kind != "adjective" or len(place.codes) != 1 or not after:
            continue
        if after[0].startswith(_STATISTICAL):
            after = after[1:]
        if after and after[0].startswith(_FIGURES):
            return place.codes[0]
    return None


def _counter(sentence: Sentence) -> str | None:
    """«Пекин насчитал 41 млрд», «Тегеран сообщает о 600 тысячах»: the country as who counts.

    The other one where both do: «Казахстан оценивает оборот в 570 млн, Ханой видит лишь 400».
    """
    if not sentence.begins(_COUNTING_OR_OWN) or not sentence.quantities:
        return None
    counting = list(_counters(sentence))
    return next((code for code in counting if code != HOME), counting[0] if counting else None)


def _counters(sentence: Sentence) -> Iterator[str]:
    """Yield the countries that count in a sentence."""
    low = sentence.low
    for place in sentence.places:
        if place.kind not in _OWNERS or len(place.codes) != 1:
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
        told = low[at : min(at + _REACH + 1, sentence.last)]
        there = low[place.last - 1].endswith(_LOCATIVE)  # not «поставки в Грузию оценивают»
        inside = led in ("в", "во") and there and not IN_CAPITAL.isdisjoint(told)
        counts = verb.startswith(_COUNTING) and not verb.endswith("ся")
        if inside or (counts and led not in PREPOSITIONS):
            yield place.codes[0]


def _joined_home(sentence: Sentence, place: Place) -> bool:
    """«Казахстан и Непал считают такую цель посильной»: both, and no statistics of one."""
    return sentence.word_before(place.first) == "и" and any(
        home.last == place.first - 1 for home in sentence.homes
    )


def _has_its_own(sentence: Sentence, place: Place, at: int) -> bool:
    """«Братислава устами министра называла 305 млн», «У Бухареста своя арифметика: …»."""
    low = sentence.low
    if sentence.word_at(at) in _MOUTHS:
        return any(word.startswith(_SAYS) for word in low[at : min(at + _CLAUSE, sentence.last)])
    led = sentence.word_before(place.first)
    return led == "у" and low[at].startswith("сво") and low[at + 1].startswith(_RECKONING)


def _owns(low: list[str], place: Place, at: int) -> bool:
    """«бакинские таможенники», «комитет Узбекистана по статистике», not «в Узбекистан, таможня»."""
    before = place.last <= at
    if before and place.kind == "country" and low[place.first - 1] in _ELSEWHERE:
        return False  # «в Белграде заседал комитет»
    start, end = (place.last, at) if before else (at + 1, place.first)
    if not 0 <= end - start <= _REACH or (place.kind == "adjective" and not before):
        return False
    if not before and low[place.first - 1] in _ELSEWHERE:
        return False
    return start == end or "".join(low[start:end]).isalpha()


def turned(owner: str | None, known: str | None, lead: bool, new_paragraph: bool) -> str | None:
    """Return whose statistics the text goes on with; None for Kazakhstan's or nobody's.

    Parameters
    ----------
    owner
        Whose the sentence cites, or None.
    known
        Whose the text has cited so far.
    lead
        Whether ``known`` was told in the lead, which holds for the paragraphs after.
    new_paragraph
        Whether the sentence opens a paragraph.
    """
    if owner is not None:
        return None if owner == HOME else owner
    return known if lead or not new_paragraph else None
