"""Whose statistics a text cites: the other country's, until it turns to Kazakhstan's again.

«Бакинские таможенники насчитали», «узбекский комитет по статистике обнародовал»   the other's
«Поставки узбекских товаров достигли 1,6 млрд», a sentence later                    the other's
«Казахстанское бюро оценивает», «уточнили в Комитете госдоходов РК»                Kazakhstan's
"""

from __future__ import annotations

from kzcoop.claims.place.partner_place import HOME
from kzcoop.claims.scene.sentence import Sentence, tense
from kzcoop.claims.topic.counters import (
    COUNTING_OR_OWN,
    OWNERS,
    REACH,
    counted_in_astana,
    counter_of,
)
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.place import Place

# bodies that count trade
BODIES = Stems(
    "бюро", "ведомств", "власти", "госкомстат", "госкомтамож", "комитет", "министерств", "минторг",
    "минэконом", "нацстатком", "статведомств", "статкомитет", "статслужб", "статуправлен",
    "статистик", "статистическ", "таможен", "таможн", "управлен", "чиновник",
)  # fmt: skip
# what they do with their figures, and how they are cited
_COUNTED = Stems(
    "данн", "информаци", "насчита", "обнародова", "опубликова", "оценива", "оценил", "подвел",
    "подсчет", "подсчита", "показыва", "показал", "приводит", "сведени", "уточнил", "учл",
    "фиксиру", "зафиксирова", "видит", "видят", "считает", "считают", "называ", "отчита",
    "посчита", "привел", "свел", "ссылк", "сообщ", "добавил", "рисует",
)  # fmt: skip
# Kazakhstan's, whatever stands beside: «по данным БНС», «Бюро национальной статистики»
_AT_HOME = Words("бнс", "кгд")
_OBLASTS = Stems("аким")  # «Павлодарский акимат считает …», «аким назвал цифры»
_NATIONAL = frozenset({"национальной", "нацстатистики"})
_BUREAU = Words("бюро")
# bodies that do nothing else, so that no verb need say that they count
_STATISTICS = Stems(
    "госкомстат", "госкомтамож", "нацстатком", "статкомитет", "статистик", "статистическ"
)
_DATA = Stems("данны", "оценк", "подсчет", "сведени")
# «Шведские цифры спорят между собой»: of both sides
_DISAGREE = Stems("двоит", "двоят", "противореч", "расход", "разнят", "спор")
_FIGURES = Stems("арифметик", "данные", "статистика", "таблиц", "цифры", "цифрах")
_OWN = frozenset({"другая", "другие", "иная", "иные", "своя", "свои", "свой"})
_STATISTICAL = ("официальн", "статистическ", "таможенн")
# of which each way to cite has one, or a cue of a mirror
CITED = either(_AT_HOME, _BUREAU, _OBLASTS, BODIES, COUNTING_OR_OWN, _DATA, _FIGURES)
# «изучив таможенную статистику соседней республики»
_NEIGHBOUR = Stems("соседнего", "соседней")
_COUNTS = ("данны", "сведени", "статистик", "цифр")
_LANDS = ("государств", "республик", "стран")
_ITS = Words("ее", "его", "их")
_THEIR = Words("их", "тамошнее", "тамошние", "тамошняя")
_THEIRS = 3  # tokens from «их» to the body
_ELSEWHERE = frozenset({"в", "во", "из", "на", "с", "со"})


