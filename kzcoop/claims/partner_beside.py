"""How near a partner stands to a figure, and whether it has a figure of its own.

«32 тыс. тонн в Китай», «Кыргызстан – 92 тыс. тонн»   beside it
«94 тыс. тонн, …: Турция (84 тыс.)»                  the partner of a part
«94 тыс. тонн, основные покупатели – Турция и Иран»  the partners of most of it
"""

from __future__ import annotations

from kzcoop.claims.draft import Draft
from kzcoop.claims.partner_place import PREPOSITIONS, is_subject
from kzcoop.claims.rules import Rules, needs
from kzcoop.claims.sentence import Sentence
from kzcoop.claims.share_part import OF_THEM
from kzcoop.language.stems import Stems, Words, either
from kzcoop.mentions.place import Place
from kzcoop.mentions.quantity import Quantity

LISTED = frozenset({"export", "freight", "import"})  # flows that lists of partners divide
# between a figure and the partner beside it: «два – с Узбекистаном», «32 тыс. тонн в Китай»
_BESIDE = frozenset("– — - в во для границе из на с со".split())
_DASHES = frozenset("–—-")
_OPENERS = _DASHES | {"("}
_MARKS = frozenset(",;:")
_OF_THESE = frozenset(tuple(words) for words in OF_THEM)
_FLOWN = frozenset({"bare", "money", "tonne"})  # amounts of one list
# «8 тыс. досталось Ирану», «половину забрал Иран»
_FELL = ("взял", "достал", "забрал", "закуп", "купил", "принял", "приобр", "пришл", "ушл")
_TAKES = Stems(*_FELL)
_TAKEN = 4  # tokens from a share to who took it: «83% из них купил Иран»
_COLON = Words(":")
_THEM = Words(*(words[-1] for words in OF_THEM))
_FALLS = Stems("прих", "приш")
_TRADE = ("оборот", "обмен", "товарооборот", "торгов")
_FLOW = ("ввоз", "вывоз", "импорт", "поставк", "экспорт")
_ITEM = 7  # tokens from a partner to its amount
_SHARE_ITEM = 6  # tokens from a share to whose it is: «треть всего риса – из Индии»
_CHIEF = Stems("главн", "ключев", "крупнейш", "основн")
# who trades most, named in a clause of its own
_TRADERS = Words(
    "импортер", "импортеры", "направление", "направления", "партнер", "партнеры", "покупатели",
    "покупатель", "поставщик", "поставщики", "потребители", "потребитель", "рынки", "рынок",
    "экспортер", "экспортеры",
)  # fmt: skip
_SENT = ("вывез", "отгруз", "отправ", "постав", "прода", "экспортир")
_CARRIED = Stems("отправ", "перевез", "провез", "проследов", "прошл")
_SEMICOLON = Words(";")
_AGAINST = Words("а", "зато", "но", "однако", "тогда")
_CONTRASTS = either(_SEMICOLON, _AGAINST)
_MOSTLY = Words("всего", "образом", "основном", "преимущественно")
_FOREMOST = frozenset({"больше", "прежде", "чаще"})  # «чаще всего», and no bare «всего»


def away(one: Draft, place: Place) -> float:
    """How far a place is from a figure: in tokens, clauses and figures between."""
    sentence, low = one.sentence, one.sentence.low
    before_it = place.first < one.at
    words = [] if before_it else low[one.last : place.first]
    if before_it:
        led = low[place.last : one.quantity.lead]
        if led and len(led) <= 3 and led[0] in ("–", "—", "-", ":"):
            return 0.05  # «Кыргызстан – 80 тыс. тонн и РФ – 310 тыс.»
    elif words and len(words) <= 4 and _BESIDE.issuperset(words):
        return 0.1  # «два – с Узбекистаном», «32 тыс. тонн в Китай»
    elif _is_trade(words):
        return 0.1  # «900 млн – торговля с Россией»
    if words and words[0] in _DASHES and _joined(one, place, words):
        return 0.15
    if has_share(one, place) or _is_noun(one, place):
        return 0.1
    gap = one.at - place.last if before_it else place.first - one.last
    divided = sentence.between(place.first, one.at)
    left, right = (place.first, one.at) if before_it else (one.at, place.first)
    crossed = sum([q is not one.quantity and left < q.first < right for q in sentence.quantities])
    cost = 0.4 * max(gap, 0) + 2.5 * min(divided, 6)
    # a partner named after the next figure belongs to that figure
    cost += (1.0 * crossed) if before_it else (2.0 + 4.0 * crossed + (4.0 if divided else 0.0))
    if place.kind == "adjective":
        cost += 2.0
    if not before_it and (")" in words or any(w in (",", ";") for w in words[-3:])):
        cost += 5.0  # «(… до 73 тыс. тонн), в Азербайджан»: the next item of a list
    return cost


def trades_with(one: Draft) -> bool:
    """«из них 900 млн – торговля с Россией»: a figure with a partner of its own."""
    low = one.sentence.low
    return any(
        place.first > one.last and _is_trade(low[one.last : place.first])
        for place in one.sentence.abroad
    )


