"""What is in scope, and which indicator a counted noun means."""

from __future__ import annotations

from collections.abc import Sequence

from kzcoop.claims.draft import Draft

_JOBS = ("рабоч", "трудоустро", "занят", "персонал")
_OUTSIDE = (
    "акци", "бюджет", "ввп", "добыт", "добыч", "запас", "заработн", "зарплат", "инфляц", "кредит",
    "локализац", "людей", "налог", "населени", "посевн", "пошлин", "ставк", "тариф", "урож",
    "штраф", "экономика",
)  # fmt: skip
_TRADE = frozenset(
    {"turnover", "export", "import", "investment", "freight", "transit", "export_potential"}
)
_MADE = (
    "добыт",
    "добыч",
    "добыл",
    "извле",
    "произве",
    "намоло",
    "собран",
    "собрал",
    "выплав",
    "выпуст",
    "выпуще",
    "выпуск",
    "внутренний",
    "внутреннего",
    "внутреннем",
    "внутреннему",
)
_GUESTS = ("представит", "делегац", "участи", "участв", "глав", "руководит")
_EVENTS = ("выставк", "форум", "ярмарк", "конференци", "мероприяти", "встреч")
_PASSED = ("прошло", "прошли", "проследова", "перевез")
_RAILS = (
    "железнодорож",
    "ж/д",
    "ктж",
    "станци",
    "порт",
    "вагон",
    "перевоз",
    "перевез",
    "грузов",
    "погран",
    "переход",
)
_CLOSE = 8  # tokens within which a word of production governs a figure
_PROGRESS = (
    "реконструирован",
    "выполнен",
    "завершен",
    "готов",
    "построен",
    "исполнен",
    "обеспечен",
)
_RANK_OF = (
    ("поставщик", "import"), ("инвестор", "investment"), ("инвестиц", "investment"),
    ("импортер", "export"), ("покупател", "export"), ("партнер", "turnover"), ("экспорт", "export"),
    ("оборот", "turnover"), ("товарооборот", "turnover"), ("импорт", "import"),
)  # fmt: skip
_PRODUCT = ("внутр", "регион", "продукт", "сбор", "добавл", "выпуск")
_DAILY = frozenset("сутки день дневных ежедневно ежесуточно каждый".split())
_RANKED = (
    "партнер",
    "мест",
    "экспортер",
    "импортер",
    "поставщик",
    "инвестор",
    "рынок",
    "покупател",
)


def count_indicator(one: Draft, done: Sequence[Draft], daily_before: bool) -> None:
    """Set the indicator of a count by its noun, or reject what is not counted here.

    ``daily_before`` tells whether the sentence before counted vehicles a day.
    """
    sentence = one.sentence
    words = sentence.low[sentence.first : sentence.last]
    if one.kind == "ordinal":
        _rank(one, words)
        return
    if one.kind == "people":
        if any(word.startswith(_JOBS) for word in words) or "дать" in words or "работу" in words:
            one.kind, one.indicator = "count", "jobs"
        else:
            one.reject("out_of_scope")
        return
    if (
        one.kind == "vehicles"
        and any(word.startswith(_PASSED) for word in words)
        and not any(word in _DAILY for word in words)
    ):
        one.kind, one.indicator = "count", "freight"  # «через порт прошло 3,5 тысячи грузовиков»
        return
    if one.kind == "vehicles":
        daily = any(word in _DAILY or word.startswith("ежедневн") for word in words)
        beside = any(other.kind == "vehicle" for other in done)
        if not (daily or beside or daily_before):
            one.reject("out_of_scope")
            return
        one.kind, one.unit = "vehicle", "vehicle/day"
    if one.kind == "vehicle":
        capacity = any(hit.entry.id == "capacity" for hit in sentence.indicators)
        future = sentence.has("potential", "planned", "goal")
        one.indicator = "other" if capacity or future else "freight"
        return
    if (
        one.kind == "count"
        and one.quantity.noun is not None
        and one.value == 1
        and one.quantity.form == "words"
    ):
        one.reject("out_of_scope")  # «модернизация одного пункта» counts nothing
        return
    if one.kind == "freight":
        one.kind, one.indicator = "count", "freight"
        return
    if one.kind != "count" or one.indicator is not None:
        return
    noun = one.quantity.noun
    if noun is None:
        one.reject("out_of_scope")
        return
    before = sentence.low[max(sentence.first, one.quantity.lead - 3) : one.quantity.lead]
    if noun.kind == "enterprises_count" and any(word.startswith(_GUESTS) for word in before):
        one.reject("out_of_scope")  # «с представителями тридцати компаний»
        return
    if noun.kind == "enterprises_count" and _attends(one):
        one.reject("out_of_scope")  # «более 200 компаний принимают участие в выставке»
        return
    one.indicator = noun.kind
    if noun.id == "object" and not any(
        w.startswith(("проект", "совместн", "инвест", "кооперац", "портфел", "пул")) for w in words
    ):
        if not any(place.kind == "checkpoint" for place in sentence.places) and not any(
            w.startswith(("пропуск", "границ", "граничит")) for w in words
        ):
            one.reject("out_of_scope")
            return
        one.indicator = "checkpoints_count"
    if noun.id == "goods" and not any(
        w.startswith(("товар", "экспорт", "поставк", "продукц", "позици", "наименован"))
        for w in words
    ):
        one.reject("out_of_scope")


