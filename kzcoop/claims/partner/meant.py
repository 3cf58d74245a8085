"""The partner that a word points back to: «первый» and «второй» of a list, «с ним», «с ней».

«Партнёры – Китай и Россия. На первый пришлось 21%, на вторую – 19%»   in the order of the list
«Первым партнёром стал Китай. Торговля с ним достигла 34 млрд»         the country named last
«эта страна купила», «с его страной», «из королевства»                 the same
"""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.partner.both import POINTS_TO_ALL, all_told
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.sentence import Sentence
from kzcoop.language.morphology import is_past
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.place import Place

_FIRST = Stems("перв")
_SECOND = Stems("втор")
_ORDER = ("перв", "втор", "трет")
_ENDINGS = ("ая", "ой", "ом", "ому", "ую", "ый", "ым")
_MODIFIED = ("год", "дн", "квартал", "мест", "месяц", "очеред", "полугод", "раз", "этап")
_LIST = range(2, len(_ORDER) + 1)
_IT = Words("его", "ее", "их")
_BROUGHT = ("ввез", "ввоз", "доставл", "доставил", "завез", "завоз", "закуп", "импорт", "купи")
_HE = Words("он", "она")
_HIM = Words("ней", "нею", "ним")
_THENCE = Words("оттуда")
REALMS = Stems("княжеств", "королевств", "султанат")
_REACHED = frozenset({"в", "из", "с", "со"})  # before such a word
_HIS = Words("его", "ее")
# «эта страна», «последняя страна»
_THIS = Words("данная", "данное", "последнее", "последняя", "эта", "этой", "эту", "это")
_COUNTRY = Stems("стран", "государств", "республик")
OF_CONTINENT = Stems(
    "азиатск", "аравийск", "арабск", "африканск", "балканск", "ближневосточн", "европейск",
    "кавказск", "латиноамериканск", "скандинавск",
)  # fmt: skip
_ONE = ("ая", "ой", "ую", "ому", "ого", "ое", "ом")
_LAST_NAMED = frozenset({"последние", "последний", "последняя"})
NEIGHBOUR = Stems("сосед")
_ONE_NEIGHBOUR = frozenset({"сосед", "соседа", "соседом", "соседу"})
_SINGULAR = ("ее", "ей", "ем", "ему", "его", "юю", "яя")  # «соседняя», not «соседние»
_LANDS = ("государств", "республик", "стран")
_PRONOUNS = either(_HE, _HIM, POINTS_TO_ALL)


def in_order(one: Draft) -> tuple[str, ...] | None:
    """The partner that «первый», «вторая» before a figure stand for, or None."""
    sentence = one.sentence
    if sentence.begins(_FIRST) and sentence.begins(_SECOND):
        return _listed_before(one)
    return None


def _listed_before(one: Draft) -> tuple[str, ...] | None:
    """The partner of a figure after «первый» or «вторая», of a list before them."""
    sentence, low = one.sentence, one.sentence.low
    marks = [i for i in range(sentence.first, sentence.last) if _is_mark(sentence, i)]
    if len(marks) < 2 or not low[marks[0]].startswith("перв"):
        return None
    told = [i for i in marks if i < one.at]
    if not told:
        return None
    listed = _countries(sentence.places, sentence.first, marks[0])
    if not listed and sentence.number:
        first, last = sentence.mentions.tokens.bounds[sentence.number - 1]
        listed = _countries(sentence.mentions.places, first, last)
    place = next(n for n, stem in enumerate(_ORDER) if low[told[-1]].startswith(stem))
    if len(listed) not in _LIST or place >= len(listed):
        return None
    one.note("«первый», «второй»: in the order of the list before")
    return listed[place]


def _is_mark(sentence: Sentence, index: int) -> bool:
    low = sentence.low
    if not (low[index].startswith(_ORDER) and low[index].endswith(_ENDINGS)):
        return False
    return not sentence.word_at(index + 1).startswith(_MODIFIED)


