"""Which partners after a figure have figures of their own: those of its parts.

«94 тыс. тонн, …: Турция (84 тыс.)»                  the partner of a part
«94 тыс. тонн, основные покупатели – Турция и Иран»  the partners of most of it
«96 тыс. тонн, и почти две трети забрал Узбекистан»  who took a part
"""

from __future__ import annotations

from kzcoop.claims.measure.share_part import OF_THEM
from kzcoop.claims.partner.beside import BESIDE, LISTED, has_share
from kzcoop.claims.place.partner_place import PREPOSITIONS
from kzcoop.claims.scene.draft import Draft
from kzcoop.claims.scene.rules import Rules, needs
from kzcoop.language.stems import Stems, Words
from kzcoop.mentions.place import Place
from kzcoop.mentions.quantity import Quantity

_DASHES = frozenset("–—-")
_OPENERS = _DASHES | {"("}
_MARKS = frozenset(",;:")
_OF_THESE = frozenset(tuple(words) for words in OF_THEM)
_FLOWN = frozenset({"bare", "money", "tonne"})  # amounts of one list
# «8 тыс. досталось Ирану», «половину забрал Иран»
_FELL = (
    "взял", "выкуп", "достал", "забрал", "закуп", "купил", "отправ", "принял", "приобр", "пришл",
    "ушл", "уход",
)  # fmt: skip
_TAKES = Stems(*_FELL)
_TAKEN = 4  # tokens from a share to who took it: «83% из них купил Иран»
_COLON = Words(":")
_THEM = Words(*(words[-1] for words in OF_THEM))
_FALLS = Stems("прих", "приш")
_NUMBER = Words("числе")
_THIS = Words("данного", "этих", "этого", "этой")
_ALMOST = Words("почти", "практически")
_ALL = frozenset({"весь", "все", "всю", "вся"})
_JOINTS = frozenset({",", "и", "причем", "–", "—"})
_ITEM = 7  # tokens from a partner to its amount
_CHIEF = Stems("главн", "ключев", "крупнейш", "основн")
# who trades most, named in a clause of its own
_TRADERS = Words(
    "импортер", "импортером", "импортеры", "направление", "направлением", "направления", "партнер",
    "партнером", "партнеры", "покупатели", "покупателем", "покупатель", "поставщик", "поставщики",
    "потребители", "потребитель", "рынки", "рынок", "рынком", "экспортер", "экспортеры",
)  # fmt: skip
_CARRIED = Stems("отправ", "перевез", "провез", "проследов", "прошл")
_MOSTLY = Words("всего", "образом", "основном", "преимущественно")
_FOREMOST = frozenset({"больше", "прежде", "чаще"})  # «чаще всего», and no bare «всего»


def of_part(one: Draft, place: Place) -> bool:
    """Whether a partner after a figure has one of its own: «94 тыс. тонн, …: Турция (84 тыс.)»."""
    sentence, low = one.sentence, one.sentence.low
    if place.first < one.at or (one.measure == "share_pct" and has_share(one, place)):
        return False
    if not sentence.between(one.at, place.first):
        return _bracketed(one, place)
    rules = _RULES.of(sentence)
    if rules and any(tells(one, place) for tells in rules):
        return True
    for other in sentence.quantities:
        if other is one.quantity or other.number_first < one.at:
            continue
        led = len(low[place.last : other.lead]) == 1 and low[place.last] in _OPENERS
        if led and place.kind != "adjective":  # «импорт американских – на 40%»
            return True
        words = low[other.last : place.first]
        beside = 1 <= len(words) <= 2 and words[0] in _DASHES and BESIDE.issuperset(words)
        if beside and not (place.kind == "adjective" and words[-1] == "на"):
            return True
        goods = place.kind == "adjective" and ":" in low[one.last : place.first]
        if goods and low[place.last : other.lead] in (["–", "на"], ["—", "на"], ["–"], ["—"]):
            return True  # «яблок на 41 млн: польских – на 18 млн»
        if _next_item(one, place, other):
            return True
    return False


@needs(_COLON)
def _past_colon(one: Draft, place: Place) -> bool:
    """«импорт составил 300 млн: больше половины (160 млн) приходится на Китай»: of a part."""
    low, sentence = one.sentence.low, one.sentence
    if one.indicator not in LISTED or ":" not in low[one.last : place.first]:
        return False
    colon = low.index(":", one.last)
    return any(colon < q.first < place.first for q in sentence.quantities) and any(
        word.startswith(("прих", "приш")) for word in low[colon : place.first]
    )


@needs(_CARRIED)
def _of_next_carried(one: Draft, place: Place) -> bool:
    """«По маршруту перевезено 3 млн тонн, из Китая прошло 310 поездов»: of what comes next."""
    sentence, low = one.sentence, one.sentence.low
    if one.indicator not in ("freight", "transit") or low[place.first - 1] not in BESIDE:
        return False
    own = [q for q in sentence.quantities if q.first > place.last]
    return (
        bool(own)
        and any(low[i].startswith(_CARRIED) for i in range(place.last, own[0].lead))
        and any(low[i].startswith(_CARRIED) for i in range(sentence.first, one.at))
    )