def _is_trade(words: list[str]) -> bool:
    """«– торговля с», «– обмен с», between a figure and a partner."""
    return (
        3 <= len(words) <= 4
        and words[0] in _DASHES
        and words[-1] in ("с", "со")
        and words[-2].startswith(_TRADE)
    )


def _joined(one: Draft, place: Place, words: list[str]) -> bool:
    """«310 тыс. – экспорт Казахстана в Иран»: what a dash joins to a figure."""
    return (
        len(words) <= _ITEM
        and place.kind in ("bloc", "country")
        and words[-1] in PREPOSITIONS
        and any(word.startswith(_FLOW) for word in words)
        and _MARKS.isdisjoint(words)
        and not any(one.last <= q.first < place.first for q in one.sentence.quantities)
    )


def _is_noun(one: Draft, place: Place) -> bool:
    """«54 саудовских и 31 катарская»: whose they are, in place of the noun."""
    return (
        place.kind == "adjective"
        and place.first == one.last
        and one.kind == "count"
        and one.quantity.noun is None
    )


def of_part(one: Draft, place: Place) -> bool:
    """Whether a partner after a figure has one of its own: «94 тыс. тонн, …: Турция (84 тыс.)»."""
    sentence, low = one.sentence, one.sentence.low
    if place.first < one.at or has_share(one, place):
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
        beside = 1 <= len(words) <= 2 and words[0] in _DASHES and _BESIDE.issuperset(words)
        if beside and not (place.kind == "adjective" and words[-1] == "на"):
            return True
        goods = place.kind == "adjective" and ":" in low[one.last : place.first]
        if goods and low[place.last : other.lead] in (["–", "на"], ["—", "на"], ["–"], ["—"]):
            return True  # «яблок на 41 млн: польских – на 18 млн»
        if _next_item(one, place, other):
            return True
    return False


def has_share(one: Draft, place: Place) -> bool:
    """«Половина кофе – из Вьетнама (9 тыс. тонн)»: whose share it is, with an amount after it."""
    if one.kind != "percent" or one.measure != "share_pct":
        return False
    words = one.sentence.low[one.last : place.first]
    return (
        2 <= len(words) <= _SHARE_ITEM
        and words[-2] in _DASHES
        and words[-1] in _BESIDE
        and not any(w in _MARKS or w in "()" for w in words)
        and not any(one.last <= q.number_first < place.first for q in one.sentence.quantities)
    )


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
    if one.indicator not in ("freight", "transit") or low[place.first - 1] not in _BESIDE:
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
    verb = low[place.first - 1]
    return (
        verb.startswith(_FELL)
        and place.kind == "country"
        and any(
            q.kind == "percent" and one.last <= q.first and 0 < place.first - q.last <= _TAKEN
            for q in sentence.quantities
        )
    )


def of_next_sender(one: Draft, place: Place) -> bool:
    """Whether a place is of another who sends: «90 тонн, тогда как Россия отправила 50»."""
    if place.first < one.at or not one.sentence.between(one.at, place.first):
        return False
    if ":" in one.sentence.low[one.last : place.first]:
        return False  # «импорт – 600 тыс. тонн: Иран поставил 400»: a part
    return any(
        _sends(one.sentence, p) for p in one.sentence.places if one.at < p.first <= place.first
    )


def past_contrast(one: Draft, place: Place) -> bool:
    """Whether a place is of what is told against a figure: «дал 97 млн, а губка для Франции …»."""
    low, sentence = one.sentence.low, one.sentence
    return sentence.begins(_CONTRASTS) and any(
        low[i] == ";" or (low[i] == "," and low[i + 1] in _AGAINST)
        for i in range(one.last, place.first - 1)
    )


def _sends(sentence: Sentence, place: Place) -> bool:
    return is_subject(sentence, place) and any(
        word.startswith(_SENT)
        for word in sentence.low[place.last : min(place.last + _ITEM, sentence.last)]
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


@needs(_THEM)
def _past_of_them(one: Draft, place: Place) -> bool:
    """«вывез 500 тыс. тонн муки, из которых 300 тыс. тонн ушло в Узбекистан»: of a part.

    Also «достиг 3 млрд, из них на Россию пришлось 70%».
    """
    low = one.sentence.low
    led = low[max(one.last, place.first - 3) : place.first]
    if len(led) == 3 and (led[0], led[1]) in _OF_THESE and led[2] in _BESIDE:
        return True
    return any(
        low[q.lead - 2 : q.lead] in OF_THEM and one.last < q.lead <= place.first
        for q in one.sentence.quantities
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
        if not (1 <= len(led) <= 2 and all(w in _BESIDE or w.startswith(_FELL) for w in led)):
            return False
    marked = not _MARKS.isdisjoint(ahead)
    return marked and _MARKS.isdisjoint(led) and len(led) <= _ITEM


# what tells that a partner after a figure has a part of it
_RULES = Rules((_of_next_carried, _past_colon, _past_of_them, _most_of, takes_share))