def _attends(one: Draft) -> bool:
    """Whether those counted come to an event."""
    low, sentence = one.sentence.low, one.sentence
    after = low[one.last : sentence.last]
    if not any(word.startswith(_EVENTS) for word in after):
        return False
    return "участие" in after or any(word.startswith("участв") for word in after)


def rank_indicator(one: Draft) -> str | None:
    """What a rank is of, by the word for who is ranked: «восьмое место среди поставщиков»."""
    low, sentence = one.sentence.low, one.sentence
    best: tuple[int, str] | None = None
    for index in range(sentence.first, sentence.last):
        for stem, indicator in _RANK_OF:
            if low[index].startswith(stem):
                gap = abs(index - one.at)
                if best is None or gap < best[0]:
                    best = (gap, indicator)
    return best[1] if best is not None else None


def _rank(one: Draft, words: Sequence[str]) -> None:
    low, sentence = one.sentence.low, one.sentence
    after = low[one.last : one.last + 3]
    trade = any(hit.entry.value in _TRADE for hit in sentence.indicators) or any(
        word.startswith(_RANKED[:1] + _RANKED[2:]) for word in words
    )
    placed = bool(after) and after[0].startswith(("мест", "позици"))
    if any(word.startswith("партнер") for word in after) and low[one.first].startswith(
        ("перв", "втор", "трет", "четверт", "пят")
    ):
        placed = True  # «первый торговый партнёр»
    by = bool(after) and after[0] == "по" and trade
    predicate = (
        trade
        and any(word.startswith("партнер") for word in words)
        and low[one.first]
        in (
            "первым",
            "вторым",
            "третьим",
            "четвертым",
            "пятым",
            "шестым",
            "второй",
            "третий",
            "первый",
        )
    )
    if (
        (placed and trade)
        or by
        or (predicate and (not after or after[0] in (".", ",", "по", "после", "среди", "»")))
    ):
        one.kind, one.unit = "rank", "rank"
        return
    one.reject("ordinal")


def assign_scope(one: Draft) -> None:
    """Refine the indicator by what stands beside the figure, and reject what is out of scope."""
    sentence, low = one.sentence, one.sentence.low
    if one.kind == "percent" and sentence.word_before(one.first).startswith(_PROGRESS):
        one.reject("out_of_scope")  # «реконструирован на 100 процентов»
        return
    if one.kind == "tonne" and _produced(one):
        one.reject("out_of_scope")
        return
    if one.kind in ("percent", "money", "ratio"):
        _outside(one)
        if one.rejected:
            return
    if one.kind == "tonne" and one.indicator in ("export", "import") and _on_rails(one):
        one.indicator = "freight"  # what the railway hands over, unless a good is named
    if (
        one.kind == "ratio"
        and low[one.last : one.last + 1]
        and low[one.last] in ("больше", "меньше", "выше", "ниже")
    ):
        # «импорт был вшестеро больше экспорта» compares two flows and is no growth
        following = [
            hit for hit in sentence.indicators if hit.first in (one.last + 1, one.last + 2)
        ]
        if following and following[0].entry.value in ("export", "import"):
            one.indicator = "other"


def _on_rails(one: Draft) -> bool:
    """Whether a railway or a port moves tonnes of no named good."""
    sentence = one.sentence
    goods = sentence.mentions.hits["commodities"]
    if any(sentence.first <= first < sentence.last for first in goods):
        return False
    return any(sentence.low[i].startswith(_RAILS) for i in range(sentence.first, sentence.last))


def _produced(one: Draft) -> bool:
    """Whether tonnes are mined, made or harvested and not sold or moved."""
    sentence, low = one.sentence, one.sentence.low
    made = [i for i in range(sentence.first, sentence.last) if low[i].startswith(_MADE)]
    if not made:
        return False
    moved = [hit.first for hit in sentence.indicators if hit.entry.kind in _TRADE]
    moved += [
        i
        for i in range(sentence.first, sentence.last)
        if low[i].startswith(("отгруз", "перевез", "вывез"))
    ]
    nearest = min(abs(one.at - i) for i in made)
    if not moved:
        return not sentence.places or nearest <= _CLOSE
    return nearest < min(abs(one.at - i) for i in moved)


def _outside(one: Draft) -> None:
    """Reject growth of an economy, taxes, harvests and the like."""
    sentence, low = one.sentence, one.sentence.low
    nearest, cost = None, 99.0
    for index in range(sentence.first, sentence.last):
        gross = low[index].startswith("валов") and low[index + 1].startswith(_PRODUCT)
        if gross or low[index].startswith(_OUTSIDE):
            gap = one.at - index if index < one.at else (index - one.last) + 1
            total = gap + 4 * sentence.between(index, one.at)
            if total < cost:
                nearest, cost = index, float(total)
    if nearest is None:
        return
    limit = 24 if any(hit.entry.kind in _TRADE for hit in sentence.indicators) else 45
    for hit in sentence.indicators:
        if hit.entry.kind in _TRADE:
            gap = one.at - hit.first if hit.first < one.at else (hit.first - one.last) + 1
            if gap + 4 * sentence.between(hit.first, one.at) < cost:
                return
    if cost < limit:
        one.reject("out_of_scope")