def data_owner(sentence: Sentence, known: tuple[str, ...] = ()) -> str | None:
    """Return the country whose statistics a sentence cites, KAZ included; None where none.

    Parameters
    ----------
    sentence
        The sentence.
    known
        The partner that the text has told of: «их таможня сообщает …».
    """
    if sentence.words & CITED.bit or "mirror" in sentence.kinds:
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
    if sentence.begins(_NEIGHBOUR) and (owner := _of_neighbour(sentence)) is not None:
        return owner
    if sentence.has("mirror"):
        named = [
            cue.entry.value for cue in sentence.cues
            if cue.entry.kind == "mirror" and not _aside(low, cue.first)
        ]  # fmt: skip
        if named and named[0] != "mirror":
            return named[0]
    if sentence.begins(BODIES) and (sentence.begins(_COUNTED) or sentence.begins(_STATISTICS)):
        bodies = [i for i in range(sentence.first, sentence.last) if low[i].startswith(BODIES)]
        near = [
            (abs(place.first - at), place.codes[0])
            for place in sentence.places
            if place.kind in OWNERS and len(place.codes) == 1
            for at in bodies
            if _owns(low, place, at)
        ]
        if near and counted_in_astana(sentence):
            return HOME  # «бюро в Хельсинки насчитало 400 млн; в Астане пишут скромнее, 310»
        if near:  # «казахстанская статистика показывает …; индийское министерство насчитало …»
            return HOME if any(code == HOME for _, code in near) else min(near)[1]
        if len(known) == 1 and sentence.holds(_THEIR):
            theirs = [i for i in range(sentence.first, sentence.last) if low[i] in _THEIR]
            if any(0 < at - i <= _THEIRS for at in bodies for i in theirs):
                return known[0]
    return _by_its_own(sentence) or counter_of(sentence) or _of_figures(sentence)


def _of_neighbour(sentence: Sentence) -> str | None:
    """«Россия сократила импорт …, следует из статистики соседней республики»: Kazakhstan's.

    The neighbour of the one that the sentence is about, where it names no third country.
    """
    low = sentence.low
    whose = any(
        low[i - 1].startswith(_COUNTS) and sentence.word_at(i + 1).startswith(_LANDS)
        for i in sentence.where(_NEIGHBOUR)
    )
    first = sentence.places[0] if sentence.places else None
    abroad = {code for place in sentence.abroad for code in place.abroad}
    if not whose or first is None or not sentence.homes or len(abroad) != 1:
        return None
    return HOME if HOME not in first.codes else abroad.pop()


def _akim_tells(sentence: Sentence) -> bool:
    """«Павлодарский акимат считает в долларах», «аким доложил»; not «встретился с акимом»."""
    return any(not sentence.low[i].endswith(("ом", "у")) for i in sentence.where(_OBLASTS))


def cites_office(sentence: Sentence) -> bool:
    """«сообщает Статистический комитет», whosever it is: not «по данным БНС»."""
    if not sentence.words & _STATISTICS.bit:
        return False
    if sentence.holds(_AT_HOME) or sentence.holds(_BUREAU) or sentence.begins(_NEIGHBOUR):
        return False
    return sentence.begins(_COUNTED) or sentence.begins(_DATA)


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
        if after and after[0].startswith(_FIGURES) and not sentence.begins(_DISAGREE):
            return place.codes[0]
    return None


def _owns(low: list[str], place: Place, at: int) -> bool:
    """«бакинские таможенники», «комитет Узбекистана по статистике», not «в Узбекистан, таможня»."""
    before = place.last <= at
    if before and place.kind == "country" and low[place.first - 1] in _ELSEWHERE:
        return False  # «в Белграде заседал комитет»
    start, end = (place.last, at) if before else (at + 1, place.first)
    if not before and low[end - 1] == ")" and low[end - 3] == "(":
        end -= 3  # «Государственный таможенный комитет (ГТК) Азербайджана»
    if not 0 <= end - start <= REACH or (place.kind == "adjective" and not before):
        return False
    if not before and low[place.first - 1] in ("в", "во"):  # «таможенное управление в Рабате»
        led = low[start : end - 1]
        return place.kind == "country" and HOME not in place.codes and all(map(_is_named, led))
    if not before and low[place.first - 1] in _ELSEWHERE:
        return False
    return start == end or "".join(low[start:end]).isalpha()


def _aside(low: list[str], at: int) -> bool:
    """«(по Белстату – 600)», but not «управление статистики (Грузстат)»."""
    near = low[max(0, at - 3) : at]
    return "(" in near and not (near[-1] == "(" and near[-2].startswith(("статистик", "таможн")))


def _is_named(word: str) -> bool:
    """Whether a word may be in the name of an office: no verb, and no mark."""
    return word.isalpha() and tense(word) in ("noun", "other")


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