def _countries(
    places: tuple[Place, ...] | list[Place], first: int, last: int
) -> list[tuple[str, ...]]:
    """The countries abroad that stand in a stretch of text, each once, in order."""
    return list(
        dict.fromkeys(
            p.abroad for p in places if first <= p.first < last and p.kind == "country" and p.abroad
        )
    )


def of_goods(one: Draft, goods_of: tuple[str, ...], told_at: int) -> tuple[str, ...]:
    """Whose goods are imported: «Пакистанский картофель … За год его ввезли 40 тыс. тонн»."""
    sentence, low = one.sentence, one.sentence.low
    if not goods_of or one.indicator != "import" or sentence.number - told_at != 1:
        return ()
    if sentence.abroad or not sentence.holds(_IT):
        return ()
    told = any(
        low[i] in _IT and low[i + 1].startswith(_BROUGHT) for i in range(sentence.first, one.at)
    )
    return goods_of if told else ()


def with_him(
    one: Draft, named_last: tuple[str, ...], recent: Sequence[tuple[str, ...]]
) -> tuple[str, ...]:
    """The country named last: «с ним …», «Он взял …», «оттуда» before a figure and no other one.

    Also several of those told ``recent``: «с каждой из них».
    """
    sentence = one.sentence
    if named_last and sentence.begins(_PRONOUNS):
        if several := all_told(sentence, one.at, recent):
            return several
        if _is_with_him(one):
            return named_last
    if named_last and sentence.holds(_THENCE) and not sentence.abroad:
        # «Узбекские овощи едут навстречу. Казахстан получил оттуда 40 тыс. тонн»
        return named_last if sentence.where(_THENCE)[0] < one.at else ()
    return ()


def _is_with_him(one: Draft) -> bool:
    sentence, low = one.sentence, one.sentence.low
    if any(place.first < one.at for place in sentence.abroad):
        return False
    if low[sentence.first] in _HE:
        return any(
            hit.first == sentence.first + 1 and hit.entry.kind == "purchase"
            for hit in sentence.indicators
        )
    return any(low[i] in _HIM and low[i - 1] == "с" for i in range(sentence.first + 1, one.at))


def from_realm(sentence: Sentence) -> bool:
    """«приток из королевства», where the sentence names no country."""
    return not sentence.abroad and any(
        sentence.word_before(i) in _REACHED for i in sentence.where(REALMS)
    )


def points_to_neighbour(sentence: Sentence) -> bool:
    """«За год соседняя страна приобрела 12 тыс. тонн», «южный сосед закупил 300 тыс. тонн»."""
    low = sentence.low
    return any(
        low[i] in _ONE_NEIGHBOUR or (low[i].endswith(_SINGULAR) and low[i + 1].startswith(_LANDS))
        for i in sentence.where(NEIGHBOUR)
        if i + 1 < sentence.last
    )


def points_back(sentence: Sentence) -> bool:
    """«Эта страна купила 40 тыс. тонн», past an adjective too: «эта европейская страна».

    Also «оборот области с его страной», «Последние сократили закупки вдвое».
    """
    if sentence.word_at(sentence.first) in _LAST_NAMED and is_past(
        sentence.low[sentence.first + 1]
    ):
        return True
    if sentence.begins(OF_CONTINENT) and any(
        sentence.low[i].endswith(_ONE) and sentence.word_at(i + 1).startswith(_COUNTRY)
        for i in sentence.where(OF_CONTINENT)
    ):
        return True  # «На африканскую страну пришлось 6% экспорта»
    if sentence.holds(_HIS) and sentence.begins(_COUNTRY):
        return any(sentence.word_at(i + 1).startswith("стран") for i in sentence.where(_HIS))
    if not (sentence.holds(_THIS) and sentence.begins(_COUNTRY)):
        return False
    low = sentence.low
    return any(
        low[i].startswith(_COUNTRY) and (low[i - 1] in _THIS or low[i - 2] in _THIS)
        for i in range(sentence.first + 1, sentence.last)
    )