@needs(_FALLS, _TAKES)
def takes_share(one: Draft, place: Place) -> bool:
    """Whether a country has a share of a figure before it.

    «оборот достиг 3 млрд, из них на Россию пришёлся 71%»: the whole is of all partners
    """
    sentence, low = one.sentence, one.sentence.low
    if sentence.word_before(place.first) == "на":
        return any(
            q.kind == "percent" and place.last <= q.first <= place.last + 3
            and low[place.last].startswith(_FALLS)
            for q in sentence.quantities
        )  # fmt: skip
    # «вывезено 96 тыс. тонн, и почти две трети забрал Узбекистан»
    # «156 тыс. голов, 78% этого поголовья ушло в Узбекистан»
    at = place.first - (low[place.first - 1] in BESIDE)
    return (
        low[at - 1].startswith(_FELL)
        and place.kind == "country"
        and any(
            q.kind == "percent"
            and one.last <= q.first
            and 0 < at - q.last <= _TAKEN
            and low[q.lead - 1] != "("  # «5 тыс. вагонов (31%) ушли в Баку»
            for q in sentence.quantities
        )
    )


def _bracketed(one: Draft, place: Place) -> bool:
    """«отгрузили 440 тыс. тонн в Турцию (280 тыс. тонн) и Грузию (160 тыс.)»: parts, all."""
    sentence, low = one.sentence, one.sentence.low
    own = [
        p
        for p in sentence.places
        if p.kind in ("bloc", "country") and p.first >= one.last
        and low[p.last : p.last + 1] == ["("]
        and any(q.lead == p.last + 1 and q.kind in (one.kind, "bare") for q in sentence.quantities)
    ]  # fmt: skip
    return len(own) > 1 and place in own


@needs(_NUMBER)
def _included(one: Draft, place: Place) -> bool:
    """«перевезли 310 тыс. тонн, в том числе 120 тыс. тонн в Грузию»: of the part."""
    low = one.sentence.low
    return any(
        one.last < q.lead < place.first and low[q.lead - 1] == "числе"
        for q in one.sentence.quantities
    )


@needs(_THEM)
def _past_of_them(one: Draft, place: Place) -> bool:
    """«вывез 500 тыс. тонн муки, из которых 300 тыс. тонн ушло в Узбекистан»: of a part.

    Also «достиг 3 млрд, из них на Россию пришлось 70%».
    """
    low = one.sentence.low
    led = low[max(one.last, place.first - 3) : place.first]
    if len(led) == 3 and (led[0], led[1]) in _OF_THESE and led[2] in BESIDE:
        return True
    return any(
        low[q.lead - 2 : q.lead] in OF_THEM and one.last < q.lead <= place.first
        for q in one.sentence.quantities
    )


@needs(_THIS)
def _share_of_this(one: Draft, place: Place) -> bool:
    """«продано 90 тыс. голов, 70% этого поголовья ушло в Иран»: of a part."""
    return any(
        q.kind == "percent" and one.last <= q.first < place.first and place.first - q.last <= _ITEM
        and one.sentence.low[q.last] in _THIS
        for q in one.sentence.quantities
    )  # fmt: skip


@needs(_ALMOST)
def _almost_all(one: Draft, place: Place) -> bool:
    """«отправили 30 тыс. тонн, и почти всё ушло в Россию»: of most of it."""
    low = one.sentence.low
    return any(
        low[i] in _ALMOST and low[i + 1] in _ALL and low[i - 1] in _JOINTS
        for i in range(one.last, place.first)
    )


@needs(_CHIEF, _MOSTLY)
def _most_of(one: Draft, place: Place) -> bool:
    """«вывез 500 тыс. тонн, основные покупатели – Иран и Китай», «… в основном брали в Иране».

    Not «преимущественно в Иран и Китай», which says where the figure went.
    """
    sentence, low = one.sentence, one.sentence.low
    after = range(one.last, place.first)
    if (
        sentence.begins(_CHIEF)
        and sentence.holds(_TRADERS)
        and any(low[i] in _TRADERS and low[i - 1].startswith(_CHIEF) for i in after[1:])
    ):
        return True
    return sentence.holds(_MOSTLY) and any(
        low[i] in _MOSTLY
        and (low[i] != "всего" or low[i - 1] in _FOREMOST)
        and low[i + 1] not in PREPOSITIONS
        for i in after
    )


def _next_item(one: Draft, place: Place, other: Quantity) -> bool:
    """«на 620 млн: больше всего из Германии – на 98 млн», «14 тыс. тонн: 6 тыс. в Иран».

    A place past a mark, with an amount of its own before or after it.
    """
    low = one.sentence.low
    shared = {other.kind} if ":" in low[one.last : place.first] else {one.kind, other.kind}
    if shared - _FLOWN or place.kind not in ("country", "bloc"):
        return False
    another = any(
        one.last <= hit.first < place.first and hit.entry.value != one.indicator
        for hit in one.sentence.indicators
    )
    if one.indicator not in LISTED or (another and ";" not in low[one.last : place.first]):
        return False  # «экспорт – 456 млн, тогда как ввоз из Грузии – 73 млн»
    if other.number_first > place.last:
        led = low[place.last : other.lead]
        ahead = low[one.last : place.first]
    else:
        led = low[other.last : place.first]
        ahead = low[one.last : other.lead]
        if not (1 <= len(led) <= 2 and all(w in BESIDE or w.startswith(_FELL) for w in led)):
            return False
    marked = not _MARKS.isdisjoint(ahead)
    return marked and _MARKS.isdisjoint(led) and len(led) <= _ITEM


# what tells that a partner after a figure has a part of it
_RULES = Rules(
    (
        _share_of_this,
        _almost_all,
        _of_next_carried,
        _past_colon,
        _past_of_them,
        _most_of,
        _included,
        takes_share,
    )
)
